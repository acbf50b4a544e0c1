"""The HTML report of many articles: packed, by rule first, and what a client gets on paper."""

import base64
import re
import sys
import zlib
from collections.abc import Iterator
from datetime import date
from types import ModuleType
from typing import Any

import pytest
import report_samples as samples
from msgspec.structs import replace

from seo_audit import plugins
from seo_audit.rendering.summary import Presentation, View
from seo_audit.report import Report

pytestmark = pytest.mark.slow  # each makes a report of many articles


def page(*reports: Report, **presented: Any) -> str:
    view = samples.view()
    return samples.rendered("html", reports, replace(view, presentation=Presentation(**presented)))


def packing() -> ModuleType:
    plugins.report("html")
    return sys.modules["seo_audit.reports.html.packing"]


def unpacked(text: str) -> Iterator[str]:
    """What the browser makes of what is packed."""
    match = re.search(r'id="sample" data-bytes="(\d+)">([^<]*)<', text)
    assert match
    sample = base64.b85decode(match[2].replace(".", "<"))
    for packed in re.findall(r'class="packed">([^<]*)<', text):
        body = base64.b85decode(packed.replace(".", "<"))
        whole = zlib.decompressobj(-15).decompress(sample + body)
        yield whole[int(match[1]) :].decode()


@pytest.mark.slow
def test_articles_of_a_long_report_are_packed_whole() -> None:
    text = page(*samples.many(60))
    found = list(unpacked(text))
    # of the ten to mend first findings are not packed, only the rest
    assert len([one for one in found if one.startswith('<section class="audit"')]) == 50
    entries = [
        plugins.report("html").entry(report, samples.outcome(report), samples.view())
        for report in samples.many(60)
    ]
    shared = re.compile(r'(data-g=")[^"]+(">).*?(?=</(?:div|li|td)>)', re.DOTALL)
    bare = {shared.sub(r"\1\2", one) for one in entries}
    assert all(
        re.sub(r'data-g="\d+"', 'data-g=""', one) in bare for one in found if "audit" in one[:40]
    )


def test_what_articles_share_stands_once() -> None:
    text = page(*samples.many(60))
    assert text.count("Parce que le lecteur le mérite.") == len(
        re.findall(r"<template[^>]*>\n?<p><b>Pourquoi", text)
    )
    numbers = set(re.findall(r'data-g="(\d+)"', "".join(unpacked(text))))
    assert numbers <= set(re.findall(r'<template data-g="(\d+)"', text))


@pytest.mark.slow
def test_three_hundred_articles_are_small() -> None:
    few, many = len(page(*samples.many(20)).encode()), len(page(*samples.many(300)).encode())
    assert many < 1_000_000
    assert many < 3 * few


LEFT_OUT = "Pour que ce rapport reste léger"


@pytest.mark.slow
def test_what_is_too_much_leaves_out_the_text_of_what_is_to_mend_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = page(*samples.many(60))
    assert LEFT_OUT not in "".join(unpacked(whole))
    plugins.report("html")
    most = len(whole.encode()) - 12_000
    monkeypatch.setattr(sys.modules["seo_audit.reports.html.page"], "MOST_BYTES", most)
    small = page(*samples.many(60))
    assert most - 8_000 < len(small.encode()) < most + 2_000
    order = [
        int(number) for number in re.findall(r'<details class="one[^>]* data-n="(\d+)"', small)
    ]
    articles = [one for one in unpacked(small) if one.startswith('<section class="audit"')]
    packed = [number for number in order if number >= 10]
    left_out = {number for number, one in zip(packed, articles, strict=True) if LEFT_OUT in one}
    shown = {
        number for number, one in zip(packed, articles, strict=True) if '<div class="text"' in one
    }
    assert left_out
    assert shown
    assert max(shown) < min(left_out)
    # no finding is left out, and no link leads to what is
    before = [one for one in unpacked(whole) if one.startswith('<section class="audit"')]
    for one, other in zip(before, articles, strict=True):
        assert re.findall(r'<p class="m">.*', one) == re.findall(r'<p class="m">.*', other)
        names = set(re.findall(r'id="(\w+)"', other))
        assert set(re.findall(r'href="#(\w+)"', other)) <= names | {"overview"} or (
            LEFT_OUT not in other
        )


def test_nothing_packed_can_begin_a_tag() -> None:
    made = packing().signs(bytes(range(256)) * 40)
    assert not set(made) & set("<\"'\\/ ")
    assert base64.b85decode(made.replace(".", "<")) == bytes(range(256)) * 40


def test_rules_come_before_articles() -> None:
    text = page(*samples.many(40))
    assert text.index("Par règle, la plus grave d’abord") < text.index('id="articles"')
    themes = re.findall(r'class="card theme (\w)".*?<h4>(.*?)</h4>', text, re.DOTALL)
    assert themes[:2] == [("e", "Titre principal"), ("e", "Texte de remplacement")]
    assert [letter for letter, _ in themes] == sorted(
        (letter for letter, _ in themes), key="ewi".index
    )
    assert "10 constats dans 10 articles" in text
    assert "… et 2 autres articles." in text


def test_what_a_template_repeats_is_one_line() -> None:
    text = page(*(samples.poor(f"articles/{number}.md") for number in range(9)))
    assert "<h3>Répété sur la plupart des pages, sans doute par leur modèle</h3>" in text
    repeated = text[text.index('class="repeated"') : text.index("</ul>")]
    assert "9 articles sur 9" in repeated
    assert "Cette image n’a pas de texte de remplacement." in repeated


def test_rows_stand_in_the_order_in_which_articles_need_work() -> None:
    text = page(*samples.many(40))
    gates = re.findall(r'<tr data-n="\d+" data-gate="(-?\d)"', text)
    assert gates == sorted(gates, key=int)
    assert re.findall(r'<tr data-n="(\d+)"', text) == [str(number) for number in range(40)]


# -- for a client


def test_the_head_and_the_cover_say_for_whom_by_whom_and_when() -> None:
    text = page(
        samples.poor(),
        client="Société <Dupont>",
        author="Claire Martin",
        logo="data:image/png;base64,AAAA",
        day=date(2026, 3, 1),
    )
    head = text[text.index("<header") : text.index("</header>")]
    cover = text[text.index('class="cover"') : text.index("</section>")]
    for part in (head, cover):
        assert "Société &lt;Dupont&gt;" in part
        assert "Claire Martin" in part
        assert "1er\u00a0mars\u00a02026" in part
        assert 'src="data:image/png;base64,AAAA"' in part
    assert "Article refusé" in cover
    assert "<b>49</b> sur 100" in cover
    assert "1 erreur\u00a0: corrigez-la" in cover
    assert "--" not in re.sub(r"<!--.*?-->", "", cover)


def test_nothing_is_said_of_whom_nobody_named() -> None:
    text = page(samples.poor())
    assert "<dt>Client" not in text
    assert "Pour " not in text[: text.index("</header>")]
    assert "<img" not in text


def test_no_folder_of_the_machine_is_told() -> None:
    own = replace(samples.poor("/home/claire/clients/dupont/articles/a.md"))
    for text in (page(own), page(own, samples.good("/home/claire/clients/dupont/b.md"))):
        assert "/home/claire" not in text
        assert "a.md" in text


def test_everything_is_printed_when_asked() -> None:
    assert '<html lang="fr" class="print-all">' in page(samples.poor(), print_all=True)
    assert '<html lang="fr">' in page(samples.poor())


def test_a_view_says_nothing_of_itself() -> None:
    assert View(samples.RULES).presentation == Presentation()
