"""Structured data that contradicts itself from page to page."""

import json
from typing import Any

import pytest
from site_checking import CheckSite
from site_samples import page

AT = {"url": "https://exemple.fr/"}
US = "https://exemple.fr/#nous"


def script(data: Any) -> str:
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return f'<script type="application/ld+json">{text}</script>'


def us(name: Any = "Le verger", **more: Any) -> dict[str, Any]:
    return {"@type": "Organization", "@id": US, "name": name, **more}


def told(*data: Any, title: str = "Une page", lang: str = "fr") -> str:
    return page("<p>Texte.</p>", title=title, lang=lang, head="".join(script(one) for one in data))


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def marked(text: str, value: str) -> str:
    """A page whose first such value is marked."""
    return text.replace(f'"{value}"', f'⟦"{value}"⟧', 1)


def test_two_names_of_one_thing(check_site: CheckSite) -> None:
    files = {
        "index.html": told(us()),
        "a.html": marked(told(us()), "Le verger"),
        "b.html": marked(told(us("Les vergers réunis")), "Les vergers réunis"),
        "c.html": told(us("Les vergers réunis")),
        "d.html": marked(told(us("Verger")), "Verger"),
    }
    (found,) = check_site("schema-consistency", files, asked=AT)
    assert found.severity.value == "info"
    assert plain(found.message("fr")) == (
        "Les données structurées donnent à « https://exemple.fr/#nous » 3 valeurs de « name » : « Le verger », "
        "« Les vergers réunis »."
    )


def test_addresses_and_logos_too(check_site: CheckSite) -> None:
    one = us(
        url="https://exemple.fr/", logo={"@type": "ImageObject", "url": "https://exemple.fr/a.png"}
    )
    two = us(url="https://exemple.fr/nous", logo="https://exemple.fr/b.png")
    files = {
        "index.html": marked(marked(told(one), "https://exemple.fr/"), "https://exemple.fr/a.png"),
        "a.html": marked(marked(told(two), "https://exemple.fr/nous"), "https://exemple.fr/b.png"),
    }
    found = check_site("schema-consistency", files, asked=AT)
    assert {one.finding.values["property"] for one in found} == {"url", "logo"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (us(), us(" Le  verger ")),
        (us(url="https://exemple.fr"), us(url="https://exemple.fr/")),
        (us(url="https://exemple.fr/nous"), us(url="https://exemple.fr/nous/")),
        (us(url="http://exemple.fr/"), us(url="https://www.exemple.fr/")),
        (us(url="/"), us(url="https://exemple.fr/")),
        (
            us(logo="/logo.png"),
            us(logo={"@type": "ImageObject", "url": "https://exemple.fr/logo.png"}),
        ),
        (us(logo={"@id": f"{US}-logo"}), us(logo="https://exemple.fr/logo.png")),
        (
            us(logo={"@type": "ImageObject", "@id": f"{US}-logo", "contentUrl": "/logo.png"}),
            us(logo="/logo.png"),
        ),
        (us(), {"@type": "Organization", "@id": US}),
        (
            us(),
            {"@type": "Article", "@id": "https://exemple.fr/a#article", "publisher": {"@id": US}},
        ),
        (us(), us(name=["Le verger", "Verger"])),
        (us(), us(name=7)),
        (us(), us(description="Autre chose")),
    ],
)
def test_what_is_the_same(check_site: CheckSite, one: Any, two: Any) -> None:
    files = {"index.html": told(one), "a.html": told(two)}
    assert not check_site("schema-consistency", files, asked=AT)


@pytest.mark.parametrize("name", ["#nous", "_:b0", "nous", ""])
def test_names_that_hold_on_their_page_only(check_site: CheckSite, name: str) -> None:
    files = {
        "index.html": told({"@type": "WebPage", "@id": name, "name": "Accueil"}),
        "a.html": told({"@type": "WebPage", "@id": name, "name": "Page a"}),
    }
    assert not check_site("schema-consistency", files, asked=AT)


def test_names_from_the_root_are_the_site_s(check_site: CheckSite) -> None:
    files = {
        "index.html": marked(told({"@type": "Organization", "@id": "/#nous", "name": "Un"}), "Un"),
        "a.html": marked(told({"@type": "Organization", "@id": "/#nous", "name": "Deux"}), "Deux"),
    }
    assert check_site("schema-consistency", files, asked=AT)


def test_a_thing_has_a_name_in_each_language(check_site: CheckSite) -> None:
    files = {
        "index.html": told(us()),
        "en/index.html": told(us("The Orchard"), lang="en-GB"),
        "en/a.html": told(us("The Orchard"), lang="en"),
    }
    assert not check_site("schema-consistency", files, asked=AT)


def test_articles_and_their_pages_have_their_own_names(check_site: CheckSite) -> None:
    files = {
        "index.html": told({"@type": "BlogPosting", "@id": US, "name": "Un"}),
        "a.html": told({"@type": "BlogPosting", "@id": US, "name": "Deux"}),
    }
    assert not check_site("schema-consistency", files, asked=AT)


def test_things_deep_in_a_graph(check_site: CheckSite) -> None:
    graph = {
        "@context": "https://schema.org",
        "@graph": [{"@type": "WebSite", "publisher": us("Autre")}],
    }
    files = {"index.html": marked(told(us()), "Le verger"), "a.html": marked(told(graph), "Autre")}
    assert check_site("schema-consistency", files, asked=AT)


def test_the_place_is_the_thing_s_own(check_site: CheckSite) -> None:
    """Not another's that is called the same."""
    site = {"@type": "WebSite", "@id": "https://exemple.fr/#site", "name": "Autre"}
    second = script([site, us("Autre")])
    at = second.rindex('"Autre"')
    second = f'{second[:at]}⟦"Autre"⟧{second[at + 7 :]}'
    files = {
        "index.html": marked(told(us()), "Le verger"),
        "a.html": page("<p>Texte.</p>", title="A", head=second),
    }
    check_site("schema-consistency", files, asked=AT)


def test_values_that_are_written_in_another_way(check_site: CheckSite) -> None:
    escaped = (
        '{"@type": "Organization", "@id": "US", "name": ⟦"Les vergers r\\u00e9unis"⟧}'.replace(
            "US", US
        )
    )
    slashes = (
        '{"@type": "Organization", "@id": "https:\\/\\/exemple.fr\\/#nous", "name": "Le verger"}'
    )
    files = {"index.html": marked(told(slashes), "Le verger"), "a.html": told(escaped)}
    check_site("schema-consistency", files, asked=AT)


def crumbs(*items: Any) -> dict[str, Any]:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": f"N {n}", "item": item}
            for n, item in enumerate(items, 1)
        ],
    }


def test_a_breadcrumb_to_nowhere(check_site: CheckSite) -> None:
    here = crumbs(
        "https://exemple.fr/",
        {"@id": "https://exemple.fr/fruits/"},
        {"@type": "Thing", "url": "/rien"},
    )
    files = {
        "index.html": page("", title="Accueil"),
        "a.html": marked(marked(told(here), "https://exemple.fr/fruits/"), "/rien"),
        "b.html": marked(
            told(crumbs("https://www.exemple.fr/fruits/")), "https://www.exemple.fr/fruits/"
        ),
    }
    found = check_site("schema-consistency", files, asked=AT)
    assert {one.finding.target: one.pages for one in found} == {"/fruits/": 2, "/rien": 1}
    assert "qui n’existe pas" in found[0].message("fr")


@pytest.mark.parametrize(("pages", "findings"), [(5, 1), (4, 4)])
def test_a_template_whose_breadcrumbs_lead_nowhere_is_one_finding(
    check_site: CheckSite, pages: int, findings: int
) -> None:
    files = {
        f"a{n}.html": marked(told(crumbs(f"/2020/{n}/"), title=f"A {n}"), f"/2020/{n}/")
        for n in range(pages)
    }
    found = check_site("schema-consistency", {"index.html": page(""), **files}, asked=AT)
    assert len(found) == findings
    if findings == 1:
        assert plain(found[0].message("fr")) == (
            "Les données structurées de 5 pages donnent un fil d’Ariane vers 5 adresses qui n’existent pas, dont « /2020/0/ »."
        )


@pytest.mark.parametrize(
    "data",
    [
        crumbs(
            "https://exemple.fr/",
            "a.html",
            "/a",
            {"@id": "https://exemple.fr/a.html#haut"},
            "#ici",
            None,
        ),
        crumbs("https://ailleurs.example/rien", "/vieux", "/guide.pdf"),
        {"@type": "BreadcrumbList", "itemListElement": {"@type": "ListItem", "item": "/"}},
        {"@type": "BreadcrumbList"},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": "/rien"}]},
        '{"@type": "BreadcrumbList", "itemListElement": [',
    ],
)
def test_breadcrumbs_that_lead_somewhere_or_are_none(check_site: CheckSite, data: Any) -> None:
    files: dict[str, str | bytes] = {
        "index.html": page("", title="Accueil"),
        "a.html": told(data),
        "guide.pdf": b"%PDF",
        "_redirects": "/vieux / 301\n",
    }
    assert not check_site("schema-consistency", files, asked=AT)


def test_sites_that_have_none(check_site: CheckSite) -> None:
    assert not check_site("schema-consistency", {"index.html": told(us())})
    assert not check_site("schema-consistency", {"a.md": "# A\n\nUn.", "b.md": "# B\n\nDeux."})


def test_portraits_of_authors_bear_one_name_with_yoast(check_site: CheckSite) -> None:
    def portrait(name: str, url: str) -> str:
        return told(
            {"@type": "ImageObject", "@id": f"https://exemple.fr/#/schema/{name}/", "url": url}
        )

    first, second = "https://portraits.exemple.org/1", "https://portraits.exemple.org/2"
    yoast = "person/image"
    assert not check_site(
        "schema-consistency",
        {"index.html": portrait(yoast, first), "a.html": portrait(yoast, second)},
        asked=AT,
    )
    logo = "logo/image"
    assert check_site(
        "schema-consistency",
        {
            "index.html": marked(portrait(logo, first), first),
            "a.html": marked(portrait(logo, second), second),
        },
        asked=AT,
    )
