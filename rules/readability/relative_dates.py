"""A text meant to last dates what it says.

```html bad @profile="guide"
<p>La fontaine coule ⟦depuis deux ans⟧. Le bassin a été refait ⟦l’an dernier⟧.</p>
```

```markdown bad @profile="langage-clair"
Le tarif a changé ⟦cette année⟧.
```

A date near by makes it clear:

```html good
<p>La fontaine coule depuis deux ans : elle a été rendue au village le 3 mai 2024.</p>
```

```text good
En 1998, le maire fit fermer la fontaine. Cette année-là, il ne plut pas.
```

What holds at any time is no date:

```markdown good
Si vous habitez le village depuis deux ans, vous pouvez demander une clé. Elle se rend dans les trois jours.
```
"""

from collections.abc import Iterator

from seo_audit.document import Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures, Sentence
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.references import PLAIN_LANGUAGE

UNDATED = Fault(
    message=Message(
        fr="« {text} » : dans un an, on ne saura plus de quand il s’agit.",
        en="“{text}”: in a year’s time nobody will know when that was.",
    ),
    advice=Message(
        fr="Donnez la date ou l’année : « depuis 2024 », « en mai 2025 ».",
        en="Give the date or the year: “since 2024”, “in May 2025”.",
    ),
)

_NUMBER = (
    r"(?:\d{1,3}|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quelques|"
    r"plusieurs|une dizaine d['e]|une vingtaine d['e]|une trentaine d['e]|une quinzaine d['e])"
)
_PERIOD = r"(?:ans?|années?|mois|semaines?|jours?)"
_UNIT = r"(?:an|année|mois|semaine|trimestre|semestre|été|hiver|automne|printemps|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|décennie|siècle)"
_RELATIVE = regex(
    rf"(?:depuis|il y a|voilà|voici)(?: (?:environ|presque|près de|plus de|à peine|déjà|maintenant|tout juste))? "
    rf"{_NUMBER} ?{_PERIOD}(?! et demie? (?:de|d')|\w)"
    rf"|(?:l['e]|la |le |cet |au )?(?:{_UNIT}|week-end) (?:dernier|dernière|prochain|prochaine|passée?)(?!\w)"
    r"|ces (?:\w+ )?derni(?:ers|ères) (?:ans|années|mois|semaines|jours|temps)"
    r"|(?:les|des|aux) (?:\w+ )?(?:prochain(?:s|es)|derni(?:ers|ères)) (?:ans|années|mois|semaines)"
    r"|cette (?:année|semaine)|ce mois-ci|cet (?:été|hiver|automne)|ce printemps|cette rentrée"
    r"|tout récemment|avant-hier"
)
_HINT = regex(r"ans?\b|année|mois|semaine|jour|derni|prochain|récemment|hier|cet |ce printemps")
_DATE = regex(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|siècle")
_GENERAL = regex(
    r"(?<!\w)(?:si|s'il|s'ils|lorsqu|quand|quiconque|chaque|toute? personne|celui qui|celles? qui|ceux qui|"
    r"doit|doivent|devez|devra|devront|puisse|soit|soient|ayant|étant)(?!\w)"
)


def applies(_document: Document, measures: Measures) -> bool:
    return bool(measures.sentences)


def check(_document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    sentences = measures.sentences
    for index, sentence in enumerate(sentences):
        text = measures.plain_texts[sentence.number][sentence.start : sentence.end]
        if not _HINT.search(text):
            continue
        around = [
            one for one in sentences[max(0, index - 1) : index + 2] if one.number == sentence.number
        ]
        if any(_DATE.search(one.text) for one in around) or _GENERAL.search(text):
            continue
        yield from _undated(measures, sentence, text)


def _undated(measures: Measures, sentence: Sentence, text: str) -> Iterator[Finding]:
    for match in _RELATIVE.finditer(text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        if before.isalnum() or after.isalnum() or after == "-":
            continue
        if not measures.is_borrowed(sentence.number, start, end):
            shown = sentence.block.text.value[start:end]
            yield UNDATED.at(sentence.block.text.span(start, end), text=shown)


RULE = Rule(
    title=Message(fr="Dates relatives", en="Relative dates"),
    what=Message(
        fr="Signale « depuis deux ans », « l’an dernier », « cette année » là où aucune date n’est donnée à côté.",
        en="Reports « depuis deux ans », « l’an dernier », « cette année » where no date is given near by.",
    ),
    why=Message(
        fr="Un texte fait pour durer se lit dans un an ou dans cinq : « l’an dernier » y devient faux. Google "
        "demande des dates visibles et justes ; le reste est d’usage en langage clair.",
        en="A text meant to last is read in one year or in five: « l’an dernier » becomes wrong. Google asks for "
        "dates that are visible and right; the rest is custom in plain language.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(PLAIN_LANGUAGE,),
    applies=applies,
    check=check,
    on_in=frozenset({"langage-clair", "guide"}),
)
