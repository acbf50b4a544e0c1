from conftest import CheckRule
from tables import each_row

from seo_audit.config.config import Config
from seo_audit.french.word_lists import lines
from seo_audit.plugins import rules


def test_says_the_plain_words_and_how_often(check_rule: CheckRule) -> None:
    (found,) = check_rule(
        "heavy-phrases",
        "<p>Venez ⟦dans le cadre du⟧ marché, ou dans le cadre d’une visite.</p>",
    )
    assert found.message("fr").replace("\u00a0", " ") == "« dans le cadre du » est lourd (2 fois)."
    assert found.message("en") == "“dans le cadre du” is heavy (2 times)."
    assert (
        found.advice("fr").replace("\u00a0", " ") == "Dites plus simplement : pour, pendant, dans."
    )
    assert found.advice("en") == "Say it more plainly: pour, pendant, dans."
    assert len(found.related) == 1


def test_once_is_not_counted(check_rule: CheckRule) -> None:
    (found,) = check_rule("heavy-phrases", "Il vient ⟦afin de⟧ boire.", "markdown")
    assert found.message("fr").replace("\u00a0", " ") == "« afin de » est lourd."


@each_row(
    "text",
    [
        "Vous ⟦effectuerez votre demande⟧ en mairie.",
        "La commune ⟦procède au remplacement⟧ des tuyaux.",
        "Ayant ⟦procédé à l’installation⟧ du bassin, il part.",
        "⟦Il convient d’⟧attendre.",
        "⟦En raison du fait qu’⟧il pleut, il reste.",
        "Le dossier ⟦susmentionné⟧ est clos.",
    ],
)
def test_forms(check_rule: CheckRule, text: str) -> None:
    check_rule("heavy-phrases", text, "text")


@each_row(
    "text",
    [
        "L’effectif demande une prime.",
        "Il effectue une belle demande.",
        "Le cadre de la porte est peint.",
        "La raison du fait est connue.",
    ],
)
def test_ordinary_words(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("heavy-phrases", text, "text")


def test_the_list_is_long_and_well_formed() -> None:
    entries = [
        line.split("\t") for line in lines("seo_audit.rules.readability", "heavy_phrases.txt")
    ]
    assert len(entries) >= 150
    assert all(len(entry) == 2 and all(part.strip() for part in entry) for entry in entries)
    assert len({heavy for heavy, _ in entries}) == len(entries)


def test_is_on_in_plain_language_only() -> None:
    rule = rules()["heavy-phrases"]
    assert Config(profile="langage-clair").is_on(rule)
    assert not Config().is_on(rule)


def test_no_prose_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("heavy-phrases", "<h1>Afin de boire</h1>", applies=False)
