"""Where French sentences end.

Each run of « . », « ! », « ? » or « … », each « ; » and each line break is a candidate, found by one regular
expression; what stands before and after it decides. Abbreviations are in `abbreviations.txt`,
the convention with examples in `docs/french.md`.
"""

import re
from functools import cache
from importlib import resources

# The stops with the marks and brackets which close behind them, calls of notes and emoji, then the
# spaces; or a line break. One loop over signs of which each starts one branch only, and nothing required
# behind it: no backtracking, linear on any text.
_CANDIDATE = re.compile(
    r"[.!?…‽;\n](?:(?<=\n)(?P<lines>\s*)"
    r"|(?P<run>(?:[ \u00a0\u202f]?[.!?…‽»›\u2600-\u27bf\U0001f300-\U0001faff]"
    r"|[”’'\")\]}*®™©¹²³\ufe0f\u200d]|\[\d{1,3}\])*)(?P<space>\s*))"
)
_ITEM = re.compile(r"(?:[-–—•*‣◦·▪■►✓➢][ \t\u00a0\u202f]|\d{1,2}[.)°][ \t\u00a0])")
_ENUMERATOR = re.compile(r"[a-z][.)]\s+[^\W\d_a-zà-ÿ]")
_SPACES = re.compile(r"\s*")
_CUT = re.compile(r"[\[(](?:…|\.{3})[\])]\s*")
_OPENERS = frozenset(" \t\n\r\u00a0\u2009\u202f«‹“„‘\"'([{—–-*•¿¡·‣◦▪>_#@")
_OPENING = "([{«“„\"'‘—–-*"
_NEXT = re.compile(r"[\w’'\u02bc\u00ad-]+")
_INITIALS = re.compile(r"[^\W\d_a-zà-ÿ](?:\.-?[^\W\d_a-zà-ÿ])*\Z")
_SECTION = re.compile(r"(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVX]{1,6}|[a-zA-Z])\Z")
_ROMAN = re.compile(r"[IVXLC]+\b(?!['’\u02bc])")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_DOMAINS = frozenset({"com", "fr", "org", "net", "js", "io", "be", "ch", "eu", "tv"})

# Words which, written with a capital, start a sentence rather than go on with a name.
_STARTERS = frozenset(
    """
    le la les un une des du de ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur
    leurs je tu il elle on nous vous ils elles iel iels ça cela ceci celui celle ceux celles qui que quoi où
    quand comment pourquoi combien quel quelle quels quelles et ou mais or ni car donc si comme lorsque
    puisque quoique dans en à au aux par pour sur sous avec sans chez vers entre contre depuis pendant durant
    avant après dès selon malgré parmi jusque lors ici là hier demain alors ainsi aussi enfin
    ensuite puis bref cependant pourtant toutefois néanmoins certes oui non peut plus moins très trop tout
    toute tous toutes chaque plusieurs quelques certains certaines aucun aucune personne rien voici voilà
    est y se lui moi toi eux afin grâce outre parce bien encore même déjà jamais ne
    toujours souvent parfois seul seule autre autres deux trois quatre cinq dix cent mille pas tant
    """.split()
)
_ELIDED = re.compile(
    r"(?:[ldjcsntm]|qu|jusqu|lorsqu|puisqu|quoiqu|aujourd)['’\u02bc]|[^\W\d_]+-(?:il|elle|on|ce|t|je|vous|nous)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:il|elle|on|je|tu|nous|vous|ils|elles|ça)[ \u00a0]|(?:c|j)['’\u02bc]")
# After these nouns a single capital is a name of its own: « vitamine C. »
_LETTERED = frozenset(
    """
    vitamine vitamines hépatite plan groupe série catégorie classe type ligue division point lettre note porte
    hall terminal bâtiment annexe zone option formule bloc équipe facteur ligne variante cas scénario solution
    question réponse niveau étape phase partie majuscule minuscule
    """.split()
)
# Particles which, before another capital, go on with a name: « J. Le Goff ».
_PARTICLES = frozenset({"le", "la", "les", "de", "du", "des"})


def sentences(text: str) -> list[tuple[int, int]]:
    """Half-open character spans of the sentences of `text`, in order.

    Spans start and end with a character that is no space; closing quotation marks and brackets belong
    to them, and only spaces stand between them. A blank line ends a sentence; a single line break
    does not, unless an item of a list or a reply follows. What holds neither letter nor digit goes with
    the sentence before it; a text of such signs only has no sentence.
    """
    spans: list[tuple[int, int]] = []
    length = len(text)
    start = length - len(text.lstrip())
    seen = start  # no letter or digit stands between start and here: nothing is looked at twice
    for match in _CANDIDATE.finditer(text, start):
        first, after = match.span()
        spaces = match["lines"]
        if spaces is None:
            end = match.end("run")
            spaces = match["space"]
            if text.startswith('"', after) and _closes_quotation(text, start, after):
                end, after = after + 1, _SPACES.match(text, after + 1).end()
            if after < length and not _is_end(text, start, first, match["run"], spaces, after):
                continue
        else:
            if after < length and "\n" not in spaces and not _ITEM.match(text, after):
                continue
            end = first
            while end > start and text[end - 1].isspace():
                end -= 1
        if _LETTER_OR_DIGIT.search(text, seen, end):
            spans.append((start, end))
            start = after
        elif spans:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            start = after
        seen = after
    end = length
    while end > start and text[end - 1].isspace():
        end -= 1
    if _LETTER_OR_DIGIT.search(text, seen, end):
        spans.append((start, end))
    elif spans and end > start:
        spans[-1] = (spans[-1][0], end)
    return spans


def _is_end(text: str, start: int, first: int, run: str, spaces: str, after: int) -> bool:
    """Whether the sentence begun at `start` ends with the stops at `first`; `run` is the rest of them."""
    if not spaces:
        return text[first] != ";" and _is_glued_end(text, start, first, after, run)
    if "\n" in spaces and (spaces.count("\n") > 1 or _ITEM.match(text, after)):
        return True
    following = _following(text, after)
    letter = text[following : following + 1]
    if letter.islower():
        return text[first] != ";" and _starts_small(text, start, first, run, following)
    if not letter.isalnum():
        return False
    if text[first] == ";":
        return letter.isupper() and _starts(text, following)
    if first - start < 8 and not _LETTER_OR_DIGIT.search(text, start, first):
        return False
    if (")" in run or "]" in run) and _closes_aside(text, start, first, run):
        return text[first] in "!?" or _starts(text, following)
    if text[first] == "." and not any(stop in run for stop in ".!?…"):
        return not _is_abbreviation(text, start, first, run, following)
    if text[first] == "!" and not run:
        return not _is_abbreviation(text, start, first, "!", following)
    if text[first] in ".…" and not any(stop in run for stop in "!?"):
        before = text[max(start, first - 2) : first].rstrip()[-1:]
        return before != "," and not (letter.isdigit() and before.isdigit())
    return True


def _closes_quotation(text: str, start: int, place: int) -> bool:
    """Whether the typewriter's quotation mark at `place`, a space before it, is a closing one."""
    return (
        not text[place + 1 : place + 2].strip()
        and place - start < 2000
        and text.count('"', start, place) % 2 == 1
    )


def _starts_small(text: str, start: int, first: int, run: str, following: int) -> bool:
    """Whether the small letter at `following` starts a sentence all the same.

    It does in « iPhone », in « b. Brancher », and where people write without capitals: « …la mer. il pleut ».
    """
    if text[following + 1 : following + 2].isupper():
        return True
    if not (_ENUMERATOR.match(text, following) or (text[first] == "." and not run and _SUBJECT.match(text, following))):
        return False
    before = _last_word(text, start, first)
    return len(before) > 2 and "." not in before and not _is_abbreviation(text, start, first, run, following) \
        and before.lower() not in _abbreviations()


def _following(text: str, place: int) -> int:
    """Where the next word starts after `place`, behind opening marks, dashes and « […] »."""
    limit = min(len(text), place + 16)
    while place < limit and text[place] in _OPENERS:
        cut = _CUT.match(text, place)
        place = cut.end() if cut else place + 1
    return place


def _is_glued_end(text: str, start: int, first: int, after: int, run: str) -> bool:
    """Whether stops without a space behind end a sentence: « Il part.Elle reste. »."""
    if run.strip(".!?…") or not text[after].isupper() or text[after + 1 : after + 2].isupper():
        return False
    before = _last_word(text, start, first)
    if not before[-2:].isalpha() or not before[-2:].islower() or any(sign in before for sign in ".@/_"):
        return False
    following = _NEXT.match(text, after)
    word = following[0] if following else ""
    return (
        len(before) > 2
        and len(word) > 1
        and word.lower() not in _DOMAINS
        and _abbreviations().get(before.lower(), "may end") == "may end"
    )


def _closes_aside(text: str, start: int, first: int, run: str) -> bool:
    """Whether the bracket closed in `run` was opened in the midst of the sentence."""
    if run.rstrip("»”’'\" \u00a0\u202f")[-1:] not in ")]" or run[-2:-1].isdigit():
        return False
    window = max(start, first - 400)
    opened = max(text.rfind("(", window, first), text.rfind("[", window, first))
    return opened >= 0 and _LETTER_OR_DIGIT.search(text, start, opened) is not None


def _last_word(text: str, start: int, end: int) -> str:
    """What stands without a space before `end`, freed from opening marks and from an elided article."""
    before = text[max(start, end - 24) : end]
    if not before or before[-1].isspace():
        return ""
    word = before.split()[-1].lstrip(_OPENING)
    for apostrophe in "’'\u02bc":
        word = word.rpartition(apostrophe)[2]
    return word


def _is_abbreviation(text: str, start: int, first: int, run: str, following: int) -> bool:
    """Whether the stop at `first` belongs to an abbreviation, an initial or the number of an item."""
    word = _last_word(text, start, first)
    if not word:
        return False
    if run == "!":
        word += run
    kind = _abbreviations().get(word) or _abbreviations().get(word.lower())
    initials = _INITIALS.match(word)
    if kind is None and not initials and not (len(word) < 8 and _SECTION.match(word)):
        return False
    begin = first - len(word)
    opening = not text[start:begin].strip(_OPENING + " \u00a0") if begin - start < 8 else False
    if kind is None or (initials and len(word) == 1 and kind != "before a name"):
        if _SECTION.match(word) and (opening or text[max(start, begin - 3) : begin].rstrip().endswith(":")):
            return True
        return initials is not None and _is_initial(text, start, begin, word, following, opening)
    if kind == "may end":
        return False
    if kind in ("before a name", "inside"):
        return True
    if kind in ("before a name*", "inside*"):
        return text[following].isdigit() or not _starts(text, following)
    if text[following].isdigit() or _ROMAN.match(text, following):
        return True
    return kind == "before a number" and not _starts(text, following)


def _is_initial(text: str, start: int, begin: int, word: str, following: int, opening: bool) -> bool:
    """Whether the capitals of `word` are the initials of the name which follows."""
    if opening:
        return True
    previous = _last_word(text, start, begin - 1).lower().rstrip(".")
    if word == "J.-C":
        return previous not in {"av", "apr", "ap", "avant", "après"}
    if len(word) == 1 and previous in _LETTERED:
        return False
    return not _starts(text, following)


def _starts(text: str, place: int) -> bool:
    """Whether the word at `place` is one which starts a sentence rather than a name."""
    if _ELIDED.match(text, place):
        return True
    match = _NEXT.match(text, place)
    if not match:
        return False
    word = match[0].lower()
    if word not in _STARTERS:
        return word.endswith(("ement", "amment", "emment"))
    if word in _PARTICLES:
        return not text[match.end() + 1 : match.end() + 2].isupper()
    return True


@cache
def _abbreviations() -> dict[str, str]:
    """Kind of each abbreviation, without its last full stop; the kind of those with a star ends in one."""
    kinds: dict[str, str] = {}
    kind = ""
    listed = resources.files(__package__).joinpath("abbreviations.txt").read_text("utf-8")
    for line in listed.splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif not line.startswith("#"):
            for entry in line.split():
                star = "*" if entry.endswith("*") else ""
                kinds.setdefault(entry.rstrip("*"), kind + star)
    return kinds
