"""How easily French text reads, from three counts: words, sentences, syllables.

`docs/french.md` tells where the coefficients come from, what they were tried on, and their limits.
"""

from math import log

from msgspec import Struct

SHORTEST = 8
"""Words from which a sentence is graded by itself: one long word makes a label or a reference look hard."""

DEGREES = (40, 30, 20)
"""Readability under which a sentence is hard, harder, hardest: a tenth, a thirtieth, a hundredth of 4,200 real ones.

They are ten points apart because smaller differences mean nothing.
"""


class Counts(Struct, frozen=True):
    """Words, sentences and spoken syllables of a text; at least one word and one sentence."""

    words: int
    sentences: int
    syllables: int

    @property
    def words_a_sentence(self) -> float:
        """Mean length of the sentences."""
        return self.words / self.sentences

    @property
    def syllables_a_word(self) -> float:
        """Mean length of the words."""
        return self.syllables / self.words


def readability(counts: Counts) -> float:
    """L = 217 − 30 · ln(words ÷ sentences) − 40 · (syllables ÷ words): about 30 (hard) to 100 (easy).

    Fitted by us on pairs of French texts about the same thing, of which one is known to be the
    easier; scaled to the mean and spread of Kandel and Moles's figures of 150 articles. It is there
    to order texts: no level, age or school year follows from it.
    """
    return 217 - 30 * log(counts.words_a_sentence) - 40 * counts.syllables_a_word


def kandel_moles(counts: Counts) -> float:
    """207 − 1.015 · (words ÷ sentences) − 73.6 · (syllables ÷ words): about 0 (hard) to 100 (easy).

    Kandel and Moles's (1958) adaptation of Flesch's reading ease, with the coefficients textstat and
    Yoast use.
    """
    return 207 - 1.015 * counts.words_a_sentence - 73.6 * counts.syllables_a_word


def degree(figure: float) -> int:
    """How hard a sentence of such a readability is: 0 (not marked) to 3."""
    return sum(figure < limit for limit in DEGREES)
