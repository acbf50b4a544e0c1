from conftest import CheckRule

LAC = {"keyphrase": "lac gelé"}


def test_the_heading_does_not_count(check_rule: CheckRule) -> None:
    page = "<h1>Le lac gelé</h1>⟦<p>Il fait froid.</p>⟧<p>Rien d’autre.</p>"
    assert check_rule("keyphrase-introduction", page, article=LAC)


def test_limit_counts_words_after_the_heading(check_rule: CheckRule) -> None:
    page = "<h1>Un deux trois quatre</h1>{}<p>Le lac gelé brille.</p>"
    first = "<p>Un deux trois.</p>"
    assert not check_rule("keyphrase-introduction", page.format(first), article=LAC, words=5)
    marked = page.format(f"⟦{first}⟧")
    assert check_rule("keyphrase-introduction", marked, article=LAC, words=4)


def test_a_long_first_paragraph_counts_whole(check_rule: CheckRule) -> None:
    page = f"<p>{'mot ' * 120} et les lacs gelés.</p>"
    assert not check_rule("keyphrase-introduction", page, article=LAC)


def test_nothing_to_judge(check_rule: CheckRule) -> None:
    check_rule("keyphrase-introduction", "<p>Un mot.</p>", applies=False)
    check_rule("keyphrase-introduction", "<h1>Un mot</h1>", article=LAC, applies=False)


def test_the_place_is_the_first_paragraph_that_says_something(check_rule: CheckRule) -> None:
    page = "# Un titre\n\nPublié le 3 mars 2026\n\n⟦Il fait très froid.⟧\n\nRien d’autre.\n"
    assert check_rule("keyphrase-introduction", page, "markdown", article=LAC)


def test_a_label_that_says_it_counts(check_rule: CheckRule) -> None:
    page = "<h1>Un titre</h1><p>Lac gelé, suite</p><p>Il fait froid.</p>"
    assert not check_rule("keyphrase-introduction", page, article=LAC)
