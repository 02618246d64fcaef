"""What the team will do: what each action shall move, whether that moved, and whose turn it is."""

from journey.actions.aims import Aim, aim_of, aim_words, current_figure, moves_a_step, value_words
from journey.actions.carrying import carried_over, put_into
from journey.actions.judging import Judgement, Outcome, Uncertainty, judged, judged_all
from journey.actions.order import by_owner, by_state, is_overdue, is_same_owner, owned_by, soonest_first
from journey.actions.own_page import OWNERS_STATES, OwnAction, OwnersEntry, OwnPage, own_page, owners_edits
from journey.actions.wording import judgement_words

__all__ = [
    "OWNERS_STATES",
    "Aim",
    "Judgement",
    "Outcome",
    "OwnAction",
    "OwnPage",
    "OwnersEntry",
    "Uncertainty",
    "aim_of",
    "aim_words",
    "by_owner",
    "by_state",
    "carried_over",
    "current_figure",
    "is_overdue",
    "is_same_owner",
    "judged",
    "judged_all",
    "judgement_words",
    "moves_a_step",
    "own_page",
    "owned_by",
    "owners_edits",
    "put_into",
    "soonest_first",
    "value_words",
]
