from conftest import CheckRule
from tables import each_row


@each_row(
    ("keyphrase", "title"),
    [
        ("pompe à chaleur", "POMPES À CHALEUR : le guide"),
        ("chefs d’État", "Les chefs d'Etat réunis"),
        ("économie d'Asie", "L’économie de l’Asie"),
        ("coopération", "Vers la coopération…"),
    ],
)
def test_forms_that_count(check_rule: CheckRule, keyphrase: str, title: str) -> None:
    page = f"<title>{title}</title><p>Un mot.</p>"
    assert not check_rule("keyphrase-title", page, article={"keyphrase": keyphrase})


def test_scattered_words_do_not(check_rule: CheckRule) -> None:
    page = "<title>⟦Une chaleur à user la pompe⟧</title><p>Un mot.</p>"
    assert check_rule("keyphrase-title", page, article={"keyphrase": "pompe à chaleur"})


def test_nothing_to_judge(check_rule: CheckRule) -> None:
    check_rule("keyphrase-title", "<title>Un mot</title>", applies=False)
    check_rule("keyphrase-title", "<p>Un mot.</p>", article={"keyphrase": "mot"}, applies=False)
