import pytest
from conftest import CheckRule


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("www.exemple.fr/plan", True),
        ("exemple.fr/plan/du/reseau", True),
        ("exemple.fr", False),
        ("le site https://exemple.fr", False),
        ("TCP/IP", False),
        ("http://localhost:8000/plan", False),
        ("http://192.168.1.4/plan", False),
    ],
)
def test_addresses(check_rule: CheckRule, text: str, found: bool) -> None:
    link = f'<a href="/a">{text}</a>'
    page = f"<p>Voir {f'⟦{link}⟧' if found else link} .</p>"
    assert bool(check_rule("link-url-text", page)) is found


def test_no_link_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("link-url-text", "<p>https://exemple.fr</p>", applies=False)


def test_what_is_quoted_is_somebody_else_s(check_rule: CheckRule) -> None:
    link = '<a href="https://exemple.fr/x">https://exemple.fr/x</a>'
    assert not check_rule("link-url-text", f"<blockquote><p>Le lac gèle {link}</p></blockquote>")
    assert check_rule("link-url-text", f"<p>Le lac gèle ⟦{link}⟧</p>")


def test_addresses_of_examples(check_rule: CheckRule) -> None:
    for host in ("four.example.net", "example.org", "pain.example"):
        check_rule("link-url-text", f"Ouvrez <https://{host}/api?pain=1>.\n", "markdown")
    for host in ("example-pain.org", "myexample.com"):
        check_rule("link-url-text", f"Ouvrez ⟦<https://{host}/api?pain=1>⟧.\n", "markdown")
