"""Pages that have far less text than the others."""

import pytest
from site_checking import CheckSite
from site_samples import page


def text(words: int, title: str, *, h1: str | None = None, head: str = "") -> str:
    body = " ".join(f"mot{n}" for n in range(words))
    return page(f"<p>{body}</p>", title=title, h1=h1, head=head)


def site(usual: int, count: int = 12) -> dict[str, str | bytes]:
    return {
        "index.html": page("", title="Accueil"),
        **{f"a{n:02}.html": text(usual, f"A {n}") for n in range(count)},
    }


def test_what_is_told(check_site: CheckSite) -> None:
    files = {**site(300), "vide.html": text(30, "Coings", h1="⟦Les coings⟧")}
    (found,) = check_site("thin", files)
    assert found.severity.value == "info"
    assert found.message("fr").replace("\xa0", " ") == (
        "« /vide.html » n’a que 30 mots ; la moitié des pages du site en ont au moins 300."
    )
    files["vide.html"] = text(0, "Coings", h1="⟦Les coings⟧")
    (found,) = check_site("thin", files)
    assert "n’a que 0 mot ;" in found.message("fr").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("words", "usual", "told"),
    [
        (199, 500, True),
        (200, 500, False),
        (149, 300, True),
        (150, 300, False),  # half of the median
        (0, 20, True),
        (10, 20, False),
    ],
)
def test_limits(check_site: CheckSite, words: int, usual: int, told: bool) -> None:
    h1 = "⟦Les coings⟧" if told else "Les coings"
    files = {**site(usual), "vide.html": text(words, "Coings", h1=h1)}
    assert bool(check_site("thin", files)) is told


def test_the_limit_is_an_option(check_site: CheckSite) -> None:
    files = {**site(300), "vide.html": text(60, "Coings", h1="⟦Les coings⟧")}
    assert check_site("thin", files, under=61)
    files["vide.html"] = text(60, "Coings")
    assert not check_site("thin", files, under=60)


@pytest.mark.parametrize(("count", "told"), [(9, True), (8, False)])
def test_ten_pages_are_needed(check_site: CheckSite, count: int, told: bool) -> None:
    h1 = "⟦Les coings⟧" if told else "Les coings"
    files = {**site(300, count), "vide.html": text(5, "Coings", h1=h1)}
    assert bool(check_site("thin", files)) is told
    if not told:
        files["vide.html"] = text(5, "Coings", h1="⟦Les coings⟧")
        assert check_site("thin", files, minimum_pages=9)


def test_where_a_fifth_is_short_shortness_is_usual(check_site: CheckSite) -> None:
    short = {f"b{n}.html": text(30, f"B {n}") for n in range(3)}
    assert not check_site("thin", {**site(300), **short})


def test_what_has_few_words_by_design(check_site: CheckSite) -> None:
    links = "".join(f'<li><a href="a0{n}.html">La page numéro {n}</a></li>' for n in range(4))
    files = {
        **site(300),
        "merci.html": text(5, "Merci", head='<meta name="robots" content="noindex">'),
        "copie.html": text(5, "Copie", head='<link rel="canonical" href="a01.html">'),
        "vieille.html": text(5, "Vieille", head='<meta http-equiv="refresh" content="0; url=/">'),
        "liste.html": text(5, "Liste", head='<script src="a.js"></script>').replace(
            "</main>", '<div id="liste"></div></main>'
        ),
        "plan.html": page(f"<ul>{links}</ul>", title="Plan"),
        "tags/verger/index.html": text(5, "Verger"),
        "page/2/index.html": text(5, "Suite"),
    }
    assert not check_site("thin", files)


@pytest.mark.parametrize(("filled", "told"), [('<div id="liste"></div>', False), ("", True)])
def test_what_a_script_writes_below_its_introduction(
    check_site: CheckSite, filled: str, told: bool
) -> None:
    script = '<script src="a.js"></script>'
    lexicon = text(80, "Lexique", head=script, h1="⟦Lexique⟧" if told else "Lexique")
    files = {"lexique.html": lexicon.replace("</main>", f"{filled}</main>")}
    assert len(check_site("thin", {**site(300), **files})) == told


ENTRY = '<h2><a href="/a01.html">A 1</a></h2><p>Quelques mots qui disent comment la page commence au bord du lac.</p>'


@pytest.mark.parametrize(("h1", "more", "told"), [
    ("", "", False),  # a list of one entry
    ("⟦Les lacs⟧", "", True),
    ("", "<h2>À savoir</h2><p>Un mot.</p>", True),
])  # fmt: skip
def test_a_list_of_one(check_site: CheckSite, h1: str, more: str, told: bool) -> None:
    title = "⟦Les lacs⟧" if told and not h1 else "Les lacs"
    files = {"lacs/index.html": page(ENTRY + more, title=title, h1=h1)}
    assert len(check_site("thin", {**site(300), **files})) == told


def test_the_home_page_is_a_door(check_site: CheckSite) -> None:
    assert not check_site("thin", {**site(300), "index.html": text(5, "Accueil")})
    files = {**site(300), "index.html": text(5, "Accueil")}
    assert not check_site("thin", files, asked={"url": "https://exemple.fr/manuel/"})


def test_without_a_heading_the_title_is_the_place(check_site: CheckSite) -> None:
    files = {**site(300), "vide.html": text(5, "⟦Coings⟧", h1="")}
    check_site("thin", files)


def test_sources_of_a_site(check_site: CheckSite) -> None:
    body = " ".join(f"mot{n}" for n in range(300))
    files = {f"a{n:02}.md": f"# Page {n}\n\n{body}\n" for n in range(12)}
    check_site("thin", {**files, "vide.md": "# ⟦Les coings⟧\n\nÀ venir.\n"})


def test_sites_that_have_none(check_site: CheckSite) -> None:
    assert not check_site("thin", {"index.html": text(5, "Accueil")})
    assert not check_site("thin", site(0))


def test_a_page_of_a_form_is_as_long_as_it_must_be(check_site: CheckSite) -> None:
    files = {**site(300), "contact/index.html": text(5, "Contact")}
    assert not check_site("thin", {**files, "contact/en/index.html": text(5, "Contact")})
    check_site("thin", {**files, "contact-eau.html": text(5, "Contact", h1="⟦Contact⟧")})


def test_the_list_of_a_section_is_no_thin_page(check_site: CheckSite) -> None:
    body = " ".join(f"mot{n}" for n in range(300))
    files: dict[str, str | bytes] = {
        f"lacs/a{n:02}.md": f"---\ntitle: A {n}\n---\n{body}\n" for n in range(12)
    }
    files["lacs/_index.md"] = "---\ntitle: Les lacs\n---\n"
    assert not check_site("thin", files)
    files["lacs/index_a.md"] = "---\ntitle: ⟦Les coings⟧\n---\n\nÀ venir.\n"
    assert len(check_site("thin", files)) == 1


@pytest.mark.parametrize(("count", "told"), [(2, True), (3, False)])
def test_the_door_to_a_section(check_site: CheckSite, count: int, told: bool) -> None:
    menu = "".join(f'<a href="/fruits/f{n}/">Fruit {n}</a>' for n in range(count))
    h1 = "⟦Les fruits⟧" if told else "Les fruits"
    files = {
        **site(300),
        "fruits/index.html": text(30, "Fruits", h1=h1) + f"<nav>{menu}</nav>",
        **{f"fruits/f{n}/index.html": text(300, f"Fruit {n}") for n in range(count)},
    }
    assert bool(check_site("thin", files)) is told
