"""Parquet files: their columns, with those inside structures (traffic_source.source), and their first rows as text."""

# ruff: noqa: S608 - names and literals are quoted, everything else is our own

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from journey.numbers.reading.files.engine import named, quoted

_TIMES = ("timestamp", "date")
_NUMBERS = ("tinyint", "smallint", "integer", "bigint", "hugeint", "utinyint", "usmallint", "uinteger", "ubigint",
            "uhugeint", "float", "double", "decimal")  # fmt: skip


class ParquetColumn(NamedTuple):
    """A column: its name with the structures around it, the SQL that reaches it, and what it holds."""

    name: str
    sql: str
    is_time: bool
    is_number: bool
    is_text: bool


def table(file: Path) -> str:
    """The file as a table in SQL."""
    return f"read_parquet({quoted(str(file))})"


def fields(connection: Any, file: Path) -> tuple[ParquetColumn, ...]:
    """All columns of a file."""
    relation = connection.sql(f"SELECT * FROM {table(file)}")
    return tuple(
        field
        for name, kind in zip(relation.columns, relation.types, strict=True)
        for field in _fields(name, named(name), kind)
    )


def row_count(connection: Any, file: Path) -> int:
    """How many rows the file says it has."""
    count = connection.execute(f"SELECT sum(num_rows) FROM parquet_file_metadata({quoted(str(file))})").fetchone()
    return int(count[0] or 0)


def first_rows(connection: Any, file: Path, columns: tuple[ParquetColumn, ...], count: int) -> list[tuple[str, ...]]:
    """The first rows as text."""
    cells = ", ".join(f"coalesce(CAST({field.sql} AS VARCHAR), '')" for field in columns)
    rows: list[tuple[str, ...]] = connection.execute(f"SELECT {cells} FROM {table(file)} LIMIT {count}").fetchall()
    return rows


def _fields(name: str, sql: str, kind: Any) -> Iterator[ParquetColumn]:
    if kind.id == "struct":
        for inner, inner_kind in kind.children:
            yield from _fields(f"{name}.{inner}", f"{sql}.{named(inner)}", inner_kind)
        return
    plain = kind.id
    yield ParquetColumn(name, sql, plain.startswith(_TIMES), plain in _NUMBERS, plain == "varchar")
