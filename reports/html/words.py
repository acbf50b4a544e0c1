"""What the HTML report says in its own voice, in both languages."""

from collections.abc import Mapping

from seo_audit.message import Message
from seo_audit.rule import Evidence

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
    # -- summary of one article
    "summary": Message(fr="L’essentiel", en="In short"),
    "score_of": Message(fr="Score : {score} sur 100", en="Score: {score} out of 100"),
    "no_score": Message(
        fr="Pas de score : aucune règle n’a pu se prononcer.",
        en="No score: no rule gave an answer.",
    ),
    "out_of": Message(fr="sur 100", en="out of 100"),
    "legend_score": Message(
        fr="Repères de couleur : 90 à 100 bon, 50 à 89 moyen, moins de 50 faible.",
        en="Colours: 90 to 100 good, 50 to 89 fair, under 50 poor.",
    ),
    "good": Message(fr="bon", en="good"),
    "fair": Message(fr="moyen", en="fair"),
    "poor": Message(fr="faible", en="poor"),
    "not_scored": Message(fr="sans objet", en="not applicable"),
    "by_category": Message(fr="Par catégorie", en="By category"),
    "passed": Message(fr="Réussi", en="Passed"),
    "failed": Message(fr="Échoué", en="Failed"),
    "gate_passed": Message(fr="Contrôle réussi", en="Gate passed"),
    "gate_failed": Message(fr="Contrôle échoué", en="Gate failed"),
    "gate_passed_why": Message(
        fr="Rien ne s’oppose à la publication selon les exigences fixées.",
        en="Nothing stands against publication under the demands that were set.",
    ),
    "unreadable": Message(fr="Illisible", en="Unreadable"),
    "unreadable_why": Message(
        fr="Cet article n’a pas pu être lu :", en="This article could not be read:"
    ),
    "gains": Message(fr="Les changements qui rapportent le plus", en="The changes that gain most"),
    "no_gains": Message(
        fr="Aucun changement ne ferait monter le score.", en="No change would raise the score."
    ),
    "points": Message(
        fr="+{points:.1f} {points:point|points}", en="+{points:.1f} {points:point|points}"
    ),
    "points_hint": Message(
        fr="Points que le score gagnerait si la règle était respectée, le reste inchangé.",
        en="Points the score would gain if the rule were met, all else equal.",
    ),
    "over_optimisation": Message(
        fr="Sur-optimisation et vocabulaire", en="Over-optimisation and vocabulary"
    ),
    "over_optimisation_why": Message(
        fr="À part : rien de cela n’entre dans la moyenne du score ni ne se compense.",
        en="Shown apart: it stays out of the score’s mean and nothing makes up for it.",
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
    "fix_safe": Message(fr="(sûr : --fix)", en="(safe: --fix)"),
    "fix_suggested": Message(
        fr="(à relire : --fix --unsafe-fixes)", en="(read it again: --fix --unsafe-fixes)"
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
    # -- search result and social card
    "search": Message(fr="Dans les résultats de recherche", en="In the search results"),
    "search_hint": Message(
        fr="Aperçu : Google peut récrire le titre et choisir un autre extrait.",
        en="A preview: Google may rewrite the title and choose another snippet.",
    ),
    "desktop": Message(fr="Ordinateur", en="Desktop"),
    "mobile": Message(fr="Mobile", en="Mobile"),
    "title_width": Message(
        fr="Titre : {width:.0f} px sur {limit}", en="Title: {width:.0f} px of {limit}"
    ),
    "description_width": Message(
        fr="Description : {width:.0f} px sur {limit} (mobile : {mobile})",
        en="Description: {width:.0f} px of {limit} (mobile: {mobile})",
    ),
    "fits": Message(fr="tient en entier", en="fits whole"),
    "is_cut": Message(fr="coupé à l’affichage", en="cut when shown"),
    "is_cut_mobile": Message(fr="coupé sur mobile", en="cut on mobile"),
    "missing_title": Message(fr="(pas de titre)", en="(no title)"),
    "snippet_from_page": Message(
        fr="Pas de description : l’extrait vient du début de l’article.",
        en="No description: the snippet is the beginning of the article.",
    ),
    "card": Message(fr="Carte de partage", en="Social card"),
    "card_image": Message(fr="Image de partage", en="Share image"),
    "no_card_image": Message(fr="Pas d’image de partage (og:image)", en="No share image (og:image)"),
    "card_property": Message(fr="Propriété", en="Property"),
    "card_value": Message(fr="Valeur", en="Value"),
    "card_absent": Message(fr="absente", en="absent"),
    "no_card": Message(
        fr="L’article n’a pas d’en-tête de page : la carte dépendra du site qui le publiera.",
        en="The article has no page head: its card will depend on the site that publishes it.",
    ),
    # -- outline
    "outline": Message(fr="Plan", en="Outline"),
    "no_outline": Message(fr="Aucun titre dans l’article.", en="No heading in the article."),
    "skipped_level": Message(
        fr="niveau {level} sauté", en="level {level} skipped"
    ),
    "levels_skipped": Message(
        fr="{count:# niveau sauté|# niveaux sautés}.", en="{count:# level skipped|# levels skipped}."
    ),
    "no_level_skipped": Message(fr="Aucun niveau sauté.", en="No level skipped."),
    # -- keyphrase
    "keyphrase": Message(fr="Expression clé", en="Keyphrase"),
    "no_keyphrase": Message(
        fr="Aucune expression clé n’est déclarée.", en="No keyphrase is declared."
    ),
    "candidates": Message(fr="Propositions :", en="Suggestions:"),
    "n_times": Message(
        fr="{count:# occurrence|# occurrences}", en="{count:# occurrence|# occurrences}"
    ),
    "density": Message(fr="densité {density:.1f} %", en="density {density:.1f}%"),
    "heat_label": Message(
        fr="Répartition de l’expression clé du début à la fin de l’article, par dixième : {tenths}.",
        en="Spread of the keyphrase from the start to the end of the article, by tenth: {tenths}.",
    ),
    "heat_hint": Message(
        fr="Du début (à gauche) à la fin. Trait : l’expression entière ; teinte : ses mots, pris un à un.",
        en="From the start (left) to the end. Stroke: the whole phrase; shade: its words, one by one.",
    ),
    "start": Message(fr="début", en="start"),
    "end": Message(fr="fin", en="end"),
    # -- readability
    "readability": Message(fr="Lisibilité", en="Readability"),
    "scale": Message(fr="Parmi d’autres textes", en="Among other texts"),
    "scale_hint": Message(
        fr="Lisibilité médiane de textes connus, du plus facile au plus difficile. Un écart de moins de {least} "
        "points ne veut rien dire. Ce n’est ni un niveau, ni un âge.",
        en="Median readability of known kinds of text, from easy to hard. A difference of less than {least} points "
        "means nothing. This is no level and no age.",
    ),
    "this_article": Message(fr="Cet article", en="This article"),
    "no_readability": Message(
        fr="Aucune phrase à mesurer hors des listes.", en="No sentence to measure outside lists."
    ),
    "hardest_sentences": Message(
        fr="Les phrases les plus difficiles", en="The hardest sentences"
    ),
    "hard_1": Message(fr="difficile", en="hard"),
    "hard_2": Message(fr="très difficile", en="very hard"),
    "hard_3": Message(fr="extrêmement difficile", en="extremely hard"),
    "hard_sentence_1": Message(fr="[phrase difficile] ", en="[hard sentence] "),
    "hard_sentence_2": Message(fr="[phrase très difficile] ", en="[very hard sentence] "),
    "hard_sentence_3": Message(fr="[phrase extrêmement difficile] ", en="[extremely hard sentence] "),
    "hard_hint": Message(
        fr="De ▲ à ▲▲▲ : phrases de plus en plus difficiles à lire.",
        en="From ▲ to ▲▲▲: sentences harder and harder to read.",
    ),
    "sentence_lengths": Message(fr="Longueur des phrases", en="Sentence lengths"),
    "chart_label": Message(
        fr="{count:# phrase|# phrases} dans l’ordre du texte ; moyenne {mean:.1f} mots, la plus longue "
        "{longest:# mot|# mots} ; {over} au-dessus de la limite de {limit} mots.",
        en="{count:# sentence|# sentences} in the order of the text; {mean:.1f} words on average, the longest "
        "{longest:# word|# words}; {over} over the limit of {limit} words.",
    ),
    "chart_hint": Message(
        fr="Une barre par phrase, dans l’ordre du texte ; le trait marque {limit} mots.",
        en="One bar a sentence, in the order of the text; the line marks {limit} words.",
    ),
    "chart_grouped": Message(
        fr="Chaque barre montre la plus longue de {size} phrases qui se suivent.",
        en="Each bar shows the longest of {size} sentences running.",
    ),
    "longest_sentences": Message(fr="Les plus longues", en="The longest"),
    "no_sentences": Message(fr="Aucune phrase à mesurer.", en="No sentence to measure."),
    "figure": Message(fr="Mesure", en="Figure"),
    "value": Message(fr="Valeur", en="Value"),
    "formula": Message(fr="Formule et convention", en="Formula and convention"),
    "by_us": Message(fr="Mesuré par seo-audit", en="Measured by seo-audit"),
    "by_textstat": Message(fr="Mesuré par textstat", en="Measured by textstat"),
    "textstat_hint": Message(
        fr="textstat compte mots, phrases et syllabes à sa façon : ses chiffres diffèrent des nôtres.",
        en="textstat counts words, sentences and syllables its own way: its figures differ from ours.",
    ),
    "readability_figure": Message(fr="Lisibilité", en="Readability"),
    "readability_how": Message(
        fr="217 − 30 × ln(mots par phrase) − 40 × syllabes par mot, hors des listes ; ajustée sur des textes français "
        "faciles et difficiles, qu’elle ordonne mieux que la formule de Kandel et Moles.",
        en="217 − 30 × ln(words a sentence) − 40 × syllables a word, lists left out; fitted on easy and hard French "
        "texts, which it orders better than the formula of Kandel and Moles.",
    ),
    "reading_ease": Message(
        fr="Facilité de lecture (Kandel et Moles)", en="Reading ease (Kandel and Moles)"
    ),
    "reading_ease_how": Message(
        fr="207 − 1,015 × mots par phrase − 73,6 × syllabes par mot. Adaptation française de Flesch (1958) ; "
        "de 0 (ardu) à 100 (facile) ; la presse se situe souvent entre 40 et 60.",
        en="207 − 1.015 × words a sentence − 73.6 × syllables a word. The French adaptation of Flesch (1958); "
        "from 0 (hard) to 100 (easy); newspapers often lie between 40 and 60.",
    ),
    "words_sentence": Message(fr="Mots par phrase", en="Words a sentence"),
    "words_sentence_how": Message(
        fr="Mots des phrases ÷ phrases ; titres et tableaux ne font pas de phrases.",
        en="Words in sentences ÷ sentences; headings and tables make no sentences.",
    ),
    "syllables_word": Message(fr="Syllabes par mot", en="Syllables a word"),
    "syllables_word_how": Message(
        fr="Syllabes prononcées ÷ mots, l’e muet final non compté.",
        en="Spoken syllables ÷ words, the final mute e not counted.",
    ),
    "long_share": Message(fr="Phrases longues", en="Long sentences"),
    "long_share_how": Message(
        fr="Part des phrases de plus de {limit} mots. Le langage clair de l’État en conseille 20 à 25.",
        en="Share of sentences of more than {limit} words. French plain-language guides advise 20 to 25.",
    ),
    "passive_share": Message(fr="Voix passive", en="Passive voice"),
    "passive_share_how": Message(
        fr="Part des phrases qui ont un passif (être et participe).",
        en="Share of sentences with a passive (être and a participle).",
    ),
    "connector_share": Message(fr="Mots de liaison", en="Connectors"),
    "connector_share_how": Message(
        fr="Part des phrases, hors des listes, qui ont un mot de liaison.",
        en="Share of the sentences outside lists that have a connector.",
    ),
    "reading_minutes": Message(fr="Temps de lecture", en="Reading time"),
    "reading_minutes_how": Message(
        fr="À {speed} mots par minute, en lecture silencieuse.",
        en="At {speed} words a minute, reading silently.",
    ),
    "flesch_reading_ease": Message(fr="Flesch (Kandel et Moles)", en="Flesch (Kandel and Moles)"),
    "flesch_reading_ease_how": Message(
        fr="La formule de Kandel et Moles sur les comptes de textstat ; 100 : facile.",
        en="The formula of Kandel and Moles on textstat’s counts; 100: easy.",
    ),
    "lix": Message(fr="LIX", en="LIX"),
    "lix_how": Message(
        fr="Mots par phrase + 100 × part des mots de plus de six lettres (Björnsson, 1968) ; "
        "moins de 30 : facile, plus de 50 : difficile.",
        en="Words a sentence + 100 × share of words over six letters (Björnsson, 1968); "
        "under 30: easy, over 50: hard.",
    ),
    "rix": Message(fr="RIX", en="RIX"),
    "rix_how": Message(
        fr="Mots de plus de six lettres par phrase (Anderson, 1983) ; plus de 7 : difficile.",
        en="Words over six letters a sentence (Anderson, 1983); over 7: hard.",
    ),
    "gunning_fog": Message(fr="Gunning Fog", en="Gunning fog"),
    "flesch_kincaid_grade": Message(fr="Flesch-Kincaid", en="Flesch–Kincaid"),
    "automated_readability_index": Message(fr="ARI", en="ARI"),
    "coleman_liau_index": Message(fr="Coleman-Liau", en="Coleman–Liau"),
    "school_grade_how": Message(
        fr="Niveau scolaire américain, fait pour l’anglais : peu de sens en français.",
        en="American school grade, made for English: of little meaning in French.",
    ),
    # -- brief
    "brief": Message(fr="Commande", en="Brief"),
    "brief_met": Message(fr="La commande est remplie.", en="The brief is met."),
    "brief_not_met": Message(fr="La commande n’est pas remplie.", en="The brief is not met."),
    "brief_key": Message(fr="Demande", en="Demand"),
    "brief_asked": Message(fr="Demandé", en="Asked"),
    "brief_found": Message(fr="Trouvé", en="Found"),
    "brief_result": Message(fr="Résultat", en="Result"),
    "brief_yes": Message(fr="✓ rempli", en="✓ met"),
    "brief_no": Message(fr="✗ pas rempli", en="✗ not met"),
    "brief_unknown": Message(fr="– non jugé", en="– not judged"),
    "brief_attributed": Message(
        fr="Ajouté au texte d’origine, avec sa source :", en="Added to the original text, with its source:"
    ),
    "brief_pages": Message(fr="Pages de référence", en="Reference pages"),
    "brief_page": Message(fr="Page", en="Page"),
    "brief_this": Message(fr="Cet article", en="This article"),
    "brief_headings": Message(fr="Titres", en="Headings"),
    "brief_questions": Message(fr="Titres et questions", en="Headings and questions"),
    "brief_show_headings": Message(fr="Ses titres", en="Its headings"),
    "brief_unread": Message(fr="Pages illisibles :", en="Pages that could not be read:"),
    "brief_missing": Message(
        fr="Termes que ces pages partagent et que l’article n’a pas",
        en="Terms these pages share and the article lacks",
    ),
    "brief_overused": Message(
        fr="Termes dont l’article use bien plus que ces pages",
        en="Terms the article uses far more than these pages",
    ),
    "brief_term": Message(fr="Terme", en="Term"),
    "brief_on_pages": Message(fr="Pages", en="Pages"),
    "brief_rate": Message(fr="Article, pour mille mots", en="Article, per thousand words"),
    "brief_mean": Message(fr="Pages, en moyenne", en="Pages, on average"),
    "brief_highest": Message(fr="Pages, au plus", en="Pages, at most"),
    "brief_hint": Message(
        fr="Un indice de ce que le lecteur attend, sans effet sur le score : Google ne compte pas les mots d’une liste.",
        en="A hint of what readers expect, without effect on the score: Google counts no words of a list.",
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

FURNITURE: Mapping[str, Message] = {
    "advertising": Message(fr="publicité", en="advertising"),
    "aside": Message(fr="colonne ou encadré", en="aside"),
    "author": Message(fr="présentation de l’auteur", en="about the author"),
    "carousel": Message(fr="carrousel", en="carousel"),
    "comments": Message(fr="commentaires", en="comments"),
    "cookies": Message(fr="cookies", en="cookies"),
    "credit": Message(fr="crédit d’une image", en="credit of a picture"),
    "dialog": Message(fr="boîte de dialogue", en="dialog"),
    "footer": Message(fr="pied de page", en="footer"),
    "header": Message(fr="en-tête du site", en="site header"),
    "hidden": Message(fr="texte caché", en="hidden text"),
    "links": Message(fr="liste de liens", en="list of links"),
    "meta": Message(fr="date, auteur, étiquettes", en="date, author, tags"),
    "nav": Message(fr="navigation", en="navigation"),
    "newsletter": Message(fr="lettre d’information", en="newsletter"),
    "related": Message(fr="à lire aussi", en="related links"),
    "search": Message(fr="recherche", en="search"),
    "share": Message(fr="boutons de partage", en="share buttons"),
    "teaser": Message(fr="annonce d’autres articles", en="teasers"),
    "tools": Message(fr="outils de la page", en="page tools"),
}
"""Reasons a parser gives, as a reader says them; another one is shown as it is."""

LETTERS: Mapping[Evidence | None, str] = {None: "–", **{one: one.value for one in Evidence}}
