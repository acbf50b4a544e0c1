"""Sentences, on tricky cases judged by hand (tests/data/french/sentences.txt) and on hostile strings."""

from itertools import pairwise
from pathlib import Path

import pytest
from growth import grows_linearly, repeated
from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit import french
from seo_audit.french import sentences

DATA = Path(__file__).parents[1] / "data" / "french" / "sentences.txt"
SIGNS = "aéE1M ’'\"-–.!?…;«»()[]\u00a0\n\u0301🎉*•"


def cases() -> list[list[str]]:
    """Sentences of each text, with the line break where ⏎ stands."""
    blocks = DATA.read_text("utf-8").rstrip("\n").split("\n\n")
    lines = [[line for line in block.split("\n") if not line.startswith("#")] for block in blocks]
    return [block for block in lines if block]


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@each_row("lines", cases())
def test_ends_sentences_where_a_reader_does(lines: list[str]) -> None:
    text = " ".join(lines).replace("⏎ ", "⏎").replace("⏎", "\n")
    assert found(text) == [line.rstrip("⏎").replace("⏎", "\n") for line in lines]


def test_there_are_enough_cases() -> None:
    assert sum(map(len, cases())) >= 300


@each_row("lines", cases()[::5])
def test_typographic_spaces_change_nothing(lines: list[str]) -> None:
    if any("⏎" in line for line in lines):
        return
    plain = " ".join(lines)
    fine = plain.translate({ord("’"): "'"})
    for sign in "!?»;":
        fine = fine.replace(f" {sign}", f"\u202f{sign}")
    fine = fine.replace("« ", "«\u00a0")
    assert sentences(fine) == sentences(plain)


def test_an_abbreviation_that_may_end_does_so_before_a_capital_only() -> None:
    assert found("Il lit, écrit, etc. Elle dort.") == ["Il lit, écrit, etc.", "Elle dort."]
    assert found("Il lit, écrit, etc. et dort.") == ["Il lit, écrit, etc. et dort."]


def test_items_after_a_semicolon_are_sentences() -> None:
    text = "Il faut :\n- du pain ;\n- du vin.\n"
    assert found(text) == ["Il faut :", "- du pain ;", "- du vin."]


def test_a_blank_line_ends_a_sentence_and_a_line_break_does_not() -> None:
    assert found("Un titre\n\nUne phrase\nsur deux lignes") == [
        "Un titre",
        "Une phrase\nsur deux lignes",
    ]


def test_short_lines_in_a_row_are_sentences() -> None:
    names = ["Gaston", "Gatsby", "GRAIN DE FOLIE", "29000 Quimper", "« Le Port »"]
    assert found("\n".join(names)) == names
    assert found("Ils se nomment :\n" + "\n".join(names)) == [
        "Ils se nomment :\n" + names[0],
        *names[1:],
    ]
    # two lines may be one cut in two, and so may lines that go on
    for text in (
        "Gaston\nGatsby",
        "Gaston,\nGatsby,\nGaspard",
        "Le lac\nest pris\nCe matin",
        f"Gaston\n{'Gatsby ' * 20}\nGabin",
    ):
        assert len(found(text)) == 1


def test_signs_go_with_the_sentence_before() -> None:
    assert found("Fin.\n\n***\n\nSuite.") == ["Fin.\n\n***", "Suite."]
    assert found("*** … !") == []


@each_row(
    "marked",
    [
        # stops without a space behind
        *("Il part.|Elle reste.", "Il vit à Lyon.|Paris est loin.", "Du pain, etc.|Elle dort."),
        *(
            "Voir la page accueil/index.Html du site.",
            "Il utilise Node.Js ici.",
            "Il part.A demain.",
        ),
        *("Le site Exemple.Com ferme.", "Yahoo.Be est mort.", "Avec prof.Martin ce soir."),
        *("Le PDG.Elle part.", "Il part.ELLE reste."),
        # lists that stop short, and figures
        *("Rouge, vert,…? |Elle hésite.", "Rouge, vert,… Elle hésite.", "Il compte 3… 5 et 8."),
        # brackets
        *(
            "Il part (enfin !) |Elle reste.",
            "Il part (il le fallait.) |Elle reste.",
            "(Il part.) |Elle reste.",
        ),
        *(
            "Il part.[1] |Elle reste.",
            "Il vient (le 3.) Marie reste.",
            "Il vend (des pommes…) Marie les mange.",
        ),
        # eras
        *("L’an 64 apr. J.-C. |Rome brûle.", "L’an 64 av. J.-C. |Rome dort."),
        # lines
        *("Oui.\n|- Non.", "Oui.\nnon pas.", "Oui.\n\n|non pas."),
    ],
)
def test_stops_that_could_mean_something_else(marked: str) -> None:
    assert found(marked.replace("|", "")) == [part.rstrip() for part in marked.split("|")]


def listed(name: str) -> dict[str, list[str]]:
    """The sections of one of the lists."""
    sections: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in (Path(french.__file__).parent / name).read_text("utf-8").splitlines():
        if line.startswith("["):
            entries = sections.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            entries += line.split()
    return sections


ABBREVIATIONS = [
    (kind, entry)
    for kind, entries in listed("abbreviations.txt").items()
    for entry in entries
    if entry.rstrip("*") not in ("Yahoo!", "§")  # they bear no full stop
]
# whether the sentence ends before: a name, a word that starts sentences, a figure, a Roman number
ENDS_BEFORE = {
    ("before a name", False): (False, False, False, False),
    ("before a name", True): (False, True, False, False),
    ("before a number", False): (False, True, False, False),
    ("before a number", True): (True, True, False, False),
    ("inside", False): (False, False, False, False),
    ("inside", True): (False, True, False, False),
    ("may end", False): (True, True, True, True),
}


@each_row(("kind", "entry"), ABBREVIATIONS)
def test_every_abbreviation_does_what_the_list_says(kind: str, entry: str) -> None:
    word, starred = entry.rstrip("*"), entry.endswith("*")
    for following, ends in zip(
        ("Xian dort", "Dans l’eau", "12 arbres", "XIV dort"),
        ENDS_BEFORE[kind, starred],
        strict=True,
    ):
        for begun in (f"Ils voient {word}.", f"Ils voient l’{word}.", f"Ils voient ({word}."):
            assert len(found(f"{begun} {following}.")) == 1 + ends, f"{begun} {following}"
    assert len(found(f"Ils voient {word}. et dorment.")) == 1


def test_no_abbreviation_is_listed_twice() -> None:
    words = [entry.rstrip("*") for _, entry in ABBREVIATIONS]
    assert len(words) == len(set(words))


@each_row("word", listed("sentence_words.txt")["takes a letter"])
def test_a_letter_behind_some_nouns_is_no_initial(word: str) -> None:
    assert len(found(f"Voici ce {word} B. Xian dort.")) == 2
    assert len(found(f"Voici ce {word} B. Dans l’eau.")) == 2


@each_row("word", listed("sentence_words.txt")["starts a sentence"])
def test_a_word_that_starts_sentences_ends_the_one_before(word: str) -> None:
    assert len(found(f"Il aime l’art. {word.capitalize()} dort.")) == 2
    assert len(found(f"Il faut de l’eau ; {word.capitalize()} dort.")) == 2
    assert len(found(f"Il voit J. {word.capitalize()} dort.")) == 2


ELIDED = (
    "L’eau D’eau J’ai C’est S’il N’est T’ai M’a Qu’il Jusqu’ici Lorsqu’il Puisqu’il Quoiqu’il Aujourd’hui L'eau "
    "Dort-il Dort-elle Dort-on Est-ce Va-t-elle Dors-je Dormez-vous Dormons-nous Naturellement Constamment Évidemment"
)


@each_row("word", ELIDED.split())
def test_elided_inverted_and_adverbs_start_sentences(word: str) -> None:
    assert len(found(f"Il voit J. {word} demain.")) == 2
    assert len(found("Il voit J. Xian demain.")) == 1


@each_row("particle", ["Le", "La", "Les", "De", "Du", "Des"])
def test_a_particle_before_a_capital_goes_on_with_a_name(particle: str) -> None:
    assert len(found(f"Selon J. {particle} Goff, il dort.")) == 1
    assert len(found(f"Selon J. {particle} goff dort.")) == 2


@each_row("domain", ["com", "fr", "org", "net", "js", "io", "be", "ch", "eu", "tv"])
def test_a_domain_is_no_sentence(domain: str) -> None:
    assert len(found(f"Il va sur exemple.{domain.capitalize()} demain.")) == 1
    assert len(found(f"Il va sur exemple.{domain.capitalize()}x demain.")) == 2


@each_row(
    "subject",
    [
        "il ",
        "elle ",
        "on ",
        "je ",
        "tu ",
        "nous ",
        "vous ",
        "ils ",
        "elles ",
        "ça ",
        "c’",
        "j’",
        "c'",
    ],
)
def test_a_subject_in_small_letters_starts_a_sentence(subject: str) -> None:
    assert len(found(f"Il voit la plage. {subject}est là.")) == 2
    for goes_on in (f"Il voit la plage ; {subject}est là.", f"Il voit la plage ? {subject}est là."):
        assert len(found(goes_on)) == 1
    for unsure in (
        f"Il est là, env. {subject}est là.",
        f"Il voit J. {subject}est là.",
        f"Il va au a.b. {subject}dort.",
    ):
        assert len(found(unsure)) == 1


@each_row(
    ("text", "count"),
    [
        # without a space: two small letters before, a word after
        ("Il part.Elle reste", 2),
        ("Il part…Elle reste", 2),
        ("Il part?!Elle reste", 2),
        ("Il part;Elle reste", 1),
        ("Il voit un mur.Xi part", 2),
        ("Il a vu.Xi part", 1),
        ("Il a.Elle part", 1),
        ("Il part.elle reste", 1),
        ("Il part.E reste", 1),
        ("Il part.EL reste", 1),
        ("Il voit PArt.Elle reste", 2),
        ("Il voit parT.Elle reste", 1),
        ("Il voit pa4.Elle reste", 1),
        ("Il part).Elle reste", 1),
        ("Il voit a_part.Elle reste", 1),
        ("Il voit a@part.Elle reste", 1),
        ("Il voit a/part.Elle reste", 1),
        ("Il voit n.part.Elle reste", 1),
        ("Il voit prof.Xian", 1),
        ("Il voit etc.Elle reste", 2),
        # leading points go with what follows
        ("… Et il partit", 1),
        ("« … Et il partit", 1),
        # behind a comma the list goes on
        ("Rouge, vert, … Xian dort", 1),
        ("Rouge, vert… Xian dort", 2),
        ("Il en a 3… 5 ou 8", 1),
        ("Il en a 3… Xian dort", 2),
        ("Il en a trois… 5 ou 8", 2),
        ("Il en a 3…! 5 ou 8", 2),
        # initials, and letters that are none
        ("J. Xian dort", 1),
        ("Il voit J.-P. Xian", 1),
        ("Il voit J.P. Xian", 1),
        ("Il voit É. Xian", 1),
        ("Il voit j. Xian", 2),
        ("Il voit JP. Xian", 2),
        ("L’an 64 ap. J.-C. Xian", 2),
        ("L’an 64 avant J.-C. Xian", 2),
        ("L’an 64 après J.-C. Xian", 2),
        ("Voici J.-C. Xian", 1),
        # numbers of items
        ("1. Xian", 1),
        ("12.3.4. Xian", 1),
        ("XIV. Xian", 1),
        ("(1. Xian", 1),
        ("« a. Xian", 1),
        ("Voici : a. Xian", 1),
        ("Voici : 1. Xian", 1),
        ("Voici 1. Xian", 2),
        ("1234. Xian", 2),
        ("Il faut de l’eau. b. Brancher l’eau", 2),
        # words with capitals inside
        ("Il a un Mac. iPhone et iPad", 2),
        ("Il a un Mac. eau et feu", 1),
        # what stands between
        ("Il dort. « Xian", 2),
        ("Il dort. – « (Xian", 2),
        ("Il dort. […] Xian", 2),
        ("Il dort. (...) Xian", 2),
        ("Il dort. […] et il dort", 1),
        ("Il dort. « et il dort", 1),
        ("Il dort.   " + "«" * 12 + "Xian", 2),
        # typewriter's quotation marks
        ('Il dit "Oui." Xian', 2),
        ('Il dit "Oui. " Xian', 2),
        ('Il dit. "Oui" Xian', 2),
        ('Il dit "oui". Il dit "non". Xian', 3),
        # brackets
        ("Il part (enfin !) Xian", 2),
        ("Il part (enfin.) Xian", 1),
        ("Il part (enfin.) Dans l’eau", 2),
        ("Il part [enfin.] Xian", 1),
        ("Il part (enfin.)» Xian", 1),
        ("(Enfin.) Xian", 2),
        ("« (Enfin.) Xian", 2),
        ("Il part.[12] Xian", 2),
        # what stands in brackets opened in the sentence
        ("Il dort (il neige. Enfin !), tout va", 1),
        ("Il dort (là) et (il neige. Enfin !), tout va", 1),
        ("Il dort (là). Xian (ici) part", 2),
        ("(Il neige. Enfin !) Tout va", 3),
        ("Il dort (il neige. Xian part", 2),
        ("Il dort (il neige. Xian (ici) part)", 2),
        (f"Il dort (il neige. Xian {'a' * 280}) part", 1),
        (f"Il dort (il neige. Xian {'a' * 320}) part", 2),
        # labels with their number
        ("Figure 3. Xian dort", 1),
        ("Fig. 3. Xian dort", 1),
        ("§ 3. Xian dort", 1),
        ("Figure bleue 3. Xian dort", 2),
        ("La figure 3. Xian dort", 2),
    ],
)
def test_one_sentence_or_two(text: str, count: int) -> None:
    assert len(found(f"{text}.")) == count


@each_row(
    "marked",
    [
        # the typewriter's quotation mark closes what is open, and else opens
        'Il dit "oui", "non. " |Xian dort.',
        'Il dit "oui". |"Non" dit-elle.',
        'Il dit "oui. "',
        'Il dit oui. |" Non " dit-elle.',
        # a name of the web, a file, initials at the start
        "« X. Xian dort. »",
        "Louis XIV. |Dans l’eau.",
        "– 12. Xian dort.",
        "Voici : 3. Xian dort.",
        "Voici donc : b. Xian dort.",
        "Voici 3. |Xian dort.",
        "Il vient (le 3 mai [2020].) |Dans l’eau.",
        "Il vient [1.] Xian dort.",
        "«([{ M. Xian dort.",
        "Il a lu J. K. |Le soir, il dort.",
        "Il a lu J. K. Le Goff.",
        "Il a lu le n° 3, p. X. |Dans l’eau.",
        "C’est-à-dire. |Elle dort.",
    ],
)
def test_where_exactly_a_sentence_ends(marked: str) -> None:
    assert found(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


def test_items_of_all_kinds_end_the_line_before() -> None:
    for mark in [*"-–—•*‣◦·▪■►✓➢", "1.", "12)", "3°"]:
        assert len(found(f"Voici l’eau\n{mark} du feu")) == 2, mark
    for mark in ("a", "123.", "1", "-x"):
        assert len(found(f"Voici l’eau\n{mark}du feu")) == 1, mark


@given(st.one_of(st.text(), st.text(SIGNS)))
def test_sentences_share_out_all_that_is_not_space(text: str) -> None:
    spans = sentences(text)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    if spans:
        covered = "".join(text[start:end] for start, end in spans)
        assert "".join(covered.split()) == "".join(text.split())
    else:
        assert not any(sign.isalnum() for sign in text)


HOSTILE = """. ' A. A.␣ M.␣ «␣ .␣«␣ (a!␣b)␣A a!␣)␣A!␣)␣ ⏎ ⏎-␣ .⏎ a.B M.␣"␣ […]␣ ;␣ 1.␣ etc.␣A *.␣ .[1] !😀 *␣⏎⏎ «␣“ "␣ •␣a• ␣•␣ •␣"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", [unit.replace("␣", " ").replace("⏎", "\n") for unit in HOSTILE.split()]
)
def test_ten_times_the_text_takes_about_ten_times_the_time(unit: str) -> None:
    assert grows_linearly(repeated(unit, sentences), 100_000 // len(unit))


@each_row(
    ("text", "count"),
    [
        ("Il faut : • un seau • du fer • du ciment", 4),
        ("• un seau • du fer", 2),
        ("🔹 Ouvrir la vanne 🔹 Fermer la vanne", 2),
        ("• • •", 0),
        # one sign stands between two names
        ("Lac bleu • Rive nord", 1),
        ("Il faut • un seau ▪ du fer", 1),
        ("Deux •points •collés", 1),
    ],
)
def test_items_typed_in_a_line_are_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count
