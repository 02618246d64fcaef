"""Undo and redo folded from the append-only log: they survive a refresh, a closed tab and a killed server.

Both stacks hold sequence numbers of the *original* changes. An undo and a redo name the original too, however often
it goes back and forth; their own sequence numbers are never on a stack.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from journey.editing import Change
from journey.model import new_id


class LogEntry(Protocol):
    """What a log holds of a change."""

    @property
    def sequence(self) -> int:
        """The change's number in the log."""

    @property
    def author(self) -> str:
        """Who made the change."""

    @property
    def change(self) -> Change:
        """The change itself."""


@dataclass(frozen=True)
class Stacks:
    """What an author can undo and redo: sequence numbers of original changes, the next one last."""

    undoable: tuple[int, ...] = ()
    redoable: tuple[int, ...] = ()


def undo_stacks(log: Iterable[LogEntry], author: str) -> Stacks:
    """The stacks of an author after a log, oldest entry first. Others' entries are passed over.

    A change that names an original which this author cannot undo or redo (it lies before the part of the log at
    hand, say) counts as a change of its own.
    """
    undoable: list[int] = []
    redoable: list[int] = []
    for entry in log:
        if entry.author != author:
            continue
        if entry.change.undoes in undoable:
            _move(entry.change.undoes, undoable, redoable)
        elif entry.change.redoes in redoable:
            _move(entry.change.redoes, redoable, undoable)
        else:
            undoable.append(entry.sequence)
            redoable.clear()
    return Stacks(tuple(undoable), tuple(redoable))


def undo(change: Change, sequence: int) -> Change:
    """The change that takes back a logged change with this sequence number."""
    return change.inverse().model_copy(update={"undoes": sequence})


def redo(change: Change, sequence: int) -> Change:
    """The change that repeats a logged change with this sequence number after it was undone."""
    return Change(id=new_id(), label=change.label, edits=change.edits, redoes=sequence)


def _move(sequence: int | None, source: list[int], target: list[int]) -> None:
    if sequence is not None:
        source.remove(sequence)
        target.append(sequence)
