"""The title and the main heading speak of the same thing.

```html bad
<title>⟦Accueil du blog⟧</title>
<h1>Une fontaine retrouve son eau</h1>
<p>Elle coule de nouveau.</p>
```

```markdown bad
---
title: ⟦Chronique d’août⟧
---

# Une fontaine retrouve son eau

Elle coule de nouveau.
```

```html good
<title>Fontaines : l’eau revient au village</title>
<h1>La fontaine du village coule de nouveau</h1>
<p>Elle était à sec.</p>
```

```markdown good
---
title: La fontaine du village
---

Elle coule de nouveau.
```
"""

from collections.abc import Iterator
from itertools import pairwise

from seo_audit.document import Document
from seo_audit.french import same_word
from seo_audit.french.phrases import words_of_meaning
from seo_audit.french.word_lists import plain
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.front_pages import is_home, is_list
from seo_audit.rule_support.references import GOOGLE_TITLES
from seo_audit.rule_support.templates import is_known

APART = Fault(
    message=Message(
        fr="Le titre de la page, « {title} », ne partage aucun mot de sens avec le titre principal, « {heading} ».",
        en="The page’s title, “{title}”, shares no word of meaning with the main heading, “{heading}”.",
    ),
    advice=Message(
        fr="Faites-leur dire la même chose : Google affiche parfois l’un à la place de l’autre.",
        en="Make them say the same: Google sometimes shows one in place of the other.",
    ),
)


def applies(document: Document, measures: Measures) -> bool:
    title, heading = document.metadata.title, measures.main_heading
    is_first = bool(document.blocks) and heading is document.blocks[0]
    if heading and document.front_matter:
        several = sum(block.level == 1 for block in document.headings) > 1
        if not is_first or several or document.source.is_book:
            return False  # the title is the main heading; this one begins a part of the article
        if is_list(document) or is_home(document):
            return False  # « Accueil » under the site's name
    return bool(
        is_known(title) and title and heading and _words(title.value) and _words(heading.text.value)
    )


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    title, heading = document.metadata.title, measures.main_heading
    assert title
    assert heading
    others = _words(heading.text.value)
    if not (
        any(_is_akin(word, other) for word in _words(title.value) for other in others)
        or _abbreviates(title.value, heading.text.value)
        or _abbreviates(heading.text.value, title.value)
    ):
        yield APART.at(
            title.span(),
            title=shorten(" ".join(title.value.split())),
            heading=shorten(" ".join(heading.text.value.split())),
        )


_JOINTS = regex(r"[-/]")
_SHARED = 6
"""Letters by which words are of one family: « Contact », « Contactez-nous »; « réserver », « réservation »."""
_STEM = 5
"""Letters of a verb and of what it does: « estimer », « estimation »."""
_VERB = regex(r"(?:er|ez|ir|re)\Z")


def _is_akin(word: str, other: str) -> bool:
    first, second = plain(word), plain(other)
    shared = _STEM if _VERB.search(first) or _VERB.search(second) else _SHARED
    is_family = len(first) >= shared and first[:shared] == second[:shared]
    return is_family or same_word(word, other)


_ACRONYM = regex(r"(?<!\w)[A-ZÀ-Þ]{3,10}(?!\w)")
_BOUNDS = regex(r"[\W_]+")


def _abbreviates(text: str, other: str) -> bool:
    """Whether one of a text's words in capitals is made of the first letters of the other: « CGU », « Conditions générales d’utilisation »."""
    every = "".join(word[0] for word in _BOUNDS.split(plain(other)) if word)
    of_meaning = "".join(plain(other[start:end])[:1] for start, end in words_of_meaning(other))
    return any(plain(found) in (every + " " + of_meaning) for found in _ACRONYM.findall(text))


def _words(text: str) -> list[str]:
    words = [text[start:end] for start, end in words_of_meaning(text)][:30]
    # « France-Italie », « fer/cuivre » are « France », « fer », too
    parts = [part for word in words for part in _JOINTS.split(word) if 1 < len(part) < len(word)]
    # and « Pink Bombs » is « PinkBombs »
    pairs = [first + second for first, second in pairwise(words)]
    return words + parts + pairs


RULE = Rule(
    title=Message(fr="Accord du titre et du h1", en="Title and main heading"),
    what=Message(
        fr="Signale un titre de page qui n’a aucun mot de sens en commun avec le titre principal.",
        en="Reports a page title that has no word of meaning in common with the main heading.",
    ),
    why=Message(
        fr="Le lecteur qui a cliqué sur l’un doit retrouver l’autre. Google se sert des deux pour composer le lien "
        "du résultat ; l’effet sur le classement n’est pas établi.",
        en="Readers who clicked the one should find the other. Google uses both to compose the result’s link; an "
        "effect on ranking is not established.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.GOOGLE,
    weight=1,
    references=(GOOGLE_TITLES,),
    applies=applies,
    check=check,
)
