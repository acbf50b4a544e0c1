"""Sitemaps and robots.txt as files: their entries with the line of each, and which paths robots may not fetch."""

import html
import re
import zlib
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from seo_audit.errors import SourceError
from seo_audit.lazy import regex
from seo_audit.site.addresses.references import decoded
from seo_audit.site.pages.record import Mark, mark
from seo_audit.source import Source, Span, decode

NAMES = ("sitemap.xml", "sitemap_index.xml", "sitemap-index.xml")
"""Names under which a sitemap is looked for at the root."""
MOST_FILES = 2_000
MOST_BYTES = 60_000_000
"""Bytes of a sitemap, unpacked; the protocol (sitemaps.org) allows 50 MB."""


class Version(Struct, frozen=True):
    """Another language's version of an address in a sitemap (`xhtml:link`), and where it is named."""

    language: str
    href: str
    place: Mark | None


class Entry(Struct, frozen=True):
    """An address in a sitemap: where it stands, its date as written, and whether it is given as an article of the news."""

    file: str
    loc: str
    lastmod: str
    place: Mark | None
    is_news: bool = False
    versions: tuple[Version, ...] = ()


class Sitemaps(Struct):
    """The sitemaps of a site: the files read, and their entries in order."""

    files: list[str]
    entries: list[Entry]


Read = Callable[[str], bytes | None]
"""The bytes of a file of the site, by its path; None when there is none that can be read."""


def read_sitemaps(names: Sequence[str], read: Read, inner: Callable[[str], str | None]) -> Sitemaps:
    """The sitemaps of these names and those that they name in turn; `inner` is an address's path on the site."""
    found = Sitemaps([], [])
    waiting = list(dict.fromkeys(names))
    seen = set(waiting)
    while waiting and len(found.files) < MOST_FILES:
        name = waiting.pop(0)
        content = read(name)
        source = _decoded(content, name) if content else None
        if source is None:
            continue
        found.files.append(name)
        if _INDEX.search(source.text, 0, 5000):
            for entry in _entries(source, name):
                path = inner(entry.loc)
                if path and path.lstrip("/") not in seen:
                    seen.add(path.lstrip("/"))
                    waiting.append(path.lstrip("/"))
        else:
            found.entries += _entries(source, name)
    return found


_INDEX = regex(r"<(?:\w+:)?sitemapindex[\s>]")


def _decoded(content: bytes, name: str) -> Source | None:
    if content.startswith(b"\x1f\x8b"):
        try:
            content = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(content, MOST_BYTES)
        except zlib.error:
            return None
    try:
        return decode(content[:MOST_BYTES], name=name)
    except SourceError:
        return None


def _without_comments(text: str) -> str:
    """The text with blanks for its comments, so that places stay; one that never ends is none."""
    parts: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts += [text[at:start], " " * (end + 3 - start)]
        at = end + 3
    return "".join([*parts, text[at:]])


_FIELD = regex(
    r"<(?:(\w+):)?(loc|lastmod|url|sitemap|news)\s*+>((?:[^<]|<!\[CDATA\[[^\]<]*\]\]>)*+)"
    r"|<(?:\w+:)?link(?=\s)([^<>]*+)>"
)
_CDATA = regex(r"<!\[CDATA\[|\]\]>")
_ATTRIBUTE = regex(r"([\w:-]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')")
MOST_VERSIONS = 500
"""Versions of one address that are read; there are fewer languages and countries."""


def _entries(source: Source, name: str) -> Iterator[Entry]:
    text = _without_comments(source.text)
    open_: tuple[str, Span] | None = None
    lastmod, is_news = "", False
    versions: list[Version] = []
    for match in _FIELD.finditer(text):
        if match[4] is not None:
            if len(versions) < MOST_VERSIONS and (found := _version(source, match)):
                versions.append(found)
        elif match[2] == "news":
            is_news = True
        elif match[1] in ("image", "video", "news"):
            continue
        elif match[2] in ("url", "sitemap"):
            if open_:
                place = mark(source, open_[1])
                yield Entry(name, open_[0], lastmod, place, is_news, tuple(versions))
            open_, lastmod, is_news, versions = None, "", False, []
        elif match[2] == "loc":
            value = html.unescape(_CDATA.sub("", match[3])).strip()
            start = match.start(3) + len(match[3]) - len(match[3].lstrip())
            open_ = value, Span(start, max(start, match.start(3) + len(match[3].rstrip())))
        else:
            lastmod = match[3].strip()
    if open_:
        yield Entry(name, open_[0], lastmod, mark(source, open_[1]), is_news, tuple(versions))


def _version(source: Source, match: re.Match[str]) -> Version | None:
    """The version that an element `xhtml:link` names."""
    said = {
        one[1].lower(): html.unescape(one[2] or one[3] or "").strip()
        for one in _ATTRIBUTE.finditer(match[4])
    }
    href, language = said.get("href", ""), said.get("hreflang", "").lower()
    if said.get("rel", "").lower() != "alternate" or not href or not language:
        return None
    return Version(language, href, mark(source, Span(*match.span())))


# -- robots.txt


class Robots(Struct, frozen=True):
    """What robots.txt says to Google: rules as (allowed, pattern, line), and the sitemaps it names."""

    rules: tuple[tuple[bool, str, int], ...] = ()
    sitemaps: tuple[str, ...] = ()

    def blocking(self, path: str) -> int | None:
        """The line of the rule that forbids a path from the host, decoded, with its query; None where it may be fetched.

        The longest rule decides, and of two equally long ones the one that allows (RFC 9309, 2.2.2).
        """
        best = (-1, True, 0)
        for allowed, pattern, line in self.rules:
            length = len(pattern)
            if (length, allowed) > best[:2] and _fits(pattern, path):
                best = (length, allowed, line)
        return None if best[1] else best[2]


def read_robots(content: bytes) -> Robots:
    """What a robots.txt says to Google: its group for Googlebot, else that for all."""
    groups: dict[str, list[tuple[bool, str, int]]] = {}
    sitemaps: list[str] = []
    agents: list[str] = []
    in_rules = False
    for number, line in enumerate(content[:500_000].decode("utf-8-sig", "replace").splitlines(), 1):
        key, _, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "sitemap" and value:
            sitemaps.append(value)
        elif key == "user-agent":
            agents = [] if in_rules else agents
            in_rules = False
            agents.append(value.lower())
            groups.setdefault(value.lower(), [])
        elif key in ("allow", "disallow"):
            in_rules = True
            if value:
                for agent in agents:
                    groups[agent].append((key == "allow", _pattern(value), number))
    rules = groups.get("googlebot", groups.get("*", []))
    return Robots(tuple(rules[:10_000]), tuple(sitemaps))


def _pattern(value: str) -> str:
    """A pattern with percent-encoding undone, as paths are compared; what is no `*` nor `$` stays so."""
    return decoded(_SIGNS.sub(r"%25\1", value))


_SIGNS = regex(r"%(2[AaFf]|24)")


def _fits(pattern: str, path: str) -> bool:
    """Whether a pattern of robots.txt holds for a path; `*` is anything, `$` at the end the end."""
    ends = pattern.endswith("$")
    parts = pattern.rstrip("$").split("*") if ends else pattern.split("*")
    if not path.startswith(parts[0]):
        return False
    at = len(parts[0])
    for number, part in enumerate(parts[1:], 1):
        if ends and number == len(parts) - 1:
            return path.endswith(part) and len(path) - len(part) >= at
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not ends or at == len(path)
