from conftest import CheckRule


def test_limit_is_the_longest_text_allowed(check_rule: CheckRule) -> None:
    assert not check_rule("subheadings", "<h1>Un</h1><p>un deux trois</p>", maximum=3)
    assert check_rule("subheadings", "<h1>Un</h1><p>un deux trois quatre</p>", maximum=3)


def test_words_of_the_main_heading_do_not_count(check_rule: CheckRule) -> None:
    assert not check_rule("subheadings", "<h1>un deux trois quatre</h1><p>un deux</p>", maximum=3)


def test_an_empty_subheading_is_none(check_rule: CheckRule) -> None:
    assert check_rule("subheadings", "<h1>Un</h1><h2></h2><p>un deux trois</p>", maximum=2)


def test_no_text_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("subheadings", "<p> </p>", applies=False)


def test_headings_of_the_wrong_level_cut_all_the_same(check_rule: CheckRule) -> None:
    text = "<p>" + "mot " * 20 + "</p>"
    assert not check_rule("subheadings", f"<h1>Un</h1>{text}<h1>Deux</h1>{text}", maximum=20)
    # the same heading for narrow and for wide screens is one
    assert check_rule("subheadings", f"<h1>Un</h1><h1>Un</h1>{text}{text}", maximum=20)
