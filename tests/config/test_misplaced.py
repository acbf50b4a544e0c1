"""Keys where they do not belong: the error says where they do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import POOR, Run, runner

from seo_audit.cli import options
from seo_audit.config import keys, misplaced


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(POOR, "utf-8")
    return runner(tmp_path, monkeypatch)


Said = Callable[[str], str]


@pytest.fixture
def said(run: Run) -> Said:
    """The one line that a configuration gives, in English."""

    def say(text: str, name: str = "seo-audit.toml") -> str:
        Path(name).write_text(text, "utf-8")
        found = run("--lang", "en", "a.md")
        assert found.status == 2
        [line] = found.errors.splitlines()
        return line

    return say


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("word-count = 700\n", 1, "[rules.word-count], for example minimum = 700"),
        ("word_count = 700\n", 1, "[rules.word-count], for example minimum = 700"),
        ("\n[word-count]\nminimum = 700\n", 2, "[rules.word-count], for example minimum = 700"),
        ("wordcount = 700\n", 1, "[rules.word-count], for example minimum = 700"),
        ("link-text = false\n", 1, "[rules.link-text], for example enabled = false"),
        ('link-text = "error"\n', 1, '[rules.link-text], for example severity = "error"'),
        ("[rules]\nword-count = 700\n", 2, "[rules.word-count], for example minimum = 700"),
        ("[[overrides]]\nfiles = ['*']\nword-count = 700\n", 3, "[rules.word-count]"),
        ("typography = false\n", 1, 'ignore = ["typography"] leaves it out'),
        ("[rules.links]\nenabled = false\n", 1, 'ignore = ["links"] leaves it out'),
        ("minimum = 700\n", 1, "an option of a rule: put it under [rules."),
        ('format = "html"\n', 1, "on the command line only: --format"),
        ("[tool.seo-audit]\nlang = 'en'\n", 1, "the keys need no [tool.seo-audit]"),
        (
            '[rules.word-count]\nminimum = 7\n\nfail-on = "warning"\n',
            4,
            "holds for the whole file: put it before the first table, [rules.word-count] included",
        ),
        ('[rules]\nfail-on = "warning"\n', 2, "before the first table, [rules] included"),
        ('[per-file-ignores]\nfail-on = "warning"\n', 2, "[per-file-ignores] included"),
        ("[front-matter]\nignore = ['h1']\n", 2, "before the first table, [front-matter] included"),
        # what is no such thing is told as before
        ("igore = []\n", 1, "did you mean “ignore”?"),
        ("rulez = {}\n", 1, "did you mean “rules”?"),
    ],
)
def test_the_error_says_where_it_belongs(said: Said, text: str, line: int, hint: str) -> None:
    found = said(text)
    assert f"seo-audit.toml:{line}" in found
    assert hint in found


def test_tables_that_have_such_a_key_may(run: Run) -> None:
    Path("seo-audit.toml").write_text(
        'per-file-ignores = { "keyphrase" = ["h1"] }\n[front-matter]\ntitle = "titre"\n'
    )
    assert run("--exit-zero", "a.md").status == 0


def test_pyproject_has_its_own_line(run: Run) -> None:
    Path("pyproject.toml").write_text("[tool.seo-audit]\n\nword-count = 700\n")
    assert "pyproject.toml:3" in run("a.md").errors


def test_one_error_is_told_once_however_many_articles(run: Run) -> None:
    Path("seo-audit.toml").write_text("word-count = 700\n")
    for options_ in ((), ("--jobs", "2")):
        found = run("--format", "json", *options_, ".")
        assert found.status == 2
        assert found.errors.count("[rules.word-count]") == 1
        assert [one["path"] for one in found.json()["articles"]] == ["seo-audit.toml"]
    assert run(".").text.count("[rules.word-count]") == 1


def test_what_only_the_command_line_knows() -> None:
    known = {option.name for _, section in options.AUDIT for option in section}
    assert known >= misplaced.COMMAND_LINE_ONLY
    assert not misplaced.COMMAND_LINE_ONLY & set(keys.KEYS)
    assert known - misplaced.COMMAND_LINE_ONLY <= set(keys.KEYS)
