"""No link to another page bears the keyphrase as its text.

```html bad @keyphrase="pompe à chaleur"
<p>Voyez notre guide des ⟦<a href="/guide">pompes à chaleur</a>⟧.</p>
```

```markdown bad @keyphrase="pompe à chaleur"
Voyez la ⟦[pompe à chaleur](https://exemple.fr/)⟧ du voisin.
```

```html good @keyphrase="pompe à chaleur"
<p>Voyez notre <a href="/guide">guide d’achat des pompes à chaleur</a>, ou <a href="#pac">la pompe à chaleur</a> plus bas.</p>
```

```markdown good @keyphrase="pompe à chaleur"
Voyez le [plan du jardin](https://exemple.fr/).
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.french.phrases import words_of_meaning
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.addresses import Destination, destination
from seo_audit.rule_support.references import GOOGLE_LINKS, YOAST

ABSENT = Fault(
    message=Message(
        fr="Un lien vers une autre page a pour texte l’expression clé, « {text} ».",
        en="A link to another page has the keyphrase for its text, “{text}”.",
    ),
    advice=Message(
        fr="Précisez le texte du lien : c’est cet article qui doit répondre à cette question.",
        en="Make the link’s text more precise: this article is the one to answer that query.",
    ),
)


def applies(document: Document, measures: Measures) -> bool:
    return measures.keyphrase is not None and bool(document.links)


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    keyphrase = measures.keyphrase
    assert keyphrase
    for link in document.links:
        text = link.text.value
        if not text or destination(document, link.href.value, frozenset()) is Destination.SAME_PAGE:
            continue
        others = [text[start:end] for start, end in words_of_meaning(text)]
        if len(others) == len(keyphrase.wanted) and keyphrase.find(text):
            yield ABSENT.at(link.span, text=shorten(text))


RULE = Rule(
    title=Message(fr="Lien concurrent", en="Competing link"),
    what=Message(
        fr="Signale un lien vers une autre page dont le texte est l’expression clé elle-même.",
        en="Reports a link to another page whose text is the keyphrase itself.",
    ),
    why=Message(
        fr="Un tel lien désigne l’autre page comme réponse à la question. C’est une convention des outils.",
        en="Such a link names the other page as the answer to the query. It is a convention of the tools.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_LINKS, YOAST),
    applies=applies,
    check=check,
)
