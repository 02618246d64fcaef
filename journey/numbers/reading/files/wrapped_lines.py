"""Text files whose every line stands in quotes, as a spreadsheet writes a table that it had taken for one column."""

import csv
from collections.abc import Iterable
from pathlib import Path

_LOOKED_AT, _FEWEST = 50, 2


def are_wrapped(start: str) -> bool:
    """Whether each of the first lines is one quoted cell, and what stands in it are cells of their own."""
    lines = [line for line in start.splitlines()[: _LOOKED_AT + 1] if line.strip()]
    lines = lines[:_LOOKED_AT] if len(lines) <= _FEWEST else lines[:-1]  # the last one may be cut
    inner = [_unwrapped(line) for line in lines]
    if len(inner) < _FEWEST or any(line is None for line in inner):
        return False
    for mark in ";\t|,":
        widths = {len(cells) for cells in csv.reader([line for line in inner if line], delimiter=mark)}
        if len(widths) == 1 and widths != {1}:
            return True
    return False


def write_unwrapped(source: Iterable[str], target: Path) -> None:
    """Write lines without the quotes around them, other lines as they are."""
    with target.open("w", encoding="utf-8", newline="\n") as stream:
        for line in source:
            bare = line.rstrip("\r\n")
            stream.write((_unwrapped(bare) or bare) + "\n")


def _unwrapped(line: str) -> str | None:
    """What stands in a line that is one quoted cell; None for any other line."""
    plain = line.strip()
    if len(plain) < 2 or plain[0] != '"' or plain[-1] != '"':
        return None
    inside = plain[1:-1]
    return inside.replace('""', '"') if '"' not in inside.replace('""', "") else None
