from conftest import CheckRule


def test_limits(check_rule: CheckRule) -> None:
    text = "<p>En effet, il pleut. Le chat dort. La lune est pleine. Le vent souffle.</p>"
    assert not check_rule("connectors", text, minimum=0.25, minimum_words=14)
    assert check_rule("connectors", text, minimum=0.26, minimum_words=14)
    assert not check_rule("connectors", text, minimum=0.26, minimum_words=15)


def test_no_sentence_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("connectors", "<h1>Le chat</h1>", applies=False)


def test_a_share_just_under_the_limit_is_not_shown_as_the_limit(check_rule: CheckRule) -> None:
    text = "Pourtant, il pleut. " * 199 + "Il pleut. " * 801
    (found,) = check_rule("connectors", f"<p>{text}</p>")
    assert "19,9\u00a0%" in found.message("fr")


def test_lists_are_left_out(check_rule: CheckRule) -> None:
    prose = "<p>En effet, il pleut. Le chat dort.</p>"
    items = "<ul>" + "<li>Six œufs.</li>" * 20 + "</ul>"
    assert not check_rule("connectors", prose + items, minimum=0.5, minimum_words=1)
    assert not check_rule("connectors", f"<p>Il pleut.</p>{items}", minimum_words=3)
    check_rule("connectors", items, applies=False)
