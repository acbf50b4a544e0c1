"""Layers of configuration: what is read of a file, and what is said of one that cannot be."""

from pathlib import Path

import pytest

from seo_audit.errors import ConfigError
from seo_audit.toml.layers import expression, read, shown_path


def test_a_table_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(
        "[tool.seo-audit]\nfail_under = 80\n[tool.seo-audit.rules.h1]\nx_y = 1\n", "utf-8"
    )
    layer = read(path, ("tool", "seo-audit"))
    assert layer is not None
    assert layer.data == {"fail-under": 80, "rules": {"h1": {"x_y": 1}}}
    assert layer.folder == tmp_path
    assert read(path, ("tool", "autre")) is None


def test_a_byte_order_mark_is_none_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "seo-audit.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\n")
    layer = read(path)
    assert layer is not None
    assert layer.data == {"a": 1}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a = 1\nb = \n", "seo-audit.toml:2"),
        (b"a = 1\nb = '\xe9'\n", "seo-audit.toml:2"),
        (None, "seo-audit.toml"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "seo-audit.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        read(path)
    assert said in caught.value.say("en")


def test_an_option_of_the_command_line(tmp_path: Path) -> None:
    layer = expression("rules.word_count.minimum = 5", tmp_path)
    assert layer.data == {"rules": {"word-count": {"minimum": 5}}}
    assert layer.folder == tmp_path
    with pytest.raises(ConfigError, match="--config"):
        expression("a =", tmp_path)


def test_paths_are_shown_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown_path(tmp_path / "a/b.toml") == "a/b.toml"
    assert shown_path(Path("/b.toml")) == "/b.toml"
