"""Words as a reader counts them: graphic words, between spaces.

« l’énergie », « c’est-à-dire », « dit-il », « étudiant·e·s » are one word each, and so are
a number with its groups and its sign (« 70 000 », « 3,5 % »), an hour (« 15h30 »), an address
of the web or of a mailbox. Punctuation alone is no word. `docs/french.md` has the whole convention.
"""

from seo_audit.lazy import regex

# A word starts and ends with a letter or a digit. U+02B0–02FF are modifier letters, among them the
# apostrophe U+02BC: Python calls them letters, but alone they are punctuation.
_EDGE = r"[^\W_\u02b0-\u02ff]"
# Signs which part words even without a space: « l’un—l’autre », « mot…mot », « mot(note ».
# Two words with a comma between them have lost their space; « 3,5 » has not.
_INNER = r"[^\s\u2014\u2015\u2026«»\u201c-\u201f\"()\[\]{}<>|,;\u200b\ufeff]"
_MARKS = "[\u0300-\u036f]*"
_SPACE = "[ \u00a0\u2000-\u200a\u202f]"

_WORD = regex(
    # most words: nothing but letters, and what follows cannot belong to them; for speed alone
    r"[a-zà-öø-ÿA-ZÀ-ÖØ-Þ]++(?=[\s,]|\.\s)"
    # an address of the web, up to its last letter or digit
    r"|(?:https?://|ftp://|www\.)(?:[^\s<>«»\"](?<![\u201c-\u201f]))*[^\W_]/?"
    r"|(?:"
    # groups of three digits, as in « 70 000 »
    rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)?"
    # « (re)découvrir »
    rf"|(?:\([^\W\d_]{{1,5}}\)(?=[^\W\d_]))?{_EDGE}"
    rf")(?:{_INNER}*{_EDGE})?{_MARKS}"
    # what goes on after a decimal comma, an elided quotation (« l’“énergie” ») or a bracketed
    # ending (« étudiant(e)s »)
    r"(?:(?:"
    r"(?<=\d),(?=\d)"
    r"|['’\u02bc][«\"\u201c](?=[^\W_])"
    rf"|\([^\W\d_]{{1,6}}\)"
    rf")(?:{_INNER}*{_EDGE})?{_MARKS})*"
    # the sign after a number
    rf"(?:(?<=\d){_SPACE}?(?:[%£$¥°](?!\w)|[‰€](?!\w)))?"
)

# The call of a note, glued to its word as encyclopedias do: « le lac[12] ».
_NOTE_CALL = regex(r"(?<=[\w.,»”\]])\[(?=(\d{1,3})\])")


def words(text: str) -> list[tuple[int, int]]:
    """Half-open character spans of the words of `text`, in order.

    Spans hold neither the punctuation around a word nor the spaces; a number keeps its sign.
    """
    spans = [match.span() for match in _WORD.finditer(text)]
    if "[" in text and (notes := {match.start(1) for match in _NOTE_CALL.finditer(text)}):
        spans = [span for span in spans if span[0] not in notes]
    return spans
