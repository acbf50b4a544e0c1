"""What is ordered of a writing assistant: a part to play, a text made again, a style."""

from seo_audit.lazy import regex
from seo_audit.rule_support.prompts.kinds import Kind
from seo_audit.rule_support.prompts.words import (
    ADDRESSED,
    DETERMINER,
    LEAD,
    MADE,
    MEASURED,
    POLITE,
    START,
    TEXT,
)

_MISSION = Kind(
    regex(
        rf"{START}(?:tu es|vous êtes) (?:un|une) [^.?!\n]{{2,80}}[.:] ?(?:(?:ta|votre) (?:mission|tâche)|ton rôle|votre rôle) (?:est|sera|consiste)"
        r" (?:de |d'|à )(?:rédiger|écrire|réécrire|générer|créer|produire|reformuler|proposer)\b"
        rf"|{START}vous êtes (?:un|une) (?:[\w'-]+ ){{0,2}}?(?:rédact(?:eur|rice)|copywriter|journaliste|expert|experte|spécialiste)[^.?!\n]{{0,80}}\."
        rf" ?{POLITE}(?:-(?:moi|nous))? (?:{DETERMINER} |l')(?:[\w'-]+ ){{0,4}}?{TEXT}"
        r"|\byour (?:task|job|role|goal) is to (?:write|rewrite|create|generate|translate|summari[sz]e)\b"
    ),
    (("tu es", "vous êtes", "your "), ("mission", "tâche", "rôle", " is to ", *MADE)),
)  # fmt: skip
"""A part to play, and a text to make: no reader is given both."""

_REWORK = (
    r"(?:réécris|reformule|simplifie|continue|poursuis|traduis|résume|corrige|améliore|optimise|paraphrase|raccourcis|rallonge|allonge|humanise|retravaille|adapte|réécrivez|reformulez|paraphrasez"
    r"|(?:peux-tu|pourrais-tu|pouvez-vous|pourriez-vous) (?:me )?(?:réécrire|reformuler|simplifier|traduire|résumer|corriger|améliorer|raccourcir|rallonger))"
)

_REWRITING = Kind(
    regex(
        rf"{START}{LEAD}{_REWORK}(?:[- ]moi)? (?:ce|cet|cette|le|la|l'|mon|ma) ?(?:[\w'-]+ ){{0,2}}"
        r"(?:article|texte|paragraphe|contenu|passage) ?(?:suivante?|ci-dessous|ci-dessus|ci-joint|pour|en|sans|avec|afin|:|\.|,|!|\?|\Z)"
        rf"|{START}(?:{LEAD}(?:corrige|améliore|vérifie|change)|(?:peux-tu|pourrais-tu|pouvez-vous) (?:me )?corriger)\b[^.!?]{{1,60}} de (?:ce|cet|mon) (?:texte|article|paragraphe)\b"
        rf"|{START}{LEAD}(?:continue|poursuis|reprends|rédige|écris) la (?:rédaction|suite) (?:de (?:l'|cet )|du |de ce )(?:article|texte|contenu|billet)\b"
        rf"|{START}{LEAD}(?:structure|organise) (?:l'|le |cet |ce )(?:article|texte|contenu) (?:avec|en) (?:des )?(?:titres?|sous-titres|intertitres|h[1-4]|parties)\b"
        rf"|{START}{LEAD}(?:rends|rendez) (?:ce|cet|mon|le|l') ?(?:texte|article|paragraphe|contenu) plus\b"
        rf"|{START}{LEAD}(?:corrige|améliore|vérifie)\b[^.!?]{{1,60}} (?:du |de l')(?:texte|article|paragraphe)"
        r" (?:suivant|ci-dessous|ci-dessus|ci-joint)\b"
    ),
    (
        (
            "réécri", "reformul", "simplifi", "rallonge", "allonge", "humanise", "retravaille", "adapte", "change", "rédige la", "écris la", "structure", "organise", "résumer",
            "corriger", "améliorer", "raccourcir", "rallonger", "continue", "poursuis", "reprends", "tradui", "résume", "corrige", "améliore", "optimise", "paraphras",
            "raccourcis", "vérifie", "rends", "rendez",
        ),
        ("article", "texte", "paragraphe", "contenu", "passage", "billet"),
    ),
)  # fmt: skip

_COMMAND = Kind(
    regex(
        rf"{START}(?:je (?:veux|voudrais)|j'ai besoin d'|il me faut) ?une? (?:article|texte|contenu|paragraphe) (?:de|d'environ) {MEASURED}"
        rf"|{START}voici (?:le|un|mon|l') ?(?:texte|article|paragraphe|contenu) à (?:réécrire|reformuler|paraphraser|optimiser|améliorer)\b"
        rf"|{START}{LEAD}(?:réponds|répondez) (?:uniquement|seulement) (?:avec|par|en) (?:le |l'|du |un )?(?:texte|article|contenu|html|markdown|json)\b"
        rf"|{START}(?:ignore[sz]?|oublie[sz]?) (?:toutes )?(?:les|tes|vos) instructions (?:précédentes|ci-dessus)\b"
        rf"|{START}(?:ignore|disregard|forget) (?:all )?(?:the |your |my )?(?:previous|prior|above) instructions\b"
        rf"|{START}{LEAD}(?:write|answer|reply|respond) (?:only )?in (?:french|english)\b"
        rf"|{START}(?:tu es|you are) (?:chatgpt|gpt-?\d\w*)\b"
    ),
    ((
            "je veux", "je voudrais", "j'ai besoin d'", "il me faut", "à réécrire", "à reformuler", "à paraphraser", "à optimiser", "à améliorer",
            "réponds", "répondez", " instructions", " in french", " in english", "tu es chatgpt", "tu es gpt", "you are chatgpt", "you are gpt",
        ),),
)  # fmt: skip
"""What else is asked of a machine, about a text that is there or is to be."""

_LENGTH = r"(?:longueur|length|word count|nombre de mots) ?: ?(?:environ |about |around |approximately )?\d[\d ]{0,5}(?: ?[àto–-]{1,2} ?\d[\d ]{0,5})?(?:mots|words)\b"

_MANNER = r"\b(?:ton|tone|style|public|cible|audience|langue|language|mots?[- ]clés?|keywords?)(?: [\w ]{1,15})? ?: "

_BRIEF = Kind(
    regex(
        r"\A\W{0,3}(?:prompts?|consignes?|instructions?|demande|requête|(?:ta )?(?:tâche|mission)) ?: ?(?:rédiger|écrire|réécrire|générer|créer|produire|proposer)"
        rf" (?:{DETERMINER} |l')(?:[\w'-]+ ){{0,3}}?(?:articles?|billets?|contenus?|fiches? produit|textes? (?:optimis|seo|web))"
        rf"|\A\W{{0,3}}{_LENGTH}\W*\Z|\A\W{{0,3}}(?:nombre de mots|word count) ?: ?\d[\d ]{{1,4}}\Z"
        rf"|{_MANNER}[^:\n]{{2,80}}?\b{_LENGTH}|\b{_LENGTH}[^:\n]{{0,40}}?{_MANNER}"
    ),
    ((
            "prompt", "consigne", "instruction", "demande :", "demande:", "requête :", "requête:", "tâche :", "tâche:", "mission :", "mission:", "longueur :", "longueur:",
            "length :", "length:", "word count", "nombre de mots",
        ),),
)  # fmt: skip
"""A text is ordered in a sheet: « Ton : chaleureux. Longueur : 800 mots. »."""

_STYLE = Kind(
    regex(
        rf"{START}{LEAD}(?:n'utilise|n'emploie|n'ajoute|n'inclus|ne mets) pas (?:de |d')(?:listes? à puces|puces|emojis?|markdown|intertitres"
        r"|sous-titres|introduction|conclusion|balises)\b"
        rf"|{START}{LEAD}(?:fais en sorte|veille à ce) que (?:le texte|l'article|le contenu) (?:soit|ne|fasse|contienne)\b"
        rf"|{START}{LEAD}évite (?:tout |le )plagiat\b|{START}{LEAD}mets en (?:gras|évidence) les mots[- ]clés?\b"
        rf"|{START}{LEAD}(?:écris|rédige) comme un (?:humain|expert|journaliste|professionnel)\b|{START}{LEAD}ne dépasse pas (?:les )?{MEASURED}"
        rf"|{START}{LEAD}(?:utilise|intègre|insère|inclus|place|répète|emploie|mentionne) [^.!?\n]{{0,60}}?\bles? mots?[- ]clés?"
        r"(?: (?:principa(?:l|ux)|secondaires?|suivants?)\b| ?(?=[«\"“:]))"
    ),
    (
        (
            "n'utilise pas", "n'emploie pas", "n'ajoute pas", "n'inclus pas", "ne mets pas", "ne dépasse pas", "fais en sorte", "veille à ce",
            "plagiat", "mets en", "comme un", "mot clé", "mots clé", "mot-clé", "mots-clé",
        ),
        (
            "puces", "emoji", "markdown", "titre", "introduction", "conclusion", "balises", "texte", "article", "contenu", "plagiat", "clé", "écris",
            "rédige", "mots", "words", "caractères", "characters", "signes",
        ),
    ),
)  # fmt: skip
"""How a text is to be written, said to who writes it."""

_ROLE = Kind(
    regex(
        rf"{START}(?:tu es|tu seras|agis|agis-toi|comporte-toi|imagine que tu es|mets-toi (?:à|dans) la (?:place|peau)|act(?= )|you are"
        r"|imagine you are|pretend to be)\b(?: maintenant| désormais| now)?"
        r"(?: (?:comme|en tant que?|as|d'))? ?(?:un|une|an?|the|le|la|l')? ?(?:[\w'-]+ ){0,4}?"
        r"(?:rédact(?:eur|rice)s?|copywriters?|journaliste (?:web|spécialis\w+|expériment\w+|professionnel\w*)|assistant (?:de rédaction|ia|virtuel)"
        r"|ghostwriter|(?:content|blog|web|seo|article) ?writers?|writing assistant|helpful assistant"
        r"|(?:expert|spécialiste|consultant|consultante|experte|specialist)(?:e|s)? (?:en |du |de la |de |in )?"
        r"(?:seo|référencement|rédaction|content|copywriting|marketing de contenu|rédaction web))\b"
        rf"|{START}(?:agis|agis-toi|comporte-toi|réponds) (?:comme|en tant que?) (?:une? )?(?:experte?|spécialiste|journaliste|consultante?|rédact(?:eur|rice)"
        r"|blogueu(?:r|se)|copywriter)\b"
        rf"|{START}joue le rôle d'une? (?:experte?|spécialiste|journaliste|consultante?|rédact(?:eur|rice)|copywriter)\b"
        rf"|{START}tu es un assistant (?:spécialisé|utile|intelligent|expert|qui (?:rédige|écrit))\b"
        rf"|{START}act as an? (?:[\w'-]+ ){{1,5}}?(?:and|to) (?:write|create|draft|generate|rewrite)\b"
        rf"|\A[^\w\s]{{0,3}} ?tu es une? (?:[\w'-]+ ){{0,2}}?(?:experte?|spécialiste|consultante?) (?:en|dans|d[eu]s?|d')\b ?[^.?!:\n]{{2,80}}\. ?(?:\Z|{LEAD}{ADDRESSED}\b)"
        rf"|\A[^\w\s]{{0,3}} ?you are an? (?:[\w'-]+ ){{0,3}}?(?:expert|specialist)\b[^.?!\n]{{0,60}}\."
    ),
    (
        (
            "rédact", "copywriter", "journaliste", "assistant", "ghostwriter", "writer", "seo", "référencement", "content", "copywriting", "contenu",
            "expert", "spécialiste", "consultant", "blogueu", "act as a", "specialist",
        ),
        (
            "tu es", "tu seras", "agis", "comporte-toi", "imagine que tu", "imagine you", "mets-toi", "act ", "you are", "pretend to be", "joue le rôle", "réponds ",
        ),
    ),
)  # fmt: skip

STYLE_IN_ENGLISH = Kind(
    regex(
        rf"{START}{LEAD}(?:(?:do not|don't|avoid) (?:us|includ|add)(?:e|ing)? (?:any )?(?:bullet points|bullets|markdown|emojis?|(?:sub)?headings|hashtags"
        r"|an introduction|a conclusion)"
        r"|make (?:it|this|the (?:text|article)) (?:sound )?(?:more|less) (?:human|natural|engaging|conversational|robotic|readable|seo)"
        r"|(?:use|include|incorporate|integrate|add) (?:the |these |this )?(?:(?:main|target|primary|following|focus|secondary|relevant) ){0,2}keywords?"
        r"|(?:use|keep|adopt|maintain) an? (?:[\w'-]+ ){0,3}?(?:tone|style)|use (?:short sentences|(?:sub)?headings|bullet points|h[1-4]|simple language)"
        r"|include an? (?:[\w'-]+ ){0,2}?(?:introduction|conclusion|faq|call to action|meta description)"
        r"|(?:make sure|ensure)(?: that)? (?:the )?(?:text|article|content|it) (?:is|has|does)|avoid (?:plagiarism|jargon|repetitions?|fluff)"
        rf"|keep (?:it|the (?:text|article|tone)) (?:under|around|short|concise|simple|formal|friendly)|write (?:about )?{MEASURED}"
        r"|continue (?:writing )?the (?:article|text)|write the (?:next (?:section|part|paragraph)|conclusion|introduction)"
        r"|(?:i want you to|pretend to|you will) (?:act as|write|be) an?"
        r"|the (?:article|text|content|blog post|tone) (?:should|must) be)\b"
        r"|\Atarget audience ?:"
        rf"|{START}(?:can|could) you (?:please )?(?:rewrite|rephrase|shorten|make|translate|summari[sz]e|expand|improve|proofread) (?:this|the|my) (?:text|article|paragraph|post)\b"
    ),
    ((
            "do not ", "don't ", "avoid ", "make it", "make this", "make the", "make sure", "use ", "include ", "incorporate ", "integrate ", "add ",
            "keep ", "adopt ", "maintain ", "ensure ", "write ", "continue ", "can you", "could you", "want you to", "you will", "pretend to", " should be",
            " must be", "target audience",
        ),),
)  # fmt: skip
"""The same in English; in an English text it may be said to readers who write."""

FOR_SEARCH = Kind(
    regex(
        r"\A\W{0,3}(?:(?:méta|meta)[- ]?(?:descriptions?|titres?|titles?)|balise (?:title|titre)|title tag|titre seo|seo title"
        r"|mots?[- ]clés? (?:principa(?:l|ux)|secondaires?|cibl(?:es?|ée?s?))|(?:main|focus|primary|secondary|target) keywords?|requête principale)"
        r"(?: \([^()\n]{1,40}\))? ?: ?\S"
        rf"|{START}(?:inclure|intégrer|insérer|utiliser|placer|répéter) (?:[\w'-]+ ){{0,2}}?les? mots?[- ]clés? (?:principa(?:l|ux)|secondaires?|suivants?)\b"
        rf"|{START}(?:l'|le |ce |cet )(?:article|texte|contenu) (?:doit|devra) [^.!?\n]{{0,80}}?\boptimisé (?:pour le |pour les )?(?:seo|référencement|moteurs)"
    ),
    (
        (
            "description", "meta titre", "meta-titre", "méta titre", "méta-titre", "tatitre", "meta title", "meta-title", "méta title", "méta-title", "tatitle", "titre seo",
            "seo title", "balise title", "balise titre", "title tag", "mot clé", "mots clé", "mot-clé", "mots-clé", "keyword", "requête principale",
            "optimisé ",
        ),
    ),
)  # fmt: skip
"""What is asked of a text to be found, and what came with it: who writes on search engines says the same to readers."""

ORDERS = (_MISSION, _REWRITING, _COMMAND, _BRIEF, _STYLE, _ROLE)
