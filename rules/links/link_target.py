"""Links to files and places of one’s own lead somewhere.

```html bad
<h1 id="haut">Le lac</h1>
<p>Voir <a href="⟦#bas⟧">plus bas</a>.</p>
```

```markdown bad
# Le lac

Voir [la rive](⟦#la-rive⟧).
```

```html good
<h1 id="haut">Le lac</h1>
<p>Voir <a href="#haut">plus haut</a>, ou <a href="#top">tout en haut</a>.</p>
```

```markdown good
# Le lac gelé

Voir [le lac](#le-lac-gelé), ou [sans accent](#le-lac-gele).
```
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from seo_audit.document import Document, Link
from seo_audit.measures import Measures
from seo_audit.message import Message, shorten
from seo_audit.rule import Evidence, Fault, Finding, NoOptions, Rule, Severity
from seo_audit.rule_support.addresses import Destination, destination
from seo_audit.rule_support.anchors import (
    MOST_FILES,
    anchors_in,
    is_answered_elsewhere,
    known_as,
    own_anchors,
)
from seo_audit.rule_support.local_files import PAGES, LocalFiles, relative_address
from seo_audit.rule_support.references import opquast
from seo_audit.rule_support.templates import is_looked_up, is_template
from seo_audit.source import Span

NO_FILE = Fault(
    message=Message(
        fr="Le lien mène à « {path} », qui n’existe pas.",
        en="The link leads to “{path}”, which does not exist.",
    ),
    advice=Message(
        fr="Corrigez l’adresse, ou retirez le lien.", en="Mend the address, or remove the link."
    ),
)
NO_PLACE = Fault(
    message=Message(
        fr="Le lien mène à l’ancre « #{fragment} », qui n’existe pas dans la page.",
        en="The link leads to the anchor “#{fragment}”, which is not on the page.",
    ),
    advice=Message(
        fr="Corrigez l’ancre, ou posez-la (attribut id) où elle manque.",
        en="Mend the anchor, or set it (attribute id) where it is missing.",
    ),
)
NO_PLACE_THERE = Fault(
    message=Message(
        fr="Le lien mène à l’ancre « #{fragment} », qui n’existe pas dans « {path} ».",
        en="The link leads to the anchor “#{fragment}”, which is not in “{path}”.",
    ),
    advice=NO_PLACE.advice,
)


def applies(document: Document, _measures: Measures) -> bool:
    return any(
        relative_address(link.href.value)
        or destination(document, link.href.value, frozenset()) is Destination.SAME_PAGE
        for link in document.links
    )


def check(document: Document, measures: Measures, _options: NoOptions) -> Iterator[Finding]:
    files = LocalFiles(document, measures.target, measures.disk)
    anchors = own_anchors(document)
    searched: dict[Path, frozenset[str] | None] = {}
    for link in _known_links(document):
        href = link.href.value
        place = link.href.span() or link.span
        address = files.address(href)
        if destination(document, href, frozenset()) is Destination.SAME_PAGE:
            fragment = unquote(href.partition("#")[2])
            if anchors is not None and not _is_there(fragment, anchors, document.format):
                yield NO_PLACE.at(place, fragment=shorten(fragment))
            continue
        if address is None or not address.path:
            continue
        if _is_judged(document, address.suffix) and files.is_missing(address):
            yield NO_FILE.at(place, path=shorten(address.path, 120))
            continue
        path = None if is_answered_elsewhere(address.fragment) else files.find(address)
        if path is None or path.suffix.lower() not in PAGES:
            continue
        if path == document.source.path:
            known = anchors
        else:
            if path not in searched and len(searched) < MOST_FILES:
                searched[path] = anchors_in(measures.disk, path)
            known = searched.get(path)
        kind = "html" if path.suffix.lower() in (".html", ".htm") else "markdown"
        if known is not None and not _is_there(address.fragment, known, kind):
            yield NO_PLACE_THERE.at(
                place, fragment=shorten(address.fragment), path=shorten(address.path, 120)
            )


def _known_links(document: Document) -> Iterator[Link]:
    """Links whose target is written here, not filled in, looked up when the page is built or written by a robot.

    Of several that share what a reference defines, one.
    """
    robot = _by_robot(document)
    shared: set[Span] = set()
    for link in document.links:
        place = link.href.span()
        if place in shared:
            continue
        if place:
            shared.add(place)
        if robot and robot.start <= link.span.start < robot.end:
            continue
        if not is_template(link.href.value) and not is_looked_up(document, link.span):
            yield link


def _by_robot(document: Document) -> Span | None:
    """Where all-contributors writes who did what: its links « #talk-jeanne » lead nowhere on purpose."""
    start: Span | None = None
    for comment in document.comments:
        if "ALL-CONTRIBUTORS-LIST:START" in comment.value:
            start = comment.span()
        elif start and "ALL-CONTRIBUTORS-LIST:END" in comment.value and (end := comment.span()):
            return Span(start.start, end.end)
    return None


def _is_there(fragment: str, anchors: frozenset[str], kind: str) -> bool:
    return is_answered_elsewhere(fragment) or known_as(kind)(fragment) in anchors


def _is_judged(document: Document, suffix: str) -> bool:
    """Whether an address of this ending is a file: a Markdown source’s .html is made later."""
    return suffix not in (".html", ".htm", ".php", ".asp", ".aspx", ".jsp", ".xml") or (
        document.format == "html" and suffix in (".html", ".htm")
    )


RULE = Rule(
    title=Message(fr="Cible des liens", en="Link targets"),
    what=Message(
        fr="Cherche sur le disque les fichiers que visent les liens relatifs, et les ancres dans la page et dans ces "
        "fichiers ; rien n’est demandé au réseau.",
        en="Looks on disk for the files that relative links lead to, and for anchors on the page and in those files; "
        "nothing is asked of the network.",
    ),
    why=Message(
        fr="Un lien rompu arrête le lecteur et les moteurs. Dans le doute (adresses faites par un générateur), la règle se "
        "tait.",
        en="A broken link stops readers and search engines. In doubt (addresses made by a generator), the rule is "
        "silent.",
    ),
    severity=Severity.ERROR,
    evidence=Evidence.STANDARD,
    references=(opquast(152),),
    applies=applies,
    check=check,
)
