"""The terminal report: what an editor sees."""

import re
import unicodedata
from itertools import pairwise

import pytest
import report_samples as samples
from msgspec.structs import replace

from seo_audit import plugins
from seo_audit.judging.gate import Gate
from seo_audit.message import Language, Message
from seo_audit.report import Report
from seo_audit.rule import Category, Fault, Severity
from seo_audit.source import Source, Span

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def shown(*reports: Report, language: Language = "fr", **settings: bool | int) -> str:
    return samples.rendered("text", reports, samples.view(language, **settings))


def plain(text: str) -> str:
    """With ordinary spaces, and without the line ends that wrapping made."""
    return re.sub(r"[ \u00a0\u202f\n]+", " ", text)


def columns(line: str) -> int:
    return sum(
        0
        if unicodedata.category(char) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in line
    )


def test_says_where_what_and_what_to_do() -> None:
    lines = shown(samples.poor()).split("\n")
    start = next(n for n, line in enumerate(lines) if "Cette image" in line)
    assert lines[start].split() == [
        "9:1",
        *["Cette", "image", "n’a", "pas", "de", "texte", "de", "remplacement."],
    ]
    assert lines[start + 1].strip() == "│ ![](bassin.jpg)"
    assert lines[start + 2].strip().startswith("→ Décrivez ce qu’elle montre")
    assert "[image-alt\u00a0B]" in "".join(lines[start + 2 : start + 4])


def test_the_gravest_first_then_what_costs_most() -> None:
    text = shown(samples.poor())
    order = [
        "1 erreur",
        "image-alt\u00a0B",
        "4 avertissements",
        "link-text\u00a0A",
        "heading-order\u00a0B",
        "word-count\u00a0D",
    ]
    order += [
        "3 informations",
        "sentence-length\u00a0C",
        "Suroptimisation",
        "keyphrase-stuffing\u00a0A",
        "Refusé",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_within_a_severity_what_gains_most_comes_first() -> None:
    report = samples.poor()
    source = samples.document().source
    # evidence A weighs more than C; three findings of C cost more than one of A
    cheap = samples.FAULTS["link-text"].at(Span(0, 4), Severity.INFO, text="ici")
    dear = [_fault("sentence-length").at(Span(n, n + 30), Severity.INFO) for n in range(6)]
    verdicts = (
        samples.verdict("link-text", [cheap], source),
        samples.verdict("sentence-length", dear, source),
    )
    text = shown(replace(report, verdicts=verdicts, score=50))
    assert text.index("Constat de sentence-length") < text.index("Le lien")


def test_over_optimisation_stands_apart() -> None:
    text = shown(samples.poor(), language="en")
    before, after = text.split("Outside the score, apart: 1 finding")
    assert "The keyphrase stands 4 times" not in before
    assert "The keyphrase stands 4 times" in after
    assert "4 warnings" in before, "not counted among the warnings above"


def test_says_why_it_failed_and_how_many_points_there_are_to_gain() -> None:
    text = shown(samples.poor(), language="en")
    assert "✗ Failed: 1 error (--fail-on error): mend it" in text
    assert "5 warnings, more than the maximum of 2 (--max-warnings)" in text
    assert "1 broken rule" in text
    assert "Broken rule, broken-rule: ZeroDivisionError: division by zero" in text
    assert "First: Alternative text (+26 points), Link text (+7), Order of headings (+7)" in plain(
        text
    )


def test_a_good_article_is_short() -> None:
    text = shown(samples.good())
    assert "✓ Accepté" in text
    assert "Aucun constat." in text
    assert len(text.split("\n")) < 12


@pytest.mark.parametrize("width", [80, 60, 120])
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("verbose", [False, True])
def test_keeps_within_the_terminal(language: Language, width: int, verbose: bool) -> None:
    wide = samples.document("中文" * 60 + ".md")
    reports = (*samples.every(), replace(samples.poor(), path=wide.source.name), _wide())
    text = shown(*reports, language=language, width=width, verbose=verbose)
    assert [line for line in text.split("\n") if columns(line) > width] == []


def _wide() -> Report:
    """An article in wide and combining characters."""
    text = "# " + "漢字テスト" * 30 + "\n\n" + "e\u0301" * 300 + " ici.\n"
    source = Source(text, name="wide.md")
    faults = [
        samples.FAULTS["link-text"].at(Span(2, 6), text="漢字" * 40),
        samples.FAULTS["link-text"].at(Span(400, 401), text="x"),
    ]
    return replace(
        samples.poor("wide.md"),
        document=replace(samples.document(), source=source),
        verdicts=(samples.verdict("link-text", faults, source),),
    )


def test_carets_stand_under_the_place() -> None:
    lines = shown(samples.poor()).split("\n")
    marks = [
        (above, line) for above, line in pairwise(lines) if set(line.strip()) == {"│", " ", "^"}
    ]
    assert len(marks) >= 2
    for above, line in marks:
        part = above[line.index("^") : line.rindex("^") + 1]
        assert part in ("cliquez ici", " :")


def test_carets_count_wide_characters_twice() -> None:
    text = "漢字 ici 漢字\n"
    source = Source(text, name="a.md")
    verdict = samples.verdict(
        "link-text", [samples.FAULTS["link-text"].at(Span(3, 6), text="ici")], source
    )
    report = replace(
        samples.poor(), document=replace(samples.document(), source=source), verdicts=(verdict,)
    )
    above, below = (line for line in shown(report).split("\n") if "│" in line)
    assert columns(above[: above.index("ici")]) == below.index("^")
    assert below.count("^") == 3


def test_an_ordinary_article_takes_a_screen() -> None:
    """Twelve warnings of four rules, thirty infos of six: what a real article of 700 words gives."""
    text = "Une phrase ordinaire de plus. " * 100
    source = Source(text, name="a.md")
    rules = list(samples.RULES)
    verdicts = [
        samples.verdict(
            rule,
            [_fault(rule).at(Span(n * 60, n * 60 + 28), severity) for n in range(count)],
            source,
        )
        for rule, severity, count in [
            (rules[1], Severity.ERROR, 2),
            *((rule, Severity.WARNING, 3) for rule in rules[2:4]),
            *((rule, Severity.INFO, 10) for rule in rules[5:10]),
        ]
    ]
    report = replace(
        samples.poor("a.md"),
        document=replace(samples.document(), source=source),
        verdicts=tuple(verdicts),
    )
    short, long = shown(report), shown(report, verbose=True)
    assert len(short.split("\n")) <= 50
    assert "20 autres constats" in short
    assert "--verbose" in short
    assert "… et 9 autres endroits : 1:61, 1:121" in plain(short)
    assert long.count("Constat de") == 2 + 6 + 50
    assert "autres" not in long


def _fault(rule: str) -> Fault:
    return Fault(
        Message(f"Constat de {rule}.", f"Finding of {rule}."), Message("Corrigez.", "Mend it.")
    )


def test_verbose_adds_rules_and_furniture() -> None:
    text = shown(samples.poor(), verbose=True)
    assert "Règles satisfaites (1)\n  h1\n" in text
    assert "Règles sans objet ici (1)\n  title\n" in text
    assert "Laissé hors de l’article (1) ligne 13, related : Lire aussi" in plain(text)
    assert "Preuve : A documenté" in plain(text)
    assert "Règles satisfaites" not in shown(samples.poor())


def test_quiet_shows_failures_only() -> None:
    assert shown(samples.good(), samples.good("b.md"), quiet=True) == ""
    text = shown(samples.good(), samples.poor(), quiet=True)
    assert text == samples.rendered(
        "concise", [samples.good(), samples.poor()], samples.view(quiet=True)
    )
    assert len(text) < len(shown(samples.good(), samples.poor())) / 2


def test_colour_changes_no_word() -> None:
    plain, colored = shown(*samples.every()), shown(*samples.every(), color=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31m" in colored
    without = ANSI.sub("", colored)
    assert "\x1b" not in without
    carets = re.compile(r"^ *│ +\^+\n", re.MULTILINE)
    assert re.sub(r" +", " ", carets.sub("", plain)) == re.sub(r" +", " ", without)
    assert all(line.count("\x1b[") == 2 * line.count("\x1b[0m") for line in colored.split("\n"))


def test_several_articles_have_a_table() -> None:
    text = shown(*samples.every()[:5])
    table = text[text.index("Article  ") :].split("\n")
    assert table[1].split() == ["articles/fontaine.md", "49", "98", "1", "5", "3", "✗", "refusé"]
    assert table[4].split() == ["articles/absent.md", *"–––––", "✗", "illisible"]
    assert "5 articles : 2 acceptés, 2 refusés, 1 illisible · 3 erreurs, 6 avertissements" in plain(
        text
    )
    assert "score moyen 65,3, le plus bas 47" in plain(text)


def test_a_capped_score_says_so() -> None:
    short = replace(samples.good(), score=44, score_limit=44)
    assert shown(short).split("\n")[0].endswith("score 44/100, plafonné\u00a0: 98 mots")
    table = shown(short, samples.good())
    assert "44*" in table
    assert "* plafonné : moins de 50 mots" in plain(table)
    assert "44  articles/bon.md — plafonné : 98 mots" in plain(
        shown(*samples.every(), replace(short, verdicts=samples.poor().verdicts))
    ).replace("44 articles", "44  articles")


def test_one_article_has_none() -> None:
    assert "Article  " not in shown(samples.poor())


def test_many_articles_take_a_screen_by_rule() -> None:
    text = shown(*samples.many(300))
    assert len(text.split("\n")) <= 48
    order = ("300 articles", "Par règle, la plus grave d’abord", "Articles à reprendre d’abord")
    assert [text.index(one) for one in order] == sorted(text.index(one) for one in order)
    assert "erreur Texte de remplacement : 75 constats, 75 articles [image-alt B]" in plain(text)
    assert re.search(r"000.md:9:1, .* et 7\d autres", plain(text))
    assert "dans articles/" in text
    assert "✗ Refusé" not in text, "no article is shown whole"
    assert "--verbose montre chaque article en entier" in plain(text)


def test_what_a_template_repeats_is_one_line() -> None:
    pages = [samples.poor(f"articles/{number}.md") for number in range(9)]
    text = plain(shown(*pages, samples.good()))
    assert "Répété sur la plupart des pages" in text
    assert "erreur 9 articles sur 10 : Cette image n’a pas de texte de" in text
    assert text.count("Cette image") == 1


def test_verbose_shows_every_article_and_the_table() -> None:
    text = shown(*samples.many(300), verbose=True)
    assert len(re.findall(r"✗ refusé$", text, re.MULTILINE)) == 150
    assert len(re.findall(r"✓ accepté$", text, re.MULTILINE)) == 75
    assert "Par règle, la plus grave d’abord" in text


def test_an_unreadable_article_says_why() -> None:
    assert shown(samples.unreadable()).split("\n")[1] == "✗ Illisible\u00a0: fichier introuvable"
    assert "✗ Unreadable: no such file" in shown(samples.unreadable(), language="en")


def test_no_article_and_fixed_findings() -> None:
    assert shown() == "Aucun article.\n"
    text = samples.rendered("text", [samples.good()], fixed=1)
    assert "1 constat accepté a disparu depuis : --write-baseline met la liste à jour" in plain(
        text
    )


def test_category_minimum_is_said() -> None:
    report = samples.poor()
    gate = Gate(fail_on=None, fail_under={Category.MEDIA: 80})
    text = plugins.report("text").entry(report, samples.outcome(report, gate), samples.view())
    assert "« media », sous le minimum de 80" in text.replace("\u00a0", " ")


def test_other_places_are_of_the_same_kind() -> None:
    source = Source("Une phrase ordinaire. " * 100, name="a.md")
    one, other = _fault("une sorte"), _fault("une autre")
    found = [
        (one if number % 3 else other).at(Span(22 * number, 22 * number + 3), Severity.WARNING)
        for number in range(30)
    ]
    verdict = samples.verdict(next(iter(samples.RULES)), found, source)
    report = replace(
        samples.poor("a.md"),
        document=replace(samples.document(), source=source),
        verdicts=(verdict,),
    )
    text = plain(shown(report))
    assert "30 avertissements" in text
    first, second = text.index("Constat de une autre."), text.index("Constat de une sorte.")
    assert first < second
    counts = [int(count) for count in re.findall(r"et (\d+) autres endroits", text)]
    assert counts == [
        10 - text.count("Constat de une autre."),
        20 - text.count("Constat de une sorte."),
    ]
