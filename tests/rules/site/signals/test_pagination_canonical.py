"""Pages of a series whose canonical is the first one."""

import pytest
from site_checking import CheckSite
from site_samples import page, record

AT = {"url": "https://exemple.fr/"}


def to(address: str, name: str, *, marked: bool = False) -> str:
    link = f'<link rel="canonical" href="{address}">'
    return page("<p>Texte.</p>", title=name, head=f"⟦{link}⟧" if marked else link)


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("page/2/index.html", "/"),
        ("blog/page/2/index.html", "/blog/"),
        ("blog/page/2.html", "/blog/"),
        ("blog/page2/index.html", "https://www.exemple.fr/blog/"),
        ("blog/page-2.html", "/blog/index.html"),
        ("blog/pages/12/index.html", "/blog"),
        ("blog/p/3/index.html", "../../"),
        ("notes/page/2/index.html", "/notes.html"),
    ],
)
def test_series_as_generators_number_them(check_site: CheckSite, path: str, first: str) -> None:
    files = {
        "index.html": page("", title="Accueil"),
        "blog/index.html": page("", title="Blog"),
        "notes.html": page("", title="Notes"),
        path: to(first, "Suite", marked=True),
    }
    (found,) = check_site("pagination-canonical", files, asked=AT)
    assert found.severity.value == "warning"
    assert found.finding.target in ("/", "/blog/", "/notes.html")


def test_the_first_page_may_have_a_number(check_site: CheckSite) -> None:
    files = {
        "index.html": page("", title="Accueil"),
        "blog/page/1/index.html": to("/blog/page/1/", "Blog"),
        "blog/page/2/index.html": to("/blog/page/1/", "Blog, 2", marked=True),
        "blog/page/3/index.html": to("/blog/page/1/", "Blog, 3", marked=True),
    }
    found = check_site("pagination-canonical", files, asked=AT)
    assert {one.finding.target for one in found} == {"/blog/page/1/"}


def test_what_is_right(check_site: CheckSite) -> None:
    files = {
        "index.html": page("", title="Accueil"),
        "blog/index.html": to("/blog/", "Blog"),
        "blog/page/1/index.html": to("/blog/", "Blog"),
        "blog/page/2/index.html": to("/blog/page/2/", "Blog, 2"),
        "blog/page/3/index.html": page("", title="Blog, 3"),
        # all articles on one page: Google takes it gladly
        "blog/page/4/index.html": to("/blog/tout/", "Blog, 4"),
        "blog/tout/index.html": page("", title="Blog, tout"),
    }
    assert not check_site("pagination-canonical", files, asked=AT)


def test_a_stub_for_the_first_page_is_right(check_site: CheckSite) -> None:
    stub = (
        '<!DOCTYPE html><html lang="fr"><head><title>/</title><link rel="canonical" href="https://exemple.fr/">'
        '<meta http-equiv="refresh" content="0; url=https://exemple.fr/"></head></html>'
    )
    files = {"index.html": page("", title="Accueil"), "page/1/index.html": stub}
    assert not check_site("pagination-canonical", files, asked=AT)
    files["page/2/index.html"] = to("/page/1/", "Suite", marked=True)
    assert check_site("pagination-canonical", files, asked=AT)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("blog/page/2/index.html", "/autre/"),  # another list's, or an article's
        ("blog/page/2/index.html", "/blog/absente/"),
        ("blog/page/2/index.html", "https://ailleurs.example/blog/"),
        ("blog/page/2/index.html", "/blog/page/3/"),
        ("blog/mot-page/2/index.html", "/blog/"),
        ("blog/2/index.html", "/blog/"),
        ("blog/page/index.html", "/blog/"),
        ("blog/page/0/index.html", "/blog/"),
        ("blog/page/99999999999999999999/x/index.html", "/blog/"),
    ],
)
def test_what_is_another_matter(check_site: CheckSite, path: str, address: str) -> None:
    files = {
        "index.html": page("", title="Accueil"),
        "autre/index.html": page("", title="Autre"),
        "blog/index.html": page("", title="Blog"),
        "blog/page/3/index.html": page("", title="Blog, 3"),
        path: to(address, "Suite"),
    }
    assert not check_site("pagination-canonical", files, asked=AT)


def test_numbers_in_queries_of_a_crawl(check_site: CheckSite) -> None:
    host = "https://exemple.fr"
    pages = [
        record(f"{host}/", page("", title="Accueil").encode()),
        record(f"{host}/blog", page("", title="Blog").encode()),
        record(f"{host}/blog?page=1", to("/blog", "Blog").encode()),
        record(f"{host}/blog?page=2", to("/blog", "Blog, 2").encode()),
        record(f"{host}/blog?tri=nom&page=3", to(f"{host}/blog", "Blog, 3").encode()),
        record(f"{host}/blog?page=4", to("/blog?page=4", "Blog, 4").encode()),
        record(f"{host}/blog?tri=nom", to("/blog", "Blog").encode()),
    ]
    files = {"crawl.warc": b"".join(pages)}
    found = check_site("pagination-canonical", files, placed=False)
    assert [one.spots[0].url for one in found] == ["/blog%3Fpage=2", "/blog%3Ftri=nom&page=3"]


def test_sites_that_have_none(check_site: CheckSite) -> None:
    assert not check_site("pagination-canonical", {"index.html": to("/", "Accueil")})
    assert not check_site("pagination-canonical", {"page/2/index.html": to("/", "Suite")})
    assert not check_site(
        "pagination-canonical",
        {"a.md": "# A\n\nUn.", "page/2.md": "---\ncanonical: /\n---\n# B\n\nDeux."},
    )
