"""The proof: what a rule’s edits may not do, whatever the rule believes."""

from msgspec.structs import replace
from tables import each_row

from seo_audit import engine
from seo_audit.config.config import Config
from seo_audit.document import Format
from seo_audit.fixing.composing import Piece, Shift, applied, edits_of, made, proposed
from seo_audit.fixing.proof import differences
from seo_audit.message import Message
from seo_audit.report import PlacedFinding, Report, Status, Verdict
from seo_audit.rule import Category, Edit, Fault, Fix, Severity
from seo_audit.source import Source, Span

FAULT = Fault(Message("a", "a"), Message("b", "b"))


def proof(text: str, edits: list[Edit], form: Format = "markdown") -> frozenset[int] | None:
    old = engine.read(Source(text), Config(), form)
    new = engine.read(Source(applied(text, edits)), Config(), form)
    return differences(old, new, edits)


def at(text: str, part: str, new: str) -> Edit:
    start = text.index(part)
    return Edit(start, start + len(part), new)


PARAGRAPHS = "# Un\n\nUn *mot* et `code`.\n\nAutre [lien](/a) là.\n"


@each_row(
    ("part", "new", "good"),
    [
        ("mot", "mots", True),
        (" et", " ou", True),
        ("code", "co`de", False),
        ("Autre", "- Autre", False),  # a list now
        ("Autre", "<!-- Autre", False),  # a comment now
        ("lien", "l]ien", False),
        (" et", "\n\net", True),  # so are lines
        ("# Un", "## Un", True),  # markup: what it touches may change
        ("/a", "/b", True),
        ("# Un\n", "Un\n", True),
    ],
)
def test_what_edits_may_do(part: str, new: str, good: bool) -> None:
    assert (proof(PARAGRAPHS, [at(PARAGRAPHS, part, new)]) is None) is good


def test_markup_may_change_nothing_else() -> None:
    text = "Un mot.\n\nDeux mots.\n\n[a]: /b\n\nVoir [a].\n"
    assert proof(text, [at(text, "[a]: /b", "")]) is not None


def test_the_blocks_that_read_otherwise_are_told() -> None:
    text = "Un mot.\n\nDeux mots.\n"
    assert proof(text, [at(text, "Deux", "De&amp;ux")]) is None
    assert proof(text, [at(text, "Deux", "De\\_ux"), at(text, "Un", "Une")][::-1]) == frozenset({1})


def test_a_link_of_the_article_keeps_its_target() -> None:
    text = "## Qui vient\n\nVoir [la suite](#qui-vient).\n"
    assert proof(text, [at(text, "vient\n", "vienne\n")]) is not None


def finding(rule: str, *edits: Edit, safe: bool = True) -> tuple[str, PlacedFinding]:
    return rule, PlacedFinding(
        FAULT, {}, Severity.INFO, None, "", rule, rule=rule, fix=Fix(edits, safe)
    )


def report(*found: tuple[str, PlacedFinding]) -> Report:
    verdict = Verdict("a", Category.CONTENT, Status.FAILED, Severity.INFO, None, 1)
    return Report("a", verdicts=tuple(replace(verdict, rule=r, findings=(f,)) for r, f in found))


@each_row(
    ("first", "second", "both"),
    [
        (Edit(0, 2, "a"), Edit(2, 4, "b"), True),
        (Edit(0, 3, "a"), Edit(2, 4, "b"), False),
        (Edit(0, 4, "a"), Edit(1, 2, "b"), False),
        (Edit(2, 2, "a"), Edit(2, 2, "b"), False),
        (Edit(0, 2, "a"), Edit(2, 2, "b"), False),  # which comes first?
        (Edit(2, 2, "a"), Edit(3, 3, "b"), True),
        (Edit(0, 4, "a"), Edit(2, 2, "b"), False),
    ],
)
def test_what_overlaps_waits(first: Edit, second: Edit, both: bool) -> None:
    pieces = proposed(report(finding("a", first), finding("b", second)), unsafe=False)
    assert edits_of(pieces) == ((first, second) if both else (first,))
    pieces = proposed(report(finding("b", second), finding("a", first)), unsafe=False)
    assert edits_of(pieces) == ((first, second) if both else (first,))


def test_a_suggestion_is_whole_or_not_at_all() -> None:
    pair = finding("b", Edit(1, 2, "x"), Edit(8, 9, "y"), safe=False)
    assert proposed(report(pair), unsafe=False) == ()
    assert edits_of(proposed(report(pair), unsafe=True)) == (Edit(1, 2, "x"), Edit(8, 9, "y"))
    one = finding("a", Edit(0, 2, "z"))
    assert edits_of(proposed(report(one, pair), unsafe=True)) == (Edit(0, 2, "z"),)


def test_a_rule_that_is_wrong_about_its_edits_is_passed_over() -> None:
    overlapping = finding("a", Edit(5, 9, "x"), Edit(2, 6, "y"), safe=False)
    assert proposed(report(overlapping), unsafe=True) == ()


def test_where_places_stand_then() -> None:
    edits = [Edit(2, 2, "++"), Edit(4, 6, ""), Edit(8, 9, "xyz")]
    assert applied("0123456789", edits) == "01++2367xyz9"
    assert [span for _, span in made(edits)] == [Span(2, 4), Span(6, 6), Span(8, 11)]
    shift = Shift(edits)
    assert [shift.start(offset) for offset in (0, 2, 3, 5, 6, 7, 9)] == [0, 4, 5, 6, 6, 7, 11]
    assert [shift.end(offset) for offset in (0, 2, 3, 5, 6, 7, 9)] == [0, 2, 5, 6, 6, 7, 11]


def test_pieces_know_their_finding() -> None:
    _, one = finding("a", Edit(0, 1, "x"), Edit(3, 4, "y"))
    assert proposed(report(("a", one)), unsafe=False) == (
        Piece(one, (Edit(0, 1, "x"),)),
        Piece(one, (Edit(3, 4, "y"),)),
    )
