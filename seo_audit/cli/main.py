"""A command line run, and what is said when something goes wrong."""

import os
import signal
from collections.abc import Sequence
from typing import NoReturn, cast

from seo_audit.cli import commands, texts
from seo_audit.cli.actions import say
from seo_audit.errors import DEBUG, SeoAuditError, one_line
from seo_audit.message import Language
from seo_audit.runner.exit_status import INTERRUPTED, TERMINATED, WRONG


class Terminated(KeyboardInterrupt):
    """SIGTERM: a run ends as with Ctrl-C, and leaves no file half written."""


def end_on_sigterm() -> None:
    """Let SIGTERM end this process as Ctrl-C does."""

    def end(_number: int, _frame: object) -> NoReturn:
        raise Terminated

    signal.signal(signal.SIGTERM, end)


def main(arguments: Sequence[str]) -> int:
    """Run a command line; its exit status. What is wrong is said in one line on standard error."""
    language = language_of(arguments)
    try:
        return commands.run(arguments, language)
    except SeoAuditError as error:
        say(error.say(language))
        return WRONG
    except Terminated:
        return TERMINATED
    except KeyboardInterrupt:
        say(texts.INTERRUPT.say(language))
        return INTERRUPTED
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        values = {"reason": one_line(error), "variable": DEBUG}
        say(texts.CRASH.say(language, values))
        return WRONG


def language_of(arguments: Sequence[str]) -> Language:
    """The language the arguments ask for, read before all else: errors are in it too."""
    found: Language = "fr"
    for number, argument in enumerate(arguments):
        if argument == "--":
            break
        value = argument.partition("=")[2]
        if argument == "--lang":
            value = arguments[number + 1] if number + 1 < len(arguments) else ""
        elif not argument.startswith("--lang="):
            continue
        if value in ("fr", "en"):
            found = cast("Language", value)
    return found
