from conftest import CheckRule
from tables import each_row

from seo_audit.brief.brief import Brief
from seo_audit.brief.texts import BriefText

SOURCE = "Un maçon retrouve la source perdue\n\nLa fontaine coule de nouveau depuis lundi."


@each_row(
    ("title", "found"),
    [
        ("Un maçon retrouve la source perdue", True),
        ("UN MAÇON RETROUVE LA SOURCE PERDUE !", True),
        ("Un maçon retrouve une source", True),  # three words, all of them
        ("La source perdue qu’un maçon retrouve", False),  # another order
        ("Un maçon, une source", False),  # two words only
        ("Un maçon retrouve la source : histoire d’un village", True),  # 3 of 5, not over 60 %
    ],
)
def test_words_in_order(check_rule: CheckRule, title: str, found: bool) -> None:
    brief = {"brief": Brief(source=BriefText("s.txt", text=SOURCE))}
    mark = f"⟦{title}⟧" if found and "histoire" not in title else title
    check_rule("brief-title", f"# {mark}\n\nElle coule.", "markdown", article=brief)


def test_option_share(check_rule: CheckRule) -> None:
    brief = {"brief": Brief(source=BriefText("s.txt", text=SOURCE))}
    text = "# ⟦Un maçon retrouve la source : histoire d’un village⟧\n\nElle coule."
    (one,) = check_rule("brief-title", text, "markdown", article=brief, share=0.5)
    assert "60\u00a0%" in one.message("fr")
    assert "60%" in one.message("en")


def test_a_title_given_apart_has_no_place(check_rule: CheckRule) -> None:
    article = {
        "brief": Brief(source=BriefText("s.txt", text=SOURCE)),
        "title": "Un maçon retrouve la source perdue",
    }
    assert len(check_rule("brief-title", "<p>Elle coule.</p>", "html", article=article)) == 1


def test_nothing_to_judge(check_rule: CheckRule) -> None:
    brief = {"brief": Brief(source=BriefText("s.txt", text="Elle coule de nouveau, sans titre."))}
    check_rule("brief-title", "# Titre\n\nTexte.", "markdown", article=brief, applies=False)
    brief = {"brief": Brief(source=BriefText("s.txt", text=SOURCE))}
    check_rule("brief-title", "<p>Texte.</p>", "html", article=brief, applies=False)
