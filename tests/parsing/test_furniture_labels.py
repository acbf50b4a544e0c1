"""Labels over furniture, told by their first letters before they are read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit.parsing.html.lines import _LABELS, label

LETTERS = "abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüœßABCÀÉÖ019 ’'-:.,!?»()ąęłżź"
ALL = {
    reason: "|".join(one if isinstance(one, str) else one[1] for one in listed)
    for reason, listed in _LABELS.items()
}
WHOLE = re.compile(
    "|".join(f"(?P<{name}>{pattern})" for name, pattern in ALL.items()), re.IGNORECASE
)


def in_one_go(text: str) -> tuple[str, int]:
    found = WHOLE.match(text)
    return (found.lastgroup or "", found.end()) if found else ("", 0)


VARIED = [one[1] for listed in _LABELS.values() for one in listed if not isinstance(one, str)]


@pytest.mark.slow
@pytest.mark.parametrize("pattern", VARIED)
def test_no_label_is_passed_over_for_its_first_letters(pattern: str) -> None:
    shapes = st.from_regex(f"(?:{pattern})", fullmatch=True, alphabet=st.sampled_from(LETTERS))

    @given(shapes)
    def check(text: str) -> None:
        for spelt in (text, text.capitalize(), text.upper(), f"{text} ensuite"):
            assert label(spelt) == in_one_go(spelt)
        assert label(text)[0]

    check()


@pytest.mark.parametrize("listed", _LABELS.values(), ids=list(_LABELS))
def test_other_labels_begin_with_two_letters(listed: tuple[str | tuple[str, str], ...]) -> None:
    for one in listed:
        if isinstance(one, str):
            assert one[:2].isalpha()
            assert one[2:3] not in ("?", "*", "{")


@given(st.text(LETTERS, max_size=40))
def test_other_texts_have_none(text: str) -> None:
    assert label(text) == in_one_go(text)


@each_row(
    ("text", "reason", "length"),
    [
        ("À lire aussi : la mer", "related", len("À lire aussi :")),
        ("Les plus lus", "related", len("Les plus lus")),
        ("You should also read:", "related", len("You should also read")),
        ("You should know", "", 0),
        ("D’autres articles", "related", len("D’autres articles")),
        ("12 commentaires", "comments", len("12 commentaires")),
        ("Commentaires (3)", "comments", len("Commentaires (3)")),
        ("S’abonner à la lettre", "newsletter", len("S’abonner ")),
        ("Étiquettes : mer, port", "meta", len("Étiquettes :")),
        ("« Retour au menu »", "nav", len("« Retour au menu »")),
        ("— Publicité —", "advertising", len("— Publicité —")),
        ("Les ports du Nord", "", 0),
        ("", "", 0),
        ("…", "", 0),
    ],
)
def test_labels(text: str, reason: str, length: int) -> None:
    assert label(text) == (reason, length)
