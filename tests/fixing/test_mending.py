"""An article mended through the Python interface: what is done, what is left, what nobody may touch."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

import seo_audit
from seo_audit.document import Format

FORMATS: tuple[Format, ...] = ("html", "markdown", "text")
LINE = "La mairie répond aujourd’hui : les voisins du bourg sont là pour la fontaine."
MENDED = LINE.replace(" :", "\u00a0:")


def fix(text: str, form: Format = "markdown", *, unsafe: bool = False, select: str = "") -> str:
    config = seo_audit.Config(select=(select,)) if select else None
    return seo_audit.fix(text, config, format=form, unsafe=unsafe).text


@each_row("form", FORMATS)
def test_spaces_become_unbreakable(form: Format) -> None:
    text = {"html": f"<p>{LINE}</p>", "markdown": f"# La fontaine\n\n{LINE}\n", "text": LINE}[form]
    assert fix(text, form) == text.replace(LINE, MENDED)


def test_what_was_done_and_what_is_left() -> None:
    fixed = seo_audit.fix(f"<p>{LINE} L'eau <b></b>coule</p><p>trop</p>", format="html")
    assert [finding.rule for finding in fixed.applied] == ["no-break-spaces", "apostrophes"]
    assert all(finding.fix and finding.fix.safe for finding in fixed.applied)
    assert {"no-break-spaces", "apostrophes"}.isdisjoint(finding.rule for finding in fixed.left)
    assert "h1" in {finding.rule for finding in fixed.left}


def test_every_place_of_a_group_is_mended() -> None:
    text = "".join(f"<p>{LINE}</p>" for _ in range(60))
    assert fix(text, "html") == text.replace(LINE, MENDED)


def test_a_file_is_read_and_not_written(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_text(f"# La fontaine\r\n\r\n{LINE}\r\n", "utf-8", newline="")
    assert seo_audit.fix(path).text == f"# La fontaine\r\n\r\n{MENDED}\r\n"
    assert LINE in path.read_text("utf-8")


@each_row(
    ("before", "after"),
    [
        (f"<p>{LINE}</p>", f"<p>{MENDED}</p>"),
        # as the file mostly writes it
        (f"<p>Oui&nbsp;! {LINE}</p>", f"<p>Oui&nbsp;! {MENDED.replace(chr(160), '&nbsp;')}</p>"),
        (
            f"<p>Oui&nbsp;! Non\u00a0! Si\u00a0! {LINE}</p>",
            f"<p>Oui&nbsp;! Non\u00a0! Si\u00a0! {MENDED}</p>",
        ),
        # who knows how a page in ASCII is served
        (
            "<p>L'eau coule pour tous ceux du bourg.</p>",
            "<p>L&rsquo;eau coule pour tous ceux du bourg.</p>",
        ),
        # an entity is replaced whole
        ("<p>Il l&#39;a vue cet été.</p>", "<p>Il l’a vue cet été.</p>"),
    ],
)
def test_html_is_written_as_the_page_writes(before: str, after: str) -> None:
    assert fix(before, "html") == after


@each_row(
    "line",
    [
        "Voici {{ une : chose }} dite ainsi par les voisins du bourg.",
        "Voici {% une : chose %} dite ainsi par les voisins du bourg.",
        "Voici <? une : chose ?> dite ainsi par les voisins du bourg.",
        "La formule $a : b$ est dite ainsi par les voisins du bourg.",
        "La formule \\(a : b\\) est dite ainsi par les voisins du bourg.",
        "Voir [[Une : page]] dite ainsi par les voisins du bourg.",
        "Voici <Carte titre={a ? b : c} /> dite ainsi par les voisins du bourg.",
        "Voici `une : chose` dite ainsi par les voisins du bourg.",
        "<!-- seo-audit-disable-next-line no-break-spaces -->\nVoici : une chose dite par les voisins du bourg.",
        "```\nune : chose\n```",
    ],
)
def test_hands_off(line: str) -> None:
    text = f"# La fontaine\n\n{LINE}\n\n{line}\n"
    assert fix(text) == text.replace(LINE, MENDED)
    assert fix(text, unsafe=True) == text.replace(LINE, MENDED)


def test_a_heading_keeps_its_anchor() -> None:
    text = f"# La fontaine\n\n## Qui vient ?\n\n## Une note: la suite\n\n{LINE}\n"
    safe = text.replace(LINE, MENDED).replace("note:", "note\u00a0:")
    assert fix(text) == safe
    assert fix(text, unsafe=True) == safe.replace("vient ?", "vient\u00a0?")


def test_a_value_of_the_front_matter_is_a_suggestion() -> None:
    text = f"---\ntitle: Qui vient ?\n---\n\n{LINE}\n"
    assert fix(text) == text.replace(LINE, MENDED)
    assert fix(text, unsafe=True) == text.replace(LINE, MENDED).replace("vient ?", "vient\u00a0?")


def test_the_title_of_a_page_is_mended_its_description_suggested() -> None:
    text = (
        '<html lang="fr"><head><meta charset="utf-8"><title>Qui vient ?</title>'
        f'<meta name="description" content="Viens là !"></head><body><p>{LINE}</p></body></html>'
    )
    safe = text.replace(LINE, MENDED).replace("vient ?", "vient\u00a0?")
    assert fix(text, "html") == safe
    assert fix(text, "html", unsafe=True, select="typography") == safe.replace("là !", "là\u00a0!")


PIECES = st.sampled_from(
    [
        "La soeur", "l'eau", " : ", " ; ", " ?", "!", "« ", " »", "«", "»", " ", "\n", "\n\n", "# ", "- ", "**", "_", "`", "[a](b)",
        "10 000", "5 %", " .", "<p>", "</p>", "<b>", "</b>", "&nbsp;", "&amp;", "{{ a : b }}", "$x : y$", "etc...", "...", "1ère",
        "Etat", "l’école", "\u00a0", "\u202f", "\r\n", "<!-- ", " -->", "\\", '"oui"', "| a : b |", "é", "de de", "\t", "<code>",
    ]
)  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
@given(pieces=st.lists(PIECES, min_size=1, max_size=30), unsafe=st.booleans())
@settings(max_examples=60)
def test_mended_once_is_mended(form: Format, pieces: list[str], unsafe: bool) -> None:
    text = "".join(pieces)
    if text.strip():
        once = fix(text, form, unsafe=unsafe)
        assert fix(once, form, unsafe=unsafe) == once
