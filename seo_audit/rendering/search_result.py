"""The article among search results, as the HTML report and the live page show it."""

from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from seo_audit.document import Document, Text
from seo_audit.measures import Measures
from seo_audit.message import Language, Message, Value
from seo_audit.rule_support.pixel_width import (
    DESCRIPTION_MOBILE_PX,
    DESCRIPTION_PX,
    DESCRIPTION_SIZE,
    TITLE_PX,
    TITLE_SIZE,
    cut,
    width,
)

HEADING = Message(fr="Dans les résultats de recherche", en="In search results")
NO_TITLE = Message(fr="(pas de titre)", en="(no title)")
TITLE_WIDTH = Message(
    fr="Titre : {width:.0f} px sur {limit} — {how}", en="Title: {width:.0f} px of {limit} — {how}"
)
DESCRIPTION_WIDTH = Message(
    fr="Description : {width:.0f} px sur {limit} (mobile : {mobile}) — {how}",
    en="Description: {width:.0f} px of {limit} (mobile: {mobile}) — {how}",
)
FROM_PAGE = Message(
    fr="Pas de description : l’extrait vient du début de l’article.",
    en="No description: the snippet is the beginning of the article.",
)
FITS = Message(fr="tient en entier", en="fits whole")
CUT = Message(fr="coupé à l’affichage", en="cut when shown")
CUT_ON_MOBILE = Message(fr="coupé sur mobile", en="cut on mobile")


class SearchResult(Struct, frozen=True):
    """What a result page would show. Widths are in pixels, of the whole texts."""

    site: str
    trail: str
    title: str
    title_width: float
    description: str
    description_mobile: str
    description_width: float
    from_page: bool
    """There is no description: the article's first paragraph stands in its place."""

    @property
    def title_cut(self) -> bool:
        """Whether the title is too wide."""
        return self.title_width > TITLE_PX

    @property
    def description_cut(self) -> str:
        """Where the description is cut: "desktop" (and mobile), "mobile" or nowhere ("")."""
        if self.description_width > DESCRIPTION_PX:
            return "desktop"
        return "mobile" if self.description_width > DESCRIPTION_MOBILE_PX else ""

    def title_said(self, language: Language) -> str:
        """How wide the title is, and whether it is cut."""
        how = CUT if self.title_cut else FITS
        return TITLE_WIDTH.say(language, {"width": self.title_width, "limit": TITLE_PX, "how": how})

    def description_said(self, language: Language) -> str:
        """How wide the description is and where it is cut, or that there is none."""
        if self.from_page:
            return FROM_PAGE.say(language)
        how = {"desktop": CUT, "mobile": CUT_ON_MOBILE, "": FITS}[self.description_cut]
        limits: dict[str, Value] = {"limit": DESCRIPTION_PX, "mobile": DESCRIPTION_MOBILE_PX}
        return DESCRIPTION_WIDTH.say(
            language, {**limits, "width": self.description_width, "how": how}
        )


def search_result(document: Document, measures: Measures) -> SearchResult:
    """The article among search results."""
    title = first(document.metadata.titles)
    if not title and measures.main_heading:
        title = measures.main_heading.text.value
    title = " ".join(title.split())
    description = " ".join(first(document.metadata.descriptions).split())
    shown = description or _snippet(measures)
    site, trail = address(document)
    return SearchResult(
        site,
        trail,
        cut(title, TITLE_SIZE, TITLE_PX),
        width(title, TITLE_SIZE),
        cut(shown, DESCRIPTION_SIZE, DESCRIPTION_PX),
        cut(shown, DESCRIPTION_SIZE, DESCRIPTION_MOBILE_PX),
        width(description, DESCRIPTION_SIZE),
        from_page=not description,
    )


SNIPPET = 60
"""Characters a paragraph has at least to stand for the article."""


def _snippet(measures: Measures) -> str:
    """The first paragraph worth the name, else the longest text there is."""
    texts = [" ".join(block.text.value.split()) for _, block in measures.prose]
    return next((text for text in texts if len(text) >= SNIPPET), max(texts, key=len, default=""))


def address(document: Document) -> tuple[str, str]:
    """Site and path as a result page writes them: « example.org », « › blog › fontaine »."""
    head = document.head
    for written in head.addresses if head else ():
        try:
            parts = urlsplit(written.value)
        except ValueError:
            continue
        if parts.netloc:
            names = [unquote(name) for name in parts.path.split("/") if name]
            return parts.netloc, "".join(f" › {name}" for name in names)[:80]
    slug = document.metadata.slug
    return "exemple.fr", f" › {slug.value[:70]}" if slug and slug.value else ""


def first(texts: Sequence[Text]) -> str:
    """The first of these texts, empty when there is none."""
    return texts[0].value if texts else ""
