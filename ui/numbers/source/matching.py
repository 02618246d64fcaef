"""Which activity of the log is which touchpoint: guessed from the names, settled by hand, remembered in the workshop."""

from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from journey.editing import Edit
from journey.model import Activity, keyed_id
from journey.numbers.kept import counts_kept, decided
from journey.numbers.matching import kept_name
from journey.numbers.meanings import other_words, proposed_phases
from journey.roles import Right
from ui.kit import controlled
from ui.kit.controlled import Field
from ui.kit.phase_chips import phase_chip
from ui.kit.tables import table
from ui.state import event_log, log_words, session
from ui.state.session import Saving
from ui.state.words import apart, figure, many, plain, safe, safe_name, share, spoken, t

if TYPE_CHECKING:
    from journey.numbers.log.tally import Tally
    from journey.numbers.matching import Matching

_AT_ONCE = 25
_IGNORED = "-"
_AUTOMATIC = ""


def draw() -> None:
    """What is not matched first, as choices; what is, as a table; then touchpoints that the log does not know."""
    found, matching = event_log.tallies(), event_log.matching()
    open_ones = [one for one in found if one.name in matching.unmatched]
    settled = [one for one in found if one.name not in matching.unmatched]
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.subheader(t("log_matching.heading"), anchor=False)
        if open_ones:
            events = sum(one.events for one in open_ones)
            of_all = events / (sum(one.events for one in found) or 1)
            st.caption(t("log_matching.unmatched", count=len(open_ones), share=share(of_all, 1)))
            _proposals(open_ones)
            _choices(open_ones, t("frame.choose"))
        else:
            st.success(t("log_matching.all_matched"), icon=":material/check:")
        _never_seen(found, matching)
    with right:
        st.subheader(t("log_matching.known"), anchor=False)
        if settled:
            st.html(_settled(settled, matching))
            with st.expander(t("log_matching.change"), icon=":material/edit:"):
                _choices(settled, t("log_matching.automatic"))
        else:
            st.caption(t("log_matching.none_known"))


def _proposals(found: "list[Tally]") -> None:
    """What steps mean by their names, to be taken with one click."""
    model = session.model()
    proposed = proposed_phases(model, [one.name for one in event_log.tallies()])
    free = {one.name: model.phase(proposed[one.name]) for one in found if one.name in proposed}
    said = [f"{_words(name)} → {plain(phase.name)}" for name, phase in free.items() if phase]
    if not said:
        return
    with st.container(border=True, key="proposed-phases"):
        st.markdown(t("log_matching.proposed", matches="; ".join(said)))
        st.button(
            many("log_matching.take", len(said)), icon=":material/done_all:", key="take-proposed",
            on_click=_take, args=(tuple(free),), disabled=not session.may(Right.EDIT),
        )  # fmt: skip


def _words(name: str) -> str:
    own = other_words(name, session.language())
    return f"{plain(name)} ({plain(own)})" if own else plain(name)


def _take(names: tuple[str, ...]) -> None:
    """Decide by hand what was proposed, as far as it is still open."""
    matching, proposed = (
        event_log.matching(),
        proposed_phases(session.model(), [one.name for one in event_log.tallies()]),
    )
    open_ones = [name for name in names if name in matching.unmatched and name in proposed]
    edits = [edit for name in open_ones for edit in decided(session.workshop(), name, phase=proposed[name])]
    if edits:
        session.attempt(edits)


def _targets() -> dict[str, str]:
    """What an activity can be: no step at all, a phase without a card, or a touchpoint."""
    model, workshop = session.model(), session.workshop()
    where = {phase.id: phase.name for phase in model.phases}
    cards = {card.id: f"{where.get(card.phase, '')} · {card.title}" for card in workshop.touchpoints}
    phases = {phase.id: t("log_matching.only_phase", phase=phase.name) for phase in model.phases}
    return {_IGNORED: t("log_matching.ignored")} | apart(phases | cards)


def _choices(found: "list[Tally]", undecided: str) -> None:
    targets = {_AUTOMATIC: undecided, **_targets()}
    for one in found[:_AT_ONCE]:
        name, choice = st.columns([2, 3], vertical_alignment="center")
        own = other_words(one.name, session.language())
        said = f"{safe(own)} · {_of_cases(one.cases)}" if own else _of_cases(one.cases)
        name.html(f"<b>{safe_name(one.name)}</b><br><span class='j-quiet'>{said}</span>")
        with choice:
            controlled.draw(_field(one.name, targets), partial(_choice, one.name, targets))
    if len(found) > _AT_ONCE:
        st.caption(t("log_matching.more", count=len(found) - _AT_ONCE))


def _of_cases(count: int) -> str:
    held = event_log.source()
    if held and held.whose:
        return f"{log_words.cases()}: {figure(count)}"
    return many("log_matching.in_cases", count)


def _choice(name: str, targets: dict[str, str], chosen: str, **bound: Any) -> None:
    options = list(targets)
    place = options.index(chosen) if chosen in options else 0
    st.selectbox(
        spoken(name), options, index=place, format_func=targets.__getitem__,
        label_visibility="collapsed", disabled=not kept_name(name), **bound,
    )  # fmt: skip


def _field(name: str, targets: dict[str, str]) -> Field:
    card = _card(name)
    return Field(
        f"match:{name}", partial(_held, name), partial(_match, name), name,
        cards=(card.id if card else keyed_id("activities", kept_name(name)),), show=targets.__getitem__, tidy=True,
    )  # fmt: skip


def _card(name: str) -> Activity | None:
    return next((card for card in session.workshop().activities if card.name == kept_name(name)), None)


def _held(name: str) -> str:
    card = _card(name)
    if card is None:
        return _AUTOMATIC
    target = _IGNORED if card.ignored else card.touchpoint or card.phase or _AUTOMATIC
    return target if target in _targets() else _AUTOMATIC


def _match(name: str, target: str) -> Saving:
    workshop = session.workshop()
    if target not in (_AUTOMATIC, *_targets()):  # a browser may still say it in the language before
        return Saving.NOTHING
    if target in (_AUTOMATIC, _IGNORED):
        return session.attempt(decided(workshop, name, ignored=target == _IGNORED))
    if workshop.touchpoint(target):
        return session.attempt(decided(workshop, name, touchpoint=target))
    return session.attempt(decided(workshop, name, phase=target))


def _settled(found: "list[Tally]", matching: "Matching") -> str:
    workshop, model = session.workshop(), session.model()
    rows = []
    for one in found:
        touchpoint = workshop.touchpoint(matching.touchpoint_of.get(one.name, ""))
        phase = matching.phase_of.get(one.name)
        place = model.index(phase) if phase else None
        what = phase_chip(place, model.phases[place].name) if place is not None else t("log_matching.ignored")
        if touchpoint:
            what += f"<br>{safe(touchpoint.title)}"
        own = other_words(one.name, session.language())
        rows.append((safe_name(f"{one.name} ({own})" if own else one.name), figure(one.cases), what))
    head = (t("log_matching.activity"), log_words.cases(), t("log_matching.belongs"))
    return table(t("log_matching.known"), head, rows)


def _never_seen(found: "tuple[Tally, ...]", matching: "Matching") -> None:
    seen = {matching.touchpoint_of[one.name] for one in found if one.name in matching.touchpoint_of}
    missing = [card for card in session.workshop().touchpoints if card.id not in seen]
    if missing:
        with st.expander(many("log_matching.never", len(missing)), expanded=True, icon=":material/search_off:"):
            st.caption(t("log_matching.never_help"))
            st.html("".join(f"<span class='j-chip'>{safe(card.title)}</span>" for card in missing))


def counted() -> list[Edit]:
    """The log's activities with their events and cases, as edits of the workshop."""
    return counts_kept(session.workshop(), event_log.matching(), event_log.tallies())
