"""Pages to which no other page leads."""

import pytest
from site_checking import CheckSite, said
from site_samples import page, record

RULE = "orphan"
FIGS = page("<p>La figue mûrit en août.</p>", title="Les figues")
NUTS = page("<p>La noix tombe en octobre.</p>", title="Les noix")
LONELY = page("<p>La noix tombe en octobre.</p>", title="Les noix", h1="⟦Les noix⟧")


def home(body: str) -> str:
    return page(f"<p>Le verger a cent ans, et {body} y viennent bien.</p>", title="Le verger")


def test_it_is_told_at_its_heading_by_its_address(check_site: CheckSite) -> None:
    files = {
        "index.html": home('<a href="fruits/figues.html">les figues</a>'),
        "fruits/figues.html": FIGS,
        "fruits/noix.html": LONELY,
    }
    [found] = check_site(RULE, files, asked={"url": "https://exemple.fr/manuel/"})
    assert "« /manuel/fruits/noix.html »" in said(found)
    assert found.spots[0].url == "/manuel/fruits/noix.html"


def test_without_a_heading_at_its_title_without_both_as_a_whole(check_site: CheckSite) -> None:
    titled = page("<p>La noix tombe.</p>", title="⟦Les noix⟧", h1="")
    check_site(RULE, {"index.html": home("elles"), "noix.html": titled})
    bare = "<!DOCTYPE html><html lang=fr><p>La noix tombe.</p></html>"
    check_site(RULE, {"index.html": home("elles"), "noix.html": bare}, whole=("noix.html",))


@pytest.mark.parametrize(
    "body",
    [
        '<nav><a href="/noix.html">Noix</a></nav>',
        '<footer><a href="noix.html#recolte">Noix</a></footer>',
        '<a href="noix" rel="nofollow">noix</a>',
        '<a href="./noix.html?tri=nom"></a>',
        '<iframe src="noix.html" title="Noix"></iframe>',
        '<map name="m"><area href="noix.html" alt="Noix"></map>',
        '<a href="https://www.exemple.fr/noix.html">les noix</a>',
        '<a href="/ancienne">les noix</a>',
        '<a href="vieux.html">les noix</a>',
    ],
)
def test_any_link_of_another_page_will_do(check_site: CheckSite, body: str) -> None:
    files = {
        "index.html": home(body),
        "noix.html": NUTS,
        "vieux.html": '<!DOCTYPE html><title>x</title><meta http-equiv="refresh" content="0;url=noix.html">',
        "_redirects": "/ancienne /noix.html 301\n",
    }
    assert not check_site(RULE, files, asked={"url": "https://exemple.fr/"})


@pytest.mark.parametrize(
    "body",
    [
        "<!-- <a href=noix.html>les noix</a> -->",
        '<link rel="next" href="noix.html">',
        '<a name="noix.html">les noix</a>',
        '<img src="noix.html" alt="">',
        '<a href="https://ailleurs.fr/noix.html">les noix</a>',
        '<a href="Noix.html">les noix</a>',
    ],
)
def test_what_is_no_link_to_it(check_site: CheckSite, body: str) -> None:
    files = {"index.html": home(body), "noix.html": LONELY}
    assert len(check_site(RULE, files, asked={"url": "https://exemple.fr/"})) == 1


def test_its_own_links_do_not_count(check_site: CheckSite) -> None:
    own = LONELY.replace("</p>", ' <a href="#haut">Haut</a> <a href="noix.html">Ici</a></p>')
    check_site(RULE, {"index.html": home("elles"), "noix.html": own})


def test_what_only_an_orphan_links_is_none(check_site: CheckSite) -> None:
    lonely = LONELY.replace("La noix", '<a href="figues.html">La noix</a>')
    files = {"index.html": home("elles"), "noix.html": lonely, "figues.html": FIGS}
    [found] = check_site(RULE, files)
    assert [spot.path for spot in found.spots] == ["noix.html"]


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="robots" content="noindex">',
        '<meta name="googlebot" content="none">',
        '<link rel="canonical" href="index.html">',
        '<meta http-equiv="refresh" content="0; url=index.html">',
    ],
)
def test_a_page_that_is_not_to_be_found_needs_no_link(check_site: CheckSite, head: str) -> None:
    hidden = page("<p>Merci de votre message.</p>", title="Merci", head=head)
    assert not check_site(RULE, {"index.html": home("elles"), "merci.html": hidden})


def test_a_canonical_of_its_own_is_no_excuse(check_site: CheckSite) -> None:
    own = LONELY.replace("</title>", '</title><link rel="canonical" href="noix.html">')
    check_site(RULE, {"index.html": home("elles"), "noix.html": own})


@pytest.mark.parametrize("name", ["404.html", "google0123456789abcdef.html", "morceau.html"])
def test_what_is_no_page_needs_no_link(check_site: CheckSite, name: str) -> None:
    content = "<p>Un morceau.</p>" if name == "morceau.html" else "<title>x</title>x"
    assert not check_site(RULE, {"index.html": home("elles"), name: content})


def test_a_page_left_out_needs_no_link_and_gives_its_own(check_site: CheckSite) -> None:
    files = {
        "index.html": home("elles"),
        "listes/a.html": page('<p>Voir <a href="/noix.html">les noix</a>.</p>', title="Liste"),
        "noix.html": NUTS,
        "seo-audit.toml": 'select = ["orphan"]\nexclude = ["listes/**"]\n',
    }
    assert not check_site(RULE, files)


def test_the_home_page_needs_no_link(check_site: CheckSite) -> None:
    assert not check_site(RULE, {"index.html": home("elles")})
    assert not check_site(RULE, {"index.html": home('<a href="/noix">noix</a>'), "noix.html": NUTS})


@pytest.mark.parametrize(
    "root",
    [
        {"index.html": '<!DOCTYPE html><title>x</title><meta http-equiv="refresh" content="0;url=fr/">'},
        {"index.html": "<!DOCTYPE html><title>x</title><script>location.href = '/fr/'</script>"},
        {"_redirects": "/ /fr/ 302\n"},
        {"_redirects": "/ /fr 302\n"},
    ],
)  # fmt: skip
def test_nor_does_the_page_that_the_root_sends_to(
    check_site: CheckSite, root: dict[str, str]
) -> None:
    french = home('<a href="/fr/noix/">les noix</a>')
    files = {**root, "fr/index.html": french, "fr/noix/index.html": NUTS}
    assert not check_site(RULE, files)


def test_one_page_alone_is_a_site(check_site: CheckSite) -> None:
    assert not check_site(RULE, {"figues.html": FIGS})


def test_of_two_pages_without_a_home_both_are_told(check_site: CheckSite) -> None:
    found = check_site(
        RULE, {"noix.html": LONELY, "figues.html": LONELY.replace("Les noix", "Les figues")}
    )
    assert len(found) == 2


def test_another_language_needs_a_link_too(check_site: CheckSite) -> None:
    english = page("<p>Nuts fall in October.</p>", title="Nuts", h1="⟦Nuts⟧", lang="en")
    front = home("elles").replace(
        "</title>", '</title><link rel="alternate" hreflang="en" href="en/">'
    )
    check_site(RULE, {"index.html": front, "en/index.html": english})


REDIRECT = """<!doctype html>
<meta charset="utf-8"><title>Redirect</title>
<script>const aim = "/figues.html"; window.location.replace(aim + window.location.hash);</script>
<noscript><meta http-equiv="refresh" content="0; url=/figues.html"></noscript>
<p><a href="/figues.html">Click here</a> to be redirected.</p>
"""
LOST = page("<p>Rien ici.</p>", title="Page non trouvée", h1="⟦Page non trouvée⟧")


@pytest.mark.parametrize(("path", "content", "told"), [
    ("page/1/index.html", REDIRECT, False),
    ("page/1/index.html", REDIRECT.replace("window.location.replace(", "note("), True),
    ("img/fond.html", LOST.replace("<body>", '<body class="page error404 wp">').replace("⟦", "").replace("⟧", ""), False),
    ("img/fond.html", LOST.replace("<body>", '<body class="page no-error404">'), True),
    ("hors-ligne/index.html", page("<p>Sans réseau.</p>", title="Hors ligne"), False),
    ("ligne/index.html", page("<p>Sans réseau.</p>", title="Ligne", h1="⟦Ligne⟧"), True),
])  # fmt: skip
def test_what_nobody_is_to_find_needs_no_link(
    check_site: CheckSite, path: str, content: str, told: bool
) -> None:
    content = content.replace("<title>Redirect<", "<title>⟦Redirect⟧<") if told else content
    files = {"index.html": home('<a href="figues.html">Figues</a>'), "figues.html": FIGS, path: content}  # fmt: skip
    assert len(check_site(RULE, files)) == told


SHELL = "recettes/_modele.html"


@pytest.mark.parametrize(("settings", "told"), [
    ({"_redirects": "/recettes/* /recettes/_modele.html 200"}, False),
    ({"vercel.json": '{"rewrites": [{"source": "/recettes/:nom", "destination": "/recettes/_modele.html"}]}'}, False),
    ({"_redirects": "/recettes/* /recettes/_modele.html 301"}, True),  # readers are sent there
    ({"_redirects": "/recettes/tarte /recettes/_modele.html 200"}, True),  # one address, that nothing leads to
    ({"_redirects": "/recettes/* /recettes/autre.html 200"}, True),
])  # fmt: skip
def test_what_is_shown_under_other_addresses_needs_no_link(
    check_site: CheckSite, settings: dict[str, str | bytes], told: bool
) -> None:
    body = "<p>Un mot.</p>"
    shell = page(body, title="Recette", h1="⟦Recette⟧" if told else "Recette")
    assert len(check_site(RULE, {"index.html": page(body), SHELL: shell, **settings})) == told


def test_sources_are_not_asked(check_site: CheckSite) -> None:
    assert not check_site(
        RULE, {"a.md": "# Les noix\n\nUn mot.", "b.md": "# Les figues\n\nUn mot."}
    )


def test_a_crawl_may_have_found_it_otherwise(check_site: CheckSite) -> None:
    crawl = record("https://exemple.fr/", home("elles").encode()) + record(
        "https://exemple.fr/noix/", NUTS.encode()
    )
    found = check_site(RULE, {"crawl.warc": crawl}, placed=False)
    assert [spot.url for one in found for spot in one.spots] == ["/noix/"]


MENUS = (
    '<nav id="menu"></nav>',
    '<header id="top"> </header>',
    "<site-header></site-header>",
    '<div id="navbar-placeholder"></div>',
)


@pytest.mark.parametrize("menu", MENUS)
def test_who_does_not_know_where_menus_lead_tells_no_orphan(
    check_site: CheckSite, menu: str
) -> None:
    files = {"index.html": home(menu), "figues.html": page(menu), "noix.html": NUTS}
    assert not check_site(RULE, files)
    # the menu lies beside the pages: where it leads is known
    marked = {"noix.html": LONELY, "menu.html": '<a href="figues.html">Figues</a>'}
    assert len(check_site(RULE, files | marked)) == 1


@pytest.mark.parametrize(
    "part",
    [
        '<nav id="menu"><a href="figues.html">Figues</a></nav>',
        "<header></header>",
        '<div id="header"></div>',
        "<site-header>Le verger</site-header>",
        '<div id="figues-container"></div>',
    ],
)
def test_what_is_no_menu_to_be_written(check_site: CheckSite, part: str) -> None:
    link = '<a href="figues.html">Figues</a>'
    files = {"index.html": home(link + part), "figues.html": page(part), "noix.html": LONELY}
    assert len(check_site(RULE, files)) == 1


def test_links_that_all_name_the_host_say_where_the_site_stands(check_site: CheckSite) -> None:
    fruits = ("figues", "noix", "prunes")
    links = "".join(f'<a href="http://verger.example/f/{one}.html">{one}</a> ' for one in fruits)
    pages = {f"f/{one}.html": page("<p>Un fruit.</p>", title=one) for one in fruits}
    alone = {"f/coings.html": page("", title="Les coings", h1="⟦Les coings⟧")}
    files = {"index.html": home(links), **pages, **alone}
    check_site(RULE, files)
    # another site has pages called so, and many others
    other = "".join(f'<a href="http://verger.example/g/{n}.html">{n}</a> ' for n in range(4))
    found = {
        name: text.replace("<h1>", "<h1>⟦").replace("</h1>", "⟧</h1>")
        for name, text in pages.items()
    }
    check_site(RULE, {"index.html": home(links + other), **found, **alone})


@pytest.mark.parametrize(("others", "told"), [(9, False), (10, True)])
def test_the_host_of_the_site_need_not_be_the_one_most_linked(
    check_site: CheckSite, others: int, told: bool
) -> None:
    fruits = ("figues", "noix", "prunes")
    own = "".join(f'<a href="http://verger.example/{one}.html">{one}</a> ' for one in fruits)
    sources = "".join(
        f'<a href="https://forge{host}.example/{n}">{n}</a> ' for host in range(others) for n in range(4)
    )  # fmt: skip
    h1 = "⟦Un fruit⟧" if told else "Un fruit"
    pages = {f"{one}.html": page("<p>Un fruit.</p>", title=one, h1=h1) for one in fruits}
    check_site(RULE, {"index.html": home(own + sources), **pages})


def test_of_two_indexes_the_html_one_answers_for_the_folder(check_site: CheckSite) -> None:
    files = {
        "index.html": home('<a href="fruits/">les fruits</a>'),
        "fruits/index.htm": LONELY,
        "fruits/index.html": FIGS,
    }
    [found] = check_site(RULE, files)
    assert "« /fruits/index.htm »" in said(found)
