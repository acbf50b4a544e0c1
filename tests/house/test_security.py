"""Nothing leaves the machine, nothing of the audited folder is run, nothing is written but what was asked for."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import FINE

from seo_audit import plugins

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[1].parent
EXAMPLES = ROOT / "examples"
CODE = sorted(
    path for folder in ("seo_audit", "rules", "reports") for path in (ROOT / folder).rglob("*.py")
)

FORBIDDING = """
import os, sys

def forbid(event, arguments):
    if event.startswith(("socket.", "urllib.", "ftplib.", "smtplib.", "subprocess.", "webbrowser.")) or event in (
        "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty"
    ):
        os.write(2, f"FORBIDDEN {event} {arguments}\\n".encode())
        os._exit(99)
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR):
        os.write(2, f"WRITES {arguments[0]}\\n".encode("utf-8", "surrogateescape"))

sys.addaudithook(forbid)
sys.argv = ["seo-audit", *sys.argv[1:]]
from seo_audit.__main__ import main
main()
"""
"""What Python itself reports of sockets, processes and opened files, by which the command is stopped."""


def forbidding(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-P", "-B", "-c", FORBIDDING, *arguments],
        cwd=folder,
        env={**os.environ, "XDG_CACHE_HOME": str(folder / ".cache")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )


def written(done: subprocess.CompletedProcess[bytes]) -> set[str]:
    """Names of the files that were opened for writing."""
    said = done.stderr.decode().splitlines()
    return {Path(line.removeprefix("WRITES ")).name for line in said if line.startswith("WRITES ")}


def test_audit_hook_bites(tmp_path: Path) -> None:
    code = FORBIDDING.replace("from seo_audit", "import socket; socket.socket()\nfrom seo_audit")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 99


def test_every_report_without_network_processes_or_other_writing(tmp_path: Path) -> None:
    names = plugins.report_names()
    formats = [word for name in names for word in ("--format", f"{name}=out.{name}")]
    (tmp_path / "brief.toml").write_text('keyphrase = "fontaine"\nminimum_words = 9\n', "utf-8")
    options = ("--keyphrase", "fontaine", "--brief", "brief.toml", "--exit-zero", "--no-cache")
    done = forbidding(tmp_path, str(EXAMPLES), *options, *formats)
    assert done.returncode == 0, done.stderr
    for name in names:
        assert (tmp_path / f"out.{name}").stat().st_size
    summary = json.loads((tmp_path / "out.json").read_bytes())["summary"]
    assert summary["articles"] >= 4
    assert summary["unreadable"] == 0
    for name in written(done):
        # beside its place, then moved there
        assert name.startswith(".out."), done.stderr


def test_a_site_without_network_or_processes(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    for name in ("index.html", "haie.html"):
        content = (EXAMPLES / "haie.html").read_bytes()
        (tmp_path / "public" / name).write_bytes(content)
    done = forbidding(tmp_path, "site", "public", "--run", "run", "--exit-zero", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["site"]["pages"] == 2
    said = [line.split(" ", 1)[1] for line in done.stderr.decode().splitlines() if " " in line]
    here = [Path(name).relative_to(tmp_path) for name in said if name.startswith(str(tmp_path))]
    assert {place.parts[0] for place in here} == {"run"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["rules"],
        ["explain", "h1"],
        ["schema"],
        ["text", str(EXAMPLES / "haie.html")],
        ["--version"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_subcommands_without_network_processes_or_writing(
    tmp_path: Path, arguments: list[str]
) -> None:
    done = forbidding(tmp_path, *arguments)
    assert done.returncode == 0, done.stderr
    assert done.stdout
    assert not written(done)


def test_without_a_network(tmp_path: Path) -> None:
    alone = ["unshare", "--user", "--map-root-user", "--net"]
    try:
        subprocess.run([*alone, "true"], check=True, capture_output=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        pytest.skip("unshare makes no network namespace here")
    command = [sys.executable, "-P", "-B", "-m", "seo_audit", str(EXAMPLES)]
    done = subprocess.run(
        [*alone, *command, "--format", "html=out.html", "--exit-zero", "--no-cache"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, b"")


# -- what the code does not do

RUNS_TEXT = {"eval", "exec", "compile", "__import__", "breakpoint", "input"}
TALKS_OR_RUNS = {
    *("pickle", "marshal", "shelve", "dill", "ctypes", "subprocess", "socket", "ssl", "http"),
    *("ftplib", "smtplib", "xmlrpc", "socketserver", "asyncio", "requests", "httpx", "webbrowser"),
    *("urllib.request", "urllib.error", "code", "codeop", "pty"),
}


SPEAKS = {
    "seo_audit/rule_support/site/packed.py": {
        "pickle"
    },  # with itself: what it reads it wrote, in memory
    "seo_audit/editor/server.py": {"asyncio"},  # with the editor that started it
    # with the browser, on this machine; test_live_page.py says how it is kept to that
    "seo_audit/editor/live_page/server.py": {"asyncio", "socket", "webbrowser"},
}
"""Modules that speak with another program, and what they need for it."""


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_code_runs_no_text_and_talks_to_nobody(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    barred = TALKS_OR_RUNS - SPEAKS.get(path.relative_to(ROOT).as_posix(), set())
    for name in _imports(tree):
        assert name not in barred, name
        assert name.partition(".")[0] not in barred, name
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Name):
                assert called.id not in RUNS_TEXT, f"line {node.lineno}"
                if called.id == "Environment":
                    given = {word.arg: ast.unparse(word.value) for word in node.keywords}
                    assert given["autoescape"] == "True"
                    assert given["undefined"] == "StrictUndefined"
            if isinstance(called, ast.Attribute):
                owner = ast.unparse(called.value)
                assert (owner, called.attr) not in {("os", "system"), ("os", "popen")}
                if owner == "yaml":
                    assert "Safe" in ast.unparse(node), f"line {node.lineno}"


def test_templates_escape_everything() -> None:
    for path in (ROOT / "reports" / "html" / "templates").iterdir():
        if path.suffix not in (".py", ".pyc"):
            text = path.read_text("utf-8") if path.is_file() else ""
            assert "autoescape" not in text, path.name
            assert "| safe" not in text, path.name
            assert "|safe" not in text, path.name


# -- what lies among the articles


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A folder with articles, and code under every name by which Python or we might look for it."""
    spy = "import os; open(os.path.join({folder!r}, 'RAN-' + __name__), 'w').close()\n"
    for name in (
        *(
            "rules/evil",
            "rules/h1",
            "reports/json",
            "reports/evil",
            "evil",
            "sitecustomize",
            "conftest",
        ),
        *(
            "usercustomize",
            "click",
            "yaml",
            "bs4",
            "lxml",
            "markdown_it",
            "msgspec",
            "jinja2",
            "rich",
        ),
        *(
            "tomllib",
            "multiprocessing",
            "pickle",
            "threading",
            "signal",
            "runpy",
            "textstat",
            "pathspec",
        ),
        *("simplemma", "hashlib", "unicodedata", "seo_audit_rules", "concurrent"),
    ):
        path = tmp_path / f"{name}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(spy.format(folder=str(tmp_path)), "utf-8")
    info = tmp_path / "evil-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1\n", "utf-8")
    points = "[seo_audit.rules]\nevil = evil\n[seo_audit.reports]\nevil = evil\n"
    (info / "entry_points.txt").write_text(points, "utf-8")
    (tmp_path / "a.md").write_text("---\ntitle: Un\n---\n" + FINE, "utf-8")
    (tmp_path / "b.html").write_text("<h1>Un</h1><p>Deux.</p>", "utf-8")
    return tmp_path


def _commands() -> list[list[str]]:
    script = Path(sys.executable).with_name("seo-audit")
    module = [sys.executable, "-m", "seo_audit"]
    return [[str(script)], module] if script.exists() else [module]


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("command", _commands(), ids=len)
def test_nothing_of_the_audited_folder_is_run(planted: Path, command: list[str], jobs: str) -> None:
    formats = ("--format", "json", "--format", "html=out.html")
    done = subprocess.run(
        [*command, "a.md", "b.html", "--exit-zero", "--no-cache", "--jobs", jobs, *formats],
        cwd=planted,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert not [path.name for path in planted.iterdir() if path.name.startswith("RAN-")]
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert {article["path"] for article in report["articles"]} == {"a.md", "b.html"}
    assert "evil" not in {one["rule"] for one in report["articles"][0]["verdicts"]}


def test_yaml_tags_make_no_objects(planted: Path) -> None:
    ran = planted / "RAN-yaml-tag"
    tag = f"!!python/object/apply:os.mkdir ['{ran}']"
    (planted / "a.md").write_text(f"---\ntitle: {tag}\nseo: {tag}\n---\n{FINE}", "utf-8")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "seo_audit", "a.md", "--exit-zero", "--no-cache"],
        cwd=planted,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert not ran.exists()
