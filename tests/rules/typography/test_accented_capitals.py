from conftest import CheckRule
from tables import each_row

from seo_audit.french.word_lists import lines


@each_row(
    "text",
    [
        "l’⟦Etat⟧",
        "les ⟦Etats⟧-Unis",
        "L'⟦ETAT⟧",
        "⟦Evidemment⟧, oui",
        "⟦Egalement⟧ là",
        "⟦Etre⟧ ou non",
        "⟦Etes⟧-vous là",
        "⟦Ecoles⟧ et lycées",
        "l’⟦Ile⟧-de-France",
        "⟦Saint-Etienne⟧",
        "l’⟦Education⟧ nationale",
        "l’⟦Evolution⟧ humaine",
        "⟦Edition⟧ de 1900",
        "Les ⟦Editions⟧ de la Source et Adobe Digital Editions de l’ordinateur",
        "⟦EGLISE⟧",
        "⟦Eté⟧ 2020",
        "⟦A partir⟧ de lundi",
        "⟦A l’⟧école",
        "Oui. ⟦A la⟧ maison",
        "« ⟦A quoi⟧ bon ? »",
        "⟦Ca⟧ va",
        "⟦Ca⟧ n’est rien",
        "⟦Ca⟧ brûle",
        "⟦A midi⟧, il mange",
        "⟦A vous⟧ de jouer",
        "⟦A deux⟧ pas de la place",
        "⟦A 20 ans⟧, il part",
        "⟦A 14h30⟧ précises, il part",
        "⟦Agée⟧ de 20 ans, elle part",
    ],
)
def test_bare(check_rule: CheckRule, text: str) -> None:
    check_rule("accented-capitals", f"<p>{text}</p>")


@each_row(
    "text",
    [
        "l’État, À partir, Ça va, Évidemment",
        "Europe, Espagne, Effet, Elle, Entre, Est, Islande, Olivier",
        "Eric, Emile et Etienne Martin",
        "ENA, EDF, EPI, la loi ELAN",
        "Evolution of Species, Education First, Email, Element",
        "Vitamine A la plus connue",
        "A. Martin, A-t-il compris, A noté",
        "A 7, A 380 et A 20",
        "Ca 12, Ca2+",
        "le plan A partir de rien",
        "un etat en minuscules",
        "@Etat #Etat etat.fr <code>Etat</code>",
        "E\u0301tat et A\u0300 partir",
        "Elan, Eclair et Echo sont des marques",
    ],
)
def test_nothing_missing(check_rule: CheckRule, text: str) -> None:
    check_rule("accented-capitals", f"<p>{text}</p>")


def test_list() -> None:
    found = lines("seo_audit.rules.typography", "accented_capitals.txt")
    assert [line for line in found if line[0] == "["] == ["[word]", "[article]", "[à]", "[ça]"]
    words = [line.split()[0] for line in found[: found.index("[à]")] if line[0] != "["]
    assert len(words) == len(set(words)) >= 80
    assert all(word[0] in "éèêâîô" for word in words)


def test_message(check_rule: CheckRule) -> None:
    [finding] = check_rule("accented-capitals", "<p>L’⟦Etat⟧ et l’Eglise.</p>")
    assert finding.message("en") == "2 capitals without accent here, for example “Etat”."
    assert "2 capitales sans leur accent ici" in finding.message("fr")
