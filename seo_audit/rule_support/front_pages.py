"""Pages that a theme titles or fills: a site's front page, lists, and what front matter names by other keys than a title."""

from pathlib import PurePath

from seo_audit.document import Document

_NAMES = ("name", "nom", "title", "titre", "heading", "headline")
"""How keys end that a layout may make a title of: `fullname`, `firstName`, `job_title`."""
_LAYOUTS = frozenset({"home", "landing", "index", "front", "splash"})


def is_titled_by_theme(document: Document) -> bool:
    """Whether nobody can tell from the file which title and main heading readers get."""
    said = document.front_matter
    if said is None:
        return False
    return (
        is_home(document)
        or is_list(document)
        or any(
            entry.text
            and entry.key.lower() not in ("title", "titre")
            and entry.key.lower().endswith(_NAMES)
            for entry in said.entries
        )
    )


def is_list(document: Document) -> bool:
    """Whether this is the page of a section, which Hugo and Zola fill with a list and title by its folder's name."""
    source = document.source
    return PurePath(source.path or source.name).name.lower().startswith("_index.")


def is_home(document: Document) -> bool:
    """Whether a theme makes a front page of this file, with a title and a heading of its own.

    `home: true` (VuePress), `layout: home` (VitePress, Jekyll's themes), `template: splash` (Starlight), `hero:`.
    """
    said = document.front_matter
    if said is None:
        return False
    home, layout, hero = said.get("home"), said.get("layout", "template"), said.get("hero")
    named = str(layout.value).lower().removesuffix(".html") if layout else ""
    return bool((home and home.value is True) or named in _LAYOUTS or (hero and hero.value))
