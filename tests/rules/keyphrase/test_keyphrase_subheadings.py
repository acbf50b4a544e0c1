from conftest import CheckRule
from tables import each_row

LAC = {"keyphrase": "lac"}


@each_row(
    ("holding", "total", "found"),
    [(1, 4, True), (1, 3, False), (3, 4, False), (4, 5, True), (0, 2, False)],
)
def test_limits(check_rule: CheckRule, holding: int, total: int, found: bool) -> None:
    headings = ["Le lac"] * holding + ["La rive"] * (total - holding)
    page = "".join(f"<h2>{text}</h2><p>Mot.</p>" for text in headings)
    assert bool(check_rule("keyphrase-subheadings", page, article=LAC)) is found


def test_lower_levels_do_not_count(check_rule: CheckRule) -> None:
    page = "<h2>Un</h2><h2>Deux</h2><h3>Trois</h3><p>Mot.</p>" + "<h4>Le lac</h4><p>Mot.</p>" * 5
    [finding] = check_rule("keyphrase-subheadings", page, article=LAC)
    assert (finding.values["found"], finding.values["total"]) == (0, 3)


def test_the_highest_levels_in_use_count(check_rule: CheckRule) -> None:
    page = "<h4>Le lac</h4><h3>Un</h3><p>Mot.</p><h3>Deux</h3><p>Mot.</p>"
    assert not check_rule("keyphrase-subheadings", page, article=LAC)


def test_nothing_to_judge(check_rule: CheckRule) -> None:
    check_rule("keyphrase-subheadings", "<h1>Lac</h1><p>Mot.</p>", article=LAC, applies=False)
