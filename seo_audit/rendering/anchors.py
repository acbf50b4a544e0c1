"""Known kinds of text that a figure of readability is placed among, and what may be said of it."""

from collections.abc import Iterator

from msgspec import Struct

from seo_audit.message import NBSP, Language, Message, number

LEAST_DIFFERENCE = 10
"""Points: of two texts that differ by less, the lower one is the harder little more often than not."""


class Anchor(Struct, frozen=True):
    """A kind of text and the median readability of texts of that kind; `high` is above `low` where it has degrees."""

    name: Message
    low: int
    high: int

    def say(self, language: Language) -> str:
        """Its name and its median: « presse 54 »."""
        return f"{self.name.say(language)} {self.median(language)}".replace(" ", NBSP)

    def median(self, language: Language) -> str:
        """Its median, or its medians: « 80 à 99 »."""
        if self.low == self.high:
            return str(self.low)
        return MEDIANS.say(language, {"low": self.low, "high": self.high})

    def holds(self, figure: float) -> bool:
        """Whether a figure is one of its medians, or lies between them."""
        return self.low <= figure <= self.high


MEDIANS = Message(fr="{low} à {high}", en="{low}–{high}")
ANCHORS = (
    Anchor(Message(fr="contes pour enfants", en="children’s stories"), 80, 99),
    Anchor(Message(fr="romans", en="novels"), 70, 70),
    Anchor(Message(fr="blogs", en="blogs"), 65, 65),
    Anchor(Message(fr="bons articles de Vikidia", en="good Vikidia articles"), 63, 63),
    Anchor(Message(fr="presse", en="press"), 54, 54),
    Anchor(Message(fr="Wikipédia", en="French Wikipedia"), 50, 50),
)
"""From easy to hard; medians of texts of each kind (`docs/french.md`)."""

SCALE = Message(
    fr="Repères (médianes) : {anchors}. Un écart de moins de {least} points ne veut rien dire. Ce n’est ni un "
    "niveau, ni un âge.",
    en="Anchors (medians): {anchors}. A difference of less than {least} points means nothing. This is no level and "
    "no age.",
)


def around(figure: float) -> tuple[Anchor, ...]:
    """The anchors a figure lies between, or the one it meets, easier first; one beyond either end."""
    rounded = round(figure)
    met = tuple(anchor for anchor in ANCHORS if anchor.holds(rounded))
    if met:
        return met
    above = [anchor for anchor in ANCHORS if anchor.low > rounded]
    below = [anchor for anchor in ANCHORS if anchor.high < rounded]
    return (*above[-1:], *below[:1])


def placed(figure: float, language: Language) -> str:
    """A figure beside the anchors around it: « 57 (bons articles de Vikidia 63, presse 54) »."""
    near = ", ".join(anchor.say(language) for anchor in around(figure))
    return f"{number(round(figure), language)} ({near})"


def scale(language: Language) -> str:
    """All anchors in a sentence, and how little a difference says."""
    told = ", ".join(anchor.say(language) for anchor in ANCHORS)
    return SCALE.say(language, {"anchors": told, "least": LEAST_DIFFERENCE})


def rungs(figure: float) -> Iterator[Anchor | None]:
    """The anchors from easy to hard, with None where the figure stands among them.

    It stands below those that are as easy or easier, and below the anchor it meets.
    """
    stands = False
    for anchor in ANCHORS:
        if not stands and figure > anchor.high:
            stands = True
            yield None
        yield anchor
    if not stands:
        yield None
