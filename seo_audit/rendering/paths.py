"""Paths as reports show them, and why what lies there could not be read."""

from pathlib import Path

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
