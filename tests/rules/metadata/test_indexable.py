import pytest
from conftest import CheckRule


@pytest.mark.parametrize("content", ["NOINDEX", "none", "follow,noindex", "max-snippet: 0"])
def test_what_forbids(check_rule: CheckRule, content: str) -> None:
    check_rule("indexable", f'<head><meta name="ROBOTS" content="⟦{content}⟧"></head><p>Mot.</p>')


@pytest.mark.parametrize(
    "content", ["index, follow", "nofollow", "noarchive", "max-snippet:-1", ""]
)
def test_what_does_not(check_rule: CheckRule, content: str) -> None:
    check_rule("indexable", f'<head><meta name="robots" content="{content}"></head><p>Mot.</p>')


def test_other_metas_are_others(check_rule: CheckRule) -> None:
    check_rule("indexable", '<head><meta name="description" content="noindex"></head><p>Mot.</p>')


def test_a_fragment_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("indexable", "<p>Mot.</p>", applies=False)
