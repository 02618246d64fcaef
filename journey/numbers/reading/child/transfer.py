"""Plans, previews and readings on their way to a child process and back: JSON, and arrays as plain .npy files. Nothing is
unpickled, and what comes back is checked: a hostile file may have taken the child over."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.coded import NO_CODE, Coded, CodedLog
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.looking.suggestion import Preview
from journey.numbers.reading.outcome import SHOWN_LINES, LogReading, Skipped, SkippedKind, UnreadableLog
from journey.numbers.reading.plan import FileKind, FurtherSheet, LogPlan, TimeFormat
from journey.numbers.reading.takings import Takings

ANSWER, ERROR = "answer.json", "error.json"
_STATED = ("unpaid", "void", "refunded", "back", "nothing", "only")
_TROUBLE = (KeyError, TypeError, ValueError, IndexError, OSError, EOFError, AttributeError)


def plan_to(plan: LogPlan) -> dict[str, Any]:
    """A plan as JSON."""
    return asdict(plan)


def plan_from(data: Mapping[str, Any]) -> LogPlan:
    """A plan from JSON."""
    return LogPlan(
        **{
            **data,
            "kind": FileKind(data["kind"]),
            "names": tuple(data["names"]),
            "milestones": tuple((str(column), str(activity)) for column, activity in data["milestones"]),
            "pairs": tuple(tuple(map(str, pair)) for pair in data["pairs"]),
            "days": tuple((str(column), str(day)) for column, day in data["days"]),
            "times": {str(name): str(form) for name, form in data["times"].items()},
            "beside": _names(data["beside"]),
            "given": _given(data),
            "instead": _names(data["instead"]),
            "order": tuple(map(str, data["order"])),
            "planned": tuple(map(str, data["planned"])),
            "down": tuple(map(str, data["down"])),
            "sides": tuple(map(str, data["sides"])),
            "paid_back": tuple(map(str, data["paid_back"])),
            "takings": _takings(data["takings"]),
            "more_sheets": _sheets(data),
            "swapped": tuple(map(str, data["swapped"])),
        }
    )


def preview_from(folder: Path) -> Preview:
    """A preview that a child wrote. UnreadableLog: what it wrote instead, "damaged" for nonsense."""
    try:
        data = _answer(folder)
        looks = tuple(
            ColumnLook(
                **{**look, **{key: TimeFormat(look[key]) if look[key] else None for key in ("time", "if_named")}}
            )
            for look in data["columns"]
        )
        return Preview(
            **{
                **data,
                "kind": FileKind(data["kind"]),
                "columns": looks,
                "rows": tuple(tuple(map(str, row)) for row in data["rows"]),
                "milestones": tuple((str(column), str(activity)) for column, activity in data["milestones"]),
                "pairs": {str(time): tuple(map(str, options)) for time, options in data["pairs"].items()},
                "days": tuple((str(column), str(day)) for column, day in data["days"]),
                "sheets": tuple(map(str, data["sheets"])),
                "hints": tuple((str(key), str(name)) for key, name in data["hints"]),
                "times": {name: TimeFormat(form) for name, form in data["times"].items()},
                "beside": _names(data["beside"]),
                "given": _given(data),
                "instead": _names(data["instead"]),
                "order": tuple(map(str, data["order"])),
                "planned": tuple(map(str, data["planned"])),
                "down": tuple(map(str, data["down"])),
                "sides": tuple(map(str, data["sides"])),
                "paid_back": tuple(map(str, data["paid_back"])),
                "takings": _takings(data["takings"]),
                "more_sheets": _sheets(data),
                "swapped": tuple(map(str, data["swapped"])),
            }
        )
    except UnreadableLog:
        raise
    except _TROUBLE as error:
        raise UnreadableLog("damaged") from error


def _names(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {str(name): tuple(map(str, others)) for name, others in data.items()}


def _takings(data: Mapping[str, Any]) -> Takings:
    pairs = {name: tuple((str(column), str(said)) for column, said in data[name]) for name in _STATED}
    return Takings(
        tuple(map(str, data["less"])), **pairs, currency=str(data["currency"]), times=tuple(map(str, data["times"]))
    )


def _sheets(data: Mapping[str, Any]) -> tuple[FurtherSheet, ...]:
    return tuple(
        FurtherSheet(str(sheet["name"]), int(sheet["header"]), tuple(map(int, sheet["places"])))
        for sheet in data["more_sheets"]
    )


def _given(data: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    return {str(activity): (str(column), str(pattern)) for activity, (column, pattern) in data["given"].items()}


def write_preview(folder: Path, preview: Preview) -> None:
    """Write a preview for preview_from."""
    (folder / ANSWER).write_text(json.dumps(asdict(preview)), "utf-8")


def write_error(folder: Path, error: UnreadableLog) -> None:
    """Write an error, to be raised on the other side."""
    (folder / ERROR).write_text(json.dumps({"key": error.key, "values": error.values}), "utf-8")


def write_reading(folder: Path, reading: LogReading) -> None:
    """Write a reading for reading_from; its plan is known there."""
    log = reading.log
    np.save(folder / "case.npy", log.case)
    np.save(folder / "time.npy", log.time)
    np.save(folder / "pseudonyms.npy", log.pseudonyms)
    if log.instant is not None:
        np.save(folder / "instant.npy", log.instant)
    np.save(folder / "activity.npy", log.activity.codes)
    for place, coded in enumerate(log.attributes.values()):
        np.save(folder / f"attribute{place}.npy", coded.codes)
    for place, amounts in enumerate(log.amounts.values()):
        np.save(folder / f"amount{place}.npy", amounts)
    answer = {
        "rows": reading.rows,
        "skipped": [(skipped.kind, skipped.count, skipped.lines) for skipped in reading.skipped],
        "activity": log.activity.names,
        "attributes": [(name, coded.names) for name, coded in log.attributes.items()],
        "amounts": list(log.amounts),
        "instant": log.instant is not None,
        "uncounted": dict(reading.uncounted),
    }
    (folder / ANSWER).write_text(json.dumps(answer), "utf-8")


def reading_from(folder: Path, plan: LogPlan) -> LogReading:
    """A reading that a child wrote. UnreadableLog: what it wrote instead, "damaged" for nonsense."""
    try:
        data = _answer(folder)
        case, time = _array(folder, "case", np.int32), _array(folder, "time", np.int64)
        events = len(time)
        log = CodedLog(
            case,
            time,
            _coded(folder, "activity", data["activity"], events),
            {
                str(name): _coded(folder, f"attribute{place}", names, events)
                for place, (name, names) in enumerate(data["attributes"])
            },
            {
                str(name): _array(folder, f"amount{place}", np.float64, events)
                for place, name in enumerate(data["amounts"])
            },
            _array(folder, "pseudonyms", np.uint64),
            _array(folder, "instant", np.int64, events) if data["instant"] else None,
            plan.zone,
        )
        _check(log)
        skipped = tuple(
            Skipped(SkippedKind(kind), int(count), tuple(map(int, lines[:SHOWN_LINES])))
            for kind, count, lines in data["skipped"]
        )
        uncounted = {str(reason): int(count) for reason, count in data["uncounted"].items()}
        return LogReading(log, plan, int(data["rows"]), skipped, uncounted)
    except UnreadableLog:
        raise
    except _TROUBLE as error:
        raise UnreadableLog("damaged") from error


def nothing_wrong(folder: Path) -> None:
    """UnreadableLog where a child wrote that."""
    if (folder / ERROR).is_file():
        error = json.loads((folder / ERROR).read_text("utf-8"))
        raise UnreadableLog(str(error["key"]), **{str(name): str(value) for name, value in error["values"].items()})


def _answer(folder: Path) -> dict[str, Any]:
    nothing_wrong(folder)
    answer: dict[str, Any] = json.loads((folder / ANSWER).read_text("utf-8"))
    return answer


def _array(folder: Path, name: str, kind: Any, length: int | None = None) -> NDArray[Any]:
    array: NDArray[Any] = np.load(folder / f"{name}.npy", allow_pickle=False)
    if array.ndim != 1 or array.dtype != kind or length not in (None, len(array)):
        raise ValueError(name)
    return array


def _coded(folder: Path, name: str, names: list[str], length: int) -> Coded:
    array: NDArray[Any] = np.load(folder / f"{name}.npy", allow_pickle=False)
    if array.shape != (length,) or array.dtype.kind != "i":
        raise ValueError(name)
    if length and (array.min() < NO_CODE or array.max() >= len(names)):
        raise ValueError(name)
    return Coded(array, tuple(map(str, names)))


def _check(log: CodedLog) -> None:
    """Cases count up from 0 without gaps, and each has its pseudonym."""
    step = np.diff(log.case)
    if not log.events or len(log.case) != log.events or log.case[0] != 0 or np.any((step != 0) & (step != 1)):
        raise ValueError("case")
    if len(log.pseudonyms) != log.cases:
        raise ValueError("pseudonyms")
