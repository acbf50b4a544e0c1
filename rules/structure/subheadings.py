"""A long text has subheadings.

```html bad maximum=8
<h1>La fontaine</h1>
<p>Elle coule de nouveau depuis lundi, pour la joie de tous.</p>
```

```text bad maximum=8
La fontaine du village

Elle coule de nouveau depuis lundi, pour la joie de tous.
```

```html good maximum=8
<h1>La fontaine</h1>
<p>Elle coule de nouveau depuis lundi.</p>
<h2>La panne</h2>
<p>Tout avait commencé par un été très sec.</p>
```

```markdown good
# La fontaine

Un texte court s’en passe.
```
"""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Struct

from seo_audit.document import Document
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.front_pages import is_list
from seo_audit.rule_support.references import YOAST
from seo_audit.rule_support.templates import holds_titled_part

NONE = Fault(
    message=Message(
        fr="{words:# mot|# mots} sans aucun sous-titre.",
        en="{words:# word|# words} without any subheading.",
    ),
    advice=Message(
        fr="Coupez le texte par des sous-titres qui disent ce que contient chaque partie : "
        "un au moins tous les {maximum} mots.",
        en="Cut the text with subheadings that say what each part holds: at least one every "
        "{maximum} words.",
    ),
)


class Options(Struct, frozen=True):
    maximum: Annotated[
        int,
        Basis(
            Message(
                fr="Yoast demande un sous-titre au-delà de 300 mots.",
                en="Yoast asks for a subheading beyond 300 words.",
            ),
            YOAST,
            at_least=1,
        ),
    ] = 300


def applies(document: Document, measures: Measures) -> bool:
    return measures.word_count > 0 and not is_list(document)


def check(document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    mains = {block.text.value for block in measures.named_headings if block.level == 1}
    if len(mains) > 1:
        return  # it is cut, by headings of the wrong level: the rule h1 says so
    words = sum(section.words for section in measures.sections)
    if (
        words > options.maximum
        and not measures.subheadings
        and not holds_titled_part(document, 0, len(document.source.text))
    ):
        yield NONE.at(None, words=words, maximum=options.maximum)


RULE = Rule(
    title=Message(fr="Sous-titres", en="Subheadings"),
    what=Message(
        fr="Signale un texte long qui n’a aucun sous-titre.",
        en="Reports a long text that has no subheading at all.",
    ),
    why=Message(
        fr="On parcourt un article avant de le lire : les sous-titres disent où est la réponse. Le seuil est "
        "une convention des outils.",
        en="People scan an article before they read it: subheadings tell where the answer is. The limit is "
        "a convention of the tools.",
    ),
    severity=Severity.WARNING,
    evidence=Evidence.TOOLS,
    references=(YOAST,),
    options=Options,
    applies=applies,
    check=check,
)
