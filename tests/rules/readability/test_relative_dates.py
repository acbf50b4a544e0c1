from conftest import CheckRule
from tables import each_row

from seo_audit.config.config import Config
from seo_audit.plugins import rules


def test_wording(check_rule: CheckRule) -> None:
    (found,) = check_rule("relative-dates", "<p>Le bassin a changé ⟦l’an dernier⟧.</p>")
    assert found.message("fr").replace("\u00a0", " ") == (
        "« l’an dernier » : dans un an, on ne saura plus de quand il s’agit."
    )
    assert found.message("en") == "“l’an dernier”: in a year’s time nobody will know when that was."


@each_row(
    "text",
    [
        "Il est fermé ⟦depuis plus de trois mois⟧.",
        "⟦Il y a une dizaine d’années⟧, il était plein.",
        "Tout a changé ⟦ces dernières années⟧.",
        "Le toit sera refait ⟦l’année prochaine⟧.",
        "Il rouvre ⟦lundi prochain⟧.",
        "⟦CETTE ANNÉE⟧ il pleut.",
    ],
)
def test_forms(check_rule: CheckRule, text: str) -> None:
    check_rule("relative-dates", text, "markdown")


@each_row(
    "text",
    [
        "En 2019, le toit fut refait. L’année dernière était sèche.",
        "Le bassin est fermé depuis deux ans, soit depuis le 12/03/2024.",
        "Depuis deux ans, il est fermé. Il l’est depuis mai 2024.",
        "Il avait soif : cette année-là, il ne plut pas.",
        "Si vous y vivez depuis trois ans, demandez une clé.",
        "Le locataire doit y vivre depuis trois ans.",
        "« Il est fermé depuis trois ans », dit le maire.",
        "Il pleut deux ans sur trois, et depuis longtemps.",
        "La dernière année de sa vie fut calme.",
    ],
)
def test_dated_general_or_quoted(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("relative-dates", text, "markdown")


def test_a_date_in_another_paragraph_is_too_far(check_rule: CheckRule) -> None:
    check_rule("relative-dates", "<p>En 2019, il plut.</p><p>Il est fermé ⟦depuis trois ans⟧.</p>")


def test_is_on_in_guides_and_plain_language() -> None:
    rule = rules()["relative-dates"]
    assert [Config(profile=name).is_on(rule) for name in ("article", "news", "guide", "langage-clair")] == [
        False, False, True, True,
    ]  # fmt: skip


def test_no_sentence_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("relative-dates", "<h1>L’an dernier</h1>", applies=False)
