"""Texts that are ordered: « Rédige un article de 800 mots ». The order must say something of the text wanted."""

from collections.abc import Collection, Iterator

from seo_audit.lazy import regex
from seo_audit.rule_support.prompts.kinds import Kind, is_told, sentence, span
from seo_audit.rule_support.prompts.words import (
    ADDRESSED,
    DETERMINER,
    LEAD,
    MADE,
    MADE_EN,
    ORDERED,
    OTHER,
    OTHER_EN,
    POLITE,
    START,
    TEXT,
    TEXT_EN,
    VERBS,
    VERBS_AGAIN,
    VERBS_EN,
    VERBS_POLITE,
)

_ASKED = regex(ORDERED)

_WANTED = regex(
    rf"{ORDERED}|\b(?:avec|d'|sur|adopte\w*|utilise\w*|dans|in|use|with) (?:un|a|an) (?:\w+ )?(?:ton|style|tone)\b|\bau ton\b|\bton :|en (?:français|anglais)\b"
    r"|\bin (?:french|english)\b|à la première personne|sans (?:jargon|répétitions?|fautes?)"
    r"|\b(?:accroch|captiv|engage|percut)(?:euse|ante|ant|eur)s?\b"
)
"""What an order says of the text wanted: what nothing else says, and more."""

_WRITING = regex(r"\b(?:r?[ée]{1,2}cri(?:s|re|ves)|r[ée]dige|g[ée]n[èée]r|crée|produis|compose)")
"""Who asks that of somebody for himself (« écris-moi un article ») asks no reader."""

_ABOUT = regex(
    r"(?:article|billet|post|contenu|introduction|conclusion|paragraphe|fiche produit|communiqué)s?(?: de blog| web| complet| détaillé| optimisé| unique){0,2}"
    r" (?:sur|au sujet d|à propos d|concernant)\b(?! (?:t(?:a|on|es)|v(?:otre|os)|une? (?:feuille|page|papier|carnet|cahier|mur|tableau))\b)"
)
"""Nor who says on what; a teacher asks for a text on his pupils' holidays."""

_TO_YOU = (
    r"(?:(?:peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|merci de|tu dois|tu vas|j'aimerais que tu|je (?:veux|voudrais|souhaite) que tu)"
    r"(?: me| m'| nous)? ?(?:rédig|écri|réécri|génér|cré|produi|propos|compos|reformul|optimis|tradui|résum|fai|donn)\w+)"
)

TASK = Kind(
    regex(
        rf"{START}(?:{LEAD}{ADDRESSED}(?P<me>[- ](?:moi|nous|lui))?|{_TO_YOU})(?: maintenant| ensuite| aussi| également| enfin)?"
        rf" (?:{DETERMINER} |l')(?:[\w'-]+ ){{0,4}}?(?:[ld]')?(?:(?P<text>{TEXT})|{OTHER})"
    ),
    (MADE, (*VERBS, "-tu", "-vous", "que tu", "tu dois", "tu vas", "merci de")),
)  # fmt: skip

POLITE_TASK = Kind(
    regex(
        rf"\A[^\w\s]{{0,3}} ?{LEAD}{POLITE}(?:-(?:moi|nous))? (?:{DETERMINER} |l')(?:[\w'-]+ ){{0,4}}?(?:{TEXT}|{OTHER})"
    ),
    (MADE, VERBS_POLITE),
)  # fmt: skip

_STEPS = ("create", "generate", "make", "produce", "give", "translate")
"""Verbs of manuals, too: « Create a new article », « Translate the content »."""

ENGLISH_TASK = Kind(
    regex(
        rf"{START}{LEAD}(?:(?P<again>{'|'.join(VERBS_AGAIN)})|{'|'.join(VERBS_EN)})(?: me| us)?"
        rf" (?:an?|(?P<known>the)|this|that|my|our|these|\d{{1,2}}) (?:[\w'-]+ ){{0,5}}?(?:(?P<text>{TEXT_EN})|{OTHER_EN})"
    ),
    (MADE_EN, (*VERBS_EN, *VERBS_AGAIN)),
)  # fmt: skip

_OF_A_TEXT = regex(
    r"\babout\b|\b(?:catchy|engaging|compelling|unique|original|high-quality|detailed|comprehensive|informative|persuasive|friendly)\b"
    r"|\b(?:in|into|to) (?:plain |correct |good )?(?:french|english|spanish|german|italian|portuguese)\b|\b(?:following|below|above)\b"
)
"""What a step of a manual does not say of the text that is made."""

_IN_LANGUAGE = regex(r" in (?:french|english)\b")


def tasks(text: str, among: Collection[Kind]) -> Iterator[tuple[int, int]]:
    """Texts that are ordered: the order must say something of the text wanted."""
    for match in TASK.met(text) if TASK in among else ():
        asked = (_WANTED if match["text"] else _ASKED).search(text, match.start())
        for_me = match["me"] and match["text"] and _WRITING.search(match[0])
        on_something = (
            match["text"] and _WRITING.search(match[0]) and _ABOUT.match(text, match.start("text"))
        )
        if (asked or for_me or on_something) and not is_told(match):
            yield sentence(match)
    for match in ENGLISH_TASK.met(text) if ENGLISH_TASK in among else ():
        # « Write an essay about your holidays » is an exercise, « Create the blog post » a step of a manual
        order = match["text"] and (match["again"] or not match["known"])
        if order and any(verb in match[0] for verb in _STEPS):
            order = _OF_A_TEXT.search(text, match.start())
        in_language = match["text"] and _IN_LANGUAGE.match(text, match.end())
        if order or in_language or _ASKED.search(text, match.end()):
            yield span(match)
    for match in POLITE_TASK.met(text) if POLITE_TASK in among else ():
        # advice to writers reads alike: two things must be said of the text, its length among them
        wanted = {found[0] for found in _WANTED.finditer(text, match.start())}
        if len(wanted) > 1 and any(char.isdigit() for char in "".join(wanted)):
            yield sentence(match)
