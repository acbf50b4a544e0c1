from conftest import CheckRule


def test_headings_count(check_rule: CheckRule) -> None:
    page = "<h2>Les lacs gelés</h2><p>Mot.</p>"
    assert not check_rule("secondary-keyphrases", page, article={"secondary": ("lac gelé",)})


def test_each_absent_one(check_rule: CheckRule) -> None:
    article = {"secondary": ("lac", "rive", "île")}
    found = check_rule("secondary-keyphrases", "<p>Le lac a une île.</p>", article=article)
    assert [one.values["keyphrase"] for one in found] == ["rive"]


def test_none_declared_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("secondary-keyphrases", "<p>Mot.</p>", applies=False)


def test_the_place_is_the_declaration(check_rule: CheckRule) -> None:
    header = "---\nseo:\n  keyphrase: rive\n  secondary:\n    - lac\n    - ⟦rive gauche⟧\n---\n\nLe lac.\n"
    check_rule("secondary-keyphrases", header, "markdown")
    inline = "---\nseo: {secondary: [lac, ⟦rive gauche⟧]}\n---\n\nLe lac.\n"
    check_rule("secondary-keyphrases", inline, "markdown")
    toml = '+++\n[seo]\nsecondary = ["⟦rive gauche⟧"]\n+++\n\nLe lac.\n'
    check_rule("secondary-keyphrases", toml, "markdown")


def test_one_that_is_asked_for_elsewhere_has_no_place(check_rule: CheckRule) -> None:
    header = "---\nseo:\n  keyphrase: rive\n---\n\nLe lac.\n"
    [finding] = check_rule(
        "secondary-keyphrases", header, "markdown", article={"secondary": ("île",)}
    )
    assert finding.span is None
