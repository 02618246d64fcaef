"""JSON as records: one a line, a list of them somewhere inside, columns, or records by their keys."""

import json
from collections.abc import Iterator, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from journey.numbers.reading.files.kinds import opened
from journey.numbers.reading.files.object_centric import ocel_records
from journey.numbers.reading.names import normal

Record = dict[str, str]

_DEEPEST = 4
"""So many objects may stand around the list of records."""
_HISTORIES = frozenset(("events", "history", "histories", "actions", "activities", "steps", "touchpoints"))
"""Lists inside a record that hold its events."""
_AROUND = frozenset(("_source", "properties", "fields"))
"""Objects that hold all that a record says."""
_ACTIONS = "actionDetails"
"""The actions of a visit, as Matomo writes them: columns, as in its CSV."""


def json_records(path: Path, start: str) -> Iterator[Record | None]:
    """The records of JSON that begins with `start`; None for one that cannot be read. ValueError where there are none."""
    by_line = _is_by_line(start)
    with opened(path) as binary:
        mark = binary.read(2)
        binary.seek(0)
        encoding = "utf-16" if mark in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        with TextIOWrapper(binary, encoding, errors="replace") as stream:
            records = (
                (_parsed(line) for line in stream if line.strip()) if by_line else iter(_listed(json.load(stream)))
            )
            for record in records:
                if isinstance(record, dict):
                    yield from (_flat(each) for each in _apart(record))
                else:
                    yield None


def _is_by_line(start: str) -> bool:
    lines = start.split("\n")
    return isinstance(_parsed(lines[0]), dict) and any(line.strip() for line in lines[1:])


def _parsed(line: str) -> Any:
    try:
        return json.loads(line.strip().rstrip(","))
    except ValueError:
        return None


def _listed(whole: Any) -> Sequence[Any]:
    """The records in a document: its longest list of them."""
    if isinstance(whole, list):
        if whole and isinstance(whole[0], list) and all(isinstance(name, str) for name in whole[0]):
            return [dict(zip(whole[0], row, strict=False)) if isinstance(row, list) else None for row in whole[1:]]
        return whole
    if not isinstance(whole, dict):
        raise ValueError("no records")
    if (events := ocel_records(whole)) is not None:
        return events
    if lists := list(_lists_of_records(whole, _DEEPEST)):
        return max(lists, key=len)
    values = list(whole.values())
    if len(values) > 1 and all(isinstance(value, dict) for value in values) and set(values[0]) & set(values[-1]):
        return values
    if len(values) > 1 and all(isinstance(value, list) and len(value) == len(values[0]) for value in values):
        return [dict(zip(whole, row, strict=True)) for row in zip(*values, strict=True)]
    return [whole]


def _lists_of_records(whole: Mapping[str, Any], depth: int) -> Iterator[list[Any]]:
    for value in whole.values():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield value
        elif isinstance(value, dict) and depth > 1:
            yield from _lists_of_records(value, depth - 1)


def _apart(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A record of each event in it, with what stands around them."""
    for key, value in record.items():
        inner = value.get("histories") if key == "changelog" and isinstance(value, dict) else value
        if (
            isinstance(inner, list)
            and inner
            and all(isinstance(each, dict) for each in inner)
            and _is_history(key, inner)
        ):
            around = {name: other for name, other in record.items() if name != key}
            for each in inner:
                named = {name if name not in around else f"{key}.{name}": cell for name, cell in each.items()}
                yield from _apart({**around, **named})
            return
    yield record


def _is_history(key: str, inner: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a list in a record holds what happened to it: by its name, or as the changes of an issue in Jira."""
    return normal(key) in _HISTORIES or key == "changelog" or (key == "items" and "toString" in inner[0])


def _flat(record: Mapping[str, Any]) -> Record:
    """A record with its inner objects as columns with a dot; the properties or fields of a record and the `_source` of a
    document stand beside it, and lists of keys with values, as GA4 writes them, are columns too."""
    found: Record = {}
    for key, value in record.items():
        if isinstance(value, dict) and key in _AROUND:
            inner: Record = {}
            for name, each in value.items():
                _put(inner, str(name), each)
            for name, cell in inner.items():
                found.setdefault(name if name not in record else f"{key}.{name}", cell)
        else:
            _put(found, str(key), value)
    return found


def _put(found: Record, name: str, value: Any) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _put(found, f"{name}.{key}", inner)
    elif name == _ACTIONS and isinstance(value, list):
        for place, each in enumerate(value):
            for key, inner in each.items() if isinstance(each, dict) else ():
                _put(found, f"{name}_{place}_{key}", inner)
    elif isinstance(value, list) and value and all(isinstance(each, dict) and "key" in each for each in value):
        for each in value:
            held = each.get("value")
            plain = next((one for one in held.values() if one is not None), None) if isinstance(held, dict) else held
            _put(found, f"{name}.{each['key']}", plain)
    elif value is None:
        found[name] = ""
    elif isinstance(value, bool):
        found[name] = "true" if value else "false"
    else:
        found[name] = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
