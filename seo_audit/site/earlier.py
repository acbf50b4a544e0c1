"""An earlier run of the same site: what it found, to tell what is new, still there, and gone."""

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from seo_audit.errors import (
    UNREADABLE,
    ConfigError,
    OutputError,
    SourceError,
    reason_of,
)
from seo_audit.message import Language, Message
from seo_audit.site import run_folder, storage
from seo_audit.site.findings import Findings
from seo_audit.site.site_report import Gone, SiteReport

FILE = "findings.json"
VERSION = 1

NO_RUN = Message(
    fr="{name} : pas de passage terminé dans ce dossier (--compare) ; --run en laisse un",
    en="{name}: no finished run in this folder (--compare); --run leaves one",
)


class Kept(Struct, frozen=True):
    """What a run leaves for those to come."""

    version: int
    url: str | None
    pages: int
    median_score: float | None
    findings: tuple[Gone, ...]


def write(run: str, report: SiteReport, language: Language) -> None:
    """Keep what a run found in its folder. OutputError when it cannot be written."""
    findings = tuple(
        Gone(one.rule, one.severity.value, one.message(language), one.fingerprint)
        for one in report.findings
    )
    kept = Kept(VERSION, report.url, len(report.pages), report.median_score, findings)
    content = msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n"
    try:
        run_folder.at(run).write(FILE, content)
    except OSError as error:
        name = f"{storage.printable(run)}/{FILE}"
        raise OutputError(UNREADABLE, name=name, reason=reason_of(error)) from error


def read(run: str) -> Kept:
    """What a run found. ConfigError when the folder holds none that was finished."""
    name = storage.printable(run)
    try:
        kept = msgspec.json.decode(run_folder.at(run).read(FILE), type=Kept)
    except (OSError, SourceError) as error:
        raise ConfigError(NO_RUN, name=name) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise ConfigError(NO_RUN, name=name) from error
    return kept


def compared(findings: Findings, before: Kept) -> tuple[Findings, tuple[Gone, ...]]:
    """The findings, each new or still there, and those that are gone."""
    known = {one.fingerprint for one in before.findings}
    now = {one.fingerprint for one in findings}
    states = Findings.of(
        replace(one, state="still" if one.fingerprint in known else "new") for one in findings
    )
    return states, tuple(one for one in before.findings if one.fingerprint not in now)
