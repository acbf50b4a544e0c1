"""How what the command line explains is printed: language, columns, colours."""

import textwrap
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from seo_audit.message import Language, Message
from seo_audit.rule import Severity

WIDEST = 96
"""Columns of prose at most: longer lines are hard to read."""


class Style(Struct, frozen=True):
    """How text is to be printed: language, columns, colours."""

    language: Language
    width: int = 80
    color: bool = False

    @property
    def columns(self) -> int:
        """Columns of prose."""
        return min(self.width, WIDEST)

    def say(self, message: Message, **values: Any) -> str:
        """A message in the language."""
        return message.say(self.language, values)

    def bold(self, text: str) -> str:
        """The text in bold, where there are colours."""
        return f"\x1b[1m{text}\x1b[0m" if self.color else text

    def dim(self, text: str) -> str:
        """The text in grey, where there are colours."""
        return f"\x1b[2m{text}\x1b[0m" if self.color else text

    def paint(self, text: str, severity: Severity) -> str:
        """The text in the colour of a severity."""
        code = {Severity.ERROR: 31, Severity.WARNING: 33, Severity.INFO: 36}[severity]
        return f"\x1b[{code}m{text}\x1b[0m" if self.color else text

    def wrapped(self, text: str, indent: int = 0, first: str | None = None) -> Iterator[str]:
        """Lines of prose, within the columns; no-break spaces and addresses are not broken."""
        yield from textwrap.wrap(
            text,
            self.columns,
            initial_indent=" " * indent if first is None else first,
            subsequent_indent=" " * indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
