"""A real editor with the server: Neovim without a screen."""

import shutil
import subprocess
from pathlib import Path

import pytest
from documentation import blocks
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


@pytest.mark.process
@pytest.mark.skipif(not shutil.which("nvim"), reason="no Neovim")
def test_the_lines_for_neovim(tmp_path: Path) -> None:
    new, old = blocks("docs/editors.md", "lua")
    article = tmp_path / "a.md"
    article.write_text(TEXT, "utf-8")
    # those of a newer Neovim where there is one
    lines = tmp_path / "init.lua"
    lines.write_text(f"if vim.lsp.config then\n{new}\nelse\n{old}\nend\n", "utf-8")
    wait = "lua vim.wait(20000, function() return #vim.diagnostic.get(0) > 2 end, 50)"
    tell = "lua for _, one in ipairs(vim.diagnostic.get(0)) do print('shown: ' .. one.message) end"
    done = run(
        "nvim", "--headless", "-n", "-u", lines, "-c", wait, "-c", tell, "-c", "qa!", article,
        cwd=tmp_path, env={"PATH": f"{BIN}:/usr/bin:/bin", "XDG_STATE_HOME": str(tmp_path / "state")},
    )  # fmt: skip
    assert "shown: Le texte du lien" in done.stdout + done.stderr
