"""The report on a site of 2,000 pages in a real Chromium: how large it is, how soon it can be used."""

from collections.abc import Iterator

import pytest
from browser import CHROMIUM, NO_CHROMIUM, Browser, Work

from seo_audit import plugins
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Severity, SiteFinding, Spot
from seo_audit.site.findings import Findings, Found
from seo_audit.site.site_report import PageFinding, PageLine, SiteReport, SiteView

PAGES, OWN = 2_000, 30
MEGABYTE = 1_000_000
RULES = ("broken-link", "duplicate-title", "near-duplicate", "orphan", "thin")
FAULT = Fault(
    message=Message(fr="« /verger/{n} » n’existe pas.", en="“/verger/{n}” does not exist."),
    advice=Message(fr="Corrigez l’adresse.", en="Mend the address."),
)


def path(number: int) -> str:
    return f"carnet-du-verger/saison-{number % 7}/travaux-et-recettes-{number}/index.html"


def line(number: int) -> PageLine:
    return PageLine(
        url="/" + path(number).removesuffix("index.html"), path=path(number),
        title=f"Travaux et recettes du verger, carnet numéro {number} – Le verger de Lucie", score=number % 101,
        score_limit=None, words=200 + number % 900, links_in=number % 40, links_out=30, depth=number % 5, indexable=True,
        errors=number % 3, warnings=4, infos=13, rank=1.0, template=0.4,
    )  # fmt: skip


def findings() -> Iterator[Found]:
    """Five rules of the site; each finds fault with four hundred addresses on thirty pages, with one on every page."""
    for rule in RULES:
        for number in range(400):
            at = range(PAGES) if number == 0 else range(number, number + 30)
            spots = tuple(
                Spot("/" + path(n), path(n), 7, 3, 7, 40, 200, 237, f'<a href="/verger/{number}">')
                for n in at
            )
            finding = SiteFinding(FAULT, spots, {"n": number}, about=str(number))
            yield Found(rule, Severity.ERROR, Evidence.STANDARD, finding, f"{rule}{number}")


def details() -> Iterator[PageFinding]:
    for number in range(PAGES):
        for place in range(OWN):
            said = f"Phrase de {25 + place} mots : « {'Les coings ' * 5}{number} »."
            yield PageFinding(path(number), f"rule-{place}", Severity.WARNING, place, 1, said, "")


@pytest.fixture(scope="module")
def text() -> str:
    pages = tuple(line(number) for number in range(PAGES))
    report = SiteReport("verger", "built", "https://exemple.fr/", Findings.of(findings()), pages)
    view = SiteView(plugins.KnownRules(), details=details)
    return "".join(plugins.site_report("html").render(report, view))


def test_it_is_smaller_than_five_megabytes(text: str) -> None:
    assert len(text.encode()) < 5 * MEGABYTE


@pytest.mark.skipif(not CHROMIUM.exists(), reason=NO_CHROMIUM)
def test_it_opens_and_filters_within_a_second(browser: Browser, text: str) -> None:
    """Processor time of the page: what else the machine does says nothing of it."""
    page = browser.show("<!DOCTYPE html><title>vide</title>").page
    work = Work(page)
    (browser.folder / "large.html").write_text(text, "utf-8")
    before = work.seconds()
    page.goto((browser.folder / "large.html").as_uri())
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    opened = work.seconds()
    page.fill("#text", "recettes-1999")
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    filtered = work.seconds()
    assert page.eval_on_selector_all("#pages tbody tr:not([hidden])", "all => all.length") == 1
    page.click("#pages tbody tr:not([hidden])")
    page.wait_for_selector("tr.own li")
    assert page.eval_on_selector_all("tr.own li", "all => all.length") == OWN
    assert "25 mots" in page.inner_text("tr.own li >> nth=0")
    assert opened - before < 1
    assert filtered - opened < 0.5
