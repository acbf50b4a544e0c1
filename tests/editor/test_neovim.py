"""A real editor with the server: Neovim without a screen."""

import shutil
import subprocess
from pathlib import Path

import pytest
from installed import BIN, run

LUA = Path(__file__).with_name("neovim.lua")
TEXT = "# Le lavoir du bourg\n\nLe 🎈 maçon rit, [cliquez ici](https://example.org/).\n"


@pytest.mark.process
@pytest.mark.skipif(not shutil.which("nvim"), reason="no Neovim")
def test_what_neovim_is_told_and_does(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text(TEXT, "utf-8")
    done: subprocess.CompletedProcess[str] = run(
        "nvim", "--headless", "--clean", "-n", "-c", f"luafile {LUA}",
        cwd=tmp_path, env={"SEO_AUDIT": str(BIN / "seo-audit"), "ARTICLES": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")},
    )  # fmt: skip
    said = dict(line.split(": ", 1) for line in done.stdout.splitlines() if ": " in line)
    assert said["told"] == "true", done.stdout + done.stderr
    assert said["link"] == "[cliquez ici](https://example.org/)"
    assert said["typed"] == "true"
    assert said["mended"] == "Un 🎉 mot~: voilà."
    assert said["gone"] == "true"
    assert "/100" in said["lens"]
    assert said["hover"] == "true"
    assert said["written"] == "true"  # the buffer differs from the file: nobody wrote it
    assert article.read_text("utf-8") == TEXT
