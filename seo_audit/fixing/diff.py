"""What a fix would change, as a unified diff that `git apply` takes: bytes, lines that end at a line feed only."""

from collections.abc import Iterator, Sequence

CONTEXT = 3
MOST = 4_000
"""Lines that differ between which a diff looks for equal ones; more are shown as one change."""

_Change = tuple[int, int, int, int]
"""Lines that went and lines that came: their first and last (exclusive) number, in each file."""


def unified(name: str, before: bytes, after: bytes) -> bytes:
    """The diff of two contents of a file; empty when they are equal."""
    old, new = _lines(before), _lines(after)
    changes = list(_changes(old, new))
    if not changes:
        return b""
    parts = [b"--- " + _path("a", name), b"+++ " + _path("b", name)]
    for hunk in _hunks(changes):
        parts += _hunk(old, new, hunk)
    return b"".join(parts)


def _lines(content: bytes) -> list[bytes]:
    lines = content.split(b"\n")
    last = lines.pop()
    return [line + b"\n" for line in lines] + ([last] if last else [])


def _changes(old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[_Change]:
    if len(old) == len(new):
        # the rule: characters within lines
        start = None
        for number, (one, other) in enumerate(zip(old, new, strict=True)):
            if one != other:
                start = number if start is None else start
            elif start is not None:
                yield start, number, start, number
                start = None
        if start is not None:
            yield start, len(old), start, len(new)
        return
    first = next(
        (n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    old_end, new_end = len(old) - last, len(new) - last
    if old_end - first + new_end - first > MOST:
        yield first, old_end, first, new_end
        return
    from difflib import SequenceMatcher  # noqa: PLC0415  few fixes add lines

    matcher = SequenceMatcher(None, old[first:old_end], new[first:new_end])
    for kind, *places in matcher.get_opcodes():
        if kind != "equal":
            yield tuple(first + place for place in places)  # type: ignore[misc]  # four of them


def _hunks(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    """Changes whose surroundings meet are shown together."""
    hunk = [changes[0]]
    for change in changes[1:]:
        if change[0] - hunk[-1][1] <= 2 * CONTEXT:
            hunk.append(change)
        else:
            yield hunk
            hunk = [change]
    yield hunk


def _hunk(old: Sequence[bytes], new: Sequence[bytes], hunk: Sequence[_Change]) -> Iterator[bytes]:
    start = max(hunk[0][0] - CONTEXT, 0)
    end = min(hunk[-1][1] + CONTEXT, len(old))
    new_start = hunk[0][2] - (hunk[0][0] - start)
    new_end = hunk[-1][3] + (end - hunk[-1][1])
    yield b"@@ -%s +%s @@\n" % (_range(start, end), _range(new_start, new_end))
    at = start
    for gone, gone_end, come, come_end in hunk:
        yield from _marked(b" ", old[at:gone])
        yield from _marked(b"-", old[gone:gone_end])
        yield from _marked(b"+", new[come:come_end])
        at = gone_end
    yield from _marked(b" ", old[at:end])


def _range(start: int, end: int) -> bytes:
    length = end - start
    first = start + 1 if length else start
    return b"%d" % first if length == 1 else b"%d,%d" % (first, length)


def _marked(mark: bytes, lines: Sequence[bytes]) -> Iterator[bytes]:
    for line in lines:
        yield mark + line
        if not line.endswith(b"\n"):
            yield b"\n\\ No newline at end of file\n"


def _path(side: str, name: str) -> bytes:
    """A file's name as git reads it: quoted where a character would mislead it."""
    path = f"{side}/{name.lstrip('/')}".encode("utf-8", "surrogateescape")
    if any(byte < 0x20 or byte in b'"\\\x7f' for byte in path):
        escaped = b"".join(
            b"\\%03o" % byte if byte < 0x20 or byte in b'"\\\x7f' else bytes((byte,))
            for byte in path
        )
        return b'"' + escaped + b'"\n'
    # a space would end the name
    return path + (b"\t\n" if b" " in path else b"\n")
