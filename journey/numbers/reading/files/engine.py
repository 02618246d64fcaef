"""A DuckDB that can read one folder and nothing else: no network, no extensions, no other files, bounded memory."""

import os
import sys
from pathlib import Path
from typing import Any

MEMORY = "1500MB"
BUFFER = "256MB"
"""So much of an answer may wait to be fetched; with less the scan's threads wait for Python."""


def connected(folder: Path, *allowed: Path) -> Any:
    """A connection that reads `folder` (its own, temporary) and the `allowed` files. What it needs on disk goes there."""
    import duckdb

    spill = folder / "spill"
    spill.mkdir(exist_ok=True)
    connection = duckdb.connect(
        config={
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "allow_community_extensions": False,
            "python_enable_replacements": False,
            "temp_directory": str(spill),
            "memory_limit": MEMORY,
            "threads": max(os.cpu_count() or 1, 1),
            "preserve_insertion_order": True,
            # Shared subexpressions would be worked out for all rows, also those of branches that few rows take.
            "disabled_optimizers": "common_subexpressions",
        }
    )
    paths = ", ".join(quoted(str(path)) for path in allowed)
    connection.execute(
        f"SET streaming_buffer_size = '{BUFFER}'; SET TimeZone = 'UTC'; SET allowed_paths = [{paths}]; SET enable_external_access = false"
    )
    connection.execute("SET lock_configuration = true")
    return connection


def trouble_of(error: Exception) -> str | None:
    """What an error of DuckDB means: "too_large" or "damaged"; None for other errors. What never was loaded raises none."""
    if "duckdb" not in sys.modules:
        return None
    import duckdb

    if isinstance(error, duckdb.OutOfMemoryException):
        return "too_large"
    return "damaged" if isinstance(error, duckdb.Error) else None


def quoted(text: str) -> str:
    """Text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def named(column: str) -> str:
    """A column's name as an SQL identifier."""
    return '"' + column.replace('"', '""') + '"'
