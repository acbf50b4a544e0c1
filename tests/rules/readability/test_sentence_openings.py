import pytest
from conftest import CheckRule
from tables import each_row


@each_row(
    "text",
    [
        "Le chat dort. Le chien court. Le vent souffle.",
        "L’eau monte. L’herbe pousse. L’arbre tient.",
        "Il pleut. Il vente.",
        "Il pleut. Et il vente. Il neige. Il gèle.",
    ],
)
def test_what_is_varied_enough(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("sentence-openings", f"<p>{text}</p>")


@pytest.mark.parametrize(
    "text",
    [
        "Le chat dort. LE CHAT mange. Le chat joue.",
        "Ainsi va-t-il. « Ainsi dit-on. » Ainsi soit-il.",
    ],
)
def test_what_is_not(check_rule: CheckRule, text: str) -> None:
    assert check_rule("sentence-openings", f"<p>⟦{text}⟧</p>")


def test_paragraphs_and_items_start_afresh(check_rule: CheckRule) -> None:
    check_rule("sentence-openings", "<p>Ainsi dort-il.</p>" * 4)
    check_rule(
        "sentence-openings",
        "<ul>" + "<li>Ajouter du sel. Ajouter de l’eau. Ajouter du thym.</li></ul>",
    )


def test_one_sentence_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("sentence-openings", "<p>Il pleut.</p>", applies=False)


def test_lines_of_a_list_typed_by_hand_are_alike_on_purpose(check_rule: CheckRule) -> None:
    lines = "◦ Communauté du Lac<br>◦ Communauté du Mur<br>◦ Communauté du Pré<br>◦ Fontaine"
    check_rule("sentence-openings", f"<p>{lines}</p>")
    numbered = "Figure 3.1 : le lac. Figure 3.2 : le mur. Figure 3.3 : le pré. Il pleut."
    check_rule("sentence-openings", f"<p>{numbered}</p>")
    verses = "⟦Elle coule.<br>Elle chante.<br>Elle plaît.⟧<br>Il pleut."
    check_rule("sentence-openings", f"<p>{verses}</p>")
