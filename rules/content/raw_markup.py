"""Readers see a text, not the source it was to be made from.

```html bad
<p>La fontaine coule de nouveau.</p>
<p>⟦[gallery ids="12,13,14"]⟧</p>
```

```html bad
<p>Elle coule ⟦**de nouveau**⟧, dit le [maire](https://exemple.fr/maire).</p>
```

```markdown bad
⟦[vc_row][vc_column width="1/2"]⟧La fontaine coule de nouveau.[/vc_column][/vc_row]
```

```text bad
La fontaine ⟦[b]⟧coule[/b] de nouveau.
```

What an article on the matter shows, code, and brackets of one’s own are right:

```html good
<p>Un code court tel que [gallery ids="12"] affiche une galerie, et <code>**gras**</code> met en gras [sic].</p>
```

```markdown good
La fontaine **coule** de nouveau [note de la rédaction], dit le [maire](https://exemple.fr/maire).
```
"""

import re
from collections.abc import Iterator
from itertools import groupby

from seo_audit.document import Block, BlockKind, Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.parsing.raw_markup import shortcodes
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.references import HTML, WORDPRESS_SHORTCODES
from seo_audit.rule_support.templates import is_template_source
from seo_audit.source import Span

SHORTCODE = Fault(
    message=Message(
        fr="{count:# code court s’affiche tel quel|# codes courts s’affichent tels quels}{count: :|, par exemple} « {text} ».",
        en="{count:# short code shows|# short codes show} as it stands{count::|, for example} “{text}”.",
    ),
    advice=Message(
        fr="Réactivez l’extension qui le comprend, ou retirez-le du texte.",
        en="Switch the extension that understands it on again, or take it out of the text.",
    ),
)
TEMPLATE = Fault(
    message=Message(
        fr="Balise de gabarit restée dans la page : « {text} ».",
        en="Template tag left on the page: “{text}”.",
    ),
    advice=Message(
        fr="Corrigez le gabarit ou l’étape qui devait la remplacer.",
        en="Mend the template, or the step that was to replace it.",
    ),
)
MARKUP = Fault(
    message=Message(
        fr="{count:# marque de mise en forme s’affiche telle quelle|# marques de mise en forme s’affichent telles quelles}"
        "{count: :|, par exemple} « {text} ».",
        en="{count:# formatting mark shows|# formatting marks show} as it stands{count::|, for example} “{text}”.",
    ),
    advice=Message(
        fr="Mettez en forme avec du HTML : ces signes ne valent que dans un fichier Markdown.",
        en="Format with HTML: such signs count in a Markdown file only.",
    ),
)
FAILED = Fault(
    message=Message(
        fr="Message d’erreur de PHP resté dans la page : « {text} ».",
        en="Error message of PHP left on the page: “{text}”.",
    ),
    advice=Message(
        fr="Corrigez l’erreur, refaites la page, et coupez l’affichage des erreurs (display_errors).",
        en="Mend the error, make the page anew, and switch the display of errors off (display_errors).",
    ),
)
_FAULTS = {"shortcode": SHORTCODE, "template": TEMPLATE}

_MARKUP = regex(
    r"(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*(?![\w*])"
    r"|!?\[[^\[\]\n]{1,200}\]\((?:https?://|mailto:|\.{0,2}/|#)[^()\s]{0,300}\)"
    r"|!\[[^\[\]\n]{0,200}\]\([^()\s]{1,300}\)"
    r"|\A#{2,6}[ \u00a0][^\W\d_]|```|\A:{3}[ \u00a0]?[a-z{]"
    # a blank to fill in has no words in it, « __init__ » no space
    r"|(?<![\w_])__(?=[^\s_])[^_\n]{1,100}[ \u00a0][^_\n]{0,100}(?<=[^\s_])__(?![\w_])|(?<![\w~])~~(?=[^\s~])[^~\n]{1,200}(?<=[^\s~])~~(?![\w~])"
    r"|(?<![\w`])`(?=[^\s`])[^`\n]{1,100}`(?![\w`])"
    r"|\[\[[^\W\d_][^\[\]\n]{0,200}\]\]|<!--[ \u00a0]?/?(?:wp:|more|nextpage|truncate)[^<>\n]{0,300}>|<\?(?:php|=)"
    r"|(?<!élément[ \u00a0])(?<!attribut[ \u00a0])</?(?:strong|em|b|i|u|p|br|span|div|h[1-6]|a|img|ul|ol|li)(?:\s[^<>]{0,200})?/?>"
)
_SIGNS = ("**", "](", "##", "`", "<", ":::", "__", "~~", "[[")
"""What a text holds in which `_MARKUP` finds something: few do."""
_FAILED = regex(
    r"\b(?:Fatal error|Parse error|Warning|Notice|Deprecated): [^\n]{1,300}? in (?:/|[A-Z]:\\)[^\s]{1,300} on line \d+"
)
"""As PHP shows its errors: what, in which file, on which line."""
_ON_PHP = regex(r"\bphp\b", re.IGNORECASE)
_ON_MARKUP = regex(
    r"\b(?:markdown|html5?|css|balises?|bbcode|wiki(?:texte|code)|astérisques?|syntaxe|code source|xml|éditeur de texte|commonmark)\b",
    re.IGNORECASE,
)
"""Where markup is the subject, marks are examples."""
_READ_AS_MARKDOWN = (" data-markdown", "<zero-md", "<md-block", "<md-span")
"""Slides of reveal.js and elements whose script reads Markdown."""


def applies(document: Document, measures: Measures) -> bool:
    return (
        bool(measures.counted)
        or document.metadata.title is not None
        or any(part.reason in _FAULTS for part in document.furniture)
    )


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    line = document.source.position
    told = [part for part in document.furniture if part.reason in _FAULTS]
    if is_template_source(document):
        return
    for (reason, _), parts in groupby(
        told, key=lambda part: (part.reason, line(part.span.start).line)
    ):
        found = list(parts)
        count = sum(part.text.count("[") or 1 for part in found)
        yield _FAULTS[reason].at(found[0].span, text=shorten(found[0].text), count=count)
    yield from _in_metadata(document)
    if document.format == "html":
        yield from _failures(document, measures)
    is_read = any(one in document.source.text for one in _READ_AS_MARKDOWN)
    if document.format == "html" and not is_read:
        shown = [finding for _, block in measures.counted for finding in _marks(block)]
        if shown and not _ON_MARKUP.search(document.text):
            yield from shown


def _in_metadata(document: Document) -> Iterator[Finding]:
    """Short codes in the title and the description: what search results show of the page."""
    metadata = document.metadata
    for text in (metadata.title, metadata.description):
        told = list(shortcodes(document, text)) if text and text.runs else []
        # a title from the body is told there
        if told and told[0].span not in {part.span for part in document.furniture}:
            count = sum(part.text.count("[") for part in told)
            yield SHORTCODE.at(told[0].span, text=shorten(told[0].text), count=count)


def _failures(document: Document, measures: Measures) -> Iterator[Finding]:
    """Errors of PHP, on a page that is not about it."""
    told = [
        (block, found)
        for _, block in measures.counted
        if block.kind is not BlockKind.CODE
        and not block.code
        and " on line " in block.text.value
        and (found := _FAILED.search(block.text.value))
    ]
    # « /var/www/index.php » is in the message itself
    if told and not _ON_PHP.search(_FAILED.sub("", document.text)):
        for block, found in told:
            yield FAILED.at(block.text.span(*found.span()) or block.span, text=shorten(found[0]))


def _marks(block: Block) -> Iterator[Finding]:
    """Marks of Markdown, and tags that were escaped."""
    value = block.text.value
    if block.kind is BlockKind.CODE or not any(sign in value for sign in _SIGNS):
        return
    code = [(mark.start, mark.end) for mark in block.code]
    found = [
        match
        for match in _MARKUP.finditer(value)
        if not any(start < match.end() and match.start() < end for start, end in code)
    ]
    if found:
        place = block.text.span(*found[0].span()) or Span(block.span.start, block.span.end)
        yield MARKUP.at(place, text=shorten(found[0][0]), count=len(found))


RULE = Rule(
    title=Message(fr="Source visible", en="Visible source"),
    what=Message(
        fr="Signale ce que le lecteur voit de la source : codes courts (« [gallery ids=… ] »), balises de gabarit, signes de "
        "Markdown ou balises dans une page HTML. Les codes courts ne comptent pas parmi les mots.",
        en="Reports what readers see of the source: short codes (« [gallery ids=…] »), template tags, Markdown’s signs or "
        "tags on an HTML page. Short codes do not count as words.",
    ),
    why=Message(
        fr="Une extension retirée, un texte collé d’ailleurs ou un gabarit en panne laissent leur code dans la page : le "
        "lecteur n’y voit qu’une erreur.",
        en="An extension taken away, a text pasted from elsewhere or a broken template leave their code on the page: "
        "readers see an error.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.STANDARD,
    references=(WORDPRESS_SHORTCODES, HTML),
    applies=applies,
    check=check,
)
