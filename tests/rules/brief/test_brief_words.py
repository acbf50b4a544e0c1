import pytest
from conftest import CheckRule

FOUR = "La fontaine coule bien."


@pytest.mark.parametrize(("least", "found"), [(4, 0), (5, 1)])
def test_minimum_on_both_sides(check_rule: CheckRule, least: int, found: int) -> None:
    brief = {"minimum_words": least}
    assert len(check_rule("brief-words", FOUR, "text", article={"brief": brief})) == found


@pytest.mark.parametrize(("most", "text"), [(4, FOUR), (3, "La fontaine coule ⟦bien⟧.")])
def test_maximum_points_at_the_first_word_too_many(
    check_rule: CheckRule, most: int, text: str
) -> None:
    check_rule("brief-words", text, "text", article={"brief": {"maximum_words": most}})


def test_does_not_apply_where_no_length_is_asked(check_rule: CheckRule) -> None:
    check_rule("brief-words", FOUR, "text", article={"brief": {"language": "fr"}}, applies=False)


def test_says_what_was_asked_and_found(check_rule: CheckRule) -> None:
    (one,) = check_rule("brief-words", FOUR, "text", article={"brief": {"minimum_words": 700}})
    assert "700\u00a0mots" in one.message("fr").replace(" ", "\u00a0")
    assert "696" in one.advice("fr")
    assert one.message("en") == "The brief asks for at least 700 words; the article has 4."


def test_word_count_leaves_the_length_to_it(check_rule: CheckRule) -> None:
    check_rule("word-count", FOUR, "text", article={"brief": {"minimum_words": 2}}, applies=False)
    assert check_rule("word-count", FOUR, "text", article={"brief": {"maximum_words": 9}})
