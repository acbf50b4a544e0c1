"""A real VS Code for tests: its server, from npm's code-server, shown by Chromium on this machine alone.

$VSCODE_SERVER is the path of its `server-main.js`, $VSIX that of the built extension. None of the package's native
modules is needed: without them VS Code keeps no log and opens no terminal.
"""

import json
import os
import subprocess
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

from installed import BIN, CHECKOUT

SERVER = Path(os.environ.get("VSCODE_SERVER", "/nowhere"))
VSIX = Path(os.environ.get("VSIX", CHECKOUT / "editors" / "vscode" / "seo-audit.vsix"))
LISTENS = "Extension host agent listening on "
SETTINGS = {
    "security.workspace.trust.enabled": False,
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
    "telemetry.telemetryLevel": "off",
    "extensions.autoCheckUpdates": False,
    "extensions.autoUpdate": False,
    "files.autoSave": "off",
    "remote.autoForwardPorts": False,
}


class VSCode:
    """A VS Code with the extension, on a folder of articles; what it keeps stands in another."""

    def __init__(self, kept: Path, articles: Path, **settings: Any) -> None:
        self.articles = articles
        command = [
            "node",
            str(SERVER),
            "--server-data-dir",
            str(kept),
            "--accept-server-license-terms",
        ]
        environment = {**os.environ, "HOME": str(kept)}
        user = kept / "data" / "User"
        user.mkdir(parents=True)
        own = {"seo-audit.command": [str(BIN / "seo-audit")]}
        (user / "settings.json").write_text(json.dumps(SETTINGS | own | settings), "utf-8")
        subprocess.run(
            [*command, "--install-extension", str(VSIX)],
            check=True, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=120,
        )  # fmt: skip
        self._log = kept / "said"
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [*command, "--host", "127.0.0.1", "--port", "0", "--without-connection-token"],
                env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
            )  # fmt: skip
        self.host = f"127.0.0.1:{self._port()}"

    def _port(self) -> int:
        until = time.monotonic() + 60
        while time.monotonic() < until and self.process.poll() is None:
            _, found, rest = self._log.read_text("utf-8", "replace").partition(LISTENS)
            if found and "\n" in rest:
                return int(rest.split()[0])
            time.sleep(0.1)
        raise AssertionError(self._log.read_text("utf-8", "replace")[-2000:])

    def address(self, article: str) -> str:
        """Where Chromium finds an article of the folder, opened."""
        file = f"vscode-remote://{self.host}{self.articles / article}"
        opened = quote(json.dumps([["openFile", file]]))
        return f"http://{self.host}/?folder={quote(str(self.articles))}&payload={opened}"

    def stop(self) -> None:
        """End it and what it started."""
        self.process.terminate()
        self.process.wait(30)
