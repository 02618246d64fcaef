"""Changing the open workshop: every change is saved at once, and what others saved meanwhile comes in with it."""

from collections.abc import Callable, Iterable
from enum import Enum
from functools import wraps
from typing import ParamSpec

from streamlit.runtime.scriptrunner import RerunException

from journey.editing import EDIT, Change, Edit, change_of
from journey.history import Stacks, describe, redo, undo, undo_stacks
from journey.store import Clash, Conflict, Logged, StoreError, folded, settled
from ui.state.session.database import store
from ui.state.session.tab import current, here, language, model, workshop

Given = ParamSpec("Given")

_LOGGED = 200
_MOST_ENDS = 10


class Saving(Enum):
    """What became of edits: saved, nothing to save, refused because others changed the same cards, not saved for trouble
    with the store."""

    DONE = "done"
    NOTHING = "nothing"
    CLASH = "clash"
    TROUBLE = "trouble"


def to_its_end(act: Callable[Given, None]) -> Callable[Given, None]:
    """A callback that does all it does, and may be begun again: where the next run is asked for meanwhile, as by a tap on
    a link right after typing, Streamlit ends a callback at its next look into the session's state, for good."""

    @wraps(act)
    def done(*args: Given.args, **named: Given.kwargs) -> None:
        asked = None
        for _ in range(_MOST_ENDS):
            try:
                act(*args, **named)
                break
            except RerunException as rerun:
                asked = rerun
        if asked:
            raise asked

    return done


def commit(edits: Iterable[Edit], label: str = EDIT) -> bool:
    """Save edits as one change, at once. False when there was nothing to save, a conflict or trouble with the disk
    (both are then shown by the frame)."""
    change = change_of(edits, label)
    return change is not None and _save(change)


def attempt(edits: Iterable[Edit]) -> Saving:
    """Save edits as one change, at once. Where others changed the same cards meanwhile, their changes are taken in and
    nothing is saved nor shown: the caller looks again."""
    change = change_of(edits)
    return Saving.NOTHING if change is None else _sent(change)


def stacks() -> Stacks:
    """What this browser can undo and redo in the open workshop."""
    return undo_stacks(here().log, current().browser)


def undo_last() -> bool:
    """Take back this browser's last change."""
    undoable = stacks().undoable
    return bool(undoable) and _save(undo(_logged(undoable[-1]).change, undoable[-1]))


def redo_last() -> bool:
    """Repeat what was taken back last."""
    redoable = stacks().redoable
    return bool(redoable) and _save(redo(_logged(redoable[-1]).change, redoable[-1]))


def name_of(sequence: int) -> str:
    """The name of a logged change, in this person's language."""
    return describe(_logged(sequence).change, workshop(), language(), model())


def _logged(sequence: int) -> Logged:
    return next(entry for entry in here().log if entry.sequence == sequence)


def _save(change: Change) -> bool:
    """Save a change; a conflict is kept for the person to decide."""
    return _sent(change, keep_conflict=True) is Saving.DONE


def _sent(change: Change, *, keep_conflict: bool = False) -> Saving:
    session, held = current(), current().here
    if held is None:
        return Saving.NOTHING
    try:
        saved = store().save(held.opened.workshop.frame.id, change, held.opened.versions, session.browser)
    except Conflict as conflict:
        if keep_conflict:
            held.conflict, held.refused = conflict, change
        fold_in()
        return Saving.CLASH
    except StoreError as trouble:
        session.trouble = trouble
        return Saving.TROUBLE
    session.trouble = None
    held.mine.add(saved.sequence)
    fold_in()
    held.last_change = describe(change, workshop(), session.language, model())
    return Saving.DONE


def fold_in() -> bool:
    """Take in what was saved since, by this tab or others. True when something was."""
    held = current().here
    if held is None:
        return False
    news = store().since(held.opened.workshop.frame.id, held.opened.sequence)
    held.opened = folded(held.opened, news)
    held.log = (*held.log, *news)[-_LOGGED:]
    return bool(news)


def show_conflict(clashes: Iterable[Clash]) -> None:
    """Let the person decide about cards that others changed too."""
    found = tuple(clashes)
    edits = (Edit(kind=one.kind, id=one.id, before=one.base, after=one.mine) for one in found)
    here().conflict, here().refused = Conflict(found), change_of(edits)


def settle_conflict(keep_mine: bool) -> None:
    """End the shown conflict: write this person's values over the others', or let the others' stand. What the refused
    change did to other cards is saved in both cases."""
    held = here()
    conflict, change = held.conflict, held.refused
    held.conflict = held.refused = None
    if conflict and change:
        kept = [clash.id for clash in conflict.conflicts] if keep_mine else []
        rest = settled(change, conflict, kept)
        if rest:
            _save(rest)
