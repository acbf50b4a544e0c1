from conftest import CheckRule


def test_names_what_is_missing(check_rule: CheckRule) -> None:
    page = '⟦<head>⟧<meta property="og:title" content="Le lac"><meta property="og:image" content=""></head><p>Mot.</p>'
    [finding] = check_rule("open-graph", page)
    assert finding.values["missing"] == "og:description, og:image, twitter:card"


def test_a_fragment_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("open-graph", "<p>Mot.</p>", applies=False)
