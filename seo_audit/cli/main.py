"""The way through a command line: who reads it, and what is said when something goes wrong."""

import os
from collections.abc import Sequence
from typing import cast

from seo_audit.cli import actions as cli_jobs
from seo_audit.cli import options as cli_options
from seo_audit.cli import texts
from seo_audit.errors import DEBUG, SeoAuditError, one_line
from seo_audit.message import Language

INTERRUPTED = 130


def main(arguments: Sequence[str]) -> int:
    """Run a command line; its exit status. What is wrong is said in one line on standard error."""
    language = language_of(arguments)
    try:
        return _run(arguments, language)
    except SeoAuditError as error:
        cli_jobs.say(f"seo-audit: {error.say(language)}")
        return cli_jobs.WRONG
    except KeyboardInterrupt:
        cli_jobs.say(texts.INTERRUPT.say(language))
        return INTERRUPTED
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        values = {"reason": one_line(error), "variable": DEBUG}
        cli_jobs.say(f"seo-audit: {texts.CRASH.say(language, values)}")
        return cli_jobs.WRONG


def _run(arguments: Sequence[str], language: Language) -> int:
    plain = cli_options.plainly(arguments)
    if plain:
        paths, options = plain
        return cli_jobs.audit(paths, **options)
    from seo_audit.cli import commands as cli

    return cli.run(arguments, language)


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
