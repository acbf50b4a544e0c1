from conftest import CheckRule

LAC = {"keyphrase": "lac gelé"}


def test_a_given_description_is_judged(check_rule: CheckRule) -> None:
    article = {**LAC, "description": "On patine."}
    [finding] = check_rule("keyphrase-description", "<p>Un mot.</p>", article=article)
    assert finding.place is None


def test_nothing_to_judge(check_rule: CheckRule) -> None:
    page = '<head><meta name="description" content=" "></head><p>Un mot.</p>'
    check_rule("keyphrase-description", page, article=LAC, applies=False)
    check_rule(
        "keyphrase-description", "---\ndescription: Un.\n---\nMot.", "markdown", applies=False
    )
