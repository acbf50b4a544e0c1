import pytest
from conftest import CheckRule
from tables import each_row

import seo_audit
from seo_audit.rule import Severity
from seo_audit.rule_support.languages import language_name

FRENCH = (
    "La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin. "
    "Elle était à sec depuis quatre ans, car sa source avait changé de lit."
)
PASSAGES = {
    "en": "The water was gone for four years because its spring had moved to another bed under the town.",
    "es": "El agua había desaparecido durante cuatro años porque su manantial había cambiado de lugar bajo la ciudad.",
    "it": "L’acqua era scomparsa da quattro anni perché la sua sorgente aveva cambiato letto sotto la città vecchia.",
    "de": "Das Wasser war vier Jahre lang verschwunden, weil die Quelle unter der Stadt ein anderes Bett gefunden hatte.",
    "pt": "A água tinha desaparecido durante quatro anos porque a sua nascente tinha mudado de lugar sob a cidade.",
}


@each_row("code", PASSAGES)
def test_passages_are_named(check_rule: CheckRule, code: str) -> None:
    page = f"<p>{FRENCH}</p>⟦<p>{PASSAGES[code]}</p>⟧<p>{FRENCH}</p>"
    [finding] = check_rule("language", page)
    assert finding.severity is Severity.WARNING
    assert finding.values["language"] == language_name(code)
    assert "attribut lang" in finding.advice("fr")


def test_mostly_foreign_is_one_error(check_rule: CheckRule) -> None:
    page = f"<p>{FRENCH}</p>" + f"<p>{PASSAGES['en']}</p>" * 4
    [finding] = check_rule("language", page)
    assert finding.severity is Severity.ERROR
    assert finding.place is None


def test_marked_passages_are_fine(check_rule: CheckRule) -> None:
    page = f'<p>{FRENCH}</p><p>Il dit : <q lang="en">{PASSAGES["en"]}</q></p>'
    assert not check_rule("language", page)


def test_names_and_code_are_not_foreign(check_rule: CheckRule) -> None:
    names = "<p>Jean Dupont, Maria Rossi, John Smith, Karl Schmidt, Ana Silva, Tom Brown, Lea Weber, Eva Braun.</p>"
    assert not check_rule("language", f"<p>{FRENCH}</p>{names}")


def test_no_prose_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("language", "<h1>The water is back</h1>", applies=False)


def test_a_list_of_names_is_in_no_language(check_rule: CheckRule) -> None:
    names = "Frank Weber (Post) ; Rudi Stone (Rhine Bank) ; John Smith (The Water Company) ; " * 4
    assert not check_rule(
        "language", f"<p>Il est gelé, et les enfants patinent déjà.</p><p>{names}</p>"
    )


@each_row(
    "things",
    [
        "T-shirt, jean, sweat, short, baskets, parka, polo, slip, string, top, body, blazer, bomber, trench, legging",
        "pizza margherita, spaghetti carbonara, penne arrabbiata, risotto ai funghi, tiramisu, panna cotta, osso buco",
        "Do, ré, mi, fa, sol, la, si, do, si, la, sol, fa, mi, ré, do, do, ré, la",
    ],
)
def test_a_list_of_things_is_in_no_language(check_rule: CheckRule, things: str) -> None:
    check_rule(
        "language", f"Voici ce que le bourg vend au mois de janvier.\n\n- {things}\n", "markdown"
    )
    english = "The water is back, the people are happy, the children play, they run and shout, and nobody knows why it stopped"
    check_rule("language", f"{FRENCH}\n\n⟦- {english}⟧\n\n{FRENCH}\n", "markdown")


def test_says_it_in_both_languages(check_rule: CheckRule) -> None:
    page = f"{FRENCH}\n\n⟦{PASSAGES['de']}⟧\n\n{FRENCH}\n"
    [finding] = check_rule("language", page, "markdown")
    assert finding.message("fr") == "Passage de 18 mots en allemand."
    assert finding.message("en") == "Passage of 18 words in German."
    assert "<div lang=…>" in finding.advice("fr")
    marked = page.replace("⟦", '<div lang="de">\n\n').replace("⟧", "\n\n</div>")
    assert not check_rule("language", marked, "markdown")


def test_plain_text_cannot_mark_a_language(check_rule: CheckRule) -> None:
    [finding] = check_rule("language", f"{FRENCH}\n\n⟦{PASSAGES['en']}⟧\n\n{FRENCH}\n", "text")
    assert "lang" not in finding.advice("en").replace("language", "")


def test_a_language_without_a_name_is_shown_by_its_code() -> None:
    assert language_name("eo").say("fr") == "«\u00a0eo\u00a0»"


@each_row(
    ("header", "text"),
    [("lang: en", PASSAGES["en"]), ("language: es-MX", PASSAGES["es"]), ("language: English", PASSAGES["en"]), ("lang: ⟦eo⟧", "La akvo revenis, kaj ĉiuj infanoj ludas.")],
)  # fmt: skip
def test_a_declared_language_is_no_fault(check_rule: CheckRule, header: str, text: str) -> None:
    key, _, value = header.partition(": ")
    page = f"---\n{key}: ⟦{value.strip('⟦⟧')}⟧\n---\n\n{text}\n"
    [finding] = check_rule("language", page, "markdown")
    assert finding.severity is Severity.INFO
    check_rule("sentence-length", page.replace("⟦", "").replace("⟧", ""), "markdown", applies=False)
    check_rule("apostrophes", page.replace("⟦", "").replace("⟧", ""), "markdown", applies=False)


def test_a_page_that_says_so(check_rule: CheckRule) -> None:
    page = f'<html lang="⟦en⟧"><body><p>{PASSAGES["en"]}</p></body></html>'
    check_rule("language", page)
    # the attribute is wrong where the text is French: that rule says so
    page = f'<html lang="en"><body><p>{FRENCH}</p></body></html>'
    check_rule("language", page)
    check_rule("sentence-length", page)


def test_short_items_in_another_language_are_one_fault(check_rule: CheckRule) -> None:
    items = "".join(f"- The water of the well {n} is back.\n" for n in range(9))
    [finding] = check_rule("language", f"# The wells\n\n{PASSAGES['en']}\n\n{items}", "markdown")
    assert finding.severity is Severity.ERROR
    check_rule(
        "language", f"# Les puits\n\n⟦{PASSAGES['en']}⟧\n\n{items}\n{FRENCH} {FRENCH}\n", "markdown"
    )


@each_row(
    ("name", "told"),
    [("en/lac.md", True), ("lac_en.md", True), ("lac-en.mdx", True), ("lac_es.md", False), ("i18n/en-US/lac.md", True), ("lac.en.md", True), ("de/lac.md", False), ("notes/lac.md", False)],
)  # fmt: skip
def test_a_folder_says_so_too(check_rule: CheckRule, name: str, told: bool) -> None:
    [finding] = check_rule("language", PASSAGES["en"], "markdown", article={"name": name})
    assert finding.severity is (Severity.INFO if told else Severity.ERROR)


TITLE = "How to Build, Fire and Keep a Wood Oven in Your Own Garden for Many Years to Come"


@each_row(
    "item",
    [
        f"[{TITLE}](/livre), paru en 2011",
        f"[{TITLE}](/livre)",
        f"*{TITLE}*, un livre utile",
        f"<cite>{TITLE}</cite>",
        f"« {TITLE} », un livre utile",
        f"Smith, J. (2011). {TITLE}. Oxford University Press.",
        f"Smith (J.), {TITLE}, 2011. https://exemple.org/livre",
        f"Le Courrier du Lac, {TITLE} (gel de la rive nord), 3 mars 2026, <https://exemple.org/gel>",
        f"Le Courrier du Lac, {TITLE} (gel de la rive nord), juin 2026, https://exemple.org/gel",
        (
            "Le Courrier, lundi, coût de la digue de 12 Md€ à 14 Md€ dont 3 sous conditions, la région et le port 2 Md€ chacun : "
            "https://exemple.org/news/the-lake-will-be-frozen-for-all-of-the-winter-and-no-one-can-say-when-it-is-to-be-over"
        ),
        "Départements : 67 (PVA 08/2024), 91 (PVA 08/2024), 60 (PVA 06/2024), 73 (PVA 09/2024), 68 (PVA 08/2024), 25 (PVA)",
        "<kbd>Press the home and the end key to go to the start and the end of this line</kbd>, puis Entrée",
        "Los Angeles, San Francisco, San Diego, Santa Fe, Las Vegas, El Paso, San Antonio, Los Alamos, Santa Cruz, La Paz",
    ],
)
def test_titles_references_and_places_are_no_passages(check_rule: CheckRule, item: str) -> None:
    check_rule("language", f"{FRENCH}\n\n- {item}\n- {FRENCH}\n", "markdown")


@each_row(
    "text",
    [
        f"*{PASSAGES['en']}*",
        f"« {PASSAGES['en']} »",
        f"{PASSAGES['en']} See [the map](/map).",
        f"{PASSAGES['en'][:-1]} in 2011, see https://exemple.org.",
        f"{PASSAGES['en'][:-1]}, March 2011, see https://exemple.org.",
    ],
)
def test_passages_in_any_dress(check_rule: CheckRule, text: str) -> None:
    check_rule("language", f"{FRENCH}\n\n⟦{text}⟧\n\n{FRENCH}\n", "markdown")


def test_measures_of_french_are_not_taken() -> None:
    page = f"---\nlang: en\n---\n\n{PASSAGES['en']}\n"
    figures = seo_audit.audit(page, format="markdown").figures
    assert figures is not None
    assert (figures.words, figures.sentences, figures.language) == (18, 1, "en")
    assert figures.readability is figures.reading_ease is None
    assert figures.passive_share is figures.connector_share is None
    assert figures.keyphrase_candidates == ()


def test_an_article_of_titles_and_sentences_in_another_language(check_rule: CheckRule) -> None:
    text = f"{PASSAGES['en']} Read it.\n\n- See [the map of all the wells in this old town and of its many springs](/map) for more."
    [finding] = check_rule("language", text, "markdown")
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize("tag", ["q", "b", "cite"])
@pytest.mark.parametrize("kind", ["html", "markdown"])
def test_a_title_quoted_or_in_bold(check_rule: CheckRule, tag: str, kind: str) -> None:
    french = (
        "La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin. "
        "Le maire a fait venir un maçon de la ville, qui a trouvé la fuite sous le perron de la poste."
    )
    title = "How to Build, Fire and Keep a Fountain in Your Own Garden for Many Years to Come"
    check_rule(
        "language", f"<p>{french}</p>\n\n<p><{tag}>{title}</{tag}>, un livre utile.</p>\n", kind
    )


def test_a_passage_all_in_bold(check_rule: CheckRule) -> None:
    french = (
        "La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin. "
        "Le maire a fait venir un maçon de la ville, qui a trouvé la fuite sous le perron de la poste."
    )
    english = "The water was gone for four years because its spring had moved to another bed, and nobody knew where"
    check_rule("language", f"<p>{french}</p>\n⟦<p><b>{english}</b></p>⟧\n")


def test_an_entry_of_a_bibliography_by_author_and_year(check_rule: CheckRule) -> None:
    french = (
        "La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin. "
        "Le maire a fait venir un maçon de la ville, qui a trouvé la fuite sous le perron de la poste."
    )
    title = "The water was gone for four years because its spring had moved to another bed, and nobody knew where"
    check_rule("language", f"<p>{french}</p><p>Council of the Village (2021). {title}.</p>")
    check_rule("language", f"<p>{french}</p>⟦<p>The council of the village said: {title}.</p>⟧")


def test_names_in_a_text_that_french_holds_together(check_rule: CheckRule) -> None:
    french = "<p>La fontaine du village coule de nouveau depuis lundi, et les enfants jouent autour du bassin.</p>"
    names = "Milas Black Diamond a été à 3 reprises Best of Breed et Best of Winner of the Show, sur une femelle de Mountain Dream"
    english = "Milas Black Diamond was three times best of breed and best of winner of the show with a female of Mountain Dream"
    check_rule("language", f"{french * 3}<p>{names}.</p>")
    check_rule("language", f"{french * 3}⟦<p>{english}.</p>⟧")


def test_a_page_of_references_is_in_no_language(check_rule: CheckRule) -> None:
    entries = (
        "Riou, Jeanne R. 2013. <em>Water for Kids: A Playful Introduction to Sailing</em>. no frost press.",
        'Lambel, Paul. 2015. <em>Lakes from Scratch: First Principles with Water</em>. " The Lake Media, Inc.".',
        'Dupont, Zoé. 2017. <em>Water for Lake Analysis: Lake Wrangling with Rivers, Snow, and Wind (2nd Edition)</em>. " The Lake Media, Inc.".',
    )
    page = "<h1>References</h1>" + "".join(f"<div>{one}</div>" for one in entries)
    assert not check_rule("language", page)
    [finding] = check_rule("language", page + f"<p>{PASSAGES['en']}</p>" * 4)
    assert finding.severity is Severity.ERROR


def test_half_of_a_bilingual_page_is_one_passage(check_rule: CheckRule) -> None:
    french = (
        "<p>Le lac est gelé depuis lundi, et les enfants du bourg y patinent chaque soir.</p>" * 6
    )
    english = "<p>{}The lake has been frozen since Monday, and the children of the village skate on it every evening.</p>"
    whole = f"<p>Un mot.</p>{french}⟦{english.format('')}⟧{english.format('And then: ')}{french}"
    (found,) = check_rule("language", whole)
    assert "Passage de 38 mots" in found.message("fr")
    assert len(found.related) == 1
    two = f"<p>Un mot.</p>⟦{english.format('')}⟧{french}⟦{english.format('And then: ')}⟧{french}"
    assert len(check_rule("language", two)) == 2
