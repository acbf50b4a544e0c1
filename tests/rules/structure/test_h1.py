from pathlib import Path

from conftest import CheckRule
from tables import each_row

from seo_audit.rule import Severity


def test_none_is_an_error_and_several_a_warning(check_rule: CheckRule) -> None:
    [none] = check_rule("h1", "<p>Un texte.</p>")
    assert none.severity is Severity.ERROR
    [second] = check_rule("h1", "<h1>Un</h1><p>Un texte.</p>⟦<h1>Deux</h1>⟧<p>Un autre.</p>")
    assert second.severity is Severity.WARNING
    assert [place.line for place in second.related] == [1]


def test_each_one_too_many_is_found(check_rule: CheckRule) -> None:
    text = "# Un\n\nTexte un.\n\n⟦# Deux⟧\n\nTexte deux.\n\n⟦# Trois⟧\n\nTexte trois.\n"
    found = check_rule("h1", text, "markdown")
    assert found[1].message("fr") == "Titre principal nº 3\u00a0: l’article en a 3."


def test_nothing_to_judge(check_rule: CheckRule) -> None:
    check_rule("h1", "<p> </p>", applies=False)


def test_the_first_line_of_a_text_is_its_main_heading(check_rule: CheckRule) -> None:
    assert not check_rule(
        "h1", "La fontaine coule\n\nElle était à sec depuis quatre ans.\n", "text"
    )


def test_an_empty_one_is_another_rule_s_matter(check_rule: CheckRule) -> None:
    assert not check_rule("h1", "<h1>Le lac</h1><p>Il gèle.</p><h1>&nbsp;</h1>")
    assert not check_rule("h1", "<h1></h1><p>Il gèle.</p>")
    found = check_rule("h1", "<h1>Un</h1><h1></h1>⟦<h1>Deux</h1>⟧<p>Il gèle.</p>")
    assert found[0].message("en") == "Main heading no. 2: the article has 2."


def test_a_text_is_told_how_to_have_one(check_rule: CheckRule) -> None:
    [none] = check_rule(
        "h1", "Il gèle depuis lundi matin, et le lac est pris par la glace.\n", "text"
    )
    assert "première ligne" in none.advice("fr")


SECTIONS = "---\ntitle: Le lac gelé\n---\n\n{}\n\nIl gèle.\n\n{}\n\nIl dégèle.\n"


def test_sections_of_level_1_stand_under_the_front_matter_s_title(check_rule: CheckRule) -> None:
    found = check_rule("h1", SECTIONS.format("⟦# Le froid⟧", "⟦# Le printemps⟧"), "markdown")
    assert [one.values["number"] for one in found] == [2, 3]
    check_rule("h1", SECTIONS.format("## Le froid", "⟦# Le printemps⟧"), "markdown")


def test_a_heading_that_repeats_the_title_is_the_main_one(check_rule: CheckRule) -> None:
    check_rule("h1", SECTIONS.format("# Le lac gelé, récit", "⟦# Le printemps⟧"), "markdown")
    check_rule("h1", SECTIONS.format("# Tout autre chose", "## Le printemps"), "markdown")


@each_row(
    ("name", "text"),
    [
        ("lac.md", "Le gel vient des [[Alpes]] cette année.\n"),
        ("lac.md", "---\ntags: [gel]\n---\n\n![[lac gelé.jpg]]\n\nLe lac est pris depuis lundi.\n"),
        ("Le lac gelé.md", "---\ntags: [gel]\n---\n\nLe lac est pris depuis lundi.\n"),
        ("2026-01-12.md", "---\ntags: [gel]\n---\n\nLe lac est pris depuis lundi.\n"),
        ("2026-01-12_0815.md", "---\ntags: [gel]\n---\n\nLe lac est pris depuis lundi.\n"),
    ],
)
def test_a_note_is_titled_by_its_name(check_rule: CheckRule, name: str, text: str) -> None:
    check_rule("h1", text, "markdown", article={"name": name}, applies=False)
    check_rule("title", text, "markdown", article={"name": name}, applies=text.startswith("---"))


@each_row(
    ("name", "text"),
    [
        ("lac.md", "---\ntags: [gel]\n---\n\nLe lac est pris, dit `[[Alpes]]` tout bas.\n"),
        ("2026-01-12-lac.md", "---\ntags: [gel]\n---\n\nLe lac est pris depuis lundi.\n"),
        ("Le lac gelé.md", "Le lac est pris depuis lundi.\n"),
    ],
)
def test_other_files_need_a_title_of_their_own(check_rule: CheckRule, name: str, text: str) -> None:
    assert check_rule("h1", text, "markdown", article={"name": name})


def test_folders_that_title_their_files(check_rule: CheckRule, tmp_path: Path) -> None:
    text = "---\nauthor: Jeanne\n---\n\nLe lac est pris depuis lundi.\n"
    note, book = tmp_path / "notes" / "lac.md", tmp_path / "livre" / "index.qmd"
    assert check_rule("h1", text, "markdown", path=note)
    assert check_rule("h1", text, "markdown", path=book)
    (tmp_path / ".obsidian").mkdir()
    check_rule("h1", text, "markdown", path=note, applies=False)
    assert check_rule("h1", text, "markdown", path=book)
    book.parent.mkdir()
    (book.parent / "_quarto.yml").write_text("book:\n  title: Le lac\n")
    check_rule("h1", text, "markdown", path=book, applies=False)


def test_the_title_of_a_list_may_stand_apart_from_what_it_lists(check_rule: CheckRule) -> None:
    card = "<article><h4><a href='/lac-{0}.html'>Le lac {0}</a></h4><p>Il est gelé depuis lundi, et on y patine {0} fois.</p></article>"
    cards = "".join(map(card.format, range(4)))
    page = (
        "<!doctype html><html><head><title>Tagged: lac - Le blog du nord</title></head><body><div class='bande'>{}</div><div>"
        + cards
        + "</div></body></html>"
    )
    assert not check_rule("h1", page.format("<h1>Sujet : lac</h1>"), applies=False)
    assert check_rule("h1", page.format("<p>Sujet : lac</p>"))
    assert check_rule("h1", page.format("<h1> </h1><p>Sujet : lac</p>"))


def test_each_article_of_a_list_may_have_its_title(check_rule: CheckRule) -> None:
    entry = "<div><h1><a href='/lac-{0}.html'>Le lac {0}</a></h1><p>Il est gelé, et on y patine {0} fois.</p></div>"
    page = "<html><head><title>Le nord</title></head><body{}>" + "".join(
        map(entry.format, range(4))
    )
    assert not check_rule("h1", page.format(""))
    assert not check_rule("h1", page.format(" class=list"))
    several = "<html><head><title>Le nord</title></head><body><h1>Le nord</h1><p>Mot.</p>⟦<h1>Le lac</h1>⟧<p>Mot.</p>"
    check_rule("h1", several)


def test_the_title_of_a_front_page_may_be_the_site_s_name(check_rule: CheckRule) -> None:
    text = "<main><p>" + "Le lac est gelé depuis lundi, et nous y patinons. " * 6 + "</p></main>"
    page = (
        "<html><head><title>Le nord</title></head><body{}><header><h1 class=site-title><a href=/>Le nord</a></h1></header>"
        f"{text}"
    )
    assert not check_rule("h1", page.format(" class='home page'"), applies=False)
    assert check_rule("h1", page.format(""))
