"""The brief: what an article was asked to be, read from TOML.

It stands in a file of its own (`--brief`), in the table `[brief]` of a configuration, or under `seo:` in
the front matter of the article. The keys are the same everywhere.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from seo_audit.brief.brief import KEYS, MOST_PHRASES, Brief
from seo_audit.brief.texts import BriefText, brief_text
from seo_audit.document import Document
from seo_audit.errors import ConfigError, SourceError, nearest
from seo_audit.message import Message, Statement
from seo_audit.source import is_file, is_folder, printable_name
from seo_audit.toml import layers
from seo_audit.toml.patterns import has_magic
from seo_audit.toml.values import (
    UNKNOWN_KEY,
    UNKNOWN_KEY_ALONE,
    Expected,
    Key,
    Where,
    nowhere,
    one_of,
    wrong,
)
from seo_audit.toml.writing import toml

LANGUAGES = ("fr", "en", "es", "it", "de", "pt", "nl", "ca", "ro")
"""Languages that an article can be told to be in."""

MOST_PAGES = 500
"""Reference pages taken at most, in the order of their names."""

MISSING = Message(fr="{name} : commande introuvable", en="{name}: no such brief")
NO_BRIEF = Message(
    fr="{where} : commande introuvable : {name}", en="{where}: no such brief: {name}"
)
NO_SOURCE = Message(
    fr="{where} : « source » : texte introuvable : {name}",
    en="{where}: “source”: no such text: {name}",
)
NO_PAGE = Message(
    fr="{where} : « reference » : aucun fichier ne répond à {name}",
    en="{where}: “reference”: no file matches {name}",
)
NO_TEXT = Message(
    fr="{where} : « {key} » : {reason}",
    en="{where}: “{key}”: {reason}",
)
OUTSIDE = Message(
    fr="{where} : « {key} » : {name} n’est ni dans {folder} ni dans le dossier de travail, ou est caché ; "
    "une commande ne lit rien d’autre",
    en="{where}: “{key}”: {name} lies neither in {folder} nor in the working folder, or is hidden; "
    "a brief reads nothing else",
)
COUNT = Message(fr="un nombre entier, au moins {least}", en="a whole number, at least {least}")
TEXT = Message(fr="un texte entre guillemets, non vide", en="a text in quotes, not empty")
TEXTS = Message(fr="une liste de textes non vides", en="a list of texts, none empty")
FEWER = Message(fr="une liste de {least} textes au plus", en="a list of at most {least} texts")
NOT_BELOW = Message(
    fr="au moins « minimum_words », {least}", en="at least “minimum_words”, {least}"
)
TABLE_OR_FILE = Message(
    fr="une table, ou le nom d’un fichier TOML", en="a table, or the name of a TOML file"
)


def read(path: Path) -> Brief:
    """The brief a file holds. Its paths and patterns are relative to the file's folder.

    Raises:
        ConfigError: the file is missing or not TOML, a key or value is not understood (with its line),
            or a text it names cannot be read.
    """
    if not is_file(path):
        raise ConfigError(MISSING, name=layers.shown_path(path))
    layer = layers.read(path)
    assert layer is not None  # a file has its own table
    return replace(from_table(layer.data, layer.folder, layer.where), name=layer.name)


class Named(Struct, frozen=True):
    """What a brief asks by itself, and the names of the texts it asks to be compared with."""

    brief: Brief
    source: str | None = None
    reference: tuple[str, ...] = ()


def without_texts(text: str, name: str) -> Named:
    """What the TOML of a brief says, no file being looked for.

    Raises:
        ConfigError: as `read`, but for the texts it names.
    """
    layer = layers.of_text(text, name)
    own = {key: value for key, value in layer.data.items() if key not in ("source", "reference")}
    source, pages = layer.data.get("source"), layer.data.get("reference", [])
    return Named(
        from_table(own, layer.folder, layer.where),
        None if source is None else _text(source, ("source",), layer.where, layer.folder),
        _texts(
            [pages] if isinstance(pages, str) else pages, ("reference",), layer.where, layer.folder
        ),
    )


def written(brief: Brief, comment: str = "") -> str:
    """A brief as TOML that `read` takes; texts that no file holds stay out."""
    lines = [f"# {one}" for one in comment.splitlines()]
    for key in brief.asked:
        value = _names(getattr(brief, key))
        if value not in ("", ()):  # no subheading at all may be asked for
            lines.append(f"{key} = {toml(value)}")
    return "".join(f"{line}\n" for line in lines)


def _names(value: Any) -> Any:
    """A value as the file of a brief says it: texts by their names."""
    if isinstance(value, BriefText):
        return value.name
    if isinstance(value, tuple):
        return tuple(filter(None, map(_names, value)))
    return value


def check(value: Any, path: Sequence[Key], where: Where, folder: Path) -> None:
    """Check the value of a key `brief`: a table, or the name of a file.

    Raises:
        ConfigError: as `read`, or the file may not be read from there.
    """
    if isinstance(value, str):
        if not is_file(folder / value):
            raise ConfigError(NO_BRIEF, where=where(path), name=value)
        if where(path) != "--brief":
            check_inside(folder / value, folder, where, path)
        read(folder / value)
    elif isinstance(value, dict):
        from_table(value, folder, lambda inner: where((*path, *inner)))
    else:
        raise wrong(where, path, value, TABLE_OR_FILE)


def from_table(data: Mapping[str, Any], folder: Path, where: Where = nowhere) -> Brief:
    """The brief a table holds; `where` tells the place of a key for errors.

    Raises:
        ConfigError: as `read`.
    """
    given: dict[str, Any] = {}
    for key, value in data.items():
        name = key.replace("-", "_")
        if name not in _READERS:
            raise _unknown(where, key)
        given[name] = _READERS[name](value, (key,), where, folder)
    least, most = given.get("minimum_words"), given.get("maximum_words")
    if least is not None and most is not None and most < least:
        key = next(key for key in data if key.replace("-", "_") == "maximum_words")
        raise _wrong(where, (key,), most, Statement(NOT_BELOW, {"least": least}))
    return Brief(**given)


def check_inside(file: Path, folder: Path, where: Where, path: Sequence[Key]) -> None:
    """That a file lies, links followed, in the folder of who names it or in the working folder, and is not hidden.

    Articles and configurations come from anywhere, and what they name shows in reports.

    Raises:
        ConfigError: it lies elsewhere.
    """
    try:
        real = os.path.realpath(file)
    except ValueError:
        return  # no file has a NUL in its name: who opens it says so
    for root in (os.path.realpath(folder), os.path.realpath(Path.cwd())):
        inside = Path(real).relative_to(root).parts if Path(real).is_relative_to(root) else None
        if inside is not None and not any(part.startswith(".") for part in inside):
            return
    name, shown = printable_name(file), printable_name(folder)
    raise ConfigError(OUTSIDE, where=where(path), key=str(path[0]), name=name, folder=shown)


def of_article(document: Document, given: Brief | None) -> Brief | None:
    """The brief for one article: what its front matter says under `seo:` is stronger, key by key.

    The table may hold the keys themselves, and `brief`: a table of them or a file's name.

    Raises:
        ConfigError: as `read`.
    """
    said = {
        key: value
        for key, value in document.settings.items()
        if key == "brief" or key.replace("-", "_") in _OWN
    }
    if not said:
        return given
    path = document.source.path
    folder = path.parent if path else Path.cwd()
    where = _places_in(document)
    own = Brief()
    nested = said.pop("brief", None)
    if isinstance(nested, str):
        check_inside(folder / nested, folder, where, ("brief",))
        own = read(folder / nested)
    elif isinstance(nested, Mapping):
        own = from_table(nested, folder, where)
    elif nested is not None:
        raise _wrong(where, ("brief",), nested, TABLE_OR_FILE)
    own = _over(own, from_table(said, folder, where))
    return _over(given, own) if given else own


def _over(weak: Brief, strong: Brief) -> Brief:
    own = {key: getattr(strong, key) for key in strong.asked}
    return replace(weak, **own, name=strong.name or weak.name)


def _places_in(document: Document) -> Where:
    """The places of keys below `seo:`; the parser of YAML tells only that of the table."""

    def where(path: Sequence[Key]) -> str:
        source = document.source
        front = document.front_matter
        entry = front.get("seo") if front else None
        if front is None or entry is None:
            return source.name
        at = entry.span.start
        for key in (key for key in path if isinstance(key, str)):
            found = re.compile(rf"""(?<![\w-])["']?{re.escape(key)}["']?\s{{0,9}}[:=]""").search(
                source.text, at, front.span.end
            )
            if not found:
                break
            at = found.start()
        return f"{source.name}:{source.position(at).line}"

    return where


# -- reading values

Reader = Callable[[Any, Sequence[Key], Where, Path], Any]


def _text(value: Any, path: Sequence[Key], where: Where, _folder: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(where, path, value, TEXT)
    return " ".join(value.split())


def _texts(value: Any, path: Sequence[Key], where: Where, folder: Path) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _wrong(where, path, value, TEXTS)
    if len(value) > MOST_PHRASES:
        raise _wrong(where, path, value, Statement(FEWER, {"least": MOST_PHRASES}))
    for number, one in enumerate(value):
        if not isinstance(one, str) or not one.strip():
            raise _wrong(where, (*path, number), value, TEXTS)
    return tuple(_text(one, path, where, folder) for one in value)


def _count(least: int) -> Reader:
    def convert(value: Any, path: Sequence[Key], where: Where, _folder: Path) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise _wrong(where, path, value, Statement(COUNT, {"least": least}))
        return value

    return convert


def _language(value: Any, path: Sequence[Key], where: Where, _folder: Path) -> str:
    # a region may stand behind: fr-FR
    code = re.split(r"[-_]", value)[0].lower() if isinstance(value, str) else None
    if code not in LANGUAGES:
        raise _wrong(where, path, value, one_of(LANGUAGES))
    return str(code)


def _source(value: Any, path: Sequence[Key], where: Where, folder: Path) -> BriefText:
    name = _text(value, path, where, folder)
    file = folder / name
    check_inside(file, folder, where, path)
    if not is_file(file):
        raise ConfigError(NO_SOURCE, where=where(path), name=name)
    found = _text_of(file, path, where)
    try:
        found.document()
    except SourceError as error:
        raise _unreadable(error, path, where) from error
    return found


def _pages(value: Any, path: Sequence[Key], where: Where, folder: Path) -> tuple[BriefText, ...]:
    patterns = _texts([value] if isinstance(value, str) else value, path, where, folder)
    files: dict[Path, None] = {}
    for number, pattern in enumerate(patterns):
        place = (*path, number) if isinstance(value, list) else path
        check_inside(_fixed(folder, pattern), folder, where, place)
        found = sorted(_files(folder, pattern))
        for file in found[:MOST_PAGES]:
            check_inside(file, folder, where, place)  # a link may lead out
        if not found:
            raise ConfigError(NO_PAGE, where=where(place), name=pattern)
        files |= dict.fromkeys(found)
    return tuple(_text_of(file, path, where) for file in [*files][:MOST_PAGES])


def _files(folder: Path, pattern: str) -> Iterator[Path]:
    """The files a name or a pattern means; a folder means what it holds directly."""
    path = Path(os.path.normpath(folder / pattern))
    if not has_magic(pattern):
        if is_folder(path):
            yield from (one for one in path.iterdir() if is_file(one) and one.name[0] != ".")
        elif is_file(path):
            yield path
        return
    root = _fixed(folder, pattern)
    rest = "/".join(path.parts[len(root.parts) :])
    try:
        yield from (one for one in root.glob(rest) if is_file(one))
    except (ValueError, OSError):
        return


def _fixed(folder: Path, pattern: str) -> Path:
    """What a name or a pattern begins with, before the first part that is no plain name."""
    path = Path(os.path.normpath(folder / pattern))
    if not has_magic(pattern):
        return path
    return Path(*takewhile(lambda part: not has_magic(part), path.parts))


def _text_of(file: Path, path: Sequence[Key], where: Where) -> BriefText:
    try:
        return brief_text(file)
    except SourceError as error:
        raise _unreadable(error, path, where) from error


def _unreadable(error: SourceError, path: Sequence[Key], where: Where) -> ConfigError:
    key = str(path[0]).replace("-", "_")
    return ConfigError(NO_TEXT, where=where(path), key=key, reason=error.statement)


def _wrong(where: Where, path: Sequence[Key], value: Any, expected: Expected) -> ConfigError:
    # briefs are written with underscores, whatever a layer made of them
    return wrong(where, path, value, expected, str(path[0]).replace("-", "_"))


def _unknown(where: Where, key: str) -> ConfigError:
    name = key.replace("-", "_")
    near = nearest(name, KEYS)
    if near:
        return ConfigError(UNKNOWN_KEY, where=where((key,)), key=name, near=near)
    return ConfigError(UNKNOWN_KEY_ALONE, where=where((key,)), key=name, known=", ".join(KEYS))


_READERS: Mapping[str, Reader] = {
    "keyphrase": _text,
    "secondary": _texts,
    "language": _language,
    "minimum_words": _count(1),
    "maximum_words": _count(1),
    "minimum_subheadings": _count(0),
    "must_mention": _texts,
    "source": _source,
    "reference": _pages,
}
_OWN = frozenset(KEYS) - {"keyphrase", "secondary"}
"""Keys that mean a brief where an article's front matter has them; the two others mean the article itself."""
