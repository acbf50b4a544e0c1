"""Dates are written so that machines read them, and agree.

```html bad
<head><meta property="article:published_time" content="⟦4 mai 2026⟧"></head>
<p>Elle coule.</p>
```

```html bad
<head><meta property="article:published_time" content="2026-05-04"><meta property="article:modified_time" content="⟦2026-05-01⟧"></head>
<p>Elle coule.</p>
```

```markdown bad
---
title: La fontaine
date: ⟦2031-05-04⟧
---

Elle coule.
```

```html bad
<head><meta property="article:published_time" content="2026-05-04"></head>
<article><h1>La fontaine</h1><p>⟦Publié le 12 mars 2024⟧</p><p>Elle coule de nouveau.</p></article>
```

```html good
<head><meta property="article:published_time" content="2026-05-04T08:00:00+02:00">
<meta property="article:modified_time" content="2026-05-04T09:30:00+02:00"></head>
<p>Elle coule.</p>
```

```markdown good
---
title: La fontaine
date: 2026-05-04 08:00
---

Elle coule.
```
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from seo_audit.document import BlockKind, Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.parsing.structured_data import ARTICLES, OTHERS, read
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.days import day_at_start
from seo_audit.rule_support.references import GOOGLE_DATES
from seo_audit.rule_support.templates import is_known, is_template
from seo_audit.source import Span

NOT_ISO = Fault(
    message=Message(
        fr="La date « {date} » n’est pas écrite selon ISO 8601.",
        en="The date “{date}” is not written in ISO 8601.",
    ),
    advice=Message(
        fr="Écrivez-la comme 2026-05-04 ou 2026-05-04T08:00:00+02:00.",
        en="Write it as 2026-05-04 or 2026-05-04T08:00:00+02:00.",
    ),
)
FUTURE = Fault(
    message=Message(
        fr="La date « {date} » est dans le futur.", en="The date “{date}” is in the future."
    ),
    advice=Message(
        fr="Corrigez-la : Google demande la date réelle de publication.",
        en="Mend it: Google asks for the actual date of publication.",
    ),
)
BEFORE = Fault(
    message=Message(
        fr="La date de modification, « {modified} », précède celle de publication, « {published} ».",
        en="The date of modification, “{modified}”, comes before that of publication, “{published}”.",
    ),
    advice=Message(fr="Corrigez l’une des deux.", en="Mend one of the two."),
)
APART = Fault(
    message=Message(
        fr="La date affichée, « {visible} », n’est pas celle des données, « {date} ».",
        en="The date shown, “{visible}”, is not that of the data, “{date}”.",
    ),
    advice=Message(
        fr="Donnez partout la même date : Google compare les deux.",
        en="Give the same date everywhere: Google compares them.",
    ),
)

_ISO = regex(
    r"(\d{4})(-?)(\d\d)\2(\d\d)(?:[T ](?:[01]?\d|2[0-4]):?[0-5]\d(?::?[0-6]\d(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d\d:?(?:\d\d)?|UTC)?)?\Z"
    r"|(\d{4})(?:-(\d\d))?\Z",
    re.IGNORECASE,
)
"""The extended format, the basic one (20260504), and what Ruby and PHP write of them."""

_SAID = regex(
    r"(?:(?<=^)|(?<=[\s|•·–—(-]))(?:(?:(?:article|billet|texte)\s)?(?:publiée?|mise? en ligne|postée?|posted|published)"
    r"\s(?:(?:le|on|sur|du)\s)?(?:: ?)?|(?:date\sde\s(?:publication|parution|mise en ligne)|publication\sdate)\s?:\s?(?:le\s)?)"
    r"|^le\s(?=\d\d?(?:er)?\s[a-zéû]{3,9}\s\d{4},?\spar\s(?-i:[A-ZÀ-ÖØ-Þ][\w’'-]{1,30}\s[A-ZÀ-ÖØ-Þ]))",
    re.IGNORECASE,
)
_ELSEWHERE = regex(r"(?<!\w)(?:dans|chez|in|sur)\s(?!le\s(?:site|blog))", re.IGNORECASE)
"""« Publié le 4 mai 2024 dans Le Canton »: another publication’s date."""
_IN_ANOTHER = regex(
    r"(?:[Pp]ar|[Bb]y)\s[^\d|•·]{2,60}?\s(?:publiée?|[Pp]ublished)\s(?:le|on)\s\d[^\n|•·]{3,20}\d{4}\s[A-ZÀ-ÖØ-Þ][^\d|•·]{1,60}\Z"
)
"""« Par Zoé Lambel, publié le 4 mai 2024, Le Canton »: what was translated appeared in a paper."""
_BYLINE = regex(
    r"(?:par|by)\s[^|•·–—\n]{2,60}?(?:,\s|\s?[|•·–—-]\s|\s)(?:le\s|on\s)?(?=\d)", re.IGNORECASE
)
"""« Par Zoé Lambel, le 4 mai 2024 »: the day follows."""
_TIME = regex(
    r"<(?:time\s[^<>]{0,300}|[a-z][a-z0-9]*\s[^<>]{0,200}?\bclass\s*=\s*[\"'](?:[\w-]{1,40}\s){0,5}"
    r"(?:(?:entry|post|article)-date|published|pubdate|date-publi\w*|posted-on)[\s\"'][^<>]{0,200})>",
    re.IGNORECASE,
)
"""What a page sets the date of an article in."""
_OTHER_TIME = regex(
    r"event|agenda|modif|updat|maj\b|mise?-|edited|reading|lecture|start|end\b", re.IGNORECASE
)
_UPDATED = regex(r"mis|modifi|actualis|révis|updat|edit|relu", re.IGNORECASE)
_FIGURES = regex(r"(\d\d?)([/.-])(\d\d?)\2(\d{4}|\d\d)(?!\d)")
_FIRST_BLOCKS = 8
"""Blocks among which the date under the title is looked for: title, summary, section, byline, image and caption."""
_LONGEST_LINE = 120
"""Characters of a line that says no more than when, and by whom."""


def applies(document: Document, _measures: Measures) -> bool:
    return any(True for _ in _dates(document))


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    days: dict[str, tuple[date, str, Span | None]] = {}
    for role, text, place in _dates(document):
        match = _ISO.match(text)
        if not match:
            # a front matter's date is read by its generator, whose own forms are its business
            if document.front_matter is None:
                yield NOT_ISO.at(place, date=text[:60])
            day = day_at_start(text) if document.front_matter else None
        else:
            day = _day(match)
            if day is None:
                yield NOT_ISO.at(place, date=text[:60])
        if day is None:
            continue
        # a day's margin: the article's clock may be ahead of ours
        if (day - measures.target.today).days > 1:
            yield FUTURE.at(place, date=text[:60])
        days.setdefault(role, (day, text, place))
    if "published" in days and "modified" in days:
        published, modified = days["published"], days["modified"]
        if (
            modified[0] < published[0]
            and not _follows(modified[1], published[1])
            and not (
                document.format == "html"
                and _PLANNED.search(modified[1])
                and _PLANNED.search(published[1])
            )
        ):
            yield BEFORE.at(modified[2], modified=modified[1][:60], published=published[1][:60])
    if "published" in days:
        yield from _shown(document, days)


_PLANNED = regex(r"T\d\d:\d\d:(?!00)\d\d")
"""Moments that a program took down: WordPress keeps when a post was last written at, though it appears weeks later."""


def _follows(later: str, earlier: str) -> bool:
    """Whether a moment is not before another: two clocks apart may name two days."""
    moment, before = _moment(later), _moment(earlier)
    return moment is not None and before is not None and moment >= before


def _moment(text: str) -> datetime | None:
    """What a text that tells hour and offset says."""
    try:
        said = datetime.fromisoformat(text)
    except ValueError:
        return None
    return said if said.tzinfo else None


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match[1] or match[5]), int(match[3] or match[6] or 1), int(match[4] or 1))
    except ValueError:
        return None


def _shown(document: Document, days: dict[str, tuple[date, str, Span | None]]) -> Iterator[Finding]:
    """The date on the page: what itemprop calls that of publication, else the one under the title."""
    known = [day for day, _, _ in days.values()]
    found = _marked(document, known) or list(islice(_written(document), 1))
    if not found:
        # a date that nothing calls that of publication may be a later one: an update’s, an event’s
        found = [one for one in islice(_unlabelled(document), 1) if one[0] < days["published"][0]]
    for day, shown, place in found:
        if not _is_near(day, known):
            yield APART.at(place, visible=shown[:60], date=days["published"][1][:60])


def _marked(document: Document, known: list[date]) -> list[tuple[date, str, Span | None]]:
    """What microdata call the day of publication; on a page of many articles, that of the one which is described."""
    by_item: dict[int, list[tuple[date, str, Span | None]]] = {}
    for one in document.head.properties if document.head else ():
        match = _ISO.match(one.value.value.strip())
        if one.key.lower() != "datepublished" or one.item_type in OTHERS or not match:
            continue
        if match[1] and (day := _day(match)):
            by_item.setdefault(one.item, []).append((day, one.value.value, one.span))
    first = next(iter(by_item.values()), [])
    agreeing = (
        item for item in by_item.values() if any(_is_near(day, known) for day, _, _ in item)
    )
    return next(agreeing, first)


def _is_near(day: date, known: list[date]) -> bool:
    """Whether a day is one of these, or beside one: clocks of two places may be apart."""
    return min(abs((day - other).days) for other in known) <= 1


def _written(document: Document) -> Iterator[tuple[date, str, Span | None]]:
    """What a line at the top of the article says: « Publié le 4 mai 2026 »."""
    lines = [
        (block.text.value, block.text.span())
        for block in document.blocks[:_FIRST_BLOCKS]
        if block.kind in _LINES
        and len(block.text.value) < _LONGEST_LINE
        and _SAID.match(block.text.value)
    ]
    lines += _beside(document)
    for text, place in sorted(lines, key=lambda line: line[1].start if line[1] else 0):
        said = _SAID.search(text)
        if not said or _ELSEWHERE.search(text, said.end()) or _IN_ANOTHER.match(text):
            continue
        if day := _day_in_french(text[said.end() :]):
            yield day, text[said.start() :].strip(), _from(document, said[0].split()[0], place)


_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


def _beside(document: Document) -> Iterator[tuple[str, Span | None]]:
    """The lines within the article that were left out of it as its date or byline."""
    if document.head is None or not document.blocks:
        return
    first, last = document.blocks[0].span.start, document.blocks[-1].span.end
    for part in document.furniture:
        if part.reason == "meta" and first <= part.span.start < last:
            yield part.text[:_LONGEST_LINE], part.span


def _unlabelled(document: Document) -> Iterator[tuple[date, str, Span | None]]:
    """A day in a `<time>` under the title, or behind a name: « Par Zoé Lambel, le 4 mai 2024 »."""
    for text, place in _beside(document):
        line = text.strip()
        if _UPDATED.search(line) or _IN_ANOTHER.match(line) or place is None:
            continue
        byline = _BYLINE.match(line)
        time = _TIME.search(document.source.text, max(place.start - 1, 0), place.end)
        if (time and _OTHER_TIME.search(time[0])) or _is_of_another(document, place):
            continue
        at = byline.end() if byline else 0
        if (byline or time) and (day := _day_in_french(line[at:])):
            yield day, line, _text_within(document.source.text, place)


def _is_of_another(document: Document, place: Span) -> bool:
    """Whether a line dates an answer, a review or a video of the page."""
    return any(
        one.item_type in OTHERS and place.start <= one.span.start < place.end
        for one in (document.head.properties if document.head else ())
    )


def _text_within(source: str, element: Span) -> Span:
    """The first text of an element, without the tags before it."""
    tags = _TAGS.match(source, element.start, element.end)
    start = tags.end() if tags else element.start
    end = source.find("<", start, element.end)
    return Span(start, end if end > start else element.end)


_TAGS = regex(r"(?:<[^<>]{0,2000}>|\s)*+")


def _from(document: Document, word: str, within: Span | None) -> Span | None:
    """The text that begins with a word, up to the next tag, in a part of the source."""
    if within is None:
        return None
    source = document.source.text
    start = source.find(word, within.start, within.end)
    end = source.find("<", start, within.end)
    return Span(start, end if end > 0 else within.end) if start >= 0 else within


def _day_in_french(text: str) -> date | None:
    """The day a text begins with, the day before the month where both are figures."""
    if not (figures := _FIGURES.match(text)):
        return day_at_start(text)
    year = int(figures[4]) + (2000 if len(figures[4]) == 2 else 0)
    try:
        return date(year, int(figures[3]), int(figures[1]))
    except ValueError:
        return None


def _dates(document: Document) -> Iterator[tuple[str, str, Span | None]]:
    """Each date the article declares: its role, its text, its place."""
    metadata = document.metadata
    for role, text in (("published", metadata.published), ("modified", metadata.modified)):
        if is_known(text) and text:
            yield role, text.value.strip(), text.span()
    things, _ = read(document)
    for thing in things:
        if thing.types & ARTICLES:
            for role, name in (("published", "datePublished"), ("modified", "dateModified")):
                if (said := thing.text(name)) and not is_template(said):
                    at = thing.script.value.find(said, thing.start, thing.end)
                    yield role, said, thing.script.span(at, at + len(said)) if at >= 0 else None


RULE = Rule(
    title=Message(fr="Dates", en="Dates"),
    what=Message(
        fr="Signale une date de publication ou de modification mal écrite, future ou contradictoire.",
        en="Reports a date of publication or modification that is ill written, in the future or contradictory.",
    ),
    why=Message(
        fr="Google affiche la date qu’il croit juste, d’après la page et ses données ; il demande qu’elles concordent.",
        en="Google shows the date it believes right, from the page and its data; it asks that they agree.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_DATES,),
    applies=applies,
    check=check,
)
