"""Tables of many rows as one test each: a test costs pytest and its workers more than a row costs the code."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from inspect import Signature, signature
from traceback import extract_tb
from typing import Any

import pytest

Test = Callable[..., None]
_SHOWN = 300
"""Characters of a row: some hold a page."""


def each_row(names: str | Sequence[str], rows: Iterable[Any]) -> Callable[[Test], Test]:
    """As `pytest.mark.parametrize`, but one test: it tries every row, and names all that fail.

    The fixtures that it asks for are the same for all rows: such as make something anew when they are called.
    """
    single = isinstance(names, str) and "," not in names
    columns = [name.strip() for name in (names.split(",") if isinstance(names, str) else names)]
    table = [dict(zip(columns, (row,) if single else tuple(row), strict=True)) for row in rows]
    assert table

    def of_a_row(test: Test) -> Test:
        asked = signature(test).parameters

        def of_all(**fixtures: Any) -> None:
            failures = list(_failures(partial(test, **fixtures), table))
            if failures:
                told = "\n\n".join(failures)
                pytest.fail(f"{len(failures)} of {len(table)} rows\n\n{told}", pytrace=False)

        of_all.__name__, of_all.__module__ = test.__name__, test.__module__
        of_all.of_a_row = test  # type: ignore[attr-defined]  # for who looks into the code
        of_all.__signature__ = Signature(  # type: ignore[attr-defined]  # what pytest is to give
            [asked[name] for name in asked if name not in columns]
        )
        return of_all

    return of_a_row


def _failures(test: Test, table: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for number, row in enumerate(table):
        try:
            test(**row)
        except Exception as error:  # noqa: BLE001  whatever it is, the other rows are to be tried
            line = extract_tb(error.__traceback__)[1].lineno
            shown = ", ".join(map(repr, row.values()))[:_SHOWN]
            yield f"row {number}: {shown}\nline {line}: {type(error).__name__}: {error}"
