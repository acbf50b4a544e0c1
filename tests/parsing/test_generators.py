"""What site generators and note-takers write beside Markdown: each syntax is read as they read it."""

import pytest
import text_places
from growth import grows_linearly, repeated
from tables import each_row

from seo_audit.document import BlockKind, Document
from seo_audit.parsing import Parsing, parse
from seo_audit.source import Source

H, P, CODE = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CODE


def read(text: str, name: str = "a.md") -> Document:
    document = parse(Source(text, name=name), Parsing())
    assert not text_places.misplaced(document)
    return document


def kinds(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text.value) for block in document.blocks]


TEXTS = {
    # Obsidian
    "Un %%secret%% ici.": "Un ici.",
    "%%\nUn secret.\n\nEncore.\n%%\n\nUn texte.": "Un texte.",
    "Remise de 100%% et de 50 %.": "Remise de 100%% et de 50 %.",
    "==À relire== demain.": "À relire demain.",
    "==À **relire** !== Demain.": "À relire ! Demain.",
    "Si a == b et c == d.": "Si a == b et c == d.",
    "Un bloc nommé. ^bloc-1": "Un bloc nommé.",
    "Deux à la puissance ^ n": "Deux à la puissance ^ n",
    # formulas
    "Le débit vaut $Q_{max} = v$ ici.": "Le débit vaut ici.",
    "Le rapport $a : b$\nreste.": "Le rapport reste.",
    "Avec $$\\frac{a}{b}$$ ici.": "Avec ici.",
    "Avec \\\\(a + b\\\\) ici.": "Avec ici.",
    "Avec \\(\\alpha\\) ici.": "Avec ici.",
    "\\begin{align}\nx &= 1\n\\end{align}\n\nUn texte.": "Un texte.",
    "De 20 $ à 30 $ le kilo.": "De 20 $ à 30 $ le kilo.",
    "De $20 à $30 le kilo.": "De $20 à $30 le kilo.",
    "Soit 5$/mois contre 10$/mois.": "Soit 5$/mois contre 10$/mois.",
    "Un \\$prix\\$ et $HOME/$USER.": "Un $prix$ et $HOME/$USER.",
    "Une note \\[du traducteur\\].": "Une note [du traducteur].",
    # abbreviations
    "Le HTML.\n\n*[HTML]: Hyper Text Markup Language": "Le HTML.",
    # Nuxt
    '::alert{type="info"}\nUn encadré.\n::': "Un encadré.",
    "::alert\n---\ncolor: rouge\n---\nUn encadré.\n::": "Un encadré.",
    "Un mot [en rouge]{.red} ici.": "Un mot en rouge ici.",
    # Quarto
    "Voir \\@ref(fig:plan) ici.": "Voir ici.",
    # MDX in .md
    "import A from '../a';\n\nUn texte {/* secret */} ici.": "Un texte ici.",
    "Un texte {/* secret */} ici.": "Un texte ici.",
    "import de France : un texte.": "import de France : un texte.",
    "export const four = 12;\n\nUn texte ici.": "Un texte ici.",
    "export const et import : un texte.": "export const et import : un texte.",
}  # fmt: skip


@each_row("text", TEXTS)
def test_texts(text: str) -> None:
    assert read(text).text == TEXTS[text]


@each_row("mark", ["%%", "==", "$", "$$", "^x", "[[", "{/*", "\\\\(", "::a"])
def test_code_is_left_alone(mark: str) -> None:
    code = f"a {mark} b {mark}"
    assert kinds(read(f"```\n{code}\n```\n\n`{code}`\n")) == [(CODE, code), (P, code)]


def test_wikilinks() -> None:
    text = (
        "J’écoute [[Art Blakey]], [[notes/Max Roach|Max **Roach**]], [[a/b#Partie]] et [[#Fin]].\n\n"
        "![[img/photo.png]] ![[vue.webp|Une vue]] ![[plan.svg|300x200]] ![[Ma note#Partie]] ![[son.mp3]]\n"
    )
    document = read(text)
    assert document.text == "J’écoute Art Blakey, Max **Roach**, b#Partie et Fin."
    assert [(link.href.value, link.text.value) for link in document.links] == [
        ("Art Blakey", "Art Blakey"),
        ("notes/Max Roach", "Max **Roach**"),
        ("a/b#Partie", "b#Partie"),
        ("#Fin", "Fin"),
    ]
    assert text[slice(*document.links[1].span)] == "[[notes/Max Roach|Max **Roach**]]"
    images = [
        (one.src.value, one.alt.value if one.alt is not None else None) for one in document.images
    ]
    assert images == [("img/photo.png", ""), ("vue.webp", "Une vue"), ("plan.svg", "")]
    assert text[slice(*document.images[1].span)] == "![[vue.webp|Une vue]]"


@each_row(
    "text",
    ["[[1]](https://example.org)", "[[un]][a]\n\n[a]: b", "[[*pagetitle]]", "[[]]", "[[a\nb]]", "\\[[a]]", "`[[a]]`", "[[a]"],
)  # fmt: skip
def test_no_wikilinks(text: str) -> None:
    assert "[" in read(text).text or len(read(text).links) == 1
    assert all(link.href.value != "un" for link in read(text).links)


def test_a_reference_in_brackets_is_one() -> None:
    [link] = read("Voir [[a]].\n\n[a]: https://example.org\n").links
    assert link.href.value == "https://example.org"


def test_callouts() -> None:
    text = "> [!tip] À écouter\n> Ses disques\n> de 1958.\n\n> [!warning]- \n> Le son.\n\n> [!note]\n> Une note.\n"
    assert kinds(read(text)) == [
        (P, "À écouter"),
        (P, "Ses disques de 1958."),
        (P, "Le son."),
        (P, "Une note."),
    ]


def test_comments_silence_in_every_notation() -> None:
    text = "Un {/* deux */} et %%trois%%.\n"
    assert [one.value for one in read(text).comments] == [" deux ", "trois"]


def test_cells_that_run_are_no_text() -> None:
    text = (
        "Un texte.\n\n```{r, echo=FALSE}\n#| message: false\nplot(x)\n```\n\n```r\nplot(y)\n```\n"
    )
    assert kinds(read(text, "a.qmd")) == [(P, "Un texte."), (CODE, "plot(y)")]
    assert kinds(read(text, "A.Rmd")) == kinds(read(text, "a.qmd"))


def test_anchors_of_emoji() -> None:
    assert "one-introduction" in read("## :one: Introduction\n").ids
    assert "tada-c-est-fini" not in read("## C’est fini\n").ids
    assert "tada-cest-fini" in read("## :tada: C’est *fini*\n").ids


SOURCE = """---
title: La fontaine
description: Elle coule de nouveau.
seo:
  keyphrase: fontaine
---
{% include header.html %}
<p>La <a href="{{ site.url }}/eau">source</a> coule {{ page.lieu }} ici.</p>
<h2>Le débit</h2>
"""


def test_front_matter_before_html() -> None:
    document = read(SOURCE, "a.html")
    assert kinds(document) == [(H, "La fontaine"), (P, "La source coule ici."), (H, "Le débit")]
    assert document.metadata.title is not None
    assert document.metadata.title.value == "La fontaine"
    assert document.metadata.description
    assert document.settings == {"keyphrase": "fontaine"}
    [link] = document.links
    assert link.href.value == "{{ site.url }}/eau"
    assert document.blocks[link.block or 0].text.value.startswith("La source")


def test_html_without_front_matter_keeps_its_braces() -> None:
    assert read("<p>Bonjour {{ prénom }} !</p>", "a.html").text == "Bonjour {{ prénom }} !"
    assert read("<h1>Oui</h1><p>--- {{ a }}</p>", "a.html").text.endswith("{{ a }}")


@pytest.mark.parametrize(
    "unit",
    ["%%", "%%a", "==a", "==", "$a", "$a$", "\\\\(", "\\\\[", "\\(\\al", "\\begin{a}", "[[", "[[a", "[[a|", "{/*", "^a ",
     "*[a]: b\n", "::a\n---\n", "[a]{", "[a]{.b}", "> [!a] b\n", "import ", "import a from 'b'\n", "{{", "{%", "<a {{"],
)  # fmt: skip
@pytest.mark.parametrize("before", ["", "---\ntitle: a\n---\n<p>"])
def test_time_grows_as_the_text(unit: str, before: str) -> None:
    name = "a.html" if before else "a.md"
    assert grows_linearly(repeated(unit, lambda text: read(text, name), before), 4_000)


INDENTED = """<Steps>
  <Step title="Un">
    Ouvrez le `journal` :

    ```bash
    tail -f lac
    ```

    | a | b |
    |---|---|
    | c | d |

    - Un mot
      - Deux mots
    - Trois mots
  </Step>
</Steps>

Fin.
"""


@each_row(
    ("name", "text", "is_mdx"),
    [
        ("a.mdx", INDENTED, True),
        ("a.md", INDENTED, True),
        ("a.md", INDENTED.replace("Steps", "MesPas"), False),
        ("a.md", f"```\n{INDENTED}```\n", False),
    ],
)
def test_what_a_component_holds_is_no_code(name: str, text: str, is_mdx: bool) -> None:
    document = read(f"Il gèle.\n\n{text}", name)
    found = [(block.kind, block.text.value) for block in document.blocks]
    wanted = [
        (BlockKind.PARAGRAPH, "Ouvrez le journal :"),
        (BlockKind.CODE, "tail -f lac"),
        *((BlockKind.TABLE_CELL, cell) for cell in "abcd"),
        (BlockKind.LIST_ITEM, "Un mot"),
        (BlockKind.LIST_ITEM, "Deux mots"),
        (BlockKind.LIST_ITEM, "Trois mots"),
        (BlockKind.PARAGRAPH, "Fin."),
    ]
    assert (found[1:] == wanted) is is_mdx


def test_markdown_within_html_keeps_its_ids() -> None:
    text = '<div id="rive" markdown>\n- Le lac\n- Le bois\n</div>\n\nFin.\n'
    document = read(text, "a.md")
    assert [block.kind for block in document.blocks] == [BlockKind.LIST_ITEM] * 2 + [
        BlockKind.PARAGRAPH
    ]
    assert "rive" in document.ids
