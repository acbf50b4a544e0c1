"""The title says its words once, in ordinary letters, and whole.

```html bad
<title>⟦Lac gelé : le lac, tout le lac⟧</title>
<h1>Le lac</h1>
```

```html bad
<title>⟦LE LAC EST GELÉ DEPUIS LUNDI⟧</title>
<h1>Le lac</h1>
```

```markdown bad
---
title: ⟦Le lac est gelé depuis…⟧
---

On y patine.
```

```html good
<title>Le lac de Joux est gelé : on y patine</title>
<h1>Le lac</h1>
```

Acronyms and question marks are no shouting:

```markdown good
---
title: La SNCF et la RATP en grève ?
---

Les trains sont rares.
```
"""

import unicodedata
from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit import french
from seo_audit.document import Document, Text
from seo_audit.french import same_word
from seo_audit.french.lemmas import bare
from seo_audit.french.phrases import is_function_word, words_of_meaning
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.references import GOOGLE_TITLES
from seo_audit.rule_support.templates import is_known
from seo_audit.source import Span

REPEATED = Fault(
    message=Message(
        fr="Le titre répète « {word} » {count} fois.",
        en="The title repeats “{word}” {count} times.",
    ),
    advice=Message(fr="Gardez ce mot une fois.", en="Keep that word once."),
)
CAPITALS = Fault(
    message=Message(fr="Le titre est tout en capitales.", en="The title is all in capitals."),
    advice=Message(
        fr="Écrivez-le en minuscules, avec une capitale au début et aux noms propres.",
        en="Write it in lower case, with capitals where they belong.",
    ),
)
UNDEFINED = Fault(
    message=Message(
        fr="Le titre contient « {word} », reste d’un gabarit.",
        en="The title holds “{word}”, left over from a template.",
    ),
    advice=Message(
        fr="Corrigez le gabarit ou la donnée qui manque.",
        en="Mend the template, or the datum that is missing.",
    ),
)
CUT = Fault(
    message=Message(
        fr="Le titre finit par des points de suspension : il semble coupé.",
        en="The title ends with an ellipsis: it looks cut.",
    ),
    advice=Message(fr="Écrivez-le en entier.", en="Write it whole."),
)

FEWEST_CAPITALS = 3
"""Words all in capitals that make a title shout; fewer may be acronyms."""

LEAST_END = 5
"""Letters of a last word that no title is cut behind: articles and prepositions mostly have fewer."""

_CERTAIN = 0.9
_LONGEST = 200
"""Characters of a title: what is longer is a list of words."""
MOST_WORDS = 100
"""Words of meaning compared with each other; what comes behind is not looked at."""

_UNDEFINED = regex(
    r"(?<!\w)(?:undefined|null|(?<!\b[dlLD]es )(?<!\b[dlLD]e )(?<!\b[Uu]n )NaN|\[object Object\]|Untitled|Sans titre)(?!\w)"
)
_BETWEEN = regex(r"[-_]")


class Options(Struct, frozen=True):
    times: Annotated[
        int,
        Basis(
            Message(
                fr="Google déconseille de répéter les mots d’un titre, sans chiffre ; trois fois est notre choix.",
                en="Google advises against repeated words in titles, without a figure; three times is our choice.",
            ),
            GOOGLE_TITLES,
            at_least=2,
        ),
    ] = 3


def applies(document: Document, _measures: Measures) -> bool:
    return is_known(document.metadata.title)


def check(document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    title = document.metadata.title
    assert title
    # « 𝐋𝐞 𝐥𝐚𝐜 » is drawn with letters of mathematics, which have no other case
    text, place = unicodedata.normalize("NFKC", title.value), title.span()
    # little words are known of French
    if not (measures.is_in_another_language or _is_foreign(text)):
        yield from _repeated(text, place, options.times)
    if _shouts(text):
        yield CAPITALS.at(place)
    if found := _UNDEFINED.search(text):
        yield UNDEFINED.at(place, word=found[0])
    if text.rstrip().endswith(("…", "...")) and _is_cut(document.metadata.slug, text):
        yield CUT.at(place)


def _is_foreign(title: str) -> bool:
    """Whether a title of some length is surely in another language, whatever stands below it."""
    if len(title) > _LONGEST:
        return False
    language, confidence = french.detect_language(title)
    return language != "fr" and confidence > _CERTAIN


FEWEST_CUT = 40
"""Characters of a title that a program shortens, at the fewest: « Il était une fois… » is whole."""


def _is_cut(slug: Text | None, title: str) -> bool:
    """Whether a title that ends with an ellipsis goes on elsewhere: it is long, a little word leads on, its address says more."""
    words = french.words(title)
    last_word = title[slice(*words[-1])].lower() if words else ""
    if len(title.strip()) >= FEWEST_CUT or (is_function_word(last_word) and last_word != "mais"):
        return not _ends_as(slug, title)
    said = bare(title.strip(" .…")).replace("'", " ").split()
    address = [] if slug is None else [one for one in _BETWEEN.split(slug.value.lower()) if one]
    last = len(said) - 1
    return (
        last > 0
        and len(address) > last
        and address[:last] == said[:last]
        and address[last].startswith(said[last])
        and address != said
    )


def _ends_as(slug: Text | None, title: str) -> bool:
    """Whether the address ends with the title's last word: « Enfin, presque… » is as its author wrote it.

    A title that was cut mostly ends within a word, or where a little word leads on.
    """
    words = french.words(title)
    if slug is None or len(words) < 2:
        return False
    last = bare(title[slice(*words[-1])])
    return len(last) >= LEAST_END and _BETWEEN.split(slug.value.lower())[-1] == last


def _repeated(text: str, place: Span | None, times: int) -> Iterator[Finding]:
    words = list(_words(text))
    for index, word in enumerate(words):
        if any(same_word(word, other) for other in words[:index]):
            continue
        count = sum(same_word(word, other) for other in words[index:])
        if count >= times:
            yield REPEATED.at(place, word=word, count=count)


def _words(text: str) -> Iterator[str]:
    """The words of meaning, those said in one breath once: « Girls girls girls » is what a song is called."""
    last, behind = "", 0
    for start, end in words_of_meaning(text)[:MOST_WORDS]:
        word = text[start:end]
        if text[behind:start].strip(" ,!-–") or word.lower() != last.lower():
            yield word
        last, behind = word, end


def _shouts(text: str) -> bool:
    words = [text[start:end] for start, end in french.words(text)]
    letters = [word for word in words if any(char.isalpha() for char in word)]
    return len(letters) >= FEWEST_CAPITALS and all(word == word.upper() for word in letters)


RULE = Rule(
    title=Message(fr="Répétitions dans le titre", en="Repetition in the title"),
    what=Message(
        fr="Signale un titre qui répète un mot, qui est tout en capitales, qui contient un reste de gabarit ou qui "
        "finit coupé.",
        en="Reports a title that repeats a word, is all in capitals, holds a left-over of a template, or ends cut.",
    ),
    why=Message(
        fr="Google déconseille les titres répétitifs ou incomplets, et les remplace alors souvent par un autre texte "
        "de la page.",
        en="Google advises against repetitive or half-empty titles, and then often shows another text of the page "
        "instead.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_TITLES,),
    options=Options,
    applies=applies,
    check=check,
)
