"""Keys that stand where they do not belong: what a newcomer writes, and where it should have stood."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from seo_audit.config.options import option_types, plain_type
from seo_audit.errors import ConfigError, nearest
from seo_audit.message import Message
from seo_audit.rule import Category, Rule, Severity, SiteRule
from seo_audit.toml.values import Key, Where, dotted, shown, unknown_key

OF_A_RULE = Message(
    fr="{where} : « {key} » est une règle : ses options vont sous [rules.{rule}], par exemple {example}",
    en="{where}: “{key}” is a rule: its options stand under [rules.{rule}], for example {example}",
)
A_CATEGORY = Message(
    fr='{where} : « {key} » est une catégorie : ignore = ["{key}"] l’écarte, select = ["{key}"] ne garde qu’elle',
    en='{where}: “{key}” is a category: ignore = ["{key}"] leaves it out, select = ["{key}"] keeps it alone',
)
AN_OPTION = Message(
    fr="{where} : « {key} » est une option de règle : mettez-la sous {tables}",
    en="{where}: “{key}” is an option of a rule: put it under {tables}",
)
OF_THE_FILE = Message(
    fr="{where} : « {key} » vaut pour tout le fichier : mettez-la avant la première table, [{table}] comprise",
    en="{where}: “{key}” holds for the whole file: put it before the first table, [{table}] included",
)
ON_THE_COMMAND_LINE = Message(
    fr="{where} : « {key} » ne se donne que sur la ligne de commande : --{option}",
    en="{where}: “{key}” can be given on the command line only: --{option}",
)
NO_TABLE_HERE = Message(
    fr="{where} : dans seo-audit.toml les clés se passent de [tool.seo-audit], qui est pour pyproject.toml",
    en="{where}: in seo-audit.toml the keys need no [tool.seo-audit], which is for pyproject.toml",
)
COMMAND_LINE_ONLY = frozenset(
    {
        "author", "baseline", "cache-dir", "client", "color", "config", "description", "diff",
        "exit-zero", "fix", "format", "isolated", "jobs", "logo", "no-cache", "output", "print-all",
        "quiet", "show-config", "slug", "stdin-filename", "title", "unsafe-fixes", "verbose", "watch",
        "write-baseline",
    }
)  # fmt: skip
"""Options of the command line that no configuration can set."""
MOST_NAMED = 4
"""Rules named where many have an option of that name."""
ALIKE = 0.8
"""Likeness from which an unknown key is a misspelt rule."""

Names = Iterable[str]


def unknown(
    where: Where,
    path: Sequence[Key],
    value: Any,
    known: Names,
    rules: Mapping[str, Rule | SiteRule],
) -> ConfigError:
    """The error about a key that the table of a file, or one of its overrides, does not know."""
    key = str(path[-1])
    name = key.replace("_", "-")
    rule = name if name in rules else None
    if not rule and not nearest(key, known):
        rule = nearest(name, rules, ALIKE)
    if rule:
        return rule_without_table(where, path, value, rules[rule])
    if name in list(Category):
        return category(where, path)
    if name in COMMAND_LINE_ONLY:
        return ConfigError(ON_THE_COMMAND_LINE, where=where(path), key=key, option=name)
    if name == "tool" and len(path) == 1 and isinstance(value, dict):
        return ConfigError(NO_TABLE_HERE, where=where(path))
    return _option(where, path, rules) or unknown_key(where, path, known)


def _option(
    where: Where, path: Sequence[Key], rules: Mapping[str, Rule | SiteRule]
) -> ConfigError | None:
    """The error about an option of rules outside their tables; None when no rule has one of that name."""
    key = str(path[-1])
    owners = [name for name in rules if key.replace("-", "_") in option_types(rules[name].options)]
    if not owners:
        return None
    tables = ", ".join(f"[rules.{name}]" for name in owners[:MOST_NAMED])
    tables += ", …" if len(owners) > MOST_NAMED else ""
    return ConfigError(AN_OPTION, where=where(path), key=key, tables=tables)


def rule_without_table(
    where: Where, path: Sequence[Key], value: Any, rule: Rule | SiteRule
) -> ConfigError:
    """The error about a rule's id that has a value, or stands outside `[rules]`."""
    return ConfigError(
        OF_A_RULE, where=where(path), key=dotted(path), rule=rule.id, example=_example(value, rule)
    )


def check_place(
    where: Where, path: Sequence[Key], names: Names, keys: Names, *, but: Callable[[str], bool]
) -> None:
    """Say so when a key of the whole file stands in another table: in TOML all keys after `[table]` are its own.

    `but` says which names that table has itself.

    Raises:
        ConfigError: one of `names`, the table's keys, is such a key.
    """
    known = frozenset(keys)
    for name in names:
        if name.replace("_", "-") in known and not but(name.replace("-", "_")):
            raise ConfigError(OF_THE_FILE, where=where((*path, name)), key=name, table=dotted(path))


def category(where: Where, path: Sequence[Key]) -> ConfigError:
    """The error about a category under `[rules]`."""
    return ConfigError(A_CATEGORY, where=where(path), key=str(path[-1]))


def _example(value: Any, rule: Rule | SiteRule) -> str:
    """What was meant, most likely, as TOML."""
    if isinstance(value, dict) and value:
        name, inner = next(iter(value.items()))
        return f"{name} = {shown(inner)}"
    if isinstance(value, bool):
        return f"enabled = {shown(value)}"
    if isinstance(value, str) and value in list(Severity):
        return f"severity = {shown(value)}"
    numeric = isinstance(value, int | float)
    for name, hint in option_types(rule.options).items():
        if plain_type(hint) in ((int, float) if numeric else (type(value),)):
            return f"{name} = {shown(value)}"
    return "enabled = false"
