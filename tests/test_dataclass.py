"""Our dataclasses beside the standard library's: to everybody else they are the same."""

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from seo_audit.dataclass import dataclass, field, fields, replace


@dataclass(frozen=True, slots=True)
class Frozen:
    """A place."""

    name: str
    size: int = 3
    notes: dict[str, int] = field(default_factory=dict, compare=False)
    secret: str = field(default="x", repr=False)
    derived: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "derived", self.size * 2)

    @property
    def double(self) -> int:
        return self.size * 2


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """A place."""

    name: str
    size: int = 3
    notes: dict[str, int] = dataclasses.field(default_factory=dict, compare=False)
    secret: str = dataclasses.field(default="x", repr=False)
    derived: int = dataclasses.field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "derived", self.size * 2)


@dataclass(slots=True)
class Open:
    name: str = ""
    parts: list[str] = field(default_factory=list)


@pytest.mark.parametrize(
    ("values", "named"),
    [
        (("a",), {}),
        ((), {"name": "a"}),
        (("a", 4), {"secret": "y"}),
        (("a",), {"notes": {"b": 1}, "size": 0}),
        (("a", 1, {}, "z"), {}),
    ],
)
def test_is_filled_and_shown_as_the_standard_one(
    values: tuple[Any, ...], named: dict[str, Any]
) -> None:
    ours, theirs = Frozen(*values, **named), Standard(*values, **named)
    assert repr(ours) == repr(theirs).replace("Standard", "Frozen")
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert ours.derived == ours.double == theirs.derived


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ((), {}),
        (("a", 1, {}, "x", 5), {}),
        (("a",), {"name": "b"}),
        (("a",), {"nmae": "b"}),
        (("a",), {"derived": 2}),
    ],
)
def test_refuses_what_the_standard_one_refuses(
    values: tuple[Any, ...], named: dict[str, Any]
) -> None:
    for kind in (Frozen, Standard):
        with pytest.raises(TypeError):
            kind(*values, **named)


def test_each_gets_a_default_of_its_own() -> None:
    Open().parts.append("a")
    assert Open().parts == []


def test_equality_and_hash_follow_the_compared_fields() -> None:
    assert Frozen("a", notes={"b": 1}) == Frozen("a")
    assert hash(Frozen("a", notes={"b": 1})) == hash(Frozen("a"))
    assert Frozen("a") != Frozen("a", secret="y")
    other: object = Standard("a")
    assert Frozen("a") != other
    assert Open("a") == Open("a")
    with pytest.raises(TypeError, match="unhashable"):
        hash(Open())


def test_frozen_stays_as_it_is() -> None:
    frozen = Frozen("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        frozen.size = 4  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del frozen.size
    assert frozen.size == 3
    opened = Open()
    opened.name = "b"
    assert opened.name == "b"
    with pytest.raises(AttributeError):
        opened.other = 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("value", [Frozen("a", 5, {"b": 1}, "y"), Open("a", ["b"])])
def test_travels(value: Any) -> None:
    for copied in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert type(copied) is type(value)
        assert [getattr(copied, one.name) for one in fields(value)] == [
            getattr(value, one.name) for one in fields(value)
        ]


def test_replace() -> None:
    changed = replace(Frozen("a", 5), name="b")
    assert (changed.name, changed.size, changed.derived) == ("b", 5, 10)
    assert dataclasses.replace(Frozen("a", 5), size=6).derived == 12
    with pytest.raises(TypeError):
        replace(Frozen("a"), other=1)  # type: ignore[call-arg]


def test_the_standard_library_takes_it_for_its_own() -> None:
    assert dataclasses.is_dataclass(Frozen)
    ours, theirs = dataclasses.fields(Frozen), dataclasses.fields(Standard)
    for name in ("name", "type", "default", "default_factory", "init", "repr", "compare"):
        assert [getattr(one, name) for one in ours] == [getattr(one, name) for one in theirs]
    assert Frozen.__match_args__ == Standard.__match_args__
    assert Frozen.__doc__ == "A place."
    assert Frozen.__qualname__ == "Frozen"


def test_fields_of_any_dataclass() -> None:
    names = ["name", "size", "notes", "secret", "derived"]
    assert [one.name for one in fields(Frozen)] == names
    assert [one.name for one in fields(Standard)] == names
    assert [one.type for one in fields(Frozen)] == [one.type for one in fields(Standard)]
