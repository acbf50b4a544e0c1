# ruff: noqa: S608  statements are made of the names below and quoted paths, never of what pages hold
"""Records on disk: shards written as Parquet, and all of them as tables that queries join. The only module with DuckDB."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb
import msgspec
from msgspec import Struct

from seo_audit.site.pages.page_audit import Kept

_PLACE = (
    'STRUCT(line INTEGER, "column" INTEGER, end_line INTEGER, end_column INTEGER, "offset" INTEGER,'
    " end_offset INTEGER, excerpt VARCHAR)"
)
_TEXT, _NUMBER, _FLAG = "VARCHAR", "INTEGER", "BOOLEAN"

SCHEMA: Mapping[str, Mapping[str, str]] = {
    "pages": {
        "path": _TEXT, "url": _TEXT, "skipped": _TEXT, "error": _TEXT, "bytes": "BIGINT", "format": _TEXT,
        "title": _TEXT, "title_place": _PLACE, "description": _TEXT, "description_place": _PLACE, "h1": _TEXT,
        "h1_place": _PLACE, "h1_leads": _FLAG, "lang": _TEXT, "lang_place": _PLACE, "text_lang": _TEXT, "keyphrase": _TEXT,
        "keyphrase_lemmas": _TEXT, "keyphrase_place": _PLACE, "noindex": _FLAG, "robots_place": _PLACE, "said_url": _TEXT, "said_slug": _TEXT,
        "refresh": _NUMBER, "canonicals": _NUMBER, "words": _NUMBER, "linked_words": _NUMBER, "template_words": _NUMBER,
        "awaits_menus": _FLAG, "awaits_text": _FLAG, "lists_others": _FLAG, "text_hash": "BIGINT",
        "ids": "VARCHAR[]",
        "silenced": "JSON", "score": _NUMBER, "score_limit": _NUMBER, "errors": _NUMBER, "warnings": _NUMBER, "infos": _NUMBER,
        "broken": _NUMBER,
    },
    "mentions": {
        "page": _TEXT, "kind": _TEXT, "number": _NUMBER, "href": _TEXT, "host": _TEXT, "rooted": _FLAG, "address": _TEXT,
        "query": _TEXT, "fragment": _TEXT, "place": _PLACE, "text": _TEXT, "extra": _TEXT, "nofollow": _FLAG,
        "content": _FLAG,
    },
    "facts": {"page": _TEXT, "thing": _TEXT, "property": _TEXT, "value": _TEXT, "key": _TEXT, "place": _PLACE},
    "findings": {
        "page": _TEXT, "rule": _TEXT, "category": _TEXT, "severity": _TEXT, "line": _NUMBER, "column": _NUMBER,
        "message": _TEXT, "advice": _TEXT, "excerpt": _TEXT, "fingerprint": _TEXT,
    },
    "texts": {"page": _TEXT, "signature": _TEXT, "shingles": _TEXT, "offsets": "INTEGER[]"},
}  # fmt: skip
"""Tables of a shard, and their columns: those of the records."""

_STORED = {
    "texts": "page, from_base64(signature) AS signature, from_base64(shingles) AS shingles, offsets"
}
"""What differs between the lines that are written and the file: numbers come as base64."""

LARGEST_LINE = 64 * 1024 * 1024
"""Bytes of one record as JSON at most."""


_CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
"""Nothing is fetched: what is needed comes with the library."""


def write_shard(folder: Path, kept: Iterable[Kept]) -> None:
    """Write what is kept of pages as Parquet files into a folder, as it comes: memory does not grow with the pages."""
    encoder = msgspec.json.Encoder()
    with ExitStack() as stack:
        files = {name: stack.enter_context((folder / f"{name}.json").open("wb")) for name in SCHEMA}
        for one in kept:
            for name, file in files.items():
                for record in getattr(one, name):
                    file.write(encoder.encode(record) + b"\n")
    with _scribe().cursor() as connection:
        for name in SCHEMA:
            lines = folder / f"{name}.json"
            place = _quoted(folder / f"{name}.parquet")
            chosen = _STORED.get(name, "*")
            connection.execute(
                f"COPY (SELECT {chosen} FROM {_lines(lines, SCHEMA[name])}) TO {place} (FORMAT parquet, COMPRESSION zstd)"
            )
            lines.unlink()


@cache
def _scribe() -> duckdb.DuckDBPyConnection:
    """What writes files: to begin takes longer than to write those of a small shard."""
    return duckdb.connect(config={"threads": 1, **_CLOSED})


def _lines(path: Path, columns: Mapping[str, str]) -> str:
    """The query that reads a file of JSON lines as a table."""
    types = ", ".join(f"{_quoted(name)}: {_quoted(kind)}" for name, kind in columns.items())
    return (
        f"read_json({_quoted(path)}, format = 'newline_delimited', columns = {{{types}}},"
        f" maximum_object_size = {LARGEST_LINE})"
    )


def _quoted(text: str | Path) -> str:
    """A text as SQL has it."""
    return "'" + str(text).replace("'", "''") + "'"


def parquet(columns: Mapping[str, str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Rows as a Parquet file; `columns` are their names with their types in SQL."""
    encoder = msgspec.json.Encoder()
    with tempfile.TemporaryDirectory(prefix="seo-audit-") as name:
        lines, place = Path(name, "rows.json"), Path(name, "rows.parquet")
        with lines.open("wb") as file:
            for row in rows:
                file.write(encoder.encode(row) + b"\n")
        with _scribe().cursor() as connection:
            connection.execute(
                f"COPY (SELECT * FROM {_lines(lines, columns)}) TO {_quoted(place)} (FORMAT parquet, COMPRESSION zstd)"
            )
        return place.read_bytes()


_BEGIN = "SET enable_progress_bar = false"
"""What each connection begins with: in a notebook queries would draw on the output."""


class Store:
    """The tables of a site. They lie in a file, so that memory does not grow with the site."""

    def __init__(self, folder: Path, *, memory: str = "1200MB", threads: int = 1) -> None:
        self._folder = folder
        self._connection = duckdb.connect(
            str(folder / "site.duckdb"),
            config={
                "threads": threads,
                "memory_limit": memory,
                "temp_directory": str(folder / "spilt"),
                **_CLOSED,
            },
        )
        self._connection.execute(_BEGIN)

    def load(self, shards: Sequence[Path]) -> None:
        """Take in the records of shards, each table under its name."""
        for name in SCHEMA:
            files = ", ".join(_quoted(shard / f"{name}.parquet") for shard in shards)
            self._connection.execute(
                f"CREATE VIEW kept_{name} AS SELECT * FROM read_parquet([{files}])"
            )

    def execute(self, query: str, *parameters: Any) -> None:
        """Do what a statement says."""
        self._connection.execute(query, parameters or None)

    def rows(self, query: str, *parameters: Any) -> Iterator[tuple[Any, ...]]:
        """What a query finds, row by row."""
        cursor = self._cursor()
        cursor.execute(query, parameters or None)
        while found := cursor.fetchmany(2048):
            yield from found

    def columns(self, query: str, *parameters: Any) -> Mapping[str, Any]:
        """What a query finds, a numpy array a column."""
        return self._cursor().execute(query, parameters or None).fetchnumpy()

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor of its own: rules may ask again while they read."""
        return self._connection.cursor().execute(_BEGIN)

    def add(self, name: str, columns: Mapping[str, Any]) -> None:
        """Make a table of numpy arrays that are equally long."""
        self._connection.register("given", dict(columns))
        self._connection.execute(f"CREATE TABLE {name} AS SELECT * FROM given")
        self._connection.unregister("given")

    def keep(self, name: str, query: str) -> None:
        """Make a table of what a query finds, which is scanned but never changed.

        It is a Parquet file: the database tries more ways of storing a column, which took longer than to find the rows.
        """
        place = _quoted(self._folder / f"{name}.parquet")
        self._connection.execute(f"COPY ({query}) TO {place} (FORMAT parquet, COMPRESSION lz4)")
        self._connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet({place})")

    def add_records(self, name: str, columns: Mapping[str, str], records: Iterable[Struct]) -> None:
        """Make a table of records; `columns` are their fields with their types in SQL."""
        path = self._folder / f"{name}.json"
        encoder = msgspec.json.Encoder()
        with path.open("wb") as file:
            for record in records:
                file.write(encoder.encode(record) + b"\n")
        self._connection.execute(f"CREATE TABLE {name} AS SELECT * FROM {_lines(path, columns)}")
        path.unlink()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()
