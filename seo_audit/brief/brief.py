"""What an article was asked to be."""

from msgspec import Struct

from seo_audit.brief.texts import BriefText

MOST_PHRASES = 100
"""Phrases a list of an article or a brief holds at most: each is looked for in the whole text."""


class Brief(Struct, frozen=True):
    """What an article was asked to be; None or empty where nothing was asked.

    `source` is the text it was made from, `reference` are pages that answer the same query. `name` is the
    file that says so, empty for a brief that has none.
    """

    keyphrase: str | None = None
    secondary: tuple[str, ...] = ()
    language: str | None = None
    minimum_words: int | None = None
    maximum_words: int | None = None
    minimum_subheadings: int | None = None
    must_mention: tuple[str, ...] = ()
    source: BriefText | None = None
    reference: tuple[BriefText, ...] = ()
    name: str = ""

    @property
    def asked(self) -> tuple[str, ...]:
        """The keys that ask something, in the order of KEYS."""
        return tuple(key for key in KEYS if getattr(self, key) not in (None, ()))

    @property
    def texts(self) -> tuple[BriefText, ...]:
        """All texts it names."""
        return (*((self.source,) if self.source else ()), *self.reference)


KEYS = tuple(name for name in Brief.__struct_fields__ if name != "name")
"""All keys of a brief."""
