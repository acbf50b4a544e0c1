"""Configuration files: where they stand, which of their tables hold for an article."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from seo_audit.config.keys import Around, Table, check_table
from seo_audit.errors import ConfigError
from seo_audit.message import Message
from seo_audit.rule import Rule, SiteRule
from seo_audit.source import is_file
from seo_audit.toml import layers
from seo_audit.toml.layers import MAXIMUM_BYTES, Layer, shown_path
from seo_audit.toml.patterns import matches

TABLES: Mapping[str, tuple[str, ...]] = {
    "seo-audit.toml": (),
    "pyproject.toml": ("tool", "seo-audit"),
}
"""Files that may hold a configuration, the stronger first, and the table of each that does."""

NO_TABLE = Message(
    fr="{name} : pas de table [tool.seo-audit]", en="{name}: no table [tool.seo-audit]"
)


def find_in(folder: Path) -> Layer | None:
    """The configuration file of a folder, read; None when there is none.

    Raises:
        ConfigError: it is not readable or not TOML.
    """
    for name, table in TABLES.items():
        path = folder / name
        if is_file(path) and (not table or _may_hold_table(path)):
            layer = layers.read(path, table)
            if layer is not None:
                return layer
    return None


def read_for(path: Path, folder: Path) -> Layer:
    """A configuration file given for a run: its paths and patterns are relative to `folder`.

    Raises:
        ConfigError: it is missing, unreadable, not TOML, or has no table of ours.
    """
    layer = layers.read(path, TABLES.get(path.name, ()))
    if layer is None:
        raise ConfigError(NO_TABLE, name=shown_path(path))
    return replace(layer, folder=folder)


def tables(given: Iterable[Layer], path: Path) -> Iterator[Table]:
    """The tables that hold for a file, the weakest first, from layers that were checked."""
    for layer in given:
        yield Table(layer, 0, layer.data)
        relative = _relative(path, layer.folder)
        if relative is None:
            continue
        for number, (patterns, data) in enumerate(_for_some_files(layer), 1):
            if any(matches(pattern, relative) for pattern in patterns):
                yield Table(layer, number, data)


def _for_some_files(layer: Layer) -> Iterator[tuple[Iterable[str], Mapping[str, Any]]]:
    """The tables of a layer that hold for some files only, with their patterns."""
    for pattern, names in layer.data.get("per-file-ignores", {}).items():
        yield (pattern,), {"per-file-ignores": names}
    for data in layer.data.get("overrides", ()):
        yield data["files"], data


def excluded(layer: Layer, path: Path) -> bool:
    """Whether a layer's `exclude` leaves a file or folder out."""
    patterns = layer.data.get("exclude")
    relative = _relative(path, layer.folder)
    if not isinstance(patterns, list) or relative is None:
        return False
    return any(matches(pattern, relative) for pattern in patterns if isinstance(pattern, str))


def check(layer: Layer, rules: Mapping[str, Rule | SiteRule]) -> None:
    """Say what is wrong in a layer, if anything is.

    Raises:
        ConfigError: a key or value is not understood; the first one in the file's order.
    """
    check_table(layer.data, (), Around(layer.where, rules, layer.folder))


def _may_hold_table(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return b"seo-audit" in file.read(MAXIMUM_BYTES)
    except OSError:
        return False


def _relative(path: Path, folder: Path) -> str | None:
    try:
        return path.relative_to(folder).as_posix()
    except ValueError:
        return None
