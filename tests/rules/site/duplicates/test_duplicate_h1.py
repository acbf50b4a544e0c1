"""Pages that share a main heading; see also duplicate-title, which chooses in the same way."""

import pytest
from site_checking import CheckSite, said
from site_samples import page

from seo_audit.rule import Severity

RULE = "duplicate-h1"
HOME = page("<p>Mot.</p>", title="Accueil")
TEXT = (
    "<p>Le verger a cent ans, et ses fruits mûrissent tard dans ce pays de vents et de pierres.</p>"
)


def headed(h1: str, *, body: str = TEXT, head: str = "", lang: str = "fr") -> str:
    return page(f"<h1>{h1}</h1>{body}", title="Un fruit", h1="", head=head, lang=lang)


def test_pages_of_one_heading_are_one_finding(check_site: CheckSite) -> None:
    files = {
        "index.html": HOME,
        "a.html": headed("⟦Nos fruits⟧"),
        "b.html": headed("\n  ⟦nos <em>FRUITS⟧</em>\n"),
        "c.html": headed("Nos légumes"),
    }
    [found] = check_site(RULE, files)
    assert found.severity is Severity.INFO
    assert said(found) == "2 pages portent le même titre principal (h1) : « Nos fruits »."


def test_the_first_of_a_page_counts(check_site: CheckSite) -> None:
    two = headed("Les figues", body=f"{TEXT}<h1>Nos fruits</h1>{TEXT}")
    assert not check_site(RULE, {"index.html": HOME, "a.html": two, "b.html": headed("Nos fruits")})
    twice = headed("Nos fruits", body=f"{TEXT}<h1>Nos fruits</h1>{TEXT}")
    assert not check_site(RULE, {"index.html": HOME, "a.html": twice})


@pytest.mark.parametrize("h1", ["", " ", '<img src="logo.png" alt="">', "&nbsp;"])
def test_an_empty_one_is_none(check_site: CheckSite, h1: str) -> None:
    assert not check_site(RULE, {"index.html": HOME, "a.html": headed(h1), "b.html": headed(h1)})


@pytest.mark.parametrize(
    ("path", "head", "lang"),
    [
        ("b.html", '<meta name="robots" content="noindex">', "fr"),
        ("b.html", '<link rel="canonical" href="/a.html">', "fr"),
        ("page/2/index.html", "", "fr"),
        ("tags/fruits/index.html", "", "fr"),
        ("b.html", "", "en"),
        ("404.html", "", "fr"),
    ],
)
def test_pages_that_may_repeat_one(check_site: CheckSite, path: str, head: str, lang: str) -> None:
    files = {"index.html": HOME, "a.html": headed("Nos fruits"), path: headed("Nos fruits", head=head, lang=lang)}  # fmt: skip
    assert not check_site(RULE, files)


def test_lists_may_repeat_one_and_show_that_of_an_article(check_site: CheckSite) -> None:
    links = "".join(
        f'<p><a href="/f{n}.html">Le carnet du fruit numéro {n}</a></p>' for n in range(9)
    )
    files = {f"f{n}.html": headed(f"Fruit {n}") for n in range(9)} | {
        "index.html": HOME,
        "a.html": headed("Nos fruits"),
        "liste.html": headed("Nos fruits", body=links),
        "blog.html": headed('<a href="/a.html">Nos fruits</a>'),
    }
    assert not check_site(RULE, files)


@pytest.mark.parametrize(("same", "is_template"), [(4, False), (5, True)])
def test_the_name_of_the_site_is_the_template_s(
    check_site: CheckSite, same: int, is_template: bool
) -> None:
    h1 = "Le verger" if is_template else "⟦Le verger⟧"
    files = {f"f{n}.html": headed(h1) for n in range(same)}
    files |= {f"g{n}.html": headed(f"Fruit {n}") for n in range(7 - same)}
    assert len(check_site(RULE, files)) == (not is_template)


def test_a_page_alone_and_sources(check_site: CheckSite) -> None:
    assert not check_site(RULE, {"index.html": headed("Seule")})
    # a template may show the title as h1: the built site tells
    assert not check_site(RULE, {"a.md": "# Nos fruits\n\nMot.", "b.md": "# Nos fruits\n\nUn mot."})
