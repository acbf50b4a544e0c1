"""No text is left to be written.

```html bad
<p>La fontaine coule. ⟦Lorem ipsum⟧ et la suite.</p>
```

```html bad
<p>La fontaine de ⟦{{ ville }}⟧ coule. ⟦TODO⟧ : dire depuis quand.</p>
```

```text bad
La fontaine de ⟦[nom de la ville]⟧ coule de nouveau.

⟦undefined⟧
```

Code may hold them, a Markdown source its generator’s tags, and words that look alike are words:

```markdown good
La page de {{ site.title }} s’écrit `{{ site.title }}`. Le todo list est un anglicisme ; la valeur undefined existe en JavaScript.
```

```html good
<p>L’anglais <i>lorem</i> n’existe pas. <code>TODO</code> marque ce qui reste à faire.</p>
```

A value that was not there is one, and three tens, or digits left open, are none:

```html bad
<p>Comptez ⟦undefined⟧ euros pour une tourte.</p>
```

```markdown bad
Comptez ⟦XX⟧ € par four, à partir du ⟦XX⟧ mai. ⟦[Insérer ici une photo du four]⟧
```

```markdown good
Le tome XXX décrit le flux « MNH:XXX », où XXX désigne le département.
```
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from seo_audit.analysis.dummy_text import is_dummy, may_be_dummy
from seo_audit.document import Block, BlockKind, Document, Text
from seo_audit.french.expressions import quotations, vocabulary
from seo_audit.french.word_lists import core, lines, plain
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.references import GOOGLE_HELPFUL, YOAST
from seo_audit.rule_support.templates import is_template, is_template_source
from seo_audit.source import merged, touches

LEFT = Fault(
    message=Message(
        fr="Texte provisoire resté en place : « {text} ».",
        en="Placeholder left in place: “{text}”.",
    ),
    advice=Message(
        fr="Écrivez ce qui manque, ou supprimez-le.", en="Write what is missing, or remove it."
    ),
)

_OTHERS = (
    r"\{\{(?![<%])[^{}\n]{0,100}\}\}|<%=?[^<>%\n]{0,100}%>|%(?<![\w%]%)%[a-z_]{3,30}%%(?![\w%])"
)
_OTHER_TEMPLATE = regex(_OTHERS)
_TEMPLATE = regex(rf"{_OTHERS}|\$\{{[^{{}}\\\n]{{0,100}}\}}")
_UNWRITTEN = frozenset(
    {
        *("à compléter", "a completer", "à rédiger", "texte à venir", "contenu à venir"),
        *("votre texte ici", "titre à définir", "texte à définir", "sample text"),
    }
)
"""What is a note of the author's where it is all of a block."""
_NOTE = regex(
    r"\[[àa] (?:compléter|completer|rédiger|remplir|vérifier|définir|préciser|insérer|confirmer|illustrer|sourcer)\b[^\[\]\n]{0,80}\]"
    r"|\[(?:insérer|insérez|ajouter|ajoutez) (?:ici |(?:une? |le |la |l'|des )?(?:images?|photos?|liens?|captures?|visuels?|illustrations?"
    r"|vidéos?|chiffres?|statistiques?|sources?|noms?|dates?|citations?)\b)[^\[\]\n]{0,60}\]"
    r"|\[(?:photo|image|lien|texte|vidéo|tableau|graphique|carte|schéma|citation|chiffre)s? (?:ici|à (?:insérer|ajouter|venir|mettre))\]"
    r"|\[(?:nom|prénom|adresse|numéro|intitulé)(?: e-?mail| postale| complet|e?)?"
    r"(?: (?:du |de la |de l'|des |de |d')(?!(?:fichier|dossier|champ|variable|paramètre|commande|utilisateur|domaine)s?\b)[^\[\]\n]{1,40}| e-?mail| complet)\]"
)
"""Notes in brackets, in whatever words they go on: « [à compléter avec le prix] »."""
_BUTTON = regex(
    r"(?:cliqu\w+|bouton|menu|onglet|commande|option|choisi\w+|sélectionn\w+|puis|via)[^.!?\n]{0,12}\Z"
)
"""What speaks of a program's buttons, which are put in brackets, too."""
_NOTHING = frozenset({"undefined", "null", "NaN", "None", "[object Object]"})
_CROSSES = regex(r"[xX]{4,40}\.?")
_NO_VALUES = ("undefined", "UNDEFINED", "NaN", "null", "None", "Invalid Date", "Invalid date")
_VALUE = regex(rf"(?<![\w.'’-])(?:{'|'.join(_NO_VALUES)})(?![\w(’'-]|\.\w)")
"""What a program shows in place of a value."""
_UNIT = regex(
    r"[ \u00a0\u202f]?(?:€|%|£|\$|(?:euros?|km|m²|m|kg|g|cm|mm|litres?|ans?|mois|jours?|heures?|min|minutes?|semaines?"
    r"|personnes?|pièces?|avis|résultats?|articles?|étoiles?|points?|fois|places?)(?!\w))",
    re.IGNORECASE,
)
_OPEN_FIGURE = regex(
    r"(?<![\w.?!-])(?:XXX?|xxx?|\?{3,6}|%[ds])(?=[ \u00a0\u202f]?(?:€|%(?!\w)|(?:euros?|kg|km|m²|hectares?)(?!\w)))"
    r"|(?<!\w)XX(?= (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\w))"
    r"|(?<![\w.])XX(?:[ .]XX){4}(?!\w|\.\w)"
    r"|(?<![\w/])XX/XX/(?:[0-9]{2}|XX){1,2}(?![\w/])"
)
"""A figure or a day still to be written: « XX € », « ??? euros », « le XX mai », « le XX/XX/2026 », « au XX XX XX XX XX »."""
_OPEN_SIGNS = ("XX", "xx", "???", "%d", "%s")
"""Each such figure holds one of these."""
_FORM = regex(r"(?:forme?s?|format|modèle|type|écri\w+|saisi\w+|not\w+)[^.!?\n]{0,20}\Z")
"""What tells of how a date is written: « au format XX/XX/XXXX »."""
_DEFINED = regex(r"\b(?:le|la|un|une|ce|cette|du|au|les|des|mot|nom)[ \u00a0]\Z", re.IGNORECASE)
"""What makes a noun of a value: « le NaN »."""
_PROGRAMS = regex(
    r"(?:java|type)script|\b(?:php|python|json|sql|api|variables?|fonctions?|programm\w+|langages?|typ(?:es?|age|ée?s?)"
    r"|valeurs?|objets?|propriétés?|paramètres?|arguments?|renvoi\w*|retourn\w*|code|console|vau[tx]|null)\b"
)
"""Where programs are the subject, such words are words."""
_ROMAN = regex(
    r"(?:tomes?|t\.|volumes?|vol\.|chapitres?|chap\.|livres?|articles?|art\.|annexes?|parties?|sections?|titres?|actes?|scènes?"
    r"|chants?|psaumes?|sonnets?|lettres?|leçons?|planches?|pl\.|fig\.|figures?|tableaux?|numéros?|n[°º]|siècles?|années?"
    r"|dynasties?|légions?|olympiades?|éditions?|jeux|bowl|louis|ramsès|art|pages?|p\.)[ \u00a0\u202f]+\Z",
    re.IGNORECASE,
)
_ROMAN_AFTER = regex(r"(?:e|ème|es)?[ \u00a0\u202f]+(?:siècle|dynastie|légion|olympiade|congrès)")
_NEIGHBOURS = regex(r"(?<!\w)XX(?:V?I{1,3}|I[VX]|V|X(?:V?I{1,3}|I[VX]|V))(?!\w)")
"""Numbers near thirty: where they stand too, the article counts so."""
_ON_TODO = regex(r"(?<!\w)(?:[Tt]o-?do(?:s|[- ]?list(?:e?s)?)?|commentaires? TODO|les TODO)(?!\w)")
_MENTIONED = regex(
    r"(?:\b(?:du|de|des|le|un|au|en|avec|sans|par|comme|dit|faux)[ \u00a0]|['’«“\"(][ \u00a0\u202f]?)\Z"
)
"""What stands before the words where an article speaks of such a text: « mettre du lorem ipsum »."""
_NAMED = frozenset({"lorem ipsum", "texte de remplissage"})
"""What articles speak of by these names."""
_MEASURED = (
    r"(?:euros?|dollars?|%|€|pour cent|habitants?|personnes|participants|adhérents|salariés|jours|mois|ans|heures|minutes"
    r"|kilomètres|km|mètres|m²|kg|tonnes|litres|hectares|places|exemplaires|millions|milliers)(?!\w)"
)
"""What stands behind a number that is still to come: « XXX euros »."""
_TOLD = regex(
    r"XXX »?[ \u00a0]?(?:(?:est|sont)[ \u00a0](?:l[ea]s?\b|l[’']|une?\b|des\b|votre|vos\b|ici|égal|compris|à (?:remplacer|adapter))|étant|désign|représent|correspond|signifi|indiqu|vaut|par (?!exemple)|remplac)"
    r"|remplac\w+ (?:« ?)?XXX",
)
"""Where the article says what XXX stands for."""


_OPEN = regex(r"\[[^\W\d_][^\[\]\n]{1,40}\]")
_LETTER = regex(
    r"\b(?:modèles?|exemples?|trames?|canevas) (?:de |d')(?:lettre|e-?mail|mail|courrier|courriel|message|sms|attestation"
    r"|contrat|facture|devis|réponse|annonce|cv|discours|objet|texte|prompt)|\b(?:bien )?cordialement\b|\bsalutations\b"
    r"|\bmadame, monsieur\b|\bje soussigné|\bobjet ?:"
)
_FEWEST_OPEN = 3
"""Different words left open in a letter that readers are to fill in."""


def _gives_a_letter(text: str) -> bool:
    """Whether the article gives a letter for its readers to fill in: « [votre nom] » is theirs, not the author's."""
    return (
        "[" in text and len(set(_OPEN.findall(text))) >= _FEWEST_OPEN and bool(_LETTER.search(text))
    )


_LEFT_OPEN = ("[nom", "[prénom", "[adresse", "[numéro", "[intitulé")
_TO_SAY = (
    *_LEFT_OPEN,
    "[votre nom",
    "[votre entreprise",
    "[date",
    "[ville",
    "[titre",
    "[lien",
    "[your name",
)
"""How words in brackets begin that readers fill in, in what they are given to say or to send."""
_OF_THE_AUTHOR = ("[à ", "[a ", "[ins", "[object")
"""How notes in brackets begin that only an author leaves."""


def applies(_document: Document, measures: Measures) -> bool:
    return bool(measures.counted)


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    head = [
        text
        for text in (*document.metadata.titles[:1], *document.metadata.descriptions[:1])
        if text.runs
        and not is_template(text.value)
        and not any(text.runs == block.text.runs for block in document.headings)
    ]
    texts = [*_texts(document, measures), *((text, plain(text.value), []) for text in head)]
    quoted = {id(block.text) for _, block in measures.counted if block.kind is BlockKind.QUOTE}
    variable = _variable(document)
    # what stands nowhere needs no pattern: mostly nothing is left
    everything = "\n".join(text.value for text, _, _ in texts)
    head_text = plain("\n".join(text.value for text in head))
    lowered = measures.plain_text + "\n" + head_text
    words = _words(tuple(_words_in(everything)))
    phrases = _phrases(tuple(_phrases_in(measures, head_text)))
    values = any(one in everything for one in _NO_VALUES) and bool(_VALUE.search(everything))
    about_programs = values and bool(_PROGRAMS.search(lowered))
    theirs = _gives_a_letter(measures.plain_text)
    thirty = "XXX" in everything and (_TOLD.search(everything) or _NEIGHBOURS.search(everything))
    for text, plain_text, code in texts:
        shown = _values(text.value, about_programs=about_programs) if values else ()
        variables = variable.finditer(text.value) if variable else ()
        shown = (
            *shown,
            *(one.span() for one in variables if not _is_escaped(document, text, one.start())),
        )
        patterns = (words, text.value), (phrases, plain_text)
        yield from _in_text(
            text,
            plain_text,
            code,
            patterns,
            shown,
            thirty=bool(thirty),
            theirs=theirs or id(text) in quoted,
        )
    yield from _dummy(measures)


def _texts(
    document: Document, measures: Measures
) -> Iterator[tuple[Text, str, list[tuple[int, int]]]]:
    """The article's texts, each made plain, too, and with where it holds code, or a link in brackets: « [source] » is no word to fill in."""
    linked: dict[int | None, list[tuple[int, int]]] = {}
    for link in document.links:
        linked.setdefault(link.block, []).append((link.start, link.end))
    escapes = document.format == "markdown" and "\\[" in document.source.text
    for number, block in measures.counted:
        spared = [(mark.start, mark.end) for mark in block.code]
        if escapes and "[" in block.text.value:
            spared += _escaped(document, block.text)
        spared += [
            (start - 1, end + 1)
            for start, end in linked.get(number, ())
            if "[" in block.text.value[max(start - 1, 0) : start + 1]
        ]
        if _is_datum(block, measures):
            spared.append((0, len(block.text.value)))
        yield block.text, measures.plain_texts[number], spared


def _escaped(document: Document, text: Text) -> Iterator[tuple[int, int]]:
    r"""The brackets that a Markdown file writes to be read: « \[\[nom de la note\]\] » tells how a link is written."""
    for match in _DOUBLE.finditer(text.value):
        if _is_escaped(document, text, match.start()):
            yield match.span()


_DOUBLE = regex(r"\[\[[^\[\]\n]{1,200}\]\]")


def _is_datum(block: Block, measures: Measures) -> bool:
    """Whether a value alone in a cell or an item is what it looks like: an article on programs shows and lists them."""
    if measures.other_language and block.text.value.strip() == "None":
        return True  # a word of English
    return (
        block.kind in (BlockKind.TABLE_CELL, BlockKind.LIST_ITEM)
        and block.text.value.strip() in _NOTHING
        and any(found[0] != "null" for found in _PROGRAMS.finditer(measures.plain_text))
    )


def _dummy(measures: Measures) -> Iterator[Finding]:
    """The first block of dummy text, where none of it begins as everybody knows it: that one is told by its words."""
    known = ("lorem ipsum", "dolor sit amet", "consectetur adipiscing elit")
    if not may_be_dummy(measures.plain_words) or any(one in measures.plain_text for one in known):
        return
    for number, block in measures.counted:
        if block.kind is not BlockKind.QUOTE and is_dummy(vocabulary(measures.plain_texts[number])):
            yield LEFT.at(block.text.span(), text=shorten(block.text.value))
            return


def _in_text(
    text: Text,
    plain_text: str,
    code: Sequence[tuple[int, int]],
    patterns: Iterable[tuple[re.Pattern[str] | None, str]],
    shown: Iterable[tuple[int, int]],
    *,
    thirty: bool,
    theirs: bool,
) -> Iterator[Finding]:
    value = text.value
    if not code and (
        value.strip() in _NOTHING
        or _CROSSES.fullmatch(value.strip())
        or core(plain_text) in _UNWRITTEN
    ):
        yield LEFT.at(text.span(), text=value.strip())
        return
    found: list[tuple[int, int]] = []
    found += shown
    if not thirty and any(sign in value for sign in _OPEN_SIGNS):
        found += [
            match.span()
            for match in _OPEN_FIGURE.finditer(value)
            if not _FORM.search(value, max(match.start() - 40, 0), match.start())
        ]
    if "[" in value:
        found += _notes(plain_text, theirs=theirs)
    for pattern, searched in patterns:
        if pattern:
            found += [
                match.span()
                for match in pattern.finditer(searched)
                if not (match[0] == "XXX" and (thirty or _is_number(value, *match.span())))
                and not (match[0] in _NAMED and _is_mentioned(searched, match.start()))
                and not (match[0].startswith("[ins") and _is_button(searched, match.start()))
            ]
    spared = merged(code)
    if "[" in value:
        said = quotations(value)
        found = [one for one in found if not _is_theirs(plain_text, one, said, whole=theirs)]
    kept = (one for one in sorted(set(found)) if not touches(spared, *one))
    for start, end in _joined(value, kept):
        yield LEFT.at(text.span(start, end), text=shorten(value[start:end]))


def _is_theirs(
    text: str, place: tuple[int, int], said: Sequence[tuple[int, int]], *, whole: bool
) -> bool:
    """Whether a word in brackets is the readers' to fill in, in words they are given to say: « Bonjour [prénom], merci »."""
    note = text[slice(*place)]
    is_open = note.startswith(_TO_SAY) and text.strip(' .«»"') != note
    return is_open and (whole or touches(said, *place))


def _joined(value: str, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places with nothing between them as one: « Lorem ipsum dolor sit amet »."""
    first, last = -1, -1
    for start, end in places:
        if first >= 0 and not value[last:start].strip(" \u00a0,"):
            last = max(last, end)
            continue
        if first >= 0:
            yield first, last
        first, last = start, end
    if first >= 0:
        yield first, last


def _notes(text: str, *, theirs: bool) -> Iterator[tuple[int, int]]:
    """Notes in brackets; in a letter for readers, names and addresses are theirs to write."""
    for match in _NOTE.finditer(text):
        if not _is_button(text, match.start()) and not (theirs and match[0].startswith(_LEFT_OPEN)):
            yield match.span()


def _is_button(text: str, start: int) -> bool:
    return bool(_BUTTON.search(text, max(start - 30, 0), start))


def _values(value: str, *, about_programs: bool) -> Iterator[tuple[int, int]]:
    """Where a program shows that it had no value: before a unit, or where programs are not the subject."""
    quoted = quotations(value)
    for match in _VALUE.finditer(value):
        start, end = match.span()
        alone = (
            not about_programs
            and match[0] not in ("null", "None", "UNDEFINED")
            and not (match[0] == "NaN" and _DEFINED.search(value, max(start - 8, 0), start))
        )
        if (alone or _UNIT.match(value, end)) and not touches(quoted, start, end):
            yield start, end


def _variable(document: Document) -> re.Pattern[str] | None:
    """How a variable looks that nothing replaced; where code shows how `${these}` are written, others are examples."""
    if is_template_source(document):
        return None
    shown = any(
        "${" in block.text.value
        if block.kind is BlockKind.CODE
        else any("${" in block.text.value[mark.start : mark.end] for mark in block.code)
        for block in document.blocks
    )
    return _OTHER_TEMPLATE if shown else _TEMPLATE


def _is_escaped(document: Document, text: Text, start: int) -> bool:
    r"""Whether a sign is escaped, so that no template takes it: « &lt;%= titre %&gt; », « \<% titre %> » is meant to be read."""
    place = text.span(start, start + 1)
    if place is None:
        return False
    source = document.source.text
    return source.startswith("&", place.start) or (
        document.format == "markdown" and "\\" in source[max(place.start - 1, 0) : place.start + 1]
    )


def _words_in(text: str) -> Iterator[str]:
    """The words of the list that stand in a text; « TODO » is a word where lists of them are the subject."""
    for one in _listed("word"):
        if one in text and not (one == "TODO" and _ON_TODO.search(text)):
            yield one


def _phrases_in(measures: Measures, head: str) -> Iterator[str]:
    """The phrases of the list that stand in the article or its head; in a letter for readers, some are theirs."""
    lowered = measures.plain_text + "\n" + head
    words = measures.plain_words | vocabulary(head)
    theirs = _gives_a_letter(measures.plain_text)
    for one, first in _phrases_listed():
        if first in words and one in lowered:
            if theirs and one[0] == "[" and not one.startswith(_OF_THE_AUTHOR):
                continue
            yield one


def _is_mentioned(text: str, start: int) -> bool:
    return bool(_MENTIONED.search(text, max(start - 10, 0), start))


def _is_number(value: str, start: int, end: int) -> bool:
    """Whether XXX is thirty: « au tome XXX », « le XXX siècle »."""
    before = value[max(start - 20, 0) : start]
    return bool(_ROMAN.search(before) or _ROMAN_AFTER.match(value, end))


def _words(words: Sequence[str]) -> re.Pattern[str] | None:
    # a heading or sentence all in capitals holds the word as any other: it must stand apart
    any_of = "|".join(map(re.escape, words))
    # and « mnh-XXX », « MNH:XXX » are names whose digits are left open
    return (
        re.compile(
            rf"(?<![\w-])(?<!\w[:/._@#=&])(?:{any_of})(?=\s*(?:[:…!,;)\]»]|\.(?!\w)|\Z))"
            rf"|(?<![\w-])(?<!\w[:/._@#=&])XXX(?=[ \u00a0\u202f]?(?:{_MEASURED}))"
            r"|\A(?:TODO|FIXME)(?= (?!lists?\b|est\b)[a-zà-öø-ÿœ])"
            r"|(?:(?<=\bM\. )|(?<=\bMme )|(?<=\bMonsieur )|(?<=\bMadame ))XXX(?![\w-])"
        )
        if words
        else None
    )


def _phrases(phrases: Sequence[str]) -> re.Pattern[str] | None:
    listed = sorted(phrases, key=lambda one: (-len(one), one))
    any_of = "|".join(rf"(?<!\w){re.escape(one)}(?![\w(])" for one in listed)
    return re.compile(any_of) if phrases else None


@cache
def _phrases_listed() -> tuple[tuple[str, str], ...]:
    """Each phrase and its first word."""
    return tuple((one, re.findall(r"\w+", one)[0]) for one in _listed("phrase"))


@cache
def _listed(kind: str) -> tuple[str, ...]:
    pairs = [line.split("\t") for line in lines(__package__ or "", "placeholder.txt")]
    made = plain if kind == "phrase" else str
    return tuple(made(text) for other, text in pairs if other == kind)


RULE = Rule(
    title=Message(fr="Textes provisoires", en="Placeholders"),
    what=Message(
        fr="Signale un faux texte, une note « TODO » ou « [à compléter] », une variable de gabarit non remplacée.",
        en="Reports dummy text, a note such as « TODO » or « [à compléter] », or a template variable left unfilled.",
    ),
    why=Message(
        fr="L’article n’est pas fini, et le lecteur le voit.",
        en="The article is not finished, and readers see it.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.TOOLS,
    references=(YOAST, GOOGLE_HELPFUL),
    applies=applies,
    check=check,
)
