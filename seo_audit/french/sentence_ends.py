"""Where French sentences end.

Each « . », « ! », « ? » or « … » is a candidate, found by one regular expression; what stands before and after it
decides. Abbreviations are in `abbreviations.txt`, the convention with examples in `docs/french.md`.
"""

import re
from functools import cache
from importlib import resources


def sentences(text: str) -> list[tuple[int, int]]:
    """Half-open character spans of the sentences of `text`, in order, without the spaces around."""
    spans = []
    start = 0
    for m in re.finditer(r"[.!?…]+[»”\"')\]]*(?:[ \u00a0\u202f]»)?\s+(?=[«“\"–—-]?\s?[^\W_a-zà-ÿ])", text):
        before = text[max(0, m.start() - 12) : m.start()].split()
        if before and text[m.start()] == "." and (before[-1] in _abbreviations() or len(before[-1]) == 1 and before[-1].isupper()):
            continue
        s = text[start : m.end()]
        spans.append((start + len(s) - len(s.lstrip()), start + len(s.rstrip())))
        start = m.end()
    s = text[start:]
    if s.strip():
        spans.append((start + len(s) - len(s.lstrip()), start + len(s.rstrip())))
    return spans


@cache
def _abbreviations() -> frozenset[str]:
    listed = resources.files(__package__).joinpath("abbreviations.txt").read_text("utf-8")
    return frozenset(w.rstrip("*") for line in listed.splitlines() if line[:1] not in "#[" for w in line.split()) - {"etc", "J.-C"}
