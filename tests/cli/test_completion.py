"""Shell completion as docs/ci.md sets it up, in the shells themselves."""

import os
import shutil
from pathlib import Path

import pytest
from documentation import page
from installed import BIN, run

pytestmark = pytest.mark.process

LINE = 'eval "$(seo-audit completion {shell})"'
BASH = """
{setup}
complete -p seo-audit >&2
COMP_WORDS=({words}) COMP_CWORD=$(({number} - 1))
_seo_audit_completion seo-audit
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
# what the completion system offers, said instead of shown
ZSH = """
compdef() {{ print -u2 -- "$@" }}
_describe() {{ print -l -- "${{(@P)3}}" }}
compadd() {{ print -l -- "${{(@P)@[-1]}}" }}
_path_files() {{ print files }}
{setup}
words=({words}) CURRENT={number}
_seo_audit_completion
"""
FISH = """
complete --do-complete '{line}'
"""


def offered(shell: str, line: str, folder: Path) -> set[str]:
    """What a shell offers at the end of a command line, without descriptions."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    env = {
        "PATH": f"{BIN}:{os.environ['PATH']}",
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / ".config"),
        "XDG_DATA_HOME": str(folder / ".local"),
    }
    words = line.split(" ")
    given = {
        "words": " ".join(word or "''" for word in words),
        "number": str(len(words)),
        "setup": LINE.format(shell=shell),
        "line": line,
    }
    script = folder / "script"
    script.write_text({"bash": BASH, "zsh": ZSH, "fish": FISH}[shell].format(**given))
    if shell == "fish":
        (folder / ".config/fish/completions").mkdir(parents=True, exist_ok=True)
        setup = "seo-audit completion fish > ~/.config/fish/completions/seo-audit.fish"
        assert setup in page("docs/ci.md")
        run("bash", "-c", setup, env=env)
    else:
        assert given["setup"] in page("docs/ci.md")
    options = {"bash": ["--norc"], "zsh": ["-f"], "fish": []}[shell]
    done = run(shell, *options, script, cwd=folder, env=env)
    separator = {"bash": "\0", "zsh": ":", "fish": "\t"}[shell]
    return {one.split(separator)[0] for one in done.stdout.splitlines()}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, tmp_path: Path) -> None:
    # zsh shows commands and files together; bash turns to files where there is no command
    files = {"files"} if shell == "zsh" else set()
    assert offered(shell, "seo-audit expl", tmp_path) == {"explain", *files}
    assert offered(shell, "seo-audit explain heading-o", tmp_path) == {"heading-order"}
    assert offered(shell, "seo-audit --fail-", tmp_path) == {"--fail-on", "--fail-under"}
    assert offered(shell, "seo-audit --fail-on w", tmp_path) == {"warning"}
    assert offered(shell, "seo-audit --select heading-o", tmp_path) == {"heading-order"}
    assert offered(shell, "seo-audit --ignore typ", tmp_path) == {"typography"}
    assert offered(shell, "seo-audit --format sa", tmp_path) == {"sarif"}
    (tmp_path / "brève.toml").touch()
    found = offered(shell, "seo-audit --brief br", tmp_path)
    assert found == {"bash": {""}, "zsh": {"files"}, "fish": {"brève.toml"}}[shell]
