from conftest import CheckRule

ENGLISH = "The old fountain is running again since Monday, and all the children play around it."


def test_too_little_text_is_not_judged(check_rule: CheckRule) -> None:
    article = {"brief": {"language": "fr"}}
    check_rule("brief-language", "Xylo", "text", article=article, applies=False)


def test_the_language_rule_stands_aside(check_rule: CheckRule) -> None:
    (one,) = check_rule("brief-language", ENGLISH, "text", article={"brief": {"language": "fr"}})
    assert one.related
    assert one.message("en") == "The brief asks for an article in French; it is in English."
    assert not check_rule("language", ENGLISH, "text", article={"brief": {"language": "fr"}})
    check_rule("language", ENGLISH, "text", article={"brief": {"language": "en"}}, applies=False)
    assert check_rule("language", ENGLISH, "text", article={"brief": {"minimum_words": 1}})
