"""Pages whose attribute lang is not the language of their text."""

import pytest
from site_checking import CheckSite

FRENCH = (
    "Le verger donne des figues en août, des noix en octobre et des coings quand viennent les premiers froids. Nous y "
    "travaillons toute l’année, du semis à la récolte, avec des voisins qui prêtent leurs bras et leurs paniers. Ce "
    "journal raconte chaque saison, ses travaux, ses surprises et ses recettes."
)
ENGLISH = (
    "The orchard gives figs in August, walnuts in October and quinces when the first cold days come. We work there all "
    "the year round, from sowing to harvest, with neighbours who lend us their arms and their baskets. This diary tells "
    "of each season, of its chores, its surprises and its recipes, and of the people who share them."
)
GERMAN = (
    "Der Obstgarten gibt Feigen im August, Nüsse im Oktober und Quitten, wenn die ersten kalten Tage kommen. Wir arbeiten "
    "dort das ganze Jahr, von der Saat bis zur Ernte, mit Nachbarn, die uns ihre Hände und ihre Körbe leihen. Dieses "
    "Tagebuch erzählt von jeder Jahreszeit, von ihren Arbeiten und ihren Überraschungen."
)


def text(lang: str, words: str, *, tag: str = "lang") -> str:
    return f'<html {tag}="{lang}"><head><title>Page</title></head><body><main><h1>Page</h1><p>{words}</p></main></body></html>'


def plain(message: str) -> str:
    return message.replace("\xa0", " ")


def test_pages_wrong_in_one_way_are_one_finding(check_site: CheckSite) -> None:
    files = {
        "index.html": text("⟦en⟧", FRENCH),
        "a.html": text("⟦en⟧", FRENCH),
        "b.html": text("⟦en-GB⟧", FRENCH),
        "c.html": text("⟦fr⟧", ENGLISH),
        "d.html": text("⟦fr⟧", GERMAN),
        "e.html": text("fr", FRENCH),
    }
    found = check_site("page-language", files)
    assert {plain(one.message("fr")) for one in found} == {
        "2 pages se disent en « en », mais leur texte est en français.",
        "1 page se dit en « en-gb », mais son texte est en français.",
        "1 page se dit en « fr », mais son texte est en anglais.",
        "1 page se dit en « fr », mais son texte est en allemand.",
    }
    assert "2 pages say “en”, but their text is in French." in {one.message("en") for one in found}
    assert "1 page says “fr”, but its text is in German." in {one.message("en") for one in found}
    assert {one.severity.value for one in found} == {"warning"}


@pytest.mark.parametrize("lang", ["fr", "FR", "fr-CA", "fr_FR", " fr ", "fra", "fr-Latn-BE"])
def test_ways_to_say_french(check_site: CheckSite, lang: str) -> None:
    assert not check_site("page-language", {"index.html": text(lang, FRENCH)})


@pytest.mark.parametrize(
    ("lang", "words"), [("en", ENGLISH), ("de-AT", GERMAN), ("en-US", ENGLISH), ("eng", ENGLISH)]
)
def test_pages_in_other_languages_that_say_so(check_site: CheckSite, lang: str, words: str) -> None:
    assert not check_site("page-language", {"index.html": text(lang, words)})


NAMES = "".join(
    f"<li>{one}</li>" for one in ("The Garden", "Open all day", "Oak Street", "Your name", "Send it now", "My Company") * 6
)  # fmt: skip


def test_a_list_of_names_is_in_no_language(check_site: CheckSite) -> None:
    words = f"Un mot.</p><ul>{NAMES}</ul><p>"
    assert not check_site("page-language", {"index.html": text("fr", words)})


def test_among_names_sentences_tell(check_site: CheckSite) -> None:
    words = f"{ENGLISH}</p><ul>{NAMES}</ul><p>"
    assert check_site("page-language", {"index.html": text("⟦fr⟧", words)})


def test_a_page_that_says_nothing_is_its_own_audit_s(check_site: CheckSite) -> None:
    files = {
        "index.html": text("", FRENCH),
        "a.html": text("fr", FRENCH, tag="data-lang"),
        "b.html": text("und", FRENCH),
        "c.html": text("mul", FRENCH),
    }
    assert not check_site("page-language", files)


OCCITAN = (
    "Los fruchs del verdièr madurisson a la fin de l’estiu e alara començam de los culhir amb los vesins. Trabalham tot "
    "l’an dins l’òrt, de la semença a la recòlta, e l’ivèrn podam las brancas. Aqueste jornal conta cada sason, los "
    "trabalhs, las suspresas e las bonas recèptas de la familha."
)
CORSICAN = (
    "I frutti di u verziere maturiscenu à a fine di l’estate è tandu cuminciemu à coglie li cù i vicini. Travagliemu "
    "tuttu l’annu in l’ortu, da a sumente à a racolta, è d’inguernu putemu i rami. Stu ghjurnale conta ogni stagione, i "
    "travagli, e surprese è e bone ricette di a famiglia."
)
LUXEMBOURGISH = (
    "D’Äppel ginn um Enn vum Summer zeideg an da fänke mir un, se mat den Noperen ze plécken. Dat ganzt Joer schaffe mir "
    "am Gaart, vum Séien bis bei d’Recolte, an am Wanter schneide mir d’Äscht. Dëst Tagebuch erzielt vun all Joreszäit."
)


@pytest.mark.parametrize(
    ("lang", "words"), [("oc", OCCITAN), ("co", CORSICAN), ("lb-LU", LUXEMBOURGISH)]
)
def test_languages_that_are_not_told_apart_are_believed(
    check_site: CheckSite, lang: str, words: str
) -> None:
    assert not check_site("page-language", {"index.html": text(lang, words)})


def test_a_language_far_from_the_text_s_is_not(check_site: CheckSite) -> None:
    files = {"index.html": text("⟦ja⟧", FRENCH), "a.html": text("⟦pl⟧", ENGLISH)}
    assert len(check_site("page-language", files)) == 2


def test_fifty_words_tell_a_language(check_site: CheckSite) -> None:
    words = FRENCH.replace("’", " ").split()
    files = {
        "index.html": text("fr", FRENCH),
        "a.html": text("⟦en⟧", " ".join(words[:50])),
        "b.html": text("en", " ".join(words[:49])),
        "c.html": text("en", ""),
    }
    check_site("page-language", files)


def test_what_is_no_language(check_site: CheckSite) -> None:
    latin = (
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore "
        "magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo "
        "consequat. Duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore eu fugiat nulla."
    )
    numbers = " ".join(str(n * 37) for n in range(100))
    files = {"index.html": text("fr", latin), "a.html": text("fr", numbers)}
    assert not check_site("page-language", files)


def test_lists_of_titles_are_not_judged(check_site: CheckSite) -> None:
    titles = "".join(f'<li><a href="a{n}.html">{FRENCH[:60]} {n}</a></li>' for n in range(8))
    files = {
        "index.html": text("fr", FRENCH),
        "liste.html": text("en", "Liste.").replace("<p>", f"<ul>{titles}</ul><p>"),
        "tags/verger/index.html": text("en", FRENCH),
        **{f"a{n}.html": text("fr", FRENCH) for n in range(8)},
    }
    assert not check_site("page-language", files)


def test_a_passage_in_another_language_is_not_the_page_s(check_site: CheckSite) -> None:
    files = {
        "index.html": text(
            "fr", f"{FRENCH}</p><blockquote lang='en'><p>{ENGLISH[:90]}</p></blockquote><p>{FRENCH}"
        )
    }
    assert not check_site("page-language", files)


def test_what_is_kept_out_is_read_too(check_site: CheckSite) -> None:
    """Whoever comes by a link hears it."""
    out = '<title>Page</title><meta name="robots" content="noindex">'
    files = {"index.html": text("⟦en⟧", FRENCH).replace("<title>Page</title>", out)}
    assert check_site("page-language", files)


def test_sources_say_their_language_in_front_matter(check_site: CheckSite) -> None:
    files = {
        "a.md": f"---\ntitle: A\nlang: ⟦en⟧\n---\n\n{FRENCH}\n",
        "b.md": f"---\ntitle: B\nlang: fr\n---\n\n{FRENCH}\n",
        "c.md": f"# C\n\n{ENGLISH}\n",
    }
    check_site("page-language", files)
