"""The score tells correct articles from spoilt ones: `benchmarks/score.py` measures more of them."""

from functools import cache
from statistics import mean, median

import pytest
from spoiling import ARTICLES, WAYS, as_html
from tables import each_row

from seo_audit import api


@cache
def score_of(number: int, form: str, *ways: str) -> int:
    text = ARTICLES[number].read_text("utf-8")
    for name, way in WAYS.items():
        if name in ways:
            text = way(text)
    found = api.audit(as_html(text) if form == "html" else text, format=form).score
    assert found is not None
    return found


FORMS = ("markdown", "html")
FEW = range(0, len(ARTICLES), 4)


@pytest.mark.slow
def test_correct_articles_have_next_to_all_points() -> None:
    found = [score_of(number, form) for number in range(len(ARTICLES)) for form in FORMS]
    assert median(found) >= 98
    assert min(found) >= 95


@pytest.mark.slow
@each_row("way", WAYS)
def test_each_way_to_spoil_one_costs(way: str) -> None:
    found = [
        (score_of(number, form, way), score_of(number, form)) for number in FEW for form in FORMS
    ]
    assert all(spoilt <= correct for spoilt, correct in found)
    assert mean(correct - spoilt for spoilt, correct in found) >= 4


@pytest.mark.slow
@pytest.mark.parametrize(("count", "most"), [(1, 90), (2, 80), (4, 62), (6, 45), (8, 35)])
def test_more_faults_leave_less(count: int, most: int) -> None:
    names = list(WAYS) * 2
    found = [
        score_of(number, form, *names[first : first + count])
        for number in FEW
        for form in FORMS
        for first in range(0, len(WAYS), 2)
    ]
    assert mean(found) <= most
