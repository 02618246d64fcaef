"""The timer and the stages of an exercise."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journey.live import Exercise, ExerciseKind, ExerciseStage, Timer, finished, revealed, started, timed

START = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def test_it_runs_pauses_goes_on_and_gets_a_minute_more() -> None:
    timer = Timer(length=300).going(at(0))
    assert timer.left(at(60)) == 240
    paused = timer.paused(at(60))
    assert paused.left(at(500)) == 240
    on = paused.going(at(500)).longer()
    assert on.left(at(510)) == 290
    assert on.left(at(900)) == -100


def test_pausing_or_going_on_twice_changes_nothing() -> None:
    timer = Timer(length=300).going(at(0))
    assert timer.going(at(50)) == timer
    assert timer.paused(at(60)).paused(at(90)) == timer.paused(at(60))


@given(st.lists(st.tuples(st.floats(0, 500), st.booleans()), max_size=12), st.floats(0, 500))
def test_what_ran_is_the_sum_of_the_time_that_it_was_not_paused(spans: list[tuple[float, bool]], last: float) -> None:
    timer, clock, ran = Timer(length=60).going(at(0)), 0.0, 0.0
    running = True
    for seconds, pausing in spans:
        clock, ran = clock + seconds, ran + (seconds if running else 0.0)
        timer, running = (timer.paused(at(clock)), False) if pausing else (timer.going(at(clock)), True)
    ran += last if running else 0.0
    assert abs(timer.ran(at(clock + last)) - ran) < 1e-3


def test_a_clock_that_was_set_back_gives_no_time_away() -> None:
    assert Timer(length=300, used=10).going(at(100)).left(at(40)) == 290


def test_an_exercise_goes_forward_alone() -> None:
    prepared = Exercise(id="exercise", kind=ExerciseKind.COLLECT, minutes=5)
    assert revealed(prepared, at(0)) == finished(prepared, at(0)) == prepared
    silent = started(prepared, at(0))
    assert (silent.stage, silent.timer.left(at(60))) == (ExerciseStage.SILENT, 240)
    shown = revealed(silent, at(60))
    assert (shown.stage, shown.timer.left(at(999))) == (ExerciseStage.REVEALED, 240)
    assert started(shown, at(70)) == revealed(shown, at(70)) == shown
    done = finished(shown, at(80))
    assert (done.stage, revealed(done, at(90))) == (ExerciseStage.DONE, done)
    longer = timed(silent, silent.timer.longer())
    assert longer.timer.left(at(60)) == 300
