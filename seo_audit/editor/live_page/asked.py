"""What the page asks, as data: checked when it is read, whatever is sent."""

from typing import Literal

from msgspec import Struct

from seo_audit.brief.brief import MOST_PHRASES, Brief
from seo_audit.config.config import Config
from seo_audit.document import Format
from seo_audit.message import Language


class Article(Struct, frozen=True):
    """A text to audit, and what it is to be."""

    text: str
    format: Format
    keyphrase: str | None = None
    language: Language = "fr"
    profile: Literal["article", "news", "guide", "langage-clair"] | None = None
    secondary: tuple[str, ...] = ()
    must_mention: tuple[str, ...] = ()
    minimum_words: int | None = None

    @property
    def config(self) -> Config:
        """The configuration that holds: no file of the machine has a part in it."""
        return Config(
            keyphrase=(self.keyphrase or "").strip() or None,
            secondary=_phrases(self.secondary),
            language=self.language,
            profile=self.profile,
            brief=self._brief,
            reads_files=False,
        )

    @property
    def _brief(self) -> Brief | None:
        mentions = _phrases(self.must_mention)
        words = self.minimum_words if self.minimum_words and self.minimum_words > 0 else None
        if not mentions and words is None:
            return None
        return Brief(must_mention=mentions, minimum_words=words)


class Mending(Article, frozen=True, kw_only=True):
    """An article and the finding of it to mend."""

    rule: str
    fingerprint: str


class Clipboard(Struct, frozen=True):
    """What was copied from elsewhere."""

    html: str


def _phrases(texts: tuple[str, ...]) -> tuple[str, ...]:
    found = (" ".join(text.split()) for text in texts)
    return tuple(dict.fromkeys(filter(None, found)))[:MOST_PHRASES]
