"""The main job: audit file after file, keep little of each, write the reports at the end."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from seo_audit import config_file, engine, files, plugins, source
from seo_audit.config import Config
from seo_audit.config_file import Layer
from seo_audit.errors import OutputError, SeoAuditError, SourceError
from seo_audit.gate import judge
from seo_audit.message import Language, Message
from seo_audit.output import Files, Output, Spool, check_writable, to_standard_output
from seo_audit.report import Report
from seo_audit.rule import Rule
from seo_audit.view import Line, Summary, View, line

PASSED, FAILED, WRONG = 0, 1, 2
"""Exit statuses: passed, the gate failed, usage, configuration or unreadable input."""

CRASHED = Message(
    fr="{name} : panne de l’outil lui-même ({reason}) ; signalez-la, avec l’article",
    en="{name}: the tool itself crashed ({reason}); please report it, with the article",
)
BROKEN_RULES = Message(
    fr="{name} : {count:# règle en panne|# règles en panne} ({rules})",
    en="{name}: {count:# broken rule|# broken rules} ({rules})",
)
OWN_OUTPUT = Message(
    fr="{name} : est à la fois un article à auditer et le fichier d’un rapport",
    en="{name}: is both an article to audit and the file of a report",
)


class AllRules(Mapping[str, Rule]):
    """All rules by id, found when first asked for: most reports of unchanged articles need none."""

    def __getitem__(self, name: str) -> Rule:
        return plugins.rules()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(plugins.rules())

    def __len__(self) -> int:
        return len(plugins.rules())


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks.

    `layers` are configurations stronger than files'; `given` are fields of Config which no file can
    set. `standard_input` is what `-` stands for.
    """

    arguments: tuple[str, ...]
    outputs: tuple[Output, ...]
    layers: tuple[Layer, ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict)
    file_layer: bool = True
    """Whether configuration files near the articles count."""
    language: Language = "fr"
    color: bool = False
    width: int = 80
    verbose: bool = False
    quiet: bool = False
    exit_zero: bool = False
    jobs: int = 1
    standard_input: BinaryIO | None = None
    standard_input_name: str = "-"


@dataclass(frozen=True, slots=True)
class Task:
    """One article to audit, in whatever process: its name, its bytes, its configuration, what to render."""

    name: str
    path: Path | None
    content: bytes
    config: Config
    reports: tuple[tuple[str, View], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """What remains of one article: its line, its entry in each report, what standard error is told."""

    line: Line
    entries: tuple[str, ...]
    notes: tuple[str, ...] = ()


class Configurations:
    """The configuration of each file, every folder's looked up once."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._nearest: dict[Path, Layer | None] = {}
        self._checked: set[int] = set()

    def layers(self, path: Path) -> tuple[Layer, ...]:
        """The layers that hold for a file (an absolute path), the weakest first.

        Raises:
            ConfigError: the nearest configuration file cannot be read.
        """
        near = self._near(path.parent) if self._request.file_layer else None
        return (*((near,) if near else ()), *self._request.layers)

    def config(self, path: Path) -> Config:
        """The configuration of a file. ConfigError when a layer says what we do not understand."""
        layers = self.layers(path)
        for layer in layers:
            if id(layer) not in self._checked:
                config_file.check(layer, plugins.rules())
                self._checked.add(id(layer))
        config = config_file.resolve(layers, path)
        return replace(config, language=self._request.language, **self._request.given)

    def excluded(self, path: Path) -> bool:
        """Whether the configuration leaves a file or folder out of its folder's audit."""
        try:
            return any(config_file.excluded(layer, path) for layer in self.layers(path))
        except SeoAuditError:
            return False  # the error is said where the article is audited

    def _near(self, folder: Path) -> Layer | None:
        if folder not in self._nearest:
            self._nearest[folder] = config_file.find(folder)
        return self._nearest[folder]


def run(request: Request, say: Callable[[str], None]) -> int:
    """Do the main job; the exit status. `say` writes a line to standard error.

    Raises:
        SeoAuditError: the command line or an output is wrong; then nothing was written.
    """
    for output in request.outputs:
        if output.path:
            check_writable(output.path)
    configurations = Configurations(request)
    views = tuple((output.format, _view(request, output)) for output in request.outputs)
    check_layers(request)

    def warn(message: Message, values: dict[str, Any]) -> None:
        if not request.quiet:
            say(message.say(request.language, values))

    lines: list[Line] = []
    said: set[str] = set()
    with ExitStack() as stack:
        spools = [stack.enter_context(Spool()) for _ in views]
        articles = _articles(request, configurations, warn)
        for piece in _pieces(request, articles, configurations, views):
            lines.append(piece.line)
            for spool, entry in zip(spools, piece.entries, strict=True):
                spool.add(entry)
            for note in piece.notes:
                if note not in said:
                    said.add(note)
                    say(note)
        _write(request, views, spools, Summary(tuple(lines)))
    return _status(request, lines)


def check_layers(request: Request) -> None:
    """Check what the command line itself configures, before any article. ConfigError when wrong."""
    for layer in request.layers:
        config_file.check(layer, plugins.rules() if layer.data else {})


def _status(request: Request, lines: Iterable[Line]) -> int:
    lines = tuple(lines)
    if any(line.error or line.broken for line in lines):
        return WRONG
    if request.exit_zero or all(line.outcome.passed for line in lines):
        return PASSED
    return FAILED


def _view(request: Request, output: Output) -> View:
    return View(
        rules=AllRules(),
        language=request.language,
        color=request.color and output.path is None,
        width=request.width,
        verbose=request.verbose,
        quiet=request.quiet,
    )


def _articles(
    request: Request, configurations: Configurations, warn: files.Warn
) -> Iterator[files.Article]:
    own = {str(output.path.resolve()) for output in request.outputs if output.path}
    for argument in request.arguments:
        if argument == "-":
            yield files.Article(Path(request.standard_input_name), "-", explicit=True)
    names = [argument for argument in request.arguments if argument != "-"]
    for article in files.articles(names, excluded=configurations.excluded, warn=warn):
        if own and str(article.path.resolve()) in own:
            if article.explicit:
                raise OutputError(OWN_OUTPUT, name=article.name)
            continue
        yield article


def _pieces(
    request: Request,
    articles: Iterable[files.Article],
    configurations: Configurations,
    views: tuple[tuple[str, View], ...],
) -> Iterator[Piece]:
    cwd = Path.cwd()
    for article in articles:
        piece = _prepared(request, article, configurations, views, cwd)
        yield work(piece) if isinstance(piece, Task) else piece


def _prepared(
    request: Request,
    article: files.Article,
    configurations: Configurations,
    views: tuple[tuple[str, View], ...],
    cwd: Path,
) -> Task | Piece:
    stream = request.standard_input if article.name == "-" else None
    name = request.standard_input_name if stream else article.name
    try:
        path = Path(cwd / article.path)
        config = configurations.config(path)
        if stream:
            content = source.read_limited(stream, name, config.maximum_bytes)
        else:
            content = source.read_bytes(article.path, name, config.maximum_bytes)
    except SeoAuditError as error:
        return _piece(engine.unreadable(name, error), Config(language=request.language), views)
    standing = None if stream and name == "-" else path
    return Task(name, standing, content, config, views)


def work(task: Task) -> Piece:
    """Audit one article and render its entries; whatever goes wrong becomes its error."""
    try:
        report = engine.audit(
            source.decode(task.content, name=task.name, path=task.path), task.config
        )
    except SeoAuditError as error:
        report = engine.unreadable(task.name, error)
    except (Exception, RecursionError) as error:  # noqa: BLE001  one article must not stop the others
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        report = engine.unreadable(task.name, SourceError(CRASHED, name=task.name, reason=reason))
    return _piece(report, task.config, task.reports)


def _piece(report: Report, config: Config, views: tuple[tuple[str, View], ...]) -> Piece:
    outcome = judge(report, config.gate)
    notes = []
    if report.error:
        notes.append(report.error.say(config.language))
    broken = [verdict.rule for verdict in report.verdicts if verdict.error]
    if broken:
        values = {"name": report.path, "count": len(broken), "rules": ", ".join(broken)}
        notes.append(BROKEN_RULES.say(config.language, values))
    return Piece(
        line(report, outcome, config.language),
        tuple(plugins.report(name).entry(report, outcome, view) for name, view in views),
        tuple(notes),
    )


def _write(
    request: Request,
    views: tuple[tuple[str, View], ...],
    spools: list[Spool],
    summary: Summary,
) -> None:
    rendered = [
        (output, plugins.report(name).render(iter(spool), summary, view))
        for output, (name, view), spool in zip(request.outputs, views, spools, strict=True)
    ]
    with Files() as written:
        for output, chunks in rendered:
            if output.path:
                written.write(output.path, chunks)
        written.replace()
    for output, chunks in rendered:
        if not output.path:
            to_standard_output(chunks)


def standard_error(text: str) -> None:
    """Write a line to standard error, whatever its encoding can hold."""
    encoding = sys.stderr.encoding or "utf-8"
    line = text.encode(encoding, "backslashreplace").decode(encoding)
    try:
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
    except OSError:
        pass  # nobody reads it any more
