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


def test_one_that_is_the_title(check_rule: CheckRule) -> None:
    page = '<head><title>{}</title><meta name="description" content="{}"></head><p>Mot.</p>'
    same = (
        ("Un four, un village", "⟦Un four, un village⟧"),
        ("Le four | Le site", "⟦« Le four. »⟧"),
        ("Le « four » — un village", "⟦Le “four” – un  village⟧"),
        ("L’eau : un bien", "⟦L'EAU, un bien !⟧"),
    )
    for title, description in same:
        check_rule("meta-description", page.format(title, description))
    other = (
        ("Le four", "Le four du village"),
        ("{{ titre }}", "{{ titre }}"),
        ("Le four à pain", "Le four"),
        ("Apprendre C++", "Apprendre C#"),
        ("!!!", "???"),
    )
    for title, description in other:
        check_rule("meta-description", page.format(title, description))


def test_a_given_one_that_is_the_title(check_rule: CheckRule) -> None:
    [finding] = check_rule(
        "meta-description", "<title>Le four</title><p>Mot.</p>", article={"description": "le four"}
    )
    assert finding.span is None


def test_a_page_that_search_engines_do_not_list_needs_none(check_rule: CheckRule) -> None:
    page = '{}<meta name="robots" content="{}"></head><p>Mot.</p>'
    check_rule("meta-description", page.format("⟦<head>⟧", "follow"))
    check_rule("meta-description", page.format("<head>", "noindex, follow"), applies=False)
