from conftest import CheckRule
from tables import each_row


def test_case_and_apostrophes_do_not_distinguish(check_rule: CheckRule) -> None:
    text = "## L'été\n\nUn.\n\n⟦## L’ÉTÉ⟧\n\nDeux.\n"
    [finding] = check_rule("heading-duplicate", text, "markdown")
    assert [place.line for place in finding.related] == [1]


def test_the_parent_is_the_heading_above_not_the_level(check_rule: CheckRule) -> None:
    text = "# A\n\n### Un\n\nMot.\n\n## B\n\n### Un\n\nMot.\n\n⟦### Un⟧\n\nMot.\n"
    check_rule("heading-duplicate", text, "markdown")


def test_empty_headings_are_another_rule_s(check_rule: CheckRule) -> None:
    check_rule("heading-duplicate", "<h2></h2><p>Mot.</p><h2></h2><p>Mot.</p><h2>A</h2><h2>B</h2>")


def test_one_subheading_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("heading-duplicate", "<h1>A</h1><h2>A</h2>", applies=False)


def test_icons_tell_headings_apart(check_rule: CheckRule) -> None:
    part = "## Nos :material-{}:\n\nUn.\n\n"
    check_rule("heading-duplicate", part.format("plus") + part.format("minus"), "markdown")
    check_rule(
        "heading-duplicate", part.format("plus") + "⟦## Nos :material-plus:⟧\n\nUn.\n", "markdown"
    )


def test_articles_of_a_list_have_parts_of_their_own(check_rule: CheckRule) -> None:
    part = "<h2>Lieu</h2><p>Au gymnase, à dix heures.</p>"
    page = f"<title>La grimpe</title><p>Un mot.</p>{part}<hr><p>Deux.</p>"
    page += part.replace("<h2>Lieu</h2>", "⟦<h2>Lieu</h2>⟧")
    check_rule("heading-duplicate", page, article={"name": "grimpe/index.html"})
    plain = page.replace("⟦", "").replace("⟧", "")
    check_rule(
        "heading-duplicate", plain, applies=False, article={"name": "categories/grimpe/index.html"}
    )


@each_row("fence", ["callout-tip", "{.callout-tip}", "{#tip-a .callout-tip}"])
def test_titles_of_callouts_are_no_headings(check_rule: CheckRule, fence: str) -> None:
    part = f"Un.\n\n::: {fence}\n## Astuce\n\nUn mot.\n:::\n\n"
    check_rule("heading-duplicate", f"## Le lac\n\n{part}## La rive\n\n{part}", "markdown")
    check_rule(
        "heading-duplicate",
        "## Astuce\n\nUn.\n\n::: tip\n⟦## Astuce⟧\n\nUn mot.\n:::\n",
        "markdown",
    )


def test_contents_set_as_headings_of_another_level(check_rule: CheckRule) -> None:
    text = "# Le four\n\n### Le pain\n\n### La pâte\n\n## Le pain\n\nCuit.\n\n{}\n\nLevée.\n"
    check_rule("heading-duplicate", text.format("## La pâte"), "markdown")
    check_rule("heading-duplicate", text.format("⟦## Le pain⟧"), "markdown")


def test_headings_of_signs_name_nothing(check_rule: CheckRule) -> None:
    part = "<h2>{}</h2><p>Un mot.</p>"
    check_rule("heading-duplicate", part.format("+-----+") * 2)
    check_rule("heading-duplicate", part.format("C+") + "⟦<h2>C+</h2>⟧<p>Un mot.</p>")


def test_formulas_tell_parts_apart(check_rule: CheckRule) -> None:
    page = "<h2>En $O(n)$</h2><p>Mot.</p><h2>En $O(n^2)$</h2><p>Mot.</p>"
    check_rule("heading-duplicate", page)
    check_rule(
        "heading-duplicate",
        page.replace("^2", "")
        .replace("</p><h2>", "</p>⟦<h2>")
        .replace("</h2><p>Mot.</p>", "</h2>⟧<p>Mot.</p>", 2)
        .replace("</h2>⟧", "</h2>", 1),
    )


def test_quarto_s_title_in_the_bar_of_narrow_screens_is_none(check_rule: CheckRule) -> None:
    page = (
        '<title>Le lac</title><nav class="quarto-secondary-nav"><h1 class="quarto-secondary-nav-title">Le lac</h1></nav>'
        '<h1 class="title d-none d-lg-block">Le lac</h1><p>Mot.</p>'
    )
    assert not check_rule("h1", page)
