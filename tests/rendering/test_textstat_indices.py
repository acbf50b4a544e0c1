"""textstat beside our own figures."""

import subprocess
import sys

import pytest
import report_samples as samples
from msgspec.structs import astuple
from tables import each_row

from seo_audit.document import Block, BlockKind, Document, Text
from seo_audit.rendering.textstat_indices import Indices, indices, of_text
from seo_audit.source import Source, Span

TEXT = (
    "La fontaine du village coule de nouveau. Elle était à sec depuis quatre longues années. "
    "Le maçon retraité connaissait parfaitement les canalisations municipales."
)


def test_lix_and_rix_are_what_one_counts_by_hand() -> None:
    # 23 words, 3 sentences; over six letters: fontaine, village, nouveau, longues, retraité,
    # connaissait, parfaitement, canalisations, municipales
    found = of_text(TEXT)
    assert found.lix == pytest.approx(23 / 3 + 100 * 9 / 23, abs=0.005)
    assert found.rix == 3.0


def test_flesch_is_kandel_and_moles_not_english() -> None:
    import textstat

    english = textstat.textstat.__class__
    found = of_text(TEXT)
    assert found.flesch_reading_ease is not None
    assert 0 < found.flesch_reading_ease < 207
    own = english()
    own.set_lang("fr")
    assert found.flesch_reading_ease == round(own.flesch_reading_ease(TEXT), 2)


@each_row("text", ["", " ", "\n\n", "12 000 — 15 %", "!?…", "’", "-"])
def test_nothing_to_measure_gives_none(text: str) -> None:
    assert of_text(text) == Indices()


@each_row("text", ["a", "Oui.", "é" * 1000, "a." * 5000, "l’ " * 5000, "\u202e\x00a"])
def test_odd_texts_give_figures(text: str) -> None:
    assert all(isinstance(value, float) for value in astuple(of_text(text)))


def test_only_prose_counts() -> None:
    block = Block(BlockKind.PARAGRAPH, Text(TEXT), Span(0, 0))
    code = Block(BlockKind.CODE, Text("import antigravity " * 20), Span(0, 0))
    title = Block(BlockKind.HEADING, Text("Intitulés extraordinairement compliqués"), Span(0, 0))
    source = Source(TEXT)
    assert indices(Document(source, "text", (title, block, code))) == of_text(TEXT)
    assert indices(samples.document()).lix is not None


@pytest.mark.process
def test_asks_nothing_of_the_network_and_leaves_textstat_alone() -> None:
    code = (
        "import socket\n"
        "def refuse(*a, **k): raise AssertionError('network')\n"
        "socket.socket.connect = refuse; socket.getaddrinfo = refuse\n"
        "from seo_audit.rendering.textstat_indices import of_text\n"
        f"found = of_text({TEXT!r})\n"
        "import textstat\n"
        "assert textstat.textstat._textstatistics__lang == 'en_US'\n"
        "print(found.flesch_reading_ease)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert run.returncode == 0, run.stderr
    assert float(run.stdout) > 0
