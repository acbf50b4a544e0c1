"""The distribution: what is in it, that it works where it is installed, and other people's plug-ins."""

import re
import sys
import tarfile
import textwrap
import tomllib
import zipfile
from pathlib import Path

import pytest
from installed import BIN, CHECKOUT, build, git, installation, need_registry, run

PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
HOMES = {"seo_audit": "seo_audit", "rules": "seo_audit/rules", "reports": "seo_audit/reports"}
"""Top-level folders, and where they are installed."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory)


@pytest.fixture(scope="session")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return installation(tmp_path_factory)


def ours(root: Path) -> dict[str, Path]:
    """The files of the three folders, by the path they are to be installed at."""
    return {
        f"{home}/{path.relative_to(root / folder).as_posix()}": path
        for folder, home in HOMES.items()
        for path in sorted((root / folder).rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def installed(lib: Path) -> set[str]:
    return {
        path.relative_to(lib).as_posix()
        for path in (lib / "seo_audit").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def site_packages(tool: Path) -> Path:
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return Path(run(tool / "python", "-c", code).stdout.strip())


def test_package_list_is_the_folders() -> None:
    folders = {
        str(Path(path).parent).replace("/", ".") for path in ours(CHECKOUT) if path.endswith(".py")
    }
    assert sorted(folders) == PROJECT["tool"]["setuptools"]["packages"]


def test_every_file_is_in_the_source_distribution_and_the_wheel(built: Path) -> None:
    files = ours(built / "checkout")
    assert any(path.endswith(".txt") for path in files)
    assert any(path.endswith(".json") for path in files)
    assert any(path.endswith(".j2") for path in files)
    with zipfile.ZipFile(next((built / "dist").glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
        assert set(files) - names == set()
        for name, path in files.items():
            assert wheel.read(name) == path.read_bytes(), name
        top = {name.split("/")[0] for name in names}
        assert top == {"seo_audit", f"seo_audit-{PROJECT['project']['version']}.dist-info"}
        assert any(name.endswith("/licenses/LICENSE") for name in names)
    with tarfile.open(next((built / "dist").glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    sources = {path.relative_to(built / "checkout").as_posix() for path in files.values()}
    assert sources - names == set()
    assert {"README.md", "LICENSE", "pyproject.toml"} <= names


def test_site_packages_hold_the_tool_and_nothing_beside_it(built: Path, tool: Path) -> None:
    lib = site_packages(tool)
    assert installed(lib) == set(ours(built / "checkout"))
    assert not (lib / "rules").exists()
    assert not (lib / "reports").exists()
    code = (
        "from importlib.util import find_spec as f; print(f('rules'), f('reports'), "
        "f('seo_audit.rules').origin, f('seo_audit.reports').origin, sep='\\n')"
    )
    said = run(tool / "python", "-P", "-c", code).stdout.split("\n")
    home = lib / "seo_audit"
    expected = [home / "rules" / "__init__.py", home / "reports" / "__init__.py"]
    assert said == ["None", "None", *map(str, expected), ""]


def test_the_installed_tool_works_in_every_format(tool: Path, tmp_path: Path) -> None:
    env = {"XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": ""}
    version = run(tool / "seo-audit", "--version", cwd=tmp_path).stdout
    assert version == f"seo-audit {PROJECT['project']['version']}\n"
    listed = run(tool / "seo-audit", "rules", "--isolated", cwd=tmp_path, env=env).stdout
    assert listed == run(BIN / "seo-audit", "rules", "--isolated", cwd=tmp_path).stdout
    formats = ("json", "html", "sarif", "junit", "github", "gitlab", "markdown", "concise")
    wanted = [f"--format={name}=report.{name}" for name in formats]
    articles = sorted((CHECKOUT / "examples").glob("*.*"))
    run(tool / "seo-audit", "--exit-zero", "-q", *wanted, *articles, cwd=tmp_path, env=env)
    assert all((tmp_path / f"report.{name}").stat().st_size for name in formats)


def test_pip_install_leaves_nothing_git_or_the_linters_see(built: Path, tmp_path: Path) -> None:
    checkout = built / "checkout"
    run(
        *(sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", tmp_path / "lib"),
        checkout,
    )
    assert installed(tmp_path / "lib") == set(ours(checkout))
    assert (checkout / "build").exists()  # setuptools leaves it; if not, this test has no point
    assert git(checkout, "status", "--porcelain") == ""
    files = run(BIN / "ruff", "check", "--show-files", ".", cwd=checkout).stdout.splitlines()
    assert files
    assert not [one for one in files if Path(one).is_relative_to(checkout / "build")]
    mypy = PROJECT["tool"]["mypy"]
    assert "build" not in mypy["files"]
    assert any(re.match(one, "build/lib/seo_audit/rules/h1.py") for one in mypy["exclude"])


PLUG_IN = {
    "pyproject.toml": """
        [build-system]
        requires = ["setuptools"]
        build-backend = "setuptools.build_meta"

        [project]
        name = "our-house"
        version = "1.0"

        [project.entry-points."seo_audit.rules"]
        our_motto = "our_house.motto"

        [project.entry-points."seo_audit.reports"]
        tally = "our_house.tally"

        [tool.setuptools]
        packages = ["our_house"]
    """,
    "our_house/__init__.py": "",
    "our_house/motto.py": '''
        """The house’s motto must be said."""

        from collections.abc import Iterator
        from dataclasses import dataclass
        from typing import Annotated

        from seo_audit.document import Document
        from seo_audit.measures import Measures
        from seo_audit.message import Message
        from seo_audit.rule import Basis, Category, Evidence, Fault, Finding, Rule, Severity

        MISSING = Fault(
            message=Message(fr="La devise {motto} manque.", en="The motto {motto} is missing."),
            advice=Message(fr="Citez-la.", en="Quote it."),
        )


        @dataclass(frozen=True, slots=True)
        class Options:
            motto: Annotated[str, Basis(Message(fr="Gravée au fronton.", en="Over our door."))] = "fluctuat"


        def check(document: Document, _: Measures, options: Options) -> Iterator[Finding]:
            if options.motto not in document.text:
                yield MISSING.at(None, motto=options.motto)


        RULE = Rule(
            title=Message(fr="Devise", en="Motto"),
            what=Message(fr="Cherche la devise.", en="Looks for the motto."),
            why=Message(fr="C’est la nôtre.", en="It is ours."),
            category=Category.CONTENT,
            severity=Severity.ERROR,
            evidence=Evidence.FOLKLORE,
            references=(),
            options=Options,
            check=check,
        )
    ''',
    "our_house/tally.py": '''
        """How many findings an article has."""


        def entry(report, outcome, view):
            return f"{report.path} {len(list(report.findings))}\\n"


        def render(entries, summary, view):
            yield from entries
            yield f"= {len(summary.lines)}\\n"
    ''',
}


@pytest.fixture(scope="session")
def extended(tool: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment that has the tool, and a package of somebody else's with a rule and a report."""
    folder = tmp_path_factory.mktemp("extended")
    for name, text in PLUG_IN.items():
        path = folder / "our-house" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip("\n"), "utf-8")
    need_registry()
    run(sys.executable, "-m", "venv", folder / "venv")
    python = folder / "venv/bin/python"
    # what the tool and its dependencies are installed in lends them, so that they come only once
    (site_packages(python.parent) / "tool.pth").write_text(f"{site_packages(tool)}\n")
    run(python, "-m", "pip", "install", "-q", folder / "our-house")
    return python


def test_plug_ins_of_other_packages(extended: Path, tmp_path: Path) -> None:
    env = {"XDG_CACHE_HOME": str(tmp_path)}
    article = tmp_path / "fontaine.md"
    article.write_text("# Une fontaine\n\nDe l’eau, enfin.\n", "utf-8")

    def said(*arguments: str, status: int = 0) -> str:
        module = ("-P", "-m", "seo_audit")
        done = run(extended, *module, *arguments, cwd=tmp_path, env=env, status=status)
        return done.stdout + done.stderr

    assert re.search(r"● our-motto +erreur +D +Devise", said("rules"))
    page = said("explain", "our-motto", "--lang", "en")
    assert "It is ours." in page
    assert "Over our door." in page
    only = ("--select", "our-motto", "fontaine.md")
    assert "La devise fluctuat manque." in said(*only, "--format=concise", status=1)
    assert said(*only, "--format=tally", status=1) == "fontaine.md 1\n= 1\n"
    assert said(*only, "--config", 'rules.our-motto.motto = "eau"', "--format=tally") == (
        "fontaine.md 0\n= 1\n"
    )
    wrong = said(*only, "--config", "rules.our-motto.moto = 1", status=2)
    assert "motto" in wrong
    assert wrong.count("\n") == 1
