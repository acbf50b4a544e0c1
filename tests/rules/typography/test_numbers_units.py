import pytest
from conftest import CheckRule
from growth import grows_linearly, repeated
from tables import each_row

from seo_audit import plugins
from seo_audit.measures import Measures
from seo_audit.parsing import Parsing, parse
from seo_audit.source import Source


@each_row(
    "part",
    [
        "26.000",
        "1.500",
        "1.250.300",
        "12.345",  # followed by a plural
        "200°C",
        "200° C",
        "37,5°C",
        "3,5M€",
        "10k€",
        "2Md€",
        "2Mds€",
        "20kg",
        "7g",
        "100m²",
        "1,5L",
        "90km/h",
        "12kWh",
        "64Go",
        "45min",
        "5 kms",
        "5 Kg",
        "10 mn",
        "9H",
        "18H30",
        "n°12",
        "N°12",
        "12 m2",
        "3km2",
        "10Mb/s",
        "14 H 30",
        "100m",
        "60W",
        "500GB",
        "500mAh",
        "3bar",
        "20ans",
        "100euros",
        "12€50",
        "25 KG",
        "3 hrs",
        "14h05mn",
        "€5",
        "€ 1.50",
        "£10",
    ],
)
def test_faults(check_rule: CheckRule, part: str) -> None:
    check_rule("numbers-units", f"<p>On a compté ⟦{part}⟧ voisins, hier.</p>")


@each_row(
    "text",
    [
        "⟦12,000⟧ habitants",
        "⟦87.969⟧ habitants",
        "⟦12.000⟧ jours",
        "⟦10000⟧ habitants",
        "⟦1234567⟧ euros",
        "⟦MM⟧ Dupont et Durand",
        "⟦Mrs⟧ Dupont, Roy et Durand",
        "⟦Mgr.⟧ Lenoir",
        "⟦Melle⟧ Lenoir",
    ],
)
def test_faults_by_what_follows(check_rule: CheckRule, text: str) -> None:
    assert check_rule("numbers-units", f"<p>On a vu {text}, hier, sur la place du village.</p>")


def test_a_number_below_zero(check_rule: CheckRule) -> None:
    check_rule("numbers-units", "<p>Il a fait -⟦5°C⟧ hier, ou (-3°C).</p>")


@each_row(
    "text",
    [
        "26 000 voisins, 3,5 M€, 20 kg et 200 °C",
        "26 000 voisins et 5 km",
        "la version 5.000 voisins",
        "Python 3.11, Ubuntu 24.04 et Node 20.11.1",
        "l’adresse 192.168.100.200",
        "la fréquence de 101.500 MHz",
        "une fourchette de 10-20 kg",
        "le modèle XJ-20kg",
        "le SIREN 552.100.554",
        "le RCS Nantes 552.100.554",
        "l’article R. 121.100",
        "un rapport de 1.234",
        "un rapport de 3.141 est proche",
        "un rapport de 1.250 dans l’eau",
        "un tour en 87.969 jours",
        "le 31.12.2000 à midi",
        "une feuille A4, un écran 4K, la 5G, la 5g, un film en 3D",
        "un objectif 24-70mm et un mur de 12B",
        "le fichier plan-20kg.jpg et x20kg",
        "14h, 14 h 30, 14h30 et 24H du Mans, 24H Chrono",
        "un angle de 180° et 12°",
        "le n° 5, le nº 5, un Chanel N°5",
        "au cinéma, sur la place, les films avec Mr Bean, Mr. Robot et Mr Bricolage",
        "M. Durand, Mme Durand et Mlle Durand",
        "le code <code>20kg 14H n°5</code> du programme",
        "https://exemple.fr/20kg/n°5",
        "une moto de 500cc, un film en 1080p, 1920x1080px",
        "le 26.000.1 et 0.500 fois",
        "1,234,500 dollars",
        "12,000 mètres et 12,500 personnes",
        "le code 10000 et 38000 Grenoble, 1000 habitants",
        "le journal 20Minutes, un disque 33t, un moteur 16V, la Fiat 500L",
        "5 € et 12,50 €, 5 €/kg de rabais",
        "Mrs Dalloway et son mari, le MM 12, la ville de Melle Nord",
        "un prix de 10 €, 5 £ ou US$ 3",
        "de la taille €uro",
    ],
)
def test_what_is_right_or_something_else(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("numbers-units", f"<p>Voici {text}.</p>")


@each_row("name", ["Mr", "Mr.", "Mme.", "Mlle."])
def test_titles_of_address(check_rule: CheckRule, name: str) -> None:
    check_rule("numbers-units", f"<p>Chez ⟦{name}⟧ Lenoir, ou chez Mr et Mrs.</p>")


def test_a_title_before_another(check_rule: CheckRule) -> None:
    check_rule("numbers-units", "<p>⟦Mr⟧ et Mme Lenoir, à 100 °C ; Mr et Lenoir.</p>")


def test_a_degree_in_small_letters(check_rule: CheckRule) -> None:
    check_rule("numbers-units", "<p>L’eau bout à ⟦100°c⟧, à 45° du bord.</p>")


def test_a_line_in_capitals_writes_units_so(check_rule: CheckRule) -> None:
    assert not check_rule(
        "numbers-units", "<h2>LE SAC DE 25 KG SUR LA PLACE DU VILLAGE</h2><p>Voici le sac.</p>"
    )


def test_english_is_left_alone(check_rule: CheckRule) -> None:
    assert not check_rule(
        "numbers-units",
        "<p>La fontaine du village coule de nouveau depuis lundi, et les enfants jouent sur la place.</p>"
        "<p>The oven of our village was built by Mr Johnson and it weighs 20kg without the door.</p>",
    )


def test_titles_and_descriptions(check_rule: CheckRule) -> None:
    check_rule(
        "numbers-units",
        '---\ntitle: "Un four à ⟦200°C⟧"\ndescription: Il pèse ⟦20kg⟧.\n---\n\nVoici ⟦7kg⟧ de pain.\n',
        "markdown",
    )


def test_a_title_that_the_page_repeats_is_judged_once(check_rule: CheckRule) -> None:
    check_rule(
        "numbers-units",
        "<title>Un four à 200°C - Le bourg</title><h1>Un four à ⟦200°C⟧</h1><p>Voici.</p>",
    )


def test_message(check_rule: CheckRule) -> None:
    [finding] = check_rule("numbers-units", "<p>Voici ⟦20kg⟧ et 30kg.</p>")
    assert finding.message("fr") == (
        "2 unités collées à leur nombre ici, par exemple « 20kg »."
    ).replace(" »", "\u00a0»").replace("« ", "«\u00a0")
    assert "units glued" in finding.message("en")


@each_row(
    "unit",
    [
        "1",
        "1.000.",
        "9,",
        "n°",
        "Mr ",
        "1 ",
        "1.",
        "20kg",
        "24H du ",
        "€1.",
        "1,000",
        "MM A, ",
        "Mrs Bo, ",
        "12€",
    ],
)
def test_time_grows_as_the_text(unit: str) -> None:
    check = plugins.rules()["numbers-units"].check

    def work(text: str) -> object:
        document = parse(Source(text), Parsing(), "text")
        return list(check(document, Measures(document), None))

    assert grows_linearly(repeated(unit, work, "La fontaine coule. "), 20_000)


@pytest.mark.parametrize("text", ["3 km<sup>2</sup>", "12,5 cm<sup>3</sup>"])
def test_an_exponent_set_as_one(check_rule: CheckRule, text: str) -> None:
    check_rule("numbers-units", f"<p>La plaine couvre {text} au sud.</p>")


def test_an_exponent_glued_or_not_raised(check_rule: CheckRule) -> None:
    [found] = check_rule("numbers-units", "<p>La plaine couvre ⟦3km<sup>2⟧</sup> au sud.</p>")
    assert "collée" in found.message("fr")
    [found] = check_rule("numbers-units", "<p>La plaine couvre ⟦3 km2⟧ au sud.</p>")
    assert "symbole" in found.message("fr")


@each_row(
    "text", ["le tableau 3.100", "la figure <a href='#f'>4.250</a>", "les 42.195 km du marathon"]
)
def test_numbers_of_tables_and_marathons(check_rule: CheckRule, text: str) -> None:
    check_rule("numbers-units", f"<p>On le voit dans {text} du lac.</p>")
    check_rule("numbers-units", "<p>On court les ⟦42.000⟧ km du lac.</p>")


@each_row("other", ["82350671.000", "0.25", "3.14159", "-0.125"])
def test_tables_with_a_point_before_decimals(check_rule: CheckRule, other: str) -> None:
    table = "| lac | eau |\n|---|---|\n| Vert | {} |\n| Bleu | {} |\n"
    check_rule("numbers-units", "Le lac.\n\n" + table.format("94.000", other), "markdown")
    check_rule("numbers-units", "Le lac.\n\n" + table.format("⟦94.000⟧", "⟦12.500⟧"), "markdown")
    check_rule("numbers-units", f"Le lac de ⟦94.000⟧ m².\n\n{table.format('a', other)}", "markdown")


def test_a_figure_above_its_caption(check_rule: CheckRule) -> None:
    boxes = '<div><span class="n">{}</span><span class="l">km de rive</span></div>'
    check_rule("numbers-units", f"<p>Le lac :</p>{boxes.format('12')}")
    check_rule("numbers-units", "<p>Le lac a <b>⟦12</b>km⟧ de rive.</p>")
