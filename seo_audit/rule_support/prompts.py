"""What authors ask of a writing assistant, and what it answers, in whatever words; French and English.

Places are indices into texts made `plain` (`word_lists.plain`). Nothing here says who wrote a text: only what was
never meant for its readers.
"""

import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from seo_audit.lazy import regex

_START = r"(?:\A|(?<=[.!?:…»\"] )|(?<=[.!?:…»\"] [-–—•*] ))[^\w\s]{0,3} ?"
"""A sentence begins."""
_LEAD = (
    r"(?:(?:s'il (?:te|vous) plaît|stp|svp|bonjour|salut|hello|hi|please|maintenant|ensuite|puis|d'abord|now|then|can you|"
    r"could you|peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|merci de|je (?:veux|voudrais|souhaite) que tu|i want you to|"
    r"i need you to|i would like you to|en tant qu(?:e |')[^,.!?\n]{2,60}"
    r"|(?:imagine que tu|adopte|reprends) [^.!?\n]{2,60}? (?:et|puis))[ ,:!]{1,3})?"
)

# what is written: nouns that say so by themselves, and others
_TEXT = (
    r"(?:articles?|textes?|contenus?|billets? de blog|posts?|paragraphes?|introductions?|conclusions?|fiches? produit"
    r"|communiqués?|dissertations?|(?:méta|meta)[- ]?(?:descriptions?|titres?))\b"
)
_OTHER = r"(?:pages?|titres?|résumés?|synthèses?|plans?|intertitres|accroches?|newsletters?|guides?|listes?|faq|billets?|parties?|sections?|structures?|trames?)\b"
_TEXT_EN = (
    r"(?:articles?|(?:blog )?posts?|blogs?|texts?|copy|content|headlines?|press releases?|product (?:page|description|sheet)s?"
    r"|meta (?:description|title)s?)\b"
)
_OTHER_EN = r"(?:essays?|paragraphs?|intro(?:duction)?s?|conclusions?|outlines?|summar(?:y|ies)|newsletters?|titles?|descriptions?|faqs?)\b"
_DETERMINER = r"(?:un|une|le|la|les|des|ce|cet|cette|ces|mon|ma|mes|notre|nos|chaque|\d{1,2}|deux|trois|cinq|dix)"
_MEASURED = r"\b\d{2,5}(?: ?(?:à|-|et) ?\d{2,5})? ?(?:mots|words|caractères|characters|signes)\b"
_ORDERED = (
    rf"{_MEASURED}|\bseo\b|référencement|mots?[- ]clés?|\bkeywords?\b|\bhtml\b|\bmarkdown\b|\bh[1-4]\b|intertitres|sous-titres"
    r"|subheadings?|plagia|optimis|à la fin (?:de l'article|du texte)\b|\bde (?:ce texte|cet article)\b|for this article\b|pour (?:cet article|cette page|ce billet)\b|pour (?:mon|notre|un|le) (?:blog|site|client)\b|for (?:my|our|a) (?:blog|site|website|client)\b|\bpersona\b"
    r"|publics? (?:cible|visé)|target audience"
)
_ASKED = regex(_ORDERED)
_WANTED = regex(
    rf"{_ORDERED}|\b(?:avec|d'|sur|adopte\w*|utilise\w*|dans|in|use|with) (?:un|a|an) (?:\w+ )?(?:ton|style|tone)\b|\bau ton\b|\bton :|en (?:français|anglais)\b"
    r"|\bin (?:french|english)\b|à la première personne|sans (?:jargon|répétitions?|fautes?)"
    r"|\b(?:accroch|captiv|engage|percut)(?:euse|ante|ant|eur)s?\b"
)
"""What an order says of the text wanted: what nothing else says, and more."""
_VERBS = (
    "écris", "réécris", "rédige", "génère", "crée", "produis", "propose", "compose", "traduis", "résume", "optimise", "reformule", "paraphrase",
    "corrige", "améliore", "développe", "raccourcis", "rallonge", "fais", "donne", "trouve", "ajoute", "rajoute", "inclus", "intègre", "ecris", "reecris", "redige", "genere",
)  # fmt: skip
_VERBS_POLITE = ("rédige", "écrive", "réécrive", "génére", "crée", "produise", "propose", "compose", "reformule", "optimise", "traduise")  # fmt: skip
_WRITING = regex(r"\b(?:r?[ée]{1,2}cri(?:s|re|ves)|r[ée]dige|g[ée]n[èée]r|crée|produis|compose)")
"""Who asks that of somebody for himself (« écris-moi un article ») asks no reader."""
_ABOUT = regex(
    r"(?:article|billet|post|contenu|introduction|conclusion|paragraphe|fiche produit|communiqué)s?(?: de blog| web| complet| détaillé| optimisé| unique){0,2}"
    r" (?:sur|au sujet d|à propos d|concernant)\b(?! (?:t(?:a|on|es)|v(?:otre|os)|une? (?:feuille|page|papier|carnet|cahier|mur|tableau))\b)"
)
"""Nor who says on what; a teacher asks for a text on his pupils' holidays."""
_ADDRESSED = rf"(?:{'|'.join(_VERBS)})"
_POLITE = rf"(?:{'|'.join(_VERBS_POLITE)})[zr]"
_REWORK = (
    r"(?:réécris|reformule|simplifie|continue|poursuis|traduis|résume|corrige|améliore|optimise|paraphrase|raccourcis|rallonge|allonge|humanise|retravaille|adapte|réécrivez|reformulez|paraphrasez"
    r"|(?:peux-tu|pourrais-tu|pouvez-vous|pourriez-vous) (?:me )?(?:réécrire|reformuler|simplifier|traduire|résumer|corriger|améliorer|raccourcir|rallonger))"
)

_TO_YOU = (
    r"(?:(?:peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|merci de|tu dois|tu vas|j'aimerais que tu|je (?:veux|voudrais|souhaite) que tu)"
    r"(?: me| m'| nous)? ?(?:rédig|écri|réécri|génér|cré|produi|propos|compos|reformul|optimis|tradui|résum|fai|donn)\w+)"
)
_ORDER = regex(
    rf"{_START}(?:{_LEAD}{_ADDRESSED}(?P<me>[- ](?:moi|nous|lui))?|{_TO_YOU})(?: maintenant| ensuite| aussi| également| enfin)?"
    rf" (?:{_DETERMINER} |l')(?:[\w'-]+ ){{0,4}}?(?:[ld]')?(?:(?P<text>{_TEXT})|{_OTHER})"
)
_POLITE_ORDER = regex(
    rf"\A[^\w\s]{{0,3}} ?{_LEAD}{_POLITE}(?:-(?:moi|nous))? (?:{_DETERMINER} |l')(?:[\w'-]+ ){{0,4}}?(?:{_TEXT}|{_OTHER})"
)
_REWRITING = regex(
    rf"{_START}{_LEAD}{_REWORK}(?:[- ]moi)? (?:ce|cet|cette|le|la|l'|mon|ma) ?(?:[\w'-]+ ){{0,2}}"
    r"(?:article|texte|paragraphe|contenu|passage) ?(?:suivante?|ci-dessous|ci-dessus|ci-joint|pour|en|sans|avec|afin|:|\.|,|!|\?|\Z)"
    rf"|{_START}(?:{_LEAD}(?:corrige|améliore|vérifie|change)|(?:peux-tu|pourrais-tu|pouvez-vous) (?:me )?corriger)\b[^.!?]{{1,60}} de (?:ce|cet|mon) (?:texte|article|paragraphe)\b"
    rf"|{_START}{_LEAD}(?:continue|poursuis|reprends|rédige|écris) la (?:rédaction|suite) (?:de (?:l'|cet )|du |de ce )(?:article|texte|contenu|billet)\b"
    rf"|{_START}{_LEAD}(?:structure|organise) (?:l'|le |cet |ce )(?:article|texte|contenu) (?:avec|en) (?:des )?(?:titres?|sous-titres|intertitres|h[1-4]|parties)\b"
    rf"|{_START}{_LEAD}(?:rends|rendez) (?:ce|cet|mon|le|l') ?(?:texte|article|paragraphe|contenu) plus\b"
    rf"|{_START}{_LEAD}(?:corrige|améliore|vérifie)\b[^.!?]{{1,60}} (?:du |de l')(?:texte|article|paragraphe)"
    r" (?:suivant|ci-dessous|ci-dessus|ci-joint)\b"
)
_LENGTH = r"(?:longueur|length|word count|nombre de mots) ?: ?(?:environ |about |around |approximately )?\d[\d ]{0,5}(?: ?[àto–-]{1,2} ?\d[\d ]{0,5})?(?:mots|words)\b"
_MANNER = r"\b(?:ton|tone|style|public|cible|audience|langue|language|mots?[- ]clés?|keywords?)(?: [\w ]{1,15})? ?: "
_COMMAND = regex(
    rf"{_START}(?:je (?:veux|voudrais)|j'ai besoin d'|il me faut) ?une? (?:article|texte|contenu|paragraphe) (?:de|d'environ) {_MEASURED}"
    rf"|{_START}voici (?:le|un|mon|l') ?(?:texte|article|paragraphe|contenu) à (?:réécrire|reformuler|paraphraser|optimiser|améliorer)\b"
    rf"|{_START}{_LEAD}(?:réponds|répondez) (?:uniquement|seulement) (?:avec|par|en) (?:le |l'|du |un )?(?:texte|article|contenu|html|markdown|json)\b"
    rf"|{_START}(?:ignore[sz]?|oublie[sz]?) (?:toutes )?(?:les|tes|vos) instructions (?:précédentes|ci-dessus)\b"
    rf"|{_START}(?:ignore|disregard|forget) (?:all )?(?:the |your |my )?(?:previous|prior|above) instructions\b"
    rf"|{_START}{_LEAD}(?:write|answer|reply|respond) (?:only )?in (?:french|english)\b"
    rf"|{_START}(?:tu es|you are) (?:chatgpt|gpt-?\d\w*)\b"
)
"""What else is asked of a machine, about a text that is there or is to be."""
_BRIEF = regex(
    r"\A\W{0,3}(?:prompts?|consignes?|instructions?|demande|requête|(?:ta )?(?:tâche|mission)) ?: ?(?:rédiger|écrire|réécrire|générer|créer|produire|proposer)"
    rf" (?:{_DETERMINER} |l')(?:[\w'-]+ ){{0,3}}?(?:articles?|billets?|contenus?|fiches? produit|textes? (?:optimis|seo|web))"
    rf"|\A\W{{0,3}}{_LENGTH}\W*\Z|\A\W{{0,3}}(?:nombre de mots|word count) ?: ?\d[\d ]*\Z"
    rf"|{_MANNER}[^:\n]{{2,80}}?\b{_LENGTH}|\b{_LENGTH}[^:\n]{{0,40}}?{_MANNER}"
)
"""A text is ordered in a sheet: « Ton : chaleureux. Longueur : 800 mots. »."""
_STYLE = regex(
    rf"{_START}{_LEAD}(?:n'utilise|n'emploie|n'ajoute|n'inclus|ne mets) pas (?:de |d')(?:listes? à puces|puces|emojis?|markdown|intertitres"
    r"|sous-titres|introduction|conclusion|balises)\b"
    rf"|{_START}{_LEAD}(?:fais en sorte|veille à ce) que (?:le texte|l'article|le contenu) (?:soit|ne|fasse|contienne)\b"
    rf"|{_START}{_LEAD}évite (?:tout |le )plagiat\b|{_START}{_LEAD}mets en (?:gras|évidence) les mots[- ]clés?\b"
    rf"|{_START}{_LEAD}(?:écris|rédige) comme un (?:humain|expert|journaliste|professionnel)\b|{_START}{_LEAD}ne dépasse pas (?:les )?{_MEASURED}"
    rf"|{_START}{_LEAD}(?:utilise|intègre|insère|inclus|place|répète|emploie|mentionne) [^.!?\n]{{0,60}}?\bles? mots?[- ]clés?"
    r"(?: (?:principa(?:l|ux)|secondaires?|suivants?)\b| ?(?=[«\"“:]))"
)
"""How a text is to be written, said to who writes it."""
_STYLE_EN = regex(
    rf"{_START}{_LEAD}(?:(?:do not|don't|avoid) (?:us|includ|add)(?:e|ing)? (?:any )?(?:bullet points|bullets|markdown|emojis?|(?:sub)?headings|hashtags"
    r"|an introduction|a conclusion)"
    r"|make (?:it|this|the (?:text|article)) (?:sound )?(?:more|less) (?:human|natural|engaging|conversational|robotic|readable|seo)"
    r"|(?:use|include|incorporate|integrate|add) (?:the |these |this )?(?:(?:main|target|primary|following|focus|secondary|relevant) ){0,2}keywords?"
    r"|(?:use|keep|adopt|maintain) an? (?:[\w'-]+ ){0,3}?(?:tone|style)|use (?:short sentences|(?:sub)?headings|bullet points|h[1-4]|simple language)"
    r"|include an? (?:[\w'-]+ ){0,2}?(?:introduction|conclusion|faq|call to action|meta description)"
    r"|(?:make sure|ensure)(?: that)? (?:the )?(?:text|article|content|it) (?:is|has|does)|avoid (?:plagiarism|jargon|repetitions?|fluff)"
    rf"|keep (?:it|the (?:text|article|tone)) (?:under|around|short|concise|simple|formal|friendly)|write (?:about )?{_MEASURED}"
    r"|continue (?:writing )?the (?:article|text)|write the (?:next (?:section|part|paragraph)|conclusion|introduction)"
    r"|(?:i want you to|pretend to|you will) (?:act as|write|be) an?"
    r"|the (?:article|text|content|blog post|tone) (?:should|must) be)\b"
    r"|\Atarget audience ?:"
    rf"|{_START}(?:can|could) you (?:please )?(?:rewrite|rephrase|shorten|make|translate|summari[sz]e|expand|improve|proofread) (?:this|the|my) (?:text|article|paragraph|post)\b"
)
"""The same in English; in an English text it may be said to readers who write."""
_VERBS_EN = ("write", "create", "generate", "draft", "compose", "make", "produce", "give")
_STEPS = ("create", "generate", "make", "produce", "give", "translate")
"""Verbs of manuals, too: « Create a new article », « Translate the content »."""
_VERBS_AGAIN = (
    "rewrite", "re-write", "translate", "summarize", "summarise", "paraphrase", "rephrase", "improve", "optimize", "optimise", "proofread", "expand",
    "shorten",
)  # fmt: skip
"""Verbs of a text that is already there."""
_ENGLISH_ORDER = regex(
    rf"{_START}{_LEAD}(?:(?P<again>{'|'.join(_VERBS_AGAIN)})|{'|'.join(_VERBS_EN)})(?: me| us)?"
    rf" (?:an?|(?P<known>the)|this|that|my|our|these|\d{{1,2}}) (?:[\w'-]+ ){{0,5}}?(?:(?P<text>{_TEXT_EN})|{_OTHER_EN})"
)
_OF_A_TEXT = regex(
    r"\babout\b|\b(?:catchy|engaging|compelling|unique|original|high-quality|detailed|comprehensive|informative|persuasive|friendly)\b"
    r"|\b(?:in|into|to) (?:plain |correct |good )?(?:french|english|spanish|german|italian|portuguese)\b|\b(?:following|below|above)\b"
)
"""What a step of a manual does not say of the text that is made."""
_ROLE = regex(
    rf"{_START}(?:tu es|tu seras|agis|agis-toi|comporte-toi|imagine que tu es|mets-toi (?:à|dans) la (?:place|peau)|act(?= )|you are"
    r"|imagine you are|pretend to be)\b(?: maintenant| désormais| now)?"
    r"(?: (?:comme|en tant que?|as|d'))? ?(?:un|une|an?|the|le|la|l')? ?(?:[\w'-]+ ){0,4}?"
    r"(?:rédact(?:eur|rice)s?|copywriters?|journaliste (?:web|spécialis\w+|expériment\w+|professionnel\w*)|assistant (?:de rédaction|ia|virtuel)"
    r"|ghostwriter|(?:content|blog|web|seo|article) ?writers?|writing assistant|helpful assistant"
    r"|(?:expert|spécialiste|consultant|consultante|experte|specialist)(?:e|s)? (?:en |du |de la |de |in )?"
    r"(?:seo|référencement|rédaction|content|copywriting|marketing de contenu|rédaction web))\b"
    rf"|{_START}(?:agis|agis-toi|comporte-toi|réponds) (?:comme|en tant que?) (?:une? )?(?:experte?|spécialiste|journaliste|consultante?|rédact(?:eur|rice)"
    r"|blogueu(?:r|se)|copywriter)\b"
    rf"|{_START}joue le rôle d'une? (?:experte?|spécialiste|journaliste|consultante?|rédact(?:eur|rice)|copywriter)\b"
    rf"|{_START}tu es un assistant (?:spécialisé|utile|intelligent|expert|qui (?:rédige|écrit))\b"
    rf"|{_START}act as an? (?:[\w'-]+ ){{1,5}}?(?:and|to) (?:write|create|draft|generate|rewrite)\b"
    rf"|\A[^\w\s]{{0,3}} ?tu es une? (?:[\w'-]+ ){{0,2}}?(?:experte?|spécialiste|consultante?) (?:en|dans|d[eu]s?|d')\b ?[^.?!:\n]{{2,80}}\. ?(?:\Z|{_LEAD}{_ADDRESSED}\b)"
    rf"|\A[^\w\s]{{0,3}} ?you are an? (?:[\w'-]+ ){{0,3}}?(?:expert|specialist)\b[^.?!\n]{{0,60}}\."
)

_MISSION = regex(
    rf"{_START}(?:tu es|vous êtes) (?:un|une) [^.?!\n]{{2,80}}[.:] ?(?:(?:ta|votre) (?:mission|tâche)|ton rôle|votre rôle) (?:est|sera|consiste)"
    r" (?:de |d'|à )(?:rédiger|écrire|réécrire|générer|créer|produire|reformuler|proposer)\b"
    rf"|{_START}vous êtes (?:un|une) (?:[\w'-]+ ){{0,2}}?(?:rédact(?:eur|rice)|copywriter|journaliste|expert|experte|spécialiste)[^.?!\n]{{0,80}}\."
    rf" ?{_POLITE}(?:-(?:moi|nous))? (?:{_DETERMINER} |l')(?:[\w'-]+ ){{0,4}}?{_TEXT}"
    r"|\byour (?:task|job|role|goal) is to (?:write|rewrite|create|generate|translate|summari[sz]e)\b"
)
"""A part to play, and a text to make: no reader is given both."""

_ANSWER = regex(
    rf"{_START}(?:(?:oui|yes),? )?(?:bien sûr|certainement|absolument|avec plaisir|d'accord|très bien|parfait|entendu|volontiers|sure|certainly"
    r"|of course|absolutely|great|got it|ok|okay|merci pour [^.!?\n]{3,30}|thank(?:s| you) for (?:the|your) [a-z]{3,20})(?: thing)? ?[!,.:…-]{1,3} ?"
    r"(?:voici|je vous propose|je te propose|here(?: is|'s| are)|below is) (?:[\w'-]+ ){0,4}?(?:[ld]')?"
    rf"(?:{_TEXT}|{_TEXT_EN}|{_OTHER_EN}|(?:proposition|suggestion|version|traduction|réécriture|reformulation|draft|résumé|translation|rewrite|revision)s?\b)[^.!?]{{0,80}}"
)
_HERE_IS = regex(
    rf"{_START}voici (?:donc )?(?:un|une|le|la|l'|votre|ton|ma|mon|des|quelques) ?(?:(?:nouvelle|nouvel|nouveau|courte?|brève?) )?"
    r"(?:(?:exemple|ébauche|brouillon) (?:de |d'))?"
    r"(?:article|texte|version|proposition|introduction|paragraphe|billet|résumé|contenu|traduction|réécriture|reformulation"
    r"|conclusion|(?:méta|meta)[- ]?description|titre)s?(?: (?:d'article|de (?:texte|titre|l'article|votre|ton|blog)\w*|du texte))?"
    rf" ?(?:\(?(?:de|d'environ|d'à peu près|en) {_MEASURED}|(?:réécri|reformul|réorganis|traduit|corrigé|demandé|retravaillé|paraphrasé|amélioré|remanié)\w*+"
    # a lesson gives versions « qui passent » as well
    r"(?! ?,? (?:qui|où|dont)\b)|(?:[\w'-]+ ){0,5}?pour (?:votre|ton) (?:article|texte|billet|page)\b|optimisée? (?:pour le |pour )?(?:seo|référencement|mots?[- ]clés?)|que (?:vous avez|tu as) demandée?)"
)
_DRAFT = regex(
    rf"{_START}voici (?:une? (?:ébauche|brouillon) (?:de |d')(?:article|texte|introduction|billet|plan)|(?:quelques|des|\d{{1,2}}|trois|cinq|dix)"
    r" (?:(?:suggestions|propositions|idées) de (?:titres?|accroches?|(?:méta|meta)[- ]?descriptions?)|titres? accrocheurs? ?(?:pour|:)))"
    rf"|{_START}j'ai (?:reformulé|réécrit|retravaillé|raccourci|optimisé|rédigé|écrit) (?:(?:le|votre|ton|ce) texte pour\b|(?:un|l'|votre |ton |cet )"
    rf" ?(?:article|texte) (?:pour le rendre|(?:de|d'environ) {_MEASURED}))"
    r"|\b(?:cet article|ce texte|cette version) [^.!?\n]{0,60}\b(?:respecte|suit|répond à) (?:vos|tes|toutes vos|toutes tes) (?:consignes|instructions|critères|exigences)"
    r"|\A\W{0,3}(?:(?:texte|version|article|paragraphe) (?:reformulée?|réécrite?)|texte traduit|(?:translated|revised|rewritten|rephrased) (?:text|version|article)) ?:"
    rf"|{_START}here(?: is|'s) (?:an?|the) (?:draft of|possible|suggested|sample|first draft of) (?:[\w'-]+ ){{0,2}}?(?:article|text|introduction|conclusion|post|title)s?\b"
    rf"|{_START}below is (?:an?|the|your) (?:[\w'-]+ ){{0,2}}?(?:article|text|version|draft|translation|post)\b"
    rf"|{_START}i(?:'ve| have) (?:rewritten|revised|rephrased|shortened|translated|optimi[sz]ed) (?:the|your|this) (?:text|article|paragraph|post)\b"
)
_YOUR_WORK = regex(
    rf"\A[^\w\s]{{0,3}} ?(?:voici|here(?: is|'s)) (?:votre|ton|your|the requested) (?:[\w'-]+ ){{0,2}}?"
    r"(?:article|texte|billet|text|blog post|post|contenu|draft)"
    rf"(?: ?[:.!]? ?\Z| (?:sur|about|on) | ?(?:de|d'environ|of) {_MEASURED}|, | optimi[sz]| en (?:français|html|markdown)| in (?:french|html))"
)
_HERE_IS_EN = regex(
    rf"{_START}here(?: is|'s) (?:an?|the|my|your) (?:[\w'-]+ ){{0,3}}?(?:re-?written|rephrased|revised|optimi[sz]ed|translated|"
    r"paraphrased|improved|updated|corrected|\d{2,5}[- ]words?)\b"
    rf"|{_START}here(?: is|'s) the (?:[\w'-]+ ){{0,2}}?(?:article|text|post|translation|version) in (?:french|html|markdown)\b"
    rf"|{_START}here(?: is|'s) (?:an?|the|your) (?:[\w'-]+ ){{0,2}}?(?:translation|version|summary|rewrite) of (?:your|the) (?:text|article|post)\b"
    rf"|{_START}here are (?:\d{{1,2}}|some|a few|five|ten) (?:[\w'-]+ ){{0,3}}?(?:titles|headlines|meta descriptions|suggestions|options)"
    r" for your (?:article|blog|post|text|page)\b"
)
_CHANGE = (
    r"(?:reformul|développ|ajout|modifi|rédig|adapt|tradui|raccourci|rallong|continu|génèr|propos|optimis|crée|complèt|corrig"
    r"|approfondi|fourni|transform|résum|détaill|réécri|poursui|mett)\w*"
)
_OFFER = regex(
    rf"\b(?:souhaitez-vous|voulez-vous|souhaites-tu|veux-tu|(?:dites|dis)-moi si (?:vous (?:souhaitez|voulez)|tu (?:souhaites|veux))"
    r"|si (?:vous (?:souhaitez|voulez|le souhaitez)|tu (?:souhaites|veux|le souhaites)), je peux(?: aussi)?)"
    rf" ?,? ?(?:que (?:je |j'))?(?:l'|le |la |les |vous |te |en |t'en |vous en )?(?:{_CHANGE}|change (?:le|de) (?:ton|style|texte|titre)\b)"
    r"|\b(?:n'hésite(?:z)? pas à|dis|dites)(?: me |-moi |-le-moi ?)(?:dire|demander|faire savoir|indiquer)? ?(?:si|pour|toute|une|d'autres|des)"
    r" (?:(?:vous|tu) (?:souhaite|veu|voule|désire|avez besoin|as besoin)\w* )?(?:(?:de |d'|des |une? |plus |que |autres? )){0,3}"
    r"(?:modification|ajustement|version|reformul|précision dans le texte|ton différent|longueur|réécri|je (?:le |la |l')?"
    rf"{_CHANGE})"
    r"|\b(?:faites|fais)-moi savoir si (?:vous (?:souhaitez|voulez|avez besoin)|tu (?:souhaites|veux|as besoin)) (?:que je|d(?:es|'|'autres ) ?(?:modif|ajust)|une autre version)"
    r"|\bn'hésitez? pas si (?:vous avez|tu as) besoin d(?:e |')(?:autres )?(?:modification|ajustement|révision|reformulation)s?\b"
    r"|\b(?:souhaitez-vous|voulez-vous|souhaites-tu|veux-tu) une (?:autre )?version plus (?:longue|courte|détaillée|formelle|simple|concise)\b"
    r"|\by a-t-il autre chose que je puisse (?:faire|ajouter|modifier)\b"
    r"|\bj'espère que (?:cet article|ce texte|cette version|cette proposition|ce contenu|cela) (?:vous|te) (?:convien|correspon)\w*"
    r"|\b(?:would you like me to|let me know if you(?:'d| would)? (?:like|want|need) (?:me to|any (?:changes|modifications|adjustments)))"
    r"|\best-ce que (?:cette version|ce texte|cette proposition|cet article) (?:vous|te) convient"
    r"|\bsi (?:vous avez|tu as) besoin (?:d'autres|de|d'une autre) (?:modification|ajustement|révision|reformulation|version)s?\b[^.!?]{0,40}"
    r"\b(?:faites|fais|dites|dis)-(?:le-)?moi\b"
    r"|\bfeel free to (?:ask|let me know) if you (?:need|want|would like) (?:any |further |more |other )*(?:changes|modifications|adjustments|revisions)"
    r"|\bi hope this (?:article|text|version|helps!)|\banything else (?:you(?:'d| would) like me to|i can (?:help|assist) (?:you )?with)\b"
    r"|\Ahope this helps ?!|\Alet me know if you need anything else\b|\bhow can i (?:help|assist) you today\b"
)
_MACHINE = regex(
    r"\bas an? (?:ai|artificial intelligence|large language|language) ?(?:language )?(?:model|assistant|chatbot)?[ ,]{1,2}(?=i\b|my\b|it)"
    r"|\bas an? (?:ai|large) language model\b"
    r"|\ben tant (?:que|qu') ?(?:(?:grand )?modèle (?:de langage|linguistique)|intelligence artificielle|ia|assistante? (?:ia|virtuel(?:le)?)"
    r"|assistant d'intelligence artificielle|chatbot)[^,.;]{0,40}, (?:je|j'|mon|ma|mes)"
    r"|\ben tant que modèle de langage\b"
    r"|\bje suis (?:un|une) (?:modèle de langage|ia (?:créée|développée|conçue)|intelligence artificielle (?:créée|développée|conçue)"
    r"|assistant(?:e)? (?:ia|virtuel\w*) (?:créé|développé|conçu)\w*)"
    r"|\bje suis une intelligence artificielle,? (?:et )?je n"
    r"|\bje n'ai pas (?:accès aux? (?:informations|données|actualités) en temps réel|la (?:capacité|possibilité) (?:de naviguer|d'accéder à internet))"
    r"|\bje ne (?:peux|suis) pas (?:en mesure de )?fournir d'informations (?:en temps réel|postérieures)"
    r"|\bi (?:don't|do not) have (?:access to real-time|personal opinions|real-time)|\bi apologi[sz]e, but i (?:can't|cannot|am unable to)\b"
    r"|\bi(?:'m| am) (?:an ai|a language model|just an ai|sorry, (?:but )?i (?:can't|cannot|can not|am unable to))\b"
    r"|\bi (?:cannot|can't|am unable to) (?:fulfill|assist with|comply with|help with|browse|access real-time)\b"
    r"|\bje (?:ne peux pas|ne suis pas en mesure de|n'ai pas la possibilité de) (?:répondre à cette demande|satisfaire cette demande"
    r"|accéder à internet|accéder aux? (?:données|informations) en temps réel|naviguer sur (?:internet|le web)|générer ce contenu)"
    r"|\b(?:as of|up to) my (?:last|latest|knowledge) (?:knowledge )?(?:update|cut-?off|training)"
    r"|\b(?:à la date de|jusqu'à|lors de|selon|d'après) ma dernière (?:mise à jour|date de formation)"
    r"|\b(?:mes|ma) (?:données d'entraînement|base de connaissances|date de coupure)\b|\bmy (?:training data|knowledge cut-?off)\b"
    r"|\bma dernière mise à jour (?:de|des|de mes) connaissances\b|\bdernière mise à jour de mes connaissances\b"
    r"|\b(?:don't|do not|never) mention (?:that )?you(?: are|'re) an? ai\b"
    r"|\b(?:que tu es|que vous êtes) (?:une?|un) (?:ia|intelligence artificielle|modèle de langage|chatbot|robot conversationnel)\b"
    r"|\bmes (?:connaissances|données) (?:s'arrêtent|vont jusqu)[^.!?\n]{1,20}\b20\d\d\b|\bmy knowledge (?:ends|stops|was last updated|only goes)\b"
    r"|\bregenerate response\b|\br[eé]g[eé]nérer la réponse\b|\Achatgpt (?:said|a dit) ?:?\Z"
    # what is left of its references
    r"|\boaicite:\d|【\d{1,3}[:†][^】\n]{0,60}】|(?:\b|cite)turn\d{1,2}(?:search|view|news|image|file|fetch)\d{1,3}\b"
)

_ASKS = regex(
    r"\bje (?:serais (?:ravie?|heureu(?:x|se)) de|peux|vais) (?:vous |t'|te )aider à (?:rédiger|écrire|améliorer|reformuler|optimiser) (?:cet|ce)"
    r" (?:article|texte|contenu)\b"
    r"|\b(?:fourni|coll|partag|envoy|transmet|transmett)\w*(?:-moi)? (?:ici )?(?:le|votre|ton) (?:texte|article|contenu)(?: original| complet)? que"
    r" (?:vous (?:souhaitez|voulez)|tu (?:souhaites|veux)) (?:que je )?(?:tradui|réécri|reformul|corrig|résum|amélior|optimis)\w*"
    r"|\bplease (?:provide|share|paste) (?:me )?(?:with )?(?:the|your) (?:text|article|content)\b"
)
"""What it answers where the text was forgotten."""

_LABEL = regex(
    r"\A\W{0,3}(?:(?:méta|meta)[- ]?(?:descriptions?|titres?|titles?)|balise (?:title|titre)|title tag|titre seo|seo title"
    r"|mots?[- ]clés? (?:principa(?:l|ux)|secondaires?|cibl(?:es?|ée?s?))|(?:main|focus|primary|secondary|target) keywords?|requête principale)"
    r"(?: \([^()\n]{1,40}\))? ?: ?\S"
    rf"|{_START}(?:inclure|intégrer|insérer|utiliser|placer|répéter) (?:[\w'-]+ ){{0,2}}?les? mots?[- ]clés? (?:principa(?:l|ux)|secondaires?|suivants?)\b"
    rf"|{_START}(?:l'|le |ce |cet )(?:article|texte|contenu) (?:doit|devra) [^.!?\n]{{0,80}}?\boptimisé (?:pour le |pour les )?(?:seo|référencement|moteurs)"
)
"""What is asked of a text to be found, and what came with it: who writes on search engines says the same to readers."""


class Kind(Struct, frozen=True, eq=False):
    """One way to speak to an assistant, or as one."""

    pattern: re.Pattern[str]
    clues: tuple[tuple[str, ...], ...]
    """Each match holds one of each of these: most blocks need no second look, and most articles no pattern."""

    def may_be_in(self, plain_text: str) -> bool:
        """Whether a text, or an article, holds its clues."""
        return all(any(clue in plain_text for clue in some) for some in self.clues)

    def met(self, plain_text: str) -> Iterator[re.Match[str]]:
        """What the pattern finds, in order."""
        if self.may_be_in(plain_text):
            yield from self.pattern.finditer(plain_text)


_MADE = (
    "article", "texte", "contenu", "billet", "post", "paragraph", "intro", "conclusion", "fiche", "communiqué", "dissertation", "méta", "meta",
    "page", "partie", "section", "structure", "trame", "titre", "résumé", "synthèse", "plan", "accroche", "newsletter", "guide", "liste", "faq", "passage",
)  # fmt: skip
_MADE_EN = (
    "article", "post", "blog", "text", "copy", "content", "headline", "press release", "product", "meta ", "essay", "paragraph", "intro",
    "conclusion", "outline", "summar", "newsletter", "title", "description", "faq",
)  # fmt: skip
_SURE = (
    Kind(
        _ANSWER,
        (
            ("voici", "vous propose", "te propose", "here", "below is"),
            (
                "bien sûr", "certain", "absolu", "avec plaisir", "d'accord", "très bien", "parfait", "entendu", "volontiers", "sure", "of course",
                "great", "got it", "ok", "merci pour", "thank",
            ),
        ),
    ),
    Kind(
        _HERE_IS,
        (
            ("voici",),
            (
                "mots", "words", "caractères", "characters", "signes", "réécri", "reformul", "réorganis", "traduit", "corrigé", "demandé", "retravaillé",
                "paraphrasé", "amélioré", "remanié", "optimisé", "votre", "ton ",
            ),
        ),
    ),
    Kind(
        _DRAFT,
        (
            (
                "voici ", "j'ai re", "j'ai ré", "j'ai ra", "j'ai opt", "j'ai éc", "consignes", "instructions", "critères", "exigences", "here", "below is",
                "i've", "i have", "reformulé", "réécrit", "texte traduit", "translated", "revised", "rewritten", "rephrased",
            ),
            (
                "brouillon", "ébauche", "titre", "accroche", "description", "texte pour", "pour le rendre", "mots", "words", "caractères", "characters",
                "signes", "respecte", "suit ", "répond à", ":", "draft", "possible", "suggested", "sample", "below is", "i've", "i have",
            ),
        ),
    ),
    Kind(_YOUR_WORK, (("voici", "here"), ("votre", "ton", "your", "the requested"))),
    Kind(_HERE_IS_EN, (("here",),)),
    Kind(
        _OFFER,
        ((
            "souhait", "voulez", "veux", "hésite", "dis me", "dis-moi", "dis-le", "dites me", "dites-moi", "dites-le", "j'espère", "est-ce que c", "si vous avez besoin", "si tu as besoin", "feel free", "would you like",
            "let me know", "hope this", "anything else", "how can i", "moi savoir", "autre chose que je",
        ),),
    ),
    Kind(
        _ASKS,
        (("aider à ", "que vous ", "que tu ", "please "), (" ce", "text", "article", "conten")),
    ),
    Kind(
        _MACHINE,
        ((
            "as a", "mention", "que tu es", "que vous êtes", "en tant qu", "je suis un", "i'm", "i am", "i can", "je ne", "je n'ai", "knowledge", "training", "dernière mise", "dernière date",
            "données d'", "base de conn", "date de coup", "response", "réponse", "mes connaissances", "mes données", "i don't", "i do not", "i apolog", "as of my", "up to my", "oaicite", "【", "turn", "chatgpt said",
            "chatgpt a dit",
        ),),
    ),
)  # fmt: skip
"""Nobody writes these to readers."""
_ORDERS = (
    Kind(_MISSION, (("tu es", "vous êtes", "your "), ("mission", "tâche", "rôle", " is to ", *_MADE))),
    Kind(
        _REWRITING,
        (
            (
                "réécri", "reformul", "simplifi", "rallonge", "allonge", "humanise", "retravaille", "adapte", "change", "rédige la", "écris la", "structure", "organise", "résumer",
                "corriger", "améliorer", "raccourcir", "rallonger", "continue", "poursuis", "reprends", "tradui", "résume", "corrige", "améliore", "optimise", "paraphras",
                "raccourcis", "vérifie", "rends", "rendez",
            ),
            ("article", "texte", "paragraphe", "contenu", "passage", "billet"),
        ),
    ),
    Kind(
        _COMMAND,
        ((
            "je veux", "je voudrais", "j'ai besoin d'", "il me faut", "à réécrire", "à reformuler", "à paraphraser", "à optimiser", "à améliorer",
            "réponds", "répondez", " instructions", " in french", " in english", "tu es chatgpt", "tu es gpt", "you are chatgpt", "you are gpt",
        ),),
    ),
    Kind(
        _BRIEF,
        ((
            "prompt", "consigne", "instruction", "demande :", "demande:", "requête :", "requête:", "tâche :", "tâche:", "mission :", "mission:", "longueur :", "longueur:",
            "length :", "length:", "word count", "nombre de mots",
        ),),
    ),
    Kind(
        _STYLE,
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
    ),
    Kind(
        _ROLE,
        (
            (
            "rédact", "copywriter", "journaliste", "assistant", "ghostwriter", "writer", "seo", "référencement", "content", "copywriting", "contenu",
            "expert", "spécialiste", "consultant", "blogueu", "act as a", "specialist",
            ),
            (
                "tu es", "tu seras", "agis", "comporte-toi", "imagine que tu", "imagine you", "mets-toi", "act ", "you are", "pretend to be", "joue le rôle", "réponds ",
            ),
        ),
    ),
)  # fmt: skip
_TASK = Kind(_ORDER, (_MADE, (*_VERBS, "-tu", "-vous", "que tu", "tu dois", "tu vas", "merci de")))
_POLITE_TASK = Kind(_POLITE_ORDER, (_MADE, _VERBS_POLITE))
_ENGLISH_TASK = Kind(_ENGLISH_ORDER, (_MADE_EN, (*_VERBS_EN, *_VERBS_AGAIN)))

_IN_ENGLISH = Kind(
    _STYLE_EN,
    ((
        "do not ", "don't ", "avoid ", "make it", "make this", "make the", "make sure", "use ", "include ", "incorporate ", "integrate ", "add ",
        "keep ", "adopt ", "maintain ", "ensure ", "write ", "continue ", "can you", "could you", "want you to", "you will", "pretend to", " should be",
        " must be", "target audience",
    ),),
)  # fmt: skip
_FOR_SEARCH = Kind(
    _LABEL,
    (
        (
            "description", "meta titre", "meta-titre", "méta titre", "méta-titre", "tatitre", "meta title", "meta-title", "méta title", "méta-title", "tatitle", "titre seo",
            "seo title", "balise title", "balise titre", "title tag", "mot clé", "mots clé", "mot-clé", "mots-clé", "keyword", "requête principale",
            "optimisé ",
        ),
    ),
)  # fmt: skip

KINDS = (*_SURE, *_ORDERS, _FOR_SEARCH, _IN_ENGLISH, _TASK, _POLITE_TASK, _ENGLISH_TASK)

_SUBJECT = regex(
    r"\bprompts?\b|chat ?gpt|\bgpt-?\d|\bgemini\b|\bclaude\b|\bcopilot\b|\bmistral\b|\bllms?\b|ia générative|intelligence artificielle générative"
    r"|assistants? (?:ia|de rédaction)|\bcopywriting\b|rédaction web|rédact(?:eur|rice)s? web|\bbrief(?:er|s)? \w+ rédact|content marketing"
)
"""Where asking for texts is the subject, such orders are examples."""


def is_about_prompts(plain_text: str) -> bool:
    """Whether an article is about asking for texts: its orders are examples."""
    return bool(_SUBJECT.search(plain_text))


def kinds_in(plain_text: str) -> frozenset[Kind]:
    """The kinds whose clues an article holds: its blocks need be asked for no other."""
    return frozenset(kind for kind in KINDS if kind.may_be_in(plain_text))


_SEARCH = regex(
    r"référencement|\bseo\b|moteurs? de recherche|mots?[- ]clés?\b|(?:méta|meta)[- ]?descriptions?|balises? title"
)


def is_about_search(plain_text: str) -> bool:
    """Whether an article is about being found: what it says of keywords and descriptions is for its readers."""
    return bool(_SEARCH.search(plain_text))


class Subject(Struct, frozen=True):
    """What the rest of an article is about: what it says of that, it says to its readers."""

    prompts: bool = False
    """See `is_about_prompts`."""
    search: bool = False
    """See `is_about_search`."""
    foreign: bool = False
    """It is not in French: English orders may be advice."""


_ANYTHING = Subject()


def prompts(
    plain_text: str, about: Subject = _ANYTHING, among: Collection[Kind] = KINDS
) -> Iterator[tuple[int, int]]:
    """Where a block speaks to a writing assistant, or one answers, in order of their kinds.

    Where asking for texts is the subject orders are left alone; what a machine says of itself is not. `among` are the
    kinds to look for: those whose clues the article holds.
    """
    for kind in _SURE:
        if kind in among:
            yield from map(_span, kind.met(plain_text))
    if about.prompts:
        return
    for kind in (
        *_ORDERS,
        *(() if about.search else (_FOR_SEARCH,)),
        *(() if about.foreign else (_IN_ENGLISH,)),
    ):
        if kind in among:
            yield from (_span(one) for one in kind.met(plain_text) if not _is_told(one))
    yield from _tasks(plain_text, among)


def _tasks(text: str, among: Collection[Kind]) -> Iterator[tuple[int, int]]:
    """Texts that are ordered: the order must say something of the text wanted."""
    for match in _TASK.met(text) if _TASK in among else ():
        asked = (_WANTED if match["text"] else _ASKED).search(text, match.start())
        for_me = match["me"] and match["text"] and _WRITING.search(match[0])
        on_something = (
            match["text"] and _WRITING.search(match[0]) and _ABOUT.match(text, match.start("text"))
        )
        if (asked or for_me or on_something) and not _is_told(match):
            yield _sentence(match)
    for match in _ENGLISH_TASK.met(text) if _ENGLISH_TASK in among else ():
        # « Write an essay about your holidays » is an exercise, « Create the blog post » a step of a manual
        order = match["text"] and (match["again"] or not match["known"])
        if order and any(verb in match[0] for verb in _STEPS):
            order = _OF_A_TEXT.search(text, match.start())
        in_language = match["text"] and _IN_LANGUAGE.match(text, match.end())
        if order or in_language or _ASKED.search(text, match.end()):
            yield _span(match)
    for match in _POLITE_TASK.met(text) if _POLITE_TASK in among else ():
        # advice to writers reads alike: two things must be said of the text, its length among them
        wanted = {found[0] for found in _WANTED.finditer(text, match.start())}
        if len(wanted) > 1 and any(char.isdigit() for char in "".join(wanted)):
            yield _sentence(match)


_IN_LANGUAGE = regex(r" in (?:french|english)\b")


def _is_told(match: re.Match[str]) -> bool:
    """Whether the sentence goes on to say who says so: « Résume ce texte, demande le professeur. »."""
    stop = _STOP.search(match.string, match.end())
    return bool(
        _SAID_BY.search(match.string, match.end(), stop.start() if stop else len(match.string))
    )


_SAID_BY = regex(
    r", ?(?:demand(?:e|ait|a)|dit|disait|lan(?:ce|çait|ça)|ordonn(?:e|ait|a)|exig(?:e|eait|ea)|répond(?:it|ait)?|insist(?:e|ait|a))"
    r"(?:-t-| (?:la |le |les |l'|un |une |mon |ma |son |sa |notre |votre |m\. |mme ))"
)


def _sentence(match: re.Match[str]) -> tuple[int, int]:
    """A match, and what its sentence goes on to say."""
    start, end = _span(match)
    stop = _STOP.search(match.string, end)
    return start, start + len(match.string[start : stop.start() if stop else None].rstrip())


_STOP = regex(r"[.!?…:;]")


def _span(match: re.Match[str]) -> tuple[int, int]:
    """A match, without the signs and spaces before its first letter."""
    lead = next((at for at, char in enumerate(match[0]) if char.isalnum()), 0)
    return match.start() + lead, match.start() + len(match[0].rstrip(" ,.:;"))
