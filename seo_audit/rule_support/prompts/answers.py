"""What a writing assistant answers: nobody writes that to readers."""

from seo_audit.lazy import regex
from seo_audit.rule_support.prompts.kinds import Kind
from seo_audit.rule_support.prompts.words import (
    MEASURED,
    OTHER_EN,
    START,
    TEXT,
    TEXT_EN,
)

_ANSWER = Kind(
    regex(
        rf"{START}(?:(?:oui|yes),? )?(?:bien sûr|certainement|absolument|avec plaisir|d'accord|très bien|parfait|entendu|volontiers|sure|certainly"
        r"|of course|absolutely|great|got it|ok|okay|merci pour [^.!?\n]{3,30}|thank(?:s| you) for (?:the|your) [a-z]{3,20})(?: thing)? ?[!,.:…-]{1,3} ?"
        r"(?:voici|je vous propose|je te propose|here(?: is|'s| are)|below is) (?:[\w'-]+ ){0,4}?(?:[ld]')?"
        rf"(?:{TEXT}|{TEXT_EN}|{OTHER_EN}|(?:proposition|suggestion|version|traduction|réécriture|reformulation|draft|résumé|translation|rewrite|revision)s?\b)[^.!?]{{0,80}}"
    ),
    (
        ("voici", "vous propose", "te propose", "here", "below is"),
        (
            "bien sûr", "certain", "absolu", "avec plaisir", "d'accord", "très bien", "parfait", "entendu", "volontiers", "sure", "of course",
            "great", "got it", "ok", "merci pour", "thank",
        ),
    ),
)  # fmt: skip

_HERE_IS = Kind(
    regex(
        rf"{START}voici (?:donc )?(?:un|une|le|la|l'|votre|ton|ma|mon|des|quelques) ?(?:(?:nouvelle|nouvel|nouveau|courte?|brève?) )?"
        r"(?:(?:exemple|ébauche|brouillon) (?:de |d'))?"
        r"(?:article|texte|version|proposition|introduction|paragraphe|billet|résumé|contenu|traduction|réécriture|reformulation"
        r"|conclusion|(?:méta|meta)[- ]?description|titre)s?(?: (?:d'article|de (?:texte|titre|l'article|votre|ton|blog)\w*|du texte))?"
        rf" ?(?:\(?(?:de|d'environ|d'à peu près|en) {MEASURED}|(?:réécri|reformul|réorganis|traduit|corrigé|demandé|retravaillé|paraphrasé|amélioré|remanié)\w*+"
        # a lesson gives versions « qui passent » as well
        r"(?! ?,? (?:qui|où|dont)\b)|(?:[\w'-]+ ){0,5}?pour (?:votre|ton) (?:article|texte|billet|page)\b|optimisée? (?:pour le |pour )?(?:seo|référencement|mots?[- ]clés?)|que (?:vous avez|tu as) demandée?)"
    ),
    (
        ("voici",),
        (
            "mots", "words", "caractères", "characters", "signes", "réécri", "reformul", "réorganis", "traduit", "corrigé", "demandé", "retravaillé",
            "paraphrasé", "amélioré", "remanié", "optimisé", "votre", "ton ",
        ),
    ),
)  # fmt: skip

_DRAFT = Kind(
    regex(
        rf"{START}voici (?:une? (?:ébauche|brouillon) (?:de |d')(?:article|texte|introduction|billet|plan)|(?:quelques|des|\d{{1,2}}|trois|cinq|dix)"
        r" (?:(?:suggestions|propositions|idées) de (?:titres?|accroches?|(?:méta|meta)[- ]?descriptions?)|titres? accrocheurs? ?(?:pour|:)))"
        rf"|{START}j'ai (?:reformulé|réécrit|retravaillé|raccourci|optimisé|rédigé|écrit) (?:(?:le|votre|ton|ce) texte pour\b|(?:un|l'|votre |ton |cet )"
        rf" ?(?:article|texte) (?:pour le rendre|(?:de|d'environ) {MEASURED}))"
        r"|\b(?:cet article|ce texte|cette version) [^.!?\n]{0,60}\b(?:respecte|suit|répond à) (?:vos|tes|toutes vos|toutes tes) (?:consignes|instructions|critères|exigences)"
        r"|\A\W{0,3}(?:(?:texte|version|article|paragraphe) (?:reformulée?|réécrite?)|texte traduit|(?:translated|revised|rewritten|rephrased) (?:text|version|article)) ?:"
        rf"|{START}here(?: is|'s) (?:an?|the) (?:draft of|possible|suggested|sample|first draft of) (?:[\w'-]+ ){{0,2}}?(?:article|text|introduction|conclusion|post|title)s?\b"
        rf"|{START}below is (?:an?|the|your) (?:[\w'-]+ ){{0,2}}?(?:article|text|version|draft|translation|post)\b"
        rf"|{START}i(?:'ve| have) (?:rewritten|revised|rephrased|shortened|translated|optimi[sz]ed) (?:the|your|this) (?:text|article|paragraph|post)\b"
    ),
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
)  # fmt: skip

_YOUR_WORK = Kind(
    regex(
        rf"\A[^\w\s]{{0,3}} ?(?:voici|here(?: is|'s)) (?:votre|ton|your|the requested) (?:[\w'-]+ ){{0,2}}?"
        r"(?:article|texte|billet|text|blog post|post|contenu|draft)"
        rf"(?: ?[:.!]? ?\Z| (?:sur|about|on) | ?(?:de|d'environ|of) {MEASURED}|, | optimi[sz]| en (?:français|html|markdown)| in (?:french|html))"
    ),
    (("voici", "here"), ("votre", "ton", "your", "the requested")),
)  # fmt: skip

_HERE_IS_EN = Kind(
    regex(
        rf"{START}here(?: is|'s) (?:an?|the|my|your) (?:[\w'-]+ ){{0,3}}?(?:re-?written|rephrased|revised|optimi[sz]ed|translated|"
        r"paraphrased|improved|updated|corrected|\d{2,5}[- ]words?)\b"
        rf"|{START}here(?: is|'s) the (?:[\w'-]+ ){{0,2}}?(?:article|text|post|translation|version) in (?:french|html|markdown)\b"
        rf"|{START}here(?: is|'s) (?:an?|the|your) (?:[\w'-]+ ){{0,2}}?(?:translation|version|summary|rewrite) of (?:your|the) (?:text|article|post)\b"
        rf"|{START}here are (?:\d{{1,2}}|some|a few|five|ten) (?:[\w'-]+ ){{0,3}}?(?:titles|headlines|meta descriptions|suggestions|options)"
        r" for your (?:article|blog|post|text|page)\b"
    ),
    (("here",),),
)  # fmt: skip

_CHANGE = (
    r"(?:reformul|développ|ajout|modifi|rédig|adapt|tradui|raccourci|rallong|continu|génèr|propos|optimis|crée|complèt|corrig"
    r"|approfondi|fourni|transform|résum|détaill|réécri|poursui|mett(?!re en (?:place|œuvre|oeuvre|vente|location)))\w*"
)

_ASKING = r"(?:souhaitez-vous|voulez-vous|souhaites-tu|veux-tu|(?:dites|dis)-moi si (?:vous (?:souhaitez|voulez)|tu (?:souhaites|veux)))"
_OBJECT = r"(?:l'|le |la |les |vous |te |en |t'en |vous en )?"
_WRITTEN = (
    r"(?:article|chapeau|chapitre|conclusion|contenu|détail|exemple|faq|formulation|intertitre|introduction|liste|longueur"
    r"|mots?-clés?|paragraphe|partie|passage|phrase|plan|point|rédaction|section|style|tableau|texte|titre|ton|version)s?\b"
)
"""What an assistant offers to change."""

_OFFER = Kind(
    regex(
        rf"\b(?:{_ASKING} que (?:je |j')|si (?:vous (?:souhaitez|voulez|le souhaitez)|tu (?:souhaites|veux|le souhaites)), je peux (?:aussi )?)"
        rf"{_OBJECT}(?:{_CHANGE}|change (?:le|de) (?:ton|style|texte|titre)\b)"
        # « Souhaitez-vous ajouter un commentaire ? » is asked of readers
        rf"|\b{_ASKING} ?,? ?{_OBJECT}{_CHANGE}(?=[^.!?\n]{{0,60}}?\b{_WRITTEN})"
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
        r"|\banything else (?:you(?:'d| would) like me to|i can (?:help|assist) (?:you )?with)\b"
        r"|\Alet me know if you need anything else\b|\bhow can i (?:help|assist) you today\b"
    ),
    ((
            "souhait", "voulez", "veux", "hésite", "dis me", "dis-moi", "dis-le", "dites me", "dites-moi", "dites-le", "j'espère", "est-ce que c", "si vous avez besoin", "si tu as besoin", "feel free", "would you like",
            "let me know", "anything else", "how can i", "moi savoir", "autre chose que je",
        ),),
)  # fmt: skip

GOOD_WISHES = Kind(
    regex(r"\bi hope this (?:article|text|version|helps!)|\Ahope this helps ?!"),
    (("hope this",),),
)
"""What an answer ends with in a text that is French; an author who writes in English says so to readers."""

_ASKS = Kind(
    regex(
        r"\bje (?:serais (?:ravie?|heureu(?:x|se)) de|peux|vais) (?:vous |t'|te )aider à (?:rédiger|écrire|améliorer|reformuler|optimiser) (?:cet|ce)"
        r" (?:article|texte|contenu)\b"
        r"|\b(?:fourni|coll|partag|envoy|transmet|transmett)\w*(?:-moi)? (?:ici )?(?:le|votre|ton) (?:texte|article|contenu)(?: original| complet)? que"
        r" (?:vous (?:souhaitez|voulez)|tu (?:souhaites|veux)) (?:que je )?(?:tradui|réécri|reformul|corrig|résum|amélior|optimis)\w*"
        r"|\bplease (?:provide|share|paste) (?:me )?(?:with )?(?:the|your) (?:text|article|content)\b"
    ),
    (("aider à ", "que vous ", "que tu ", "please "), (" ce", "text", "article", "conten")),
)  # fmt: skip
"""What it answers where the text was forgotten."""

_MACHINE = Kind(
    regex(
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
    ),
    ((
            "as a", "mention", "que tu es", "que vous êtes", "en tant qu", "je suis un", "i'm", "i am", "i can", "je ne", "je n'ai", "knowledge", "training", "dernière mise", "dernière date",
            "données d'", "base de conn", "date de coup", "response", "réponse", "mes connaissances", "mes données", "i don't", "i do not", "i apolog", "as of my", "up to my", "oaicite", "【", "turn", "chatgpt said",
            "chatgpt a dit",
        ),),
)  # fmt: skip

ANSWERS = (_ANSWER, _HERE_IS, _DRAFT, _YOUR_WORK, _HERE_IS_EN, _OFFER, _ASKS, _MACHINE)
