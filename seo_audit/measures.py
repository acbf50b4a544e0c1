"""What we compute from a document: each measure once, when somebody first asks.

One text path only: every figure of a report comes from the words and sentences found here.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from seo_audit import french
from seo_audit.analysis.dummy_text import is_dummy, may_be_dummy
from seo_audit.analysis.look_ups import Disk
from seo_audit.analysis.other_language import (
    declared_language,
    foreign_language,
    is_marked_foreign,
    language_of_folder,
)
from seo_audit.analysis.quotations import others, quotations_of, references_among
from seo_audit.analysis.readability import SHORTEST, Counts, kandel_moles, readability
from seo_audit.analysis.shown_text import is_blank
from seo_audit.brief.target import Target
from seo_audit.document import Block, BlockKind, Document
from seo_audit.french.expressions import find as find_forms
from seo_audit.french.expressions import vocabulary
from seo_audit.french.languages import Tally, in_other_letters, tally, tell_language
from seo_audit.french.word_lists import core, plain
from seo_audit.lazy import regex
from seo_audit.source import Span, merged, touches

if TYPE_CHECKING:
    from seo_audit.analysis.keyphrases import Candidate
    from seo_audit.analysis.passages import Passage
    from seo_audit.brief.outcome import FactCheck
    from seo_audit.brief.overlap import Overlap
    from seo_audit.brief.texts import BriefText
    from seo_audit.brief.vocabulary import Vocabulary
    from seo_audit.french.expressions import Expressions
    from seo_audit.french.phrases import Phrase

WORDS_A_MINUTE = 230
"""Silent reading of French prose: Brysbaert (2019) gives 214 words a minute for French, 238 for English; tools use 200–265."""

Finder = Callable[[str], list[tuple[int, int]]]
"""What finds places in a text: indices, in order."""

ENOUGH_IN_A_BLOCK = 15
"""Words of a block under which names and titles mislead whoever tells its language."""
ENOUGH_TO_TELL = 50
"""Words from which an article that does not say its language is told to be in another one: names mislead in fewer."""

PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
"""Blocks whose text is made of sentences."""

_SHORTEST_NAME = 3
"""Words from which a heading that the page's title holds is taken for the article's name."""
_SHORTEST_OPENING = 12
"""Words from which a paragraph is more than a label, whether it ends in a full stop or not."""
_DATED = regex(
    r"(?:publiée?|postée?|rédigée?|écrite?|mise?|modifiée?|actualisée?)(?: à jour| en ligne)? (?:le|par) (?:\d|1er|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|[\w-]+ le \d)"
)
"""« Publié le 12 janvier 2015 par Jeanne sous licence CC BY-SA. »: who and when, though it ends with a full stop."""
_LONGEST_TITLE = 1_000
"""Characters of a title that are looked at."""
_SEPARATORS = regex(r"(?:\A|\s)[|–—·•»›:-](?:\s|\Z)")
"""What stands between a title and the name of the site."""
_STOPS = (".", "!", "?", "…", ":", ";")
_CLOSING = ' \u00a0\u202f»”")]’'


class Sentence(Struct, frozen=True):
    """A sentence of a block: `start` and `end` are indices of the block's text, `words` too."""

    block: Block
    number: int
    """The block's number in the document."""
    start: int
    end: int
    words: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """The sentence as it reads."""
        return self.block.text.value[self.start : self.end]

    @property
    def span(self) -> Span | None:
        """Its place in the source."""
        return self.block.text.span(self.start, self.end)


class Graded(Struct, frozen=True):
    """A sentence with its counts (one sentence) and its readability."""

    sentence: Sentence
    counts: Counts
    readability: float


class Section(Struct, frozen=True):
    """What stands under one heading, up to the next heading of any level.

    The first section may have no heading: what comes before the first one, or after the h1.
    """

    heading: Block | None
    blocks: tuple[Block, ...]
    words: int
    """Words of its blocks, the heading's left out."""


class Occurrence(Struct, frozen=True):
    """A phrase found: indices in the block's text, and the number of its first word in the article."""

    block: Block
    number: int
    start: int
    end: int
    word: int

    @property
    def text(self) -> str:
        """What was found, as it stands there."""
        return self.block.text.value[self.start : self.end]

    @property
    def span(self) -> Span | None:
        """Its place in the source."""
        return self.block.text.span(self.start, self.end)


class Measures:
    """The measures of one document, for one target."""

    def __init__(
        self, document: Document, target: Target | None = None, disk: Disk | None = None
    ) -> None:
        self.document = document
        self.target = target or Target()
        self.disk = disk or Disk()
        """Where rules ask about files, so that a cached audit can be asked the same again."""
        self._marked: dict[int, list[Span]] = {}

    # -- blocks and words

    @cached_property
    def counted(self) -> tuple[tuple[int, Block], ...]:
        """The blocks whose words count, with their numbers: all but code."""
        return tuple(
            (number, block)
            for number, block in enumerate(self.document.blocks)
            if block.kind is not BlockKind.CODE
        )

    @cached_property
    def prose(self) -> tuple[tuple[int, Block], ...]:
        """The blocks made of sentences, with their numbers."""
        return tuple((number, block) for number, block in self.counted if block.kind in PROSE)

    @cached_property
    def words_by_block(self) -> Mapping[int, tuple[tuple[int, int], ...]]:
        """Words of each counted block: number of the block → indices in its text."""
        return {number: tuple(french.words(block.text.value)) for number, block in self.counted}

    @cached_property
    def plain_texts(self) -> Mapping[int, str]:
        """Text of each counted block as lists of expressions are compared (`word_lists.plain`)."""
        return {number: plain(block.text.value) for number, block in self.counted}

    @cached_property
    def plain_text(self) -> str:
        """All of them, a line each: to rule out at once what is nowhere in the article."""
        return "\n".join(self.plain_texts.values())

    @cached_property
    def plain_words(self) -> frozenset[str]:
        """Their words, as `expressions.vocabulary` cuts them, for the same use."""
        return vocabulary(self.plain_text)

    @cached_property
    def quotations(self) -> Mapping[int, list[Span]]:
        """Where each counted block quotes, between quotation marks: number → indices in its text."""
        return quotations_of(self.document.blocks, self.words_by_block, PROSE)

    @cached_property
    def first_words(self) -> Mapping[int, int]:
        """Number of each counted block → how many words of the article come before it."""
        before, total = {}, 0
        for number, words in self.words_by_block.items():
            before[number] = total
            total += len(words)
        return before

    @cached_property
    def word_count(self) -> int:
        """Words of the main content: headings, captions and table cells included, code not."""
        return sum(map(len, self.words_by_block.values()))

    @cached_property
    def character_count(self) -> int:
        """Characters of the main content, spaces included, blank lines between blocks not."""
        return sum(len(block.text.value) for _, block in self.counted)

    @cached_property
    def paragraph_count(self) -> int:
        """Paragraphs, those of quotations included, list items not."""
        return sum(block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) for _, block in self.prose)

    @cached_property
    def reading_minutes(self) -> float:
        """Minutes it takes to read the article silently, to a tenth."""
        return round(self.word_count / WORDS_A_MINUTE, 1)

    # -- sentences and readability

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences that hold a word, of paragraphs, list items and quotations, in order."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        for number, block in self.prose:
            words = self.words_by_block[number]
            index = 0
            for start, end in french.sentences(block.text.value):
                first = index
                while index < len(words) and words[index][0] < end:
                    index += 1
                if index > first:
                    yield Sentence(block, number, start, end, words[first:index])

    def is_own(self, sentence: Sentence) -> bool:
        """Whether a sentence is the author's, and no part of a quotation (`quotations.others` says which are).

        The author may leave out what others said, not rewrite it; an entry of a bibliography is as its style asks, and
        dummy text is still to be written, and what is in another language is not judged as French.
        """
        return (
            sentence.number not in self.references
            and sentence.number not in self.dummies
            and sentence.number not in self.foreign
            and (sentence.number, sentence.start) not in self._others
        )

    @cached_property
    def _others(self) -> frozenset[tuple[int, int]]:
        """Block and start of each sentence that is somebody else's."""
        found: set[tuple[int, int]] = set()
        for number, of_block in groupby(self.sentences, key=attrgetter("number")):
            block, quoted = self.document.blocks[number], self.quotations[number]
            if quoted or block.kind is BlockKind.QUOTE:
                sentences = list(of_block)
                words = [(one.words[0][0], one.words[-1][1]) for one in sentences]
                found.update((number, sentences[at].start) for at in others(block, quoted, words))
        return frozenset(found)

    @cached_property
    def own_sentences(self) -> tuple[Sentence, ...]:
        """The sentences that are the author's, in order (`is_own`)."""
        return tuple(filter(self.is_own, self.sentences))

    @cached_property
    def dummies(self) -> frozenset[int]:
        """Numbers of the blocks of prose that are dummy text (`dummy_text.is_dummy`)."""
        if not may_be_dummy(self.plain_words):
            return frozenset()
        return frozenset(
            number for number, _ in self.prose if is_dummy(vocabulary(self.plain_texts[number]))
        )

    @cached_property
    def references(self) -> frozenset[int]:
        """Numbers of the blocks of prose that are entries of a bibliography (`quotations.references_among`)."""
        return references_among([(number, block.text.value) for number, block in self.prose])

    @cached_property
    def sentence_words(self) -> int:
        """Words that stand in sentences: what Kandel and Moles's index divides."""
        return sum(len(sentence.words) for sentence in self.sentences)

    @cached_property
    def syllables(self) -> tuple[int, ...]:
        """Syllables of the words of each sentence, as spoken, in the order of `sentences`."""
        return tuple(map(_syllables, self.sentences))

    @cached_property
    def syllable_count(self) -> int:
        """Syllables of the words that stand in sentences, as spoken."""
        return sum(self.syllables)

    @cached_property
    def reading_ease(self) -> float | None:
        """Kandel and Moles's index of all sentences (`readability.kandel_moles`).

        None for an article without a sentence, or in another language (`other_language`).
        """
        if not self.sentences or self.other_language:
            return None
        return kandel_moles(Counts(self.sentence_words, len(self.sentences), self.syllable_count))

    @cached_property
    def running_counts(self) -> Counts | None:
        """What `readability` is made from: counts of the sentences outside lists and block quotations; None without any.

        Items of a list are no sentences to a reader, however they are cut: they would make a text
        look as easy as its lists are long. A block quotation is somebody else's text.
        """
        running = tuple(self._running)
        if not running:
            return None
        return Counts(
            sum(len(sentence.words) for sentence, _ in running),
            len(running),
            sum(syllables for _, syllables in running),
        )

    @cached_property
    def readability(self) -> float | None:
        """How easily the article reads, its lists and block quotations left out (`readability.readability`).

        None for an article without a sentence outside them, or in another language (`other_language`).
        """
        if self.running_counts is None or self.other_language:
            return None
        return readability(self.running_counts)

    @cached_property
    def graded_sentences(self) -> tuple[Graded, ...]:
        """The sentences outside lists and block quotations that are long enough to be graded by themselves, in order."""
        graded = (
            (sentence, Counts(len(sentence.words), 1, syllables))
            for sentence, syllables in self._running
            if len(sentence.words) >= SHORTEST
        )
        return tuple(Graded(sentence, counts, readability(counts)) for sentence, counts in graded)

    @property
    def _running(self) -> Iterator[tuple[Sentence, int]]:
        """Sentences outside lists and block quotations, with their syllables."""
        for sentence, syllables in zip(self.sentences, self.syllables, strict=True):
            if (
                sentence.block.kind is BlockKind.PARAGRAPH
                and sentence.number not in self.references
                and sentence.number not in self.dummies
            ):
                yield sentence, syllables

    def long_sentences(self, over: int) -> tuple[Sentence, ...]:
        """Sentences of the author's own of more than `over` words."""
        return tuple(sentence for sentence in self.own_sentences if len(sentence.words) > over)

    @cached_property
    def passives(self) -> tuple[tuple[Sentence, int, int], ...]:
        """Passive participles: their sentence, and their indices in the text of its block; what code says is shown."""
        return tuple(
            (sentence, start, end)
            for sentence, start, end in self._in_sentences(french.passives)
            if not any(code.start <= start and end <= code.end for code in sentence.block.code)
        )

    @cached_property
    def connectors(self) -> tuple[tuple[Sentence, int, int], ...]:
        """Connectors: their sentence, and their indices in the text of its block."""
        return tuple(self._in_sentences(french.find_connectors))

    def _in_sentences(self, find: Finder) -> Iterator[tuple[Sentence, int, int]]:
        sentences = iter(self.sentences)
        sentence = next(sentences, None)
        for number, block in self.prose:
            for start, end in find(block.text.value):
                while sentence and (sentence.number, sentence.end) <= (number, start):
                    sentence = next(sentences, None)
                if sentence and sentence.number == number and sentence.start <= start:
                    yield sentence, start, end

    @cached_property
    def passive_share(self) -> float | None:
        """Share (0–1) of the author's own sentences that hold a passive; None without any, or in another language."""
        return self._share(self.passives, self.own_sentences)

    @cached_property
    def connector_share(self) -> float | None:
        """Share (0–1) of the author's own sentences outside lists that hold a connector; None without any.

        Items of a list are tied by the list.
        """
        return self._share(self.connectors, self.running_sentences)

    @cached_property
    def running_sentences(self) -> tuple[Sentence, ...]:
        """The author's own sentences, those of lists left out."""
        return tuple(one for one in self.own_sentences if one.block.kind is not BlockKind.LIST_ITEM)

    def _share(
        self, found: tuple[tuple[Sentence, int, int], ...], among: tuple[Sentence, ...]
    ) -> float | None:
        if not among or self.other_language:
            return None
        places = {(sentence.number, sentence.start) for sentence, _, _ in found}
        return sum((one.number, one.start) in places for one in among) / len(among)

    # -- structure

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The article cut at each of its headings."""
        sections: list[Section] = []
        heading: Block | None = None
        blocks: list[Block] = []
        words = 0
        for number, block in enumerate(self.document.blocks):
            if block.kind is BlockKind.HEADING:
                if heading or blocks:
                    sections.append(Section(heading, tuple(blocks), words))
                heading, blocks, words = block, [], 0
            else:
                blocks.append(block)
                words += len(self.words_by_block.get(number, ()))
        if heading or blocks:
            sections.append(Section(heading, tuple(blocks), words))
        return tuple(sections)

    @cached_property
    def main_heading(self) -> Block | None:
        """The first heading of level 1."""
        return next((block for block in self.document.headings if block.level == 1), None)

    @cached_property
    def named_headings(self) -> tuple[Block, ...]:
        """Headings that hold text, or an image that is described: an empty one is no step of the outline."""
        return tuple(filter(self.is_named, self.document.headings))

    def is_named(self, heading: Block) -> bool:
        """Whether a heading holds text, has a label, or an image that is described."""
        if not is_blank(heading.text.value) or heading.label:
            return True
        first = bisect_left(self._described, heading.span.start)
        return first < len(self._described) and self._described[first] < heading.span.end

    @cached_property
    def _described(self) -> list[int]:
        """Where images with an alternative text stand, in order."""
        return sorted(
            image.span.start
            for image in self.document.images
            if (image.alt and image.alt.value.strip()) or image.label
        )

    @cached_property
    def headline(self) -> Block | None:
        """The heading that names the article: the h1, or the heading the page's title says where no h1 does.

        The h1 of some pages is the site's name, and some have none.
        """
        title = self.document.metadata.title
        told = plain(title.value[:_LONGEST_TITLE]) if title else ""
        main = self.main_heading
        # a short one may be the title whole, but for the site's name, where no h1 takes that place
        first = None if main else next(iter(self.document.headings), None)
        parts = {core(part) for part in _SEPARATORS.split(told)} if first else frozenset()

        def is_told(block: Block) -> bool:
            text = core(plain(block.text.value))
            named = text.count(" ") >= _SHORTEST_NAME - 1 and text in told
            return named or bool(text and block is first and text in parts)

        if main and is_told(main):
            return main
        return next(filter(is_told, self.document.headings), main)

    @cached_property
    def opening(self) -> tuple[tuple[int, Block], ...]:
        """The blocks of sentences from the headline to the first subheading after it, with their numbers.

        Labels are left out: a date, a byline, a section's name.
        """
        blocks = self.document.blocks
        start = 0
        if self.headline:
            start = next(n for n, block in enumerate(blocks) if block is self.headline) + 1
        subheadings = (
            number
            for number in range(start, len(blocks))
            if blocks[number].level > 1 and blocks[number].text
        )
        end = next(subheadings, len(blocks))
        return tuple(
            (number, block)
            for number, block in self.prose
            if start <= number < end and not self._is_label(number, block)
        )

    def _is_label(self, number: int, block: Block) -> bool:
        if block.kind is not BlockKind.PARAGRAPH:
            return False
        words = len(self.words_by_block[number])
        if words < 2 * _SHORTEST_OPENING and _DATED.match(self.plain_texts[number]):
            return True
        return words < _SHORTEST_OPENING and not block.text.value.rstrip(_CLOSING).endswith(_STOPS)

    @cached_property
    def subheadings(self) -> tuple[Block, ...]:
        """Headings of level 2 and below that hold text."""
        return tuple(block for block in self.document.headings if block.level > 1 and block.text)

    # -- language

    @cached_property
    def language(self) -> str:
        """Language of the main content: an ISO 639-1 code, or "und" when there is too little text."""
        return self.language_of(self.tallies)

    def language_of(self, numbers: Iterable[int]) -> str:
        """Language of these blocks; what a bibliography names is in any."""
        return tell_language([self.tallies[n] for n in numbers if n not in self.references])[0]

    @cached_property
    def foreign(self) -> frozenset[int]:
        """Numbers of the blocks of prose that are in another language: they say so, or their words do, where there are enough."""
        words = self.words_by_block
        return frozenset(
            number
            for number, block in self.prose
            if is_marked_foreign(block)
            or (
                len(words[number]) >= ENOUGH_IN_A_BLOCK
                and foreign_language(self.tallies[number], len(words[number]))
            )
        )

    @cached_property
    def other_language(self) -> str | None:
        """The language other than French that the article says it is in; None where it says none, or its text is French.

        Its own tag says so, or else the folder or file it stands in, where its text is in that language.
        """
        declared = declared_language(self.document)
        if declared is None:
            folder = language_of_folder(self.document)
            return folder if folder and self.language == folder else None
        return declared if declared not in ("fr", "fra", "fre") and self.language != "fr" else None

    @property
    def is_in_another_language(self) -> bool:
        """Whether rules of French say nothing of the article: it says so itself, or enough of its text does."""
        if self.other_language:
            return True
        if self.language == "und":
            return in_other_letters(self.tallies.values())
        return self.word_count >= ENOUGH_TO_TELL and self.language != "fr"

    @cached_property
    def tallies(self) -> Mapping[int, Tally]:
        """What the words of each block of prose say of its language: number of the block → tally."""
        return {number: tally(block.text.value) for number, block in self.prose}

    @cached_property
    def region(self) -> str:
        """The region whose typography holds: "fr-FR", "fr-CA" or "fr-CH", as `passages.region` tells."""
        from seo_audit.analysis.passages import region  # noqa: PLC0415  as below

        return region(self.document, self.target.region)

    @cached_property
    def passages(self) -> tuple["Passage", ...]:
        """What typography judges: the blocks in French, with code and addresses blotted out."""
        from seo_audit.analysis.passages import passages  # noqa: PLC0415  waits for a rule of typography

        return passages(self.document)

    # -- keyphrase

    @cached_property
    def keyphrase(self) -> "Phrase | None":
        """The declared keyphrase, ready to be looked for."""
        from seo_audit.french.phrases import Phrase  # noqa: PLC0415  its word lists wait for a keyphrase

        return Phrase(self.target.keyphrase) if self.target.keyphrase else None

    def find(self, phrase: "Phrase") -> tuple[Occurrence, ...]:
        """Occurrences of a phrase in the main content, in order."""
        return tuple(self._find(phrase))

    def _find(self, phrase: "Phrase") -> Iterator[Occurrence]:
        anchors = phrase.anchors(self.words_by_opening)
        if not anchors:
            return
        for number, block in self.counted:
            words = self.words_by_block[number]
            index = 0
            for start, end in phrase.find(block.text.value, words, anchors=anchors):
                while index < len(words) and words[index][1] <= start:
                    index += 1
                yield Occurrence(block, number, start, end, self.first_words[number] + index)

    def expressions(self, listed: "Expressions") -> Iterator[tuple[Occurrence, int]]:
        """Listed expressions that the author uses, in order, each with its number in the list.

        What is quoted, code, or marked as foreign is somebody else's.
        """
        likely = listed.among(self.plain_words)
        if not likely:
            return
        for number, block in self.counted:
            if block.kind is BlockKind.QUOTE:
                continue
            for start, end, which in find_forms(likely, self.plain_texts[number]):
                if not self.is_borrowed(number, start, end):
                    before = bisect_left(self.words_by_block[number], (start + 1,)) - 1
                    word = self.first_words[number] + max(before, 0)
                    yield Occurrence(block, number, start, end, word), which

    def is_borrowed(self, number: int, start: int, end: int) -> bool:
        """Whether a place in a counted block is quoted, code, or marked as foreign."""
        return self.is_marked(number, start, end) or touches(self.quotations[number], start, end)

    def is_marked(self, number: int, start: int, end: int) -> bool:
        """Whether a place in a block is code, or marked as foreign."""
        if number not in self._marked:
            block = self.document.blocks[number]
            marks = ((mark.start, mark.end) for mark in (*block.code, *block.foreign))
            self._marked[number] = merged(marks)
        return touches(self._marked[number], start, end)

    @cached_property
    def words_by_opening(self) -> Mapping[str, Collection[str]]:
        """The words of the counted blocks, told apart by how they begin (`phrases.by_opening`)."""
        from seo_audit.french.phrases import by_opening  # noqa: PLC0415  only for a keyphrase

        words: set[str] = set()
        for number, block in self.counted:
            text = block.text.value
            words.update([text[start:end] for start, end in self.words_by_block[number]])
        return by_opening(words)

    @cached_property
    def keyphrase_occurrences(self) -> tuple[Occurrence, ...]:
        """Occurrences of the keyphrase in the main content; empty when none is declared."""
        return self.find(self.keyphrase) if self.keyphrase else ()

    @cached_property
    def keyphrase_candidates(self) -> "tuple[Candidate, ...]":
        """Ten phrases the article could be about, best first; none of an article in another language."""
        if self.other_language:
            return ()
        from seo_audit.analysis.keyphrases import candidates  # noqa: PLC0415  only where none is declared

        title = self.document.metadata.title
        parts = [("title", title.value)] if title else []
        parts += [
            ("heading" if block.kind is BlockKind.HEADING else "text", block.text.value)
            for _, block in self.counted
        ]
        words = {block.text.value: self.words_by_block[number] for number, block in self.counted}
        return tuple(candidates(parts, words=words))

    @cached_property
    def keyphrase_density(self) -> float | None:
        """Per cent of the article's words: occurrences × words of meaning of the phrase ÷ words × 100.

        None without a keyphrase or without words.
        """
        if not self.keyphrase or not self.word_count:
            return None
        return 100 * len(self.keyphrase_occurrences) * len(self.keyphrase.wanted) / self.word_count

    # -- brief

    def mentions(self, phrase: str) -> bool:
        """Whether the main content holds a phrase in any form of its words, or a name in another spelling."""
        from seo_audit.brief.mentions import holds_name  # noqa: PLC0415  only with a brief
        from seo_audit.french.phrases import Phrase  # noqa: PLC0415  as above

        if self.find(Phrase(phrase)):
            return True
        return any(holds_name(phrase, block.text.value) for _, block in self.counted)

    @cached_property
    def facts(self) -> "FactCheck | None":
        """Facts beside those of the brief's source; None without one."""
        from seo_audit.brief import facts  # noqa: PLC0415  only with a brief

        source = self._source
        return facts.compare(self.document, source, self.target) if source else None

    @cached_property
    def overlap(self) -> "Overlap | None":
        """What is taken over from the brief's source; None without one."""
        from seo_audit.brief import overlap  # noqa: PLC0415  only with a brief

        source = self._source
        return overlap.compare(self.document, source) if source else None

    @cached_property
    def reference_vocabulary(self) -> "Vocabulary | None":
        """The vocabulary beside that of the brief's reference pages; None without any."""
        from seo_audit.brief import vocabulary  # noqa: PLC0415  only with a brief

        pages = self.target.brief.reference if self.target.brief else ()
        return vocabulary.compare(self.document, pages) if pages else None

    @property
    def _source(self) -> "BriefText | None":
        return self.target.brief.source if self.target.brief else None


def _syllables(sentence: Sentence) -> int:
    text = sentence.block.text.value
    return sum(map(french.syllables, [text[start:end] for start, end in sentence.words]))
