"""Ready agendas, and where the time stands."""

from datetime import UTC, datetime, timedelta

import pytest

from journey.live import Agenda, AgendaItem, ExerciseKind, edited, gone_to, ready_agendas, standing
from journey.live.agenda import STEPS
from journey.model import Language

START = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)
AGENDA = Agenda(
    items=tuple(AgendaItem(id=name, title=name, minutes=minutes) for name, minutes in (("a", 10), ("b", 20), ("c", 30)))
)


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def test_the_ready_ones_take_what_they_promise_in_both_languages() -> None:
    for language in Language:
        ready = ready_agendas(language)
        assert [(each.id, each.agenda.minutes) for each in ready] == [
            ("ninety-minutes", 90), ("two-hours-online", 120), ("half-day", 240),
        ]  # fmt: skip
        for each in ready:
            assert [step for step in STEPS if step in {item.step for item in each.agenda.items}] == [*STEPS]
            steps = [STEPS.index(item.step) for item in each.agenda.items if item.step]
            assert steps == sorted(steps)
            assert all(item.title and item.text for item in each.agenda.items)
            assert (item := each.agenda.items[-1]).exercise is ExerciseKind.COMMIT or not item.step
            collections = [i.collects for i in each.agenda.items if i.exercise is ExerciseKind.COLLECT]
            assert all(collections)


def test_each_call_gives_fresh_items() -> None:
    first, second = (ready_agendas(Language.DE)[0].agenda for _ in range(2))
    assert not {item.id for item in first.items} & {item.id for item in second.items}


def test_before_the_start_and_after_the_end_nothing_is_behind() -> None:
    before = standing(AGENDA, at(5))
    assert (before.current, before.next, before.behind) == (None, AGENDA.items[0], 0)
    over = gone_to(gone_to(AGENDA, "a", at(0)), None, at(70))
    assert (standing(over, at(90)).next, standing(over, at(90)).behind, over.ended_at) == (None, 0, at(70))


def test_on_time_behind_and_ahead() -> None:
    running = gone_to(AGENDA, "a", at(0))
    on_time = standing(running, at(4))
    assert (on_time.current, on_time.left, on_time.behind) == (running.items[0], 360, 0)
    assert (on_time.next, on_time.ends_at) == (running.items[1], at(60))
    over = standing(running, at(13))
    assert (over.left, over.behind, over.ends_at) == (-180, 180, at(63))
    late = standing(gone_to(running, "b", at(13)), at(20))
    assert (late.left, late.behind, late.ends_at) == (13 * 60, 180, at(63))
    early = standing(gone_to(running, "b", at(6)), at(8))
    assert (early.left, early.behind, early.ends_at) == (18 * 60, -240, at(56))
    skipped = standing(gone_to(running, "c", at(10)), at(10))
    assert skipped.behind == -20 * 60


def test_what_is_begun_goes_on_and_unknown_items_change_nothing() -> None:
    running = gone_to(AGENDA, "a", at(0))
    assert gone_to(running, "a", at(5)) == running
    assert gone_to(running, "gone", at(5)) == running


def test_an_agenda_is_edited_while_it_runs() -> None:
    running = gone_to(AGENDA, "a", at(0))
    longer = edited(running, [running.items[0].model_copy(update={"minutes": 15}), *reversed(running.items[1:])])
    assert (standing(longer, at(5)).left, standing(longer, at(5)).next) == (600, running.items[2])
    assert edited(running, running.items[1:]).current is None
    with pytest.raises(ValueError, match="at most 60"):
        edited(running, [AgendaItem(id=f"i{n}") for n in range(61)])
