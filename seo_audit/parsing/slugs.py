"""The last part of an article's address."""

import re

from seo_audit.document import Text
from seo_audit.source import Source


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
        stem = source.path.absolute().parent.name
    stem = re.sub(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}-", "", stem)
    return Text(stem) if stem else None
