"""The HTML report in a real Chromium. Skipped, with the reason, where there is none."""

import sys
from typing import Any

import pytest
import report_samples as samples
from browser import AXE, CHROMIUM, NO_AXE, NO_CHROMIUM, Browser

from seo_audit.document import Block, BlockKind, Document, Run, Text
from seo_audit.report import Report
from seo_audit.rule_support.pixel_width import width
from seo_audit.source import Source, Span

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=NO_CHROMIUM),
]


def in_view(page: Any, selector: str) -> bool:
    found: bool = page.eval_on_selector(
        selector,
        "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }",
    )
    return found


def name(number: int, kind: str = "f", path: str = "articles/fontaine.md") -> str:
    from seo_audit import plugins

    plugins.report("html")
    return f"#{sys.modules['seo_audit.reports.html.context'].name_of(path)}{kind}{number}"


def long_article(count: int) -> Report:
    text = "\n\n".join(
        f"Le voisin {n} porte l’eau de la fontaine du village." for n in range(count)
    )
    blocks, start = [], 0
    for part in text.split("\n\n"):
        span = Span(start, start + len(part))
        blocks.append(Block(BlockKind.PARAGRAPH, Text(part, (Run(0, *span),)), span))
        start = span.end + 2
    source = Source(text, name="long.md")
    found = [samples.FAULTS["link-text"].at(block.span, text="x") for block in blocks]
    verdict = samples.verdict("link-text", found, source)
    return Report(
        "long.md",
        document=Document(source, "markdown", tuple(blocks)),
        figures=samples.FIGURES,
        verdicts=(verdict,),
        score=50,
    )


# -- quiet and safe


@pytest.mark.parametrize("reports", [[samples.poor()], list(samples.every())], ids=["one", "every"])
def test_the_page_complains_of_nothing_and_asks_for_nothing(
    browser: Browser, reports: list[Report]
) -> None:
    shown = browser.open(*reports)
    shown.page.wait_for_timeout(100)
    assert shown.troubles == []
    assert [url for url in shown.requests if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in shown.requests if url.startswith("file:")]) == 1


def test_a_hostile_article_runs_nothing(browser: Browser) -> None:
    title = samples.HOSTILE + " très" * 2000
    text = samples.TEXT.replace("La fontaine du village coule de nouveau", title)
    article = samples.document("long.md", text)
    hostile = samples.hostile()
    shown = browser.open(hostile, Report("long.md", document=article, figures=hostile.figures))
    shown.page.wait_for_timeout(100)
    assert shown.troubles == []
    assert shown.page.evaluate("document.images.length + document.scripts.length") == 1
    assert (
        shown.page.evaluate("document.querySelectorAll('[onerror], [onclick], [style]').length")
        == 0
    )
    shown.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_the_policy_holds_against_what_would_get_in(browser: Browser) -> None:
    shown = browser.open(samples.good())
    refused: list[str] = []
    shown.page.on("requestfailed", lambda request: refused.append(request.failure))
    shown.page.evaluate(
        "document.body.insertAdjacentHTML('beforeend',"
        ' \'<img src="https://example.org/a.png" onerror="document.title = 1"><p style="color:red">\')'
    )
    shown.page.wait_for_timeout(100)
    assert any("Content Security Policy" in trouble for trouble in shown.troubles)
    assert shown.page.title() != "1"
    assert refused == ["csp"]
    assert len(shown.troubles) == 3  # the image, its handler, the style


# -- findings and their places


def test_choosing_a_finding_scrolls_to_its_place_and_back(browser: Browser) -> None:
    page = browser.open(long_article(60), reduced_motion="reduce").page
    place, finding = (name(50, kind, "long.md") for kind in "pf")
    assert not in_view(page, place)
    page.focus(f"{finding} .see")
    page.keyboard.press("Enter")
    assert in_view(page, place)
    assert page.evaluate("document.activeElement.id") == place[1:]
    assert "on" in (page.get_attribute("mark[data-f~='50']", "class") or "").split()
    page.evaluate("document.querySelector('.side').scrollTop = 0")
    assert not in_view(page, finding)
    page.keyboard.press("Enter")
    assert in_view(page, finding)
    assert page.evaluate("document.activeElement.id") == finding[1:]
    assert "on" in (page.get_attribute(finding, "class") or "").split()


def test_a_finding_in_a_folded_card_is_opened(browser: Browser) -> None:
    shown = browser.open(samples.poor())
    page = shown.page
    number = page.eval_on_selector(".card.i .f", "e => e.id.match(/\\d+$/)[0]")
    assert not page.is_visible(name(number))
    page.click(name(number, "p"))
    assert page.is_visible(name(number))


def test_an_anchor_in_the_address_opens_the_article_it_is_in(browser: Browser) -> None:
    shown = browser.open(*samples.every(), anchor=name(2))
    assert shown.page.is_visible(name(2))


def test_overlapping_findings_can_each_be_chosen(browser: Browser) -> None:
    report = samples.poor()
    source = report.document.source if report.document else Source("")
    found = [
        samples.FAULTS["link-text"].at(samples.span_of(source.text, part), text=part)
        for part in ("était à sec depuis", "sec depuis quatre")
    ]
    from msgspec.structs import replace

    verdict = samples.verdict("link-text", found, source)
    shown = browser.open(replace(report, verdicts=(verdict,)))
    lit = "[...document.querySelectorAll('mark.on')].map(e => e.textContent).join('')"
    shown.page.click(f"{name(1)} .see")
    assert shown.page.evaluate(lit) == "était à sec depuis"
    shown.page.click(f"{name(2)} .see")
    assert shown.page.evaluate(lit) == "sec depuis quatre"


def test_copying_gives_a_finding_as_text(browser: Browser) -> None:
    shown = browser.open(samples.poor(), permissions=["clipboard-read", "clipboard-write"])
    shown.page.click(f"{name(1)} .copy")
    shown.page.wait_for_timeout(100)
    copied = shown.page.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied[0] == "Erreur : Texte de remplacement (image-alt)"
    assert copied[1].startswith("articles/fontaine.md, l. 9, col. 1")
    assert copied[2] == "Cette image n’a pas de texte de remplacement."
    assert copied[-1] == "Décrivez ce qu’elle montre, ou marquez-la comme décorative."
    assert shown.page.inner_text(f"{name(1)} .copy") == "Copié"


# -- filters


def test_filtering_by_severity_and_category(browser: Browser) -> None:
    shown = browser.open(samples.poor())
    page = shown.page
    assert len(shown.all(".card")) == 8
    page.uncheck("input[data-filter=w]")
    assert shown.all(".card .sev") == ["Erreur", "Information", "Information"]
    assert page.inner_text(".filters output") == "4"
    assert page.query_selector_all("mark.w:not(.off)") == []
    assert not page.is_visible(name(2, "p"))
    page.check("input[data-filter=w]")
    page.select_option("select[data-filter=category]", "links")
    assert shown.all(".card h4") == ["Texte des liens"]
    assert page.inner_text(".filters output") == "1"
    page.select_option("select[data-filter=category]", "")
    assert len(shown.all(".card")) == 8
    assert shown.troubles == []


def test_sorting_and_filtering_the_articles(browser: Browser) -> None:
    shown = browser.open(*samples.every())
    page = shown.page

    def column(number: int) -> list[str]:
        return [text.split("\n")[0] for text in shown.all(f"#table tbody td:nth-child({number})")]

    before = column(2)
    page.click("#table th:nth-child(1) button")
    assert column(1) == ["–", "–", "–", "47", "49", "100"]
    assert page.get_attribute("#table th:nth-child(1)", "aria-sort") == "ascending"
    page.click("#table th:nth-child(1) button")
    assert column(1) == ["100", "49", "47", "–", "–", "–"]
    page.click("#table th:nth-child(2) button")
    assert column(2) == sorted(before, key=str.lower)
    assert page.get_attribute("#table th:nth-child(1)", "aria-sort") is None
    page.fill("#q", "fontaine.md")
    assert len(column(2)) == 1
    assert page.inner_text("#shown") == "1"
    page.fill("#q", "")
    page.select_option("#g", "-1")
    assert column(3) == ["Illisible", "Illisible"]
    page.click("#table tbody tr:not([hidden]) a")
    assert "n’a pas pu être lu" in page.inner_text(".one[open]")
    assert shown.troubles == []


# -- without JavaScript, keyboard, theme, print


def test_without_javascript_all_is_there_and_nothing_is_dead(browser: Browser) -> None:
    shown = browser.open(samples.poor(), java_script_enabled=False)
    page = shown.page
    assert shown.all("button, select, input") == []
    assert page.is_visible(f"{name(1)} .m")
    assert len(shown.all(".card")) == 8
    page.click(f"{name(2)} .see")
    assert in_view(page, name(2, "p"))
    page.click(".card.i > summary")
    assert page.is_visible(".card.i .f")


def test_everything_is_reached_with_the_keyboard(browser: Browser) -> None:
    shown = browser.open(samples.poor())
    page = shown.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input, select, summary')]"
        ".filter(e => e.checkVisibility() && !e.closest('details:not([open]) > :not(summary)')).length"
    )
    seen = 1
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        seen += page.evaluate(
            "document.activeElement.matches('a[href], button, input, select, summary') ? 1 : 0"
        )
    assert seen == wanted > 40


def test_the_theme_follows_the_system_and_the_button(browser: Browser) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = browser.open(samples.good(), color_scheme="light").page
    dark = browser.open(samples.good(), color_scheme="dark").page
    colours = light.evaluate(ground), dark.evaluate(ground)
    assert colours[0] != colours[1]
    light.click("[data-act=theme]")
    assert light.evaluate(ground) == colours[1]
    assert light.inner_text("[data-act=theme]") == "Thème clair"
    dark.click("[data-act=theme]")
    assert dark.evaluate(ground) == colours[0]


def test_print_is_light_and_shows_what_is_folded(browser: Browser) -> None:
    page = browser.open(samples.poor(), color_scheme="dark", java_script_enabled=False).page
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(28, 31, 38)"
    assert not page.is_visible(".tools")
    folded = ".card.i:not([open]) .do"
    assert page.eval_on_selector(folded, "e => e.checkVisibility({contentVisibilityAuto: true})")
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF")


@pytest.mark.parametrize("wide", [320, 390, 768, 1280])
def test_no_page_is_wider_than_its_screen(browser: Browser, wide: int) -> None:
    shown = browser.open(*samples.every(), viewport={"width": wide, "height": 800})
    shown.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= wide


# -- accessibility


@pytest.mark.skipif(not AXE.exists(), reason=NO_AXE)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("case", ["one", "every", "mobile", "english", "none"])
def test_axe_finds_nothing(browser: Browser, scheme: str, case: str) -> None:
    reports = {"every": list(samples.every()), "none": []}.get(case, [samples.poor()])
    shown = browser.open(
        *reports,
        language="en" if case == "english" else "fr",
        color_scheme=scheme,
        bypass_csp=True,  # axe is put in from outside
        viewport={"width": 390 if case == "mobile" else 1280, "height": 900},
    )
    shown.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    shown.page.evaluate(AXE.read_text("utf-8"))
    found = shown.page.evaluate(
        "axe.run({resultTypes: ['violations']}).then(r => r.violations.map("
        "v => [v.id, v.nodes.map(n => n.html).slice(0, 3)]))"
    )
    assert found == []


# -- widths


def test_widths_are_those_the_browser_draws(browser: Browser) -> None:
    # only where Arial, or a font with its metrics, is there to be drawn
    page = browser.open(samples.good()).page
    measure = """text => {
        const c = document.createElement('canvas').getContext('2d');
        c.font = '20px Arial, "Liberation Sans"'; c.fontKerning = 'none';
        return c.measureText(text).width; }"""
    if abs(page.evaluate(measure, "mmmmmmmmmm") - 10 * 20 * 0.833) > 0.5:
        pytest.skip("no font with Arial's metrics is installed")
    for text in (
        "La fontaine de Saint-Amour coule de nouveau, et l’été revient",
        "Œufs, cœurs et « guillemets » : 70 000 € à 3,5 % — déjà ?",
        "ÀÂÇÉÈÊËÎÏÔÙÛÜŸ àâçéèêëîïôùûüÿ",
    ):
        assert width(text, 20) == pytest.approx(page.evaluate(measure, text), rel=0.002)


def test_a_long_report_answers_at_once(browser: Browser) -> None:
    page = browser.open(long_article(600)).page
    took = page.evaluate(
        "() => { const t = performance.now();"
        " document.querySelector('input[data-filter=w]').click();"
        " return performance.now() - t; }"
    )
    assert took < 500
