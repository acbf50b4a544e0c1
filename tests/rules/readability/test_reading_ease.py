import pytest
from conftest import CheckRule


@pytest.mark.parametrize(("minimum", "found"), [(131, True), (130, False)])
def test_the_formula_is_kandel_and_moles_s(
    check_rule: CheckRule, minimum: int, found: bool
) -> None:
    # two sentences of three words of one syllable: 207 − 1.015 × 3 − 73.6 × 1 = 130.355
    text = "<p>Le chat dort. Le chien court.</p>"
    assert bool(check_rule("reading-ease", text, minimum=minimum, minimum_words=1)) is found


def test_headings_are_no_sentences(check_rule: CheckRule) -> None:
    hard = "<h2>Opérationnalisation institutionnelle</h2><p>Le chat dort. Le chien court.</p>"
    assert not check_rule("reading-ease", hard, minimum=130, minimum_words=1)


def test_no_sentence_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("reading-ease", "<h1>Le chat</h1>", applies=False)


def test_what_is_just_too_hard_is_not_shown_as_the_limit(check_rule: CheckRule) -> None:
    # 207 − 1.015 × 3.5 − 73.6 × 1 = 129.8475
    text = "<p>Le chat dort bien. Le chien court.</p>"
    [finding] = check_rule("reading-ease", text, minimum=130, minimum_words=1)
    assert "de 129,8 (Kandel-Moles), sous le minimum de 130" in finding.message("fr")
    assert "3,5 mots par phrase, 1 syllabe par mot." in finding.message("fr")
