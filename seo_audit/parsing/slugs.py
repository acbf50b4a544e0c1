"""The last part of an article's address."""

import re

from seo_audit.document import Text
from seo_audit.lazy import regex
from seo_audit.source import Source, is_there

_ORDINAL = regex(
    r"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}[-_]|[0-9]{8}[-_]|[0-9]{1,3}\.(?![0-9])|0[0-9]{1,2}[-_](?=[^\W\d])|[0-9]{1,2}_(?=[^\W\d]))"
)
"""A date or a number that orders files, which generators leave out: `2024-01-02-slug`, `4.ou-acheter`, `01-intro`, `1_intro`."""
_ROOTS = frozenset(
    {
        "content",
        "contents",
        "docs",
        "doc",
        "html",
        "pages",
        "public",
        "site",
        "source",
        "src",
        "www",
    }
)
"""Folders whose index is a site's."""
_OF_A_ROOT = (
    ".git",
    "package.json",
    "_config.yml",
    "_quarto.yml",
    "mkdocs.yml",
    "LICENSE",
    "LICENSE.md",
    "LICENCE",
)
"""What stands in the folder of a project, and mostly in no other."""


def slug(source: Source, declared: Text | None) -> Text | None:
    """The last part of the declared address, or the file's name without date and extension."""
    if declared is not None:
        value = declared.value.rstrip("/")
        last = declared.slice(value.rfind("/") + 1, len(value))
        if last and ":" not in value:
            return last
    if source.path is None:
        return None
    name = source.path.name
    stem = re.sub(r"(?:\.[a-z]{2}(?:-[a-zA-Z]{2})?)?\.[a-zA-Z]+$", "", name)
    if stem.lower() in ("index", "_index", "readme"):
        parent = source.path.absolute().parent
        # the index of a site, or of a checkout, has no name in its address
        is_root = parent.name in _ROOTS or any(is_there(parent / name) for name in _OF_A_ROOT)
        stem = "" if is_root else parent.name
    stem = _ORDINAL.sub("", stem)
    return Text(stem) if stem else None
