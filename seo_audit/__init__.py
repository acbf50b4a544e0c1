"""Audit the SEO of French articles.

>>> import seo_audit
>>> report = seo_audit.audit("<title>Chats</title><p>Ils dorment.</p>", format="html")
>>> report.figures.words
2
"""

from seo_audit.version import __version__ as __version__

TYPE_CHECKING = False  # as typing has it; `seo-audit --help` does without that import

__all__ = [
    "Config",
    "ConfigError",
    "Document",
    "Edit",
    "Fix",
    "Fixed",
    "OutputError",
    "Report",
    "SeoAuditError",
    "SourceError",
    "Status",
    "Verdict",
    "audit",
    "audit_many",
    "fix",
    "read",
]

_HOMES = {
    "Config": "config.config",
    "ConfigError": "errors",
    "Document": "document",
    "Edit": "rule",
    "Fix": "rule",
    "Fixed": "api",
    "OutputError": "errors",
    "Report": "report",
    "SeoAuditError": "errors",
    "SourceError": "errors",
    "Status": "report",
    "Verdict": "report",
    "audit": "api",
    "audit_many": "api",
    "fix": "api",
    "read": "api",
}

if TYPE_CHECKING:
    from seo_audit.api import Fixed as Fixed
    from seo_audit.api import audit as audit
    from seo_audit.api import audit_many as audit_many
    from seo_audit.api import fix as fix
    from seo_audit.api import read as read
    from seo_audit.config.config import Config as Config
    from seo_audit.document import Document as Document
    from seo_audit.errors import ConfigError as ConfigError
    from seo_audit.errors import OutputError as OutputError
    from seo_audit.errors import SeoAuditError as SeoAuditError
    from seo_audit.errors import SourceError as SourceError
    from seo_audit.report import Report as Report
    from seo_audit.report import Status as Status
    from seo_audit.report import Verdict as Verdict
    from seo_audit.rule import Edit as Edit
    from seo_audit.rule import Fix as Fix


def __getattr__(name: str) -> object:
    # names come when asked for: `seo-audit --help` needs none of them
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415

    return getattr(import_module(f"seo_audit.{_HOMES[name]}"), name)
