"""The address holds the keyphrase.

```markdown bad @keyphrase="pompe à chaleur"
---
slug: ⟦bien-chauffer-sa-maison⟧
---

La pompe à chaleur tente les ménages.
```

```html bad @keyphrase="économie de l’Asie"
<head><link rel="canonical" href="https://exemple.fr/⟦essor-asie⟧"></head>
<p>L’économie de l’Asie croît.</p>
```

```markdown good @keyphrase="pompe à chaleur"
---
slug: pompes-a-chaleur-2026
---

Elles tentent les ménages.
```

```html good @keyphrase="économie d’Asie"
<head><link rel="canonical" href="https://exemple.fr/economie-de-l-asie"></head>
<p>L’économie de l’Asie croît.</p>
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.addresses import decoded
from seo_audit.rule_support.references import GOOGLE_URLS, YOAST
from seo_audit.rule_support.templates import is_known

ABSENT = Fault(
    message=Message(
        fr="L’expression « {keyphrase} » n’est pas dans l’adresse « {slug} ».",
        en="The keyphrase “{keyphrase}” is not in the slug “{slug}”.",
    ),
    advice=Message(
        fr="Mettez-en les mots dans l’adresse d’un article nouveau ; n’y changez rien s’il est déjà publié, sauf à rediriger.",
        en="Put its words in a new article’s address; leave a published one alone, unless you redirect it.",
    ),
)


def applies(document: Document, measures: Measures) -> bool:
    slug = document.metadata.slug
    return bool(measures.keyphrase and is_known(slug) and slug and slug.value.strip("/ "))


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    slug = document.metadata.slug
    assert measures.keyphrase
    assert slug
    if not measures.keyphrase.is_in_slug(decoded(slug.value)):
        yield ABSENT.at(
            slug.span(), keyphrase=measures.keyphrase.text, slug=shorten(decoded(slug.value))
        )


RULE = Rule(
    title=Message(fr="Expression clé dans l’adresse", en="Keyphrase in the slug"),
    what=Message(
        fr="Cherche les mots de sens de l’expression clé dans la dernière partie de l’adresse.",
        en="Looks for the keyphrase’s words of meaning in the last part of the address.",
    ),
    why=Message(
        fr="Une adresse qui dit le sujet se lit et se partage mieux. Google dit que son effet sur le classement est infime.",
        en="An address that says the subject is better read and shared. Google says its effect on ranking is tiny.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(GOOGLE_URLS, YOAST),
    applies=applies,
    check=check,
)
