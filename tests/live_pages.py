"""A live page's server for tests, and how it is asked."""

import http.client
import json
import os
import select
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

from installed import BIN


class Page:
    """A server that was started, and its address."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
        self.process = subprocess.Popen(
            [BIN / "seo-audit", "serve", "--no-browser", *arguments],
            cwd=folder,
            env=environment | {"HOME": str(folder)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.said = ""
        """What it wrote on standard error, once it is stopped."""
        assert self.process.stdout is not None
        line, until = b"", time.monotonic() + 60
        while not line.endswith(b"\n") and time.monotonic() < until:
            if select.select([self.process.stdout], [], [], 0.2)[0]:
                more = os.read(self.process.stdout.fileno(), 4096)
                if not more:
                    break
                line += more
        self.url = line.decode().strip()
        address, _, self.token = self.url.partition("/#")
        self.host = address.removeprefix("http://")

    def ask(
        self, method: str, path: str, body: bytes | None = None, **headers: str | None
    ) -> tuple[int, bytes, dict[str, str]]:
        """Status, body, headers."""
        given: dict[str, str | None] = {
            "Host": self.host,
            "X-Seo-Audit-Token": self.token,
            "Content-Type": "application/json",
            "Content-Length": str(len(body)) if body is not None else None,
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        connection = http.client.HTTPConnection(self.host, timeout=60)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in given.items():
                if value is not None:
                    connection.putheader(name, value)
            connection.endheaders()
            if body is not None:
                connection.send(body)
            answer = connection.getresponse()
            return answer.status, answer.read(), {k.lower(): v for k, v in answer.getheaders()}
        finally:
            connection.close()

    def post(self, path: str, **data: Any) -> tuple[int, Any]:
        """Status and data."""
        status, body, _ = self.ask("POST", path, json.dumps(data).encode())
        return status, json.loads(body)

    def stop(self, sign: int = signal.SIGTERM) -> int:
        """The status it ends with."""
        if self.process.poll() is None:
            self.process.send_signal(sign)
        _, errors = self.process.communicate(timeout=20)
        self.said = errors.decode()
        return self.process.returncode
