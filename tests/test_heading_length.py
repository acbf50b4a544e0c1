from conftest import CheckRule


def test_characters_not_bytes(check_rule: CheckRule) -> None:
    assert not check_rule("heading-length", "<h2>" + "é" * 70 + "</h2><p>Mot.</p>")
    assert check_rule("heading-length", "⟦<h2>" + "é" * 71 + "</h2>⟧<p>Mot.</p>")


def test_entities_and_tags_do_not_count(check_rule: CheckRule) -> None:
    assert not check_rule("heading-length", "<h2>" + "<b>&eacute;</b>" * 70 + "</h2><p>Mot.</p>")


def test_no_heading_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("heading-length", "<p>Mot.</p>", applies=False)
