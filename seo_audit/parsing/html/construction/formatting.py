"""The list of active formatting elements (13.2.4.3) and the adoption agency algorithm (13.2.6.4.7)."""

from seo_audit.parsing.html.construction.builder import Builder, clone
from seo_audit.parsing.html.construction.nodes import Element

_FREE = 100
"""How many entries are looked through for what one repair costs."""


def push(builder: Builder, element: Element) -> None:
    """Push onto the list; the earliest of three alike since the last marker leaves it (“Noah’s Ark”)."""
    entries = builder.formatting
    alike = 0
    for index in range(len(entries) - 1, -1, -1):
        entry = entries[index]
        if entry is None:
            break
        if entry.name == element.name and entry.attributes == element.attributes:
            alike += 1
            if alike == 3:
                _unlist(builder, index)
                break
        if index % _FREE == _FREE - 1:
            builder.repairs.count()
    entries.append(element)
    element.listed = True


def push_marker(builder: Builder) -> None:
    """Insert a marker: formatting goes no further into cells, captions, objects and templates."""
    builder.formatting.append(None)


def clear_to_marker(builder: Builder) -> None:
    """Clear the list up to the last marker."""
    entries = builder.formatting
    while entries and (entry := entries.pop()) is not None:
        entry.listed = False


def reconstruct(builder: Builder) -> None:
    """Reconstruct the active formatting elements: open again what a block has closed."""
    entries = builder.formatting
    if not entries:
        return
    last = entries[-1]
    if last is None or last.open:
        return
    first = len(entries) - 1
    while first and (entry := entries[first - 1]) is not None and not entry.open:
        first -= 1
    for index in range(first, len(entries)):
        entry = entries[index]
        assert entry is not None
        _relist(builder, index, builder.insert_again(entry))


def since_marker(builder: Builder, name: str) -> int:
    """Where the last element of this name stands in the list behind its last marker; -1 for none."""
    entries = builder.formatting
    for index in range(len(entries) - 1, -1, -1):
        entry = entries[index]
        if entry is None:
            break
        if entry.name == name:
            return index
        if index % _FREE == _FREE - 1:
            builder.repairs.count()
    return -1


def forget(builder: Builder, element: Element) -> None:
    """Take an element off the list, if it is there."""
    if element.listed:
        _unlist(builder, _index(builder, element))


def close(builder: Builder, name: str, at: int, end: int) -> None:
    """“Any other end tag”: close up to the topmost element of this name, if no special one stands above it."""
    stack = builder.stack
    if stack.is_above_special(name):
        stack.generate_implied_end_tags(at, but=name)
        stack.pop_until(name, at, end)


def adoption_agency(builder: Builder, subject: str, at: int, end: int) -> None:
    """Close a formatting element whose end tag stands at `at`–`end`, though blocks within it be open."""
    stack, entries = builder.stack, builder.formatting
    current = stack.elements[-1]
    if current.name == subject and (not current.listed or entries[-1] is current):
        # well written, it is the current node and the last in the list
        forget(builder, current)
        stack.pop(end)
        return
    for _ in range(8):
        index = since_marker(builder, subject)
        if index < 0:
            close(builder, subject, at, end)
            return
        formatting = entries[index]
        assert formatting is not None
        if not formatting.open:
            _unlist(builder, index)
            return
        if not stack.is_in_scope(formatting):
            return
        place = stack.index(formatting)
        furthest = stack.special_above(place)
        if furthest < 0:
            stack.pop_through(formatting, at, end)
            _unlist(builder, index)
            return
        formatting.stop = max(formatting.stop, end)
        _adopt(builder, index, place, furthest - place, at)


def _adopt(builder: Builder, index: int, place: int, distance: int, at: int) -> None:
    """Turn a formatting element inside out: its furthest block leaves it, and gets one like it for its contents.

    Args:
        builder: the state.
        index: of the formatting element in the list.
        place: where it stands on the stack.
        distance: how far above it the furthest block stands.
        at: the source offset of the end tag.
    """
    entries = builder.formatting
    ancestor = builder.stack.elements[place - 1]
    lifted = builder.stack.lift(place)
    formatting, furthest = lifted[0], lifted[distance]
    bookmark = index + 1
    last = furthest
    kept: list[Element] = []
    for count, node in enumerate(reversed(lifted[1:distance]), 1):
        if node.listed and count > 3:
            removed = _index(builder, node)
            bookmark -= removed < bookmark
            _unlist(builder, removed)
        if not node.listed:
            node.parent = None
            node.stop = max(node.stop, at)
            continue
        number = _index(builder, node)
        new = _again(builder, node)
        _relist(builder, number, new)
        if last is furthest:
            bookmark = number + 1
        builder.detach(last)
        builder.attach(last, new, None)
        kept.append(new)
        last = new
    builder.detach(last)
    builder.attach(last, *builder.place(ancestor))
    new = _again(builder, formatting)
    new.children = furthest.children
    for element in lifted[distance + 1 : distance + 2]:
        if element.parent is furthest:
            element.parent = new
    furthest.children = [new]
    new.parent = furthest
    entries.insert(bookmark, new)
    new.listed = True
    _unlist(builder, _index(builder, formatting))
    for element in (*reversed(kept), furthest, new, *lifted[distance + 1 :]):
        builder.stack.push(element)


def _again(builder: Builder, element: Element) -> Element:
    builder.repairs.count()
    return clone(element)


def _index(builder: Builder, element: Element) -> int:
    """Where an element stands in the list."""
    entries = builder.formatting
    index = len(entries) - 1
    while entries[index] is not element:
        if index % _FREE == _FREE - 1:
            builder.repairs.count()
        index -= 1
    return index


def _unlist(builder: Builder, index: int) -> None:
    entry = builder.formatting.pop(index)
    if entry is not None:
        entry.listed = False


def _relist(builder: Builder, index: int, element: Element) -> None:
    entry = builder.formatting[index]
    if entry is not None:
        entry.listed = False
    builder.formatting[index] = element
    element.listed = True
