"""Columns for Arrow, made from their bytes: pyarrow.array() of a list would import pandas first, which takes as long as the
reading of many a file."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray


def texts(values: Sequence[str | None]) -> Any:
    """Texts as an Arrow column; None where there is none. UnicodeEncodeError for what is no text."""
    import pyarrow

    parts = [b"" if value is None else value.encode() for value in values]
    ends = np.zeros(len(parts) + 1, np.int64)
    np.cumsum([len(part) for part in parts], out=ends[1:])
    there = np.packbits([value is not None for value in values], bitorder="little")
    buffers = [pyarrow.py_buffer(there), pyarrow.py_buffer(ends), pyarrow.py_buffer(b"".join(parts))]
    return pyarrow.Array.from_buffers(pyarrow.large_string(), len(parts), buffers)


def batch_of(columns: Sequence[Sequence[str | None]], lines: Sequence[int], schema: Any) -> Any:
    """Columns of texts, and behind them the lines of their rows."""
    import pyarrow

    return pyarrow.RecordBatch.from_arrays([*map(texts, columns), numbers(lines)], schema=schema)


def schema_of(names: Iterable[str]) -> Any:
    """The schema of such a batch."""
    import pyarrow

    return pyarrow.schema([*((name, pyarrow.large_string()) for name in names), ("line", pyarrow.int64())])


def register(connection: Any, name: str, batches: Iterable[Any], schema: Any) -> None:
    """Let a connection of DuckDB read batches once, under a name. As a bare stream: for anything else of pyarrow's DuckDB would
    load pyarrow.dataset, which imports pandas."""
    import pyarrow

    connection.register(name, pyarrow.RecordBatchReader.from_batches(schema, batches).__arrow_c_stream__())


def numbers(values: Sequence[int] | NDArray[np.int64]) -> Any:
    """Whole numbers as an Arrow column."""
    import pyarrow

    return pyarrow.Array.from_buffers(
        pyarrow.int64(), len(values), [None, pyarrow.py_buffer(np.array(values, np.int64))]
    )


def filled_places(column: Any) -> NDArray[np.intp]:
    """Where an Arrow column holds something. NumPy would ask pyarrow for it by way of pandas."""
    valid = column.buffers()[0]
    if valid is None:
        return np.arange(len(column))
    bits = np.unpackbits(np.frombuffer(valid, np.uint8), bitorder="little")
    return np.flatnonzero(bits[column.offset : column.offset + len(column)])
