"""Inclusive forms follow the choice of the house: none, or one way of writing them.

```html bad policy="avoid"
<p>Les ⟦étudiant·e·s⟧ et les habitant(e)s jouent.</p>
```

```markdown bad policy="consistent"
Les étudiant·e·s et les voisin·e·s jouent avec les ⟦habitant(e)s⟧.
```

```html good policy="avoid"
<p>Les étudiantes et les étudiants jouent, dit-elle, avec le ou les élève(s) ; voyez exemple.es et 3·10.</p>
```

```text good policy="consistent"
Les étudiant·e·s et les voisin·es jouent ; iels rient.
```
"""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Struct

from seo_audit.analysis.passages import Passage
from seo_audit.document import Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Basis, Evidence, Fault, Finding, Rule, Severity
from seo_audit.rule_support.references import PLAIN_LANGUAGE
from seo_audit.rule_support.typography import Hit, applies, grouped, met

SHORTENED = Fault(
    message=Message(
        fr="{count:# forme inclusive abrégée|# formes inclusives abrégées} "
        "{passages:ici|dans # autres paragraphes}{count: :|, par exemple} « {example} ».",
        en="{count:# shortened inclusive form|# shortened inclusive forms} "
        "{passages:here|in # other paragraphs}{count::|, for example} “{example}”.",
    ),
    advice=Message(
        fr="Écrivez les deux formes (« les étudiantes et les étudiants ») ou un mot qui vaut pour tous "
        "(« les élèves »).",
        en="Write both forms (« les étudiantes et les étudiants ») or a word that holds for all (« les élèves »).",
    ),
)
MIXED = Fault(
    message=Message(
        fr="{count:# forme inclusive s’écrit|# formes inclusives s’écrivent} autrement que les autres "
        "{passages:ici|dans # autres paragraphes} : « {example} », mais le plus souvent avec « {usual} ».",
        en="{count:# inclusive form is|# inclusive forms are} written unlike the others "
        "{passages:here|in # other paragraphs}: “{example}”, but mostly with “{usual}”.",
    ),
    advice=Message(
        fr="Gardez un seul signe dans tout l’article.",
        en="Keep to one sign throughout the article.",
    ),
)

Policy = Literal["off", "avoid", "consistent"]


class Options(Struct, frozen=True):
    policy: Annotated[
        Policy,
        Basis(
            Message(
                fr="L’usage divise : c’est à chaque maison de choisir. « avoid » les signale, « consistent » "
                "n’en veut qu’une sorte.",
                en="Use is divided: each house chooses. “avoid” reports them, “consistent” wants one kind.",
            ),
            PLAIN_LANGUAGE,
        ),
    ] = "off"


_STEM = r"(?:[^\W\d_]|\u00ad){2,30}"
# between letters the median point has no other use in French; after a full stop or a hyphen only what
# nothing else looks like counts: « étudiant.e.s », « voisin-e-s »
_FORM = regex(
    r"(?<![\w.@/·•⋅∙‧\u00ad-])(?:"
    rf"{_STEM}(?P<point>[·•⋅∙‧])[^\W\d_]{{0,7}}(?:(?P=point)[^\W\d_]{{1,7}}){{0,2}}(?<=[esx])"
    rf"|{_STEM}(?<!e)(?P<stop>\.)(?:(?:e|ne|trice|euse|rice|ve|se|le|ère)\.s|es|nes|trices|euses|rices|e)"
    rf"|{_STEM}(?<!e)(?P<hyphen>-)(?:(?:e|ne|trice|euse|rice|ve|se|le|ère)-s|es|e)"
    rf"|{_STEM}(?P<bracket>\()(?:e|ne|trice|euse|rice|ve|se|le|ère|te)s?\)s?"
    rf"|{_STEM}(?P<slash>/)(?:e/s|es|e|ne|trice|euse|rice|ve)s?"
    r"|[Ii]el(?:le)?s?|[Cc]elleux|[Cc]eulles|[Tt]ou[sx]tes"
    r")(?![\w@/·-]|\.\w)"
)
_MAYBE = regex(
    r"[·•⋅∙‧]|\w[.(/-](?:e|ne|trice|euse|rice|ve|se|le|ère|te)s?(?!\w)|\b[Ii]el|[Cc]elleux|[Cc]eulles|[Tt]ou[sx]tes"
)
"""What every form holds, found at less cost."""
_SHOWN = {"point": "·", "stop": ".", "hyphen": "-", "bracket": "( )", "slash": "/"}


def wanted(_document: Document, options: Options) -> bool:
    return options.policy != "off"


def check(_document: Document, measures: Measures, options: Options) -> Iterator[Finding]:
    found = met(measures.passages, _find).get(SHORTENED, [])
    if options.policy == "avoid":
        yield from grouped(SHORTENED, found)
        return
    signs = [_sign(hit) for hit in found]
    usual = Counter(sign for sign in signs if sign).most_common(1)
    if usual:
        sign = usual[0][0]
        others = (hit for hit, own in zip(found, signs, strict=True) if own not in ("", sign))
        yield from grouped(MIXED, others, usual=_SHOWN[sign])


def _find(passage: Passage) -> Iterator[tuple[Fault, Hit]]:
    if not _MAYBE.search(passage.text):
        return
    for match in _FORM.finditer(passage.text):
        yield SHORTENED, Hit(passage, *match.span())


def _sign(hit: Hit) -> str:
    """Which sign parts the form: a name of `_SHOWN`, or nothing for a word such as « iels »."""
    match = _FORM.match(hit.passage.text, hit.start)
    return (match and match.lastgroup) or ""


RULE = Rule(
    title=Message(fr="Formes inclusives", en="Inclusive forms"),
    what=Message(
        fr="Si la maison le demande, signale « étudiant·e·s » et ses pareils, ou leur mélange.",
        en="If the house asks for it, reports « étudiant·e·s » and the like, or a mixture of them.",
    ),
    why=Message(
        fr="Des lecteurs d’écran épellent ces formes ou s’y arrêtent, et elles gênent certains lecteurs ; d’autres y "
        "tiennent. Google ne demande rien : c’est un choix de la maison.",
        en="Some screen readers spell these forms out or stop at them, and they hinder some readers; others "
        "hold to them. Google asks nothing: it is the house’s choice.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.STANDARD,
    references=(PLAIN_LANGUAGE,),
    options=Options,
    applies=applies,
    wanted=wanted,
    check=check,
)
