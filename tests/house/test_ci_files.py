"""What docs/ci.md, README.md and action.yml tell users to paste: it is valid, it exists, it runs."""

import json
import os
import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from command_line import FINE, POOR
from documentation import blocks, page
from installed import BIN, CHECKOUT, action, commit, git, run, run_step, step
from tables import each_row

from seo_audit import plugins
from seo_audit.cli.commands import TOPICS
from seo_audit.config.keys import KEYS
from seo_audit.judging.suppression import RULE_ID
from seo_audit.rule import Category

pytestmark = pytest.mark.process

PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    *(f"docs/{p.name}" for p in (CHECKOUT / "docs").glob("*.md")),
    *(f"docs/fr/{p.name}" for p in (CHECKOUT / "docs/fr").glob("*.md")),
)
PAGE = '<html lang="fr"><title>Le lac</title><h1>Le lac</h1><p>Il est bleu.</p></html>'
NOTHING_BAD = "--select=h1,heading-order,link-text"
"""Rules that the poor article fails and the fine one passes."""


# -- the action


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "work space"
    (folder / "content").mkdir(parents=True)
    (folder / "content/fine.md").write_text(FINE, "utf-8")
    (folder / "content/l’été au lac.md").write_text(FINE, "utf-8")
    (folder / "poor.md").write_text(POOR, "utf-8")
    return folder


class Ran:
    """What the action's audit did."""

    def __init__(self, folder: Path, done: subprocess.CompletedProcess[str]) -> None:
        self.status = done.returncode
        self.log = done.stdout
        self.errors = done.stderr
        lines = (folder / "output").read_text("utf-8").splitlines()
        self.outputs = dict(line.split("=", 1) for line in lines)
        self.summary = (folder / "summary.md").read_text("utf-8")

    @property
    def paths(self) -> set[str]:
        report = json.loads(Path(self.outputs["json-file"]).read_text("utf-8"))
        return {article["path"] for article in report["articles"]}


def audit(
    workspace: Path, paths: str, args: str = NOTHING_BAD, sarif_file: str = "", *, site: str = ""
) -> Ran:
    folder = workspace.with_name("runner's temp")
    folder.mkdir(exist_ok=True)
    (folder / "output").write_text("")
    (folder / "summary.md").write_text("earlier step\n")
    env = {
        "BIN": str(BIN),
        "AUDIT_PATHS": paths,
        "AUDIT_SITE": site,
        "AUDIT_ARGS": args,
        "SARIF_FILE": sarif_file,
        "PYTHONSAFEPATH": step("audit")["env"].get("PYTHONSAFEPATH", ""),
        "XDG_CACHE_HOME": str(folder),
    }
    assert env.keys() - {"XDG_CACHE_HOME"} == step("audit")["env"].keys()
    return Ran(folder, run_step("audit", folder, env, workspace))


def test_good_articles_pass(workspace: Path) -> None:
    ran = audit(workspace, "content\n")
    assert ran.status == 0, ran.errors
    assert ran.paths == {"content/fine.md", "content/l’été au lac.md"}
    assert ran.outputs["exit-status"] == "0"
    assert ran.outputs["lowest-score"] == "22"  # 11 words of the 50 that can reach 100
    assert ran.outputs["sarif-file"] == ""
    assert ran.summary.startswith("earlier step\n## seo-audit\n")
    assert "2 articles" in ran.summary
    assert ran.log == ""


def test_bad_article_fails_with_annotations_summary_and_sarif(workspace: Path) -> None:
    args = f"{NOTHING_BAD} --lang en --fail-on warning"
    ran = audit(workspace, "content\n\n  poor.md\n", args, "seo audit.sarif")
    assert ran.status == 1
    assert "::error" not in ran.log
    assert (
        "::warning file=poor.md,line=5,endLine=5,col=1,endColumn=14,title=heading-order::"
        in ran.log
    )
    assert "❌ failed" in ran.summary
    assert ran.outputs["exit-status"] == "1"
    assert 0 <= int(ran.outputs["lowest-score"]) < 100
    assert ran.outputs["sarif-file"] == "seo audit.sarif"
    sarif = json.loads((workspace / "seo audit.sarif").read_text("utf-8"))
    assert len(sarif["runs"][0]["results"]) == 2


def test_names_with_spaces_quotes_and_dashes(workspace: Path) -> None:
    for name in ('it\'s "here".md', "--quiet.md", "-x.md", "$(touch ran).md", "rules.md"):
        (workspace / name).write_text(FINE, "utf-8")
    (workspace / "rules").mkdir()
    (workspace / "rules/inside.md").write_text(FINE, "utf-8")
    ran = audit(
        workspace,
        'it\'s "here".md\r\n--quiet.md\n-x.md\n$(touch ran).md\nrules\ncontent/l’été au lac.md',
    )
    assert ran.status == 0, ran.errors
    assert ran.paths == {
        'it\'s "here".md',
        "--quiet.md",
        "-x.md",
        "$(touch ran).md",
        "rules/inside.md",
        "content/l’été au lac.md",
    }
    assert not (workspace / "ran").exists()


def test_patterns_are_the_tools_own(workspace: Path) -> None:
    assert audit(workspace, "**/*.md").paths == {
        "content/fine.md",
        "content/l’été au lac.md",
        "poor.md",
    }


@pytest.mark.parametrize("text", ["; touch ran", "$(touch ran)`touch ran`", '"; touch ran; "'])
def test_nothing_in_an_input_is_run(workspace: Path, text: str) -> None:
    args = f"{NOTHING_BAD} --keyphrase '{text}'"
    ran = audit(workspace, f"content\n{text}", args, f"{text}.sarif")
    assert ran.status == 2
    assert "touch ran" in ran.errors  # no such file
    assert len(ran.paths) == 3
    assert (workspace / ran.outputs["sarif-file"]).exists()
    assert audit(workspace, "content", text).status == 2
    assert [path.name for path in workspace.rglob("ran*")] == []


def test_wrong_inputs_end_with_2_and_a_line(workspace: Path) -> None:
    for paths, args, file in (
        ("content", "--select nonsense", ""),
        ("content", "--keyphrase 'open", ""),
        ("content", "--format concise", ""),
        ("content", "", "one.sarif\nlowest-score=100"),
        ("", "", ""),
    ):
        ran = audit(workspace, paths, args, file)
        assert ran.status == 2, (paths, args)
        assert ran.errors.count("\n") == 1, ran.errors
        assert "lowest-score" not in ran.outputs
        assert ran.summary == "earlier step\n"


def test_unreadable_article_stops_no_other(workspace: Path) -> None:
    (workspace / "content/picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    ran = audit(workspace, "content")
    assert ran.status == 2
    assert ran.outputs["exit-status"] == "2"
    assert "::error file=content/picture.md,title=unreadable::" in ran.log
    assert len(ran.paths) == 3
    ran = audit(workspace, "absent.md")
    assert (ran.status, ran.outputs["lowest-score"]) == (2, "")
    assert "⛔" in ran.summary


def test_article_names_give_no_commands(workspace: Path) -> None:
    (workspace / "content/a\n::error::b.md").write_text(POOR, "utf-8")
    (workspace / "content/c\n::error::d.md").write_bytes(b"")
    ran = audit(workspace, "content", "")
    assert not re.search(r"^::error::", ran.log + ran.errors, re.MULTILINE)


@pytest.mark.parametrize(
    ("version", "asked"),
    [
        ("", str(CHECKOUT)),
        ("1.2.3", "seo-audit==1.2.3"),
        ("git+https://example.org/o/seo-audit@main", "git+https://example.org/o/seo-audit@main"),
        ("--index-url=x; touch ran", "--index-url=x; touch ran"),
    ],
)
def test_what_is_installed(tmp_path: Path, version: str, asked: str) -> None:
    fake = tmp_path / "python"
    fake.write_text(
        '#!/bin/sh\nprintf "%s\\n" "$@" >>"$RUNNER_TEMP/asked"\n'
        'if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi\n'
    )
    fake.chmod(0o755)
    done = run_step("install", tmp_path, {"PYTHON": str(fake), "VERSION": version})
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "asked").read_text().splitlines()[-2:] == ["--", asked]
    assert (tmp_path / "output").read_text() == f"bin={tmp_path}/seo-audit/bin\n"
    assert not (tmp_path / "ran").exists()


def test_nothing_of_the_repository_is_imported(tmp_path: Path) -> None:
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    (workspace / "a.md").write_text("# Un\n\nDeux.\n", "utf-8")
    for name in ("shlex", "json", "os", "venv", "pip", "click"):
        (workspace / f"{name}.py").write_text("open('ran', 'w').close()\n", "utf-8")
    assert audit(workspace, "a.md").paths == {"a.md"}
    assert not (workspace / "ran").exists()
    # `python -m venv` and `python -m pip` look in the working folder first, too
    assert step("install")["env"]["PYTHONSAFEPATH"] == "1"


def test_scripts_get_inputs_by_the_environment_only() -> None:
    for one in action()["runs"]["steps"]:
        assert "${{" not in one.get("run", "")
    text = page("action.yml")
    for name in action()["inputs"]:
        assert text.count("${{ inputs." + name + " }}") == 1, name
    outputs = re.findall(r'echo "([a-z-]+)=[^"]+" >> "\$GITHUB_OUTPUT"', step("audit")["run"])
    assert sorted(outputs) == sorted(action()["outputs"])


def test_a_built_site_is_audited_as_a_whole(workspace: Path) -> None:
    pytest.importorskip("duckdb")
    public = workspace / "public"
    public.mkdir()
    (public / "index.html").write_text(PAGE, "utf-8")
    ran = audit(workspace, "", "--isolated --fail-on never", site=" public\n")
    assert ran.status == 0, ran.errors
    assert ran.outputs["lowest-score"].replace(".", "").isdecimal()
    (public / "index.html").write_text(PAGE.replace("<p>", '<p><a href="/zut/">Zut</a> '), "utf-8")
    ran = audit(workspace, "content", "--isolated --select broken-link", site="public")
    assert ran.status == 1
    assert "::error file=public/index.html" in ran.log
    assert "broken-link" in ran.summary


# -- YAML


def yaml_blocks(name: str) -> list[str]:
    return blocks(name, "yaml")


def is_valid(schema: str, *files: Path) -> None:
    options = ("--builtin-schema", f"vendor.{schema}")
    done = run(BIN / "check-jsonschema", *options, *files, status=None)
    assert done.returncode == 0, done.stdout


def test_the_action_and_the_hook_are_valid() -> None:
    is_valid("github-actions", CHECKOUT / "action.yml")
    run(BIN / "pre-commit", "validate-manifest", CHECKOUT / ".pre-commit-hooks.yaml")


def test_yaml_blocks_are_valid(tmp_path: Path) -> None:
    kinds = {"repos": "pre-commit", "on": "github-workflows", "seo-audit": "gitlab-ci"}
    found: dict[str, list[Path]] = {}
    for name in PAGES:
        for number, text in enumerate(yaml_blocks(name)):
            keys = {"on" if key is True else key for key in yaml.safe_load(text)}
            [kind] = [kinds[key] for key in keys & kinds.keys()]
            path = tmp_path / f"{Path(name).stem}-{number}.yaml"
            path.write_text(text, "utf-8")
            found.setdefault(kind, []).append(path)
    assert {kind: len(paths) for kind, paths in found.items()} == {
        "pre-commit": 3,
        "github-workflows": 3,
        "gitlab-ci": 1,
    }
    run(BIN / "pre-commit", "validate-config", *found.pop("pre-commit"))
    for kind, paths in found.items():
        is_valid(kind, *paths)


def test_workflows_use_inputs_and_outputs_the_action_has() -> None:
    used = 0
    for text in yaml_blocks("docs/ci.md"):
        for job in yaml.safe_load(text).get("jobs", {}).values():
            for one in job["steps"]:
                if "<owner>/seo-audit" in one.get("uses", ""):
                    assert one["with"].keys() <= action()["inputs"].keys()
                    used += 1
        for name in re.findall(r"steps\.seo\.outputs\.([\w-]+)", text):
            assert name in action()["outputs"]
    assert used == 3
    for kind in ("inputs", "outputs"):
        for name in action()[kind]:
            assert f"`{name}`" in page("docs/ci.md")


def test_every_place_tells_the_version_we_are() -> None:
    version = tomllib.loads(page("pyproject.toml"))["project"]["version"]
    for name in PAGES:
        assert {f"v{version}"} >= set(re.findall(r"\bv\d+\.\d+\.\d+\b", page(name)))


# -- commands


@pytest.fixture
def sandbox(workspace: Path) -> Path:
    """Articles where the pages' commands look for them, in a git repository with a branch of its own."""
    for name in ("article.md", "drafts/one.md"):
        (workspace / name).parent.mkdir(exist_ok=True)
        (workspace / name).write_text(POOR, "utf-8")
    (workspace / "article.html").write_text(
        "<title>Lac</title><h1>Lac</h1><p>Il est bleu.", "utf-8"
    )
    (workspace / "draft.docx").touch()
    (workspace / "public").mkdir()
    (workspace / "public/index.html").write_text(PAGE, "utf-8")
    for name in ("old.md", "new.md"):
        (workspace / name).write_text(FINE, "utf-8")
    shutil.copytree(CHECKOUT / "examples", workspace / "examples", dirs_exist_ok=True)
    commit(workspace)
    git(workspace, "update-ref", "refs/remotes/origin/main", "HEAD")
    (workspace / "content/new one.md").write_text(FINE, "utf-8")
    (workspace / "content/fine.md").unlink()
    commit(workspace)
    (workspace / "bin").mkdir()
    pandoc = workspace / "bin/pandoc"
    pandoc.write_text(
        '#!/bin/sh\ntest "$*" = "draft.docx -t html" && echo "<h1>Lac</h1><p>Bleu."\n'
    )
    pandoc.chmod(0o755)
    return workspace


def commands() -> Iterator[tuple[str, str]]:
    """The commands of README.md and docs/ci.md that run the tool, GitLab's among them."""
    for name in ("README.md", "docs/ci.md"):
        for text in blocks(name, "sh"):
            for line in text.splitlines():
                if "seo-audit" in line and "pip install" not in line and "completion" not in line:
                    yield name, line
    for text in yaml_blocks("docs/ci.md"):
        for line in yaml.safe_load(text).get("seo-audit", {}).get("script", []):
            yield "docs/ci.md", line


def test_commands_of_the_pages_run(sandbox: Path) -> None:
    env = {
        "PATH": f"{sandbox / 'bin'}:{BIN}:{os.environ['PATH']}",
        "XDG_CACHE_HOME": str(sandbox / "bin"),
    }
    seen = set()
    for name, line in commands():
        done = run("bash", "-o", "pipefail", "-c", line, cwd=sandbox, env=env, status=None)
        # 123: xargs, when a command ended with 1 to 125
        assert done.returncode in (0, 1, 123), (name, line, done.stderr)
        seen.add(name)
        if "git diff" in line:
            assert "new one.md" in done.stdout
            assert "fine.md" not in done.stdout
    assert seen == {"README.md", "docs/ci.md"}
    gitlab = [text for text in yaml_blocks("docs/ci.md") if "codequality" in text]
    artifacts = yaml.safe_load(gitlab[0])["seo-audit"]["artifacts"]
    for file in (*artifacts["paths"], *artifacts["reports"].values()):
        assert (sandbox / file).stat().st_size


@cache
def options() -> frozenset[str]:
    """Every option of the main job and of the subcommands."""
    names = (
        *(
            "site",
            "rules",
            "explain",
            "init",
            "schema",
            "text",
            "compare",
            "completion",
            "lsp",
            "serve",
        ),
    )
    helps = [(), *((name,) for name in names)]
    said = (run(BIN / "seo-audit", *one, "--help").stdout for one in helps)
    return frozenset(re.findall(r"(?<!\w)--?[a-z][a-z-]*", "\n".join(said)))


OTHERS = {
    "code": {"--install-extension"},
    "hugo": {"--minify"},
    "dask": {"--nthreads", "--nworkers", "--protocol", "--no-dashboard"},
    "git": {"--name-only", "--diff-filter"},
    "npm": {"--ignore-scripts", "--omit"},
    "benchmarks/scale.py": {"--memory"},
    "pytest": {"--hypothesis-profile"},
    "ruff": {"--check"},
    "unshare": {"--net"},
}
"""Options of other tools that the pages name."""


@pytest.mark.parametrize("name", [*PAGES, "action.yml"])
def test_options_named_exist(name: str) -> None:
    text = re.sub(r"^```text\n.*?^```$", "", page(name), flags=re.MULTILINE | re.DOTALL)
    if name == "action.yml":
        text = text.partition("\nruns:")[0]
    text = re.sub(r"\bpip install --quiet\b", "pip install", text)
    named = set(re.findall(r"(?<![\w<!-])--[a-z][a-z-]*(?!-->)", text))
    for tool, known in OTHERS.items():
        if tool in text:
            named -= known
    assert named - options() == set()


# -- rules and configuration


NOT_RULES = {
    "seo-audit",
    "seo-audit-fix",
    "langage-clair",
    "pre-commit",
    "lint-imports",
    "audit-many",
    *("gh-pages", "sitemap-index", "code-server", "vim-ale"),
    *("sarif-file", "exit-status", "lowest-score", "json-file"),
    *(f"seo-audit-{what}" for what in ("disable", "disable-next-line", "enable")),
}
"""Hyphenated words in code that are something else."""


# docs/french.md is about words, some of them hyphenated
@each_row("name", sorted({*PAGES} - {"docs/french.md"}))
def test_rules_named_exist(name: str) -> None:
    text = page(name)
    known = {*plugins.KnownRules(), *Category, *KEYS, RULE_ID}
    words = set(re.findall(r"`([a-z][a-z0-9]*(?:-[a-z0-9]+)+)`", text))
    assert words - NOT_RULES - known == set()
    explained = re.findall(r"seo-audit explain ([a-z][\w-]*)", text)
    silenced = re.findall(r"seo-audit-disable(?:-next-line)? ([a-z][\w-]*)", text)
    in_front_matter = re.findall(r"disable: \[([\w-]+)\]", text)
    assert {*explained, *silenced, *in_front_matter} - {*TOPICS} <= known


def test_rules_in_options_exist() -> None:
    for name, line in commands():
        words = shlex.split(line.replace("|", " "), comments=True)
        for option, value in pairwise(words):
            if option in ("--select", "--ignore", "--extend-select"):
                assert set(value.split(",")) <= {*plugins.rules(), *Category}, name


def test_configuration_of_the_pages_is_accepted(tmp_path: Path) -> None:
    # docs/editors.md configures other programs
    texts = [text for name in {*PAGES} - {"docs/editors.md"} for text in blocks(name, "toml")]
    assert texts
    (tmp_path / "article.md").write_text(FINE, "utf-8")
    for text in texts:
        (tmp_path / "seo-audit.toml").write_text(text, "utf-8")
        for options in (("--show-config",), ("--no-cache", "--quiet")):
            done = run(BIN / "seo-audit", *options, "article.md", cwd=tmp_path, status=None)
            assert done.returncode in (0, 1)
            assert done.stderr == "", text


@each_row("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page(name)):
        assert ((CHECKOUT / name).parent / target).exists(), target


@each_row("name", PAGES)
def test_files_a_page_names_are_there(name: str) -> None:
    named = re.findall(
        r"`((?:benchmarks|docs|examples|rules|reports|seo_audit|tests)/[\w/.]+)`", page(name)
    )
    missing = [one for one in named if not (CHECKOUT / one).exists() and "my_rule" not in one]
    assert missing == []
