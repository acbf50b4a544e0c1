from conftest import CheckRule
from tables import each_row

FRENCH = "La fontaine du village coule de nouveau, et les enfants jouent autour du bassin. "


def test_markdown_is_left_to_its_generator(check_rule: CheckRule) -> None:
    check_rule("apostrophes", "L'eau coule.", "markdown", applies=False)
    check_rule("apostrophes", "⟦L'eau⟧ coule.", "markdown", markdown=True)


@each_row("word", ["l'eau", "aujourd'hui", "l´eau", "l‘eau", "O'Brien"])
def test_straight_ones(check_rule: CheckRule, word: str) -> None:
    check_rule("apostrophes", f"<p>Ici ⟦{word}⟧ coule</p>")


def test_before_a_quotation(check_rule: CheckRule) -> None:
    check_rule("apostrophes", "<p>Ici ⟦l'⟧« eau » coule</p>")


@each_row(
    "text",
    [
        "l’eau",
        "5' et 6'",
        "70'000 francs",
        "un 'mot'",
        "<code>l'eau</code>",
        "<i lang='en'>don't</i>",
    ],
)
def test_what_is_none(check_rule: CheckRule, text: str) -> None:
    check_rule("apostrophes", f"<p>Ici {text}</p>")


def test_one_finding_says_it_all(check_rule: CheckRule) -> None:
    text = f"<p>{FRENCH}</p><p>⟦L'eau⟧ et l'air.</p>" + "<p>L'été, l’hiver.</p>" * 30
    [finding] = check_rule("apostrophes", text)
    assert finding.values["count"] == 32
    assert finding.message("en") == (
        "32 straight apostrophes in 31 paragraphs, for example in “L'eau” (and 30 curved ones in the article)."
    )
    assert "1 courbe" not in finding.message("fr")
    assert len(finding.related) == 20


def test_one_alone(check_rule: CheckRule) -> None:
    [finding] = check_rule("apostrophes", "<p>⟦L'eau⟧ et l’air.</p>")
    assert "1 apostrophe droite dans 1 paragraphe\u00a0: «" in finding.message("fr")
    assert finding.advice("fr").startswith("Remplacez-la par")
    assert "1 courbe dans" in finding.message("fr")


def test_signs_that_are_no_straight_apostrophe_are_told_apart(check_rule: CheckRule) -> None:
    straight, other = check_rule("apostrophes", "<p>⟦L'eau⟧ et ⟦d‘être⟧ au lac, l´air.</p>")
    assert straight.message("fr").startswith("1 apostrophe droite dans 1 paragraphe")
    assert other.message("fr").startswith("2 autres signes à la place d’une apostrophe")
