"""What a user can do wrong: each error is one clear line, in both languages, and exit status 2."""

from seo_audit.message import Language, Message, Value


class SeoAuditError(Exception):
    """An error a user caused, and can mend. `say` gives its one line; `str` gives it in English."""

    def __init__(self, message: Message, **values: Value) -> None:
        super().__init__(message, values)
        self.message = message
        self.values = values

    def say(self, language: Language) -> str:
        """The error in one line: control characters and line ends in its values are made visible."""
        values = {
            name: _one_line(value) if isinstance(value, str) else value
            for name, value in self.values.items()
        }
        return self.message.say(language, values)

    def __str__(self) -> str:
        return self.say("en")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.values)


class SourceError(SeoAuditError):
    """An article that cannot be read: missing, empty, binary, too large, not decodable."""


class ConfigError(SeoAuditError):
    """A configuration, brief or option that says something we do not understand."""


class OutputError(SeoAuditError):
    """A report, baseline or file of ours that cannot be written."""


def _one_line(text: str) -> str:
    return "".join(
        char
        if char.isprintable() or char in "\u00a0\u202f"
        else char.encode("unicode_escape").decode()
        for char in text
    )


def _rebuild(
    kind: type[SeoAuditError], message: Message, values: dict[str, Value]
) -> SeoAuditError:
    return kind(message, **values)
