"""What waits until it is used: regular expressions, and modules that others import without need.

An article needs few of the hundreds of expressions that stand in the modules, and compiling one costs as much as a
thousand searches.
"""

import re
import sys
import typing
from importlib import import_module
from types import ModuleType
from typing import Any, AnyStr

__all__ = ["import_late", "regex", "spare_imports", "whole_imports"]

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
    """Stands for a module until something is asked for that the module `other`, if there is one, has not got."""

    def __init__(self, name: str, other: ModuleType | None = None) -> None:
        super().__init__(name)
        self.__dict__["_other"] = other

    def __getattr__(self, name: str) -> Any:
        if self._other is not None and hasattr(self._other, name):
            return getattr(self._other, name)
        if name == "__path__":  # `from … import` asks whether this is a package
            raise AttributeError(name)
        return getattr(_whole(self.__name__), name)


def _whole(name: str) -> ModuleType:
    """A module itself, which from now on whoever imports it gets."""
    if isinstance(sys.modules.get(name), _LateModule):
        del sys.modules[name]
    return import_module(name)


def import_late(name: str, other: ModuleType | None = None) -> None:
    """Let whoever imports a module from now on get a stand-in, which imports it when something of it is asked for.

    What the module `other` has is taken from there. The standard library's LazyLoader would do, did not a second import
    of the module already ask for its `__spec__` (Python 3.11). Nothing happens to a module that is there.
    """
    sys.modules.setdefault(name, _LateModule(name, other))


def spare_imports() -> None:
    """Spare a run what libraries import and a run seldom comes to; for a program of our own, not for who imports us.

    msgspec wants two names of typing_extensions that typing has, and `textwrap`; click and dataclasses want `inspect`,
    markdown-it wants `mdurl`, PyYAML wants `base64`, for what we do not ask of them. Together a tenth of a short audit.
    This goes when they import lazily (PEP 810, Python 3.15).
    """
    for name in ("base64", "ipaddress", "mdurl", "textwrap", "traceback"):
        import_late(name)
    import_late("typing_extensions", typing)
    import_late("inspect", _SIGNATURES)


class _Signatures(ModuleType):
    """What dataclasses asks of `inspect`: the signature of a class without documentation, to write it one."""

    @staticmethod
    def signature(of: object, *given: Any, **named: Any) -> Any:
        """ValueError for such a class, which dataclasses takes for an answer; of anything else its signature."""
        if isinstance(of, type) and not of.__doc__:
            raise ValueError
        return _whole("inspect").signature(of, *given, **named)


_SIGNATURES = _Signatures("inspect")


def whole_imports() -> None:
    """Take the stand-ins away again: for libraries that we do not know, such as drivers that a user installed.

    One may want of typing_extensions what typing has otherwise: `TypeVar` with a default, before Python 3.13.
    """
    for name, module in list(sys.modules.items()):
        if isinstance(module, _LateModule):
            del sys.modules[name]
