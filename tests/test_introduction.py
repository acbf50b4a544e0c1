import pytest

from conftest import CheckRule

PAGE = "<h1>Un</h1>{}<h2>Deux</h2><p>Trois.</p>"


@pytest.mark.parametrize(("words", "found"), [(2, True), (3, False), (5, False), (6, True)])
def test_limits(check_rule: CheckRule, words: int, found: bool) -> None:
    paragraph = "<p>" + " ".join(["mot"] * words) + "</p>"
    page = PAGE.format(f"⟦{paragraph}⟧" if found else paragraph)
    assert bool(check_rule("introduction", page, minimum=3, maximum=5)) is found


def test_a_list_introduces_too(check_rule: CheckRule) -> None:
    check_rule("introduction", PAGE.format("<ul><li>un deux</li><li>trois</li></ul>"), minimum=3)


def test_without_subheadings_there_is_nothing_to_introduce(check_rule: CheckRule) -> None:
    check_rule("introduction", "<h1>Un</h1><p>Mot.</p>", applies=False)
    check_rule("introduction", "<h2>Un</h2>", applies=False)
