"""Reading briefs: from files, configurations and front matter, with errors that name key and line."""

import pickle
import tomllib
from pathlib import Path

import pytest
from command_line import Run, runner
from msgspec.structs import replace

from seo_audit.brief.brief import KEYS, Brief
from seo_audit.brief.file import from_table, read
from seo_audit.errors import ConfigError

WHOLE = """\
keyphrase = "fontaine du  village"
secondary = ["eau potable"]
language = "fr-FR"
minimum_words = 700
maximum-words = 900
minimum_subheadings = 3
must_mention = ["mairie"]
source = "source.txt"
reference = ["pages/*.html", "autre.md"]
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    return runner(tmp_path, monkeypatch)


@pytest.fixture(autouse=True)
def texts(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for name in ("source.txt", "autre.md", "pages/b.html", "pages/a.html"):
        (tmp_path / name).write_text("La fontaine coule.\n", "utf-8")
    (tmp_path / "a.md").write_text("# Eau\n\nLa fontaine coule.\n", "utf-8")


def write(folder: Path, text: str, name: str = "brief.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_every_key(tmp_path: Path) -> None:
    brief = read(write(tmp_path, WHOLE))
    assert brief.asked == KEYS
    assert brief.keyphrase == "fontaine du village"
    assert (brief.minimum_words, brief.maximum_words) == (700, 900)
    assert brief.language == "fr"
    assert brief.source
    assert brief.source.document().text == "La fontaine coule."
    assert [page.name for page in brief.reference] == ["a.html", "b.html", "autre.md"]
    assert pickle.loads(pickle.dumps(brief)) == brief


@pytest.mark.parametrize(
    ("text", "line", "parts"),
    [
        ("\nminimum_word = 3\n", 2, ("minimum_word", "minimum_words")),
        ("mots = 3\n", 1, ("mots", "keyphrase, secondary")),
        ('minimum_words = "700"\n', 1, ('"700"', "whole number, at least 1")),
        ("minimum_words = 0\n", 1, ("at least 1",)),
        ("minimum_words = true\n", 1, ("true",)),
        ("minimum_words = 9\nmaximum_words = 8\n", 2, ("maximum_words", "minimum_words”, 9")),
        ('language = "xx"\n', 1, ('"xx"', '"fr"')),
        ('keyphrase = " "\n', 1, ("keyphrase", "not empty")),
        ('must_mention = "mairie"\n', 1, ("must_mention", "list")),
        ('must_mention = ["mairie",\n 3]\n', 2, ("must_mention", "list")),
        ('source = "absent.txt"\n', 1, ("source", "absent.txt")),
        ('\nreference = ["pages/*", "*.pdf"]\n', 2, ("reference", "*.pdf")),
        ("minimum_words = \n", 1, ("TOML",)),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    tmp_path: Path, text: str, line: int, parts: tuple[str, ...]
) -> None:
    with pytest.raises(ConfigError) as caught:
        read(write(tmp_path, text))
    said = str(caught.value)
    assert f"brief.toml:{line}" in said
    for part in parts:
        assert part in said
    assert "\n" not in said


def test_unreadable_texts_are_errors(tmp_path: Path) -> None:
    (tmp_path / "source.txt").write_bytes(b"\x89PNG\r\n\x00\x00\x00")
    with pytest.raises(ConfigError, match=r"source.*source\.txt.*binary"):
        read(write(tmp_path, 'source = "source.txt"'))
    with pytest.raises(ConfigError, match=r"absent\.toml"):
        read(tmp_path / "absent.toml")


def test_table_without_a_file() -> None:
    assert from_table({"minimum-words": 3}, Path()) == Brief(minimum_words=3)
    with pytest.raises(ConfigError, match=r"Config\.minimum_wrods"):
        from_table({"minimum_wrods": 3}, Path())


# -- where briefs come from


def test_option(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "minimum_words = 9\n")
    assert "brief-words" in run("--format", "json", "--brief", "brief.toml", "a.md").failing()
    assert "brief-words" not in run("--format", "json", "a.md").ran()
    missing = run("--brief", "absent.toml", "a.md")
    assert missing.status == 2
    assert missing.errors == "seo-audit: --brief\u00a0: commande introuvable\u00a0: absent.toml\n"


def test_configuration(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "[brief]\nminimum_words = 9\nsource = 'source.txt'\n", "seo-audit.toml")
    assert "brief-words" in run("--format", "json", "a.md").failing()
    write(tmp_path, "\n[brief]\nminimum_wrods = 9\n", "seo-audit.toml")
    wrong = run("a.md")
    assert wrong.status == 2
    assert "seo-audit.toml:3" in wrong.errors
    assert "minimum_words" in wrong.errors


def test_front_matter_is_stronger_key_by_key(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "minimum_words = 9\nminimum_subheadings = 1\n")
    article = "---\nseo:\n  keyphrase: eau\n  minimum_words: 2\n---\n# Eau\n\nElle coule.\n"
    (tmp_path / "a.md").write_text(article, "utf-8")
    failing = run("--format", "json", "--brief", "brief.toml", "a.md").failing()
    assert "brief-words" not in failing
    assert "brief-subheadings" in failing


def test_front_matter_may_name_a_file_or_hold_a_table(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "minimum_words = 9\n")
    for said in ("brief.toml", "{minimum_words: 9}"):
        (tmp_path / "a.md").write_text(f"---\nseo:\n  brief: {said}\n---\nEau.\n", "utf-8")
        assert "brief-words" in run("--format", "json", "a.md").failing()


def test_a_wrong_value_in_front_matter_has_its_line(run: Run, tmp_path: Path) -> None:
    text = "---\ntitle: minimum_words\nseo:\n  profile: news\n  minimum_words: peu\n---\nEau.\n"
    (tmp_path / "a.md").write_text(text, "utf-8")
    found = run("a.md")
    assert found.status == 2
    assert "a.md:5" in found.errors


def test_an_article_without_brief_keys_has_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nseo:\n  keyphrase: eau\n---\nEau.\n", "utf-8")
    assert not any(name.startswith("brief") for name in run("--format", "json", "a.md").ran())


def test_show_config_shows_the_brief(run: Run, tmp_path: Path) -> None:
    write(tmp_path, WHOLE)
    shown = tomllib.loads(run("--show-config", "--brief", "brief.toml", "a.md").text)["brief"]
    assert from_table(shown, tmp_path) == replace(read(tmp_path / "brief.toml"), name="")


# -- what a brief may read


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file beside the folders which briefs are tried in."""
    path = tmp_path / "secret" / "secret.txt"
    path.parent.mkdir()
    path.write_text("Un mot de passe que personne ne doit lire ici.\n", "utf-8")
    return path


@pytest.mark.parametrize(
    "said",
    [
        "source = '{secret}'",
        "source = '../secret/secret.txt'",
        "source = 'link.txt'",
        "reference = '{secret}'",
        "reference = '../secret'",
        "reference = ['../secret/*.txt']",
        "reference = ['../**/*.txt']",
        "reference = ['/**/*.txt']",
        "reference = ['*.txt']",
    ],
)
def test_brief_reads_nothing_outside(
    tmp_path: Path, secret: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "link.txt").symlink_to(secret)
    brief = write(folder, said.replace("{secret}", str(secret)))
    monkeypatch.chdir(folder)
    with pytest.raises(ConfigError, match="reads nothing else"):
        read(brief)
    # whoever works one folder above may read it
    monkeypatch.chdir(tmp_path)
    if "/**" not in said:
        assert read(brief).asked


def test_articles_and_configurations_name_no_brief_outside(
    run: Run, tmp_path: Path, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(secret.parent, "minimum_words = 9\n")
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "a.md").write_text("---\nseo:\n  brief: ../secret/brief.toml\n---\n# Un\n", "utf-8")
    (folder / "b.md").write_text("# Un\n", "utf-8")
    ran = run("a.md")
    assert (ran.status, "secret/brief.toml" in ran.errors) == (2, True)
    write(folder, "brief = '../secret/brief.toml'\n", "seo-audit.toml")
    ran = run("b.md")
    assert (ran.status, "secret/brief.toml" in ran.errors) == (2, True)
    # the command line may name any
    ran = run("b.md", "--isolated", "--brief", "../secret/brief.toml", "--format", "json")
    assert "brief-words" in ran.failing()


def test_what_a_brief_says_is_not_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nseo:\n  brief: brief.toml\n---\nEau.\n", "utf-8")
    for least, found in ((9, True), (1, False), (9, True)):
        write(tmp_path, f"minimum_words = {least}\n")
        assert ("brief-words" in run("--format", "json", "a.md").failing()) is found


@pytest.mark.process
def test_reports_with_a_brief_travel_between_processes(run: Run, tmp_path: Path) -> None:
    write(tmp_path, WHOLE)
    (tmp_path / "b.md").write_text("# Eau\n\nElle coule en 2021.\n", "utf-8")
    arguments = ("--format", "json", "--brief", "brief.toml", "--no-cache", "a.md", "b.md")
    assert run(*arguments, "--jobs", "2").out == run(*arguments).out
