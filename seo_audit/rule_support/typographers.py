"""Generators that set signs as print has them: « … » for three full stops, a dash for two hyphens."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from msgspec import Struct

from seo_audit.analysis.look_ups import Disk
from seo_audit.document import Document
from seo_audit.lazy import regex


class _Generator(Struct, frozen=True):
    """A generator: the settings by which it is known, and what in them turns its typographer on or off.

    `unless` stands in settings of another generator that are called so, too.
    """

    names: tuple[str, ...]
    on: re.Pattern[str] | None = None
    off: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None


_TOLD = regex(r"\btypographer\b[\"']?[ \t]*[:=][ \t]*true\b|smartypants", re.IGNORECASE)
_GENERATORS = (
    # Hugo’s Goldmark does unless told not to; Zola’s settings are called so, too
    _Generator(
        (
            *(f"hugo.{ending}" for ending in ("toml", "yaml", "yml")),
            *(f"config.{ending}" for ending in ("toml", "yaml", "yml")),
            *(f"config/_default/{name}.toml" for name in ("markup", "hugo", "config")),
            *(f"config/_default/{name}.yaml" for name in ("markup", "hugo", "config")),
        ),
        off=regex(r"typographer[\s\S]{0,40}?\b(?:false\b|disable[\"']?\s*[:=]\s*true\b)"),
        unless=regex(r"^[ \t]*(?:base_url|compile_sass|build_search_index)[ \t]*=", re.MULTILINE),
    ),
    _Generator(
        ("config.toml", "zola.toml"), on=regex(r"^[ \t]*smart_punctuation[ \t]*=[ \t]*true", re.MULTILINE)
    ),
    # Jekyll’s kramdown and Hexo’s marked do; Jupyter Book’s settings are called so, too
    _Generator(
        ("_config.yml", "_config.yaml"),
        off=regex(r"smartypants[ \t]*:[ \t]*false|^markdown[ \t]*:[ \t]*[\"']?(?!kramdown)\w", re.MULTILINE),
        unless=regex(r"^(?:parse|execute|sphinx|launch_buttons)[ \t]*:", re.MULTILINE),
    ),
    _Generator(
        tuple(f"astro.config.{ending}" for ending in ("mjs", "ts", "js")),
        off=regex(r"smartypants[ \t]*:[ \t]*false"),
    ),
    _Generator(("mkdocs.yml", "mkdocs.yaml"), on=regex(r"\bsmart(?:y|symbols)\b")),
    _Generator(("pelicanconf.py",), on=regex(r"^TYPOGRIFY[ \t]*=[ \t]*True", re.MULTILINE)),
    _Generator(
        tuple(
            f"{name}.{ending}"
            for name in (".eleventy", "eleventy.config", ".vitepress/config", "docusaurus.config", "gatsby-config")
            for ending in ("js", "mjs", "ts", "cjs", "mts")
        ),
        on=_TOLD,
    ),
)  # fmt: skip
_MOST_FOLDERS = 8
"""Folders above a file in which settings are looked for."""


def sets_signs(document: Document, disk: Disk) -> bool:
    """Whether the page made of a source has « … » where it has three full stops, and dashes for two and three hyphens.

    Pandoc does so in books (Quarto, R Markdown), and the generator whose settings lie nearest above a Markdown file may.
    """
    source = document.source
    if document.format != "markdown":
        return False
    if source.is_book:
        return True
    if source.path is None:
        return False
    for folder in islice(source.path.absolute().parents, _MOST_FOLDERS):
        found = [one for generator in _GENERATORS for one in _asked(generator, folder, disk)]
        if found:
            return any(found)
    return False


def _asked(generator: _Generator, folder: Path, disk: Disk) -> Iterator[bool]:
    """Whether a generator sets signs, if it has settings in a folder."""
    said = [
        disk.text(folder / name) or "" for name in generator.names if disk.is_file(folder / name)
    ]
    text = "\n".join(said)
    if said and not (generator.unless and generator.unless.search(text)):
        yield (
            bool(generator.on.search(text))
            if generator.on
            else not (generator.off and generator.off.search(text))
        )
