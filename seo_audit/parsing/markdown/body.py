"""The article below its front matter, as the parser is given it."""

import re
from bisect import bisect_left

from seo_audit.document import Run, Text
from seo_audit.lazy import regex
from seo_audit.parsing.markdown.conditions import without_hidden
from seo_audit.parsing.markdown.templates import blank
from seo_audit.source import Source, Span


class Body:
    """The article below its front matter, as the parser is given it.

    A line feed ends each line, markup for machines is blanked. `offset` turns its offsets into the
    source's.
    """

    def __init__(self, source: Source, start: int) -> None:
        text = source.text[start:]
        self.source = source.text
        self.name = source.name
        self._start = start
        self._pairs: list[int] = []
        """Where a line end of the body stands for two characters."""
        if "\r" in text:
            pairs = [match.start() for match in re.finditer("\r\n", text)]
            self._pairs = [at - number for number, at in enumerate(pairs)]
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = without_hidden(text.replace("\0", "\ufffd"))
        self.is_mdx = _is_mdx(source, text)
        blanked = blank(text, mdx=self.is_mdx)
        self.text = blanked.text
        self.filler = blanked.filler
        self.ids = blanked.ids
        self.comments = tuple(self._comment(span) for span in blanked.comments)

    def offset(self, index: int) -> int:
        """Where a character of the body stands in the source."""
        if not self._pairs:
            return self._start + index
        return self._start + index + bisect_left(self._pairs, index)

    def _comment(self, span: Span) -> Text:
        start, end = self.offset(span.start), self.offset(span.end)
        return Text(self.source[start:end], (Run(0, start, end),) if end > start else ())


_MODULE = regex(
    r"""(?:^|\n)(?:import[ ]+(?:[\w*{][^\n"']{0,300}[ ]from[ ]+)?["'][^"'\n]{1,300}["'];?[ \t]*(?=\n|\Z)|import[ ]+\{[ \t]*\n|export[ ]+(?:const|let)[ ]+\w{1,40}[ ]*=)"""
)
_BEFORE_CODE = regex(r"\A(?:(?!```|~~~|<script)[^\n]*+(?:\n|\Z)){0,200}+")


_COMPONENT = regex(
    r"^<(?:Accordion(?:Group)?|Tabs|Steps|Card(?:Group|Grid)?|Columns|CodeGroup|Frame|Note|Tip|Warning|Info|Check|Expandable"
    r"|(?:Param|Response)Field|Callout|Aside|FileTree)(?:[ \t][^<>\n]*)?>[ \t]*\n(?:[ \t]*\n)?[ \t]{2}[ \t]*\S",
    re.MULTILINE,
)
"""A component of Mintlify’s, Docusaurus’s or Starlight’s that holds indented text: no import brings it there."""
_BEGUN = tuple(f"\n<{letter}" for letter in "ACEFINPRSTW")
"""How a line with one of them begins: few articles hold any."""
_FENCE = regex(r"^[ \t]*(?:`{3}|~{3})", re.MULTILINE)


def _is_mdx(source: Source, body: str) -> bool:
    """Whether MDX is written: by the file’s name, by what is imported or exported before any code, or by components."""
    name = source.path.name if source.path else source.name
    if name.lower().endswith(".mdx"):
        return True
    if any(begun in body for begun in _BEGUN) and (component := _COMPONENT.search(body)):
        fences = sum(1 for _ in _FENCE.finditer(body, 0, component.start()))
        if fences % 2 == 0:
            return True
    imported = _MODULE.search(body) if "import" in body or "export" in body else None
    before = _BEFORE_CODE.match(body)
    return bool(imported and before and imported.start() < before.end())
