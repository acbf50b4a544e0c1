"""Texts are compared as people read them, whatever characters they are written with."""

import unicodedata

import duckdb
import pytest

from seo_audit.site.joins.joining import FOLDED

USUAL = [*range(0x20, 0x300), *range(0x2002, 0x20D0)]
"""Characters that are taken for composed."""


@pytest.fixture(scope="module")
def connection() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(FOLDED)
    return connection


def test_characters_that_are_taken_for_composed_are(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    text = "a".join(map(chr, USUAL))
    [(lowered,)] = connection.execute("SELECT lower(?)", [text]).fetchall()
    assert unicodedata.is_normalized("NFC", lowered)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("  L’été \t\n au  verger ", "l’été au verger"),
        ("L’E\u0301te\u0301\nau verger", "l’été au verger"),
        ("10 \u2126", "10 ω"),
        ("b\u2000a", "b\u2002a"),
        ("un\u00a0deux", "un\u00a0deux"),
        ("", ""),
    ],
)
def test_case_and_spaces_are_folded_and_characters_composed(
    connection: duckdb.DuckDBPyConnection, written: str, folded: str
) -> None:
    assert connection.execute("SELECT folded(?)", [written]).fetchall() == [(folded,)]
