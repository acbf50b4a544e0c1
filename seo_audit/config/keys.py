"""The keys of a configuration file, each once: how its value is checked, and what it sets.

Values are checked as TOML gives them, and taken over only once their layer was checked.
"""

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from seo_audit.brief.brief import MOST_PHRASES
from seo_audit.brief.profiles import PROFILES
from seo_audit.config import misplaced
from seo_audit.config.config import Config
from seo_audit.config.options import COMMON, check_options, option_types, unknown_rule
from seo_audit.judging.gate import Gate
from seo_audit.message import Message, Statement
from seo_audit.rule import Category, Rule, Severity, SiteRule
from seo_audit.toml.layers import Layer
from seo_audit.toml.values import (
    BOOLEAN,
    TABLE,
    TEXT,
    TEXTS,
    Expected,
    Key,
    Where,
    one_of,
    unknown_key,
    wrong,
)

POSITIVE = Message(fr="un nombre entier, au moins 1", en="a whole number, at least 1")
NOT_NEGATIVE = Message(fr="un nombre entier, au moins 0", en="a whole number, at least 0")
SCORE = Message(fr="un score, de 0 à 100", en="a score, from 0 to 100")
FAIL_UNDER = Message(
    fr="un score, de 0 à 100, ou une table de scores par catégorie",
    en="a score, from 0 to 100, or a table of scores by category",
)
REGION = Message(
    fr='une région telle que "fr-FR" ou "fr-CA"', en='a region such as "fr-FR" or "fr-CA"'
)
FEWER = Message(fr="une liste de {most} textes au plus", en="a list of at most {most} texts")
OVERRIDES = Message(fr="des tables [[overrides]]", en="tables [[overrides]]")
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


class Around(Struct, frozen=True):
    """What a value is checked with: the places of keys, the rules there are, the folder paths begin in."""

    where: Where
    rules: Mapping[str, Rule | SiteRule]
    folder: Path


Check = Callable[[Any, Sequence[Key], Around], None]
"""Takes a value, the path of its key, and what is around it. ConfigError when it is not understood."""

Convert = Callable[[Any, Layer], Any]
"""A checked value as Config or Gate has it."""


class Setting(Struct, frozen=True):
    """A key of a configuration file.

    `sets` is the field of Config that its value becomes, `gate.NAME` for one of the gate; None where the value is
    combined with those of other tables. `stands` says in which tables it may be: that of the file, those of
    overrides, or both.
    """

    key: str
    check: Check
    sets: str | None = None
    convert: Convert = lambda value, _: value
    stands: Literal["anywhere", "file", "override"] = "anywhere"


class Table(Struct, frozen=True):
    """A table of a layer: 0 is that of the file, those for some files follow in order."""

    layer: Layer
    number: int
    data: Mapping[str, Any]


# -- checks


def _text(value: Any, path: Sequence[Key], around: Around) -> None:
    if not isinstance(value, str):
        raise wrong(around.where, path, value, TEXT)


def _texts(value: Any, path: Sequence[Key], around: Around) -> None:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise wrong(around.where, path, value, TEXTS)


def _phrases(value: Any, path: Sequence[Key], around: Around) -> None:
    _texts(value, path, around)
    if len(value) > MOST_PHRASES:  # each is looked for in the whole article
        raise wrong(around.where, path, value, Statement(FEWER, {"most": MOST_PHRASES}))


def _table(value: Any, path: Sequence[Key], around: Around) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise wrong(around.where, path, value, TABLE)
    return value


def _switch(value: Any, path: Sequence[Key], around: Around) -> None:
    if not isinstance(value, bool):
        raise wrong(around.where, path, value, BOOLEAN)


def _choice(choices: Sequence[str]) -> Check:
    def check(value: Any, path: Sequence[Key], around: Around) -> None:
        if value not in choices:
            raise wrong(around.where, path, value, one_of(choices))

    return check


def _whole(least: int, expected: Expected) -> Check:
    def check(value: Any, path: Sequence[Key], around: Around) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise wrong(around.where, path, value, expected)

    return check


def _names(value: Any, path: Sequence[Key], around: Around) -> None:
    """Ids of rules and names of categories."""
    _texts(value, path, around)
    known = (*around.rules, *(category.value for category in Category))
    for name in value:
        if name.replace("_", "-") not in known:
            raise unknown_rule(around.where, path, name, known)


def _is_score(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 100


def _scores(value: Any, path: Sequence[Key], around: Around) -> None:
    if isinstance(value, dict):
        names = ("all", *(one.value for one in Category if one is not Category.SITE))
        for name, score in value.items():
            if name not in names:
                raise unknown_key(around.where, (*path, name), names)
            if not _is_score(score):
                raise wrong(around.where, (*path, name), score, SCORE)
    elif not _is_score(value):
        raise wrong(around.where, path, value, FAIL_UNDER)


def _region(value: Any, path: Sequence[Key], around: Around) -> None:
    if not isinstance(value, str) or not re.fullmatch(r"[a-z]{2,3}(?:[-_][A-Za-z]{2})?", value):
        raise wrong(around.where, path, value, REGION)


def _front_matter(value: Any, path: Sequence[Key], around: Around) -> None:
    table = _table(value, path, around)
    misplaced.check_place(around.where, path, table, KEYS, but=FRONT_MATTER.__contains__)
    for name, keys in table.items():
        if name not in FRONT_MATTER:
            raise unknown_key(around.where, (*path, name), FRONT_MATTER)
        if not isinstance(keys, str):
            _texts(keys, (*path, name), around)


def _rules(value: Any, path: Sequence[Key], around: Around) -> None:
    for name, table in _table(value, path, around).items():
        place = (*path, name)
        if name not in around.rules:
            if name in list(Category):
                raise misplaced.category(around.where, place)
            misplaced.check_place(around.where, path, [name], KEYS, but=lambda _: False)
            raise unknown_key(around.where, place, around.rules)
        rule = around.rules[name]
        if not isinstance(table, dict):
            raise misplaced.rule_without_table(around.where, place, table, rule)
        own = {*option_types(rule.options), *COMMON}
        misplaced.check_place(around.where, place, table, KEYS, but=own.__contains__)
        check_options(rule, table, around.where, place)


def _brief(value: Any, path: Sequence[Key], around: Around) -> None:
    from seo_audit.brief import file as brief  # noqa: PLC0415  only with a brief

    brief.check(value, path, around.where, around.folder)


def _per_file_ignores(value: Any, path: Sequence[Key], around: Around) -> None:
    for pattern, names in _table(value, path, around).items():
        if not isinstance(names, list):
            misplaced.check_place(around.where, path, [pattern], KEYS, but=lambda _: False)
        _names(names, (*path, pattern), around)


class _Missing:
    """Stands where a key that must be there is not."""

    def __str__(self) -> str:
        return "∅"


def _overrides(value: Any, path: Sequence[Key], around: Around) -> None:
    if not isinstance(value, list):
        raise wrong(around.where, path, value, OVERRIDES)
    for number, table in enumerate(value):
        place = (*path, number)
        _table(table, place, around)
        if "files" not in table:
            raise wrong(around.where, (*place, "files"), _Missing(), TEXTS)
        check_table(table, place, around)


# -- conversions


def _severity(value: str, _layer: Layer) -> Severity | None:
    return None if value == "never" else Severity(value)


def _minimums(value: Any, _layer: Layer) -> Mapping[Category | None, float]:
    if not isinstance(value, dict):
        return {None: value}
    return {None if name == "all" else Category(name): score for name, score in value.items()}


def _tuple(value: Iterable[str], _layer: Layer) -> tuple[str, ...]:
    return tuple(value)


def _host(value: str, _layer: Layer) -> str:
    return re.sub(r"^[a-z]+://", "", value.strip().lower()).partition("/")[0]


def _folder(value: str, layer: Layer) -> Path:
    return Path(os.path.normpath(layer.folder / value))


def _lists_of_keys(value: Mapping[str, Any], _layer: Layer) -> Mapping[str, tuple[str, ...]]:
    return {name: (keys,) if isinstance(keys, str) else tuple(keys) for name, keys in value.items()}


def _read_brief(value: Any, layer: Layer) -> Any:
    from seo_audit.brief import file as brief  # noqa: PLC0415  only with a brief

    if isinstance(value, str):
        return brief.read(layer.folder / value)
    return brief.from_table(value, layer.folder, lambda inner: layer.where(("brief", *inner)))


SETTINGS = (
    Setting("select", _names),
    Setting("ignore", _names),
    Setting("extend-select", _names),
    Setting("fail-on", _choice(FAIL_ON), "gate.fail_on", _severity),
    Setting("fail-under", _scores, "gate.fail_under", _minimums),
    Setting("max-warnings", _whole(0, NOT_NEGATIVE), "gate.max_warnings"),
    Setting("profile", _choice(PROFILES), "profile"),
    Setting("keyphrase", _text, "fallback_keyphrase"),
    Setting("secondary", _phrases, "secondary", _tuple),
    Setting("content", _text, "content"),
    Setting("lang", _choice(LANGUAGES), "language"),
    Setting("region", _region, "region"),
    Setting("site", _text, "site", _host),
    Setting("root", _text, "root", _folder),
    Setting("maximum-bytes", _whole(1, POSITIVE), "maximum_bytes"),
    Setting("exclude", _texts),
    Setting("force-exclude", _switch, stands="file"),
    Setting("front-matter", _front_matter, "front_matter", _lists_of_keys),
    Setting("rules", _rules),
    Setting("brief", _brief, "brief", _read_brief),
    Setting("per-file-ignores", _per_file_ignores, stands="file"),
    Setting("overrides", _overrides, stands="file"),
    Setting("files", _texts, stands="override"),
)

KEYS = tuple(one.key for one in SETTINGS if one.stands != "override")
"""All keys of a configuration file."""


def check_table(data: Mapping[str, Any], prefix: tuple[Key, ...], around: Around) -> None:
    """Check the table of a file (`prefix` empty), or that of an override, which stands at `prefix`.

    Raises:
        ConfigError: a key or value is not understood; the first one in the table's order.
    """
    elsewhere = "file" if prefix else "override"
    known = {one.key: one for one in SETTINGS if one.stands != elsewhere}
    for key, value in data.items():
        path = (*prefix, key)
        if key not in known:
            raise misplaced.unknown(around.where, path, value, known, around.rules)
        known[key].check(value, path, around)


def resolve(tables: Iterable[Table]) -> Config:
    """The configuration that follows from tables that were checked, the weakest first."""
    given: dict[str, Any] = {}
    gate: dict[str, Any] = {}
    rules: dict[str, dict[str, Any]] = {}
    select: tuple[str, ...] | None = None
    # rules and categories turned on or off besides; what a stronger table says of one holds
    turned: dict[str, bool] = {}
    # those left out of this very file: lists that hold for all files do not bring them back
    left_out: dict[str, None] = {}
    for one in tables:
        table = one.data
        if one.number:
            _leave_out(left_out, table)
        if "select" in table:
            select, turned = _ids(table["select"]), {}
        turned |= dict.fromkeys(_ids(table.get("ignore", ())), False)
        turned |= dict.fromkeys(_ids(table.get("extend-select", ())), True)
        for name, values in table.get("rules", {}).items():
            options = {key.replace("-", "_"): value for key, value in values.items()}
            if "enabled" in options:
                turned[name] = options.pop("enabled")
            if options:
                rules[name] = {**rules.get(name, {}), **options}
        for setting in SETTINGS:
            if setting.sets and setting.key in table:
                value = setting.convert(table[setting.key], one.layer)
                of_gate, _, name = setting.sets.rpartition(".")
                (gate if of_gate else given)[name] = value
    return Config(
        select=select,
        ignore=tuple(name for name, on in turned.items() if not on),
        extend_select=tuple(name for name, on in turned.items() if on),
        left_out=tuple(left_out),
        rules=rules,
        gate=Gate(**gate),
        **given,
    )


def _leave_out(names: dict[str, None], table: Mapping[str, Any]) -> None:
    """Add what a table for some files ignores, and take out what one turns on."""
    names |= dict.fromkeys(_ids(table.get("per-file-ignores", ())))
    rules = table.get("rules", {}).items()
    on = [name for name, values in rules if values.get("enabled") is True]
    for name in _ids((*table.get("select", ()), *table.get("extend-select", ()), *on)):
        names.pop(name, None)


def _ids(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.replace("_", "-") for name in names)
