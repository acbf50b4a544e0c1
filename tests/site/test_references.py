"""Addresses: taken apart as browsers do, seen from a site's root."""

from urllib.parse import quote, unquote, urljoin, urlsplit

from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit.site.addresses.locating import from_canonicals
from seo_audit.site.addresses.references import (
    Base,
    base_of,
    own_path,
    resolved,
    shown,
    take_apart,
)


@each_row(
    ("href", "folder", "wanted"),
    [
        ("b.html", "blog/", ("", False, "/blog/b.html", "")),
        ("../c/?x=1#ici", "blog/2024/", ("", False, "/blog/c/", "ici")),
        ("/d%C3%A9p%C3%B4t/", "blog/", ("", True, "/dépôt/", "")),
        ("HTTPS://WWW.Exemple.fr:443", "", ("exemple.fr", True, "/", "")),
        ("//exemple.fr/a", "", ("exemple.fr", True, "/a", "")),
        ("\\a\\b", "", ("", True, "/a/b", "")),
        (" \n/a\tb ", "", ("", True, "/ab", "")),
        ("#ici", "blog/", ("", False, "", "ici")),
        ("../../trop", "blog/", ("", False, "/../trop", "")),
        ("http://moi:mdp@exemple.fr:8080/x", "", ("exemple.fr:8080", True, "/x", "")),
        ("/a[1].html", "", ("", True, "/a[1].html", "")),
        ("/[1]/b", "", ("", True, "/[1]/b", "")),
    ],
)
def test_take_apart(href: str, folder: str, wanted: tuple[str, bool, str, str]) -> None:
    found = take_apart(href, folder)
    assert found is not None
    assert (found.host, found.rooted, found.path, found.fragment) == wanted


@each_row(
    "href",
    [
        "mailto:a@b.fr",
        "tel:+33",
        "javascript:void(0)",
        "data:,x",
        "http:a.html",
        "https://",
        "//a b/",
        "[lien]",
        "/activites/[image].png",
        "https://exemple.fr/[RUBRIQUE]/[TITRE].html",
    ],
)
def test_what_is_no_address_of_the_web(href: str) -> None:
    assert take_apart(href, "") is None


@given(
    st.lists(st.sampled_from(["a", "b c", "é", "..", ".", "", "x.html"]), min_size=1, max_size=6),
    st.booleans(),
)
def test_paths_as_the_standard_library_joins_them(parts: list[str], rooted: bool) -> None:
    href = ("/" if rooted else "./") + quote("/".join(parts))
    if href.startswith("//") or "//" in href:
        return
    wanted = unquote(urlsplit(urljoin("https://x.example/un/deux/page.html", href)).path)
    found = take_apart(href, "un/deux/")
    assert found is not None
    kept = found.path.replace("/..", "") or "/"
    assert resolved(kept) == wanted


@given(st.text(max_size=60))
def test_any_text_is_taken_apart_or_left(href: str) -> None:
    found = take_apart(href, "blog/")
    assert found is None or not found.path or found.path.startswith("/")


def test_a_base_path_is_taken_off_and_put_back() -> None:
    base = base_of("https://www.Exemple.fr/manuel")
    assert base == Base("https", "www.exemple.fr", "/manuel/")
    assert base.url == "https://www.exemple.fr/manuel/"
    assert base.inner("exemple.fr", rooted=True, path="/manuel/a/") == "/a/"
    assert base.inner("", rooted=True, path="/manuel") == "/"
    assert base.inner("", rooted=True, path="/manuels/") is None
    assert base.inner("ailleurs.fr", rooted=True, path="/manuel/") is None
    assert base.inner("", rooted=True, path="//manuel///a/") == "/a/"
    assert base.inner("", rooted=False, path="/a/") == "/a/"
    assert base.inner("", rooted=False, path="/../autre/") is None
    assert base.outer("/a b/") == "/manuel/a%20b/"
    assert base_of("manuel") is None
    assert base_of("https://exemple.fr/manuel/index.html") == Base(
        "https", "exemple.fr", "/manuel/"
    )


def test_names_of_files_as_addresses() -> None:
    assert own_path("blog/index.html") == "/blog/"
    assert own_path("index.htm") == "/"
    assert own_path("blog/a.html") == "/blog/a.html"
    assert shown("/100%/a?b") == "/100%25/a%3Fb"


def test_a_slash_too_many_is_one_in_the_addresses_of_a_site() -> None:
    pages = [("a/index.html", "https://exemple.fr//a/"), ("b.html", "https://exemple.fr//b")]
    base = from_canonicals(pages)
    assert base == Base("https", "exemple.fr", "/")
    assert base.inner("exemple.fr", rooted=True, path="//a/") == "/a/"
