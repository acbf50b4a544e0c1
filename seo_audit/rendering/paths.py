"""Paths as reports show them, and why what lies there could not be read."""

from collections.abc import Iterable
from pathlib import Path, PurePath

from seo_audit.message import Language
from seo_audit.rendering.escaping import whole
from seo_audit.report import Report


def shown(path: str) -> str:
    """A path for machines that open it: relative to where we run if it lies below, else as it is.

    SARIF, GitLab and GitHub know files by their place in the repository.
    """
    path = whole(path)
    if not Path(path).is_absolute():
        return path
    try:
        return Path(path).relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return path


def told(path: str) -> str:
    """A path for readers, without the folders of the machine: below where we run, else its last two parts."""
    short = shown(path)
    parts = PurePath(short).parts
    return (
        short
        if len(parts) <= 2 or not PurePath(short).is_absolute()
        else "…/" + "/".join(parts[-2:])
    )


def reason(report: Report, language: Language) -> str:
    """Why an article could not be read, without its path where the sentence begins with it."""
    assert report.error is not None
    return without_path(report.error.say(language), report.path)


def without_path(error: str, path: str) -> str:
    """An error's line without the path it begins with."""
    for separator in (" : ", "\u00a0: ", ": "):
        if error.startswith(path + separator):
            return error[len(path + separator) :]
    return error


def common_folder(paths: Iterable[str]) -> str:
    """The folder all these lie in, with its last slash; empty when there is none but the working folder or the root."""
    folders = [PurePath(path).parent.parts for path in paths]
    if not folders:
        return ""
    shared = 0
    for parts in zip(*folders, strict=False):
        if len(set(parts)) > 1:
            break
        shared += 1
    parts = folders[0][:shared]
    folder = PurePath(*parts).as_posix() if parts else ""
    return "" if folder in ("", ".", "/") else folder + "/"


def below(path: str, folder: str) -> str:
    """A path as it is called within a folder of `common_folder`."""
    return path.removeprefix(folder)
