from conftest import CheckRule
from tables import each_row


def link(code: str, href: str = "https://exemple.fr/a") -> str:
    return f'<link rel="alternate" hreflang="{code}" href="{href}">'


@each_row("code", ["fr", "FR-ca", "zh-Hant-TW", "x-default", "X-Default", "uk", "eu", "be", "iw"])
def test_codes_that_are_valid(check_rule: CheckRule, code: str) -> None:
    assert not check_rule("hreflang", f"<head>{link(code)}</head><p>Mot.</p>")


@each_row("code", ["fr_FR", "french", "en-UK", "fra", "*", "jp", "gr", "en-EU", "fr-UN", "en-EN"])
def test_codes_that_are_not(check_rule: CheckRule, code: str) -> None:
    assert check_rule("hreflang", f"<head>⟦{link(code)}⟧</head><p>Mot.</p>")


def test_the_slash_at_the_end_is_no_difference(check_rule: CheckRule) -> None:
    head = f'<link rel="canonical" href="https://exemple.fr/a/">{link("fr")}'
    assert not check_rule("hreflang", f"<head>{head}</head><p>Mot.</p>")


def test_no_version_is_not_judged(check_rule: CheckRule) -> None:
    feed = '<link rel="alternate" type="application/rss+xml" href="/rss">'
    check_rule("hreflang", f"<head>{feed}</head><p>Mot.</p>", applies=False)


def test_a_feed_is_no_version(check_rule: CheckRule) -> None:
    feed = '<link rel="alternate" hreflang="fr" type="application/atom+xml" href="https://exemple.fr/fil">'
    assert not check_rule("hreflang", f"<head>{link('fr')}{feed}</head><p>Mot.</p>")


def test_one_code_names_one_address(check_rule: CheckRule) -> None:
    fr = '<link rel="alternate" hreflang="fr" href="https://exemple.fr/a">'
    page = "<head>" + fr + "{}</head><p>Mot.</p>"
    again = '<link rel="alternate" hreflang="FR" href="{}">'
    assert check_rule("hreflang", page.format(f"⟦{again.format('https://exemple.fr/b')}⟧"))
    assert not check_rule("hreflang", page.format(again.format("https://exemple.fr/a/")))
    assert not check_rule("hreflang", page.format(again.format("{{ autre }}")))


def test_behind_the_head(check_rule: CheckRule) -> None:
    link = '<link rel="alternate" hreflang="fr" href="https://exemple.fr/a">'
    check_rule("hreflang", f"<head></head><body><p>Mot.</p>⟦{link}⟧</body>")


def test_another_style_sheet_is_no_version(check_rule: CheckRule) -> None:
    sheet = '<link rel="alternate stylesheet" hreflang="fr" title="Nuit" href="/nuit.css">'
    check_rule("hreflang", f"<head>{sheet}</head><p>Mot.</p>", applies=False)


def test_a_development_machine(check_rule: CheckRule) -> None:
    version = link("en", "http://localhost:3000/en")
    assert check_rule("hreflang", f"<head>{link('fr')}⟦{version}⟧</head><p>Mot.</p>")
