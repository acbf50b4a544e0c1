"""What is pasted as Markdown: the same titles, lists, links and words as the HTML has."""

import html
import re

import pytest
from growth import grows_linearly, repeated
from hypothesis import given, settings
from hypothesis import strategies as st
from pasted_samples import ALL, DOCS_FILE, DRAWN, NOTES, WORD
from tables import each_row

from seo_audit import api
from seo_audit.document import BlockKind
from seo_audit.errors import SourceError
from seo_audit.parsing.html.as_markdown.reading import to_markdown
from seo_audit.source import Source


def markdown(text: str) -> str:
    return to_markdown(Source(text))


@each_row("name", ALL)
def test_each_word_processor(name: str) -> None:
    text = markdown(ALL[name])
    start = """# Le four à pain du hameau se rallume

Le four a chauffé **toute la nuit**, dit [le récit du fournil](https://example.org/four)"""
    assert text.startswith(start)
    assert "\n## La fournée\n\n### Les pâtes\n" in text
    if name != "docs file":
        assert "\n- du seigle\n  - moulu gros\n" in text
    for junk in ("mso", "Mso", "<", "style", "·", "&nbsp;", "google.com/url"):
        assert junk not in text


def test_word_to_its_end() -> None:
    text = markdown(WORD)
    end = text[text.index("- du seigle") :]
    assert (
        end
        == """- du seigle
  - moulu gros

1. pétrir

| **Jour** | Heure |
| --- | --- |
| samedi | 7\u00a0h |

![Le four allumé](clip_image002.jpg)
"""
    )


def test_addresses_of_google_docs_are_the_authors() -> None:
    assert "(https://example.org/four)" in markdown(DOCS_FILE)


@each_row(
    ("source", "wanted"),
    [
        ("<p>a<b> b </b>c</p>", "a **b** c"),
        ("<p><b>a</b><b> b</b></p>", "**a b**"),
        ("<p><b>a <i>b</i></b> c</p>", "**a *b*** c"),
        ("<p>mot<b>« cité »</b>collé</p>", "mot« cité »collé"),
        ("<p><a href='/x y'>lien</a></p>", "[lien](/xy)"),
        ("<p><a href='/x(1)'>lien</a></p>", "[lien](</x(1)>)"),
        ("<p><a href='javascript:alert(1)'>lien</a></p>", "lien"),
        ("<p><a href='#_Toc12'>lien</a></p>", "lien"),
        ("<p>un<br>deux<br></p>", "un\\\ndeux"),
        ("<p>1. janvier</p>", "1\\. janvier"),
        ("<p># dièse</p>", "\\# dièse"),
        ("<p>- tiret</p>", "\\- tiret"),
        ("<p>---</p>", "\\---"),
        ("<p>5 * 3 = [15] &amp;amp; &lt;b&gt; snake_case _x_</p>", "5 \\* 3 = \\[15\\] \\&amp; \\<b> snake_case \\_x\\_"),
        ("<p><i>M</i><b><i>ultip</i></b><i>le</i> mot</p>", "*Multiple* mot"),
        ("<p><b>gras</b><i>collé</i></p>", "grascollé"),
        ("<p>B<b>old</b></p>", "B**old**"),
        ("<h2>Langage C#</h2>", "## Langage C\\#"),
        ("<h2><b>Un titre</b></h2>", "## Un titre"),
        ("<blockquote><p>un</p><p>deux</p></blockquote><p>trois</p>", "> un\n>\n> deux\n\ntrois"),
        ("<ol start=3><li>c</li><li><p>d</p><p>suite</p></li></ol>", "3. c\n4. d\n\n   suite"),
        ("<ol><li>a</li></ol><ol><li>b</li></ol>", "1. a\n1. b"),
        ("<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>", "- a\n  1. b\n  2. c\n- d"),
        ("<pre>x = `1`\n\ny</pre>", "```\nx = `1`\n\ny\n```"),
        ("<p>un <code>a`b</code></p>", "un ``a`b``"),
        ("<p>un</p><hr><p>deux</p>", "un\n\n---\n\ndeux"),
        ("<img src='data:image/png;base64,AAAA' alt='Un four'>", "![Un four](image-1.png)"),
        ("<table><tr><td>un</td></tr></table>", "un"),
        ("<table><tr><th>a|b</th><th></th></tr><tr><td>1<br>2</td><td>3</td></tr></table>", "| a\\|b |  |\n| --- | --- |\n| 1 2 | 3 |"),
        ("<p>Le <s>vieux</s> <del>petit</del> four <span style='text-decoration:line-through'>froid</span></p>", "Le ~~vieux petit~~ four ~~froid~~"),
        ("<p>CO<sub>2</sub>, 1<sup>er</sup>, 2<span style='font-size:0.6em;vertical-align:super'>e</span></p>", "CO<sub>2</sub>, 1<sup>er</sup>, 2<sup>e</sup>"),
        ("<p>un<b><sup>2</sup></b></p>", "un**<sup>2</sup>**"),
        ("<p>Qui&nbsp;? &nbsp; Oui.&nbsp; Non &nbsp;: «&nbsp; a</p>", "Qui\u00a0? Oui. Non\u00a0: «\u00a0a"),
        ("<table><caption>Heures</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "Heures\n\n| a | b |\n| --- | --- |\n| 1 | 2 |"),
        ("<table border=1><tr><td colspan=2>a</td><td>b</td></tr><tr><td rowspan=2>c</td><td>d</td><td>e</td></tr><tr><td>f</td><td>g</td></tr></table>",
         "| a |  | b |\n| --- | --- | --- |\n| c | d | e |\n|  | f | g |"),
        ("<table><tr><th rowspan=2>a</th><th rowspan=3>b</th><th>c</th></tr><tr><td>d</td></tr><tr><td>e</td><td>f</td></tr></table>",
         "| a | b | c |\n| --- | --- | --- |\n|  |  | d |\n| e |  | f |"),
        ("<ul><li><input type=checkbox checked> a<ul><li><label><input type=checkbox> b</label></li></ul></li><li>c</li></ul>", "- [x] a\n  - [ ] b\n- c"),
        ("<ul><li role=checkbox aria-checked=true aria-level=1><img src='data:x' alt=checked aria-roledescription=checkbox><p>a</p></li></ul>", "- [x] a"),
        ("<ul class=to-do-list><li><div class='checkbox checkbox-off'></div> <span>a</span></li></ul>", "- [ ] a"),
        ("<!-- notionvc: 1 --><ul><li>[ ]  a<ul><li>[x]  b</li></ul></li></ul>", "- [ ] a\n  - [x] b"),
        ("<ul><li>☐ a</li><li>☑\u00a0b</li></ul>", "- [ ] a\n- [x] b"),
        ("<p>Le <del cite='mailto:A' datetime='2026-01-01'>vieux</del> <ins cite='mailto:A'>beau</ins> four</p>", "Le beau four"),
        ("", ""),
        ("<script>alert(1)</script>", ""),
    ],
)  # fmt: skip
def test_one_thing(source: str, wanted: str) -> None:
    assert markdown(source) == (f"{wanted}\n" if wanted else "")


_TEXTS = st.text(
    st.sampled_from("ab éà1.#>-+*_`[]()!<&;:\\|=~«»\u00a0’?\U0001f388"), min_size=1, max_size=30
).filter(
    lambda text: (
        any(char.isalpha() for char in text)
        and not re.search("[ \u00a0]{2}", text.replace("  ", " "))
    )
)


@st.composite
def pieces(draw: st.DrawFn) -> tuple[str, str, str]:
    """HTML of one block, its kind, its text."""
    kind = draw(st.sampled_from(("p", "h2", "li", "blockquote")))
    parts: list[str] = []
    shown = ""
    for text in draw(st.lists(_TEXTS, min_size=1, max_size=3)):
        mark = draw(st.sampled_from(("", "b", "i", "span")))
        parts.append(f"<{mark}>{html.escape(text)}</{mark}>" if mark else html.escape(text))
        shown += text
    inner = "".join(parts)
    block = f"<ul><li>{inner}</li></ul>" if kind == "li" else f"<{kind}>{inner}</{kind}>"
    return block, kind, " ".join(part for part in shown.split(" ") if part).strip()


@pytest.mark.property
@settings(max_examples=300)
@given(st.lists(pieces(), min_size=1, max_size=4))
def test_markdown_reads_as_the_html_was_written(given_blocks: list[tuple[str, str, str]]) -> None:
    start = "<h1>Un titre</h1>"  # so that nothing is front matter
    text = markdown(start + "".join(block for block, _, _ in given_blocks))
    kinds = {
        "p": BlockKind.PARAGRAPH,
        "h2": BlockKind.HEADING,
        "li": BlockKind.LIST_ITEM,
        "blockquote": BlockKind.QUOTE,
    }
    read = [
        (one.kind, one.text.value) for one in api.read(text, format="markdown").blocks if one.text
    ]
    assert read[1:] == [(kinds[kind], shown) for _, kind, shown in given_blocks], text


def test_too_many_tags_are_an_error() -> None:
    with pytest.raises(SourceError):
        markdown("<b>" * 200_001)


@each_row(
    "pattern",
    ["<ul><li>a", "<blockquote>", "<table><tr><td>", "<b><i>a", "<p>`", "<a href=x>a", "<br>", "&nbsp; ", "<p>_a",
     "<table><tr><td colspan=9999 rowspan=9999>a", "<a href=#a name=a>1</a>", "<a href=#b name=a>1</a><a href=#a name=b>1</a>",
     "<ul><li><input>", "<!--[if gte vml 1]><v:shape id=a><v:imagedata src=a><![endif]-->", "<s><sup>a", "<sub>a</sub>"],
)  # fmt: skip
def test_time_in_proportion(pattern: str) -> None:
    assert grows_linearly(repeated(pattern, markdown), 3000)


def test_cells_that_go_over_many_others_take_time_in_proportion() -> None:
    row = "<tr><td colspan=30 rowspan=9999>a<td rowspan=9999>b</tr>"
    assert grows_linearly(repeated(row, markdown, "<table>"), 1000)


def test_numbers_of_word_go_on_behind_a_paragraph() -> None:
    item = (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{}."
        "<span style='font:7.0pt x'>&nbsp;</span></span>{}</p>"
    )
    text = item.format(1, "un") + "<p class=MsoNormal>Un mot.</p>" + item.format(2, "deux")
    assert markdown(text) == "1. un\n\nUn mot.\n\n2. deux\n"


@each_row("name", NOTES)
def test_notes(name: str) -> None:
    assert (
        markdown(NOTES[name])
        == "Le four[^1] chauffe[^2].\n\n[^1]: Archives de la commune.\n\n[^2]: Le *Registre*.\n"
    )
    document = api.read(markdown(NOTES[name]), format="markdown")
    assert document.blocks[0].text.value == "Le four chauffe."


@each_row("name", DRAWN)
def test_pictures_that_word_draws(name: str) -> None:
    assert markdown(DRAWN[name]) == "Avant ![Le four & le feu](four.png) après\n"


def test_pictures_in_tables_and_notes_in_tables_are_kept() -> None:
    text = f"<table border=1><tr><td>a</td><td>b</td></tr><tr><td>{NOTES['libreoffice']}</td><td>{DRAWN['word']}</td></tr></table>"
    assert "Le four[^1] chauffe[^2]" in markdown(text)
    assert "![Le four & le feu](four.png)" in markdown(text)
