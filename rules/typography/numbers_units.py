"""Numbers, units and titles of address are written the French way.

```html bad
<p>La poule pond ⟦26.000⟧ œufs, et le four monte à ⟦180°C⟧.</p>
```

```markdown bad
Le chantier a coûté ⟦3,5M€⟧.

On y a porté ⟦20kg⟧ de chaux, sur ⟦5 kms⟧.
```

```text bad
Rendez-vous à ⟦14H⟧, au ⟦n°5⟧, chez ⟦Mr⟧ Durand.
```

Prices with cents, versions, addresses and names that look alike are none:

```html good
<p>La poule pond 26&nbsp;000 œufs ; le four monte à 180&nbsp;°C pour 3,5&nbsp;M€, à 14&nbsp;h ou à 14h30, chez M.&nbsp;Durand.</p>
```

```text good
Python 3.11 tourne sur 192.168.100.200 ; une feuille A4, la 5G, un film en 4K, les 24H du Mans, Mr Bean.
```
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property, partial

from msgspec import Struct

from seo_audit.analysis.passages import SPACES, Passage
from seo_audit.document import BlockKind, Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.references import BIPM, IMPRIMERIE, OQLF
from seo_audit.rule_support.typography import Hit, applies, report


def _fault(one: str, many: str, one_en: str, many_en: str, advice: Message) -> Fault:
    """A kind of fault, by what one and several of them are."""
    return Fault(
        message=Message(
            fr=f"{{count:# {one}|# {many}}} "
            "{passages:ici|dans # autres paragraphes}{count: :|, par exemple} « {example} ».",
            en=f"{{count:# {one_en}|# {many_en}}} "
            "{passages:here|in # other paragraphs}{count::|, for example} “{example}”.",
        ),
        advice=advice,
    )


THOUSANDS = _fault(
    "nombre dont les milliers sont séparés par un point ou une virgule",
    "nombres dont les milliers sont séparés par un point ou une virgule",
    "number with full stops or commas between thousands",
    "numbers with full stops or commas between thousands",
    Message(
        fr="Séparez les milliers par une espace insécable : 26 000.",
        en="Put a no-break space between thousands: 26 000.",
    ),
)
GLUED = _fault(
    "unité collée à son nombre",
    "unités collées à leur nombre",
    "unit glued to its number",
    "units glued to their numbers",
    Message(
        fr="Mettez une espace insécable entre le nombre et l’unité : 20 kg, 180 °C, 3,5 M€.",
        en="Put a no-break space between the number and the unit: 20 kg, 180 °C, 3,5 M€.",
    ),
)
SYMBOL = _fault(
    "symbole d’unité mal écrit",
    "symboles d’unité mal écrits",
    "unit symbol written the wrong way",
    "unit symbols written the wrong way",
    Message(
        fr="Un symbole d’unité ne prend ni s ni point, et sa casse compte : km, kg, min, kWh, m², 180 °C.",
        en="A unit symbol takes neither s nor full stop, and its case counts: km, kg, min, kWh, m², 180 °C.",
    ),
)
CURRENCY = _fault(
    "symbole monétaire devant son montant",
    "symboles monétaires devant leur montant",
    "currency sign before its amount",
    "currency signs before their amounts",
    Message(
        fr="En français le symbole suit le montant, après une espace insécable : 5 €, 12,50 €.",
        en="In French the sign follows the amount, after a no-break space: 5 €, 12,50 €.",
    ),
)
UNGROUPED = _fault(
    "grand nombre écrit d’un bloc",
    "grands nombres écrits d’un bloc",
    "large number written in one piece",
    "large numbers written in one piece",
    Message(
        fr="Séparez les tranches de trois chiffres par une espace insécable : 12 000.",
        en="Put a no-break space between groups of three digits: 12 000.",
    ),
)
HOUR = _fault(
    "heure écrite avec un H majuscule",
    "heures écrites avec un H majuscule",
    "hour written with a capital H",
    "hours written with a capital H",
    Message(fr="Écrivez l’heure avec un h minuscule : 14 h.", en="Write a small h: 14 h."),
)
NUMBER_SIGN = _fault(
    "numéro collé à son signe",
    "numéros collés à leur signe",
    "number glued to its sign",
    "numbers glued to their sign",
    Message(
        fr="Mettez une espace insécable après « nº » : nº 5.",
        en="Put a no-break space after « nº »: nº 5.",
    ),
)
CIVILITY = _fault(
    "civilité mal abrégée",
    "civilités mal abrégées",
    "title of address shortened the wrong way",
    "titles of address shortened the wrong way",
    Message(
        fr="Écrivez M. pour monsieur ; Mme et Mlle sans point.",
        en="Write M. for monsieur, and Mme and Mlle without a full stop.",
    ),
)

# a number begins where no number, word, file name or range may be under way
_START = r"(?:(?<![\w,.+/:#=@’'-])|(?<=[ \u00a0(][-−]))"  # « -5°C » is one number
_DECIMAL = r"[0-9]{1,9}(?:,[0-9]{1,4})?"
_THOUSANDS = regex(_START + r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?![\w/-])(?!\.\w|,[0-9]{3})")
_WHOLE = (
    "€|euros|dollars|francs|habitants|personnes|visiteurs|exemplaires|salariés|mots|emplois|logements|élèves|abonnés|clients"
    "|spectateurs|utilisateurs|morts|kilomètres|hectares"
)
"""What is counted in thousands, and hardly in thousandths."""
_ENGLISH = regex(rf"{_START}[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})*,000(?=[{SPACES}](?:{_WHOLE})(?!\w))")
"""« 12,000 habitants »: nobody counts thousandths of them."""
_UNGROUPED = regex(
    rf"{_START}[1-9][0-9]{{4,8}}(?=[{SPACES}](?:{_WHOLE}|tonnes|litres|km|m²|fois|ans)(?!\w))"
)
_CURRENCY = regex(
    rf"(?<![\w{SPACES}€£.,/-])[€£][{SPACES}]?[0-9]{{1,9}}(?:[.,][0-9]{{1,3}})*(?![\w/])|(?<=[{SPACES}(])(?<![0-9][{SPACES}])[€£][{SPACES}]?[0-9]{{1,9}}(?:[.,][0-9]{{1,3}})*(?![\w/])"
)
_ADDRESS = regex(r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}\Z")
_NEXT = regex(rf"[{SPACES}]?(?:[€$£%]|[kMG]?€|[a-zà-öø-ÿœ’'²³]+)")
_FREQUENCY = regex(rf"[{SPACES}]?[kMG]Hz(?!\w)")
"""« 101.500 MHz » is a station, with decimals."""
_MARATHONS = frozenset({"42.195", "21.097"})
"""The two races, with decimals: « les 42.195 km »."""
_COUNTED = frozenset(
    [
        "km",
        "m",
        "kg",
        "g",
        "t",
        "ha",
        "kwh",
        "mwh",
        "fcfa",
        "euro",
        "euros",
        "franc",
        "francs",
        "mots",
        "fois",
        "ans",
        "mètre",
        "hectare",
    ]
)
_LASTING = frozenset({"jours", "semaines", "mois", "heures", "minutes", "secondes"})
"""What is as well told to a thousandth: « Mercure tourne en 87.969 jours »."""
_NOT_COUNTED = frozenset(
    [
        "dans",
        "sans",
        "sous",
        "puis",
        "alors",
        "mais",
        "plus",
        "moins",
        "vers",
        "dès",
        "très",
        "est",
        "sont",
        "pas",
        "nous",
        "vous",
        "ils",
        "depuis",
        "après",
    ]
)
_NUMBERED = regex(
    r"(?:\b(?:version|v|release|build|firmware|article|art\.?|alinéa|chapitre|section|point|paragraphe|référence|réf\.?|code|"
    r"siren|siret|rcs|rc|tva|ide|bce|che|isbn|tél\.?|téléphone|numéro|num\.?|tableau|figure|fig\.?|annexe|équation|illustration|planche|norme|iso|indice|coefficient|odds ratio)s?(?!\w)"
    rf"|[nN][°ºo]|§)[{SPACES}:]*(?-i:[A-Z][a-zé]{{2,15}}[{SPACES}])?(?-i:[A-Z]\.?[{SPACES}])?\Z",
    re.IGNORECASE,
)
_GLUED = regex(
    rf"{_START}{_DECIMAL}(?:"
    r"[°º˚][CF]|[kKMG]€|Mds?€|k\$|M\$|[kcdm]m[²³]?|m[²³]|mm[²³]?|[mµ]g|kg|[cdm][lL]|hl|ha|k[Wm]h?|[MGT]Wh?|[kMG]Hz|dB|[kMGT]o(?:/s)?|[kMG]bits?(?:/s)?|[kMG]b/s"
    r"|km/h|m/s|min|kcal|g|(?<=,[0-9])[lLmt]|m|(?<=[0-9][0-9])W|mAh|bars?|[MGT]B|Mbps|Gbps"
    r"|ans|euros?|jours|mois|heures|minutes|secondes|semaines|années|mètres|litres|grammes|kilos|personnes|habitants|degrés|pages|mots"
    r")(?![\w/²³’'-])(?!\.\w)"
    rf"|{_START}[0-9]{{1,6}}€[0-9]{{2}}(?![\w/-])"
)
_NEWSPAPER = regex(r"\A20[mM]inutes\Z")
_SMALL = regex(r"\A[2-6]g\Z")
"""« la 5g » is a network."""
_SYMBOL = regex(
    rf"{_START}{_DECIMAL}[{SPACES}]?(?:Kms?|KMS?|kms|Kgs?|KGS?|kgs|cms|mns?|hrs?|Km/h|Kmh|kmh|K[wW]h?|kwh?|M[hH]z(?<!MHz)|G[hH]z(?<!GHz)|KHz"
    rf"|[°º˚][{SPACES}][CF]|[°º˚][{SPACES}]?c|[kcdm]?m[23])(?![\w/²³’'-])"
    rf"|(?<![\w,.+/:#=@’'-])(?:[01]?[0-9]|2[0-4])[{SPACES}]?h[{SPACES}]?[0-5]?[0-9](?:mns?|min)(?!\w)"
)
_HOUR = regex(
    rf"{_START}(?:[01]?[0-9]|2[0-4])(?:H(?:[0-5][0-9])?|[{SPACES}]H[{SPACES}][0-5][0-9])(?![\w/’'-])"
)
_LASTS = regex(rf"[{SPACES}](?:du|de|d[’'])?[{SPACES}]?[A-Z]")
"""« 24H du Mans », « 24H Chrono »."""
_NUMBER_SIGN = regex(r"(?<![\w/.-])[nN][°º˚][0-9]{1,9}(?!\w)")
_CIVILITY = regex(
    rf"(?<![\w@/.’'&-])(?:Mr\.?|M(?:me|lle)s?\.|Mgr\.|(?<!à[{SPACES}])(?<!de[{SPACES}])Melle)(?=[{SPACES}](?P<name>[A-ZÀ-ÖØ-ÞŒ][^\W\d_]*))"
    rf"|(?<![\w@/.’'&-])Mr\.?(?=[{SPACES}]et[{SPACES}](?:Mme|Mlle|Mrs)(?!\w))"
    rf"|(?<![\w@/.’'&-])(?<![0-9][{SPACES}])(?:MM|Mrs)(?=[{SPACES}][A-ZÀ-ÖØ-ÞŒ][^\W\d_]{{1,30}}(?:,[{SPACES}][A-ZÀ-ÖØ-ÞŒ][^\W\d_]{{1,30}}){{0,5}}[{SPACES}]et[{SPACES}][A-ZÀ-ÖØ-ÞŒ])"
)
_MISTERS = frozenset(
    [
        "Bean",
        "Robot",
        "Bricolage",
        "Propre",
        "Nobody",
        "Freeze",
        "President",
        "Big",
        "Potato",
        "Hyde",
        "Fox",
        "Fantastic",
        "Bungle",
        "Burns",
        "Pickwick",
        "Darcy",
        "Fantastique",
        "Sandman",
        "Tambourine",
        "Holmes",
        "Magoo",
        "Spock",
        "Hublot",
        "Miyagi",
        "Morale",
        "Wonderful",
        "Brightside",
        "Blue",
        "T",
        "Olympia",
        "Universe",
        "World",
        "Mercedes",
        "Good",
        "Smith",
        "Nice",
        "Ripley",
        "Turner",
        "Chips",
        "Men",
        "Kipling",
        "Jones",
        "Cardboard",
        "Bungee",
        "Oizo",
        "Incredible",
        "Plow",
        "Saturday",
        "Hudson",
        "Deeds",
    ]
)
"""What follows « Mr » in names of films, brands and persons of fiction."""


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    yield from report(measures.passages, partial(_find, _Tables(document)))


_EXPONENT = regex(r"<sup\b|\^", re.IGNORECASE)


def _is_raised(passage: Passage, end: int) -> bool:
    """Whether a last digit is set as an exponent: « 3 km<sup>2</sup> »."""
    place = passage.span(end - 2, end) if passage.text[end - 1] in "23" else None
    return place is not None and bool(
        _EXPONENT.search(passage.document.source.text, place.start, place.end)
    )


class _Tables:
    """How an article's tables write numbers, looked up once."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def point_at_decimals(self) -> bool:
        """Whether a cell holds a number with a point that parts no thousands: so do the programs whose output it is."""
        return any(
            _DECIMAL_POINT.fullmatch(block.text.value.strip())
            for block in self._document.blocks
            if block.kind is BlockKind.TABLE_CELL
        )


_DECIMAL_POINT = regex(r"[-−]?(?:[0-9]{1,9}\.(?:[0-9]{1,2}|[0-9]{4,9})|(?:[0-9]{4,9}|0)\.[0-9]{3})")


def _find(tables: _Tables, passage: Passage) -> Iterator[tuple[Fault, Hit]]:
    text = passage.text
    if any(one in text for one in _TITLES):
        yield from ((CIVILITY, Hit(passage, *one.span())) for one in _civilities(text))
    if not _DIGIT.search(text):
        return
    for kind in KINDS:
        for match in kind.met(text):
            alone = kind.fault is THOUSANDS and passage.block.kind is BlockKind.TABLE_CELL
            if alone and match[0] == text.strip() and tables.point_at_decimals:
                continue
            if kind.fault is SYMBOL and _is_raised(passage, match.end()):
                if not _SPACE.search(match[0]):
                    yield GLUED, Hit(passage, *match.span())
                continue
            if kind.fault is GLUED and _is_set_apart(passage, match):
                continue
            yield kind.fault, Hit(passage, *match.span())


_BOXED = regex(
    r"</(?:span|b|strong|div|em|i)>\s*<(?:span|small|sup|div|em|i|b)\b[^<>]{0,200}?\b(?:class|style)\b"
)


def _is_set_apart(passage: Passage, match: re.Match[str]) -> bool:
    """Whether number and unit stand in elements of their own, which a style sheet sets: a figure above its caption."""
    last = next(
        n for n in range(match.end() - 1, match.start() - 1, -1) if match.string[n].isdigit()
    )
    place = passage.span(last, last + 2)
    return place is not None and bool(
        _BOXED.search(passage.document.source.text, place.start, place.end)
    )


_DIGIT = regex(r"[0-9]")
_SPACE = regex(rf"[{SPACES}]")
_TITLES = ("Mr", "Mme", "Mlle", "Melle", "Mgr", "MM ")


def _civilities(text: str) -> Iterator[re.Match[str]]:
    return (one for one in _CIVILITY.finditer(text) if not _is_name(one))


def _is_name(match: re.Match[str]) -> bool:
    return match[0].startswith("Mr") and match[0] != "Mrs" and match["name"] in _MISTERS


def _is_no_thousands(text: str, match: re.Match[str]) -> bool:
    """Whether digits in threes are something else: an address, a version, a decimal of another language."""
    start, end = match.span()
    if _ADDRESS.match(match[0]) or _NUMBERED.search(text, max(start - 40, 0), start):
        return True
    if _FREQUENCY.match(text, end) or match[0] in _MARATHONS:
        return True
    if match[0].count(".") > 1 or match[0].endswith("00"):
        return False
    after = _NEXT.match(text, end)
    if not after:
        return True
    word = after[0].strip(SPACES).lower()
    if word in _LASTING:
        return True
    return word not in _COUNTED and (
        word in _NOT_COUNTED or (word[0].isalpha() and (len(word) < 4 or word[-1] not in "sx"))
    )


def _is_network(_text: str, match: re.Match[str]) -> bool:
    return bool(_SMALL.match(match[0]) or _NEWSPAPER.match(match[0]))


def _is_capitals(text: str, match: re.Match[str]) -> bool:
    """Whether all is in capitals: « UN SAC DE 25 KG »."""
    return match[0].isupper() and text.isupper()


def _is_race(text: str, match: re.Match[str]) -> bool:
    return match[0] == "24H" and bool(_LASTS.match(text, match.end()))


def _is_perfume(text: str, match: re.Match[str]) -> bool:
    return text.endswith(("Chanel ", "Chanel\u00a0", "CHANEL "), 0, match.start())


def _never(_text: str, _match: re.Match[str]) -> bool:
    return False


class Kind(Struct, frozen=True):
    """One way to write numbers that is not the French one."""

    fault: Fault
    pattern: re.Pattern[str]
    clue: re.Pattern[str]
    """A short pattern of which each match of the other holds one: few articles need the long one."""
    is_right: Callable[[str, re.Match[str]], bool] = _never

    def met(self, text: str) -> Iterator[re.Match[str]]:
        """Where it stands, in order."""
        if self.clue.search(text):
            yield from (one for one in self.pattern.finditer(text) if not self.is_right(text, one))


_SYMBOL_CLUE = regex(
    r"[0-9]\s?(?:K|kms|kgs|cms|mn|hr|kmh|kw|[MG][hH]z|[kcdm]?m[23]|[°º]\s|˚\s)|h\s?[0-9]{1,2}m"
)
KINDS = (
    Kind(THOUSANDS, _THOUSANDS, regex(r"[0-9]\.[0-9]"), _is_no_thousands),
    Kind(THOUSANDS, _ENGLISH, regex(",000")),
    Kind(UNGROUPED, _UNGROUPED, regex("[0-9][0-9]{4}")),
    Kind(GLUED, _GLUED, regex(r"[0-9](?:[°º]|[˚€]|(?!e[^u]|h[0-9])[^\W\d_])"), _is_network),
    Kind(SYMBOL, _SYMBOL, _SYMBOL_CLUE, _is_capitals),
    Kind(CURRENCY, _CURRENCY, regex(r"[€£]\s?[0-9]")),
    Kind(HOUR, _HOUR, regex(r"[0-9]\s?H"), _is_race),
    Kind(NUMBER_SIGN, _NUMBER_SIGN, regex(r"[nN][^a-zA-Z\s][0-9]"), _is_perfume),
)


RULE = Rule(
    title=Message(fr="Nombres et unités", en="Numbers and units"),
    what=Message(
        fr="Signale les milliers séparés par un point (26.000), les unités collées au nombre (20kg, 180°C, 3,5M€) ou mal "
        "écrites (5 kms), « 14H », « n°5 » et « Mr ».",
        en="Reports full stops between thousands (26.000), units glued to their number (20kg, 180°C, 3,5M€) or badly "
        "written (5 kms), « 14H », « n°5 » and « Mr ».",
    ),
    why=Message(
        fr="Le Système international met une espace entre le nombre et l’unité, et entre les tranches de trois chiffres ; "
        "en français un point y annonce ailleurs des décimales, et « Mr » est anglais. C’est un usage de la langue, "
        "sans effet sur le référencement.",
        en="The International System puts a space between number and unit, and between groups of three digits; a full "
        "stop announces decimals elsewhere, and “Mr” is English. It is a custom of the language, without effect on ranking.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(BIPM, IMPRIMERIE, OQLF),
    applies=applies,
    check=check,
)
