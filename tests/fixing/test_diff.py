"""The diff says what changes, to the byte, in the way `git apply` and `patch` read it."""

import re

from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit.fixing.diff import unified

LINES = st.lists(
    st.sampled_from([b"a\n", b"b\r\n", b"\n", b"c\rd\n", b"\xc3\xa9 :\n", b"-x\n", b"+\n", b"z"]),
    max_size=30,
)


def patched(before: bytes, diff: bytes) -> bytes:
    """A strict `patch`: every line of context must be where the diff says."""
    old = before.split(b"\n")
    old = [line + b"\n" for line in old[:-1]] + ([old[-1]] if old[-1] else [])
    new: list[bytes] = []
    at, kind = 0, b""
    lines = iter(diff.split(b"\n")[2:-1])
    for line in lines:
        if line.startswith(b"@@"):
            match = re.fullmatch(rb"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", line)
            assert match
            start = int(match[1]) - (match[2] != b"0")
            new += old[at:start]
            at = start
            assert len(new) == int(match[3]) - (match[4] != b"0")
        elif line.startswith(b"\\"):
            last = new if kind in b" +" else old
            assert kind != b"-" or not old[at - 1].endswith(b"\n")
            if last is new:
                new[-1] = new[-1].removesuffix(b"\n")
        else:
            kind, content = line[:1], line[1:] + b"\n"
            if kind in b" -":
                assert old[at].rstrip(b"\n") == content.rstrip(b"\n")
                at += 1
            if kind in b" +":
                new.append(content)
    return b"".join(new + old[at:])


@given(before=LINES, after=LINES)
def test_a_patch_of_it_gives_the_new_bytes(before: list[bytes], after: list[bytes]) -> None:
    old, new = b"".join(before), b"".join(after)
    diff = unified("a.md", old, new)
    assert (diff == b"") is (old == new)
    assert patched(old, diff) == new


def test_changes_far_apart_are_hunks_of_their_own() -> None:
    lines = [b"%d\n" % number for number in range(40)]
    changed = [b"x\n" if number in (1, 5, 30) else line for number, line in enumerate(lines)]
    diff = unified("a.md", b"".join(lines), b"".join(changed))
    assert [line for line in diff.split(b"\n") if line.startswith(b"@@")] == [
        b"@@ -1,9 +1,9 @@",
        b"@@ -28,7 +28,7 @@",
    ]


@each_row(
    ("name", "shown"),
    [
        ("a.md", b"a/a.md"),
        ("/tmp/a.md", b"a/tmp/a.md"),
        ("l’été au lac.md", "a/l’été au lac.md\t".encode()),
        ('a "b".md', b'"a/a \\042b\\042.md"'),
        ("a\nb.md", b'"a/a\\012b.md"'),
    ],
)
def test_names(name: str, shown: bytes) -> None:
    assert unified(name, b"a", b"b").split(b"\n")[0] == b"--- " + shown
