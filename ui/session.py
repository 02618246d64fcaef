"""The only door to session state: the open workshop (a cache of the store), its undo history, language and place."""

import secrets
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec
from urllib.parse import urlsplit

import streamlit as st
from streamlit.runtime.scriptrunner import RerunException, get_script_run_ctx

from journey.editing import EDIT, Change, Edit, change_of
from journey.history import Stacks, author_name, describe, redo, undo, undo_stacks
from journey.model import Language, Workshop
from journey.phases import PhaseModel, model_of
from journey.store import (
    Clash,
    Conflict,
    Logged,
    NoSuchWorkshop,
    Opened,
    Place,
    Store,
    StoreError,
    folded,
    open_store,
    settled,
)
from journey.texts import text

if TYPE_CHECKING:
    from ui.controlled import Control, Field
    from ui.grid import Seed

Given = ParamSpec("Given")

COOKIE = "journey_browser"
_MOST_ENDS = 10


class Saving(Enum):
    """What became of edits: saved, nothing to save, refused because others changed the same cards, not saved for trouble
    with the store."""

    DONE = "done"
    NOTHING = "nothing"
    CLASH = "clash"
    TROUBLE = "trouble"


@dataclass
class Session:
    """What one browser tab holds between two runs. Everything durable is in the store."""

    browser: str
    language: Language = Language.DE
    opened: Opened | None = None
    log: tuple[Logged, ...] = ()
    conflict: Conflict | None = None
    refused: Change | None = None
    trouble: StoreError | None = None
    last_change: str = ""
    started: bool = False
    onward: str = ""
    generations: dict[str, int] = field(default_factory=dict)
    shelf: dict[str, Any] = field(default_factory=dict)
    tab: str = field(default_factory=secrets.token_hex)
    mine: set[int] = field(default_factory=set)
    path: str | None = None
    looks: dict[str, str] = field(default_factory=dict)
    visit: int = 0
    conflict_shown: bool = False
    selected: tuple[str, tuple[str, ...]] = ("", ())
    seeds: "dict[str, Seed]" = field(default_factory=dict)
    controls: "dict[str, Control]" = field(default_factory=dict)
    added: dict[str, tuple[str, float]] = field(default_factory=dict)
    drawn: "dict[str, Field]" = field(default_factory=dict)
    kept: dict[str, dict[str, tuple[str, int | None, int | None, bool]]] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)
    shown: tuple[str, int] = ("", 0)
    turn: int = 0
    turns: dict[str, int] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)
    redraw: bool = False


_RUNNING = threading.local()  # the threads that run a script do so for one tab, all their life


def current() -> Session:
    """The session of this tab. A thread looks it up once: each look into Streamlit's own state may cut a run off for the
    next one, and a callback that is saving must come to its end."""
    found: Session | None = getattr(_RUNNING, "session", None)
    return found if found is not None else _looked_up()


def _looked_up() -> Session:
    session: Session | None = st.session_state.get("session")
    if session is None:
        session = Session(browser=st.context.cookies.get(COOKIE) or secrets.token_urlsafe(16))
        st.session_state["session"] = session
    if get_script_run_ctx(suppress_warning=True) is not None:
        _RUNNING.session = session
    return session


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The one store of this server."""
    return open_store()


def language() -> Language:
    """The language that this person reads."""
    return current().language


def workshop() -> Workshop:
    """The open workshop. Pages are only run with one (see house.py)."""
    opened = current().opened
    if opened is None:
        raise NoSuchWorkshop("")
    return opened.workshop


def model() -> PhaseModel:
    """The open workshop's phase model in this person's language."""
    return model_of(workshop(), language())


# --- callbacks ------------------------------------------------------------------------------------------------------


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


# --- widget values, for callbacks -----------------------------------------------------------------------------------


def value(key: str, default: Any = None) -> Any:
    """What a widget with this key holds now."""
    return st.session_state.get(key, default)


def set_value(key: str, new: Any) -> None:
    """Set a widget's value; only before it is drawn in this run, or in a callback."""
    st.session_state[key] = new


def generation(name: str) -> int:
    """A counter that is part of a widget's key where the widget must start afresh now and then."""
    return current().generations.setdefault(name, 0)


def renew(name: str) -> None:
    """Let the widget with this generation start afresh."""
    current().generations[name] = generation(name) + 1


# --- opening and closing ---------------------------------------------------------------------------------------------


def open_workshop(workshop_id: str) -> bool:
    """Open a workshop in this tab; False when it is gone."""
    session = current()
    try:
        opened = store().open(workshop_id)
    except NoSuchWorkshop:
        return False
    session.opened, session.conflict, session.last_change = opened, None, ""
    session.controls.clear()
    session.seeds.clear()
    session.mine.clear()
    session.log = store().log(workshop_id)
    st.query_params["workshop"] = workshop_id
    return True


def close_workshop(workshop_id: str) -> None:
    """Leave this workshop, if it is the open one; it stays in the store."""
    opened = current().opened
    if opened and opened.workshop.frame.id == workshop_id:
        current().opened = None
        st.query_params.pop("workshop", None)


def begin() -> None:
    """First thing in every run: the workshop that the address names is open. A fresh tab learns its language, and where
    the address names none, on a step's address, it opens the workshop that this browser had open last."""
    session = current()
    fresh, session.started = not session.started, True
    session.onward = ""
    session.conflict_shown = False
    session.drawn.clear()
    session.kept.clear()
    session.turns.clear()
    asked = st.query_params.get("workshop")
    if fresh:
        remembered = store().place(session.browser)
        session.language = _first_language(remembered)
        if remembered and remembered.workshop and not asked:
            bare = urlsplit(st.context.url or "").path.strip("/") == ""
            asked = remembered.workshop if remembered.page or not bare else None
            session.onward = remembered.page if bare else ""
    held = session.opened.workshop.frame.id if session.opened else None
    if asked and asked != held and not open_workshop(asked):
        st.query_params.pop("workshop", None)
    wanted = {"lang": session.language.value}
    if session.opened:
        wanted["workshop"] = session.opened.workshop.frame.id
        if fresh and (card := st.query_params.get("card")):
            session.shelf["drawer"] = card
    if any(st.query_params.get(name) != words for name, words in wanted.items()):
        st.query_params.update(wanted)


def onward() -> str:
    """The page to go on to, when a fresh tab on the bare address left off at a step; else ""."""
    session = current()
    return session.onward if session.opened else ""


def _first_language(remembered: Place | None) -> Language:
    wish = st.query_params.get("lang") or (remembered.language if remembered else "") or (st.context.locale or "")[:2]
    return Language(wish) if wish in set(Language) else Language.DE


def remember_place(page: str) -> None:
    """Note in the store where this browser is, so that a closed tab and a killed server come back here."""
    session = current()
    here = Place(session.opened.workshop.frame.id if session.opened else None, page, session.language.value)
    if session.shelf.get("place") != here:
        store().remember(session.browser, here)
        session.shelf["place"] = here


def speak(new: Language) -> None:
    """Switch this person's language; place and input stay."""
    current().language = new
    st.query_params["lang"] = new.value


# --- changing the workshop -------------------------------------------------------------------------------------------


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
    return undo_stacks(current().log, current().browser)


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
    return next(entry for entry in current().log if entry.sequence == sequence)


def _save(change: Change) -> bool:
    """Save a change; a conflict is kept for the person to decide."""
    return _sent(change, keep_conflict=True) is Saving.DONE


def _sent(change: Change, *, keep_conflict: bool = False) -> Saving:
    session = current()
    opened = session.opened
    if opened is None:
        return Saving.NOTHING
    try:
        saved = store().save(opened.workshop.frame.id, change, opened.versions, session.browser)
    except Conflict as conflict:
        if keep_conflict:
            session.conflict, session.refused = conflict, change
        fold_in()
        return Saving.CLASH
    except StoreError as trouble:
        session.trouble = trouble
        return Saving.TROUBLE
    session.trouble = None
    session.mine.add(saved.sequence)
    fold_in()
    session.last_change = describe(change, workshop(), session.language, model())
    return Saving.DONE


def fold_in() -> bool:
    """Take in what was saved since, by this tab or others. True when something was."""
    session = current()
    if session.opened is None:
        return False
    news = store().since(session.opened.workshop.frame.id, session.opened.sequence)
    session.opened = folded(session.opened, news)
    session.log = (*session.log, *news)[-200:]
    return bool(news)


def others_since(sequence: int) -> tuple[Logged, ...]:
    """What other tabs have saved after this sequence number, of what this tab has taken in."""
    session = current()
    return tuple(one for one in session.log if one.sequence > sequence and one.sequence not in session.mine)


def news() -> tuple[Logged, ...]:
    """What others saved that this tab has not taken in yet."""
    opened = current().opened
    return store().since(opened.workshop.frame.id, opened.sequence) if opened else ()


def who_changed(*cards: str) -> str:
    """Who, of the others, changed one of these cards last, by name."""
    session = current()
    for one in reversed(session.log):
        if one.sequence not in session.mine and any(edit.id in cards for edit in one.change.edits):
            return name_of_browser(one.author)
    return name_of_browser("")


def is_by_others(*cards: str) -> bool:
    """Whether somebody else changed one of these cards, as far as this tab's log goes back."""
    me = current().browser
    return any(one.author != me and any(e.id in cards for e in one.change.edits) for one in current().log)


def name_of_browser(browser: str) -> str:
    """What the person in front of a browser is called here, as a sentence begins with it."""
    if browser == current().browser:
        return text("frame.other_window", language())
    opened = current().opened
    names = store().people.names(opened.workshop.frame.id) if opened else {}
    name = author_name(browser, names, current().browser, language())
    return name[:1].upper() + name[1:]


def show_conflict(clashes: Iterable[Clash]) -> None:
    """Let the person decide about cards that others changed too."""
    found = tuple(clashes)
    edits = (Edit(kind=one.kind, id=one.id, before=one.base, after=one.mine) for one in found)
    current().conflict, current().refused = Conflict(found), change_of(edits)


def arrive(path: str) -> None:
    """Note the page that is shown; `visit` counts every time that it, or its view, is another one than before."""
    session = current()
    if session.path != path:
        session.path, session.visit = path, session.visit + 1


def look_at(page: str, view: str) -> None:
    """Note the view of a page that is shown."""
    session = current()
    if session.looks.get(page) != view:
        session.looks[page], session.visit = view, session.visit + 1


def is_behind() -> bool:
    """Whether the store has changes that this tab has not seen: one primary-key read."""
    opened = current().opened
    return opened is not None and store().sequence(opened.workshop.frame.id) != opened.sequence


def settle_conflict(keep_mine: bool) -> None:
    """End the shown conflict: write this person's values over the others', or let the others' stand. What the refused
    change did to other cards is saved in both cases."""
    session = current()
    conflict, change = session.conflict, session.refused
    session.conflict = session.refused = None
    if conflict and change:
        kept = [clash.id for clash in conflict.conflicts] if keep_mine else []
        rest = settled(change, conflict, kept)
        if rest:
            _save(rest)
