"""What came first at one instant: the columns of one row, a column made for it, the rows of a sorted file, or nobody knows."""

from pathlib import Path

import openpyxl
import pytest

from journey.numbers.log.coded import phased
from journey.numbers.log.doubt import cases_in_doubt
from journey.numbers.log.funnel_query import FunnelQuery, Order
from journey.numbers.log.measured import log_funnel
from journey.numbers.log.usual_order import usual_order
from journey.numbers.reading import plan_of, preview
from journey.numbers.reading.child.job import start_reading
from tests.numbers.reading.files import a_csv, read, written
from tests.typed import first_sheet

STEPS = ("order", "pay", "ship")


def _rows(cases: int = 8, day: str = "2026-01-{:02}") -> list[tuple[str, str, str]]:
    """Each case orders, pays and ships on one day, every second one only orders and pays."""
    return [(f"c{n}", day.format(n + 1), step) for n in range(cases) for step in STEPS[: 3 - n % 2]]


def _counts(
    path: Path, steps: tuple[str, ...] = STEPS, query: FunnelQuery | None = None
) -> tuple[list[int | None], int]:
    log = read(path).log
    seen = phased(log, steps, {step: step for step in steps})
    asked = query or FunnelQuery()
    return [
        stage.count for stage in log_funnel(seen, dict(zip(steps, steps, strict=True)), asked).stages
    ], cases_in_doubt(seen, asked)


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_rows_of_a_sorted_file_follow_each_other(tmp_path: Path, newest_first: bool, kind: str) -> None:
    rows = _rows()[::-1] if newest_first else _rows()
    if kind == "csv":
        path = written(tmp_path, a_csv(("case", "date", "event"), *rows))
    else:
        book = openpyxl.Workbook()
        for row in (("case", "date", "event"), *rows):
            first_sheet(book).append(row)
        path = tmp_path / "log.xlsx"
        book.save(path)
    assert _counts(path) == ([8, 8, 4], 0)
    assert usual_order(read(path).log) == STEPS
    assert _counts(path, query=FunnelQuery(Order.STRICT)) == ([8, 8, 4], 0)


def test_rows_that_are_sorted_within_each_case_follow_each_other(tmp_path: Path) -> None:
    rows = [
        row
        for n in range(9, 0, -1)
        for row in (
            (f"c{n}", f"2026-01-{n:02}", "order"),
            (f"c{n}", f"2026-01-{n:02}", "pay"),
            (f"c{n}", f"2026-01-{n + 1:02}", "ship"),
        )
    ]
    assert _counts(written(tmp_path, a_csv(("case", "date", "event"), *rows))) == ([9, 9, 9], 0)


def test_a_column_made_for_it_gives_the_order(tmp_path: Path) -> None:
    rows = [(*row, number) for number, row in enumerate(_rows())]
    shuffled = rows[::3] + rows[1::3] + rows[2::3]
    for name in (
        ".order",
        "SORTING",
        "_SORTING",
        "Reihenfolge",
        "event_sequence",
        "lfd. Nr.",
        "batch_event_index",
        "Schritt-Nr.",
        "step_no",
        "hitNumber",
        "SEQNR",
        "Nr.",
    ):
        path = written(tmp_path, a_csv(("case", "date", "event", name), *shuffled[::-1]))
        assert preview(path).order == (name,)
        assert _counts(path) == ([8, 8, 4], 0)


def test_equal_numbers_say_nothing_about_which_came_first(tmp_path: Path) -> None:
    rows = [(*row, 1 if row[2] == "order" else "" if (row[0], row[2]) == ("c0", "ship") else 2) for row in _rows()]
    shuffled = rows[::3] + rows[1::3] + rows[2::3]
    path = written(tmp_path, a_csv(("case", "date", "event", "SORTING"), *shuffled[::-1]))
    assert preview(path).order == ("SORTING",)
    assert _counts(path) == ([8, 8, 1], 3)


def test_where_nothing_gives_an_order_steps_do_not_follow_and_the_cases_are_counted(tmp_path: Path) -> None:
    rows = _rows()
    path = written(tmp_path, a_csv(("case", "date", "event"), *rows[::3], *rows[1::3], *rows[2::3]))
    assert _counts(path) == ([8, 0, 0], 8)
    assert _counts(path, query=FunnelQuery(Order.ANY)) == ([8, 8, 4], 0)
    assert set(usual_order(read(path).log)) == set(STEPS)


def test_the_columns_of_one_row_follow_each_other_as_they_stand(tmp_path: Path) -> None:
    rows = [(f"c{n}", *(f"2026-01-{n + 1:02}" for _ in range(3))) for n in range(8)]
    path = written(tmp_path, a_csv(("case", "ship", "order", "pay"), *rows[::2], *rows[1::2]))
    assert _counts(path, ("ship", "order", "pay")) == ([8, 8, 8], 0)


def test_a_tool_s_own_course_goes_before_the_order_of_its_columns(tmp_path: Path) -> None:
    header = (
        "Name",
        "Financial Status",
        "Paid at",
        "Fulfillment Status",
        "Fulfilled at",
        "Total",
        "Created at",
        "Lineitem name",
    )
    rows = [
        (
            f"#{n}",
            "paid",
            "2026-01-05 10:00:00 +0100",
            "fulfilled",
            "2026-01-05 10:00:00 +0100",
            "9",
            "2026-01-05 10:00:00 +0100",
            "Tea",
        )
        for n in range(5)
    ]
    path = written(tmp_path, a_csv(header, *rows))
    assert _counts(path, ("Created", "Paid", "Fulfilled")) == ([5, 5, 5], 0)
    assert usual_order(read(path).log) == ("Created", "Paid", "Fulfilled")


def test_the_order_comes_back_from_the_child_that_read_it(tmp_path: Path) -> None:
    path = written(tmp_path, a_csv(("case", "date", "event"), *_rows()))
    log = start_reading(path, plan_of(preview(path))).result().log
    assert log.instant is not None
    assert log.instant.tolist() == list(range(log.events))


def test_a_log_without_ties_needs_no_order(tmp_path: Path) -> None:
    rows = [("c", f"2026-01-{n:02}", f"a{n % 3}") for n in range(1, 20)]
    assert read(written(tmp_path, a_csv(("case", "date", "event"), *rows))).log.instant is None
