import pytest
from conftest import CheckRule
from tables import each_row


def page(alt: str) -> str:
    return f'<p>Le lac. <img src="a.jpg" alt="{alt}"></p>'


@each_row(
    "alt",
    ["lac.JPG", "DSC00042", "Image", "photo :", "Une photo de chat", "image représentant un lac"],
)
def test_bad_ones(check_rule: CheckRule, alt: str) -> None:
    assert len(check_rule("image-alt-quality", page(f"⟦{alt}⟧"))) == 1


@each_row(
    "alt",
    ["Le lac", "Photographe", "Imagerie du lac", "L’image du lac s’efface", "Logo de la ville"],
)
def test_good_ones(check_rule: CheckRule, alt: str) -> None:
    assert not check_rule("image-alt-quality", page(alt))


@pytest.mark.parametrize(("length", "found"), [(125, False), (126, True)])
def test_limit(check_rule: CheckRule, length: int, found: bool) -> None:
    alt = "é" * length
    assert bool(check_rule("image-alt-quality", page(f"⟦{alt}⟧" if found else alt))) is found


def test_none_described_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("image-alt-quality", '<p>Mot. <img src="a" alt=""><img src="b"></p>', applies=False)


def test_the_text_of_a_figure_is_its_caption(check_rule: CheckRule) -> None:
    alt = "Photo du four à pain du hameau, dont la voûte " + "de briques " * 9 + "fut refaite."
    for name in ("four.qmd", "four.Rmd"):
        check_rule(
            "image-alt-quality",
            f"Le four.\n\n![{alt}](four.png){{#fig-four width=75%}}\n\nIl chauffe.\n",
            "markdown",
            article={"name": name},
        )
        check_rule(
            "image-alt-quality",
            f"Le four ![⟦{alt}⟧](four.png) chauffe.\n",
            "markdown",
            article={"name": name},
        )
    check_rule("image-alt-quality", f"Le four.\n\n![⟦{alt}⟧](four.png)\n", "markdown")
    check_rule(
        "image-alt-quality", "![⟦DSC00042⟧](four.png)\n", "markdown", article={"name": "four.qmd"}
    )
