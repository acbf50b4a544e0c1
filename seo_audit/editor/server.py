"""The Language Server Protocol, by pygls: the only module that knows it.

pygls keeps texts of its own, whose lines end where Python's do; ours end where the protocol's do. So the three
notifications about texts are taken before pygls takes them.
"""

import asyncio
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from seo_audit.editor import actions, auditing, diagnostics, hovers
from seo_audit.editor.auditing import Task
from seo_audit.editor.buffers import Audited, Buffer, Change, path_of
from seo_audit.editor.positions import Encoding, Extent, Lines, Position
from seo_audit.errors import SeoAuditError
from seo_audit.message import Language
from seo_audit.report import Report
from seo_audit.rule import Edit
from seo_audit.source import Span
from seo_audit.version import __version__

PAUSE: Final = 0.2
"""Seconds without a keystroke after which a text is audited; more where its last audit took more."""
WATCHED = ("**/seo-audit.toml", "**/pyproject.toml")


class Protocol(LanguageServerProtocol):
    """The protocol, with texts of our own."""

    _server: "Server"

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """A text was opened."""
        self._server.opened(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """A text was changed."""
        self._server.changed(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """A text was closed."""
        self._server.closed(params)


class Server(LanguageServer):
    """Texts that are open, and their audits: one at a time, in a thread, none for a text that is no more."""

    def __init__(self, language: Language | None) -> None:
        super().__init__("seo-audit", __version__, protocol_cls=Protocol)
        self.language = language
        self.on_type = True
        self.ended = False
        """Whether the editor asked for the end."""
        self._buffers: dict[str, Buffer] = {}
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._running: dict[str, asyncio.Future[None]] = {}
        self._generation = 0
        """Rises with each change of a configuration: an audit of before counts no more."""
        self._pool = ThreadPoolExecutor(1, "audit")
        self._said = ""

    # -- what the editor tells

    def initialized(self) -> None:
        """Load what the first audit needs."""
        self._loop.run_in_executor(self._pool, auditing.warm_up)

    def opened(self, params: types.DidOpenTextDocumentParams) -> None:
        """A text is open from now on."""
        given = params.text_document
        self._buffers[given.uri] = Buffer(
            given.uri, given.language_id, given.version, given.text, self._encoding
        )
        self._audit_in(given.uri, 0)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """A text was typed in."""
        uri = params.text_document.uri
        buffer = self._buffers.get(uri)
        if buffer is None:
            return
        buffer.change(params.text_document.version, map(_change, params.content_changes))
        if self.on_type:
            self._audit_in(uri, max(PAUSE, buffer.seconds))

    def saved(self, params: types.DidSaveTextDocumentParams) -> None:
        """A text was saved: it is judged as a whole; a configuration holds for all."""
        uri = params.text_document.uri
        buffer = self._buffers.get(uri)
        if buffer is not None and buffer.format is not None:
            buffer.complete, buffer.audited = True, None
            self._audit_in(uri, 0)
        elif uri.endswith(".toml"):
            self.configured()

    def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        """A text is open no more: nothing is said of it."""
        uri = params.text_document.uri
        self._stop_timer(uri)
        if self._buffers.pop(uri, None) is not None:
            self._publish(uri, None, ())

    def configured(self) -> None:
        """A configuration changed: all is audited anew."""
        self._generation += 1
        for buffer in self._buffers.values():
            buffer.complete, buffer.audited = True, None
            self._audit_in(buffer.uri, 0)

    # -- audits

    @property
    def _loop(self) -> asyncio.AbstractEventLoop:
        return asyncio.get_running_loop()

    @property
    def _encoding(self) -> Encoding:
        said = self.workspace.position_encoding
        return said.value if isinstance(said, types.PositionEncodingKind) else said  # type: ignore[return-value]  # one of three

    def _stop_timer(self, uri: str) -> None:
        timer = self._timers.pop(uri, None)
        if timer is not None:
            timer.cancel()

    def _audit_in(self, uri: str, seconds: float) -> None:
        """Audit a text when so many seconds have passed without another reason to."""
        self._stop_timer(uri)
        self._timers[uri] = self._loop.call_later(seconds, self._start, uri)

    def _start(self, uri: str) -> None:
        self._timers.pop(uri, None)
        buffer = self._buffers.get(uri)
        if buffer is None or buffer.format is None or self._is_known(buffer):
            return
        if uri in self._running:
            # of an older text: the next audit begins when it has ended
            self._running[uri].add_done_callback(lambda _: self._start(uri))
            return
        task = Task(
            buffer.text, buffer.path, buffer.format, buffer.version, self._generation,
            self._folder, self.language,
        )  # fmt: skip
        self._running[uri] = asyncio.ensure_future(self._audit(buffer, task))

    def _is_known(self, buffer: Buffer) -> bool:
        known = buffer.audited
        return known is not None and (known.version, known.generation) == (
            buffer.version,
            self._generation,
        )

    @property
    def _folder(self) -> Path | None:
        """The first folder that the editor has open."""
        folders = list(self.workspace.folders.values())
        uri = folders[0].uri if folders else self.workspace.root_uri
        return path_of(uri) if uri else None

    async def _audit(self, buffer: Buffer, task: Task) -> None:
        try:
            audited = await self._loop.run_in_executor(self._pool, auditing.audit, task)
        finally:
            self._running.pop(buffer.uri, None)
        buffer.seconds = audited.seconds
        stands = self._buffers.get(buffer.uri) is buffer
        if not stands or (audited.version, audited.generation) != (
            buffer.version,
            self._generation,
        ):
            return
        buffer.audited = audited
        self._show(buffer, audited)

    async def report(self, uri: str) -> tuple[Buffer, Report] | None:
        """A text and its report as they are now; None where there is nothing to report on."""
        while (buffer := self._buffers.get(uri)) is not None and buffer.format is not None:
            if buffer.audited is not None and self._is_known(buffer):
                report = buffer.audited.report
                return (buffer, report) if report else None
            if uri not in self._running:
                self._stop_timer(uri)
                self._start(uri)
            await asyncio.wait([self._running[uri]])
        return None

    def _show(self, buffer: Buffer, audited: Audited) -> None:
        language = self.language_of(buffer)
        found = [
            _diagnostic(buffer.uri, one, diagnostics.ALSO_HERE.say(language))
            for one in diagnostics.diagnostics(buffer, audited, language)
        ]
        if not audited.error:
            buffer.note_shown(audited.report)
        said = audited.error.say(language) if audited.error else ""
        if said and said != self._said:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, said))
        self._said = said
        self._publish(buffer.uri, audited.version, found)
        workspace = self.client_capabilities.workspace
        if workspace and workspace.code_lens and workspace.code_lens.refresh_support:
            self.workspace_code_lens_refresh(None)

    def _publish(self, uri: str, version: int | None, found: Sequence[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, version=version, diagnostics=list(found))
        )

    def language_of(self, buffer: Buffer) -> Language:
        """The language of what is said of a text."""
        if self.language:
            return self.language
        try:
            return auditing.configuration(buffer.path, self._folder, None).language
        except SeoAuditError:
            return "fr"

    # -- actions

    @property
    def resolves(self) -> bool:
        """Whether the editor asks for an action's edits only when they are wanted."""
        text = self.client_capabilities.text_document
        support = text.code_action.resolve_support if text and text.code_action else None
        return support is not None and "edit" in support.properties

    async def edit(
        self, buffer: Buffer, offer: actions.Offer, report: Report
    ) -> types.WorkspaceEdit | None:
        """The edits of what was offered; None where it cannot be done after all."""
        version, lines = buffer.version, buffer.lines

        def made() -> tuple[Edit, ...]:
            try:
                config = auditing.configuration(buffer.path, self._folder, self.language)
                return actions.edits_for(offer, report, config)
            except SeoAuditError:
                return ()

        edits = await self._loop.run_in_executor(self._pool, made)
        return self._workspace_edit(buffer.uri, version, lines, edits) if edits else None

    def _workspace_edit(
        self, uri: str, version: int, lines: Lines, edits: Sequence[Edit]
    ) -> types.WorkspaceEdit:
        made: list[Any] = [
            types.TextEdit(_range(lines.extent(one.start, one.end)), one.text) for one in edits
        ]
        workspace = self.client_capabilities.workspace
        support = workspace.workspace_edit if workspace else None
        if support and support.document_changes:
            document = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)
            return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, made)])
        return types.WorkspaceEdit(changes={uri: made})

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ARG002  pygls's own name
        """What goes wrong in a message stays out of the editor's way; the log has it."""
        logging.getLogger("seo_audit.editor").debug("%s", error)


def _diagnostic(uri: str, one: diagnostics.Diagnostic, also: str) -> types.Diagnostic:
    return types.Diagnostic(
        range=_range(one.extent),
        severity=types.DiagnosticSeverity(one.severity),
        code=one.code,
        source="seo-audit",
        message=one.message,
        related_information=[
            types.DiagnosticRelatedInformation(types.Location(uri, _range(extent)), also)
            for extent in one.related
        ]
        or None,
        data={"fingerprint": one.fingerprint} if one.fingerprint else None,
    )


def _change(one: Any) -> Change:
    place = getattr(one, "range", None)
    return Change(one.text, _extent(place) if place is not None else None)


def _extent(place: types.Range) -> Extent:
    return Extent(
        Position(place.start.line, place.start.character),
        Position(place.end.line, place.end.character),
    )


def _range(extent: Extent) -> types.Range:
    return types.Range(
        types.Position(extent.start.line, extent.start.character),
        types.Position(extent.end.line, extent.end.character),
    )


def _take_notices(server: Server) -> None:
    """Tell pygls what we take notice of."""

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        options = params.initialization_options
        if isinstance(options, dict):
            server.on_type = options.get("run") != "onSave"
            if options.get("language") in ("fr", "en"):
                server.language = options["language"]

    @server.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        server.initialized()
        workspace = server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching and watching.dynamic_registration:
            watchers = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
            await server.client_register_capability_async(
                types.RegistrationParams(
                    [
                        types.Registration(
                            id="seo-audit-configuration",
                            method=types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                            register_options=types.DidChangeWatchedFilesRegistrationOptions(
                                watchers
                            ),
                        )
                    ]
                )
            )

    @server.feature(types.SHUTDOWN)
    def shutdown(_: None) -> None:
        server.ended = True

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.saved(params)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(_: types.DidChangeWatchedFilesParams) -> None:
        server.configured()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(_: types.DidChangeConfigurationParams) -> None:
        server.configured()


def _answer_questions(server: Server) -> None:
    """Tell pygls what we answer about the texts."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        known = await server.report(params.text_document.uri)
        if known is None:
            return None
        buffer, report = known
        place = Position(params.position.line, params.position.character)
        told = hovers.hover(buffer, report, buffer.lines.offset(place), server.language_of(buffer))
        if told is None:
            return None
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, told))

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions(resolve_provider=False))
    async def code_lens(params: types.CodeLensParams) -> list[types.CodeLens]:
        known = await server.report(params.text_document.uri)
        if known is None:
            return []
        buffer, report = known
        title = diagnostics.summary(report, server.language_of(buffer))
        return [types.CodeLens(_range(diagnostics.TOP), types.Command(title, ""))]


def _answer_for_actions(server: Server) -> None:
    """Tell pygls what we offer to do."""

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions([actions.QUICK_FIX, actions.FIX_ALL], resolve_provider=True),
    )
    async def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        known = await server.report(params.text_document.uri)
        if known is None:
            return []
        buffer, report = known
        place = _extent(params.range)
        span = Span(buffer.lines.offset(place.start), buffer.lines.offset(place.end))
        only = [str(getattr(one, "value", one)) for one in params.context.only or ()]
        offered = actions.offers(buffer, report, span, only, server.language_of(buffer))
        found = []
        for offer in offered:
            action = types.CodeAction(
                title=offer.title,
                kind=offer.kind,
                is_preferred=offer.preferred or None,
                diagnostics=[
                    one
                    for one in params.context.diagnostics
                    if offer.rule and one.code == offer.rule and _print(one) == offer.fingerprint
                ]
                or None,
            )
            if server.resolves:
                action.data = {
                    "uri": buffer.uri,
                    "version": buffer.version,
                    "job": offer.job,
                    "rule": offer.rule,
                    "fingerprint": offer.fingerprint,
                }
            else:
                action.edit = await server.edit(buffer, offer, report)
                if action.edit is None:
                    continue
            found.append(action)
        return found

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def resolve(action: types.CodeAction) -> types.CodeAction:
        data: Any = action.data if isinstance(action.data, dict) else {}
        known = await server.report(str(data.get("uri", "")))
        # made for a text that is no more, its edits would stand in wrong places
        if known is not None and known[0].version == data.get("version"):
            offer = actions.Offer(
                data["job"], "", "", data.get("rule", ""), data.get("fingerprint", "")
            )
            action.edit = await server.edit(known[0], offer, known[1])
        return action


def _print(diagnostic: types.Diagnostic) -> str:
    """The fingerprint of the finding that a diagnostic shows; the editor gives back what we gave."""
    return diagnostic.data.get("fingerprint", "") if isinstance(diagnostic.data, dict) else ""


def serve(language: Language | None) -> int:
    """Speak the protocol on standard input and output until the editor ends it; the exit status."""
    for name in ("pygls", "asyncio", "seo_audit.editor"):
        # what goes wrong with a message is answered in the protocol; standard error stays quiet
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False
    server = Server(language)
    _take_notices(server)
    _answer_questions(server)
    _answer_for_actions(server)
    server.start_io()
    return 0 if server.ended else 1
