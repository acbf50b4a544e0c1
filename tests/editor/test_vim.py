"""The lines for Vim and ALE, in a real Vim. Skipped, with the reason, where they are missing."""

import shutil
from pathlib import Path

import pytest
from documentation import blocks
from installed import BIN, run

ALE = Path("/usr/share/vim-ale")
TEXT = "# Le lavoir du bourg\n\nQui vient ? Le 🎈 rit, [cliquez ici](https://example.org/).\n"
WAIT = """ALELint
let s:turns = 0
while s:turns < 300 && len(getloclist(0)) < 4
  sleep 100m
  let s:turns += 1
endwhile
call writefile(map(getloclist(0), {_, one -> one.lnum . ':' . one.col . ' ' . one.text}), 'said')
qa!
"""


@pytest.mark.process
@pytest.mark.skipif(
    not shutil.which("vim") or not ALE.is_dir(),
    reason="no Vim with ALE: apt-get install vim vim-ale",
)
def test_the_lines_for_vim(tmp_path: Path) -> None:
    (lines,) = blocks("docs/editors.md", "vim")
    (tmp_path / "a.md").write_text(TEXT, "utf-8")
    (tmp_path / "vimrc").write_text(
        f"filetype plugin on\nset encoding=utf-8\npackadd ale\n{lines}", "utf-8"
    )
    (tmp_path / "wait.vim").write_text(WAIT, "utf-8")
    run(
        "vim", "-N", "-u", "vimrc", "-i", "NONE", "-n", "--not-a-term", "-S", "wait.vim", "a.md",
        cwd=tmp_path, env={"PATH": f"{BIN}:/usr/bin:/bin", "TERM": "xterm", "HOME": str(tmp_path)},
    )  # fmt: skip
    said = (tmp_path / "said").read_text("utf-8")
    assert "3:5 no-break-spaces: " in said
    assert "link-text: Le texte du lien, « cliquez ici », ne dit pas" in said.replace("\u00a0", " ")
