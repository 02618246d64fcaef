"""The same funnels as SQL written by hand for DuckDB: a chain of first times, one link a phase.

Text is turned into an ENUM and a phase number once, when the file is loaded; case ids stay the text that they are.
"""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.event_logs import ACTIVITY, CASE, PHASE_OF, PHASES, SEGMENT, TIME

READ = (CASE, TIME, ACTIVITY, SEGMENT)


def connected() -> Any:
    """DuckDB in memory, without a progress bar."""
    import duckdb

    connection = duckdb.connect()
    connection.execute("SET enable_progress_bar = false")
    return connection


def bare_read(connection: Any, file: Path) -> None:
    """Read the columns of a log from CSV, with their types, and keep nothing."""
    counted = ", ".join(f"count({column})" for column in READ)
    connection.execute(f"SELECT {counted} FROM {_scan(file)}").fetchall()


def load(connection: Any, file: Path, prepared: bool = False) -> None:
    """The log as a table in memory: as it is, its phases by a view; `prepared`: phases as numbers, segments as an ENUM,
    events of no phase left out."""
    phases = list(PHASES)
    place = " ".join(f"WHEN '{activity}' THEN {phases.index(phase)}" for activity, phase in PHASE_OF.items())
    phase = f"(CASE {ACTIVITY} {place} END)::TINYINT AS phase"
    columns = f"{CASE} AS who, {TIME} AS t, {phase}, {SEGMENT} AS segment"
    if prepared:
        connection.execute(f"CREATE TABLE events AS SELECT {columns} FROM {_scan(file)} WHERE phase IS NOT NULL")
        connection.execute("CREATE TYPE segment AS ENUM (SELECT DISTINCT segment FROM events ORDER BY segment)")
        connection.execute("ALTER TABLE events ALTER segment TYPE segment")
    else:
        connection.execute(f"CREATE TABLE raw AS SELECT {', '.join(READ)} FROM {_scan(file)}")
        connection.execute(f"CREATE VIEW events AS SELECT {columns} FROM raw WHERE phase IS NOT NULL")


def ordered(connection: Any, window: timedelta | None = None, by_segment: bool = False) -> list[tuple[Any, ...]]:
    """Place, segment (None without), cases and median wait in seconds of each phase, ordered and closed."""
    late = f" AND e.t <= p.start + INTERVAL {int(window.total_seconds())} SECOND" if window else ""
    links = [
        "f0 AS (SELECT who, min(t) AS start, min(t) AS t, NULL::TIMESTAMP AS before, "
        "any_value(segment) AS segment FROM events WHERE phase = 0 GROUP BY who)"
    ]
    links += [
        f"f{place} AS (SELECT who, any_value(p.start) AS start, min(e.t) AS t, any_value(p.t) AS before, "
        f"any_value(p.segment) AS segment FROM f{place - 1} p JOIN events e USING (who) "
        f"WHERE e.phase = {place} AND e.t > p.t{late} GROUP BY who)"
        for place in range(1, len(PHASES))
    ]
    part, group = ("segment", " GROUP BY segment") if by_segment else ("NULL", "")
    told = (
        f"SELECT {place}, {part} AS part, count(*), median(epoch(t) - epoch(before)) FROM f{place}{group}"
        for place in range(len(PHASES))
    )
    return _rows(connection, f"WITH {', '.join(links)} {' UNION ALL '.join(told)} ORDER BY ALL")


def any_order(connection: Any) -> list[tuple[Any, ...]]:
    """Place, None, cases and None of each phase, in any order."""
    whole = (2 ** (place + 1) - 1 for place in range(len(PHASES)))
    told = (f"SELECT {place}, NULL, count(*) FILTER (seen & {m} = {m}), NULL FROM c" for place, m in enumerate(whole))
    cases = "c AS (SELECT who, bit_or(1 << phase) AS seen FROM events GROUP BY who)"
    return _rows(connection, f"WITH {cases} {' UNION ALL '.join(told)} ORDER BY ALL")


def counts(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[int]]:
    """The cases of each phase, by segment ("" without)."""
    found: dict[str, list[int]] = {}
    for place, segment, cases, _ in rows:
        found.setdefault(segment or "", [0] * len(PHASES))[place] = cases
    return found


def _rows(connection: Any, sql: str) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = connection.execute(sql).fetchall()
    return rows


def _scan(file: Path) -> str:
    return (
        f"read_csv('{file}', header = true, delim = ',', quote = '\"', columns = {{'event_id': 'VARCHAR', "
        f"'{CASE}': 'VARCHAR', '{TIME}': 'TIMESTAMP', 'device': 'VARCHAR', '{ACTIVITY}': 'VARCHAR', "
        f"'channel': 'VARCHAR', '{SEGMENT}': 'VARCHAR', 'amount': 'VARCHAR'}})"
    )
