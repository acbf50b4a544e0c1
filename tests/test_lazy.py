"""Regular expressions compiled late."""

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import pytest

from seo_audit.lazy import _Pattern, regex


def _modules() -> Iterator[ModuleType]:
    for package in ("seo_audit", "seo_audit.rules", "seo_audit.reports"):
        path = import_module(package).__path__
        for one in pkgutil.walk_packages(path, package + "."):
            if one.name != "seo_audit.__main__":
                yield import_module(one.name)


def test_every_pattern_of_the_project_compiles() -> None:
    found = [
        (module.__name__, name, value)
        for module in _modules()
        for name, value in vars(module).items()
        if isinstance(value, _Pattern)
    ]
    assert len(found) > 200
    for module, name, value in found:
        try:
            re.compile(value.pattern, value._flags)
        except re.error as error:
            pytest.fail(f"{module}.{name}: {error}")


def test_is_compiled_once_and_does_what_a_pattern_does() -> None:
    late, now = regex("(a)B", re.IGNORECASE), re.compile("(a)B", re.IGNORECASE)
    assert "search" not in vars(late)
    assert late.sub(r"\1", "xab") == "xa"
    assert "search" in vars(late)
    assert late.match("ab", 0, 1) is None
    assert late.findall("abAB") == now.findall("abAB")
    assert late.split("1ab2") == now.split("1ab2")
    assert late.groups == 1
    assert late.pattern == now.pattern
    with pytest.raises(AttributeError):
        _ = late.nothing  # type: ignore[attr-defined]


def test_an_invalid_pattern_is_noticed_when_used() -> None:
    late = regex("(")
    with pytest.raises(re.error):
        late.search("a")
