"""The keyphrase does not come again and again within a few words.

```html bad @keyphrase="fontaine"
<h1>Le village en fête</h1>
<p>La ⟦fontaine coule. Une fontaine chante. Cette fontaine plaît, car la fontaine⟧ est belle.</p>
```

```markdown bad @keyphrase="pompe à chaleur"
Notre ⟦pompe à chaleur est la meilleure pompe à chaleur. Une pompe à chaleur vaut mieux que deux. Achetez
votre pompe à chaleur⟧ ici.
```

```html good @keyphrase="fontaine"
<h1>Le village en fête</h1>
<p>La fontaine coule. Elle chante. Elle plaît, car elle est belle.</p>
```

```text good @keyphrase="fontaine" window=4
La fontaine coule. Une fontaine chante. Cette fontaine plaît. Quelle fontaine !
```
"""

from collections.abc import Iterator, Sequence
from typing import Annotated

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.document import BlockKind, Document
from seo_audit.measures import Measures, Occurrence
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.references import GOOGLE_SPAM
from seo_audit.source import Span

STUFFED = Fault(
    message=Message(
        fr="« {keyphrase} » revient {count} fois en {words} mots.",
        en="“{keyphrase}” comes {count} times within {words} words.",
    ),
    advice=Message(
        fr="Gardez-la où elle sert ; ailleurs, un pronom ou un autre mot se lit mieux.",
        en="Keep it where it serves; elsewhere a pronoun or another word reads better.",
    ),
)


class Options(Struct, frozen=True):
    occurrences: Annotated[
        int,
        Basis(
            Message(
                fr="Quatre fois en soixante mots, soit toutes les deux lignes : choix de l’outil, Google ne donne "
                "pas de chiffre.",
                en="Four times in sixty words, that is every other line: our choice, Google gives no figure.",
            ),
            GOOGLE_SPAM,
            at_least=2,
        ),
    ] = 4
    window: Annotated[
        int,
        Basis(
            Message(
                fr="Soixante mots : un paragraphe de trois ou quatre phrases.",
                en="Sixty words: a paragraph of three or four sentences.",
            ),
            GOOGLE_SPAM,
            at_least=2,
        ),
    ] = 60


def applies(_document: Document, measures: Measures) -> bool:
    return measures.keyphrase is not None and measures.word_count > 0


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    assert measures.keyphrase
    # headings name their part: a keyphrase there is no repetition a reader stumbles on
    found = [
        one for one in measures.keyphrase_occurrences if one.block.kind is not BlockKind.HEADING
    ]
    for cluster in _clusters(found, options):
        first, last = cluster[0].span, cluster[-1].span
        if first is None or last is None:
            continue
        place = Span(first.start, last.end) if cluster[0].number == cluster[-1].number else first
        finding = STUFFED.at(
            place,
            keyphrase=measures.keyphrase.text,
            count=len(cluster),
            words=cluster[-1].word - cluster[0].word + len(measures.keyphrase.wanted),
        )
        yield replace(finding, related=tuple(one.span for one in cluster[1:] if one.span))


def _clusters(found: Sequence[Occurrence], options: Options) -> Iterator[Sequence[Occurrence]]:
    """Runs of occurrences in which each belongs to a window that holds too many."""
    step = options.occurrences - 1
    start = end = -1
    for index in range(len(found) - step):
        if found[index + step].word - found[index].word < options.window:
            if index > end:
                if end >= 0:
                    yield found[start : end + 1]
                start = index
            end = index + step
    if end >= 0:
        yield found[start : end + 1]


RULE = Rule(
    title=Message(fr="Bourrage de l’expression clé", en="Keyphrase stuffing"),
    what=Message(
        fr="Signale un passage où l’expression clé revient trop souvent en peu de mots.",
        en="Reports a passage in which the keyphrase comes too often within few words.",
    ),
    why=Message(
        fr="Google range le bourrage de mots clés parmi les pratiques abusives ; surtout, un tel passage sonne faux.",
        en="Google lists keyword stuffing among spam practices; above all, such a passage rings false.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_SPAM,),
    options=Options,
    applies=applies,
    check=check,
    over_optimisation=True,
)
