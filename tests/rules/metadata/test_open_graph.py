from conftest import CheckRule


def test_names_what_is_missing(check_rule: CheckRule) -> None:
    page = '⟦<head>⟧<meta property="og:title" content="Le lac"><meta property="og:image" content=""></head><p>Mot.</p>'
    [finding] = check_rule("open-graph", page)
    assert finding.values["missing"] == "og:description, og:image, twitter:card"


def test_a_fragment_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("open-graph", "<p>Mot.</p>", applies=False)


def test_one_tag_and_several(check_rule: CheckRule) -> None:
    tags = "".join(
        f'<meta property="{key}" content="x">'
        for key in ("og:title", "og:description", "twitter:card")
    )
    [one] = check_rule("open-graph", f"⟦<head>⟧{tags}</head><p>Mot.</p>")
    assert one.advice("fr").startswith("Ajoutez cette balise meta")
    assert one.advice("en").startswith("Add this meta tag:")


def test_a_tag_may_have_a_name_too(check_rule: CheckRule) -> None:
    tags = "".join(
        f'<meta name="{key[3:]}" property="{key}" content="https://a.fr/x">'
        for key in ("og:title", "og:description", "og:image")
    )
    page = f'<head>{tags}<meta name="twitter:card" content="summary"></head><p>Mot.</p>'
    assert not check_rule("open-graph", page)
