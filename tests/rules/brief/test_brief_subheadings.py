from conftest import CheckRule, span_of

TEXT = "# La fontaine\n\n## La panne\n\nElle était à sec.\n"


def test_points_at_the_subheadings_there_are(check_rule: CheckRule) -> None:
    (one,) = check_rule(
        "brief-subheadings", TEXT, "markdown", article={"brief": {"minimum_subheadings": 3}}
    )
    places = [(place.offset, place.end_offset) for place in one.related]
    assert places == [span_of(TEXT, "## La panne")]
    assert "2 intertitres" in one.advice("fr").replace("\u00a0", " ")
    assert one.message("en").endswith("the article has 1.")


def test_none_asked_is_met(check_rule: CheckRule) -> None:
    article = {"brief": {"minimum_subheadings": 0}}
    assert not check_rule("brief-subheadings", "Elle coule.", "text", article=article)


def test_an_article_of_one_line_has_none(check_rule: CheckRule) -> None:
    article = {"brief": {"minimum_subheadings": 1}}
    assert check_rule("brief-subheadings", "Elle", "text", article=article)
