from conftest import CheckRule
from tables import each_row

AFTER = "\n\nTout avait commencé par un été très sec.\n"


@each_row(
    "line",
    [
        *("**La panne**", "**La** **panne**", "__Pourquoi ce choix ?__"),
        *("**Figures imposées**", "**Tableaux d’hier**", "**Carte : les plats**"),
    ],
)
def test_lines_that_serve_as_headings(check_rule: CheckRule, line: str) -> None:
    check_rule("fake-heading", f"Un mot.\n\n⟦{line}⟧{AFTER}", "markdown")


@each_row(
    "line",
    [
        "**Exemple :**",
        "**Attention, l’eau est froide.**",
        "**La panne** dura",
        "*La panne*",
        "**Débit = section × vitesse**",
        *(
            "**Figure : débit du torrent**",
            "**Tableau 3 – Crues du lac**",
            "**Carte n° 2. Les rives**",
        ),
        "**" + "mot " * 20 + "mot**",
    ],
)
def test_lines_that_do_not(check_rule: CheckRule, line: str) -> None:
    check_rule("fake-heading", f"Un mot.\n\n{line}{AFTER}", "markdown")


def test_before_a_heading_it_introduces_nothing(check_rule: CheckRule) -> None:
    check_rule("fake-heading", "**Jeanne Riou**\n\n## La panne\n\nUn mot.\n", "markdown")


def test_a_table_cell_or_item_in_bold_is_none(check_rule: CheckRule) -> None:
    check_rule("fake-heading", "- **La panne**\n- Un mot.\n\nUn mot.\n", "markdown")


def test_text_has_no_markup_to_use(check_rule: CheckRule) -> None:
    check_rule("fake-heading", "Un mot.\n\nDeux mots.\n", "text", applies=False)


@each_row(
    "box",
    [
        ":::tip[**Astuce**]\n\nUn mot.\n\n:::\n",
        "::: callout-important\n**Astuce**\n\nUn mot.\n:::\n",
        "::: {.callout-tip}\n\n**Astuce**\n\nUn mot.\n:::\n",
        "!!! note\n\n    **Astuce**\n\n    Un mot.\n",
        '??? note "Titre"\n    **Astuce**\n\n    Un mot.\n',
    ],
)
def test_the_title_of_a_box_is_none(check_rule: CheckRule, box: str) -> None:
    check_rule("fake-heading", f"# Le lac\n\nDeux mots.\n\n{box}", "markdown")


def test_the_title_of_a_box_in_html_is_none(check_rule: CheckRule) -> None:
    page = "<h1>Le lac</h1><p>Mot.</p><div class='callout-body'>{}<p><b>Astuce</b></p>{}<p>Un mot.</p></div>"
    check_rule("fake-heading", page.format("\n", ""))
    check_rule(
        "fake-heading",
        page.format("<p>Deux.</p>", "").replace("<p><b>Astuce</b></p>", "⟦<p><b>Astuce</b></p>⟧"),
    )


def test_behind_a_box_it_may_be_one(check_rule: CheckRule) -> None:
    page = "# Le lac\n\n:::tip\n\nUn mot.\n\n:::\n\n⟦**La panne**⟧\n\nElle dura.\n"
    check_rule("fake-heading", page, "markdown")


def test_the_label_of_code_is_none(check_rule: CheckRule) -> None:
    check_rule("fake-heading", "Un.\n\nDeux.\n\n**_config.yml**\n\n```\na: b\n```\n", "markdown")


def test_an_invitation_with_a_link_is_no_heading(check_rule: CheckRule) -> None:
    page = "<h1>Le lac</h1><p>Il est gelé.</p><p><b>Revoyez la fête sur <a href='/tv'>notre chaîne</a></b></p><p>Elle fut belle.</p>"
    assert not check_rule("fake-heading", page)


def test_a_bold_line_that_is_a_link_may_be_one(check_rule: CheckRule) -> None:
    page = "<h1>Le lac</h1><p>Il est gelé.</p>⟦<p><b><a href='/tv'>Notre chaîne</a></b></p>⟧<p>Elle est belle.</p>"
    assert check_rule("fake-heading", page)


def test_a_button_is_no_heading(check_rule: CheckRule) -> None:
    text = "Voici le code.\n\n**[{}](https://example.org)**\n\nIl sert à tout.\n"
    assert not check_rule(
        "fake-heading", text.format("Essayer sur CodePen"), "markdown", applies=True
    )
    assert not check_rule("fake-heading", text.format("Voir le code"), "markdown")


def test_the_parts_of_a_song_are_none(check_rule: CheckRule) -> None:
    song = "# Le lac\n\n**{}**\n\nIl gèle, il gèle.\n\n**{}**\n\nOh, le lac.\n"
    assert not check_rule("fake-heading", song.format("Intro", "Refrain"), "markdown")
    assert not check_rule("fake-heading", song.format("Couplet 1", "Pont x2"), "markdown")
    # an article may call its own parts so
    check_rule(
        "fake-heading", song.replace("**{}**", "⟦**{}**⟧").format("Intro", "Final"), "markdown"
    )
    text = song.format("Refrain", "⟦Le lac⟧").replace("**⟦Le lac⟧**", "⟦**Le lac**⟧")
    check_rule("fake-heading", text, "markdown")


@each_row(
    "bold",
    [
        "- un lac qui gèle",
        "• un lac qui gèle",
        "Lieu : Brest",
        "Tarif : 3 €",
        "Durée : deux heures",
    ],
)
def test_items_and_particulars_are_none(check_rule: CheckRule, bold: str) -> None:
    text = "# Le lac\n\nIl est gelé.\n\n{}\n\nOn y patine depuis lundi.\n"
    check_rule("fake-heading", text.format(f"**{bold}**"), "markdown")
    check_rule("fake-heading", text.format("⟦**Le prix de la glace : un point**⟧"), "markdown")
    check_rule("fake-heading", text.format("⟦**Étape 1 : le patin**⟧"), "markdown")
    check_rule("fake-heading", text.format("⟦**Bilan de l’hiver 2024**⟧"), "markdown")


def test_an_address_is_none(check_rule: CheckRule) -> None:
    page = "<h1>Le lac</h1><p>Il est gelé.</p>{}<p>On y patine.</p>"
    check_rule("fake-heading", page.format("<address><b>Sur rendez-vous</b></address>"))
    check_rule("fake-heading", page.format("⟦<p><b>Sur rendez-vous</b></p>⟧"))


def test_what_the_line_above_announces_is_none(check_rule: CheckRule) -> None:
    page = "# Le concours\n\nCette année, le thème est :\n\n{}\n\nLe choix du sujet reste libre.\n\nOn en rend compte.\n"
    check_rule("fake-heading", page.format("**Lacs, rives et marais**"), "markdown")
    # a series is one of headings, whatever stands above the first
    series = "⟦**Le lac**⟧\n\nIl est gelé.\n\n⟦**La rive**⟧\n\nElle est blanche."
    check_rule("fake-heading", page.format(series), "markdown")
    tabs = page.replace("le thème est :", "la page a deux onglets :").format("⟦**Lacs et rives**⟧")
    check_rule("fake-heading", tabs, "markdown")
    check_rule(
        "fake-heading",
        page.replace("est :", "plaît.").format("⟦**Lacs, rives et marais**⟧"),
        "markdown",
    )


def test_the_name_of_who_is_shown_is_none(check_rule: CheckRule) -> None:
    page = "<h1>Le lac</h1><p>Il est gelé.</p><div>{}<p><b>{}</b></p></div><p>On y patine bien.</p>"
    image = '<img src="a.jpg" alt="Photo de Zoé LAMBEL">'
    check_rule("fake-heading", page.format(image, "Zoé LAMBEL"))
    told = page.replace("<p><b>", "⟦<p><b>").replace("</b></p>", "</b></p>⟧")
    check_rule("fake-heading", told.format("", "Zoé LAMBEL"))
    check_rule(
        "fake-heading", told.format('<img src="a.jpg" alt="La rive gelée">', "La rive gelée")
    )


@each_row(
    "bold",
    [
        '<p style="font-weight: 700">La panne</p>',
        '<p><span style="color:red; font-weight:bold">La panne</span></p>',
        '<div class="x" style="font-weight:bold;">La panne</div>',
    ],
)
def test_bold_by_its_style(check_rule: CheckRule, bold: str) -> None:
    check_rule("fake-heading", f"⟦{bold}⟧<p>Tout avait commencé par un été très sec.</p>")


@each_row(
    "text",
    [
        '<p style="font-weight: 400">La panne</p><p>Un été très sec.</p>',
        '<p>La <span style="font-weight:bold">panne</span></p><p>Un été très sec.</p>',
        "<table><tr><td><b>Bois</b></td><td>sec</td></tr></table>",
    ],
)
def test_another_style_or_the_label_of_a_cell_is_none(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("fake-heading", f"<p>Il pleut sur le lac.</p>{text}")


@each_row(
    ("box", "found"),
    [
        ('<div class="no-row-height column-margin column-container"><div class="">', False),
        ('<div class="note marginnote">', False),
        ('<div class="column-margins">', True),
        ("<div><div>", True),
    ],
)
def test_a_note_in_the_margin_has_no_heading(check_rule: CheckRule, box: str, found: bool) -> None:
    bold = "<p><b>La panne</b></p>"
    page = (
        f"<p>Il pleut sur le lac.</p>{box}{f'⟦{bold}⟧' if found else bold}<p>Un été très sec.</p>"
    )
    assert bool(check_rule("fake-heading", page)) is found


def test_a_name_above_an_address_is_no_heading(check_rule: CheckRule) -> None:
    page = "<h1>Lac</h1><p>Il est gelé.</p>{}<p>12, rue du Port, 29000 Quimper</p>"
    check_rule("fake-heading", page.format('<p><span itemprop="name"><b>Le Port</b></span></p>'))
    at_the_port = page.replace("12, rue du Port, 29000 Quimper", "Il gèle en janvier.")
    check_rule("fake-heading", at_the_port.format("⟦<p><span><b>Le Port</b></span></p>⟧"))


@each_row(
    ("box", "found"),
    [
        ('<div class="bg-yellow-50 border rounded p-4">\n', False),
        ('<div class="p-4 border-l-4">\n  <strong>', False),
        ('<div style="background: #eef; padding: 1em">\n', False),
        ('<div class="alert alert-info">\n', False),
        ('<div class="texte">\n', True),
        ('<div style="text-align: center">\n', True),
    ],
)
def test_a_box_drawn_by_hand_has_no_heading(check_rule: CheckRule, box: str, found: bool) -> None:
    text = "<strong>À faire</strong>" if "<strong>" not in box else "À faire</strong>"
    page = f"Il pleut sur le lac.\n\n{box}{text}\n\nUn été très sec.\n\n</div>\n"
    shown = page.replace("À faire", "⟦À faire") if found else page
    shown = shown.replace("</strong>", "</strong>⟧") if found else shown
    assert bool(check_rule("fake-heading", shown, "markdown")) is found


@each_row(
    "box",
    [
        "<details><summary>{}</summary><p>Un mot.</p></details>",
        '<div class="admonition warning"><p class="admonition-title">Attention</p><p>{}</p><p>Un mot.</p></div>',
        '<div class="tip custom-block"><p class="custom-block-title">Astuce</p><div><p>Mot.</p></div><p>{}</p><p>Un mot.</p></div>',
        '<div class="theme-admonition theme-admonition-note alert alert--info"><div>Note</div><p>{}</p><p>Un mot.</p></div>',
    ],
)  # fmt: skip
def test_a_bold_line_in_a_box_is_none(check_rule: CheckRule, box: str) -> None:
    page = "<h1>Le lac</h1><p>Mot.</p>"
    check_rule("fake-heading", page + box.format("<strong>Le gel</strong>"))


def test_behind_a_box_a_bold_line_is_one(check_rule: CheckRule) -> None:
    box = '<div class="admonition"><div><p>Un mot.</p></div></div>'
    check_rule(
        "fake-heading",
        f"<h1>Le lac</h1>{box}⟦<p><strong>Le gel</strong></p>⟧<p>Un mot.</p>"
        "<details><summary>Plus</summary>⟦<p><strong>Le dégel</strong></p>⟧<p>Un mot.</p></details>",
    )


def test_the_label_of_a_box_that_classes_draw_is_none(check_rule: CheckRule) -> None:
    label = '<div class="pl-8">{}<p><strong>Définition</strong></p>{}</div>'
    page = (
        '<p>Il gèle.</p><div class="{}">'
        + label
        + '<div class="pl-8"><p>Un été très sec.</p></div></div>'
    )
    check_rule("fake-heading", page.format("my-4 border-l-8 rounded", "", ""))
    for classes in ("my-4 rounded", "bg-white"):
        check_rule("fake-heading", page.format(classes, "⟦", "⟧"))
    check_rule("fake-heading", page.format("border-0", "", "").replace("border-0", "quote"))


def test_a_bold_link_that_asks_to_be_clicked_is_a_button(check_rule: CheckRule) -> None:
    check_rule(
        "fake-heading", f"Un mot.\n\n[**Cliquez ici pour vous inscrire**](/lac){AFTER}", "markdown"
    )


@each_row(
    "line",
    [
        "Adultes : 12 € / Enfants : 6 €",
        "Samedi 3 mai - 15h",
        "De 9 h à 12 h 30",
        "ferme@exemple.fr",
        "COMPLET",
        "Sortie annulée",
        "Gilet obligatoire",
        "shizuka na mizuumi no hotori de",
        "la source du lac",
        "Ma note : 14/20",
        "Mis à jour le 06/09/2021",
        "Dernière modification : le 4 mars 2021",
        "Riou & Lambel (2021) · Revue du lac, 13(4), 255-277",
        "{{ t.label }}",
    ],
)
def test_what_is_to_be_known_and_what_is_quoted_are_none(check_rule: CheckRule, line: str) -> None:
    check_rule("fake-heading", f"Un mot.\n\n**{line}**{AFTER}", "markdown")


@each_row("line", ["Mise à jour du lac", "Publié par le club", "Riou et Lambel, page 12"])
def test_titles_that_begin_or_end_like_dates_and_references(
    check_rule: CheckRule, line: str
) -> None:
    check_rule("fake-heading", f"Un mot.\n\n⟦**{line}**⟧{AFTER}", "markdown")


@each_row(
    ("below", "heads"),
    [
        ("coule de nouveau depuis lundi.", False),
        ("Présidente de l’association", False),
        ("Elle coule de nouveau depuis lundi.", True),
        ("Tout ce que nous avons vu au bord du lac cet hiver", True),
        ("- le lac\n- la source", True),
    ],
)
def test_what_stands_below_must_be_its_text(
    check_rule: CheckRule, below: str, *, heads: bool
) -> None:
    line = "⟦**La source**⟧" if heads else "**La source**"
    check_rule("fake-heading", f"Un mot.\n\n{line}\n\n{below}\n", "markdown")


def test_a_number_makes_a_title_of_a_line_in_another_language(check_rule: CheckRule) -> None:
    check_rule("fake-heading", f"Un mot.\n\n⟦**07/ Down by the old riverside**⟧{AFTER}", "markdown")


def test_tiles_have_labels(check_rule: CheckRule) -> None:
    tile = '<div style="font-weight:700">{}</div>'
    tiles = "".join(tile.format(label) for label in ("12", "Lacs", "Sources"))
    text = "<p>Nous avons compté tout ce qui coule et tout ce qui gèle.</p>"
    check_rule(
        "fake-heading",
        f"<h1>L’eau</h1><p>Un mot.</p>{tiles}{text}".replace(
            tile.format("Sources"), "⟦" + tile.format("Sources") + "⟧"
        ),
    )


def test_lines_that_take_turns_with_others_are_none(check_rule: CheckRule) -> None:
    turns = "**Où coule donc la source ?**\n\nAu pied du mont.\n\n"
    check_rule("fake-heading", f"Un mot.\n\n{turns * 9}", "markdown")
    longer = f"⟦**Où coule donc la source ?**⟧\n\n{'Au pied du mont. ' * 5}\n\n"
    check_rule("fake-heading", f"Un mot.\n\n{longer * 9}", "markdown")


@each_row(
    ("image", "shown"),
    [
        ('<img class="img-circle" src=a.jpg alt="Formateur">', True),
        ('<img src="/avatars/1.png" alt="">', True),
        ('<img src="/lac.png" alt="">', False),
    ],
)
def test_the_name_beside_a_portrait_is_none(check_rule: CheckRule, image: str, shown: bool) -> None:
    name = "<p><b>Maud Perrin</b></p>" if shown else "⟦<p><b>Maud Perrin</b></p>⟧"
    text = "<p>Elle nage dans le lac depuis dix ans.</p>"
    check_rule("fake-heading", f"<h1>Le lac</h1><p>Il est gelé.</p><div>{image}</div>{name}{text}")


def test_a_formula_in_bold_is_no_heading(check_rule: CheckRule) -> None:
    text = "# Le lac\n\nUn mot.\n\n{}\n\nLe volume du lac gelé.\n"
    check_rule("fake-heading", text.format("**V = np.mean( aire ) * fond / 2**"), "markdown")
    check_rule("fake-heading", text.format("⟦**Le volume = le fond**⟧"), "markdown")


@each_row(
    ("line", "names"),
    [
        ("Yann – Patineur", True),
        ("Jeanne Riou", True),
        ("Jeanne Riou, présidente", True),
        ("Le retour", False),
    ],
)
def test_who_said_what_is_quoted_above(check_rule: CheckRule, line: str, *, names: bool) -> None:
    page = "<h1>Le lac</h1><p>Il est gelé.</p>{}{}<p>Nous y avons patiné depuis lundi matin.</p>"
    bold = f"<p><strong>{line}</strong></p>"
    quote = "<p>« La glace était belle. »</p>"
    check_rule("fake-heading", page.format(quote, bold if names else f"⟦{bold}⟧"))
    check_rule("fake-heading", page.format("<p>La glace était belle.</p>", f"⟦{bold}⟧"))
