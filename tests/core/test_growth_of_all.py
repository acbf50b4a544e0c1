"""Every rule and every report takes time that grows as the article does, whatever it is made of."""

from collections.abc import Callable
from pathlib import Path

import pytest
from growth import grows_linearly

from seo_audit import engine, plugins
from seo_audit.analysis.look_ups import Disk
from seo_audit.config.config import Config
from seo_audit.judging.gate import Gate, judge
from seo_audit.rendering.summary import Summary, View, line
from seo_audit.source import Source

SENTENCE = "La fontaine du village coule de nouveau depuis lundi. "
UNITS: dict[str, str] = {
    "missing links": '<p>Voir <a href="absent-{n}.html">la fontaine {n}</a>.</p>',
    "missing links up": '<p>Voir <a href="../autre/absent-{n}.html#x">la fontaine {n}</a>.</p>',
    "missing anchors": '<p>Voir <a href="#absente-{n}">la fontaine {n}</a>.</p>',
    "links to folders": '<p>Voir <a href="dossier-{n}/">la fontaine {n}</a>.</p>',
    "outbound links": '<p>Voir <a href="https://a{n}.example.org/x">la fontaine {n}</a>.</p>',
    "empty links": '<p>Voir <a href="/a{n}"></a>.</p>',
    "missing images": '<p>Une image <img src="IMG_{n}.jpg" alt="image"></p>',
    "missing images without alt": '<img src="absente-{n}.jpg">',
    "frames": '<iframe src="https://a.example/{n}"></iframe><p>Eau {n}.</p>',
    "headings": "<h2 id=t{n}>La fontaine {n}</h2><p>Elle coule.</p>",
    "same headings": "<h3>La fontaine</h3><p>Elle coule.</p>",
    "lists": "<ul><li>Eau {n}<li>Pierre</ul>",
    "typed lists": "<p>- Eau {n}<br>- Pierre</p>",
    "tables": "<table><tr><th>Eau<td>{n}</table>",
    "bold paragraphs": "<p><strong>La fontaine {n}</strong></p>",
    "typography": '<p>Voir "ceci" : l\'eau de 12 % à 1er prix !... Etat {n}</p>',
    "comments of ours": "<!-- seo-audit-disable-next-line link-text -->\n<p><a href=/a{n}>cliquez ici</a></p>\n",
    "keyphrases": "<p>La fontaine du village numéro {n}, fontaines des villages.</p>",
    "english": "<p>The water of the fountain has been running again since last Monday {n}.</p>",
    "times": "<p>Publié le <time datetime=2026-01-{n}>{n} janvier 2026</time> par Anne Martin</p>",
}
NESTED: dict[str, str] = {
    "languages": "<span lang=en>the water ",
    "bold": "<b>eau ",
    "code": "<code>eau ",
    "quotes": "<blockquote>Eau. ",
    "definitions": "<dfn title=x>eau ",
}
HEADS: dict[str, Callable[[int], str]] = {
    "things that name each other": lambda n: (
        '<script type="application/ld+json">{"@graph": ['
        + ", ".join(
            f'{{"@type": "Article", "@id": "#a{i}", "author": {{"@id": "#a{i + 1}"}}}}'
            for i in range(n)
        )
        + "]}</script>"
    ),
    "scripts": lambda n: '<script type="application/ld+json">{"@type": "Article"}</script>' * n,
    "alternates": lambda n: "".join(
        f'<link rel=alternate hreflang=fr-{i} href="https://a.fr/{i}">' for i in range(n)
    ),
    "canonicals": lambda n: "".join(f'<link rel=canonical href="/a{i}">' for i in range(n)),
    "metas": lambda n: "".join(f'<meta property="og:title" content="Eau {i}">' for i in range(n)),
}


def _page(head: str, body: str) -> str:
    return (
        f"<!doctype html><html lang=fr><head><title>La fontaine</title>{head}</head>"
        f"<body><article><h1>La fontaine</h1><p>{SENTENCE}</p>{body}</article></body></html>"
    )


def _audit(text: str, folder: Path) -> None:
    """One audit with every rule on, rendered in every format."""
    on = {name: {"enabled": True} for name in plugins.rules()}
    config = Config(keyphrase="fontaine du village", rules=on)
    source = Source(text, name="a.html", path=folder / "a.html")
    report = engine.audit(source, config, disk=Disk())
    outcome = judge(report, Gate())
    view = View(rules=plugins.rules())
    summary = Summary((line(report, outcome, "fr"),))
    for name in plugins.report_names():
        format_ = plugins.report(name)
        for _ in format_.render(iter([format_.entry(report, outcome, view)]), summary, view):
            pass


@pytest.mark.slow
@pytest.mark.parametrize("name", UNITS)
def test_one_after_the_other(tmp_path: Path, name: str) -> None:
    def work(size: int) -> None:
        body = "".join(UNITS[name].replace("{n}", str(number)) for number in range(size))
        _audit(_page("", body), tmp_path)

    assert grows_linearly(work, 800)


@pytest.mark.slow
@pytest.mark.parametrize("name", NESTED)
def test_one_within_the_other(tmp_path: Path, name: str) -> None:
    assert grows_linearly(lambda size: _audit(_page("", NESTED[name] * size), tmp_path), 5000)


@pytest.mark.slow
@pytest.mark.parametrize("name", HEADS)
def test_in_the_head(tmp_path: Path, name: str) -> None:
    assert grows_linearly(lambda size: _audit(_page(HEADS[name](size), ""), tmp_path), 1000)
