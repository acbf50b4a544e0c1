import json
from typing import Any

import pytest
import text_places
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import each_row

from seo_audit.document import Document, FrontMatter
from seo_audit.parsing.front_matter import header
from seo_audit.parsing.html import parser as html
from seo_audit.parsing.markdown import parser as markdown
from seo_audit.source import Source


def read(text: str) -> FrontMatter:
    document = markdown.parse(Source(text))
    assert not text_places.misplaced(document)
    assert document.front_matter is not None
    return document.front_matter


def body(text: str) -> Document:
    document = markdown.parse(Source(text))
    assert not text_places.misplaced(document)
    return document


def values(found: FrontMatter) -> dict[str, Any]:
    return {entry.key: entry.value for entry in found.entries}


def told(text: str) -> list[tuple[str, int, int]]:
    """Problems of a header: what is said in French, and the line and column."""
    source = Source(text)
    return [
        (_plain(problem.message.say("fr", problem.values)), *source.position(problem.span.start))
        for problem in read(text).problems
    ]


def _plain(sentence: str) -> str:
    return sentence.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("---\ntitle: L’été\n---\n", "yaml", {"title": "L’été"}),
        ("---\ntitle: L’été\n...\n", "yaml", {"title": "L’été"}),
        ("---\n---\n", "yaml", {}),
        ("--- \n# rien\n---", "yaml", {}),
        ('+++\ntitle = "L’été"\n+++\n', "toml", {"title": "L’été"}),
        ('+++\ntitle ="L’été"\n+++\n', "toml", {"title": "L’été"}),
        ('+++\ntitle="L’été"\n+++\n', "toml", {"title": "L’été"}),
        ('{\n  "title": "L’été", "n": [1, 2.5, null, true]\n}\n', "json", {"title": "L’été", "n": [1, 2.5, None, True]}),
        ('---json\n{\n  "title": "L’été"\n}\n---\n', "javascript", {"title": "L’été"}),
        ("--- js\n{ title: 'L’été', tags: ['a'], }\n---\n", "javascript", {"title": "L’été", "tags": ["a"]}),
        ('---js\n{\n  title: "L’été",\n  permalink: (data) => `${data.page}/`,\n}\n---\n', "javascript", {"title": "L’été"}),
        ('---toml\ntitle = "L’été"\n---\n', "toml", {"title": "L’été"}),
        ("---yaml\ntitle: L’été\n---\n", "yaml", {"title": "L’été"}),
        ("<!--\n.. title: L’été\n.. tags: \n-->\n\nTexte", "nikola", {"title": "L’été", "tags": None}),
        ("Title: L’été\nTags: a,\n  b\n\nTexte", "pelican", {"Title": "L’été", "Tags": "a, b"}),
        ("Title: L’été\nDate: 2024-05-01 9:00\n---\nTexte", "pelican", {"Title": "L’été", "Date": "2024-05-01 9:00"}),
        ("Title: L’été\n...\n\nTexte", "pelican", {"Title": "L’été"}),
        ("% L’été\n  à Brest\n% Zoé; Max\n% 2024\n\nTexte", "pandoc", {"title": "L’été à Brest", "author": "Zoé; Max", "date": "2024"}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_formats(text: str, kind: str, expected: dict[str, Any], line_end: str) -> None:
    found = read(text.replace("\n", line_end))
    assert (found.kind, values(found), found.problems) == (kind, expected, ())


@each_row(
    "header",
    ['---json\n{"title": "L’été"}\n---', '{"title": "L’été"}', "<!--\n.. title: L’été\n-->"],
)
def test_a_page_of_html_has_the_same_headers(header: str) -> None:
    document = html.parse(Source(f"{header}\n<p>Il fait chaud.</p>\n", "a.html"))
    assert not text_places.misplaced(document)
    assert [block.text.value for block in document.blocks] == ["L’été", "Il fait chaud."]


def test_data_are_no_header_of_a_page() -> None:
    document = html.parse(Source('{"title": "L’été"}\n', "a.html"))
    assert document.front_matter is None


@each_row(
    "text",
    ["Texte", "", "---", "---\n\nTexte\n\n---\n\nSuite", "{{< x >}}\n", "{.classe}\n", "%d", "Note: texte\n\nSuite",
     "----\na: b\n----\n", " ---\na: b\n---\n", "+++\nTexte\n+++\n", "--- tirets\na: b\n---\n", "---js\nTexte\n",
     "<!-- .. suite -->\n", "<!--\n.. title: L’été\n", "<!-- title: L’été -->"],
)  # fmt: skip
def test_what_is_no_front_matter(text: str) -> None:
    assert body(text).front_matter is None


def test_yaml_scalars_are_plain_data_with_their_places() -> None:
    text = (
        "---\nn: 12\nf: 1.5\nb: true\nz:\nd: 2024-01-02\nt: 2024-01-02 10:00:00 +02:00\nq: '12'\n"
        "s: 'l''été'\ndq: \"a\\u00e9\\\"\\n b\\\n   c\"\nfold: >-\n  une\n  deux\n\n  trois\nlit: |\n  un\n    deux\n"
        "plain: un\n  deux 😀 trois # non\nseo: {keyphrase: é, secondary: [a, 2024-01-02]}\n---\n"
    )
    found = read(text)
    assert values(found) == {
        "n": 12, "f": 1.5, "b": True, "z": None, "d": "2024-01-02", "t": "2024-01-02 10:00:00 +02:00", "q": "12",
        "s": "l'été", "dq": 'aé"\n bc', "fold": "une deux\ntrois", "lit": "un\n  deux\n", "plain": "un deux 😀 trois",
        "seo": {"keyphrase": "é", "secondary": ["a", "2024-01-02"]},
    }  # fmt: skip
    texts = {entry.key: entry.text.value for entry in found.entries if entry.text}
    assert texts["fold"] == "une deux trois"
    assert texts["dq"] == 'aé" bc'
    assert "z" not in texts
    assert "seo" not in texts
    keys = [text[slice(*entry.span)] for entry in found.entries]
    assert keys == [entry.key for entry in found.entries]
    json.dumps(values(found))


def test_toml_has_places_for_every_way_to_write_a_string() -> None:
    text = (
        '+++\ntitle = "Le \\"x\\" \\u00e9"  # fin\n\'slug\' = \'a\\b\'\ndescription = """\nUn "deux"\n\\\n  trois"""\n'
        'date = 2024-01-02T10:00:00Z\nkeywords = [\n  "a]", # non\n  \'b\',\n]\nseo.keyphrase = "k"\nn = 1_000\n'
        '[author]\nname = "Zoé"\n[[image]]\nsrc = "x"\n+++\nTexte'
    )
    found = read(text)
    assert values(found) == {
        "title": 'Le "x" é', "slug": "a\\b", "description": 'Un "deux"\ntrois', "keywords": ["a]", "b"], "n": 1000,
        "date": "2024-01-02T10:00:00+00:00", "seo": {"keyphrase": "k"}, "author": {"name": "Zoé"}, "image": [{"src": "x"}],
    }  # fmt: skip
    said = body(text).metadata
    assert [t.value for t in (*said.titles, *said.descriptions, *said.keywords, *said.authors)] == [
        *('Le "x" é', 'Un "deux" trois', "a]", "b", "Zoé")
    ]
    assert said.published is not None
    assert said.published.value == "2024-01-02T10:00:00Z"


@each_row(
    ("text", "place"),
    [
        ("---\nlang: fr\ntitle: Brest : le port: ouvert\n---\n# x\n", (3, 14)),
        ("---\ntitle: 'sans fin\nlang: fr\n---\n", (4, 1)),
        ("---\ntitle: @x\n---\n", (2, 8)),
        ("---\ntags: [a, b\nlang: fr\n---\n", (3, 5)),
        ("---\ntitle: a\x07b\n---\n", (2, 9)),
        ("---\ntitle: *rien\n---\n", (2, 8)),
        ('+++\ntitle = "x\nlang = "fr"\n+++\n', (2, 11)),
        ('{\n "title": "x",\n "lang" "fr"\n}\n', (3, 9)),
        ("---\ntitle: x\nlang: fr\n\nTexte.\n", (1, 1)),
    ],
)
def test_an_invalid_header_is_a_problem_and_the_article_is_read(
    text: str, place: tuple[int, int]
) -> None:
    ((sentence, line, column),) = told(text)
    assert "ne se lit pas" in sentence
    assert (line, column) == place
    assert read(text).span.end > 0


def test_what_an_invalid_header_says_is_not_lost() -> None:
    text = "---\nlang: fr\ntitle: Brest : le port: ouvert\n---\nTexte"
    assert values(read(text)) == {"lang": "fr", "title": "Brest : le port: ouvert"}
    assert [block.text.value for block in body(text).blocks] == ["Brest : le port: ouvert", "Texte"]


@each_row(
    ("text", "said", "line"),
    [
        ("---\ntitle: a\nlang: fr\ntitle: b\n---\n", "« title » figure deux fois", 4),
        ("---\nseo:\n  a: 1\n  a: 2\n---\n", "« a » figure deux fois", 4),
        ("---\ntitle: [a, b]\n---\n", "« title » devrait être un texte", 2),
        ("---\ntitle: true\n---\n", "« title » devrait être un texte", 2),
        ("---\ndescription: true\n---\n", "« description » devrait être un texte", 2),
        ("---\nslug: true\n---\n", "« slug » devrait être un texte", 2),
        ("---\npublished: [2024-05-04]\n---\n", "« published » devrait être une date", 2),
        ("---\ndate: false\n---\n", "« date » devrait être une date", 2),
        ("---\nkeywords: {a: b}\n---\n", "« keywords » devrait être une liste de textes", 2),
        ("---\nseo: oui\n---\n", "« seo » devrait être une table de réglages", 2),
        ("+++\ndescription = 1979-05-27\ntitle = [1]\n+++\n", "« title » devrait être un texte", 3),
    ],
)
def test_other_problems(text: str, said: str, line: int) -> None:
    ((sentence, found, _),) = told(text)
    assert said in sentence
    assert found == line


@each_row(
    "line",
    [
        "published: false",
        "permalink: false",
        "permalink: {build: /a/}",
        "slug: false",
        "summary: {enabled: false}",
        "excerpt: true",
        "lastUpdated: false",
        "last_update: {author: Maud, date: 2026-02-03}",
        "date: {created: 2026-02-03}",
        "lang: [en, fr]",
        "author: false",
        "language: {crossref-fig-title: Figure}",
    ],
)
def test_a_switch_or_a_table_of_a_generator_is_no_fault(line: str) -> None:
    text = f"---\ntitle: Le lac\n{line}\n---\n\nIl gèle.\n"
    assert not told(text)
    said = body(text).metadata
    assert not said.authors
    assert not said.descriptions
    assert said.slug is None


@each_row(
    ("lines", "descriptions", "published", "modified"),
    [
        ("published: true\npubDate: 2026-02-03", [], "2026-02-03", ""),
        ("date:\n  created: 2026-02-03\n  updated: 2026-02-05", [], "2026-02-03", "2026-02-05"),
        ("last_update: {date: 2026-02-05}", [], "", "2026-02-05"),
        ("updatedDate: 2026-02-05", [], "", "2026-02-05"),
        ("metaDescription: Il gèle.", ["Il gèle."], "", ""),
        ("seo: {description: Il gèle.}", ["Il gèle."], "", ""),
        ("head:\n  - - meta\n    - {name: description, content: Il gèle.}", ["Il gèle."], "", ""),
        (
            "head: [{tag: meta, attrs: {name: Description, content: Il gèle.}}]",
            ["Il gèle."],
            "",
            "",
        ),
        ("meta: [{name: description, content: Il gèle.}]", ["Il gèle."], "", ""),
        ("meta: [{name: robots, content: Il gèle.}]", [], "", ""),
        ("metadata: {description: Il gèle.}", ["Il gèle."], "", ""),
        ("seoDescription: Il gèle.", ["Il gèle."], "", ""),
        (
            'myst: {html_meta: {"description lang=fr": Il gèle., keywords: lac}}',
            ["Il gèle."],
            "",
            "",
        ),
        ("date: 2026-02-03\ndate-modified: 2026-02-05", [], "2026-02-03", "2026-02-05"),
        ("pubDatetime: 2026-02-03\nmodDatetime: 2026-02-05", [], "2026-02-03", "2026-02-05"),
        ("maj: true\ndesc: [Il gèle.]", ["Il gèle."], "", ""),
        ("summary: {depth: 2}\nexcerpt: Il gèle.", ["Il gèle."], "", ""),
    ],
)
def test_keys_of_generators(
    lines: str, descriptions: list[str], published: str, modified: str
) -> None:
    text = f"---\n{lines}\n---\n\nIl gèle.\n"
    said = body(text).metadata
    assert [one.value for one in said.descriptions] == descriptions
    assert (said.published.value if said.published else "") == published
    assert (said.modified.value if said.modified else "") == modified
    for one in said.descriptions:
        span = one.span()
        assert span is not None
        assert text[span.start : span.end] == one.value


def test_dates_of_a_toml_table() -> None:
    said = body("+++\n[date]\ncreated = 2026-02-03\n+++\n\nIl gèle.\n").metadata
    assert said.published is not None
    assert said.published.value == "2026-02-03"


def test_a_duplicate_key_is_read_as_the_last() -> None:
    title = body("---\ntitle: a\ntitle: b\n---\n").metadata.title
    assert title is not None
    assert title.value == "b"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)) + "---\n", "20 000 valeurs"),
        ("---\na: &a [*a]\n---\n", "50 niveaux"),
        ("---\na: " + "[" * 50_000 + "\n---\n", "50 niveaux"),
        ("---\n" + "".join(" " * i + "a:\n" for i in range(80)) + "---\n", "50 niveaux"),
        ("---\n" + "a: b\n" * 40_000 + "---\n", "100 000 caractères"),
        ('{"a":' * 60 + "1" + "}" * 60, "50 niveaux"),
        ("+++\na = " + "[" * 20_000 + "\n+++\n", "ne se lit pas"),
    ],
    ids=range(7),
)  # fmt: skip
def test_hostile_headers_are_refused(text: str, said: str) -> None:
    sentences = [sentence for sentence, *_ in told(text)]
    assert any(said in sentence for sentence in sentences), sentences[:3]


@settings(max_examples=150)
@given(
    st.text(st.sampled_from("aé😀 '\"\\#:-[]{}&*\t\u00a0,")).filter(str.strip),
    st.sampled_from(["json", "yaml-json", "toml"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_a_quoted_string_is_read_with_its_places(value: str, kind: str, line_end: str) -> None:
    quoted = json.dumps(value, ensure_ascii=value.isascii())
    text = {
        "json": f'{{\n"title": {quoted}\n}}\n',
        "yaml-json": f"---\ntitle: {quoted}\n---\n",
        "toml": f"+++\ntitle = {quoted}\n+++\n",
    }[kind].replace("\n", line_end)
    entry = read(text).get("title")
    assert entry is not None
    assert entry.value == value
    assert entry.text is not None
    assert entry.text.value.split() == value.split()


_PIECES = [*("---\n", "+++\n", "...\n", "title: ", "title = ", "- ", "[", "]", "{", "}", '"', "'", "|\n", ">-\n", "  "),
           *("é", "\\", ":", "\n", "\r\n", "&a ", "*a", "# ", "<<: ", "%", "Title: x\n", "\t", "!!str ", "? ", ",", "\0")]  # fmt: skip


@settings(max_examples=250)
@given(st.sampled_from(["---\n", "+++\n", '{"a', "% ", "Title: "]), st.lists(st.sampled_from(_PIECES), max_size=15).map("".join), st.booleans())  # fmt: skip
def test_no_header_raises(start: str, middle: str, closed: bool) -> None:
    text = start + middle + ("\n" + start if closed else "")
    document = body(text)
    for problem in document.front_matter.problems if document.front_matter else ():
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
        assert problem.message.say("fr", problem.values) != problem.message.say("en", problem.values)  # fmt: skip


def test_names_are_lower_case() -> None:
    assert all(name == name.lower() for names in header.FRONT_MATTER_NAMES.values() for name in names)  # fmt: skip


@each_row(
    ("header", "title"),
    [
        ("title: 'Un [tableau](#tableau) clair'", "Un tableau clair"),
        ("title: '{{< fa brands r-project >}} Importer'", "Importer"),
        ("title: 'Le [four] et (le pain)'", "Le [four] et (le pain)"),
        ("title: 'a[0](b)'", "a0"),
        ("seo_title: Le four", "Le four"),
        ("heroText: Les guides", "Les guides"),
        ("hero: {name: Les guides}", "Les guides"),
        ("name: Les guides", "Les guides"),
        ("name: {first: Jeanne}", None),
        ("label: false", None),
    ],
)
def test_titles(header: str, title: str | None) -> None:
    document = body(f"---\n{header}\n---\n\nElle coule.\n")
    assert (document.metadata.title and document.metadata.title.value) == title
    assert not document.front_matter or not document.front_matter.problems


@each_row(
    ("header", "title", "heading", "description"),
    [
        ("title: Le lac\nseo_title: Patiner au lac\ndescription: Il gèle.", "Patiner au lac", "Le lac", "Il gèle."),
        (
            "title: Le lac\ndescription: Il gèle.\nseo:\n  metaTitle: Patiner\n  metaDescription: Où patiner.",
            *("Patiner", "Le lac", "Où patiner."),
        ),
        ("seo_title: Patiner au lac", "Patiner au lac", "Patiner au lac", None),
        ("title: Le lac\nmeta_description: Où patiner.\ndescription: Il gèle.", "Le lac", "Le lac", "Où patiner."),
        ("title: Le lac\nseo:\n  keyphrase: patiner", "Le lac", "Le lac", None),
        ("nom: Roy\nprenom: Jeanne", None, None, None),
    ],
)  # fmt: skip
def test_what_is_written_for_search_engines_is_what_they_show(
    header: str, title: str | None, heading: str | None, description: str | None
) -> None:
    document = body(f"---\n{header}\n---\n\nElle coule.\n")
    said = document.metadata
    headings = [one.text.value for one in document.headings]
    assert (said.title and said.title.value) == title
    assert (headings[0] if headings else None) == heading
    assert (said.description and said.description.value) == description


def test_eleventy_s_navigation_names_a_page_without_a_title() -> None:
    text = "---\neleventyNavigation:\n  key: lapins\n  title: Les lapins\n{}---\n\nIls courent.\n"
    title = body(text.format("")).metadata.title
    assert title is not None
    assert title.value == "Les lapins"
    title = body(text.format("title: Le lapin\n")).metadata.title
    assert title is not None
    assert title.value == "Le lapin"
    title = body(text.replace("  title: Les lapins\n", "").format("")).metadata.title
    assert title is not None
    assert title.value == "lapins"
