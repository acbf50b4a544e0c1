"""A made site of 2,000 pages, and the HTML report on it."""

from collections.abc import Iterator

from seo_audit import plugins
from seo_audit.message import Message
from seo_audit.rule import Evidence, Fault, Severity, SiteFinding, Spot
from seo_audit.site.findings import Findings, Found
from seo_audit.site.site_report import PageFinding, PageLine, SiteReport, SiteView

PAGES, OWN = 2_000, 30
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


def report_page() -> str:
    """The report, one HTML page."""
    pages = tuple(line(number) for number in range(PAGES))
    report = SiteReport("verger", "built", "https://exemple.fr/", Findings.of(findings()), pages)
    view = SiteView(plugins.KnownRules(), details=details)
    return "".join(plugins.site_report("html").render(report, view))
