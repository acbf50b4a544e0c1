"""Addresses as a site compares them: what a link names, before anybody knows where the site stands.

A reference is taken apart into a host (empty: the site's own) and a path: percent-encoding undone, Unicode composed,
dots resolved. A relative one is seen from the site's folder (`rooted` false); one that begins with a slash is seen
from the host, whose base path the joins take off.
"""

import unicodedata
from urllib.parse import quote, unquote, urlsplit

from msgspec import Struct

from seo_audit.lazy import regex

INDEXES = ("index.html", "index.htm", "index.xhtml", "index.shtml")
"""Files that answer for their folder."""
PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
"""Endings of pages; a server may leave them out."""


class Reference(Struct, frozen=True):
    """What a link names. `path` is empty for one that stays on its page, as `#part` and `?page=2` do."""

    host: str
    rooted: bool
    path: str
    query: str
    fragment: str


_SCHEME = regex(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_TO_FILL = regex(r"(?:\A|/)\[[A-Za-zÀ-ÿ_][\w. ()-]{0,60}\](?=[/.?#]|\Z)")
"""A part that a script fills in, as Mavo does of `[lien]`: what it leads to cannot be known."""
_REMOVED = str.maketrans("", "", "\t\n\r")


class Resolver:
    """Takes apart the references of pages in one folder; what menus repeat is done once."""

    def __init__(self) -> None:
        self._known: dict[str, Reference | None] = {}

    def resolve(self, href: str, folder: str) -> Reference | None:
        """A reference on a page in a folder of the site ("" or "blog/"); None for what is no web address."""
        if href not in self._known:
            if len(self._known) > 100_000:
                self._known.clear()
            self._known[href] = _parted(href)
        return _seen_from(self._known[href], folder)


def take_apart(href: str, folder: str) -> Reference | None:
    """As `Resolver.resolve`."""
    return _seen_from(_parted(href), folder)


def _seen_from(found: Reference | None, folder: str) -> Reference | None:
    """A reference as it is on a page in a folder: a relative one has the path from the site's folder."""
    if found is None or found.rooted or not found.path:
        return found
    path = resolved(decoded(f"/{folder}") + found.path, keep=True)
    return Reference("", False, path, found.query, found.fragment)


def _parted(href: str) -> Reference | None:
    """The parts of a reference; the path of a relative one as it is written, decoded."""
    href = href.strip(" \t\n\f\r\0").translate(_REMOVED)
    scheme = _SCHEME.match(href)
    host, rooted = "", False
    rest = href
    if scheme:
        if scheme[1].lower() not in ("http", "https"):
            return None
        rest = href[scheme.end() :]
        slashes = len(rest) - len(rest.lstrip("/\\"))
        if not slashes:
            return None  # “http:page.html”: nobody means it
        rest = "//" + rest[slashes:]
    if "[" in rest and _TO_FILL.search(rest):
        return None
    rest, _, fragment = rest.partition("#")
    rest, asked, query = rest.partition("?")
    path = rest.replace("\\", "/")
    if path.startswith("//"):
        name, slash, path = path[2:].partition("/")
        found = host_name(name)
        if found is None:
            return None
        host, rooted, path = found, True, slash + path or "/"
    elif path.startswith("/"):
        rooted = True
    if not path:
        return Reference(host, rooted, "", asked + query, fragment)
    path = decoded(path)
    return Reference(host, rooted, resolved(path) if rooted else path, asked + query, fragment)


def host_name(text: str) -> str | None:
    """A host as two are compared: lower case, without `www.`, user and usual port; None where it is none."""
    name = text.rpartition("@")[2].lower().rstrip(".")
    name = name.removesuffix(":443").removesuffix(":80")
    if not name or any(char in name for char in ' <>"{}|^`'):
        return None
    return name.removeprefix("www.")


def decoded(path: str) -> str:
    """A path with percent-encoding undone and Unicode composed."""
    if "%" in path:
        path = unquote(path)
    return path if path.isascii() else unicodedata.normalize("NFC", path)


def resolved(path: str, *, keep: bool = False) -> str:
    """A path without dots; `..` above the top are dropped, as browsers do, or kept at its start."""
    if "/." not in path:
        return path
    parts = path.split("/")[1:]
    found: list[str] = []
    above = 0
    for part in parts:
        if part == "..":
            if found:
                found.pop()
            else:
                above += 1
        elif part != ".":
            found.append(part)
    if parts[-1] in (".", ".."):
        found.append("")
    return "/.." * (above if keep else 0) + "/" + "/".join(found)


def squeezed(path: str) -> str:
    """A path with one slash where several stand in a row: servers read them as one, and generators leave them so."""
    return _SLASHES.sub("/", path) if "//" in path else path


_SLASHES = regex(r"/{2,}")


def own_path(path: str) -> str:
    """The path by which a file of a site is asked for: `blog/index.html` is `/blog/`."""
    path = "/" + unicodedata.normalize("NFC", path)
    folder, _, name = path.rpartition("/")
    return f"{folder}/" if name.lower() in INDEXES else path


def shown(path: str) -> str:
    """A decoded path as an address that people read: only what would be misread is encoded."""
    return _MISREAD.sub(lambda match: quote(match[0]), path)


_MISREAD = regex(r"[%?#\s\x00-\x20\x7f\"<>\\^`{|}]")


class Base(Struct, frozen=True):
    """Where a site stands: its scheme and host ("" where nobody knows), and the path of its root, `/` at both ends."""

    scheme: str = "https"
    netloc: str = ""
    path: str = "/"

    @property
    def host(self) -> str:
        """The host as references have it."""
        return host_name(self.netloc) or ""

    @property
    def url(self) -> str | None:
        """The address of the root; None where the host is not known."""
        return f"{self.scheme}://{self.netloc}{quote(self.path)}" if self.netloc else None

    def inner(self, host: str, *, rooted: bool, path: str) -> str | None:
        """A reference's path from the site's root; None where it leads to another site."""
        path = squeezed(path)
        if not rooted:
            if not path.startswith("/.."):
                return path
            above = (len(path) - len(path.lstrip("/."))) // 3
            parts = self.path.strip("/").split("/")[:-above] if self.path != "/" else []
            path = resolved("/" + "/".join((*parts, path.replace("/..", "").lstrip("/"))))
        elif host and host != self.host:
            return None
        if path.startswith(self.path):
            return "/" + path[len(self.path) :]
        return "/" if path + "/" == self.path else None

    def outer(self, path: str) -> str:
        """A path from the root as one from the host, to be read."""
        return shown(self.path + path[1:])


def base_of(url: str) -> Base | None:
    """The base that an address means: it is that of a folder, with or without its last slash. None when it is none."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host_name(parts.netloc):
        return None
    path = resolved(decoded(parts.path or "/"))
    folder, _, name = path.rpartition("/")
    if name.lower() in INDEXES:
        path = folder
    return Base(parts.scheme.lower(), parts.netloc.lower(), path.rstrip("/") + "/")
