"""Files whose names begin with a dash below: parts of pages, or articles that are called so."""

from pathlib import Path, PurePath

import pytest

from seo_audit.runner.left_out import no_article


@pytest.mark.parametrize(
    ("name", "text", "is_left_out"),
    [
        ("_avertissement.md", "Ce guide est **provisoire**.\n", True),
        ("_entete.html", '<header class="haut"><a href="/">Accueil</a></header>\n', True),
        (
            "_posts-2018-03-01-lac.md",
            "---\nlayout: post\ntitle: Le lac\n---\n\nIl est bleu.\n",
            False,
        ),
        (
            "__exemple.fr_lac.html",
            "<!DOCTYPE html>\n<html lang=fr><title>Le lac</title><p>Il est bleu.</p>",
            False,
        ),
        ("_index.md", "# Le lac\n\nIl est bleu.\n", False),
    ],
)
def test_a_dash_below_is_a_part_unless_it_is_a_page(
    tmp_path: Path, name: str, text: str, is_left_out: bool
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert (no_article(tmp_path / name, PurePath(name)) is not None) is is_left_out


def test_a_template_in_a_script_makes_no_template_of_a_page(tmp_path: Path) -> None:
    script = "<script type='text/template'><% if (a) { %><%= a %><% } %><%= b %></script>"
    head = f"<html lang=fr><head><title>Le lac</title>{script}</head>"
    path = tmp_path / "lac.html"
    path.write_text(f"{head}<p>Il est bleu.</p></html>", "utf-8")
    assert no_article(path, PurePath("lac.html")) is None
    path.write_text(f"{head}<p><%= c %></p></html>", "utf-8")
    assert no_article(path, PurePath("lac.html")) is not None
