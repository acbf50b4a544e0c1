import pytest
from conftest import CheckRule


@pytest.mark.parametrize(
    "slug", ["lac-gele", "lacs-geles-du-jura", "lac%20gel%C3%A9", "le-lac-gele.html"]
)
def test_slugs_that_hold_it(check_rule: CheckRule, slug: str) -> None:
    article = {"keyphrase": "lac gelé", "slug": slug}
    assert not check_rule("keyphrase-slug", "<p>Un mot.</p>", article=article)


@pytest.mark.parametrize("slug", ["lac", "gele-lac", "lacgele"])
def test_slugs_that_do_not(check_rule: CheckRule, slug: str) -> None:
    article = {"keyphrase": "lac gelé", "slug": slug}
    assert check_rule("keyphrase-slug", "<p>Un mot.</p>", article=article)


def test_no_slug_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("keyphrase-slug", "<p>Mot.</p>", article={"keyphrase": "lac"}, applies=False)
