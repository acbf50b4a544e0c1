"""Redirects and rewrites in the settings of a host that stand in the site's root.

They are `vercel.json`, `netlify.toml`, `firebase.json` and Azure's `staticwebapp.config.json`.

A rewrite shows a page under other addresses: its status is 200. As of `_redirects`, what has conditions is left alone,
and so are patterns of more than names, `*` and `(.*)`.
"""

import json
import tomllib
from collections.abc import Iterator
from itertools import islice
from typing import Any

from seo_audit.lazy import regex
from seo_audit.site.addresses.redirects import MOST_RULES, RedirectRule
from seo_audit.site.addresses.references import decoded
from seo_audit.source import Source
from seo_audit.toml.places import keys

_KEYS = {key: regex(rf'"{key}"\s*+:\s*+("(?:[^"\\]|\\.)*+")') for key in ("source", "route")}
"""What names the path that is asked for, as a whole with its value."""
_REST = regex(r"/(?::(\w+)(?:[*+]|\(\.\*\))|\(\.\*\))\Z")
"""The rest of a path, at its end: `/:path*`, `/:path(.*)`, `/(.*)`."""
_GLOB = regex(r"(?:/\*\*?|\{,/\*\*\}|/\*\*/\*)\Z")
"""The rest of a path, as Firebase and Azure write it: `/**`, `{,/**}`, `/*`."""
_PROGRAM = frozenset("()[]{}?+*|\\^$")
"""What makes a path more than names; `*` at its end apart."""
_CONDITIONS = frozenset({"has", "missing", "conditions", "query", "methods", "allowedRoles"})


def read_vercel(text: str, file: str) -> Iterator[RedirectRule]:
    """The rules of a `vercel.json`, in the order in which they hold; nothing of what is no JSON."""
    settings, places = _read_json(text, "source")
    source = Source(text, name=file)
    # redirects come before what is there, rewrites behind it
    for key, forced in (("redirects", True), ("rewrites", False)):
        for one in _tables(settings, key):
            path, to = one.get("source"), one.get("destination")
            status = 308 if one.get("permanent", True) else 307
            said = 200 if key == "rewrites" else one.get("statusCode", status)
            yield from _read(source, places.get(id(one)), one, (path, to, said), forced=forced)


def read_firebase(text: str, file: str) -> Iterator[RedirectRule]:
    """The rules of the first site of a `firebase.json`: redirects come before what is there, rewrites behind it."""
    settings, places = _read_json(text, "source")
    hosting = settings.get("hosting") if isinstance(settings, dict) else None
    if isinstance(hosting, list):
        hosting = hosting[0] if hosting else None
    source = Source(text, name=file)
    for key, forced in (("redirects", True), ("rewrites", False)):
        for one in _tables(hosting, key):
            path, to = one.get("source"), one.get("destination")
            if isinstance(path, str):
                path = _GLOB.sub("/(.*)", path if path.startswith("/") else "/" + path)
            said = 200 if key == "rewrites" else one.get("type", 301)
            yield from _read(source, places.get(id(one)), one, (path, to, said), forced=forced)


def read_azure(text: str, file: str) -> Iterator[RedirectRule]:
    """The rules of a `staticwebapp.config.json`; what it shows where nothing is has no place of its own, and is left."""
    settings, places = _read_json(text, "route")
    source = Source(text, name=file)
    for one in _tables(settings, "routes"):
        path, onward, shown = (one.get(key) for key in ("route", "redirect", "rewrite"))
        said = one.get("statusCode", 302) if onward else 200
        if isinstance(path, str):
            path = _GLOB.sub("/(.*)", path)
        yield from _read(
            source, places.get(id(one)), one, (path, onward or shown, said), forced=True
        )


def _read_json(text: str, named: str) -> tuple[Any, dict[int, tuple[int, int]]]:
    """What a file of JSON holds, and where each table in it says under this key which path it is about, by its identity."""
    written = _KEYS[named].finditer(text)
    places: dict[int, tuple[int, int]] = {}

    def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        for key, value in pairs:
            # such tables do not stand in one another: they end in the order in which they begin
            if key == named and isinstance(value, str) and (match := next(written, None)):
                places[id(found)] = match.span()
        return found

    try:
        return json.loads(text, object_pairs_hook=table), places
    except (ValueError, RecursionError):
        return None, {}


def read_netlify(text: str, file: str) -> Iterator[RedirectRule]:
    """The rules of a `netlify.toml`; nothing of what is no TOML."""
    try:
        settings = tomllib.loads(text)
    except (ValueError, RecursionError):
        return
    source = Source(text, name=file)
    places = {
        key.path[1]: key
        for key in keys(text)
        if key.path[:1] + key.path[2:] == ("redirects", "from")
    }
    for number, one in enumerate(_tables(settings, "redirects")):
        path, to, said = one.get("from"), one.get("to"), one.get("status", 301)
        key = places.get(number)
        place = (key.start, source.line_span(source.position(key.start).line).end) if key else None
        yield from _read(source, place, one, (path, to, said), forced=one.get("force") is True)


def _tables(settings: Any, key: str) -> Iterator[dict[str, Any]]:
    found = settings.get(key) if isinstance(settings, dict) else None
    for one in islice(found if isinstance(found, list) else (), MOST_RULES):
        if isinstance(one, dict):
            yield one


def _read(
    source: Source,
    place: tuple[int, int] | None,
    rule: dict[str, Any],
    said: tuple[Any, Any, Any],
    *,
    forced: bool,
) -> Iterator[RedirectRule]:
    """A rule as `_redirects` would have it, the rest of a path `*` and `:splat`; nothing where it is not plain.

    `said` are the path that is asked for, where it leads, and the status.
    """
    path, to, status = said
    if not (place and isinstance(path, str) and isinstance(to, str) and isinstance(status, int)):
        return
    if not (path.startswith("/") and to.startswith(("/", "http")) and _CONDITIONS.isdisjoint(rule)):
        return
    if rest := _REST.search(path):
        path = path[: rest.start()] + "/*"
        for written in (f":{rest[1]}*", f":{rest[1]}") if rest[1] else ("$1",):
            to = to.replace(written, ":splat")
    if not _PROGRAM.isdisjoint(path.removesuffix("/*")):
        return
    start, end = place
    first, last = source.position(start), source.position(end)
    yield RedirectRule(
        path=decoded(path.partition("?")[0]), to=to, status=status, forced=forced, file=source.name,
        line=first.line, column=first.column, end_column=last.column if last.line == first.line else first.column + 1,
        offset=start, end_offset=end, text=source.text[start:end],
    )  # fmt: skip
