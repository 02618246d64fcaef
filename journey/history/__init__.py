"""What happened: changes named for people, values in words, and undo that is read from the log alone."""

from journey.history.names import card_name, counted, describe
from journey.history.stacks import LogEntry, Stacks, redo, undo, undo_stacks
from journey.history.words import field_words

__all__ = ["LogEntry", "Stacks", "card_name", "counted", "describe", "field_words", "redo", "undo", "undo_stacks"]
