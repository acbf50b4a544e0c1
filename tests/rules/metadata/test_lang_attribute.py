from conftest import CheckRule
from tables import each_row

from seo_audit.rule import Severity

TEXT = (
    "La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin. "
    "Elle était à sec depuis quatre ans, car sa source avait changé de lit."
)
ENGLISH = (
    "The fountain in the village is running again since Monday, and the children play around it. "
    "It had been dry for four years because its spring had moved."
)


@each_row("tag", ["fr", "FR", "fr-FR", "fr-CA", "fr-Latn-CH"])
def test_tags_of_french(check_rule: CheckRule, tag: str) -> None:
    assert not check_rule("lang-attribute", f'<html lang="{tag}"><body><p>{TEXT}</p></body></html>')


def test_missing_is_an_error_and_wrong_a_warning(check_rule: CheckRule) -> None:
    [missing] = check_rule("lang-attribute", f"⟦<html>⟧<body><p>{TEXT}</p></body></html>")
    assert missing.severity is Severity.ERROR
    page = f'<html lang="⟦fr⟧"><body><p>{ENGLISH}</p></body></html>'
    [wrong] = check_rule("lang-attribute", page)
    assert wrong.severity is Severity.WARNING
    assert wrong.values["language"] == "en"


def test_too_little_text_contradicts_nothing(check_rule: CheckRule) -> None:
    assert not check_rule("lang-attribute", '<html lang="de"><body><p>Oui.</p></body></html>')


def test_the_long_code_of_a_language(check_rule: CheckRule) -> None:
    page = f'<html lang="⟦fra-CA⟧"><body><p>{TEXT}</p></body></html>'
    [long] = check_rule("lang-attribute", page)
    assert long.severity is Severity.WARNING
    assert long.advice("fr").replace("\xa0", " ") == "Écrivez « fr-CA »."


OCCITAN = (
    "Los fruchs del verdièr madurisson a la fin de l'estiu e alara començam de los culhir amb los vesins. Trabalham tot "
    "l'an dins l'òrt, de la semença a la recòlta, e l'ivèrn podam las brancas."
)


@each_row("tag", ["oc", "oc-FR", "br", "mul", "und"])
def test_a_language_that_is_not_told_apart_is_believed(check_rule: CheckRule, tag: str) -> None:
    page = f'<html lang="{tag}"><body><p>{OCCITAN}</p></body></html>'
    assert not check_rule("lang-attribute", page)


def test_a_language_far_from_french_is_not(check_rule: CheckRule) -> None:
    assert check_rule("lang-attribute", f'<html lang="⟦ja⟧"><body><p>{TEXT}</p></body></html>')


def test_a_fragment_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("lang-attribute", f"<p>{TEXT}</p>", applies=False)


def test_parts_that_say_their_language_say_nothing_of_the_page(check_rule: CheckRule) -> None:
    french = "<p>Pierre écrit des livres sur les feuilles de style, et il habite à Lyon.</p>"
    english = "<p{}>Peter is a web developer and the author of a book about style sheets. He lives in London with his dogs.</p>"
    page = '<html lang="{}"><head><title>Pierre</title></head><body><article>{}</article></body></html>'
    marked, bare = english.format(' lang="en"'), english.format("")
    assert not check_rule("lang-attribute", page.format("fr", french + marked * 3))
    assert not check_rule("lang-attribute", page.format("fr", marked * 3))
    check_rule("lang-attribute", page.format("⟦fr⟧", french + bare * 3))


def test_a_language_that_a_template_fills_in(check_rule: CheckRule) -> None:
    assert not check_rule(
        "lang-attribute", '<html lang="{{ lang }}"><head></head><p>Mot.</p></html>'
    )
    check_rule("lang-attribute", '<html lang="⟦{ lang }⟧"><head></head><p>Mot.</p></html>')


def test_a_hyphen_parts_language_and_country(check_rule: CheckRule) -> None:
    (found,) = check_rule("lang-attribute", '<html lang="⟦fr_FR⟧"><head></head><p>Mot.</p></html>')
    assert found.severity is Severity.WARNING
    assert "fr-FR" in found.advice("fr")
    assert not check_rule("lang-attribute", '<html lang="fr-FR"><head></head><p>Mot.</p></html>')


def test_the_names_of_a_committee_are_in_no_language(check_rule: CheckRule) -> None:
    page = '<html lang="{}"><head><title>Comité</title></head><body><h1>Comité</h1><ul>{}</ul></body></html>'
    names = "<li>Paolo Bianchi (Torino)</li><li>Angelica della Rovere (Roma Tre)</li><li>Luciano Conti (Bologna)</li>"
    check_rule("lang-attribute", page.format("fr", names * 6))
    told = "<li>Il lago di Roma è gelato, e la città non lo sa ancora.</li>"
    check_rule("lang-attribute", page.format("⟦fr⟧", told * 6))


def test_a_page_sent_as_xml_says_its_language_as_xml_does(check_rule: CheckRule) -> None:
    page = f'<html xml:lang="fr"><head><title>Lac</title></head><body><p>{TEXT}</p></body></html>'
    check_rule("lang-attribute", page, article={"name": "index.xhtml"})
    check_rule(
        "lang-attribute",
        page.replace(TEXT, ENGLISH).replace('"fr"', '"⟦fr⟧"'),
        article={"name": "index.xhtml"},
    )
    head = '<html xml:lang="fr">'
    check_rule("lang-attribute", page.replace(head, f"⟦{head}⟧"), article={"name": "index.html"})
