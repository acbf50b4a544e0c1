"""Enough sentences are tied to the others by a connector.

```html bad minimum_words=5
<p>Le vent souffle. La haie plie. Le chat dort. La lune est pleine.</p>
```

```text bad minimum_words=5 minimum=0.5
Il pleut. En effet, la haie est trempée. Le chat dort. La lune est pleine.
```

```html good minimum_words=5
<p>Le vent souffle. Pourtant, la haie tient. Le chat dort.</p>
```

A short text is not judged:

```markdown good
Le vent souffle. La haie plie. Le chat dort.
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message, distinct
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.front_pages import is_list
from seo_audit.rule_support.references import YOAST

FEW = Fault(
    message=Message(
        fr="{share:%} des phrases, hors des listes, ont un connecteur, moins que le minimum de {minimum:%}.",
        en="{share:%} of the sentences outside lists have a connector, under the minimum of {minimum:%}.",
    ),
    advice=Message(
        fr="Dites, là où le lien manque, s’il s’agit d’une cause, d’une suite, d’un contraste ou d’un exemple.",
        en="Where a link is missing, say whether it is a cause, a sequel, a contrast or an example.",
    ),
)


class Options(Struct, frozen=True):
    minimum: Annotated[
        float,
        Basis(
            Message(
                fr="Convention : 20 % des phrases, seuil bas de Yoast. Aucune preuve d’effet.",
                en="A convention: 20% of the sentences, Yoast’s lower step. No proof of effect.",
            ),
            YOAST,
            at_least=0,
            at_most=1,
        ),
    ] = 0.2
    minimum_words: Annotated[
        int,
        Basis(
            Message(fr="Deux cents mots, comme Yoast.", en="Two hundred words, as Yoast has it."),
            YOAST,
            at_least=1,
        ),
    ] = 200


def applies(document: Document, measures: Measures) -> bool:
    return measures.connector_share is not None and not is_list(document)


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    share = measures.connector_share
    assert share is not None
    words = sum(len(sentence.words) for sentence in measures.running_sentences)
    if words >= options.minimum_words and share < options.minimum:
        yield FEW.at(None, share=distinct(share, options.minimum), minimum=options.minimum)


RULE = Rule(
    title=Message(fr="Connecteurs", en="Connectors"),
    what=Message(
        fr="Compte, hors des listes et des citations, les phrases qui ont un connecteur (« en effet », « pourtant », « d’abord »…), et "
        "signale une part trop faible.",
        en="Counts, outside lists and quotations, the sentences that have a connector (« en effet », « pourtant », « d’abord »…), and "
        "reports too small a share.",
    ),
    why=Message(
        fr="Un connecteur dit comment une phrase suit de l’autre. Un texte clair s’en passe souvent : c’est une "
        "convention, sans preuve d’effet.",
        en="A connector says how one sentence follows from another. A clear text often does without: it is a "
        "convention, without proof of effect.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.FOLKLORE,
    references=(YOAST,),
    options=Options,
    applies=applies,
    check=check,
)
