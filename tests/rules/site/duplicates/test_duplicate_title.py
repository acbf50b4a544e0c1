"""Pages that share a title; what holds for all texts that pages may share is tried here."""

import unicodedata

import pytest
from site_checking import CheckSite, advised, said
from site_samples import page, record

from seo_audit.rule import Severity

RULE = "duplicate-title"
HOME = page("<p>Mot.</p>", title="Accueil")


def titled(title: str, *, h1: str = "Un fruit", head: str = "", lang: str = "fr") -> str:
    return page("<p>Mot.</p>", title=title, h1=h1, head=head, lang=lang)


def test_pages_of_one_title_are_one_finding(check_site: CheckSite) -> None:
    files = {
        "index.html": HOME,
        "a.html": titled("⟦Notre verger⟧"),
        "b/index.html": titled("⟦Notre verger⟧"),
        "c.html": titled("⟦Notre verger⟧"),
        "d.html": titled("Notre jardin"),
    }
    [found] = check_site(RULE, files, asked={"url": "https://exemple.fr/v/"})
    assert found.severity is Severity.WARNING
    assert [spot.url for spot in found.spots] == ["/v/a.html", "/v/b/", "/v/c.html"]
    assert said(found) == "3 pages portent le même titre : « Notre verger »."
    assert "un titre qui dise ce qu’elle a de propre" in advised(found)


def test_two_titles_are_two_findings(check_site: CheckSite) -> None:
    files = {
        "index.html": HOME,
        "a.html": titled("⟦Un⟧"),
        "b.html": titled("⟦Deux⟧"),
        "c.html": titled("⟦Un⟧"),
        "d.html": titled("⟦Deux⟧"),
    }
    assert len(check_site(RULE, files)) == 2


@pytest.mark.parametrize(
    "other",
    [
        "notre verger d’été",
        "  Notre\n  verger   d’été ",
        "NOTRE VERGER D’ÉTÉ",
        "Notre&nbsp;verger d&rsquo;&eacute;t&eacute;",
        unicodedata.normalize("NFD", "Notre verger d’été"),
    ],
)
def test_case_spaces_and_ways_to_write_are_folded(check_site: CheckSite, other: str) -> None:
    kept = other.strip()
    files = {
        "index.html": HOME,
        "a.html": titled("⟦Notre verger d’été⟧"),
        "b.html": titled(other.replace(kept, f"⟦{kept}⟧")),
    }
    assert len(check_site(RULE, files)) == 1


@pytest.mark.parametrize(
    "other", ["Notre verger d’ete", "Notre verger d’été !", "Notre verger", "", "Notre verger d’été | Site"]
)  # fmt: skip
def test_other_titles_are_others(check_site: CheckSite, other: str) -> None:
    files = {"index.html": HOME, "a.html": titled("Notre verger d’été"), "b.html": titled(other)}
    assert not check_site(RULE, files)


def test_none_at_all_is_no_title(check_site: CheckSite) -> None:
    empty = [titled(""), titled("  "), HOME.replace("<title>Accueil</title>", "")]
    assert not check_site(RULE, {f"f{n}.html": one for n, one in enumerate(empty)})


@pytest.mark.parametrize(
    ("path", "head"),
    [
        ("b.html", '<meta name="robots" content="noindex">'),
        ("b.html", '<link rel="canonical" href="/a.html">'),
        ("b.html", '<meta http-equiv="refresh" content="0;url=/a.html">'),
        ("page/2/index.html", ""),
        ("fruits/page/12/index.html", ""),
        ("fruits/page3.html", ""),
        ("404.html", ""),
    ],
)
def test_pages_that_may_repeat_one(check_site: CheckSite, path: str, head: str) -> None:
    files = {"index.html": HOME, "a.html": titled("Notre verger"), path: titled("Notre verger", head=head)}  # fmt: skip
    assert not check_site(RULE, files)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [("fr", "en", False), ("fr", "fr-CA", True), ("fr_FR", "FR", True), ("en-GB", "en-US", True)],
)
def test_languages_are_kept_apart(
    check_site: CheckSite, one: str, other: str, is_same: bool
) -> None:
    title = "⟦Contact⟧" if is_same else "Contact"
    files = {
        "index.html": HOME,
        "a.html": titled(title, lang=one),
        "b.html": titled(title, lang=other),
    }
    assert len(check_site(RULE, files)) == is_same


@pytest.mark.parametrize(("one", "other", "is_same"), [
    ("contact", "fr/contact", False),  # pages that do not say their language, in the folder of one
    ("en/contact", "fr/contact", False),
    ("fr/contact", "fr/lac/contact", True),
    ("contact", "fruits/contact", True),
])  # fmt: skip
def test_a_folder_tells_the_language_that_a_page_does_not(
    check_site: CheckSite, one: str, other: str, is_same: bool
) -> None:
    same = titled("⟦Contact⟧" if is_same else "Contact", lang="").replace(' lang=""', "")
    files = {"index.html": HOME, f"{one}.html": same, f"{other}.html": same}
    assert len(check_site(RULE, files)) == is_same


@pytest.mark.parametrize(("same", "all_pages", "is_template"), [(4, 5, False), (5, 9, True), (5, 10, False), (6, 11, True)])  # fmt: skip
def test_what_most_pages_share_is_the_template_s(
    check_site: CheckSite, same: int, all_pages: int, is_template: bool
) -> None:
    title = "Verger" if is_template else "⟦Verger⟧"
    files = {f"f{n}.html": titled(title) for n in range(same)}
    files |= {f"g{n}.html": titled(f"Page {n}") for n in range(all_pages - same)}
    assert len(check_site(RULE, files)) == (not is_template)


def test_a_canonical_of_its_own_is_no_excuse(check_site: CheckSite) -> None:
    files = {
        "index.html": HOME,
        "a.html": titled("⟦Verger⟧", head='<link rel="canonical" href="a.html">'),
        "b.html": titled("⟦Verger⟧", head='<link rel="canonical" href="/b">'),
    }
    assert len(check_site(RULE, files)) == 1


def test_a_title_of_an_image_is_no_title_of_the_page(check_site: CheckSite) -> None:
    svg = page("<svg><title>Notre verger</title></svg><p>Mot.</p>", title="Autre chose")
    assert not check_site(
        RULE, {"index.html": HOME, "a.html": titled("Notre verger"), "b.html": svg}
    )


def test_a_page_alone(check_site: CheckSite) -> None:
    assert not check_site(RULE, {"index.html": HOME})
    assert not check_site(RULE, {"a.md": "---\ntitle: Seule\n---\nMot."})


def test_sources_are_compared_too(check_site: CheckSite) -> None:
    files = {
        "a.md": "---\ntitle: ⟦Notre verger⟧\n---\nMot.",
        "b.md": '---\ntitle: "⟦Notre verger⟧"\n---\nMot.',
        "c.md": "---\ntitle: Notre verger\ndraft: true\n---\nMot.",
        "d.md": "---\ntitle: Autre\n---\nMot.",
    }
    assert len(check_site(RULE, files)) == 1


def test_a_crawl(check_site: CheckSite) -> None:
    crawl = b"".join(
        record(f"https://exemple.fr/{path}", content.encode())
        for path, content in (
            ("", HOME),
            ("a", titled("Verger")),
            ("b", titled("Verger")),
            ("a?page=2", titled("Verger")),
        )
    )
    [found] = check_site(RULE, {"crawl.warc": crawl}, placed=False)
    assert [spot.url for spot in found.spots] == ["/a", "/b"]


def test_a_long_title_is_shown_short(check_site: CheckSite) -> None:
    long = titled(f"⟦{'Verger ' * 80}⟧".replace(" ⟧", "⟧"))
    [found] = check_site(RULE, {"index.html": HOME, "a.html": long, "b.html": long})
    assert len(said(found)) < 250


def test_pelican_numbers_the_pages_of_a_series_beside_the_first(check_site: CheckSite) -> None:
    def pages(*names: str, told: bool = False) -> dict[str, str]:
        title = "⟦Eau⟧" if told else "Eau"
        return {name: page("<p>Un mot.</p>", title=title, h1=name) for name in names}

    assert not check_site("duplicate-title", pages("category/eau.html", "category/eau2.html"))
    assert not check_site("duplicate-title", pages("index.html", "index2.html"))
    # no page comes before it, or it is no list
    check_site("duplicate-title", pages("tag/web.html", "tag/net2.html", told=True))
    check_site("duplicate-title", pages("eau.html", "eau2.html", told=True))


def test_a_family_name_is_no_title(check_site: CheckSite) -> None:
    text = "---\n{}nom: {}\n---\n\nGarde le lac depuis longtemps.\n"
    files = {
        "a.md": text.format("prenom: Jeanne\n", "Roy"),
        "b.md": text.format("prenom: Paul\n", "Roy"),
        "c.md": text.format("", "⟦Le lac⟧"),
        "d.md": text.format("", "⟦Le lac⟧"),
    }
    assert len(check_site(RULE, files)) == 1
