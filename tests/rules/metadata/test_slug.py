from pathlib import Path

import pytest
from conftest import CheckRule
from tables import each_row


def page(slug: str) -> str:
    return f"---\ntitle: Le lac\nslug: {slug}\n---\n\nUn mot.\n"


@each_row("slug", ["le-lac", "economie-de-l-asie", "2026-05-lac", "lac.html"])
def test_good_ones(check_rule: CheckRule, slug: str) -> None:
    assert not check_rule("slug", page(slug), "markdown")


@each_row("slug", ["Le-Lac", "le_lac", "le-lac-gelé", "le-lac-gel%C3%A9", "de-la-et"])
def test_bad_ones(check_rule: CheckRule, slug: str) -> None:
    assert len(check_rule("slug", page(f"⟦{slug}⟧"), "markdown")) == 1


@pytest.mark.parametrize(("length", "found"), [(75, False), (76, True)])
def test_limit(check_rule: CheckRule, length: int, found: bool) -> None:
    slug = "lac-" + "x" * (length - 4)
    assert bool(check_rule("slug", page(f"⟦{slug}⟧" if found else slug), "markdown")) is found


def test_a_given_slug_is_judged(check_rule: CheckRule) -> None:
    assert check_rule("slug", "<p>Mot.</p>", article={"slug": "Le_Lac"})


def test_none_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("slug", "<p>Mot.</p>", applies=False)


def test_an_extension_is_the_server_s(check_rule: CheckRule) -> None:
    slug = "lac-" + "x" * 71
    link = '<head><link rel="canonical" href="https://a.fr/{}.html"></head><p>Mot.</p>'
    assert not check_rule("slug", link.format(slug))
    check_rule("slug", link.format(f"⟦{slug}x⟧"))
    check_rule("slug", link.format("⟦Le-lac⟧"))


@pytest.mark.parametrize("slug", ["qui-suis-je", "pour-qui-pour-quoi"])
def test_a_question_says_what_the_page_answers(check_rule: CheckRule, slug: str) -> None:
    assert not check_rule("slug", page(slug), "markdown")


def test_the_pages_of_a_list_are_counted(check_rule: CheckRule) -> None:
    page = '<head><link rel="canonical" href="https://a.fr/eau/{}/"></head><p>Mot.</p>'
    check_rule("slug", page.format("⟦2⟧"), article={"name": "eau/2/index.html"})
    check_rule("slug", page.format("2"), article={"name": "eau/page/2/index.html"})


def test_the_root_of_a_language_is_called_after_it(check_rule: CheckRule) -> None:
    said = "---\ntitle: Home\nlang: {}\nslug: {}\n---\n\nUn mot.\n"
    assert not check_rule("slug", said.format("en-GB", "en"), "markdown")
    check_rule("slug", said.format("fr", "⟦en⟧"), "markdown")


def test_the_name_of_a_note_is_no_address(check_rule: CheckRule, tmp_path: Path) -> None:
    said = "---\ntags: [gel]\n{}---\n\nLe lac est pris.{}\n"
    note, lake = tmp_path / "Le lac gelé.md", tmp_path / "Lac.md"
    check_rule("slug", said.format("", ""), "markdown", path=note, applies=False)
    check_rule("slug", said.format("", " [[Alpes]]"), "markdown", path=lake, applies=False)
    assert check_rule("slug", said.format("", ""), "markdown", path=lake)
    # one that the note gives itself is its address
    check_rule("slug", said.format("slug: ⟦Le_Lac⟧\n", ""), "markdown", path=note)


def test_the_address_of_another_site_is_not_the_page_s(
    check_rule: CheckRule, tmp_path: Path
) -> None:
    page = (
        '<head><title>Le lac</title><link rel="canonical" href="https://www.ailleurs.exemple/news/{}.html">'
        '<meta property="og:image" content="https://{}/i.jpg"></head><h1>Le lac</h1><p>Mot.</p>'
    )
    path = tmp_path / "le-lac-70.html"
    check_rule("slug", page.format("Le_Lac", "www.exemple.fr"), path=path, applies=False)
    assert check_rule("slug", page.format("⟦Le_Lac⟧", "img.ailleurs.exemple"), path=path)
    assert check_rule(
        "slug", page.format("⟦Le_Lac⟧", "www.exemple.fr"), path=tmp_path / "Le_Lac.html"
    )


def test_a_note_of_the_day_has_no_address(check_rule: CheckRule) -> None:
    note = "---\ntitle: 12 mars\n---\n\nLe four chauffe.\n"
    check_rule("slug", note, "markdown", path=Path("2021_03_12.md"), applies=False)
    assert check_rule("slug", note, "markdown", path=Path("four_a_pain.md"))


def test_none_is_no_address(check_rule: CheckRule) -> None:
    head = '<title>Le lac</title><meta property="og:url" content="{}">'
    check_rule("slug", head.format("None") + "<p>Mot.</p>", applies=False)
    assert check_rule("slug", head.format("https://exemple.fr/⟦Le_Lac⟧") + "<p>Mot.</p>")


def test_a_version_is_named_by_the_folders_above(check_rule: CheckRule) -> None:
    assert not check_rule("slug", page("3.0"), "markdown")
    assert check_rule("slug", page("⟦3⟧"), "markdown")


def test_a_readme_of_a_folder_of_programs(check_rule: CheckRule, tmp_path: Path) -> None:
    path = tmp_path / "LacGele/README.md"
    path.parent.mkdir()
    check_rule("slug", "# Le lac\n", "markdown", path=path, applies=False)
    (tmp_path / "SUMMARY.md").touch()
    assert check_rule("slug", "# Le lac\n", "markdown", path=path)
