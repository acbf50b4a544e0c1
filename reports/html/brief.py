"""The panel « Commande » of the HTML report: what was asked, what was found, the reference pages."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from seo_audit.brief.outcome import BriefOutcome, Demand
from seo_audit.brief.vocabulary import Page, Vocabulary
from seo_audit.message import Language, Message, number, shorten

KEYS: Mapping[str, Message] = {
    "keyphrase": Message(fr="Expression clé", en="Keyphrase"),
    "secondary": Message(fr="Expressions secondaires", en="Secondary keyphrases"),
    "language": Message(fr="Langue", en="Language"),
    "minimum_words": Message(fr="Nombre de mots, au moins", en="Words, at least"),
    "maximum_words": Message(fr="Nombre de mots, au plus", en="Words, at most"),
    "minimum_subheadings": Message(fr="Intertitres, au moins", en="Subheadings, at least"),
    "must_mention": Message(fr="Sujets à traiter", en="To be spoken of"),
    "source": Message(fr="Texte d’origine", en="Original text"),
    "reference": Message(fr="Pages de référence", en="Reference pages"),
}
BESIDE_SOURCE = Message(
    fr="{overlap_share:.0%} de mots repris ; {facts_added:# fait ajouté|# faits ajoutés} sans source, "
    "{facts_attributed:#|#} avec ; {facts_lost:# élément important perdu|# éléments importants perdus}",
    en="{overlap_share:.0%} of the words taken over; {facts_added:# fact|# facts} added without a source, "
    "{facts_attributed:#|#} with one; {facts_lost:# main point|# main points} lost",
)
PAGES = Message(fr="{count:# page lue|# pages lues}", en="{count:# page read|# pages read}")
FILES = Message(fr="{count:# fichier|# fichiers}", en="{count:# file|# files}")
NOTHING = Message(fr="rien", en="nothing")

LONGEST = 400
"""Characters of what was asked or found."""

TERMS, PAGES_SHOWN = 30, 60
"""Terms of each kind and pages shown at most."""


class Row(Struct, frozen=True):
    """A key of the brief as a row: its label, what was asked and found; `met` is "yes", "no" or "unknown"."""

    label: str
    asked: str
    found: str
    met: str


class TermRow(Struct, frozen=True):
    """A term, how many pages use it, and rates per thousand words: the article's, the pages' mean and highest."""

    text: str
    pages: str
    rate: str
    mean: str
    highest: str


def rows(outcome: BriefOutcome, language: Language) -> Iterator[Row]:
    """The keys of a brief with what came of them."""
    states = {True: "yes", False: "no", None: "unknown"}
    for demand in outcome.demands:
        yield Row(
            KEYS[demand.key].say(language),
            _asked(demand, language),
            _found(demand, language),
            states[demand.met],
        )


def _asked(demand: Demand, language: Language) -> str:
    if demand.key == "reference" and isinstance(demand.asked, tuple):
        return FILES.say(language, {"count": len(demand.asked)})
    return _shown(demand.asked, language)


def _found(demand: Demand, language: Language) -> str:
    if isinstance(demand.found, Mapping):
        return BESIDE_SOURCE.say(language, demand.found)
    if demand.key == "reference" and isinstance(demand.found, int):
        return PAGES.say(language, {"count": demand.found})
    return _shown(demand.found, language)


def _shown(value: object, language: Language) -> str:
    if isinstance(value, int | float):
        return number(value, language)
    text = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
    text = text or NOTHING.say(language)
    return shorten(text, LONGEST)


def terms(vocabulary: Vocabulary, kind: str, language: Language) -> tuple[TermRow, ...]:
    """The terms that are "missing" or "overused", best first."""
    count = len(vocabulary.pages)
    found = vocabulary.missing if kind == "missing" else vocabulary.overused
    return tuple(
        TermRow(
            term.text[:80],
            f"{term.pages}/{count}",
            *(
                number(rate, language, ".1f")
                for rate in (term.rate, term.mean_rate, term.highest_rate)
            ),
        )
        for term in found[:TERMS]
    )


def pages(vocabulary: Vocabulary) -> tuple[Page, ...]:
    """The reference pages that are shown."""
    return vocabulary.pages[:PAGES_SHOWN]
