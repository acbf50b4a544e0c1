from conftest import CheckRule

LAC = {"keyphrase": "lac gelé"}


def test_more_words_are_more_precise(check_rule: CheckRule) -> None:
    page = '<p>Mot. <a href="/a">le lac gelé du Jura</a> ⟦<a href="/b">les lacs gelés</a>⟧</p>'
    assert check_rule("keyphrase-link", page, article=LAC)


def test_nothing_to_judge(check_rule: CheckRule) -> None:
    check_rule("keyphrase-link", "<p>Mot.</p>", article=LAC, applies=False)
    check_rule("keyphrase-link", '<p><a href="/a">lac</a></p>', applies=False)
