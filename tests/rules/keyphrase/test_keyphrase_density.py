import pytest
from conftest import CheckRule
from tables import each_row

from seo_audit.rule import Severity

LAC = {"keyphrase": "lac gelé"}


@each_row(("times", "severity"), [(0, "info"), (1, None), (3, None), (4, "warning")])
def test_words_of_meaning_weigh(check_rule: CheckRule, times: int, severity: str | None) -> None:
    # 200 words; each occurrence counts two: 1 % an occurrence, so 4 % is over 3 %, 0 under 0.5 %
    words = "mot " * (200 - 2 * times) + "lac gelé " * times
    found = check_rule("keyphrase-density", f"<p>{words}</p>", article=LAC)
    assert [one.severity for one in found] == ([Severity(severity)] if severity else [])


@pytest.mark.parametrize(
    ("words", "found"), [(199, False), (200, False), (201, True)], ids=["over", "at", "under"]
)
def test_half_a_per_cent_is_enough(check_rule: CheckRule, words: int, found: bool) -> None:
    text = f"<p>lac {'mot ' * (words - 1)}</p>"
    assert bool(check_rule("keyphrase-density", text, article={"keyphrase": "lac"})) is found


@pytest.mark.parametrize(("words", "found"), [(99, False), (100, True)])
def test_a_hundred_words_are_judged(check_rule: CheckRule, words: int, found: bool) -> None:
    assert bool(check_rule("keyphrase-density", f"<p>{'mot ' * words}</p>", article=LAC)) is found


def test_once_is_never_too_often(check_rule: CheckRule) -> None:
    text = "<p>Le lac gelé.</p>"
    assert not check_rule("keyphrase-density", text, article=LAC, minimum_words=1)
    assert check_rule(
        "keyphrase-density",
        text.replace("gelé.", "gelé, un lac gelé."),
        article=LAC,
        minimum_words=1,
    )


def test_says_it_in_both_languages(check_rule: CheckRule) -> None:
    text = f"<p>Le lac gelé. {'mot ' * 500}</p>"
    [finding] = check_rule("keyphrase-density", text, article=LAC)
    assert "revient 1 fois\u00a0: densité de 0,4\u00a0%, en deçà de 0,5\u00a0%" in finding.message(
        "fr"
    )
    assert "comes 1 time: a density of 0.4%, under 0.5%" in finding.message("en")


def test_what_never_occurs_has_no_density(check_rule: CheckRule) -> None:
    [finding] = check_rule("keyphrase-density", f"<p>{'mot ' * 150}</p>", article=LAC)
    assert "n’est nulle part dans l’article" in finding.message("fr")
    assert "is nowhere in the article" in finding.message("en")


def test_says_how_often_and_how_much_is_too_much(check_rule: CheckRule) -> None:
    [finding] = check_rule(
        "keyphrase-density", f"<p>{'mot ' * 96}lac lac lac lac</p>", article={"keyphrase": "lac"}
    )
    assert (finding.values["count"], finding.values["maximum"]) == (4, 3.0)
    assert finding.message("en").startswith("The keyphrase “lac” comes 4 times: a density of 4")


def test_nothing_to_judge(check_rule: CheckRule) -> None:
    check_rule("keyphrase-density", "<p>Un mot.</p>", applies=False)
