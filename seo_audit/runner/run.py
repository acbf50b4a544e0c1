"""The main job: audit file after file, keep little of each, write the reports at the end."""

import gc
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from msgspec import Struct, field
from msgspec.structs import replace

from seo_audit import plugins, source
from seo_audit.analysis.look_ups import still_true
from seo_audit.config.config import Config, today
from seo_audit.config.nearest import AllRules, Configurations, Given
from seo_audit.errors import OutputError, SeoAuditError
from seo_audit.judging import baseline
from seo_audit.message import Language, Message
from seo_audit.rendering.summary import Line, Presentation, Summary, View
from seo_audit.runner import discovery, entry, mending
from seo_audit.runner.cache import Cache
from seo_audit.runner.entry import Entry, Task, Views
from seo_audit.runner.exit_status import FAILED, PASSED, WRONG
from seo_audit.runner.mending import Ledger, Mending
from seo_audit.runner.report_files import (
    Files,
    Output,
    Spool,
    check_writable,
    to_standard_error,
    to_standard_output,
)

if TYPE_CHECKING:
    from seo_audit.parsing.no_article import Kind

OWN_OUTPUT = Message(
    fr="{name} : est à la fois un article à auditer et le fichier d’un rapport",
    en="{name}: is both an article to audit and the file of a report",
)

MANY, BAR = 10, 24
"""Articles from which progress is shown, and columns of its bar."""


class Request(Struct, frozen=True):
    """What the command line asks. `standard_input` is what `-` stands for; `cache` is its folder."""

    arguments: tuple[str, ...]
    outputs: tuple[Output, ...] = ()
    given: Given = field(default_factory=Given)
    language: Language | None = None
    """None: what the configuration of the first article says."""
    color: bool = False
    width: int = 80
    verbose: bool = False
    quiet: bool = False
    exit_zero: bool = False
    jobs: int = 1
    standard_input: BinaryIO | None = None
    standard_input_name: str = "-"
    baseline: Path | None = None
    write_baseline: Path | None = None
    cache: Path | None = None
    progress: bool = False
    mending: Mending | None = None
    """What is mended before it is judged; with a diff, nothing is judged."""
    presentation: Presentation = field(default_factory=Presentation)


Say = Callable[[str], None]
"""Writes a line to standard error."""

Written = Callable[[Path], None]
"""Is told of an article’s file that was written."""


def run(request: Request, say: Say, written: Written | None = None) -> int:
    """Do the main job; the exit status.

    Raises:
        SeoAuditError: the command line or an output is wrong; then no report was written.
    """
    for path in (*(output.path for output in request.outputs), request.write_baseline):
        if path:
            check_writable(path)
    job = Job(request, say)
    lines: list[Line] = []
    findings: dict[Path, tuple[tuple[str, str], ...]] = {}
    said: set[str] = set()
    fixed = 0
    with ExitStack() as stack:
        spools = [stack.enter_context(Spool()) for _ in job.views]
        progress = Progress(len(job.articles) if request.progress else 0)
        for article, made in job.told():
            one = job.settled(article, made, written) if job.ledger else made
            lines.append(one.line)
            fixed += one.fixed
            for spool, text in zip(spools, one.rendered, strict=True):
                spool.add(text)
            if request.write_baseline and one.line.error is None:
                findings[article.path] = one.findings
            for note in one.notes:
                if note not in said:
                    said.add(note)
                    progress.clear()
                    say(note)
            progress.step(one.line.path)
            _collect_again()
        job.finish()
        progress.clear()
        summary = Summary(tuple(lines), fixed)
        _write(job, spools, summary, findings)
        _tell_remarks(job, summary, say)
    if said_of_fixes := job.said_of_fixes():
        say(said_of_fixes)
    return _status(job, lines)


def _status(job: "Job", lines: Iterable[Line]) -> int:
    request = job.request
    if job.refused or any(line.error or line.broken for line in lines):
        return WRONG
    if request.exit_zero or request.write_baseline:
        return PASSED
    if job.ledger and job.ledger.mending.diff:
        return FAILED if job.ledger.articles else PASSED
    return PASSED if all(line.outcome.passed for line in lines) else FAILED


def _collect_again() -> None:
    """End the start-up, in which no garbage is looked for: the trees of many articles are some, modules are not."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


class Job:
    """A run under way: its articles, their configurations, the cache, the baseline."""

    def __init__(self, request: Request, say: Say) -> None:
        self.request = request
        self.cwd = Path.cwd()
        self.configurations = Configurations(request.given)
        self._notes: list[tuple[Message, Mapping[str, Any]]] = []
        self.articles = tuple(self._articles())
        self.language = request.language or self._language()
        if not request.quiet:
            for message, values in self._notes:
                say(message.say(self.language, values))
        self.views: Views = tuple((one.format, self._view(one)) for one in request.outputs)
        self._cache = Cache(request.cache) if request.cache else None
        self._baseline = _baseline(request.baseline)
        self._given_checked = False
        self.ledger = Ledger(request.mending) if request.mending else None
        self.standard_output = b""
        """What standard input holds once it is mended."""
        self.refused = False
        """Whether an article was to be mended and could not be."""
        self._misconfigurations: set[str] = set()
        self._looks = tuple(
            (
                *(name, view.language, view.color, view.width),
                *(view.verbose, view.quiet, view.several),
            )
            for name, view in self.views
        )

    def told(self) -> Iterator[tuple[discovery.Article, Entry]]:
        """The articles that have an entry, with it, as `entries` gives them."""
        for article, one in zip(self.articles, self.entries(), strict=True):
            if one:
                yield article, one

    def entries(self) -> Iterator[Entry | None]:
        """What remains of each article, in order; None where there is nothing to say that was not said before.

        Raises:
            ConfigError: what the command line configures is not understood.
        """
        if self.request.jobs > 1 and len(self.articles) > 1:
            from seo_audit.runner.processes import Done, in_order  # noqa: PLC0415  one process is the rule

            names: list[str | None] = []
            prepared = map(self._prepared, self.articles)

            def calls() -> Iterator[tuple[object, ...] | Done[Entry | None]]:
                for one, name in prepared:
                    names.append(name if isinstance(one, Task) else None)
                    yield (one,) if isinstance(one, Task) else Done(one)

            for number, made in enumerate(
                in_order(entry.work, calls(), self.request.jobs, entry.lost)
            ):
                self._keep(names[number], made)
                yield made
            return
        for article in self.articles:
            one, name = self._prepared(article)
            if isinstance(one, Task):
                made = entry.work(one)
                self._keep(name, made)
                yield made
            else:
                yield one

    def moved_baseline(self) -> tuple[Path, list[str]] | None:
        """The baseline’s file and its new text, where it follows what was mended."""
        path = self.request.baseline
        if not (self.ledger and self._baseline and path) or self.ledger.mending.diff:
            return None
        text = self.ledger.moved(self._baseline)
        return (path, [text]) if text else None

    def finish(self) -> None:
        """Check what no article asked for, and tidy the cache."""
        if not self.articles:
            self._check_given()
        if self._cache:
            self._cache.prune()

    def _prepared(self, article: discovery.Article) -> tuple[Task | Entry | None, str | None]:
        """The article's entry, if there is no need for an audit; else the task, and the cache's name for it.

        None for an article whose configuration is not understood, when that was told already.
        """
        request = self.request
        if article.fault:
            # a wrong command line is said before what it does not find
            self._check_given()
            config = Config(language=self.language)
            return entry.unreadable(article.name, article.fault, config, self.views), None
        stream = request.standard_input if article.name == "-" else None
        name = request.standard_input_name if stream else article.name
        path = self.cwd / article.path
        standing = None if stream and name == "-" else path
        accepted = self._baseline.accepted(path) if self._baseline else frozenset()
        try:
            limit = self._limit(path)
        except SeoAuditError as error:
            return self._misconfigured(name, error), None
        try:
            content = self._content(article, name, stream, limit)
        except SeoAuditError as error:
            # what is wrong with the command line is no article's fault: it ends the run
            self._check_given()
            return entry.unreadable(name, error, Config(language=self.language), self.views), None
        cached = self._cached_name(name, standing, path, content, sorted(accepted))
        found = self._cached(cached) if cached else None
        if found:
            return found, None
        try:
            config = self.configurations.config(path)
        except SeoAuditError as error:
            return self._misconfigured(name, error), None
        config = _in_language(config, self.language)
        kind = request.mending.kind if request.mending else None
        return Task(name, standing, content, config, self.views, accepted, kind), cached

    def settled(
        self, article: discovery.Article, one: Entry, written: Written | None = None
    ) -> Entry:
        """An article’s entry once what was mended is where it belongs: in its file, in a diff, in standard output."""
        assert self.ledger
        rewritten, path = one.rewritten, self.cwd / article.path
        if rewritten and self.ledger.mending.diff:
            stream = self.request.standard_input if article.name == "-" else None
            name = self.request.standard_input_name if stream else article.name
            to_standard_output([mending.shown_diff(name, rewritten, self.ledger.mending)])
        elif rewritten and article.name == "-" and self.request.standard_input:
            self.standard_output = rewritten.after
        elif rewritten:
            if error := mending.write(article.path, one):
                config = Config(language=self.language)
                one = entry.unreadable(article.name, error, config, self.views)
            else:
                if written:
                    written(article.path)
                parts = (article.name, path, path, rewritten.after, sorted(rewritten.accepted))
                self._keep(self._cached_name(*parts), replace(one, rewritten=None))
        self.ledger.note(path, one)
        self.refused = self.refused or one.refused
        return one

    def said_of_fixes(self) -> str | None:
        """What is said of the fixes at the end."""
        return self.ledger.said(self.language) if self.ledger and not self.request.quiet else None

    def _misconfigured(self, name: str, error: SeoAuditError) -> Entry | None:
        """The entry of a configuration file that is not understood; None once it was told: many articles share it."""
        self._check_given()
        said = error.say("en")
        if said in self._misconfigurations:
            return None
        self._misconfigurations.add(said)
        values = error.statement.values
        place = str(values.get("where") or values.get("name") or name)
        file = re.sub(r":\d+\Z", "", place)
        return entry.unreadable(file, error, Config(language=self.language), self.views)

    def _limit(self, path: Path) -> int:
        if self.configurations.sets(path, "maximum-bytes"):
            return self.configurations.config(path).maximum_bytes
        return source.MAXIMUM_BYTES

    def _content(
        self, article: discovery.Article, name: str, stream: BinaryIO | None, limit: int
    ) -> bytes:
        if stream:
            self.standard_output = source.read_limited(stream, name, limit)
            return self.standard_output
        return source.read_bytes(article.path, name, limit)

    def _cached_name(self, *parts: Any) -> str | None:
        if self._cache is None:
            return None
        fingerprint = self.configurations.fingerprint(parts[2])
        if fingerprint is None:
            return None
        return self._cache.name(*parts, fingerprint, self._looks, today())

    def _cached(self, name: str) -> Entry | None:
        assert self._cache is not None
        data = self._cache.load(name)
        try:
            made = None if data is None else entry.from_data(data)
        except (KeyError, TypeError, ValueError, AttributeError):
            return None
        if made and self.request.mending and self._has_to_mend(made, self.request.mending):
            return None
        return made if made and still_true(made.look_ups) else None

    def _has_to_mend(self, made: Entry, asked: Mending) -> bool:
        safe, suggested = made.mendable
        return safe + (suggested if asked.unsafe else 0) > 0

    def _keep(self, name: str | None, made: Entry | None) -> None:
        # a rewritten article’s entry is about another text than was asked for
        if made is None or made.rewritten or made.refused:
            return
        if self._cache and name and made.can_be_kept:
            self._cache.store(name, entry.to_data(made))

    def _check_given(self) -> None:
        # late, since it needs the rules: articles that come from the cache were checked before
        if not self._given_checked:
            self.configurations.check_given()
            self._given_checked = True

    def _articles(self) -> Iterator[discovery.Article]:
        request = self.request
        own = {os.path.realpath(output.path) for output in request.outputs if output.path}
        names = [argument for argument in request.arguments if argument != "-"]
        forced = self.configurations.left_out
        if len(names) < len(request.arguments):
            path = Path(request.standard_input_name)
            if request.standard_input_name == "-" or not forced(self.cwd / path):
                yield discovery.Article(path, "-", explicit=True)

        def warn(message: Message, values: dict[str, Any]) -> None:
            self._notes.append((message, values))

        excluded = self.configurations.excluded
        for article in discovery.articles(
            names,
            excluded=excluded,
            forced=forced,
            warn=warn,
            cwd=self.cwd,
            leave=self._leave,
        ):
            if own and os.path.realpath(article.path) in own:
                if article.explicit:
                    raise OutputError(OWN_OUTPUT, name=article.name)
                continue
            yield article

    def _leave(self, files: list[tuple[str, "Kind"]]) -> None:
        """What is no article is counted aloud; `--verbose` names it."""
        from seo_audit.runner import left_out  # noqa: PLC0415  as discovery imports it

        if self.request.verbose:
            self._notes += ((one.message, one.values) for one in left_out.named(files))
        whole = left_out.counted(kind for _, kind in files)
        self._notes.append((whole.message, whole.values))

    def _language(self) -> Language:
        first = self.articles[0].path if self.articles else Path("article.md")
        return self.configurations.language(self.cwd / first) or "fr"

    def _view(self, output: Output) -> View:
        request = self.request
        return View(
            rules=AllRules(),
            language=self.language,
            color=request.color and output.path is None and not _is_filter(request),
            width=request.width,
            verbose=request.verbose,
            quiet=request.quiet,
            presentation=replace(request.presentation, day=today()),
            several=len(self.articles) > 1,
        )


def _in_language(config: Config, language: Language) -> Config:
    return config if config.language == language else replace(config, language=language)


def _baseline(path: Path | None) -> baseline.Baseline | None:
    if path is None:
        return None
    return baseline.read(path)


def _write(
    job: Job,
    spools: Iterable[Spool],
    summary: Summary,
    findings: Mapping[Path, Iterable[tuple[str, str]]],
) -> None:
    request = job.request
    rendered = [
        (output, plugins.report(name).render(iter(spool), summary, view))
        for output, (name, view), spool in zip(request.outputs, job.views, spools, strict=True)
    ]
    with Files() as written:
        for output, chunks in rendered:
            if output.path:
                written.write(output.path, chunks)
        if request.write_baseline:
            written.write(request.write_baseline, [_noted(job, request.write_baseline, findings)])
        elif moved := job.moved_baseline():
            written.write(*moved)
        written.replace()
    if _is_filter(request):
        to_standard_output([job.standard_output])
    for output, chunks in rendered:
        if not output.path:
            _to_stream(request, chunks)


def _is_filter(request: Request) -> bool:
    """Whether standard output is for the text that came from standard input."""
    return bool(request.standard_input and request.mending and not request.mending.diff)


def _to_stream(request: Request, chunks: Iterable[str]) -> None:
    if _is_filter(request):
        for chunk in chunks:
            to_standard_error(chunk)
    else:
        to_standard_output(chunks)


def _tell_remarks(job: Job, summary: Summary, say: Say) -> None:
    """What a report's reader must know besides the report: that it does not hold everything."""
    for name, view in job.views:
        remarks = getattr(plugins.report(name), "remarks", None)
        for text in remarks(summary, view) if remarks else ():
            say(text)


def _noted(job: Job, path: Path, findings: Mapping[Path, Iterable[tuple[str, str]]]) -> str:
    """The text of a baseline; what it said of files that this run did not see stays."""
    folder = path.parent.absolute()
    kept: dict[str, Iterable[tuple[str, str]]] = {}
    if source.is_there(path):
        try:
            kept = dict(baseline.read(path).articles)
        except SeoAuditError:
            kept = {}  # it is to be written anew
    # what was no UTF-8 in a name was not kept: nobody can tell whether that file is there
    kept = {
        name: known
        for name, known in kept.items()
        if "\ufffd" in name or source.is_there(folder / name)
    }
    kept |= {baseline.key(job.cwd / name, folder): found for name, found in findings.items()}
    return baseline.text(kept)


class Progress:
    """A line on standard error that says how far we are; none when there is little to do."""

    def __init__(self, total: int) -> None:
        self.total = total
        self._done = 0

    def step(self, name: str) -> None:
        """One more article is done."""
        self.reach(self._done + 1, name)

    def reach(self, done: int, name: str) -> None:
        """So many are done, the last of this name."""
        self._done = done
        if self.total >= MANY:
            filled = BAR * done // self.total
            bar = "█" * filled + "░" * (BAR - filled)
            shown = "".join(char if char.isprintable() else "?" for char in name[-40:])
            to_standard_error(f"\r\x1b[K{bar} {done}/{self.total} {shown}")

    def clear(self) -> None:
        """Take the line away."""
        if self.total >= MANY:
            to_standard_error("\r\x1b[K")


def text(request: Request) -> str:
    """The main content of the one article asked for, as text.

    Raises:
        SeoAuditError: it cannot be read.
    """
    from seo_audit.parsing import parse  # noqa: PLC0415

    configurations = Configurations(request.given)
    stream = request.standard_input
    name = request.standard_input_name if stream else request.arguments[0]
    path = Path.cwd() / name
    config = configurations.config(path)
    if stream:
        content = source.read_limited(stream, name, config.maximum_bytes)
    else:
        content = source.read_bytes(Path(name), source.printable_name(name), config.maximum_bytes)
    article = source.decode(content, name=source.printable_name(name), path=path)
    return parse(article, config.parsing_for(article)).text
