import pytest
from conftest import CheckRule


@pytest.mark.parametrize(
    "text",
    [
        "Il vient ⟦de de⟧ loin.",
        "⟦Le le⟧ maire",
        "on va ⟦à à⟧ Paris",
        "il ⟦y y⟧ va",
        "c’est ⟦pour pour⟧ la ville",
        "il ⟦est\u00a0est⟧ là",
        "<a href='/x'>la fin ⟦de</a> de⟧ la ville",
        "la fin ⟦de <b>de⟧ la ville</b>",
    ],
)
def test_slips(check_rule: CheckRule, text: str) -> None:
    [finding] = check_rule("repeated-word", f"<p>{text}</p>")
    assert finding.severity.value == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "nous nous levons et vous vous taisez",
        "il va le faire faire",
        "Boum boum ! fait-il",
        "le cha-cha et le va-et-vient",
        "il dit non, non",
        "oui oui, très très bien",
        "peut-être être là",
        "l’un un peu las",
        "il y en a 12 12",
        "Duran Duran à Bora Bora",
        "L’Est est loin",
        "et ils chantaient la la la la",
        "tralala et et et et",
        "nous-mêmes nous nous-mêmes",
        "vas-y y",
        "<code>de</code> de la ville",
        "le mot<br>mot",
        "de <img src='a' alt=''> de la ville",
        "de. De la ville",
        "côté té",
        "e\u0301te\u0301 te\u0301",
    ],
)
def test_what_stands_twice_by_right(check_rule: CheckRule, text: str) -> None:
    check_rule("repeated-word", f"<p>{text}</p>")


def test_a_template_may_stand_between(check_rule: CheckRule) -> None:
    check_rule("repeated-word", "La ville de {{ ville }} de la Loire.", "markdown")
