"""Regular expressions compiled when they are first used.

An article needs few of the hundreds that stand in the modules, and compiling one costs as much as a thousand searches.
"""

import re
from typing import Any, AnyStr

__all__ = ["regex"]

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")


class _Pattern:
    """Stands for a `re.Pattern`: its first use compiles it, later ones go straight to the pattern's methods."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The same as `re.compile`, but later. An invalid pattern is noticed when it is used: test it."""
    return _Pattern(pattern, flags)  # type: ignore[return-value]  # it does all that is asked of one
