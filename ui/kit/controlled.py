"""The one mechanism of every field that saves itself: what a person typed is in the field, or saved, or both.

A field rests on the document's value. Its widget has that value as its default, so that one which the browser draws anew
shows what the document holds, whatever the session remembers of it; where the value was changed elsewhere, it is set
besides, which the browser passes over while somebody types. A message that crosses it still brings the former value, which
nobody typed: nothing is saved until the browser says that it has seen the new one. What is typed and not yet saved lies with the browser
(keeper.js), which puts it back into every field that is drawn anew. A save compares: where the document no longer holds
what the text rests on, nothing is written, both are shown at the field, and the person decides.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from journey.roles import Right
from journey.store import StoreError
from ui.kit import keeper
from ui.state import session
from ui.state.session import Saving
from ui.state.words import plain, t

_UNSEEN = object()
_MOST_TRIES = 5


class Refused(ValueError):
    """What was typed is not what the field holds; the message is for the person."""


@dataclass
class Control:
    """What a tab knows of one of its fields. `rests_on` is the document's value that the widget was given or that this
    person saved last; `settled` is the widget's value that was last saved or taken back. `turn` is when the widget was set
    last, and `former` what messages may still bring that were sent before the browser saw that."""

    rests_on: Any = _UNSEEN
    settled: Any = _UNSEEN
    turn: int = 0
    former: list[Any] = field(default_factory=list)
    outdated: bool = False
    clash: bool = False
    problem: str = ""

    @property
    def unsaved(self) -> bool:
        """Whether the widget holds something that could not be saved."""
        return self.clash or bool(self.problem)


@dataclass(frozen=True)
class Field:
    """A widget bound to a value. `read` gives the document's value as the widget shows it, at any time; `save` parses what
    the widget holds and saves it (Refused when it cannot be read). `cards` are the entities that it is about, also one that
    is not there yet and whose id is known (`Workshop.id_for`); none where it is about no card, as in a live room. `words` is what it is called, `show` puts a value into words where two of them are compared. A `tidy` field shows what was saved
    in the document's own form, once it is left."""

    key: str
    read: Callable[[], Any]
    save: Callable[[Any], Saving]
    words: str
    cards: tuple[str, ...] = ()
    show: Callable[[Any], str] = field(default=str)
    tidy: bool = False

    @property
    def place(self) -> str:
        """Where the field stands."""
        return keeper.place_of(self.key)


@dataclass
class _Controls:
    by_key: dict[str, Control] = field(default_factory=dict)


@dataclass
class _Drawn:
    """The fields that stand on the page, and whether one of them waits for a run of it."""

    fields: dict[str, Field] = field(default_factory=dict)
    again: bool = False


def draw(one: Field, widget: Callable[..., Any]) -> None:
    """A field: `widget` is called with the value to begin with and with `key`, `on_change` and `args`, and `disabled` for who
    may only read. Below it stands what could not be saved, and why."""
    control = _given(one)
    bound: dict[str, Any] = {} if session.may(Right.EDIT) else {"disabled": True}
    widget(control.rests_on, key=one.key, on_change=_changed, args=(one,), **bound)
    settled = None if control.unsaved else control.settled
    keeper.keep(one.place, one.key, settled=settled, rests_on=control.rests_on, saves=True, turn=control.turn)
    session.of_run(_Drawn).fields[one.key] = one
    if control.unsaved or control.outdated:
        _notes(one, control)


def begin(place: str) -> None:
    """A place is about to be drawn: it has no fields yet."""
    drawn = session.of_run(_Drawn).fields
    for key in [key for key, one in drawn.items() if one.place == place]:
        del drawn[key]


def settle(place: str) -> bool:
    """Save what the widgets of a place hold and no change has told yet. False where something cannot be saved: the browser
    then shows the first such field."""
    fields = [one for one in session.of_run(_Drawn).fields.values() if one.place == place]
    for one in fields:
        control = _control(one)
        raw = session.value(one.key, _UNSEEN)
        if raw is not _UNSEEN and raw not in (control.settled, control.rests_on) and not control.unsaved:
            _try(one, control, raw)
    unsaved = next((one for one in fields if _control(one).unsaved), None)
    if unsaved:
        keeper.show(unsaved.key)
    return unsaved is None


def outdated(key: str) -> None:
    """The browser says that what is typed into a field began on another value than the field has now."""
    one = session.of_run(_Drawn).fields.get(key)
    if one and _is_by_others(one):
        _control(one).outdated = session.of_run(_Drawn).again = True


def wants_a_run() -> bool:
    """Whether a field has something to say that it does not show yet."""
    return session.of_run(_Drawn).again


def _control(one: Field) -> Control:
    return session.of_workshop(_Controls).by_key.setdefault(one.key, Control())


def _given(one: Field) -> Control:
    """The field's state, with the document's value of now; what could not be saved stays as it is."""
    control, now = _control(one), one.read()
    if control.rests_on is _UNSEEN:
        control.rests_on = control.settled = now
    elif now != control.rests_on and not control.unsaved:
        _give(one, control, now)
    elif _is_crossed(one, control) and session.value(one.key, _UNSEEN) == control.rests_on:
        session.set_value(
            one.key, control.rests_on
        )  # Streamlit drops what it has not sent yet when a part is run again
    return control


def _give(one: Field, control: Control, now: Any) -> None:
    """Let the widget show a value of the document."""
    if not _is_crossed(one, control):
        control.former.clear()
    control.former.append(session.value(one.key, control.rests_on))
    control.turn = keeper.next_turn()
    session.set_value(one.key, now)
    control.rests_on = control.settled = now


def _is_by_others(one: Field) -> bool:
    """Whether somebody else may have changed what the field is about; of what is no card nobody knows who did."""
    return not one.cards or session.is_by_others(*one.cards)


def _is_crossed(one: Field, control: Control) -> bool:
    """Whether what the browser said last was said before it saw what the widget was set to."""
    return control.turn > keeper.seen(one.place)


@session.to_its_end
def _changed(one: Field) -> None:
    _try(one, _control(one), session.value(one.key))


def _try(one: Field, control: Control, raw: Any, *, anyway: bool = False) -> None:
    """Save what was typed unless the document has moved on; others' changes of the same card do not stand in the way."""
    crossed = not anyway and _is_crossed(one, control)
    if not any(map(session.workshop().find, one.cards)):
        with suppress(StoreError):  # saving tells of it
            session.fold_in()  # what is not there yet may have been made by others meanwhile
    if crossed and raw in control.former:
        session.set_value(one.key, control.rests_on)
        return
    control.problem, control.clash, outcome = "", False, Saving.NOTHING
    for _ in range(_MOST_TRIES):
        now = one.read()
        if raw == now or (raw is None and not now):  # a browser that was away tells what its fields hold
            outcome = Saving.NOTHING
            break
        unread = crossed and _is_by_others(one)
        if not anyway and (now != control.rests_on or control.outdated or unread):
            control.clash = True
            return
        try:
            outcome = one.save(raw)
        except Refused as error:
            control.problem = str(error)
            return
        if outcome is not Saving.CLASH:
            break
    if outcome is Saving.TROUBLE or outcome is Saving.CLASH:
        control.problem = t("field.not_saved")
        return
    control.rests_on, control.settled, control.outdated, control.turn = one.read(), raw, False, 0
    keeper.saved(one.key, raw)
    if one.tidy and control.rests_on != raw:
        _give(one, control, control.rests_on)
        control.settled = raw


def _notes(one: Field, control: Control) -> None:
    if control.problem:
        st.error(control.problem, icon=":material/error:")
        with st.container(horizontal=True, key=f"unsaved-{one.key}"):
            if control.problem == t("field.not_saved"):
                _button(one, "again", _mine, icon="refresh")
            _button(one, "back", _theirs, icon="undo")
        return
    who = session.who_changed(*one.cards)
    theirs = one.show(one.read()) or t("field.empty")
    if not control.clash:  # somebody is still typing
        st.info(t("field.news", who=plain(who), theirs=plain(theirs)), icon=":material/group:")
        _button(one, "theirs", _theirs, icon="group")
        return
    st.warning(t("field.clash", who=plain(who), theirs=plain(theirs)), icon=":material/group:")
    with st.container(horizontal=True, key=f"conflict-{one.key}"):
        _button(one, "mine", _mine, icon="check")
        _button(one, "theirs", _theirs, icon="group")


def _button(one: Field, name: str, act: Callable[[Field], None], *, icon: str) -> None:
    st.button(t(f"field.{name}"), key=f"{one.key}:{name}", icon=f":material/{icon}:", on_click=act, args=(one,))


def _mine(one: Field) -> None:
    _try(one, _control(one), session.value(one.key), anyway=True)


def _theirs(one: Field) -> None:
    """Take back what was typed: the field shows what the document holds by now."""
    session.fold_in()
    control = _control(one)
    raw = session.value(one.key)
    control.problem, control.clash, control.outdated = "", False, False
    _give(one, control, one.read())
    control.settled = raw  # the browser may forget it
