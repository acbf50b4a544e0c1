"""The tree of a page is the one a browser builds: by the standard's own tests, and beside two other parsers."""

import os
import secrets
import warnings
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from bs4 import BeautifulSoup
from growth import TRIES, at_most, grows_linearly, repeated
from html_trees import (
    Conformance,
    conformance_tests,
    shortest,
    soup_dump,
    tag_soups,
    turbohtml_dump,
    without_comments,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit.errors import SourceError
from seo_audit.parsing.html import dump
from seo_audit.parsing.html.construction import construct
from seo_audit.parsing.html.construction import stack as stack_module
from seo_audit.parsing.html.construction.builder import DEEPEST
from seo_audit.parsing.html.construction.flattening import flatten
from seo_audit.parsing.html.construction.stack import TooManyRepairsError
from seo_audit.parsing.html.parser import parse
from seo_audit.parsing.html.tree import Tree
from seo_audit.source import Source, decode

FAULTS = list(conformance_tests(Path(__file__).parent.parent / "data" / "html"))
"""What authors and their programs write wrongly, each beside the tree that browsers make of it."""

SINCE_SELECT = frozenset(
    {
        "<!DOCTYPE html><select><menuitem></select>",
        "<select><b><option><select><option></b></select>X",
        "<select><b><option><select><option></b></select>",
        "<!DOCTYPE html><body><select><svg></svg></select>",
        "<!DOCTYPE html><body><select><option><svg></svg></option></select>",
        "<!DOCTYPE html><body><table><tr><td><select><svg><g>foo</g><g>bar</g><p>baz</table><p>quux",
        "<!DOCTYPE html><body><table><select><svg><g>foo</g><g>bar</g><p>baz</table><p>quux",
        "<!doctype html><select><plaintext></plaintext>X",
        "<!doctype html><table><select><plaintext>a<caption>b",
        "<select><keygen>",
        "<!DOCTYPE html><body><select><math></math></select>",
        "<!DOCTYPE html><body><select><option><math></math></option></select>",
        "<!DOCTYPE html><body><table><tr><td><select><math><mi>foo</mi><mi>bar</mi><p>baz</table><p>quux",
        "<!DOCTYPE html><body><table><select><math><mi>foo</mi><mi>bar</mi><p>baz</table><p>quux",
    }
)
"""Tests older than 2025, when the standard let a `<select>` hold any element."""
SELECTED_CONTENT = frozenset(
    {
        "<select><button><selectedcontent></button><option>X",
        "<select><button><selectedcontent></button><option>x<i>i<b>ib</i>b",
        "<select><button><selectedcontent></button><option>X<option>Y",
        "<select><button><selectedcontent></button><option>X<option selected>Y",
    }
)
"""Here a browser copies what its user would see selected: no author wrote it there."""


def standard_tests() -> list[Conformance]:
    folder = os.environ.get("HTML5LIB_TESTS")
    if not folder:
        pytest.skip("HTML5LIB_TESTS names no folder of html5lib-tests' tree-construction")
    return list(conformance_tests(Path(folder)))


def test_the_standards_tests_pass_but_for_those_named() -> None:
    tests = standard_tests()
    assert len(tests) > 1400
    failed = {test.markup for test in tests if dump(test.markup) != test.expected}
    assert failed <= SINCE_SELECT | SELECTED_CONTENT
    assert len(failed - SINCE_SELECT) <= 0.005 * len(tests)


@each_row("markup", sorted(SINCE_SELECT))
def test_where_a_standards_test_is_too_old_another_parser_agrees(markup: str) -> None:
    pytest.importorskip("turbohtml")
    assert dump(markup) == turbohtml_dump(markup)


@pytest.mark.slow
def test_any_tag_soup_makes_the_tree_that_others_make() -> None:
    pytest.importorskip("turbohtml")
    pytest.importorskip("soup5ever")
    seed = secrets.randbits(32)
    wrong = []
    for page in tag_soups(seed, 6000):
        expected = without_comments(turbohtml_dump(page))
        if without_comments(dump(page)) != expected and soup_dump(page, "html5ever") == expected:
            wrong.append(page)
    assert not wrong, f"seed {seed}: {len(wrong)}, the shortest {shortest(wrong)!r}"


@each_row("fault", FAULTS)
def test_ordinary_faults_are_mended_as_browsers_do(fault: Conformance) -> None:
    assert dump(fault.markup) == fault.expected


@each_row("fault", FAULTS)
def test_what_is_expected_of_faults_is_what_another_parser_makes(fault: Conformance) -> None:
    pytest.importorskip("turbohtml")
    assert without_comments(turbohtml_dump(fault.markup)) == without_comments(fault.expected)


def test_there_are_faults_of_many_kinds() -> None:
    assert len(FAULTS) >= 49


@each_row(
    ("markup", "line"),
    [
        ("<!DOCTYPE HTML>", "| <!DOCTYPE html>"),
        (
            '<!doctype html PUBLIC "-//W3C//DTD HTML 4.01//EN">',
            '| <!DOCTYPE html "-//W3C//DTD HTML 4.01//EN" "">',
        ),
        ("<!doctype html system 'a'>", '| <!DOCTYPE html "" "a">'),
        ("<!-- un -->", "| <!--  un  -->"),
        ("<svg><foreignobject>", "|       <svg foreignObject>"),
        ("<svg viewbox=1>", '|       viewBox="1"'),
        ("<svg xlink:href=a>", '|       xlink href="a"'),
        ("<math definitionurl=a>", '|       definitionURL="a"'),
        ("<body><template>un", '|         "un"'),
        ("<p b=2 a=1>", '|       a="1"\n|       b="2"'),
    ],
)
def test_a_dump_is_written_as_the_standards_tests_are(markup: str, line: str) -> None:
    assert line in dump(markup)


def test_the_doctype_decides_whether_paragraphs_hold_tables() -> None:
    inside, beside = "|       <table>", "|     <table>"
    assert inside in dump("<p><table>")
    assert beside in dump("<!doctype html><p><table>")
    assert inside in dump("<!doctype html PUBLIC '-//W3C//DTD HTML 3.2//EN'><p><table>")
    assert inside in dump(
        "<!doctype html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN'><p><table>"
    )
    assert beside in dump(
        "<!doctype html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN' 'http://www.w3.org/TR/html4/loose.dtd'><p><table>"
    )
    assert inside in dump("<!doctype html lang=fr><p><table>")


# -- scripting is off


def test_what_stands_for_scripts_is_elements() -> None:
    assert "|       <img>" in dump("<body><noscript><img></noscript>")
    assert "|       <link>" in dump("<head><noscript><link></noscript></head>")


def test_a_picture_for_no_scripts_ends_the_head_but_metas_are_read_all_the_same() -> None:
    page = (
        "<!doctype html><html lang=fr><head><noscript><img src=/p.gif></noscript><title>Le lac</title>"
        "<meta name=description content=Bleu><link rel=canonical href=/lac></head><body><p>Texte.</p>"
    )
    assert '|     <meta>\n|       content="Bleu"' in dump(page)
    document = parse(Source(page, "a.html"))
    assert document.head is not None
    assert [text.value for text in document.metadata.descriptions] == ["Bleu"]
    assert document.metadata.title is not None
    assert document.metadata.title.value == "Le lac"
    assert document.metadata.slug is not None
    assert document.metadata.slug.value == "lac"


# -- limits


FAMILIES = {
    "nested": ("", "<div>", ""),
    "nested inline": ("", "<span>", ""),
    "closed at the end": ("<div>" * 50, "<i>", "</div>"),
    "paragraphs behind a wall": ("<p><button>", "<span>", "<div>"),
    "items behind a wall": ("<ul><li>", "<span>", "<li>"),
    "end tags of what is open above": ("<span><div>", "<i>", "</span>"),
    "end tags of nothing": ("<b><div>", "</u></b></p></x>", ""),
    "foreign end tags": ("<svg>", "<g>", "</b>"),
    "foreign and back": ("", "<svg><desc>", "</svg>"),
    "formatting never closed": ("", "<b id={}>", "<p>x"),
    "formatting made again": ("<p>", "<b id={}>", "<p>x"),
    "formatting alike": ("", "<b>", "<p>x"),
    "formatting closed within": ("<b><p>", "<div>", "</b>"),
    "formatting behind a wall": ("<b><select>", "<i id={}>", "</b>"),
    "Noah’s Ark": ("", "<i id={}>", "<b></b>"),
    "links in links": ("", "<a href={}>", ""),
    "links around blocks": ("", "<a href=x><div>", ""),
    "foster parents": ("<table>", "x<b>", "<tr>"),
    "foster parents deep down": ("<div>" * 600, "<option><select><table>", "<pre><desc><col>"),
    "tables in tables": ("", "<table><td>", "</table>"),
    "cells": ("<table>", "<td>x", ""),
    "templates": ("", "<template>", ""),
    "templates of tables": ("", "<template><col>", "x"),
    "forms": ("", "<form><div>", "</form>"),
    "lists": ("", "<ul><li>", "</li>"),
    "definitions": ("", "<dl><dt><dd>", ""),
    "selects": ("", "<select><option>", ""),
    "headings": ("", "<h1><h2>", "</h3>"),
    "ruby": ("<ruby>", "<rb><rt><rtc>", ""),
    "framesets": ("", "<frameset>", "</frameset>"),
    "html again": ("", "<html a{}=b>", ""),
    "metas behind the head": ("<head></head>", "<meta><script></script>", ""),
    "raw text never closed": ("", "<script><!--<script>", ""),
    "no tokens": ("<pre>", "</>", "x</>"),
    "CDATA": ("<svg>", "<![CDATA[x]]>", "<![CDATA["),
    "comments": ("", "<!--x--><!x>", "<!--"),
    "nul": ("<p>", "\0a", "\0<b>"),
    "references": ("<p>", "&amp;&#10;&notit", "&"),
    "attributes": ("<p ", "a{}=b ", ""),
    "attributes that are one": ("<p ", "a&amp;=&amp; ", ""),
}


def family(name: str, size: int) -> str:
    before, first, second = FAMILIES[name]
    return before + "".join(
        unit.replace("{}", str(number)) for unit in (first, second) for number in range(size)
    )


def tree_or_refusal(page: str) -> Tree | None:
    try:
        return flatten(construct(page))
    except TooManyRepairsError:
        return None


@pytest.mark.slow
@pytest.mark.parametrize("name", FAMILIES)
def test_twice_the_tag_soup_takes_about_twice_the_time(name: str) -> None:
    assert at_most(2.5, lambda size: tree_or_refusal(family(name, size)), 12_000)


@each_row("unit", ["<b><p>", "<a href=x><div>", "<table><b>", "<template>", "<svg><p>"])
def test_the_whole_way_to_a_document_is_linear(unit: str) -> None:
    def read(text: str) -> None:
        try:
            parse(Source(text, "a.html"))
        except SourceError:
            assert unit == "<b><p>"

    assert grows_linearly(repeated(unit, read), 5_000)


def test_a_page_that_asks_for_too_many_elements_is_refused_in_one_line() -> None:
    page = "<p>" + "".join(f"<b id={number}>" for number in range(1000)) + "<p>x" * 1000
    with pytest.raises(SourceError) as caught:
        parse(Source(page, "a.html"))
    said = caught.value.say("en")
    assert (
        said
        == "a.html: tags closed in the wrong order ask for over 50,000 more elements, the limit of a page"
    )
    assert "\n" not in caught.value.say("fr")
    assert "a.html" in caught.value.say("fr")


def test_the_limit_counts_elements_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stack_module, "MOST_REPAIRS", 6)
    page = "<p><b id=1><b id=2>x" + "<p>x" * 3
    assert tree_or_refusal(page) is not None, (
        "two are made in each paragraph but the first, six in all"
    )
    assert tree_or_refusal(page + "<p>x") is None
    assert tree_or_refusal("<b><p>x</p></b>" * 100) is not None, "nothing is wrong here"


def test_elements_lie_no_deeper_than_browsers_let_them() -> None:
    tree = flatten(construct("<div>" * 2000 + "fond"))
    depths = [0]
    for node in range(1, len(tree)):
        depths.append(depths[tree.parents[node]] + 1)
    assert max(depths) == DEEPEST  # the text; elements lie one higher
    assert tree.names.count("div") == 2000
    assert tree.string(0) == "fond"
    shallow = flatten(construct("<div>" * 500))
    assert max(len(list(shallow.ancestors(node))) for node in range(len(shallow))) == 501


@pytest.mark.slow
def test_a_hundred_thousand_open_elements_end_at_the_end_of_the_file() -> None:
    for unit in ("<template>", "<b>", "<svg>", "<table><td>", "<select>", "<i><a><p>"):
        page = unit * (100_000 // len(unit))
        tree = tree_or_refusal(page)
        assert tree is None or tree.stops[0] == len(page)


# -- any page at all

PARTS = st.sampled_from([*tag_soups(1, 300), *"<>&/!-[]\"'= \n\0a", "<!--", "]]>", "&#", "\ud800"])


@settings(max_examples=200)
@given(st.lists(PARTS, max_size=6).map("".join) | st.text(max_size=80))
def test_every_page_has_a_tree_that_holds_together(page: str) -> None:
    tree = flatten(construct(page))
    count = len(tree)
    assert tree.names[0] == "html"
    assert tree.ends[0] == count
    for node in range(count):
        parent = tree.parents[node]
        assert (parent < 0) == (node == 0)
        assert parent < node < tree.ends[node] <= count
        assert node == 0 or tree.ends[node] <= tree.ends[parent]
        assert 0 <= tree.starts[node] <= tree.opened[node] <= len(page)
        assert tree.starts[node] <= tree.stops[node] <= len(page)
        assert bool(tree.names[node]) or bool(tree.strings[node])
        for _, start, end in tree.pieces[node]:
            assert 0 <= start < end <= len(page)
    assert dump(page).startswith("| <")


# -- speed


def test_real_pages_are_read_about_as_fast_as_beautiful_soup_parses_them_with_lxml() -> None:
    pytest.importorskip("lxml")
    folder = os.environ.get("HTML_PAGES")
    if not folder:
        pytest.skip("HTML_PAGES names no folder of real pages")
    pages = [decode(path.read_bytes()).text for path in sorted(Path(folder).rglob("*.html"))]
    assert pages

    def took(read: Callable[[str], object]) -> float:
        start = process_time()
        for page in pages:
            read(page)
        return process_time() - start

    def theirs(page: str) -> object:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return BeautifulSoup(page, "lxml")

    def ours(page: str) -> object:
        return parse(Source(page, "a.html"))

    assert any(took(ours) <= 1.1 * took(theirs) for _ in range(TRIES))
