"""A log that was read and one that stays in its database are asked the same way and answer the same."""

from datetime import date
from typing import Any

import pytest

from journey.model import Language
from journey.numbers.log.funnel_query import FunnelQuery, Order
from journey.numbers.log_source import BY_MONTH, LogSource, PhaseView
from journey.numbers.read_log import ReadLog
from journey.numbers.reading.outcome import LogReading, Skipped, SkippedKind
from journey.numbers.reading.plan import FileKind, LogPlan
from journey.numbers.warehouse.stored_log import stored_log
from journey.phases import built_in
from tests.numbers.log.logs import ACTIVITIES, a_log
from tests.numbers.warehouse.logs import COLUMNS, NAMES, Event, coded

VIEW = PhaseView(NAMES, ACTIVITIES)
PLAN = LogPlan(FileKind.TEXT, ("kunde",), {"case": "kunde"})
DAY = 86_400


@pytest.fixture
def both(in_duckdb: Any, events: list[Event]) -> tuple[ReadLog, LogSource]:
    skipped = (
        Skipped(SkippedKind.NO_CASE, 2),
        Skipped(SkippedKind.NO_ACTIVITY, 2),
        Skipped(SkippedKind.UNREADABLE_TIME, 1),
        Skipped(SkippedKind.IMPOSSIBLE_DATE, 2),
    )
    return ReadLog(LogReading(coded(events), PLAN, len(events), skipped)), stored_log(in_duckdb, COLUMNS, ("segment",))


def test_both_are_of_the_same_size_and_hold_the_same(both: tuple[LogSource, LogSource]) -> None:
    read, stored = both
    assert read.size == stored.size
    assert read.size.skipped_rows == 7
    assert read.tallies == stored.tallies
    assert read.days == stored.days


@pytest.mark.parametrize("query", [FunnelQuery(), FunnelQuery(Order.ANY, open=True)])
def test_both_give_the_same_funnels_and_doubt(both: tuple[LogSource, LogSource], query: FunnelQuery) -> None:
    read, stored = both
    assert read.funnel(VIEW, query) == stored.funnel(VIEW, query)
    assert read.funnels(VIEW, query, "segment") == stored.funnels(VIEW, query, "segment")
    assert read.in_doubt(VIEW, query) == stored.in_doubt(VIEW, query)


def test_only_a_log_that_was_read_follows_cases_and_knows_months(both: tuple[LogSource, LogSource]) -> None:
    read, stored = both
    assert set(stored.attributes) < set(read.attributes)
    assert BY_MONTH in read.attributes
    assert (stored.coded, stored.phased(VIEW)) == (None, None)
    phased = read.phased(VIEW)
    assert phased is not None
    assert phased.log is read.coded


def test_the_funnel_by_month_adds_up_to_the_whole() -> None:
    read = ReadLog(LogReading(a_log([(1, 0, "a"), (1, 9, "b"), (2, 40 * DAY, "a")]), PLAN, 3))
    months = read.funnels(VIEW, FunnelQuery(), BY_MONTH)
    counts = {month: [stage.count for stage in funnel.stages[:2]] for month, funnel in months.items()}
    assert counts == {"2026-01": [1, 1], "2026-02": [1, 0]}
    assert read.days == (date(2026, 1, 1), date(2026, 2, 10))


def test_another_view_of_a_log_that_was_read_gives_another_answer(both: tuple[ReadLog, LogSource]) -> None:
    read, stored = both
    other = PhaseView(dict(reversed(list(NAMES.items()))), ACTIVITIES)
    for view in (VIEW, other, VIEW):
        assert read.funnel(view, FunnelQuery()) == stored.funnel(view, FunnelQuery())
    assert read.phased(VIEW) is read.phased(PhaseView(dict(NAMES), dict(ACTIVITIES)))


def test_a_log_is_seen_through_the_phases_that_something_in_it_belongs_to() -> None:
    model = built_in(Language.EN)[0]
    first, *_, last = model.phases
    view = PhaseView.of_seen(model, {"buy": last.id, "also buy": last.id, "visit": first.id, "odd": "of.another"})
    assert dict(view.names) == {first.id: first.name, last.id: last.name}
    assert view.phases == (first.id, last.id)
