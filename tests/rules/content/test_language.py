import pytest
from conftest import CheckRule

from seo_audit.rule import Severity
from seo_audit.rule_support.language_names import language_name

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


@pytest.mark.parametrize("code", PASSAGES)
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
