"""Where a link leads: to a place on the page, on the site, to another site, or to no page at all."""

import ipaddress
import os
import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from seo_audit.brief.target import Target
from seo_audit.document import Document, Entry, Run, Text
from seo_audit.lazy import regex
from seo_audit.rule_support.declarations import place_within, tables_within
from seo_audit.rule_support.templates import is_template


class Destination(StrEnum):
    """What a link's address points at."""

    SAME_PAGE = "same-page"
    """The page itself, or a place on it (RFC 3986, 4.4)."""
    INTERNAL = "internal"
    EXTERNAL = "external"
    OTHER = "other"
    """mailto:, tel:, javascript:, data:, or an address we cannot read."""


def host(address: str) -> str | None:
    """The host of an absolute address, in lower case and without `www.`; None when it has none."""
    try:
        name = urlsplit(address.strip()).hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def is_absolute(address: str) -> bool:
    """Whether an address is a whole web address, with http or https and a host."""
    return bool(_ABSOLUTE.match(address.strip()))


_ABSOLUTE = regex(r"https?://[^/\s]", re.IGNORECASE)


_RESERVED = (".localhost", ".test", ".invalid", ".local", ".internal", ".lan", ".home.arpa")
"""Names that lead nowhere on the public web (RFC 6761, RFC 6762, RFC 8375, ICANN for .internal)."""

_TUNNELS = (
    *(
        ".ddev.site",
        ".lndo.site",
        ".docksal.site",
        ".localtest.me",
        ".lvh.me",
        ".nip.io",
        ".sslip.io",
    ),
    *(".ngrok.io", ".ngrok.app", ".ngrok-free.app", ".ngrok.dev", ".loca.lt", ".trycloudflare.com"),
)
"""Public names of machines of one’s own: those of development tools, and of tunnels to them."""

_STAGING = ("staging.", "preprod.", "pre-prod.", "preproduction.")


_EXAMPLES = (".example", ".example.com", ".example.net", ".example.org")


def is_example(address: str) -> bool:
    """Whether an address is one that documentation shows: names kept for examples (RFC 2606)."""
    return f".{(host(address) or '').rstrip('.')}".endswith(_EXAMPLES)


def is_development(address: str) -> bool:
    """Whether an address leads to a machine of one’s own, or to a site’s rehearsal."""
    name = (host(address) or "").rstrip(".")
    if not name:
        return False
    if name == "localhost" or name.endswith(_RESERVED + _TUNNELS) or name.startswith(_STAGING):
        return True
    if ":" in name or name.replace(".", "").isdecimal():
        try:
            found = ipaddress.ip_address(name)
        except ValueError:
            return False
        return found.is_private or found.is_loopback or found.is_unspecified
    return "." not in name


def decoded(path: str) -> str:
    """A path as it reads: percent-encoding undone, in UTF-8 or, on old sites, in Latin-1; accents composed."""
    try:
        return unicodedata.normalize("NFC", unquote(path, errors="strict"))
    except UnicodeDecodeError:
        return unquote(path, encoding="latin-1")


def bare_address(address: str) -> str:
    """An address as two are compared: no scheme, www., port, fragment or last slash; percent-decoded."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return address.strip()
    query = f"?{parts.query}" if parts.query else ""
    return f"{host(address)}{unquote(parts.path).rstrip('/')}{query}"


def own_hosts(document: Document, target: Target) -> frozenset[str]:
    """Hosts that are the article's own site: configured, or named by its canonical, og:url or base address."""
    said = [target.site or "", *(address.value for address in own_addresses(document))]
    if document.head:
        # a base on a host of its own is the site's, and a page on this disk may lack all else
        said.append(document.head.base if is_absolute(document.head.base) else "")
    found = {host(one if "//" in one else f"//{one}") for one in said if one}
    return frozenset(name for name in found if name)


def resolve(document: Document, href: str) -> str:
    """An address as a browser reads it: from the page's `<base>`, where it has one.

    One from a base that a template fills in keeps the template: it is not known here.
    """
    base = document.head.base if document.head else ""
    if not base:
        return href
    href = href.strip()
    try:
        parts = urlsplit(href)
        if is_template(base):
            return href if parts.scheme or parts.netloc else base + href
        if is_absolute(base) or base.startswith("/"):
            return urljoin(base, href)
    except ValueError:
        return href
    if parts.scheme or parts.netloc or href.startswith("/"):
        return href
    # steps up beyond where a base begins are the file's to take
    return base.rpartition("/")[0] + "/" * ("/" in base) + href if parts.path else base + href


def destination(document: Document, href: str, own: frozenset[str]) -> Destination:
    """Where an address of an article leads; `own` are the hosts of its site. Relative ones stay on the site."""
    resolved = resolve(document, href.strip())
    if not resolved or resolved.startswith("#") or is_same_page(document, resolved):
        return Destination.SAME_PAGE
    try:
        parts = urlsplit(resolved)
    except ValueError:
        return Destination.OTHER
    if parts.scheme and parts.scheme.lower() not in ("http", "https"):
        return Destination.OTHER
    name = host(resolved)
    if name is None:
        return Destination.OTHER if parts.netloc else Destination.INTERNAL
    is_own = any(name == one or name.endswith(f".{one}") for one in own)
    return Destination.INTERNAL if is_own else Destination.EXTERNAL


def is_same_page(document: Document, address: str) -> bool:
    """Whether an address is one by which the page calls itself (RFC 3986, 4.4), a fragment left aside.

    It does so by its canonical and sharing addresses, by its file's name, and by the path that its front matter asks for.
    """
    own = [one.value for one in own_addresses(document)]
    first = next(filter(is_absolute, own), "")
    try:
        parts = urlsplit(address)
        if _is_own_file(document, parts) or _is_own_path(document, parts):
            return True
        found = bare_address(urljoin(first, address)) if first else None
    except ValueError:
        return False
    return found is not None and any(found == bare_address(one) for one in own)


def _is_own_path(document: Document, address: SplitResult) -> bool:
    """Whether an address is the path that the front matter gives the page: `permalink: /guides/haie/`."""
    if document.front_matter is None or address.netloc or address.query:
        return False
    path = decoded(address.path).rstrip("/")
    said = (
        entry.text.value.strip()
        for entry in document.front_matter.entries
        if entry.text and entry.key.lower() in _PATHS
    )
    return any(one.startswith("/") and decoded(one).rstrip("/") == path != "" for one in said)


_PATHS = frozenset({"permalink", "url", "route", "path"})
"""Keys of front matter that hold a page's path: Jekyll and Eleventy, Hugo, Retype, Gatsby and Zola."""


def own_addresses(document: Document) -> tuple[Text, ...]:
    """The addresses of its own that an article names: in its head, or in its front matter."""
    if document.head:
        return document.head.addresses
    entries = document.front_matter.entries if document.front_matter else ()
    return tuple(address for entry in entries for address in _canonicals(document, entry))


def _canonicals(document: Document, entry: Entry) -> Iterator[Text]:
    """The absolute addresses that a key of front matter gives the page, or a table or a tag under it."""
    if entry.text:
        if entry.key.lower() in CANONICAL_KEYS and is_absolute(entry.text.value):
            yield entry.text
        return
    if entry.key.lower() not in _TABLES:
        return
    for table in tables_within(entry.value):
        for key, value in table.items():
            is_named = key.lower() in CANONICAL_KEYS or (
                key == "href" and table.get("rel") == "canonical"
            )
            if is_named and isinstance(value, str) and is_absolute(value):
                place = place_within(document, entry, key, value)
                yield Text(value, (Run(0, place.start, place.end),))


CANONICAL_KEYS = frozenset(
    {"canonical", "canonical_url", "canonicalurl", "canonical-url", "canonical_link"}
)
"""Keys of front matter that hold the canonical address, in lower case."""


_TABLES = frozenset({"seo", "head", "meta", "metadata", "params", "extra"})
"""Keys under which generators keep what the page’s head will say."""


def _is_own_file(document: Document, address: SplitResult) -> bool:
    """Whether a relative address names the very file."""
    own, path = document.source.path, unquote(address.path)
    if own is None or not path or address.scheme or address.netloc or address.query:
        return False
    if not path.endswith(own.name) or path.startswith("/") or "\0" in path:
        return False
    return os.path.normpath(own.parent / path) == os.path.normpath(own)
