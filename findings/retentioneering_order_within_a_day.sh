#!/bin/sh
# retentioneering 5.2.4: a log whose events of one path share their moment, as logs with days alone have them: 200 customers of one day, each A, B, C, B, D in
# the order of the file.
# Expected: what is of one moment stays in the order of the log, as the same library's funnel and transition graph count it (every path is A, B, C, B, D), and as
# the code of collapse_events says of its own row numbers ("makes grouping deterministic"). No path has an event twice in a row, so that
# collapse_events(loops=True) changes nothing, and with event_groups=["B", "C"] each customer has one group.
# What happens: both put the events of a moment into whatever order DuckDB sorts them into. With a few customers it is right; of 200 there are 7 whose loops
# are "collapsed" though they have none (an event of theirs is gone, and 7 steps from B to C with it), and 211 groups instead of 200. The numbers stay plausible,
# and nothing warns. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check retentioneering==5.2.4 pandas==3.1.1 duckdb==2.0.1
RETENTIONEERING_NO_TRACK=1 "$folder/venv/bin/python" -W ignore - <<'PY'
import sys
from importlib.metadata import version
import pandas
from retentioneering.eventstream.eventstream import Eventstream

PATH = ["A", "B", "C", "B", "D"]


def counted(customers: int) -> tuple[int, ...]:
    """Paths with every step in order, steps from B to C, and the same two and the groups after collapsing."""
    log = [(customer, event, pandas.Timestamp("2026-03-02")) for customer in range(customers) for event in PATH]
    stream = Eventstream(pandas.DataFrame(log, columns=["user_id", "event", "timestamp"]))
    loops, groups = stream.collapse_events(loops=True), stream.collapse_events(event_groups=["B", "C"], name="group")
    figures = [part.transition_graph_data("count").loc["B", "C"] for part in (stream, loops)]
    in_order = stream.funnel_data(PATH)["steps"][-1]["unique_paths"]
    return tuple(map(int, (in_order, figures[0], figures[1], len(loops.df), (groups.df.event == "group").sum())))


few, many = counted(5), counted(200)
print("retentioneering", version("retentioneering"), "DuckDB", version("duckdb"))
print("in order, B to C, B to C without loops, events without loops, groups: of 5", few, "of 200", many)
sys.exit(not (few == (5, 5, 5, 25, 5) and many[:2] == (200, 200) and many[2] < 200 and many[3] < 1000 and many[4] > 200))
PY
