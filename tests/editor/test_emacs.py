"""A real editor with the lines of docs/editors.md: Emacs without a screen, with Eglot."""

import shutil
import subprocess
from pathlib import Path

import pytest
from documentation import blocks
from installed import BIN, run

pytestmark = pytest.mark.process
SCRIPT = Path(__file__).with_name("emacs.el")
TEXT = "# Le lavoir du bourg\n\nLe 🎈 maçon rit, [cliquez ici](https://example.org/).\n"


def has_eglot() -> bool:
    if not shutil.which("emacs"):
        return False
    done = subprocess.run(["emacs", "--batch", "--eval", "(require 'eglot)"], capture_output=True, check=False)  # fmt: skip
    return done.returncode == 0


@pytest.mark.skipif(
    not has_eglot(), reason="no Emacs with Eglot: apt-get install emacs-nox elpa-eglot"
)
def test_the_lines_for_emacs(tmp_path: Path) -> None:
    lines = tmp_path / "lines.el"
    lines.write_text(blocks("docs/editors.md", "elisp")[0], "utf-8")
    article = tmp_path / "a.md"
    article.write_text(TEXT, "utf-8")
    done = run(
        "emacs", "--batch", "-l", SCRIPT, lines, article,
        cwd=tmp_path, env={"PATH": f"{BIN}:/usr/bin:/bin", "HOME": str(tmp_path)},
    )  # fmt: skip
    shown = [line for line in done.stdout.splitlines() if line.startswith("shown: ")]
    assert "shown: [cliquez ici](https://example.org/)" in shown, done.stdout + done.stderr
    assert article.read_text("utf-8") == TEXT
