"""Front matter: YAML, TOML, JSON, Pelican and Pandoc headers, with the place of every key and value.

Only this module reads YAML, and imports it when there is some.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, Literal

from msgspec import Struct, field

from seo_audit.document import Entry, FrontMatter, Problem, Text
from seo_audit.lazy import regex
from seo_audit.message import Message
from seo_audit.parsing.flow import Characters
from seo_audit.source import Source, Span

Kind = Literal["yaml", "toml", "json", "pelican", "pandoc"]

FRONT_MATTER_NAMES: Mapping[str, Sequence[str]] = {
    "title": ("title", "titre", "seo.title"),
    "description": (
        *("description", "meta_description", "meta-description", "metadescription"),
        *("seo.description", "seo_description", "head:description", "meta:description"),
        *("summary", "excerpt", "resume", "résumé", "chapo", "chapô"),
    ),
    "slug": ("slug", "permalink", "url"),
    "language": ("lang", "language", "locale", "langue"),
    "keywords": ("keywords", "mots-cles", "mots-clés"),
    "authors": ("author", "authors", "auteur", "auteurs", "autrice"),
    "published": (
        *("date", "date.created", "date.published", "published", "publisheddate", "publishdate"),
        *("published_at", "publishedat", "published_date", "publish_date", "pubdate", "pub_date"),
        *("datepublished", "date_published", "created", "created_at", "createdat", "publication"),
    ),
    "modified": (
        *("lastmod", "updated", "modified", "last_modified_at", "modifieddate", "lastupdated"),
        *("datemodified", "date_modified", "updated_at", "updatedat", "updateddate"),
        *("updated_date", "update_date", "modified_at", "last_modified", "lastmodified"),
        *("last_update", "last_update.date", "last_updated", "date.updated", "modification"),
    ),
}
"""Keys that say what Metadata asks, in lower case; the first that is there counts.

`date.created` is the key `created` in the table `date`; `head:description`, what a meta tag of that name
says in the lists of tags that VitePress, VuePress, Starlight and Nuxt keep under `head`.
"""

LONGEST = 100_000
"""Characters of front matter; more is not read."""

DEEPEST = 50
"""Lists and tables within each other; more is not read."""

MOST_NODES = 20_000
"""Values once aliases are followed; more is not read (an alias can stand for a billion)."""

INVALID = Message(
    fr="L’en-tête {format} ne se lit pas : {reason_fr}.",
    en="The {format} front matter cannot be read: {reason_en}.",
)
DUPLICATE = Message(
    fr="La clé « {key} » figure deux fois dans l’en-tête ; la dernière l’emporte.",
    en="The key “{key}” stands twice in the front matter; the last one wins.",
)
WRONG_TYPE = Message(
    fr="« {key} » devrait être {expected_fr} dans l’en-tête.",
    en="“{key}” should be {expected_en} in the front matter.",
)

_REASONS: Mapping[str, tuple[str, str]] = {
    "mapping values are not allowed in this context": (
        "un deux-points de trop (mettez la valeur entre guillemets)",
        "one colon too many (put the value in quotes)",
    ),
    "found unexpected end of stream": ("un guillemet n’est pas fermé", "a quote is not closed"),
    "found character that cannot start any token": (
        "un caractère ne peut se trouver là (une tabulation, « @ », « ` » ou « % »)",
        "a character cannot stand here (a tab, “@”, “`” or “%”)",
    ),
    "did not find expected ',' or ']'": ("un crochet n’est pas fermé", "a bracket is not closed"),
    "did not find expected ',' or '}'": ("une accolade n’est pas fermée", "a brace is not closed"),
    "could not find expected ':'": (
        "il manque un deux-points après la clé",
        "a colon is missing after the key",
    ),
    "did not find expected key": (
        "une ligne ne suit pas les autres (retrait, guillemet ou clé)",
        "a line does not follow the others (indentation, quote or key)",
    ),
    "control characters are not allowed": (
        "il contient un caractère de commande",
        "it holds a control character",
    ),
    "unclosed": ("la ligne qui le ferme manque", "the line that closes it is missing"),
    "too long": (
        "il dépasse 100 000 caractères, la limite",
        "it is over 100,000 characters, the limit",
    ),
    "too deep": (
        "il imbrique plus de 50 niveaux, la limite",
        "it nests over 50 levels, the limit",
    ),
    "too many": (
        "ses alias donnent plus de 20 000 valeurs, la limite",
        "its aliases make over 20,000 values, the limit",
    ),
    "unknown alias": (
        "un alias (*) renvoie à une ancre qui n’existe pas",
        "an alias (*) names an anchor that does not exist",
    ),
    "no table": ("ce n’est pas une suite de clés", "it is no list of keys"),
}
_OTHER = ("sa syntaxe est incorrecte", "its syntax is wrong")

_LINE_END = regex(r"\r\n|\n|\r")
_BLANK_LINE = regex(r"(?>\r\n|\n|\r)[ \t]*+(?>\r\n|\n|\r|\Z)|\Z")
_CLOSING: Mapping[str, re.Pattern[str]] = {
    "yaml": regex(r"[\r\n](?P<fence>---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)"),
    "toml": regex(r"[\r\n](?P<fence>\+\+\+)[ \t]*(?:\r\n|\n|\r|\Z)"),
}
_SIMPLE_PAIR = regex(
    r"""^(?P<key>[^\W\d][\w-]{0,40})[ \t]*[:=][ \t]*(?P<quote>["']?)(?P<value>[^\s"'|>\[{&*](?:[^"\r\n]*[^"'\s])?)(?P=quote)[ \t]*\r?$""",
    re.MULTILINE,
)
_YAML_NODES: Mapping[str, Any] = {
    "AliasEvent": "scalar",
    "MappingStartEvent": "table",
    "ScalarEvent": "scalar",
    "SequenceStartEvent": "list",
}
_OPENING = regex(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_KEY_LINE = regex(r"[ \t]*[\"']?[^\W\d][\w .-]{0,60}[\"']?[ \t]*[:=](?:[ \t]|\r|\n|$)")
_WHITE = regex(r"[ \t\r\n]+")
_ESCAPE = regex(
    r"\\(?:\r\n|\n|\r|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)"
)
_TOML_ESCAPE = regex(rf"\\(?:\r\n|\n|\r)[ \t\r\n]*|{_ESCAPE.pattern}")
_INTEGER = regex(r"[-+]?(?:0|[1-9][0-9_]{0,17})")
_FLOAT = regex(r"[-+]?(?:[0-9]{1,17}\.[0-9]{0,17}|\.[0-9]{1,17})(?:[eE][-+]?[0-9]{1,3})?")
_TOML_STRING = (
    r'"""(?:[^"\\]|\\.|"(?!""))*+"""|' + r"'''(?:[^']|'(?!''))*+'''"
    r'|"(?:[^"\\\r\n]|\\.)*+"|' + r"'[^'\r\n]*+'"
)
_TOML_TOKEN = regex(
    rf"(?P<string>{_TOML_STRING})|(?P<open>[\[{{])|(?P<close>[\]}}])|#[^\r\n]*+", re.DOTALL
)
_TOML_LINE = regex(
    rf"[ \t]*+(?:\[\[?[ \t]*+(?P<table>[^\]\r\n]++)\]\]?|(?P<key>(?:[\w-]++|{_TOML_STRING})(?:[ \t]*+\.[ \t]*+(?:[\w-]++|{_TOML_STRING}))*+)[ \t]*+=[ \t]*+)"
)
_TOML_PLACE = regex(r"\(at (?:line (\d+), column (\d+)|end of document)\)")
_JSON_TOKEN = regex(r'"(?:[^"\\]|\\.)*+"|[{}\[\],:]|[^\s{}\[\],:"]++')
_PANDOC = regex(
    r"(?=%[ \t]+\S)(?:%[^\r\n]*+(?:(?:\r\n|\n|\r)[ \t]+[^\s%][^\r\n]*+)*+(?:\r\n|\n|\r|\Z)){1,3}"
)
_PELICAN_FIRST = regex(
    r"(?:title|titre|date|category|tags|slug|authors?|auteurs?|auteur|summary|description|lang|language|langue|status|modified|keywords|template)"
    r"[ \t]*:[ \t]*\S",
    re.IGNORECASE,
)
_PELICAN_LINE = regex(r"([^\W\d][\w -]{0,40}?)[ \t]*:(?:[ \t]+|$)", re.MULTILINE)


class Header(Struct, frozen=True):
    """Front matter, and the texts that its keys (in lower case) hold.

    One for a scalar, one for each entry of a list, the name for an author written as a table.
    """

    front_matter: FrontMatter
    texts: Mapping[str, tuple[Text, ...]]

    def get(self, names: Sequence[str]) -> tuple[Text, ...]:
        """The texts of the first of these keys that is there."""
        return next((self.texts[name] for name in names if self.texts.get(name)), ())


class _Node(Struct):
    """A value with its place. `value` is plain data for a scalar, a list of nodes, or of pairs."""

    kind: Literal["scalar", "list", "table"]
    start: int
    end: int
    value: Any = None
    text: Text | None = None


class _Read(Struct):
    """What a reader of one format found."""

    pairs: list[tuple["_Node", "_Node"]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class _UnreadableError(Exception):
    """A header that a reader gives up on, and where."""

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


def read(source: Source, names: Mapping[str, Sequence[str]] = FRONT_MATTER_NAMES) -> Header | None:
    """The front matter before an article, None when there is none.

    What is wrong with it becomes problems; it raises nothing.
    """
    found = _bounds(source.text)
    if found is None:
        return None
    kind, start, end, after, closed = found
    result = _Read()
    if not closed:
        result.problems.append(_problem(source, kind, "unclosed", 0))
    if end - start > LONGEST:
        result.problems.append(_problem(source, kind, "too long", start))
    else:
        try:
            result.pairs = _READERS[kind](source.text, start, end)
        except _UnreadableError as error:
            if closed:
                result.problems.append(_problem(source, kind, error.reason, error.offset))
            result.pairs = _plain_pairs(source.text, start, end)
    entries, texts, problems = _entries(source, result.pairs)
    problems += _type_problems(entries, names)
    front_matter = FrontMatter(kind, Span(0, after), entries, (*result.problems, *problems))
    return Header(front_matter, texts)


def _bounds(text: str) -> tuple[Kind, int, int, int, bool] | None:
    """Kind, start and end of the inside, end of the whole, and whether it is closed."""
    if opening := _OPENING.match(text):
        return _fenced(text, opening)
    if re.match(r'\{[ \t\r\n]*"', text):
        end = _json_end(text)
        return ("json", 0, end, end, True) if end else None
    if lines := _PANDOC.match(text):
        return "pandoc", 0, lines.end(), lines.end(), True
    if _PELICAN_FIRST.match(text):
        inside, after = _blank_line(text, 0)
        head = _LINE_END.split(text[:inside])
        if all(_PELICAN_LINE.match(line) or line[:1] in (" ", "\t") for line in head):
            return "pelican", 0, inside, after, True
    return None


def _fenced(text: str, opening: re.Match[str]) -> tuple[Kind, int, int, int, bool] | None:
    """The bounds of a header between two fences, None when they are thematic breaks."""
    kind: Kind = "yaml" if opening[1] == "---" else "toml"
    inside = opening.end()
    if closing := _CLOSING[kind].search(text, inside - 1):
        start = closing.start("fence")
        if not text[inside:start].strip() or _holds_keys(text, inside, start):
            return kind, inside, start, closing.end(), True
    elif _KEY_LINE.match(text, inside):
        return kind, inside, *_blank_line(text, inside), False
    return None


def _blank_line(text: str, start: int) -> tuple[int, int]:
    """Where the lines up to the next blank one end, and where that one ends."""
    blank = _BLANK_LINE.search(text, start)
    return (blank.start(), blank.end()) if blank else (len(text), len(text))


def _holds_keys(text: str, start: int, end: int) -> bool:
    """Whether a line between two fences looks like a key: else they are thematic breaks."""
    lines = _LINE_END.split(text[start : min(end, start + LONGEST)])
    visible = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if not visible:
        return True
    return bool(_KEY_LINE.match(visible[0]) or re.match(r"[ \t]*[\[{&?\"'-]", visible[0])) and any(
        _KEY_LINE.match(line) for line in visible
    )


def _json_end(text: str) -> int | None:
    """Where the JSON object at the start ends; when it is invalid, a line with `}` alone ends it."""
    try:
        _, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        closing = re.search(r"[\r\n]\}[ \t]*(?=[\r\n]|\Z)", text)
        return closing.end() if closing else None
    return end


class _Tree:
    """Builds the graph of a document from the events of its parser."""

    def __init__(self) -> None:
        self.root: _Node | None = None
        self._stack: list[_Node] = []

    def add(self, node: _Node) -> None:
        """A value."""
        if self._stack:
            self._stack[-1].value.append(node)
        elif self.root is None:
            self.root = node

    def open(self, node: _Node) -> None:
        """The start of a list or a table."""
        self.add(node)
        self._stack.append(node)
        if len(self._stack) > DEEPEST:
            raise _UnreadableError("too deep", node.start)

    def close(self, end: int) -> None:
        """Its end."""
        self._stack.pop().end = end

    def pairs(self) -> list[tuple[_Node, _Node]]:
        """Keys and values of the table that the document is; none when it is empty."""
        if self.root is None:
            return []
        if self.root.kind != "table":
            raise _UnreadableError("no table", self.root.start)
        return list(zip(self.root.value[::2], self.root.value[1::2], strict=False))


def _yaml(text: str, start: int, end: int) -> list[tuple[_Node, _Node]]:
    """The pairs of a YAML table, made from the parser's events: no alias is expanded here."""
    import yaml  # noqa: PLC0415  only articles with such a header pay for it

    tree = _Tree()
    anchors: dict[str, _Node] = {}
    try:
        for event in yaml.parse(
            text[start:end], Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        ):
            _yaml_event(event, text, start, tree, anchors)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or ""
        if "nesting depth" in reason:  # libyaml’s own limit, met before ours where nothing closes
            reason = "too deep"
        offset = start + mark.index if mark else _control(text, start, end)
        raise _UnreadableError(str(reason), min(offset, end)) from error
    return tree.pairs()


def _yaml_event(event: Any, text: str, start: int, tree: _Tree, anchors: dict[str, _Node]) -> None:
    """Take one event of PyYAML's; its classes are told by name, for yaml is imported late."""
    name = type(event).__name__
    low, high = start + event.start_mark.index, start + event.end_mark.index
    if name in ("MappingEndEvent", "SequenceEndEvent"):
        tree.close(high)
    elif name == "AliasEvent":
        if event.anchor not in anchors:
            raise _UnreadableError("unknown alias", low)
        tree.add(anchors[event.anchor])
    elif name in _YAML_NODES:
        node = _Node(_YAML_NODES[name], low, high, [])
        if event.anchor:
            anchors[event.anchor] = node
        if node.kind == "scalar":
            # implicit[0]: no quotes and no tag
            node.value = _resolved(event.value) if event.implicit[0] else event.value
            node.text = _yaml_text(text, low, high, event.value, event.style)
            tree.add(node)
        else:
            tree.open(node)


def _control(text: str, start: int, end: int) -> int:
    """Where a character stands that YAML forbids."""
    found = re.compile(
        "[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\U00010000-\U0010ffff]"
    ).search(text, start, end)
    return found.start() if found else start


def _resolved(value: str) -> Any:
    """A plain YAML scalar as plain data: null, boolean, number, else the string as it stands (dates too)."""
    if value in ("", "~", "null", "Null", "NULL"):
        return None
    if value in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return value.lower() == "true"
    if _INTEGER.fullmatch(value):
        return int(value.replace("_", ""))
    if _FLOAT.fullmatch(value):
        return float(value)
    return value


def _yaml_text(text: str, start: int, end: int, value: str, style: str | None) -> Text:
    if style in ("|", ">"):
        first = _LINE_END.search(text, start, end)
        return _aligned(text, first.end() if first else end, end, value)
    if style in ("'", '"'):
        return _aligned(text, start + 1, end - 1, value, style)
    return _aligned(text, start, end, value)


def _aligned(text: str, start: int, end: int, value: str, quote: str = "") -> Text:
    """A string as it is read, each character with its place; all from the whole if they do not match."""
    if text[start:end] == value and not _WHITE.search(value.replace(" ", "")):
        characters = Characters()
        characters.write(value, start, end)
        return characters.text()
    characters = Characters()
    at, number = start, 0
    while number < len(value):
        step = _step(text, at, end, value, number, quote)
        if step is None:
            characters = Characters()
            characters.write(" ".join(value.split()), start, end)
            break
        taken, low, at = step
        characters.write(value[number : number + taken], low, at)
        number += taken
    return characters.text()


def _step(  # noqa: PLR0917  two texts, a place in each, and how the first is quoted
    text: str, at: int, end: int, value: str, number: int, quote: str
) -> tuple[int, int, int] | None:
    """How many characters of the value come next, and where they stand in the source.

    None when the two do not match.
    """
    while quote == '"' and text.startswith("\\", at) and (escape := _ESCAPE.match(text, at, end)):
        read = _unescaped(escape[0])
        if read:
            matches = value.startswith(read, number)
            return (len(read), escape.start(), escape.end()) if matches else None
        white = _WHITE.match(text, escape.end(), end)  # an escaped line end and its indentation
        at = white.end() if white else escape.end()
    white = _WHITE.match(text, at, end)
    if after := _WHITE.match(value, number):
        if white is None:
            return None
        if quote != '"':
            return len(after[0]), at, white.end()
        taken = _folded(white[0], after[0])
        return taken, at, at + taken if white[0][:taken] == after[0][:taken] else white.end()
    if white and not number:
        at = white.end()  # the indentation of a block
    if quote == "'" and text.startswith("''", at) and value[number] == "'":
        return 1, at, at + 2
    return (1, at, at + 1) if at < end and text[at] == value[number] else None


def _folded(white: str, after: str) -> int:
    """How many of the spaces of a double-quoted string this white space stands for.

    Others may follow as escapes: they cannot be told apart by the string alone.
    """
    lines = len(_LINE_END.findall(white))
    kept = _LINE_END.sub("\n", white)
    if not lines or after.startswith(kept):
        return min(len(kept), len(after))
    return min(max(lines - 1, 1), len(after))


def _unescaped(escape: str) -> str:
    """What an escape of a double-quoted string stands for; "" for an escaped line end."""
    if escape[1] in "xuU":
        if len(escape) == 12:
            high, low = int(escape[2:6], 16), int(escape[8:12], 16)
            return chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
        digits = escape[2:]
        code = int(digits, 16)
        return chr(code) if code < 0x110000 else "\ufffd"
    if escape[1] in "\r\n":
        return ""
    return _ESCAPES.get(escape[1], escape[1])


_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}


def _toml(text: str, start: int, end: int) -> list[tuple[_Node, _Node]]:
    """The pairs of a TOML document: tomllib's values, with places found by a scan of the lines."""
    import tomllib  # noqa: PLC0415  only articles with such a header pay for it

    inside = re.sub(r"\r(?!\n)", "\n", text[start:end])
    try:
        data = tomllib.loads(inside)
    except (ValueError, RecursionError) as error:
        raise _UnreadableError(_OTHER[0], start + _toml_offset(inside, str(error))) from error
    nodes: dict[str, tuple[_Node, _Node]] = {}
    table: str | None = None
    at = start
    while at < end:
        if match := _TOML_LINE.match(text, at, end):
            if match["table"] is not None:
                table = _first_key(match["table"])
                key = _Node("scalar", *match.span("table"), table)
                nodes.setdefault(table, (key, _Node("table", match.start(), match.end(), [])))
                at = match.end()
            else:
                name, (low, high) = match["key"], match.span("key")
                value = _toml_value(text, match.end(), end)
                at = value.end
                first = _first_key(name)
                key = _Node("scalar", low, high, first if table is None else name)
                if table is None and first == _unquoted(name):
                    nodes[first] = (key, value)
                elif table is None:
                    nodes.setdefault(first, (key, _Node("table", low, value.end, [])))
                    nodes[first][1].value += [
                        _Node("scalar", low, high, name.rpartition(".")[2]),
                        value,
                    ]
                else:
                    nodes[table][1].value += [key, value]
        following = _LINE_END.search(text, at, end)
        at = following.end() if following else end
    for name, (_, node) in nodes.items():
        if name in data:
            node.value = _Known(_plain(data[name]), node.value)
    return [pair for name, pair in nodes.items() if name in data]


class _Known(Struct):
    """Data already read by another parser, beside the nodes that hold the places."""

    data: Any
    nodes: Any


def _toml_offset(inside: str, message: str) -> int:
    place = _TOML_PLACE.search(message)
    if place is None or not place[1]:
        return len(inside) if place else 0
    lines = inside.split("\n")  # tomllib counts these only
    return min(
        sum(len(line) + 1 for line in lines[: int(place[1]) - 1]) + int(place[2]) - 1, len(inside)
    )


def _first_key(name: str) -> str:
    """The first part of a dotted key."""
    match = re.match(rf"[\w-]+|{_TOML_STRING}", name.strip())
    return _unquoted(match[0]) if match else name.strip()


def _unquoted(name: str) -> str:
    return name[1:-1] if name[:1] in ("'", '"') else name


def _toml_value(text: str, start: int, end: int) -> _Node:
    """The value that begins at `start`, with the strings it holds."""
    match = _TOML_TOKEN.match(text, start, end)
    if match is None:
        stop = re.compile(r"[ \t]*(?:#|\r|\n|\Z)").search(text, start, end)
        high = stop.start() if stop else end
        return _Node("scalar", start, high, None, _aligned(text, start, high, text[start:high]))
    if match["string"]:
        return _toml_string(text, match)
    items: list[_Node] = []
    depth = 0
    for token in _TOML_TOKEN.finditer(text, start, end):
        if token["string"]:
            if depth == 1:
                items.append(_toml_string(text, token))
        elif token["open"]:
            depth += 1
        elif token["close"]:
            depth -= 1
            if depth == 0:
                return _Node("list", start, token.end(), items)
    return _Node("list", start, end, items)


def _toml_string(text: str, match: re.Match[str]) -> _Node:
    raw = match[0]
    mark = 3 if raw[:3] in ('"""', "'''") and len(raw) >= 6 else 1
    low, high = match.start() + mark, match.end() - mark
    if mark == 3 and (line_end := _LINE_END.match(text, low, high)):
        low = line_end.end()
    value = text[low:high]
    if raw[0] == '"':
        value = _TOML_ESCAPE.sub(lambda escape: _unescaped(escape[0]), value)
    return _Node(
        "scalar",
        match.start(),
        match.end(),
        value,
        _aligned(text, low, high, value, raw[0] if raw[0] == '"' else ""),
    )


def _json(text: str, start: int, end: int) -> list[tuple[_Node, _Node]]:
    """The pairs of a JSON object; json judges whether it is valid."""
    try:
        json.loads(text[start:end])
    except json.JSONDecodeError as error:
        raise _UnreadableError(_OTHER[0], start + error.pos) from error
    except (ValueError, RecursionError) as error:
        raise _UnreadableError("too deep", start) from error
    tree = _Tree()
    for token in _JSON_TOKEN.finditer(text, start, end):
        value = token[0]
        low, high = token.span()
        if value in "[{":
            tree.open(_Node("list" if value == "[" else "table", low, high, []))
        elif value in "]}":
            tree.close(high)
        elif value[0] == '"':
            string = re.sub("[\ud800-\udfff]", "\ufffd", json.loads(value))
            tree.add(
                _Node("scalar", low, high, string, _aligned(text, low + 1, high - 1, string, '"'))
            )
        elif value not in ",:":
            data = json.loads(value)
            finite = not isinstance(data, float) or math.isfinite(data)
            scalar = data if finite else value
            tree.add(_Node("scalar", low, high, scalar, _aligned(text, low, high, value)))
    return tree.pairs()


def _pelican(text: str, start: int, end: int) -> list[tuple[_Node, _Node]]:
    """`Key: value` lines; an indented line continues the one before."""
    keys = list(_PELICAN_LINE.finditer(text, start, end))
    keys = [match for match in keys if match.start() == start or text[match.start() - 1] in "\r\n"]
    pairs = []
    for number, match in enumerate(keys):
        stop = keys[number + 1].start() if number + 1 < len(keys) else end
        low, high = match.end(), stop
        value = text[low:high]
        high -= len(value) - len(value.rstrip())
        value = " ".join(value.split())
        node = _Node("scalar", low, high, value, _aligned(text, low, high, value))
        pairs.append((_Node("scalar", *match.span(1), match[1]), node))
    return pairs


def _plain_pairs(text: str, start: int, end: int) -> list[tuple[_Node, _Node]]:
    """What can be made out of an invalid header: lines with a key and a value on them."""
    pairs = []
    for match in _SIMPLE_PAIR.finditer(text, start, min(end, start + LONGEST)):
        low, high = match.span("value")
        node = _Node("scalar", low, high, match["value"], _aligned(text, low, high, match["value"]))
        pairs.append((_Node("scalar", *match.span("key"), match["key"]), node))
    return pairs


def _pandoc(text: str, start: int, end: int) -> list[tuple[_Node, _Node]]:
    """Lines that begin with `%`: title, authors, date."""
    pairs = []
    marks = list(re.finditer(r"(?:^|(?<=[\r\n]))%[ \t]*", text[start:end]))
    for name, number in zip(("title", "author", "date"), range(len(marks)), strict=False):
        low = start + marks[number].end()
        high = start + marks[number + 1].start() if number + 1 < len(marks) else end
        high = low + len(text[low:high].rstrip())
        if low >= high:
            continue
        value = " ".join(text[low:high].split())
        node = _Node("scalar", low, high, value, _aligned(text, low, high, value))
        pairs.append(
            (
                _Node(
                    "scalar", start + marks[number].start(), start + marks[number].start() + 1, name
                ),
                node,
            )
        )
    return pairs


_READERS = {"yaml": _yaml, "toml": _toml, "json": _json, "pelican": _pelican, "pandoc": _pandoc}


def _plain(value: Any) -> Any:
    """Tomllib's values as plain data that every format can write: dates as ISO strings."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value


class _TooMuchError(Exception):
    """Aliases that stand for too much."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _Expander:
    """Turns nodes into plain data, within limits that no nest of aliases can pass."""

    def __init__(self) -> None:
        self.left = MOST_NODES

    def data(self, node: _Node, depth: int = 0) -> Any:
        self.left -= 1
        if self.left < 0:
            raise _TooMuchError("too many")
        if depth > DEEPEST:
            raise _TooMuchError("too deep")
        if isinstance(node.value, _Known):
            return node.value.data
        if node.kind == "scalar":
            return node.value
        if node.kind == "list":
            return [self.data(item, depth + 1) for item in node.value]
        table: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for key, value in zip(node.value[::2], node.value[1::2], strict=False):
            data = self.data(value, depth + 1)
            if key.value == "<<" and isinstance(data, dict):
                merged.update(data)
            else:
                table[_key(key)] = data
        return {**merged, **table}


def _key(node: _Node) -> str:
    if node.kind != "scalar":
        return "?"
    return node.text.value if node.text is not None else str(node.value)


def _entries(
    source: Source, pairs: Sequence[tuple[_Node, _Node]]
) -> tuple[tuple[Entry, ...], dict[str, tuple[Text, ...]], list[Problem]]:
    entries: list[Entry] = []
    texts: dict[str, tuple[Text, ...]] = {}
    problems: list[Problem] = []
    expander = _Expander()
    seen: set[str] = set()
    for key, node in pairs:
        name, span = _key(key), Span(key.start, key.end)
        if name in seen:
            problems.append(Problem(DUPLICATE, span, {"key": name}))
        seen.add(name)
        try:
            value = expander.data(node)
        except _TooMuchError as error:
            problems.append(_problem(source, "yaml", error.reason, node.start))
            break
        problems.extend(_nested_duplicates(node))
        text = node.text if node.kind == "scalar" and node.text and value is not None else None
        entries.append(Entry(name, value, span, text or None))
        texts.update((name, held) for name, held in _held(name.lower(), node) if held)
    return tuple(entries), texts, problems


def _nested_duplicates(node: _Node) -> Iterator[Problem]:
    """Keys that stand twice in a table below the first level (aliases are not followed twice)."""
    waiting, met = [node], {id(node)}
    while waiting:
        node = waiting.pop()
        if node.kind == "scalar" or isinstance(node.value, _Known):
            continue
        if node.kind == "table":
            names: set[str] = set()
            for key in node.value[::2]:
                name = _key(key)
                if name in names and name != "<<":
                    yield Problem(DUPLICATE, Span(key.start, key.end), {"key": name})
                names.add(name)
        for child in node.value:
            if id(child) not in met:
                met.add(id(child))
                waiting.append(child)


def _held(name: str, node: _Node) -> Iterator[tuple[str, tuple[Text, ...]]]:
    """The texts under a key, those one level below it, and those of the meta tags it lists."""
    yield name, tuple(_texts(node))
    if node.kind == "table":
        for key, value in _pairs(node):
            yield f"{name}.{_key(key)}".lower(), tuple(_texts(value))
    if name in _TAGS:
        for tag, text in _meta_tags(node):
            yield f"{name}:{tag}", (text,)


_TAGS = frozenset({"head", "meta"})
"""Keys under which generators list the tags of a page's head."""


def _pairs(node: _Node) -> Iterator[tuple[_Node, _Node]]:
    """Keys and values of a table."""
    nodes = node.value.nodes if isinstance(node.value, _Known) else node.value
    return zip(nodes[::2], nodes[1::2], strict=False)


def _meta_tags(node: _Node) -> Iterator[tuple[str, Text]]:
    """Names and contents of the tables that have both, however deep (aliases are not followed twice)."""
    waiting, met = [node], {id(node)}
    while waiting:
        node = waiting.pop()
        if node.kind == "scalar" or isinstance(node.value, _Known):
            continue
        if node.kind == "table":
            said = {_key(key).lower(): value.text for key, value in _pairs(node)}
            name, content = said.get("name"), said.get("content")
            if name and content:
                yield name.value.lower(), content
        for child in node.value:
            if id(child) not in met:
                met.add(id(child))
                waiting.append(child)


def _texts(node: _Node) -> Iterator[Text]:
    """The texts of a value: its own, its items', or what stands under « name »; a switch is none."""
    nodes = node.value.nodes if isinstance(node.value, _Known) else node.value
    if node.kind == "scalar":
        value = node.value.data if isinstance(node.value, _Known) else node.value
        if node.text and not isinstance(value, bool):
            yield node.text
    elif node.kind == "list":
        for item in nodes[:1000]:
            if item.kind == "scalar" and item.text:
                yield item.text
            elif item.kind == "table":
                yield from _name(item.value)
    else:
        yield from _name(nodes)


def _name(nodes: Sequence[_Node]) -> Iterator[Text]:
    for key, value in zip(nodes[::2], nodes[1::2], strict=False):
        if key.value in ("name", "nom") and value.kind == "scalar" and value.text:
            yield value.text
            return


def _type_problems(
    entries: Sequence[Entry], names: Mapping[str, Sequence[str]]
) -> Iterator[Problem]:
    """Values that cannot be what their key says."""
    by_key = {entry.key.lower(): entry for entry in entries}
    for what, (good, expected_fr, expected_en) in _EXPECTED.items():
        keys = names.get(what, ()) if what != "settings" else ("seo",)
        entry = next((by_key[name] for name in keys if name in by_key), None)
        if entry is None or entry.value is None or good(entry.value):
            continue
        if not _means_something_else(entry.key.lower(), entry.value):
            yield Problem(
                WRONG_TYPE,
                entry.span,
                {"key": entry.key, "expected_fr": expected_fr, "expected_en": expected_en},
            )


def _is_text(value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _is_texts(value: Any) -> bool:
    return _is_text(value) or (isinstance(value, list) and all(_is_text(item) for item in value))


def _is_people(value: Any) -> bool:
    if isinstance(value, list):
        return all(_is_text(item) or isinstance(item, dict) for item in value)
    return _is_text(value) or isinstance(value, dict | bool)


def _is_table(value: Any) -> bool:
    return isinstance(value, dict)


_A_TEXT = (_is_text, "un texte", "a text")
_EXPECTED = {
    "title": _A_TEXT,
    "description": _A_TEXT,
    "slug": _A_TEXT,
    "language": _A_TEXT,
    "keywords": (_is_texts, "une liste de textes", "a list of texts"),
    "authors": (_is_people, "un nom ou une liste de noms", "a name or a list of names"),
    "published": (_is_text, "une date", "a date"),
    "modified": (_is_text, "une date", "a date"),
    "settings": (_is_table, "une table de réglages", "a table of settings"),
}
_OTHER_MEANINGS: Mapping[str, tuple[type, ...]] = {
    "date": (dict,),
    "excerpt": (bool, dict),
    "language": (dict,),
    "last_update": (bool, dict),
    "lastupdated": (bool,),
    "modified": (bool,),
    "permalink": (bool, dict),
    "published": (bool,),
    "summary": (bool, dict),
    "updated": (bool,),
    "url": (bool, dict),
}
"""Keys which say something else in some generators where they hold a switch or a table.

`published: true` (Jekyll), `permalink: false` (Eleventy), `lastUpdated: false` (VitePress),
`date: {created, updated}` (Material for MkDocs), `summary: {enabled}` (Grav), `language: {…}` (Quarto).
"""


def _means_something_else(key: str, value: Any) -> bool:
    return isinstance(value, _OTHER_MEANINGS.get(key, ())) or (key == "slug" and value is False)


def _problem(source: Source, kind: Kind, reason: str, offset: int) -> Problem:
    reason_fr, reason_en = _REASONS.get(reason, _OTHER)
    size = len(source.text)
    offset = min(offset, max(size - 1, 0))
    return Problem(
        INVALID,
        Span(offset, min(offset + 1, size)),
        {"format": _NAMES[kind], "reason_fr": reason_fr, "reason_en": reason_en},
    )


_NAMES: Mapping[Kind, str] = {
    "yaml": "YAML",
    "toml": "TOML",
    "json": "JSON",
    "pelican": "Pelican",
    "pandoc": "Pandoc",
}
