"""Patterns beside git itself, and how long they take."""

import subprocess
from pathlib import Path

import pytest
from growth import grows_linearly
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from installed import git
from tables import each_row

from seo_audit.runner.discovery import _Ignored
from seo_audit.toml.patterns import ignore_rules, matches, says


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tree")
    git(folder, "init", "--quiet")
    return folder


PIECES = st.sampled_from(
    ["a", "b", "ab", "*", "?", "**", "[ab]", "[!a]", "a*b", "*b*", "\\a", " ", ".md"]
)
NAMES = st.builds("".join, st.lists(PIECES, min_size=1, max_size=3))
LINES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "!", "#", "\\!", "\\#"]),
    st.sampled_from(["", "", "/", "**/"]),
    st.builds("/".join, st.lists(NAMES, min_size=1, max_size=3)),
    st.sampled_from(["", "", "/", " ", "/**", "\\"]),
)
PATHS = st.builds(
    "/".join,
    st.lists(
        st.sampled_from(["a", "b", "ab", "aab", "a.md", "ba", " ", "!a", "#a"]),
        min_size=1,
        max_size=4,
    ),
)


@settings(max_examples=250)
@given(st.lists(LINES, max_size=4), st.lists(PATHS, min_size=1, max_size=6, unique=True))
def test_what_git_ignores_is_ignored(tree: Path, lines: list[str], paths: list[str]) -> None:
    assume(not any("***" in line for line in lines))
    (tree / ".gitignore").write_text("\n".join(lines), "utf-8")
    done = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin", "-z"],
        cwd=tree,
        input="\0".join(paths).encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    theirs = set(done.stdout.decode().split("\0")) - {""}
    ignored = _Ignored(tree)
    assert {path for path in paths if ignored(tree / path, folder=False)} == theirs


@each_row(
    "pattern",
    [
        "*a*a*a*a*a*a*a*a*a*a*a*a*z",
        "**/" * 40 + "z",
        "[ab]" * 30 + "*" + "[ab]" * 30 + "z",
        "?*" * 60 + "z",
    ],
)
def test_a_pattern_takes_its_length_times_that_of_the_path(pattern: str) -> None:
    assert not matches(pattern, "a" * 250 + ".md")
    assert not matches(pattern, "a/" * 250 + "b.md")
    rules = ignore_rules([pattern])
    assert says(rules, "a/" * 250 + "a", folder=False) is None
    assert grows_linearly(lambda size: matches(pattern, "a/" * min(size, 2000) + "b"), 2000)


def test_a_pattern_longer_than_any_path_matches_nothing() -> None:
    assert not matches("a" * 5000, "a" * 5000)
    assert not matches("*" * 5000, "a")
    assert ignore_rules(["*" * 5000]) == ()


def test_many_patterns_are_read_once() -> None:
    patterns = [f"x{number}*" for number in range(2000)]
    assert sum(matches(pattern, "x7") for pattern in patterns * 2) == 2
