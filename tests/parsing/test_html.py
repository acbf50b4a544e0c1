"""HTML to Document: places of every character, blocks as a browser shows them, the head."""

import gc
import html
import warnings
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from bs4 import BeautifulSoup
from growth import grows_linearly, repeated
from html_trees import soup_dump, tag_soups, turbohtml_dump, without_comments
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from tables import each_row

from seo_audit.document import Block, BlockKind, Document, Run, Text
from seo_audit.errors import ConfigError, SourceError
from seo_audit.parsing.html.construction import construct
from seo_audit.parsing.html.construction.flattening import flatten
from seo_audit.parsing.html.construction.tokens import attribute_text
from seo_audit.parsing.html.parser import parse
from seo_audit.parsing.html.soup import NAME
from seo_audit.source import Source

WHITE = " \t\n\f\r"


def read(text: str, content: str | None = None) -> Document:
    return parse(Source(text, "page.html"), content=content)


def values(document: Document) -> list[str]:
    return [block.text.value for block in document.blocks]


def texts(value: object) -> Iterator[Text]:
    """Every Text that a document holds."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))


def elements(text: str) -> list[tuple[str, dict[str, str]]]:
    """Name and attributes of each element of the tree."""
    tree = flatten(construct(text))
    return [
        (name, dict(own)) for name, own in zip(tree.names, tree.attributes, strict=True) if name
    ]


def soup_elements(text: str) -> list[tuple[str, dict[str, str]]]:
    """The same of Beautiful Soup's tree, made by the builder that is ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        soup = BeautifulSoup(text, NAME, multi_valued_attributes=None)
    return [
        (tag.name, {name: str(value) for name, value in tag.attrs.items()})
        for tag in soup.find_all(True)
    ]


def misplaced(source: str, text: Text) -> list[tuple[str, str]]:
    """Characters of a text that do not stand at their place in the source."""
    wrong: list[tuple[str, str]] = []
    for run, following in pairwise([*text.runs, None]):
        assert run is not None
        end = len(text.value) if following is None else following.index
        got, written = text.value[run.index : end], source[run.start : run.end]
        if len(got) == len(written):
            same = all(
                one == other
                or (one == " " and other in WHITE)
                or (one == "\n" and other == "\r")
                or (one == "\ufffd" and other == "\0")
                for one, other in zip(got, written, strict=True)
            )
        elif got == " ":
            # a space stands for a run of white space, or for the edge of two lines
            same = not html.unescape(written).strip(WHITE)
        elif got == "\n":
            same = html.unescape(written) in ("\n", "\r\n") or written.lower().startswith("<br")
        else:
            same = html.unescape(written) == got
        if not same:
            wrong.append((got, written))
    if text.value and (not text.runs or text.runs[0].index):
        wrong.append((text.value, "no place"))
    return wrong


def check_places(document: Document) -> None:
    source = document.source.text
    for text in texts(document):
        assert misplaced(source, text) == []
    for block in document.blocks:
        span = block.text.span()
        if span is not None:
            assert block.span.start <= span.start <= span.end <= block.span.end
    for link in document.links:
        assert source[link.span.start : link.span.start + 2].lower() == "<a"
        if link.block is not None and link.end > link.start:
            assert document.blocks[link.block].text.value[link.start : link.end] in link.text.value


EXAMPLES = [
    "<p>L’été &agrave; la&nbsp;mer&#160;: caf&#xe9; <b>fort</b>,\r\n   th&eacute <i>vert</i>&hellip;</p>",
    "<title>Deux\r\n  lignes &amp; une</title><body>\0<p>un\rdeux\u2028trois\0quatre",
    '<p>Voir <a href="?a=1&amp;b=2&copy=3"\r\n title=\'l’aide\'> la <em>page</em> </a>.<img src=a.png alt="Un &laquo;&nbsp;chat&nbsp;&raquo;">',
    "<div>Un début<p>puis</foo> la suite<div>et la fin</p>reste</div>",
    "<script>if (a < b) document.write('<p>non</p>')</script><!-- <p>non --><p>oui",
    "<textarea><p>non</p></textarea><svg><title>non</title><text>non</text></svg><p>oui",
    "<noscript><p>non<img src=b.png alt=oui></noscript><p>oui",
    "<script><!-- <script>x</script> --></script><p>oui",
    "<body><p>a<body class=b>b<html lang=fr>c</p></html><p>d",
    "<pre>\r\n un\r\n  deux &lt;trois\r\n</pre>",
    "<h2>Un<br>deux</h2><p>un<br>deux<br><br>trois",
    "<p>auto\u00admobile et h&shy;ôtel",
    "<p>x&NotEqualTilde;y&fjlig;z&#128;&#0;&#xD800;&bogus;&amp",
]


@each_row("page", EXAMPLES)
def test_every_character_stands_at_its_place(page: str) -> None:
    document = read(page)
    assert document.blocks
    check_places(document)


PARTS = st.sampled_from(
    [
        *("<p>", "</p>", "<div>", "</div>", "<b>", "</b>", '<a href="x&amp;y">', "</a>", "<br>", "<h2>", "</h2>"),
        *("<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<pre>", "</pre>", "<title>", "</title>"),
        *("<script>", "</script>", "<style>", "</style>", "<textarea>", "</textarea>", "<svg>", "</svg>"),
        *("<noscript>", "</noscript>", "<!-- c -->", "<!-->", "<!doctype html>", "<html lang=fr>", "<head>", "</head>"),
        *("<body>", "</body>", "<iframe src=a>", "</iframe>", "<img src=a alt='b&lt;'>", "<article>", "</article>"),
        *("<sup><a href='#n'>1</a></sup>", "<span lang=en>", "</span>", "<code>", "</code>", "<blockquote>", "<form>"),
        *("&amp;", "&eacute", "&notit;", "&#233;", "&#x80;", "&nbsp;", "&", "&copy=1", "&shy;", "\u00ad"),
        *(" ", "  ", "\n", "\r\n", "\r", "\t", "\0", "\u2028", "mot", "mot ", " deux  mots", "é", "<", ">", "</", "<!", '"', "'"),
        *("<meta name=description content='a&#10;b\r\nc'>", "<time itemprop=datePublished>2020</time>", "<a b='", "</x>", "<x:y>"),
    ]
)  # fmt: skip

PAGES = [*EXAMPLES, *tag_soups(7, 100)]


@settings(max_examples=400)
@given(st.lists(PARTS, max_size=40).map("".join))
def test_places_on_any_page(page: str) -> None:
    check_places(read(page))


@settings(max_examples=200)
@given(st.lists(PARTS, max_size=40).map("".join) | st.text(max_size=60))
def test_beautiful_soup_has_the_trees_elements(text: str) -> None:
    assert soup_elements(text) == elements(text)


@each_row("page", EXAMPLES)
def test_beautiful_soup_has_the_examples_elements(page: str) -> None:
    assert soup_elements(page) == elements(page)


def test_beautiful_soup_has_texts_comments_and_doctype_too() -> None:
    soup = BeautifulSoup(
        "<!doctype html><!-- a --><p class='b c'> x<b>y</b>\n<script>z</script>", NAME
    )
    assert str(soup) == (
        "<!DOCTYPE html>\n<!-- a --><html><head></head>"
        '<body><p class="b c"> x<b>y</b>\n<script>z</script></p></body></html>'
    )
    assert soup.p is not None
    assert soup.p["class"] == ["b", "c"]
    assert [tag.name for tag in soup.select("p.c > *")] == ["b", "script"]
    assert BeautifulSoup("<p>\u00e9".encode(), NAME).get_text() == "\u00e9"


@each_row("page", PAGES)
def test_every_text_is_what_its_places_hold(page: str) -> None:
    tree = flatten(construct(page))
    for node, name in enumerate(tree.names):
        if not name:
            runs = tuple(Run(*piece) for piece in tree.pieces[node])
            assert misplaced(page, Text(tree.strings[node], runs)) == []


@each_row("page", PAGES)
def test_a_page_read_leaves_nothing_that_only_a_collection_frees(page: str) -> None:
    # the program does not collect during its first article: what stands in a circle would stay
    read(page)
    gc.disable()
    gc.freeze()  # what was there before is not looked through
    try:
        read(page)
        assert gc.collect() == 0
    finally:
        gc.unfreeze()
        gc.enable()


@each_row("page", PAGES)
def test_every_attribute_is_read_where_it_stands(page: str) -> None:
    tree = flatten(construct(page))
    for node, own in enumerate(tree.attributes):
        for name, value in own.items():
            text = attribute_text(page, *tree.tag(node, name), name)
            assert text is not None
            assert text.value == value
            assert misplaced(page, text) == []


@each_row("page", PAGES)
def test_start_tags_stand_where_another_parser_says(page: str) -> None:
    turbohtml = pytest.importorskip("turbohtml")
    page = page.replace("\r", "")  # it counts a carriage return and line feed as one
    tree = flatten(construct(page))
    document = turbohtml.parse(page, source_locations=True)
    found = [one for one in _nodes(document) if type(one).__name__ == "Element"]
    ours = [node for node, name in enumerate(tree.names) if name]
    if [one.tag.lower() for one in found] != [tree.names[node] for node in ours]:
        assert soup_dump(page, "html5ever") != without_comments(turbohtml_dump(page))
        return
    for one, node in zip(found, ours, strict=True):
        location = one.source_location
        if location is not None:
            tag = location.start_tag
            assert (tree.starts[node], tree.opened[node]) == (tag.start_offset, tag.end_offset)


def _nodes(top: Any) -> Iterator[Any]:
    """All nodes of a tree of turbohtml in document order, those in templates too."""
    waiting = [top]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += list(node.children)[::-1]


def test_an_end_tag_ends_the_element_it_names() -> None:
    page = "<div><p>un<b>deux</b></p>trois<ul><li>quatre<li>cinq</ul></div>fin"
    tree = flatten(construct(page))
    spans = {tree.names[node]: page[slice(*tree.span(node))] for node in range(3, len(tree))}
    assert spans["b"] == "<b>deux</b>"
    assert spans["p"] == "<p>un<b>deux</b></p>"
    assert spans["li"] == "<li>cinq"
    assert spans["ul"] == "<ul><li>quatre<li>cinq</ul>"
    assert spans["div"] == page.removesuffix("fin")


def test_attributes_of_a_second_tag_keep_their_place() -> None:
    page = "<p>un<html lang=fr><body id=b><p>deux<body id=c class=d>"
    head = read(page).head
    assert head is not None
    assert head.lang is not None
    assert (head.lang.value, page[slice(*head.lang.span() or (0, 0))]) == ("fr", "fr")
    tree = flatten(construct(page))
    body = tree.names.index("body")
    assert dict(tree.attributes[body]) == {"id": "b", "class": "d"}
    assert page[slice(*tree.tag(body, "class"))] == "<body id=c class=d>"


def test_a_title_of_a_drawing_makes_no_page() -> None:
    assert read("<p>un<svg><title>Loupe</title></svg>").head is None


@settings(max_examples=150)
@given(st.text(max_size=60))
def test_any_string_is_read(page: str) -> None:
    check_places(read(page))


def source_of(document: Document, block: Block) -> str:
    return document.source.text[block.span.start : block.span.end]


def test_blocks_and_their_kinds() -> None:
    document = read(
        "<article><h1>Titre</h1><p>Un paragraphe.</p><div>Texte nu <b>ici</b><p>puis lui</p></div>"
        "<ul><li>un<li>deux</ul><blockquote><p>Cité.</p></blockquote><pre>a\n b</pre>"
        "<figure><img src=a><figcaption>Légende</figcaption></figure>"
        "<table><caption>Tableau</caption><tr><th>An<th>Prix<tr><td>2024<td>12</table>"
        "<div role=heading aria-level=3>Rôle</div><h4></h4><p> </p></article>"
    )
    kinds = BlockKind
    assert [(block.kind, block.level, block.text.value) for block in document.blocks] == [
        (kinds.HEADING, 1, "Titre"),
        (kinds.PARAGRAPH, 0, "Un paragraphe."),
        (kinds.PARAGRAPH, 0, "Texte nu ici"),
        (kinds.PARAGRAPH, 0, "puis lui"),
        (kinds.LIST_ITEM, 0, "un"),
        (kinds.LIST_ITEM, 0, "deux"),
        (kinds.QUOTE, 0, "Cité."),
        (kinds.CODE, 0, "a\n b"),
        (kinds.CAPTION, 0, "Légende"),
        (kinds.CAPTION, 0, "Tableau"),
        (kinds.TABLE_CELL, 0, "An"),
        (kinds.TABLE_CELL, 0, "Prix"),
        (kinds.TABLE_CELL, 0, "2024"),
        (kinds.TABLE_CELL, 0, "12"),
        (kinds.HEADING, 3, "Rôle"),
        (kinds.HEADING, 4, ""),
    ]
    spans = [source_of(document, block) for block in document.blocks]
    assert spans[:7] == [
        "<h1>Titre</h1>",
        "<p>Un paragraphe.</p>",
        "Texte nu <b>ici</b>",
        "<p>puis lui</p>",
        "<li>un",
        "<li>deux",
        "<p>Cité.</p>",
    ]
    assert spans[-1] == "<h4></h4>"


def test_white_space_and_line_breaks_as_a_browser_shows_them() -> None:
    document = read(
        "<p>\n Un <b> mot</b>\t<i>deux</i>\u00a0: <br> trois<br><br>quatre <br>\n<br>cinq</p>"
    )
    assert values(document) == ["Un mot deux\u00a0:\ntrois", "quatre", "cinq"]


def test_an_image_for_a_bullet_begins_an_item() -> None:
    line = '<br><img src="puce.gif" alt="-">&nbsp;Le four est chaud<br>et propre'
    document = read(f"<p>La grange{line}{line}</p>")
    item = "\u00a0Le four est chaud\net propre"
    assert values(document) == [f"La grange\n\n{item}\n\n{item}"]
    # another image goes on with its line
    document = read(
        "<p>La grange <img alt='-' src=a> et<br><img alt='le four' src=b> du village</p>"
    )
    assert values(document) == ["La grange et\ndu village"]


def test_inline_tags_join_without_spaces() -> None:
    assert values(read("<p>1<sup>er</sup> m<sup>2</sup>, <b>R</b>égion CO<sub>2</sub>")) == [
        "1er m2, Région CO2"
    ]


def test_calls_to_notes_are_links_but_no_words() -> None:
    document = read('<p>La mer<sup><a href="#note1">1</a></sup> monte<sup>[2]</sup>.</p>')
    assert values(document) == ["La mer monte."]
    assert [(link.text.value, link.block, link.start) for link in document.links] == [("1", 0, 6)]


@each_row(
    "hidden",
    [
        "<script>non</script>",
        "<style>non</style>",
        "<template><p>non</p></template>",
        "<p hidden>non</p>",
        '<span aria-hidden="true">non</span>',
        '<p style="color: red; display : none">non</p>',
        "<noscript>non</noscript>",
        "<svg><text>non</text></svg>",
        "<button>non</button>",
        "<select><option>non</select>",
    ],
)
def test_what_nobody_reads_is_left_out(hidden: str) -> None:
    assert values(read(f"<p>Oui.</p>{hidden}<p>Aussi.</p>")) == ["Oui.", "Aussi."]


def test_soft_hyphens_do_not_part_words() -> None:
    document = read("<p>auto\u00admobile &amp; h&shy;ôtel")
    assert values(document) == ["automobile & hôtel"]
    text = document.blocks[0].text
    place = text.span(text.value.index("mobile"), text.value.index("mobile") + 6)
    assert place is not None
    assert document.source.text[slice(*place)] == "mobile"


def test_marks_and_languages() -> None:
    document = read(
        '<div lang="oc"><p>Un <strong>mot</strong> et <code>du code</code>, <span lang="en">the end</span>.</p></div>'
    )
    block = document.blocks[0]
    marked = [
        (block.text.value[mark.start : mark.end], mark.value)
        for mark in (*block.strong, *block.code, *block.foreign)
    ]
    assert marked == [("mot", ""), ("du code", ""), ("the end", "en")]
    assert block.language == "oc"
    assert read('<html lang="fr"><p>Un mot.').blocks[0].language is None


def test_links_know_their_block_and_their_attribute() -> None:
    page = (
        '<p>Avant.</p><p>Voir <a href="/a?x=1&amp;y=2" rel="nofollow sponsored" title="Aide"> la <b>page</b> </a> ici, '
        'et <a href="/b"><img src="i.png" alt="Une carte"></a></p>'
    )
    document = read(page)
    first, second = document.links
    assert (first.href.value, first.text.value, first.label) == ("/a?x=1&y=2", "la page", "Aide")
    assert first.rel == {"nofollow", "sponsored"}
    assert first.block == 1
    assert document.blocks[1].text.value[first.start : first.end] == "la page"
    place = first.href.span()
    assert place is not None
    assert page[slice(*place)] == "/a?x=1&amp;y=2"
    assert page[slice(*first.span)].startswith("<a href")
    assert page[slice(*first.span)].endswith("</a>")
    assert (second.text.value, second.image_alts) == ("", ("Une carte",))
    assert document.images[0].linked


def test_the_text_of_a_link_has_no_space_at_its_ends() -> None:
    document = read("<p>Voir<a href=x> ici </a>ou<a href=y>\u00a0là</a>.")
    assert [link.text.value for link in document.links] == ["ici", "\u00a0là"]
    assert [(link.start, link.end) for link in document.links] == [(5, 8), (11, 14)]


def test_images_and_frames() -> None:
    page = (
        '<p>Texte.</p><img src="data:image/gif;base64,R0" data-src="vraie.jpg" alt="" width=10 height=20>'
        '<noscript><img src="vraie.jpg" alt="Double"></noscript><noscript><img src=seule.jpg></noscript>'
        '<img src=d.png role=presentation><iframe src="//video" title="Vidéo"></iframe>'
    )
    document = read(page)
    assert [image.src.value for image in document.images] == ["vraie.jpg", "seule.jpg", "d.png"]
    first, second, third = document.images
    assert first.alt is not None
    assert (first.alt.value, first.width, first.height) == ("", "10", "20")
    place = first.alt.span()
    assert place is not None
    assert page[: place.start].endswith('alt="')
    assert second.alt is None
    assert third.decorative
    (frame,) = document.frames
    assert frame.title is not None
    assert (frame.src.value, frame.title.value) == ("//video", "Vidéo")


PAGE = """<!DOCTYPE html>
<html lang="fr-FR"><head><meta charset=utf-8>
<title>Le loup
 &amp; l’agneau</title>
<meta name="Description" content="Une fable &eacute;crite.">
<meta name="keywords" content="loup, agneau ,, fable">
<meta name="author" content="Jean">
<meta property="article:published_time" content="2024-05-01">
<link rel="canonical" href="https://exemple.fr/fables/le-loup-et-l-agneau/?page=1">
<link rel="alternate" hreflang="en" href="/en">
<script type="application/ld+json">{"@type": "Article"}</script>
</head><body id="haut"><!-- seo-audit-disable h1 -- exprès -->
<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Le loup</h1>
<p>La raison du plus fort est toujours la meilleure. <a name="ancre" href="#haut">Haut</a></p>
<time itemprop="dateModified" datetime="2024-06-02">juin</time> <a rel="author" href="/j">Jean L.</a></article>
</body></html>"""


def test_head_and_metadata() -> None:
    document = read(PAGE)
    head, metadata = document.head, document.metadata
    assert head is not None
    assert head.html_span is not None
    assert PAGE[slice(*head.html_span)] == '<html lang="fr-FR">'
    assert PAGE[slice(*head.span)] == "<head>"
    assert PAGE[slice(*head.title_spans[0])].endswith("</title>")
    assert metadata.title is not None
    assert metadata.title.value == "Le loup & l’agneau"
    assert [text.value for text in metadata.descriptions] == ["Une fable écrite."]
    assert [text.value for text in metadata.keywords] == ["loup", "agneau", "fable"]
    assert [text.value for text in metadata.authors] == ["Jean", "Jean L."]
    named = (metadata.slug, metadata.language, metadata.published, metadata.modified)
    assert [text.value for text in named if text] == [
        "le-loup-et-l-agneau",
        "fr-FR",
        "2024-05-01",
        "2024-06-02",
    ]
    assert [meta.key for meta in head.metas][:2] == ["charset", "description"]
    assert [text.value for text in head.scripts] == ['{"@type": "Article"}']
    assert [(item.key, item.item_type) for item in head.properties] == [
        ("headline", "NewsArticle"),
        ("dateModified", "NewsArticle"),
        ("time", "NewsArticle"),
    ]
    assert head.links[1].hreflang == "en"
    assert document.ids == {"haut", "ancre"}
    assert [text.value for text in document.comments] == [" seo-audit-disable h1 -- exprès "]
    check_places(document)


def test_a_fragment_has_no_head() -> None:
    assert read("<h1>Titre</h1><p>Texte.").head is None
    for page in ("<!doctype html><p>a", "<title>a</title>", "<body>a", "<HTML>a", "<head></head>"):
        assert read(page).head is not None


def test_an_empty_title_has_a_place() -> None:
    head = read("<head><title></title></head>").head
    assert head is not None
    assert head.titles[0].value == ""
    assert head.titles[0].span() == (13, 13)


def test_content_selector() -> None:
    page = "<main><p>Un.</p><div class=b><p>Deux.</p></div></main><div class=b>Trois.</div>"
    assert values(read(page, "div.b")) == ["Deux.", "Trois."]
    with pytest.raises(ConfigError, match=r"div\["):
        read(page, "div[")
    with pytest.raises(SourceError, match=r"page\.html.*article"):
        read(page, "article")


def test_a_selected_part_within_another_is_read_once() -> None:
    assert values(read("<div><div><p>Un.</p></div></div>", "div")) == ["Un."]


HOSTILE = {
    "nested": ("", "<div>", 20_000),
    "unclosed": ("", "<p><table><b>", 2_000),
    "comments": ("", "<!--", 50_000),
    "attributes": ("", '<a href="', 50_000),
    "quotes": ("", "<a b='", 50_000),
    "paragraph": ("<p>", "mot ", 250_000),
    "headings": ("", "<h2>a</h2>", 10_000),
    "entities": ("", "&amp;", 100_000),
    "ampersands": ("", "&a", 200_000),
    "stray ends": ("<b><i>" * 500, "</u></b>", 50_000),
    "scripts": ("", "<script><!--<script>", 20_000),
    "line ends": ("", "a\r\n", 50_000),
    "spaces": ("", " ", 1_000_000),
    "links": ("<p>", "<a href=x>y</a> ", 5_000),
    "cells": ("<table><tr>", "<td>x", 10_000),
    "brackets": ("", "<", 100_000),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_take_no_longer_than_their_length(name: str) -> None:
    before, unit, times = HOSTILE[name]
    assert grows_linearly(repeated(unit, read, before), times)


def test_marks_of_an_element_that_goes_on_in_the_next_block() -> None:
    first, second = read("<div><b>un<br><br>deux</b> trois</div>").blocks
    assert [first.text.value[mark.start : mark.end] for mark in first.strong] == ["un"]
    assert [second.text.value[mark.start : mark.end] for mark in second.strong] == ["deux"]


def test_a_link_around_several_blocks() -> None:
    document = read('<p>Avant.</p><a href="/x"><h3>Titre</h3><p>Suite.</p></a>')
    (link,) = document.links
    assert (link.text.value, link.block, link.start, link.end) == ("Titre Suite.", 1, 0, 5)
    check_places(document)


def test_a_link_that_goes_on_behind_its_paragraph_is_one_link() -> None:
    page = "<article><p>Voir <a href=/x>un</p>\n<p>deux <b>trois</b></a> fin.</p></article>"
    document = read(page)
    (link,) = document.links
    assert link.text.value == "un deux trois"
    assert page[slice(*link.span)] == "<a href=/x>un</p>\n<p>deux <b>trois</b></a>"
    assert [source_of(document, block) for block in document.blocks] == [
        "<p>Voir <a href=/x>un</p>",
        "<p>deux <b>trois</b></a> fin.</p>",
    ]
    check_places(document)


def test_bold_type_that_goes_on_is_marked_in_every_paragraph() -> None:
    first, second = read("<p>Un <b>mot<p>gras</b> puis non").blocks
    assert [first.text.value[mark.start : mark.end] for mark in first.strong] == ["mot"]
    assert [second.text.value[mark.start : mark.end] for mark in second.strong] == ["gras"]
    assert second.span.start == 12


def test_a_paragraph_that_begins_with_two_spaces_begins_with_its_word() -> None:
    assert values(read("<div>  <b>Un</b></div><p>   deux</p>")) == ["Un", "deux"]


def test_labels_by_reference_and_captions_by_class() -> None:
    document = read(
        '<p>Texte.</p><img src=a.png aria-labelledby="l x"><span id=l>Une  carte</span>'
        '<div class="wp-caption"><img src=b.png alt=b><p class="wp-caption-text">Le port</p></div>'
    )
    assert document.images[0].label == "Une carte"
    assert document.blocks[-1].kind is BlockKind.CAPTION


def test_what_a_template_element_holds_is_not_said() -> None:
    inner = (
        '<link rel="canonical" href="/b"><meta name="robots" content="noindex"><title>Non</title>'
    )
    document = read(
        f'<title>Lac</title><template>{inner}</template><link rel="canonical" href="/a">'
    )
    assert document.head
    assert [link.href.value for link in document.head.links] == ["/a"]
    assert [title.value for title in document.head.titles] == ["Lac"]
    assert not document.head.metas_named("robots")


def test_refresh_is_a_header_no_name() -> None:
    head = read('<meta name="refresh" content="0;url=/a"><title>Lac</title>').head
    assert head
    assert not head.metas_named("refresh")
    head = read('<meta http-equiv="Refresh" content="0;url=/a"><title>Lac</title>').head
    assert head
    assert head.metas_named("refresh")


@each_row(
    ("attributes", "level"),
    [
        ('role="banane heading" aria-level="3"', 3),
        ('role="banane"', 2),
        ('role="none heading"', 0),
        ('role="heading none" aria-level="4"', 4),
    ],
)
def test_the_first_role_that_is_one_counts(attributes: str, level: int) -> None:
    document = read(f"<h1>Lac</h1><h2 {attributes}>Bois</h2><p>Un mot.</p>")
    assert [block.level for block in document.headings[1:]] == ([level] if level else [])


def test_a_formula_of_mathml_is_no_text_but_names() -> None:
    formula = "<math><mi>x</mi><mo>=</mo><mn>3</mn></math>"
    document = read(
        f'<h2>{formula}</h2><p>Le débit {formula} est là, <a href="/a">{formula}</a>.</p>'
    )
    assert values(document) == ["", "Le débit est là, ."]
    assert document.blocks[0].label == "x=3"
    assert document.links[0].label == "x=3"


def test_parts_of_an_image_are_links() -> None:
    areas = '<area href="/nord" alt="Le nord"><area href="/sud"><area alt="Rien">'
    document = read(
        f'<h1>Lac</h1><p>Voici <img src="a.png" alt="Carte" usemap="#m">.</p><map name="m">{areas}</map>'
    )
    assert [(link.href.value, link.image_alts) for link in document.links] == [
        ("/nord", ("Le nord",)),
        ("/sud", ("",)),
    ]


def test_a_label_names_the_image_of_a_link() -> None:
    document = read('<p>Voici <a href="/a"><img src="a.png" aria-label="Le plan"></a>.</p>')
    assert document.links[0].image_alts == ("Le plan",)


_LINES = "Un bal.\nVenez !\n\nLe four &amp; le pain.\n\n\nDeux <b>jours\nde</b> fête."


@each_row(
    ("head", "attributes", "kept"),
    [
        ("<style>.texte[data-v-1]{font-size:14px;white-space:pre-wrap}</style>", 'class="texte"', True),
        ("<style>p{margin:0}.a,.b .texte { white-space : pre-line }</style>", 'class="x texte"', True),
        ("", 'style="white-space: pre-line"', True),
        ("", 'class="mt-4 whitespace-pre-line"', True),
        ("<style>.code{white-space:pre-wrap}.texte{margin:0}</style>", 'class="texte"', False),
        ("<style>.texte{white-space:nowrap}</style>", 'class="texte"', False),
        ("", "", False),
    ],
)  # fmt: skip
def test_lines_that_a_style_keeps(head: str, attributes: str, kept: bool) -> None:
    page = f"<html><head><title>Bal</title>{head}</head><body><main><p {attributes}>{_LINES}</p></main></body></html>"
    document = read(page)
    parts = ["Un bal.\nVenez !", "Le four & le pain.", "Deux jours\nde fête."]
    assert values(document) == (
        parts if kept else ["Un bal. Venez ! Le four & le pain. Deux jours de fête."]
    )
    spans = [block.span for block in document.blocks]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for block in document.blocks:
        for run in block.text.runs:
            assert block.span.start <= run.start <= run.end <= block.span.end
