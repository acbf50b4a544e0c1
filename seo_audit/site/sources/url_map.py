"""Addresses of the files of a content folder: a map that somebody gave, front matter, else the generators' usual rule."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from seo_audit.errors import ConfigError
from seo_audit.lazy import regex
from seo_audit.message import Message
from seo_audit.source import MAXIMUM_BYTES, decode, printable_name, read_bytes

NO_COLUMNS = Message(
    fr="{name} : il faut les colonnes path et url (ou permalink), séparées par des virgules",
    en="{name}: the columns path and url (or permalink) are wanted, separated by commas",
)
ADDRESSES = ("url", "permalink")
"""Names of the column with the address; the second is Hugo's (`hugo list all`)."""


def read_url_map(path: Path) -> Mapping[str, str]:
    """The addresses by the files' paths, as written.

    Raises:
        SourceError: the file cannot be read.
        ConfigError: it lacks a column.
    """
    name = printable_name(path)
    text = decode(read_bytes(path, name, 10 * MAXIMUM_BYTES), name=name).text
    rows = csv.DictReader(io.StringIO(text))
    names = rows.fieldnames or ()
    address = next((one for one in ADDRESSES if one in names), None)
    if address is None or "path" not in names:
        raise ConfigError(NO_COLUMNS, name=name)
    return {
        row["path"].replace("\\", "/").removeprefix("./"): row[address]
        for row in rows
        if row.get("path") and row.get(address)
    }


def mapped(path: str, known: Mapping[str, str]) -> str | None:
    """The address of a file in a map, whose paths may begin above the folder (`content/blog/a.md`) or within it."""
    if path in known:
        return known[path]
    return known.get(f"content/{path}") or known.get(path.partition("/")[2] or path)


_DATED = regex(r"(?:\A|/)_(?:posts|drafts)/")


def usual_address(path: str, slug: str) -> str | None:
    """The path at which generators show a file: without its ending, folders for their index; None where it depends.

    Jekyll's posts stand where its configuration says, which we do not read.
    """
    if _DATED.search(path):
        return None
    parts = path.rpartition(".")[0].split("/")
    if parts and parts[0] == "content":
        parts = parts[1:]
    name = parts.pop() if parts else ""
    if name.lower() in ("index", "_index", "readme"):
        if slug and name == "index" and parts:
            parts[-1] = slug
    else:
        parts.append(slug or name)
    return "/" + "".join(f"{part}/" for part in parts)
