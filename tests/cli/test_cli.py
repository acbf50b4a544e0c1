import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from command_line import FINE, POOR, Run, runner

from seo_audit import plugins
from seo_audit.cli import actions, texts
from seo_audit.cli import commands as cli
from seo_audit.cli.options import FAIL_ON
from seo_audit.message import Message

TOOL = [sys.executable, "-P", "-m", "seo_audit"]
SCRIPT = str(Path(sys.executable).with_name("seo-audit"))
"""For Ctrl-C: `python -m` ends by the signal, not by our status, when it came during an import's exec()."""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    (tmp_path / "poor.md").write_text(POOR, "utf-8")
    (tmp_path / "fine.md").write_text(FINE, "utf-8")
    (tmp_path / "empty.md").write_text("", "utf-8")
    return runner(tmp_path, monkeypatch)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ("poor.md", 0),
        ("--fail-on warning poor.md", 1),
        ("poor.md --fail-on warning --exit-zero", 0),
        ("--fail-on info --select h1 poor.md", 0),
        ("--fail-under 100 poor.md", 1),
        ("--fail-under 0 poor.md", 0),
        ("--fail-under structure=100 poor.md", 1),
        ("--fail-under structure=10 --fail-under keyphrase=100 poor.md", 0),
        ("--max-warnings 0 poor.md", 1),
        ("--max-warnings 99 poor.md", 0),
        ("poor.md absent.md", 2),
        ("--exit-zero empty.md", 2),
        ("", 2),
        ("--help", 0),
        ("--version", 0),
        ("rules", 0),
        ("--lang en rules --profile news", 0),
        ("explain h1", 0),
        ("schema", 0),
    ],
)
def test_exit_status(run: Run, arguments: str, status: int) -> None:
    assert run(*arguments.split()).status == status


WRONG = [
    ("--no-such poor.md", "--no-such"),
    ("--formt json poor.md", "--format"),
    ("--format parchment poor.md", "parchment"),
    ("--format json --format text poor.md", "json, text"),
    ("--format json=r --format text=./r poor.md", "r"),
    ("--format json=r -o s poor.md", "-o s"),
    ("-o absent/r.txt poor.md", "absent"),
    ("-o . poor.md", "."),
    ("--format html=absent/r.html poor.md", "absent"),
    ("--config absent.toml poor.md", "absent.toml"),
    ("--brief absent.toml poor.md", "absent.toml"),
    ("--baseline absent.json poor.md", "absent.json"),
    ("--write-baseline absent/b.json poor.md", "absent"),
    ("--fail-under beaucoup poor.md", "beaucoup"),
    ("--fail-under structur=3 poor.md", "structure"),
    ("--fail-on grave poor.md", "grave"),
    ("--max-warnings -1 poor.md", "-1"),
    ("--profile roman poor.md", "roman"),
    ("--jobs 0 poor.md", "--jobs"),
    ("--jobs deux poor.md", "deux"),
    ("--select nonsense poor.md", "nonsense"),
    ("--ignore word-cuont poor.md", "word-count"),
    ("--lang", "--lang"),
    ("--quiet=1 poor.md", "--quiet"),
    ("explain", "explain --help"),
    ("explain word-cuont", "word-count"),
    ("explain h1 h2", "h2"),
    ("completion tcsh", "tcsh"),
    ("text absent.md", "absent.md"),
    ("--watch -", "--watch"),
    ("--fail-under 120 poor.md", "100"),
    ("--fail-under links=-1 poor.md", "100"),
    ("explian image-alt", "seo-audit explain"),
    ("rule", "seo-audit rules"),
    ("inti", "seo-audit init"),
    ("--no-cache shema", "seo-audit schema"),
    ("compar poor.md poor.md", "seo-audit compare"),
    ("help", "seo-audit --help"),
    ("check poor.md", "seo-audit PATH"),
    ("explain typografy", "typography"),
]


@pytest.mark.parametrize(("arguments", "word"), WRONG)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_errors_are_one_line_that_names_what_is_wrong(
    run: Run, arguments: str, word: str, language: str
) -> None:
    found = run("--lang", language, *arguments.split())
    assert found.status == 2
    [line] = found.errors.splitlines()
    assert word in line
    assert not found.out


def test_errors_are_in_the_language(run: Run) -> None:
    for arguments, _ in WRONG:
        said = {run(*arguments.split(), "--lang", one).errors for one in ("fr", "en")}
        assert len(said) == 2 or arguments == "--lang", arguments


def test_unreadable_articles_do_not_stop_the_others(run: Run) -> None:
    found = run("--format", "json", "absent.md", "fine.md", "empty.md", "poor.md")
    assert found.status == 2
    report = found.json()
    assert [one["path"] for one in report["articles"]] == [
        "absent.md",
        "fine.md",
        "empty.md",
        "poor.md",
    ]
    assert [bool(one["error"]) for one in report["articles"]] == [True, False, True, False]
    assert report["summary"]["unreadable"] == 2
    assert len(found.errors.splitlines()) == 2


def test_broken_rule_is_said_and_ends_with_2(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from msgspec.structs import replace

    def crash(*_: object) -> Any:
        raise ZeroDivisionError("ici")

    rules = {**plugins.rules(), "h1": replace(plugins.rules()["h1"], check=crash)}
    monkeypatch.setattr(plugins, "rules", lambda: rules)
    found = run("--no-cache", "--format", "json", "fine.md")
    assert found.status == 2
    assert found.errors == "seo-audit: fine.md\u00a0: 1 règle en panne (h1)\n"
    assert found.json()["summary"]["broken"] == 1


def test_crash_of_a_parser_is_the_articles_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from seo_audit import engine

    def crash(*_: object) -> Any:
        raise RecursionError("trop profond")

    monkeypatch.setattr(engine, "parse", crash)
    found = run("--no-cache", "fine.md", "poor.md")
    assert found.status == 2
    assert "RecursionError" in found.errors
    assert len(found.errors.splitlines()) == 2


def test_standard_input(run: Run) -> None:
    text = POOR.encode()
    given = run("--format", "json", "-", "--stdin-filename", "poor.md", stdin=text)
    assert given.json() == run("--format", "json", "poor.md").json()
    assert run("-", stdin=b"").status == 2
    page = run("--format", "json", "-", stdin=b"<p>Un texte.</p>")
    assert page.json()["articles"][0]["format"] == "html"


def test_several_reports_at_once(run: Run) -> None:
    alone = run("--format", "json", "poor.md", "fine.md")
    found = run("--format", "json=r.json", "--format", "concise", "poor.md", "fine.md")
    assert Path("r.json").read_bytes() == alone.out
    assert found.text.startswith("poor.md:")
    quiet = run("--format", "json", "-o", "o.json", "poor.md", "fine.md")
    assert not quiet.out
    assert Path("o.json").read_bytes() == alone.out


def test_report_file_is_replaced_whole_and_keeps_its_permissions(run: Run) -> None:
    Path("r.txt").write_text("ancien")
    Path("r.txt").chmod(0o640)
    Path("link.txt").symlink_to("r.txt")
    run("-o", "link.txt", "poor.md")
    assert Path("link.txt").is_symlink()
    assert "poor.md" in Path("r.txt").read_text("utf-8")
    assert Path("r.txt").stat().st_mode & 0o777 == 0o640
    assert [path.name for path in Path().glob(".r.txt*")] == []


def test_report_file_is_left_alone_when_a_report_fails(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("r.txt").write_text("ancien")

    def fail(*_: object) -> Any:
        yield "à moitié"
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(plugins.report("concise"), "render", fail)
    found = run("--format", "concise=r.txt", "--format", "json=j.json", "poor.md")
    assert found.status == 2
    assert Path("r.txt").read_text() == "ancien"
    assert sorted(
        path.name for path in Path().iterdir() if "json" in path.name or "r.txt" in path.name
    ) == ["r.txt"]


def test_report_to_a_device(run: Run) -> None:
    assert run("-o", os.devnull, "poor.md").status == 0


@pytest.mark.process
def test_jobs_change_nothing(run: Run) -> None:
    for number in range(6):
        Path(f"{number}.md").write_text(f"{POOR}\nArticle {number}.\n", "utf-8")
    Path("4.md").write_bytes(b"\x00\x01" * 200)
    formats = ("--format", "json", "--format", "concise=c.txt", "--no-cache")
    one = run(*formats, ".")
    lines = Path("c.txt").read_bytes()
    two = run(*formats, ".", "--jobs", "2")
    assert (two.status, two.out, two.errors) == (one.status, one.out, one.errors)
    assert Path("c.txt").read_bytes() == lines


def test_jobs_do_not_repeat_what_is_wrong_with_the_command_line(run: Run) -> None:
    found = run("--jobs", "2", "--no-cache", "--select", "nonsense", "poor.md", "fine.md")
    assert found.status == 2
    assert len(found.errors.splitlines()) == 1


def test_options_stand_before_paths_or_after(run: Run) -> None:
    assert run("--format", "concise", "poor.md").out == run("poor.md", "--format=concise").out
    assert run("--lang", "en", "explain", "h1").out == run("explain", "h1", "--lang", "en").out


def test_path_called_like_a_subcommand(run: Run) -> None:
    Path("rules").mkdir()
    Path("rules/a.md").write_text(FINE, "utf-8")
    assert (
        "rules/a.md"
        in run("--format", "concise", "--verbose", "./rules").text + run("./rules").text
    )
    assert "word-count" in run("rules").text
    Path("rules.md").write_text(FINE, "utf-8")
    assert run("--", "rules.md").status == 0


def test_help_knows_all_profiles_formats_and_subcommands(run: Run) -> None:
    from seo_audit.brief.profiles import PROFILES

    text = run("--help").text
    for name in (*PROFILES, *plugins.report_names(), *FAIL_ON):
        assert name in text
    for name in ("rules", "explain", "init", "schema", "text", "completion"):
        assert run(name, "--help").text.startswith(f"Utilisation\u00a0: seo-audit {name} ")


def test_texts_have_the_same_fields_in_both_languages() -> None:
    import string

    messages = [one for one in vars(texts).values() if isinstance(one, Message)]
    messages += [*texts.HELP.values(), *texts.WORDS.values()]
    for one in messages:
        fields = [
            {name for _, name, _, _ in string.Formatter().parse(text)} for text in (one.fr, one.en)
        ]
        assert fields[0] == fields[1], one
        assert "'" not in one.fr, one


def test_text_prints_what_was_counted(run: Run) -> None:
    assert (
        run("text", "fine.md").text
        == "La fontaine du village\n\nElle coule de nouveau depuis lundi matin.\n"
    )
    page = f"<body><nav>Menu</nav><main><p>{'Elle coule de nouveau. ' * 20}</p></main></body>"
    text = run("text", "-", stdin=page.encode()).text
    assert text.startswith("Elle coule")
    assert "Menu" not in text


def test_colour_is_for_terminals_unless_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert b"\x1b[" not in run("poor.md").out
    assert b"\x1b[" in run("--color", "always", "poor.md").out
    run("--color", "always", "-o", "r.txt", "poor.md")
    assert "\x1b[" not in Path("r.txt").read_text("utf-8")

    def wants(**environment: str) -> bool:
        with monkeypatch.context() as patch:
            patch.setattr(actions, "is_terminal", lambda _: True)
            patch.delenv("NO_COLOR", raising=False)
            patch.setenv("TERM", "xterm")
            for name, value in environment.items():
                patch.setenv(name, value)
            return actions.wants_color("auto")

    assert wants()
    assert wants(NO_COLOR="")
    assert not wants(NO_COLOR="1")
    assert not wants(TERM="dumb")


@pytest.mark.process
@pytest.mark.usefixtures("run")
def test_closed_pipe_is_no_error() -> None:
    command = f"{' '.join(TOOL)} --format text --verbose poor.md fine.md | head -n 1"
    found = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert found.stderr == b""
    process = subprocess.Popen([*TOOL, "poor.md"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0
    process.stderr.close()


@pytest.mark.process
@pytest.mark.usefixtures("run")
def test_full_disk_is_one_line() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full")
    with Path("/dev/full").open("wb") as full:
        found = subprocess.run([*TOOL, "poor.md"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert found.returncode == 2
    assert len(found.stderr.splitlines()) == 1


@pytest.mark.process
@pytest.mark.usefixtures("run")
@pytest.mark.parametrize("arguments", [["poor.md"], ["rules"], ["--help"], ["--version"]])
def test_closed_standard_output_is_one_line(arguments: list[str]) -> None:
    closed = ["sh", "-c", 'exec "$@" >&-', "sh", *map(str, TOOL), *arguments]
    found = subprocess.run(closed, stderr=subprocess.PIPE, check=False)
    assert found.returncode == 2
    assert len(found.stderr.splitlines()) == 1
    assert b"Bad file descriptor" in found.stderr


@pytest.mark.process
@pytest.mark.usefixtures("run")
def test_closed_standard_error_changes_nothing() -> None:
    closed = ["sh", "-c", 'exec "$@" 2>&-', "sh", *map(str, TOOL), "fine.md", "none.md"]
    found = subprocess.run(closed, stdout=subprocess.PIPE, check=False)
    assert found.returncode == 2
    assert b"none.md" in found.stdout


@pytest.mark.process
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.usefixtures("run")
def test_interrupt_leaves_no_half_file(jobs: str) -> None:
    for number in range(400):
        Path(f"{number}.md").write_text(FINE * 30, "utf-8")
    process = subprocess.Popen(
        [SCRIPT, "--cache-dir", "cache", "--jobs", jobs, "--format", "json=r.json", "."],
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while process.poll() is None and not list(Path().glob("cache/*")):  # the first article is done
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert b"Traceback" not in errors
    assert not [path.name for path in Path().iterdir() if "r.json" in path.name]


def test_progress_is_for_terminals_and_many_articles(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        Path(f"{number}.md").write_text(FINE, "utf-8")
    assert "█" not in run(".", "--select", "h1").errors
    monkeypatch.setattr(actions, "is_terminal", lambda stream: stream is sys.stderr)
    assert "█" in run(".", "--select", "h1").errors
    assert "█" not in run("fine.md", "--select", "h1").errors
    assert "█" not in run(".", "--select", "h1", "--quiet").errors


@pytest.mark.process
@pytest.mark.usefixtures("run")
def test_watch_audits_what_changes() -> None:
    process = subprocess.Popen(
        [SCRIPT, "--watch", "--format", "concise", "poor.md", "fine.md"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout
    assert process.stderr
    try:
        assert b"2 articles" in process.stderr.readline()
        Path("fine.md").write_text(POOR + "\n", "utf-8")
        assert b"2 articles" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == 130
    assert b"fine.md:8" in out or out.count(b"fine.md:7:6") == 1


@pytest.mark.process
def test_completion_scripts(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for shell in cli.SHELLS:
        assert (
            "seo-audit" in run("completion", shell).text
            or "seo_audit" in run("completion", shell).text
        )
    monkeypatch.setenv(cli.COMPLETE, "bash_complete")

    def complete(words: str, number: int) -> str:
        found = subprocess.run(
            TOOL,
            env={**os.environ, "COMP_WORDS": words, "COMP_CWORD": str(number)},
            capture_output=True,
            check=False,
        )
        return found.stdout.decode()

    assert "plain,explain" in complete("seo-audit exp", 1)
    assert "plain,word-count" in complete("seo-audit explain word", 2)
    assert "plain,--fail-on" in complete("seo-audit --fail-o", 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--workers", "x"), "--workers is an option of “seo-audit site”"),
        (("rules", "--run=x"), "--run is an option of “seo-audit site”"),
        (("--host", "x"), "--host is an option of “seo-audit site / serve”"),
        (("serve", "--select", "x"), "--select is an option of “seo-audit”"),
        (("--keyphras", "x", "a.md"), "unknown option: --keyphras; did you mean --keyphrase?"),
        (("--nope", "a.md"), "unknown option: --nope"),
    ],
)
def test_an_unknown_option_is_told_whose_it_is_or_what_it_is_like(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    done = run(*arguments, "--lang=en")
    assert (done.status, done.errors) == (2, f"seo-audit: {said}\n")
