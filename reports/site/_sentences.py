"""What several reports say of a site: the sentences for its owner, what to do first, the rules by weight."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from seo_audit.message import NBSP, Language, Message, Value
from seo_audit.rendering.labels import COUNTS
from seo_audit.rule import Severity
from seo_audit.site.findings import Findings
from seo_audit.site.site_report import SiteReport, SiteView

FIRST = 5
"""What to do first: as many as an owner can keep in mind."""

SIZE = Message(
    fr="{pages:# page|# pages}, dont {indexable:# que les moteurs peuvent montrer|# que les moteurs peuvent montrer}.",
    en="{pages:# page|# pages}, {indexable:# of which search engines may show|# of which search engines may show}.",
)
ALL_SHOWN = Message(
    fr="{pages:# page, que les moteurs peuvent montrer|# pages, que les moteurs peuvent toutes montrer}.",
    en="{pages:# page, which search engines may show|# pages, all of which search engines may show}.",
)
LEFT_OUT = Message(fr="Laissés de côté : {counts}.", en="Left out: {counts}.")
SCORE = Message(
    fr="Score médian des pages : {score} sur 100 ; une page sur dix est sous {low}.",
    en="Median score of the pages: {score} out of 100; one page in ten is below {low}.",
)
FOUND = Message(
    fr="Sur le site lui-même : {errors}, {warnings}, {infos}.",
    en="About the site itself: {errors}, {warnings}, {infos}.",
)
NOTHING = Message(fr="Rien à redire au site lui-même.", en="Nothing to mend about the site itself.")
REACHED = Message(
    fr="De l’accueil, on atteint {reached:# page|# pages} en {depth:# clic|# clics} au plus ; {lost:# page reste|# pages "
    "restent} hors d’atteinte.",
    en="From the home page {reached:# page|# pages} are reached in at most {depth:# click|# clicks}; {lost:# page stays|# "
    "pages stay} out of reach.",
)
NO_HOME = Message(
    fr="Sans page d’accueil à la racine, la profondeur n’est pas mesurée.",
    en="Without a home page at the root, depth is not measured.",
)
NOT_BUILT = Message(
    fr="Ce sont les sources du site : orphelines, profondeur, plan du site et canoniques sont à vérifier sur le site "
    "construit.",
    en="These are the site’s sources: orphans, depth, sitemap and canonicals are to be checked on the built site.",
)
OWN = Message(
    fr="Dans les pages : {findings:# constat, dont|# constats, dont} {errors:# erreur|# erreurs} ; le plus répandu, {rule}, "
    "touche {pages:# page|# pages}.",
    en="Within the pages: {findings:# finding|# findings}, {errors:# error|# errors} among them; the most common, {rule}, "
    "concerns {pages:# page|# pages}.",
)
CHANGED = Message(
    fr="Depuis le passage comparé : {gone:# constat disparu|# constats disparus}, {new:# nouveau|# nouveaux}.",
    en="Since the run compared with: {gone:# finding gone|# findings gone}, {new:# new|# new}.",
)
REASONS = {
    "not-found-page": Message(
        fr="{count:# page d’erreur|# pages d’erreur}", en="{count:# error page|# error pages}"
    ),
    "redirect-stub": Message(
        fr="{count:# page de redirection|# pages de redirection}",
        en="{count:# redirect page|# redirect pages}",
    ),
    "verification-file": Message(
        fr="{count:# fichier de vérification|# fichiers de vérification}",
        en="{count:# verification file|# verification files}",
    ),
    "library": Message(
        fr="{count:# page de bibliothèque|# pages de bibliothèques}",
        en="{count:# page of a library|# pages of libraries}",
    ),
    "slides": Message(
        fr="{count:# diaporama|# diaporamas}", en="{count:# set of slides|# sets of slides}"
    ),
    "generated": Message(
        fr="{count:# page ajoutée par le générateur|# pages ajoutées par le générateur}",
        en="{count:# page added by the generator|# pages added by the generator}",
    ),
    "empty": Message(
        fr="{count:# page sans titre ni texte|# pages sans titre ni texte}",
        en="{count:# page without title or text|# pages without title or text}",
    ),
    "fragment": Message(
        fr="{count:# morceau de gabarit|# morceaux de gabarit}",
        en="{count:# template part|# template parts}",
    ),
    "not-html": Message(
        fr="{count:# fichier qui n’est pas du HTML|# fichiers qui ne sont pas du HTML}",
        en="{count:# file that is no HTML|# files that are no HTML}",
    ),
    "unreadable": Message(
        fr="{count:# fichier illisible|# fichiers illisibles}",
        en="{count:# unreadable file|# unreadable files}",
    ),
    "excluded": Message(
        fr="{count:# page exclue|# pages exclues}", en="{count:# excluded page|# excluded pages}"
    ),
}


class Weighed(Struct, frozen=True):
    """A rule with its findings, and how many pages they concern."""

    rule: str
    severity: Severity
    found: Findings
    pages: int


def weighed(report: SiteReport) -> tuple[Weighed, ...]:
    """The rules with findings, what matters most first: by severity, then by pages concerned."""
    rules = [
        Weighed(
            rule,
            found[0].severity,
            found,
            len({spot.path for one in found for spot in one.spots}),
        )
        for rule, found in report.by_rule().items()
    ]
    return tuple(sorted(rules, key=lambda one: (one.severity.rank, -one.pages, one.rule)))


def sentences(report: SiteReport, view: SiteView) -> Iterator[str]:
    """What an owner is to know, in five sentences or so."""
    say = view.language
    size = ALL_SHOWN if report.indexable == len(report.pages) > 0 else SIZE
    yield size.say(say, {"pages": len(report.pages), "indexable": report.indexable})
    if report.skipped:
        yield LEFT_OUT.say(say, {"counts": left_out(report, say)})
    scores = sorted(page.score for page in report.pages if page.score is not None)
    if scores:
        values = {"score": report.median_score or 0, "low": scores[len(scores) // 10]}
        yield SCORE.say(say, values)
    counts = {severity: report.count(severity) for severity in Severity}
    if any(counts.values()):
        said = {f"{one.value}s": COUNTS[one].say(say, {"count": counts[one]}) for one in Severity}
        yield FOUND.say(say, said)
    else:
        yield NOTHING.say(say)
    yield _reach(report, say)
    if report.articles:
        rule, most = max(report.articles.items(), key=lambda one: (one[1].pages, one[0]))
        total = sum(one.findings for one in report.articles.values())
        title = view.rules[rule].title.say(say) if rule in view.rules else rule
        name = f"«{NBSP}{title}{NBSP}»" if say == "fr" else f"“{title}”"
        errors = sum(page.errors for page in report.pages)
        told: dict[str, Value] = {"findings": total, "errors": errors, "rule": name}
        yield OWN.say(say, {**told, "pages": most.pages})
    if report.gone is not None:
        yield CHANGED.say(say, {"gone": len(report.gone), "new": report.new or 0})


def _reach(report: SiteReport, language: Language) -> str:
    if report.kind == "content":
        return NOT_BUILT.say(language)
    depths = [page.depth for page in report.pages if page.depth is not None]
    if not depths:
        return NO_HOME.say(language)
    lost = sum(page.indexable and page.depth is None for page in report.pages)
    return REACHED.say(language, {"reached": len(depths), "depth": max(depths), "lost": lost})


def left_out(report: SiteReport, language: Language) -> str:
    """What counts as no page, by reason."""
    counts = Counter(one.reason for one in report.skipped)
    return ", ".join(
        REASONS[reason].say(language, {"count": count}) for reason, count in sorted(counts.items())
    )
