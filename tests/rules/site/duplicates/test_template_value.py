"""Titles, descriptions, headings and canonicals that the template gives to most pages."""

import pytest
from site_checking import CheckSite
from site_samples import page

AT = {"url": "https://exemple.fr/"}


def described(text: str) -> str:
    return f'<meta name="description" content="{text}">'


def site(shared: int, others: int, *, marked: bool = True) -> dict[str, str | bytes]:
    value = "⟦Bienvenue.⟧" if marked else "Bienvenue."
    files = {f"a{n}.html": page("", title=f"A {n}", head=described(value)) for n in range(shared)}
    rest = {
        f"b{n}.html": page("", title=f"B {n}", head=described(f"Le {n}."))
        for n in range(others - 1)
    }
    return {**files, **rest, "index.html": page("", title="Accueil", head=described("Le verger."))}


@pytest.mark.parametrize(("shared", "others"), [(5, 1), (5, 4), (6, 5), (20, 1)])
def test_more_than_half_and_five_at_least(check_site: CheckSite, shared: int, others: int) -> None:
    (found,) = check_site("template-value", site(shared, others))
    assert found.severity.value == "warning"
    assert found.message("fr").replace("\xa0", " ") == (
        f"Le gabarit donne la même description à {shared} pages sur {shared + others} : « Bienvenue. »."
    )


@pytest.mark.parametrize(("shared", "others"), [(4, 1), (5, 5), (6, 6), (20, 20)])
def test_half_or_four_are_not(check_site: CheckSite, shared: int, others: int) -> None:
    assert not check_site("template-value", site(shared, others, marked=False))


def test_titles_and_headings(check_site: CheckSite) -> None:
    files = {
        f"a{n}.html": page("", title="⟦Le verger⟧", h1="⟦Mon site⟧", head=described(f"Le {n}."))
        for n in range(6)
    }
    files["index.html"] = page("", title="Accueil")
    heading, title = check_site("template-value", files)[::-1]
    assert (title.severity.value, heading.severity.value) == ("warning", "info")
    assert "titre principal (h1) à 6 pages sur 7" in heading.message("fr").replace("\xa0", " ")
    assert "le même titre à 6 pages sur 7" in title.message("fr").replace("\xa0", " ")


def test_case_and_spaces_make_no_other_value(check_site: CheckSite) -> None:
    forms = (
        "Le Verger",
        "le verger",
        "LE VERGER",
        "Le  verger",
        "\n  Le verger  \n",
        "Le\u00a0verger",
    )
    files = {f"a{n}.html": page("", title=f"A {n}", h1=f"H {n}") for n in range(6)}
    for n, form in enumerate(forms[:5]):
        own = form.strip()
        shown = form.replace(own, f"⟦{own}⟧")
        files[f"a{n}.html"] = page("", title=shown, h1=f"H {n}")
    files["index.html"] = page("", title="Accueil")
    check_site("template-value", files)


def test_a_canonical_for_all(check_site: CheckSite) -> None:
    link = '<link rel="canonical" href="{}">'
    ways = ("/", "https://exemple.fr/", "index.html", "http://www.exemple.fr", "./")
    files = {
        f"a{n}.html": page("", title=f"A {n}", head=f"⟦{link.format(way)}⟧")
        for n, way in enumerate(ways)
    }
    files["index.html"] = page("", title="Accueil", head=f"⟦{link.format('/')}⟧")
    found = check_site("template-value", files, asked=AT, placed=False)
    assert [one.severity.value for one in found] == ["warning"]
    assert "la même adresse canonique à" in found[0].message("fr")


def test_canonicals_of_their_own(check_site: CheckSite) -> None:
    for way in ("#", "?", "?tri=nom", "{n}.html", "{n}", "https://exemple.fr/{n}.html"):
        files = {
            f"{n}.html": page(
                "", title=f"A {n}", head=f'<link rel="canonical" href="{way.format(n=n)}">'
            )
            for n in range(7)
        }
        files["index.html"] = page("", title="Accueil")
        assert not check_site("template-value", files, asked=AT)


def test_folders_name_themselves_in_one_way(check_site: CheckSite) -> None:
    files = {
        f"{n}/index.html": page("", title=f"A {n}", head='<link rel="canonical" href="./">')
        for n in range(7)
    }
    assert not check_site("template-value", {**files, "index.html": page("", title="Accueil")})


def test_what_is_absent_is_not_shared(check_site: CheckSite) -> None:
    bare = '<html lang="fr"><head></head><body><p>{}</p></body></html>'
    empty = (
        '<html lang="fr"><head><title> </title>'
        + described(" ")
        + "</head><body><h1></h1></body></html>"
    )
    files = {f"a{n}.html": bare.format(n) for n in range(7)}
    assert not check_site("template-value", {**files, "index.html": page("", title="Accueil")})
    files = {f"a{n}.html": empty for n in range(7)}
    assert not check_site("template-value", {**files, "index.html": page("", title="Accueil")})


def test_what_is_no_page_does_not_count(check_site: CheckSite) -> None:
    stub = '<html lang="fr"><head><title>Déplacé</title><meta http-equiv="refresh" content="0; url=/"></head></html>'
    files = {f"s{n}.html": stub for n in range(9)}
    assert not check_site("template-value", {**files, "index.html": page("", title="Accueil")})


def test_sources_and_small_sites(check_site: CheckSite) -> None:
    sources = {
        f"{n}.md": "---\ntitle: Le même\ndescription: La même.\n---\n\nTexte.\n" for n in range(8)
    }
    assert not check_site("template-value", sources)
    assert not check_site("template-value", {"index.html": page("", title="Accueil")})
