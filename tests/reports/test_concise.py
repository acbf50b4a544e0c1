"""One line a finding."""

import re

import report_samples as samples

from seo_audit.message import Language
from seo_audit.report import Report

LINE = re.compile(
    r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (error|warning|info) [a-z0-9-]+ .+"
)


def lines(*reports: Report, language: Language = "fr") -> list[str]:
    # splitlines ends lines at U+2028 and the like too, as editors do
    return samples.rendered("concise", reports, samples.view(language)).splitlines()


def test_each_line_has_its_place_severity_and_rule() -> None:
    shown = lines(samples.poor())
    assert all(LINE.fullmatch(one) for one in shown)
    assert "articles/fontaine.md:5:1: warning heading-order Ce titre de niveau 4" in shown[4]
    assert len(shown) == sum(1 for _ in samples.poor().findings) + 1


def test_whole_articles_and_broken_rules_stand_at_the_start() -> None:
    first, second, *_ = lines(samples.poor(), language="en")
    assert first.startswith("articles/fontaine.md:1:1: error broken-rule broken rule: ZeroDiv")
    assert second.startswith("articles/fontaine.md:1:1: warning word-count The article has 98")


def test_places_are_in_order() -> None:
    places = [LINE.fullmatch(one) for one in lines(samples.poor())]
    found = [(int(one["line"]), int(one["column"])) for one in places if one]
    assert found == sorted(found)


def test_an_unreadable_file_is_a_line() -> None:
    assert lines(samples.unreadable()) == [
        "articles/absent.md:1:1: error unreadable fichier introuvable"
    ]


def test_hostile_names_and_texts_stay_on_their_line() -> None:
    shown = lines(samples.hostile())
    assert len(shown) == 4
    assert all(LINE.fullmatch(one) for one in shown)
    assert all(
        one.startswith(r"articles/a,b:c%\n\u202e|`<é>` \x1b[31m\udce9.md:1:1: ") for one in shown
    )
    assert max(map(len, shown)) < 500


def test_places_are_the_same_in_both_languages() -> None:
    french, english = (lines(*samples.every(), language=one) for one in ("fr", "en"))
    assert [one.split(" ")[0] for one in french] == [one.split(" ")[0] for one in english]
    assert french != english


def test_a_good_article_and_none_say_nothing() -> None:
    assert lines(samples.good()) == lines() == []
