"""The two dialogs of the history: take one change back, and look at an earlier state and go back to it. Each shows what
would change before anything does, and what of others' later work would go. It stays open over reruns until closed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from journey.editing import Edit, difference
from journey.history import TAKE_BACK, CardChange, Deed, TakenBack, go_back_label, taken_back
from journey.model import Workshop
from journey.store import Logged, NamedVersion, Sought, StoreError
from ui.cards import take_home
from ui.history.wording import caller, cards, name_of, take_back_word, told
from ui.kit import delivery, download
from ui.state import session
from ui.state.words import many, moment, plain, safe, t

_CARDS = 200
_LATER = 10


@dataclass
class Dialog:
    """The dialog that is asked for (what, of which change, of which version), whether others changed the workshop since
    it was shown, and what was done: the page tells that, because it runs anew and a toast would be cut short."""

    asked: tuple[str, int, str] | None = None
    stale: bool = False
    done: str = ""


def ask(what: str, sequence: int, version: str = "") -> None:
    """Ask for a dialog: "take_back" a change, or look at the "state" after it (that of a version, by its id)."""
    _closed()
    session.of_workshop(Dialog).asked = (what, sequence, version)


def show() -> None:
    """Draw the dialog that was asked for, or say what was done. Called once, at the end of the page."""
    dialog = session.of_workshop(Dialog)
    if dialog.done:
        st.toast(plain(dialog.done), icon=":material/history:")
    dialog.done = ""
    if dialog.asked:
        what, sequence, version = dialog.asked
        draw = _take_back if what == "take_back" else _state
        entry = _entry(sequence) if what == "take_back" else None
        heading = take_back_word(entry) if entry else what
        title = t(f"history.page.{heading}_heading")
        delivery.dialog(title, _drawn, width="large", on_dismiss=_closed)(draw, sequence, version)


def _drawn(draw: Callable[[int, str], None], sequence: int, version: str) -> None:
    if not session.of_workshop(Dialog).asked:
        st.rerun()  # done in a callback: the whole page runs anew, without the dialog
    draw(sequence, version)


def _closed() -> None:
    dialog = session.of_workshop(Dialog)
    dialog.asked, dialog.stale = None, False


def _act(edits: tuple[Edit, ...], label: str, seen: int) -> None:
    """Do what was shown; when somebody changed the workshop since it was shown, show it anew instead."""
    session.fold_in()
    if latest() != seen:
        session.of_workshop(Dialog).stale = True
        return
    done = session.commit(edits, label)
    _closed()
    if done:
        session.of_workshop(Dialog).done = session.here().last_change


def _stale_notice() -> None:
    if session.of_workshop(Dialog).stale:
        st.warning(t("history.page.stale"), icon=":material/sync:")


def latest() -> int:
    """The number of the last change that this tab has taken in."""
    opened = session.current().opened
    return opened.sequence if opened else 0


# --- one change taken back -------------------------------------------------------------------------------------------


def _take_back(sequence: int, _version: str) -> None:
    entry = _entry(sequence)
    if entry is None:
        return
    st.html(
        f"<p class='j-quiet'>{safe(caller()(entry.author))} · {moment(entry.at)}</p><p><b>{safe(name_of(entry))}</b></p>"
    )
    _stale_notice()
    back = taken_back(session.workshop(), entry.change)
    if not back.edits:
        st.info(t("history.page.nothing_left"), icon=":material/done_all:")
        return
    if back.overwritten:
        _overwritten(sequence, back)
    st.markdown(f"**{t('history.page.will_be')}**")
    _scroll(told(back.edits))
    st.caption(t("history.page.undoable"))
    name = "take_back_anyway" if back.overwritten else take_back_word(entry)
    if st.button(t(f"history.page.{name}"), key="take-back-now", type="primary", icon=":material/undo:",
                 on_click=_act, args=(back.edits, f"{TAKE_BACK}:{sequence}", latest())):  # fmt: skip
        st.rerun()


def _overwritten(sequence: int, back: TakenBack) -> None:
    """Like a conflict: what was written later and goes, and who wrote it."""
    st.warning(t("history.page.overwrites"), icon=":material/group:")
    titles = {change.id: change for change in told(back.edits)}
    lines = []
    for one in back.overwritten:
        change = titles[one.id]
        words = ", ".join(field.word for field in change.fields if field.field in one.fields)
        lines.append(f"{change.title}{f' ({words})' if words else ''}")
    found = Sought(cards=tuple(one.id for one in back.overwritten), after=sequence)
    later = session.store().past.page(session.workshop().frame.id, found, limit=_LATER)
    called = caller()
    _lines(lines)
    st.markdown(f"**{t('history.page.later')}**")
    _lines([f"{called(entry.author)}, {moment(entry.at)}: {name_of(entry)}" for entry in later])


def _lines(lines: list[str]) -> None:
    st.html(f"<ul class='j-deeds'>{''.join(f'<li>{safe(line)}</li>' for line in lines)}</ul>")


def _entry(sequence: int) -> Logged | None:
    found = session.store().past.page(session.workshop().frame.id, before=sequence + 1, limit=1)
    return found[0] if found and found[0].sequence == sequence else None


# --- an earlier state --------------------------------------------------------------------------------------------------


def _state(sequence: int, version_id: str) -> None:
    store, now = session.store(), session.workshop()
    version = next((one for one in store.past.versions(now.frame.id) if one.id == version_id), None)
    try:
        then = store.past.at(now.frame.id, sequence)
    except StoreError as trouble:
        st.error(t(trouble.key), icon=":material/error:")
        return
    st.html(_which(sequence, version))
    _stale_notice()
    edits = tuple(difference(now, then))
    if edits:
        _preview(edits, sequence)
        st.caption(t("history.page.undoable"))
    else:
        st.info(t("history.page.same"), icon=":material/done_all:")
    with st.container(horizontal=True):
        label = go_back_label(sequence, version.name if version else "")
        if st.button(t("history.page.go_back_now"), key="go-back-now", type="primary", icon=":material/history:",
                     disabled=not edits, on_click=_act, args=(edits, label, latest())):  # fmt: skip
            st.rerun()
        _downloads(then, version.name if version else t("history.page.number", number=sequence))


def _which(sequence: int, version: NamedVersion | None) -> str:
    if version:
        who = t("history.page.version_by", who=caller()(version.author), when=moment(version.at), number=sequence)
        return f"<p><b>⚑ {safe(version.name)}</b></p><p class='j-quiet'>{safe(who)}</p>"
    entry = _entry(sequence)
    if entry is None:
        return f"<p><b>{t('history.page.at_begin')}</b></p>"
    head = t("history.page.state_after", number=sequence, when=moment(entry.at), who=caller()(entry.author))
    return f"<p class='j-quiet'>{safe(head)}</p><p><b>{safe(name_of(entry))}</b></p>"


def _preview(edits: tuple[Edit, ...], sequence: int) -> None:
    changes = told(edits)
    numbers = [many(f"history.page.going_{deed.value}", count) for deed in Deed
               if (count := sum(change.deed is deed for change in changes))]  # fmt: skip
    st.markdown(f"**{t('history.page.compared')}** {' · '.join(numbers)}")
    counts = session.store().past.counts(session.workshop().frame.id, sequence)
    called, me = caller(), session.current().browser
    others = [f"{called(who)} ({many('history.page.changes', n)})" for who, n in counts.items() if who != me]
    if others:
        st.warning(plain(t("history.page.others", who=", ".join(others))), icon=":material/group:")
    _scroll(changes)


def _scroll(changes: Sequence[CardChange]) -> None:
    """Streamlit's own scrolling container cannot be reached by keyboard when it holds words alone."""
    inside = cards(changes, _CARDS, to_come=True)
    label = safe(t("history.page.will_be"))
    st.html(f"<div class='j-preview' tabindex='0' role='region' aria-label='{label}'>{inside}</div>")


def _downloads(then: Workshop, name: str) -> None:
    titled = then.with_frame(then.frame.model_copy(update={"title": f"{download.cut(then.frame.title, 35)} {name}"}))
    take_home.documents(then, titled, session.language(), "state", aside=True)
