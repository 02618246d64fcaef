"""What the room said becomes the workshop's, with its evidence: one change, which can be undone like any other."""

from collections.abc import Collection, Mapping
from datetime import date

from journey.editing import Change, Edit, change_of
from journey.live.exercise import ExerciseKind
from journey.live.exercise_state import ExerciseState, RoomCard
from journey.live.take_over.figures import agreed, felt_as, guessed_as, voted_for
from journey.live.take_over.ideas import CardFate, RoomIdea, fates, ideas
from journey.live.take_over.said import becomes, is_said, without_phase
from journey.live.take_over.saying import sayings
from journey.live.take_over.taking import TakeOver
from journey.model import Workshop

__all__ = ["TAKE_OVER", "CardFate", "RoomIdea", "fates", "ideas", "taken_over", "waiting", "without_phase"]

TAKE_OVER = "take_over"
"""The label of a change that takes over what the room said."""


def taken_over(
    workshop: Workshop,
    state: ExerciseState,
    *,
    people: int,
    day: date,
    chosen: Collection[str] | None = None,
    names: Mapping[str, str] | None = None,
    groups: Mapping[str, str] | None = None,
    phase: str = "",
) -> Change | None:
    """The change that takes over what a revealed exercise came to: cards become what the exercise collects (of a group one
    card, called as the group), the median score a touchpoint's emotion, guesses blind estimates, an opinion that more hold
    than the other an answer to the finding, votes a remark. Statements rest on a source of their own, "workshop, 14 people".

    `chosen` are ids of cards (any of a group stands for it), touchpoints, phases or options; None = all. `people` is how many
    were in the room, `names` what they are called, by participant's id, `groups` what the small groups are called, by id:
    their names stand beside what their cards became. `phase` takes what needs a phase and was put to none
    (`without_phase`); without one it waits. What was taken over before changes nothing. None
    when nothing is left to take over, or the exercise is not revealed."""
    if not state.exercise.is_shown:
        return None
    taking = TakeOver(
        workshop, state, people, day, None if chosen is None else frozenset(chosen), groups=groups or {}, phase=phase
    )
    match state.exercise.kind:
        case ExerciseKind.COLLECT | ExerciseKind.GROUP | ExerciseKind.COMMIT:
            becomes(taking)
        case ExerciseKind.FEEL:
            felt_as(taking)
        case ExerciseKind.ESTIMATE:
            guessed_as(taking, names or {})
        case ExerciseKind.VOTE:
            voted_for(taking)
        case ExerciseKind.CHECK:
            agreed(taking)
    edits: list[Edit] = taking.edits()
    return change_of(edits, TAKE_OVER)


def waiting(workshop: Workshop, state: ExerciseState) -> tuple[RoomCard, ...]:
    """The cards of a revealed exercise that are not in the workshop: not taken over yet, or deleted there since, and not set
    aside. Of a group none waits when one of it is there."""
    if not state.exercise.is_shown:
        return ()
    said = (one for one in sayings(state) if is_said(workshop, state.exercise, one))
    there = {card.id for one in said for card in one.cards} | set(state.exercise.set_aside)
    for group in state.groups:
        if there & set(group.cards):
            there |= set(group.cards)
    return tuple(card for card in state.cards.values() if card.id not in there)
