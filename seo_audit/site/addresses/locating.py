"""Where a site stands: the address of its root, from what its pages and files say."""

from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlsplit

from seo_audit.site.addresses.references import (
    INDEXES,
    PAGE_SUFFIXES,
    Base,
    base_of,
    decoded,
    own_path,
    squeezed,
)


def from_canonicals(canonicals: Iterable[tuple[str, str]]) -> Base | None:
    """The base that most pages' own canonical addresses share, from pairs of a page's file and the address as written."""
    found: Counter[Base] = Counter()
    for file, address in canonicals:
        base = _base_of_page(file, address)
        if base:
            found[base] += 1
    # of equally many the first in the order of their addresses, whatever the order of the pages
    return min(found, key=lambda base: (-found[base], base.netloc, base.path), default=None)


def _base_of_page(file: str, address: str) -> Base | None:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    path = squeezed(decoded(parts.path or "/"))
    for name in spellings(file):
        if path.endswith(name):
            return Base(parts.scheme, parts.netloc.lower(), path[: len(path) - len(name)] + "/")
    return None


def spellings(file: str) -> tuple[str, ...]:
    """The paths that a file's page may be asked for by, the likeliest first."""
    path = "/" + file
    own = own_path(file)
    name = path.rpartition("/")[2].lower()
    if name in INDEXES:
        bare = own.rstrip("/")
        return (own, path, bare) if bare else (own, path)
    bare = next((path[: -len(one)] for one in PAGE_SUFFIXES if path.lower().endswith(one)), path)
    return (path, bare, bare + "/")


def from_sitemap(addresses: Iterable[str], files: set[str]) -> Base | None:
    """The base under which most addresses of a sitemap are files of the site; `files` are their paths."""
    found = Counter(base for base in (_base_over(one, files) for one in addresses) if base)
    return min(found, key=lambda base: (-found[base], base.netloc, base.path), default=None)


def from_absolute_links(addresses: Iterable[str], files: set[str]) -> Base | None:
    """The base under which most links to one host are files of the site, where all name their host.

    `addresses` are those of links to that host, each once. A home page is anywhere: it says nothing.
    """
    found: Counter[Base] = Counter()
    links = 0
    for address in addresses:
        links += 1
        base = _base_over(address, files)
        if base and urlsplit(address).path.strip("/"):
            found[base] += 1
    best = min(found, key=lambda base: (-found[base], base.netloc, base.path), default=None)
    return best if best and found[best] > FEW and 2 * found[best] > links else None


def _base_over(address: str, files: set[str]) -> Base | None:
    """The base under which an address is a file of the site."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    path = decoded(parts.path or "/")
    segments = path.strip("/").split("/")
    for cut in range(min(len(segments), 4)):
        rest = "/".join(segments[cut:])
        if _names(rest, files) or (cut == len(segments) and "index.html" in files):
            prefix = "/" + "".join(f"{one}/" for one in segments[:cut])
            return Base(parts.scheme, parts.netloc.lower(), prefix)
    return None


def _names(path: str, files: set[str]) -> bool:
    bare = path.rstrip("/")
    return (
        path in files
        or any(f"{bare}{one}" in files for one in PAGE_SUFFIXES)
        or any(f"{bare}/{one}".lstrip("/") in files for one in INDEXES)
    )


def from_cname(text: str) -> Base | None:
    """The base that a file CNAME of GitHub Pages names."""
    name = text.strip().split()[0] if text.strip() else ""
    return base_of(f"https://{name}/") if "." in name and "/" not in name else None


def from_links(paths: Iterable[str], files: set[str]) -> Base | None:
    """A base path that links from the host share, where nobody says the host: links to `/manual/x/`, files in `x/`.

    `paths` are those of links that begin with a slash, each once; it must explain more of them than the root does.
    """
    at_root = 0
    found: Counter[str] = Counter()
    for path in paths:
        if _names(path.strip("/"), files) or path == "/":
            at_root += 1
            continue
        first, slash, rest = path.strip("/").partition("/")
        if first and (_names(rest, files) if slash else "index.html" in files):
            found[f"/{first}/"] += 1
    best = min(found, key=lambda one: (-found[one], one), default=None)
    return Base(path=best) if best and found[best] > FEW and found[best] > at_root else None


FEW = 2
"""Links that may look so by chance."""
