"""Values of the configuration, checked: what is wrong is said in one line that names key and place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from seo_audit.errors import ConfigError
from seo_audit.message import Message
from seo_audit.rule import Basis, Rule, Severity

Key = str | int
Where = Callable[[Sequence[Key]], str]
"""Path of a key → where it stands, as an error names it: `seo-audit.toml:12`."""

UNKNOWN_KEY = Message(
    fr="{where} : clé inconnue « {key} » ; vouliez-vous dire « {near} » ?",
    en="{where}: unknown key “{key}”; did you mean “{near}”?",
)
UNKNOWN_KEY_ALONE = Message(
    fr="{where} : clé inconnue « {key} » (connues : {known})",
    en="{where}: unknown key “{key}” (known: {known})",
)
UNKNOWN_RULE = Message(
    fr="{where} : règle ou catégorie inconnue « {key} » ; vouliez-vous dire « {near} » ?",
    en="{where}: unknown rule or category “{key}”; did you mean “{near}”?",
)
UNKNOWN_RULE_ALONE = Message(
    fr="{where} : règle ou catégorie inconnue « {key} » (« seo-audit rules » donne la liste)",
    en="{where}: unknown rule or category “{key}” (“seo-audit rules” lists them)",
)
WRONG_VALUE = Message(
    fr="{where} : « {key} » vaut {value}, il faut {expected}",
    en="{where}: “{key}” is {value}, it must be {expected}",
)
WHOLE_NUMBER = Message(fr="un nombre entier", en="a whole number")
NUMBER = Message(fr="un nombre", en="a number")
BOOLEAN = Message(fr="true ou false", en="true or false")
TEXT = Message(fr="un texte entre guillemets", en="a text in quotes")
TEXTS = Message(fr="une liste de textes", en="a list of texts")
TABLE = Message(fr="une table", en="a table")
TABLE_OF_TEXTS = Message(fr="une table de textes", en="a table of texts")
AT_LEAST = Message(fr="au moins {limit}", en="at least {limit}")
AT_MOST = Message(fr="au plus {limit}", en="at most {limit}")
ONE_OF = Message(fr="l’une des valeurs {choices}", en="one of {choices}")

COMMON = ("enabled", "severity")
"""Keys that every rule's table may hold besides its options."""


def nowhere(path: Sequence[Key]) -> str:
    """The place of a value that came through Python."""
    return f"Config.{path[0]}" if path else "Config"


def fill(rule: Rule, values: Mapping[str, Any], profile: str = "article") -> Any:
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
    rule: Rule,
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


def wrong(where: Where, path: Sequence[Key], value: Any, expected: Message) -> ConfigError:
    """The error about a value."""
    message = Message(
        fr=WRONG_VALUE.fr.replace("{expected}", expected.fr.replace("{", "{{").replace("}", "}}")),
        en=WRONG_VALUE.en.replace("{expected}", expected.en.replace("{", "{{").replace("}", "}}")),
    )
    return ConfigError(message, where=where(path), key=dotted(path), value=shown(value))


def unknown_key(where: Where, path: Sequence[Key], known: Iterable[str]) -> ConfigError:
    """The error about a key, with the nearest of those there are."""
    known = sorted(name.replace("_", "-") if "_" in name else name for name in known)
    # the user's own way of writing: underscores where he used them
    if "_" in str(path[-1]):
        known = [name.replace("-", "_") for name in known]
    near = nearest(str(path[-1]), known)
    if near:
        return ConfigError(UNKNOWN_KEY, where=where(path), key=dotted(path), near=near)
    listed = ", ".join(known)
    return ConfigError(UNKNOWN_KEY_ALONE, where=where(path), key=dotted(path), known=listed)


def unknown_rule(where: Where, path: Sequence[Key], name: str, known: Iterable[str]) -> ConfigError:
    """The error about the name of a rule or category, with the nearest of those there are."""
    near = nearest(name, known)
    if near:
        return ConfigError(UNKNOWN_RULE, where=where(path), key=name, near=near)
    return ConfigError(UNKNOWN_RULE_ALONE, where=where(path), key=name)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that looks most like a name, None when none does."""
    from difflib import get_close_matches  # noqa: PLC0415  only for an error

    # of a short name (h2 for h1) half may differ
    found = get_close_matches(name, list(known), 1, 0.6 if len(name) > 3 else 0.5)
    return found[0] if found else None


def one_of(choices: Iterable[Any]) -> Message:
    """What is expected where there are only some values."""
    listed = ", ".join(shown(getattr(choice, "value", choice)) for choice in choices)
    return Message(ONE_OF.fr.replace("{choices}", listed), ONE_OF.en.replace("{choices}", listed))


def dotted(path: Sequence[Key]) -> str:
    """A path of keys as TOML writes it; places in lists are left out."""
    return ".".join(key for key in path if isinstance(key, str))


def shown(value: Any) -> str:
    """A value as TOML would write it, in one line and cut when long."""
    if isinstance(value, bool):
        text = "true" if value else "false"
    elif isinstance(value, str):
        text = f'"{value}"'
    elif isinstance(value, Mapping):
        text = "{…}"
    elif isinstance(value, list | tuple):
        text = "[" + ", ".join(map(shown, value[:5])) + (", …]" if len(value) > 5 else "]")
    else:
        text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def plain_type(hint: Any) -> Any:
    """An option's type without its annotations and without None."""
    if get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    if get_origin(hint) in (Union, UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not type(None)]
        return kinds[0] if len(kinds) == 1 else Union[tuple(kinds)]  # noqa: UP007  built, not written
    return hint


def expected(hint: Any) -> Message:
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
                raise wrong(
                    where,
                    path,
                    value,
                    Message(
                        message.say("fr", {"limit": limit}), message.say("en", {"limit": limit})
                    ),
                )
    return found
