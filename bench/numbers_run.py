"""One measurement in a process of its own: `python -m bench.numbers_run WORK EVENTS` prints what it took as JSON.

WORK is one of WORKS. Seconds begin when everything is imported; what a process costs as a whole, its caller sees.
"""

import gc
import sys
import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from importlib import import_module
from typing import Any

from bench.duckdb_funnel import any_order, bare_read, connected, counts, load, ordered
from bench.event_logs import ACTIVITY, CASE, CHANNEL, PHASE_OF, PHASES, SEGMENT, TIME, event_log
from bench.told import peak_mb, tell

WEEK = timedelta(days=7)
REPEATS, PATIENCE = 5, 10.0
NAMES = {phase: phase for phase in PHASES}


def bare(events: int) -> None:
    """DuckDB reads the columns from CSV and keeps nothing."""
    connection, file = connected(), event_log(events)
    processor = time.process_time()
    tell(seconds=_took(lambda: bare_read(connection, file)), processor=time.process_time() - processor)


def first(events: int) -> None:
    """From the file to the first answer: read, coded, funnel with times, and four segments."""
    from journey.numbers.log.coded import phased
    from journey.numbers.log.funnel_query import FunnelQuery
    from journey.numbers.log.measured import log_funnel, log_funnels
    from journey.numbers.reading import plan_of, preview, read_log

    for library in ("duckdb", "pyarrow"):  # what the reading imports on its way
        import_module(library)
    file = event_log(events)
    began = time.perf_counter()
    plan = plan_of(preview(file), {"case": CASE, "time": TIME, "activity": ACTIVITY, SEGMENT: SEGMENT})
    looked, processor = time.perf_counter(), time.process_time()
    log = read_log(file, plan).log
    read = time.perf_counter()
    seen = phased(log, tuple(PHASES), PHASE_OF)
    whole = log_funnel(seen, NAMES, FunnelQuery())
    parts = log_funnels(seen, NAMES, FunnelQuery(), log.of_case[SEGMENT])
    answered = time.perf_counter()
    found = {"": whole, **parts}
    tell(
        seconds=answered - looked,
        processor=time.process_time() - processor,
        look=looked - began,
        answer=answered - read,
        counts={value: [stage.count for stage in funnel.stages] for value, funnel in found.items()},
    )


def whole(events: int, kind: str = "csv") -> None:
    """The funnel of the whole log from a file that is read for nothing else, as the peers do."""
    from journey.numbers.log.coded import phased
    from journey.numbers.log.funnel_query import FunnelQuery
    from journey.numbers.log.measured import log_funnel
    from journey.numbers.reading import plan_of, preview, read_log

    file = event_log(events, kind)
    began = time.perf_counter()
    log = read_log(file, plan_of(preview(file), {"case": CASE, "time": TIME, "activity": ACTIVITY})).log
    funnel = log_funnel(phased(log, tuple(PHASES), PHASE_OF), NAMES, FunnelQuery())
    tell(seconds=time.perf_counter() - began, counts=[stage.count for stage in funnel.stages])


def whole_parquet(events: int) -> None:
    """The same from Parquet."""
    whole(events, "parquet")


def keep_log(events: int) -> None:
    """Read the log, with its channels too, and keep it for the works below."""
    from bench.kept_log import keep
    from journey.numbers.reading import plan_of, preview, read_log

    columns = {"case": CASE, "time": TIME, "activity": ACTIVITY, "channel": CHANNEL, SEGMENT: SEGMENT}
    file = event_log(events)
    keep(read_log(file, plan_of(preview(file), columns)).log, events)
    tell()


def further(events: int) -> None:
    """Further questions to a log in memory."""
    from bench.kept_log import kept
    from journey.numbers.log.coded import phased
    from journey.numbers.log.funnel_query import FunnelQuery, Order, WindowStart
    from journey.numbers.log.measured import log_funnel, log_funnels

    log = kept(events)
    seen = phased(log, tuple(PHASES), PHASE_OF)
    by = log.of_case[SEGMENT]
    log_funnel(seen, NAMES, FunnelQuery())
    log_funnels(seen, NAMES, FunnelQuery(), by)
    usual_mb = peak_mb()
    queries = {
        "ordered": FunnelQuery(),
        "window": FunnelQuery(window=WEEK),
        "window a step": FunnelQuery(window=WEEK, window_start=WindowStart.STEP),
        "open": FunnelQuery(open=True),
        "strict": FunnelQuery(Order.STRICT),
        "any": FunnelQuery(Order.ANY),
        "reentry": FunnelQuery(window=WEEK, reentry=True),
        "optional": FunnelQuery(optional=frozenset({2})),
    }
    asked: dict[str, Callable[[], Any]] = {
        name: partial(lambda query: {"": log_funnel(seen, NAMES, query)}, query) for name, query in queries.items()
    }
    asked["segments"] = lambda: log_funnels(seen, NAMES, FunnelQuery(), by)
    asked["strict segments"] = lambda: log_funnels(seen, NAMES, FunnelQuery(Order.STRICT), by)
    spent, found = _all_took(asked)
    tell(
        spent=spent,
        counts={n: {v: [stage.count for stage in f.stages] for v, f in each.items()} for n, each in found.items()},
        usual_mb=usual_mb,
        waits=[stage.wait.median for stage in found["ordered"][""].stages if stage.wait and stage.previous],
    )


def sql(events: int, prepared: bool = False) -> None:
    """The same questions to DuckDB, with the table in memory."""
    connection = connected()
    load(connection, event_log(events), prepared)
    spent, found = _all_took(
        {
            "ordered": lambda: ordered(connection),
            "window": lambda: ordered(connection, WEEK),
            "segments": lambda: ordered(connection, by_segment=True),
            "any": lambda: any_order(connection),
        }
    )
    waits = [row[3] for row in found["ordered"] if row[3] is not None]
    tell(spent=spent, counts={name: counts(rows) for name, rows in found.items()}, waits=waits)


def prepared_sql(events: int) -> None:
    """The same with phases and segments already coded."""
    sql(events, prepared=True)


def paths(events: int) -> None:
    """Everything else that is asked of a log in memory: paths, skips, trends, stuck cases, attribution."""
    from bench.kept_log import kept
    from journey.numbers.log.attribution import Model, attribution
    from journey.numbers.log.coded import phased
    from journey.numbers.log.dropping import after_dropping
    from journey.numbers.log.funnel_query import FunnelQuery
    from journey.numbers.log.paths import directly_follows
    from journey.numbers.log.periods import Unit
    from journey.numbers.log.reach import reached
    from journey.numbers.log.skips import jumps_back, skips, turns
    from journey.numbers.log.trail import activity_trail, phase_trail
    from journey.numbers.log.trends import cohorts, funnel_by_period
    from journey.numbers.log.variants import variants
    from journey.numbers.log.waiting import waiting

    log = kept(events)
    seen = phased(log, tuple(PHASES), PHASE_OF)
    asked: dict[str, Callable[[], Any]] = {
        "graph of phases": lambda: directly_follows(phase_trail(seen)),
        "graph of activities": lambda: directly_follows(activity_trail(log)),
        "variants": lambda: variants(phase_trail(seen)),
        "skips": lambda: skips(seen),
        "returns": lambda: (turns(seen), jumps_back(seen)),
        "after dropping": lambda: after_dropping(seen, reached(seen, FunnelQuery()), 2),
        "funnel by month": lambda: funnel_by_period(seen, NAMES, FunnelQuery(), Unit.MONTH),
        "cohorts": lambda: cohorts(seen, "bought", Unit.MONTH),
        "waiting": lambda: waiting(seen),
    }
    for model in Model:
        asked[f"{model} contribution"] = partial(attribution, seen, "bought", model)
    tell(spent=_all_took(asked)[0])


WORKS = {
    work.__name__: work for work in (bare, first, whole, whole_parquet, keep_log, further, sql, prepared_sql, paths)
}


def _all_took(works: Mapping[str, Callable[[], Any]]) -> tuple[dict[str, float], dict[str, Any]]:
    """The median seconds of each work, and what it found. The first time does not count: it fills what is kept."""
    found = {name: work() for name, work in works.items()}
    import statistics  # not with the others: the peers' programs do without it too

    return {name: statistics.median(_several(work)) for name, work in works.items()}, found


def _several(work: Callable[[], object]) -> list[float]:
    """The seconds of several times, fewer of what takes long."""
    spent = [_took(work)]
    while len(spent) < REPEATS and sum(spent) < PATIENCE:
        spent.append(_took(work))
    return spent


def _took(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    WORKS[sys.argv[1]](int(sys.argv[2]))
    gc.freeze()  # as the command line ends
