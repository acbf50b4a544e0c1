"""The configuration of each audited file: files near it, then what the command line says."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from seo_audit.config import file
from seo_audit.config.config import Config
from seo_audit.config.keys import LANGUAGES, resolve
from seo_audit.errors import SeoAuditError
from seo_audit.message import Language
from seo_audit.rule import Rule, SiteRule
from seo_audit.toml.layers import Layer


class AllRules(Mapping[str, Rule]):
    """All rules by id, found when first asked for: a run over unchanged articles needs none."""

    def __getitem__(self, name: str) -> Rule:
        return self._rules()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules())

    def __len__(self) -> int:
        return len(self._rules())

    def _rules(self) -> Mapping[str, Rule]:
        from seo_audit import plugins  # noqa: PLC0415

        return plugins.rules()


class Given(Struct, frozen=True):
    """What the command line says of the configuration.

    `layers` are stronger than configuration files; `fields` are those of Config which no file can
    set; `files` says whether configuration files near the articles count.
    """

    layers: tuple[Layer, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)
    files: bool = True


class Configurations:
    """Configurations of files, each folder's looked up once and each layer checked once."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._nearest: dict[Path, Layer | SeoAuditError | None] = {}
        self._checked: set[int] = set()
        self._configs: dict[tuple[tuple[int, int], ...], Config] = {}

    def layers(self, path: Path) -> tuple[Layer, ...]:
        """The layers that hold for a file (an absolute path), the weakest first; not checked yet.

        Raises:
            ConfigError: the nearest configuration file cannot be read.
        """
        near = self._near(path.parent) if self._given.files else None
        return (*((near,) if near else ()), *self._given.layers)

    def config(self, path: Path) -> Config:
        """The configuration of a file. ConfigError when a layer says what we do not understand."""
        layers = self.layers(path)
        self._check(layers)
        tables = tuple(file.tables(layers, path))
        # many files share their tables, and then their configuration; ids hold, the layers are kept
        key = tuple((id(table.layer), table.number) for table in tables)
        if key not in self._configs:
            config = replace(resolve(tables), **self._given.fields)
            self._configs[key] = config
        return self._configs[key]

    def check_given(self) -> None:
        """Check what the command line says. ConfigError when it is not understood."""
        self._check(self._given.layers)

    def fingerprint(self, path: Path) -> tuple[object, ...] | None:
        """What a file's configuration rests on, as data whose repr tells any two apart.

        None when it rests on more than configuration files: a brief and the texts it names.
        """
        layers = self.layers(path)
        if any("brief" in table for layer in layers for table in _every_table(layer)):
            return None
        return (
            tuple((layer.name, layer.folder, layer.data) for layer in layers),
            sorted(self._given.fields.items()),
        )

    def sets(self, path: Path, key: str) -> bool:
        """Whether any layer of a file sets a key, for whatever files."""
        return any(key in table for layer in self.layers(path) for table in _every_table(layer))

    def language(self, path: Path) -> Language | None:
        """The language of messages that a file's configuration asks for, if it does so well."""
        try:
            said = [layer.data.get("lang") for layer in self.layers(path)]
        except SeoAuditError:
            return None
        found = [one for one in said if one in LANGUAGES]
        return found[-1] if found else None

    def excluded(self, path: Path) -> bool:
        """Whether the configuration leaves a file or folder out of its folder's audit."""
        try:
            return any(file.excluded(layer, path) for layer in self.layers(path))
        except SeoAuditError:
            return False  # the error is said where an article is audited

    def left_out(self, path: Path) -> bool:
        """Whether the configuration leaves a file out even when it is named: `force-exclude`, and an `exclude`."""
        try:
            said = [layer.data.get("force-exclude") for layer in self.layers(path)]
        except SeoAuditError:
            return False
        forced = next((one for one in reversed(said) if one is not None), False)
        return forced is True and self.excluded(path)

    def _check(self, layers: Sequence[Layer]) -> None:
        for layer in layers:
            if id(layer) not in self._checked:
                file.check(layer, _known_rules())
                self._checked.add(id(layer))

    def _near(self, folder: Path) -> Layer | None:
        below = []
        found: Layer | SeoAuditError | None = None
        for place in (folder, *folder.parents):
            if place in self._nearest:
                found = self._nearest[place]
                break
            below.append(place)
            found = _found_in(place)
            if found:
                break
        self._nearest |= dict.fromkeys(below, found)
        if isinstance(found, SeoAuditError):
            raise found
        return found


def _found_in(folder: Path) -> Layer | SeoAuditError | None:
    """The configuration file of a folder, or what is wrong with it: it is read once."""
    try:
        return file.find_in(folder)
    except SeoAuditError as error:
        return error


def _known_rules() -> Mapping[str, Rule | SiteRule]:
    from seo_audit.plugins import KnownRules  # noqa: PLC0415

    return KnownRules()


def _every_table(layer: Layer) -> Iterator[Mapping[str, Any]]:
    yield layer.data
    overrides = layer.data.get("overrides")
    if isinstance(overrides, list):
        yield from (table for table in overrides if isinstance(table, dict))
