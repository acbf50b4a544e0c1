"""The article says who wrote it.

```html bad
⟦<head>⟧<title>La fontaine</title></head>
<p>Elle coule.</p>
```

```html bad
⟦<head>⟧<title>La fontaine</title></head>
<article><h1>La fontaine</h1><p>Par ailleurs, elle coule.</p></article>
```

```html good
<head><title>La fontaine</title><meta name="author" content="Maud Perrin"></head>
<p>Elle coule.</p>
```

```html good
<head><title>La fontaine</title></head>
<article><h1>La fontaine</h1><p>Par Maud Perrin</p><p>Elle coule de nouveau.</p></article>
```

A page of a site that has nothing of an article, neither a date nor its mark, needs none:

```html good
<head><title>Nos services</title></head>
<nav><a href="/">Accueil</a> <a href="/services">Services</a></nav><h1>Nos services</h1><p>Nous réparons les fontaines.</p>
```

"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from seo_audit.document import BlockKind, Document, Head
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.parsing.structured_data import OTHERS, read
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.front_pages import is_event, is_list, is_standing_page, is_tool
from seo_audit.rule_support.references import GOOGLE_HELPFUL, opquast
from seo_audit.source import merged, touches

NONE = Fault(
    message=Message(
        fr="Ni l’article ni ses données ne disent qui l’a écrit.",
        en="Neither the article nor its data say who wrote it.",
    ),
    advice=Message(
        fr="Nommez l’auteur dans la page, et dans ses données (author) avec un lien vers qui il est.",
        en="Name the author on the page, and in its data (author) with a link to who they are.",
    ),
)

_NAME = (
    r"(?:l[’']|la |(?:l[ea] )?(?:docteure?|professeure?|maître|père|sœur|frère|abbé) |(?:le|la) (?=(?:Dre?|Pre?|Me)\b))?"
    r"[A-ZÀ-ÖØ-Þ@][\w’'.-]{0,30}"
)
_NAMES = rf"{_NAME}(?:(?:\s|,\s?|\set\s|\s?&\s?)(?:d[eu]\s|d[’']|von\s|van\s)?{_NAME}){{0,8}}"
_BY = regex(
    r"(?:par(?:\s?:)?|écrit par|rédigé par|propos recueillis par|recueilli par|textes?(?: et (?:photos?|images?|illustrations?|dessins?|vidéos?))?"
    r"(?: de)?\s?:?|(?:à propos de )?(?:l[’'])?auteure?s?\s?:|autrices?\s?:|signé\s?:?"
    r"|auteure?(?:[·.(-](?:e|ice|rice|trice)\)?)+s?\s?:|(?:rédaction|reportage|enquête|récit|interview|entretien|recueil)\s?:"
    r"|publiée? par|mise? en ligne par|(?:written |posted )?by|(?:de )?notre (?:correspondante?|envoyée? spéciale?)(?: (?:à|au|aux|en) [\w’'-]{2,30},?)?"
    rf")\s+(?:{_NAME}|(?:la|notre) rédaction\b)",
)
_DESK = regex(r"(?i:l[ae] rédaction|notre rédaction)(?: (?:de|du|d[’']).{1,60})?\W{0,3}")
"""« La rédaction » alone: a newspaper signs so."""
# « Un texte de Maud Perrin » and nothing else, for « Un texte de Victor Hugo ouvre le recueil. » signs nothing
_PIECE_BY = regex(
    r"(?i:(?:une?|ce|cet|cette)\s)?(?i:analyse|article|billet|chronique|critique|dossier|enquête|entretien|interview|papier"
    r"|portrait|récit|reportage|texte|tribune|contribution)s?\s"
    r"(?:signée?\s|(?:(?:signée?|écrite?|rédigée?|proposée?|réalisée?|menée?|préparée?|recueillie?)s?\s)?(?:de\s|d[’']|par\s))"
    rf"{_NAMES}(?:,\s[a-zà-ÿ][^.!?\n]{{1,60}})?\W{{0,3}}"
)
_DATED_BY = regex(
    # « Le four est bâti par Luc Giron » signs nothing
    rf"(?:publiée?|mise? en ligne|postée?|rédigée?|écrite?|modifiée?|le(?=\s(?:\w{{4,9}}\s)?\d))\s[^.!?\n]{{0,60}}?(?<!\w)par\s+{_NAME}"
)
# a line beside the article may begin with its section and go on with the date
_SIGNED = regex(rf"(?<!\w)Par\s{{1,3}}{_NAME}\s{{1,3}}[A-ZÀ-ÖØ-Þ]")
_SAID_BY = regex(rf"(?<!\w)(?:[ÉEée]crite?|[Rr]édigée?)\s{{1,3}}par\s{{0,3}}{_NAME}")
"""Beside the article the name may stand right behind, in an element of its own."""
_BETWEEN_BARS = regex(rf"(?:^|[|•·–—]\s?)par\s{{1,3}}{_NAMES}\s?(?:$|[|•·–—,(])")
_TAGS = (
    *(
        "author",
        "article:author",
        "og:article:author",
        "og:author",
        "dc.creator",
        "dcterms.creator",
    ),
    *("citation_author", "parsely-author", "sailthru.author", "byl"),
)
_MARKED = regex(
    r"""<(?P<name>[a-z][a-z0-9-]*)\s[^<>]{0,500}?(?:\bclass\s*=\s*["'](?:[\w-]+\s+){0,5}"""
    r"""(?:(?:entry|post|article|meta|single|blog)[_-]{1,2})?(?:author|auteurs?|autrices?|byline)(?:[_-]{1,2}(?:name|nom|box|bio|info|card|details))?[\s"']"""
    r"""|\brel\s*=\s*["']author["'])[^<>]{0,500}>""",
    re.IGNORECASE,
)
_LABEL = regex(
    r"\W*(?:(?:écrit|publié|rédigé|posté|written|posted)?\s*(?:par|by)|auteure?s?|autrices?)?\W*",
    re.IGNORECASE,
)
_TAG = regex(
    r"<(?P<end>/?)(?P<name>[a-z][a-z0-9-]*)[^<>]{0,1000}>|<!--[^>]{0,1000}>", re.IGNORECASE
)
_WRITTEN_BY = regex(r"(?:écrit|rédigé|publié|written)\s(?:par|by)|auteure?|author", re.IGNORECASE)
_INSIDE = 2_000
"""Characters of an element in which its text is looked for."""
_MOST_MARKS = 50
_DAY = regex(
    r"(?<!\w)(?:(?:le\s)?(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)?\s?\d{1,2}(?:er)?\s[a-zéû]{3,9}\.?\s\d{4}"
    r"|le\s(?=\d)|(?:publiée?|mise? (?:à jour|en ligne)|posted|updated)(?!\w))",
    re.IGNORECASE,
)
"""A date alone signs nothing."""
_START = regex(r"[PÉERTABUSDCLMNÀIW]", re.IGNORECASE)
_CAPITALS = regex(r"PAR\s(?=\w+\s\w)")
_SIGNATURE = regex(
    r"(?:[—–-]\s?)?(?!(?:Photo|Crédit|Image|Illustration|Vidéo|Source|Traduction|Merci|Bon|Bonne|Joyeux)s?\b)"
    r"[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zà-ÿ](?:\s(?:d[eu]\s|d[’'])?(?:[A-ZÀ-ÖØ-Þ]\.|[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zà-ÿ])){1,3}"
    r"(?:,?\s(?:le\s)?\d{1,2}(?:er)?\s[a-zéû]{3,9}\s\d{4}|,?\s(?:pour|avec)\s(?:l[’'])?[A-ZÀ-ÖØ-Þ][\w’' -]{1,30}"
    r"|,\s(?:journaliste|rédact(?:eur|rice)|envoyée?\sspéciale?|correspondante?|chroniqueu(?:r|se)|pigiste)(?:\s[^.!?\n]{1,60})?)?"
)
"""A name in a line of its own, at the top or the end: « Maud Perrin », « — Maud Perrin »."""
_TOP, _END = 3, 2
"""Blocks among which it is looked for."""


def applies(document: Document, _measures: Measures) -> bool:
    # a Markdown article is often signed by its site’s template, which we do not see
    return document.head is not None and not (
        is_list(document) or is_standing_page(document) or is_event(document) or is_tool(document)
    )


def check(document: Document, _measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    if any(author.value.strip() for author in document.metadata.authors):
        return
    head = document.head
    things, _ = read(document)
    if any(
        (thing.names("author") or thing.names("creator")) and not thing.types & OTHERS
        for thing in things
    ):
        return
    if head and _in_the_data(head):
        return
    if _on_the_page(document) or _is_marked(document) or _stands_in_a_menu(document):
        return
    yield NONE.at(head.span if head else None)


_MENU = regex(r"<nav[\s>]|\srole=[\"']?navigation", re.IGNORECASE)
_ARTICLE = regex(
    r"<article[\s>]|<time[\s>]|\bhentry\b|[\"'](?:article|(?-i:[A-Za-z]*Article|BlogPosting|Report|Review|Recipe))[\"']"
    r"|(?:schema\.org/|og:type[\"']?\s[^<>]{0,40}?)(?:[A-Za-z]*Article|BlogPosting|article)|datePublished|article:published",
    re.IGNORECASE,
)
_FOLDER = regex(
    r"(?:\A|/)(?:blog|posts?|articles?|billets?|actualites?|actus?|news|journal|chroniques?|dossiers?|magazine|[12]\d{3})/",
    re.IGNORECASE,
)
"""Folders of what is dated and signed."""
_DATED = regex(
    r"(?<!\d)\d{1,2}(?:er)?\s(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\s\d{4}(?!\d)"
    r"|(?<![\d/])\d{1,2}/\d{1,2}/\d{4}(?![\d/])",
    re.IGNORECASE,
)
_FIRST = 6
"""Blocks among which the day of an article stands."""


def _stands_in_a_menu(document: Document) -> bool:
    """Whether a page belongs to a site and has nothing of an article: neither a date nor a mark, nor a folder of such.

    Services, a portfolio, the pages of a small business: who made them signs the site.
    """
    source, metadata = document.source, document.metadata
    path = (source.path.as_posix() if source.path else source.name).lower()
    if not _MENU.search(source.text) or metadata.published or metadata.modified:
        return False
    beside = (part.text[:300] for part in document.furniture if part.reason != "comments")
    texts = (*(block.text.value[:300] for block in document.blocks[:_FIRST]), *beside)
    return not (
        _ARTICLE.search(source.text) or _FOLDER.search(path) or any(map(_DATED.search, texts))
    )


def _in_the_data(head: Head) -> bool:
    """Whether a meta tag or a property of the article names its author."""
    for number in "12":
        # what themes and extensions of WordPress tell Twitter
        labels = head.metas_named(f"twitter:label{number}")
        named = head.metas_named(f"twitter:data{number}")
        if any(_WRITTEN_BY.fullmatch(one.content.value.strip()) for one in labels) and any(
            one.content.value.strip() for one in named
        ):
            return True
    if _handles(head, "twitter:creator") - _handles(head, "twitter:site"):
        return True
    return any(meta.content.value.strip() for meta in head.metas_named(*_TAGS)) or any(
        one.key == "author" and one.value.value.strip() and one.item_type not in OTHERS
        for one in head.properties
    )


def _handles(head: Head, name: str) -> set[str]:
    """The accounts a meta tag names; where the site's is the author's as well, nobody signs."""
    return {meta.content.value.strip().lower() for meta in head.metas_named(name)} - {""}


def _on_the_page(document: Document) -> bool:
    """Whether a short block, in the article or beside it, names its author."""
    texts = [block.text.value for block in document.blocks if len(block.text.value) < 200]
    beside = [part.text[:300] for part in document.furniture if part.reason != "comments"]
    if any(_SIGNED.search(text) or _SAID_BY.search(text) for text in beside):
        return True
    texts += beside
    if any(_BETWEEN_BARS.search(text) for text in texts):
        return True
    edges = (*document.blocks[:_TOP], *document.blocks[-_END:])
    if any(
        block.kind is BlockKind.PARAGRAPH and _SIGNATURE.fullmatch(block.text.value.strip())
        for block in edges
    ):
        return True
    starts = [text[:1].lower() + text[1:] for text in texts if _START.match(text[:1])]
    starts += ["par " + text[4:] for text in texts if text.isupper() and _CAPITALS.match(text)]
    return any(_signs(text) or _DATED_BY.match(text) for text in starts) or any(
        _PIECE_BY.fullmatch(text) or _DESK.fullmatch(text) for text in texts
    )


def _signs(text: str) -> bool:
    """Whether a line says by whom; « Par Toutatis ! » and « Par Annecy, on y va en train » do not."""
    by = _BY.match(text)
    return by is not None and not _GOES_ON.match(text, by.end())


_GOES_ON = regex(
    rf"(?:\s{_NAME}){{0,4}}(?:\s?[!?]|,?\s(?:on|ils?|elles?|nous|vous|je|tu|cela|c[’']est)\s)"
)


def _is_marked(document: Document) -> bool:
    """Whether the page’s markup tells an author, and its text a name; the words say quickly when it does not.

    Who wrote a comment or another article is not who wrote this one.
    """
    text = document.source.text
    plain = text.lower()
    if not any(word in plain for word in ("author", "auteur", "autrice", "byline")):
        return False
    others = merged(
        part.span for part in document.furniture if part.reason in ("comments", "related")
    )
    return any(
        _holds_name(text, mark) and not touches(others, mark.start(), mark.end())
        for mark in islice(_MARKED.finditer(text), _MOST_MARKS)
    )


def _holds_name(text: str, mark: re.Match[str]) -> bool:
    """Whether an element holds more than a label such as « Par »."""
    name, depth, at = mark["name"].lower(), 1, mark.end()
    if name == "link":
        return True
    pieces: list[str] = []
    end = min(len(text), at + _INSIDE)
    for tag in _TAG.finditer(text, at, end):
        pieces.append(text[at : tag.start()])
        at = tag.end()
        if (tag["name"] or "").lower() == name:
            depth += -1 if tag["end"] else 1
        if not depth:
            break
    said = unescape(" ".join(pieces))
    label = _LABEL.match(said)
    rest = _DAY.sub(" ", said[label.end() if label else 0 :])
    return any(char.isalpha() for char in rest)


RULE = Rule(
    title=Message(fr="Signature", en="Byline"),
    what=Message(
        fr="Cherche l’auteur dans les données de la page, dans son en-tête et dans son texte (« Par … »).",
        en="Looks for the author in the page’s data, its head and its text (« Par … »).",
    ),
    why=Message(
        fr="Google conseille de dire qui a écrit, comment et pourquoi ; c’est d’abord une marque de sérieux pour le "
        "lecteur.",
        en="Google advises to say who wrote, how and why; it is first of all a mark of seriousness for readers.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.GOOGLE,
    references=(GOOGLE_HELPFUL, opquast(101)),
    applies=applies,
    check=check,
)
