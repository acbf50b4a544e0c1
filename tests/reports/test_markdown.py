"""The Markdown report, read by a Markdown parser."""

import re

import report_samples as samples
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from seo_audit.message import Language
from seo_audit.report import Report

READER = MarkdownIt("commonmark").enable("table")
LIMIT = 65_536
"""Characters of a comment on GitHub."""


def text_of(*reports: Report, language: Language = "fr") -> str:
    return samples.rendered("markdown", reports, samples.view(language))


def rows(text: str) -> list[list[Token]]:
    found: list[list[Token]] = []
    for token in READER.parse(text):
        if token.type == "tr_open":
            found.append([])
        if token.type == "inline" and found and token.level >= 4:
            found[-1].append(token)
    return found


def test_table_has_a_row_an_article_and_seven_cells() -> None:
    table = rows(text_of(*samples.every()))
    assert len(table) == 1 + len(samples.every())
    assert {len(row) for row in table} == {7}
    assert [cell.content for cell in table[-2]][1:] == ["100", "98", "0", "0", "0", "✅ accepté"]


def test_many_articles_are_told_by_rule_first() -> None:
    text = text_of(*samples.many(20))
    heads = [one.content for one in READER.parse(text) if one.type == "inline" and one.level == 1]
    assert "Par règle, la plus grave d’abord" in heads
    assert text.index("Par règle") < text.index("Article par article") < text.index("| Article |")
    assert "- 🔴 **Texte de remplacement** (`image-alt`)\u00a0: 5 constats, 5 articles\n" in text
    assert "`articles/000.md` ligne 9, `articles/004.md` ligne 9" in text
    assert "et 2 autres articles" in text
    assert "Par règle" not in text_of(*samples.every()[:5])


def test_what_a_template_repeats_is_one_line() -> None:
    pages = [samples.poor(f"articles/{number}.md") for number in range(9)]
    text = text_of(*pages)
    assert "- 🔴 9 articles sur 9\u00a0: Cette image n’a pas de texte de remplacement." in text


def test_a_capped_score_says_so() -> None:
    short = replace(samples.good(), score=44, score_limit=44)
    assert [cell.content for cell in rows(text_of(short))[1]][1] == "44 (plafonné\u00a0: 98 mots)"


def test_what_needs_work_comes_first() -> None:
    states = [row[-1].content[0] for row in rows(text_of(*samples.every()))[1:]]
    assert states == ["⛔", "⛔", "❌", "❌", "✅", "✅"]


def test_only_our_own_html_and_no_links() -> None:
    for token in READER.parse(text_of(*samples.every(), samples.hostile("x.md"))):
        for one in (token, *(token.children or [])):
            assert one.type not in ("link_open", "image", "html_inline", "fence", "code_block")
            if one.type == "html_block":
                assert re.fullmatch(
                    r"</?details>\n?(<summary>[^<>]*</summary>\n?)?", one.content
                ), one.content


def test_nobody_is_mentioned() -> None:
    assert not re.search(r"@\w", text_of(*samples.every()).replace("`@", ""))


def test_says_why_it_failed_and_what_to_do() -> None:
    text = text_of(samples.poor(), language="en")
    assert "**5 warnings, more than the maximum of 2 (--max-warnings)**" in text
    assert "🔴 line 9, `image-alt`: This image has no alternative text. *Describe" in text
    assert "Broken rule: broken-rule (ZeroDivisionError: division by zero)" in text
    assert text.index("🔴") < text.index("🟠") < text.index("🔵")


def test_details_are_folded_and_balanced() -> None:
    text = text_of(*samples.every())
    assert text.count("<details>") == text.count("</details>") == text.count("<summary>") == 4
    assert "bon.md —" not in text, "nothing to unfold in a good article"


def test_three_hundred_articles_fit_a_comment() -> None:
    text = text_of(*samples.many(300))
    assert len(text) < LIMIT
    assert len(rows(text)) == 51
    assert "… et 250 autres articles." in text
    assert "300 articles" in text
    assert re.search(r"Détails de \d+ articles non repris ici", text)


def test_long_hostile_names_fit_too() -> None:
    name = "articles/" + "`|<b>@x" * 100 + "{}.md"
    reports = (samples.hostile(name.format(number)) for number in range(100))
    assert len(text_of(*reports)) < LIMIT


def test_no_article_and_fixed_findings() -> None:
    assert "Aucun article." in text_of()
    text = samples.rendered("markdown", [samples.good()], fixed=2)
    assert "2 constats acceptés ont disparu depuis." in text
