import pytest
from conftest import CheckRule
from tables import each_row


@pytest.mark.parametrize(("words", "found"), [(299, False), (300, True)])
def test_short_articles_may_do_without(check_rule: CheckRule, words: int, found: bool) -> None:
    assert bool(check_rule("outbound-links", f"<p>{'mot ' * words}</p>")) is found


@each_row(("href", "found"), [("https://ailleurs.fr/", False), ("/a", True), ("#a", True)])
def test_which_links_count(check_rule: CheckRule, href: str, found: bool) -> None:
    page = f'<p>Voir <a href="{href}">le plan</a>.</p>'
    assert bool(check_rule("outbound-links", page, minimum_words=1)) is found


def test_text_has_no_links(check_rule: CheckRule) -> None:
    check_rule("outbound-links", "mot " * 400, "text", applies=False)
