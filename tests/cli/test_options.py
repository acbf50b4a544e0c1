"""Every option reaches the main job, however it is written."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from seo_audit.cli import actions, commands
from seo_audit.cli.options import AUDIT, Option

OPTIONS = [option for _, listed in AUDIT for option in listed]
READ: list[tuple[tuple[str, ...], dict[str, Any]]] = []


@pytest.fixture(scope="module", autouse=True)
def nothing_is_audited() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(actions, "audit", lambda paths, **options: READ.append((paths, options)))
        yield


def read(*arguments: str) -> tuple[tuple[str, ...], dict[str, Any]]:
    READ.clear()
    commands.run(arguments, "fr")
    (found,) = READ
    return found


def ways(option: Option, value: str) -> Iterator[Sequence[str]]:
    for name in option.names:
        if option.is_flag:
            yield [name]
        else:
            yield [name, value]
            yield [f"{name}={value}"] if name.startswith("--") else [f"{name}{value}"]


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_every_option_reaches_the_job(option: Option) -> None:
    value = {"max-warnings": "3", "jobs": "2"}.get(option.name, (option.choices or ("x",))[-1])
    meant: Any = True if option.is_flag else option.value(value)
    for written in ways(option, value):
        for arguments in ([*written, "a.md"], ["a.md", *written]):
            paths, options = read(*arguments)
            assert paths == ("a.md",)
            assert options[option.key] == ((meant,) if option.multiple else meant)
            assert options[option.key] != read("a.md")[1][option.key]


def test_options_are_read_in_any_mixture() -> None:
    paths, options = read("--jobs=2", "a.md", "-vq", "--select", "a", "b.md", "--select=b", "-j3")
    assert paths == ("a.md", "b.md")
    assert (options["jobs"], options["verbose"], options["quiet"]) == (3, True, True)
    assert options["select"] == ("a", "b")
    assert read("--", "--verbose")[0] == ("--verbose",)
    assert read("./rules")[0] == ("./rules",)
    assert read("-")[0] == ("-",)
