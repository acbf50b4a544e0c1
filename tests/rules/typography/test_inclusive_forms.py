from conftest import CheckRule
from tables import each_row


def test_off_unless_the_house_chooses(check_rule: CheckRule) -> None:
    check_rule("inclusive-forms", "<p>Les étudiant·e·s jouent.</p>", applies=False)
    check_rule("inclusive-forms", "<p>Les étudiant·e·s jouent.</p>", applies=False, policy="off")


@each_row(
    "form",
    [
        "étudiant·e·s",
        "étudiant.e.s",
        "étudiant-e-s",
        "étudiant(e)s",
        "étudiant/e/s",
        "tous·tes",
        "acteur·rice·s",
        "nouveaux·lles",
        "voisin•es",
        "directeur(trice)",
        "chercheur·euse",
        "auteur·ice",
        "iels",
        "celleux",
        "toustes",
        "élu.es",
    ],
)
def test_avoid(check_rule: CheckRule, form: str) -> None:
    check_rule("inclusive-forms", f"<p>Voici les ⟦{form}⟧ du village.</p>", policy="avoid")


@each_row(
    "text",
    [
        "élève(s)",
        "dit-elle",
        "peut-être",
        "exemple.es",
        "www.exemple.es",
        "3·10",
        "kW·h",
        "toutes",
        "celui-ci",
        "vas-y",
        "arrive-t-elle",
        "(re)voir",
        "et/ou",
        "l’un(e",
        "exemple.fr/e",
    ],
)
def test_plain_words(check_rule: CheckRule, text: str) -> None:
    check_rule("inclusive-forms", f"<p>Voici {text} du village.</p>", policy="avoid")


def test_consistent_counts_signs_over_the_article(check_rule: CheckRule) -> None:
    [finding] = check_rule(
        "inclusive-forms",
        "<p>Les voisin·e·s et les élu·es jouent.</p><p>Les ⟦habitant.e.s⟧ et iels aussi.</p>",
        policy="consistent",
    )
    assert "mais le plus souvent avec" in finding.message("fr")
    assert "“habitant.e.s”, but mostly with “·”" in finding.message("en")


def test_consistent_lets_one_sign_be(check_rule: CheckRule) -> None:
    check_rule("inclusive-forms", "<p>Les voisin(e)s et élu(e)s rient.</p>", policy="consistent")
    check_rule("inclusive-forms", "<p>Ici, iels rient.</p>", policy="consistent")
    check_rule("inclusive-forms", "<p>Rien ici.</p>", policy="consistent")
