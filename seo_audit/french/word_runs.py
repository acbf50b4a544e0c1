"""Listed expressions (« en revanche », « d'une part ») found word by word, in a tree that all of them share.

Hundreds of regular expressions cost more to compile than an article costs to read; the tree is made in a moment.
Capitals, kinds of spaces, and one line end inside an expression do not matter; nor do kinds of apostrophes and hyphens
in a text made `straight`.

The words stand as they are listed: what has endings of its own, choices or words between is for `expressions`, whose
patterns cost more, and of which an article asks few.
"""

from typing import Generic, TypeVar

__all__ = ["LETTER", "Runs", "straight"]


from seo_audit.lazy import regex

Value = TypeVar("Value")

LETTER = r"[^\W\d_]"

_STRAIGHT = (("’", "'"), ("ʼ", "'"), ("′", "'"), ("‐", "-"), ("‑", "-"))
_STEP = regex(
    rf"(?:(?P<space>[^\S\n]{{1,3}}\n?[^\S\n]{{0,3}}|\n[^\S\n]{{0,3}})|'|(?P<hyphen>-))({LETTER}+)"
)
_FIRST = regex(r"[ '-]")
_PIECE = regex(r"[ '-]?[^ '-]+(?:'\Z)?")
_ENDINGS = {
    "que": ("que", "qu'"),
    "de": ("de", "du", "des", "d'"),
    "à": ("à", "au", "aux"),
}
"""What a listed last word stands for."""

UNKNOWN: frozenset[str] = frozenset({"?"})
"""Of a word that begins an expression: nobody asked yet which words must follow."""


def straight(text: str) -> str:
    """A text with one kind of apostrophe and one of hyphen, those of lists; equally long."""
    for mark, other in _STRAIGHT:  # several times as fast as str.translate
        text = text.replace(mark, other)
    return text


class _Node(Generic[Value]):
    __slots__ = ("after", "values")

    def __init__(self) -> None:
        self.after: dict[str, _Node[Value]] = {}
        """By what follows: a space, an apostrophe or a hyphen, and the next word."""
        self.values: list[Value] = []
        """What ends here."""


class Runs(Generic[Value]):
    """Expressions, each with a value. Filled by `add`, then only asked."""

    def __init__(self) -> None:
        self._first: dict[str, _Node[Value]] = {}
        self._waiting: dict[str, list[tuple[str, Value]]] = {}
        """Expressions by their first word, not in the tree yet: of hundreds an article holds few."""
        self.begin: dict[str, frozenset[str] | None] = {}
        """The words that begin an expression, in lower case, and which words must follow for anything to begin there.

        None: no matter which. UNKNOWN: `may_follow` tells. « a » is « à » too: so an « A » may be.
        """

    def add(self, expression: str, value: Value) -> None:
        """Add an expression in lower case, with straight apostrophes and hyphens.

        A last « que », « de » or « à » behind other words is also « qu’ », « d’ », « du », « des », « au », « aux »,
        and « lorsque » is « lorsqu’ ».
        """
        before, space, last = expression.rpartition(" ")
        for ending in _ENDINGS.get(last, (last,)) if space else (last,):
            self._add(before + space + ending, value)
        if len(last) > len("que") and last.endswith("que"):
            self._add(expression[:-1] + "'", value)

    def _add(self, expression: str, value: Value) -> None:
        first = _FIRST.split(expression, 1)[0]
        self._waiting.setdefault(first, []).append((expression, value))
        self.begin[first] = UNKNOWN
        if first == "à":
            self.begin["a"] = UNKNOWN

    def may_follow(self, first: str) -> frozenset[str] | None:
        """As `begin` has it, and from now on does."""
        one = self._plant(first)
        other = self._plant("à") if first == "a" else frozenset[str]()
        seconds = None if one is None or other is None else one | other
        self.begin[first] = seconds
        return seconds

    def _plant(self, first: str) -> frozenset[str] | None:
        """Put the expressions that begin with a word in the tree. Returns their second words, None if one has none."""
        for expression, value in self._waiting.pop(first, ()):
            nodes, node = self._first, None
            for piece in _PIECE.findall(expression):
                node = nodes.setdefault(piece, _Node())
                nodes = node.after
            if node is not None:
                node.values.append(value)
        begun = [self._first[piece] for piece in (first, first + "'") if piece in self._first]
        if any(node.values for node in begun):
            return None
        return frozenset(piece.strip(" '-") for node in begun for piece in node.after)

    def at(self, text: str, start: int, end: int) -> list[tuple[int, Value]]:
        """End and value of each expression that begins with the word `text[start:end]`, the shortest first.

        `text` is `straight`.
        """
        found: list[tuple[int, Value]] = []
        for word in _spellings(text[start:end]):
            self._follow(word, text, end, found)
        return found

    def _follow(self, piece: str, text: str, end: int, found: list[tuple[int, Value]]) -> None:
        if piece in self._waiting:
            self._plant(piece)
        nodes = self._first
        while True:
            elided = nodes.get(piece + "'")
            if elided is not None and text[end : end + 1] == "'":
                found.extend((end + 1, value) for value in elided.values)
            node = nodes.get(piece)
            if node is None:
                return
            if node.values and not text[end : end + 1].isalnum():
                found.extend((end, value) for value in node.values)
            step = _STEP.match(text, end) if node.after else None
            if step is None:
                return
            sign = " " if step["space"] else "-" if step["hyphen"] else "'"
            nodes, piece, end = node.after, sign + step[3].lower(), step.end()


def _spellings(word: str) -> tuple[str, ...]:
    return ("a", "à") if word == "A" else (word.lower(),)  # accents on capitals may be missing
