import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_audit.rule_support.addresses import Destination, destination, host


@pytest.mark.parametrize(
    ("href", "where"),
    [
        ("#haut", "fragment"),
        ("/a", "internal"),
        ("a.html#b", "internal"),
        ("?page=2", "internal"),
        ("https://www.exemple.fr/a", "internal"),
        ("//blog.exemple.fr/a", "internal"),
        ("https://autre-exemple.fr", "external"),
        ("HTTPS://AUTRE.fr", "external"),
        ("mailto:a@exemple.fr", "other"),
        ("javascript:void(0)", "other"),
        ("http://[", "other"),
        ("", "other"),
    ],
)
def test_where_links_lead(href: str, where: str) -> None:
    assert destination(href, frozenset({"exemple.fr"})) is Destination(where)


@given(st.text())
def test_any_text_leads_somewhere(href: str) -> None:
    assert destination(href, frozenset()) in Destination
    host(href)
