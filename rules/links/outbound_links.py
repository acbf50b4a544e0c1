"""The article links to its sources elsewhere.

```html bad minimum_words=5
<p>La fontaine du village coule de nouveau.</p>
```

```markdown bad minimum_words=5
La fontaine du village coule de nouveau, dit [la mairie](/mairie).
```

```html good minimum_words=5
<p>Voyez aussi <a href="https://exemple.fr/">le lavoir</a> voisin.</p>
```

```markdown good minimum_words=5
Voyez aussi [le lavoir](https://exemple.fr/) voisin.
```

A short article is not judged:

```html good
<p>La fontaine coule.</p>
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.addresses import Destination, destination, own_hosts
from seo_audit.rule_support.front_pages import is_list
from seo_audit.rule_support.references import GOOGLE_LINKS, YOAST

NONE = Fault(
    message=Message(
        fr="Aucun lien vers une page d’un autre site dans les {words} mots de l’article.",
        en="No link to a page of another site in the {words} words of the article.",
    ),
    advice=Message(
        fr="Ajoutez un lien vers ses sources là où il sert le lecteur.",
        en="Add a link to its sources where it serves the reader.",
    ),
)


class Options(Struct, frozen=True):
    minimum_words: Annotated[
        int,
        Basis(
            Message(
                fr="Trois cents mots : un article plus court peut s’en passer. Convention des outils.",
                en="Three hundred words: a shorter article can do without. A convention of the tools.",
            ),
            YOAST,
            at_least=1,
        ),
    ] = 300


def applies(document: Document, measures: Measures) -> bool:
    return document.format != "text" and not is_list(document) and measures.word_count > 0


def check(document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    if measures.word_count < options.minimum_words:
        return
    own = own_hosts(document, measures.target)
    if not any(
        destination(document, link.href.value, own) is Destination.EXTERNAL
        for link in document.links
    ):
        yield NONE.at(None, words=measures.word_count)


RULE = Rule(
    title=Message(fr="Liens sortants", en="Outbound links"),
    what=Message(
        fr="Signale un article de trois cents mots ou plus sans aucun lien vers une page d’un autre site.",
        en="Reports an article of three hundred words or more without any link to a page of another site.",
    ),
    why=Message(
        fr="Citer ses sources aide le lecteur à juger. Google n’en fait pas un critère connu de classement : c’est une convention.",
        en="Naming one’s sources helps readers to judge. Google does not list it as a ranking factor: it is a convention.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_LINKS, YOAST),
    options=Options,
    applies=applies,
    check=check,
)
