"""The tool on CPython 3.14, as Pyodide brings it: no other interpreter of that version comes from a package registry."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest
from installed import CHECKOUT, build, run

PYODIDE = os.environ.get("PYODIDE", "")
"""Path of `pyodide.mjs` in the npm package pyodide, version 314."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.process,
    pytest.mark.skipif(not PYODIDE, reason="PYODIDE does not name the npm package’s pyodide.mjs"),
    pytest.mark.skipif(not shutil.which("node"), reason="no Node.js"),
]

PLATFORM = "pyemscripten_2026_0_wasm32"
SCRIPT = """
import { loadPyodide } from PYODIDE;
const python = await loadPyodide();
for (const [place, folder] of [["/site", SITE], ["/examples", EXAMPLES]]) {
  python.FS.mkdirTree(place);
  python.mountNodeFS(place, folder);
}
python.runPython(`
import sys
sys.path.insert(0, "/site")
from seo_audit.cli.main import main
print(*sys.version_info[:2], file=sys.stderr)
main(["--no-cache", "--isolated", "--verbose", "/examples/haie.md", "/examples/haie.txt"])
`);
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tool and what it needs; msgspec is the one compiled package without which it does not start."""
    (wheel,) = (build(tmp_path_factory) / "dist").glob("*.whl")
    folder = tmp_path_factory.mktemp("site")
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--target", folder)
    run(*pip, wheel)
    version = ("--python-version", "3.14", "--implementation", "cp", "--abi", "cp314")
    only = ("--only-binary", ":all:", "--no-deps", "--upgrade", "--platform", PLATFORM)
    run(*pip, *only, *version, "msgspec")
    return folder


def test_markdown_and_text_are_audited_on_python_3_14(site: Path, tmp_path: Path) -> None:
    script = SCRIPT.replace("PYODIDE", json.dumps(PYODIDE)).replace("SITE", json.dumps(str(site)))
    file = tmp_path / "audit.mjs"
    file.write_text(script.replace("EXAMPLES", json.dumps(str(CHECKOUT / "examples"))), "utf-8")
    there = run("node", file)
    assert there.stderr.splitlines()[0] == "3 14"
    examples = CHECKOUT / "examples"
    here = run(
        *(sys.executable, "-m", "seo_audit", "--no-cache", "--isolated", "--verbose"),
        *(examples / "haie.md", examples / "haie.txt"),
    )
    assert "haie.txt" in here.stdout
    assert _said(there.stdout) == _said(here.stdout)


def _said(report: str) -> list[list[str]]:
    """The words of each line, without those that name the articles: they lie elsewhere there."""
    lines = [line.split() for line in report.splitlines() if "haie.md" not in line]
    return [words for words in lines if words and "haie.txt" not in " ".join(words)]
