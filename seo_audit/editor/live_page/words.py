"""What the page says, in both languages. `{…}` are filled by the page's script."""

from collections.abc import Mapping

from seo_audit.brief.file import LANGUAGES
from seo_audit.message import Message, capital
from seo_audit.rendering.labels import MET
from seo_audit.rendering.points import TO_DO_FIRST
from seo_audit.rendering.search_result import HEADING
from seo_audit.rule_support.languages import language_name


def _same(text: str) -> Message:
    return Message(fr=text, en=text)


def _language(code: str) -> Message:
    name = language_name(code)
    return Message(fr=capital(name.fr), en=capital(name.en))


WORDS: Mapping[str, Message] = {
    "name": _same("seo-audit"),
    "lead": Message(
        fr="Écrivez ou collez votre article : les constats apparaissent à mesure.",
        en="Write or paste your article: findings appear as you go.",
    ),
    "skip": Message(fr="Aller à l’article", en="Skip to the article"),
    "language": Message(fr="Langue de la page", en="Language of the page"),
    "article": Message(fr="Article", en="Article"),
    "article_hint": Message(
        fr="F8 : constat suivant. Maj+F8 : précédent. Alt+Entrée : corriger le constat courant.",
        en="F8: next finding. Shift+F8: the one before. Alt+Enter: fix the current finding.",
    ),
    "placeholder": Message(
        fr="# Le titre de l’article\n\nCollez ici depuis Word, Google Docs ou une page web, ou écrivez en Markdown.",
        en="# The article’s title\n\nPaste from Word, Google Docs or a web page here, or write in Markdown.",
    ),
    "format": Message(fr="Format", en="Format"),
    "markdown": _same("Markdown"),
    "html": _same("HTML"),
    "text": Message(fr="Texte brut", en="Plain text"),
    "open": Message(fr="Ouvrir un fichier…", en="Open a file…"),
    "copy": Message(fr="Copier", en="Copy"),
    "copy_markdown": Message(fr="Copier le texte", en="Copy the text"),
    "copy_html": Message(fr="Copier en HTML", en="Copy as HTML"),
    "download": Message(fr="Télécharger le rapport HTML", en="Download the HTML report"),
    "fix_all": Message(fr="Tout corriger (sûr)", en="Fix all that is safe"),
    "wanted": Message(
        fr="Ce que l’article doit être : expression clé, longueur, sujets…",
        en="What the article is to be: keyphrase, length, subjects…",
    ),
    "keyphrase": Message(fr="Expression clé", en="Keyphrase"),
    "secondary": Message(
        fr="Expressions secondaires, une par ligne", en="Secondary keyphrases, one a line"
    ),
    "must_mention": Message(
        fr="À mentionner, un sujet par ligne", en="To be mentioned, one a line"
    ),
    "text_language": Message(fr="Langue de l’article", en="Language of the article"),
    "any_language": Message(fr="Non précisée", en="Not said"),
    **{f"language_{code}": _language(code) for code in LANGUAGES},
    "minimum_words": Message(fr="Mots, au moins", en="Words, at least"),
    "maximum_words": Message(fr="Mots, au plus", en="Words, at most"),
    "minimum_subheadings": Message(fr="Intertitres, au moins", en="Subheadings, at least"),
    "source": Message(fr="Texte à réécrire", en="Text to be rewritten"),
    "source_hint": Message(
        fr="Les passages repris mot à mot sont montrés ; chiffres, dates et noms ajoutés ou perdus aussi.",
        en="What is taken over word for word is shown; figures, dates and names added or lost too.",
    ),
    "reference": Message(
        fr="Pages qui répondent à la même question", en="Pages that answer the same query"
    ),
    "reference_hint": Message(
        fr="Leur vocabulaire commun est comparé à celui de l’article, sans effet sur le score.",
        en="The words they share are compared with the article’s, without effect on the score.",
    ),
    "add_pages": Message(fr="Ajouter des pages…", en="Add pages…"),
    "remove": Message(fr="Retirer {name}", en="Remove {name}"),
    "open_brief": Message(fr="Ouvrir une commande…", en="Open a brief…"),
    "open_source": Message(fr="Ouvrir ce texte…", en="Open this text…"),
    "save_brief": Message(fr="Télécharger la commande", en="Download the brief"),
    "clear_brief": Message(fr="Vider", en="Clear"),
    "brief_opened": Message(fr="Commande ouverte : {name}.", en="Brief opened: {name}."),
    "asked_texts": Message(
        fr="La commande nomme des textes, que la page ne peut pas aller chercher ; ouvrez-les ici : {names}.",
        en="The brief names texts, which the page cannot fetch; open them here: {names}.",
    ),
    "brief_counts": Message(fr="({met} sur {count} respectées)", en="({met} of {count} met)"),
    "met": MET[True],
    "not_met": MET[False],
    "not_judged": MET[None],
    "here": Message(fr="ici {found}", en="here {found}"),
    "missing": Message(fr="manque : {names}", en="missing: {names}"),
    "copied_share": Message(
        fr="repris mot à mot : {share} %", en="taken over word for word: {share}%"
    ),
    "pages_read": Message(fr="Pages lues : {count}.", en="Pages read: {count}."),
    "below_least": Message(
        fr="Sous le minimum : ce maximum ne compte pas.",
        en="Under the least number: this one does not count.",
    ),
    "profile": Message(fr="Genre de texte", en="Kind of text"),
    "profile_article": Message(fr="Article", en="Article"),
    "profile_news": Message(fr="Actualité", en="News"),
    "profile_guide": Message(fr="Guide", en="Guide"),
    "profile_langage-clair": Message(fr="Langage clair", en="Plain language"),
    "results": Message(fr="Audit", en="Audit"),
    "score": Message(fr="Score", en="Score"),
    "score_of": Message(fr="{score} sur 100", en="{score} out of 100"),
    "no_score": Message(fr="Pas encore de score", en="No score yet"),
    "counts": Message(
        fr="Erreurs : {errors} · Avertissements : {warnings} · Informations : {infos} · Mots : {words}",
        en="Errors: {errors} · Warnings: {warnings} · Infos: {infos} · Words: {words}",
    ),
    "first": TO_DO_FIRST,
    "search": HEADING,
    "findings": Message(fr="Constats", en="Findings"),
    "none": Message(fr="Aucun constat.", en="No findings."),
    "empty": Message(fr="L’article est vide.", en="The article is empty."),
    "more": Message(fr="Et {count} autres constats.", en="And {count} more findings."),
    "show": Message(fr="Montrer", en="Show"),
    "fix": Message(fr="Corriger", en="Fix"),
    "suggest": Message(fr="Appliquer la suggestion", en="Apply the suggestion"),
    "why": Message(fr="Pourquoi", en="Why"),
    "error": Message(fr="Erreur", en="Error"),
    "warning": Message(fr="Avertissement", en="Warning"),
    "info": Message(fr="Information", en="Info"),
    "whole": Message(fr="L’article entier", en="The whole article"),
    "line": Message(fr="Ligne {line}", en="Line {line}"),
    "fixed": Message(fr="Corrections faites : {count}.", en="Fixes made: {count}."),
    "not_fixed": Message(
        fr="Cette correction ne peut pas être faite ici.", en="This fix cannot be made here."
    ),
    "copied": Message(fr="Copié.", en="Copied."),
    "pasted": Message(fr="Collé et mis en Markdown.", en="Pasted, as Markdown."),
    "opened": Message(fr="Ouvert : {name}.", en="Opened: {name}."),
    "too_large": Message(fr="Ce fichier est trop grand.", en="This file is too large."),
    "status": Message(
        fr="Score {score} sur 100. Erreurs : {errors}, avertissements : {warnings}, informations : {infos}.",
        en="Score {score} out of 100. Errors: {errors}, warnings: {warnings}, infos: {infos}.",
    ),
    "no_server": Message(
        fr="Le serveur ne répond plus : relancez « seo-audit serve ».",
        en="The server does not answer: start “seo-audit serve” again.",
    ),
    "no_token": Message(
        fr="Ouvrez la page par l’adresse entière que « seo-audit serve » a écrite, jusqu’à la fin après #.",
        en="Open the page by the whole address that “seo-audit serve” printed, up to its end after #.",
    ),
    "no_script": Message(fr="Cette page a besoin de JavaScript.", en="This page needs JavaScript."),
    "private": Message(
        fr="Rien ne quitte cette machine, rien n’y est écrit.",
        en="Nothing leaves this machine, nothing is written on it.",
    ),
}
