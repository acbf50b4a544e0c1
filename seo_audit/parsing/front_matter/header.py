"""Front matter: YAML, TOML, JSON, Pelican and Pandoc headers, with the place of every key and value."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from seo_audit.document import Entry, FrontMatter, Problem, Text
from seo_audit.message import Message
from seo_audit.parsing.front_matter.bounds import bounds
from seo_audit.parsing.front_matter.expected import type_problems
from seo_audit.parsing.front_matter.nodes import (
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
    read_nikola,
    read_pandoc,
    read_pelican,
    read_plain_pairs,
    read_script_pairs,
)
from seo_audit.parsing.front_matter.texts_by_key import texts_by_key
from seo_audit.source import Source, Span

FOR_ENGINES = (
    *("seo.title", "seo.metatitle", "seo.meta_title", "seo_title", "seotitle"),
    *("meta_title", "metatitle"),
)
"""Keys of a title that search engines show, and that is not the article's main heading."""

FRONT_MATTER_NAMES: Mapping[str, Sequence[str]] = {
    "title": (
        *(*FOR_ENGINES, "title", "titre"),
        *("page_title", "pagetitle", "headline", "herotext", "hero.name", "hero.title"),
        *("name", "nom", "label", "eleventynavigation.title", "eleventynavigation.key"),
    ),
    "description": (
        *("seo.description", "seo_description", "seodescription", "seo-description"),
        *("seo.metadescription", "seo.meta_description", "meta_description", "meta-description"),
        *("metadescription", "description", "head:description", "meta:description"),
        *("meta.description", "metadata.description", "head.description", "html_meta.description"),
        *("params.description", "extra.description", "search_description", "myst:description"),
        *("metadesc", "meta_desc", "seo_desc", "desc"),
        *("summary", "excerpt", "resume", "résumé", "chapo", "chapô"),
    ),
    "slug": ("slug", "permalink", "url"),
    "language": ("lang", "language", "locale", "langue"),
    "keywords": ("keywords", "mots-cles", "mots-clés"),
    "authors": ("author", "authors", "auteur", "auteurs", "autrice"),
    "published": (
        *("date", "date.created", "date.published", "published", "publisheddate", "publishdate"),
        *("published_at", "publishedat", "published_date", "publish_date", "pubdate", "pub_date"),
        *("pubdatetime", "publishedtime", "published_time", "publishedon", "published_on"),
        *("date-published", "date_publication", "datepublication", "publié", "publie"),
        *("datepublished", "date_published", "created", "created_at", "createdat", "publication"),
    ),
    "modified": (
        *("lastmod", "updated", "modified", "last_modified_at", "modifieddate", "lastupdated"),
        *("datemodified", "date_modified", "updated_at", "updatedat", "updateddate"),
        *("updated_date", "update_date", "modified_at", "last_modified", "lastmodified"),
        *("date-modified", "date_modification", "datemodification", "modifié", "modifie"),
        *("moddate", "mod_date", "moddatetime", "modifiedtime", "modified_time", "updatedon"),
        *("updated_on", "date_updated", "dateupdated", "last_edited", "lastedited"),
        *("last-modified", "last-updated", "maj", "date_maj"),
        *("last_update", "last_update.date", "last_updated", "date.updated", "modification"),
    ),
}
"""Keys that say what Metadata asks, in lower case; the first that is there counts. Who writes a title or a description for
search engines beside the article's own wants that one shown there.

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
    found = bounds(source.text)
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
            is_script = kind == "javascript"
            if closed and not is_script:
                result.problems.append(_problem(source, kind, error.reason, error.offset))
            fallback = read_script_pairs if is_script else read_plain_pairs
            result.pairs = fallback(source.text, start, end)
    entries, texts, problems = _entries(source, result.pairs)
    problems += type_problems(entries, names)
    front_matter = FrontMatter(kind, Span(0, after), entries, (*result.problems, *problems))
    return Header(front_matter, texts)


def _reader(kind: Kind) -> Callable[[str, int, int], list[tuple[Node, Node]]]:
    """What reads a kind of header; each is loaded when there is one."""
    if kind in ("yaml", "javascript"):
        # an object written in JavaScript reads as YAML mostly
        from seo_audit.parsing.front_matter.yaml_header import read_yaml  # noqa: PLC0415

        return read_yaml
    if kind == "toml":
        from seo_audit.parsing.front_matter.toml_header import read_toml  # noqa: PLC0415

        return read_toml
    if kind == "json":
        from seo_audit.parsing.front_matter.json_header import read_json  # noqa: PLC0415

        return read_json
    return {"pelican": read_pelican, "pandoc": read_pandoc}.get(kind, read_nikola)


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
        texts.update((name, held) for name, held in texts_by_key(name.lower(), node) if held)
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
    "javascript": "JavaScript",
    "pelican": "Pelican",
    "pandoc": "Pandoc",
    "nikola": "Nikola",
}
