from conftest import CheckRule

LAC = {"keyphrase": "lac gelé"}


def test_only_the_main_heading_counts(check_rule: CheckRule) -> None:
    page = "⟦<h1>L’hiver</h1>⟧<h2>Le lac gelé</h2><p>Un mot.</p>"
    assert check_rule("keyphrase-h1", page, article=LAC)


def test_forms_count(check_rule: CheckRule) -> None:
    page = "<h1>LACS GELÉS !</h1><p>Un mot.</p>"
    assert not check_rule("keyphrase-h1", page, article=LAC)


def test_nothing_to_judge(check_rule: CheckRule) -> None:
    check_rule("keyphrase-h1", "<h1>Un</h1>", applies=False)
    check_rule("keyphrase-h1", "<h2>Un</h2>", article=LAC, applies=False)
