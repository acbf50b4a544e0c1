"""Values read from TOML: what is wrong with one is said in one line that names key and place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from seo_audit.errors import ConfigError, nearest
from seo_audit.message import Message, Statement

Key = str | int
Where = Callable[[Sequence[Key]], str]
"""Path of a key → where it stands, as an error names it: `seo-audit.toml:12`."""

Expected = Message | Statement
"""What a value must be, in words."""

UNKNOWN_KEY = Message(
    fr="{where} : clé inconnue « {key} » ; vouliez-vous dire « {near} » ?",
    en="{where}: unknown key “{key}”; did you mean “{near}”?",
)
UNKNOWN_KEY_ALONE = Message(
    fr="{where} : clé inconnue « {key} » (connues : {known})",
    en="{where}: unknown key “{key}” (known: {known})",
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


def nowhere(path: Sequence[Key]) -> str:
    """The place of a value that came through Python."""
    return f"Config.{path[0]}" if path else "Config"


def wrong(
    where: Where, path: Sequence[Key], value: Any, expected: Expected, key: str | None = None
) -> ConfigError:
    """The error about a value; `key` is what the error calls its key, if not by its path."""
    named = dotted(path) if key is None else key
    return ConfigError(
        WRONG_VALUE, where=where(path), key=named, value=shown(value), expected=expected
    )


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


def one_of(choices: Iterable[Any]) -> Statement:
    """What is expected where there are only some values."""
    listed = ", ".join(shown(getattr(choice, "value", choice)) for choice in choices)
    return Statement(ONE_OF, {"choices": listed})


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
