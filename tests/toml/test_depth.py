"""Keys nested so deep that Python's parser would take the square of their number, or give up."""

import contextlib
from pathlib import Path

import pytest
from command_line import FINE, runner
from growth import grows_linearly
from tables import each_row

from seo_audit.errors import ConfigError
from seo_audit.toml.layers import MOST_DOTS, expression


@each_row("key", ["a.", "'a' . ", '"a b".', "a\t.\t"])
def test_a_deep_key_is_refused_and_named(key: str) -> None:
    assert expression(key * MOST_DOTS + "a = 1", Path())
    with pytest.raises(ConfigError, match=f"over {MOST_DOTS} dots"):
        expression(key * (MOST_DOTS + 1) + "a = 1", Path())


@each_row("unit", ["a.", "a", "[", "{a=", '"', "'", "a.a ", ".", "a.\n", "[a.b]\n"])
def test_time_grows_as_the_text(unit: str) -> None:
    def work(size: int) -> None:
        with contextlib.suppress(ConfigError):
            expression(unit * size + "." * 60, Path())

    assert grows_linearly(work, 50_000)


def test_others_are_audited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = runner(tmp_path, monkeypatch)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/seo-audit.toml").write_text("\n" + "a." * 5000 + "a = 1\n")
    for name in ("ok.md", "deep/a.md"):
        (tmp_path / name).write_text(FINE, "utf-8")
    ran = run("--format", "json", "--exit-zero", ".")
    assert ran.status == 2
    errors = {one["path"]: one["error"] for one in ran.json()["articles"]}
    assert errors["ok.md"] is None
    assert "seo-audit.toml:2" in errors["deep/seo-audit.toml"]


@pytest.mark.parametrize(
    "number", ["9" * 5000, "-" + "9" * 5000, "0x" + "f" * 5000, "0b" + "1" * 64, str(2**63)]
)
@pytest.mark.parametrize("around", ["a = {}", "[a]\nb = [1, {{c = {}}}]"])
def test_an_integer_that_toml_does_not_know_is_refused(number: str, around: str) -> None:
    with pytest.raises(ConfigError, match="over 64 bits"):
        expression(around.format(number), Path())


@each_row("value", [str(2**63 - 1), "0x" + "f" * 15, f'"{"9" * 5000}"', "9e300"])
def test_what_toml_knows_is_read(value: str) -> None:
    assert expression(f"a = {value}", Path())
