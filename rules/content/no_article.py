"""The page holds an article.

```html bad
<html lang="fr"><head><title>Recherche</title></head>
<body><nav><a href="/">Accueil</a></nav><h1>Recherche</h1><p><a href="/a">La fontaine du village</a></p></body></html>
```

A page that a script is to fill, which search engines may find empty:

```html bad
<html lang="fr"><head><title>La fontaine</title></head><body><div id="app"></div><script src="a.js"></script></body></html>
```

```html good
<html lang="fr"><head><title>La fontaine</title></head>
<body><h1>La fontaine</h1><p>Elle coule de nouveau depuis lundi.</p></body></html>
```

A piece of a page is judged as it was given, whatever it holds:

```html good
<p><a href="/a">La fontaine du village</a></p>
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.references import GOOGLE_JAVASCRIPT

NONE = Fault(
    message=Message(
        fr="Cette page ne contient aucun texte d’article : elle n’est pas jugée.",
        en="This page holds no text of an article: it is not judged.",
    ),
    advice=Message(
        fr="Si un script doit l’écrire, servez-le dans le HTML ; si c’est une liste ou un formulaire, excluez le fichier.",
        en="If a script is to write it, serve it in the HTML; if it is a list or a form, exclude the file.",
    ),
)


def applies(document: Document, _measures: Measures) -> bool:
    return document.format == "html"


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    if not document.holds_article:
        yield NONE.at(None)


RULE = Rule(
    title=Message(fr="Page sans article", en="Page without an article"),
    what=Message(
        fr="Signale une page HTML sans autre texte que des titres et des liens ; les autres règles ne la jugent pas.",
        en="Reports an HTML page without any text but headings and links; the other rules do not judge it.",
    ),
    why=Message(
        fr="Une liste, un formulaire ou une page qu’un script remplira ne se jugent pas comme un article ; le dernier cas "
        "peut laisser les moteurs devant une page vide.",
        en="A list, a form or a page that a script will fill is not judged as an article; the last may leave search "
        "engines with an empty page.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_JAVASCRIPT,),
    applies=applies,
    check=check,
    without_article=True,
)
