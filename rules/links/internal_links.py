"""The article links to other pages of its site.

```html bad minimum_words=5
<p>La fontaine du village coule de nouveau.</p>
```

```markdown bad minimum_words=5 @site="village.example"
La fontaine du village coule de nouveau, dit [la mairie](https://exemple.fr/).
```

```html good minimum_words=5
<p>Voyez aussi <a href="/lavoir">le lavoir</a> du village.</p>
```

```markdown good minimum_words=5
Voyez aussi [le lavoir](lavoir.md) du village.
```

A short article is not judged, nor one whose full addresses may be of its own site (`site` in the configuration says which
they are):

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
        fr="Aucun lien vers une page du site dans les {words} mots de l’article.",
        en="No link to a page of the site in the {words} words of the article.",
    ),
    advice=Message(
        fr="Ajoutez un lien vers une autre page du site là où il sert le lecteur.",
        en="Add a link to another page of the site where it serves the reader.",
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
    if document.format == "text" or is_list(document) or not measures.word_count:
        return False
    # where nobody said which site this is, any full address may be its own
    return bool(own_hosts(document, measures.target)) or not any(
        destination(document, link.href.value, frozenset()) is Destination.EXTERNAL
        for link in document.links
    )


def check(document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    if measures.word_count < options.minimum_words:
        return
    own = own_hosts(document, measures.target)
    if not any(
        destination(document, link.href.value, own) is Destination.INTERNAL
        for link in document.links
    ):
        yield NONE.at(None, words=measures.word_count)


RULE = Rule(
    title=Message(fr="Liens internes", en="Internal links"),
    what=Message(
        fr="Signale un article de trois cents mots ou plus sans aucun lien vers une page du site.",
        en="Reports an article of three hundred words or more without any link to a page of the site.",
    ),
    why=Message(
        fr="C’est par eux que Google découvre les pages d’un site, et que le lecteur poursuit. Qu’il en faille un par article est une convention.",
        en="Google discovers a site’s pages by them, and readers go on. That every article needs one is a convention.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_LINKS, YOAST),
    options=Options,
    applies=applies,
    check=check,
)
