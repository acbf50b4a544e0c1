"""Rules and reports, found by walking their folders and asking installed packages for theirs."""

import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from seo_audit.errors import ConfigError
from seo_audit.lazy import whole_imports
from seo_audit.message import Message
from seo_audit.rule import Category, Rule, SiteRule

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

RULES = "seo_audit.rules"
REPORTS = "seo_audit.reports"
"""Names of the two packages, and of the entry-point groups in which others offer theirs."""

SITE = "site"
"""The folder, in both packages, of what is about a whole site."""

_SUFFIXES = (".py", ".pyc")

NOT_A_RULE = Message(
    fr="l’extension « {name} » ne déclare pas de règle (RULE)",
    en="the plug-in “{name}” declares no rule (RULE)",
)
BROKEN_PLUGIN = Message(
    fr="l’extension « {name} » ne se charge pas : {reason}",
    en="the plug-in “{name}” cannot be loaded: {reason}",
)


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by id, in the order of their ids.

    Raises:
        ConfigError: a plug-in of somebody else's cannot be loaded or declares no rule.
    """
    found = {}
    for name, module in _modules(RULES):
        declared = getattr(module, "RULE", None)
        if not isinstance(declared, Rule):
            raise ConfigError(NOT_A_RULE, name=name)
        category = _category(module) or declared.category
        doc = (module.__doc__ or "").strip()
        found[name] = replace(declared, id=name, doc=doc, category=category)
    return dict(sorted(found.items()))


@cache
def site_rule_names() -> tuple[str, ...]:
    """Ids of the rules of a whole site, in order; none is loaded."""
    return tuple(sorted(name.replace("_", "-") for name in _site_modules()))


def site_rule(name: str) -> SiteRule:
    """A rule of a whole site, by its id. KeyError when there is none."""
    module = import_module(_site_modules()[name.replace("-", "_")])
    declared = module.RULE
    assert isinstance(declared, SiteRule)
    return replace(declared, id=name, doc=(module.__doc__ or "").strip())


@cache
def site_rules() -> Mapping[str, SiteRule]:
    """All rules of a whole site by id, in the order of their ids."""
    return {name: site_rule(name) for name in site_rule_names()}


@cache
def _site_modules() -> Mapping[str, str]:
    """Modules of the rules of a whole site: the rule's name → the module's."""
    return {
        name: f"{RULES}.{SITE}.{group}.{name}"
        for group in _names(f"{RULES}.{SITE}")
        for name in _names(f"{RULES}.{SITE}.{group}")
    }


class KnownRules(Mapping[str, Rule | SiteRule]):
    """All rules that a configuration may name, of articles and of sites; of a site's, only what is asked for is loaded."""

    def __getitem__(self, name: str) -> Rule | SiteRule:
        return site_rule(name) if name in site_rule_names() else rules()[name]

    def __iter__(self) -> Iterator[str]:
        return iter((*rules(), *site_rule_names()))

    def __len__(self) -> int:
        return len(rules()) + len(site_rule_names())


@cache
def site_report_names() -> tuple[str, ...]:
    """Names of the report formats of a whole site, known without loading any."""
    return _names(f"{REPORTS}.{SITE}")


def site_report(name: str) -> ModuleType:
    """The module of a report format of a whole site, with `render`."""
    return import_module(f"{REPORTS}.{SITE}.{name}")


@cache
def report_names() -> tuple[str, ...]:
    """Names of the report formats, known without loading any."""
    own = set(_names(REPORTS)) - {SITE}
    return tuple(sorted({*own, *(point.name for point in _entry_points(REPORTS))}))


def has_report(name: str) -> bool:
    """Whether there is a report format of this name; none is loaded."""
    own = name in _names(REPORTS) and name != SITE
    return own or any(one.name == name for one in _entry_points(REPORTS))


def report(name: str) -> ModuleType:
    """The module of a report format, with `entry` and `render`, and maybe `remarks`: what its reader must be told apart.

    Raises:
        KeyError: there is no such format.
        ConfigError: a plug-in of somebody else's cannot be loaded.
    """
    if name in _names(REPORTS) and name != SITE:
        return import_module(f"{REPORTS}.{name}")
    for point in _entry_points(REPORTS):
        if point.name == name:
            return _load(point.name, point.load)
    raise KeyError(name)


@cache
def _names(package: str) -> tuple[str, ...]:
    """Names of the modules and folders of a package, in order."""
    (folder,) = import_module(package).__path__
    # pkgutil would do, but imports a compiler to tell the modules from other files
    with os.scandir(folder) as found:
        names = {
            one.name.partition(".")[0]
            for one in found
            if one.name.endswith(_SUFFIXES) or one.is_dir()
        }
    return tuple(sorted(name for name in names if name and not name.startswith("_")))


def _category(module: ModuleType) -> Category | None:
    """The category of one of our own rules: the folder it lies in."""
    package, _, folder = (module.__package__ or "").rpartition(".")
    return Category(folder) if package == RULES else None


def _modules(package: str) -> Iterator[tuple[str, ModuleType]]:
    for category in _names(package):
        if category == SITE:
            continue
        for name in _names(f"{package}.{category}"):
            yield name.replace("_", "-"), import_module(f"{package}.{category}.{name}")
    for point in _entry_points(package):
        yield point.name.replace("_", "-"), _load(point.name, point.load)


def _entry_points(group: str) -> "tuple[EntryPoint, ...]":
    """What installed packages offer under a group."""
    if not any(f"[{group}]" in text for text in _declarations()):
        return ()
    from importlib.metadata import entry_points  # noqa: PLC0415  costs more than a whole short audit

    return tuple(entry_points(group=group))


@cache
def _declarations() -> tuple[str, ...]:
    """The texts in which installed packages declare entry points, where importlib.metadata reads them."""
    found = []
    for place in sys.path:
        folder = Path(place or ".")
        if folder.is_file():  # a zip archive: let importlib.metadata look into it
            found += [f"[{RULES}]", f"[{REPORTS}]"]
        try:
            names = os.listdir(folder)  # noqa: PTH208  names are all we need
        except OSError:
            continue
        for name in names:
            if name.endswith((".dist-info", ".egg-info")):
                try:
                    # a Path of each of hundreds takes longer than to read it
                    with open(f"{folder}/{name}/entry_points.txt", "rb") as declared:  # noqa: PTH123
                        found.append(declared.read().decode("utf-8", "replace"))
                except OSError:
                    continue
    return tuple(found)


def _load(name: str, load: object) -> ModuleType:
    assert callable(load)
    whole_imports()
    try:
        module = load()
    except Exception as error:  # somebody else's code: whatever it raises is said in a line
        raise ConfigError(BROKEN_PLUGIN, name=name, reason=str(error)) from error
    if not isinstance(module, ModuleType):
        raise ConfigError(BROKEN_PLUGIN, name=name, reason="not a module")
    return module
