"""Pages that share a description; see also duplicate-title, which chooses in the same way."""

import pytest
from site_checking import CheckSite, advised, said
from site_samples import page

from seo_audit.rule import Severity

RULE = "duplicate-description"
HOME = page("<p>Mot.</p>", title="Accueil")


def described(content: str, title: str, *, head: str = "", lang: str = "fr") -> str:
    meta = f'<meta name="description" content="{content}">'
    return page("<p>Mot.</p>", title=title, head=meta + head, lang=lang)


def test_pages_of_one_description_are_one_finding(check_site: CheckSite) -> None:
    files = {
        "index.html": HOME,
        "a.html": described("⟦Tout sur nos fruits.⟧", "Les figues"),
        "b.html": page(
            "<p>Mot.</p>", title="Noix", head="<META CONTENT='⟦tout  sur\nnos FRUITS.⟧' NAME=Description>"
        ),
        "c.html": described("Tout sur nos légumes.", "Les noix"),
    }  # fmt: skip
    [found] = check_site(RULE, files)
    assert found.severity is Severity.WARNING
    assert said(found) == "2 pages portent la même description : « Tout sur nos fruits. »."
    assert "retirez la balise" in advised(found)


def test_entities_are_read(check_site: CheckSite) -> None:
    files = {
        "index.html": HOME,
        "a.html": described("⟦L’été &amp; l’hiver⟧", "Un"),
        "b.html": described("⟦L&rsquo;&eacute;t&eacute; & l’hiver⟧", "Deux"),
    }
    assert len(check_site(RULE, files)) == 1


@pytest.mark.parametrize("content", ["", "   ", "&nbsp;"])
def test_an_empty_one_is_none(check_site: CheckSite, content: str) -> None:
    files = {"index.html": HOME, "a.html": described(content, "Un"), "b.html": described(content, "Deux")}  # fmt: skip
    assert not check_site(RULE, files)


@pytest.mark.parametrize("name", ["og:description", "twitter:description", "dc.description"])
def test_others_are_for_others(check_site: CheckSite, name: str) -> None:
    other = page("<p>Mot.</p>", title="Un", head=f'<meta name="{name}" property="{name}" content="Tout.">')  # fmt: skip
    assert not check_site(RULE, {"index.html": HOME, "a.html": other, "b.html": other})


@pytest.mark.parametrize(
    ("path", "head", "lang"),
    [
        ("b.html", '<meta name="robots" content="noindex">', "fr"),
        ("b.html", '<link rel="canonical" href="/a.html">', "fr"),
        ("page/2/index.html", "", "fr"),
        ("b.html", "", "it"),
        ("404.html", "", "fr"),
    ],
)
def test_pages_that_may_repeat_one(check_site: CheckSite, path: str, head: str, lang: str) -> None:
    files = {
        "index.html": HOME,
        "a.html": described("Figues, noix.", "Un"),
        path: described("Figues, noix.", "Deux", head=head, lang=lang),
    }
    assert not check_site(RULE, files)


@pytest.mark.parametrize(("same", "is_template"), [(4, False), (5, True)])
def test_what_most_pages_share_is_the_template_s(
    check_site: CheckSite, same: int, is_template: bool
) -> None:
    content = "Tout." if is_template else "⟦Tout.⟧"
    files = {f"f{n}.html": described(content, f"Fruit {n}") for n in range(same)}
    files |= {f"g{n}.html": HOME for n in range(7 - same)}
    assert len(check_site(RULE, files)) == (not is_template)


def test_sources_are_compared_too(check_site: CheckSite) -> None:
    files = {
        "a.md": "---\ntitle: Un\ndescription: ⟦Tout sur nos fruits.⟧\n---\nMot.",
        "b.md": "---\ntitle: Deux\ndescription: ⟦Tout sur nos fruits.⟧\n---\nMot.",
        "c.md": "---\ntitle: Trois\n---\nMot.",
    }
    assert len(check_site(RULE, files)) == 1


def test_a_page_alone(check_site: CheckSite) -> None:
    assert not check_site(RULE, {"index.html": described("Tout.", "Un")})
