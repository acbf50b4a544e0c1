"""The server as editors speak with it, by pytest-lsp: what they are told, for which version, how it ends."""

import asyncio
import os
from pathlib import Path

import pytest
from installed import BIN
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities, fixture

pytestmark = [pytest.mark.process, pytest.mark.asyncio]
WAIT = 20.0
TEXT = "# Le lavoir du bourg 🎈\n\nLe maçon 🎈 rit : voilà [cliquez ici](https://example.org/) !\n"
EDITORS = ("visual_studio_code@1.65.2", "neovim@0.9.1", "emacs@29.1")
COMMAND = [str(BIN / "seo-audit"), "lsp"]


@fixture(config=ClientServerConfig(server_command=COMMAND), params=EDITORS)  # type: ignore[untyped-decorator]  # pytest-lsp's
async def client(lsp_client: LanguageClient, request: pytest.FixtureRequest, tmp_path: Path):  # type: ignore[no-untyped-def]  # noqa: ANN201  pytest-lsp reads the annotations
    """An editor that has started the server."""

    @lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]  # pygls's
    def register(_: types.RegistrationParams) -> None:
        """Watch what the server wants to be told of."""

    @lsp_client.feature(types.WORKSPACE_CODE_LENS_REFRESH)  # type: ignore[untyped-decorator]  # pygls's
    def refresh(_: None) -> None:
        """Ask for the code lenses again."""

    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param),
            process_id=os.getpid(),
            root_uri=tmp_path.as_uri(),
        )
    )
    yield
    await lsp_client.shutdown_session()


def units(one: LanguageClient, text: str) -> int:
    """How long a text is in what editor and server agreed on: bytes, 16 bits, or characters."""
    asked = (
        one.capabilities.general.position_encodings
        if one.capabilities and one.capabilities.general
        else None
    )
    encoding = str(getattr((asked or ["utf-16"])[0], "value", (asked or ["utf-16"])[0]))
    return {
        "utf-8": len(text.encode()),
        "utf-16": len(text.encode("utf-16-le")) // 2,
        "utf-32": len(text),
    }[encoding]


def opened(one: LanguageClient, uri: str, text: str = TEXT, language: str = "markdown") -> None:
    one.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text))
    )


def typed(one: LanguageClient, uri: str, version: int, at: tuple[int, int], text: str) -> None:
    place = types.Position(*at)
    change = types.TextDocumentContentChangePartial(text=text, range=types.Range(place, place))
    one.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version=version, uri=uri), [change]
        )
    )


async def told(one: LanguageClient, uri: str) -> dict[str, types.Diagnostic]:
    """The next diagnostics of a text, by rule."""
    await asyncio.wait_for(one.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS), WAIT)
    return {str(item.code): item for item in one.diagnostics[uri]}


async def test_what_an_article_is_told(client: LanguageClient, tmp_path: Path) -> None:
    uri = (tmp_path / "a.md").as_uri()
    opened(client, uri)
    found = await told(client, uri)
    link = found["link-text"]
    assert link.source == "seo-audit"
    assert link.severity == types.DiagnosticSeverity.Warning
    line = TEXT.split("\n")[2]
    start = units(client, line[: line.index("[")])
    assert (link.range.start.line, link.range.start.character) == (2, start)
    assert "word-count" in found

    hover = await client.text_document_hover_async(
        types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(2, start + 3))
    )
    assert hover is not None
    assert isinstance(hover.contents, types.MarkupContent)
    for part in ("link-text", "Pourquoi", "seo-audit explain link-text", "documenté par Google"):
        assert part in hover.contents.value

    (lens,) = (
        await client.text_document_code_lens_async(
            types.CodeLensParams(types.TextDocumentIdentifier(uri))
        )
        or ()
    )
    assert lens.command is not None
    assert "/100" in lens.command.title


async def test_typing_moves_what_is_told_and_fixes_are_of_the_version(
    client: LanguageClient, tmp_path: Path
) -> None:
    uri = (tmp_path / "a.md").as_uri()
    opened(client, uri)
    before = (await told(client, uri))["link-text"]
    typed(client, uri, 2, (2, 0), "😀 ")
    after = (await told(client, uri))["link-text"]
    moved = after.range.start.character - before.range.start.character
    assert moved == units(client, "😀 ")

    everywhere = types.Range(types.Position(0, 0), types.Position(9, 0))
    params = types.CodeActionParams(
        types.TextDocumentIdentifier(uri),
        everywhere,
        types.CodeActionContext([], [types.CodeActionKind.SourceFixAll]),
    )
    (action,) = await client.text_document_code_action_async(params) or ()
    assert isinstance(action, types.CodeAction)
    if action.edit is None:
        action = await client.code_action_resolve_async(action)
    assert action.edit is not None
    if action.edit.document_changes:
        (changes,) = action.edit.document_changes
        assert isinstance(changes, types.TextDocumentEdit)
        assert changes.text_document.version == 2
        edits = list(changes.edits)
    else:
        edits = list((action.edit.changes or {})[uri])
    assert {edit.new_text for edit in edits if isinstance(edit, types.TextEdit)} == {"\u00a0"}
    assert {edit.range.start.line for edit in edits if isinstance(edit, types.TextEdit)} == {2}


async def test_a_half_written_article_is_told_nothing_of_its_length_until_it_is_saved(
    client: LanguageClient, tmp_path: Path
) -> None:
    uri = (tmp_path / "neuf.md").as_uri()
    opened(client, uri, "")
    assert await told(client, uri) == {}
    typed(client, uri, 2, (0, 0), "# Le lavoir\n\nUn mot : voilà.\n")
    assert set(await told(client, uri)) == {"no-break-spaces"}
    client.text_document_did_save(
        types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri))
    )
    assert {"no-break-spaces", "word-count"} <= set(await told(client, uri))


async def test_the_configuration_of_the_folder_is_read_anew(
    client: LanguageClient, tmp_path: Path
) -> None:
    uri = (tmp_path / "a.md").as_uri()
    settings = tmp_path / "seo-audit.toml"
    settings.write_text('lang = "en"\nignore = ["links"]\n', "utf-8")
    opened(client, uri)
    found = await told(client, uri)
    assert "link-text" not in found
    assert "no-break space" in found["no-break-spaces"].message
    changed = types.DidChangeWatchedFilesParams(
        [types.FileEvent(settings.as_uri(), types.FileChangeType.Changed)]
    )
    settings.write_text('ignore = ["typography"]\n', "utf-8")
    client.workspace_did_change_watched_files(changed)
    found = await told(client, uri)
    assert "link-text" in found
    assert "no-break-spaces" not in found
    settings.write_text("ignore = [\n", "utf-8")
    client.workspace_did_change_watched_files(changed)
    found = await told(client, uri)
    assert "seo-audit.toml" in found["configuration"].message
    assert any("seo-audit.toml" in shown.message for shown in client.messages)


async def test_untitled_texts_and_what_is_no_article(client: LanguageClient) -> None:
    opened(client, "untitled:Untitled-1", "<p>L'eau du bourg : voilà.</p>", "html")
    found = await told(client, "untitled:Untitled-1")
    assert "no-break-spaces" in found
    opened(client, "untitled:Untitled-2", "print(1)", "python")
    opened(client, "untitled:Untitled-3", TEXT)
    await told(client, "untitled:Untitled-3")
    assert "untitled:Untitled-2" not in client.diagnostics
    client.text_document_did_close(
        types.DidCloseTextDocumentParams(types.TextDocumentIdentifier("untitled:Untitled-3"))
    )
    assert await told(client, "untitled:Untitled-3") == {}


async def test_thirty_keys_are_few_audits_and_nothing_old_is_told(
    client: LanguageClient, tmp_path: Path
) -> None:
    uri = (tmp_path / "a.md").as_uri()
    opened(client, uri, TEXT + "La source coule depuis lundi.\n\n" * 200)
    await told(client, uri)
    versions: list[int | None] = []
    original = client.diagnostics

    class Noted(dict):  # type: ignore[type-arg]
        def __setitem__(self, key: str, value: object) -> None:
            versions.append(len(versions))
            super().__setitem__(key, value)

    client.diagnostics = Noted(original)
    for number in range(30):
        typed(client, uri, number + 2, (2, 0), "x")
        await asyncio.sleep(0.04)
    found = await told(client, uri)
    assert len(versions) <= 3
    line = TEXT.split("\n")[2]
    assert found["link-text"].range.start.character == units(client, line[: line.index("[")]) + 30
