"""Object-centric logs in JSON, OCEL 1.0 and 2.0: an event with the objects of each type, as a record with a column a type."""

from collections.abc import Mapping
from typing import Any


def ocel_records(whole: Any) -> list[dict[str, Any]] | None:
    """The events of a document that is such a log, named as tables of them are; None for any other. A cell holds an object, or
    a list where an event has several of a type."""
    if not isinstance(whole, Mapping):
        return None
    if isinstance(events := whole.get("ocel:events"), Mapping) and isinstance(whole.get("ocel:objects"), Mapping):
        types = {str(name): _text(each, "ocel:type") for name, each in whole["ocel:objects"].items()}
        return [
            _record(
                str(name), _text(each, "ocel:activity"), _text(each, "ocel:timestamp"), _list(each, "ocel:omap"), types
            )
            for name, each in events.items()
        ]
    if isinstance(events, list) or not {"eventTypes", "objectTypes", "events", "objects"} <= set(whole):
        return None
    types = {_text(each, "id"): _text(each, "type") for each in whole["objects"]}
    return [
        _record(
            _text(each, "id"), _text(each, "type"), _text(each, "time"),
            [_text(one, "objectId") for one in _list(each, "relationships")], types,
        )
        for each in whole["events"]
    ]  # fmt: skip


def _record(event: str, activity: str, time: str, objects: list[Any], types: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {"ocel:eid": event, "ocel:activity": activity, "ocel:timestamp": time}
    by_type: dict[str, list[str]] = {}
    for one in objects:
        by_type.setdefault(types.get(str(one), ""), []).append(str(one))
    for kind, names in by_type.items():
        if kind:
            found[f"ocel:type:{kind}"] = names[0] if len(names) == 1 else names
    return found


def _text(each: Any, key: str) -> str:
    return str(each.get(key, "")) if isinstance(each, Mapping) else ""


def _list(each: Any, key: str) -> list[Any]:
    held = each.get(key) if isinstance(each, Mapping) else None
    return held if isinstance(held, list) else []
