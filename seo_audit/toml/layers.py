"""TOML files as layers: keys and values, and on which line each stands."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from seo_audit.errors import UNREADABLE, ConfigError, reason_of
from seo_audit.lazy import regex
from seo_audit.message import Message
from seo_audit.source import printable_name
from seo_audit.toml.values import Key

OPTIONS = "--"
"""Name of the layer that holds what the command line's own options say."""

MAXIMUM_BYTES = 1_000_000
"""A file of TOML larger than this is not read to its end."""

MISSING = Message(
    fr="{name} : fichier de configuration introuvable", en="{name}: no such configuration file"
)
NOT_TOML = Message(
    fr="{where} : ce n’est pas du TOML valide ({reason})", en="{where}: not valid TOML ({reason})"
)


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

    def _lines(self) -> Mapping[tuple[Key, ...], int]:
        from seo_audit.toml.places import key_lines  # noqa: PLC0415  only for an error

        return {
            tuple(map(_canonical_key, path)): line for path, line in key_lines(self.text).items()
        }


def read(path: Path, table: tuple[str, ...] = ()) -> Layer | None:
    """A TOML file, or a table of it; None when it has no such table.

    Raises:
        ConfigError: it is missing, unreadable, or not TOML.
    """
    name = shown_path(path)
    try:
        with path.open("rb") as file:
            content = file.read(MAXIMUM_BYTES)
        text = content.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise ConfigError(MISSING, name=name) from error
    except OSError as error:
        raise ConfigError(UNREADABLE, name=name, reason=reason_of(error)) from error
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ConfigError(NOT_TOML, where=f"{name}:{line}", reason="UTF-8") from error
    found: Any = _parsed(text, name)
    for part in table:
        found = found.get(part) if isinstance(found, dict) else None
    if found is None:
        return None
    data = found if isinstance(found, dict) else {"": found}
    return Layer(name, _canonical(data), path.parent.absolute(), text, table)


def expression(text: str, folder: Path) -> Layer:
    """The layer of one `key = value` given on the command line, in TOML.

    Raises:
        ConfigError: it is not TOML.
    """
    return Layer("--config", _canonical(_parsed(text, "--config")), folder)


def of_text(text: str, name: str) -> Layer:
    """The layer of TOML that no file of this machine holds; its paths begin nowhere.

    Raises:
        ConfigError: it is not TOML.
    """
    text = text.removeprefix("\ufeff")
    return Layer(name, _canonical(_parsed(text, name)), Path(), text)


def shown_path(path: Path) -> str:
    """A path as messages show it: relative to the working folder where it lies in it."""
    try:
        relative = path.absolute().relative_to(Path.cwd())
    except ValueError:
        return printable_name(path)
    return printable_name(relative)


MOST_DOTS = 50
"""Dots in a key: a configuration needs two, and Python’s parser takes the square of their number."""

TOO_DEEP = Message(
    fr="{where} : plus de {limit:# point|# points} dans une clé, la limite",
    en="{where}: over {limit:# dot|# dots} in a key, the limit",
)
_DOTTED = regex(
    rf"(?<![\w-])(?:(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{MOST_DOTS + 1}}}"
)


HUGE = Message(
    fr="{where} : un entier de plus de 64 bits, la limite de TOML",
    en="{where}: an integer of over 64 bits, the limit of TOML",
)
_LONG = regex(r"[0-9A-Fa-f_]{17}")
"""What an integer of over 64 bits is written with, at the least."""


def _parsed(text: str, name: str) -> dict[str, Any]:
    """The data of a TOML text: keys not too deep, integers that TOML knows."""
    data = _loaded(text, name)
    if _LONG.search(text) and _is_huge(data):
        raise ConfigError(HUGE, where=name)
    return data


def _is_huge(data: object) -> bool:
    """Whether an integer is larger than TOML allows: Python reads it, and cannot always write it."""
    left = [data]
    while left:
        value = left.pop()
        if isinstance(value, dict):
            left += value.values()
        elif isinstance(value, list):
            left += value
        elif isinstance(value, int) and not -(2**63) <= value < 2**63:
            return True
    return False


def _loaded(text: str, name: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  only where there is TOML

    deep = _DOTTED.search(text) if text.count(".") > MOST_DOTS else None
    if deep:
        where = f"{name}:{text.count(chr(10), 0, deep.start()) + 1}" if name != "--config" else name
        raise ConfigError(TOO_DEEP, where=where, limit=MOST_DOTS)
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
    except ValueError as error:  # thousands of digits
        raise ConfigError(HUGE, where=name) from error


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
