"""What a log of orders alone says: who comes back, how soon, and what it brings. No funnel: nothing before the order is in it.

An order is what a customer ordered at one time, so the rows of its articles are one order.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from journey.numbers.funnel import Quartiles
from journey.numbers.interval import Interval, wilson
from journey.numbers.log.coded import CodedLog
from journey.numbers.log.spread import quartiles
from journey.numbers.log.tally import day_of
from journey.numbers.log.wall_clock import wall

MOST = 5
"""Customers with so many orders or more are counted together."""
_REVENUE = "revenue"


@dataclass(frozen=True)
class Orders:
    """`customers` with at least one order, `repeat` with at least two; `share` of these with its 95 % interval. `by_number`:
    how many customers have 1, 2, … orders, the last one MOST or more. `between`: quartiles of the seconds from an order to
    the same customer's next one, None where nobody came back. `revenue` of all orders, less the
    `refunds` that have rows of their own, and that of customers who came back (`of_repeat`); None where no order has an
    amount. `paid`: orders with an amount, which a file says only of those that were paid for. `first` and `last`: the days of the first and the last order, in the log's zone."""

    customers: int
    orders: int
    repeat: int
    interval: Interval
    by_number: tuple[int, ...]
    between: Quartiles | None
    revenue: float | None
    of_repeat: float | None
    refunds: float
    paid: int
    first: date
    last: date

    @property
    def share(self) -> float:
        """The share of customers who ordered again."""
        return self.repeat / self.customers


def order_activities(log: CodedLog) -> tuple[str, ...]:
    """The activities that are most likely orders: those with revenue, else the only one; none where nothing tells."""
    names = log.activity.names
    if _REVENUE in log.amounts:
        paid = log.activity.codes[np.nan_to_num(log.amounts[_REVENUE]) > 0]
        found = tuple(names[code] for code in np.unique(paid) if code >= 0)
        if found:
            return found
    return names if len(names) == 1 else ()


def comes_back_unseen(log: CodedLog) -> bool:
    """Whether several things happen, and none of them twice to the same case: a case is then an order or a row of a list, and
    who comes back cannot be seen."""
    kinds = np.int64(len(log.activity.names) + 1)
    seen = np.sort(log.case.astype(np.int64) * kinds + log.activity.codes)
    return bool(len(np.unique(log.activity.codes)) > 1 and (seen[1:] != seen[:-1]).all())


def orders(log: CodedLog, activities: Collection[str]) -> Orders | None:
    """The orders among the events of these activities; None where there are none."""
    wanted = np.array([name in activities for name in log.activity.names] + [False])
    at = np.flatnonzero(wanted[log.activity.codes] & ~_given_back(log))
    if not len(at):
        return None
    case, time = log.case[at], log.time[at]
    first = np.append(True, (case[1:] != case[:-1]) | (time[1:] != time[:-1]))
    case_of, time_of = case[first], time[first]
    again = case_of[1:] == case_of[:-1]
    number = np.unique(case_of, return_counts=True)[1]
    repeat = int(np.count_nonzero(number > 1))
    brought = _revenue(log, at, case_of[1:][again])
    first_time, last_time = wall(log, np.array([time.min(), time.max()])).tolist()
    return Orders(
        customers=len(number),
        orders=len(case_of),
        repeat=repeat,
        interval=wilson(repeat, len(number)),
        by_number=tuple(np.bincount(np.minimum(number, MOST), minlength=MOST + 1)[1:].tolist()),
        between=quartiles((time_of[1:] - time_of[:-1])[again]),
        revenue=brought[0] if brought else None,
        of_repeat=brought[1] if brought else None,
        refunds=brought[2] if brought else 0.0,
        paid=_paid(log, at, first) if brought else 0,
        first=day_of(first_time),
        last=day_of(last_time),
    )


def _revenue(log: CodedLog, at: NDArray[np.int64], repeat: NDArray[np.int32]) -> tuple[float, float, float] | None:
    """The revenue, that of repeat customers, and the refunds that were taken off: amounts below zero of other events."""
    if _REVENUE not in log.amounts or np.isnan(log.amounts[_REVENUE][at]).all():
        return None
    amounts = np.nan_to_num(log.amounts[_REVENUE])
    others = np.setdiff1d(np.flatnonzero(amounts < 0), at)
    counted = np.concatenate((at, others))
    paid, whose = amounts[counted], log.case[counted]
    return float(paid.sum()), float(paid[np.isin(whose, repeat)].sum()), float(np.abs(amounts[others]).sum())


def _given_back(log: CodedLog) -> NDArray[np.bool_]:
    """Which events are no orders, because money went back."""
    below: NDArray[np.bool_] = (
        np.nan_to_num(log.amounts[_REVENUE]) < 0 if _REVENUE in log.amounts else np.zeros(log.events, bool)
    )
    return below


def _paid(log: CodedLog, at: NDArray[np.int64], first: NDArray[np.bool_]) -> int:
    """How many orders have an amount."""
    order = np.cumsum(first)
    return len(np.unique(order[~np.isnan(log.amounts[_REVENUE][at])]))
