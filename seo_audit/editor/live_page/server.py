"""The page's server, by Starlette and uvicorn: the only module that knows them."""

import asyncio
import ipaddress
import logging
import secrets
import socket
import threading
import webbrowser
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import msgspec
import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from seo_audit.editor.live_page import answers
from seo_audit.editor.live_page.asked import (
    Article,
    BriefFile,
    BriefWanted,
    Clipboard,
    Mending,
)
from seo_audit.editor.live_page.guard import LARGEST, TOO_LARGE, Door, policy
from seo_audit.editor.live_page.page import page
from seo_audit.errors import OutputError, SeoAuditError, one_line, reason_of
from seo_audit.message import Language
from seo_audit.message import Message as Said

NOT_LOOPBACK = Said(
    fr="--host : « {name} » n’est pas une adresse de cette machine (127.0.0.1, ::1, localhost)",
    en="--host: “{name}” is no address of this machine alone (127.0.0.1, ::1, localhost)",
)
NO_PORT = Said(
    fr="--port : impossible d’écouter sur {name} ({reason})",
    en="--port: cannot listen on {name} ({reason})",
)
NOT_UNDERSTOOD = Said(fr="demande incomprise : {reason}", en="request not understood: {reason}")
TOKEN_BYTES = 24
END = 1
"""Seconds an answer that is being written gets when the server is to end."""


class _TooLargeError(Exception):
    """A body goes on beyond the limit."""


class Guard:
    """Looks at each request before anything else does, and gives every answer the same headers."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or refuse it."""
        if scope["type"] != "http":
            return
        nonce = secrets.token_urlsafe(16)
        headers = policy(nonce)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                added = [(name.encode(), value.encode()) for name, value in headers.items()]
                message = {**message, "headers": [*message.get("headers", ()), *added]}
            await send(message)

        status = self._door.refusal(scope["method"], scope["headers"])
        if status is not None:
            # what was not read would be taken for the next request
            headers["connection"] = "close"
            await Response(status_code=status)(scope, receive, send_with_headers)
            return
        scope["state"] = {"nonce": nonce}
        await self._app(scope, _limited(receive), send_with_headers)


def _limited(receive: Receive) -> Receive:
    """What gives a body up to its limit, whatever length it said it had."""
    size = 0

    async def limited() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > LARGEST:
            raise _TooLargeError
        return message

    return limited


class Worker:
    """Does one job at a time in a thread that ends with the process, whatever it is at."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()

    async def do(self, request: Request, job: Callable[[], Any]) -> Any:
        """Do a job when those before it are done; None when nobody waits for it any more."""
        async with self._turn:
            if await request.is_disconnected():
                return None
            loop = asyncio.get_running_loop()
            done: asyncio.Future[Any] = loop.create_future()

            def run() -> None:
                try:
                    result, error = job(), None
                except Exception as wrong:  # noqa: BLE001  it is raised where it is waited for
                    result, error = None, wrong
                loop.call_soon_threadsafe(_settle, done, result, error)

            threading.Thread(target=run, daemon=True).start()
            return await done


def _settle(done: "asyncio.Future[Any]", result: Any, error: Exception | None) -> None:
    if done.cancelled():
        return
    if error is not None:
        done.set_exception(error)
    else:
        done.set_result(result)


Answer = Callable[[Any], Mapping[str, Any] | str]


def application(door: Door, language: Language) -> ASGIApp:
    """The whole server."""
    worker = Worker()

    async def start(request: Request) -> Response:
        return HTMLResponse(page(request.state.nonce, language))

    def posting(
        kind: type[msgspec.Struct], answer: Answer
    ) -> Callable[[Request], Awaitable[Response]]:
        async def handle(request: Request) -> Response:
            said = language
            try:
                asked = msgspec.json.decode(await request.body(), type=kind)
                said = getattr(asked, "language", language)
                found = await worker.do(request, lambda: answer(asked))
            except (_TooLargeError, ClientDisconnect):
                # what was not read would be taken for the next request
                return Response(status_code=TOO_LARGE, headers={"connection": "close"})
            except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
                understood = isinstance(error, msgspec.ValidationError)
                text = NOT_UNDERSTOOD.say(language, {"reason": str(error)})
                return JSONResponse({"error": text}, 422 if understood else 400)
            except SeoAuditError as error:
                return JSONResponse({"error": error.say(said)}, 422)
            except Exception as error:  # noqa: BLE001  the page goes on whatever a text holds
                text = answers.CRASHED.say(said, {"reason": one_line(error, 200)})
                return JSONResponse({"error": text}, 500)
            if isinstance(found, str):
                return Response(found, media_type="application/json")
            return JSONResponse(found)

        return handle

    posts: Mapping[str, tuple[type[msgspec.Struct], Answer]] = {
        "/audit": (Article, answers.report_text),
        "/see": (Article, answers.seen),
        "/fix": (Article, answers.fixed),
        "/mend": (Mending, answers.mended),
        "/paste": (Clipboard, answers.pasted),
        "/html": (Article, answers.as_html),
        "/brief": (BriefFile, answers.brief_read),
        "/brief/file": (BriefWanted, answers.brief_written),
        "/report": (Article, lambda asked: {"html": answers.report_text(asked, "html")}),
    }
    routes = [Route("/", start, methods=["GET"])]
    routes += [Route(path, posting(*how), methods=["POST"]) for path, how in posts.items()]
    return Guard(Starlette(routes=routes), door)


def serve(
    host: str, port: int, language: Language, *, browser: bool, write: Callable[[str], None]
) -> None:
    """Serve the page until a signal ends it; `write` is told its address once it listens.

    Raises:
        OutputError: the host is not this machine's own, or the port cannot be had.
    """
    address = _loopback(host)
    listening = _listen(address, port)
    port = listening.getsockname()[1]
    shown = f"[{address}]" if ":" in address else address
    names = {shown, "localhost"} if address in ("127.0.0.1", "::1") else {shown}
    hosts = {f"{name}:{port}" for name in names} | (names if port == 80 else set())
    door = Door(frozenset(hosts), secrets.token_urlsafe(TOKEN_BYTES))
    config = uvicorn.Config(
        application(door, language),
        log_config=None,
        access_log=False,
        lifespan="off",
        loop="asyncio",
        http="h11",
        ws="none",
        proxy_headers=False,  # a header must not say who asks
        server_header=False,
        timeout_graceful_shutdown=END,
    )
    # what goes wrong with a request is answered; standard error stays quiet
    logging.getLogger("uvicorn").addHandler(logging.NullHandler())
    logging.getLogger("uvicorn").propagate = False
    url = f"http://{shown}:{port}/#{door.token}"
    write(url)
    if browser:
        # a browser that does not come up must not hold the server
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
    uvicorn.Server(config).run(sockets=[listening])


def _loopback(host: str) -> str:
    """The address of this machine that a name means. OutputError for any other."""
    if host.lower() == "localhost":
        return "127.0.0.1"
    try:
        address = ipaddress.ip_address(host.strip("[]"))
    except ValueError as error:
        raise OutputError(NOT_LOOPBACK, name=host) from error
    if not address.is_loopback:
        raise OutputError(NOT_LOOPBACK, name=host)
    return str(address)


def _listen(address: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        return socket.create_server((address, port), family=family)
    except (OSError, OverflowError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        raise OutputError(NO_PORT, name=f"{address}:{port}", reason=reason) from error
