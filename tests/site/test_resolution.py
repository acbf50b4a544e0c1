"""What answers at an address."""

from seo_audit.site.addresses.redirects import Redirects, read_redirects
from seo_audit.site.addresses.references import Base
from seo_audit.site.addresses.resolution import Answers, Known

PAGES = [
    Known(0, "index.html", "/", is_page=True),
    Known(1, "blog/index.html", "/blog/", is_page=True),
    Known(2, "a.html", "/a", is_page=True),
    Known(3, "vieux.html", "/vieux.html", is_page=False, sends_to=("", True, "/base/blog/")),
    Known(4, "404.html", "/404.html", is_page=False),
    Known(5, "dépôt/index.html", "/dépôt/", is_page=True),
]
RULES = """/base/loin /base/plus-loin 301
/base/plus-loin /base/a 301
/base/rond /base/carre 301
/base/carre /base/rond 301
/base/ailleurs https://autre.example/x 302
/base/nulle-part /base/absente 301
/base/appli/* /base/ 200
"""


def answers(*, is_complete: bool = True, are_sources: bool = False) -> Answers:
    rules = Redirects(read_redirects(RULES, "_redirects"))
    base = Base("https", "exemple.fr", "/base/")
    return Answers(
        base, PAGES, {"img/x.png": 9}, rules, is_complete=is_complete, are_sources=are_sources
    )


def ends(path: str) -> tuple[str, int, int, str]:
    found = answers().find("", rooted=True, path=path)
    return found.kind, found.page, found.hops, found.via


def test_pages_by_their_names() -> None:
    assert ends("/base/") == ("page", 0, 0, "")
    assert ends("/base") == ("page", 0, 0, "")
    assert ends("/base/index.html") == ("page", 0, 0, "")
    assert ends("/base/blog/") == ("page", 1, 0, "")
    assert ends("/base/blog/index.html") == ("page", 1, 0, "")
    assert ends("/base/blog") == ("page", 1, 0, "slash")
    assert ends("/base/a") == ends("/base/a.html") == ends("/base/a/") == ("page", 2, 0, "")
    assert ends("/base/img/x.png") == ("file", -1, 0, "")
    assert ends("/base/404.html") == ("file", 4, 0, "")
    assert ends("/base/img/") == ("missing", -1, 0, "")
    assert ends("/autre/") == ("external", -1, 0, "")


def test_redirects() -> None:
    assert ends("/base/vieux.html") == ("page", 1, 1, "stub")
    assert ends("/base/loin") == ("page", 2, 2, "rule")
    assert ends("/base/rond")[0] == ends("/base/carre")[0] == "loop"
    assert answers().follow("/rond").circle == answers().follow("/carre").circle
    assert ends("/base/ailleurs") == ("external", -1, 1, "rule")
    assert ends("/base/nulle-part") == ("missing", -1, 1, "rule")
    assert ends("/base/appli/x") == ("page", 0, 0, "")  # a rewrite: nobody is sent anywhere


def test_the_nearest_page() -> None:
    known = answers()
    assert known.nearest("/depot") == "/base/dépôt/"
    assert known.nearest("/BLOG.html") == "/base/blog/"
    assert known.nearest("/blogs/") == "/base/blog/"
    assert known.nearest("/tout-autre-chose") == ""


def test_a_crawl_leaves_open_what_it_did_not_ask_for() -> None:
    told = {
        "/parti": (404, ""),
        "/bouge": (301, "https://exemple.fr/base/blog/"),
        "/doc.pdf": (200, ""),
    }
    base = Base("https", "exemple.fr", "/base/")
    known = Answers(base, PAGES, {}, Redirects(()), crawled=told, is_complete=False)
    assert known.follow("/parti").kind == "missing"
    assert known.follow("/bouge")[:4] == ("page", 1, 1, "crawled")
    assert known.follow("/doc.pdf").kind == "file"
    assert known.follow("/jamais-vu").kind == "unknown"


def test_sources_that_name_each_other() -> None:
    known = answers(is_complete=False, are_sources=True)
    assert known.find("", rooted=False, path="/absent.md").kind == "missing"
    assert known.find("", rooted=True, path="/base/absent.md").kind == "unknown"
    assert known.find("", rooted=False, path="/absent/").kind == "unknown"
