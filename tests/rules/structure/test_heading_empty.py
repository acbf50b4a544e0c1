from conftest import CheckRule


def test_an_image_without_text_names_nothing(check_rule: CheckRule) -> None:
    check_rule("heading-empty", '<h1>Un</h1>⟦<h2><img src="a.png" alt=""></h2>⟧<p>Mot.</p>')


def test_only_tags_and_spaces(check_rule: CheckRule) -> None:
    check_rule("heading-empty", "<h1>Un</h1>⟦<h2><b> </b>\n<!-- rien --></h2>⟧<p>Mot.</p>")


def test_no_heading_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("heading-empty", "<p>Mot.</p>", applies=False)


def test_what_a_template_fills_is_not_empty(check_rule: CheckRule) -> None:
    text = (
        '# Le four\n\n## {{< img src="four.jpg" >}}\n\n## <Titre nom="a" />\n\n⟦##⟧\n\nIl cuit.\n'
    )
    check_rule("heading-empty", text, "markdown")
