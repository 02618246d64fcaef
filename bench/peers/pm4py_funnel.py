"""The funnel by pm4py: `python pm4py_funnel.py FILE WORK` prints counts, seconds and memory as JSON.

WORK is funnel (file -> counts), again (from memory), graph (directly-follows graph with mean times, from memory) or
variants (from memory). pm4py has no funnel; its filter for chains of eventually following activities, asked once a
phase, is one.
"""

import os
import sys
import time
from pathlib import Path

STARTED = time.perf_counter()
sys.path.insert(0, str(Path(__file__).parents[2]))

with open(os.devnull, "w") as quiet:  # noqa: PTH123 - it greets on both streams
    streams, sys.stderr = sys.stderr, quiet
    import pm4py  # type: ignore[import-not-found]
    from pm4py.algo.filtering.pandas.ltl import ltl_checker  # type: ignore[import-not-found]

    sys.stderr = streams

import pandas as pd  # noqa: E402

from bench.event_logs import ACTIVITY, CASE, PHASE_OF, PHASES, TIME  # noqa: E402
from bench.peers.events import read_events  # noqa: E402
from bench.told import tell  # noqa: E402


def main(file: str, work: str) -> None:
    """Print what came out."""
    began = time.perf_counter()
    imported = began - STARTED
    events = read_events(file)
    events[ACTIVITY] = events[ACTIVITY].map(PHASE_OF)
    events = events.dropna()
    events[[CASE, ACTIVITY]] = events[[CASE, ACTIVITY]].astype(str)
    events[TIME] = events[TIME].astype("datetime64[us]")
    log = pm4py.format_dataframe(events, case_id=CASE, activity_key=ACTIVITY, timestamp_key=TIME)
    if work != "funnel":
        began = time.perf_counter()
    counts: list[int] = []
    if work == "graph":
        pm4py.discover_dfg(log)
        pm4py.discover_performance_dfg(log)
    elif work == "variants":
        pm4py.get_variants(log)
    else:
        counts = _funnel(log)
    tell(counts=counts, seconds=time.perf_counter() - began, imported=imported)


def _funnel(log: "pd.DataFrame") -> list[int]:
    phases = list(PHASES)
    first = int(log.loc[log["concept:name"] == phases[0], "case:concept:name"].nunique())
    chains = (phases[:length] for length in range(2, len(phases) + 1))
    return [first, *(ltl_checker.eventually_follows(log, c)["case:concept:name"].nunique() for c in chains)]


if __name__ == "__main__":
    main(*sys.argv[1:3])
