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
    r"|subheadings?|plagia|optimis|pour (?:cet article|cette page|ce billet)\b|pour (?:mon|notre|un|le) (?:blog|site|client)\b|for (?:my|our|a) (?:blog|site|website|client)\b|\bpersona\b"
    r"|publics? (?:cible|visé)|target audience"
)
_ASKED = regex(_ORDERED)
_WANTED = regex(
    rf"{_ORDERED}|\b(?:avec|d'|sur|adopte\w*|utilise\w*|dans|in|use|with) (?:un|a|an) (?:\w+ )?(?:ton|style|tone)\b|\bton :|en (?:français|anglais)\b"
    r"|\bin (?:french|english)\b|à la première personne|sans (?:jargon|répétitions?|fautes?)"
)
"""What an order says of the text wanted: what nothing else says, and more."""
_VERBS = (
    "écris", "réécris", "rédige", "génère", "crée", "produis", "propose", "compose", "traduis", "résume", "optimise", "reformule", "paraphrase",
    "corrige", "améliore", "développe", "raccourcis", "rallonge", "fais", "donne", "trouve", "ajoute", "rajoute", "inclus", "intègre", "ecris", "reecris", "redige", "genere",
)  # fmt: skip
_VERBS_POLITE = ("rédige", "écrive", "réécrive", "génére", "crée", "produise", "propose", "compose", "reformule", "optimise", "traduise")  # fmt: skip
_WRITING = regex(r"\b(?:r?[ée]{1,2}cris|r[ée]dige|g[ée]n[èe]re|crée|produis|compose)")
"""Who asks that of somebody for himself (« écris-moi un article ») asks no reader."""
_ADDRESSED = rf"(?:{'|'.join(_VERBS)})"
_POLITE = rf"(?:{'|'.join(_VERBS_POLITE)})[zr]"
_REWORK = r"(?:réécris|reformule|simplifie|continue|poursuis|traduis|résume|corrige|améliore|optimise|paraphrase|raccourcis|réécrivez|reformulez|paraphrasez)"

_TO_YOU = (
    r"(?:(?:peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|merci de|tu dois|j'aimerais que tu|je (?:veux|voudrais|souhaite) que tu)"
    r"(?: me| m'| nous)? ?(?:rédig|écri|réécri|génér|cré|produi|propos|compos|reformul|optimis|tradui)\w+)"
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
    r"(?:article|texte|paragraphe|contenu|passage) ?(?:suivante?|ci-dessous|ci-dessus|ci-joint|pour|en|sans|afin|:|\.|,|!|\Z)"
    rf"|{_START}{_LEAD}(?:corrige|améliore|vérifie)\b[^.!?]{{1,60}} de (?:ce|cet|mon) (?:texte|article|paragraphe)\b"
    rf"|{_START}{_LEAD}(?:rends|rendez) (?:ce|cet|mon|le|l') ?(?:texte|article|paragraphe|contenu) plus\b"
    rf"|{_START}{_LEAD}(?:corrige|améliore|vérifie)\b[^.!?]{{1,60}} (?:du |de l')(?:texte|article|paragraphe)"
    r" (?:suivant|ci-dessous|ci-dessus|ci-joint)\b"
)
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
    rf"{_START}(?:tu es|tu seras|agis|agis-toi|comporte-toi|imagine que tu es|mets-toi (?:à|dans) la (?:place|peau)|act|you are"
    r"|imagine you are|pretend to be)(?: maintenant| désormais| now)?"
    r"(?: (?:comme|en tant que?|as|d'))? ?(?:un|une|an?|the|le|la|l')? ?(?:[\w'-]+ ){0,4}?"
    r"(?:rédact(?:eur|rice)s?|copywriters?|journaliste (?:web|spécialis\w+|expériment\w+|professionnel\w*)|assistant (?:de rédaction|ia|virtuel)"
    r"|ghostwriter|(?:content|blog|web|seo|article) ?writers?|writing assistant|helpful assistant"
    r"|(?:expert|spécialiste|consultant|consultante|experte|specialist)(?:e|s)? (?:en |du |de la |de |in )?"
    r"(?:seo|référencement|rédaction|content|copywriting|marketing de contenu|rédaction web))\b"
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
    rf"{_START}(?:bien sûr|certainement|absolument|avec plaisir|d'accord|très bien|parfait|entendu|volontiers|sure|certainly"
    r"|of course|absolutely|great|got it|ok|okay)(?: thing)? ?[!,.:…-]{1,3} ?"
    r"(?:voici|je vous propose|je te propose|here(?: is|'s| are)|below is) (?:[\w'-]+ ){0,4}?(?:[ld]')?"
    rf"(?:{_TEXT}|{_TEXT_EN}|{_OTHER_EN}|(?:proposition|suggestion|version|traduction|réécriture|reformulation|draft|résumé)s?\b)[^.!?]{{0,80}}"
)
_HERE_IS = regex(
    rf"{_START}voici (?:donc )?(?:un|une|le|la|l'|votre|ton|ma|mon|des|quelques) ?(?:(?:nouvelle|nouvel|nouveau|courte?|brève?) )?"
    r"(?:article|texte|version|proposition|introduction|paragraphe|billet|résumé|contenu|traduction|réécriture|reformulation"
    r"|conclusion|(?:méta|meta)[- ]?description|titre)s?(?: (?:d'article|de (?:texte|titre|l'article|votre|ton)\w*|du texte))?"
    rf" ?(?:\(?(?:de|d'environ|d'à peu près|en) {_MEASURED}|(?:réécri|reformul|réorganis|traduit|corrigé|demandé|retravaillé"
    r"|paraphrasé|amélioré|remanié)\w*+(?! ?,? (?:qui|où|dont)\b)|(?:accrocheuse? |optimisée? )?pour (?:votre|ton) (?:article|texte|billet|page)\b|optimisée? (?:pour le |pour )?(?:seo|référencement)|que (?:vous avez|tu as) demandée?)"
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
    rf" ?,? ?(?:que (?:je |j'))?(?:l'|le |la |les |vous |te |en )?{_CHANGE}"
    r"|\b(?:n'hésite(?:z)? pas à|dis|dites)(?: me |-moi |-le-moi ?)(?:dire|demander|faire savoir|indiquer)? ?(?:si|pour|toute|une|d'autres|des)"
    r" (?:(?:vous|tu) (?:souhaite|veu|voule|désire|avez besoin|as besoin)\w* )?(?:(?:de |d'|des |une? |plus |que |autres? )){0,3}"
    r"(?:modification|ajustement|version|reformul|précision dans le texte|ton différent|longueur|réécri|je (?:le |la |l')?"
    rf"{_CHANGE})"
    r"|\bj'espère que (?:cet article|ce texte|cette version|cette proposition|ce contenu|cela) (?:vous|te) (?:convien|correspon)\w*"
    r"|\b(?:would you like me to|let me know if you(?:'d| would)? (?:like|want|need) (?:me to|any (?:changes|modifications|adjustments)))"
    r"|\best-ce que (?:cette version|ce texte|cette proposition|cet article) (?:vous|te) convient"
    r"|\bsi (?:vous avez|tu as) besoin (?:d'autres|de|d'une autre) (?:modification|ajustement|révision|reformulation|version)s?\b[^.!?]{0,40}"
    r"\b(?:faites|fais|dites|dis)-(?:le-)?moi\b"
    r"|\bfeel free to (?:ask|let me know) if you (?:need|want|would like) (?:any |further |more |other )*(?:changes|modifications|adjustments|revisions)"
    r"|\bi hope this (?:article|text|version|helps!)|\banything else you(?:'d| would) like me to\b"
)
_MACHINE = regex(
    r"\bas an? (?:ai|artificial intelligence|large language|language) ?(?:language )?(?:model|assistant|chatbot)?[ ,]{1,2}(?=i\b|my\b|it)"
    r"|\bas an? (?:ai|large) language model\b"
    r"|\ben tant (?:que|qu') ?(?:(?:grand )?modèle (?:de langage|linguistique)|intelligence artificielle|ia|assistante? (?:ia|virtuel(?:le)?)"
    r"|assistant d'intelligence artificielle|chatbot)[^,.;]{0,40}, (?:je|j'|mon|ma|mes)"
    r"|\ben tant que modèle de langage\b"
    r"|\bje suis (?:un|une) (?:modèle de langage|ia (?:créée|développée|conçue)|intelligence artificielle (?:créée|développée|conçue)"
    r"|assistant(?:e)? (?:ia|virtuel\w*) (?:créé|développé|conçu)\w*)"
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
    r"|\bregenerate response\b|\brégénérer la réponse\b|\Achatgpt (?:said|a dit) ?:?\Z"
    # what is left of its references
    r"|\boaicite:\d|【\d{1,3}[:†][^】\n]{0,60}】|(?:\b|cite)turn\d{1,2}(?:search|view|news|image|file|fetch)\d{1,3}\b"
)


class Kind(Struct, frozen=True, eq=False):
    """One way to speak to an assistant, or as one."""

    pattern: re.Pattern[str]
    clues: tuple[tuple[str, ...], ...]
    """Each match holds one of each of these: most blocks need no second look, and most articles no pattern."""

    def met(self, plain_text: str) -> Iterator[re.Match[str]]:
        """What the pattern finds, in order."""
        if self.may_be_in(plain_text):
            yield from self.pattern.finditer(plain_text)

    def may_be_in(self, plain_text: str) -> bool:
        """Whether a text holds the clues."""
        return all(any(clue in plain_text for clue in some) for some in self.clues)


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
                "great", "got it", "ok",
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
    Kind(_YOUR_WORK, (("voici", "here"), ("votre", "ton", "your", "the requested"))),
    Kind(_HERE_IS_EN, (("here",),)),
    Kind(
        _OFFER,
        ((
            "souhait", "voulez", "veux", "hésite", "dis me", "dis-moi", "dis-le", "dites me", "dites-moi", "dites-le", "j'espère", "est-ce que c", "si vous avez besoin", "si tu as besoin", "feel free", "would you like",
            "let me know", "i hope this", "anything else",
        ),),
    ),
    Kind(
        _MACHINE,
        ((
            "as a", "mention", "que tu es", "que vous êtes", "en tant qu", "je suis un", "i'm", "i am", "i can", "je ne", "je n'ai", "knowledge", "training", "dernière mise", "dernière date",
            "données d'", "base de conn", "date de coup", "response", "réponse", "as of my", "up to my", "oaicite", "【", "turn", "chatgpt said",
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
                "réécri", "reformul", "simplifie", "continue", "poursuis", "tradui", "résume", "corrige", "améliore", "optimise", "paraphras",
                "raccourcis", "vérifie", "rends", "rendez",
            ),
            ("article", "texte", "paragraphe", "contenu", "passage"),
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
        _ROLE,
        ((
            "rédact", "copywriter", "journaliste", "assistant", "ghostwriter", "writer", "seo", "référencement", "content", "copywriting", "contenu",
        ),),
    ),
)  # fmt: skip
_TASK = Kind(_ORDER, (_MADE, (*_VERBS, "-tu", "-vous", "que tu", "tu dois", "merci de")))
_POLITE_TASK = Kind(_POLITE_ORDER, (_MADE, _VERBS_POLITE))
_ENGLISH_TASK = Kind(_ENGLISH_ORDER, (_MADE_EN, (*_VERBS_EN, *_VERBS_AGAIN)))

KINDS = (*_SURE, *_ORDERS, _TASK, _POLITE_TASK, _ENGLISH_TASK)

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


def prompts(
    plain_text: str, kinds: Collection[Kind] = KINDS, *, examples: bool = False
) -> Iterator[tuple[int, int]]:
    """Where a block speaks to a writing assistant, or one answers, in order of their kinds.

    With `examples` (see `is_about_prompts`) orders are left alone; what a machine says of itself is not.
    """
    for kind in _SURE:
        if kind in kinds:
            yield from map(_span, kind.met(plain_text))
    if not examples:
        for kind in _ORDERS:
            if kind in kinds:
                yield from (_span(one) for one in kind.met(plain_text) if not _is_told(one))
        yield from _tasks(plain_text, kinds)


def _tasks(text: str, kinds: Collection[Kind]) -> Iterator[tuple[int, int]]:
    """Texts that are ordered: the order must say something of the text wanted."""
    for match in _TASK.met(text) if _TASK in kinds else ():
        asked = (_WANTED if match["text"] else _ASKED).search(text, match.start())
        for_me = match["me"] and match["text"] and _WRITING.search(match[0])
        if (asked or for_me) and not _is_told(match):
            yield _sentence(match)
    for match in _ENGLISH_TASK.met(text) if _ENGLISH_TASK in kinds else ():
        # « Write an essay about your holidays » is an exercise, « Create the blog post » a step of a manual
        order = match["text"] and (match["again"] or not match["known"])
        if order and any(verb in match[0] for verb in _STEPS):
            order = _OF_A_TEXT.search(text, match.start())
        in_language = match["text"] and _IN_LANGUAGE.match(text, match.end())
        if order or in_language or _ASKED.search(text, match.end()):
            yield _span(match)
    for match in _POLITE_TASK.met(text) if _POLITE_TASK in kinds else ():
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
