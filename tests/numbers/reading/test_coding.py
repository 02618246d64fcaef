"""The coded log is what a plain reading of the rows gives, whatever their order, ties and values."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from journey.numbers.reading import plan_of, preview, read_log
from journey.numbers.reading.coding.ordering import in_order
from tests.numbers.log.logs import MIDNIGHT, a_log
from tests.numbers.reading.files import EPOCH, cases, written

HEADER = "case,time,activity,segment,cost\n"
NAMES = st.sampled_from(["a", "b", "Ä", "z 9", 'q"q', "c,d"])
ROWS = st.lists(
    st.tuples(
        st.integers(0, 5), st.integers(0, 9), NAMES, st.sampled_from(["", "x", "y"]), st.none() | st.integers(-5, 99)
    ),
    min_size=1,
    max_size=40,
)
Row = tuple[int, int, str, str, int | None]


def _as_csv(rows: Sequence[Row]) -> str:
    lines = []
    for case, second, activity, segment, cost in rows:
        quoted = '"' + activity.replace('"', '""') + '"' if '"' in activity or "," in activity else activity
        lines.append(f"c{case},2026-01-01T00:00:{second:02},{quoted},{segment},{'' if cost is None else cost}\n")
    return HEADER + "".join(lines)


@given(ROWS)
def test_a_log_from_a_file_is_the_log_of_its_rows(rows: Sequence[Row]) -> None:
    plain = a_log([row[:3] for row in rows], segment=[row[3] for row in rows], cost=[row[4] for row in rows])
    with TemporaryDirectory() as folder:
        path = written(Path(folder), HEADER + "c,2026-01-01,a,x,1\n")
        columns = {name: name for name in ("case", "time", "activity", "segment", "cost")}
        plan = plan_of(preview(path), columns)
        log = read_log(written(Path(folder), _as_csv(rows)), plan).log
    # the order inside an instant is the source's (test_order.py): a file with its newest rows first is read from its end
    assert [sorted(case, key=repr) for case in cases(log)] == [sorted(case, key=repr) for case in cases(plain)]
    assert (log.activity.names, log.attributes["segment"].names) == (
        plain.activity.names,
        plain.attributes["segment"].names,
    )
    assert (log.case.dtype, log.time.dtype) == (np.dtype(np.int32), np.dtype(np.int64))
    assert len(log.pseudonyms) == log.cases == plain.cases
    assert (EPOCH.timestamp(), MIDNIGHT) == (0, 1767225600000000)


KEYS = st.integers(1, 6) | st.integers(2**63, 2**63 + 3) | st.integers(2**64 - 4, 2**64 - 1)
TIMES = st.integers(0, 4) | st.integers(0, 60).map(lambda second: second * 1_000_000) | st.integers(0, 2**51)


@given(st.lists(st.tuples(KEYS, TIMES), max_size=60))
def test_events_are_in_order_of_case_time_and_place(events: Sequence[tuple[int, int]]) -> None:
    key = np.array([key for key, _ in events], np.uint64)
    time = np.array([time for _, time in events], np.int64)
    order, case = in_order(key, time)
    expected = sorted(range(len(events)), key=lambda place: (events[place][0], events[place][1], place))
    assert order.tolist() == expected
    numbers = {key: number for number, key in enumerate(sorted({key for key, _ in events}))}
    assert case.tolist() == [numbers[events[place][0]] for place in expected]


def test_many_events_in_any_order_are_sorted_too() -> None:
    random = np.random.default_rng(5)
    key = random.integers(0, 2**64, 3_000, dtype=np.uint64)[random.integers(0, 3_000, 300_000)]
    for time in (random.integers(0, 2**51, 300_000), np.sort(random.integers(0, 9_999, 300_000)) * 1_000_000):
        order, case = in_order(key, time)
        assert np.array_equal(order, np.lexsort((time, key)))
        assert case[-1] + 1 == len(np.unique(key))


def test_a_file_of_several_batches_keeps_its_order_among_ties(tmp_path: Path) -> None:
    rows = "".join(f"c{n % 1_000},2026-01-01 00:00:{n // 10_000:02},{n % 7}x,,\n" for n in range(400_000))
    path = written(tmp_path, HEADER + rows)
    log = read_log(path, plan_of(preview(path))).log
    place = defaultdict(list)
    for n in range(400_000):
        place[n % 1_000].append(n % 7)
    found = [activities[0] for activities in np.split(log.activity.codes, log.starts[1:-1])]
    assert sorted(found) == sorted(activities[0] for activities in place.values())
    whole = sorted(tuple(activities.tolist()) for activities in np.split(log.activity.codes, log.starts[1:-1]))
    assert whole == sorted(map(tuple, place.values()))


def test_names_that_turn_up_late_are_coded_like_the_early_ones(tmp_path: Path) -> None:
    rows = "".join(f"c{n % 100},2026-01-01,{'early' if n < 250_000 else f'late {n % 3}'},,\n" for n in range(300_000))
    path = written(tmp_path, HEADER + rows)
    log = read_log(path, plan_of(preview(path))).log
    assert log.activity.names == ("early", "late 0", "late 1", "late 2")
    counts = np.bincount(log.activity.codes)
    assert counts.tolist() == [250_000, 16_666, 16_667, 16_667]
