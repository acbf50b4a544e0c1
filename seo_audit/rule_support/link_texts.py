"""Texts of links that say nothing of what they lead to: « cliquez ici », « en savoir plus »."""

from functools import cache

from seo_audit.french import word_lists
from seo_audit.french.word_lists import lines, plain
from seo_audit.lazy import regex


@cache
def generic() -> frozenset[str]:
    """The texts that say nothing, as `core` has them."""
    return frozenset(core(line) for line in lines(__package__ or "", "link_texts.txt"))


def core(text: str) -> str:
    """A link's text as it is compared: without the signs, arrows and spaces around its words.

    A plus sign there is the word it stands for: « En savoir + », « + d’infos ».
    """
    text = " ".join(plain(text).split())
    if "+" in text:
        text = _LAST_PLUS.sub(" plus", _FIRST_PLUS.sub("plus ", text))
    return word_lists.core(text)


_FIRST_PLUS = regex(r"\A\W*\+\s*(?=[^\W\d])")
_LAST_PLUS = regex(r"(?<=[^\W\d])\s*\+\W*\Z")
