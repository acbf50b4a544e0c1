"""What the rules of typography share: what is judged, by which use, and how findings are grouped."""

from typing import Any

import pytest
from growth import grows_linearly, repeated
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit import plugins
from seo_audit.analysis.passages import BLOT, passages, region
from seo_audit.document import BlockKind, Document, Format
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.parsing import Parsing, parse
from seo_audit.rule import Category, Fault
from seo_audit.rule_support.typography import CONVENTIONS, RELATED, SHOWN, Hit, applies, grouped
from seo_audit.source import Source

FAULT = Fault(
    Message("{count} {passages} {example}", "{count} {passages} {example}"), Message("a", "a")
)
FRENCH = "La fontaine du village coule de nouveau, et les enfants jouent autour du bassin."


def read(text: str, form: Format = "html") -> Document:
    return parse(Source(text), Parsing(), form)


@each_row(
    ("html", "left"),
    [
        ("a <code>b : c</code> d", "a ##### d"),
        ("voir https://exemple.fr/?a=b : oui", "voir ####################### : oui"),
        ("à moi@exemple.fr, oui", "à ##############, oui"),
        ("bravo :-) et ;) puis :D", "bravo ### et ## puis ##"),
        ("bien :smile: dit", "bien ####### dit"),
        ("dans X-Robots-Tag: noindex", "dans ############# noindex"),
        ('dit <i lang="en">No way!</i> enfin', "dit ####### enfin"),
        ('dit <i lang="fr-CA">Oui!</i>', "dit Oui!"),
        ("une &amp;nbsp; de trop", "une ###### de trop"),
        ("un mot : (une suite) ; à 12:30", "un mot : (une suite) ; à 12:30"),
    ],
)
def test_what_is_not_prose_is_blotted_out(html: str, left: str) -> None:
    [passage] = passages(read(f"<p>{html}</p>"))
    assert passage.text.replace(BLOT, "#") == left
    assert len(passage.text) == len(passage.block.text.value)


def test_blocks_judged() -> None:
    document = read(
        '<h1>Un</h1><p>Deux</p><pre>trois</pre><p lang="en">Four</p><ul><li>Cinq</li></ul>'
        '<p lang="fr">Six</p><table><tr><td>Sept</td></tr></table>'
    )
    assert [one.block.text.value for one in passages(document)] == [
        "Un",
        "Deux",
        "Cinq",
        "Six",
        "Sept",
    ]
    assert all(one.block.kind is not BlockKind.CODE for one in passages(document))


def test_a_title_of_the_front_matter_is_judged_once() -> None:
    document = read("---\ntitle: Pourquoi ?\n---\n\nParce que.\n", "markdown")
    assert sorted(one.block.text.value for one in passages(document)) == [
        "Parce que.",
        "Pourquoi ?",
    ]


@each_row(
    ("html", "judged"),
    [
        (f"<p>{FRENCH}</p>", True),
        (f'<html lang="en"><body><p>{FRENCH}</p>', True),
        ("<p>Oui ?</p>", True),
        ('<html lang="fr"><body><p>Oui ?</p>', True),
        ('<html lang="en"><body><p>Oui ?</p>', False),
        ("<p>The fountain of the village is running again, and the children play.</p>", False),
        ("", False),
        ("<pre>code</pre>", False),
    ],
)
def test_only_french_is_judged(html: str, judged: bool) -> None:
    document = read(html)
    assert applies(document, Measures(document)) is judged


def test_a_passage_in_another_language_is_told_by_its_words() -> None:
    english = "The fountain of the village is running again, and the children play around it."
    found = passages(read(f"<p>{FRENCH}</p><p>{english}</p><p>Hello!</p>"))
    assert [passage.is_french for passage in found] == [True, False, True]


@each_row(
    ("lang", "configured", "expected"),
    [
        ("fr", None, "fr-FR"),
        ("fr-BE", None, "fr-FR"),
        ("fr-LU", None, "fr-FR"),
        ("fr_CA", None, "fr-CA"),
        ("fr-Latn-CH", None, "fr-CH"),
        ("FR-ch", None, "fr-CH"),
        ("en-CA", None, "fr-FR"),
        ("fr-CA", "fr-CH", "fr-CH"),
        ("fr-CA", "fr-FR", "fr-FR"),
        ("français", None, "fr-FR"),
    ],
)
def test_region(lang: str, configured: str | None, expected: str) -> None:
    document = read(
        f'<html lang="{lang}"><head><title>x</title></head><body><p>Oui</p></body></html>'
    )
    assert region(document, configured) == expected
    assert expected in CONVENTIONS


def hits(document: Document, times: int) -> list[Hit]:
    return [Hit(passage, 0, 2) for passage in passages(document) for _ in range(times)]


@each_row("paragraphs", [0, 1, SHOWN, SHOWN + 1, SHOWN + 30])
def test_counts_stay_honest(paragraphs: int) -> None:
    document = read("<p>Oui</p>" * paragraphs)
    findings = list(grouped(FAULT, hits(document, 2)))
    assert len(findings) == min(paragraphs, SHOWN + 1)
    assert sum(int(str(finding.values["count"])) for finding in findings) == 2 * paragraphs
    assert sum(int(str(finding.values["passages"])) for finding in findings) == paragraphs
    assert all(len(finding.related) <= RELATED for finding in findings)


def test_fixing_a_paragraph_never_adds_a_finding() -> None:
    counts = [
        len(list(grouped(FAULT, hits(read("<p>Oui</p>" * number), 1)))) for number in range(12)
    ]
    assert counts == sorted(counts)


def test_one_finding_for_all() -> None:
    [finding] = grouped(FAULT, hits(read("<p>Oui</p>" * 3), 2), shown=0)
    assert finding.values == {"count": 6, "passages": 3, "example": "Ou"}
    assert len(finding.related) == 5


def test_a_long_example_is_cut() -> None:
    [passage] = passages(read(f"<p>{'a' * 100}</p>"))
    [finding] = grouped(FAULT, [Hit(passage, 0, 100)])
    assert len(str(finding.values["example"])) == 40


@each_row(
    ("text", "index", "starts"),
    [
        ("A la", 0, True),
        ("Oui. A la", 5, True),
        ("Oui : « A la", 8, True),
        ("– A la", 2, True),
        ("Vitamine A la", 9, False),
        ("Oui, A la", 5, False),
    ],
)
def test_where_a_sentence_starts(text: str, index: int, starts: bool) -> None:
    [passage] = passages(read(f"<p>{text}</p>"))
    assert passage.starts_sentence(index) is starts


@each_row(
    ("html", "interrupted"),
    [
        ("mot .", False),
        ("<b>mot</b> .", False),
        ("mot <b>.</b>", False),
        ('mot <img src="a" alt="">.', True),
        ("mot <!-- ici -->.", True),
    ],
)
def test_what_stands_between(html: str, interrupted: bool) -> None:
    document = read(f"<p>{html}</p>")
    [passage] = passages(document)
    assert passage.is_interrupted(document, 0, len(passage.text)) is interrupted


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        *("a", "1", " ", ".", "-", '"', "'", "«", "»", "?", "\u00a0", "é", "E", "·", ":", "@", "&"),
        *(
            "a ",
            "1 ",
            "de ",
            ' "a',
            " ?",
            "« ",
            "A ",
            "1 000 ",
            "a.",
            "a-",
            "a·e",
            "- A\n",
            "--",
            "oe",
            "etc",
        ),
        *("a@", ":-", "...", "e\u0301", "www.", "Etat", "a'"),
    ],
)
def test_no_text_is_too_long(text: str) -> None:
    def work(text: str) -> None:
        document = read(f"<p>a {text}</p>")
        measures = Measures(document)
        for name, rule in plugins.rules().items():
            if rule.category is Category.TYPOGRAPHY:
                options = {"policy": "consistent"} if name == "inclusive-forms" else {}
                list(rule.check(document, measures, rule.options(**options)))

    assert grows_linearly(repeated(text, work), 50_000 // len(text))


_ON: dict[str, dict[str, Any]] = {
    "inclusive-forms": {"policy": "avoid"},
    "apostrophes": {"markdown": True},
}
"""Options under which every rule is wanted."""


def findings(document: Document) -> dict[str, list[tuple[str, int]]]:
    """What each rule of typography finds: id → messages and counts."""
    measures = Measures(document)
    found = {}
    for name, rule in plugins.rules().items():
        if rule.category is Category.TYPOGRAPHY:
            options = rule.options(**_ON.get(name, {}))
            assert rule.wanted(document, options)
            found[name] = [
                (one.message("fr"), int(str(one.values["count"])))
                for one in rule.check(document, measures, options)
            ]
    return found


_PIECES = st.sampled_from(
    [
        *" \u00a0\u202f\u2009\n.,;:!?%€«»\"'’…·-()[]1A",
        *(
            "oui ",
            "de ",
            "12",
            "000",
            "Etat",
            "coeur",
            "1ère",
            "...",
            "--",
            ":-)",
            "e\u0301",
            "etc",
        ),
    ]
)


@settings(max_examples=150)
@given(st.lists(_PIECES, max_size=25).map("".join))
def test_any_text_is_judged_within_its_bounds(text: str) -> None:
    document = read(text, "text")
    for name, rule in plugins.rules().items():
        if rule.category is Category.TYPOGRAPHY:
            options = rule.options(**_ON.get(name, {}))
            for finding in rule.check(document, Measures(document), options):
                assert finding.span is not None
                for span in (finding.span, *finding.related):
                    assert 0 <= span.start < span.end <= len(text)
                assert finding.message("fr")
                assert finding.advice("en")


def test_every_format_gets_the_same_verdicts() -> None:
    paragraphs = [
        "La fontaine du village coule de nouveau ; pourquoi ? Parce que l'eau est revenue.",
        'Le maire parle d’une "belle surprise" de de 70 000 euros, soit 12 % du budget...',
        "A partir de lundi, l’Etat - enfin présent - paiera la 1ère oeuvre des habitant·e·s, 20kg de bronze.",
    ]
    html = findings(read("".join(f"<p>{one}</p>" for one in paragraphs)))
    text = "\n\n".join(paragraphs)
    assert findings(read(text, "markdown")) == html
    assert findings(read(text, "text")) == html
    assert all(html.values()), "each rule has something to find"
