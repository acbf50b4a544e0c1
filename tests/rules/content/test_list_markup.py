from conftest import CheckRule
from tables import each_row


@each_row("bullet", ["-", "•", "*", "1.", "a)", "✓", "1/", "2°", "①", "❷"])
def test_bullets_in_one_paragraph(check_rule: CheckRule, bullet: str) -> None:
    check_rule("list-markup", f"<p>Il faut :</p>⟦<p>{bullet} un seau<br>{bullet} du fer</p>⟧")


@each_row(
    "text",
    [
        "<p>- Un seul tiret.</p><p>Un mot.</p>",
        "<p>1. La panne</p><p>2. La suite</p>",
        "<p>Il faut 2 - 1 seau<br>et du fer</p>",
        "<p>– Oui.<br>– Non.</p>",
        "<p>-12 degrés<br>-14 degrés</p>",
        "<p>20° C le matin<br>25° C le soir</p>",
        "<p>1/2 tasse<br>1/4 de litre</p>",
        "<p>Le maire : - enfin élu - il parle.</p>",
        "<p>- Vous l’avez vu ?<br>- Oui, hier.<br>- « Bravo. »</p>",
        "<p>- Vous l’avez vu ?</p><p>- Oui.</p><p>- Hier.</p><p>- Bravo !</p>",
        "<p>Accueil • Plan du site • Contact</p>",
        "<p>Il pleut • sur le lac\n• gelé.</p>",
        "<pre>- un\n- deux</pre><p>Mot.</p>",
    ],
)
def test_what_is_no_list(check_rule: CheckRule, text: str) -> None:
    check_rule("list-markup", text)


def test_an_introduction_line_may_stand_in_the_paragraph(check_rule: CheckRule) -> None:
    [finding] = check_rule("list-markup", "⟦<p>Il faut :<br>- un seau<br>- du fer</p>⟧")
    assert finding.values["items"] == 2


def test_text_has_no_markup_to_use(check_rule: CheckRule) -> None:
    check_rule("list-markup", "Un mot.\n", "text", applies=False)


def test_items_begin_alike(check_rule: CheckRule) -> None:
    # a numbered heading and one dash are no list
    assert not check_rule(
        "list-markup", "<p><b>3) Le lac</b></p><p>- Il est gelé depuis lundi.</p>"
    )
    assert not check_rule("list-markup", "<p>3) Le lac<br>- Il est gelé.</p>")
    check_rule("list-markup", "<p>3) Le lac</p>⟦<p>- Il est gelé.</p><p>- Il fond.</p>⟧")


@each_row("bullet", ["•", "▪", "►", "-"])
def test_lines_of_the_source(check_rule: CheckRule, bullet: str) -> None:
    [finding] = check_rule(
        "list-markup", f"⟦<p>Il faut :\n{bullet} un <b>seau</b>\n{bullet} du fer</p>⟧"
    )
    assert finding.values["items"] == 2


def test_lines_of_a_quoted_paragraph(check_rule: CheckRule) -> None:
    check_rule("list-markup", "Il faut :\n\n⟦• un seau\r\n• du fer\r\n• du ciment⟧\r\n", "markdown")


@each_row("bullet", "•▪◦‣➢►✓✔●■")
def test_items_on_one_line(check_rule: CheckRule, bullet: str) -> None:
    line = f"{bullet} un seau {bullet} du fer {bullet} du ciment"
    [finding] = check_rule("list-markup", f"⟦<p>{line}</p>⟧")
    assert finding.values["items"] == 3


def test_lines_in_a_component(check_rule: CheckRule) -> None:
    for tag in ("Tabs", "TabItem", "Steps.Item"):
        page = f"Il faut :\n\n<{tag} value='a'>\n  1. un seau\n  2. du fer\n</{tag}>\n"
        check_rule("list-markup", page, "markdown")
    check_rule("list-markup", "Il faut :\n\n<div>\n⟦• un seau\n• du fer\n</div>⟧\n", "markdown")


@each_row(
    "lines",
    [
        "– une sole ;\n– une voûte ;\n– une porte.",
        "— une sole\n— une voûte\n— une porte",
        "✔\ufe0f une sole\n✔\ufe0f une voûte",
        "→ une sole\n→ une voûte",
        "👉 une sole\n👉 une voûte",
        "✅ une sole\n✅ une voûte",
        "Il faut : • une sole • une voûte • une porte",
    ],
)
def test_other_signs(check_rule: CheckRule, lines: str) -> None:
    check_rule("list-markup", f"Le four se bâtit.\n\n⟦{lines}⟧\n\nIl chauffe.\n", "markdown")


@each_row(
    "lines",
    [
        "– Bonjour, dit-il.\n– Bonjour.\n– Le four est chaud.",
        "Le four – ancien\n– et ses deux\n– voûtes cuit.",
        "Le trajet : Lyon → Paris → Lille",
        "Lyon • Paris • Lille",
    ],
)
def test_signs_that_list_nothing(check_rule: CheckRule, lines: str) -> None:
    check_rule("list-markup", f"Le four se bâtit.\n\n{lines}\n\nIl chauffe.\n", "markdown")


def test_speech_with_hyphens_is_no_list(check_rule: CheckRule) -> None:
    said = (
        "<p>- Le four est chaud, dit-il.</p><p>- Bonsoir, répondit-elle.</p><p>- Le pain lève.</p>"
    )
    check_rule("list-markup", f"<p>Le soir.</p>{said}<p>Ils rentrent.</p>")
    items = "<p>- Le four est chaud.</p><p>- Le pain lève.</p>"
    check_rule("list-markup", f"<p>Le soir.</p>⟦{items}⟧<p>Ils rentrent.</p>")


def test_signs_within_code_are_shown(check_rule: CheckRule) -> None:
    text = "Le four se bâtit.\n\n{}\n\nIl chauffe.\n"
    check_rule(
        "list-markup", text.format("`- une sole`  \n`- une voûte`  \n`- une porte`"), "markdown"
    )
    check_rule(
        "list-markup", text.format("⟦– une `sole`  \n– une `voûte`  \n– une `porte`⟧"), "markdown"
    )


def test_markdown_within_html(check_rule: CheckRule) -> None:
    items = "- Le lac\n- La rive\n- Le bois\n"
    check_rule(
        "list-markup", f'<div class="liste" markdown="1">\n{items}</div>\n\nFin.\n', "markdown"
    )
    check_rule("list-markup", f'<div class="liste">\n⟦{items}</div>⟧\n\nFin.\n', "markdown")


def test_hyphens_in_running_text_that_a_colon_announces(check_rule: CheckRule) -> None:
    [finding] = check_rule("list-markup", "⟦<p>Il faut\u00a0: - un seau - une barre - du fer</p>⟧")
    assert finding.values["items"] == 3


def test_the_title_of_a_box_may_hold_quotation_marks(check_rule: CheckRule) -> None:
    box = '!!! success "<span id="pain">Le pain</span>"\n    - [pâte](pate.py)\n    - [four](four.py)\n'
    check_rule("list-markup", f"Le four.\n\n{box}\nFin.\n", "markdown")
