"""Links to parts of pages that are not there."""

import unicodedata

import pytest
from site_checking import CheckSite, said
from site_samples import page, record

from seo_audit.rule import Severity

RULE = "broken-fragment"


def home(*hrefs: str, told: bool = False) -> str:
    link = '⟦<a href="{}">un lien</a>⟧' if told else '<a href="{}">un lien</a>'
    return page("<p>Mot.</p>" + " ".join(link.format(href) for href in hrefs), title="Accueil")


def figs(part: str = '<h2 id="recolte">La récolte</h2>') -> str:
    return page(f"{part}<p>En août.</p>", title="Les figues")


def test_all_links_to_a_part_are_one_finding(check_site: CheckSite) -> None:
    files = {
        "index.html": home("figues.html#taille", "/figues#taille", told=True)
        + '⟦<a href="#taille">Ici</a>⟧',
        "figues.html": figs() + '<nav>⟦<a href="#taille">La taille</a>⟧</nav>',
    }
    there, here = check_site(RULE, files)
    assert there.severity is Severity.WARNING
    assert there.finding.target == "/figues.html#taille"
    assert said(there) == "« /figues.html » n’a pas de partie « #taille » : 3 liens y mènent."
    assert said(here) == "« / » n’a pas de partie « #taille » : 1 lien y mène."


def test_what_every_page_has(check_site: CheckSite) -> None:
    hrefs = ("#", "#top", "#TOP", "#%74op", "#top:~:text=mot", "figues.html#top", "figues.html#", "#:~:text=mot", "figues.html#:~:text=En,ao%C3%BBt", "#!/route", "#/route")  # fmt: skip
    assert not check_site(RULE, {"index.html": home(*hrefs), "figues.html": figs()})


@pytest.mark.parametrize(
    ("part", "fragment"),
    [
        ('<h2 id="recolte">R</h2>', "recolte"),
        ('<a name="recolte"></a>', "recolte"),
        ('<h2 id="récolte">R</h2>', "r%C3%A9colte"),
        ('<h2 id="récolte">R</h2>', "récolte"),
        ('<h2 id="r%C3%A9colte">R</h2>', "r%C3%A9colte"),
        (f'<h2 id="{unicodedata.normalize("NFD", "récolte")}">R</h2>', "r%C3%A9colte"),
        ('<h2 id="récolte">R</h2>', unicodedata.normalize("NFD", "récolte")),
        ('<h2 id="une partie">R</h2>', "une%20partie"),
        ('<h2 id="recolte">R</h2>', "recolte:~:text=ao%C3%BBt"),
        ('<h2 id="récolte">R</h2>', "r%C3%A9colte:~:text=mot"),
        ("<h2 id='a&amp;b'>R</h2>", "a&amp;b"),
        ('<h2 id="100%">R</h2>', "100%"),
        ('<svg><g id="plan"></g></svg>', "plan"),
        ('<footer><p id="pied">Mot.</p></footer>', "pied"),
        ('<h2 id="a+b">R</h2>', "a+b"),
    ],
)
def test_parts_however_they_are_written(check_site: CheckSite, part: str, fragment: str) -> None:
    files = {"index.html": home(f"figues.html#{fragment}"), "figues.html": figs(part)}
    assert not check_site(RULE, files)


@pytest.mark.parametrize(
    ("part", "fragment"),
    [
        ('<h2 id="Recolte">R</h2>', "recolte"),
        ('<input name="recolte">', "recolte"),
        ("<!-- <h2 id='recolte'>R</h2> -->", "recolte"),
        ('<h2 class="recolte">R</h2>', "recolte"),
        ('<h2 id="récolte">R</h2>', "r%E9colte"),
        ('<h2 id="recolte">R</h2>', "%FF%00"),
        ('<h2 id="recolte">R</h2>', "100%"),
        ('<h2 id="recolte">R</h2>', "recolte2"),
        ('<h2 id="recolte">R</h2>', "taille:~:text=mot"),
    ],
)
def test_parts_that_are_others(check_site: CheckSite, part: str, fragment: str) -> None:
    files = {"index.html": home(f"figues.html#{fragment}", told=True), "figues.html": figs(part)}
    assert len(check_site(RULE, files)) == 1


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ('<a href="#liste" data-filter=".prunes">Les prunes</a>', False),
        ('<a href="#tout" data-option-value="*">Tout</a>', False),
        ('<a href="#plan" onclick="montrer()">Le plan</a>', False),
        ('<a href="#avis:poste">Par la poste</a>', False),
        ('<a href="#vue=carte">Sur la carte</a>', False),
        ('⟦<a href="#note:1">Une note</a>⟧', True),
        ('⟦<a href="#plan" title="Le plan">Le plan</a>⟧', True),
        ('⟦<a href="autre.html#plan" onclick="compter()">Le plan</a>⟧', True),
    ],
)
def test_what_a_script_is_told(check_site: CheckSite, link: str, told: bool) -> None:
    files = {
        "index.html": page(f'<p id="avis">Mot. {link}</p>', title="Accueil"),
        "autre.html": page("<p>En août.</p>", title="Autre"),
    }
    assert len(check_site(RULE, files)) == told


def test_ids_outside_the_content_count(check_site: CheckSite) -> None:
    whole = '<!DOCTYPE html>\n<html lang="fr" id="tout"><title>Page</title><body id="corps"><header id="tete">Mot.</header><p>Mot.</p></html>'  # fmt: skip
    files = {"index.html": home("a.html#tout", "a.html#corps", "a.html#tete"), "a.html": whole}
    assert not check_site(RULE, files)


def test_through_a_redirect_the_part_is_the_target_s(check_site: CheckSite) -> None:
    files = {
        "index.html": home("/ancienne#recolte")
        + '<p>Mot. ⟦<a href="/ancienne#taille">un lien</a>⟧</p>',
        "figues.html": figs(),
        "_redirects": "/ancienne /figues.html 301\n",
    }
    [found] = check_site(RULE, files)
    assert found.finding.target == "/figues.html#taille"


def test_what_is_no_page_has_parts_that_nobody_knows(check_site: CheckSite) -> None:
    hrefs = ("plan.pdf#page=2", "404.html#x", "morceau.html#x", "zut.html#x", "https://ailleurs.fr/#x", "brouillon.html#x")  # fmt: skip
    files: dict[str, str | bytes] = {
        "index.html": home(*hrefs),
        "plan.pdf": b"x",
        "404.html": page("<p>Rien.</p>"),
        "morceau.html": "<p>Un morceau.</p>",
        "brouillon.html": home("#rien"),
        "seo-audit.toml": 'select = ["broken-fragment"]\nexclude = ["brouillon.html"]\n',
    }
    assert not check_site(RULE, files)


def test_with_a_base_a_part_is_the_base_s(check_site: CheckSite) -> None:
    based = '<p>Mot. ⟦<a href="#mien">un lien</a>⟧ <a href="#recolte">un lien</a></p><h2 id="mien">M</h2>'
    files = {
        "index.html": home(),
        "a.html": page(based, head='<base href="figues.html">'),
        "figues.html": figs(),
    }
    [found] = check_site(RULE, files)
    assert found.finding.target == "/figues.html#mien"


def test_a_page_alone(check_site: CheckSite) -> None:
    assert not check_site(RULE, {"index.html": home("#ici") + '<p id="ici">Mot.</p>'})


def test_noindex_and_other_languages_do_not_matter(check_site: CheckSite) -> None:
    english = page('<p>Word. ⟦<a href="#x">a link</a>⟧</p>', lang="en", head='<meta name="robots" content="noindex">')  # fmt: skip
    check_site(RULE, {"index.html": home("en.html"), "en.html": english})


def test_a_crawl(check_site: CheckSite) -> None:
    crawl = record("https://exemple.fr/", home("/a#la", "/a?x=1#la").encode()) + record(
        "https://exemple.fr/a", page("<p>Mot.</p>").encode()
    )
    [found] = check_site(RULE, {"crawl.warc": crawl}, placed=False)
    assert len(found.spots) == 2
