"""What waits until it is used: regular expressions, and modules that others import without need.

An article needs few of the hundreds of expressions that stand in the modules, and compiling one costs as much as a
thousand searches.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any, AnyStr

__all__ = ["import_late", "regex", "standing_in"]

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


class _LateModule(ModuleType):
    """Stands for a module until something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def import_late(name: str) -> None:
    """Let whoever imports a module from now on get a stand-in, which imports it when something of it is asked for.

    The standard library's LazyLoader would do, did not a second import of the module already ask for its `__spec__`
    (Python 3.11). Nothing happens to a module that is there.
    """
    sys.modules.setdefault(name, _LateModule(name))


class _StandIn(_LateModule):
    """A late module of which much is in another that is there."""

    def __init__(self, name: str, other: ModuleType) -> None:
        super().__init__(name)
        self.__dict__["_other"] = other

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # `from … import` asks whether this is a package
            raise AttributeError(name)
        found = getattr(self._other, name, self)
        return super().__getattr__(name) if found is self else found


@contextmanager
def standing_in(name: str, other: ModuleType) -> Iterator[None]:
    """Let whoever imports a module in the meantime get what `other` has of it, the module itself only for the rest.

    For a library that wants two names of a module which costs more than the library. Nothing happens to a module that
    is there, and nothing remains.
    """
    stand_in = _StandIn(name, other)
    sys.modules.setdefault(name, stand_in)
    try:
        yield
    finally:
        if sys.modules[name] is stand_in:
            del sys.modules[name]
