import base64
import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest
import report_samples as samples
from msgspec.structs import replace
from tables import each_row

from seo_audit import plugins
from seo_audit.brief.target import Target
from seo_audit.document import (
    Block,
    BlockKind,
    Document,
    Furniture,
    Head,
    HeadLink,
    Image,
    Mark,
    Meta,
    Metadata,
    Run,
    Text,
)
from seo_audit.measures import Measures
from seo_audit.message import Language
from seo_audit.rendering.textstat_indices import Indices
from seo_audit.report import Report, Status
from seo_audit.rule import Category, Severity
from seo_audit.source import Source, Span

VOID = frozenset(["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"])
WORDS_OF = ("article", "brief", "page", "readability", "search")
DRAWN = frozenset(["circle", "rect", "path", "line", "text"])


class Page(HTMLParser):
    """A page read strictly: every element closed, in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), (tag, attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in DRAWN, tag
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag, self.getpos()

    def handle_data(self, data: str) -> None:
        if "script" not in self.open and "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, attribute: str) -> Iterator[str]:
        return (attrs[attribute] or "" for _, attrs in self.tags if attribute in attrs)


def page(*reports: Report, language: Language = "fr") -> Page:
    return Page(samples.rendered("html", reports, samples.view(language)))


def private(name: str) -> ModuleType:
    plugins.report("html")
    import sys

    return sys.modules[f"seo_audit.reports.html.{name}"]


# -- the page as a whole


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("count", [0, 1, 6, pytest.param(40, marks=pytest.mark.slow)])
def test_elements_are_closed_and_names_are_there_once(language: Language, count: int) -> None:
    reports = {0: [], 1: [samples.poor()], 6: samples.every(), 40: list(samples.many(40))}[count]
    read = page(*reports, language=language)
    ids = Counter(read.all("id"))
    assert not [name for name, times in ids.items() if times > 1]
    targets = {href[1:] for href in read.all("href") if href.startswith("#")}
    assert targets <= set(ids)
    labelled = [attrs["for"] for tag, attrs in read.tags if tag == "label" and "for" in attrs]
    assert set(labelled) <= set(ids)
    assert read.tags[0] == ("html", {"lang": language})


def test_the_same_article_twice_has_names_of_its_own() -> None:
    read = page(samples.poor(), samples.poor(), samples.poor())
    assert max(Counter(read.all("id")).values()) == 1
    targets = {href[1:] for href in read.all("href") if href.startswith("#")}
    assert targets <= set(read.all("id"))


def test_the_same_reports_give_the_same_page() -> None:
    first = samples.rendered("html", samples.every())
    assert first == samples.rendered("html", samples.every())


def test_styles_and_script_are_allowed_by_their_hashes_and_nothing_else() -> None:
    text = samples.rendered("html", samples.every())
    read = Page(text)
    policy = next(
        attrs["content"] or ""
        for _, attrs in read.tags
        if attrs.get("http-equiv") == "Content-Security-Policy"
    )
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["base-uri"] == directives["form-action"] == "'none'"
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        found = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert len(found) == 1
        digest = base64.b64encode(sha256(found[0].encode()).digest()).decode()
        assert directives[f"{tag}-src"] == f"'sha256-{digest}'"
        assert [attrs for name, attrs in read.tags if name == tag] == [{}]
    # styles and handlers in attributes would be blocked: there must be none
    assert not [
        name for _, attrs in read.tags for name in attrs if name == "style" or name[:2] == "on"
    ]


def test_the_policy_stands_before_what_it_allows() -> None:
    text = samples.rendered("html", [samples.good()])
    assert text.index("Content-Security-Policy") < text.index("<style>") < text.index("<script>")


def test_nothing_is_loaded() -> None:
    read = page(*samples.every())
    for tag, attrs in read.tags:
        assert tag not in {"img", "iframe", "object", "embed", "video", "audio", "source", "base"}
        assert not {"src", "srcset", "data", "poster", "action", "background", "ping"} & set(attrs)
        if tag == "link":
            assert attrs == {"rel": "icon", "href": "data:,"}
        elif tag == "a":
            assert re.match(r"#|https://example\.org/", attrs["href"] or "")
    text = samples.rendered("html", samples.every())
    assert "url(" not in text
    assert "@import" not in text


def test_the_light_and_the_dark_palette_name_the_same_colours() -> None:
    folder = Path(plugins.report("html").__file__ or "").parent / "templates"
    names = [
        re.findall(r"--[\w-]+(?=:)", (folder / f"palette_{mode}.css").read_text("utf-8"))
        for mode in ("light", "dark")
    ]
    assert names[0] == names[1]
    used = set(re.findall(r"var\((--[\w-]+)", (folder / "report.css").read_text("utf-8")))
    assert used - {"--c", "--t", "--s", "--r"} <= set(names[0])


def test_every_text_is_used_and_spaced() -> None:
    words = private("words").WORDS
    folder = Path(plugins.report("html").__file__ or "").parent
    paths = [*folder.glob("templates/*.j2"), *folder.glob("*.py"), *folder.glob("panels/*.py")]
    code = "".join(path.read_text("utf-8") for path in paths)
    indices = set(Indices.__struct_fields__)
    degrees = {f"{name}_{degree}" for name in ("hard", "hard_sentence") for degree in (1, 2, 3)}
    known = {*indices, *(f"{name}_how" for name in indices), *degrees}
    assert [name for name in words if name not in known and f'"{name}"' not in code] == []
    spaced = private("context").spaced
    for name, message in words.items():
        assert not re.search(r" [:;!?»%](?!\w)|« ", spaced(message.fr, "fr")), name


def test_no_text_takes_the_place_of_another() -> None:
    package = private("words")
    parts = [getattr(package, name).WORDS for name in WORDS_OF]
    assert sum(map(len, parts)) == len(package.WORDS)


def test_no_text_names_an_option() -> None:
    # a client reads the page, and runs no command
    for message in private("words").WORDS.values():
        assert not re.search(r"--[a-z]", message.fr + message.en), message


# -- hostile articles


def test_a_hostile_article_makes_no_element() -> None:
    text = samples.rendered("html", [samples.hostile()])
    read = Page(text)
    assert "img" not in {tag for tag, _ in read.tags}
    assert Counter(tag for tag, _ in read.tags)["script"] == 1
    assert "<img src=x onerror=alert(1)>" in read.text
    assert "{{ 7*7 }}" in read.text
    assert "Titre </script>" in read.text


def test_what_turns_the_reading_direction_or_moves_the_cursor_is_made_visible() -> None:
    text = samples.rendered("html", samples.every())
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", text)
    text.encode()  # no lone surrogate
    assert "\\u202e" in Page(text).text


def test_a_title_of_ten_thousand_characters_is_shown_once_in_full_at_most() -> None:
    title = "très " * 2000 + "long"
    text = samples.TEXT.replace("La fontaine du village coule de nouveau", title)
    article = samples.document("long.md", text)
    report = replace(samples.good("long.md"), document=article)
    made = samples.rendered("html", [report])
    assert len(made) < 80_000
    assert made.count("très " * 100) <= 20  # once in full: 20 × 100
    Page(made)


def test_text_that_looks_like_our_own_names_stays_text() -> None:
    own = private("context").name_of("articles/fontaine.md")
    report = samples.poor()
    assert report.document
    block = replace(report.document.blocks[1], text=Text(f"{own} <b id={own}>"))
    blocks = (report.document.blocks[0], block, *report.document.blocks[2:])
    report = replace(report, document=replace(report.document, blocks=blocks))
    read = page(report, samples.poor())
    assert max(Counter(read.all("id")).values()) == 1


# -- one article


def test_an_article_says_what_why_and_what_to_do() -> None:
    read = page(samples.poor())
    for part in (
        "Cette image n’a pas de texte de remplacement.",
        "Décrivez ce qu’elle montre, ou marquez-la comme décorative.",
        "Parce que le lecteur le mérite.",
        "Preuve B : norme du web ou d’accessibilité",
        "Une source | à lire",
        "Article refusé",
        "5 avertissements, plus que le maximum de 2",
        "Sur-optimisation",
        "1 règle en panne",
        "ZeroDivisionError: division by zero",
        "1 règle respectée",
        "1 règle sans objet",
        "Lire aussi : la foire d’août",
        "H2 — niveau 2 sauté",
        "Hors du texte",
        "L’article compte 98 mots, moins que le minimum de 300.",
        "fontaine du village 2 occurrences, densité 4,1 %",
        "207 − 1,015 × mots par phrase − 73,6 × syllabes par mot",
        "LIX",
    ):
        assert part in read.text, part
    assert "https://example.org/a?b=1&c=2" in set(read.all("href"))
    english = page(samples.poor(), language="en")
    for part in ("This image has no alternative text.", "Gate failed", "level 2 skipped"):
        assert part in english.text, part
    assert "Constats" not in english.text


def test_a_rule_nobody_declares_is_shown_under_its_id() -> None:
    read = page(samples.poor())
    assert "Ce commentaire ne fait taire aucun constat de « h1 »." in read.text
    assert "silencing" in read.text


def test_every_finding_has_a_card_and_those_in_the_text_a_place() -> None:
    report = samples.poor()
    read = page(report)
    cards = [name for name in read.all("id") if re.fullmatch(r"\w{9}f\d+", name)]
    places = {name for name in read.all("id") if re.fullmatch(r"\w{9}p\d+", name)}
    assert len(cards) == len(list(report.findings)) == 9
    back = {href for href in read.all("href") if re.fullmatch(r"#\w{9}f\d+", href)}
    assert {f"#{name}" for name in cards} == back
    there = {href[1:] for href in read.all("href") if re.fullmatch(r"#\w{9}p\d+", href)}
    assert there == places
    assert len(places) == 6  # the image, the heading, the link, the stuffing, a space, the sentence


def test_the_article_stands_in_the_page_word_for_word() -> None:
    report = samples.poor()
    assert report.document
    text = page(report).text
    numbered = re.sub(r"(?<=[.é:])\d", "", text)
    for block in report.document.blocks:
        assert "".join(block.text.value.split()) in re.sub(r"\s|\d", "", numbered)


def test_findings_that_overlap_share_their_piece() -> None:
    report = samples.poor()
    source = report.document.source if report.document else Source("")
    found = [
        samples.FAULTS["link-text"].at(samples.span_of(source.text, part), text=part)
        for part in ("était à sec depuis", "sec depuis quatre")
    ]
    verdict = samples.verdict("link-text", found, source)
    read = page(replace(report, verdicts=(verdict,)))
    marks = [attrs for tag, attrs in read.tags if tag == "mark"]
    assert [mark["data-f"] for mark in marks] == ["1", "1 2", "2"]
    assert [mark["class"] for mark in marks] == ["w", "w d2", "w"]


def test_what_belongs_to_a_finding_elsewhere_is_marked_with_its_number() -> None:
    report = samples.poor()
    verdicts = tuple(one for one in report.verdicts if one.rule == "heading-order")
    read = page(replace(report, verdicts=verdicts))
    marks = [attrs["data-f"] for tag, attrs in read.tags if tag == "mark"]
    assert set(marks) == {"1"}
    refs = [attrs for _, attrs in read.tags if attrs.get("class") == "ref w"]
    assert len(refs) == 2  # the heading of level 4, and that of level 1 before it
    assert len([one for one in refs if "id" in one]) == 1
    assert "Voir aussi\u00a0: l. 1, col. 1" in "".join(read.words)


def test_no_more_than_two_hundred_findings_of_a_rule_are_shown() -> None:
    report = samples.poor()
    source = report.document.source if report.document else Source("")
    found = [samples.FAULTS["no-break-spaces"].at(Span(n, n + 1), mark=":") for n in range(250)]
    verdict = samples.verdict("no-break-spaces", found, source)
    read = page(replace(report, verdicts=(verdict,)))
    assert len([name for name in read.all("id") if re.fullmatch(r"\w{9}f\d+", name)]) == 200
    assert "et 50 autres constats de cette règle" in read.text


def test_unreadable_and_unjudged_articles_have_their_say() -> None:
    read = page(samples.unreadable())
    assert "Cet article n’a pas pu être lu : fichier introuvable" in read.text
    read = page(samples.unjudged())
    assert "Aucun contenu principal" in read.text
    assert "Pas de score" in read.text


def test_a_reference_that_is_no_web_address_is_no_link() -> None:
    from seo_audit.rule import Reference

    rule = replace(
        samples.RULES["h1"],
        references=(Reference("Méchant", "javascript:alert(1)"), Reference("Un livre")),
    )
    view = replace(samples.view(), rules={**samples.RULES, "h1": rule})
    report = samples.hostile()
    read = Page(samples.rendered("html", [report], view))
    assert not [href for href in read.all("href") if href.startswith("javascript")]
    assert "Méchant ; Un livre" in read.text


def test_a_declared_language_that_is_none_is_left_out() -> None:
    language = private("article").language
    assert language("en-GB") == "en"
    assert language("FR_fr") == "fr"
    for wrong in ("xx", "", None, 'fr" onclick="x', "français", "e" * 1000):
        assert language(wrong) == ""


def test_inline_looks_do_not_get_lost() -> None:
    source = Source("Un mot gras, du code, good morning.")
    text = Text(source.text, (Run(0, 0, len(source.text)),))
    block = Block(
        BlockKind.PARAGRAPH,
        text,
        Span(0, len(source.text)),
        language="de",
        strong=(Mark(3, 11),),
        code=(Mark(16, 20),),
        foreign=(Mark(22, 34, "en"),),
    )
    report = replace(samples.good(), document=Document(source, "html", (block,)))
    made = samples.rendered("html", [report])
    assert '<b>mot gras</b>, du <code>code</code>, <span lang="en">good morning</span>.' in made
    assert 'lang="de"' in made


def test_of_what_was_left_out_enough_is_shown() -> None:
    report = samples.good()
    assert report.document
    parts = tuple(Furniture("nav", f"{n} " + "menu " * 500, Span(0, 1)) for n in range(50))
    made = samples.rendered(
        "html", [replace(report, document=replace(report.document, furniture=parts))]
    )
    assert "Laissé de côté : 50 parties" in Page(made).text
    assert "et 20 autres parties." in Page(made).text
    assert len(made) < 80_000


def test_an_article_of_1500_words_stays_small() -> None:
    sentence = (
        "La fontaine du village coule de nouveau depuis lundi, et les voisins s’en réjouissent. "
    )
    paragraph = (sentence * 6).strip()
    text = "\n\n".join([paragraph] * 18)
    source = Source(text)
    blocks, start = [], 0
    for part in text.split("\n\n"):
        end = start + len(part)
        blocks.append(
            Block(BlockKind.PARAGRAPH, Text(part, (Run(0, start, end),)), Span(start, end))
        )
        start = end + 2
    document = Document(source, "text", tuple(blocks))
    assert Measures(document).word_count > 1400
    found = [
        samples.FAULTS["no-break-spaces"].at(Span(n, n + 9), mark=":")
        for n in range(0, len(text), 60)
    ]
    verdict = samples.verdict("no-break-spaces", found, source)
    report = replace(samples.poor(), document=document, verdicts=(verdict,))
    assert len(found) > 140
    assert len(samples.rendered("html", [report]).encode()) < 200_000


# -- figures


def test_the_three_best_changes_are_named_with_their_points() -> None:
    text = page(samples.poor()).text
    best = text[text.index("À faire d’abord") : text.index("Points que le score")]
    assert re.findall(r"\+[\d,]+ points?", best) == ["+26 points", "+7 points", "+7 points"]
    titles = ("Texte de remplacement", "Texte des liens", "Ordre des titres")
    assert [best.index(title) for title in titles] == sorted(best.index(title) for title in titles)
    assert "Rien à corriger." in page(samples.good()).text


def test_a_gate_passed_is_no_advice_to_publish() -> None:
    informed = samples.verdict(
        "sentence-length",
        [samples.FAULTS["sentence-length"].at(None, words=42, limit=25)],
        samples.document().source,
    )
    passed = page(replace(samples.poor(), verdicts=(informed,), score=98)).text
    assert "Il reste des constats à lire avant de publier." in passed
    assert "aucune règle n’a de constat" in page(samples.good()).text


def test_a_capped_score_says_so() -> None:
    capped = page(replace(samples.good(), score=44, score_limit=44)).text
    assert "Plafonné : 98 mots." in capped
    assert "lafonné" not in page(samples.good()).text


def test_no_option_is_named_to_a_client() -> None:
    text = page(samples.poor()).text
    assert "1 erreur : corrigez-la" in text
    assert not re.search(r"--[a-z]", text)


@each_row(("points", "tone"), [(100, "good"), (80, "good"), (79, "fair"), (50, "fair"), (49, "poor"), (None, "not_scored")])  # fmt: skip
def test_the_colours_of_scores(points: int | None, tone: str) -> None:
    assert private("context").tone(points) == tone


def head(*metas: tuple[str, str], canonical: str = "") -> Head:
    links = (HeadLink(frozenset({"canonical"}), Text(canonical), Span(0, 1)),) if canonical else ()
    return Head(
        Span(0, 1),
        None,
        None,
        metas=tuple(Meta(key, Text(value), Span(0, 1)) for key, value in metas),
        links=links,
    )


def result(document: Document) -> object:
    return private("panels").search_result(document, Measures(document))


def test_the_search_result_is_cut_where_it_is_too_wide() -> None:
    document = Document(
        Source(""),
        "html",
        metadata=Metadata(
            titles=(Text("La fontaine du village coule de nouveau " * 3),),
            descriptions=(Text("Après quatre ans de panne, un maçon a trouvé la fuite. " * 4),),
        ),
        head=head(canonical="https://fontaine.example/blog/2026/eau%20vive/"),
    )
    from seo_audit.rule_support.pixel_width import width

    found = private("panels").search_result(document, Measures(document))
    assert found.title.endswith("…")
    assert width(found.title, 20) <= 580 < found.title_width
    assert width(found.description, 14) <= 920
    assert width(found.description_mobile, 14) <= 680
    assert (found.site, found.trail) == ("fontaine.example", " › blog › 2026 › eau vive")
    assert (found.title_cut, found.description_cut, found.from_page) == (True, "desktop", False)


def test_without_title_and_description_the_page_speaks() -> None:
    found = private("panels").search_result(samples.document(), Measures(samples.document()))
    assert found.description.startswith("La fontaine du village coule depuis lundi.")
    assert found.from_page
    assert not found.title_cut
    assert (
        private("panels")
        .search_result(Document(Source(""), "text"), Measures(Document(Source(""), "text")))
        .title
        == ""
    )


@each_row("address", ["", "http://[", "/relatif", "://", "https://"])
def test_an_address_that_is_none_does_no_harm(address: str) -> None:
    document = Document(Source(""), "html", head=head(("og:url", address), canonical=address))
    found = private("panels").search_result(document, Measures(document))
    assert found.site == "exemple.fr"


def test_the_social_card() -> None:
    card = private("panels").social_card
    assert card(samples.document()) is None
    document = Document(
        Source(""),
        "html",
        metadata=Metadata(titles=(Text("Le titre de la page"),)),
        head=head(("og:image", "https://example.org/a.png"), ("og:description", "")),
    )
    made = card(document)
    assert made.title == "Le titre de la page"
    assert made.image == "https://example.org/a.png"
    assert dict(made.properties)["og:title"] is None
    assert dict(made.properties)["og:description"] == ""


def outline(*levels: int) -> tuple[list[object], int]:
    blocks = tuple(
        Block(BlockKind.HEADING, Text(f"Titre {at}"), Span(at, at), level=level)
        for at, level in enumerate(levels)
    )
    document = Document(Source(""), "text", blocks)
    plan = private("panels").outline(document, Measures(document))

    def shape(headings: list[object]) -> list[object]:
        return [
            [one.level if one.number is not None else -one.level, *shape(one.children)]  # type: ignore[attr-defined]  # Heading, of a module without types here
            for one in headings
        ]

    return shape(list(plan.tops)), plan.skipped


def test_the_outline_is_a_tree_with_skipped_levels() -> None:
    assert outline(1, 2, 3, 2) == ([[1, [2, [3]], [2]]], 0)
    assert outline(1, 4, 2) == ([[1, [-2, [-3, [4]]], [2]]], 2)
    assert outline(2, 3, 2, 1) == ([[2, [3]], [2], [1]], 0)
    assert outline() == ([], 0)


def test_the_heat_of_the_keyphrase() -> None:
    heat = private("panels").heat
    document = samples.document()
    assert heat(Measures(document)) is None
    found = heat(Measures(document, Target(keyphrase="fontaine du village")))
    assert sum(found.tenths) == len(found.places) == 2
    assert found.places[0] < found.places[1] < 0.3
    assert len(found.cells) == 50
    assert found.cells[0] >= 1
    assert set(found.cells[25:]) == {0}


def test_the_chart_of_sentence_lengths() -> None:
    chart = private("panels").chart
    found = chart(Measures(samples.document()))
    assert (found.count, found.too_long) == (5, 1)
    assert found.over.count("M") == 1
    assert found.under.count("M") == 4
    assert found.top == found.longest > 25
    assert [len(one.words) for one in found.worst] == [found.longest]
    assert chart(Measures(Document(Source(""), "text"))) is None


def test_very_many_sentences_are_drawn_in_groups() -> None:
    text = "Il pleut. " * 999 + "Il neige."
    block = Block(BlockKind.PARAGRAPH, Text(text), Span(0, len(text)))
    found = private("panels").chart(Measures(Document(Source(text), "text", (block,))))
    assert (found.count, found.size, found.under.count("M")) == (1000, 5, 200)


def test_categories_that_gave_no_answer_say_so() -> None:
    report = replace(samples.good(), categories={Category.LINKS: None, Category.CONTENT: 100})
    text = page(report).text
    assert "Liens sans objet" in text


def test_an_image_is_shown_with_what_it_says_of_itself() -> None:
    def shown(image: Image) -> str:
        report = samples.good()
        assert report.document
        return page(replace(report, document=replace(report.document, images=(image,)))).text

    span = Span(len(samples.TEXT), len(samples.TEXT))
    assert "Image sans texte de remplacement a.png" in shown(Image(Text("a.png"), None, span))
    assert "Image décorative a.png" in shown(Image(Text("a.png"), Text(""), span))
    assert "Image Un bassin a.png" in shown(Image(Text("a.png"), Text("Un bassin"), span))


def test_the_overview_counts_and_names_the_worst() -> None:
    read = page(*samples.every())
    rows = [attrs["data-gate"] for tag, attrs in read.tags if tag == "tr" and "data-gate" in attrs]
    assert rows == ["-1", "-1", "0", "0", "1", "1"], "those that need work first"
    assert "Texte de remplacement, Ordre des titres, Texte des liens" in read.text
    made = samples.rendered("html", samples.every(), fixed=2)
    assert "2 constats de la référence ont disparu depuis." in Page(made).text


def test_statuses_are_all_there() -> None:
    report = samples.poor()
    assert {verdict.status for verdict in report.verdicts} == set(Status)
    assert {finding.severity for _, finding in report.findings} == set(Severity)
