"""The words of the site's page, in both languages."""

from collections.abc import Mapping

from seo_audit.message import Message
from seo_audit.rendering.points import TO_DO_FIRST

WORDS: Mapping[str, Message] = {
    "skip": Message(fr="Aller au contenu", en="Skip to content"),
    "report_of": Message(fr="Audit du site {name}", en="Audit of the site {name}"),
    "passed": Message(fr="Accepté", en="Passed"),
    "failed": Message(fr="Refusé", en="Failed"),
    "first": TO_DO_FIRST,
    "issues": Message(fr="Constats sur le site", en="Findings about the site"),
    "findings": Message(fr="Constats", en="Findings"),
    "none": Message(fr="Rien à redire.", en="Nothing to mend."),
    "counts": Message(
        fr="{count:# constat|# constats}, {pages:# page|# pages}",
        en="{count:# finding|# findings}, {pages:# page|# pages}",
    ),
    "new": Message(fr="nouveau", en="new"),
    "news": Message(fr="{count:# nouveau|# nouveaux}", en="{count:# new|# new}"),
    "gone": Message(fr="Disparus depuis le passage comparé", en="Gone since the run compared with"),
    "more_places": Message(
        fr="… et {count:# autre place|# autres places} (le tableau CSV les a toutes)",
        en="… and {count:# more place|# more places} (the CSV table has them all)",
    ),
    "more_findings": Message(
        fr="… et {count:# autre constat|# autres constats} (le tableau CSV les a tous)",
        en="… and {count:# more finding|# more findings} (the CSV table has them all)",
    ),
    "figures": Message(fr="Chiffres", en="Figures"),
    "depth": Message(fr="Clics depuis l’accueil", en="Clicks from the home page"),
    "no_way": Message(fr="aucun chemin", en="no way"),
    "scores": Message(fr="Scores des pages", en="Scores of the pages"),
    "templates": Message(
        fr="Part du gabarit dans les mots des pages", en="Share of the template in the pages’ words"
    ),
    "rank": Message(fr="PageRank interne (1 : la moyenne)", en="Internal PageRank (1: the mean)"),
    "in_pages": Message(fr="Constats des pages elles-mêmes", en="Findings of the pages themselves"),
    "pages": Message(fr="Pages", en="Pages"),
    "left_out": Message(fr="Laissés de côté", en="Left out"),
    "some_pages": Message(
        fr="Les {shown} premières de {all} ; le JSON et le classeur XLSX les ont toutes.",
        en="The first {shown} of {all}; the JSON and the XLSX workbook have them all.",
    ),
    "filter": Message(fr="Filtrer les pages", en="Filter the pages"),
    "only": Message(fr="Montrer", en="Show"),
    "all": Message(fr="toutes", en="all"),
    "with_errors": Message(fr="avec erreurs", en="with errors"),
    "not_indexable": Message(fr="non indexables", en="not indexable"),
    "no_depth": Message(fr="hors d’atteinte", en="out of reach"),
    "page": Message(fr="Page", en="Page"),
    "score": Message(fr="Score", en="Score"),
    "words": Message(fr="Mots", en="Words"),
    "links_in": Message(fr="Liens entrants", en="Links in"),
    "links_out": Message(fr="Liens sortants", en="Links out"),
    "clicks": Message(fr="Clics", en="Clicks"),
    "errors": Message(fr="Erreurs", en="Errors"),
    "warnings": Message(fr="Avert.", en="Warn."),
    "infos": Message(fr="Infos", en="Infos"),
    "indexable": Message(fr="Indexable", en="Indexable"),
    "yes": Message(fr="oui", en="yes"),
    "no": Message(fr="non", en="no"),
    "rule": Message(fr="Règle", en="Rule"),
    "line": Message(fr="l. ", en="l. "),
    "on_site": Message(fr="Constats sur le site :", en="Findings on the site:"),
    "clean": Message(fr="Rien à redire à cette page.", en="Nothing to mend on this page."),
    "made": Message(fr="Fait par seo-audit {version}", en="Made by seo-audit {version}"),
    "theme": Message(fr="Clair ou sombre", en="Light or dark"),
}
