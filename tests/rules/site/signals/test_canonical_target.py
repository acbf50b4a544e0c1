"""Canonicals that lead where no page is to be shown."""

import pytest
from site_checking import CheckSite
from site_samples import page, record

HOME: dict[str, str | bytes] = {"index.html": page("", title="Accueil")}
AT = {"url": "https://exemple.fr/"}


def to(address: str, name: str = "Une page", *, marked: bool = True, head: str = "") -> str:
    link = f'<link rel="canonical" href="{address}">'
    return page("<p>Texte.</p>", title=name, head=(f"⟦{link}⟧" if marked else link) + head)


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


@pytest.mark.parametrize("address", ["figue", "/figue.html", "https://www.exemple.fr/Figues.html"])
def test_one_that_is_not_there(check_site: CheckSite, address: str) -> None:
    (found,) = check_site("canonical-target", {**HOME, "figues.html": to(address)}, asked=AT)
    assert found.severity.value == "error"
    assert found.finding.target in ("/figue", "/figue.html", "/Figues.html")
    assert "n’existe pas" in found.message("fr")


@pytest.mark.parametrize(
    "address",
    [
        "figues.html",
        "/figues",
        "/figues/",
        "http://exemple.fr/figues.html",
        "//www.exemple.fr/figues",
        "HTTPS://EXEMPLE.FR:443/figues",
        "?tri=nom",
        "#haut",
        "/",
        "/#haut",
    ],
)
def test_ways_to_name_a_page_that_is_there(check_site: CheckSite, address: str) -> None:
    page_ = to(address, marked=False)
    assert not check_site("canonical-target", {**HOME, "figues.html": page_}, asked=AT)


def test_accents_in_either_form(check_site: CheckSite) -> None:
    files = {
        **HOME,
        "été.html": page("", title="Été"),
        "a.html": to("/%C3%A9t%C3%A9.html", marked=False),
        "b.html": to("e\u0301te\u0301.html", marked=False),
    }
    assert not check_site("canonical-target", files, asked=AT)


def test_below_a_path(check_site: CheckSite) -> None:
    files = {
        **HOME,
        "a.html": to("/manuel/", marked=False),
        "b.html": to("/manuel", marked=False),
        "c.html": to("/manuel/absente"),
    }
    asked = {"url": "https://exemple.fr/manuel/"}
    (found,) = check_site("canonical-target", files, asked=asked)
    assert found.finding.target == "/manuel/absente"


def test_one_that_is_kept_out(check_site: CheckSite) -> None:
    out = '<meta name="robots" content="noindex, follow">'
    files = {
        **HOME,
        "noix.html": to("coquilles.html"),
        "noisettes.html": to("vieille.html"),
        "coquilles.html": page("", title="Coquilles", head=out),
        "vieille.html": '<html lang="fr"><head><meta http-equiv="refresh" content="0; url=coquilles.html"></head></html>',
        # what is kept out may say that it is the canonical itself
        "merci.html": to("merci.html", marked=False, head=out),
    }
    found = check_site("canonical-target", files, asked=AT)
    assert len(found) == 2
    assert all("noindex" in one.message("fr") for one in found)


def test_one_that_is_redirected(check_site: CheckSite) -> None:
    files = {
        **HOME,
        "a.html": to("/vieux"),
        "b.html": to("vieille.html"),
        "vieille.html": '<html lang="fr"><head><meta http-equiv="refresh" content="0; url=/"></head></html>',
        "_redirects": "/vieux /b.html 301\n",
    }
    found = check_site("canonical-target", files, asked=AT)
    told = {one.finding.target: plain(one.advice("fr")) for one in found}
    assert told == {"/vieux": "Désignez « /b.html ».", "/vieille.html": "Désignez « / »."}


def test_a_page_s_own_former_address(check_site: CheckSite) -> None:
    """It leads back to the page, but is no more its address."""
    files = {
        **HOME,
        "nouveau.html": to("/ancien.html"),
        "autre.html": to("/avant.html"),
        "avant.html": '<html lang="fr"><head><meta http-equiv="refresh" content="0; url=autre.html"></head></html>',
        "_redirects": "/ancien.html /nouveau.html 301\n",
    }
    assert len(check_site("canonical-target", files, asked=AT)) == 2


def test_a_rewritten_address_is_one(check_site: CheckSite) -> None:
    files = {
        **HOME,
        "a.html": to("/joli", marked=False),
        "b.html": to("/dossier", marked=False),
        "dossier/index.html": page("", title="Dossier"),
        "_redirects": "/joli /a.html 200\n/* /index.html 200\n",
    }
    assert not check_site("canonical-target", files, asked=AT)


def test_redirects_that_lead_nowhere(check_site: CheckSite) -> None:
    files = {
        **HOME,
        "a.html": to("/perdu"),
        "b.html": to("/rond"),
        "c.html": to("/dehors"),
        "_redirects": "/perdu /absente 301\n/rond /tour 301\n/tour /rond 301\n/dehors https://ailleurs.example/x 301\n",
    }
    found = check_site("canonical-target", files, asked=AT)
    told = {one.finding.target: plain(one.advice("fr")) for one in found}
    assert told == {
        "/perdu": "Désignez la page elle-même, ou une page qui existe.",
        "/rond": "Désignez la page elle-même, ou une page qui existe.",
        "/dehors": "Désignez « ailleurs.example/x ».",
    }


def test_another_host_may_be_meant(check_site: CheckSite) -> None:
    files = {
        **HOME,
        "a.html": to("https://journal.example/a"),
        "b.html": to("https://agence.example/b"),
    }
    found = check_site("canonical-target", files, asked=AT)
    assert [one.severity.value for one in found] == ["warning", "warning"]
    assert {plain(one.message("fr")) for one in found} == {
        "1 page désigne une canonique sur un autre site, journal.example.",
        "1 page désigne une canonique sur un autre site, agence.example.",
    }


def staged(count: int, others: int) -> dict[str, str | bytes]:
    files: dict[str, str | bytes] = {
        f"page{n}.html": to(f"https://essai.exemple.fr/page{n}.html", f"Page {n}")
        for n in range(count)
    }
    return {**HOME, **files, **{f"a{n}.html": page("", title=f"A {n}") for n in range(others - 1)}}


def test_a_test_site_s_host_is_told_once(check_site: CheckSite) -> None:
    (found,) = check_site("canonical-target", staged(6, 5), asked=AT)
    assert found.severity.value == "error"
    assert found.pages == 6
    assert plain(found.message("fr")).startswith(
        "6 pages désignent une canonique sur un autre site"
    )
    assert found.message("en").startswith("6 pages name a canonical on another site")


@pytest.mark.parametrize(("count", "others"), [(5, 5), (4, 1)])
def test_half_of_the_pages_or_four_are_no_template(
    check_site: CheckSite, count: int, others: int
) -> None:
    assert len(check_site("canonical-target", staged(count, others), asked=AT)) == count


def test_nobody_knows_another_site_where_this_one_is_unknown(check_site: CheckSite) -> None:
    files = {**HOME, "a.html": to("https://exemple.fr/articles/2026/figues/", marked=False)}
    assert not check_site("canonical-target", files)


def test_files_may_be_canonical(check_site: CheckSite) -> None:
    files = {**HOME, "a.html": to("guide.pdf", marked=False), "guide.pdf": b"%PDF-1.4"}
    assert not check_site("canonical-target", files, asked=AT)


def test_what_a_crawl_was_told(check_site: CheckSite) -> None:
    host = "https://exemple.fr"
    pages = [
        record(f"{host}/", page("", title="Accueil").encode()),
        record(f"{host}/a/", to("/parti/", marked=False).encode()),
        record(f"{host}/b/", to("/vieux", marked=False).encode()),
        record(f"{host}/c/", to("/jamais-vue/", marked=False).encode()),
        record(f"{host}/d/", to("http://www.exemple.fr/d/", marked=False).encode()),
        record("http://www.exemple.fr/d/", b"", "301 Moved", f"Location: {host}/d/\r\n"),
        record(f"{host}/parti/", b"", "404 Not Found"),
        record(f"{host}/vieux", b"", "301 Moved", "Location: /a/\r\n"),
    ]
    found = check_site("canonical-target", {"crawl.warc": b"".join(pages)}, placed=False)
    assert {one.finding.target for one in found} == {"/parti/", "/vieux"}


def test_sites_that_have_none(check_site: CheckSite) -> None:
    assert not check_site("canonical-target", {"index.html": to("/", "Accueil", marked=False)})
    assert not check_site("canonical-target", {"index.html": "<p>Un gabarit.</p>", "404.html": "x"})
    assert not check_site(
        "canonical-target",
        {"a.md": "---\ntitle: A\ncanonical: /nulle-part/\n---\nUn.", "b.md": "# B"},
    )
