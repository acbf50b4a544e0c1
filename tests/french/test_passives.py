"""Passives, on sentences judged by hand (tests/data/french/passives.txt) and on hostile strings."""

import re
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from growth import grows_linearly, repeated
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit import french
from seo_audit.french.passive_forms import passives

_MARKED = [
    line
    for line in (Path(__file__).parents[1] / "data" / "french" / "passives.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if line.strip() and not line.startswith("#")
]


def _read(marked: str) -> tuple[str, list[str]]:
    return re.sub(r"[\[\]]", "", marked), re.findall(r"\[(.*?)\]", marked)


@each_row("marked", _MARKED)
def test_sentence_judged_by_hand(marked: str) -> None:
    text, expected = _read(marked)
    assert [text[start:end] for start, end in passives(text)] == expected


def test_there_are_enough_sentences() -> None:
    with_passive = [line for line in _MARKED if "[" in line]
    assert len(with_passive) >= 80
    assert len(_MARKED) - len(with_passive) >= 40


@each_row("marked", _MARKED[::7])
def test_other_apostrophes_and_decomposed_accents(marked: str) -> None:
    text, expected = _read(marked.replace("’", "'"))
    expected = [word.replace("’", "'") for word in expected]
    decomposed = unicodedata.normalize("NFD", text)
    found = [decomposed[start:end] for start, end in passives(decomposed)]
    assert found == [unicodedata.normalize("NFD", word) for word in expected]


def test_sentences_given_bound_the_search() -> None:
    text = "Le prix est\nfixé hier. La loi est votée."
    assert [text[a:b] for a, b in passives(text)] == ["fixé", "votée"]
    cut = [(0, 11), (12, 22), (23, len(text))]
    assert [text[a:b] for a, b in passives(text, cut)] == ["votée"]
    assert passives(text, []) == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_sentences_given_in_a_text_with_accents_apart(form: Literal["NFC", "NFD"]) -> None:
    parts = ["L’été est là.", "L’étage est", "démonté.", "Là-bas, l’école a été rénovée."]
    parts = [unicodedata.normalize(form, part) for part in parts]
    text = " ".join(parts)
    spans = [(text.index(part), text.index(part) + len(part)) for part in parts]
    assert [text[a:b] for a, b in passives(text, spans)] == [unicodedata.normalize(form, "rénovée")]


# -- être, avoir, pronouns

SINGULAR = {
    "je": "suis étais serai serais sois fus fusse",
    "tu": "es étais seras serais sois fus fusses",
    "il": "est était sera serait soit fut fût",
}
PLURAL = {
    "nous": "sommes étions serons serions soyons fûmes fussions",
    "ils": "sont étaient seront seraient soient furent fussent",
}
EITHER = {"vous": "êtes étiez serez seriez soyez fûtes fussiez", "peut": "être", "en": "étant"}
TIMELESS = "suis étais es est était sommes étions sont étaient soit soient êtes étiez étant"


def _conjugated(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(subject, form) for subject, forms in table.items() for form in forms.split()]


def _found(text: str) -> list[str]:
    return [text[start:end] for start, end in passives(text)]


@each_row(
    ("subject", "form", "ones", "many"),
    [
        *((*pair, True, False) for pair in _conjugated(SINGULAR)),
        *((*pair, False, True) for pair in _conjugated(PLURAL)),
        *((*pair, True, True) for pair in _conjugated(EITHER)),
    ],
)
def test_every_form_of_etre_agrees_with_its_participle(
    subject: str, form: str, ones: bool, many: bool
) -> None:
    for participle, fits in (("attendu", ones), ("attendus", many), ("attendue", ones)):
        for text in (
            f"Alors que {subject} {form} {participle}.",
            f"QUE {subject.upper()} {form.upper()} {participle}.",
        ):
            assert _found(text) == ([participle] if fits else []), text


@each_row(
    ("subject", "form"),
    [pair for table in (SINGULAR, PLURAL, EITHER) for pair in _conjugated(table)],
)
def test_a_state_is_an_action_in_the_tenses_of_events(subject: str, form: str) -> None:
    text = f"Alors que {subject} {form} marié{'s' if subject in PLURAL else ''} hier."
    assert bool(_found(text)) is (form not in TIMELESS.split())


@each_row(
    ("clitic", "form"),
    [
        *(("me", form) for form in SINGULAR["je"].split()),
        *(("te", form) for form in SINGULAR["tu"].split()),
        *(("m’", "étais"), ("t’", "es"), ("m’", "être"), ("t’", "être"), ("m’", "étant")),
        *(("se", "sont"), ("s’", "est"), ("s’", "être"), ("s’", "étant"), ("s’y ", "est")),
        *(("s’en ", "est"), ("se le", "sera"), ("nous nous", "sommes"), ("vous vous", "êtes")),
    ],
)
def test_pronominal_verbs(clitic: str, form: str) -> None:
    space = "" if clitic[-1] in "’ " else " "
    for participle in ("lavé", "lavés"):
        assert _found(f"Alors que cela {clitic}{space}{form} {participle}.") == []


@each_row(
    ("start", "is_passive"),
    [
        ("Après vous", False),
        ("Sans vous", False),
        ("Avant de vous", False),
        ("Merci de nous", False),
        ("Il peut vous", True),
        ("Cela risque de nous", True),
    ],
)
def test_the_past_infinitive_of_a_pronominal_verb(start: str, is_passive: bool) -> None:
    assert _found(f"{start} être présentés.") == (["présentés"] if is_passive else [])


@each_row("clitic", ["me", "te", "nous", "vous", "lui", "leur"])
def test_a_third_person_with_a_pronoun_is_passive(clitic: str) -> None:
    assert _found(f"Ce délai {clitic} sera accordé.") == ["accordé"]


AVOIR_SINGULAR = "ai as a avais avait aurai auras aura aurais aurait aie aies ait eus eut eût eusse"
AVOIR_PLURAL = "avons ont avions avaient aurons auront aurions auraient ayons aient eurent eussent"
AVOIR_EITHER = "avez aviez aurez auriez ayez eussiez avoir ayant"


@each_row(
    ("avoir", "ones", "many"),
    [
        *((form, True, False) for form in AVOIR_SINGULAR.split()),
        *((form, False, True) for form in AVOIR_PLURAL.split()),
        *((form, True, True) for form in AVOIR_EITHER.split()),
    ],
)
def test_every_form_of_avoir_makes_a_compound_tense(avoir: str, ones: bool, many: bool) -> None:
    assert bool(_found(f"Alors que cela {avoir} été vendu.")) is ones
    assert bool(_found(f"Alors que cela {avoir} bien été vendus.")) is many


DETERMINERS = "un une le la les cet ce ces des du chaque aucun quel mon ton son notre votre nos vos leurs aux au"


@each_row("determiner", DETERMINERS.split())
def test_behind_a_determiner_stand_nouns(determiner: str) -> None:
    assert _found(f"Il a aimé {determiner} été vendu.") == []
    assert _found(f"Il a vu {determiner} être vendu.") == []
    assert _found(f"Alors qui a vu {determiner} sommes vendues ?") == []


@each_row(
    "text",
    [
        "Il boit l’été vendu.",
        "Il voit tout être vendu, l’être aimé.",
        *(f"Il boit {word} fut vendu." for word in ("un", "le", "du", "ce", "au")),
        *(f"Il va {word} est vendu." for word in ("vers l’", "d’", "cet", "vers", "plein")),
        "Il va du Sud à l’Est vendu.",
        "Les sommes vendues suffisent.",
        "Deux sommes vendues suffisent.",
        "Il vient. Été vendu.",
        "Il a vendu ; été vendu",
    ],
)
def test_words_that_look_like_etre(text: str) -> None:
    assert _found(text.replace("tout être", "un être")) == []


@each_row(
    "inverted",
    [
        "est-il",
        "est-elle",
        "est-on",
        "est-iel",
        "suis-je",
        "es-tu",
        "est-ce",
        "sera-t-il",
        "sera-t-elle",
        "sera-t-on",
    ],
)
def test_inverted_singular(inverted: str) -> None:
    assert _found(f"Quand {inverted} attendu ?") == ["attendu"]


@each_row(
    "inverted", ["sont-ils", "sont-elles", "sont-iels", "sommes-nous", "êtes-vous", "serons-nous"]
)
def test_inverted_plural(inverted: str) -> None:
    assert _found(f"Quand {inverted} attendus ?") == ["attendus"]


def test_what_else_stands_behind_a_hyphen_makes_a_noun() -> None:
    for text in (
        "Le sud-est attendu",
        "Est-Ouest attendu",
        "le bien‑être attendu",
        "l’être-là attendu",
    ):
        assert _found(text) == []


@each_row(
    ("text", "found"),
    [
        ("Que la loi soit votée.", True),
        ("Lorsqu’elle soit votée.", True),
        ("Quelle que soit votée.", True),
        ("Qui soit votée.", True),
        ("Quoiqu’elle soit votée.", True),
        ("Soit votée, soit rejetée.", False),
        ("Quand soit votée.", False),
    ],
)
def test_soit_wants_a_que(text: str, found: bool) -> None:
    assert bool(_found(text)) is found


def test_on_is_one_or_many() -> None:
    assert _found("On est attendu.") == _found("On a été attendu.") == ["attendu"]
    assert _found("On est attendus.") == _found("On a été attendus.") == ["attendus"]
    assert _found("Il est attendus.") == _found("Il a été attendus.") == []


# -- what stands between, behind, and in the lists


def _list(name: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    text = (Path(french.__file__).parent / name).read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            listed = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            if not sections:
                listed = sections.setdefault("", [])
            listed.append(line)
    return sections


NOT_PASSIVE = {name: " ".join(lines).split() for name, lines in _list("not_passive.txt").items()}


def test_every_word_of_the_lists_between() -> None:
    between = _list("between.txt")
    for words in (*" ".join(between["words"]).split(), *between["locutions"]):
        assert _found(f"La loi sera {words} votée.") == ["votée"], words


def test_every_irregular_participle() -> None:
    never = set(NOT_PASSIVE["never"])
    for line in _list("participles.txt")[""]:
        words = line.split()
        pair = len(words) == 2 and words[1].endswith("e")
        for word in words[:1] if pair else words:
            feminine = words[1] if pair else f"{word}e"
            plural = word if word.endswith("s") else f"{word}s"
            for subject, form in (
                ("Il a", word),
                ("Ils ont", plural),
                ("Il a", feminine),
                ("Ils ont", f"{feminine}s"),
            ):
                assert _found(f"{subject} été {form}.") == ([] if word in never else [form]), form


@each_row("word", sorted({*NOT_PASSIVE["never"]}))
def test_words_that_are_never_passive(word: str) -> None:
    for text in (f"Il est {word}.", f"Il a été {word}.", f"Il sera {word} par eux."):
        assert _found(text) == []


def test_verbs_of_movement_and_states() -> None:
    for word in NOT_PASSIVE["moved"]:
        assert _found(f"Il est {word}.") == _found(f"Il sera {word}.") == []
        assert _found(f"Il a été {word}.") == [word]
        agent = _found(f"Il est {word} par eux.")
        assert agent == ([] if word in ("passé", "repassé") else [word])  # « passé par Lyon »
    for word in NOT_PASSIVE["state"]:
        assert _found(f"Il est {word}.") == _found(f"Il est {word} par exemple.") == []
        for text in (f"Il a été {word}.", f"Il est {word} par eux.", f"Il doit être {word}."):
            assert _found(text) == [word]
    for word in NOT_PASSIVE["state à"]:
        for end in ("à tout", "au lac", "aux lacs", "À tout"):
            assert _found(f"Il est {word} {end}.") == []
            assert _found(f"Il fut {word} {end}.") == [word]
        assert _found(f"Il est {word} ainsi.") == _found(f"Il est {word} ami.") == [word]


@each_row(
    ("behind", "agent"),
    [
        ("par eux", True),
        ("hier, en 1920, par eux", False),
        ("hier soir par eux", True),
        ("parfois", False),
        ("a" * 38 + " par eux", True),
        ("a" * 39 + " par eux", False),
        *(
            (f"par {words}", False)
            for words in ("rapport à eux", "exemple", "ailleurs", "conséquent")
        ),
        *((f"par {words}", False) for words in ("contre", "la suite")),
        ("par la mer", True),
    ],
)
def test_an_agent_makes_an_action_of_a_state(behind: str, agent: bool) -> None:
    assert bool(_found(f"Il est marié {behind}.")) is agent


@each_row(
    ("between", "found"),
    [
        (", selon lui, ", True),
        (" (selon lui) ", True),
        (" [selon lui] ", True),
        (" – selon lui – ", True),
        (" — selon lui — ", True),
        (" (selon lui, ", False),
        (" – selon lui — ", False),
        (", selon lui. ", False),
        (", selon lui ; lui, ", False),
        (f", {'a' * 107}, ", True),
        (f", {'a' * 109}, ", False),
        (" « ", True),
        (" ***“ ", True),
        (" ***“_ ", False),
        (" vraiment ", True),
        (" bon ", False),
        (" moment ", False),
        (" dûment ", True),
        (" aujourd’hui ", True),
        (" là‑bas ", True),
        (" en mars ", True),
        (" en mars 2020 ", True),
        (" dès 2020 ", True),
        (" depuis janvier ", True),
        (" vers 1900 ", True),
        (" en ville ", False),
        (" en 19 ", False),
        (" chez mars ", False),
        (" " + "très " * 13, True),
        (" " + "très " * 14, False),
        ("\n", True),
        ("\n\n", False),
        (". ", False),
    ],
)
def test_what_may_stand_between(between: str, found: bool) -> None:
    assert bool(_found(f"La loi est{between}votée.")) is found


@each_row(
    "month",
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
)
def test_a_month_may_stand_between(month: str) -> None:
    assert _found(f"La loi est en {month} votée.") == ["votée"]


@each_row(
    ("written", "ones", "many"),
    [("invité·e", True, False), ("invité·e·s", False, True), ("invité•e•s", False, True), ("invité‧es", False, True),
     ("invité.e.s", False, True), ("invité-e", True, False), ("invité‑e‑s", False, True), ("invité(e)", True, False),
     ("invité(e)s", False, True), ("invité(es)", False, True), ("attendu·e·s", False, True)],
)  # fmt: skip
def test_inclusive_forms(written: str, ones: bool, many: bool) -> None:
    assert _found(f"Qui sera {written} demain ?") == ([written] if ones else [])
    assert _found(f"Qui seront {written} demain ?") == ([written] if many else [])


@each_row(
    ("text", "found"),
    [
        ("Ils sont lavés, pelés et coupés", "lavés pelés coupés"),
        ("Ils sont lavés ou pelés", "lavés pelés"),
        ("Ils sont lavés puis pelés", "lavés pelés"),
        ("Ils sont lavés mais pelés", "lavés pelés"),
        ("Ils sont lavés voire pelés", "lavés pelés"),
        ("Ils sont lavés sinon pelés", "lavés pelés"),
        ("Ils ne sont ni lavés ni pelés", "lavés pelés"),
        ("Ils sont lavés et bien pelés", "lavés pelés"),
        ("Ils sont lavés,pelés", "lavés pelés"),
        # not directly, or not agreeing
        ("Ils sont lavés chez eux et pelés", "lavés"),
        ("Ils sont lavés pelés", "lavés"),
        ("Ils sont lavés, et, ici, pelés", "lavés"),
        ("Ils sont lavés et pelées", "lavés"),
        ("Ils sont lavés et pelé", "lavés"),
        ("Ils sont lavés et âgés", "lavés"),
        ("Ils sont lavés et fatigués", "lavés"),
        ("Ils sont lavés et mis", "lavés mis"),
        ("Elles sont lavées et mises", "lavées mises"),
        ("Elles sont lavées et mis", "lavées"),
        # nine at most
        ("Ils sont " + ", ".join(["lavés"] * 12), " ".join(["lavés"] * 9)),
    ],
)
def test_coordinated_participles(text: str, found: str) -> None:
    assert _found(f"{text}.") == found.split()


@each_row(
    ("text", "found"),
    [
        ("Il est créé.", ["créé"]),
        ("Il est gré.", []),
        ("Il est agréé.", ["agréé"]),
        ("Il est né.", []),
        ("Il est dé.", []),
        ("Il est ôté.", ["ôté"]),
        ("Il est votées.", []),
        ("Il sera votés.", []),
        ("Il est lu’.", []),
        ("Il est laissé-pour-compte.", []),
        # « sous- » makes verbs
        ("Il est sous-entendu, elles sont Sous‑estimées.", ["sous-entendu", "Sous‑estimées"]),
        ("Ils sont sous-payés et sous-logés.", ["sous-payés", "sous-logés"]),
        ("Il est sous-jacent, sous-le-pied, sous-né.", []),
        ("Étant donné cela, étant donnés ceux-là.", []),
        ("Il est donné.", ["donné"]),
        ("Cela a été dit être fait.", ["dit", "fait"]),
    ],
)
def test_what_is_a_participle(text: str, found: list[str]) -> None:
    assert _found(text) == found


def test_a_line_end_inside_a_sentence_does_not_matter() -> None:
    text = "La loi est\nvotée."
    assert [text[a:b] for a, b in passives(text)] == ["votée"]


_PIECES = [*"éaest ,.;:'’-()«»*\n\u0301", " est ", " été ", "a été lu", " soit ", "vendu"]


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
@settings(max_examples=150)
def test_spans_are_ordered_and_inside(text: str) -> None:
    found = passives(text)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "est ",
        "est, ",
        "été ",
        "soit ",
        "l'",
        "é",
        "e\u0301",
        "fut (en 1998 ",
        "est lu, ",
        "a été «",
        ".",
    ],
)
def test_hostile_text_costs_linear_time(unit: str) -> None:
    assert grows_linearly(repeated(unit, passives), 100_000 // len(unit))
