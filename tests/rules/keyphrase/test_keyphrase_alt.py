from conftest import CheckRule

LAC = {"keyphrase": "lac gelé"}


def test_decorative_images_do_not_count(check_rule: CheckRule) -> None:
    check_rule("keyphrase-alt", '<p>Mot. <img src="a.png" alt=""></p>', article=LAC, applies=False)


def test_counts_the_described_ones(check_rule: CheckRule) -> None:
    page = '<p>Mot. <img src="a.png" alt="">⟦<img src="b.png" alt="Un chat">⟧</p>'
    [finding] = check_rule("keyphrase-alt", page, article=LAC)
    assert finding.values["images"] == 1


def test_no_keyphrase_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("keyphrase-alt", '<p>Mot. <img src="a.png" alt="Lac"></p>', applies=False)
