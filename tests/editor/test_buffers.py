"""Texts that are open: changes, formats, what is said while somebody types."""

from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit import api
from seo_audit.editor.buffers import Buffer, Change, _brought, format_of, path_of
from seo_audit.editor.positions import Encoding, Lines

TEXTS = st.text(st.sampled_from("ab é🎈\r\n"), max_size=30)


def buffer(text: str, encoding: Encoding = "utf-16") -> Buffer:
    return Buffer("file:///site/a.md", "markdown", 1, text, encoding)


@given(
    text=TEXTS,
    edits=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), TEXTS), max_size=4),
    encoding=st.sampled_from(("utf-8", "utf-16", "utf-32")),
)
def test_changes_one_on_the_other(
    text: str, edits: list[tuple[int, int, str]], encoding: Encoding
) -> None:
    wanted, changes = text, []
    for first, second, new in edits:
        start, end = sorted((min(first, len(wanted)), min(second, len(wanted))))
        # an editor puts no place within a line end
        start -= wanted[start - 1 : start + 1] == "\r\n"
        end += wanted[end - 1 : end + 1] == "\r\n"
        changes.append(Change(new, Lines(wanted, encoding).extent(start, end)))
        wanted = wanted[:start] + new + wanted[end:]
    one = buffer(text, encoding)
    one.change(2, changes)
    assert (one.text, one.version) == (wanted, 2)


def test_a_change_without_a_place_is_all_of_the_text() -> None:
    one = buffer("un")
    one.change(7, [Change("deux")])
    assert (one.text, one.version) == ("deux", 7)


@each_row(
    ("before", "after", "wanted"),
    [("abc", "abXc", 1), ("", "abc", 3), ("abc", "abc", 0), ("aaa", "aaaa", 1), ("abc", "", 0), ("abc", "xyz", 3), ("ab", "abab", 2)],
)  # fmt: skip
def test_how_much_is_new(before: str, after: str, wanted: int) -> None:
    assert _brought(before, after) == wanted


@given(TEXTS, TEXTS, TEXTS)
def test_what_is_new_stands_between_what_is_alike(first: str, new: str, last: str) -> None:
    assert _brought(first + last, first + new + last) <= len(new)


def test_a_half_written_article_is_not_shouted_at() -> None:
    one = buffer("")
    one.complete = False  # opened empty, and shown
    one.change(2, [Change("# Le lavoir\n\nUn mot.\n", Lines("", "utf-16").extent(0, 0))])
    report = api.audit(one.text, format="markdown")
    told = {rule for rule, _ in one.shown(report)}
    assert "word-count" not in told
    one.complete = True  # saved
    assert "word-count" in {rule for rule, _ in one.shown(report)}
    one.note_shown(report)
    one.change(3, [Change("x", one.lines.extent(3, 3))])
    assert "word-count" in {rule for rule, _ in one.shown(report)}


@pytest.mark.parametrize(("size", "due"), [(30, False), (500, True)])
def test_a_pasted_article_is_judged_as_a_whole(size: int, due: bool) -> None:
    one = buffer("# Titre\n")
    one.complete = False
    one.change(2, [Change("x" * size, one.lines.extent(3, 3))])
    assert one.complete is due


@each_row(
    ("uri", "path"),
    [
        ("file:///site/un%20%C3%A9t%C3%A9%25.md", Path("/site/un été%.md")),
        ("untitled:Untitled-1", None),
        ("file://machine/site/a.md", None),
        ("https://exemple.fr/a.md", None),
        ("file:///a%00b.md", None),
        ("http://[", None),
    ],
)
def test_the_file_of_an_address(uri: str, path: Path | None) -> None:
    assert path_of(uri) == path


@each_row(
    ("name", "language", "wanted"),
    [
        ("a.md", "plaintext", "markdown"),
        ("Untitled-1", "markdown", "markdown"),
        ("Untitled-1", "html", "html"),
        ("a.py", "python", None),
        ("a.qmd", "quarto", "markdown"),
    ],
)
def test_the_format_of_a_text(name: str, language: str, wanted: str | None) -> None:
    assert format_of(PurePath(name), language) == wanted
