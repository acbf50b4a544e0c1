"""No text makes the readers of briefs raise, and an article agrees with itself."""

from hypothesis import given, settings
from hypothesis import strategies as st

from seo_audit import read
from seo_audit.brief.facts import compare
from seo_audit.brief.overlap import compare as overlap
from seo_audit.brief.target import Target
from seo_audit.brief.texts import BriefText
from seo_audit.brief.vocabulary import compare as vocabulary
from seo_audit.french.dates import find_dates
from seo_audit.french.names import find_names
from seo_audit.french.numbers import find_figures

WORDS = st.sampled_from(
    [
        "le",
        "La",
        "3",
        "12,5",
        "70",
        "000",
        "milliards",
        "et",
        "demi",
        "%",
        "€",
        "$",
        "M",
        "Md",
        "mai",
        "2023",
        "15/05/23",
        "XIXe",
        "siècle",
        "Xi’an",
        "l’Union",
        "européenne",
        "de",
        "cent",
        "deux",
        "soixante-dix",
        "«",
        "»",
        ".",
        ",",
        ":",
        "(",
        ")",
        "-",
        "–",
        "1re",
        "9e",
        "h30",
        "8",
        "h",
        "Selon",
        "dit-il",
        "[1]",
        "http://a.fr",
        "n°",
        "'État",
        "œuvre",
        "\u202f",
        "\xa0",
        "\n\n",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=30).map(" ".join))


@settings(max_examples=150)
@given(TEXTS)
def test_places_are_in_order_and_in_the_text(text: str) -> None:
    for found in (find_figures(text), find_names(text)):
        last = 0
        for one in found:
            assert last <= one.start < one.end <= len(text)
            last = one.end
    for date in find_dates(text):
        assert 0 <= date.start < date.end <= len(text)


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_comparisons_never_raise(one: str, other: str) -> None:
    article, beside = read(f"Eau. {one}", format="text"), BriefText("s.txt", text=f"Eau. {other}")
    same = BriefText("t.txt", text=f"Eau. {one}")
    assert compare(article, same, Target()).added == ()
    compare(article, beside, Target())
    assert 0 <= overlap(article, beside).share <= 1
    vocabulary(article, (beside, same))
