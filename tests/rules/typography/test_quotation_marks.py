from conftest import CheckRule
from tables import each_row


@each_row(
    "text",
    [
        '⟦"Oui"⟧, dit-il.',
        '(⟦"oui"⟧)',
        'l\'⟦"oui"⟧ du maire',
        '« il a dit ⟦"oui"⟧ »',
        '⟦"Un écran de 15 pouces"⟧ !',
        '⟦"Hello world"⟧ dit l’écran',
        '⟦"et/ou"⟧',
        'le suffixe ⟦"-ment"⟧',
        '⟦"la rue -- le port"⟧',
        '⟦"le champ nom_de_rue"⟧',
    ],
)
def test_straight_marks(check_rule: CheckRule, text: str) -> None:
    check_rule("quotation-marks", f"<p>{text}</p>")


@each_row(
    "text",
    [
        'un écran de 15" et un autre de 17"',
        "48° 51' 24\" nord et 2° 21' 07\" est",
        'un attribut alt="texte" ou title="mot"',
        '"nom": "valeur", "âge": 12',
        'une marque " seule',
        'une chaîne vide ""',
        'des chiffres "12"',
        "“oui” et « non »",
        'le dossier "textes/2024/mai"',
        'le dossier "/var/log/" ou "~/notes"',
        'la variable "$HOME" ou "$HOME_X"',
        'une option "--sans-cache" ou "-r"',
        'le champ "nom_de_variable" de "moi@exemple.org"',
        '"I have said again and again that this is not what we want"',
    ],
)
def test_what_is_no_fault(check_rule: CheckRule, text: str) -> None:
    check_rule(
        "quotation-marks",
        "<p>La fontaine du village coule de nouveau, et les enfants jouent autour du bassin depuis "
        f"que le maire est venu. Voici {text}</p>",
    )


def test_message(check_rule: CheckRule) -> None:
    [finding] = check_rule("quotation-marks", '<p>⟦"Oui"⟧ et "non"</p>')
    nbsp = "\u00a0"
    assert (
        finding.message("fr")
        == f"2 passages entre guillemets droits ici, par exemple «{nbsp}Oui{nbsp}»."
    )
    assert (
        finding.message("en") == "2 quotations in straight quotation marks here, for example “Oui”."
    )
    assert len(finding.related) == 1


def test_over_lines_and_in_titles(check_rule: CheckRule) -> None:
    check_rule(
        "quotation-marks",
        '<title>Le ⟦"vieux four"⟧</title><h1>Le four</h1><p>On lit :<br>⟦"Un four,<br>un pain."⟧<br>15" de large</p>',
    )


def test_what_a_shortcode_of_wordpress_is_given(check_rule: CheckRule) -> None:
    check_rule("quotation-marks", 'Il gèle.\n\n[Tweet "Le lac est gelé"]\n', "markdown")
    check_rule("quotation-marks", 'Il gèle [dit-il ⟦"Le lac est gelé"⟧, enfin].\n', "markdown")
    check_rule("quotation-marks", 'Il gèle, [Tweet ⟦"Le lac"⟧ et lac].\n', "markdown")
