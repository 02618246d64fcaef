"""Orders alone: who comes back, how soon, and what it brings, counted by plain loops over the rows."""

from datetime import date
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.numbers.log.orders import MOST, comes_back_unseen, order_activities, orders
from tests.numbers.log.logs import a_log

DAY = 86_400
ROWS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 40), st.sampled_from(["order", "visit"]), st.integers(0, 50)),
    min_size=1,
    max_size=40,
)


@given(ROWS)
def test_every_figure_is_what_a_loop_counts(rows: list[tuple[int, int, str, int]]) -> None:
    log = a_log([(case, time * DAY, name) for case, time, name, _ in rows], revenue=[float(paid) for *_, paid in rows])
    bought: dict[int, set[int]] = {}
    for case, time, name, _ in rows:
        if name == "order":
            bought.setdefault(case, set()).add(time)
    found = orders(log, ["order"])
    if not bought:
        assert found is None
        return
    assert found is not None
    again = {case for case, times in bought.items() if len(times) > 1}
    assert (found.customers, found.orders) == (len(bought), sum(map(len, bought.values())))
    assert (found.repeat, found.share) == (len(again), len(again) / len(bought))
    assert found.by_number == tuple(
        sum(min(len(times), MOST) == number for times in bought.values()) for number in range(1, MOST + 1)
    )
    paid = [(case, amount) for case, _, name, amount in rows if name == "order"]
    assert found.revenue == sum(amount for _, amount in paid)
    assert found.of_repeat == sum(amount for case, amount in paid if case in again)
    waits = [(b - a) * DAY for times in bought.values() for a, b in zip(sorted(times), sorted(times)[1:], strict=False)]
    if len(waits) < 2:
        assert (found.between is None) == (not waits)
    else:
        assert found.between == pytest.approx(quantiles(waits, n=4, method="inclusive"))


def test_without_amounts_there_is_no_revenue_and_days_are_told() -> None:
    found = orders(a_log([(0, 0, "order"), (1, 3 * DAY, "order")]), ["order"])
    assert found is not None
    assert (found.revenue, found.of_repeat, found.between) == (None, None, None)
    assert (found.first, found.last) == (date(2026, 1, 1), date(2026, 1, 4))


def test_what_has_revenue_is_likely_an_order_else_the_only_thing_that_happens() -> None:
    rows = [(0, 0, "visit"), (0, 1, "order")]
    assert order_activities(a_log(rows, revenue=[float("nan"), 5.0])) == ("order",)
    assert order_activities(a_log(rows)) == ()
    assert order_activities(a_log(rows, revenue=[0.0, 0.0])) == ()
    assert order_activities(a_log(rows[:1])) == ("visit",)


def test_who_comes_back_is_unseen_where_every_case_is_an_order_of_its_own() -> None:
    steps = [(1, 0, "created"), (1, 60, "paid"), (2, DAY, "created"), (2, DAY, "paid")]
    assert comes_back_unseen(a_log(steps))
    assert not comes_back_unseen(a_log([*steps, (1, 9 * DAY, "created")])), "somebody came back"
    assert not comes_back_unseen(a_log([(1, 0, "order"), (2, 0, "order")])), "orders of customers who came once"
