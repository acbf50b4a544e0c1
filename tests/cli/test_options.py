"""A plain command line means the same whoever reads it."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from seo_audit.cli import actions as cli_jobs
from seo_audit.cli import commands as cli
from seo_audit.cli.options import AUDIT, SUBCOMMANDS, plainly

OPTIONS = [option for _, listed in AUDIT for option in listed]
NAMES = [name for option in OPTIONS for name in option.names]
VALUES = st.sampled_from(
    ["", "a", "12", "0", "fr", "news", "error", "auto", "json=r.json", "-", "-x", "é b", "²"]
)
WORDS = st.one_of(
    st.sampled_from(NAMES),
    st.builds("{}={}".format, st.sampled_from(NAMES), VALUES),
    VALUES,
    st.sampled_from(
        ["a.md", "b c.html", "rules", "./rules", "--", "-vq", "-j2", "-oa.txt", "--he"]
    ),
    st.text(max_size=4),
)

Read = tuple[tuple[str, ...], dict[str, Any]]


@pytest.fixture(scope="module", autouse=True)
def nothing_is_audited() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cli_jobs, "audit", lambda paths, **options: READ.append((paths, options)))
        yield


READ: list[Read] = []


def by_click(arguments: Sequence[str]) -> Read:
    READ.clear()
    cli.run(arguments, "fr")
    (found,) = READ
    return found


@settings(max_examples=600)
@given(st.lists(WORDS, max_size=7))
@example(["a.md"])
@example(["--jobs", "2", "-o", "r.txt", "a.md", "-v", "b.md"])
@example(["--select=a", "--select", "b", "--title=", "a.md"])
@example(["--jobs=2", "--jobs=3", "a.md", "--lang", "en", "rules"])
def test_read_as_click_reads_it(arguments: list[str]) -> None:
    plain = plainly(arguments)
    if plain:
        assert plain == by_click(arguments)


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_every_option_is_plain(option: Any) -> None:
    good = {"max-warnings": "3", "jobs": "2"}.get(option.name, (*option.choices, "x")[0])
    for name in option.names:
        arguments = ["a.md", name] if option.is_flag else ["a.md", name, good]
        plain = plainly(arguments)
        assert plain
        assert plain == by_click(arguments)
        assert plain != plainly(["a.md"]) or option.default == good


@pytest.mark.parametrize(
    "arguments",
    [
        "",
        "--verbose",
        "--",
        "-- a.md",
        "a.md --help",
        "a.md -h",
        "--version a.md",
        "a.md --title",
        "a.md --title --quiet",
        "a.md --quiet=yes",
        "a.md -o=x",
        "a.md -vq",
        "a.md -j2",
        "a.md --verb",
        "a.md --jobs 0",
        "a.md --jobs ²",
        "a.md --max-warnings -1",
        "a.md --profile nothing",
        "a.md -o -",
        *(f"{name} a.md" for name in SUBCOMMANDS),
        "--verbose rules",
    ],
)
def test_click_reads_the_rest(arguments: str) -> None:
    assert plainly(arguments.split()) is None


def test_subcommands_are_known() -> None:
    assert {*cli.group("fr").commands} == {*SUBCOMMANDS, cli.AUDIT}
