from conftest import CheckRule
from tables import each_row

from seo_audit.french.word_lists import lines

THREE = "Force est de constater que tout va bien. La cerise sur le gâteau manque. Une chose est sûre : il pleut."


def test_two_are_allowed_and_three_are_not(check_rule: CheckRule) -> None:
    two = THREE.partition(" Une")[0]
    assert not check_rule("cliche", f"<p>{two}</p>")
    marked = (
        THREE.replace("Force est de constater", "⟦Force est de constater⟧")
        .replace("La cerise sur le gâteau", "⟦La cerise sur le gâteau⟧")
        .replace("Une chose est sûre", "⟦Une chose est sûre⟧")
    )
    found = check_rule("cliche", f"<p>{marked}</p>")
    assert found[0].message("fr").replace("\u00a0", " ") == (
        "« Force est de constater » : formule usée ; l’article en compte 3, plus que 2."
    )
    assert found[0].message("en") == (
        "“Force est de constater”: a worn phrase; the article has 3, over 2."
    )


@each_row(
    "text",
    [
        "⟦Dans un monde en perpétuelle mutation⟧, rien ne dure.",
        "⟦IL EST IMPORTANT DE NOTER QU’⟧il pleut.",
        "⟦N'hésitez pas à⟧ venir.",
        "Cette place est ⟦un véritable havre de paix⟧.",
        "Le lac ⟦joue un rôle crucial dans⟧ la vie du village.",
        "Ils ⟦jouaient un rôle central dans⟧ la vie du village.",
    ],
)
def test_forms(check_rule: CheckRule, text: str) -> None:
    check_rule("cliche", text, "markdown", maximum=0)


@each_row(
    "text",
    [
        "Le véritable trésor est au musée.",
        "Il est important de partir tôt.",
        "Nous plongeons dans le lac, qui est froid.".replace(
            "plongeons dans", "plongeons souvent dans"
        ),
        "> Une chose est sûre, dit le maire.",
        "Le code `une chose est sûre` s’affiche.",
    ],
)
def test_ordinary_or_borrowed_words(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("cliche", text, "markdown", maximum=0)


def test_the_list_is_long_and_without_doubles() -> None:
    entries = lines("seo_audit.rules.content", "cliche.txt")
    assert len(entries) >= 80
    assert len(set(entries)) == len(entries)


def test_no_prose_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("cliche", "<h1>Une chose est sûre</h1>", applies=False)
