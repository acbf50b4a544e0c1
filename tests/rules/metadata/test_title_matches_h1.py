from conftest import CheckRule
from tables import each_row


@each_row(
    ("title", "heading"),
    [
        ("Les lacs", "Un lac gelé"),
        ("L’État", "Chefs d'Etat"),
        ("Réparer", "Ce que nous réparons"),
        ("Lac Blanc", "Projet LacBlanc"),
        ("Le LacBlanc gelé", "Lac Blanc"),
    ],
)
def test_forms_of_one_word_agree(check_rule: CheckRule, title: str, heading: str) -> None:
    assert not check_rule(
        "title-matches-h1", f"<title>{title}</title><h1>{heading}</h1><p>Mot.</p>"
    )


def test_little_words_in_common_are_nothing(check_rule: CheckRule) -> None:
    page = "<title>⟦La fin de la nuit⟧</title><h1>Le début de la journée</h1><p>Mot.</p>"
    assert check_rule("title-matches-h1", page)


def test_nothing_to_compare(check_rule: CheckRule) -> None:
    check_rule("title-matches-h1", "<title>Le lac</title><p>Mot.</p>", applies=False)
    check_rule("title-matches-h1", "<h1>Le lac</h1><p>Mot.</p>", applies=False)


def test_a_compound_holds_the_words_it_is_made_of(check_rule: CheckRule) -> None:
    page = "<title>France - Italie : le résultat</title><h1>Vidéo. France-Italie, un match fou</h1>"
    assert not check_rule("title-matches-h1", page)


def test_a_later_heading_of_level_1_begins_a_part(check_rule: CheckRule) -> None:
    text = "---\ntitle: Bilan de l’année\n---\n\nVoici mes livres.\n\n# En cours\n\nDune."
    check_rule("title-matches-h1", text, "markdown", applies=False)
    opening = "---\ntitle: ⟦Bilan de l’année⟧\n---\n\n# En cours\n\nDune."
    check_rule("title-matches-h1", opening, "markdown")


def test_words_of_one_family_say_the_same(check_rule: CheckRule) -> None:
    check_rule("title-matches-h1", "<title>Contactez notre équipe</title><h1>Contact</h1>")
    check_rule("title-matches-h1", "<title>Estimation</title><h1>Estimer mon entreprise</h1>")
    check_rule("title-matches-h1", "<title>⟦Estampes⟧</title><h1>Estimer mon entreprise</h1>")
    check_rule("title-matches-h1", "<title>⟦Tarifs du lac⟧</title><h1>Contact</h1>")


def test_a_heading_of_two_lines_is_shown_in_one(check_rule: CheckRule) -> None:
    [found] = check_rule(
        "title-matches-h1", "<title>⟦Tarifs du lac⟧</title><h1>Niveau 1<br>Le méchant</h1>"
    )
    assert "Niveau 1 Le méchant" in found.message("fr")


def test_the_title_of_a_book_s_chapter_is_its_heading(check_rule: CheckRule) -> None:
    text = "---\ntitle: {}\n---\n\n# Charger les paquets\n\nMot.\n"
    name = {"name": "lac.qmd"}
    check_rule("title-matches-h1", text.format("Le lac"), "markdown", article=name, applies=False)
    assert check_rule("title-matches-h1", text.format("⟦Le lac⟧"), "markdown")


def test_first_letters_and_slashes(check_rule: CheckRule) -> None:
    page = "<title>{}</title><h1>{}</h1><p>Mot.</p>"
    for one, other in (
        ("CGU", "Conditions générales d’utilisation"),
        ("Plan de gestion des eaux du lac", "Le PGEL"),
        ("Filtration fer/manganèse", "Fer et manganèse"),
    ):
        check_rule("title-matches-h1", page.format(one, other))
    check_rule("title-matches-h1", page.format("⟦CGV⟧", "Conditions générales d’utilisation"))
    check_rule("title-matches-h1", page.format("⟦Eau/boue⟧", "Fer et manganèse"))


@each_row(
    ("text", "name", "applies"),
    [
        ("# Le four\n\nIl chauffe.\n\n# Le pain\n\nIl cuit.\n", "content/four.md", False),
        ("# Accueil\n\nJe tiens un four.\n", "content/_index.md", False),
        ("# Accueil\n\nJe tiens un four.\n", "content/four.md", True),
    ],
)
def test_parts_and_the_front_page_s_greeting(
    check_rule: CheckRule, text: str, name: str, applies: bool
) -> None:
    title = "⟦Les légendes du lac⟧" if applies else "Les légendes du lac"
    page = f"---\ntitle: {title}\n---\n\n{text}"
    check_rule("title-matches-h1", page, "markdown", article={"name": name}, applies=applies)
