"""A coded log as files, so that a fresh process can begin where the app is after reading: with the log in memory."""

import json
from pathlib import Path

import numpy as np

from bench.event_logs import FOLDER
from journey.numbers.log.coded import Coded, CodedLog


def keep(log: CodedLog, events: int) -> None:
    """Write a log down."""
    folder = _folder(events)
    folder.mkdir(parents=True, exist_ok=True)
    columns = {"activity": log.activity, **log.attributes}
    np.save(folder / "case.npy", log.case)
    np.save(folder / "time.npy", log.time)
    for name, coded in columns.items():
        np.save(folder / f"{name}.npy", coded.codes)
    names = {name: coded.names for name, coded in columns.items()}
    (folder / "names.json").write_text(json.dumps(names), "utf-8")


def kept(events: int) -> CodedLog:
    """The log that was kept."""
    folder = _folder(events)
    names = json.loads((folder / "names.json").read_text("utf-8"))
    columns = {name: Coded(np.load(folder / f"{name}.npy"), tuple(words)) for name, words in names.items()}
    activity = columns.pop("activity")
    return CodedLog(np.load(folder / "case.npy"), np.load(folder / "time.npy"), activity, columns)


def _folder(events: int) -> Path:
    return FOLDER / f"coded-{events}"
