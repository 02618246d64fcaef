"""Event logs of 100,000, a million and (`--large`) ten million events, beside DuckDB, retentioneering and pm4py.

Every run is a fresh process, the engines take turns, medians count; growth is that of the quickest runs, which a busy
machine disturbs least. All engines must give the same counts.
`python -m bench.numbers [--large] [--rounds 3] [EVENTS …]`; the peers need .venv-bench (`make bench` makes it).
"""

import argparse
import json
import math
import os
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.event_logs import event_log

SIZES, LARGE, ROUNDS = (100_000, 1_000_000), 10_000_000, 3
ROOT = Path(__file__).parents[1]
PEERS = ROOT / ".venv-bench" / "bin" / "python"
PM4PY_FUNNEL_LIMIT = 1_000_000
"""pm4py's chains of following activities join every event with every later one: at ten million they need 30 GB."""


@dataclass(frozen=True)
class Run:
    """What one process told, and what it took from its start to its end: seconds by the clock and on processors."""

    told: dict[str, Any]
    whole: float
    processor: float


def fresh(*arguments: str, python: Path = Path(sys.executable)) -> Run:
    """Run Python in a process of its own; the last line it prints is JSON."""
    began, spent = time.perf_counter(), _children()
    done = subprocess.run(
        [python, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, env=_environment()
    )
    whole, spent = time.perf_counter() - began, _children() - spent
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)}:\n{done.stderr}")
    return Run(json.loads(done.stdout.splitlines()[-1]), whole, spent)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def in_turn(rounds: int, events: int, *works: str) -> dict[str, list[Run]]:
    """Runs of several works, in turn."""
    found: dict[str, list[Run]] = {work: [] for work in works}
    for _ in range(rounds):
        for work in works:
            found[work].append(fresh("-m", "bench.numbers_run", work, str(events)))
    return found


def measure(events: int, rounds: int) -> dict[str, float]:
    """Print everything about one size; returns what grows with it."""
    event_log(events)
    print(f"\n{events:,} events, medians of {rounds}")
    reading = in_turn(rounds, events, "bare", "first")
    bare, first = (_median(reading[work], "seconds") for work in ("bare", "first"))
    spent_bare, spent_first = (_median(reading[work], "processor") for work in ("bare", "first"))
    peak = _median(reading["first"], "peak_mb")
    print(
        f"  first answer from CSV / DuckDB's bare read   {first / bare:6.2f}  by processors {spent_first / spent_bare:.2f}"
        f"  ({first:.2f} / {bare:.2f} s, {peak:.0f} MB)"
    )
    print(f"  look at the file and guess its columns       {_median(reading['first'], 'look') * 1000:6.0f} ms")
    fresh("-m", "bench.numbers_run", "keep_log", str(events))
    memory = in_turn(rounds, events, "further", "sql", "prepared_sql", "paths")
    spent = {work: _spent(runs) for work, runs in memory.items()}
    _print_further(spent, _median(memory["further"], "usual_mb"), _median(memory["further"], "peak_mb"))
    _print_paths(spent["paths"], _median(memory["paths"], "peak_mb"))
    ours, theirs = memory["further"][0].told, memory["sql"][0].told
    for name, counts in theirs["counts"].items():
        _same(counts, ours["counts"][name], f"DuckDB, {name}")
    if not all(map(math.isclose, theirs["waits"], ours["waits"])):
        raise SystemExit(f"DuckDB waits {theirs['waits']} s, not {ours['waits']} s")
    counts = reading["first"][0].told["counts"]
    _same(counts, ours["counts"]["ordered"] | ours["counts"]["segments"], "from CSV")
    _compare_peers(events, rounds, spent, counts[""])
    return {
        "first answer": min(run.told["seconds"] for run in reading["first"]),
        "further answer": min(run.told["spent"]["ordered"] for run in memory["further"]),
        "graph of phases": min(run.told["spent"]["graph of phases"] for run in memory["paths"]),
    }


def _print_further(spent: dict[str, dict[str, float]], usual: float, peak: float) -> None:
    print(f"  further answers from memory ({usual:.0f} MB for the usual funnel, {peak:.0f} MB for all of these),")
    print("  and DuckDB's SQL / ours: with the table as it is, with the table prepared")
    for name, seconds in spent["further"].items():
        ratios = [f"{spent[work][name] / seconds:6.1f}" for work in ("sql", "prepared_sql") if name in spent[work]]
        print(f"    {name:30} {seconds * 1000:8.1f} ms  {'  '.join(ratios)}")


def _print_paths(spent: dict[str, float], peak: float) -> None:
    print(f"  paths and contributions ({peak:.0f} MB)")
    for name, seconds in spent.items():
        print(f"    {name:30} {seconds * 1000:8.1f} ms")


def _compare_peers(events: int, rounds: int, spent: dict[str, dict[str, float]], counts: list[int]) -> None:
    if not PEERS.exists():
        print("  retentioneering and pm4py are not installed (.venv-bench)")
        return
    print("  peers / ours as whole programs, file to funnel: by the clock, by processors, without start and imports")
    print("  (and peers / DuckDB's bare read as a whole program: more is out of reach for who reads with DuckDB)")
    own = in_turn(rounds, events, "bare", "whole", "whole_parquet")
    for peer in ("retentioneering", "pm4py"):
        if peer == "pm4py" and events > PM4PY_FUNNEL_LIMIT:
            print(f"    {peer + ' funnel':30} left out: needs too much memory")
            continue
        for kind, work in (("csv", "whole"), ("parquet", "whole_parquet")):
            run = _peer(peer, events, "funnel", kind)
            _same(run.told["counts"], counts, peer)
            _same(own[work][0].told["counts"], counts, work)
            _print_whole(f"{peer} funnel, {kind}", run, own[work], own["bare"] if kind == "csv" else None)
    from_memory = {"again": spent["further"]["ordered"], "graph": spent["paths"]["graph of phases"]}
    from_memory["variants"] = spent["paths"]["variants"]
    for peer, works in (("retentioneering", ("again", "graph")), ("pm4py", ("graph", "variants"))):
        for work in works:
            seconds = _peer(peer, events, work).told["seconds"]
            told = f"({seconds * 1000:.0f} / {from_memory[work] * 1000:.1f} ms)"
            print(f"    {f'{peer} {work} (memory)':30} {seconds / from_memory[work]:6.1f}  {told}")


def _print_whole(name: str, peer: Run, own: list[Run], bare: list[Run] | None) -> None:
    whole, processor = (statistics.median(getattr(run, measure) for run in own) for measure in ("whole", "processor"))
    ratios = [peer.whole / whole, peer.processor / processor, peer.told["seconds"] / _median(own, "seconds")]
    if bare:
        ratios.append(peer.whole / statistics.median(run.whole for run in bare))
    told = f"({peer.whole:.1f} / {whole:.2f} s, {peer.told['peak_mb']:.0f} / {_median(own, 'peak_mb'):.0f} MB)"
    print(f"    {name:30} {'  '.join(f'{ratio:6.1f}' for ratio in ratios)}  {told}")


def _peer(peer: str, events: int, work: str, kind: str = "csv") -> Run:
    return fresh(f"bench/peers/{peer}_funnel.py", str(event_log(events, kind)), work, python=PEERS)


def _print_growth(sizes: list[int], grown: list[dict[str, float]]) -> None:
    if len(sizes) < 2:
        return
    print("\ngrowth exponents (log-log slope)")
    for name in grown[0]:
        line = statistics.linear_regression([math.log(n) for n in sizes], [math.log(each[name]) for each in grown])
        print(f"  {name:30} {line.slope:6.2f}")


def _median(runs: list[Run], name: str) -> float:
    return statistics.median(float(run.told[name]) for run in runs)


def _spent(runs: list[Run]) -> dict[str, float]:
    return {name: statistics.median(run.told["spent"][name] for run in runs) for name in runs[0].told.get("spent", {})}


def _same(theirs: object, ours: object, whose: str) -> None:
    if theirs != ours:
        raise SystemExit(f"{whose}: {theirs}, not {ours}")


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}


def main() -> None:
    """Print the ratios of every size and how they grow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--large", action="store_true", help=f"also {LARGE:,} events")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    chosen = parser.parse_args()
    sizes = sorted({*chosen.events, *((LARGE,) if chosen.large else ())})
    _print_growth(sizes, [measure(events, chosen.rounds) for events in sizes])


if __name__ == "__main__":
    main()
