from conftest import CheckRule
from tables import each_row


def test_a_fragment_has_no_head_to_judge(check_rule: CheckRule) -> None:
    check_rule("title", "<p>Un texte.</p>", applies=False)


def test_markdown_without_front_matter_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("title", "Un texte.\n", "markdown", applies=False)


def test_a_given_title_is_enough(check_rule: CheckRule) -> None:
    assert not check_rule(
        "title", "<html><body><p>Un texte.</p></body></html>", article={"title": "La fontaine"}
    )


def test_the_title_of_a_drawing_is_not_the_page_s(check_rule: CheckRule) -> None:
    check_rule(
        "title",
        "<head><title>La fontaine</title></head><body><p>Un texte."
        "<svg><title>Goutte</title></svg></p></body>",
    )


def test_an_empty_title_in_front_matter(check_rule: CheckRule) -> None:
    check_rule("title", '⟦---⟧\ntitle: ""\n---\n\nUn texte.\n', "markdown")


@each_row(
    "key",
    [
        "home: true",
        "layout: home",
        "template: splash",
        "hero: {tagline: x}",
        "fullname: Jeanne Roy",
        "lastName: Roy",
    ],
)
def test_a_theme_titles_the_front_page(check_rule: CheckRule, key: str) -> None:
    assert not check_rule("title", f"---\n{key}\n---\n\nBienvenue.\n", "markdown")
    assert not check_rule("h1", f"---\n{key}\n---\n\nBienvenue.\n", "markdown", applies=False)
    assert check_rule("title", "⟦---⟧\nhome: false\nlayout: post\n---\n\nBienvenue.\n", "markdown")
