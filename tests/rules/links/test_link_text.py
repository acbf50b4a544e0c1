import pytest
from conftest import CheckRule

from seo_audit.french.word_lists import lines


@pytest.mark.parametrize(
    "text",
    [
        "ICI",
        "« ici »",
        "→ En savoir plus…",
        "lire la suite !",
        "c'est ici",
        "Cliquez&nbsp;ici",
        "Click here",
    ],
)
def test_generic_in_any_dress(check_rule: CheckRule, text: str) -> None:
    assert check_rule("link-text", f'<p>Voir ⟦<a href="/a">{text}</a>⟧.</p>')


@pytest.mark.parametrize(
    "text", ["ici la Terre", "le plan", "En savoir plus sur le lac", "Icicle", "2024"]
)
def test_texts_that_say_something(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("link-text", f'<p>Voir <a href="/a">{text}</a>.</p>')


def test_a_generic_label_does_not_help(check_rule: CheckRule) -> None:
    check_rule("link-text", '<p>⟦<a href="/a" aria-label="Lire la suite">ici</a>⟧ Mot.</p>')


def test_an_image_in_the_link_may_say_it(check_rule: CheckRule) -> None:
    check_rule(
        "link-text", '<p>Mot. <a href="/a">Lire <img src="a.png" alt="le plan du lac"></a></p>'
    )


def test_a_link_without_text_is_another_rule_s(check_rule: CheckRule) -> None:
    check_rule("link-text", '<p>Mot. <a href="/a"></a></p>')


def test_texts_of_one_s_own(check_rule: CheckRule) -> None:
    check_rule("link-text", "Par [là-bas](/a), un mot.", "markdown")
    check_rule("link-text", "Par ⟦[Là-bas](/a)⟧, un mot.", "markdown", extend=("là-bas",))


def test_it_is_quoted_with_single_spaces(check_rule: CheckRule) -> None:
    [finding] = check_rule("link-text", '<p>⟦<a href="/a">En savoir\n  plus</a>⟧ Mot.</p>')
    assert finding.values["text"] == "En savoir plus"


def test_each_link_is_judged_by_itself(check_rule: CheckRule) -> None:
    text = "⟦[ici](/a)⟧, [le plan du lac](/b), ⟦[là](/c)⟧, ⟦[Par ici !](/d)⟧."
    check_rule("link-text", text, "markdown", extend=("LÀ", "« par ici »"))


def test_without_links_nothing_is_judged(check_rule: CheckRule) -> None:
    check_rule("link-text", "<p>Cliquez ici.</p>", applies=False)


def test_a_label_of_signs_says_nothing_more(check_rule: CheckRule) -> None:
    check_rule("link-text", '<p>⟦<a href="/a" aria-label="→">ici</a>⟧ Mot.</p>')


def test_the_list_is_long_and_without_repeats() -> None:
    texts = lines("seo_audit.rules.links", "link_text.txt")
    assert len(texts) >= 60
    assert len(set(texts)) == len(texts)
