"""How alike two texts are: signatures that find candidates without comparing all pairs, and the exact answer for each.

Texts are compared by their shingles of three words. A signature holds, for each of 96 hash functions, the least hash of
a text's shingles: two texts agree on as many places as their shingles do (Broder 1997, “On the resemblance and
containment of documents”). Candidates agree on all three places of one of 32 bands; nothing is said of a pair before
the shingles themselves were compared, so answers do not rest on chance but for what no band finds: of pairs that are
half alike one in eighty, of those alike by .6 one in two thousand.
"""

import base64
from collections.abc import Iterator
from zlib import crc32

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from seo_audit.site.pages.record import Shingles

SIZE = 3
"""Words of a shingle."""
ROWS, BANDS = 3, 32
CROWD = 60
"""Pages of one band beyond which each is compared with the first ones only: a text that all share is no likeness."""

_random = np.random.default_rng(20)
_FACTORS = _random.integers(1, 2**63, ROWS * BANDS, dtype=np.uint64) | np.uint64(1)
_TERMS = _random.integers(0, 2**63, ROWS * BANDS, dtype=np.uint64)
_SHIFT = np.uint64(32)

Numbers = NDArray[np.int64]


class Packed(Struct, frozen=True):
    """The shingles of a page as they are stored: base64 of 32-bit numbers in order; where each word begins."""

    page: str
    signature: str
    shingles: str
    offsets: tuple[int, ...]


def packed(texts: Shingles) -> Packed:
    """The stored form of a page's words."""
    words = [word.encode("utf-8", "replace") for word in texts.words]
    hashes = np.fromiter(
        (crc32(b" ".join(words[at : at + SIZE])) for at in range(len(words) - SIZE + 1)),
        np.uint32,
    )
    return Packed(
        texts.page,
        base64.b64encode(_signature(hashes).tobytes()).decode(),
        base64.b64encode(hashes.tobytes()).decode(),
        texts.offsets,
    )


def _signature(hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    found = np.full(ROWS * BANDS, 0xFFFFFFFF, np.uint32)
    for start in range(0, len(hashes), 4096):
        part = hashes[start : start + 4096].astype(np.uint64)
        least = ((part[:, None] * _FACTORS + _TERMS) >> _SHIFT).min(axis=0)
        found = np.minimum(found, least.astype(np.uint32))
    return found


def candidates(signatures: NDArray[np.uint32], likely: float) -> Iterator[tuple[int, int]]:
    """Pairs of rows that may be alike, each once, the smaller number first, in order.

    `signatures` has a row a page. Pairs whose signatures agree on less than `likely` of their places are left out.
    """
    count = np.int64(len(signatures))
    bands = (signatures[:, first : first + ROWS] for first in range(0, ROWS * BANDS, ROWS))
    pairs = np.unique(
        np.concatenate([one * count + two for band in bands for one, two in _alike(band)])
    )
    for start in range(0, len(pairs), 100_000):
        one, two = np.divmod(pairs[start : start + 100_000], count)
        agree = (signatures[one] == signatures[two]).mean(axis=1)
        chosen = agree >= likely
        yield from zip(one[chosen].tolist(), two[chosen].tolist(), strict=True)


def _alike(band: NDArray[np.uint32]) -> Iterator[tuple[Numbers, Numbers]]:
    """Pairs of rows that are equal in one band: their smaller numbers, and the larger of each."""
    rows, starts, ends = _groups(band)
    pairs = starts[ends - starts == 2]
    yield rows[pairs], rows[pairs + 1]
    larger = ends - starts > 2
    for start, end in zip(starts[larger], ends[larger], strict=True):
        group = rows[start:end]
        for number in range(min(len(group) - 1, CROWD)):
            is_compared_with_all = len(group) <= CROWD or number < 2
            later = group[number + 1 :] if is_compared_with_all else group[number + 1 : number + 2]
            yield np.full_like(later, group[number]), later


def _groups(band: NDArray[np.uint32]) -> tuple[Numbers, Numbers, Numbers]:
    """Rows of which another is equal in one band, group after group, in order within each; where groups begin and end."""
    # one number for three is sorted ten times as quickly; two that meet by chance are told apart by their other places
    keys = np.zeros(len(band), np.uint64)
    for column in band.T:
        keys = keys * _FACTORS[0] + column
    order = np.argsort(keys)
    equal = np.flatnonzero(keys[order][1:] == keys[order][:-1])
    rows = order[np.union1d(equal, equal + 1)]
    rows = rows[np.lexsort((rows, keys[rows]))]
    starts = np.flatnonzero(np.append(True, keys[rows][1:] != keys[rows][:-1]))
    return rows, starts, np.append(starts[1:], len(rows))


def unpacked(shingles: bytes) -> NDArray[np.uint32]:
    """The shingles of a page in the order of its text."""
    return np.frombuffer(shingles, np.uint32)


def likeness(one: NDArray[np.uint32], two: NDArray[np.uint32]) -> float:
    """The Jaccard index of two texts' shingles, 0–1."""
    first, second = np.unique(one), np.unique(two)
    shared = len(np.intersect1d(first, second, assume_unique=True))
    whole = len(first) + len(second) - shared
    return shared / whole if whole else 0.0


def longest_run(one: NDArray[np.uint32], two: NDArray[np.uint32]) -> tuple[int, int, int]:
    """The longest run of shingles that both texts hold in the same order: where it begins in each, and how many.

    Only shingles that stand once in the second text begin a run: what repeats is no evidence, and cost stays linear.
    """
    values, index, counts = np.unique(two, return_index=True, return_counts=True)
    place = {int(v): int(i) for v, i, n in zip(values, index, counts, strict=True) if n == 1}
    best = (0, 0, 0)
    at = 0
    while at < len(one):
        other = place.get(int(one[at]))
        if other is None:
            at += 1
            continue
        length = 1
        limit = min(len(one) - at, len(two) - other)
        while length < limit and one[at + length] == two[other + length]:
            length += 1
        if length > best[2]:
            best = (at, other, length)
        at += length
    return best
