import pytest
from conftest import CheckRule


def page(published: str) -> str:
    return f'<head><meta property="article:published_time" content="{published}"></head><p>Mot.</p>'


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-04",
        "2026-05-04T08:00Z",
        "2026-05-04T08:00:00.000+0200",
        "2026-05-04 08:00:00",
        "2026-11-22",
        "2026",
    ],
)
def test_good_ones(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("dates", page(text))


@pytest.mark.parametrize(
    "text", ["04/05/2026", "2026-5-4", "2026-13-01", "2026-02-30", "hier", "2026-11-23"]
)
def test_bad_ones(check_rule: CheckRule, text: str) -> None:
    assert len(check_rule("dates", page(f"⟦{text}⟧"))) == 1


def test_those_of_structured_data_have_their_place(check_rule: CheckRule) -> None:
    check_rule(
        "dates",
        '<head><script type="application/ld+json">{"@type": "Article", "datePublished": "⟦4 mai⟧"}</script></head><p>Mot.</p>',
    )


def test_a_generator_reads_its_own_dates(check_rule: CheckRule) -> None:
    assert not check_rule("dates", "---\ndate: 4 mai 2026\n---\n\nMot.\n", "markdown")


def test_the_date_shown_and_that_of_the_data_agree(check_rule: CheckRule) -> None:
    text = (
        '<head><meta property="article:published_time" content="2026-05-04"></head>'
        "<article><p>Publié le {}. Mot.</p></article>"
    )
    time = '<time itemprop="datePublished" datetime="2026-05-{}">{} mai</time>'
    assert not check_rule("dates", text.format(time.format("05", "5")))
    assert check_rule("dates", text.format(f"⟦{time.format('09', '9')}⟧"))


def test_no_date_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("dates", "<head></head><p>Mot.</p>", applies=False)
