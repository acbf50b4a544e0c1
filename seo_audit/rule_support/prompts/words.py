"""What orders to writing assistants and their answers are made of: pieces of expressions, and verbs; French and English."""

START = r"(?:\A|(?<=[.!?:…»\"] )|(?<=[.!?:…»\"] [-–—•*] ))[^\w\s]{0,3} ?"
"""A sentence begins."""
LEAD = (
    r"(?:(?:s'il (?:te|vous) plaît|stp|svp|bonjour|salut|hello|hi|please|maintenant|ensuite|puis|d'abord|now|then|can you|"
    r"could you|peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|merci de|je (?:veux|voudrais|souhaite) que tu|i want you to|"
    r"i need you to|i would like you to|en tant qu(?:e |')[^,.!?\n]{2,60}"
    r"|(?:imagine que tu|adopte|reprends) [^.!?\n]{2,60}? (?:et|puis))[ ,:!]{1,3})?"
)
TEXT = (
    r"(?:articles?|textes?|contenus?|billets? de blog|posts?|paragraphes?|introductions?|conclusions?|fiches? produit"
    r"|communiqués?|dissertations?|(?:méta|meta)[- ]?(?:descriptions?|titres?))\b"
)
OTHER = r"(?:pages?|titres?|résumés?|synthèses?|plans?|intertitres|accroches?|newsletters?|guides?|listes?|faq|billets?|parties?|sections?|structures?|trames?)\b"
TEXT_EN = (
    r"(?:articles?|(?:blog )?posts?|blogs?|texts?|copy|content|headlines?|press releases?|product (?:page|description|sheet)s?"
    r"|meta (?:description|title)s?)\b"
)
OTHER_EN = r"(?:essays?|paragraphs?|intro(?:duction)?s?|conclusions?|outlines?|summar(?:y|ies)|newsletters?|titles?|descriptions?|faqs?)\b"
DETERMINER = r"(?:un|une|le|la|les|des|ce|cet|cette|ces|mon|ma|mes|notre|nos|chaque|\d{1,2}|deux|trois|cinq|dix)"
MEASURED = r"\b\d{2,5}(?: ?(?:à|-|et) ?\d{2,5})? ?(?:mots|words|caractères|characters|signes)\b"
ORDERED = (
    rf"{MEASURED}|\bseo\b|référencement|mots?[- ]clés?|\bkeywords?\b|\bhtml\b|\bmarkdown\b|\bh[1-4]\b|intertitres|sous-titres"
    r"|subheadings?|plagia|optimis|à la fin (?:de l'article|du texte)\b|\bde (?:ce texte|cet article)\b|for this article\b|pour (?:cet article|cette page|ce billet)\b|pour (?:mon|notre|un|le) (?:blog|site|client)\b|for (?:my|our|a) (?:blog|site|website|client)\b|\bpersona\b"
    r"|publics? (?:cible|visé)|target audience"
)
VERBS = (
    "écris",
    "réécris",
    "rédige",
    "génère",
    "crée",
    "produis",
    "propose",
    "compose",
    "traduis",
    "résume",
    "optimise",
    "reformule",
    "paraphrase",
    "corrige",
    "améliore",
    "développe",
    "raccourcis",
    "rallonge",
    "fais",
    "donne",
    "trouve",
    "ajoute",
    "rajoute",
    "inclus",
    "intègre",
    "ecris",
    "reecris",
    "redige",
    "genere",
)
VERBS_POLITE = (
    "rédige",
    "écrive",
    "réécrive",
    "génére",
    "crée",
    "produise",
    "propose",
    "compose",
    "reformule",
    "optimise",
    "traduise",
)
ADDRESSED = rf"(?:{'|'.join(VERBS)})"
POLITE = rf"(?:{'|'.join(VERBS_POLITE)})[zr]"
VERBS_EN = ("write", "create", "generate", "draft", "compose", "make", "produce", "give")
VERBS_AGAIN = (
    "rewrite",
    "re-write",
    "translate",
    "summarize",
    "summarise",
    "paraphrase",
    "rephrase",
    "improve",
    "optimize",
    "optimise",
    "proofread",
    "expand",
    "shorten",
)
"""Verbs of a text that is already there."""
MADE = (
    "article",
    "texte",
    "contenu",
    "billet",
    "post",
    "paragraph",
    "intro",
    "conclusion",
    "fiche",
    "communiqué",
    "dissertation",
    "méta",
    "meta",
    "page",
    "partie",
    "section",
    "structure",
    "trame",
    "titre",
    "résumé",
    "synthèse",
    "plan",
    "accroche",
    "newsletter",
    "guide",
    "liste",
    "faq",
    "passage",
)
MADE_EN = (
    "article",
    "post",
    "blog",
    "text",
    "copy",
    "content",
    "headline",
    "press release",
    "product",
    "meta ",
    "essay",
    "paragraph",
    "intro",
    "conclusion",
    "outline",
    "summar",
    "newsletter",
    "title",
    "description",
    "faq",
)
