"""Finds what a site generator replaces before readers see it: comments, shortcodes, templates, JSX.

It is blanked one character for one, so that every offset stays what it was.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from seo_audit.lazy import regex
from seo_audit.source import Span

_FILLERS = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6\ufdd7"
"""Noncharacters (Unicode, section 23.7): no text for interchange holds them."""

_NO_FILLER = str.maketrans("", "", _FILLERS)

_LONGEST = 5_000
"""A tag or expression is looked for this far: an opening brace never searches a whole file."""

_DEEPEST = 20
"""Braces within braces; more are no expression."""

_STARTS = r"""
      (?P<fence>^(?:[ \t>]|[-*+](?=[ \t])|[0-9]{1,9}[.)](?=[ \t]))*+(?:`{3,}(?=[^`\n]*$|[ ]*\{[a-z][^\n]*\}[ \t]*$)|~{3,}))
    | (?P<tex>\\\\[(\[]|\\[(\[](?=[^\n]{0,200}\\[a-z]{2})|\\\((?=[^\n\\]{1,100}[=^_<>][^\n\\]{1,100}\\\))
        |\\\[(?=[^\n\\]{1,100}[\^_][^\n\\]{1,100}\\\])
        |^[ \t]*\\\[(?=[ \t]*$)|^[ \t]*\\begin\{[a-z]{1,20}\*?\})
    | (?P<command>^[ \t]*\\(?:newpage|pagebreak|clearpage|cleardoublepage|bigskip|medskip|smallskip|noindent|vspace\{[^{}\n]{0,40}\})[ \t]*$
        |^[ \t]*(?:<<<[ \t]*[@./~][^\n]{1,200}|-{1,5}8<-{1,5}(?:[ \t]+["'][^"'\n]{1,200}["'])?)[ \t]*$)
    | (?P<uml>^[ \t]*(?:::uml::[^\n]*|@start(?:uml|mindmap|gantt|wbs|salt|json|yaml)\b[^\n]*)$)
    | (?P<reference>\\@ref\([^()\s]{1,80}\))
    | (?P<label>^[ ]{0,3}\([^()\s]{1,80}\)=[ \t]*$)
    | (?P<role>\{math\}`[^`\n]{1,500}`|\{[a-z][\w:+-]{0,40}\}(?=`[^`\n]{1,300}`))
    | (?P<escape>\\[^\n])
    | (?P<code>`+)
    | (?P<comment><!--|\{/\*|(?<![\w%])%%(?=[^%]))
    | (?P<abbreviation>^[ ]{0,3}\*\[[^\]\n]{1,80}\][ ]?:(?![^\n]*\*[ \t]*$)[^\n]*$)
    | (?P<props>^[ \t]*:{2,}[a-z][\w-]*[^\n]*\n[ \t]*---[ \t]*$)
    | (?P<extra>^[ ]{0,3}<(?:div|section|article|aside|details|figure|blockquote|center)(?=[^<>\n]{0,300}[ ]markdown[ =>])[^<>\n]*>[ \t]*$(?=\n[ \t]*\S))
    | (?P<list>^[ ]*(?:[-*+]|1\.)[ ][^\n]*\n[ ]*\{:[ ]?toc\b[^}\n]*\}[ \t]*$)
    | (?P<toc>^[ \t]*(?:\[toc\]|\[\[_?toc_?\]\]|\$\{toc\})[ \t]*$)
    | (?P<critic>\{>>[^\n{}]{0,1000}+(?<=<<)\}|\{--(?=[^-\n])[^\n{}]{1,1000}+(?<=--)\})
    | (?P<inserted>\{(?:\+\+(?=(?P<added>[^\n{}+]{1,1000}+)\+\+\})|~~[^\n{}~]{0,1000}+~>(?=(?P<put>[^\n{}~]{0,1000}+)~~\})|==(?=(?P<shown>[^\n{}=]{1,1000}+)==\})))
    | (?P<tag>\{\{<|\{\{%|\{\{|\{%|\{\#(?=[\s-])|\{::|\{:/)
    | (?P<attributes>\{:?[ ]*+(?:(?:[\#.][^\s{}\#.="'<>]++|[\w:@-]++=(?:"[^"\n]*+"|'[^'\n]*+'|[^\s{}"'<>]++)|toc\b)[ ]*+)++\})
    | (?P<math>\$\$(?:[^$]|\$(?!\$)){1,5000}+\$\$
        |(?<![\w$])\$(?=[^\s$])(?:[^$\n\\]|\\[^\n]|\n(?![ \t]*\n)){1,500}+(?<=\S)\$(?![\w$]))
    | (?P<mark>(?<![=\w])==(?=(?P<marked>[^\s=](?:[^=\n]|=(?!=)){0,500}+)(?<=\S)==(?![=\w])))
    | (?P<bracket>\[(?=(?P<bracketed>[^\[\]\n]{1,300})\]\{[ ]*[.\#][^}\n]*\}))
    | (?P<close>(?:\+\+|~~|==)\}|==|\](?=\{))
    | (?P<block>(?:(?<=[ \t])|^)\^[a-z0-9-]{2,60}[ \t]*$)
    | (?P<emoji>(?<![\w:]):(?:[a-z][a-z0-9_+-]{1,40}|fa[a-z]?(?:[ ]fa-[a-z0-9-]{1,40}){1,3}):(?![\w:])
        |(?<![\w:]):(?-i:[A-Z][a-z]{1,20}(?:[A-Z][a-z]{1,20}){1,4})(?![\w:]))
"""
"""An emoji may be a component of Nuxt’s, too: « :SiteTitle »."""
_READ = re.MULTILINE | re.VERBOSE | re.IGNORECASE
_START = regex(_STARTS, _READ)
_MDX_START = regex(
    _STARTS
    + r"""
    | (?P<module>^(?:import[ ]+(?:[^\n]*[ ]from[ ]|["'])|export[ ]+(?:default|const|let|var|function|async|class|[{*])))
    | (?P<element><(?=/?(?:[a-z][\w.-]*)?[\s/>]))
    | (?P<expression>\{)
    """,
    _READ,
)
_FENCE_END = regex(r"^[ \t>]*+(`{3,}|~{3,})[ \t]*$", re.MULTILINE)
_CLOSERS = {
    "{{<": ">}}",
    "{{%": "%}}",
    "{{": "}}",
    "{%": "%}",
    "{#": "#}",
    "{::": "}",
    "{:/": "}",
}
_HIDING = regex(
    r"""\{%-?\s*(?P<liquid>comment|highlight|javascript|style|schema|katexmm|katex|mathjax|latex|math)\b
    | \{\{[<%]\s*(?P<hugo>highlight|mermaid|rawhtml|katex)\b
    | \{::(?P<kramdown>comment|nomarkdown)\}""",
    re.VERBOSE,
)
_WORTH = regex(
    r"<!--|[{}$]|^[ \t]*@start|\[[tT][oO][cC]|\[\[|:[a-zA-Z0-9_+-]+:|:[A-Z][a-z]+[A-Z]|:fa[a-z]? fa-|==|%%|^[ ]{0,3}\*\[|^[ \t]*::|\^[\w-]+[ \t]*$|\\[\\@bB(\[]"
    r"|^[ \t]*\\[npcmsvNPCMSV]|<<<|-8<-|^[ ]{0,3}\([^()\s]+\)=|^[ ]{0,3}<\w{3,10}[ ][^<>\n]{0,300}\b[mM](?:arkdown|ARKDOWN)[ =>]",
    re.MULTILINE,
)
_COMMENTS = {"<!--": "-->", "{/*": "*/}", "%%": "%%"}
"""How comments begin and end: HTML’s, MDX’s, Obsidian’s."""
_TEX = {"\\\\(": "\\\\)", "\\\\[": "\\\\]", "\\(": "\\)", "\\[": "\\]"}
_AROUND = ("marked", "bracketed", "added", "put", "shown")
"""The words that markup stands around: `==…==`, `[…]{.class}`, CriticMarkup’s insertions."""
_UML_END = regex(
    r"^[ \t]*(?:@end[a-z]{3,7}[ \t]*(?:$\s*^[ \t]*::end-uml::[ \t]*)?|::end-uml::[ \t]*)$",
    re.MULTILINE | re.IGNORECASE,
)
"""Where the program of a drawing ends: PlantUML’s, in Pelican’s block or alone."""
_PROPS_END = regex(r"^[ \t]*---[ \t]*$", re.MULTILINE)
_BLANK_LINE = regex(r"\n[ \t]*\n")
_BLOCK_END = regex(r"\n[ \t]*(?=\n|[-*+|][ \t]|1[.)][ \t]|#{1,6}[ \t])")
"""Where inline syntax cannot go on: behind a blank line, and before an item, a heading or a row."""
_ID = regex(r"""#([^\s{}#.="'<>]+)""")
_ID_SAID = regex(r"""\sid\s*=\s*["']?([^\s"'<>]+)""", re.IGNORECASE)
_ID_GIVEN = regex(r"""(?<![\w:@-])id=["']?([^\s{}"'<>]+)""")
"""As markdown-it-attrs reads them, too: « {id="four"} »."""
_ID_ALONE = regex(r"""\s*#([^\s{}#.="'<>]+)(?:\s[^\n]{0,100})?""")
"""What Docusaurus takes for a heading’s id: « ## Le four {/* #four */} »."""
_ELEMENT = regex(
    # a component (capital letter or a dot), a fragment, or HTML that only groups blocks
    r"</?(?:(?:[A-Z][\w.-]*|[a-z][\w-]*\.[\w.-]+"
    r"|article|aside|center|details|div|figure|footer|header|main|nav|section|summary)(?=[\s/>])|(?=>))"
)
_VISIBLE = regex(r"[^\n]")
_SPECIAL = regex(r"""["'`{}<>]""")


class Blanked(Struct, frozen=True):
    """A text whose markup for machines is blanked.

    `filler` stands for every character taken out within a line of text; a line that held nothing
    else is spaces. `comments` are the insides of HTML comments; `ids` those of attribute lists.
    """

    text: str
    filler: str
    comments: tuple[Span, ...] = ()
    ids: frozenset[str] = frozenset()


def blank(text: str, *, mdx: bool = False) -> Blanked:
    r"""Blank what readers never see: comments, shortcodes, template tags, attribute lists, emoji codes.

    With `mdx` also imports, exports, components and `{expressions}`. What stands in code is left
    alone. Lines end with "\n". Linear in the text's length.
    """
    filler = next((char for char in _FILLERS if char not in text), _FILLERS[0])
    if not mdx and not _WORTH.search(text):
        return Blanked(text, filler)
    spans: list[Span] = []
    comments: list[Span] = []
    ids: set[str] = set()
    for kind, span in _parts(text, _MDX_START if mdx else _START):
        if kind == "comment":
            inside = _inside(text, span)
            comments.append(inside)
            if said := _ID_ALONE.fullmatch(text, *inside):
                ids.add(said[1])
        elif kind == "attributes":
            ids.update(_ID.findall(text, span.start, span.end))
            ids.update(_ID_GIVEN.findall(text, span.start, span.end))
        elif kind == "extra":
            # Markdown goes on within, though no blank line stands before it
            ids.update(_ID_SAID.findall(text, span.start, span.end))
        elif kind == "label":
            # MyST's: what stands below is known by it
            ids.add(text[span.start : span.end].strip()[1:-2])
        spans.append(span)
    return Blanked(_filled(text, spans, filler), filler, tuple(comments), frozenset(ids))


def _inside(text: str, comment: Span) -> Span:
    """A comment without what begins and ends it."""
    opener = next(one for one in _COMMENTS if text.startswith(one, comment.start))
    start = comment.start + len(opener)
    return Span(start, max(comment.end - len(_COMMENTS[opener]), start))


def _parts(text: str, starts: re.Pattern[str]) -> Iterator[tuple[str, Span]]:
    """What to blank, in order, without overlaps."""
    code = _CodeSpans(text)
    absent: set[str] = set()
    closing: set[int] = set()
    """Where what was opened around words ends: `==…==`, `[…]{.class}`."""
    at = 0
    while match := starts.search(text, at):
        start, kind = match.start(), str(match.lastgroup)
        at = match.end()
        if kind == "fence":
            at = _fence_end(text, match)
        elif kind == "code":
            at = code.end(start, at)
        elif kind in ("mark", "bracket", "inserted"):
            words: str = next(filter(None, map(match.group, _AROUND)), "")
            closing.add(at + len(words))
            yield kind, Span(start, at)
        elif kind == "props":
            start = text.rfind("\n", 0, at) + 1
            if closer := _PROPS_END.search(text, at + 1, at + _LONGEST):
                yield kind, Span(start, closer.end())
                at = closer.end()
        elif kind != "escape" and (kind != "close" or start in closing):
            end = _end(text, match, absent)
            if end is not None:
                yield kind, Span(start, end)
                at = max(at, end)


def _end(text: str, match: re.Match[str], absent: set[str]) -> int | None:
    """Where what begins with `match` ends; None when it is only text."""
    start, kind = match.start(), match.lastgroup
    if kind == "comment":
        # `<!-->` is a whole one
        return _find(text, _COMMENTS[match[0]], start + 2, absent)
    if kind == "tex":
        opener = match[0].strip()
        closer = _TEX[opener] if opener in _TEX else f"\\end{{{match[0].partition('{')[2]}"
        found = text.find(closer, match.end(), start + _LONGEST)
        return found + len(closer) if found >= 0 else None
    if kind == "tag":
        return _tag_end(text, start, match["tag"], absent)
    if kind == "module":
        blank_line = _BLANK_LINE.search(text, start)
        return blank_line.start() if blank_line else len(text)
    if kind in ("element", "uml"):
        return (
            _element_end(text, start) if kind == "element" else _uml_end(text, match.end(), absent)
        )
    return _braces_end(text, start) if kind == "expression" else match.end()


def _uml_end(text: str, start: int, absent: set[str]) -> int | None:
    closing = None if "@enduml" in absent else _UML_END.search(text, start)
    if closing is None:
        absent.add("@enduml")
        return None
    return closing.end()


def _fence_end(text: str, opening: re.Match[str]) -> int:
    """Where fenced code ends: after its closing line, or with the text."""
    ticks = opening[0].lstrip(" \t>-*+.)0123456789")
    for closing in _FENCE_END.finditer(text, opening.end()):
        if closing[1][0] == ticks[0] and len(closing[1]) >= len(ticks):
            return closing.end()
    return len(text)


def _find(text: str, closer: str, start: int, absent: set[str]) -> int | None:
    """End of the next `closer`; once there is none, it is not looked for again."""
    if closer in absent:
        return None
    found = text.find(closer, start)
    if found < 0:
        absent.add(closer)
        return None
    return found + len(closer)


def _tag_end(text: str, start: int, opener: str, absent: set[str]) -> int | None:
    """Where a template tag ends, with what it hides; None when it is none."""
    closer = _CLOSERS[opener]
    found = text.find(closer, start + len(opener), start + _LONGEST)
    if found < 0 or _BLANK_LINE.search(text, start, found):
        return None
    end = found + len(closer)
    while closer == "}}" and text.startswith("}", end):
        end += 1
    hiding = _HIDING.match(text, start)
    if hiding is None or text.startswith("/", found - 1):
        return end
    if name := hiding["liquid"]:
        last = _find(text, f"{{% end{name}", end, absent)
    elif name := hiding["hugo"]:
        last = _find(text, f"{opener} /{name}", end, absent)
    else:
        last = _find(text, "{:/", end, absent)
    if last is None:
        return end
    return _find(text, closer, last, absent) or end


def _element_end(text: str, start: int) -> int | None:
    """Where the tag of a component ends; None when it is none."""
    name = _ELEMENT.match(text, start)
    if name is None:
        return None
    at = name.end()
    limit = start + _LONGEST
    while match := _SPECIAL.search(text, at, limit):
        char = match[0]
        if char == ">":
            return match.end()
        if char == "{":
            end = _braces_end(text, match.start())
        elif char in "\"'":
            found = text.find(char, match.end(), limit)
            end = found + 1 if found >= 0 else None
        else:
            return None
        if end is None:
            return None
        at = end
    return None


def _braces_end(text: str, start: int) -> int | None:
    """Where the braces opened at `start` are closed."""
    depth = 0
    for match in _SPECIAL.finditer(text, start, start + _LONGEST):
        if match[0] == "{":
            depth += 1
            if depth > _DEEPEST:
                return None
        elif match[0] == "}":
            depth -= 1
            if depth == 0:
                return match.end()
    return None


class _CodeSpans:
    """Where inline code ends: at the next run of as many backticks in the same paragraph, item, heading or row."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._runs: dict[int, list[int]] | None = None
        self._breaks: list[int] = []

    def end(self, start: int, after: int) -> int:
        """Where the code opened by the backticks `start` to `after` ends; `after` when it does not."""
        if self._runs is None:
            self._runs = {}
            for match in re.finditer("`+", self._text):
                self._runs.setdefault(match.end() - match.start(), []).append(match.start())
            self._breaks = [match.start() for match in _BLOCK_END.finditer(self._text)]
        same = self._runs.get(after - start, [])
        number = bisect_left(same, after)
        if number == len(same):
            return after
        line_break = bisect_left(self._breaks, after)
        if line_break < len(self._breaks) and self._breaks[line_break] < same[number]:
            return after
        return same[number] + after - start


def without_fillers(text: str) -> str:
    """A value without what stands for the tags in it."""
    return text.translate(_NO_FILLER)


def _filled(text: str, spans: list[Span], filler: str) -> str:
    """The text with fillers for what the spans hold; a line of nothing else becomes spaces."""
    parts: list[str] = []
    continued: set[int] = set()
    at = 0
    for span in spans:
        parts.append(text[at : span.start])
        inside = text[span.start : span.end]
        parts.append(_VISIBLE.sub(filler, inside))
        at = span.end
        if "\n" in inside:
            line_start = text.rfind("\n", 0, span.start) + 1
            if text[line_start : span.start].strip():
                # begun behind words: its lines belong to their paragraph and must not end it
                continued.update(span.start + match.end() for match in re.finditer("\n", inside))
    parts.append(text[at:])
    if not spans:
        return text
    filled = "".join(parts)

    def emptied(line: re.Match[str]) -> str:
        return line[0] if line.start() in continued else " " * len(line[0])

    return re.sub(rf"^[ \t]*+{filler}[{filler} \t]*+$", emptied, filled, flags=re.MULTILINE)
