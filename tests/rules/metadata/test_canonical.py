from conftest import CheckRule
from tables import each_row

from seo_audit.rule import Severity


def page(links: str) -> str:
    return f"<head><title>Le lac</title>{links}</head><p>Mot.</p>"


@each_row("href", ["", "/lac", "lac.html", "//exemple.fr/lac", "https://"])
def test_bad_ones_are_errors(check_rule: CheckRule, href: str) -> None:
    [finding] = check_rule("canonical", page(f'⟦<link rel="canonical" href="{href}">⟧'))
    assert finding.severity is Severity.ERROR


def test_none_is_an_information(check_rule: CheckRule) -> None:
    [finding] = check_rule("canonical", "⟦<head>⟧<title>Le lac</title></head><p>Mot.</p>")
    assert finding.severity is Severity.INFO


def test_other_links_are_others(check_rule: CheckRule) -> None:
    links = '<link rel="alternate" href="/a"><link rel="canonical" href="https://exemple.fr/">'
    assert not check_rule("canonical", page(links))


def test_a_fragment_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("canonical", "<p>Mot.</p>", applies=False)


@each_row(
    "before",
    [
        '<div id="menu"></div>',
        "Bienvenue",
        "<noscript><img src=a.png></noscript><p>",
        "<svg><title>Le lac</title></svg>",
        "</head><body>",
    ],
)
def test_behind_the_head(check_rule: CheckRule, before: str) -> None:
    check_rule("canonical", f"<html><head><title>Lac</title>{before}⟦<link rel=canonical href=https://exemple.fr/a>⟧</head><p>Mot.</p>")  # fmt: skip


@each_row(
    "before",
    [
        "<script>document.write('<div>')</script>",
        "<style>p::after { content: '</p>' }</style>",
        "<!-- <div> --><!--[if IE]><p><![endif]-->",
        "<noscript><img src=a.png></noscript>",
        "</meta></p>",
        "</head>",
        """<meta name=a content="l'un > l'autre">""",
        "<meta name=a content=l'un>",
        "<template><p>Mot.</p></template>",
    ],
)
def test_within_the_head(check_rule: CheckRule, before: str) -> None:
    check_rule("canonical", f"<html><head><title>Lac <b></title>{before}<link rel=canonical href=https://exemple.fr/a></head><p>Mot.</p>")  # fmt: skip


@each_row(
    "host",
    ["localhost", "127.0.0.1:8080", "[::1]:3000", "192.168.1.12", "lac.local", "www.lac.test", "staging.exemple.fr", "web:8000"],
)  # fmt: skip
def test_a_development_host(check_rule: CheckRule, host: str) -> None:
    [finding] = check_rule("canonical", f'<head>⟦<link rel="canonical" href="http://{host}/a">⟧</head><p>Mot.</p>')  # fmt: skip
    assert "développement" in finding.message("fr")


@each_row("host", ["exemple.fr", "localhost.fr", "dev.exemple.fr", "8.8.8.8", "lac.netlify.app", "test.exemple.fr"])  # fmt: skip
def test_a_public_host(check_rule: CheckRule, host: str) -> None:
    check_rule("canonical", f'<head><link rel="canonical" href="https://{host}/a"></head><p>Mot.</p>')  # fmt: skip


@each_row(
    ("og", "is_right"),
    [
        ("https://exemple.fr/lac", True),
        ("http://www.exemple.fr/lac/", True),
        ("https://exemple.fr/l%61c", True),
        ("/autre", True),
        ("{{ page.url }}", True),
        ("https://exemple.fr/autre", False),
        ("https://exemple.fr/lac?page=2", False),
        ("https://ailleurs.fr/lac", False),
    ],
)
def test_the_sharing_address_is_the_same(check_rule: CheckRule, og: str, is_right: bool) -> None:
    tag = f'<meta property="og:url" content="{og}">'
    page = '<head><link rel="canonical" href="https://exemple.fr/lac">{}</head><p>Mot.</p>'
    check_rule("canonical", page.format(tag if is_right else f"⟦{tag}⟧"))


def test_a_template_is_not_judged(check_rule: CheckRule) -> None:
    assert not check_rule("canonical", '<head><link rel="canonical" href="{{ page.url }}"></head><p>Mot.</p>')  # fmt: skip


def test_an_address_in_the_front_matter(check_rule: CheckRule) -> None:
    page = "---\ntitle: Le lac\n{}: {}\n---\n\nMot.\n"
    found = check_rule(
        "canonical", page.format("canonicalURL", "⟦https://exemple.fr/a#b⟧"), "markdown"
    )
    assert found
    check_rule(
        "canonical", page.format("canonical", "https://exemple.fr/a"), "markdown", applies=True
    )
    for value in ("/a", "{{ page.url }}", '""', "false"):
        check_rule("canonical", page.format("canonical", value), "markdown", applies=False)


@each_row(
    "header",
    [
        "seo:\n  canonical: ⟦http://localhost:1313/a⟧",
        "head:\n  - - link\n    - rel: canonical\n      href: ⟦http://localhost:1313/a⟧",
        "head:\n  - tag: link\n    attrs:\n      rel: canonical\n      href: ⟦http://localhost:1313/a⟧",
        "head:\n  - - link\n    - rel: preload\n      href: http://localhost:1313/a",
        "seo:\n  canonical: https://exemple.fr/a",
        "seo:\n  canonical: ''",
        "cover:\n  canonical: http://localhost:1313/a",
    ],
)
def test_an_address_in_a_table_of_the_header(check_rule: CheckRule, header: str) -> None:
    if "⟦" in header or "https:" in header:
        check_rule("canonical", f"---\n{header}\n---\n\nUn mot.\n", "markdown")
    else:
        check_rule("canonical", f"---\n{header}\n---\n\nUn mot.\n", "markdown", applies=False)


def test_one_in_a_template_element_does_not_count(check_rule: CheckRule) -> None:
    link = '<link rel="canonical" href="https://exemple.fr/{}">'
    page = f"<head>{link.format('a')}</head><template>{link.format('b')}</template><p>Mot.</p>"
    assert not check_rule("canonical", page)


def test_one_without_an_address(check_rule: CheckRule) -> None:
    [finding] = check_rule("canonical", '<head>⟦<link rel="canonical">⟧</head><p>Mot.</p>')
    assert "vide" in finding.fault.message.fr
