"""The funnel by retentioneering: `python retentioneering_funnel.py FILE WORK` prints counts, seconds and memory as JSON.

WORK is funnel (file -> counts), again (from memory) or graph (the directly-follows graph from memory). Phases stand in
for activities, because its steps are single events.
"""

import os
import sys
import time
from pathlib import Path

os.environ["RETENTIONEERING_NO_TRACK"] = "1"
STARTED = time.perf_counter()
sys.path.insert(0, str(Path(__file__).parents[2]))

from retentioneering.eventstream import Eventstream  # type: ignore[import-not-found] # noqa: E402

from bench.event_logs import ACTIVITY, CASE, PHASE_OF, PHASES, TIME  # noqa: E402
from bench.peers.events import read_events  # noqa: E402
from bench.told import tell  # noqa: E402


def main(file: str, work: str) -> None:
    """Print what came out."""
    began = time.perf_counter()
    imported = began - STARTED
    events = read_events(file)
    events[ACTIVITY] = events[ACTIVITY].map(PHASE_OF).fillna("none").astype("category")
    events[CASE] = events[CASE].astype(str)
    events[TIME] = events[TIME].astype("datetime64[us]")
    stream = Eventstream(events, {"path_cols": [CASE], "event_col": ACTIVITY, "timestamp_col": TIME})
    if work != "funnel":
        began = time.perf_counter()
    found = stream.transition_graph_data() if work == "graph" else stream.funnel_data(list(PHASES))
    seconds = time.perf_counter() - began
    counts = [] if work == "graph" else [step["unique_paths"] for step in found["steps"]]
    tell(counts=counts, seconds=seconds, imported=imported)


if __name__ == "__main__":
    main(*sys.argv[1:3])
