"""The article as a social network would show it."""

from msgspec import Struct

from seo_audit.document import Document
from seo_audit.rendering.search_result import address, first


class SocialCard(Struct, frozen=True):
    """What a social network would show, and the properties it is made from."""

    site: str
    title: str
    description: str
    image: str
    properties: tuple[tuple[str, str | None], ...]


CARD_PROPERTIES = (
    "og:title",
    "og:description",
    "og:image",
    "og:url",
    "og:type",
    "og:site_name",
    "twitter:card",
)


def social_card(document: Document) -> SocialCard | None:
    """The card of a page; None for an article that has no page head."""
    head = document.head
    if head is None:
        return None
    found = {
        key: next((meta.content.value for meta in head.metas_named(key)), None)
        for key in CARD_PROPERTIES
    }
    return SocialCard(
        (found["og:site_name"] or address(document)[0])[:80],
        (found["og:title"] or first(document.metadata.titles))[:200],
        (found["og:description"] or first(document.metadata.descriptions))[:300],
        (found["og:image"] or "")[:300],
        tuple((key, value[:300] if value is not None else None) for key, value in found.items()),
    )
