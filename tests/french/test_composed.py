"""Letters and their combining marks put together, and the way back."""

from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit.french.composed import Composed, has_marks

LETTERS = st.sampled_from([*"aeu .", "e\u0301", "c\u0327", "e\u0323\u0302", "u\u0308", "é", "🎉"])


def test_marks_are_noticed_wherever_they_stand() -> None:
    assert has_marks("la cle\u0301")
    assert not has_marks("la clé")


@each_row("text", ["", "abc", "e\u0301", "xe\u0301te\u0301", "o\u0302\u0323a"])
def test_the_text_is_composed(text: str) -> None:
    assert Composed(text).text == normalize("NFC", text)


@given(st.lists(LETTERS, max_size=12))
def test_places_go_there_and_back(letters: list[str]) -> None:
    """Before and behind each letter, with its marks: what stands before is the same, put together."""
    composed = Composed("".join(letters))
    for count in range(len(letters) + 1):
        before = "".join(letters[:count])
        inner = composed.inward(len(before))
        assert composed.text[:inner] == normalize("NFC", before)
        assert composed.outward(inner) == len(before)
