"""What the HTML report says of an article: its summary, findings, text and other rules."""

from collections.abc import Mapping

from seo_audit.message import Message
from seo_audit.rendering.points import TO_DO_FIRST

WORDS: Mapping[str, Message] = {
    # -- summary of one article
    "summary": Message(fr="L’essentiel", en="In short"),
    "score_of": Message(fr="Score : {score} sur 100", en="Score: {score} out of 100"),
    "no_score": Message(
        fr="Pas de score : aucune règle n’a pu se prononcer.",
        en="No score: no rule gave an answer.",
    ),
    "out_of": Message(fr="sur 100", en="out of 100"),
    "legend_score": Message(
        fr="Repères de couleur : 80 à 100 bon, 50 à 79 moyen, moins de 50 faible.",
        en="Colours: 80 to 100 good, 50 to 79 fair, under 50 poor.",
    ),
    "good": Message(fr="bon", en="good"),
    "fair": Message(fr="moyen", en="fair"),
    "poor": Message(fr="faible", en="poor"),
    "not_scored": Message(fr="sans objet", en="not applicable"),
    "by_category": Message(fr="Par catégorie", en="By category"),
    "passed": Message(fr="Accepté", en="Passed"),
    "failed": Message(fr="Refusé", en="Failed"),
    "gate_passed": Message(fr="Article accepté", en="Gate passed"),
    "gate_failed": Message(fr="Article refusé", en="Gate failed"),
    "gate_passed_why": Message(
        fr="Les exigences fixées sont remplies. Il reste des constats à lire avant de publier.",
        en="The demands that were set are met. There are findings left to read before you publish.",
    ),
    "gate_passed_clean": Message(
        fr="Les exigences fixées sont remplies, et aucune règle n’a de constat.",
        en="The demands that were set are met, and no rule found anything.",
    ),
    "unreadable": Message(fr="Illisible", en="Unreadable"),
    "unreadable_why": Message(
        fr="Cet article n’a pas pu être lu :", en="This article could not be read:"
    ),
    "first": TO_DO_FIRST,
    "nothing_first": Message(fr="Rien à corriger.", en="Nothing to mend."),
    "points_hint": Message(
        fr="Points que le score gagnerait si la règle était respectée, le reste inchangé.",
        en="Points the score would gain if the rule were met, all else equal.",
    ),
    "over_optimisation": Message(
        fr="Sur-optimisation et vocabulaire", en="Over-optimisation and vocabulary"
    ),
    "over_optimisation_why": Message(
        fr="À part : rien de cela n’entre dans le score ni ne se compense.",
        en="Shown apart: it stays out of the score and nothing makes up for it.",
    ),
    "n_words": Message(fr="{count:# mot|# mots}", en="{count:# word|# words}"),
    "n_sentences": Message(
        fr="{count:# phrase|# phrases}", en="{count:# sentence|# sentences}"
    ),
    "n_minutes": Message(
        fr="{count:.1f} min de lecture", en="{count:.1f} min read"
    ),
    "in_this": Message(fr="Dans ce rapport", en="In this report"),
    # -- findings
    "findings": Message(fr="Constats", en="Findings"),
    "n_findings": Message(fr="{count:# constat|# constats}", en="{count:# finding|# findings}"),
    "no_findings": Message(fr="Aucun constat.", en="No finding."),
    "filters": Message(fr="Filtrer les constats", en="Filter the findings"),
    "category": Message(fr="Catégorie", en="Category"),
    "all_categories": Message(fr="Toutes", en="All"),
    "shown_findings": Message(fr="constats affichés :", en="findings shown:"),
    "what_to_do": Message(fr="À faire", en="What to do"),
    "why": Message(fr="Pourquoi", en="Why"),
    "evidence": Message(fr="Preuve {letter} : {meaning}", en="Evidence {letter}: {meaning}"),
    "no_evidence": Message(fr="Preuve : {meaning}", en="Evidence: {meaning}"),
    "sources": Message(fr="Sources", en="Sources"),
    "line": Message(fr="ligne {line}", en="line {line}"),
    "line_column": Message(fr="l. {line}, col. {column}", en="l. {line}, col. {column}"),
    "whole": Message(fr="article entier", en="whole article"),
    "outside": Message(fr="hors du texte", en="outside the text"),
    "see": Message(fr="Voir dans l’article", en="See in the article"),
    "see_n": Message(
        fr="Voir dans l’article : constat {number}", en="See in the article: finding {number}"
    ),
    "back_to": Message(fr="Constat {number} : {title}", en="Finding {number}: {title}"),
    "related": Message(fr="Voir aussi :", en="See also:"),
    "fix": Message(fr="Corriger", en="Fix"),
    "fix_safe": Message(fr="(sûr : l’outil peut le faire)", en="(safe: the tool can make it)"),
    "fix_suggested": Message(
        fr="(à relire avant de l’accepter)", en="(read it again before you take it)"
    ),
    "fix_line": Message(fr="ligne {line}", en="line {line}"),
    "fix_more": Message(
        fr="… et {count:# autre endroit|# autres endroits}.",
        en="… and {count:# other place|# other places}.",
    ),
    "copy": Message(fr="Copier", en="Copy"),
    "copy_n": Message(fr="Copier le constat {number}", en="Copy finding {number}"),
    "copied": Message(fr="Copié", en="Copied"),
    "and_more": Message(
        fr="et {count:# autre constat|# autres constats} de cette règle, dans le rapport JSON.",
        en="and {count:# other finding|# other findings} of this rule, in the JSON report.",
    ),
    "more_on_screen": Message(
        fr="… et {count:# autre constat|# autres constats}, dans le rapport à l’écran.",
        en="… and {count:# other finding|# other findings}, in the report on screen.",
    ),
    # -- the article
    "the_article": Message(fr="L’article annoté", en="The article, annotated"),
    "article_hint": Message(
        fr="Les numéros renvoient aux constats. Une barre en marge : tout le passage est visé.",
        en="Numbers lead to the findings. A bar in the margin: the whole passage is meant.",
    ),
    "keyphrase_hint": Message(
        fr="L’expression clé est soulignée en pointillés.", en="The keyphrase is dotted underneath."
    ),
    "empty_article": Message(
        fr="Aucun contenu principal n’a été trouvé.", en="No main content was found."
    ),
    "heading_level": Message(fr="Titre de niveau {level} : ", en="Heading of level {level}: "),
    "empty_heading": Message(fr="(titre vide)", en="(empty heading)"),
    "image": Message(fr="Image", en="Image"),
    "frame": Message(fr="Cadre intégré", en="Embedded frame"),
    "no_alt": Message(fr="sans texte de remplacement", en="no alternative text"),
    "decorative": Message(fr="décorative", en="decorative"),
    "no_title": Message(fr="sans titre", en="no title"),
    "outside_text": Message(fr="Hors du texte", en="Outside the text"),
    "outside_hint": Message(
        fr="Constats sur l’article entier, ses métadonnées ou ce qui ne se lit pas.",
        en="Findings about the whole article, its metadata or what cannot be read.",
    ),
    "furniture": Message(
        fr="Laissé de côté : {count:# partie|# parties} de la page",
        en="Left out: {count:# part|# parts} of the page",
    ),
    "furniture_hint": Message(
        fr="Navigation, pied de page et autres parties qui ne comptent pas comme l’article.",
        en="Navigation, footer and other parts that do not count as the article.",
    ),
    "more_furniture": Message(
        fr="et {count:# autre partie|# autres parties}.", en="and {count:# other part|# other parts}."
    ),
    # -- rules
    "rules": Message(fr="Autres règles", en="Other rules"),
    "passed_rules": Message(
        fr="{count:# règle respectée|# règles respectées}", en="{count:# rule passed|# rules passed}"
    ),
    "skipped_rules": Message(
        fr="{count:# règle sans objet|# règles sans objet}", en="{count:# rule not applicable|# rules not applicable}"
    ),
    "skipped_hint": Message(
        fr="Sans objet n’est pas réussi : il n’y avait rien à juger.",
        en="Not applicable is not passed: there was nothing to judge.",
    ),
    "broken_rules": Message(
        fr="{count:# règle en panne|# règles en panne}", en="{count:# broken rule|# broken rules}"
    ),
}  # fmt: skip
