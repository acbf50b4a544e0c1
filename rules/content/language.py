"""The article is in French, and so is each of its passages.

```html bad
<p>La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin.</p>
⟦<p>The water was gone for four years because its spring had moved to another bed, and nobody knew where.</p>⟧
<p>Un maçon à la retraite a trouvé la fuite en une matinée, sous le perron de la poste.</p>
```

```text bad
The fountain of the village is running again since Monday, and all the children play around it.

It had been dry for four years, because its spring had moved and nobody knew where the water went.
```

A quotation marked with its language is fine:

```html good
<p>La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin.</p>
<blockquote lang="en"><p>The water was gone for four years because its spring had moved to another bed.</p></blockquote>
```

Short passages are not judged:

```markdown good
La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin.

*Water is back!*
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Block, Document
from seo_audit.french.languages import tell_language
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.language_names import language_name
from seo_audit.rule_support.references import rgaa

NOT_FRENCH = Fault(
    message=Message(
        fr="L’article n’est pas en français : il est en {language}.",
        en="The article is not in French: it is in {language}.",
    ),
    advice=Message(
        fr="Traduisez-le, ou retirez cette règle pour les articles d’une autre langue.",
        en="Translate it, or switch this rule off for articles in another language.",
    ),
)
PASSAGE = Fault(
    message=Message(
        fr="Passage de {words} mots en {language}.",
        en="Passage of {words} words in {language}.",
    ),
    advice=Message(
        fr="Traduisez-le ; si c’est une citation, marquez sa langue par l’attribut lang.",
        en="Translate it; if it is a quotation, mark its language with the attribute lang.",
    ),
)
IN_MARKDOWN = Fault(
    message=PASSAGE.message,
    advice=Message(
        fr="Traduisez-le ; si c’est une citation, dites sa langue en HTML, autour d’elle : <div lang=…>.",
        en="Translate it; if it is a quotation, say its language in HTML, around it: <div lang=…>.",
    ),
)
IN_TEXT = Fault(
    message=PASSAGE.message,
    advice=Message(
        fr="Traduisez-le, ou supprimez-le s’il n’a rien à faire ici.",
        en="Translate it, or remove it if it has no business here.",
    ),
)
PASSAGES = {"html": PASSAGE, "markdown": IN_MARKDOWN, "text": IN_TEXT}
"""By format: plain text cannot mark a language."""

CERTAIN = 0.6
"""Confidence from which a passage is said to be in another language."""

MOST_CAPITALS = 0.6
"""Share of the words that begin with a capital, beyond which a passage lists names."""

LARGEST_SHARE = 0.5
"""Of the words: an article with more of them in another language is not in French."""


class Options(Struct, frozen=True):
    minimum_words: Annotated[
        int,
        Basis(
            Message(
                fr="Sous quinze mots, noms propres et titres trompent la reconnaissance.",
                en="Under fifteen words, names and titles mislead the detection.",
            ),
            at_least=5,
        ),
    ] = 15


def applies(_document: Document, measures: Measures) -> bool:
    brief = measures.target.brief
    if brief and brief.language not in (None, "fr"):
        return False  # the brief wants another language, and has a rule of its own
    return bool(measures.prose)


def check(document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    foreign: list[tuple[Block, int, str]] = []
    total = 0
    for number, block in measures.prose:
        words = len(measures.words_by_block[number])
        total += words
        if words < options.minimum_words or _is_marked(block):
            continue
        found, confidence = tell_language([measures.tallies[number]])
        if found in ("fr", "und") or confidence < CERTAIN or _is_list_of_names(block.text.value):
            continue
        foreign.append((block, words, found))
    count = sum(words for _, words, _ in foreign)
    if foreign and count > LARGEST_SHARE * total:
        if measures.target.brief and measures.target.brief.language:
            return  # brief-language says so
        code = measures.language if measures.language != "fr" else foreign[0][2]
        yield NOT_FRENCH.at(None, language=language_name(code))
        return
    for block, words, found in foreign:
        yield PASSAGES[document.format].at(
            block.span, Severity.WARNING, words=words, language=language_name(found)
        )


def _is_list_of_names(text: str) -> bool:
    """Whether most words begin with a capital: signatories, a cast; German has a third of them."""
    words = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) > MOST_CAPITALS * len(words)


def _is_marked(block: Block) -> bool:
    """Whether the article itself says that the block, or most of it, is in another language."""
    if block.language and not block.language.lower().startswith("fr"):
        return True
    marked = sum(mark.end - mark.start for mark in block.foreign)
    return 2 * marked > len(block.text.value)


RULE = Rule(
    title=Message(fr="Langue de l’article", en="Language of the article"),
    what=Message(
        fr="Reconnaît la langue de l’article et de chacun de ses passages de quinze mots ou plus.",
        en="Detects the language of the article and of each of its passages of fifteen words or more.",
    ),
    why=Message(
        fr="Un passage oublié dans une autre langue arrête le lecteur, et un lecteur d’écran le prononce à la française.",
        en="A passage left in another language stops readers, and a screen reader pronounces it as French.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.STANDARD,
    references=(rgaa("8.3"), rgaa("8.4")),
    options=Options,
    applies=applies,
    check=check,
)
