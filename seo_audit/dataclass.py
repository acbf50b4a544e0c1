"""The standard library's dataclasses, without the code it writes and compiles for each class.

That costs half a millisecond a class, and a short audit meets more than a hundred: declaring them would take longer
than judging the article. Here all classes share the same few functions. To everybody else (`dataclasses`, `pickle`,
`copy`, type checkers) they are dataclasses. Only what this project uses is offered: fields are not inherited.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass, field, fields, replace

__all__ = ["dataclass", "field", "fields", "replace"]

_NOTHING: Any = object()


class _Field:
    """What is declared of a field; `name` and `type` are filled in by the class's declaration."""

    __slots__ = ("compare", "default", "default_factory", "init", "name", "repr", "type")

    def __init__(
        self,
        *,
        default: Any = _NOTHING,
        default_factory: Any = _NOTHING,
        init: bool = True,
        repr: bool = True,  # noqa: A002  the name it has in `dataclasses.field`
        compare: bool = True,
    ) -> None:
        self.name = ""
        self.type: Any = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.compare = compare

    def standard(self) -> Any:
        """The same as the standard library has it."""
        from dataclasses import field  # noqa: PLC0415  it imports a lot

        given: dict[str, Any] = {"init": self.init, "repr": self.repr, "compare": self.compare}
        for name in ("default", "default_factory"):
            if getattr(self, name) is not _NOTHING:
                given[name] = getattr(self, name)
        return field(**given)


class _StandardFields:
    """`__dataclass_fields__`, made by the standard library when somebody asks."""

    def __get__(self, _instance: object, owner: Any) -> Mapping[str, Any]:
        from dataclasses import make_dataclass  # noqa: PLC0415  as above

        listed = [(one.name, one.type, one.standard()) for one in owner.__declared__]
        found: Mapping[str, Any] = vars(make_dataclass(owner.__name__, listed))[
            "__dataclass_fields__"
        ]
        owner.__dataclass_fields__ = found
        return found


def _dataclass(*, slots: bool, frozen: bool = False) -> Callable[[type[Any]], type[Any]]:
    """As `dataclasses.dataclass`; a class without slots is its business."""
    assert slots

    def declare(cls: type[Any]) -> type[Any]:
        members = dict(vars(cls))
        for name in ("__dict__", "__weakref__"):
            members.pop(name, None)
        fields = tuple(_taken_out(members))
        members |= _methods(fields, frozen=frozen)
        members["__slots__"] = tuple(one.name for one in fields)
        made = type(cls.__name__, cls.__bases__, members)
        made.__qualname__ = cls.__qualname__
        made.__init__ = _initialiser(made, fields)  # type: ignore[misc]  # as `type` makes it
        return made

    return declare


def _taken_out(members: dict[str, Any]) -> Iterator[_Field]:
    """The fields of a class; their defaults are taken out of its members."""
    for name, kind in members.get("__annotations__", {}).items():
        given = members.pop(name, _NOTHING)
        one = given if isinstance(given, _Field) else _Field(default=given)
        one.name, one.type = name, kind
        yield one


def _initialiser(made: Any, fields: tuple[_Field, ...]) -> Callable[..., None]:
    taken = [one for one in fields if one.init]
    count = len(taken)
    arrange = _arranger(made.__name__, taken)
    put = [vars(made)[one.name].__set__ for one in taken]
    finish = getattr(made, "__post_init__", None)

    def __init__(self: Any, *values: Any, **named: Any) -> None:  # noqa: N807  a method to be
        if named or len(values) != count:
            values = arrange(values, named)
        for put_one, value in zip(put, values):  # noqa: B905  their number is right
            put_one(self, value)
        if finish:
            finish(self)

    return __init__


def _arranger(
    name: str, taken: list[_Field]
) -> Callable[[tuple[Any, ...], dict[str, Any]], tuple[Any, ...]]:
    """What brings the values of a call in the order of the fields, defaults included."""
    count = len(taken)
    names = [one.name for one in taken]
    places = {one.name: place for place, one in enumerate(taken)}
    defaults = [one.default for one in taken]
    factories = [
        (place, one.default_factory)
        for place, one in enumerate(taken)
        if one.default_factory is not _NOTHING
    ]
    required = [
        place
        for place, one in enumerate(taken)
        if one.default is _NOTHING and one.default_factory is _NOTHING
    ]

    def arrange(values: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
        if not values and [*named] == names:  # most are
            return tuple(named.values())
        given = len(values)
        if given > count:
            raise TypeError(f"{name}() takes {count} values, not {given}")
        arranged = [*values, *defaults[given:]]
        for key, value in named.items():
            place = places.get(key, -1)
            if place < given:
                raise TypeError(f"{name}() has no field '{key}' left to fill")
            arranged[place] = value
        for place, factory in factories:
            if arranged[place] is _NOTHING:
                arranged[place] = factory()
        for place in required:
            if arranged[place] is _NOTHING:
                raise TypeError(f"{name}() lacks '{taken[place].name}'")
        return tuple(arranged)

    return arrange


def _methods(fields: tuple[_Field, ...], *, frozen: bool) -> dict[str, Any]:
    compared = [one.name for one in fields if one.compare]
    shown = [one.name for one in fields if one.repr]
    names = [one.name for one in fields]

    def values(self: Any) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in compared])

    def __eq__(self: Any, other: object) -> Any:  # noqa: N807  methods to be, here and below
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    def __repr__(self: Any) -> str:  # noqa: N807
        listed = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({listed})"

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    def __getstate__(self: Any) -> list[Any]:  # noqa: N807
        return [getattr(self, name) for name in names]

    def __setstate__(self: Any, state: list[Any]) -> None:  # noqa: N807
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    methods = {
        "__declared__": fields,
        "__dataclass_fields__": _StandardFields(),
        "__match_args__": tuple(one.name for one in fields if one.init),
        "__eq__": __eq__,
        "__repr__": __repr__,
        "__hash__": __hash__ if frozen else None,
        "__getstate__": __getstate__,
        "__setstate__": __setstate__,
    }
    return methods | ({"__setattr__": _refuse, "__delattr__": _refuse} if frozen else {})


def _refuse(self: object, name: str, _value: object = None) -> NoReturn:
    from dataclasses import FrozenInstanceError  # noqa: PLC0415  as above

    raise FrozenInstanceError(f"{type(self).__name__} is frozen: '{name}' stays as it is")


def _fields(kind: Any) -> tuple[Any, ...]:
    """As `dataclasses.fields`, with a name and a type each."""
    declared: tuple[Any, ...] | None = getattr(kind, "__declared__", None)
    if declared is None:
        from dataclasses import fields  # noqa: PLC0415  somebody else's class

        return fields(kind)
    return declared


def _replace(instance: Any, /, **changes: Any) -> Any:
    """As `dataclasses.replace`."""
    values = [
        changes.pop(one.name) if one.name in changes else getattr(instance, one.name)
        for one in type(instance).__declared__
        if one.init
    ]
    return type(instance)(*values, **changes)  # what is left over is no field


if not TYPE_CHECKING:
    dataclass, field, fields, replace = _dataclass, _Field, _fields, _replace
