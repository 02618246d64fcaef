"""Actions over rounds: judged against the last round in which they were still to be done."""

from datetime import date

from journey.actions import Outcome, Uncertainty
from journey.editing import applied, change_of, put, revise
from journey.model import ActionState, Workshop
from journey.rounds import closing, judged_over_rounds
from journey.rounds.kept import Kept
from tests.builders import PHASE, a_count, a_workshop, an_action
from tests.rounds.test_closing_and_opening import NOTHING

STEP = "aida-plus.favorability"


def _counted(workshop: Workshop, period: str, reached: int) -> Workshop:
    counts = [*workshop.counts, a_count(1_000, PHASE, period=period), a_count(reached, STEP, period=period)]
    for place, one in enumerate(counts):
        counts[place] = one.model_copy(update={"rank": float(place)})
    return workshop.with_collection("counts", counts)


def _closed(workshop: Workshop, name: str, kept: Kept = NOTHING) -> Workshop:
    change = change_of(closing(workshop, name, date(2026, 11, 29), kept))
    assert change
    return applied(workshop, change)


def _with_state(workshop: Workshop, state: ActionState) -> Workshop:
    change = change_of(put(workshop, *(revise(action, state=state) for action in workshop.actions)))
    assert change
    return applied(workshop, change)


def test_the_value_before_is_that_of_the_last_round_in_which_the_action_was_to_be_done() -> None:
    start = a_workshop(actions=[an_action("Band", id="band", step=STEP, before=1, people_before=1_000)])
    first = _closed(_counted(start, "Q1", 100), "1")
    second = _closed(_counted(first, "Q2", 200), "2")
    done = _closed(_counted(_with_state(second, ActionState.DONE), "Q3", 260), "3")
    now = _counted(done, "Q4", 262)
    found = judged_over_rounds(now)["band"]
    assert found.before
    assert found.after
    assert (found.before.value, round(found.after.value, 9)) == (20, 26.2), (
        "round 2, when it was still to be done, and today"
    )
    assert found.outcome is Outcome.MOVED


def test_without_such_a_round_the_value_that_was_noted_counts() -> None:
    bare = _closed(_counted(a_workshop(), "Q1", 100), "1")
    action = an_action(id="late", step=STEP, before=20, people_before=1_000, state=ActionState.DONE)
    noted = judged_over_rounds(_counted(bare.with_collection("actions", [action]), "Q2", 260))["late"]
    assert noted.before
    assert noted.before.value == 20
    done = _closed(_counted(bare.with_collection("actions", [action]), "Q2", 260), "2")
    assert judged_over_rounds(_counted(done, "Q3", 300))["late"].before == noted.before, "it was done already then"
    none = bare.with_collection("actions", [revise(action, before=None)])
    assert judged_over_rounds(none)["late"].uncertainty is Uncertainty.NO_BEFORE
