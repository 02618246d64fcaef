"""From a file to a coded log."""

from collections.abc import Callable
from pathlib import Path

from journey.numbers.reading.outcome import LogReading
from journey.numbers.reading.plan import LogPlan


def read_log(
    path: Path,
    plan: LogPlan,
    *,
    progress: Callable[[int, float | None], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> LogReading:
    """Read a file once and code it. `progress` is told rows read so far and the share of the file (None if unknown);
    `cancelled` is asked now and then. UnreadableLog where nothing can be used, "stopped" when cancelled."""
    raise NotImplementedError
