from conftest import CheckRule


def test_both_missing_are_two_findings(check_rule: CheckRule) -> None:
    assert len(check_rule("head-basics", "⟦⟦<head>⟧⟧</head><p>Mot.</p>")) == 2


def test_a_fragment_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("head-basics", "<p>Mot.</p>", applies=False)
