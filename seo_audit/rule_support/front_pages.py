"""A site's front page, as front matter tells it."""

from seo_audit.document import Document

_LAYOUTS = frozenset({"home", "landing", "index", "front", "splash"})


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
