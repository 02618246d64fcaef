"""What a room voted for becomes a value: of cards, of what became of the room's cards, and of what is called so."""

import pytest

from journey.critic import findings
from journey.editing import applied, change_of
from journey.live import ExerciseKind, ExerciseStage, Option
from journey.live.take_over.priorities import values_voted
from journey.model import Language, Workshop
from journey.priorities import subjects_of
from tests.builders import PHASE, a_priority, a_touchpoint, a_workshop, an_opportunity
from tests.live.scenes import a_dot, after, an_exercise, by

IDEA = an_opportunity("Größer drucken", id="large")
POSTER = a_touchpoint("Plakat", id="poster", pain_points="Zu klein")


def _voted(workshop: Workshop, field: str = "value_customers") -> Workshop:
    options = [
        Option(id=IDEA.id, words="Größer drucken", place=PHASE),
        Option(id="said", words="zu klein", place=PHASE),
        Option(id="else", words="Etwas ganz anderes", place=PHASE),
    ]
    dots = [by(who, a_dot(1, IDEA.id), a_dot(2, other)) for who, other in (("petra", "said"), ("otto", "else"))]
    state = after(an_exercise(ExerciseKind.VOTE, stage=ExerciseStage.REVEALED, options=options), *dots)
    subjects = subjects_of(workshop, findings(workshop, Language.DE), Language.DE)
    change = change_of(values_voted(workshop, state, subjects, field))
    return applied(workshop, change) if change else workshop


@pytest.mark.parametrize("field", ["value_customers", "value_firm"])
def test_votes_are_values_in_proportion_and_twice_is_once(field: str) -> None:
    once = _voted(a_workshop(opportunities=[IDEA], touchpoints=[POSTER]), field)
    assert {one.subject: getattr(one, field) for one in once.priorities} == {"Größer drucken": 5, "Zu klein": 3}
    assert _voted(once, field) == once


def test_what_was_rated_keeps_its_effort_and_its_other_value() -> None:
    rated = a_priority("Größer drucken", card="large", effort=2, value_firm=1, value_customers=1)
    now = _voted(a_workshop(opportunities=[IDEA], priorities=[rated]))
    [one] = now.priorities
    assert (one.id, one.effort, one.value_firm, one.value_customers) == (rated.id, 2, 1, 5)
