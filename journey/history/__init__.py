"""What happened: changes named for people, field by field in words, undo read from the log alone, earlier states."""

from journey.history.details import CardChange, Deed, FieldChange, details
from journey.history.names import card_name, counted, describe, is_deletion
from journey.history.past import TAKE_BACK, Overwritten, TakenBack, go_back_label, taken_back, unfolded
from journey.history.people import author_name
from journey.history.stacks import LogEntry, Stacks, redo, undo, undo_stacks
from journey.history.words import field_words, packed_words, photo_words

__all__ = [
    "TAKE_BACK",
    "CardChange",
    "Deed",
    "FieldChange",
    "LogEntry",
    "Overwritten",
    "Stacks",
    "TakenBack",
    "author_name",
    "card_name",
    "counted",
    "describe",
    "details",
    "field_words",
    "go_back_label",
    "is_deletion",
    "packed_words",
    "photo_words",
    "redo",
    "taken_back",
    "undo",
    "undo_stacks",
    "unfolded",
]
