"""Mending takes time that grows as the article does, whatever it is made of."""

import pytest
from growth import grows_linearly, repeated
from tables import each_row

from seo_audit.config.config import Config
from seo_audit.document import Format
from seo_audit.fixing.diff import unified
from seo_audit.fixing.mending import mend
from seo_audit.judging.fixable import kept_out
from seo_audit.source import Source

pytestmark = pytest.mark.slow

TEXT = "# La fontaine\n\nLa fontaine du village coule de nouveau depuis lundi.\n\n"
UNITS: dict[str, tuple[Format, str]] = {
    "spaces": ("markdown", "Qui vient ? Les voisins : tous !\n\n"),
    "one paragraph": ("markdown", "Qui vient ? Les voisins : tous ! "),
    "headings": ("markdown", "## Qui vient ? La soeur de l’Etat\n\nElle coule : oui.\n\n"),
    "one heading": ("markdown", "eau : "),
    "quoted": ("markdown", 'Il dit "une chose" de plus.\n\n'),
    "silenced": ("markdown", "<!-- seo-audit-disable-next-line -->\nQui vient ?\n\nQui va ?\n\n"),
    "typed lists": ("markdown", "• eau\n\n• pierre\n\nLes voisins.\n\n"),
    "pages": ("html", "<p>L'eau : <b>l'Etat</b>&nbsp;! <a href='http://a.fr/'>soeur ?</a></p>"),
    "markup": ("html", "l'<b>é</b>"),
    "lines": ("text", "L'eau : c'est la soeur !\n"),
}


@each_row("name", UNITS)
def test_mending_grows_linearly(name: str) -> None:
    form, unit = UNITS[name]
    before = "# " if name == "one heading" else TEXT if form == "markdown" else "<p>É</p>"
    config = Config(select=("typography", "list-markup", "link-insecure"))

    def work(text: str) -> object:
        return mend(Source(text), config, form, unsafe=True)

    assert grows_linearly(repeated(unit, work, before), 600)


@each_row(
    "unit",
    ["{{", "{%", "<?", "$$", "$a", "\\(", "[[", "<!--", "{", "<A", "<A{", "<A {}", "import ", "{/*", "\nexport a"],
)  # fmt: skip
def test_looking_for_what_is_no_text_grows_linearly(unit: str) -> None:
    assert grows_linearly(repeated(unit, lambda text: list(kept_out(text, len(text)))), 40_000)


@each_row("new", ["b\n", "a\nb\n", ""])
def test_diffs_grow_linearly(new: str) -> None:
    def work(size: int) -> object:
        return unified("a.md", b"a\n" * size, new.encode() * size + b"c\n")

    assert grows_linearly(work, 40_000)
