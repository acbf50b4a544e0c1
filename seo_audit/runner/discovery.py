"""Which files are meant: paths, folders and patterns become articles, each once, in a stable order."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from seo_audit.errors import SourceError, reason_of
from seo_audit.message import Message, Value
from seo_audit.parsing import SUFFIXES
from seo_audit.source import is_address, is_folder, is_there, printable_name, read_bytes
from seo_audit.toml import patterns

if TYPE_CHECKING:
    from seo_audit.parsing.no_article import Kind

SKIPPED = frozenset({"node_modules", "__pycache__", "venv", "env", "site-packages"})
"""Folders nobody writes articles in; hidden ones are left out too."""

NO_ARTICLE = Message(
    fr="{name} : aucun article (extensions : {suffixes})",
    en="{name}: no article (extensions: {suffixes})",
)
NO_MATCH = Message(
    fr="{name} : aucun article ne correspond à ce motif",
    en="{name}: no article matches this pattern",
)
FOLDER_UNREADABLE = Message(
    fr="{name} : dossier illisible, laissé de côté ({reason})",
    en="{name}: folder cannot be read, left out ({reason})",
)
LEADS_OUT = Message(
    fr="{name} : ce lien mène hors du dossier ; laissé de côté (nommez-le pour l’auditer)",
    en="{name}: this link leads out of the folder; left out (name it to audit it)",
)

HIDDEN = Message(
    fr="{name} : ce lien mène à un fichier caché ; laissé de côté (nommez-le pour l’auditer)",
    en="{name}: this link leads to a hidden file; left out (name it to audit it)",
)

Warn = Callable[[Message, dict[str, Any]], None]
Excluded = Callable[[Path], bool]
Leave = Callable[[list[tuple[str, "Kind"]]], None]
"""Is told of the files that are no articles, with what they are, when all were found."""


class Article(Struct, frozen=True):
    """A file to audit: where it lies, what reports call it, and whether it was named itself.

    `fault` is set where there is nothing to read: a folder or pattern without articles, a folder nobody may look into.
    """

    path: Path
    name: str
    explicit: bool
    within: PurePath = PurePath()
    """Of a file found in a folder, its path in there."""
    fault: SourceError | None = None


class _Terms(Struct, frozen=True):
    """How folders are walked: from where, without what, and who is told."""

    cwd: Path
    excluded: Excluded
    warn: Warn
    faults: list[Article]
    """Folders that cannot be read are added."""


def _nowhere(_path: Path) -> bool:
    return False


def articles(
    arguments: Iterable[str],
    *,
    excluded: Excluded,
    warn: Warn,
    forced: Excluded = _nowhere,
    cwd: Path | None = None,
    leave: Leave | None = None,
) -> Iterator[Article]:
    """The files that paths, folders and patterns mean, each once, in the order of the arguments.

    A file named itself is audited whatever it is called. Of a folder, recursively: files whose names
    end as articles' do, without hidden ones, what .gitignore leaves out in a git work tree, and what
    `excluded` does; symbolic links to folders are not followed, nor links to files outside the
    folder and the working folder. A name with `*`, `?` or `[` that no file has is a pattern. What
    `forced` leaves out is left out even when it is named. `warn` is told of links that are left
    out and of folders that are gone. With `leave`, what a folder holds and is no article (templates,
    feeds, drafts…) is left out and told to it.
    """
    cwd = cwd or Path.cwd()
    seen: set[str] = set()
    left: dict[str, tuple[str, Kind]] = {}
    for argument in arguments:
        path = Path(argument)
        if forced(Path(os.path.normpath(cwd / path))):
            continue
        terms = _Terms(cwd, excluded, warn, [])
        found, empty = _meant(argument, terms)
        count = 0
        for article in found:
            count += 1
            real = os.path.realpath(article.path)
            if real in seen:
                continue
            judged = leave and not article.explicit
            kind = _no_article(article) if judged else None
            if kind:
                left[real] = (article.name, kind)
            else:
                left.pop(real, None)
                seen.add(real)
                yield article
        yield from terms.faults
        if not (count or terms.faults):
            endings = ", ".join(SUFFIXES) if empty is NO_ARTICLE else ""
            yield _fault(empty, path, printable_name(argument), suffixes=endings)
    if leave and left:
        leave(list(left.values()))


def _no_article(article: Article) -> "Kind | None":
    from seo_audit.runner.left_out import no_article  # noqa: PLC0415  files that are named need none of it

    return no_article(article.path, article.within)


def _meant(argument: str, terms: "_Terms") -> tuple[Iterable[Article], Message]:
    """What a path, a folder or a pattern means, and what to say should it be nothing."""
    path = Path(argument)
    if is_folder(argument):
        return _of_folder(path, terms), NO_ARTICLE
    if patterns.has_magic(argument) and "://" not in argument and not os.path.lexists(argument):
        return _of_pattern(argument, terms), NO_MATCH
    name = printable_name(argument) if is_address(argument) else shown(path, terms.cwd)
    return [Article(path, name, explicit=True)], NO_MATCH


def _fault(message: Message, path: Path, name: str, **values: Value) -> Article:
    return Article(path, name, explicit=True, fault=SourceError(message, name=name, **values))


def shown(path: Path, cwd: Path) -> str:
    """What reports call a file: relative to the working folder where it lies in it, else as given."""
    absolute = Path(os.path.normpath(cwd / path))
    if absolute.is_relative_to(cwd):
        return printable_name(absolute.relative_to(cwd))
    return printable_name(path)


def _of_folder(folder: Path, terms: _Terms) -> Iterator[Article]:
    ignored = _Ignored(Path(os.path.normpath(terms.cwd / folder)))
    for path in _walk(folder, ignored, terms):
        yield Article(path, shown(path, terms.cwd), explicit=False, within=path.relative_to(folder))


def _of_pattern(pattern: str, terms: _Terms) -> Iterator[Article]:
    parts = Path(pattern).parts
    first = next(number for number, part in enumerate(parts) if patterns.has_magic(part))
    folder = Path(*parts[:first])
    rest = "/" + "/".join(parts[first:])
    if not is_folder(folder):
        return
    for article in _of_folder(folder, terms):
        if patterns.matches(rest, article.path.relative_to(folder).as_posix()):
            yield article


def _walk(folder: Path, ignored: "_Ignored", terms: _Terms) -> Iterator[Path]:
    """Articles in a folder and below, names in order; a stack, so that depth has no limit."""
    roots = (os.path.realpath(folder), os.path.realpath(terms.cwd))
    stack = [iter(_entries(folder, terms))]
    while stack:
        entry = next(stack[-1], None)
        if entry is None:
            stack.pop()
            continue
        path = Path(entry.path)
        absolute = Path(os.path.normpath(terms.cwd / path))
        try:
            is_folder = entry.is_dir(follow_symlinks=False)
            is_article = not is_folder and _is_article(entry)
        except OSError:
            continue
        if is_folder:
            if (
                not _is_skipped(entry)
                and not ignored(absolute, folder=True)
                and not terms.excluded(absolute)
            ):
                stack.append(iter(_entries(path, terms)))
        elif is_article and not ignored(absolute, folder=False) and not terms.excluded(absolute):
            # who sends us a folder must not choose what else of this machine a report shows
            fault = _fault_of_link(path, roots) if entry.is_symlink() else None
            if fault:
                terms.warn(fault, {"name": shown(path, terms.cwd)})
            else:
                yield path


def _fault_of_link(path: Path, roots: Iterable[str]) -> Message | None:
    """Why a link's file is left out: it lies outside, or nobody would see it (`.git/config`)."""
    real = Path(os.path.realpath(path))
    inside = [real.relative_to(root) for root in roots if real.is_relative_to(root)]
    if not inside:
        return LEADS_OUT
    hidden = (any(part.startswith(".") for part in one.parts) for one in inside)
    return HIDDEN if all(hidden) else None


def _entries(folder: Path, terms: _Terms) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        name, reason = printable_name(folder), reason_of(error)
        if isinstance(error, FileNotFoundError):  # gone since its own folder was listed
            terms.warn(FOLDER_UNREADABLE, {"name": name, "reason": reason})
        else:
            terms.faults.append(_fault(FOLDER_UNREADABLE, folder, name, reason=reason))
        return []


def _is_article(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(".") or os.path.splitext(entry.name)[1].lower() not in SUFFIXES:  # noqa: PTH122
        return False
    # of a link, what it points at: a FIFO or a device is no article
    return stat.S_ISREG(entry.stat().st_mode)


def _is_skipped(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(".") or entry.name in SKIPPED:
        return True
    return os.path.lexists(os.path.join(entry.path, "pyvenv.cfg"))  # noqa: PTH118  a virtual environment


class _Ignored:
    """What the .gitignore files of a git work tree leave out, asked for absolute paths under a folder."""

    def __init__(self, folder: Path) -> None:
        places = (folder, *folder.parents)
        self.root = next((place for place in places if is_there(place / ".git")), None)
        self._rules = cache(_rules)
        self._folder = cache(self._is_folder_out)

    def __call__(self, path: Path, *, folder: bool) -> bool:
        if self.root is None or path == self.root:
            return False
        # git takes nothing back in of a folder that is left out
        return self._folder(path.parent) or (self._says(path, folder=folder) or False)

    def _is_folder_out(self, path: Path) -> bool:
        # from above, so that a deep tree needs no deep recursion
        assert self.root
        if path == self.root or not path.is_relative_to(self.root):
            return False
        below = [
            one
            for one in (path, *path.parents)
            if one != self.root and one.is_relative_to(self.root)
        ]
        return any(self._says(one, folder=True) for one in reversed(below))

    def _says(self, path: Path, *, folder: bool) -> bool | None:
        """What the deepest .gitignore says that says something."""
        for place in path.parents:
            rules = self._rules(place, root=place == self.root)
            if rules:
                said = patterns.says(rules, path.relative_to(place).as_posix(), folder=folder)
                if said is not None:
                    return said
            if place == self.root:
                break
        return None


def _rules(folder: Path, *, root: bool) -> tuple[patterns.Rule, ...]:
    names = (".git/info/exclude", ".gitignore") if root else (".gitignore",)
    lines: list[str] = []
    for name in names:
        try:
            # a pipe of that name must not hold us
            content = read_bytes(folder / name, name)
        except SourceError:
            continue
        lines += content.decode("utf-8", "replace").split("\n")
    return patterns.ignore_rules(lines)
