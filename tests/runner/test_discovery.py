import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from command_line import FINE, Run, runner

from seo_audit.message import Message
from seo_audit.runner import discovery as files


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "a.md",
        "sub/b.HTML",
        "sub/deep/c.txt",
        "sub/image.png",
        "sub/.hidden/d.md",
        ".e.md",
        "node_modules/f.md",
        "outils/pyvenv.cfg",
        "outils/g.md",
        "z/h.markdown",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FINE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


Names = Callable[..., list[str]]


@pytest.fixture
def names(tree: Path) -> Names:
    """Names of the articles that arguments mean; what is at fault stands in brackets, warnings last."""

    def find(
        *arguments: str, excluded: Iterable[str] = (), forced: Iterable[str] = ()
    ) -> list[str]:
        warnings: list[str] = []

        def warn(message: Message, values: dict[str, Any]) -> None:
            warnings.append(f"({message.say('en', values)})")

        left_out = {tree / name for name in excluded}
        found = files.articles(
            arguments,
            excluded=left_out.__contains__,
            forced={tree / name for name in forced}.__contains__,
            warn=warn,
        )
        return [
            f"({article.fault})" if article.fault else article.name for article in found
        ] + warnings

    return find


ALL = ["a.md", "sub/b.HTML", "sub/deep/c.txt", "z/h.markdown"]


def test_folder_is_walked_in_a_stable_order(names: Names) -> None:
    assert names(".") == ALL
    assert names("sub") == ["sub/b.HTML", "sub/deep/c.txt"]
    assert names("sub/../sub/") == ["sub/b.HTML", "sub/deep/c.txt"]
    assert names(str(Path.cwd())) == ALL


def test_each_file_comes_once_in_the_order_of_the_arguments(names: Names) -> None:
    assert names("z", "a.md", ".", "./a.md") == [
        "z/h.markdown",
        "a.md",
        "sub/b.HTML",
        "sub/deep/c.txt",
    ]
    Path("link.md").symlink_to("a.md")
    assert names(".") == ALL


def test_file_named_itself_is_meant_whatever_it_is_called(names: Names) -> None:
    assert names("sub/image.png") == ["sub/image.png"]
    assert names("node_modules/f.md") == ["node_modules/f.md"]
    assert names("absent.md") == ["absent.md"]


def test_patterns(names: Names) -> None:
    assert names("**/*.txt") == ["sub/deep/c.txt"]
    assert names("sub/**") == ["sub/b.HTML", "sub/deep/c.txt"]
    assert names("*.md") == ["a.md"]
    assert names("[az].md") == ["a.md"]
    Path("[b].md").write_text(FINE, "utf-8")
    Path("b.md").write_text(FINE, "utf-8")
    assert names("[b].md") == ["[b].md"], "a file of that name comes before the pattern"
    assert names("x*.md") == ["(x*.md: no article matches this pattern)"]
    assert names("absent/*.md") == ["(absent/*.md: no article matches this pattern)"]


def test_folder_without_articles_is_said(names: Names) -> None:
    Path("vide").mkdir()
    [said] = names("vide")
    assert said.startswith("(vide: no article (extensions: .html, ")


def test_forced_holds_for_what_is_named(names: Names) -> None:
    assert names("a.md", "z/h.markdown", "z", forced=["a.md", "z"]) == ["z/h.markdown"]
    assert names("absent.md", forced=["absent.md"]) == []
    assert names("a.md", excluded=["a.md"]) == ["a.md"]


def test_gitignore_counts_in_a_work_tree_only(names: Names) -> None:
    Path("sub/.gitignore").write_text("*.txt\n!d/*.txt\n")
    Path(".gitignore").write_text("/z/\n*.HTML\n[\n")
    assert names(".") == ALL
    Path(".git/info").mkdir(parents=True)
    assert names(".") == ["a.md"]
    # the deepest file has the last word, above the folder asked for too
    Path("sub/.gitignore").write_text("!b.HTML\n")
    assert names("sub") == ["sub/b.HTML", "sub/deep/c.txt"]
    Path(".git/info/exclude").write_text("a.md\n")
    assert names(".") == ["sub/b.HTML", "sub/deep/c.txt"]
    assert names("a.md") == ["a.md"]


def test_excluded_folders_are_not_entered(names: Names) -> None:
    assert names(".", excluded=["sub", "a.md"]) == ["z/h.markdown"]


def test_loops_pipes_and_locked_folders_are_safe(names: Names) -> None:
    Path("sub/loop").symlink_to("..")
    Path("sub/dead.md").symlink_to("nowhere")
    os.mkfifo("sub/pipe.md")
    assert names(".") == ALL
    Path("locked").mkdir(mode=0)
    if os.geteuid():
        assert names(".")[-1].startswith("(locked: folder cannot be read")
    Path("locked").chmod(0o700)


@pytest.mark.slow
def test_depth_has_no_limit(names: Names) -> None:
    here = Path.cwd()
    for _ in range(1200):
        Path("d").mkdir()
        os.chdir("d")
    os.chdir(here)
    try:
        assert names(".")[:4] == ["a.md", *ALL[1:]] or names("a.md") == ["a.md"]
    finally:
        # shutil.rmtree recurses
        os.system("rm -rf d")


def test_odd_names_are_printable_and_opened(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = runner(tree, monkeypatch)
    folder = tree / "odd"
    folder.mkdir()
    for name in (b"latin\xe9.md", "été\nà.md".encode(), b"a;b'c\".md"):
        (folder / os.fsdecode(name)).write_text(FINE, "utf-8")
    found = run("--format", "json", "odd")
    shown = [article["path"] for article in found.json()["articles"]]
    assert sorted(shown) == ["odd/a;b'c\".md", "odd/latin\ufffd.md", "odd/été\nà.md"]
    assert not any(article["error"] for article in found.json()["articles"])


def test_address_is_no_pattern_and_keeps_its_slashes(names: Names) -> None:
    assert names("https://exemple.fr/?p=12") == ["https://exemple.fr/?p=12"]
    Path("www.exemple.fr").mkdir()
    Path("www.exemple.fr/a.html").write_text(FINE, "utf-8")
    assert names("www.exemple.fr/*.html") == ["www.exemple.fr/a.html"]


@pytest.fixture
def run(tree: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    return runner(tree, monkeypatch)


def test_exclude_of_the_configuration(run: Run) -> None:
    Path("seo-audit.toml").write_text('exclude = ["sub/deep", "z/"]\n')
    paths = [article["path"] for article in run("--format", "json", ".").json()["articles"]]
    assert paths == ["a.md", "sub/b.HTML"]
    paths = [
        article["path"] for article in run("--format", "json", "z/h.markdown").json()["articles"]
    ]
    assert paths == ["z/h.markdown"]


EXCLUDED = 'exclude = ["z/", "sub"]\n'


@pytest.mark.parametrize(
    ("settings", "options"),
    [(EXCLUDED, ["--force-exclude"]), (EXCLUDED + "force-exclude = true\n", [])],
)
def test_force_exclude_leaves_out_what_is_named(
    run: Run, settings: str, options: list[str]
) -> None:
    Path("seo-audit.toml").write_text(settings)
    found = run("--format", "json", *options, "a.md", "z/h.markdown", "sub/deep/c.txt")
    assert [article["path"] for article in found.json()["articles"]] == ["a.md"]
    assert run("-q", *options, "z/h.markdown").status == 0
    assert run("-q", *options, "z").status == 0
    piped = run("-q", *options, "--stdin-filename", "z/i.md", "-", stdin=b"# A\n\n[ici](b.md)\n")
    assert (piped.status, piped.text) == (0, "")


def test_force_exclude_holds_where_it_is_said(run: Run) -> None:
    Path("seo-audit.toml").write_text(EXCLUDED)
    Path("z/seo-audit.toml").write_text('exclude = ["h.markdown"]\nforce-exclude = true\n')
    found = run("--format", "json", "z/h.markdown", "sub/b.HTML")
    assert [article["path"] for article in found.json()["articles"]] == ["sub/b.HTML"]
    off = run("--format", "json", "--config", "force-exclude = false", "z/h.markdown")
    assert len(off.json()["articles"]) == 1


@pytest.mark.parametrize("argument", ["vide", "x*.md", "absent/**/*.md"])
def test_what_matches_nothing_is_wrong_use_and_stops_no_other(run: Run, argument: str) -> None:
    Path("vide").mkdir()
    found = run("--exit-zero", "-q", "--format", "json", argument, "a.md")
    assert found.status == 2
    assert [(one["path"], one["error"] is None) for one in found.json()["articles"]] == [
        (argument, False),
        ("a.md", True),
    ]
    assert found.errors.startswith(f"seo-audit: {argument}")
    assert found.errors.count("\n") == 1


def test_reports_of_this_run_are_no_articles(run: Run) -> None:
    run("--format", "html=r.html", ".", "--fail-on", "never")
    found = run("--format", "json", "--format", "html=r.html", ".", "--fail-on", "never")
    assert [article["path"] for article in found.json()["articles"]] == ALL
    before = Path("a.md").read_bytes()
    assert run("-o", "a.md", "a.md").status == 2
    assert Path("a.md").read_bytes() == before
