"""A command line run, and what is said when something goes wrong."""

import os
from collections.abc import Sequence
from typing import cast

from seo_audit.cli import commands, texts
from seo_audit.cli.actions import say
from seo_audit.errors import DEBUG, SeoAuditError, one_line
from seo_audit.message import Language
from seo_audit.runner.exit_status import INTERRUPTED, WRONG


def main(arguments: Sequence[str]) -> int:
    """Run a command line; its exit status. What is wrong is said in one line on standard error."""
    language = language_of(arguments)
    try:
        return commands.run(arguments, language)
    except SeoAuditError as error:
        say(f"seo-audit: {error.say(language)}")
        return WRONG
    except KeyboardInterrupt:
        say(texts.INTERRUPT.say(language))
        return INTERRUPTED
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        values = {"reason": one_line(error), "variable": DEBUG}
        say(f"seo-audit: {texts.CRASH.say(language, values)}")
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
