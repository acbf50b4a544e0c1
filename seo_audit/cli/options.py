"""The options of the command line, each once, in the sections of the help."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct, field

from seo_audit.brief.profiles import PROFILES
from seo_audit.cli import texts
from seo_audit.errors import SeoAuditError
from seo_audit.message import Message
from seo_audit.rule import Severity

FAIL_ON = (*(severity.value for severity in Severity), "never")


class UsageError(SeoAuditError):
    """The command line is not understood."""


class Option(Struct, frozen=True):
    """One option. `text` is the name of its help; `word` what the help calls its value, None for a flag.

    `value` reads what was given for it; it raises UsageError.
    """

    name: str
    text: str
    also: tuple[str, ...] = ()
    word: str | None = None
    choices: tuple[str, ...] = ()
    multiple: bool = False
    default: str | None = None
    value: Callable[[str], Any] = field(default=str)

    @property
    def names(self) -> tuple[str, ...]:
        """How it is written: `--output`, `-o`."""
        return (f"--{self.name}", *self.also)

    @property
    def key(self) -> str:
        """What the jobs know it by."""
        return self.name.replace("-", "_")

    @property
    def is_flag(self) -> bool:
        """Whether it takes no value."""
        return self.word is None


def flag(name: str, *also: str, text: str | None = None) -> Option:
    """An option without a value."""
    return Option(name, text or name, also)


def valued(name: str, word: str, *also: str, text: str | None = None, **settings: Any) -> Option:
    """An option with a value, which the help calls by a word."""
    return Option(name, text or name, also, word, **settings)


def choice(
    name: str, choices: Sequence[str], *, text: str | None = None, **settings: Any
) -> Option:
    """An option whose value is one of a few."""
    return Option(name, text or name, word="|".join(choices), choices=tuple(choices), **settings)


def whole(name: str, least: int) -> Callable[[str], int]:
    """What reads a whole number for the option of that name. UsageError when it is none, or less."""

    def read(value: str) -> int:
        try:
            number = int(value) if value.isascii() else -1
        except ValueError:
            number = -1
        if number < least:
            raise UsageError(texts.WRONG_NUMBER, name=f"--{name}", value=value, least=least)
        return number

    return read


CONFIGURING = (
    choice("profile", PROFILES),
    valued("select", "RULES", multiple=True),
    valued("ignore", "RULES", multiple=True),
    valued("extend-select", "RULES", multiple=True),
    valued("config", "FILE|TEXT", multiple=True),
    flag("isolated"),
)
"""Options that say which rules hold and how."""

COMMON = (
    choice("lang", ("fr", "en")),
    choice("color", ("auto", "always", "never"), default="auto"),
)
"""Options of every command."""

Sections = tuple[tuple[Message, tuple[Option, ...]], ...]

AUDIT: Sections = (
    (
        texts.REPORT,
        (
            valued("format", "NAME[=FILE]", multiple=True),
            valued("output", "FILE", "-o"),
            flag("verbose", "-v"),
            flag("quiet", "-q"),
            valued("client", "TEXT"),
            valued("author", "TEXT"),
            valued("logo", "FILE"),
            flag("print-all"),
        ),
    ),
    (
        texts.ARTICLE,
        (
            valued("keyphrase", "TEXT"),
            valued("secondary", "TEXT", multiple=True),
            valued("title", "TEXT"),
            valued("description", "TEXT"),
            valued("slug", "TEXT"),
            valued("brief", "FILE"),
            valued("content", "SELECTOR"),
            valued("stdin-filename", "NAME"),
        ),
    ),
    (texts.CONFIGURATION, (*CONFIGURING, flag("force-exclude"), flag("show-config"))),
    (
        texts.GATE,
        (
            choice("fail-on", FAIL_ON),
            valued("fail-under", "SCORE", multiple=True),
            valued("max-warnings", "N", value=whole("max-warnings", 0)),
            flag("exit-zero"),
            valued("baseline", "FILE"),
            valued("write-baseline", "FILE"),
        ),
    ),
    (
        texts.FIXES,
        (flag("fix"), flag("unsafe-fixes"), flag("diff")),
    ),
    (
        texts.RUNNING,
        (
            valued("jobs", "N", "-j", value=whole("jobs", 1), default="1"),
            flag("watch"),
            flag("no-cache"),
            valued("cache-dir", "FOLDER"),
            *COMMON,
        ),
    ),
)
"""Those of the main job, in the sections of its help."""

SITE: Sections = (
    (
        texts.SITE_SECTION,
        (
            valued("url", "URL", text="site-url"),
            valued("sitemap", "FILE", text="site-sitemap"),
            valued("redirects", "FILE", text="site-redirects"),
            valued("url-map", "FILE", text="site-url-map"),
            valued("host", "HOST", text="site-host"),
            valued("content", "SELECTOR"),
        ),
    ),
    (
        texts.REPORT,
        (
            valued("format", "NAME[=FILE]", multiple=True, text="site-format"),
            valued("output", "FILE", "-o"),
            valued("compare", "FOLDER", text="site-compare"),
            flag("verbose", "-v", text="site-verbose"),
            flag("quiet", "-q"),
        ),
    ),
    (texts.CONFIGURATION, CONFIGURING),
    (
        texts.GATE,
        (
            choice("fail-on", FAIL_ON),
            valued("fail-under", "SCORE", multiple=True, text="site-fail-under"),
            valued("max-warnings", "N", value=whole("max-warnings", 0), text="site-max-warnings"),
            flag("exit-zero", text="site-exit-zero"),
            valued("baseline", "FILE"),
            valued("write-baseline", "FILE"),
        ),
    ),
    (
        texts.RUNNING,
        (
            valued("run", "FOLDER", text="site-run"),
            valued("jobs", "N", "-j", value=whole("jobs", 1), text="site-jobs"),
            valued("workers", "ADDRESS", text="site-workers"),
            *COMMON,
        ),
    ),
)
"""Those of `site`, in the sections of its help."""
