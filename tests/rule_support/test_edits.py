"""From a change of a text as it reads to edits of its source."""

from tables import each_row

from seo_audit.document import Document, Format
from seo_audit.parsing import Parsing, parse
from seo_audit.rule import Edit
from seo_audit.rule_support.edits import Change, edits, written
from seo_audit.source import Source


def read(text: str, form: Format = "html", encoding: str = "utf-8") -> Document:
    return parse(Source(text, encoding=encoding), Parsing(), form)


@each_row(
    ("text", "change", "after"),
    [
        ("<p>eau : là é</p>", Change(3, 4, "_"), "<p>eau_: là é</p>"),
        ("<p>eau: là é</p>", Change(3, 3, "_"), "<p>eau_: là é</p>"),
        # an insertion stands with its sign, inside or outside of the markup
        ("<p><b>eau</b>: é</p>", Change(3, 3, "_"), "<p><b>eau</b>_: é</p>"),
        ("<p>é «<b>eau</b>»</p>", Change(3, 3, "_", behind=True), "<p>é «_<b>eau</b>»</p>"),
        # an entity is replaced whole, blanks shown as one too
        ("<p>eau&#32;: é</p>", Change(3, 4, "_"), "<p>eau_: é</p>"),
        ("<p>eau  : é</p>", Change(3, 4, "_"), "<p>eau_: é</p>"),
        # neither a line end nor what stands apart
        ("<p>eau\n: é</p>", Change(3, 4, "_"), None),
        ("<p>eau \n : é</p>", Change(3, 4, "_"), None),
        ("<p>e<b>a</b>u é</p>", Change(0, 3, "_"), None),
        ("<p>eau <b> : é</b></p>", Change(3, 4, "_"), None),
        ("<p>eau</p>", Change(3, 3, "_"), None),
        ("<p>eau</p>", Change(-1, 1, "_"), None),
    ],
)
def test_where_a_change_stands(text: str, change: Change, after: str | None) -> None:
    document = read(text)
    made = edits(document, document.blocks[0].text, (change,))
    if after is None:
        assert made == ()
    else:
        [edit] = made
        assert text[: edit.start] + edit.text + text[edit.end :] == after


def test_all_or_nothing_in_order() -> None:
    document = read("<p>é eau</p>")
    text = document.blocks[0].text
    both = (Change(2, 3, "E"), Change(0, 1, "É"))
    assert edits(document, text, both) == (Edit(3, 4, "É"), Edit(5, 6, "E"))
    assert edits(document, text, (*both, Change(9, 10, "x"))) == ()


@each_row(
    ("page", "form", "encoding", "new"),
    [
        ("é", "html", "utf-8", "\u00a0’œ"),
        ("é", "html", "iso8859-15", "\u00a0&rsquo;œ"),
        ("é", "html", "windows-1252", "\u00a0’œ"),
        ("e", "html", "utf-8", "&nbsp;&rsquo;&oelig;"),
        ("é&#8239;&rsquo;&nbsp;\u00a0", "html", "utf-8", "&nbsp;&rsquo;œ"),
        ("é", "markdown", "iso8859-15", None),
        ("é", "text", "utf-8", "\u00a0’œ"),
    ],
)
def test_how_a_file_writes_a_character(
    page: str, form: Format, encoding: str, new: str | None
) -> None:
    assert written(read(page, form, encoding), "\u00a0’œ") == new
