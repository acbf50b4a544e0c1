"""Edits of the markup around a text."""

from tables import each_row

from seo_audit.document import Document, Format
from seo_audit.message import Message
from seo_audit.parsing import Parsing, parse
from seo_audit.rule import Edit
from seo_audit.rule_support.markup import (
    line_start,
    releveled,
    removed,
    suggestion,
    with_attribute,
    without_word,
)
from seo_audit.source import Source, Span

WHY = Message("a", "b")


def read(text: str, form: Format = "html") -> Document:
    return parse(Source(text), Parsing(), form)


def made(text: str, *edits: Edit | None) -> str | None:
    if None in edits or not edits:
        return None
    for edit in sorted(filter(None, edits), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@each_row(
    ("text", "form", "after"),
    [
        ("# Eau", "markdown", "### Eau"),
        ("  ## Eau ##\n", "markdown", "  ### Eau ##\n"),
        ("Eau\n===\n", "markdown", None),
        ("<h2 class=a>Eau</h2>", "html", "<h3 class=a>Eau</h3>"),
        ("<H2>Eau</H2 >", "html", "<H3>Eau</H3 >"),
        ("<h2>Eau", "html", None),
        ("<div role=heading aria-level=2>Eau</div>", "html", None),
    ],
)
def test_a_heading_of_another_level(text: str, form: Format, after: str | None) -> None:
    document = read(text, form)
    assert made(text, *releveled(document, document.headings[0], 3)) == after


@each_row(
    ("tag", "after"),
    [
        ("<img src=a>", '<img alt="« é » &quot;" src=a>'),
        ("<img alt='' src=a>", '<img alt="« é » &quot;" src=a>'),
        ("<img\n  SRC='>' ALT=x/>", "<img\n  SRC='>' alt=\"« é » &quot;\">"),
        ("<img data-alt=x alt>", '<img data-alt=x alt="« é » &quot;">'),
        ("no tag", None),
    ],
)
def test_an_attribute(tag: str, after: str | None) -> None:
    document = read(f"é{tag}")
    edit = with_attribute(document, 1, "alt", '« é » "')
    assert made(document.source.text, edit) == (after and f"é{after}")


@each_row(
    ("tag", "after"),
    [
        ('<a rel="nofollow" href=b>', "<a href=b>"),
        ("<a href=b rel='noopener NOFOLLOW me'>", '<a href=b rel="noopener me">'),
        ("<a rel=nofollow>", "<a>"),
        ("<a href=b>", None),
    ],
)
def test_a_word_of_an_attribute(tag: str, after: str | None) -> None:
    assert made(tag, without_word(read(tag), 0, "rel", "nofollow")) == after


@each_row(
    ("marked", "after"),
    [
        ("eau [x] là", "eau là"),
        ("eau [x], là", "eau , là"),
        ("a\n  [x] \nb", "a\nb"),
        ("a\r\n[x]\r\nb", "a\r\nb"),
        ("a\n[x]", "a\n"),
        ("[x]", ""),
        ("[x] eau", " eau"),
    ],
)
def test_what_goes_takes_its_line_or_one_space(marked: str, after: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    assert made(text, removed(read(text, "text"), Span(start, end))) == after


def test_a_suggestion_is_whole() -> None:
    one, other = Edit(4, 5, "a"), Edit(1, 2, "b")
    found = suggestion(WHY, one, other)
    assert found
    assert (found.edits, found.safe, found.why) == ((other, one), False, WHY)
    assert suggestion(WHY, one, None) is None
    assert suggestion(WHY) is None


def test_a_new_line_begins_as_the_one_before() -> None:
    text = "<head>\r\n\t<title>é</title>\r\n</head>"
    assert line_start(read(text), text.index("</title>") + 8) == "\r\n\t"
    assert line_start(read("<title>é</title><p>"), 16) == ""
