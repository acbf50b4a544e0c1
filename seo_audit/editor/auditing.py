"""An audit of a text that an editor has open: with the configuration of its folder, read anew each time."""

import time
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from seo_audit import engine
from seo_audit.config.config import Config
from seo_audit.config.nearest import Configurations, Given
from seo_audit.document import Format
from seo_audit.editor.buffers import Audited
from seo_audit.errors import SeoAuditError, SourceError, one_line
from seo_audit.message import Language, Message
from seo_audit.source import Source

CRASHED = Message(
    fr="panne de l’outil lui-même ({reason}) ; signalez-la, avec l’article",
    en="the tool itself crashed ({reason}); please report it, with the article",
)
_WARM = "# Un titre\n\nUn mot d’introduction, puis « un autre » : voilà !\n"


class Task(Struct, frozen=True):
    """What to audit: one version of a text."""

    text: str
    path: Path | None
    format: Format
    version: int
    generation: int
    folder: Path | None = None
    """Whose configuration holds for a text that is in no file."""
    language: Language | None = None
    """Of the messages, where the editor chose one."""


def configuration(path: Path | None, folder: Path | None, language: Language | None) -> Config:
    """The configuration of a file, as its folders have it now.

    Raises:
        ConfigError: a configuration file cannot be read, or says what we do not understand.
    """
    place = path or (folder / "article.md" if folder else None)
    config = Configurations(Given()).config(place) if place else Config()
    return replace(config, language=language) if language else config


def source_of(task: Task) -> Source:
    """The text as the engine takes it: under its file's name, or none."""
    return Source(task.text, task.path.name if task.path else "-", task.path)


def audit(task: Task) -> Audited:
    """Audit a text; whatever goes wrong becomes its error."""
    begun = time.perf_counter()
    report, error = None, None
    try:
        config = configuration(task.path, task.folder, task.language)
        if task.text.strip():
            report = engine.audit(source_of(task), config, task.format)
    except SeoAuditError as wrong:
        error = wrong
    except Exception as crash:  # noqa: BLE001  an editor goes on whatever an article holds
        error = SourceError(CRASHED, reason=one_line(crash, 200))
    seconds = time.perf_counter() - begun
    return Audited(task.version, task.generation, report, error, seconds)


def warm_up() -> None:
    """Load what the first audit needs, before somebody waits for it."""
    audit(Task(_WARM, None, "markdown", 0, 0))
