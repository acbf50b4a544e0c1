"""Auditing again whatever changes, until Ctrl-C."""

import time
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

from msgspec.structs import replace

from seo_audit.config.file import TABLES
from seo_audit.config.nearest import Configurations
from seo_audit.errors import ConfigError, SeoAuditError
from seo_audit.message import Language, Message
from seo_audit.runner import discovery as files
from seo_audit.runner.run import Request, Say, Written, run

PAUSE = 0.5
"""Seconds between two looks at the files."""

NO_STANDARD_INPUT = Message(
    fr="--watch : l’entrée standard ne peut pas être surveillée",
    en="--watch: standard input cannot be watched",
)
WATCHING = Message(
    fr="{count:# article surveillé|# articles surveillés} ; Ctrl-C pour finir",
    en="watching {count:# article|# articles}; Ctrl-C to end",
)

State = dict[Path, tuple[int, int]]
"""Of each file: the time of its last change, and its size."""


def watch(request: Request, say: Say, *, pause: float = PAUSE) -> int:
    """Audit all, then each article that changes or comes; all again when a configuration changes.

    Ends with KeyboardInterrupt only. Errors are said and the watch goes on.

    Raises:
        ConfigError: standard input is among the articles.
    """
    if request.standard_input:
        raise ConfigError(NO_STANDARD_INPUT)
    language: Language = request.language or "fr"
    before: tuple[State, State] | None = None
    for _ in count():
        articles, settings = _look(request)
        if before is None or settings != before[1]:
            changed = list(articles)
            arguments = request.arguments
        else:
            changed = [path for path, state in articles.items() if before[0].get(path) != state]
            arguments = tuple(map(str, changed))
        if before is None or changed:
            # what we write ourselves is no change
            _audit(replace(request, arguments=arguments), say, language, partial(_note, articles))
            say(WATCHING.say(language, {"count": len(articles)}))
        before = articles, settings
        time.sleep(pause)
    return 0


def _audit(request: Request, say: Say, language: Language, written: Written) -> None:
    try:
        run(request, say, written)
    except SeoAuditError as error:
        say(error.say(language))


def _look(request: Request) -> tuple[State, State]:
    """The articles, and the files their configuration may stand in, with their states."""
    configurations = Configurations(request.given)
    cwd = Path.cwd()
    articles: State = {}
    settings: State = {}
    found = files.articles(
        request.arguments,
        excluded=configurations.excluded,
        forced=configurations.left_out,
        warn=lambda *_: None,
        cwd=cwd,
    )
    for article in found:
        if article.fault:
            continue
        _note(articles, article.path)
        for folder in (cwd / article.path).parents:
            if folder / next(iter(TABLES)) in settings:
                break
            for name in TABLES:
                _note(settings, folder / name)
    for path in _named(request):
        _note(settings, path)
    return articles, settings


def _named(request: Request) -> Iterator[Path]:
    for layer in request.given.layers:
        brief = layer.data.get("brief")
        if isinstance(brief, str):
            yield layer.folder / brief
    if request.baseline:
        yield request.baseline


def _note(states: State, path: Path) -> None:
    try:
        state = path.stat()
    except (OSError, ValueError):
        states[path] = (0, -1)
    else:
        states[path] = (state.st_mtime_ns, state.st_size)
