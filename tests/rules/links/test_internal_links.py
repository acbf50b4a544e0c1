import pytest
from conftest import CheckRule
from tables import each_row


@pytest.mark.parametrize(("words", "found"), [(299, False), (300, True)])
def test_short_articles_may_do_without(check_rule: CheckRule, words: int, found: bool) -> None:
    assert bool(check_rule("internal-links", f"<p>{'mot ' * words}</p>")) is found


@each_row(("href", "found"), [("/a", False), ("https://ailleurs.fr/", True), ("#a", True)])
def test_which_links_count(check_rule: CheckRule, href: str, found: bool) -> None:
    page = f'<p>Voir <a href="{href}">le plan</a>.</p>'
    known = {"site": "village.example"}
    assert bool(check_rule("internal-links", page, article=known, minimum_words=1)) is found


def test_a_full_address_may_be_of_a_site_nobody_named(check_rule: CheckRule) -> None:
    page = '<p>Voir <a href="https://village.example/a">le plan</a>.</p>'
    check_rule("internal-links", page, applies=False, minimum_words=1)


def test_text_has_no_links(check_rule: CheckRule) -> None:
    check_rule("internal-links", "mot " * 400, "text", applies=False)
