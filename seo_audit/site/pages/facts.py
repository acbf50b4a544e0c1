"""What the structured data of a page says of things that other pages may speak of too."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from seo_audit.document import Document
from seo_audit.lazy import regex
from seo_audit.parsing import structured_data
from seo_audit.parsing.structured_data import Thing
from seo_audit.site.addresses.references import take_apart
from seo_audit.site.pages.record import Mark, mark


class Fact(Struct, frozen=True):
    """A property of a thing that structured data names by its `@id`.

    `key` is the value as two are compared: addresses may be written in many ways.
    """

    page: str
    thing: str
    property: str
    value: str
    key: str
    place: Mark | None


_TOLD = ("name", "url", "logo")
"""Properties that one thing has once on a whole site."""
_SHARED = "#/schema/person/image/"
"""How Yoast names the portraits of all authors of a site."""
_LONGEST = 500
"""Characters that are kept of a value."""
_OF_THE_SITE = regex(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
"""How the `@id` of a thing begins that is not its page's own, as `#part` and `_:b0` are."""


def facts(path: str, document: Document) -> Iterator[Fact]:
    """What structured data says of things that have an `@id` on the whole site."""
    if not (document.head and any('"@id"' in one.value for one in document.head.scripts)):
        return
    things = structured_data.read(document)[0]
    addresses = {_name(thing.properties): _address_in(thing.properties) for thing in things}
    for thing in things:
        name = _name(thing.properties)
        if not _OF_THE_SITE.match(name) or thing.types & structured_data.ARTICLES:
            continue
        if name.endswith(_SHARED):
            continue
        for key in _TOLD:
            value = thing.properties.get(key)
            if isinstance(value, dict):
                value = _address_in(value) or addresses.get(_name(value), "")
            if not isinstance(value, str):
                continue
            said = " ".join(value.split())
            compared = said if key == "name" else _compared(said, name)
            if compared:
                place = said_in(document, thing, value, key)
                yield Fact(path, name[:_LONGEST], key, said[:_LONGEST], compared[:_LONGEST], place)


def _name(properties: Mapping[str, Any]) -> str:
    name = properties.get("@id")
    return name.strip() if isinstance(name, str) else ""


def _address_in(properties: Mapping[str, Any]) -> str:
    """The address of an image, which may be called by either name."""
    for key in ("url", "contentUrl"):
        value = properties.get(key)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _compared(address: str, name: str) -> str:
    """An address without scheme, `www.` and last slash, on the host of the thing's name where it says none.

    "" for one that leads elsewhere from each page.
    """
    found, around = take_apart(address, ""), take_apart(name, "")
    if found is None or not found.rooted:
        return ""
    host = found.host or (around.host if around else "")
    return f"{host}{found.path.rstrip('/')}{found.query}"


def said_in(document: Document, thing: Thing, value: str, key: str = "") -> Mark | None:
    """Where a thing says a value; `key` is the property that has it, where that is known."""
    import json  # noqa: PLC0415  few pages have structured data

    text, start, end = thing.script.value, thing.start, thing.end
    plain = (json.dumps(value, ensure_ascii=False), json.dumps(value))
    for form in (*plain, *(one.replace("/", "\\/") for one in plain)):
        behind = re.compile(f'"{key}"\\s*+:\\s*+({re.escape(form)})') if key else None
        found = behind.search(text, start, end) if behind else None
        at = found.start(1) if found else text.find(form, start, end)
        if at >= 0:
            return mark(document.source, thing.script.span(at, at + len(form)))
    # written in yet another way, or said of what it names: the property, else where the thing begins
    at = text.find(f'"{key}"', start, end)
    length = len(key) + 2 if at >= 0 else 1
    at = at if at >= 0 else start
    return mark(document.source, thing.script.span(at, at + length))
