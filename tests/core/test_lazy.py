"""Regular expressions compiled late."""

import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from seo_audit.lazy import _Pattern, import_late, regex


def _modules() -> Iterator[ModuleType]:
    for package in ("seo_audit", "seo_audit.rules", "seo_audit.reports"):
        path = import_module(package).__path__
        for one in pkgutil.walk_packages(path, package + "."):
            if one.name != "seo_audit.__main__":
                try:
                    yield import_module(one.name)
                except ModuleNotFoundError as error:
                    # of an extra that is not installed
                    assert str(error.name).partition(".")[0] != "seo_audit"  # noqa: PT017


@pytest.mark.slow
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


@pytest.mark.process
def test_none_is_compiled_before_it_is_used() -> None:
    program = (
        "import sys; from seo_audit import engine, plugins; from seo_audit.lazy import _Pattern\n"
        "from seo_audit.parsing.html import parser; from seo_audit.parsing.markdown import parser\n"
        "plugins.rules()\n"
        "print([f'{module}.{name}' for module in sorted(sys.modules) if module.startswith('seo_audit')\n"
        "    for name, value in vars(sys.modules[module]).items()\n"
        "    if isinstance(value, _Pattern) and 'search' in vars(value)])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # fmt: skip
    assert done.stdout.strip() == "[]"


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


def test_a_late_module_is_imported_when_something_of_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "late_one.py").write_text("import sys\nsys.late_one_ran = True\nvalue = 3\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "late_one", raising=False)
    import_late("late_one")
    stand_in = import_module("late_one")
    import_late("late_one")
    assert import_module("late_one") is stand_in
    assert not hasattr(sys, "late_one_ran")
    assert stand_in.value == 3
    assert sys.late_one_ran  # type: ignore[attr-defined]
    assert sys.modules["late_one"] is not stand_in
    assert stand_in.value == sys.modules["late_one"].value
    with pytest.raises(AttributeError):
        _ = stand_in.nothing


def test_a_module_that_is_there_stays() -> None:
    import_late("re")
    assert sys.modules["re"] is re


@pytest.mark.process
def test_markdown_is_read_without_what_looks_into_code() -> None:
    code = (
        "import sys\n"
        "from seo_audit.lazy import spare_imports, whole_imports\n"
        "spare_imports()\n"
        "import seo_audit\n"
        "assert seo_audit.read('# Un\\n\\nDeux.', format='markdown').text\n"
        "assert not {'ast', 'dis', 'tokenize', 'mdurl._parse'} & set(sys.modules)\n"
        "import inspect\n"
        "def work(a, b=1): ...\n"
        "class Plain: ...\n"
        "assert str(inspect.signature(work)) == '(a, b=1)'\n"
        "whole_imports()\n"
        "import inspect\n"
        "assert str(inspect.signature(Plain)) == '()'\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.process
def test_beautiful_soup_is_imported_for_selectors_alone() -> None:
    code = (
        "import sys\n"
        "from seo_audit.lazy import spare_imports\n"
        "spare_imports()\n"
        "import seo_audit\n"
        "text = '<main><p class=a>Un.</p></main><p>Deux.</p>'\n"
        "assert seo_audit.read(text, format='html').text\n"
        "assert not {'bs4', 'soupsieve', 'lxml'} & set(sys.modules)\n"
        "from seo_audit.config.config import Config\n"
        "assert seo_audit.read(text, Config(content='.a'), format='html').text == 'Un.'\n"
        "assert 'bs4' in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
