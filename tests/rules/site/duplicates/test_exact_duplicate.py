"""Pages of the same words."""

import unicodedata

import pytest
from site_checking import CheckSite, advised, said
from site_samples import page, record

from seo_audit.errors import ConfigError
from seo_audit.rule import Severity

RULE = "exact-duplicate"
HOME = page("<p>Mot.</p>", title="Accueil")
TWENTY = "La figue mûrit deux fois dans ce vieux verger, en juin puis en septembre, quand le vent sèche les murs."


def text(body: str, title: str = "Les figues", *, h1: str = "Les figues", **more: str) -> str:
    return page(f"<p>{body}</p>", title=title, h1=h1, **more)


def test_pages_of_one_text_are_one_finding(check_site: CheckSite) -> None:
    files = {
        "index.html": HOME,
        "a.html": text(TWENTY, h1="⟦Les figues⟧"),
        "b.html": text(TWENTY, "Copie", h1="⟦Les figues (2)⟧"),
        "c/index.html": text(TWENTY, "⟦Autre copie⟧", h1=""),
    }
    [found] = check_site(RULE, files)
    assert found.severity is Severity.WARNING
    assert (
        said(found)
        == "3 pages ont le même texte, mot pour mot (20 mots), titre principal mis à part."
    )
    assert "redirigez les autres vers elle" in advised(found)


def test_twenty_words_are_enough_nineteen_are_not(check_site: CheckSite) -> None:
    fewer = TWENTY.replace("les murs", "tout")
    files = {"index.html": HOME, "a.html": text(fewer), "b.html": text(fewer)}
    assert not check_site(RULE, files)
    files = {"index.html": HOME, "a.html": text(fewer, h1="⟦A⟧"), "b.html": text(fewer, h1="⟦B⟧")}
    assert check_site(RULE, files, minimum_words=19)[0].finding.values["words"] == 19
    files = {"index.html": HOME, "a.html": text(TWENTY), "b.html": text(TWENTY)}
    assert not check_site(RULE, files, minimum_words=21)
    with pytest.raises(ConfigError):
        check_site(RULE, files, minimum_words=0)


@pytest.mark.parametrize(
    "other",
    [
        TWENTY.upper(),
        unicodedata.normalize("NFD", TWENTY),
        TWENTY.replace(",", " –").replace(" ", "\n  "),
        TWENTY.replace("figue", "<strong>fig</strong>ue").replace("puis", '<a href="/">puis</a>'),
        TWENTY.replace("é", "&eacute;") + '<img src="f.png" alt="Une figue">',
        TWENTY.replace(" en juin", "</p><ul><li>en juin</li></ul><p>") + "<!-- copie -->",
    ],
)  # fmt: skip
def test_only_words_count(check_site: CheckSite, other: str) -> None:
    files = {"index.html": HOME, "a.html": text(TWENTY, h1="⟦A⟧"), "b.html": text(other, h1="⟦B⟧")}
    assert len(check_site(RULE, files)) == 1


@pytest.mark.parametrize(
    "other",
    [
        TWENTY.replace("juin", "juillet"),
        TWENTY + " Fin",
        TWENTY.replace("en juin puis en septembre", "en septembre puis en juin"),
        TWENTY.replace("mûrit", "murit"),
    ],
)
def test_other_words_or_another_order_are_another_text(check_site: CheckSite, other: str) -> None:
    assert not check_site(RULE, {"index.html": HOME, "a.html": text(TWENTY), "b.html": text(other)})


def test_menus_and_footers_are_no_text(check_site: CheckSite) -> None:
    around = text(TWENTY, h1="⟦B⟧").replace(
        "<main>",
        "<nav><a href='/'>Accueil</a></nav><aside>À lire aussi, autre chose.</aside><main>",
    )
    files = {"index.html": HOME, "a.html": text(TWENTY, h1="⟦A⟧"), "b.html": around}
    assert len(check_site(RULE, files)) == 1
    menu = f"<nav>{TWENTY}</nav>"
    pages = {f"f{n}.html": text(f"Le fruit numéro {n}.").replace("<main>", f"{menu}<main>") for n in range(3)}  # fmt: skip
    assert not check_site(RULE, pages)


@pytest.mark.parametrize(
    ("path", "head"),
    [
        ("b.html", '<meta name="robots" content="noindex">'),
        ("b.html", '<link rel="canonical" href="/a.html">'),
        ("b.html", '<meta http-equiv="refresh" content="0;url=/a.html">'),
        ("page/2/index.html", ""),
        ("tags/figues/index.html", ""),
        ("404.html", ""),
    ],
)
def test_pages_that_may_repeat_one(check_site: CheckSite, path: str, head: str) -> None:
    files = {"index.html": HOME, "a.html": text(TWENTY), path: text(TWENTY, head=head)}
    assert not check_site(RULE, files)


def test_lists_of_links_may_be_equal(check_site: CheckSite) -> None:
    links = "".join(
        f'<p><a href="/f{n}.html">Le carnet du fruit {n}</a> du mois</p>' for n in range(5)
    )
    files = {f"f{n}.html": text(f"Le fruit {n}.") for n in range(5)} | {"index.html": HOME}
    one, other = (page(links, title=title) for title in ("Liste", "Liste bis"))
    assert not check_site(RULE, {**files, "a.html": one, "b.html": other})
    told = [page(links.replace("</a> du", f"</a>, {'que voici ' * 6} du"), title=f"⟦{n}⟧", h1="") for n in "ab"]  # fmt: skip
    assert len(check_site(RULE, {**files, "a.html": told[0], "b.html": told[1]})) == 1


def test_a_copy_declared_in_another_language_is_a_copy(check_site: CheckSite) -> None:
    files = {
        "index.html": HOME,
        "a.html": text(TWENTY, h1="⟦A⟧"),
        "en/a.html": text(TWENTY, h1="⟦B⟧", lang="en"),
    }
    assert len(check_site(RULE, files)) == 1


def test_two_texts_are_two_findings(check_site: CheckSite) -> None:
    files = {"index.html": HOME}
    for n in range(2):
        files[f"a{n}.html"] = text(TWENTY, h1=f"⟦A{n}⟧")
        files[f"b{n}.html"] = text(TWENTY.replace("figue", "noix"), h1=f"⟦B{n}⟧")
    assert len(check_site(RULE, files)) == 2


def test_its_name_stays_when_a_copy_joins(check_site: CheckSite) -> None:
    files = {"index.html": HOME, "a.html": text(TWENTY, h1="⟦A⟧"), "b.html": text(TWENTY, h1="⟦B⟧")}
    [two] = check_site(RULE, files)
    [three] = check_site(RULE, {**files, "c.html": text(TWENTY, h1="⟦C⟧")})
    assert two.fingerprint == three.fingerprint


def test_pages_alone_and_without_text(check_site: CheckSite) -> None:
    assert not check_site(RULE, {"index.html": text(TWENTY)})
    empty = page("", title="Rien", h1="")
    assert not check_site(RULE, {"index.html": HOME, "a.html": empty, "b.html": empty}, minimum_words=1)  # fmt: skip


def test_sources_are_compared_too(check_site: CheckSite) -> None:
    files = {
        "a.md": f"# ⟦Un⟧\n\n{TWENTY}\n",
        "b.md": f"---\ntitle: Deux\n---\n\n# ⟦Deux⟧\n\n**{TWENTY}**\n",
        "c.md": f"---\ndraft: true\n---\n# Trois\n\n{TWENTY}\n",
    }
    assert len(check_site(RULE, files)) == 1


def test_a_crawl(check_site: CheckSite) -> None:
    crawl = b"".join(
        record(f"https://exemple.fr/{path}", text(TWENTY).encode())
        for path in ("", "a", "?tri=nom")
    )
    [found] = check_site(RULE, {"crawl.warc": crawl}, placed=False)
    assert len(found.spots) == 3
