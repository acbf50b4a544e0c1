"""The HTML report of many articles in a real Chromium. Skipped, with the reason, where there is none."""

import re
from typing import Any

import pytest
import report_samples as samples
from browser import AXE, CHROMIUM, NO_AXE, NO_CHROMIUM, Browser, Shown, Work
from msgspec.structs import replace

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=NO_CHROMIUM),
]

LAST = "#table tbody tr:not([hidden]):last-child"


def opened(browser: Browser, count: int = 60, **settings: Any) -> Shown:
    return browser.open(*samples.many(count), **{"reduced_motion": "reduce", **settings})


def column(shown: Shown, number: int) -> list[str]:
    return [text.split("\n")[0] for text in shown.all(f"#table tbody td:nth-child({number})")]


def test_a_packed_article_opens_whole(browser: Browser) -> None:
    shown = opened(browser)
    page = shown.page
    link = "#table tbody tr:nth-child(35) a"
    article = page.get_attribute(link, "href")
    assert page.query_selector(f"{article} .audit") is None
    page.click(link)
    page.wait_for_selector(f"{article} .audit")
    assert page.is_visible(f"{article} .gauge")
    assert page.query_selector_all(f"{article} script") == []
    assert page.query_selector_all("[data-g]:empty:not(template)") == []
    assert "Parce que le lecteur le mérite." in page.inner_text(f"{article} .why >> nth=0")
    assert shown.troubles == []
    assert [url for url in shown.requests if not url.startswith(("file:", "data:"))] == []


def test_every_finding_can_be_copied_once(browser: Browser) -> None:
    page = opened(browser).page
    for link in page.query_selector_all("#table tbody tr a")[15:27]:
        page.click(f"#table a[href='{link.get_attribute('href')}']")
        page.wait_for_selector(f"{link.get_attribute('href')}[open] .audit")
    page.wait_for_function("!document.querySelector('.one[open] script.packed')")
    buttons = page.query_selector_all(".f .copy")
    assert len(buttons) == len(page.query_selector_all(".f")) > 12
    numbers = page.eval_on_selector_all(
        ".f",
        "found => found.map(f => [f.querySelector('.nb').textContent, f.querySelector('.copy').ariaLabel])",
    )
    assert all(label == f"Copier le constat {number}" for number, label in numbers)


def test_a_rule_leads_to_its_card_in_the_article(browser: Browser) -> None:
    page = opened(browser).page
    page.click(".theme >> nth=1 >> summary")
    page.click(".theme >> nth=1 >> li >> nth=7 >> a")
    page.wait_for_selector(".one[open] .audit")
    assert page.evaluate("location.hash").endswith("r-image-alt")
    assert page.is_visible(f"{page.evaluate('location.hash')} .do")


def test_back_leads_to_the_overview_and_forward_to_the_article(browser: Browser) -> None:
    page = opened(browser).page
    page.click(f"{LAST} a")
    page.wait_for_selector(".one[open] .audit")
    there = page.evaluate("location.hash")
    page.click(".one[open] .back a >> nth=0")
    assert page.evaluate("location.hash") == "#overview"
    assert page.evaluate("document.activeElement.id") == "overview"
    page.go_back()
    assert page.evaluate("location.hash") == there
    page.go_back()
    assert page.evaluate("location.hash") == ""
    assert page.is_visible(LAST)
    page.go_forward()
    assert page.evaluate("location.hash") == there


def test_an_address_opens_a_packed_article(browser: Browser) -> None:
    page = opened(browser).page
    address = page.query_selector(f"{LAST} a").get_attribute("href")
    finding = opened(browser, anchor=address).page
    finding.wait_for_selector(f"{address}[open] .audit")


def test_the_list_below_is_sorted_and_searched_with_the_table(browser: Browser) -> None:
    shown = opened(browser)
    page = shown.page

    def listed() -> list[str]:
        return [text.split("\n")[1] for text in shown.all(".one > summary")]

    assert page.input_value("#s") == "n"
    assert listed() == column(shown, 2)
    page.select_option("#s", "1")
    assert listed() == column(shown, 2)
    assert listed()[0] == "articles/003.md"
    assert page.get_attribute("#table th:nth-child(2)", "aria-sort") == "ascending"
    page.click("#table th:nth-child(1) button")
    assert page.input_value("#s") == "0"
    page.click("#table th:nth-child(1) button")
    assert page.input_value("#s") == "-0"
    assert column(shown, 1)[0] == "100"
    page.fill("#q", "007.md")
    assert len(listed()) == len(column(shown, 2)) == 1
    page.fill("#q", "")
    page.select_option("#g", "1")
    assert page.inner_text("#shown") == str(len(listed())) == "15"


def test_the_keyboard_goes_along_the_rows_and_back_from_an_article(browser: Browser) -> None:
    page = opened(browser).page
    page.focus("#table tbody tr:nth-child(20) a")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.getAttribute('href')")
    assert second != first
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.getAttribute('href')") == first
    page.keyboard.press("Enter")
    page.wait_for_selector(".one[open] .audit")
    page.focus(".one[open] > summary")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('href')") == first
    assert page.query_selector_all(".one[open]") == []


def test_a_phone_shows_cards(browser: Browser) -> None:
    page = opened(browser, viewport={"width": 390, "height": 800}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    title = page.query_selector("#table tbody tr:nth-child(20) .ti").bounding_box()
    assert title["width"] > 150
    row = page.query_selector("#table tbody tr:nth-child(20)")
    assert row.bounding_box()["height"] < 300
    assert row.get_attribute("role") == "row"


def test_on_a_phone_nothing_runs_into_anything(browser: Browser) -> None:
    short = replace(samples.good("court.md"), score=44, score_limit=44)
    shown = browser.open(*samples.many(12), short, viewport={"width": 360, "height": 800})
    page = shown.page
    # why a score is capped stands beside the rest, no word of it broken
    cap = page.query_selector("#table .sc .small")
    row = page.query_selector("#table tr:has(.sc .small)")
    title = row.query_selector(".ti").bounding_box()
    lines = "one => one.offsetHeight / parseFloat(getComputedStyle(one).lineHeight)"
    assert round(cap.evaluate(lines)) == 2
    assert cap.bounding_box()["x"] + cap.bounding_box()["width"] <= title["x"]
    # the mark that a rule can be opened stands beside its title, in no line of its own
    for summary in page.query_selector_all(".theme > summary"):
        if summary.is_visible():
            title = summary.query_selector("h4").bounding_box()
            tail = summary.query_selector(".tail").bounding_box()
            assert tail["y"] - (title["y"] + title["height"]) < 12, summary.inner_text()


def test_three_hundred_articles_are_there_in_a_second(browser: Browser) -> None:
    page = opened(browser, 300).page
    work = Work(page)
    began = work.seconds()
    page.reload()
    assert work.seconds() - began < 1
    began = work.seconds()
    page.click(f"{LAST} a")
    page.wait_for_selector(".one[open] .audit")
    assert work.seconds() - began < 1


# -- paper


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_a_client_gets_a_cover_and_the_findings(browser: Browser) -> None:
    page = browser.open(samples.poor()).page
    short = page.pdf(format="A4")
    page.check("#all")
    long = page.pdf(format="A4")
    assert 3 <= pages(short) <= 4
    assert pages(long) > pages(short)
    page.emulate_media(media="print")
    assert page.is_visible(".cover")
    assert page.is_visible(".paper")
    page.emulate_media(media="screen")
    page.uncheck("#all")
    page.emulate_media(media="print")
    assert not page.is_visible(".paper")
    assert not page.is_visible(".panel.others")
    assert page.is_visible(".card .do >> nth=0")


def test_a_client_gets_a_few_findings_of_each_advice(browser: Browser) -> None:
    report = samples.poor()
    verdicts = [
        replace(one, findings=one.findings * 40) if one.rule == "link-text" else one
        for one in report.verdicts
    ]
    shown = browser.open(replace(report, verdicts=tuple(verdicts)))
    page, card = shown.page, "[id$=r-link-text]"
    assert len(shown.all(f"{card} .f")) == 40
    assert not page.is_visible(f"{card} .unprinted")
    page.emulate_media(media="print")
    assert len(shown.all(f"{card} .f")) == 3
    assert page.inner_text(f"{card} .unprinted").startswith("… et 37 autres constats")
    assert pages(page.pdf(format="A4")) <= 4
    page.emulate_media(media="screen")
    page.check("#all")
    page.emulate_media(media="print")
    assert len(shown.all(f"{card} .f")) == 40
    assert not page.is_visible(f"{card} .unprinted")


def test_many_articles_print_the_overview_and_the_ten_to_mend_first(browser: Browser) -> None:
    page = opened(browser).page
    page.emulate_media(media="print")
    assert len([one for one in page.query_selector_all(".one") if one.is_visible()]) == 10
    assert pages(page.pdf(format="A4")) < 30


@pytest.mark.skipif(not AXE.exists(), reason=NO_AXE)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Browser, scheme: str, width: int) -> None:
    reports = [replace(samples.good(f"{n}.md"), score=44, score_limit=44) for n in range(2)]
    shown = browser.open(
        *samples.many(30),
        *reports,
        color_scheme=scheme,
        bypass_csp=True,
        viewport={"width": width, "height": 900},
    )
    shown.page.click(f"{LAST} a")
    shown.page.wait_for_selector(".one[open] .audit")
    shown.page.evaluate("document.querySelectorAll('.theme, .more').forEach(d => d.open = true)")
    shown.page.evaluate(AXE.read_text("utf-8"))
    found = shown.page.evaluate(
        "axe.run({resultTypes: ['violations']}).then(r => r.violations.map("
        "v => [v.id, v.nodes.map(n => n.html).slice(0, 3)]))"
    )
    assert found == []
