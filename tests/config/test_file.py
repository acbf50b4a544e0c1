import tomllib
from pathlib import Path
from typing import Any

import pytest
from command_line import FINE, POOR, Run, runner
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit.config import keys
from seo_audit.toml import patterns
from seo_audit.toml.places import key_lines


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.md").write_text(FINE, "utf-8")
    (tmp_path / "b.md").write_text(POOR, "utf-8")
    return runner(tmp_path, monkeypatch)


def write(text: str, name: str = "seo-audit.toml") -> None:
    Path(name).write_text(text, "utf-8")


def minimum(run: Run, *arguments: str) -> bool:
    """Whether the article of nine words is too short for its configuration."""
    return "word-count" in run("--format", "json", *arguments).failing()


QUIET = "[rules.word-count]\nminimum = 3\n"


def test_nearest_file_above_the_article_counts_wherever_the_command_runs(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert minimum(run, "deep/a.md")
    write(QUIET)
    assert not minimum(run, "deep/a.md")
    monkeypatch.chdir("/")
    assert not minimum(run, str(tmp_path / "deep" / "a.md"))
    write("[rules.word-count]\nminimum = 50\n", str(tmp_path / "deep" / "seo-audit.toml"))
    assert minimum(run, str(tmp_path / "deep" / "a.md"))
    assert minimum(run, "--isolated", str(tmp_path / "deep" / "a.md"))


def test_pyproject_counts_only_with_our_table(run: Run) -> None:
    write(QUIET)
    write('[project]\nname = "seo-audit"\n', "deep/pyproject.toml")
    assert not minimum(run, "deep/a.md")
    write("[tool.seo-audit.rules.word-count]\nminimum = 50\n", "deep/pyproject.toml")
    assert minimum(run, "deep/a.md")
    write(QUIET, "deep/seo-audit.toml")
    assert not minimum(run, "deep/a.md")


def test_command_line_wins_over_files(run: Run) -> None:
    write('select = ["h1"]\n')
    assert run("--format", "json", "b.md").ran() == {"h1"}
    assert run("--format", "json", "--select", "title", "b.md").ran() == {"title"}
    assert run("--format", "json", "--extend-select", "title", "b.md").ran() == {"h1", "title"}
    assert run("--format", "json", "--config", "select = ['title']", "b.md").ran() == {"title"}
    # what --select names runs, even where the file turns it off
    write("[rules.h1]\nenabled = false\n")
    assert "h1" not in run("--format", "json", "b.md").ran()
    assert run("--format", "json", "--select", "h1", "b.md").ran() == {"h1"}


def test_config_file_given_takes_the_place_of_those_near_the_articles(run: Run) -> None:
    write('select = ["h1"]\n')
    write('select = ["title"]\n', "other.toml")
    ran = run("--format", "json", "--config", "other.toml", "b.md").ran()
    assert ran == {"title"}


def test_overrides_and_per_file_ignores_hold_for_their_files(run: Run) -> None:
    write(
        """
select = ["h1", "word-count"]
[per-file-ignores]
"*.md" = ["h1"]
[[overrides]]
files = ["deep/**"]
profile = "news"
[overrides.rules.word-count]
minimum = 2
"""
    )
    found = run("--format", "json", "deep/a.md", "b.md")
    assert found.ran(0) == {"word-count"}
    assert found.failing(0) == set()
    assert found.failing(1) == {"word-count"}


@pytest.mark.parametrize("names", ['["link-text"]', '["links"]'])
@pytest.mark.parametrize(
    "options",
    [
        ("--select", "links"),
        ("--select", "link-text,h1"),
        ("--extend-select", "link-text"),
        ("--ignore", "h1"),
    ],
)
def test_lists_for_all_files_leave_per_file_ignores_in_force(
    run: Run, names: str, options: tuple[str, ...]
) -> None:
    write(f'[per-file-ignores]\n"deep/**" = {names}\n')
    found = run("--format", "json", *options, "b.md", "deep/a.md")
    assert "link-text" in found.ran(0)
    assert "link-text" not in found.ran(1)


def test_an_override_for_fewer_files_takes_a_rule_back_in(run: Run) -> None:
    ignores = '[per-file-ignores]\n"deep/**" = ["link-text", "h1"]\n'
    for back in ('extend-select = ["link-text"]', "[overrides.rules.link-text]\nenabled = true"):
        write(f"{ignores}[[overrides]]\nfiles = ['deep/a.md']\n{back}\n")
        ran = run("--format", "json", "deep/a.md").ran(0)
        assert "link-text" in ran
        assert "h1" not in ran


def test_gate_of_a_file(run: Run) -> None:
    write('fail-on = "warning"\n[[overrides]]\nfiles = ["deep/"]\nfail-on = "never"\n')
    assert run("b.md").status == 1
    assert run("deep/a.md").status == 0
    assert run("--fail-on", "never", "b.md").status == 0
    write('fail-on = "never"\n[fail-under]\nstructure = 100\n')
    assert run("b.md").status == 1


def test_language_of_the_configuration(run: Run) -> None:
    write('lang = "en"\n')
    assert "words" in run("--format", "concise", "b.md").text
    assert "mots" in run("--format", "concise", "--lang", "fr", "b.md").text


ERRORS: list[tuple[str, str, tuple[str, ...]]] = [
    ("misspelt option", "[rules.word-count]\n\nminimun = 7\n", (":3", "minimun", "minimum")),
    (
        "misspelt rule",
        "# ici\n[rules.word-cuont]\nminimum = 7\n",
        (":2", "word-cuont", "word-count"),
    ),
    ("misspelt key", 'igore = ["title"]\n', (":1", "igore", "ignore")),
    (
        "wrong type",
        '[rules.word-count]\nminimum = "tant"\n',
        (":2", "minimum", '"tant"', "nombre entier"),
    ),
    ("out of range", "[rules.word-count]\nminimum = -7\n", (":2", "minimum", "-7", "au moins 0")),
    ("rule in select", 'select = ["h1",\n "ttle"]\n', (":1", "ttle", "title")),
    ("unknown profile", 'profile = "roman"\n', (":1", "profile", "roman", "article")),
    ("not TOML", "ceci n'est pas du TOML\n", (":1",)),
    ("inline", "rules = { word-count = { minimun = 3 } }\n", (":1", "minimun")),
    ("dotted", "\nrules.word-count.minimun = 3\n", (":2", "minimun")),
    ("table of a list", "rules = []\n", (":1", "rules", "table")),
    (
        "override",
        "[[overrides]]\nfiles=['x']\n[[overrides]]\nfiles=['*']\nigore=[]\n",
        (":5", "igore"),
    ),
    ("override without files", "[[overrides]]\nignore = []\n", (":1", "files")),
    ("override of overrides", "[[overrides]]\nfiles=['*']\noverrides = []\n", (":3", "overrides")),
    ("category", "[fail-under]\nstructur = 3\n", (":2", "structur", "structure")),
    ("score", "fail-under = true\n", (":1", "fail-under")),
    ("front matter", "[front-matter]\ntitel = 'x'\n", (":2", "titel", "title")),
    ("region", 'region = "France"\n', (":1", "region")),
    ("ignores", "[per-file-ignores]\n'*' = ['h2']\n", (":2", "h2", "h1")),
    ("score beyond 100", "fail-under = 120\n", (":1", "120", "de 0 à 100")),
    ("score of a category", "[fail-under]\nlinks = -1\n", (":2", "links", "-1", "de 0 à 100")),
    ("switch", "force-exclude = 'yes'\n", (":1", "force-exclude", "true ou false")),
    ("bytes", "maximum-bytes = 0\n", (":1", "maximum-bytes")),
    ("warnings", "max-warnings = 1.5\n", (":1", "max-warnings")),
    ("severity", "[rules.h1]\nseverity = 'grave'\n", (":2", "severity", "grave")),
    ("twice", "lang = 'fr'\nlang = 'en'\n", (":2",)),
    ("absent brief", "brief = 'absent.toml'\n", (":1", "absent.toml")),
    ("deep", "a = " + "[" * 5000, ()),
]


@pytest.mark.parametrize(
    ("text", "words"), [error[1:] for error in ERRORS], ids=[e[0] for e in ERRORS]
)
def test_errors_name_key_file_and_line(run: Run, text: str, words: tuple[str, ...]) -> None:
    write(text)
    found = run("deep/a.md")
    assert found.status == 2
    assert len(found.errors.splitlines()) == 1, found.errors
    for word in ("seo-audit.toml", *words):
        assert word in found.errors


def test_error_in_pyproject_has_its_line(run: Run) -> None:
    write("[project]\nname = 'x'\n\n[tool.seo-audit]\nigore = []\n", "pyproject.toml")
    assert "pyproject.toml:5" in run("b.md").errors


@pytest.mark.parametrize("expression", ["rules.word-count.minimun = 3", "igore = []", "x = = 3"])
def test_error_in_an_expression_says_where_it_comes_from(run: Run, expression: str) -> None:
    found = run("--config", expression, "b.md")
    assert found.status == 2
    assert "--config" in found.errors


def test_articles_of_other_configurations_are_audited_all_the_same(run: Run) -> None:
    write("igore = []\n", "deep/seo-audit.toml")
    found = run("--format", "json", "b.md", "deep/a.md")
    assert found.status == 2
    first, second = found.json()["articles"]
    assert first["verdicts"]
    assert "igore" in second["error"]


def test_show_config_is_toml_that_holds(run: Run) -> None:
    write('ignore = ["title"]\n[rules.word-count]\nminimum = 3\nseverity = "error"\n')
    shown = run("--show-config", "--fail-under", "structure=50", "deep/a.md")
    assert shown.status == 0
    data = tomllib.loads(shown.text)
    assert data["rules"]["word-count"]["minimum"] == 3
    assert data["rules"]["word-count"]["severity"] == "error"
    assert data["fail-under"] == {"structure": 50}
    assert "seo-audit.toml" in shown.text
    # the tool's own words are read back, and say the same
    write(shown.text, "deep/seo-audit.toml")
    again = run("--show-config", "deep/a.md")
    assert tomllib.loads(again.text) == data


@each_row(
    ("pattern", "path", "holds"),
    [
        ("*.md", "a.md", True),
        ("*.md", "x/y/a.md", True),
        ("*.md", "a.mdx", False),
        ("x/*.md", "x/a.md", True),
        ("x/*.md", "x/y/a.md", False),
        ("x/**", "x/y/a.md", True),
        ("x/**/*.md", "x/a.md", True),
        ("**/y/*.md", "x/y/a.md", True),
        ("x", "x/y/a.md", True),
        ("x/", "x/y/a.md", True),
        ("/x", "y/x", False),
        ("y/x", "z/y/x", False),
        ("[ab].md", "a.md", True),
        ("[!ab].md", "a.md", False),
        ("[a", "[a", True),
        ("a.md", "aXmd", False),
        ("?.md", "é.md", True),
        ("[a-c].md", "b.md", True),
        ("[!a-c].md", "b.md", False),
        ("[a-].md", "-.md", True),
        ("[c-a].md", "[c-a].md", True),
        ("[?--].md", "[?--].md", True),
        ("[a&&b].md", "&.md", True),
    ],
)
def test_patterns(pattern: str, path: str, holds: bool) -> None:
    assert patterns.matches(pattern, path) is holds


@settings(max_examples=100)
@given(st.text("*?[]!^-/a\\é", max_size=12), st.text("a/é]", max_size=12))
def test_no_pattern_breaks(pattern: str, path: str) -> None:
    patterns.matches(pattern, path)


KEY = st.text("abé -.", min_size=1, max_size=4)
VALUES = st.recursive(
    st.integers() | st.booleans() | st.text("a\"'#=[]\\\n", max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60)
@given(st.dictionaries(KEY, VALUES, min_size=1, max_size=5))
def test_each_key_has_the_line_it_stands_on(data: dict[str, Any]) -> None:
    from seo_audit.toml.writing import toml

    text = "".join(
        f"# {number}\n{toml(key)} = {toml(value)}\n"
        for number, (key, value) in enumerate(data.items())
    )
    assert tomllib.loads(text) == data
    lines = key_lines(text)
    for number, (key, value) in enumerate(data.items()):
        assert lines[key,] == 2 * number + 2
        if isinstance(value, dict):
            for inner in value:
                assert lines[key, inner] == 2 * number + 2


def test_lines_of_tables_and_lists() -> None:
    lines = key_lines(
        '[a]\nx = """\ny = 1\n"""\n\n[[b]]\nz = [1,\n  {c = 2}]\n[[b]]\n[b.d]\ne.f = 1\n'
    )
    assert ("a", "y") not in lines
    assert lines["a", "x"] == 2
    assert lines["b", 0, "z"] == 7
    assert lines["b", 0, "z", 1, "c"] == 8
    assert lines["b", 1] == 9
    assert lines["b", 1, "d", "e", "f"] == 11


def test_every_key_of_a_file_is_known_to_the_help_of_init() -> None:
    from seo_audit.cli import init_files as starters

    for text in (starters.CONFIGURATION.fr, starters.CONFIGURATION.en):
        bare = "\n".join(
            line.removeprefix("# ") for line in text.splitlines() if "=" in line or "[" in line
        )
        named = {line.split("=")[0].split(".")[0].strip(" []#") for line in bare.splitlines()}
        assert named >= set(keys.KEYS)
