"""The vocabulary of pages that answer the same query, beside an article's.

Terms are runs of one to three words of meaning, with de, du, des, à, au, aux, en between them, compared
without their number and gender; whether the article has one is then asked in any form of its words. What at least half of the pages use and the article lacks is missing; what the article uses far more
than any page is overused. Terms weigh by how many pages use them and by how rare their words are in French
(`seo_audit.french.frequency`), so that everyday words stay out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice
from statistics import fmean

from msgspec import Struct

from seo_audit import french
from seo_audit.brief.texts import BriefText
from seo_audit.document import BlockKind, Document
from seo_audit.errors import SourceError
from seo_audit.french.frequency import log_frequency
from seo_audit.french.lemmas import fold, is_infinitive, lemma, number_and_gender
from seo_audit.french.numbers import number_words
from seo_audit.french.phrases import Phrase, function_section
from seo_audit.french.word_lists import WORDS_KEPT, sections
from seo_audit.lazy import regex

LONGEST = 3
"""Words of meaning in a term."""

SHARED = 0.5
"""Share of the pages that use what counts as their common vocabulary."""

FEWEST_PAGES = 2
"""Pages a term must stand on, whatever their share."""

COMMON = 5.3
"""Logarithm of the occurrences in a thousand million words from which a word alone says nothing of a subject."""

UNLISTED = 3.2
"""The same for a word the list lacks: rarer than its rarest."""

OVERUSE = 3.0
"""Times the pages' mean rate an overused term is used at; it is above their highest rate, too."""

FEWEST_USES = 5
"""Uses in the article from which a term may be overused."""

KEPT = 40
"""Terms kept of each kind, best first."""

QUESTIONS = 12
"""Headings and questions of a page kept, each."""

_LINKS = frozenset(("de", "du", "des", "d", "à", "au", "aux", "en"))
_ARTICLES = frozenset(("la", "le", "les", "l"))
_BETWEEN = frozenset((" ", "\u00a0", "\u202f", "-", "\n"))
_ELISION = regex(r"(?:[ldjmtsnc]|(?:jus|lors|puis|quoi)?qu)['’ʼ](?=\w)", re.IGNORECASE)


class Term(Struct, frozen=True):
    """A term as it is met in most: how many pages use it, and how often the article and the pages do.

    `uses` are the article's; rates are per thousand words, the pages' as mean and highest.
    """

    text: str
    pages: int
    uses: int
    rate: float
    mean_rate: float
    highest_rate: float
    weight: float


class Page(Struct, frozen=True):
    """What the table of pages shows of one: its name, length, headings and questions."""

    name: str
    title: str
    words: int
    headings: tuple[str, ...]
    questions: tuple[str, ...]
    heading_count: int


class Vocabulary(Struct, frozen=True):
    """An article beside its reference pages; `unread` are those that could not be read."""

    pages: tuple[Page, ...] = ()
    missing: tuple[Term, ...] = ()
    overused: tuple[Term, ...] = ()
    unread: tuple[str, ...] = ()


class _Terms(Struct, frozen=True):
    """The terms of a text: how often each is used, and the form it has first."""

    words: int
    uses: Mapping[str, int]
    forms: Mapping[str, str]


def compare(document: Document, texts: Sequence[BriefText]) -> Vocabulary:
    """The article's vocabulary beside that of the pages."""
    read: list[tuple[Page, _Terms]] = []
    unread = []
    for text in texts:
        try:
            read.append(_page(text))
        except SourceError:
            unread.append(text.name)
    own = _terms(document)
    terms = _shared([terms for _, terms in read], own)
    least = max(FEWEST_PAGES, SHARED * len(read))
    candidates = (term for key, term in terms if term.pages >= least and key not in own.uses)
    missing = islice((term for term in candidates if not _is_in(document, term)), KEPT)
    overused = [
        (key, term)
        for key, term in terms
        if term.uses >= FEWEST_USES
        and term.rate > OVERUSE * term.mean_rate
        and term.rate > term.highest_rate
    ]
    overused = [
        (key, term)
        for key, term in overused
        # « chaleur » where all of its uses are in « pompe à chaleur »
        if not any(
            f" {key} " in f" {other} " and key != other and one.uses >= term.uses
            for other, one in overused
        )
    ]
    overused.sort(key=lambda pair: -pair[1].rate / pair[1].mean_rate)
    return Vocabulary(
        tuple(page for page, _ in read),
        tuple(missing),
        tuple(term for _, term in overused[:KEPT]),
        tuple(unread),
    )


def _is_in(document: Document, term: Term) -> bool:
    phrase = Phrase(term.text)
    return any(
        phrase.find(block.text.value)
        for block in document.blocks
        if block.kind is not BlockKind.CODE
    )


def _shared(pages: Sequence[_Terms], own: _Terms) -> list[tuple[str, Term]]:
    """The terms several pages use, those that say most of the subject first."""
    count = Counter(key for page in pages for key in page.uses)
    kept = {key: number for key, number in count.items() if number >= FEWEST_PAGES}
    found = []
    for key, number in kept.items():
        form = _form(key, pages)
        rarity = _rarity(key, form)
        if rarity <= 0:
            continue
        rates = [1000 * page.uses.get(key, 0) / page.words for page in pages if page.words]
        uses = own.uses.get(key, 0)
        size = key.count(" ") + 1
        found.append(
            (
                key,
                Term(
                    form,
                    number,
                    uses,
                    1000 * uses / own.words if own.words else 0.0,
                    fmean(rates),
                    max(rates),
                    # a phrase says more than its words
                    number
                    / len(pages)
                    * rarity
                    * (1 + 0.3 * (size - 1))
                    * min(fmean(rates), 8) ** 0.5,
                ),
            )
        )
    found.sort(key=lambda pair: (-pair[1].weight, pair[0]))
    return list(_without_parts(found))


def _without_parts(terms: Sequence[tuple[str, Term]]) -> Iterator[tuple[str, Term]]:
    """Terms but for those that stand on no more pages than a longer one which holds them."""
    longer: dict[str, int] = {}
    for key, term in terms:
        words = key.split(" ")
        for size in range(1, len(words)):
            for start in range(len(words) - size + 1):
                part = " ".join(words[start : start + size])
                longer[part] = max(longer.get(part, 0), term.pages)
    for key, term in terms:
        # a part that the article has by itself may be overused by itself
        if term.uses or longer.get(key, 0) < term.pages:
            yield key, term


def _form(key: str, pages: Sequence[_Terms]) -> str:
    forms = Counter(page.forms[key] for page in pages if key in page.forms)
    return min(forms, key=lambda form: (-forms[form], len(form), form))


@lru_cache(maxsize=WORDS_KEPT)
def _rarity(key: str, form: str) -> float:
    """How much a term says of a subject: 0 for everyday words, and for verbs, which say what any subject does."""
    words = key.split(" ")
    # « allons » is rarer than « aller », « doit » more frequent than « devoir »
    if len(words) == 1:
        rarity = min(_rarity_of(key), _rarity_of(form))
        says_nothing = key in _vague() or key.endswith("mment") or rarity <= RAREST - COMMON
        return 0.0 if says_nothing or _is_verb(form) else rarity
    rarities = [_rarity_of(word) for word in words]
    if max(rarities) <= RAREST - COMMON or all(word in _vague() for word in words):
        return 0.0
    return 0.0 if any(map(_is_verb, words)) else fmean(rarities)


@lru_cache(maxsize=WORDS_KEPT)
def _is_verb(word: str) -> bool:
    """Whether a word is read as a form of a verb first: « tourne », « créer »; not « pompe »."""
    infinitive = lemma(word)
    return infinitive.endswith(_INFINITIVE) and is_infinitive(infinitive)


_INFINITIVE = ("er", "ir", "re")
RAREST = 8.0
"""Above the logarithm of the most frequent word."""


def _rarity_of(word: str) -> float:
    found = log_frequency(word)
    return RAREST - (UNLISTED if found is None else found)


@cache
def _vague() -> frozenset[str]:
    """Lemmas of words too general for a subject, months and numbers."""
    words: list[str] = list(number_words())
    listed = sections("seo_audit.french", "vague_words.txt")
    for name in ("vague", "time", "verbs"):
        words += " ".join(listed[name]).split()
    return frozenset(_key(word)[0] for word in words)


# -- reading a text


@lru_cache(maxsize=256)
def _page(text: BriefText) -> tuple[Page, _Terms]:
    document = text.document()
    terms = _terms(document)
    return _described(document, text.name, terms.words), terms


def _described(document: Document, name: str, words: int) -> Page:
    headings = [
        block.text.value for block in document.headings if block.level > 1 and block.text.value
    ]
    questions = [text for text in headings if text.rstrip().endswith("?")]
    for block in document.blocks:
        if block.kind is BlockKind.HEADING or "?" not in block.text.value:
            continue
        text = block.text.value
        questions += [
            text[start:end]
            for start, end in french.sentences(text)
            if text[start:end].rstrip(" »”\u00a0\u202f").endswith("?")
        ]
    title = document.metadata.title
    main = next((block.text for block in document.headings if block.level == 1), title)
    return Page(
        name,
        main.value[:160] if main else "",
        words,
        tuple(text[:160] for text in headings[:QUESTIONS]),
        tuple(text[:160] for text in questions[:QUESTIONS]),
        len(headings),
    )


def _terms(document: Document) -> _Terms:
    uses: Counter[str] = Counter()
    forms: dict[str, str] = {}
    count = 0
    for block in document.blocks:
        if block.kind is BlockKind.CODE:
            continue
        text = block.text.value
        words = french.words(text)
        count += len(words)
        for key, start, end in _of_block(text, words):
            uses[key] += 1
            if key not in forms:
                forms[key] = text[start:end].lower()
    return _Terms(count, uses, forms)


def _of_block(text: str, words: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    """The terms of a text: key, place."""
    tokens = list(_tokens(text, words))
    for first, (key, start, end, kind, _) in enumerate(tokens):
        if kind != "W":
            continue
        parts = [key]
        yield key, start, end
        link = False
        for other, _, last, sort, joined in tokens[first + 1 : first + REACH]:
            if not joined or len(parts) == LONGEST:
                break
            if sort == "W":
                parts.append(other)
                yield " ".join(parts), start, last
                link = False
            elif sort == "L" and not link:
                link = True
            elif not (sort == "A" and link):
                break


REACH = 3 * LONGEST
"""Words looked at from the first of a term: each may have a link and an article before it."""


def _tokens(
    text: str, words: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, int, int, str, bool]]:
    """Words with their key, place and kind (W of meaning, L a link, A an article, else F), and whether they join the one before."""
    last = 0
    for begin, end in words:
        joined = begin - last == 1 and text[last] in _BETWEEN
        start = begin
        elided = _ELISION.match(text, begin, end) if end - begin > 2 else None
        if elided:
            start = elided.end()
            letter = elided[0][:-1].lower()
            kind = "L" if letter == "d" else "A" if letter == "l" else "F"
            yield letter, begin, start, kind, joined
            joined = True
        key, kind = _key(text[start:end])
        yield key, start, end, kind, joined
        last = end


@lru_cache(maxsize=WORDS_KEPT)
def _key(word: str) -> tuple[str, str]:
    folded = fold(word)
    if folded in _LINKS:
        return folded, "L"
    if folded in _ARTICLES:
        return folded, "A"
    if len(folded) < 2 or not folded[0].isalpha() or len(folded) > 40 or function_section(folded):
        return folded, "F"
    keys = number_and_gender(folded)
    return min(keys, key=lambda key: (len(key), key), default=folded), "W"
