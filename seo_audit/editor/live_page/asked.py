"""What the page asks, as data: checked when it is read, whatever is sent."""

from typing import Literal

from msgspec import Struct

from seo_audit.brief.brief import MOST_PHRASES, Brief
from seo_audit.brief.file import LANGUAGES, MOST_PAGES
from seo_audit.brief.texts import BriefText
from seo_audit.config.config import Config
from seo_audit.document import Format
from seo_audit.message import Language

LONGEST_NAME = 100
"""Characters of a text’s name that are kept."""


class Text(Struct, frozen=True):
    """A text beside the article. Its name says how it is read, and what messages call it; no file is looked for."""

    text: str
    name: str = ""

    @property
    def said(self) -> BriefText:
        """The text as a brief has it."""
        return BriefText(_line(self.name)[:LONGEST_NAME], text=self.text)


class Demands(Struct, frozen=True):
    """What the page's fields ask of the article: the keys of a brief, empty where nothing is asked."""

    keyphrase: str = ""
    secondary: tuple[str, ...] = ()
    language: str = ""
    minimum_words: int | None = None
    maximum_words: int | None = None
    minimum_subheadings: int | None = None
    must_mention: tuple[str, ...] = ()
    source: Text | None = None
    reference: tuple[Text, ...] = ()

    @property
    def brief(self) -> Brief | None:
        """The brief; None where nothing is asked. What cannot be asked, such as no words at most, is left out."""
        least, most = _count(self.minimum_words, 1), _count(self.maximum_words, 1)
        found = Brief(
            keyphrase=_line(self.keyphrase) or None,
            secondary=_phrases(self.secondary),
            language=self.language if self.language in LANGUAGES else None,
            minimum_words=least,
            maximum_words=None if most is not None and most < (least or 0) else most,
            minimum_subheadings=_count(self.minimum_subheadings, 0),
            must_mention=_phrases(self.must_mention),
            source=self.source.said if self.source and self.source.text.strip() else None,
            reference=tuple(one.said for one in self.reference if one.text.strip())[:MOST_PAGES],
        )
        return found if found.asked else None


class Article(Struct, frozen=True):
    """A text to audit, and what it is to be."""

    text: str
    format: Format
    keyphrase: str | None = None
    language: Language = "fr"
    profile: Literal["article", "news", "guide", "langage-clair"] | None = None
    brief: Demands = Demands()

    @property
    def config(self) -> Config:
        """The configuration that holds: no file of the machine has a part in it."""
        return Config(
            keyphrase=_line(self.keyphrase or "") or None,
            language=self.language,
            profile=self.profile,
            brief=self.brief.brief,
            reads_files=False,
        )


class Mending(Article, frozen=True, kw_only=True):
    """An article and the finding of it to mend."""

    rule: str
    fingerprint: str


class Clipboard(Struct, frozen=True):
    """What was copied from elsewhere."""

    html: str


class BriefFile(Struct, frozen=True):
    """The file of a brief: its TOML, its name for messages."""

    text: str
    name: str = "brief.toml"
    language: Language = "fr"


class BriefWanted(Struct, frozen=True):
    """A brief to be written as a file."""

    brief: Demands
    language: Language = "fr"


def _line(text: str) -> str:
    return " ".join(text.split())


def _phrases(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_line, texts))))[:MOST_PHRASES]


def _count(value: int | None, least: int) -> int | None:
    return value if value is not None and value >= least else None
