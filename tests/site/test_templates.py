"""What the template does on every page is told once, and what its parts lead to is known."""

import gzip
from pathlib import Path

from site_samples import of, page, places, report_of, written

FRUITS = ("figues", "noix", "prunes", "coings", "poires", "cerises")


def orchard(folder: Path, extra: str = "", **more: str) -> Path:
    """A home page that leads to a page for each fruit; `extra` stands on all."""
    links = "".join(f'<a href="/{name}/">Les {name}</a> ' for name in FRUITS)
    files = {"index.html": page(links + extra, title="Le verger"), **more}
    for name in FRUITS:
        files.setdefault(
            f"{name}/index.html", page(f"<p>Nos {name}.</p>{extra}", title=f"Les {name}")
        )
    return written(folder, files)


def test_an_anchor_of_the_template(tmp_path: Path) -> None:
    folder = orchard(tmp_path, '<a href="#0" class="top">Haut</a>')
    report = report_of(folder, url="https://exemple.fr/")
    [found] = of(report, "broken-fragment")
    assert found.message("fr") == (
        "Le gabarit mène à «\u00a0#0\u00a0», qui manque sur 7 pages où il le met."
    )
    assert len(found.spots) == 7


def test_an_anchor_of_one_page_beside_it(tmp_path: Path) -> None:
    own = page('<p>Nos noix. <a href="#prix">Prix</a></p><a href="#0">Haut</a>', title="Les noix")
    folder = orchard(tmp_path, '<a href="#0">Haut</a>', **{"noix/index.html": own})
    report = report_of(folder, url="https://exemple.fr/")
    assert [found.finding.target for found in of(report, "broken-fragment")] == [
        "#0",
        "/noix/#prix",
    ]


def test_an_anchor_of_another_page_is_none_of_the_template(tmp_path: Path) -> None:
    folder = orchard(tmp_path, '<a href="/noix/#prix">Prix des noix</a>')
    report = report_of(folder, url="https://exemple.fr/")
    [found] = of(report, "broken-fragment")
    assert found.finding.target == "/noix/#prix"


def test_a_relative_address_of_the_template(tmp_path: Path) -> None:
    for number, href in enumerate(("atelier-web.fr", "mentions.html")):
        folder = orchard(tmp_path / str(number), f'<a href="{href}">Qui nous sommes</a>')
        report = report_of(folder, url="https://exemple.fr/")
        [found] = of(report, "broken-link")
        assert found.message("fr").startswith(f"Le gabarit écrit «\u00a0{href}\u00a0» sur 7 pages")


def test_an_export_writes_it_whole(tmp_path: Path) -> None:
    files = {
        f"{name}/index.html": page(
            f'<p>Nos {name}.</p><a href="https://exemple.fr/{name}/atelier-web.fr">atelier-web.fr</a>',
            title=f"Les {name}",
        )
        for name in FRUITS
    }
    report = report_of(orchard(tmp_path, **files), url="https://exemple.fr/")
    [found] = of(report, "broken-link")
    assert (found.finding.target, len(found.spots)) == ("atelier-web.fr", 6)


def test_relative_links_of_a_few_pages_are_told_one_by_one(tmp_path: Path) -> None:
    files = {
        f"{name}/index.html": page(f'<p>Nos {name}. <a href="prix.html">Prix</a></p>', title=name)
        for name in FRUITS[:2]
    }
    report = report_of(orchard(tmp_path, **files), url="https://exemple.fr/")
    assert [found.finding.target for found in of(report, "broken-link")] == [
        "/figues/prix.html",
        "/noix/prix.html",
    ]


def test_what_a_part_of_the_template_leads_to_is_no_orphan(tmp_path: Path) -> None:
    alone = page("<p>Écrivez-nous.</p>", title="Contact")
    part = '<footer><a href="/contact/">Contact</a> <a href="/rien/">Rien</a></footer>'
    bare = orchard(tmp_path / "bare", **{"contact/index.html": alone})
    assert places(report_of(bare, url="https://exemple.fr/"), "orphan") != []
    folder = orchard(tmp_path / "whole", **{"contact/index.html": alone, "parts/footer.html": part})
    report = report_of(folder, url="https://exemple.fr/")
    assert not of(report, "orphan")
    assert not of(report, "unreachable")
    assert next(one.depth for one in report.pages if one.url == "/contact/") == 1
    # a part is no page: what it leads to in vain is not told of one
    assert not of(report, "broken-link")


def test_a_sitemap_of_another_host(tmp_path: Path) -> None:
    entries = "".join(
        f"<url><loc>https://votre-domaine.example/{name}/</loc></url>" for name in FRUITS
    )
    folder = orchard(tmp_path, **{"sitemap.xml": f"<urlset>{entries}</urlset>"})
    report = report_of(folder, url="https://exemple.fr/")
    [found] = of(report, "not-in-sitemap")
    assert found.message("fr").startswith("Aucune des 6 adresses du plan n’est de ce site")
    assert [spot.path for spot in found.spots] == ["sitemap.xml"]
    mixed = entries + "<url><loc>https://exemple.fr/</loc></url>"
    folder = orchard(tmp_path / "mixed", **{"sitemap.xml": f"<urlset>{mixed}</urlset>"})
    assert len(of(report_of(folder, url="https://exemple.fr/"), "not-in-sitemap")) == len(FRUITS)


def test_pages_that_are_none(tmp_path: Path) -> None:
    none = page("", title="Introuvable")
    folder = orchard(
        tmp_path,
        **{
            "404_not_found/index.html": none,
            "200.html": none,
            "carnet/page/404/index.html": page("<p>La suite du carnet.</p>", title="Suite"),
            "flux/index.html": "\n\ufeff<?xml version='1.0'?><rss><channel></channel></rss>",
        },
    )
    report = report_of(folder, url="https://exemple.fr/")
    assert {one.path: one.reason for one in report.skipped} == {
        "200.html": "not-found-page",
        "404_not_found/index.html": "not-found-page",
        "flux/index.html": "not-html",
    }


def test_what_says_its_language_says_nothing_of_the_page(tmp_path: Path) -> None:
    french = "<p>Pierre écrit des livres sur les vergers, il habite à Lyon et il aime les figues mûres.</p>"
    english = (
        "<p{}>Peter writes books about orchards, he lives in London and he likes his figs ripe. </p>"
        * 3
    )
    for number, (attribute, count) in enumerate(((' lang="en"', 0), ("", 1))):
        body = french + english.format(*[attribute] * 3)
        folder = orchard(tmp_path / str(number), **{"pierre.html": page(body, title="Pierre")})
        report = report_of(folder, url="https://exemple.fr/")
        assert len(of(report, "page-language")) == count


def test_words_that_lead_to_many_pages_are_said_so(tmp_path: Path) -> None:
    text = (
        "<p>Tout sur nos fruits, dans le carnet du verger. <a href='/{}/'>Le carnet du mois</a></p>"
    )
    files = {
        f"{name}/index.html": page(text.format(other), title=f"Les {name}")
        for name, other in zip(FRUITS, (*FRUITS[1:3], FRUITS[0]), strict=False)
    }
    report = report_of(orchard(tmp_path, **files), url="https://exemple.fr/")
    told = [found.message("fr") for found in of(report, "anchor-text")]
    assert told == [
        "«\u00a0Le carnet du mois\u00a0» mène à 3 pages, dont «\u00a0/figues/\u00a0» et «\u00a0/noix/\u00a0»."
    ]


def test_a_home_page_that_calls_itself_by_its_file(tmp_path: Path) -> None:
    # exports name every page by its file, the home page too
    home = page(
        "".join(f'<a href="{name}/index.html">Les {name}</a>' for name in FRUITS),
        title="Le verger",
        head='<link rel="canonical" href="index.html">',
    )
    folder = orchard(
        tmp_path,
        **{
            "index.html": home,
            "figues/index.html": page('<p>Nos figues.</p><a href="../index.html">Accueil</a>'),
        },
    )
    report = report_of(folder, url="https://exemple.fr/")
    assert {one.path: one.depth for one in report.pages if one.path.startswith(("i", "f"))} == {
        "index.html": 0,
        "figues/index.html": 1,
    }


def test_an_anchor_of_a_part_of_the_site(tmp_path: Path) -> None:
    files = {
        f"cours/{number}.html": page(
            '<p>Le cours.</p><a href="#objectifs">Objectifs</a>', title=f"Cours {number}"
        )
        for number in range(5)
    }
    links = "".join(f'<a href="/{name}">{name}</a>' for name in files)
    files["index.html"] = page(
        links + "".join(f'<a href="/{name}/">Les {name}</a>' for name in FRUITS)
    )
    report = report_of(orchard(tmp_path, **files), url="https://exemple.fr/")
    assert [found.finding.target for found in of(report, "broken-fragment")] == ["#objectifs"]


def test_addresses_of_mail_that_cloudflare_hides(tmp_path: Path) -> None:
    mail = '<a href="/cdn-cgi/l/email-protection#432b2a30" class="__cf_email__">[email&#160;protected]</a>'
    hidden = page(
        "<p>You are unable to access this email address.</p>",
        head='<meta name="robots" content="noindex">',
    )
    for more in ({}, {"cdn-cgi/l/email-protection/index.html": hidden}):
        folder = orchard(tmp_path / str(len(more)), mail, **more)
        assert not report_of(folder, url="https://exemple.fr/").findings


def test_a_sitemap_and_its_packed_copy_are_one(tmp_path: Path) -> None:
    plan = "".join(
        f"<url><loc>https://exemple.fr/{name}/</loc><lastmod>2026-01-02</lastmod></url>"
        for name in (
            "a",
            "b",
            "c",
            "d",
            "e",
            "f",
            "g",
            "h",
            "i",
            "j",
            "k",
            "l",
            *map(str, range(20)),
        )
    )
    plan = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{plan}</urlset>'
    files = {"sitemap.xml": plan}
    once = report_of(orchard(tmp_path / "once", **files), url="https://exemple.fr/")
    folder = orchard(tmp_path / "twice", **files)
    (folder / "sitemap.xml.gz").write_bytes(gzip.compress(plan.encode()))
    twice = report_of(folder, url="https://exemple.fr/")
    assert [one.rule for one in twice.findings] == [one.rule for one in once.findings]
    assert of(twice, "lastmod-uniform")
