from conftest import CheckRule


def test_an_empty_one(check_rule: CheckRule) -> None:
    check_rule(
        "meta-description", '<head>⟦<meta name="description" content=" ">⟧</head><p>Mot.</p>'
    )


def test_names_are_case_insensitive(check_rule: CheckRule) -> None:
    assert not check_rule(
        "meta-description", '<head><meta NAME="Description" content="Un texte."></head><p>Mot.</p>'
    )


def test_the_social_description_is_not_it(check_rule: CheckRule) -> None:
    check_rule(
        "meta-description",
        '⟦<head>⟧<meta property="og:description" content="Un texte."></head><p>Mot.</p>',
    )


def test_a_given_description_is_enough(check_rule: CheckRule) -> None:
    assert not check_rule(
        "meta-description", "<head></head><p>Mot.</p>", article={"description": "Un texte."}
    )


def test_a_fragment_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("meta-description", "<p>Mot.</p>", applies=False)


def test_each_format_is_told_where_to_write_it(check_rule: CheckRule) -> None:
    [page] = check_rule("meta-description", "⟦<head>⟧</head><p>Mot.</p>")
    [post] = check_rule("meta-description", "⟦---⟧\ntitle: Le lac\n---\n\nMot.\n", "markdown")
    assert "<meta name=description>" in page.advice("fr")
    assert "clé «\u00a0description\u00a0»" in post.advice("fr")
