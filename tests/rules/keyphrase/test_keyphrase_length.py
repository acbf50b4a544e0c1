from conftest import CheckRule
from tables import each_row


@each_row(
    ("keyphrase", "found"),
    [
        ("un deux trois quatre arbres verts très hauts du Jura suisse", True),
        ("haie de charmes au bord du chemin", False),
        ("de la", True),
        ("lac", False),
    ],
)
def test_words_of_meaning_count(check_rule: CheckRule, keyphrase: str, found: bool) -> None:
    article = {"keyphrase": keyphrase}
    assert bool(check_rule("keyphrase-length", "<p>Mot.</p>", article=article)) is found


def test_no_keyphrase_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("keyphrase-length", "<p>Mot.</p>", applies=False)
