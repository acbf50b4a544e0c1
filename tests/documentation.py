"""The pages of documentation as the tests read them."""

import re

from installed import CHECKOUT


def page(name: str) -> str:
    return (CHECKOUT / name).read_text("utf-8")


def blocks(name: str, language: str) -> list[str]:
    """The fenced blocks of a language in a page."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page(name), re.MULTILINE | re.DOTALL)
