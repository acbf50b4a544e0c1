"""Subcommands whose extra is not installed say so in one line."""

import sys
from pathlib import Path

import pytest
from command_line import runner


@pytest.mark.parametrize(
    ("arguments", "module", "extra"),
    [(["lsp"], "pygls", "lsp"), (["serve", "--no-browser"], "starlette", "serve"), (["serve"], "uvicorn", "serve")],
)  # fmt: skip
@pytest.mark.parametrize("language", ["fr", "en"])
def test_one_line_and_status_2(  # noqa: PLR0917  parameters of the tests
    arguments: list[str],
    module: str,
    extra: str,
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in [*sys.modules]:
        if name.partition(".")[0] == module or name.startswith("seo_audit.editor"):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    done = runner(tmp_path, monkeypatch)(*arguments, "--lang", language)
    assert done.status == 2
    assert done.errors.count("\n") == 1
    assert f'pip install "seo-audit[{extra}]"' in done.errors
    assert done.out == b""
