"""What the HTML report says of search results, share cards, the outline and the keyphrase."""

from collections.abc import Mapping

from seo_audit.message import Message
from seo_audit.rendering.search_result import HEADING, NO_TITLE

WORDS: Mapping[str, Message] = {
    # -- search result and social card
    "search": HEADING,
    "search_hint": Message(
        fr="Aperçu : Google peut récrire le titre et choisir un autre extrait.",
        en="A preview: Google may rewrite the title and choose another snippet.",
    ),
    "desktop": Message(fr="Ordinateur", en="Desktop"),
    "mobile": Message(fr="Mobile", en="Mobile"),
    "missing_title": NO_TITLE,
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
}  # fmt: skip
