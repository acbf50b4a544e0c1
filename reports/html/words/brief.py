"""What the HTML report says of a brief."""

from collections.abc import Mapping

from seo_audit.message import Message
from seo_audit.rendering.labels import MET

WORDS: Mapping[str, Message] = {
    "brief": Message(fr="Commande", en="Brief"),
    "brief_met": Message(fr="La commande est remplie.", en="The brief is met."),
    "brief_not_met": Message(fr="La commande n’est pas remplie.", en="The brief is not met."),
    "brief_key": Message(fr="Demande", en="Demand"),
    "brief_asked": Message(fr="Demandé", en="Asked"),
    "brief_found": Message(fr="Trouvé", en="Found"),
    "brief_result": Message(fr="Résultat", en="Result"),
    "brief_yes": MET[True],
    "brief_no": MET[False],
    "brief_unknown": MET[None],
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
}  # fmt: skip
