"""Options of rules: their types, defaults and limits, and what a table of theirs may hold."""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from seo_audit.errors import ConfigError, nearest
from seo_audit.message import Message, Statement
from seo_audit.rule import Basis, Rule, Severity, SiteRule
from seo_audit.toml.values import (
    AT_LEAST,
    AT_MOST,
    BOOLEAN,
    NUMBER,
    TABLE,
    TABLE_OF_TEXTS,
    TEXT,
    TEXTS,
    WHOLE_NUMBER,
    Expected,
    Key,
    Where,
    nowhere,
    one_of,
    unknown_key,
    wrong,
)

UNKNOWN_RULE = Message(
    fr="{where} : règle ou catégorie inconnue « {key} » ; vouliez-vous dire « {near} » ?",
    en="{where}: unknown rule or category “{key}”; did you mean “{near}”?",
)
UNKNOWN_RULE_ALONE = Message(
    fr="{where} : règle ou catégorie inconnue « {key} » (« seo-audit rules » donne la liste)",
    en="{where}: unknown rule or category “{key}” (“seo-audit rules” lists them)",
)
COMMON = ("enabled", "severity")
"""Keys that every rule's table may hold besides its options."""


def fill(rule: Rule | SiteRule, values: Mapping[str, Any], profile: str = "article") -> Any:
    """A rule's options: its defaults, those of the profile, then `values` by name.

    Raises:
        ConfigError: as `check_options`.
    """
    if not values:
        return _defaults(rule.options, profile)
    return rule.options(**{**_of_profile(rule.options, profile), **check_options(rule, values)})


@cache
def _defaults(options: type, profile: str) -> Any:
    return options(**_of_profile(options, profile))


def _of_profile(options: type, profile: str) -> dict[str, Any]:
    return {
        name: basis.profiles[profile]
        for name, hint in option_types(options).items()
        if (basis := basis_of(hint)) and profile in basis.profiles
    }


def option_types(options: type) -> Mapping[str, Any]:
    """The options a rule declares, a Struct or a dataclass: name → type with its Basis, in order."""
    return get_type_hints(options, include_extras=True)


def check_options(
    rule: Rule | SiteRule,
    values: Mapping[str, Any],
    where: Where = nowhere,
    prefix: Sequence[Key] | None = None,
) -> dict[str, Any]:
    """The options among the values of a rule's table, in the types the rule declares.

    Raises:
        ConfigError: an option is unknown, of the wrong type, or beyond its limits.
    """
    prefix = ("rules", rule.id) if prefix is None else prefix
    hints = option_types(rule.options)
    found = {}
    for key, value in values.items():
        name, path = key.replace("-", "_"), (*prefix, key)
        if name == "severity":
            severity_of(rule.id, values, where, prefix)
        elif name == "enabled":
            if not isinstance(value, bool):
                raise wrong(where, path, value, BOOLEAN)
        elif name in hints:
            found[name] = _converted(value, hints[name], where, path)
        else:
            raise unknown_key(where, path, (*hints, *COMMON))
    return found


def severity_of(
    rule: str,
    values: Mapping[str, Any],
    where: Where = nowhere,
    prefix: Sequence[Key] | None = None,
) -> Severity:
    """The severity a rule's table sets. ConfigError when it is none."""
    value = values["severity"]
    try:
        return Severity(value)
    except ValueError:
        path = (*(("rules", rule) if prefix is None else prefix), "severity")
        raise wrong(where, path, value, one_of(Severity)) from None


def basis_of(hint: Any) -> Basis | None:
    """The Basis that stands in an option's annotation."""
    return next(
        (note for note in getattr(hint, "__metadata__", ()) if isinstance(note, Basis)), None
    )


def unknown_rule(where: Where, path: Sequence[Key], name: str, known: Iterable[str]) -> ConfigError:
    """The error about the name of a rule or category, with the nearest of those there are."""
    near = nearest(name, known)
    if near:
        return ConfigError(UNKNOWN_RULE, where=where(path), key=name, near=near)
    return ConfigError(UNKNOWN_RULE_ALONE, where=where(path), key=name)


def plain_type(hint: Any) -> Any:
    """An option's type without its annotations and without None."""
    if get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    if get_origin(hint) in (Union, UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not type(None)]
        return kinds[0] if len(kinds) == 1 else Union[tuple(kinds)]  # noqa: UP007  built, not written
    return hint


def expected(hint: Any) -> Expected:
    """What a type asks, in words."""
    kind = plain_type(hint)
    simple = {int: WHOLE_NUMBER, float: NUMBER, bool: BOOLEAN, str: TEXT}
    if kind in simple:
        return simple[kind]
    if get_origin(kind) is Literal:
        return one_of(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return one_of(kind)
    origin = get_origin(kind) or kind
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return TABLE_OF_TEXTS if get_args(kind)[1:] == (str,) else TABLE
    if isinstance(origin, type) and issubclass(origin, Iterable):
        return TEXTS
    return Message(fr=f"du type {kind}", en=f"of type {kind}")


def _converted(value: Any, hint: Any, where: Where, path: Sequence[Key]) -> Any:
    import msgspec  # noqa: PLC0415  only where there is something to fill

    kind = plain_type(hint)
    try:
        found = None if value is None else msgspec.convert(value, kind)
    except msgspec.ValidationError:
        raise wrong(where, path, value, expected(hint)) from None
    basis = basis_of(hint)
    if basis and isinstance(found, int | float):
        for limit, beyond, message in (
            (basis.at_least, found < (basis.at_least or 0), AT_LEAST),
            (basis.at_most, found > (basis.at_most or 0), AT_MOST),
        ):
            if limit is not None and beyond:
                raise wrong(where, path, value, Statement(message, {"limit": limit}))
    return found
