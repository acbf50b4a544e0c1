from conftest import CheckRule


def test_limit_is_the_longest_section_allowed(check_rule: CheckRule) -> None:
    text = "## Un\n\nun deux trois\n\n{}\n\nun deux trois quatre\n"
    assert check_rule("section-length", text.format("⟦## Deux⟧"), "markdown", maximum=3)
    assert not check_rule("section-length", text.format("## Deux"), "markdown", maximum=4)


def test_list_items_and_cells_count(check_rule: CheckRule) -> None:
    check_rule(
        "section-length",
        "⟦<h2>Un</h2>⟧<ul><li>un deux</li><li>trois</li></ul><table><tr><td>quatre</td></tr></table>",
        maximum=3,
    )


def test_code_does_not_count(check_rule: CheckRule) -> None:
    check_rule("section-length", "<h2>Un</h2><p>un</p><pre>un deux trois quatre</pre>", maximum=3)


def test_a_text_without_subheadings_is_another_rule_s(check_rule: CheckRule) -> None:
    check_rule("section-length", "<h1>Un</h1><p>un deux trois</p>", applies=False, maximum=1)


def test_parts_that_short_codes_title(check_rule: CheckRule) -> None:
    text = "⟦## Un⟧\n\nun deux\n\n{}\n\ntrois quatre\n\n{}\n"
    opened, closed = '{{% collapse "Le pain" %}}', "{{%/collapse%}}"
    for name in ("section-length", "subheadings"):
        body = text.format(opened, closed).replace("⟦## Un⟧", "## Un" if "length" in name else "Un")
        check_rule(name, body, "markdown", maximum=3)
    check_rule("section-length", text.format(opened, ""), "markdown", maximum=3)
    check_rule(
        "section-length", text.format("{{% note %}}", "{{% /note %}}"), "markdown", maximum=3
    )


def test_questions_to_open_cut_a_section(check_rule: CheckRule) -> None:
    answer = "<details>\n<summary>Quand ?</summary>\n\nun deux\n\n</details>\n\n"
    check_rule("section-length", "## Un\n\n" + answer * 3, "markdown", maximum=3)
    check_rule("section-length", "⟦## Un⟧\n\n" + answer * 2, "markdown", maximum=3)
