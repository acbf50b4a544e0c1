"""Running the command line in this process, for tests of what it says and how it ends."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from seo_audit.cli import main as command_line

POOR = "# Titre\n\nUn texte court.\n\n#### Trop bas\n\nVoir [cliquez ici](https://example.org/).\n"
"""An article with a skipped level, a generic link and too few words, and no error."""
FINE = "# La fontaine du village\n\nElle coule de nouveau depuis lundi matin.\n"


@dataclass(frozen=True)
class Ran:
    status: int
    out: bytes
    errors: str

    @property
    def text(self) -> str:
        return self.out.decode()

    def json(self) -> Any:
        return json.loads(self.out)

    def failing(self, number: int = 0) -> set[str]:
        """Ids of the rules that an article of a JSON report fails."""
        verdicts = self.json()["articles"][number]["verdicts"]
        return {verdict["rule"] for verdict in verdicts if verdict["status"] == "failed"}

    def ran(self, number: int = 0) -> set[str]:
        return {verdict["rule"] for verdict in self.json()["articles"][number]["verdicts"]}


Run = Callable[..., Ran]


def runner(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs command lines in a folder, with a cache of its own and nothing of the user's."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / ".cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    monkeypatch.delenv("SEO_AUDIT_DEBUG", raising=False)

    def run(*arguments: str | Path, stdin: bytes = b"") -> Ran:
        out, errors = io.BytesIO(), io.StringIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, "ascii"))
            patch.setattr(sys, "stderr", errors)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            status = command_line.main([str(argument) for argument in arguments])
            sys.stdout.flush()
            written = out.getvalue()
        return Ran(status, written, errors.getvalue())

    return run
