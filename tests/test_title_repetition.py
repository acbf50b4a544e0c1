import pytest
from conftest import CheckRule


def title(text: str) -> str:
    return f"<title>{text}</title><h1>Un mot</h1>"


@pytest.mark.parametrize(("times", "found"), [(3, True), (4, False)])
def test_forms_of_one_word_are_counted_together(
    check_rule: CheckRule, times: int, found: bool
) -> None:
    text = "Lac gelé, lacs gelés, le lac"
    marked = f"⟦{text}⟧" if found else text
    assert bool(check_rule("title-repetition", title(marked), times=times)) is found


def test_little_words_may_return(check_rule: CheckRule) -> None:
    assert not check_rule("title-repetition", title("La vie de la reine de la mer et de la lune"))


@pytest.mark.parametrize("text", ["ONU", "TVA 2026", "SNCF : RATP", "Le LAC"])
def test_acronyms_are_no_shouting(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("title-repetition", title(text))


@pytest.mark.parametrize("text", ["undefined", "Lac | undefined", "null - Mon site"])
def test_left_overs_of_templates(check_rule: CheckRule, text: str) -> None:
    assert check_rule("title-repetition", title(f"⟦{text}⟧"))


def test_nullity_is_a_word(check_rule: CheckRule) -> None:
    assert not check_rule("title-repetition", title("Match nul, nullité : undefinedable"))


def test_no_title_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("title-repetition", "<p>Un mot.</p>", applies=False)
