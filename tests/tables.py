"""Tables of many rows as one test each: a test costs pytest and its workers more than a row costs the code."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from traceback import extract_tb
from typing import Any

import pytest

Test = Callable[..., None]
_SHOWN = 300
"""Characters of a row: some hold a page."""


def each_row(names: str | Sequence[str], rows: Iterable[Any]) -> Callable[[Test], Test]:
    """As `pytest.mark.parametrize`, but one test: it tries every row, and names all that fail."""
    single = isinstance(names, str) and "," not in names
    table = [(row,) if single else tuple(row) for row in rows]
    assert table

    def of_a_row(test: Test) -> Test:
        def of_all() -> None:
            failures = list(_failures(test, table))
            if failures:
                told = "\n\n".join(failures)
                pytest.fail(f"{len(failures)} of {len(table)} rows\n\n{told}", pytrace=False)

        of_all.__name__, of_all.__module__ = test.__name__, test.__module__
        return of_all

    return of_a_row


def _failures(test: Test, table: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    for number, row in enumerate(table):
        try:
            test(*row)
        except Exception as error:  # noqa: BLE001  whatever it is, the other rows are to be tried
            line = extract_tb(error.__traceback__)[1].lineno
            shown = ", ".join(map(repr, row))[:_SHOWN]
            yield f"row {number}: {shown}\nline {line}: {type(error).__name__}: {error}"
