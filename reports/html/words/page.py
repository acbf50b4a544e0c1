"""What the HTML report says of itself and of all articles."""

from collections.abc import Mapping

from seo_audit.message import Message

WORDS: Mapping[str, Message] = {
    "report": Message(fr="Audit SEO", en="SEO audit"),
    "report_of": Message(fr="Audit SEO : {title}", en="SEO audit: {title}"),
    "report_many": Message(
        fr="Audit SEO : {count:# article|# articles}", en="SEO audit: {count:# article|# articles}"
    ),
    "skip": Message(fr="Aller au contenu", en="Skip to content"),
    "theme": Message(fr="Thème", en="Theme"),
    "to_dark": Message(fr="Thème sombre", en="Dark theme"),
    "to_light": Message(fr="Thème clair", en="Light theme"),
    "print": Message(fr="Imprimer", en="Print"),
    "made_by": Message(
        fr="Rapport produit par seo-audit {version}. Il ne charge rien depuis Internet.",
        en="Report made by seo-audit {version}. It loads nothing from the Internet.",
    ),
    "none": Message(fr="Aucun article n’a été audité.", en="No article was audited."),
    # -- overview
    "overview": Message(fr="Vue d’ensemble", en="Overview"),
    "articles": Message(fr="Articles", en="Articles"),
    "article": Message(fr="Article", en="Article"),
    "passed_many": Message(fr="Réussis", en="Passed"),
    "failed_many": Message(fr="En échec", en="Failed"),
    "unreadable_many": Message(fr="Illisibles", en="Unreadable"),
    "mean_score": Message(fr="Score moyen", en="Mean score"),
    "lowest_score": Message(fr="Score le plus bas", en="Lowest score"),
    "fixed": Message(
        fr="{count:# constat|# constats} de la référence {count:a disparu|ont disparu} depuis.",
        en="{count:# finding|# findings} of the baseline {count:is|are} gone since.",
    ),
    "score": Message(fr="Score", en="Score"),
    "gate": Message(fr="Contrôle", en="Gate"),
    "words": Message(fr="Mots", en="Words"),
    "errors": Message(fr="Erreurs", en="Errors"),
    "warnings": Message(fr="Avertissements", en="Warnings"),
    "infos": Message(fr="Informations", en="Infos"),
    "worst": Message(fr="Ce qui coûte le plus", en="What costs most"),
    "find_article": Message(fr="Chercher un article", en="Find an article"),
    "all": Message(fr="Tous", en="All"),
    "shown_articles": Message(fr="articles affichés :", en="articles shown:"),
    "sort_hint": Message(
        fr="Les en-têtes de colonne trient le tableau.", en="Column headers sort the table."
    ),
    "each": Message(fr="Les articles un par un", en="Article by article"),
}  # fmt: skip
