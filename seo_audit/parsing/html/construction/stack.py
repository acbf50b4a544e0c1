"""The stack of open elements (13.2.4.2), whose questions cost the same however deep it is.

The standard answers each by going down the stack; on a page of a hundred thousand open tags that would take hours.
"""

from bisect import bisect_right
from collections.abc import Collection

from seo_audit.parsing.html.construction.elements import IMPLIED_END, SCOPE, SPECIAL
from seo_audit.parsing.html.construction.nodes import Element

MOST_REPAIRS = 50_000
"""How many elements may be made, or as much work be done, for tags that are closed in the wrong order. The standard
sets no limit, and asks for a million elements for a thousand `<b id=…>` and as many `<p>`; of 40 real pages none asks
for a hundred."""
_FREE = 10
"""How many elements are moved for what one repair costs."""


class TooManyRepairsError(Exception):
    """A page asks for more than `MOST_REPAIRS`."""


class Repairs:
    """Counts what is done for tags closed in the wrong order."""

    def __init__(self) -> None:
        self.done = 0

    def count(self, repairs: int = 1) -> None:
        """Count some more.

        Raises:
            TooManyRepairsError: there are too many of them.
        """
        self.done += repairs
        if self.done > MOST_REPAIRS:
            raise TooManyRepairsError


class OpenElements:
    """The stack; its current node is `elements[-1]`."""

    def __init__(self, repairs: Repairs) -> None:
        self.elements: list[Element] = []
        self._top: dict[str, int] = {}
        """Where the topmost element of each name stands; -1 for none any more."""
        self._below: list[int] = []
        """For each: where the next lower one of its name stands, or -1."""
        self._scopes = [-1]
        """Where those stand that end a scope, from the bottom on."""
        self._special = [-1]
        self._html = [-1]
        """Where those stand that are of HTML."""
        self._repairs = repairs

    def push(self, element: Element) -> None:
        """Open an element."""
        name, top, index = element.name, self._top, len(self.elements)
        if name in SPECIAL:
            self._special.append(index)
            if name in SCOPE:
                self._scopes.append(index)
        if not element.foreign:
            self._html.append(index)
        self._below.append(top.get(name, -1))
        top[name] = index
        element.open = True
        self.elements.append(element)

    def pop(self, at: int) -> Element:
        """Close the current node, at a source offset."""
        element = self._take_off()
        element.parent = None
        element.stop = max(element.stop, at)
        return element

    def _take_off(self) -> Element:
        element = self.elements.pop()
        name = element.name
        self._top[name] = self._below.pop()
        if name in SPECIAL:
            self._special.pop()
            if name in SCOPE:
                self._scopes.pop()
        if not element.foreign:
            self._html.pop()
        element.open = False
        return element

    def has(self, name: str) -> bool:
        """Whether an element of this name is open at all."""
        return self._top.get(name, -1) >= 0

    def in_scope(self, name: str) -> bool:
        """Whether the stack has an element in scope."""
        index = self._top.get(name, -1)
        return index >= 0 and index >= self._scopes[-1]

    def any_in_scope(self, names: Collection[str]) -> bool:
        """Whether it has one of these in scope."""
        return any(self.in_scope(name) for name in names)

    def is_in_scope(self, element: Element) -> bool:
        """Whether it has this very element in scope."""
        return self.index(element) >= self._scopes[-1]

    def in_button_scope(self, name: str) -> bool:
        """Whether it has one in button scope."""
        index = self._top.get(name, -1)
        return index >= 0 and index >= self._scopes[-1] and index >= self._top.get("button", -1)

    def in_list_item_scope(self, name: str) -> bool:
        """Whether it has one in list item scope."""
        index = self._top.get(name, -1)
        lists = max(self._top.get("ol", -1), self._top.get("ul", -1))
        return index >= 0 and index >= max(self._scopes[-1], lists)

    def in_table_scope(self, name: str) -> bool:
        """Whether it has one in table scope."""
        index = self._top.get(name, -1)
        return index >= 0 and all(
            index >= self._top.get(end, -1) for end in ("table", "template", "html")
        )

    def any_in_table_scope(self, names: Collection[str]) -> bool:
        """Whether it has one of these in table scope."""
        return any(self.in_table_scope(name) for name in names)

    def is_above_special(self, name: str) -> bool:
        """Whether no special element stands above the topmost element of this name: “any other end tag” may close it."""
        index = self._top.get(name, -1)
        return index >= 0 and index >= self._special[-1]

    def foreign_above_html(self, name: str) -> str:
        """The topmost foreign element of this local name above all of HTML: its name; "" for none."""
        found = max((f"svg {name}", f"math {name}"), key=lambda one: self._top.get(one, -1))
        return found if self._top.get(found, -1) > self._html[-1] else ""

    def special_above(self, index: int) -> int:
        """Where the lowest special element above a place stands; -1 for none."""
        above = bisect_right(self._special, index)
        return self._special[above] if above < len(self._special) else -1

    def nearest_special(self, index: int) -> int:
        """Where the topmost special element at a place or below stands; -1 for none."""
        return self._special[bisect_right(self._special, index) - 1] if index >= 0 else -1

    def topmost(self, name: str) -> int:
        """Where the topmost element of this name stands; -1 for none."""
        return self._top.get(name, -1)

    def index(self, element: Element) -> int:
        """Where an open element stands."""
        index = self._top[element.name]
        while self.elements[index] is not element:
            index = self._below[index]
        return index

    def pop_until(self, name: str, at: int, end: int) -> None:
        """Close elements up to one of this name: that one at `end`, those within it at `at`."""
        elements = self.elements
        while elements[-1].name != name:
            self.pop(at)
        self.pop(end)

    def pop_until_any(self, names: Collection[str], at: int, end: int) -> None:
        """Close elements up to one of these names."""
        elements = self.elements
        while elements[-1].name not in names:
            self.pop(at)
        self.pop(end)

    def pop_through(self, element: Element, at: int, end: int) -> None:
        """Close elements up to this one."""
        elements = self.elements
        while elements[-1] is not element:
            self.pop(at)
        self.pop(end)

    def clear_back_to(self, context: Collection[str], at: int) -> None:
        """Close elements until the current node is one of these."""
        elements = self.elements
        while elements[-1].name not in context:
            self.pop(at)

    def generate_implied_end_tags(
        self, at: int, *, but: str = "", which: Collection[str] = IMPLIED_END
    ) -> None:
        """Close elements whose end tag may be left out, but for those of one name."""
        elements = self.elements
        while elements[-1].name in which and elements[-1].name != but:
            self.pop(at)

    def remove(self, element: Element, at: int) -> None:
        """Take an element out of the midst of the stack."""
        for one in self.lift(self.index(element))[1:]:
            self.push(one)
        element.parent = None
        element.stop = max(element.stop, at)

    def lift(self, index: int) -> list[Element]:
        """Take off all elements from a place on, in order; they are not closed."""
        lifted = self.elements[index:]
        while len(self.elements) > index:
            self._take_off()
        self._repairs.count(len(lifted) // _FREE)
        return lifted
