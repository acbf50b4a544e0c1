"""What authors ask of a writing assistant, and what it answers, in whatever words; French and English.

Places are indices into texts made `plain` (`word_lists.plain`). Nothing here says who wrote a text: only what was
never meant for its readers.
"""

import re
from collections.abc import Iterator

from seo_audit.lazy import regex

_START = r"(?:\A|(?<=[.!?:…»\"] )|(?<=[.!?:…»\"] [-–—•*] ))[^\w\s]{0,3} ?"
"""A sentence begins."""
_LEAD = (
    r"(?:(?:s'il (?:te|vous) plaît|stp|svp|bonjour|salut|hello|hi|please|maintenant|ensuite|puis|d'abord|now|then|can you|"
    r"could you|peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|merci de|je (?:veux|voudrais|souhaite) que tu|i want you to|"
    r"i need you to|i would like you to)[ ,:!]{1,3})?"
)

# what is written: nouns that say so by themselves, and others
_TEXT = (
    r"(?:articles?|textes?|contenus?|billets? de blog|posts?|paragraphes?|introductions?|conclusions?|fiches? produit"
    r"|communiqués?|dissertations?|(?:méta|meta)[- ]?(?:descriptions?|titres?))\b"
)
_OTHER = r"(?:pages?|titres?|résumés?|synthèses?|plans?|intertitres|accroches?|newsletters?|guides?|listes?|faq|billets?)\b"
_TEXT_EN = (
    r"(?:articles?|(?:blog )?posts?|blogs?|texts?|copy|content|headlines?|press releases?|product (?:page|description|sheet)s?"
    r"|meta (?:description|title)s?)\b"
)
_OTHER_EN = r"(?:essays?|paragraphs?|intro(?:duction)?s?|conclusions?|outlines?|summar(?:y|ies)|newsletters?|titles?|descriptions?|faqs?)\b"
_DETERMINER = (
    r"(?:un|une|le|la|les|des|ce|cet|cette|ces|mon|ma|mes|notre|nos|\d{1,2}|deux|trois|cinq|dix)"
)
_MEASURED = r"\b\d{2,5}(?: ?(?:à|-|et) ?\d{2,5})? ?(?:mots|words|caractères|characters|signes)\b"
_ORDERED = (
    rf"{_MEASURED}|\bseo\b|référencement|mots?[- ]clés?|\bkeywords?\b|\bhtml\b|\bmarkdown\b|\bh[1-4]\b|intertitres|sous-titres"
    r"|subheadings?|plagia|optimis|pour (?:mon|notre|un|le) (?:blog|site|client)\b|for (?:my|our|a) (?:blog|site|website|client)\b|\bpersona\b"
    r"|publics? (?:cible|visé)|target audience"
)
_ASKED = regex(_ORDERED)
_WANTED = regex(
    rf"{_ORDERED}|\b(?:avec|d'|sur|adopte\w*|utilise\w*|dans|in|use|with) (?:un|a|an) (?:\w+ )?(?:ton|style|tone)\b|\bton :|en (?:français|anglais)\b"
    r"|\bin (?:french|english)\b|à la première personne|sans (?:jargon|répétitions?|fautes?)"
)
"""What an order says of the text wanted: what nothing else says, and more."""
_ADDRESSED = (
    r"(?:écris|réécris|rédige|génère|crée|produis|propose|compose|traduis|résume|optimise|reformule|paraphrase"
    r"|corrige|améliore|développe|raccourcis|rallonge|fais|donne|trouve)"
)
_POLITE = r"(?:rédige|écrive|réécrive|génére|crée|produise|propose|compose|reformule|optimise|traduise)[zr]"
_REWORK = r"(?:réécris|reformule|traduis|résume|corrige|améliore|optimise|paraphrase|raccourcis|réécrivez|reformulez|paraphrasez)"

_TO_YOU = (
    r"(?:(?:peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|merci de|tu dois|j'aimerais que tu|je (?:veux|voudrais|souhaite) que tu)"
    r"(?: me| m'| nous)? ?(?:rédig|écri|réécri|génér|cré|produi|propos|compos|reformul|optimis|tradui)\w+)"
)
_TASK = regex(
    rf"{_START}(?:{_LEAD}{_ADDRESSED}(?:[- ](?:moi|nous|lui))?|{_TO_YOU}) {_DETERMINER} (?:[\w'-]+ ){{0,4}}?(?:(?P<text>{_TEXT})|{_OTHER})"
)
_POLITE_TASK = regex(
    rf"\A[^\w\s]{{0,3}} ?{_LEAD}{_POLITE}(?:-(?:moi|nous))? {_DETERMINER} (?:[\w'-]+ ){{0,4}}?(?:{_TEXT}|{_OTHER})"
)
_REWRITING = regex(
    rf"{_START}{_LEAD}{_REWORK}(?:[- ]moi)? (?:ce|cet|cette|le|la|l'|mon|ma) ?(?:[\w'-]+ ){{0,2}}"
    r"(?:article|texte|paragraphe|contenu|passage) ?(?:suivante?|ci-dessous|ci-dessus|ci-joint|pour|en|sans|afin|:|\.|,|!|\Z)"
    rf"|{_START}{_LEAD}(?:corrige|améliore|vérifie)\b[^.!?]{{1,60}} de (?:ce|cet|mon) (?:texte|article|paragraphe)\b"
)
_ENGLISH_TASK = regex(
    rf"{_START}{_LEAD}(?:(?P<again>re-?write|translate|summari[sz]e|paraphrase|rephrase|improve|optimi[sz]e|proofread|expand|shorten)"
    r"|write|create|generate|draft|compose|make|produce|give)(?: me| us)? (?:an?|(?P<known>the)|this|that|my|our|these|\d{1,2}) "
    rf"(?:[\w'-]+ ){{0,5}}?(?:(?P<text>{_TEXT_EN})|{_OTHER_EN})"
)
_ROLE = regex(
    rf"{_START}(?:tu es|tu seras|agis|agis-toi|comporte-toi|imagine que tu es|mets-toi (?:à|dans) la (?:place|peau)|act|you are"
    r"|imagine you are|pretend to be)(?: maintenant| désormais| now)?"
    r"(?: (?:comme|en tant que?|as|d'))? ?(?:un|une|an?|the|le|la|l')? ?(?:[\w'-]+ ){0,4}?"
    r"(?:rédact(?:eur|rice)s?|copywriters?|journaliste (?:web|spécialis\w+|expériment\w+|professionnel\w*)|assistant (?:de rédaction|ia|virtuel)"
    r"|ghostwriter|(?:content|blog|web|seo|article) ?writers?|writing assistant|helpful assistant"
    r"|(?:expert|spécialiste|consultant|consultante|experte|specialist)(?:e|s)? (?:en |du |de la |de |in )?"
    r"(?:seo|référencement|rédaction|content|copywriting|marketing de contenu|rédaction web))\b"
)

_ANSWER = regex(
    rf"{_START}(?:bien sûr|certainement|absolument|avec plaisir|d'accord|très bien|parfait|entendu|volontiers|sure|certainly"
    r"|of course|absolutely|great|got it|ok|okay)(?: thing)? ?[!,.:…-]{1,3} ?"
    r"(?:voici|je vous propose|je te propose|here(?: is|'s| are)|below is) (?:[\w'-]+ ){0,4}?"
    rf"(?:{_TEXT}|{_TEXT_EN}|{_OTHER_EN}|(?:proposition|suggestion|version|traduction|réécriture|reformulation|draft|résumé)s?\b)[^.!?]{{0,80}}"
)
_HERE_IS = regex(
    rf"{_START}voici (?:donc )?(?:un|une|le|la|l'|votre|ton|ma|mon|des|quelques) ?(?:(?:nouvelle|nouvel|nouveau|courte?|brève?) )?"
    r"(?:article|texte|version|proposition|introduction|paragraphe|billet|résumé|contenu|traduction|réécriture|reformulation"
    r"|conclusion|(?:méta|meta)[- ]?description|titre)s?(?: (?:d'article|de (?:texte|titre|l'article|votre|ton)\w*|du texte))?"
    rf" ?(?:\(?(?:de|d'environ|d'à peu près|en) {_MEASURED}|(?:réécri|reformul|réorganis|traduit|corrigé|demandé|retravaillé"
    r"|paraphrasé|amélioré|remanié)\w*|optimisée? (?:pour le |pour )?(?:seo|référencement)|que (?:vous avez|tu as) demandée?)"
)
_YOUR_WORK = regex(
    rf"\A[^\w\s]{{0,3}} ?(?:voici|here(?: is|'s)) (?:votre|ton|your|the requested) (?:[\w'-]+ ){{0,2}}?"
    r"(?:article|texte|billet|text|blog post|post|contenu|draft)"
    rf"(?: ?[:.!]? ?\Z| (?:sur|about|on) | ?(?:de|d'environ|of) {_MEASURED}|, | optimi[sz]| en (?:français|html|markdown)| in (?:french|html))"
)
_HERE_IS_EN = regex(
    rf"{_START}here(?: is|'s) (?:an?|the|my|your) (?:[\w'-]+ ){{0,3}}?(?:re-?written|rephrased|revised|optimi[sz]ed|translated|"
    r"paraphrased|improved|updated|corrected|\d{2,5}[- ]words?)\b"
)
_CHANGE = (
    r"(?:reformul|développ|ajout|modifi|rédig|adapt|tradui|raccourci|rallong|continu|génèr|propos|optimis|crée|complèt|corrig"
    r"|approfondi|fourni|transform|résum|détaill|réécri|poursui|mett)\w*"
)
_OFFER = regex(
    rf"\b(?:souhaitez-vous|voulez-vous|souhaites-tu|veux-tu|(?:dites|dis)-moi si (?:vous (?:souhaitez|voulez)|tu (?:souhaites|veux))"
    r"|si (?:vous (?:souhaitez|voulez|le souhaitez)|tu (?:souhaites|veux|le souhaites)), je peux(?: aussi)?)"
    rf" ?,? ?(?:que je )?(?:l'|le |la |les |vous |te |en )?{_CHANGE}"
    r"|\b(?:n'hésite(?:z)? pas à|dis|dites)(?: me |-moi |-le-moi ?)(?:dire|demander|faire savoir|indiquer)? ?(?:si|pour|toute|une|d'autres|des)"
    r" (?:(?:vous|tu) (?:souhaite|veu|voule|désire|avez besoin|as besoin)\w* )?(?:(?:de |d'|des |une? |plus |que |autres? )){0,3}"
    r"(?:modification|ajustement|version|reformul|précision dans le texte|ton différent|longueur|réécri|je (?:le |la |l')?"
    rf"{_CHANGE})"
    r"|\bj'espère que (?:cet article|ce texte|cette version|cette proposition|ce contenu|cela) (?:vous|te) (?:convien|correspon)\w*"
    r"|\b(?:would you like me to|let me know if you(?:'d| would)? (?:like|want|need) (?:me to|any (?:changes|modifications|adjustments)))"
    r"|\bi hope this (?:article|text|version|helps!)"
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
    r"|\bregenerate response\b|\brégénérer la réponse\b"
)

_SURE = (_ANSWER, _HERE_IS, _YOUR_WORK, _HERE_IS_EN, _OFFER, _MACHINE)
"""Nobody writes these to readers."""
_ORDERS = (_REWRITING, _ROLE)

_SUBJECT = regex(
    r"\bprompts?\b|chat ?gpt|\bgpt-?\d|\bgemini\b|\bclaude\b|\bcopilot\b|\bmistral\b|\bllms?\b|ia générative|intelligence artificielle générative"
    r"|assistants? (?:ia|de rédaction)|\bcopywriting\b|rédaction web|rédact(?:eur|rice)s? web|\bbrief(?:er|s)? \w+ rédact|content marketing"
)
"""Where asking for texts is the subject, such orders are examples."""

_CLUES = (
    "rédig", "écri", "génèr", "géner", "crée", "produi", "propose", "compose", "tradui", "résume", "optimis", "reformul", "paraphras", "corrige",
    "amélior", "développe", "raccourci", "rallonge", "fais", "donne", "trouve", "writ", "create", "generate", "translate", "summar", "rephras", "draft",
    "make", "improve", "optimiz", "proofread", "expand", "shorten", "produce", "give", "tu es", "tu seras", "agis", "comporte", "imagine", "mets-toi",
    "act as", "you are", "pretend", "voici", "here", "below is", "je vous propose", "je te propose", "souhait", "voulez-vous", "veux-tu", "-moi",
    "hésite", "espère", "hope", "like me to", "let me know", "modèle", "model", "en tant", "as an", "je suis un", "i'm", "i am", "i can",
    "je ne", "n'ai pas", "of my", "to my", "dernière", "mes données", "ma base", "ma date", "training", "cut", "response", "réponse", "tu veux",
    "vous voulez", "réécri", "assistant",
)  # fmt: skip
"""Each match holds one of these: most blocks need no second look."""


def is_about_prompts(plain_text: str) -> bool:
    """Whether an article is about asking for texts: its orders are examples."""
    return bool(_SUBJECT.search(plain_text))


def prompts(plain_text: str, *, examples: bool = False) -> Iterator[tuple[int, int]]:
    """Where a block speaks to a writing assistant, or one answers, in order of their kinds.

    With `examples` (see `is_about_prompts`) orders are left alone; what a machine says of itself is not.
    """
    if not any(clue in plain_text for clue in _CLUES):
        return
    for pattern in _SURE if examples else (*_SURE, *_ORDERS):
        yield from map(_span, pattern.finditer(plain_text))
    if not examples:
        yield from _tasks(plain_text)


def _tasks(text: str) -> Iterator[tuple[int, int]]:
    """Texts that are ordered: the order must say something of the text wanted."""
    for match in _TASK.finditer(text):
        if (_WANTED if match["text"] else _ASKED).search(text, match.start()):
            yield _sentence(match)
    for match in _ENGLISH_TASK.finditer(text):
        # « Write an essay about your holidays » is an exercise, « Create the blog post » a step of a manual
        is_order = match["text"] and (match["again"] or not match["known"])
        if is_order or _ASKED.search(text, match.end()):
            yield _span(match)
    for match in _POLITE_TASK.finditer(text):
        # advice to writers reads alike: two things must be said of the text, its length among them
        wanted = {found[0] for found in _WANTED.finditer(text, match.start())}
        if len(wanted) > 1 and any(char.isdigit() for char in "".join(wanted)):
            yield _sentence(match)


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
