"""Times of every kind that a column may have, and the microseconds that they are."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pyarrow as pa

from journey.numbers.warehouse.running import rows_of
from journey.numbers.warehouse.times import micros

NOON = datetime(2026, 3, 1, 12, 0, 0, 250_001)
MICROSECONDS = int(NOON.replace(tzinfo=UTC).timestamp()) * 1_000_000 + 250_001
SECONDS, MILLISECONDS = MICROSECONDS // 1_000_000, MICROSECONDS // 1_000
IN_BERLIN = NOON.replace(tzinfo=UTC).astimezone(timezone(timedelta(hours=1)))

KINDS: dict[str, tuple[pa.DataType, str, Any, int]] = {
    "plain": (pa.timestamp("us"), "timestamp", NOON, MICROSECONDS),
    "zoned": (pa.timestamp("us", "UTC"), "timestamptz", IN_BERLIN, MICROSECONDS),
    "day": (pa.date32(), "date", date(2026, 3, 1), MICROSECONDS - 43_200_250_001),
    "seconds": (pa.int64(), "bigint", SECONDS, SECONDS * 1_000_000),
    "short_seconds": (pa.int32(), "integer", SECONDS, SECONDS * 1_000_000),
    "milliseconds": (pa.int64(), "bigint", MILLISECONDS, MILLISECONDS * 1_000),
    "microseconds": (pa.int64(), "bigint", MICROSECONDS, MICROSECONDS),
    "fractions": (pa.float64(), "double precision", SECONDS + 0.25, SECONDS * 1_000_000 + 250_000),
    "decimal": (pa.decimal128(18, 3), "numeric", Decimal(SECONDS) + Decimal("0.25"), SECONDS * 1_000_000 + 250_000),
    "small_decimal": (pa.decimal128(13, 2), "numeric(13, 2)", Decimal(SECONDS), SECONDS * 1_000_000),
    "iso": (pa.string(), "text", "2026-03-01T12:00:00.250001", MICROSECONDS),
    "shifted": (pa.string(), "text", "2026-03-01 13:00:00.250001+01:00", MICROSECONDS),
    "zulu": (pa.string(), "text", "2026-03-01T12:00:00.250001Z", MICROSECONDS),
    "iso_day": (pa.string(), "text", "2026-03-01", MICROSECONDS - 43_200_250_001),
}


EXPECTED = {name: [microseconds, None] for name, (*_, microseconds) in KINDS.items()}


def arrow_times() -> dict[str, pa.Array]:
    """A column of each kind: its time, and none."""
    return {name: pa.array([value, None], kind) for name, (kind, _, value, _) in KINDS.items()}


def found(rows: Any, *columns: str) -> dict[str, list[int | None]]:
    """What the database reads from these columns."""
    engine = rows.get_backend().name
    read = rows_of(rows.select(**{name: micros(rows[name], engine) for name in columns}))
    return {name: [row[name] for row in read] for name in columns}
