"""Front matter: YAML, TOML, JSON, Pelican and Pandoc headers, with the place of every key and value."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from seo_audit.document import Entry, FrontMatter, Problem, Text
from seo_audit.lazy import regex
from seo_audit.message import Message
from seo_audit.parsing.front_matter.nodes import (
    LINE_END,
    LONGEST,
    OTHER,
    Expander,
    Kind,
    Known,
    Node,
    TooMuchError,
    UnreadableError,
    key_of,
)
from seo_audit.parsing.front_matter.plain_headers import (
    PANDOC,
    PELICAN_FIRST,
    PELICAN_LINE,
    read_pandoc,
    read_pelican,
    read_plain_pairs,
)
from seo_audit.source import Source, Span

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


_BLANK_LINE = regex(r"(?>\r\n|\n|\r)[ \t]*+(?>\r\n|\n|\r|\Z)|\Z")


_CLOSING: Mapping[str, re.Pattern[str]] = {
    "yaml": regex(r"[\r\n](?P<fence>---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)"),
    "toml": regex(r"[\r\n](?P<fence>\+\+\+)[ \t]*(?:\r\n|\n|\r|\Z)"),
}


_OPENING = regex(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")


_KEY_LINE = regex(r"[ \t]*[\"']?[^\W\d][\w .-]{0,60}[\"']?[ \t]*[:=](?:[ \t]|\r|\n|$)")


class Header(Struct, frozen=True):
    """Front matter, and the texts that its keys (in lower case) hold.

    One for a scalar, one for each entry of a list, the name for an author written as a table.
    """

    front_matter: FrontMatter
    texts: Mapping[str, tuple[Text, ...]]

    def get(self, names: Sequence[str]) -> tuple[Text, ...]:
        """The texts of the first of these keys that is there."""
        return next((self.texts[name] for name in names if self.texts.get(name)), ())


class _Read(Struct):
    """What a reader of one format found."""

    pairs: list[tuple["Node", "Node"]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


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
            result.pairs = _reader(kind)(source.text, start, end)
        except UnreadableError as error:
            if closed:
                result.problems.append(_problem(source, kind, error.reason, error.offset))
            result.pairs = read_plain_pairs(source.text, start, end)
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
    if lines := PANDOC.match(text):
        return "pandoc", 0, lines.end(), lines.end(), True
    if PELICAN_FIRST.match(text):
        inside, after = _blank_line(text, 0)
        head = LINE_END.split(text[:inside])
        if all(PELICAN_LINE.match(line) or line[:1] in (" ", "\t") for line in head):
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
    lines = LINE_END.split(text[start : min(end, start + LONGEST)])
    visible = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if not visible:
        return True
    return bool(_KEY_LINE.match(visible[0]) or re.match(r"[ \t]*[\[{&?\"'-]", visible[0])) and any(
        _KEY_LINE.match(line) for line in visible
    )


def _json_end(text: str) -> int | None:
    """Where the JSON object at the start ends; when it is invalid, a line with `}` alone ends it."""
    try:
        import json  # noqa: PLC0415  few articles have such a header

        _, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        closing = re.search(r"[\r\n]\}[ \t]*(?=[\r\n]|\Z)", text)
        return closing.end() if closing else None
    return end


def _reader(kind: Kind) -> Callable[[str, int, int], list[tuple[Node, Node]]]:
    """What reads a kind of header; each is loaded when there is one."""
    if kind == "yaml":
        from seo_audit.parsing.front_matter.yaml_header import read_yaml  # noqa: PLC0415

        return read_yaml
    if kind == "toml":
        from seo_audit.parsing.front_matter.toml_header import read_toml  # noqa: PLC0415

        return read_toml
    if kind == "json":
        from seo_audit.parsing.front_matter.json_header import read_json  # noqa: PLC0415

        return read_json
    return read_pelican if kind == "pelican" else read_pandoc


def _entries(
    source: Source, pairs: Sequence[tuple[Node, Node]]
) -> tuple[tuple[Entry, ...], dict[str, tuple[Text, ...]], list[Problem]]:
    entries: list[Entry] = []
    texts: dict[str, tuple[Text, ...]] = {}
    problems: list[Problem] = []
    expander = Expander()
    seen: set[str] = set()
    for key, node in pairs:
        name, span = key_of(key), Span(key.start, key.end)
        if name in seen:
            problems.append(Problem(DUPLICATE, span, {"key": name}))
        seen.add(name)
        try:
            value = expander.data(node)
        except TooMuchError as error:
            problems.append(_problem(source, "yaml", error.reason, node.start))
            break
        problems.extend(_nested_duplicates(node))
        text = node.text if node.kind == "scalar" and node.text and value is not None else None
        entries.append(Entry(name, value, span, text or None))
        texts.update((name, held) for name, held in _held(name.lower(), node) if held)
    return tuple(entries), texts, problems


def _nested_duplicates(node: Node) -> Iterator[Problem]:
    """Keys that stand twice in a table below the first level (aliases are not followed twice)."""
    waiting, met = [node], {id(node)}
    while waiting:
        node = waiting.pop()
        if node.kind == "scalar" or isinstance(node.value, Known):
            continue
        if node.kind == "table":
            names: set[str] = set()
            for key in node.value[::2]:
                name = key_of(key)
                if name in names and name != "<<":
                    yield Problem(DUPLICATE, Span(key.start, key.end), {"key": name})
                names.add(name)
        for child in node.value:
            if id(child) not in met:
                met.add(id(child))
                waiting.append(child)


def _held(name: str, node: Node) -> Iterator[tuple[str, tuple[Text, ...]]]:
    """The texts under a key, those one level below it, and those of the meta tags it lists."""
    yield name, tuple(_texts(node))
    if node.kind == "table":
        for key, value in _pairs(node):
            yield f"{name}.{key_of(key)}".lower(), tuple(_texts(value))
    if name in _TAGS:
        for tag, text in _meta_tags(node):
            yield f"{name}:{tag}", (text,)


_TAGS = frozenset({"head", "meta"})
"""Keys under which generators list the tags of a page's head."""


def _pairs(node: Node) -> Iterator[tuple[Node, Node]]:
    """Keys and values of a table."""
    nodes = node.value.nodes if isinstance(node.value, Known) else node.value
    return zip(nodes[::2], nodes[1::2], strict=False)


def _meta_tags(node: Node) -> Iterator[tuple[str, Text]]:
    """Names and contents of the tables that have both, however deep (aliases are not followed twice)."""
    waiting, met = [node], {id(node)}
    while waiting:
        node = waiting.pop()
        if node.kind == "scalar" or isinstance(node.value, Known):
            continue
        if node.kind == "table":
            said = {key_of(key).lower(): value.text for key, value in _pairs(node)}
            name, content = said.get("name"), said.get("content")
            if name and content:
                yield name.value.lower(), content
        for child in node.value:
            if id(child) not in met:
                met.add(id(child))
                waiting.append(child)


def _texts(node: Node) -> Iterator[Text]:
    """The texts of a value: its own, its items', or what stands under « name »; a switch is none."""
    nodes = node.value.nodes if isinstance(node.value, Known) else node.value
    if node.kind == "scalar":
        value = node.value.data if isinstance(node.value, Known) else node.value
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


def _name(nodes: Sequence[Node]) -> Iterator[Text]:
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
    reason_fr, reason_en = _REASONS.get(reason, OTHER)
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
