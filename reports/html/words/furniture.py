"""Why a part of a page was left out, as a reader says it."""

from collections.abc import Mapping

from seo_audit.message import Message

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
    "repeated": Message(fr="déjà lu plus haut", en="said before"),
    "search": Message(fr="recherche", en="search"),
    "share": Message(fr="boutons de partage", en="share buttons"),
    "teaser": Message(fr="annonce d’autres articles", en="teasers"),
    "tools": Message(fr="outils de la page", en="page tools"),
}
"""Reasons a parser gives, as a reader says them; another one is shown as it is."""
