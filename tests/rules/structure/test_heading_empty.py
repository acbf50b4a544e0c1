from conftest import CheckRule
from tables import each_row


def test_an_image_without_text_names_nothing(check_rule: CheckRule) -> None:
    check_rule("heading-empty", '<h1>Un</h1>⟦<h2><img src="a.png" alt=""></h2>⟧<p>Mot.</p>')


def test_only_tags_and_spaces(check_rule: CheckRule) -> None:
    check_rule("heading-empty", "<h1>Un</h1>⟦<h2><b> </b>\n<!-- rien --></h2>⟧<p>Mot.</p>")


def test_signs_without_width_are_no_text(check_rule: CheckRule) -> None:
    check_rule("heading-empty", "<h1>Un</h1>⟦<h2>&#8203;&nbsp;</h2>⟧<p>Mot.</p>")
    check_rule("heading-empty", "# Un\n\n⟦## \u200b⟧\n\nMot.\n", "markdown")


def test_no_heading_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("heading-empty", "<p>Mot.</p>", applies=False)


def test_what_a_template_fills_is_not_empty(check_rule: CheckRule) -> None:
    text = (
        '# Le four\n\n## {{< img src="four.jpg" >}}\n\n## <Titre nom="a" />\n\n⟦##⟧\n\nIl cuit.\n'
    )
    check_rule("heading-empty", text, "markdown")


def test_what_a_parser_takes_out_is_seen(check_rule: CheckRule) -> None:
    text = "# Le four\n\n## $x^2$\n\n## :fire:\n\n## {titre}\n\n⟦## {#four}⟧\n\nIl cuit.\n"
    check_rule("heading-empty", text, "markdown", article={"name": "a.mdx"})
    check_rule("heading-empty", "<h1>Un</h1><h2>\\(x^2\\)</h2>⟦<h2></h2>⟧<p>Mot.</p>")


def test_a_text_hidden_from_those_who_hear_the_page(check_rule: CheckRule) -> None:
    hidden = '<i class="fa" aria-hidden="true">&nbsp;Nos&nbsp;figues</i>'
    [found] = check_rule("heading-empty", f"⟦<h2>&nbsp;{hidden}</h2>⟧<p>Mûres.</p>")
    assert "caché aux lecteurs d’écran" in found.message("fr")
    assert found.fix is None
    hidden = '<b aria-hidden="true">&Eacute;</b>'
    [found] = check_rule("heading-empty", f"⟦<h2>{hidden}</h2>⟧<p>Mûres.</p>")
    assert "caché aux lecteurs d’écran" in found.message("fr")
    icon = '<i class="fa fa-leaf" aria-hidden="true"></i>'
    [found] = check_rule("heading-empty", f"⟦<h2>{icon}</h2>⟧<p>Mûres.</p>")
    assert "sans texte" in found.message("fr")
    assert not check_rule("heading-empty", f"<h2>{icon} Nos figues</h2><p>Mûres.</p>")


@each_row(
    "attribute",
    [
        "data-i18n='titre'",
        "x-text='titre'",
        "v-html='titre'",
        "ng-bind='titre'",
        "th:text='${titre}'",
    ],
)
def test_what_a_script_fills_in_cannot_be_known(check_rule: CheckRule, attribute: str) -> None:
    check_rule("heading-empty", f"<h1>Figues</h1><h2 {attribute}></h2><p>Mûres.</p>")
    check_rule("heading-empty", f"<h1>Figues</h1><h2><span {attribute}></span></h2><p>Mûres.</p>")
    check_rule("heading-empty", "<h1>Figues</h1>⟦<h2 data-aos='fade'></h2>⟧<p>Mûres.</p>")


def test_a_property_is_filled_in_where_mavo_runs(check_rule: CheckRule) -> None:
    check_rule("heading-empty", "<div mv-app='f'><h2 property='titre'></h2><p>Mûres.</p></div>")
    check_rule("heading-empty", "<div>⟦<h2 property='titre'></h2>⟧<p>Mûres.</p></div>")


def test_a_script_of_the_page_writes_the_heading(check_rule: CheckRule) -> None:
    page = "<h1>Lac</h1><p>Il est gelé.</p>{}<script>document.getElementById('tel').innerHTML = atob('MDE=')</script>"
    check_rule("heading-empty", page.format('<h4><span id="tel"></span></h4>'))
    check_rule("heading-empty", page.format('⟦<h4><span id="fax"></span></h4>⟧'))
