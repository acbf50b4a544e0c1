from conftest import CheckRule
from tables import each_row


@each_row(
    "href",
    [
        "https://a.fr",
        "/a",
        "http://localhost",
        "http://abcdefghij.onion/",
        "http://www.domain.tld",
        "http://127.0.0.1:80/",
        "http://nas/",
        "http://a.test/",
    ],
)
def test_safe_or_local(check_rule: CheckRule, href: str) -> None:
    assert not check_rule("link-insecure", f'<p>Voir <a href="{href}">le plan</a>.</p>')


@each_row("href", ["http://a.fr", "HTTP://A.FR/", "http://localhost.fr/", "http://test.fr"])
def test_insecure(check_rule: CheckRule, href: str) -> None:
    assert check_rule("link-insecure", f'<p>Voir <a href="⟦{href}⟧">le plan</a>.</p>')


def test_no_link_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("link-insecure", "<p>http://a.fr</p>", applies=False)


def test_links_that_share_a_reference_are_told_once(check_rule: CheckRule) -> None:
    text = "Le [lac][lac], encore le [lac][lac], et [un autre](⟦http://a.fr⟧).\n\n[lac]: ⟦http://a.fr⟧\n"
    check_rule("link-insecure", text, "markdown")
