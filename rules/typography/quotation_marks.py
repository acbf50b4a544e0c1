"""French quotations stand between guillemets.

```html bad
<p>Le maire parle d’une ⟦"belle surprise"⟧ pour le village.</p>
```

```html suggested
<p>Le maire parle d’une «⍽belle surprise⍽» pour le village.</p>
```

```markdown bad
Elle a répondu : ⟦"C’est la **fontaine** qui coule !"⟧
```

Verse, and a headline:

```html bad
<title>Une ⟦"belle surprise"⟧ à la fontaine</title>
<h1>La fontaine</h1>
<p>La chanson dit :<br>⟦"L’eau revient,<br>la fontaine chante."⟧</p>
```

Inside a quotation, curly ones are right:

```html good
<p>« Le maire parle d’une “belle surprise” pour le village », dit-elle.</p>
```

Inches, seconds, code, names of files and what is marked as another language keep theirs:

```html good
<p>Un écran de 15" posé à 48° 51' 24", le champ "nom_de_rue" ; <code>lang="fr"</code> ; <span lang="en">"Hello"</span>, dit-il.</p>
```
"""

from collections.abc import Iterator

from seo_audit import french
from seo_audit.analysis.passages import NBSP, Passage
from seo_audit.document import Document
from seo_audit.lazy import regex
from seo_audit.measures import Measures
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.edits import Change
from seo_audit.rule_support.references import IMPRIMERIE
from seo_audit.rule_support.typography import CONVENTIONS, Hit, applies, report

STRAIGHT = Fault(
    message=Message(
        fr="{count:# passage|# passages} entre guillemets droits "
        "{passages:ici|dans # autres paragraphes}{count: :|, par exemple} « {example} ».",
        en="{count:# quotation|# quotations} in straight quotation marks "
        "{passages:here|in # other paragraphs}{count::|, for example} “{example}”.",
    ),
    advice=Message(
        fr="Mettez des guillemets français, avec leurs espaces insécables ; “…” à l’intérieur d’une citation.",
        en="Use guillemets, with their no-break spaces; “…” inside a quotation.",
    ),
)

QUOTED = Message(
    fr="Vérifiez que c’est une citation, ou un mot mis à distance.",
    en="See that it is a quotation, or a word held at a distance.",
)

# the inner text stops at the next mark, so that the search is linear; verse is quoted over several lines
_QUOTED = regex(r'(?<![\w"=\\])"(?=[^\s"])([^"]{1,600})(?<!\s)"(?![\w"=])')
_LETTERS = regex(r"[^\W\d_]{2}")
_SENTENCE = 5
"""Spaces in a quotation from which its language is asked."""
_KEY = regex(r"\s?:\s?[\"\d{\[]")
_VALUE = regex(r"\"\s?:\s?\Z")
_TYPED = regex(
    r"[\w.~-]*(?:/[\w.~-]+){2,}/?|[~.]{1,2}/\S+|[^\s\\_@=<>{}#]*[\\_@=<>{}#]\S*|--[\w-]+|-[A-Za-z]|\$\w+"
)
"""A path, a name of code, an option: what is typed as it stands, marks included."""


_SHORTCODE = regex(r"\[[A-Za-z][\w-]{1,20} \Z")
"""What WordPress fills in: « [Tweet "Le lac est gelé"] »."""


def check(_document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    space = NBSP if NBSP in CONVENTIONS[measures.region].quotes else ""

    def find(passage: Passage) -> Iterator[tuple[Fault, Hit]]:
        return _find(passage, space)

    yield from report(measures.passages, find)


def _find(passage: Passage, space: str) -> Iterator[tuple[Fault, Hit]]:
    """What stands between straight marks; `space` is what stands inside of guillemets."""
    text = passage.text
    if '"' not in text:
        return
    for match in _QUOTED.finditer(text):
        # « "name": "value" » is data that lost its markup
        start, end = match.span()
        is_data = (
            _KEY.match(text, end)
            or _VALUE.search(text, max(start - 4, 0), start)
            or (text[end : end + 1] == "]" and _SHORTCODE.search(text, max(start - 30, 0), start))
        )
        if is_data or not _LETTERS.search(match[1]):
            continue
        inner = passage.block.text.value[match.start(1) : match.end(1)]
        if _TYPED.fullmatch(inner):
            continue
        if inner.count(" ") < _SENTENCE or french.detect_language(inner)[0] in ("fr", "und"):
            is_inside = text.count("«", 0, start) > text.count("»", 0, start)
            opening, closing = ("“", "”") if is_inside else (f"«{space}", f"{space}»")
            changes = (Change(start, start + 1, opening), Change(end - 1, end, closing))
            yield STRAIGHT, Hit(passage, start, end, inner, changes, QUOTED)


RULE = Rule(
    title=Message(fr="Guillemets", en="Quotation marks"),
    what=Message(
        fr="Signale les guillemets droits du clavier autour de mots français.",
        en="Reports the keyboard’s straight quotation marks around French words.",
    ),
    why=Message(
        fr="Les guillemets français disent où la citation commence et où elle finit ; les droits, non. "
        "C’est un usage de la langue, sans effet sur le référencement.",
        en="Guillemets tell where a quotation begins and where it ends; straight marks do not. It is a "
        "custom of the language, without effect on ranking.",
    ),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(IMPRIMERIE,),
    applies=applies,
    check=check,
)
