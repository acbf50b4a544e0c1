import pytest
from conftest import CheckRule
from tables import each_row

from seo_audit.config.config import Config
from seo_audit.parsing import parse
from seo_audit.plugins import rules
from seo_audit.rule import Severity
from seo_audit.source import Source

EASY = "Le chat dort. Le chien court."
"""Two sentences of three words of one syllable: 217 − 30 · ln 3 − 40 = 144.04."""


@pytest.mark.parametrize(("minimum", "found"), [(145, True), (144, False)])
def test_the_figure_is_readability(check_rule: CheckRule, minimum: int, found: bool) -> None:
    text = f"<p>{EASY}</p>"
    assert bool(check_rule("reading-ease", text, minimum=minimum, minimum_words=1)) is found


def test_headings_and_lists_are_left_out(check_rule: CheckRule) -> None:
    hard = "Opérationnalisation institutionnelle multidimensionnelle"
    text = f"<h2>{hard}</h2><p>{EASY}</p><ul><li>{hard}</li><li>{hard}</li></ul>"
    assert not check_rule("reading-ease", text, minimum=144, minimum_words=6)
    assert not check_rule("reading-ease", text, minimum=145, minimum_words=7), "lists do not count"


@pytest.mark.parametrize("text", ["<h1>Le chat</h1>", "<ul><li>Le chat dort.</li></ul>"])
def test_no_sentence_outside_lists_is_not_judged(check_rule: CheckRule, text: str) -> None:
    check_rule("reading-ease", text, applies=False)


def test_what_is_just_too_hard_is_not_shown_as_the_limit(check_rule: CheckRule) -> None:
    # 217 − 30 · ln 4.5 − 40 = 131.877
    text = "<p>Le chat dort bien. Le chien court trop vite.</p>"
    [finding] = check_rule("reading-ease", text, minimum=132, minimum_words=1)
    assert "Lisibilité de 131,9, sous le minimum de 132" in finding.message("fr")
    assert "4,5 mots par phrase, 1 syllabe par mot." in finding.message("fr")


def test_three_hundred_words_are_enough(check_rule: CheckRule) -> None:
    # ten words, 27 syllables: 217 − 30 · ln 10 − 108 = 39.9
    sentence = (
        "La coopération institutionnelle redeviendra beaucoup plus compliquée à préparer demain."
    )
    [article, *sentences] = check_rule("reading-ease", f"<p>⟦{sentence}⟧</p>", minimum_words=10)
    assert (article.severity, article.place) == (Severity.WARNING, None)
    assert [one.severity for one in sentences] == [Severity.INFO]
    assert "lisibilité de 40, 10 mots, 2,7 syllabes par mot." in sentences[0].message("fr")
    assert not check_rule("reading-ease", f"<p>{' '.join([sentence] * 29)} Il a un chat.</p>")
    marked = " ".join([f"⟦{sentence}⟧"] * 5 + [sentence] * 25)
    assert len(check_rule("reading-ease", f"<p>{marked}</p>")) == 6


def test_points_at_the_hardest_not_at_the_longest(check_rule: CheckRule) -> None:
    long = "Le chat dort dans le lit de la fille, et le chien court dans le pré du roi."
    hard = "L’administration territoriale accompagnera bientôt la réorganisation des collectivités."
    text = f"<p>{long} ⟦{hard}⟧ Rationalisation ! {long} {long}</p>"
    _article, sentence = check_rule("reading-ease", text, minimum=85, minimum_words=1)
    assert sentence.excerpt == hard


def test_others_words_are_not_pointed_at(check_rule: CheckRule) -> None:
    hard = "L’administration territoriale accompagnera bientôt la réorganisation des collectivités"
    text = (
        f"<blockquote><p>{hard}.</p></blockquote><p>« {hard}. {hard}. »</p>"
        f"<p>⟦Le maire dit que « {hard.lower()} ».⟧</p>"
    )
    assert len(check_rule("reading-ease", text, minimum=90, minimum_words=1)) == 2
    [article] = check_rule("reading-ease", f"<p>« {hard}. »</p>", minimum=90, minimum_words=1)
    assert article.place is None


@each_row(
    ("profile", "minimum"), [("article", 45), ("news", 45), ("guide", 40), ("langage-clair", 60)]
)
def test_minimum_of_each_profile(profile: str, minimum: int) -> None:
    config = Config(profile=profile)
    source = Source("Le chat dort.", name="a.txt")
    document = parse(source, config.parsing_for(source), "text")
    options = config.settings(document, rules()).options["reading-ease"]
    assert (options.minimum, options.minimum_words) == (minimum, 300)
