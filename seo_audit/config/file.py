"""Configuration files: which one holds for an article, what it says, and on which line."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.brief.target import PROFILES
from seo_audit.config.config import Config
from seo_audit.config.options import (
    NUMBER,
    TABLE,
    TEXT,
    TEXTS,
    Key,
    Where,
    check_options,
    one_of,
    unknown_key,
    unknown_rule,
    wrong,
)
from seo_audit.errors import ConfigError
from seo_audit.judging.gate import Gate
from seo_audit.message import Message
from seo_audit.rule import Category, Rule, Severity
from seo_audit.source import printable_name
from seo_audit.toml import patterns as globs

NAMES = ("seo-audit.toml", "pyproject.toml")
"""Files that may hold a configuration, the stronger first."""

OPTIONS = "--"
"""Name of the layer that holds what the command line's own options say."""

MAXIMUM_BYTES = 1_000_000
"""A configuration file larger than this is refused."""

MISSING = Message(
    fr="{name} : fichier de configuration introuvable", en="{name}: no such configuration file"
)
UNREADABLE = Message(
    fr="{name} : lecture impossible ({reason})", en="{name}: cannot be read ({reason})"
)
NOT_TOML = Message(
    fr="{where} : ce n’est pas du TOML valide ({reason})", en="{where}: not valid TOML ({reason})"
)
NO_TABLE = Message(
    fr="{name} : pas de table [tool.seo-audit]", en="{name}: no table [tool.seo-audit]"
)
POSITIVE = Message(fr="un nombre entier, au moins 1", en="a whole number, at least 1")
NOT_NEGATIVE = Message(fr="un nombre entier, au moins 0", en="a whole number, at least 0")
FAIL_UNDER = Message(
    fr="un nombre, au moins 0, ou une table de nombres par catégorie",
    en="a number, at least 0, or a table of numbers by category",
)
REGION = Message(
    fr='une région telle que "fr-FR" ou "fr-CA"', en='a region such as "fr-FR" or "fr-CA"'
)
BRIEF = Message(
    fr="une table, ou le nom d’un fichier TOML", en="a table, or the name of a TOML file"
)
NO_BRIEF = Message(
    fr="{where} : commande introuvable : {name}", en="{where}: no such brief: {name}"
)
FAIL_ON = (*(severity.value for severity in Severity), "never")
LANGUAGES = ("fr", "en")
FRONT_MATTER = (
    "title",
    "description",
    "slug",
    "language",
    "keywords",
    "authors",
    "published",
    "modified",
)
"""What may be renamed in the front matter, under `[front-matter]`."""


class Layer(Struct, frozen=True):
    """Some keys and values, and where they come from.

    `data` is as TOML gives it, keys in the tool's own spelling. `folder` is what its paths and
    patterns are relative to. `name` is what errors call it; `text` is its TOML, if it has any, and
    `table` where in it the data stands.
    """

    name: str
    data: Mapping[str, Any]
    folder: Path
    text: str = ""
    table: tuple[str, ...] = ()

    def where(self, path: Sequence[Key]) -> str:
        """The place of a key, as an error names it: the file and the line, or the option."""
        if self.name == OPTIONS:
            return f"--{path[0]}"
        full = (*self.table, *path)
        lines = self._lines()
        for length in range(len(full), len(self.table), -1):
            line = lines.get(tuple(map(_canonical_key, full[:length])))
            if line:
                return f"{self.name}:{line}"
        return self.name

    @property
    def per_file_ignores(self) -> tuple[Mapping[str, Any], ...]:
        """The table `per-file-ignores` as overrides."""
        return tuple(
            {"files": [pattern], "ignore": names}
            for pattern, names in self.data.get("per-file-ignores", {}).items()
        )

    def _lines(self) -> Mapping[tuple[Key, ...], int]:
        from seo_audit.toml.places import key_lines  # noqa: PLC0415  only for an error

        return {
            tuple(map(_canonical_key, path)): line for path, line in key_lines(self.text).items()
        }


def find_in(folder: Path) -> Layer | None:
    """The configuration file of a folder, read; None when there is none.

    Raises:
        ConfigError: it is not readable or not TOML.
    """
    for name in NAMES:
        path = folder / name
        if path.is_file() and (name != "pyproject.toml" or _may_hold_table(path)):
            layer = read(path, required=False)
            if layer is not None:
                return layer
    return None


def read(path: Path, *, required: bool = True) -> Layer | None:
    """A configuration file. A pyproject.toml without our table gives None unless it is required.

    Raises:
        ConfigError: it is missing, unreadable, not TOML, or has no table of ours.
    """
    name = shown_path(path)
    try:
        with path.open("rb") as file:
            content = file.read(MAXIMUM_BYTES)
        text = content.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise ConfigError(MISSING, name=name) from error
    except OSError as error:
        raise ConfigError(UNREADABLE, name=name, reason=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ConfigError(NOT_TOML, where=f"{name}:{line}", reason="UTF-8") from error
    data = _parsed(text, name)
    table: tuple[str, ...] = ()
    if path.name == "pyproject.toml":
        table = ("tool", "seo-audit")
        tool = data.get("tool")
        own = tool.get("seo-audit") if isinstance(tool, dict) else None
        if own is None:
            if required:
                raise ConfigError(NO_TABLE, name=name)
            return None
        data = own if isinstance(own, dict) else {"": own}
    return Layer(name, _canonical(data), path.parent.absolute(), text, table)


def read_for(path: Path, folder: Path) -> Layer:
    """A configuration file given for a run: its paths and patterns are relative to `folder`.

    Raises:
        ConfigError: as `read`.
    """
    layer = read(path)
    assert layer is not None  # required
    return replace(layer, folder=folder)


def expression(text: str, folder: Path) -> Layer:
    """The layer of one `key = value` given on the command line, in TOML.

    Raises:
        ConfigError: it is not TOML.
    """
    return Layer("--config", _canonical(_parsed(text, "--config")), folder)


def tables(layers: Iterable[Layer], path: Path) -> Iterator[tuple[Layer, Mapping[str, Any]]]:
    """The tables that hold for a file, the weakest first, from layers that were checked."""
    for layer in layers:
        yield layer, layer.data
        relative = _relative(path, layer.folder)
        if relative is None:
            continue
        for table in layer.per_file_ignores:
            if globs.matches(table["files"][0], relative):
                yield layer, table
        for table in layer.data.get("overrides", ()):
            if any(globs.matches(pattern, relative) for pattern in table["files"]):
                yield layer, table


def excluded(layer: Layer, path: Path) -> bool:
    """Whether a layer's `exclude` leaves a file or folder out."""
    patterns = layer.data.get("exclude")
    relative = _relative(path, layer.folder)
    if not isinstance(patterns, list) or relative is None:
        return False
    return any(globs.matches(pattern, relative) for pattern in patterns if isinstance(pattern, str))


def check(layer: Layer, rules: Mapping[str, Rule]) -> None:
    """Say what is wrong in a layer, if anything is.

    Raises:
        ConfigError: a key or value is not understood; the first one in the file's order.
    """
    _check_table(layer.data, (), layer.where, rules, layer.folder)


def shown_path(path: Path) -> str:
    """A path as messages show it: relative to the working folder where it lies in it."""
    try:
        relative = path.absolute().relative_to(Path.cwd())
    except ValueError:
        return printable_name(path)
    return printable_name(relative)


# -- reading


def _may_hold_table(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return b"seo-audit" in file.read(MAXIMUM_BYTES)
    except OSError:
        return False


def _parsed(text: str, name: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  only where there is TOML

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        line = re.search(r"at line (\d+)", reason)
        if line:
            number = int(line[1])
        elif "at end of document" in reason:
            number = text.count("\n") + 1
        else:
            number = 0
        # the place stands before the reason already
        reason = re.sub(r" \(at (?:line \d+, column \d+|end of document)\)", "", reason)
        where = f"{name}:{number}" if number and name != "--config" else name
        raise ConfigError(NOT_TOML, where=where, reason=reason) from error
    except RecursionError as error:
        raise ConfigError(NOT_TOML, where=name, reason="[[[[…") from error


def _canonical(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data with hyphens in the keys and rule ids that have underscores; options stay as written."""
    found: dict[str, Any] = {}
    for key, value in data.items():
        name = key.replace("_", "-")
        if name == "rules" and isinstance(value, dict):
            found[name] = {rule.replace("_", "-"): table for rule, table in value.items()}
        elif name == "overrides" and isinstance(value, list):
            found[name] = [_canonical(item) if isinstance(item, dict) else item for item in value]
        else:
            found[name] = value
    return found


def _canonical_key(key: Key) -> Key:
    return key.replace("_", "-") if isinstance(key, str) else key


# -- checking

Check = Callable[[Any, Sequence[Key], Where], None]


def _check_table(
    data: Mapping[str, Any],
    prefix: tuple[Key, ...],
    where: Where,
    rules: Mapping[str, Rule],
    folder: Path,
) -> None:
    """Check the table of a file, or that of an override, which stands at `prefix`."""

    def check_ignores(value: Any, path: tuple[Key, ...]) -> None:
        for pattern, names in _table(value, path, where).items():
            _check_names(names, (*path, pattern), where, rules)

    checks: dict[str, Callable[[Any, tuple[Key, ...]], None]] = {
        "rules": lambda value, path: _check_rules(value, path, where, rules),
        "brief": lambda value, path: _check_brief(value, path, where, folder),
    }
    for key in _RULE_LISTS:
        checks[key] = lambda value, path: _check_names(value, path, where, rules)
    if prefix:
        checks["files"] = lambda value, path: _check_texts(value, path, where)
    else:
        checks["per-file-ignores"] = check_ignores
        checks["overrides"] = lambda value, path: _check_overrides(
            value, path, where, rules, folder
        )
    for key, value in data.items():
        path = (*prefix, key)
        if key in checks:
            checks[key](value, path)
        elif key in _CHECKS:
            _CHECKS[key](value, path, where)
        else:
            raise unknown_key(where, path, {*checks, *_CHECKS})


def _check_overrides(
    value: Any, path: tuple[Key, ...], where: Where, rules: Mapping[str, Rule], folder: Path
) -> None:
    if not isinstance(value, list):
        raise wrong(
            where, path, value, Message(fr="des tables [[overrides]]", en="tables [[overrides]]")
        )
    for number, table in enumerate(value):
        place = (*path, number)
        _table(table, place, where)
        if "files" not in table:
            raise wrong(
                where,
                (*place, "files"),
                Missing(),
                TEXTS,
            )
        _check_table(table, place, where, rules, folder)


class Missing:
    """Stands where a key that must be there is not."""

    def __str__(self) -> str:
        return "∅"


def _check_rules(
    value: Any, path: tuple[Key, ...], where: Where, rules: Mapping[str, Rule]
) -> None:
    for name, table in _table(value, path, where).items():
        place = (*path, name)
        if name not in rules:
            raise unknown_key(where, place, rules)
        check_options(rules[name], _table(table, place, where), where, place)


def _check_names(
    value: Any, path: tuple[Key, ...], where: Where, rules: Mapping[str, Rule]
) -> None:
    _check_texts(value, path, where)
    known = (*rules, *(category.value for category in Category))
    for name in value:
        if name.replace("_", "-") not in known:
            raise unknown_rule(where, path, name, known)


def _check_brief(value: Any, path: tuple[Key, ...], where: Where, folder: Path) -> None:
    if not isinstance(value, str | dict):
        raise wrong(where, path, value, BRIEF)
    if isinstance(value, str) and not (folder / value).is_file():
        raise ConfigError(NO_BRIEF, where=where(path), name=value)
    from seo_audit.brief import file as brief  # noqa: PLC0415  only with a brief

    if isinstance(value, str):
        if where(path) != "--brief":
            brief.check_inside(folder / value, folder, where, path)
        brief.read(folder / value)
    else:
        brief.from_table(value, folder, lambda inner: where((*path, *inner)))


def _table(value: Any, path: Sequence[Key], where: Where) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise wrong(where, path, value, TABLE)
    return value


def _check_texts(value: Any, path: Sequence[Key], where: Where) -> None:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise wrong(where, path, value, TEXTS)


def _check_text(value: Any, path: Sequence[Key], where: Where) -> None:
    if not isinstance(value, str):
        raise wrong(where, path, value, TEXT)


def _check_choice(choices: Sequence[str]) -> Check:
    def check(value: Any, path: Sequence[Key], where: Where) -> None:
        if value not in choices:
            raise wrong(where, path, value, one_of(choices))

    return check


def _check_number(least: int, expected: Message) -> Check:
    def check(value: Any, path: Sequence[Key], where: Where) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise wrong(where, path, value, expected)

    return check


def _is_score(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e9


def _check_fail_under(value: Any, path: Sequence[Key], where: Where) -> None:
    if isinstance(value, dict):
        names = ("all", *(category.value for category in Category))
        for name, score in value.items():
            if name not in names:
                raise unknown_key(where, (*path, name), names)
            if not _is_score(score):
                raise wrong(where, (*path, name), score, NUMBER)
    elif not _is_score(value):
        raise wrong(where, path, value, FAIL_UNDER)


def _check_region(value: Any, path: Sequence[Key], where: Where) -> None:
    if not isinstance(value, str) or not re.fullmatch(r"[a-z]{2,3}(?:[-_][A-Za-z]{2})?", value):
        raise wrong(where, path, value, REGION)


def _check_front_matter(value: Any, path: Sequence[Key], where: Where) -> None:
    for name, keys in _table(value, path, where).items():
        if name not in FRONT_MATTER:
            raise unknown_key(where, (*path, name), FRONT_MATTER)
        if not isinstance(keys, str):
            _check_texts(keys, (*path, name), where)


_RULE_LISTS = ("select", "ignore", "extend-select")
_CHECKS: Mapping[str, Check] = {
    "fail-on": _check_choice(FAIL_ON),
    "fail-under": _check_fail_under,
    "max-warnings": _check_number(0, NOT_NEGATIVE),
    "profile": _check_choice(PROFILES),
    "keyphrase": _check_text,
    "secondary": _check_texts,
    "content": _check_text,
    "lang": _check_choice(LANGUAGES),
    "region": _check_region,
    "site": _check_text,
    "root": _check_text,
    "maximum-bytes": _check_number(1, POSITIVE),
    "exclude": _check_texts,
    "front-matter": _check_front_matter,
}

KEYS = (*_RULE_LISTS, *_CHECKS, "rules", "brief", "per-file-ignores", "overrides")
"""All keys of a configuration file."""


# -- resolving


def resolve(tables: Iterable[tuple[Layer, Mapping[str, Any]]]) -> Config:
    """The configuration that follows from tables, the weakest first."""
    given: dict[str, Any] = {}
    gate: dict[str, Any] = {}
    rules: dict[str, dict[str, Any]] = {}
    select: tuple[str, ...] | None = None
    # rules and categories turned on or off besides; what a stronger table says of one holds
    turned: dict[str, bool] = {}
    for layer, table in tables:
        if "select" in table:
            select, turned = _names(table["select"]), {}
        turned |= dict.fromkeys(_names(table.get("ignore", ())), False)
        turned |= dict.fromkeys(_names(table.get("extend-select", ())), True)
        for name, values in table.get("rules", {}).items():
            options = {key.replace("-", "_"): value for key, value in values.items()}
            if "enabled" in options:
                turned[name] = options.pop("enabled")
            if options:
                rules[name] = {**rules.get(name, {}), **options}
        given |= {
            _FIELDS.get(key, key.replace("-", "_")): convert(table[key], layer)
            for key, convert in _PLAIN.items()
            if key in table
        }
        gate |= {
            key.replace("-", "_"): convert(table[key])
            for key, convert in _GATE.items()
            if key in table
        }
    return Config(
        select=select,
        ignore=tuple(name for name, on in turned.items() if not on),
        extend_select=tuple(name for name, on in turned.items() if on),
        rules=rules,
        gate=Gate(**gate),
        **given,
    )


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.replace("_", "-") for name in names)


def _same(value: Any, _layer: Layer) -> Any:
    return value


def _brief(value: Any, layer: Layer) -> Any:
    from seo_audit.brief import file as brief  # noqa: PLC0415  only with a brief

    if isinstance(value, str):
        return brief.read(layer.folder / value)
    return brief.from_table(value, layer.folder, lambda inner: layer.where(("brief", *inner)))


def _site(value: str, _layer: Layer) -> str:
    return re.sub(r"^[a-z]+://", "", value.strip().lower()).partition("/")[0]


_PLAIN: Mapping[str, Callable[[Any, Layer], Any]] = {
    "profile": _same,
    "keyphrase": _same,
    "secondary": lambda value, _: tuple(value),
    "content": _same,
    "lang": _same,
    "region": _same,
    "site": _site,
    "root": lambda value, layer: Path(os.path.normpath(layer.folder / value)),
    "maximum-bytes": _same,
    "front-matter": lambda value, _: {
        name: (keys,) if isinstance(keys, str) else tuple(keys) for name, keys in value.items()
    },
    "brief": _brief,
}
_FIELDS = {"keyphrase": "fallback_keyphrase", "lang": "language"}


def _severity(value: str) -> Severity | None:
    return None if value == "never" else Severity(value)


def _minimums(value: Any) -> Mapping[Category | None, float]:
    if not isinstance(value, dict):
        return {None: value}
    return {None if name == "all" else Category(name): score for name, score in value.items()}


_GATE: Mapping[str, Callable[[Any], Any]] = {
    "fail-on": _severity,
    "fail-under": _minimums,
    "max-warnings": lambda value: value,
}


def _relative(path: Path, folder: Path) -> str | None:
    try:
        return path.relative_to(folder).as_posix()
    except ValueError:
        return None
