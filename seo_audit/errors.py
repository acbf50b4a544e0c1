"""What a user can do wrong: each error is one clear line, in both languages, and exit status 2."""

from collections.abc import Iterable

from seo_audit.message import Language, Message, Statement, Value

DEBUG = "SEO_AUDIT_DEBUG"
"""The variable that asks for a traceback where the tool itself is at fault."""

UNREADABLE = Message(
    fr="{name} : lecture impossible ({reason})", en="{name}: cannot be read ({reason})"
)
KILLED = Message(
    fr="{name} : le processus qui l’auditait a été tué (mémoire ?)",
    en="{name}: the process that audited it was killed (memory?)",
)


class SeoAuditError(Exception):
    """An error a user caused, and can mend. `say` gives its one line; `str` gives it in English."""

    def __init__(self, message: Message, **values: Value) -> None:
        self.statement = Statement(
            message, {name: _in_a_line(value) for name, value in values.items()}
        )
        super().__init__(self.statement)

    def say(self, language: Language) -> str:
        """The error in one line: control characters and line ends in its values are made visible."""
        return self.statement.say(language)

    def __str__(self) -> str:
        return self.say("en")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.statement)


class SourceError(SeoAuditError):
    """An article that cannot be read: missing, empty, binary, too large, not decodable."""


class ConfigError(SeoAuditError):
    """A configuration, brief or option that says something we do not understand."""


class OutputError(SeoAuditError):
    """A report, baseline or file of ours that cannot be written."""


def reason_of(error: OSError | ValueError) -> str:
    """Why the system refuses a path, in its words; a ValueError means that no path is like that."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def one_line(error: Exception, most: int = 300) -> str:
    """An exception of our own making, in one line of at most `most` characters."""
    return " ".join(f"{type(error).__name__}: {error}".split())[:most]


def nearest(name: str, known: Iterable[str], alike: float | None = None) -> str | None:
    """The known name that looks most like a name, None when none does.

    `alike` is the least likeness, 0–1; where it is not given half of a short name (h2 for h1) may differ.
    """
    from difflib import get_close_matches  # noqa: PLC0415  only for an error

    least = alike or (0.6 if len(name) > 3 else 0.5)
    return next(iter(get_close_matches(name, list(known), 1, least)), None)


def _in_a_line(value: Value) -> Value:
    if isinstance(value, Statement):
        return Statement(
            value.message, {name: _in_a_line(one) for name, one in value.values.items()}
        )
    if not isinstance(value, str):
        return value
    return "".join(
        char
        if char.isprintable() or char in "\u00a0\u202f"
        else char.encode("unicode_escape").decode()
        for char in value
    )


def _rebuild(kind: type[SeoAuditError], statement: Statement) -> SeoAuditError:
    return kind(statement.message, **statement.values)
