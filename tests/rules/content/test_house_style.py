from conftest import CheckRule


def test_every_occurrence_in_any_form(check_rule: CheckRule) -> None:
    check_rule(
        "house-style",
        "<h2>⟦Solution innovante⟧</h2><p>Nos ⟦solutions innovantes⟧, et « solution » seule.</p>",
        forbidden={"solution innovante": ""},
    )


def test_gives_the_reason(check_rule: CheckRule) -> None:
    [finding] = check_rule("house-style", "Un ⟦mail⟧.", "text", forbidden={"mail": "anglicisme."})
    assert finding.message("fr") == "« mail » est à éviter : anglicisme.".replace(
        "« ", "«\u00a0"
    ).replace(" »", "\u00a0»").replace(" :", "\u00a0:")


def test_quotations_in_another_language_are_left_alone(check_rule: CheckRule) -> None:
    page = '<p>Il dit <span lang="en">mail</span>.</p>'
    assert not check_rule("house-style", page, forbidden={"mail": ""})


def test_nothing_configured_finds_nothing(check_rule: CheckRule) -> None:
    assert not check_rule("house-style", "<p>Un mail.</p>")
