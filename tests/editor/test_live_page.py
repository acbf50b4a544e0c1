"""The live page's server: what it answers, what it refuses, how it ends."""

import json
import re
import signal
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from command_line import Run, runner
from live_pages import Page
from msgspec.structs import replace
from pasted_samples import WORD
from tables import each_row

from seo_audit import plugins
from seo_audit.brief.brief import KEYS, Brief
from seo_audit.brief.file import read, written
from seo_audit.editor.live_page import answers
from seo_audit.editor.live_page.asked import (
    Article,
    BriefFile,
    BriefWanted,
    Clipboard,
    Demands,
    Mending,
    Text,
)
from seo_audit.editor.live_page.page import page as page_text
from seo_audit.editor.live_page.words import WORDS
from seo_audit.errors import ConfigError
from seo_audit.message import Language
from seo_audit.parsing.markdown.to_html import to_html
from seo_audit.rendering import points
from seo_audit.source import Source

TEXT = "# Le lavoir\n\nQui vient ? La soeur du maçon [cliquez ici](https://example.org/) : voilà.\n"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    one = Page(tmp_path_factory.mktemp("page"))
    yield one
    one.stop()


@pytest.mark.process
def test_refusals(page: Page) -> None:
    good = b'{"text": "# Un titre", "format": "markdown"}'
    assert page.ask("POST", "/audit", good)[0] == 200
    assert page.ask("GET", "/", Host="evil.example")[0] == 421
    assert page.ask("POST", "/audit", good, X_Seo_Audit_Token="x")[0] == 403
    assert page.ask("POST", "/audit", good, Origin="null")[0] == 403
    assert page.ask("POST", "/audit", good, Content_Type="text/plain")[0] == 415
    assert page.ask("POST", "/audit", None, Content_Length="10000001")[0] == 413
    assert page.ask("POST", "/audit", b"{")[0] == 400
    assert page.ask("POST", "/audit", b"[" * 100_000)[0] in (400, 422)
    assert page.ask("POST", "/audit", b'{"text": 1, "format": "markdown"}')[0] == 422
    assert page.ask("POST", "/audit", b'{"text": "x", "format": "pdf"}')[0] == 422
    assert page.ask("GET", "/../../etc/passwd")[0] == 404
    assert page.ask("POST", "/rien", good)[0] == 404
    assert page.ask("OPTIONS", "/audit", None, X_Seo_Audit_Token=None)[0] == 403


@pytest.mark.process
def test_a_body_that_says_no_length_has_a_limit_too(page: Page) -> None:
    chunk = b"20000\r\n" + b"x" * 0x20000 + b"\r\n"
    status, _, _ = page.ask("POST", "/audit", chunk * 90, Transfer_Encoding="chunked", Content_Length=None)  # fmt: skip
    assert status == 413
    assert page.post("/audit", text=TEXT, format="markdown")[0] == 200


@pytest.mark.process
def test_every_answer_has_its_policy(page: Page) -> None:
    status, body, headers = page.ask("GET", "/", X_Seo_Audit_Token=None)
    assert status == 200
    assert b"<textarea" in body
    policy = headers["content-security-policy"]
    nonce = policy.partition("'nonce-")[2].partition("'")[0]
    assert body.count(f'nonce="{nonce}"'.encode()) == 3
    assert page.token.encode() not in body
    for answer in (page.ask("GET", "/rien"), page.ask("POST", "/audit", b"{", Origin="null")):
        assert answer[2]["cache-control"] == "no-store"
        assert "default-src 'none'" in answer[2]["content-security-policy"]
        assert "server" not in answer[2]


@pytest.mark.process
def test_answers(page: Page) -> None:
    more = "La source du bourg coule depuis lundi, et les habitants ont curé le puits. " * 20
    status, found = page.post("/see", text=TEXT + "\n" + more, format="markdown", language="en")
    assert status == 200
    assert found["search"]["title"] == "Le lavoir"
    assert "link-text" in found["rules"]
    status, fixed = page.post("/fix", text=TEXT, format="markdown")
    assert status == 200
    assert fixed["text"].startswith("# Le lavoir\n\nQui vient\u00a0? ")
    assert fixed["applied"] > 0
    assert page.post("/fix", text=" ", format="markdown")[0] == 422
    status, report = page.post("/report", text=TEXT, format="markdown")
    assert report["html"].startswith("<!doctype html>")
    status, pasted = page.post("/paste", html=WORD)
    assert pasted["text"].startswith("# Le four à pain")


LONG = (
    "# Le lavoir\n\n"
    + "La source du bourg [cliquez ici](https://example.org/) coule, et les habitants ont curé le puits. "
    * 20
)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("text", [TEXT, LONG])
def test_what_to_do_first_is_what_the_reports_say(text: str, language: Language) -> None:
    found = answers.seen(Article(text, "markdown", language=language))
    report = answers._report(Article(text, "markdown"))
    gains, rules = points.gained(report), plugins.rules()
    steps = points.first_steps(report, gains, rules, language)
    assert [(one["rule"], one["title"], one["gain"]) for one in found["first"]] == [
        (step.verdict.rule, step.title, points.gain_said(step.gain, language)) for step in steps
    ]
    said = answers.report_text(Article(text, "markdown", language=language), "text")
    assert found["first"][0]["title"] in said
    assert found["tone"] == points.tone(report.score)
    assert bool(found["cap"]) == (text is TEXT)


def test_the_search_result_is_the_reports() -> None:
    title, said = (
        "Le lavoir du bourg coule de nouveau " * 3,
        "Deux ans de travaux, un bassin neuf. " * 4,
    )
    text = f"---\ntitle: {title}\ndescription: {said}\nslug: lavoir\n---\n{TEXT}"
    found = answers.seen(Article(text, "markdown"))["search"]
    assert found["title"].endswith("…")
    assert found["description"].endswith("…")
    assert found["address"] == "exemple.fr › lavoir"
    widths = [re.sub(r"\d+ px", "… px", one.replace("\u00a0", " ")) for one in found["widths"]]
    assert widths == [
        "Titre : … px sur 580 — coupé à l’affichage",
        "Description : … px sur 920 (mobile : 680) — coupé à l’affichage",
    ]
    report = answers.report_text(Article(text, "markdown"), "html")
    assert all(one in report for one in found["widths"])
    found = answers.seen(Article("Le lavoir coule.\n", "markdown", language="en"))["search"]
    assert found["title"] == "(no title)"
    assert found["widths"] == [
        "Title: 0 px of 580 — fits whole",
        "No description: the snippet is the beginning of the article.",
    ]


@pytest.mark.process
@pytest.mark.parametrize(("sign", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_how_it_ends(tmp_path: Path, sign: int, status: int) -> None:
    one = Page(tmp_path)
    assert one.post("/audit", text=TEXT, format="markdown")[0] == 200
    assert one.stop(sign) == status
    assert "Traceback" not in one.said
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    return runner(tmp_path, monkeypatch)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.1", "exemple.fr", "127.0.0.1.nip.io"])
def test_only_this_machine(run: Run, host: str) -> None:
    done = run("serve", "--host", host, "--no-browser")
    assert done.status == 2
    assert done.errors.count("\n") == 1
    assert host in done.errors


@pytest.mark.process
def test_a_port_that_cannot_be_had(run: Run, page: Page) -> None:
    done = run("serve", "--port", page.host.rpartition(":")[2], "--no-browser")
    assert done.status == 2
    assert done.errors.count("\n") == 1


def test_an_article_can_name_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.toml").write_text('must_mention = ["secret"]\n', "utf-8")
    (tmp_path / "secret.md").write_text("# Le secret du four\n", "utf-8")
    for said in ("brief: brief.toml", "source: secret.md", "brief: {source: secret.md}", "reference: ['*.md']"):  # fmt: skip
        text = f"---\nseo:\n  {said}\n  must_mention: [truelle]\n---\n{TEXT}"
        report = answers.report_text(Article(text, "markdown"))
        assert "secret" not in report.replace(said, "")
        assert "brief-mentions" in report


def test_one_finding_is_mended() -> None:
    article = Article(TEXT, "markdown")
    report = answers._report(article)
    wanted = next(f for v, f in report.findings if v.rule == "no-break-spaces" and f.fix)
    edits = answers.mended(
        Mending(TEXT, "markdown", rule="no-break-spaces", fingerprint=wanted.fingerprint)
    )["edits"]
    assert {edit["text"] for edit in edits} == {"\u00a0"}
    none = answers.mended(Mending(TEXT, "markdown", rule="no-break-spaces", fingerprint="x"))
    assert none["edits"] == []


def test_what_the_article_is_to_be() -> None:
    article = Article(TEXT, "markdown", keyphrase=" le  lavoir ")
    assert '"keyphrase": "le lavoir"' in answers.report_text(article)
    assert article.config.brief is None


DEMANDS = Demands(
    keyphrase=" four  à pain ",
    secondary=("pain chaud", " ", "pain chaud", "mairie, école"),
    language="fr",
    minimum_words=900,
    maximum_words=1200,
    minimum_subheadings=2,
    must_mention=("truelle", 'Xi’an "ouest"\\'),
    source=Text("La soeur du maçon a curé le puits en 1912.\n", "source.txt"),
    reference=(
        Text("<h1>Le lavoir</h1><p>Un lavoir.</p>", "a.html"),
        Text("# Lavoir\n\nUn lavoir.", "b.md"),
    ),
)


def test_every_key_of_a_brief_is_asked() -> None:
    article = json.loads(answers.report_text(Article(TEXT, "markdown", brief=DEMANDS)))["articles"][
        0
    ]
    asked = {one["key"]: one["asked"] for one in article["brief"]["demands"]}
    assert set(asked) == set(KEYS)
    assert asked["keyphrase"] == article["measures"]["keyphrase"] == "four à pain"
    assert asked["secondary"] == ["pain chaud", "mairie, école"]
    assert asked["source"] == "source.txt"
    assert asked["reference"] == ["a.html", "b.md"]
    rules = {one["rule"]: one["status"] for one in article["verdicts"]}
    assert "broken" not in rules.values()
    assert rules["brief-facts"] == rules["brief-words"] == rules["brief-mentions"] == "failed"


def test_a_brief_goes_to_a_file_and_comes_back(tmp_path: Path) -> None:
    text = answers.brief_written(BriefWanted(DEMANDS))["text"]
    assert text.startswith("# Ce que l’article doit être")
    found = answers.brief_read(BriefFile(text))
    again = msgspec.convert(found["fields"], Demands).brief
    asked = DEMANDS.brief
    assert asked
    assert again == replace(asked, source=None, reference=())
    assert (found["source"], found["reference"]) == ("source.txt", ["a.html", "b.md"])
    none = Brief(minimum_subheadings=0)
    assert tomllib.loads(written(none)) == {"minimum_subheadings": 0}
    # the command line reads the same, its texts beside it
    for name in ("source.txt", "a.html", "b.md"):
        (tmp_path / name).write_text("<p>Un mot</p>", "utf-8")
    (tmp_path / "brief.toml").write_text(text, "utf-8")
    assert replace(read(tmp_path / "brief.toml"), source=None, reference=(), name="") == again


def test_what_the_file_of_a_brief_names_is_not_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.txt").write_text("Un secret.", "utf-8")
    found = answers.brief_read(BriefFile('source = "s.txt"\nreference = "*.txt"\n'))
    assert (found["source"], found["reference"]) == ("s.txt", ["*.txt"])
    article = Article(TEXT, "markdown", brief=Demands(source=Text("Un texte.", "s.txt")))
    assert "secret" not in answers.report_text(article)


@each_row(
    ("text", "said"),
    [
        ("minimum_words = 0", "commande.toml:1"),
        ("\nmots = 3", "commande.toml:2"),
        ("source = 3", "commande.toml:1"),
        ("reference = [1]", "commande.toml:1"),
        ("x = ", "TOML"),
        ("minimum_words = 9\nmaximum_words = 8", "commande.toml:2"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_brief(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as error:
        answers.brief_read(BriefFile(text, "commande.toml"))
    assert said in error.value.say("fr")
    assert "\n" not in error.value.say("fr")


def test_a_pasted_source_has_no_file_to_be_named() -> None:
    text = answers.brief_written(BriefWanted(Demands(minimum_words=3, source=Text("Un mot."))))[
        "text"
    ]
    assert "source =" not in text
    assert "minimum_words = 3" in text


def test_what_cannot_be_asked_is_left_out() -> None:
    odd = Demands(
        language="tlh", minimum_words=0, maximum_words=-3, minimum_subheadings=-1, source=Text(" ")
    )
    assert odd.brief is None
    low = Demands(minimum_words=9, maximum_words=8).brief
    assert low == Brief(minimum_words=9)


def test_a_text_as_html() -> None:
    assert to_html(Source("---\ntitle: x\n---\n# Un *titre*\n")) == "<h1>Un <em>titre</em></h1>\n"
    noted = to_html(Source("Un four[^1] ~~vieux~~.\n\n- [x] cuire\n\n[^1]: Archives.\n"))
    assert 'href="#fn1"' in noted
    assert 'id="fn1"' in noted
    assert "Archives." in noted
    assert "<s>vieux</s>" in noted
    assert '<input type="checkbox" checked disabled> cuire' in noted
    assert "[^1]" not in noted
    assert answers.as_html(Article("Un <titre>\n\nUn mot.", "text"))["html"].startswith("<p>Un &lt;titre&gt;</p>")  # fmt: skip
    assert answers.as_html(Article("<p>a</p>", "html"))["html"] == "<p>a</p>"


def test_pasted_without_text() -> None:
    assert answers.pasted(Clipboard("<style>p {}</style>"))["text"] == ""


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_has_all_its_words(language: str) -> None:
    text = page_text("abc", "en" if language == "en" else "fr")
    assert f'<html lang="{language}">' in text
    for key in ("lead", "fix_all", "findings"):
        assert WORDS[key].say("en" if language == "en" else "fr") in text
