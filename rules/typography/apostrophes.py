"""Apostrophes are curved, all of them or none.

```html bad
<p>⟦L'eau⟧ coule : c'est l'été, qu'on se le dise.</p>
```

```html fixed
<p>L’eau coule : c’est l’été, qu’on se le dise.</p>
```

Markdown is left to its generator, unless one asks:

```markdown bad markdown=true
⟦L'eau⟧ coule aujourd'hui.
```

```html good
<p>L’eau coule : c’est l’été. Elle est à 5' d’ici, pour 70'000 francs ; <code>l'code</code>.</p>
```

```text good
L’eau coule aujourd’hui, dit-on à la fontaine.
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.analysis.passages import Passage
from seo_audit.document import Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.edits import Change
from seo_audit.rule_support.references import IMPRIMERIE
from seo_audit.rule_support.typography import Hit, applies, grouped, met

STRAIGHT = Fault(
    message=Message(
        fr="{count:# apostrophe droite|# apostrophes droites} dans {passages:# paragraphe|# paragraphes}"
        "{count: :|, par exemple dans} « {example} » (et {curved:# courbe|# courbes} dans l’article).",
        en="{count:# straight apostrophe|# straight apostrophes} in {passages:# paragraph|# paragraphs}"
        "{count::|, for example in} “{example}” (and {curved:# curved one|# curved ones} in the article).",
    ),
    advice=Message(
        fr="{count:Remplacez-la|Remplacez-les} par l’apostrophe typographique (’), ou laissez votre outil de publication le faire.",
        en="Replace {count:it by a typographic apostrophe|them by typographic apostrophes} (’), or let your publishing tool do so.",
    ),
)
OTHER_SIGN = Fault(
    message=Message(
        fr="{count:# autre signe|# autres signes} à la place d’une apostrophe, dans {passages:# paragraphe|# paragraphes}"
        "{count: :|, par exemple dans} « {example} » (et {curved:# apostrophe courbe|# apostrophes courbes} dans l’article).",
        en="{count:# other sign|# other signs} instead of an apostrophe, in {passages:# paragraph|# paragraphs}"
        "{count::|, for example in} “{example}” (and {curved:# curved apostrophe|# curved apostrophes} in the article).",
    ),
    advice=STRAIGHT.advice,
)


class Options(Struct, frozen=True):
    markdown: Annotated[
        bool,
        Basis(
            Message(
                fr="La plupart des générateurs (Hugo, Jekyll, Pandoc…) courbent les apostrophes de Markdown en le "
                "publiant.",
                en="Most generators (Hugo, Jekyll, Pandoc…) curve Markdown’s apostrophes when they publish it.",
            ),
        ),
    ] = False


_SIGNS = "'´‘"
_STRAIGHT = regex(rf"[{_SIGNS}](?<=[^\W\d_].)(?=[^\W\d_]|[«“\"])")
_LETTERS = regex(rf"[^\W_]{{0,30}}[{_SIGNS}][^\W_]{{0,30}}")
_LONGEST = 30


def wanted(document: Document, options: Options) -> bool:
    return options.markdown or document.format != "markdown"


def check(_document: Document, measures: Measures, _options: Options) -> Iterator[Finding]:
    # a habit of the keyboard: one finding says it all
    found = met(measures.passages, _find)
    curved = sum(passage.text.count("’") for passage in measures.passages) if found else 0
    for fault in (STRAIGHT, OTHER_SIGN):
        yield from grouped(fault, found.get(fault, ()), shown=0, curved=curved)


def _find(passage: Passage) -> Iterator[tuple[Fault, Hit]]:
    text = passage.text
    if not any(sign in text for sign in _SIGNS):
        return
    for match in _STRAIGHT.finditer(text):
        start = match.start()
        while start and match.start() - start < _LONGEST and text[start - 1].isalnum():
            start -= 1
        word = _LETTERS.match(text, start)
        curved = Change(*match.span(), "’")
        fault = STRAIGHT if match[0] == "'" else OTHER_SIGN
        yield fault, Hit(passage, start, word.end() if word else match.end(), changes=(curved,))


RULE = Rule(
    title=Message(fr="Apostrophes", en="Apostrophes"),
    what=Message(
        fr="Compte les apostrophes droites du clavier, un seul constat pour tout l’article, et les autres signes (‘, ´) qui en "
        "tiennent lieu.",
        en="Counts the keyboard’s straight apostrophes, one finding for the whole article, and other signs (‘, ´) that stand "
        "for them.",
    ),
    why=Message(
        fr="L’apostrophe courbe est celle de l’imprimé ; le mélange des deux montre un collage. Google et les "
        "lecteurs d’écran lisent l’une comme l’autre.",
        en="The curved apostrophe is that of print; a mixture of both betrays pasting. Google and screen "
        "readers read one as well as the other.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(IMPRIMERIE,),
    options=Options,
    applies=applies,
    wanted=wanted,
    check=check,
)
