from conftest import CheckRule
from tables import each_row

from seo_audit.french.word_lists import lines


@each_row(
    "word",
    [
        "oeuvre",
        "Oeuvres",
        "OEUVRE",
        "coeur",
        "coeurs",
        "soeur",
        "oeil",
        "oeufs",
        "noeud",
        "voeux",
        "boeuf",
        "manoeuvre",
        "manoeuvrer",
        "choeur",
        "moeurs",
        "foetus",
        "oecuménique",
        "oedème",
        "désoeuvré",
        "écoeurant",
        "chef-d’oeuvre",
        "main-d'oeuvre",
        "belle-soeur",
        "oesophage",
        "oeillet",
    ],
)
def test_parted(check_rule: CheckRule, word: str) -> None:
    check_rule("ligatures", f"<p>Voici un ⟦{word}⟧, enfin, d’ici.</p>")


@each_row(
    "word",
    [
        "cœur",
        "œuvre",
        "coexister",
        "coefficient",
        "moelle",
        "moelleux",
        "poêle",
        "Groenland",
        "Noël",
        "goéland",
        "poème",
        "poète",
        "troène",
        "Goethe",
        "Phoenix",
        "Joel",
        "foehn",
        "Schoelcher",
        "Coeuré",
        "coeurs@exemple.fr",
        "#coeur",
        "incoercible",
        "oeillade-x",
        "canoe",
        "Zoe",
    ],
)
def test_whole(check_rule: CheckRule, word: str) -> None:
    marked = "⟦oeillade⟧-x" if word == "oeillade-x" else word
    check_rule("ligatures", f"<p>Voici un {marked}, enfin.</p>")


def test_list() -> None:
    entries = lines("seo_audit.rules.typography", "ligatures.txt")
    assert len(entries) == len(set(entries)) >= 40
    assert all("œ" in entry.split()[0] for entry in entries)


def test_elided(check_rule: CheckRule) -> None:
    [finding] = check_rule("ligatures", "<p>L’⟦oeil⟧ et l'oeuf.</p>")
    assert finding.message("en") == "2 words have lost their ligature here, for example “oeil”."
    assert "2 mots ont perdu leur ligature ici" in finding.message("fr")


def test_titles_and_descriptions(check_rule: CheckRule) -> None:
    check_rule(
        "ligatures",
        '---\ntitle: "Un ⟦oeuf⟧ et `coeur` et [un lien](/oeuvre)"\ndescription: Sa ⟦soeur⟧ {{ coeur }}\n---\n\n# Un mot\n\nVoici.\n',
        "markdown",
    )
    # what the page says twice is said once, where it is text
    check_rule("ligatures", "<title>Un oeuf | Le bourg</title><h1>Un ⟦oeuf⟧</h1><p>Voici.</p>")


def test_an_address_without_its_protocol_is_no_text(check_rule: CheckRule) -> None:
    check_rule(
        "ligatures",
        "<p>Voyez exemple.fr/coeur ou exemple.fr/a/soeur.html, et le ⟦coeur⟧ du four.</p>",
    )
