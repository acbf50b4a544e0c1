"""Where a text speaks to a writing assistant, or as one, and what its article is about."""

from collections.abc import Collection, Iterator

from msgspec import Struct

from seo_audit.lazy import regex
from seo_audit.rule_support.prompts.answers import ANSWERS, GOOD_WISHES
from seo_audit.rule_support.prompts.kinds import Kind, is_told, span
from seo_audit.rule_support.prompts.orders import FOR_SEARCH, ORDERS, STYLE_IN_ENGLISH
from seo_audit.rule_support.prompts.tasks import ENGLISH_TASK, POLITE_TASK, TASK, tasks

KINDS = (
    *ANSWERS,
    GOOD_WISHES,
    *ORDERS,
    FOR_SEARCH,
    STYLE_IN_ENGLISH,
    TASK,
    POLITE_TASK,
    ENGLISH_TASK,
)

_SUBJECT = regex(
    r"\bprompts?\b|chat ?gpt|\bgpt-?\d|\bgemini\b|\bclaude\b|\bcopilot\b|\bmistral\b|\bllms?\b|ia générative|intelligence artificielle générative"
    r"|assistants? (?:ia|de rédaction)|\bcopywriting\b|rédaction web|rédact(?:eur|rice)s? web|\bbrief(?:er|s)? \w+ rédact|content marketing"
)


def is_about_prompts(plain_text: str) -> bool:
    """Whether an article is about asking for texts: its orders are examples."""
    return bool(_SUBJECT.search(plain_text))


def kinds_in(plain_text: str) -> frozenset[Kind]:
    """The kinds whose clues an article holds: its blocks need be asked for no other."""
    return frozenset(kind for kind in KINDS if kind.may_be_in(plain_text))


_SEARCH = regex(
    r"référencement|\bseo\b|moteurs? de recherche|mots?[- ]clés?\b|(?:méta|meta)[- ]?descriptions?|balises? title"
)


def is_about_search(plain_text: str) -> bool:
    """Whether an article is about being found: what it says of keywords and descriptions is for its readers."""
    return bool(_SEARCH.search(plain_text))


class Subject(Struct, frozen=True):
    """What the rest of an article is about: what it says of that, it says to its readers."""

    prompts: bool = False
    """See `is_about_prompts`."""
    search: bool = False
    """See `is_about_search`."""
    foreign: bool = False
    """It is not in French: English orders may be advice."""


_ANYTHING = Subject()


def prompts(
    plain_text: str, about: Subject = _ANYTHING, among: Collection[Kind] = KINDS
) -> Iterator[tuple[int, int]]:
    """Where a block speaks to a writing assistant, or one answers, in order of their kinds.

    Where asking for texts is the subject orders are left alone; what a machine says of itself is not. `among` are the
    kinds to look for: those whose clues the article holds.
    """
    for kind in (*ANSWERS, *(() if about.foreign else (GOOD_WISHES,))):
        if kind in among:
            yield from map(span, kind.met(plain_text))
    if about.prompts:
        return
    for kind in (
        *ORDERS,
        *(() if about.search else (FOR_SEARCH,)),
        *(() if about.foreign else (STYLE_IN_ENGLISH,)),
    ):
        if kind in among:
            yield from (span(one) for one in kind.met(plain_text) if not is_told(one))
    yield from tasks(plain_text, among)
