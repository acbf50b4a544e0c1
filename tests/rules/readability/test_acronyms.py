from conftest import CheckRule
from tables import each_row

from seo_audit.config.config import Config
from seo_audit.french.word_lists import lines
from seo_audit.plugins import rules


def test_wording(check_rule: CheckRule) -> None:
    (found,) = check_rule("acronyms", "<p>Le ⟦SIVU⟧ paie. Le SIVU refait le bassin.</p>")
    assert (
        found.message("fr").replace("\u00a0", " ")
        == "« SIVU » n’est développé nulle part (il figure 2 fois)."
    )
    assert found.message("en") == "“SIVU” is spelt out nowhere (it stands 2 times)."
    (found,) = check_rule("acronyms", "<p>Le ⟦SIVU⟧ paie.</p>")
    assert found.message("fr").replace("\u00a0", " ") == "« SIVU » n’est développé nulle part."


@each_row(
    "text",
    [
        "L’Agence régionale de santé (ARS) vient. L’ARS repart.",
        "L’ARS (Agence régionale de santé) vient.",
        "L’ARS vient. Cette agence, l’Agence régionale de santé, est au chef-lieu.",
        "L’ARS, l’agence de la santé, vient.",
        "Les systèmes d’information géographique changent. Un SIG coûte cher.",
        "En sciences humaines et sociales, on lit. Les SHS publient.",
        "OpenStreetMap est libre : OSM a des millions de points.",
        "La LPPR, loi de programmation, est votée.",
        "L’agence américaine de l’eau (QWX) vient.",
        "La pompe à chaleur (PAC) tourne. Une PAC coûte cher.",
        "L’État des lieux (ÉDL) est fait, et l’EDL est signé.".replace("EDL", "ÉDL"),
    ],
)
def test_spelt_out(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("acronyms", text, "markdown")


@each_row(
    "text",
    [
        "Louis XIV et Charles VII boivent, chapitre III.",
        "L’ONU, la TVA et un PDF.",
        "Il NE faut PAS y boire.",
        "ATTENTION AUX CHIENS DU VILLAGE",
        "Jean MARTIN et Marie LEGRAND boivent.",
        "Le Sivu paie, et le SIVU refait tout.",
        "Le modèle QZX 550 et le SC Braga.",
        "Le code `QZX` et le fichier QZX.txt, ou le QZX-12.",
        "Le [QZX](https://example.org/qzx) paie.",
        "« Le QZX paie », dit-il.",
        "*[QZX]: Quai zébré\n\nLe QZX est long.",
    ],
)
def test_no_acronyms_or_known_or_explained_by_markup(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("acronyms", text, "markdown")


def test_abbr_spells_out(check_rule: CheckRule) -> None:
    assert not check_rule("acronyms", '<p>Le <abbr title="Quai zébré">QZX</abbr> est long.</p>')


@each_row(
    "text",
    [
        "Le député (⟦QZX⟧) vient.".replace("Le député", "Durand"),
        "La ⟦D.R.A.C.⟧ vient.",
        "L’appel de la ⟦QZX⟧, du Zorg et d’autres.",
        # words that begin so, but in no phrase
        "Quelques quais, zébrés de xérus. La ⟦QZX⟧ vient.",
        "Des quais zébrés sous xénon. La ⟦QZX⟧ vient.",
        "L’⟦UZX⟧ vient d’ici.",
        "Des quais zébrés. La ⟦QZ⟧ vient.",
    ],
)
def test_not_spelt_out(check_rule: CheckRule, text: str) -> None:
    check_rule("acronyms", text, "markdown")


def test_the_list_is_long() -> None:
    known = {
        word
        for line in lines("seo_audit.rules.readability", "acronyms.txt")
        for word in line.split()
    }
    assert len(known) >= 200
    assert {"TVA", "ONU", "PDF", "SNCF"} <= known


def test_is_on_in_plain_language_only() -> None:
    rule = rules()["acronyms"]
    assert Config(profile="langage-clair").is_on(rule)
    assert not Config(profile="guide").is_on(rule)


def test_no_sentence_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("acronyms", "<h1>Le QZX</h1>", applies=False)
