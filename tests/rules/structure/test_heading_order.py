from conftest import CheckRule
from tables import each_row


@each_row(("above", "level", "skipped"), [(1, 2, 0), (1, 3, 1), (2, 6, 3), (3, 1, 0)])
def test_only_downward_jumps_count(
    check_rule: CheckRule, above: int, level: int, skipped: int
) -> None:
    heading = f"<h{level}>Deux</h{level}>"
    marked = f"⟦{heading}⟧" if skipped else heading
    found = check_rule(
        "heading-order", f"<h{above}>Un</h{above}>\n<p>Mot.</p>\n{marked}\n<p>Mot.</p>"
    )
    assert [finding.values["skipped"] for finding in found] == ([skipped] if skipped else [])


def test_says_it_in_both_languages(check_rule: CheckRule) -> None:
    [finding] = check_rule("heading-order", "# Un\n\nMot.\n\n⟦#### Deux⟧\n\nMot.\n", "markdown")
    assert (
        finding.message("fr")
        == "Titre de niveau 4 sous un titre de niveau 1\u00a0: 2 niveaux sautés."
    )
    assert finding.message("en") == "Level-4 heading under a level-1 one: 2 levels skipped."
    assert finding.advice("en").startswith("Make it level 2,")


def test_each_heading_is_compared_with_the_one_before(check_rule: CheckRule) -> None:
    check_rule("heading-order", "# Un\n\n⟦### Deux⟧\n\n#### Trois\n\n## Quatre\n", "markdown")


def test_two_headings_are_judged(check_rule: CheckRule) -> None:
    check_rule("heading-order", "<h1>Un</h1><p>Mot.</p><h2>Deux</h2><p>Mot.</p>", applies=True)


def test_one_heading_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("heading-order", "<h1>Un</h1><p>Mot.</p>", applies=False)


def test_an_empty_heading_skips_nothing_and_may_be_the_step(check_rule: CheckRule) -> None:
    assert not check_rule("heading-order", "<h1>Un</h1><h4>&nbsp;</h4><h2>Deux</h2><p>Mot.</p>")
    assert not check_rule("heading-order", "<h1>Un</h1><h2> </h2><h3>Deux</h3><p>Mot.</p>")
    check_rule("heading-order", "<h1>Un</h1><h2> </h2>⟦<h4>Deux</h4>⟧<p>Mot.</p>")


def test_a_short_code_that_titles_may_write_the_heading(check_rule: CheckRule) -> None:
    text = "# Le four\n\n{}\n\n{}\n\nIl chauffe.\n\n{}\n"
    for opening, closing in (
        ('{{%collapse "Le pain" %}}', "{{% /collapse %}}"),
        ('{{< details title="Le pain" open=true >}}', "{{</ details >}}"),
    ):
        check_rule("heading-order", text.format(opening, "### La pâte", closing), "markdown")
        check_rule("heading-order", text.format(opening, "⟦### La pâte⟧", ""), "markdown")
    for opening, closing in (
        ("{{% resume %}}", "{{% /resume %}}"),
        ('{{< figure src="1.png" >}}', ""),
    ):
        check_rule("heading-order", text.format(opening, "⟦### La pâte⟧", closing), "markdown")


def test_what_stands_behind_tabs(check_rule: CheckRule) -> None:
    tabs = "# Le four\n\n::: {.panel-tabset}\n\n## Pain\n\n### Pâte\n\nLevée.\n\n## Brioche\n\nDorée.\n\n:::\n\n{}\n\nFin.\n"
    check_rule("heading-order", tabs.replace("{}", "## La suite"), "markdown")
    check_rule("heading-order", tabs.replace("{}", "## La suite\n\n⟦#### Cuire⟧"), "markdown")
