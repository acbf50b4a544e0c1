"""Lists of expressions, kept as text files beside the modules that use them."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from seo_audit.lazy import regex

WORDS_KEPT = 16_384
"""Words that each look-up remembers. French pages know their common ones again, and more of them cost memory for no
time: 1,400 articles took the same with four times as many."""
_PLAIN = (
    ("’", "'"), ("ʼ", "'"), ("‘", "'"), ("\u00a0", " "), ("\u202f", " "), ("\u2011", "-"), ("\n", " "),
)  # fmt: skip


@cache
def lines(package: str, name: str) -> tuple[str, ...]:
    """The lines of a package's text file, in order; empty ones and those that begin with # left out."""
    stripped = map(str.rstrip, _text(package, name).splitlines())
    return tuple(line for line in stripped if line and line[0] != "#")


def _text(package: str, name: str) -> str:
    # importlib.resources would import zipfile, tempfile and random with it
    (folder,) = import_module(package).__path__
    return Path(folder, name).read_text("utf-8")


@cache
def sections(package: str, name: str) -> Mapping[str, tuple[str, ...]]:
    """The lines of a package's text file under each of its headings, `[name]`; those before the first under ""."""
    found: dict[str, list[str]] = {"": []}
    here = found[""]
    for line in lines(package, name):
        if line.startswith("["):
            here = found.setdefault(line.strip("[]"), [])
        else:
            here.append(line)
    return {heading: tuple(under) for heading, under in found.items()}


@cache
def words_by_section(package: str, name: str) -> Mapping[str, tuple[str, ...]]:
    """The words of a package's text file under each of its headings, `[name]`; those before the first under ""."""
    text = _text(package, name)
    while text.startswith("#"):
        text = text.partition("\n")[2]
    if "\n#" in text:  # long lists have remarks at their beginning only
        text = "\n".join(line for line in text.split("\n") if not line.startswith("#"))
    first, *others = f"\n{text}".split("\n[")
    found = {"": tuple(first.split())}
    for part in others:
        heading, _, under = part.partition("]")
        found[heading] = found.get(heading, ()) + tuple(under.split())
    return found


def plain(text: str) -> str:
    """A text as lists are compared: lower case, straight apostrophes, plain spaces; equally long.

    Indices into it are indices into the text.
    """
    for mark, other in _PLAIN:  # several times as fast as str.translate
        text = text.replace(mark, other)
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def core(text: str) -> str:
    """A text without what is neither letter nor digit at its ends: signs, arrows, spaces."""
    found = _CORE.search(text)
    return found[0] if found else ""


# « \A[\W_]+|[\W_]+\Z » would try the end of each run of signs from each of its characters
_CORE = regex(r"[^\W_](?:.*[^\W_])?", re.DOTALL)


def any_of(expressions: Iterable[str]) -> str:
    """A regular expression for any of the expressions, as whole words, in a text made `plain`; the longest wins."""
    longest_first = sorted({plain(one) for one in expressions}, key=lambda one: (-len(one), one))
    return r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)"
