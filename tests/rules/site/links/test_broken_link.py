"""Links to addresses of the site where nothing answers."""

import unicodedata

import pytest
from site_checking import CheckSite, advised, said
from site_samples import page, record

from seo_audit.rule import Severity

RULE = "broken-link"
ADDRESS = {"url": "https://www.exemple.fr/manuel/"}


def home(*links: str) -> str:
    """The home page, with links in a paragraph of its content."""
    body = " ".join(links)
    return page(f"<p>Le verger a cent ans ; voyez {body} pour en savoir plus.</p>", title="Accueil")


def marked(*hrefs: str) -> str:
    return home(*(f'⟦<a href="{href}">un lien</a>⟧' for href in hrefs))


def plain(*hrefs: str) -> str:
    return home(*(f'<a href="{href}">un lien</a>' for href in hrefs))


def test_all_links_to_an_address_are_one_finding(check_site: CheckSite) -> None:
    files = {
        "index.html": marked("/zut/", "zut/?tri=nom", "/zut/#la")
        + '<footer>⟦<a href="/autre">Autre</a>⟧</footer>',
        "blog/a.html": page('<p>Mot. ⟦<a href="../zut/">\nun lien\n</a>⟧</p>', title="Page a"),
    }
    other, found = sorted(check_site(RULE, files), key=lambda one: len(one.spots))
    assert found.severity is Severity.ERROR
    assert found.finding.target == "/zut/"
    assert said(found) == "« /zut/ » n’existe pas : 4 liens y mènent, sur 2 pages."
    assert said(other) == "« /autre » n’existe pas : 1 lien y mène, sur 1 page."
    assert "Corrigez l’adresse, ou retirez le lien." in advised(found)


def test_links_of_every_kind_and_zone(check_site: CheckSite) -> None:
    files = {
        "index.html": page(
            '<nav>⟦<a href="/a">A</a>⟧</nav><map name="m">⟦<area href="/b" alt="B">⟧</map>'
            '⟦<a href="/c" rel="nofollow"><img src="data:," alt=""></a>⟧ ⟦<a href="/d.pdf">d</a>⟧'
        )
    }
    assert len(check_site(RULE, files)) == 4


def test_what_answers(check_site: CheckSite) -> None:
    hrefs = (
        "", "#", "?page=2", "figues.html", "figues", "figues/", "/figues.html?tri=nom#la", "./blog/", "blog/index.html",
        "blog/../figues", "img/x.png", "IMG/y.PNG", "d%C3%A9p%C3%B4t/", "dépôt/", unicodedata.normalize("NFD", "dépôt/"),
        "de%CC%81po%CC%82t/", "un%20plan.pdf", "un plan.pdf", " figues.html\n", ".\\figues.html", "vieux.html", "/ancienne", "/app/x",
        "404.html", "index.html", "/",
    )  # fmt: skip
    files: dict[str, str | bytes] = {
        "index.html": plain(*hrefs),
        "figues.html": page("<p>Les figues.</p>"),
        "blog/index.html": page('<p>Mot. <a href="../figues">Les figues</a></p>'),
        unicodedata.normalize("NFD", "dépôt/index.html"): page("<p>Le dépôt.</p>"),
        "img/x.png": b"x",
        "IMG/y.PNG": b"y",
        "un plan.pdf": b"z",
        "404.html": page('<p>Rien : <a href="/rien-du-tout">ici</a></p>'),
        "vieux.html": '<!DOCTYPE html><title>x</title><meta http-equiv="refresh" content="0;url=figues.html">',
        "_redirects": "/ancienne /figues 301\n/app/* /index.html 200\n",
    }
    assert not check_site(RULE, files)


def test_settings_of_a_host_send_readers_on(check_site: CheckSite) -> None:
    found = check_site(
        RULE,
        {
            "index.html": plain("/articles/le/lac", "/vieux") + marked("/zut"),
            "articles/modele.html": page("<p>Le lac.</p>"),
            "vercel.json": '{"rewrites": [{"source": "/articles/:lieu*", "destination": "/articles/modele.html"}]}',
            "netlify.toml": '[[redirects]]\nfrom = "/vieux"\nto = "/articles/modele"\n',
        },
    )
    assert [one.finding.target for one in found] == ["/zut"]


def test_what_is_no_address_of_this_site(check_site: CheckSite) -> None:
    hrefs = (
        "https://ailleurs.fr/zut", "//ailleurs.fr/zut", "mailto:a@exemple.fr", "tel:+33123456789", "javascript:void(0)",
        "data:text/plain,x", "/boutique/", "/", "/manuels/zut", "https://blog.exemple.fr/manuel/zut", "../boutique/",
        "ftp://exemple.fr/zut", "https://",
    )  # fmt: skip
    assert not check_site(RULE, {"index.html": plain(*hrefs)}, asked=ADDRESS)


def test_what_is_one(check_site: CheckSite) -> None:
    hrefs = (
        "https://www.exemple.fr/manuel/a", "http://exemple.fr/manuel/b", "//exemple.fr/manuel/c", "/manuel/d", "e",
        "HTTPS://EXEMPLE.FR:443/manuel/f", "../manuel/g", "contact@exemple.fr",
    )  # fmt: skip
    found = check_site(RULE, {"index.html": marked(*hrefs)}, asked=ADDRESS)
    assert [one.finding.target for one in found] == [
        *(f"/manuel/{name}" for name in "abcdefg"),
        "/manuel/contact@exemple.fr",
    ]


@pytest.mark.parametrize(
    ("url", "href", "told"),
    [
        ("https://lucie.github.io/", "https://lucie.github.io/diapos/#/", False),
        ("https://lucie.github.io/", "https://lucie.github.io/diapos/un/plan.pdf", False),
        ("https://lucie.github.io/", "https://lucie.github.io/diapos", True),
        ("https://lucie.github.io/", "https://lucie.github.io/plan.pdf", True),
        ("https://lucie.github.io/", "https://lucie.github.io/blog/zut/", True),
        ("https://lucie.github.io/", "/diapos/", True),
        ("https://lucie.github.io/manuel/", "https://lucie.github.io/manuel/diapos/", True),
        ("https://exemple.fr/", "https://exemple.fr/diapos/", True),
    ],
)
def test_a_host_that_serves_other_projects_beside(
    check_site: CheckSite, url: str, href: str, *, told: bool
) -> None:
    files = {
        "index.html": marked(href) if told else plain(href),
        "blog/index.html": page("<p>Le carnet.</p>"),
    }
    assert len(check_site(RULE, files, asked={"url": url})) == told


def test_an_address_nobody_knows_is_another_site_s(check_site: CheckSite) -> None:
    assert not check_site(RULE, {"index.html": plain("https://exemple.fr/zut")})


@pytest.mark.parametrize(
    ("href", "near"),
    [
        ("/Verger/Figues.html", "/verger/figues.html"),
        ("/figues.html", "/verger/figues.html"),
        ("/verger/figue", "/verger/figues.html"),
        ("/verger/figues.php", ""),
        ("/depot/", "/dépôt/"),
        ("/dépot", "/dépôt/"),
        ("/sans-rapport", ""),
    ],
)
def test_the_nearest_page_is_proposed(check_site: CheckSite, href: str, near: str) -> None:
    files = {
        "index.html": marked(href),
        "verger/figues.html": page("<p>Les figues.</p>"),
        "dépôt/index.html": page("<p>Le dépôt.</p>"),
    }
    [found] = check_site(RULE, files)
    assert found.finding.values["near"] == near
    wanted = f"la page la plus proche est « {near} »" if near else "retirez le lien"
    assert wanted in advised(found)


def test_a_folder_without_an_index_answers_nothing(check_site: CheckSite) -> None:
    files: dict[str, str | bytes] = {
        "index.html": marked("photos/", "photos"),
        "photos/figue.jpg": b"x",
    }
    assert len(check_site(RULE, files)) == 2


def test_case_matters_as_on_servers(check_site: CheckSite) -> None:
    files: dict[str, str | bytes] = {"index.html": marked("IMG/X.png"), "img/x.png": b"x"}
    assert len(check_site(RULE, files)) == 1


@pytest.mark.parametrize(
    "href",
    ["insee.fr/chiffres", "www.exemple.com", "sous.domaine.gouv.fr/a", "Insee.FR", "exemple.org?a=1"],
)  # fmt: skip
def test_an_address_written_without_its_scheme(check_site: CheckSite, href: str) -> None:
    files = {"blog/index.html": marked(href), "index.html": page("<p>Mot.</p>")}
    [found] = check_site(RULE, files)
    path = href.partition("?")[0]
    assert said(found) == (
        f"« {href} » est écrit sans https:// : le lien mène à « /blog/{path} », sur ce site, où rien ne répond."
    )
    assert advised(found) == "Écrivez https:// devant l’adresse."
    assert f"“{href}” is written without https://" in found.message("en")


@pytest.mark.parametrize(
    "href",
    ["page.html", "dossier/insee.fr.html", "v1.2/notes", "fr/", "a.io.txt", "/insee.fr/chiffres", "./insee.fr", "..fr", "a.fra"],
)  # fmt: skip
def test_files_that_look_like_no_host(check_site: CheckSite, href: str) -> None:
    [found] = check_site(RULE, {"index.html": marked(href)})
    assert "https://" not in said(found)
    assert "n’existe pas" in said(found)


def test_a_file_called_like_a_host_is_there(check_site: CheckSite) -> None:
    files: dict[str, str | bytes] = {"index.html": plain("exemple.com"), "exemple.com": b"x"}
    assert not check_site(RULE, files)


def test_one_scheme_lacks_whichever_link_comes_first(check_site: CheckSite) -> None:
    files = {
        "a.html": page('<p>Mot. ⟦<a href="/insee.fr">un lien</a>⟧</p>', title="Page a"),
        "index.html": marked("insee.fr"),
    }
    [found] = check_site(RULE, files)
    assert "« insee.fr » est écrit sans https://" in said(found)


def test_a_redirect_to_nothing(check_site: CheckSite) -> None:
    files = {
        "index.html": marked("/ancienne", "vieux.html"),
        "vieux.html": '<!DOCTYPE html><title>x</title><meta http-equiv="refresh" content="0;url=rien/">',
        "_redirects": "/ancienne /absente 301\n",
    }
    rule, stub = check_site(RULE, files)
    assert "« /ancienne » renvoie à « /absente », qui n’existe pas : 1 lien" in said(rule)
    assert "« /vieux.html » renvoie à « /rien/ »" in said(stub)
    assert "Corrigez la redirection" in advised(rule)


def test_the_base_of_a_page_counts(check_site: CheckSite) -> None:
    head = '<base href="/docs/">'
    body = '<p>Mot. <a href="a.html">a</a> ⟦<a href="b.html">b</a>⟧ <a href="/index.html">c</a></p>'
    files = {
        "index.html": page(body, head=head),
        "docs/a.html": page("<p>Mot.</p>"),
        "b.html": page("<p>Mot.</p>"),
    }
    [found] = check_site(RULE, files)
    assert found.finding.target == "/docs/b.html"


def test_sources_tell_of_each_other_only(check_site: CheckSite) -> None:
    files = {
        "a.md": "# Page a\n\nVoir [b](b.md), ⟦[c](c.md)⟧, [d](/d/), [e](e/), [f](/f.md).",
        "b.md": "# Page b\n\nVoir [a](./a.md) et [l’Insee](https://insee.fr).",
    }
    check_site(RULE, files)


def test_a_crawl_tells_what_it_was_told(check_site: CheckSite) -> None:
    crawl = b"".join(
        [
            record("https://exemple.fr/", plain("/parti", "/efface", "/interdit", "/jamais-vu", "/a").encode()),
            record("https://exemple.fr/parti", b"Non", "404 Not Found"),
            record("https://exemple.fr/efface", b"Non", "410 Gone"),
            record("https://exemple.fr/interdit", b"Non", "403 Forbidden"),
            record("https://exemple.fr/a", page("<p>Mot.</p>").encode()),
        ]
    )  # fmt: skip
    found = check_site(RULE, {"crawl.warc": crawl}, placed=False)
    assert [one.finding.target for one in found] == ["/parti", "/efface"]


def test_what_is_left_out_is_there_and_not_judged(check_site: CheckSite) -> None:
    files = {
        "index.html": plain("brouillons/a.html"),
        "brouillons/a.html": plain("/zut/"),
        "seo-audit.toml": 'select = ["broken-link"]\nexclude = ["brouillons/**"]\n',
    }
    assert not check_site(RULE, files)


def test_a_page_that_is_not_to_be_found_is_read_all_the_same(check_site: CheckSite) -> None:
    body = '<p>Merci. ⟦<a href="/zut/">Retour</a>⟧</p>'
    hidden = page(body, head='<meta name="robots" content="noindex">', lang="en")
    check_site(RULE, {"index.html": plain("merci.html"), "merci.html": hidden})


def test_a_long_address_is_shown_short_and_targeted_whole(check_site: CheckSite) -> None:
    href = "/" + "a" * 300
    [found] = check_site(RULE, {"index.html": page(f'<p>Mot.</p>\n⟦<a href="{href}">⟧un lien</a>')})
    assert found.finding.target == href
    assert len(said(found)) < 220


# -- files that pages use


def test_files_of_every_kind_are_looked_up(check_site: CheckSite) -> None:
    head = "".join(
        f"⟦{one}⟧"
        for one in (
            '<link rel="stylesheet" href="/a.css">', '<link rel="alternate stylesheet" href="/nuit.css">',
            '<link rel="shortcut icon" href="/b.ico">', '<link rel="manifest" href="c.webmanifest">',
            '<link rel="preload" as="font" href="/d.woff2" crossorigin>', '<script src="e.js"></script>',
            '<link rel="alternate" type="application/rss+xml" href="/f.xml">', '<link rel="alternate" hreflang="en" href="/en/">',
        )
    )  # fmt: skip
    body = "<p>Le verger.</p>" + "".join(
        f"⟦{one}⟧"
        for one in (
            '<img src="g.png" alt="">', '<source srcset="h.webp">', '<video src="i.mp4"></video>',
            '<video poster="j.png"></video>', '<audio src="/k.ogg"></audio>', '<iframe src="/l/"></iframe>',
            '<object data="m.svg"></object>', '<embed src="n.svg">', '<input type="image" src="o.png" alt="Aller">',
        )
    )  # fmt: skip
    found = check_site(RULE, {"index.html": page(body, title="Accueil", head=head)})
    kinds = {one.finding.target: one.finding.values["what"] for one in found}
    assert len(found) == len(kinds) == 17
    assert {one.severity for one in found} == {Severity.ERROR, Severity.WARNING}
    grave = {one.finding.target for one in found if one.severity is Severity.ERROR}
    assert kinds.keys() - grave == {"/b.ico", "/c.webmanifest", "/d.woff2", "/f.xml", "/en/"}


def test_each_size_of_an_image_is_looked_up(check_site: CheckSite) -> None:
    body = (
        '<img src="a.png" srcset="a.png 1x,b,c.png 2x, /d.png, ,e.png 3x" alt="">'
        '<picture><source srcset="f.webp,"><img src="a.png" alt=""></picture>'
    )
    files: dict[str, str | bytes] = {"index.html": page(body), "a.png": b"x", "e.png": b"x"}
    found = check_site(RULE, files, placed=False)
    assert {one.finding.target for one in found} == {"/b,c.png", "/d.png", "/f.webp"}
    elements = ["source" if one.finding.target == "/f.webp" else "img" for one in found]
    assert [one.spots[0].excerpt[1:].split()[0] for one in found] == elements


def test_a_file_that_all_pages_use_is_one_finding(check_site: CheckSite) -> None:
    files = {
        f"{name}/index.html": page(
            f"<p>La page {name}.</p>", title=name, head='⟦<link rel="icon" href="/favicon.ico">⟧'
        )
        for name in "abcdefgh"
    }
    [found] = check_site(RULE, files)
    assert said(found) == "« /favicon.ico » n’existe pas : icône de 8 pages."
    assert found.severity is Severity.WARNING


def test_a_relative_address_of_the_template_is_one_finding(check_site: CheckSite) -> None:
    files = {
        f"{name}/index.html": page(
            f"<p>La page {name}.</p>", title=name, head='⟦<script src="js/menu.js"></script>⟧'
        )
        for name in "abcdefgh"
    }
    [found] = check_site(RULE, {**files, "js/menu.js": "menu()"})
    assert said(found).startswith("Le gabarit écrit « js/menu.js » sur 8 pages")
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize(("pages", "findings"), [(5, 1), (4, 4)])
def test_a_feed_of_each_page_is_one_finding(
    check_site: CheckSite, pages: int, findings: int
) -> None:
    feed = '⟦<link rel="alternate" type="application/rss+xml" href="{}feed/">⟧'
    files = {
        f"{name}/index.html": page(
            f"<p>La page {name}.</p>", title=name, head=feed.format(f"/{name}/")
        )
        for name in "abcdefgh"[:pages]
    }
    # the site's feed is another matter, and so is what one page alone uses
    files["index.html"] = page('⟦<img src="/a/plan.png" alt="">⟧', head=feed.format("/"))
    found = [
        one
        for one in check_site(RULE, files)
        if (one.finding.target or "") not in ("/feed/", "/a/plan.png")
    ]
    assert len(found) == findings
    if findings == 1:
        assert said(found[0]) == (
            "Le gabarit donne à chaque page « …/feed/ » (fil d’actualité) : rien n’y répond, sur 5 pages."
        )
        assert found[0].severity is Severity.WARNING


def test_a_folder_of_a_feed_answers(check_site: CheckSite) -> None:
    def feed(address: str) -> str:
        return f'<link rel="alternate" type="application/rss+xml" href="{address}">'

    files: dict[str, str | bytes] = {
        "index.html": page(
            '<a href="/feed/">Le fil</a>',
            head=feed("/feed/") + feed("/a/feed/") + f"⟦{feed('/plan/')}⟧",
        ),
        "feed/index.xml": b"<rss/>",
        "a/feed/index.xml": b"<rss/>",
        "plan/index.xml": b"<x/>",
    }
    check_site(RULE, files)


def test_a_link_to_an_image_and_the_image_are_two_findings(check_site: CheckSite) -> None:
    body = '⟦<a href="/coing.jpg">⟦<img src="/coing.jpg" alt="Un coing">⟧</a>⟧'
    found = check_site(RULE, {"index.html": page(body)})
    assert sorted(said(one) for one in found) == [
        "« /coing.jpg » n’existe pas : 1 lien y mène, sur 1 page.",
        "« /coing.jpg » n’existe pas : image de 1 page.",
    ]


def test_files_that_are_there_or_not_asked_for(check_site: CheckSite) -> None:
    head = (
        '<link rel="stylesheet" href="/s.css?v=3"><link rel="icon" href="data:,"><link rel="preconnect" href="//polices.exemple">'
        '<link rel="EditURI" href="/xmlrpc.php"><link rel="next" href="/page/2/"><link rel="alternate" hreflang="en" href="/en/">'
        '<link rel="alternate" type="application/json+oembed" href="/wp-json/oembed"><script src="//ailleurs.exemple/x.js"></script>'
        '<script type="text/template"><img src="modele.png"></script>'
    )
    body = (
        '<p>Le verger.</p><img src="" alt=""><img src="IMAGE%20une.png" alt=""><img src="data:image/gif;base64,R0" alt="">'
        '<template><img src="{{ image }}" alt=""><a href="{{ lien }}">lien</a></template><iframe src="about:blank"></iframe>'
        '<svg><use href="#dessin"/></svg><svg><use xlink:href="/dessins.svg#oiseau"/></svg><input type="text" src="x.png">'
        '<img src="/ancienne.png" alt="">'
    )
    files: dict[str, str | bytes] = {
        "index.html": page(body, head=head),
        "en/index.html": page("<p>The orchard.</p>", lang="en"),
        "s.css": b"x",
        "IMAGE une.png": b"x",
        "dessins.svg": b"x",
        "neuve.png": b"x",
        "_redirects": "/ancienne.png /neuve.png 301",
    }
    assert not check_site(RULE, files)


def test_what_a_shadow_tree_holds_is_shown(check_site: CheckSite) -> None:
    body = '<div><template shadowrootmode="open">⟦<img src="coing.jpg" alt="">⟧</template></div>'
    assert check_site(RULE, {"index.html": page(body)})


def test_a_missing_file_that_a_redirect_hides(check_site: CheckSite) -> None:
    files = {
        "index.html": page('⟦<img src="/vieux.png" alt="">⟧'),
        "_redirects": "/vieux.png /partie.png 301",
    }
    [found] = check_site(RULE, files)
    assert said(found) == (
        "« /vieux.png » renvoie à « /partie.png », qui n’existe pas : image de 1 page."
    )


@pytest.mark.parametrize(
    ("source", "near"),
    [
        ("/img/Coing.JPG", "/img/coing.jpg"),
        ("/coing.jpg", "/img/coing.jpg"),
        ("/img/coings.jpg", "/img/coing.jpg"),
        ("/img/coing.png", ""),
        ("/confiture-de-coing.png", ""),
        ("/nèfle.jpg", ""),
    ],
)
def test_the_nearest_file_is_proposed(check_site: CheckSite, source: str, near: str) -> None:
    files: dict[str, str | bytes] = {
        "index.html": page(f'⟦<img src="{source}" alt="">⟧'),
        "confiture-de-coing.html": page("<p>La confiture.</p>"),
        "img/coing.jpg": b"x",
    }
    [found] = check_site(RULE, files)
    assert found.finding.values["near"] == near
    assert (f"la plus proche qui existe est « {near} »" in advised(found)) == bool(near)


def test_the_files_of_sources_are_not_known(check_site: CheckSite) -> None:
    files = {"a.md": "# Un\n\n![Un coing](/img/coing.jpg)\n", "b.md": "# Deux\n\nUn texte.\n"}
    assert not check_site(RULE, files)
