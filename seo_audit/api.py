"""The Python interface: audit an article, read one, audit many."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from seo_audit import engine
from seo_audit.config.config import Config
from seo_audit.document import Document, Format
from seo_audit.errors import KILLED, ConfigError, SourceError
from seo_audit.message import Message
from seo_audit.parsing import FORMATS, parse
from seo_audit.report import PlacedFinding, Report
from seo_audit.source import Source, printable_name
from seo_audit.source import read as read_source

UNKNOWN_FORMAT = Message(
    fr="format d’article inconnu : « {name} » (html, markdown ou text)",
    en="unknown article format: “{name}” (html, markdown or text)",
)
EMPTY = Message(fr="{name} : le texte est vide", en="{name}: the text is empty")


def audit(
    article: Path | str,
    config: Config | None = None,
    *,
    format: str | None = None,  # noqa: A002  the name other programs rely on
) -> Report:
    """Audit a file, given as a Path, or a text, given as a str.

    `format` is "html", "markdown" ("md") or "text" ("txt"); by default it follows from the file's
    name, and a text is HTML when it begins with a tag.

    Raises:
        SourceError: the article cannot be read.
        ConfigError: the configuration or the format is not understood.
    """
    config = config or Config()
    return engine.audit(_source(article, config), config, _format(format))


class Fixed(Struct, frozen=True):
    """An article mended: its text, the findings that were mended as they were found, and those that are left.

    One that was mended in some of its places only is among both.
    """

    text: str
    applied: tuple[PlacedFinding, ...]
    left: tuple[PlacedFinding, ...]


def fix(
    article: Path | str,
    config: Config | None = None,
    *,
    format: str | None = None,  # noqa: A002  the name other programs rely on
    unsafe: bool = False,
) -> Fixed:
    """Mend an article by the safe fixes of its findings, and by suggestions where `unsafe`; nothing is written.

    Arguments and errors are as for `audit`.
    """
    from seo_audit.fixing.mending import mend  # noqa: PLC0415  most runs mend nothing

    config = config or Config()
    mended = mend(_source(article, config), config, _format(format), unsafe=unsafe)
    left = tuple(finding for _, finding in mended.report.findings)
    return Fixed(mended.source.text, mended.applied, left)


def read(
    article: Path | str,
    config: Config | None = None,
    *,
    format: str | None = None,  # noqa: A002  the name other programs rely on
) -> Document:
    """What the tool believes the article to be; arguments and errors as for `audit`."""
    config = config or Config()
    source = _source(article, config)
    return config.override(parse(source, config.parsing_for(source), _format(format)))


def audit_many(
    paths: Iterable[Path], config: Config | None = None, *, jobs: int = 1
) -> Iterator[Report]:
    """Audit files one after the other, reports in the order of the paths, at constant memory.

    An article that cannot be read gives a report with `error`. `jobs` is how many processes work.
    """
    config = config or Config()
    if jobs <= 1:
        for path in paths:
            yield _report(path, config)
        return
    from seo_audit.runner.processes import in_order  # noqa: PLC0415  one process is the rule

    yield from in_order(_report, ((path, config) for path in paths), jobs, _lost)


def _report(path: Path, config: Config) -> Report:
    try:
        return audit(path, config)
    except SourceError as error:
        return engine.unreadable(str(path), error)


def _lost(path: Path, _config: Config) -> Report:
    name = printable_name(path)
    return engine.unreadable(name, SourceError(KILLED, name=name))


def _source(article: Path | str, config: Config) -> Source:
    if isinstance(article, str):
        if not article.strip():
            raise SourceError(EMPTY, name="-")
        return Source(article)
    return read_source(article, maximum_bytes=config.maximum_bytes)


def _format(name: str | None) -> Format | None:
    if name is None:
        return None
    try:
        return FORMATS[name.lower()]
    except KeyError as error:
        raise ConfigError(UNKNOWN_FORMAT, name=name) from error
