from conftest import CheckRule


def test_both_missing_are_two_findings(check_rule: CheckRule) -> None:
    assert len(check_rule("head-basics", "⟦⟦<head>⟧⟧</head><p>Mot.</p>")) == 2


def test_a_fragment_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("head-basics", "<p>Mot.</p>", applies=False)


def test_what_stands_before_the_page(check_rule: CheckRule) -> None:
    page = (
        '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le club</title>'
        '<meta name="viewport" content="width=device-width"></head><body><p>Il grimpe.</p></body></html>'
    )
    [found] = check_rule("head-basics", "\n⟦\ufeff⟧" + page)
    assert found.message("fr").startswith("Un caractère invisible (U+FEFF) précède la page")
    assert not check_rule("head-basics", "\n" + page)
    assert not check_rule("head-basics", page.replace("Il grimpe", "Il \ufeffgrimpe"))
