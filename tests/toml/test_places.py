"""Where the keys of a TOML text stand, beside what tomllib reads."""

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit.toml.places import key_lines, keys

TEXT = """\
title = "La fontaine"  # a = 1
"eau douce" = 'b = 2'
débit.moyen = { "par jour" = 3, nuit = [1, { a = 2 }] }

[rules.h1]
text = \"\"\"
a = 1
\"\"\"

[[overrides]]
files = [
  "a",
]

[[overrides]]
b = 1
""".replace("débit", "debit")


def test_lines() -> None:
    assert key_lines(TEXT) == {
        ("title",): 1,
        ("eau douce",): 2,
        ("debit",): 3,
        ("debit", "moyen"): 3,
        ("debit", "moyen", "par jour"): 3,
        ("debit", "moyen", "nuit"): 3,
        ("debit", "moyen", "nuit", 0): 3,
        ("debit", "moyen", "nuit", 1): 3,
        ("debit", "moyen", "nuit", 1, "a"): 3,
        ("rules",): 5,
        ("rules", "h1"): 5,
        ("rules", "h1", "text"): 6,
        ("overrides",): 10,
        ("overrides", 0): 10,
        ("overrides", 0, "files"): 11,
        ("overrides", 0, "files", 0): 12,
        ("overrides", 1): 15,
        ("overrides", 1, "b"): 16,
    }


def test_places_of_keys_and_values() -> None:
    found = {one.path: one for one in keys(TEXT)}
    own = found["eau douce",]
    assert TEXT[own.start : own.end] == '"eau douce"'
    assert own.value is not None
    assert TEXT.startswith("'b = 2'", own.value)
    assert found["rules", "h1"].value is None


@given(st.text(st.sampled_from("a=\"\n[].{}#',1 "), max_size=40))
def test_any_text(text: str) -> None:
    for one in keys(text):
        assert 0 <= one.start <= one.end <= len(text)


_VALUES = st.recursive(
    st.integers(0, 9) | st.booleans() | st.sampled_from(["a", "é = 1", "[x]"]),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(["a", "b", "c d", "é.f"]), _VALUES, min_size=1))
def test_every_key_of_a_valid_text_is_found(data: dict[str, Any]) -> None:
    lines = [f"{_quoted(key)} = {_written(value)}" for key, value in data.items()]
    text = "\n".join(lines)
    assert tomllib.loads(text) == data
    found = {path[0]: line for path, line in key_lines(text).items() if len(path) == 1}
    assert found == {key: number for number, key in enumerate(data, 1)}


def _quoted(text: str) -> str:
    return f'"{text}"'


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    return _quoted(value) if isinstance(value, str) else str(value)


@each_row("text", ["", "# a = 1", "a", "= 1", "[", '"a', "a = [\n"])
def test_what_is_no_toml_gives_what_was_understood(text: str) -> None:
    assert {path[0] for path in key_lines(text)} <= {"a"}
