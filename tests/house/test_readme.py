"""README.md shows what the tool does. `python tests/house/test_readme.py` writes the report into it anew."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.process

CHECKOUT = Path(__file__).parents[2]
README = CHECKOUT / "README.md"
SHOWN = re.compile(r"(?<=<!-- report -->\n```text\n).*?(?=```\n<!-- /report -->)", re.DOTALL)


def command_lines() -> tuple[str, str]:
    """The two set-up commands, which .ci/run runs word for word."""
    blocks = re.findall(r"^```sh\n(.*)\n```$", README.read_text("utf-8"), re.MULTILINE)
    return blocks[0], blocks[1]


def report() -> str:
    """What the first command ends in."""
    command = command_lines()[0].rpartition(" && ")[2]
    words = command.removeprefix(".venv/bin/seo-audit ").split()
    with tempfile.TemporaryDirectory() as cache:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "seo_audit", *words],
            cwd=CHECKOUT,
            env={**os.environ, "XDG_CACHE_HOME": cache, "TERM": "dumb"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
        )
    return done.stdout.decode()


def test_report_is_what_the_tool_says_today() -> None:
    shown = SHOWN.search(README.read_text("utf-8"))
    assert shown
    assert shown[0] == report(), "python tests/house/test_readme.py writes it anew"


def test_set_up_is_two_commands() -> None:
    first, second = command_lines()
    assert first.startswith("python3 -m venv .venv && .venv/bin/pip install . && ")
    assert second.endswith(" && .venv/bin/pytest -n 2")


def test_python_example_runs(tmp_path: Path) -> None:
    [code] = re.findall(
        r"^```python\n(.*?)^```$", README.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    (tmp_path / "article.md").write_text("# Une fontaine\n\nElle coule.\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, check=True
    )
    assert re.match(rb"\d+ \['[a-z-]+'", done.stdout)


def test_names_of_the_python_interface_exist() -> None:
    import seo_audit
    from seo_audit import french

    for name in re.findall(r"`seo_audit\.([a-z_]+)`", README.read_text("utf-8")):
        assert hasattr(seo_audit, name) or name in ("rules", "reports", french.__name__[10:])


if __name__ == "__main__":
    text = README.read_text("utf-8")
    new = report()
    README.write_text(SHOWN.sub(lambda _: new, text), "utf-8")
