"""What the HTML report says of itself and of all articles."""

from collections.abc import Mapping

from seo_audit.message import Message

WORDS: Mapping[str, Message] = {
    "report": Message(fr="Audit SEO", en="SEO audit"),
    "report_of": Message(fr="Audit SEO : {title}", en="SEO audit: {title}"),
    "report_many": Message(
        fr="Audit SEO : {count:# article|# articles}", en="SEO audit: {count:# article|# articles}"
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
    "passed_many": Message(fr="Acceptés", en="Passed"),
    "failed_many": Message(fr="Refusés", en="Failed"),
    "unreadable_many": Message(fr="Illisibles", en="Unreadable"),
    "lowest_score": Message(fr="Score le plus bas", en="Lowest score"),
    "fixed": Message(
        fr="{count:# constat|# constats} de la référence {count:a disparu|ont disparu} depuis.",
        en="{count:# finding|# findings} of the baseline {count:is|are} gone since.",
    ),
    "middle_score": Message(fr="Score médian", en="Median score"),
    "n_articles": Message(fr="{count:# article|# articles}", en="{count:# article|# articles}"),
    "n_passed": Message(
        fr="{passed:# accepté|# acceptés}, {failed:# refusé|# refusés}",
        en="{passed:# passed|# passed}, {failed:# failed|# failed}",
    ),
    "client": Message(fr="Client", en="Client"),
    "author": Message(fr="Auteur", en="Author"),
    "day": Message(fr="Date de l’audit", en="Date of the audit"),
    "audited": Message(fr="Ce qui est audité", en="What was audited"),
    "for_client": Message(fr="Pour {name}", en="For {name}"),
    "by_author": Message(fr="par {name}", en="by {name}"),
    "score_means": Message(
        fr="Le score va de 0 à 100 : 100 moins ce que coûtent les constats. Il dit l’état de l’article, pas son rang "
        "dans un moteur de recherche. Un article ordinaire a 60, neuf sur dix ont moins de 86.",
        en="The score goes from 0 to 100: 100 less what the findings cost. It says what state the article is in, not "
        "how it ranks in a search engine. An ordinary article has 60, nine of ten less than 86.",
    ),
    "print_all": Message(fr="Imprimer tout", en="Print everything"),
    "needs_script": Message(
        fr="Les articles qui suivent, sauf ceux à reprendre d’abord, ne s’ouvrent qu’avec JavaScript.",
        en="But for those to mend first, the articles below need JavaScript to open.",
    ),
    "rest_left_out": Message(
        fr="Pour que ce rapport reste léger, l’article annoté et ses mesures n’y sont pas : un rapport de cet article seul "
        "les montre.",
        en="To keep this report small, the annotated article and its measures are not in it: a report of this article alone "
        "shows them.",
    ),
    "worst_printed": Message(
        fr="Ici, {count:l’article|les # articles} à reprendre d’abord.",
        en="Here {count:is the article|are the # articles} to mend first.",
    ),
    "repeated": Message(
        fr="Répété sur la plupart des pages, sans doute par leur modèle",
        en="Repeated on most pages, by their template no doubt",
    ),
    "n_of_all": Message(fr="{count} articles sur {all} :", en="{count} articles of {all}:"),
    "by_rule": Message(fr="Par règle, la plus grave d’abord", en="By rule, the gravest first"),
    "findings_in": Message(
        fr="{count:# constat|# constats} dans {articles:# article|# articles}",
        en="{count:# finding|# findings} in {articles:# article|# articles}",
    ),
    "more_rules": Message(
        fr="… et {count:# autre règle|# autres règles}",
        en="… and {count:# other rule|# other rules}",
    ),
    "and_articles": Message(
        fr="… et {count:# autre article|# autres articles}.",
        en="… and {count:# other article|# other articles}.",
    ),
    "back_to_overview": Message(fr="← Vue d’ensemble", en="← Overview"),
    "sort_by": Message(fr="Trier par", en="Sort by"),
    "to_mend_first": Message(fr="À reprendre d’abord", en="To mend first"),
    "sort_lowest": Message(fr="Score, du plus bas", en="Score, lowest first"),
    "sort_highest": Message(fr="Score, du plus haut", en="Score, highest first"),
    "sort_title": Message(fr="Titre", en="Title"),
    "score": Message(fr="Score", en="Score"),
    "gate": Message(fr="Contrôle", en="Gate"),
    "words": Message(fr="Mots", en="Words"),
    "errors": Message(fr="Erreurs", en="Errors"),
    "warnings": Message(fr="Avertissements", en="Warnings"),
    "infos": Message(fr="Informations", en="Infos"),
    "worst": Message(fr="À corriger d’abord", en="To mend first"),
    "find_article": Message(fr="Chercher un article", en="Find an article"),
    "all": Message(fr="Tous", en="All"),
    "shown_articles": Message(fr="articles affichés :", en="articles shown:"),
    "sort_hint": Message(
        fr="Les en-têtes de colonne trient le tableau.", en="Column headers sort the table."
    ),
    "each": Message(fr="Les articles un par un", en="Article by article"),
}  # fmt: skip
