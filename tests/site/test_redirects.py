"""Redirects of files: what is plain is read, what is a program is left."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_audit.site.addresses.host_settings import (
    read_azure,
    read_firebase,
    read_netlify,
    read_vercel,
)
from seo_audit.site.addresses.redirects import RedirectRule, Redirects, read_redirects

NETLIFY = """# adresses
/ancienne /nouvelle/ 301
/blog/* /articles/:splat
  /:an/:mois/* /archives/:an-:mois/:splat 302!   # retour
/pays /fr/ 302 Country=fr
/magasin id=:id /boutique/:id 301
/absente /404.html 404
https://vieux.example/page /page/ 301
seul
"""


def test_netlify() -> None:
    rules = list(read_redirects(NETLIFY, "_redirects"))
    assert [(r.line, r.path, r.to, r.status, r.forced) for r in rules] == [
        (2, "/ancienne", "/nouvelle/", 301, False),
        (3, "/blog/*", "/articles/:splat", 301, False),
        (4, "/:an/:mois/*", "/archives/:an-:mois/:splat", 302, True),
        (7, "/absente", "/404.html", 404, False),
        (8, "/page", "/page/", 301, False),
    ]
    assert NETLIFY[rules[2].offset : rules[2].end_offset].startswith("/:an/:mois/*")
    assert rules[2].column == 3
    asked = Redirects(rules)

    def to(path: str, *, forced: bool | None = None) -> str | None:
        found = asked.find(path, forced=forced)
        return found[1] if found else None

    assert to("/ancienne/") == "/nouvelle/"
    assert to("/blog/a/b") == "/articles/a/b"
    assert to("/2024/05/x") == "/archives/2024-05/x"
    assert to("/absente") is None  # it is no redirect
    assert to("/ancienne", forced=True) is None
    assert to("/2024/05/x", forced=False) is None
    assert to("/rien") is None


HTACCESS = """RewriteEngine On
RewriteRule ^a$ /b [R=301]
Redirect 301 /vieux https://exemple.fr/neuf
RedirectPermanent "/un" /deux
RedirectMatch 301 ^/blog/(.*)$ /articles/$1
RedirectMatch ^/(a|b)/(.*)$ /c/$2
Redirect gone /parti
"""


def test_htaccess() -> None:
    rules = list(read_redirects(HTACCESS, "site/.htaccess"))
    assert [(r.line, r.status) for r in rules] == [(3, 301), (4, 301), (5, 301)]
    asked = Redirects(rules)
    assert asked.find("/vieux/a")[1] == "https://exemple.fr/neuf/a"  # type: ignore[index]
    assert asked.find("/vieuxa") is None
    assert asked.find("/un")[1] == "/deux"  # type: ignore[index]
    assert asked.find("/blog/x/y")[1] == "/articles/x/y"  # type: ignore[index]


@given(
    st.text(alphabet=st.sampled_from("/*:ab 301!#\n\t$^(.)"), max_size=200), st.text(max_size=20)
)
@pytest.mark.parametrize("name", ["_redirects", ".htaccess"])
def test_any_file_is_read(name: str, text: str, path: str) -> None:
    rules = list(read_redirects(text, name))
    Redirects(rules).find("/" + path)
    for rule in rules:
        assert text[rule.offset : rule.end_offset] == rule.text


def test_the_first_rule_that_holds_counts() -> None:
    rules = "/blog/* /articles/:splat\n/blog/a /autre\n/seul /un\n/seul /deux\n/* /reste\n"
    asked = Redirects(read_redirects(rules, "_redirects"))
    assert asked.find("/blog/a")[1] == "/articles/a"  # type: ignore[index]
    assert asked.find("/seul")[1] == "/un"  # type: ignore[index]
    assert asked.find("/autre")[1] == "/reste"  # type: ignore[index]


VERCEL = """{
  "headers": [{ "source": "/ancienne", "headers": [] }],
  "rewrites": [{ "source": "/articles/:lieu*", "destination": "/articles/modele.html" }],
  "redirects": [
    { "source": "/ancienne",
      "destination": "/nouvelle" },
    { "source": "/blog/:suite(.*)", "destination": "/articles/:suite", "permanent": false },
    { "destination": "/lac", "source": "/(.*)/lac" },
    { "source": "/pays", "destination": "/fr", "has": [{ "type": "header", "key": "x-pays" }] },
    { "source": "/vieux/(.*)", "destination": "https://vieux.example/$1", "statusCode": 301 }
  ]
}
"""


def test_vercel() -> None:
    rules = list(read_vercel(VERCEL, "vercel.json"))
    assert [(r.line, r.path, r.to, r.status, r.forced) for r in rules] == [
        (5, "/ancienne", "/nouvelle", 308, True),
        (7, "/blog/*", "/articles/:splat", 307, True),
        (10, "/vieux/*", "https://vieux.example/:splat", 301, True),
        (3, "/articles/*", "/articles/modele.html", 200, False),
    ]
    assert [r.text for r in rules][1] == '"source": "/blog/:suite(.*)"'
    assert all(VERCEL[r.offset : r.end_offset] == r.text for r in rules)
    assert all(VERCEL.splitlines()[r.line - 1][r.column - 1 :].startswith(r.text) for r in rules)
    found = Redirects(rules).find("/articles/le/lac")
    assert found
    assert found[1] == "/articles/modele.html"


TOML = """[build]
publish = "."

[[redirects]]
  from = "/ancienne"   # retour
  to = "/nouvelle"

[[redirects]]
  to = "/index.html"
  from = "/*"
  status = 200
  force = false

[[redirects]]
  from = "/pays"
  to = "/fr"
  conditions = {Country = ["fr"]}
"""


def test_netlify_toml() -> None:
    rules = list(read_netlify(TOML, "netlify.toml"))
    assert [(r.line, r.column, r.path, r.to, r.status, r.forced) for r in rules] == [
        (5, 3, "/ancienne", "/nouvelle", 301, False),
        (10, 3, "/*", "/index.html", 200, False),
    ]
    assert rules[0].text.startswith('from = "/ancienne"')


FIREBASE = """{"hosting": {
  "public": ".",
  "redirects": [
    {"source": "/ancienne", "destination": "/nouvelle", "type": 302},
    {"source": "/blog{,/**}", "destination": "/articles/"},
    {"regex": "/x(.)", "destination": "/y", "type": 301}
  ],
  "rewrites": [
    {"source": "recettes/**", "destination": "/recettes/modele.html"},
    {"source": "/api/**", "function": "api"},
    {"source": "!/@(a|b)/**", "destination": "/index.html"}
  ]
}}
"""


def test_firebase() -> None:
    for text in (FIREBASE, FIREBASE.replace('": {', '": [{', 1).replace("}}", "}]}")):
        rules = list(read_firebase(text, "firebase.json"))
        assert [(r.line, r.path, r.to, r.status, r.forced) for r in rules] == [
            (4, "/ancienne", "/nouvelle", 302, True),
            (5, "/blog/*", "/articles/", 301, True),
            (9, "/recettes/*", "/recettes/modele.html", 200, False),
        ]
        assert all(text[r.offset : r.end_offset] == r.text for r in rules)


AZURE = """{"routes": [
  {"route": "/ancienne", "redirect": "/nouvelle", "statusCode": 301},
  {"route": "/recettes/*", "rewrite": "/recettes/modele.html"},
  {"route": "/prive/*", "allowedRoles": ["membre"], "rewrite": "/prive.html"},
  {"route": "/api/*", "methods": ["GET"]}
]}
"""


def test_azure() -> None:
    rules = list(read_azure(AZURE, "staticwebapp.config.json"))
    assert [(r.line, r.path, r.to, r.status) for r in rules] == [
        (2, "/ancienne", "/nouvelle", 301),
        (3, "/recettes/*", "/recettes/modele.html", 200),
    ]


@pytest.mark.parametrize("reader", [read_vercel, read_netlify, read_firebase, read_azure])
@given(
    text=st.text(max_size=60)
    | st.sampled_from(
        [
            VERCEL,
            TOML,
            FIREBASE,
            AZURE,
            "[" * 100_000,
            '{"redirects": 3, "hosting": [4], "routes": [[]]}',
        ]
    )
)
def test_settings_may_be_anything(
    reader: Callable[[str, str], Iterator[RedirectRule]], text: str
) -> None:
    assert all(text[rule.offset : rule.end_offset] == rule.text for rule in reader(text, "x"))
