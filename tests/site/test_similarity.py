"""Near-duplicates: a tenth of the words changed is found, unrelated texts are not, answers are exact."""

import random
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit.site.pages.record import Shingles
from seo_audit.site.pages.similarity import (
    BANDS,
    ROWS,
    _signature,
    candidates,
    likeness,
    longest_run,
    packed,
    unpacked,
)

WORDS = [f"mot{number}" for number in range(4000)]


def shingles(words: list[str]) -> np.ndarray:
    import base64

    return unpacked(
        base64.b64decode(packed(Shingles("p", tuple(words), tuple(range(len(words))))).shingles)
    )


def changed(words: list[str], share: float, rng: random.Random) -> list[str]:
    made = list(words)
    for at in rng.sample(range(len(words)), round(share * len(words))):
        made[at] = f"autre{rng.random()}"
    return made


def test_a_tenth_of_the_words_changed_is_found_in_nineteen_of_twenty() -> None:
    rng = random.Random(7)
    pairs, found = 200, 0
    rows = []
    for _ in range(pairs):
        text = [rng.choice(WORDS) for _ in range(400)]
        rows += [shingles(text), shingles(changed(text, 0.1, rng))]
    signatures = np.stack([_signature(row) for row in rows])
    near = set(candidates(signatures, 0.35))
    for number in range(pairs):
        pair = (2 * number, 2 * number + 1)
        found += pair in near and likeness(rows[pair[0]], rows[pair[1]]) >= 0.5
    assert found >= 0.95 * pairs
    others = [(a, b) for a, b in near if (a // 2) != (b // 2)]
    assert not [(a, b) for a, b in others if likeness(rows[a], rows[b]) >= 0.05]


def test_a_crowd_of_equal_texts_stays_linear() -> None:
    row = _signature(shingles([f"m{n}" for n in range(60)]))
    signatures = np.stack([row] * 3000)
    assert len(list(candidates(signatures, 0.35))) < 400_000


texts = st.lists(st.sampled_from("abcdef"), min_size=3, max_size=40)


@given(texts, texts)
def test_the_jaccard_index_is_that_of_the_sets(one: list[str], two: list[str]) -> None:
    def sets(words: list[str]) -> set[tuple[str, ...]]:
        return {tuple(words[at : at + 3]) for at in range(len(words) - 2)}

    whole = sets(one) | sets(two)
    wanted = len(sets(one) & sets(two)) / len(whole)
    assert abs(likeness(shingles(one), shingles(two)) - wanted) < 1e-9


@given(texts, texts)
def test_the_longest_run_is_in_both(one: list[str], two: list[str]) -> None:
    start, other, length = longest_run(shingles(one), shingles(two))
    if length:
        assert one[start : start + length + 2] == two[other : other + length + 2]


def test_the_longest_run_is_the_longest() -> None:
    one = [
        "x",
        "y",
        "z",
        "le",
        "chat",
        "dort",
        "sur",
        "le",
        "grand",
        "mur",
        "de",
        "pierre",
        "a",
        "b",
        "c",
    ]
    two = [
        "d",
        "e",
        "f",
        "le",
        "chat",
        "dort",
        "sur",
        "le",
        "grand",
        "mur",
        "de",
        "pierre",
        "g",
        "h",
    ]
    start, other, length = longest_run(shingles(one), shingles(two))
    assert one[start : start + length + 2] == [
        "le",
        "chat",
        "dort",
        "sur",
        "le",
        "grand",
        "mur",
        "de",
        "pierre",
    ]
    assert two[other : other + length + 2] == one[start : start + length + 2]


@each_row("count", [0, 1, 40])
def test_candidates_are_the_pairs_that_share_a_band(count: int) -> None:
    # few different numbers, so that groups of two, of three and more are there
    signatures = np.random.default_rng(3).integers(0, 5, (count, ROWS * BANDS), dtype=np.uint32)
    bands = signatures.reshape(count, BANDS, ROWS)
    wanted = [
        (one, two)
        for one, two in combinations(range(count), 2)
        if (bands[one] == bands[two]).all(axis=1).any()
    ]
    assert list(candidates(signatures, 0)) == wanted
    assert (count == 40) is bool(wanted)
