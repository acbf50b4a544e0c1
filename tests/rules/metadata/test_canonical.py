import pytest
from conftest import CheckRule

from seo_audit.rule import Severity


def page(links: str) -> str:
    return f"<head><title>Le lac</title>{links}</head><p>Mot.</p>"


@pytest.mark.parametrize("href", ["", "/lac", "lac.html", "//exemple.fr/lac", "https://"])
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
