"""`seo-audit site` as a command: options, exit statuses, one-line errors, what is written."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest
from command_line import Run, runner
from jsonschema import Draft202012Validator

from seo_audit.cli import site as command
from seo_audit.runner.exit_status import FAILED, PASSED, WRONG

HAS_EXTRA = pytest.mark.skipif(find_spec("duckdb") is None, reason="needs the extra site")
PAGE = '<!doctype html>\n<html lang="fr"><head><meta charset="utf-8"><title>{title}</title></head><body><main><h1>{title}</h1>\n{body}\n</main></body></html>\n'


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    return runner(tmp_path, monkeypatch)


@pytest.fixture
def public(run: Run) -> Path:  # noqa: ARG001  it goes to a folder of its own
    folder = Path("public")
    (folder / "a").mkdir(parents=True)
    home = '<p>Voyez <a href="/a/">la page a</a> et <a href="/zut/">rien</a>.</p>'
    (folder / "index.html").write_text(PAGE.format(title="Accueil", body=home), "utf-8")
    (folder / "a/index.html").write_text(
        PAGE.format(title="La page a", body="<p>Texte.</p>"), "utf-8"
    )
    return folder


def test_without_the_extra_one_line_says_so(
    public: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "find_spec", lambda _: None)
    done = run("site", str(public))
    assert done.status == WRONG
    assert "seo-audit[site]" in done.errors
    assert done.errors.count("\n") == 1


@HAS_EXTRA
def test_statuses_and_gate(public: Path, run: Run) -> None:
    site = ("site", str(public), "--isolated", "--url", "https://exemple.fr/")
    assert run(*site).status == FAILED
    assert run(*site, "--exit-zero").status == PASSED
    assert run(*site, "--fail-on", "never").status == PASSED
    assert run(*site, "--ignore", "broken-link,word-count", "--fail-on", "error").status in (0, 1)
    assert run(*site, "--fail-on", "never", "--fail-under", "100").status == FAILED
    assert run(*site, "--fail-on", "never", "--max-warnings", "0").status == FAILED


@HAS_EXTRA
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("absent",), "absent"),
        (("public", "--url", "exemple"), "--url"),
        (("public", "--format", "pdf"), "pdf"),
        (("public", "--select", "nonsense"), "nonsense"),
        (("public", "--compare", "rien"), "rien"),
        (("public", "--redirects", "rien"), "rien"),
        (("public", "--sitemap", "rien.xml"), "rien.xml"),
        (("public", "autre"), "autre"),
        (("public", "--baseline", "rien.json"), "rien.json"),
        ((), "SOURCE"),
    ],
)
def test_what_is_wrong_is_one_line(
    public: Path, run: Run, arguments: tuple[str, ...], said: str
) -> None:
    done = run("site", *arguments, "--isolated")
    assert done.status == WRONG, public
    assert said in done.errors
    assert done.errors.count("\n") == 1
    assert done.text == ""


@HAS_EXTRA
def test_json_fits_its_schema_and_a_baseline_accepts(public: Path, run: Run) -> None:
    schema = json.loads(run("schema", "--site").text)
    site = ("site", str(public), "--isolated")
    data = json.loads(run(*site, "--format", "json", "--run", "tour").text)
    Draft202012Validator(schema).validate(data)
    assert [one["rule"] for one in data["findings"]] == ["broken-link"]
    assert data["findings"][0]["target"] == "/zut/"
    assert run(*site, "--write-baseline", "b.json").status == PASSED
    after = json.loads(
        run(*site, "--baseline", "b.json", "--format", "json", "--compare", "tour").text
    )
    Draft202012Validator(schema).validate(after)
    assert after["findings"] == []
    assert after["summary"]["passed"]
    assert after["articles"]["by_rule"] == {}
    assert after["summary"]["gone"] == 1


@HAS_EXTRA
def test_an_unreadable_page_is_said_and_the_others_audited(public: Path, run: Run) -> None:
    (public / "lourde.html").write_bytes(b"<html>" + b"<b>" * 300_000)
    done = run("site", str(public), "--isolated", "--exit-zero", "--format", "json")
    assert done.status == WRONG
    data = json.loads(done.text)
    assert {"path": "lourde.html", "reason": "unreadable"}.items() <= data["site"]["skipped"][
        0
    ].items()
    assert len(data["pages"]) == 2
    assert "lourde.html" in done.errors


@HAS_EXTRA
def test_help_and_a_folder_of_that_name(run: Run) -> None:
    assert "--url-map" in run("site", "--help").text
    Path("site").mkdir()
    Path("site/a.md").write_text("# Un titre\n\nUn texte.", "utf-8")
    assert run("./site", "--exit-zero").status == PASSED


def test_options_and_a_folder_called_site_mean_the_folder(public: Path, run: Run) -> None:
    public.rename("site")
    # an option behind it: the subcommand, without a source
    assert run("--format", "json", "site", "--exit-zero").status == WRONG
    done = run("--format", "json", "--exit-zero", "site")
    assert done.status == PASSED
    assert [one["path"] for one in json.loads(done.text)["articles"]] == [
        "site/a/index.html",
        "site/index.html",
    ]
    assert run("site").status == WRONG
    assert "--url-map" in run("--help", "site").text
