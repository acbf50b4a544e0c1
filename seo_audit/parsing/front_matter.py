"""Front matter."""
import re
from collections.abc import Sequence
from seo_audit.document import FrontMatter, Text, Entry, Run
from seo_audit.source import Source, Span

def read(source: Source) -> FrontMatter | None:
    t = source.text
    m = re.match(r"---[ \t]*\r?\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", t, re.S)
    if not m: return None
    es = []
    for k in re.finditer(r'^([\w-]+):[ \t]*"?(.*?)"?[ \t]*$', m[1] or "", re.M):
        s = m.start(1)+k.start(2)
        es.append(Entry(k[1], k[2], Span(m.start(1)+k.start(1), m.start(1)+k.end(1)), Text(k[2], (Run(0, s, s+len(k[2])),)) if k[2] else None))
    return FrontMatter("yaml", Span(0, m.end()), tuple(es))

def texts(header: FrontMatter, names: Sequence[str]) -> tuple[Text, ...]:
    e = header.get(*names)
    return (e.text,) if e and e.text else ()
