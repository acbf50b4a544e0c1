import contextlib
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
import text_places
from growth import grows_linearly, repeated
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tables import each_row

from seo_audit.document import BlockKind, Document
from seo_audit.errors import SourceError
from seo_audit.parsing.markdown import parser as markdown
from seo_audit.source import Source

H, P, Q = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.QUOTE
CELL, CAPTION = BlockKind.TABLE_CELL, BlockKind.CAPTION
ITEM, CELL, CODE, CAPTION = (
    BlockKind.LIST_ITEM,
    BlockKind.TABLE_CELL,
    BlockKind.CODE,
    BlockKind.CAPTION,
)


def read(text: str, name: str = "a.md") -> Document:
    document = markdown.parse(Source(text, name=name))
    assert not text_places.misplaced(document)
    return document


def kinds(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text.value) for block in document.blocks]


def at(document: Document, part: str) -> str:
    """What the source holds where the first block with this part says that it stands."""
    for block in document.blocks:
        start = block.text.value.find(part)
        if start >= 0:
            span = block.text.span(start, start + len(part))
            assert span is not None
            return document.source.text[slice(*span)]
    raise AssertionError(part)


@each_row(
    ("text", "expected"),
    [
        ("# Un titre #\n\nDu texte\nqui suit.", [(H, "Un titre"), (P, "Du texte qui suit.")]),
        ("Titre\n=====\nSous-titre\n---\n", [(H, "Titre"), (H, "Sous-titre")]),
        ("#\n\n# ![logo](l.png)\n", [(H, ""), (H, "")]),
        ("> cité\nencore\n>\n> - point\n", [(Q, "cité encore"), (ITEM, "point")]),
        ("- un\n- deux\n\n  suite\n  1. dedans\n", [(ITEM, "un"), (ITEM, "deux"), (ITEM, "suite"), (ITEM, "dedans")]),
        ("- [ ] à faire\n- [x] fait\n", [(ITEM, "à faire"), (ITEM, "fait")]),
        ("| A | B \\| C |\n|---|---|\n| *x* | |\n", [(CELL, "A"), (CELL, "B | C"), (CELL, "x")]),
        ("```\nx = 1\n\n\ty\n```\n", [(CODE, "x = 1\n\n\ty")]),
        ("a ~~~~~ b ~~~c~~~", [(P, "a ~~~~~ b ~c~")]),
        ("- a\n\n\t\tx = 1\n", [(ITEM, "a"), (CODE, "  x = 1")]),
        ("Avant.\n\n    x = 1\n", [(P, "Avant."), (CODE, "x = 1")]),
        ("Mot\n: Définition\n", [(ITEM, "Mot"), (ITEM, "Définition")]),
        ("Fin[^1] et^[une *note*].\n\n[^1]: La note.\n", [(P, "Fin et."), (ITEM, "une note"), (ITEM, "La note.")]),
        ("a  \nb\\\nc\nd", [(P, "a\nb\nc d")]),
        ("`  x ` ``a`b`` &eacute;&amp;\\*", [(P, "x a`b é&*")]),
        ("~~ôté~~ **gras** _it_ ***les deux*** 2*3*4", [(P, "ôté gras it les deux 234")]),
        ("![seule](i.png)\n\n![](j.png) ![](k.png)", []),
        ("<!-- rien -->\n\n---\n\n[x]: /adresse\n", []),
        (":::note Astuce\nDedans\n:::\n\nDehors\n", [(P, "Astuce"), (P, "Dedans"), (P, "Dehors")]),
        ('!!!info inline "Bon à savoir"\n    Dedans\nDehors\n', [(P, "Bon à savoir"), (P, "Dedans"), (P, "Dehors")]),
        ("???+info\n    Dedans\n", [(P, "Dedans")]),
        ("::: {.callout-note}\n\n## Bon à savoir\n\nDedans\n\n## Plus\n:::\n\n## Dehors\n",
         [(P, "Bon à savoir"), (P, "Dedans"), (H, "Plus"), (H, "Dehors")]),
        ("| a |\n|---|\n| b |\n\n: Le lac {#tbl-lac}\n\nPuis : oui.\n",
         [(CELL, "a"), (CELL, "b"), (CAPTION, "Le lac"), (P, "Puis : oui.")]),
        ("| a |\n|---|\n| Table: b |\n: Le lac\n", [(CELL, "a"), (CELL, "Table: b"), (CAPTION, "Le lac")]),
        ("## Avant\n\n: Le lac\n", [(H, "Avant"), (P, ": Le lac")]),
        ("::: {.column}\n## Colonne\n:::\n", [(H, "Colonne")]),
        ("<pre><code>a\n\n# b\n\n- c\n</code></pre>\n\n# Dehors\n",
         [(CODE, "a\n\n# b\n\n- c"), (H, "Dehors")]),
        ("<details>\n<pre><code>a\n\n# b\n\n- c\n</code></pre>\n</details>\n\n# Dehors\n",
         [(CODE, "a"), (CODE, "b"), (CODE, "c"), (H, "Dehors")]),
        ("!!!Attention, le lac dégèle\n", [(P, "!!!Attention, le lac dégèle")]),
        ('!!! info "Bon à savoir"\n    Dedans\n\n    encore\nDehors\n', [(P, "Bon à savoir"), (P, "Dedans"), (P, "encore"), (P, "Dehors")]),
        ("> [!NOTE]\n> Une alerte.\n\n> Une citation.\n", [(P, "Une alerte."), (Q, "Une citation.")]),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[tuple[BlockKind, str]]) -> None:
    assert kinds(read(text)) == expected
    assert kinds(read(text.replace("\n", "\r\n"))) == [(k, t) for k, t in expected]


@each_row(
    ("text", "expected"),
    [
        ("Un {{ mot }} {% if x %}de{% endif %} trop.", [(P, "Un de trop.")]),
        ('Avant\n\n{{< figure src="a.jpg" >}}\n\n{{% note %}}\nDedans\n{{% /note %}}\n', [(P, "Avant"), (P, "Dedans")]),
        ("`{{ gardé }}` \\{{ x }}\n\n```\n{% gardé %} <!-- x -->\n```\n", [(P, "{{ gardé }} {{ x }}"), (CODE, "{% gardé %} <!-- x -->")]),
        ("{% comment %}\nrien\n{% endcomment %}\nTexte", [(P, "Texte")]),
        ("{% highlight ruby %}\nputs 1\n{% endhighlight %}\nTexte", [(P, "Texte")]),
        ("Un {% katex %}\\frac{a}{b}{% endkatex %} rapport", [(P, "Un rapport")]),
        ("* TOC\n{:toc}\n\n[TOC]\n\n[[toc]]\n\nTexte\n{: .chapo}\n", [(P, "Texte")]),
        ("Début <!-- a\nb\nc --> fin", [(P, "Début fin")]),
        ("mot<!-- x -->mot {# rien #}fin", [(P, "motmot fin")]),
        ("**{{ nom }}** :calendar: le 12:30:45", [(P, "le 12:30:45")]),
        ("Soit $$x^2$$ et 5 $.", [(P, "Soit et 5 $.")]),
        ("Un {accolade} et {{ sans fin", [(P, "Un {accolade} et {{ sans fin")]),
    ],
)  # fmt: skip
def test_what_generators_replace_is_no_text(
    text: str, expected: list[tuple[BlockKind, str]]
) -> None:
    assert kinds(read(text)) == expected


@each_row(
    ("text", "left"),
    [
        (r"Le débit \(Q = v : S\) croît.", "Le débit croît."),
        (r"Le débit \(Q_1\) croît.", "Le débit croît."),
        ("Le débit :\n\n\\[\na : b\n\\]\n\nIl croît.", "Le débit :\nIl croît."),
        (r"Le débit \[sic\] \(a : b\) croît.", "Le débit [sic] (a : b) croît."),
    ],
)
def test_formulas_between_tex_s_own_brackets(text: str, left: str) -> None:
    assert "\n".join(block.text.value for block in read(text).blocks) == left


def test_what_quarto_runs_or_passes_on_is_no_text() -> None:
    text = "Il y a `r nrow(lacs)` lacs et `{python} n` et `x`.\n\n```{=html}\n<hr>\n```\n\n\\newpage\n\nFin.\n"
    texts = [block.text.value for block in read(text, "a.qmd").blocks]
    assert texts == ["Il y a lacs et et x.", "Fin."]
    assert read("Il y a `r nrow(lacs)` lacs.").blocks[0].text.value == "Il y a r nrow(lacs) lacs."


def test_icons_of_a_font_are_no_text() -> None:
    text = "## :fa fa-sitemap: Le plan\n\nVoir ici :fab fa-wiki fa-fw:. Il est 12:fa fa- ou rien.\n"
    texts = [block.text.value.strip() for block in read(text).blocks]
    assert texts == ["Le plan", "Voir ici . Il est 12:fa fa- ou rien."]


def test_a_chunk_of_knitr_may_hold_backticks() -> None:
    text = 'Un modèle.\n\n```{r, fig.cap = "Le `modèle` du lac"}\n# Tracer la rive\nplot(lac)\n```\n\n# Suite\n'
    kinds = [(block.kind, block.text.value) for block in read(text, "a.Rmd").blocks]
    assert kinds == [
        (P, "Un modèle."),
        (CODE, "# Tracer la rive\nplot(lac)"),
        (H, "Suite"),
    ]
    # three ticks within a line are code in it
    assert [one.kind for one in read("```{r} x``` est écrit ici.\n\n# Suite\n").blocks] == [P, H]


def test_mdx() -> None:
    text = (
        "import Carte from './carte'\n\nexport const a = {b: {c: 1}}\n\n<Carte zoom={4} style={{a: 1}}>\n"
        "Du **texte** {a.b}.\n</Carte>\n\n<Appel>Essayer</Appel> <img src={x} alt='vue' />\n"
    )
    document = read(text, "a.mdx")
    assert kinds(document) == [(P, "Du texte ."), (P, "Essayer")]
    assert [image.alt and image.alt.value for image in document.images] == ["vue"]
    assert kinds(read(text)) == kinds(document)  # Docusaurus reads .md as MDX
    code = "```js\nimport a from 'b'\n```\n\nimport a from 'b'\n\nDu texte {a}.\n"
    assert "{a}" in read(code).text  # a lesson on JavaScript


def test_comments_know_their_place_and_code_has_none() -> None:
    text = "Un <!-- deux --> trois.\n\n<!--quatre\ncinq-->\n\n`<!-- non -->`\n"
    document = read(text)
    assert [comment.value for comment in document.comments] == [" deux ", "quatre\ncinq"]
    assert document.comments[0].span() == (text.index(" deux "), text.index(" deux ") + 6)


def test_places_in_line_and_column() -> None:
    text = "---\ntitle: x\n---\n\n> - Voici *l&rsquo;été*,\n>   un \\* [lien](u)  \n>   fin.\n"
    document = read(text)
    block = document.blocks[1]
    assert block.text.value == "Voici l’été, un * lien\nfin."
    for part, line, column in (("Voici", 5, 5), ("’", 5, 13), ("été", 5, 20), ("lien", 6, 12), ("fin", 7, 5)):  # fmt: skip
        span = block.text.span(block.text.value.index(part))
        assert span is not None
        assert document.source.position(span.start) == (line, column), part
    assert at(document, "*") == "\\*"
    assert at(document, "’") == "&rsquo;"


def test_spans_hold_the_whole_element() -> None:
    text = (
        "## Titre ##\n\nDu *texte*\n\n1. Un point\n\n   suite\n\n|a|\n|-|\n| b |\n\nTitre\n=====\n"
    )
    document = read(text)
    spans = [text[slice(*block.span)] for block in document.blocks]
    assert spans == ["## Titre ##", "Du *texte*", "1. Un point", "suite", "a", "b", "Titre\n====="]


def test_links_and_images() -> None:
    text = (
        'Un [lien *fort*](<a b.html> "Le titre"), [vide](), <https://exemple.fr/é>, <moi@exemple.fr>, [réf][R]\n'
        "et [![vue](i&amp;j.png)](/page).\n\n![Une *vue* \\[2\\]][img] [ancre]({{ site.url }}/x)\n\n"
        "[r]: http://exemple.fr/a\\*b 'T'\n[img]: <vue été.png>\n"
    )
    document = read(text)
    found = [(link.href.value, link.text.value, link.label) for link in document.links]
    assert found == [
        ("a b.html", "lien fort", "Le titre"),
        ("", "vide", ""),
        ("https://exemple.fr/é", "https://exemple.fr/é", ""),
        ("mailto:moi@exemple.fr", "moi@exemple.fr", ""),
        ("http://exemple.fr/a*b", "réf", "T"),
        ("/page", "", ""),
        ("{{ site.url }}/x", "ancre", ""),
    ]
    assert text[slice(*document.links[0].span)] == '[lien *fort*](<a b.html> "Le titre")'
    assert text[slice(*document.links[2].span)] == "<https://exemple.fr/é>"
    assert document.links[5].image_alts == ("vue",)
    for link in document.links:
        assert link.block is not None
        assert document.blocks[link.block].text.value[link.start : link.end] == link.text.value
    images = [(image.src.value, image.alt and image.alt.value, image.linked) for image in document.images]  # fmt: skip
    assert images == [("i&j.png", "vue", True), ("vue été.png", "Une vue [2]", False)]
    assert text[slice(*document.images[1].span)] == "![Une *vue* \\[2\\]][img]"


def test_raw_html() -> None:
    text = (
        "<div lang=en>\n<p align=center>Hello&nbsp;<a href='x?a&amp;b' rel='nofollow sponsored'>you</a></p>\n"
        "<figure><img src=a.jpg alt='Une vue' width=640><figcaption>La vue</figcaption></figure>\n</div>\n\n"
        "<details><summary>Voir</summary>\n\n**Caché**\n\n</details>\n\n"
        "<ul><li>un<li>deux</ul>\n<h2 id=suite>Suite</h2>\nTexte<br>\nencore\n\n"
        '<script>\nvar a = "<p>rien</p>"\n</script>\n\n<iframe src="https://v.fr" title="Film"></iframe>\n\n'
        'Un <span lang="en">big data</span>, <kbd>Ctrl</kbd> et <b>gras</b><br>fin <a id="ici"></a>.\n'
    )
    document = read(text)
    assert kinds(document) == [
        (P, "Hello\u00a0you"),
        (CAPTION, "La vue"),
        (P, "Voir"),
        (P, "Caché"),
        (ITEM, "un"),
        (ITEM, "deux"),
        (H, "Suite"),
        (P, "Texte\nencore"),
        (P, "Un big data, Ctrl et gras\nfin ."),
    ]
    assert [block.language for block in document.blocks[:3]] == ["en", "en", None]
    (link,) = document.links
    assert (link.href.value, link.text.value) == ("x?a&b", "you")
    assert link.rel == {"nofollow", "sponsored"}
    (image,) = document.images
    assert (image.src.value, image.alt and image.alt.value, image.width) == (
        "a.jpg",
        "Une vue",
        "640",
    )
    assert [(f.src.value, f.title and f.title.value) for f in document.frames] == [("https://v.fr", "Film")]  # fmt: skip
    last = document.blocks[-1]
    cut = [[last.text.value[m.start : m.end] for m in marks] for marks in (last.foreign, last.code, last.strong)]  # fmt: skip
    assert cut == [["big data"], ["Ctrl"], ["gras"]]
    assert last.foreign[0].value == "en"
    assert {"suite", "ici"} <= document.ids


@each_row(
    ("tag", "level"),
    [
        ('<h4 aria-level="2">Le lac</h4>', 2),
        ('<div role="heading" aria-level="3">Le lac</div>', 3),
        ("<P ROLE=HEADING>Le lac</P>", 2),
        ('<h1 role="presentation">Le lac</h1>', 0),
        ('<h2 role="tab">Le lac</h2>', 0),
    ],
)
def test_what_elements_say_they_are(tag: str, level: int) -> None:
    document = read(f"Avant.\n\n{tag}\n\nAprès.\n")
    assert kinds(document) == [(P, "Avant."), (H if level else P, "Le lac"), (P, "Après.")]
    assert document.blocks[1].level == level


def test_what_nobody_is_to_see_is_no_text() -> None:
    text = (
        'Un <i aria-hidden="true">x</i>mot <span hidden>un <span>deux</span> trois</span>et '
        '<b style="display: none">quatre</b>un autre.\n\n'
        '<div hidden>\n\n## Titre <a id="ici"></a>\n\n<div>cinq</div>\n\n```\nsix\n```\n\n'
        "[sept](huit.html) ![neuf](dix.png)\n\n</div>\n\n"
        '<img src="a.png" hidden><img src="b.png" aria-hidden="true">\n\n<p hidden>onze<p>Fin.\n'
    )
    document = read(text)
    assert kinds(document) == [(P, "Un mot et un autre."), (P, "onze"), (P, "Fin.")]
    assert not document.links
    assert [image.src.value for image in document.images] == ["b.png"]
    assert "ici" in document.ids


@each_row(
    ("inside", "label"),
    [
        ('<svg role="img"><title>Plan &amp; lac</title><path/></svg>', "Plan & lac"),
        ('<svg aria-label="Plan"></svg>', "Plan"),
        ('<i class="icone" role="img" aria-label="Plan"></i>', "Plan"),
        ('<i class="icone" title="Plan"></i>', "Plan"),
        ('<object data="a.svg"><b>Plan</b></object>', "Plan"),
        ('<svg aria-hidden="true"><title>Plan</title></svg>', ""),
        ('<i aria-hidden="true" aria-label="Plan">x</i>', ""),
        ("<svg><path/></svg>", ""),
    ],
)
def test_a_link_without_text_has_the_name_of_what_it_holds(inside: str, label: str) -> None:
    for page in ("{}\n", "Voici {} ici.\n", "<p>{}</p>\n", "<div>\n{}\n</div>\n"):
        (link,) = read(page.format(f'<a href="/plan">{inside}</a>')).links
        assert (link.text.value, link.label) == ("", label)
    (link,) = read(f'<a href="/plan">{inside} lac</a>\n').links
    assert (link.text.value, link.label) == ("lac", "")


def test_other_elements_that_are_images() -> None:
    text = (
        '<amp-img src="a.png" alt="Vue"><noscript><img src="a.png"></noscript></amp-img>\n\n'
        'Un <input type="image" src="b.png"> et <input type="text" src="c.png">.\n'
    )
    images = [(image.src.value, image.alt and image.alt.value) for image in read(text).images]
    assert images == [("a.png", "Vue"), ("b.png", None)]


def test_an_element_left_open_ends_with_its_paragraph() -> None:
    document = read("Un <b>deux\n\ntrois <blockquote> quatre\n\ncinq <!-- sans fin\n")
    assert [block.strong != () for block in document.blocks] == [True, False, False]
    assert document.blocks[2].kind is P


@each_row("name", ["video", "audio", "script", "textarea"])
def test_an_element_named_in_a_paragraph_hides_nothing_behind_it(name: str) -> None:
    document = read(
        f"Les balises <{name}> et la suite.\n\n## Exemple\n\n| Un <{name}> | deux |\n| --- | --- |\n| a | b |\n\n"
        f"Un <{name}>film `</{name}>` caché\n\n```\n<{name}></{name}>\n```\n\nFin."
    )
    texts = [block.text.value for block in document.blocks]
    assert texts[:2] == ["Les balises et la suite.", "Exemple"]
    assert {"deux", "a", "b", "Fin."} <= set(texts)
    assert kinds(read(f"Un <{name}>film</{name}> ici.")) == [(P, "Un ici.")]


@each_row(
    "text",
    [
        '<h1 align="center">\n  <p align="center">Le lac gelé</p>\n</h1>',
        "<h1><div>Le lac</div> <center>gelé</center></h1>",
        "<h1>\n<div><p>Le lac gelé</div>\n</h1>\n",
    ],
)
def test_a_heading_goes_on_through_what_lays_it_out(text: str) -> None:
    document = read(f"{text}\n\nOn patine depuis lundi.\n")
    assert [block.kind for block in document.blocks] == [H, P]
    assert document.blocks[0].text.value.split() == ["Le", "lac", "gelé"]


def test_a_table_drawn_with_signs() -> None:
    text = (
        "Avant.\n\n+-----------+--------+\n| Le lac    | Froid\\ |\n| *gelé*    | et dur |\n+===========+:======:+\n| un `|` là | deux   |\n"
        "+-----------+--------+\n| sur toute la ligne |\n+-----------+--------+\n\nAprès."
    )
    document = read(text)
    assert kinds(document) == [
        (P, "Avant."),
        (CELL, "Le lac gelé"),
        (CELL, "Froid\net dur"),
        (CELL, "un | là"),
        (CELL, "deux"),
        (CELL, "sur toute la ligne"),
        (P, "Après."),
    ]
    assert at(document, "deux") == "deux"


@each_row(
    "text", ["+---+\n\nUn.", "+ un\n+ deux", "+---+ un\n| deux |\n| trois |", "+--+--+\n| a | b |"]
)
def test_signs_that_draw_no_table(text: str) -> None:
    assert CELL not in [block.kind for block in read(text).blocks]


def test_marks() -> None:
    (block,) = read("Un **gras `code`** et __autre__.").blocks
    assert [block.text.value[m.start : m.end] for m in block.strong] == ["gras code", "autre"]
    assert [block.text.value[m.start : m.end] for m in block.code] == ["code"]


def test_the_front_matter_s_title_is_the_main_heading_when_there_is_none() -> None:
    text = '---\ntitle: "L’été &amp; l\\"hiver"\ndescription: Courte\nlang: fr\nkeywords: [a, b]\nauthor: {name: Zoé}\ndate: 2026-03-01\nseo: {keyphrase: été}\n---\n\n## Un [lien](x)\n'
    document = read(text)
    assert [(b.level, b.text.value) for b in document.headings] == [
        (1, 'L’été &amp; l"hiver'),
        (2, "Un lien"),
    ]
    assert document.links[0].block == 1
    said = document.metadata
    assert said.title == document.blocks[0].text
    assert (said.description or said).value == "Courte"  # type: ignore[union-attr]  # a Text if right
    assert [text.value for text in (*said.keywords, *said.authors)] == ["a", "b", "Zoé"]
    assert said.published is not None
    assert said.published.value == "2026-03-01"
    assert document.settings == {"keyphrase": "été"}
    assert len(read("---\ntitle: x\n---\n# Y\n").headings) == 1
    assert len(read("---\ntitle: x\n---\n<h1>Y</h1>\n").headings) == 1


def test_names_of_the_front_matter_can_be_chosen() -> None:
    source = Source("---\nintitule: Le titre\n---\nTexte")
    names = {**markdown.FRONT_MATTER_NAMES, "title": ("intitule",)}
    title = markdown.parse(source, names=names).metadata.title
    assert title is not None
    assert title.value == "Le titre"


@each_row(
    ("path", "header", "slug"),
    [
        ("/site/_posts/2024-05-01-la-mer.md", "", "la-mer"),
        ("/site/content/la-mer/index.fr.md", "", "la-mer"),
        ("/site/la-mer.en.mdx", "", "la-mer"),
        ("/site/x.md", "slug: la-mer", "la-mer"),
        ("/site/x.md", "permalink: /2024/la-mer/", "la-mer"),
        ("/site/x.md", "permalink: /:year/:title/", "x"),
    ],
)
def test_slug(path: str, header: str, slug: str) -> None:
    text = f"---\n{header}\n---\nTexte" if header else "Texte"
    found = markdown.parse(Source(text, path=Path(path))).metadata.slug
    assert found is not None
    assert found.value == slug


def test_ids_of_headings() -> None:
    document = read("# L’été à Brest !\n\n## Été\n\n## Été\n\n## Autre {#ici}\n\n## 2. Suite\n")
    assert {"lété-à-brest-", "lete-a-brest", "été", "ete", "été-1", "ici", "autre", "suite"} <= document.ids  # fmt: skip


def test_ids_in_lists_of_attributes() -> None:
    document = read(
        '**[Test 1](#t1) :** Le lac gèle-t-il ? {id="t1"}\n\n- L’eau {#eau .bleu}\n- La rive {.vert id=rive}\n'
        '\n## Glace {data-id="rien"}\n'
    )
    assert {"t1", "eau", "rive", "glace"} == document.ids - {""}
    assert not any("id=" in block.text.value for block in document.blocks)


def test_components_within_a_line_are_no_words() -> None:
    document = read(
        "# Le lac\n\nBienvenue chez :SiteTitle, au bord.\n\n**:SiteTitle**\n\nNote :Brest, 3:Brest.\n"
    )
    texts = [block.text.value for block in document.blocks]
    assert texts == ["Le lac", "Bienvenue chez , au bord.", "Note :Brest, 3:Brest."]


def test_lists_too_deep_are_refused() -> None:
    with pytest.raises(SourceError, match="50 levels"):
        read("> " * 200 + "x")
    assert read("> " * 45 + "x").blocks


_PIECES = [
    *("é", "mot ", "l’été ", "a", " ", "  \n", "\n", "\n\n", "\r\n", "\t", "&amp;", "&eacute;", "\\*", "\\", "*"),
    *("**", "_", "`", "``", "~~", "[", "]", "(", ")", "![", "](u)", "[x](y)", "<b>", "</b>", "<br>", "<p>", "</p>"),
    *("<a href='é'>", "</a>", "> ", "- ", "1. ", "# ", "|", "|-|-|\n", "    ", "```\n", "<!--", "-->", "{{", "}}"),
    *("{% x %}", "[^1]", "[^1]: ", "[x]: y\n", "---\n", "===\n", ": ", ":::a\n", "!!! b\n", "\u00a0", "<https://a.fr>"),
    *("<div>", "</div>", "<img src=a alt='é&lt;'>", "😀", "\0", "$$", "^[", "title: x\n", "+++\n", "{#a}", "<li>"),
    *("+---+--+\n", "| a\\ | é |\n"),
]  # fmt: skip


@settings(max_examples=250)
@given(
    st.lists(st.sampled_from(_PIECES), max_size=30).map("".join), st.sampled_from(["a.md", "a.mdx"])
)
@example("> ![a\n> b](u)", "a.md")
@example("~~~a~~~ <http://a> ![<http://b>](c)", "a.md")
@example("|a|\r\n|-|\r\n|b\\|`c`|", "a.md")
@example("a ~~~~~ b", "a.md")
@example("> +---+--+\n> | a\\ | é|\n> |b  |\t|\n> +---+--+\n> | *c\n", "a.md")
@example("+---+--+\r\n|\0é |  |\r\n| `a | b` |\r\n", "a.md")
@example("\u00a0|-|-|\n|-|-|\n", "a.md")
def test_every_character_stands_where_it_says(text: str, name: str) -> None:
    document = read(text, name)
    for block in document.blocks:
        assert 0 <= block.span.start <= block.span.end <= len(text)
        for mark in (*block.strong, *block.code, *block.foreign):
            assert 0 <= mark.start < mark.end <= len(block.text.value)
    for link in document.links:
        if link.block is not None:
            assert document.blocks[link.block].text.value[link.start : link.end] == link.text.value


class _Visible(HTMLParser):
    """The text a browser shows, blocks and line breaks as spaces."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  html.parser's signature
        self.text += " " if tag in _BLOCKS else ""

    def handle_endtag(self, tag: str) -> None:
        self.text += " " if tag in _BLOCKS else ""


_BLOCKS = {"p", "li", "td", "th", "tr", "h1", "h2", "blockquote", "pre", "br", "ul", "ol", "table", "hr", "thead", "tbody"}  # fmt: skip
_PLAIN = [piece for piece in _PIECES if "<" not in piece and "{" not in piece and piece[:1] not in ":+$^!"]  # fmt: skip


@settings(max_examples=250)
@given(st.lists(st.sampled_from([p for p in _PLAIN if "[^" not in p and ": " not in p]), max_size=25).map("".join))  # fmt: skip
def test_the_text_is_what_markdown_it_renders(text: str) -> None:
    assume(not ("#" in text and "|" in text))  # a table's row or a heading: GitHub says heading
    text = "mot " + text  # no front matter
    shown = _Visible()
    shown.feed(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))
    ours = " ".join(block.text.value for block in read(text).blocks)
    assert ours.split() == shown.text.split()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "unit", "times"),
    [("", "[", 20_000), ("", "*a", 20_000), ("", "> ", 20_000), ("`" * 9, "` a", 20_000), ("", "<", 50_000), ("", "<!--", 20_000),
     ("", "<a x='", 20_000), ("", "![", 20_000), ("", "[a](", 20_000), ("", "{{", 20_000), ("", "{% comment %}", 5_000),
     ("a|b\n-|-\n", "a|b\n", 5_000), ("", "mot ", 300_000), ("", "# Titre\n\n", 10_000), ("", "<svg>\n\n", 5_000),
     ("", "a: b\n", 10_000), ("", "- a\n\n", 5_000), ("", "[a]: b\n", 10_000), ("", "<b>a", 20_000), ("[^1]: a\n\n", "[^", 20_000),
     ("<div>" * 20_000, "</div>", 20_000), ("", "a `", 20_000), ("", "**a _", 20_000), ("", "[a][", 20_000),
     ("+" + "--+" * 5_000 + "\n", "| a\n+--+\n", 5_000), ("", "<video> ", 20_000), ("", "+--+\n| a\n\n", 5_000)],
)  # fmt: skip
def test_hostile_text_takes_linear_time(before: str, unit: str, times: int) -> None:
    def work(text: str) -> None:
        with contextlib.suppress(SourceError):
            markdown.parse(Source(text, name="a.mdx"))

    assert grows_linearly(repeated(unit, work, before), times)


@pytest.mark.process
def test_imports_wait_until_they_are_needed() -> None:
    program = (
        "import sys; from seo_audit.source import Source; from seo_audit.parsing.markdown import parser\n"
        "parser.parse(Source('<p>*a*</p>\\n\\nb'))\n"
        "print([name for name in ('bs4', 'lxml', 'yaml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # fmt: skip
    assert done.stdout.strip() == "[]"


@each_row(
    "line",
    ["*[HTML]: Hyper Text", "  *[HTML]: Hyper Text", "*[HTML] : Hyper Text", "*[HTML]:Hyper Text"],
)
def test_the_line_of_an_abbreviation_is_no_prose(line: str) -> None:
    assert "Hyper" not in read(f"Le HTML.\n\n{line}\n").text


@each_row(
    "line",
    ["*[Note] : voir plus loin*", "\\*[HTML]: ceci", "Un *[HTML]: ceci", "    *[HTML]: ceci"],
)
def test_what_is_no_abbreviation(line: str) -> None:
    assert ":" in read(f"Le HTML.\n\n{line}\n").text


def test_blocks_and_includes_of_pymdown_and_vitepress() -> None:
    text = (
        '/// note | À retenir\nUn four est chaud.\n///\n\n<<< @/four.js{2}\n\n--8<-- "four.md"\n\n'
        "--8<--\nfour.md\n--8<--\n\nIl a dit « <<< et /// » hier.\n\nUn chemin //serveur/partage ici.\n"
    )
    texts = [block.text.value for block in read(text).blocks]
    assert texts[:2] == ["À retenir", "Un four est chaud."]
    assert texts[-2:] == ["Il a dit « <<< et /// » hier.", "Un chemin //serveur/partage ici."]
    assert not any("8<" in one or "@/" in one for one in texts)


def test_ids_in_comments_of_docusaurus() -> None:
    text = "## Le four {/* #four */}\n\nIl est chaud.\n\n## La sole <!-- #sole -->\n\nElle est plate. {/* un #mot */}\n"
    document = read(text, "a.mdx")
    assert {"four", "sole"} <= document.ids
    assert "mot" not in document.ids


@each_row(
    ("said", "shown"),
    [
        (".content-hidden", False),
        ('.content-hidden when-format="html"', False),
        ('.content-hidden when-format="pdf"', True),
        ('.content-hidden unless-format="html"', True),
        ('.content-visible when-format="html:js"', True),
        ('.content-visible when-format="pdf"', False),
        ('.content-visible unless-format="html"', False),
        ('.content-visible when-profile="avance"', True),
        (".content", True),
    ],
)
def test_what_quarto_keeps_out_of_web_pages(said: str, shown: bool) -> None:
    text = f"Avant.\n\n::: {{{said}}}\n\n::: {{.callout-note}}\nDedans.\n:::\n\n```\n:::\n```\n\n:::\n\nAprès.\n"
    document = read(text, "a.qmd")
    texts = [block.text.value for block in document.blocks if block.kind is P]
    assert texts == (["Avant.", "Dedans.", "Après."] if shown else ["Avant.", "Après."])
    assert at(document, "Après.") == "Après."


def test_labels_and_roles_of_myst_are_no_text() -> None:
    document = read("(choix)=\n## Bois\n\nVoir {ref}`bois`, {math}`x \\le 3` et (x)= ou f(x)=3.\n")
    assert [block.text.value for block in document.blocks] == [
        "Bois",
        "Voir bois, et (x)= ou f(x)=3.",
    ]
    assert "choix" in document.ids


def test_what_quarto_writes_on_tabs_is_no_heading() -> None:
    tabs = '# Le four\n\n::: {.panel-tabset group="pain"}\n\n## Pain\n\nCuit.\n\n### La pâte\n\nLevée.\n\n## Brioche\n\nDorée.\n\n:::\n\n## La suite\n\nFin.\n'
    document = markdown.parse(Source(tabs, "four.qmd"))
    assert [block.text.value for block in document.headings] == ["Le four", "La pâte", "La suite"]
    assert "Brioche" in document.text
    document = markdown.parse(Source(tabs.replace(".panel-tabset", ".column-margin"), "four.qmd"))
    assert len(document.headings) == 5


@each_row(
    ("text", "shown"),
    [
        (
            '::uml:: format="png"\n\n@startuml\n[Lac] --> [Mer]\n@enduml\n\n::end-uml::\n',
            ["Il gèle."],
        ),
        ("@startuml\nactor Lac\n\nLac -> Mer : eau\n@enduml\n", ["Il gèle."]),
        ("@startuml sans fin\n", ["@startuml sans fin", "Il gèle."]),
        ("Écrire @startuml au début.\n", ["Écrire @startuml au début.", "Il gèle."]),
    ],
)
def test_the_program_of_a_drawing_is_no_text(text: str, shown: list[str]) -> None:
    document = read(f"{text}\nIl gèle.\n")
    assert [block.text.value for block in document.blocks] == shown


@each_row(
    ("text", "shown"),
    [
        ("Le lac {++bleu ++}est {--gelé --}froid.", "Le lac bleu est froid."),
        ("Le lac {~~lundi~>mardi~~}{>>à vérifier<<}.", "Le lac mardi."),
        ("Le {==lac==}{>>lequel ?<<} gèle.", "Le lac gèle."),
        ("Un compteur : {a++} puis {b--}.", "Un compteur : {a++} puis {b--}."),
        ("Le lac {>> gèle } ici.", "Le lac {>> gèle } ici."),
        ("Le lac `{++bleu++}`.", "Le lac {++bleu++}."),
    ],
)
def test_what_critic_markup_proposes(text: str, shown: str) -> None:
    assert [block.text.value for block in read(f"{text}\n").blocks] == [shown]
