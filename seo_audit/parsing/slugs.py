"""The last part of an article's address."""

import re
import unicodedata
from pathlib import Path

from seo_audit.document import Text
from seo_audit.errors import SourceError
from seo_audit.lazy import regex
from seo_audit.source import Source, is_file, is_there, read_start

_ORDINAL = regex(
    r"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}[-_]|[0-9]{8}[-_]|[0-9]{1,3}\.(?![0-9])|0[0-9]{1,2}[-_](?=[^\W\d])|[0-9]{1,2}_(?=[^\W\d]))"
)
"""A date or a number that orders files, which generators leave out: `2024-01-02-slug`, `4.ou-acheter`, `01-intro`, `1_intro`."""
_ROOTS = frozenset(
    {
        "_pages",
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

_TONGUES = frozenset(
    {
        *("fr", "fr-fr", "fr-ca", "fr-be", "fr-ch", "en", "en-us", "en-gb", "de", "es", "it", "pt", "pt-br"),
        *("nl", "ca", "eu", "br", "oc", "co", "ru", "pl", "ro", "ar", "zh", "ja"),
    }
)  # fmt: skip
"""Folders of a site’s versions by language: « fr/_index.md » is a front page."""


_TO_FILL_IN = regex(r"(?<![^\W_]):")
"""What a generator makes an address of: `/:year/:title`; « page:1 » is one."""
_NUMBERED = regex(r"\d{1,3}\.[\w-]+")


def is_gravs(path: Path) -> bool:
    """Whether Grav makes a page of a Markdown file: `pages/01.blog/article.fr.md`, named after its template.

    The folder is its address.
    """
    folders = path.parts[:-1]
    return (
        "pages" in folders[:-1]
        and path.name.endswith(".md")
        and not path.name[:1].isdigit()
        and any(map(_NUMBERED.fullmatch, folders[folders.index("pages") + 1 :]))
    )


def slug(source: Source, declared: Text | None) -> Text | None:
    """The last part of the declared address, or the file's name without date and extension."""
    if declared is not None:
        value = declared.value.rstrip("/")
        last = declared.slice(value.rfind("/") + 1, len(value))
        if last and not _TO_FILL_IN.search(value):
            return last
    if source.path is None:
        return None
    name = source.path.name
    stem = re.sub(r"(?:\.[a-z]{2}(?:-[a-zA-Z]{2})?)?\.[a-zA-Z]+$", "", name)
    if stem.lower() in ("index", "_index", "readme"):
        parent = source.path.absolute().parent
        # the index of a site, or of a checkout, has no name in its address
        is_root = (
            parent.name in _ROOTS
            or any(is_there(parent / name) for name in _OF_A_ROOT)
            or (parent.name.lower() in _TONGUES and stem != "readme")
        )
        stem = "" if is_root else parent.name
    elif is_gravs(source.path):
        stem = source.path.parent.name
    stem = _ORDINAL.sub("", stem)
    if not _PLAIN.fullmatch(stem) and (settings := _settings(source.path.absolute())) is not None:
        stem = _as_made(stem, settings)
    return Text(stem) if stem else None


_PLAIN = regex(r"[a-z0-9-]*")
_OF_HUGO = (
    *(f"{name}.{one}" for name in ("hugo", "config") for one in ("toml", "yaml", "yml", "json")),
    *(
        f"config/_default/{name}.{one}"
        for name in ("hugo", "config")
        for one in ("toml", "yaml", "yml")
    ),
)
"""Zola’s settings are called `config.toml`, too."""
_OF_CECIL = ("cecil.yml", "cecil.yaml")
_OF_NUXT = tuple(f"nuxt.config.{one}" for one in ("ts", "js", "mjs"))
_OF_ASTRO = tuple(f"astro.config.{one}" for one in ("mjs", "ts", "js", "mts", "cjs"))


def _settings(path: Path) -> str | None:
    """What the settings say of the generator that makes addresses of files’ names: Hugo, Zola, Astro, Nuxt, Cecil; None where none does."""
    for folder in path.parents:
        if folder.name == "pages" and any(is_file(folder.parent / mark) for mark in _OF_CECIL):
            return "removePathAccents: true"
        if folder.name == "content":
            above, marks = folder.parent, _OF_HUGO
            if above.name == "src":
                above, marks = above.parent, _OF_ASTRO
            for mark in marks:
                if is_file(above / mark):
                    return _text(above / mark)
            for mark in _OF_NUXT:
                if is_file(above / mark):
                    return f"removePathAccents: true\n{_text(above / mark)}"  # so does Nuxt Content
    return None


def _text(path: Path) -> str:
    try:
        return read_start(path, _MOST_SETTINGS).decode("utf-8", "replace")
    except SourceError:
        return ""


_MOST_SETTINGS = 100_000
_KEPT = regex(r"(?:disablePathToLower|respectPathCase)\W{1,6}true", re.IGNORECASE)
_WITHOUT_ACCENTS = regex(
    r"removePathAccents\W{1,6}true|^[ \t]*base_url[ \t]*=", re.IGNORECASE | re.MULTILINE
)
"""Hugo drops accents where it is told to, Zola always."""


def _as_made(stem: str, settings: str) -> str:
    made = stem if _KEPT.search(settings) else stem.lower()
    if _WITHOUT_ACCENTS.search(settings):
        made = "".join(
            char for char in unicodedata.normalize("NFKD", made) if not unicodedata.combining(char)
        )
    return _SPACES.sub("-", _DROPPED.sub("", made).strip())


_DROPPED = regex(r"[^\w\s.#+~-]")
_SPACES = regex(r"[\s-]*\s[\s-]*")
