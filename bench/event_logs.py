"""Event logs of any size for measuring: `event_log(1_000_000)` writes a CSV file once, from a fixed seed.

Lines are in the order of time, about 75 bytes long, with columns that nobody asks for among them. Within a case no two
events share an instant, so that engines that break ties differently give the same counts.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.random import Generator  # who reads a file that is there need not load it

FOLDER = Path(__file__).parents[1] / "build" / "bench"
SEED = 20_260_704
PHASES = {
    "aware": ("view_ad", "read_post"),
    "interested": ("view_item", "search"),
    "informed": ("compare", "read_reviews"),
    "decided": ("add_to_cart",),
    "bought": ("purchase",),
    "content": ("login", "contact_support"),
    "recommending": ("write_review",),
}
"""Phase id -> its activities, in journey order."""

NOISE = ("page_view", "scroll")
ACTIVITIES = tuple(activity for activities in PHASES.values() for activity in activities) + NOISE
CHANNELS = tuple(f"channel_{letter}" for letter in "abcdefghijkl")
SEGMENTS = ("new", "returning", "business", "partner")
CASE, TIME, ACTIVITY, CHANNEL, SEGMENT = "customer", "happened_at", "event", "channel", "segment"
COLUMNS = ("event_id", CASE, TIME, "device", ACTIVITY, CHANNEL, SEGMENT, "amount")
PHASE_OF = {activity: phase for phase, activities in PHASES.items() for activity in activities}


def event_log(events: int, kind: str = "csv") -> Path:
    """A file with so many events of about an eighth as many cases; written unless it is there. `kind`: csv or parquet."""
    file = FOLDER / f"events-{events}.{kind}"
    if not file.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        if kind == "csv":
            _write(events, file)
        else:
            _rewrite(event_log(events), file)
    return file


def _rewrite(text: Path, file: Path) -> None:
    """The same rows as Parquet, with times as times."""
    import duckdb

    part = file.with_suffix(".part")
    with duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false")
        read = f"read_csv('{text}', header = true, all_varchar = true)"
        connection.execute(
            f"COPY (SELECT * REPLACE ({TIME}::TIMESTAMP AS {TIME}) FROM {read}) TO '{part}' (FORMAT parquet)"
        )
    part.rename(file)


def _write(events: int, file: Path) -> None:
    import duckdb
    import pyarrow as pa

    case, time, activity = _walks(np.random.default_rng(SEED), events)
    dice = np.random.default_rng(SEED + 1)
    cases = int(case[-1]) + 1
    channel = dice.integers(0, len(CHANNELS), events, np.int8)
    segment = dice.choice(len(SEGMENTS), cases, p=(0.5, 0.3, 0.15, 0.05)).astype(np.int8)[case]
    order = np.argsort(time, kind="stable")
    columns = {"case": case, "time": time, "activity": activity, "channel": channel, "segment": segment}
    table = pa.table({name: values[order] for name, values in columns.items()})
    part = file.with_suffix(".part")
    with duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.register("events", table)
        connection.execute(
            f"""COPY (SELECT 100000000 + row_number() OVER () AS event_id,
                   printf('c-%012x', (("case"::HUGEINT + 1) * 2654435761 * 97) % 281474976710656) AS {CASE},
                   strftime(make_timestamp("time"), '%Y-%m-%d %H:%M:%S') AS {TIME},
                   ['desktop', 'mobile', 'tablet'][1 + "case" % 3] AS device,
                   {list(ACTIVITIES)}[1 + activity] AS {ACTIVITY},
                   {list(CHANNELS)}[1 + channel] AS {CHANNEL},
                   {list(SEGMENTS)}[1 + segment] AS {SEGMENT},
                   CASE WHEN activity = {ACTIVITIES.index("purchase")} THEN '24.90' END AS amount
            FROM events) TO '{part}' (FORMAT csv, HEADER)"""
        )
    part.rename(file)


def _walks(dice: "Generator", events: int) -> tuple[np.ndarray[tuple[int], np.dtype[np.int32]], np.ndarray, np.ndarray]:
    """Case, time in microseconds and activity of each event: cases climb the phases at a pace of their own, with
    jumps, returns and events of no phase between."""
    sizes = dice.geometric(1 / 8, events // 4 + 10)
    sizes = sizes[: int(np.searchsorted(np.cumsum(sizes), events)) + 1]
    sizes[-1] -= int(sizes.sum()) - events
    case = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    first = np.repeat(np.cumsum(sizes) - sizes, sizes)
    pace = dice.random(len(sizes), np.float32)[case] * np.float32(0.7)
    climbed = np.cumsum(dice.random(events, np.float32) < pace, dtype=np.int32)
    phase = np.minimum(climbed - climbed[first], len(PHASES) - 1).astype(np.int8)
    stray = np.flatnonzero(dice.random(events, np.float32) < 0.12)
    phase[stray] = dice.integers(0, len(PHASES), len(stray), np.int8)
    activity = _activities(dice, phase)
    noise = np.flatnonzero(dice.random(events, np.float32) < 0.2)
    activity[noise] = len(ACTIVITIES) - 1 - dice.integers(0, len(NOISE), len(noise), np.int8)
    pauses = 1 + dice.exponential(90_000, events).astype(np.int64)
    total = np.cumsum(pauses)
    begin = dice.integers(1_767_225_600, 1_782_864_000, len(sizes))[case]
    return case, (begin + total - total[first]) * 1_000_000, activity


def _activities(dice: "Generator", phase: np.ndarray) -> np.ndarray:
    """One of its phase's activities for each event."""
    sizes = np.array([len(activities) for activities in PHASES.values()], np.int8)
    starts = (np.cumsum(sizes) - sizes).astype(np.int8)
    activity: np.ndarray = starts[phase] + dice.integers(0, 120, len(phase), np.int8) % sizes[phase]
    return activity
