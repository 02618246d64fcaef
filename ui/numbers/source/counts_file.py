"""A file of counts in place of a log: what it is, and its way into the typed counts, with a preview and in one step."""

from typing import TYPE_CHECKING

import streamlit as st

from journey.numbers.kept import counts_of_periods
from journey.roles import Right
from ui.kit.phase_chips import phase_chip
from ui.kit.tables import table
from ui.state import event_log, session
from ui.state.words import apart, figure, plain, safe, t
from ui.state.words import period as period_words

if TYPE_CHECKING:
    from journey.numbers.counted_file import CountedFile
    from journey.numbers.reading import Preview

_SHOWN = 6


def draw(preview: "Preview") -> None:
    """What the file is; its steps with the phases that they count; what would be taken over."""
    from journey.numbers.counted_file import counted_file

    st.info(t("counts_file.cash_book" if preview.is_cash_book else "counts_file.what"), icon=":material/tag:")
    found = counted_file(preview)
    counts = {} if found is None else _take_over(found)
    with st.container(horizontal=True, key="counts-ways"):
        if found is not None:
            st.button(
                t("counts_file.take"), type="primary", icon=":material/move_to_inbox:", key="counts-take",
                disabled=not counts or not session.may(Right.EDIT), on_click=_take, args=(counts,),
            )  # fmt: skip
        words = "by_hand" if found is None else "rather_by_hand"
        st.button(t(f"counts_file.{words}"), key="counts-by-hand", icon=":material/edit:", on_click=_by_hand)


def _take_over(found: "CountedFile") -> dict[str, dict[str, int]]:
    """What would be taken over: the counts of the phases in each period."""
    st.subheader(t("counts_file.heading"), anchor=False)
    st.caption(t("counts_file.help"))
    phases = {step: phase for step, phase in _phases(found).items() if phase}
    together = _together(found)
    counts = found.by_phase(phases, together=together)
    if found.adds_up and together is None and any(found.periods):
        st.caption(t("counts_file.adds_up"))
    if counts:
        st.html(_preview(counts))
    else:
        st.caption(t("counts_file.none_yet"))
    return counts


def _phases(found: "CountedFile") -> dict[str, str]:
    """The phase that each step counts: guessed by its name, or chosen."""
    from journey.numbers.matching import matched

    model = session.model()
    names = {"": t("counts_file.leave_out")} | apart({phase.id: phase.name for phase in model.phases})
    guessed = matched(session.workshop(), model, found.steps).phase_of
    options, chosen = list(names), {}
    with st.grid("auto", min_column_width=260, gap="small"):
        for step in found.steps:
            chosen[step] = st.selectbox(
                plain(step), options, index=options.index(guessed.get(step, "")), format_func=names.__getitem__,
                key=f"counts-phase:{model.id}:{step}",
            )  # fmt: skip
    return chosen


def _together(found: "CountedFile") -> str | None:
    """The name of one period for all; None where each is taken over by itself."""
    if len(found.periods) < 2:
        return None
    each = st.segmented_control(
        t("counts_file.periods"), ["each", "all"], default="each", required=True, key="counts-periods",
        format_func=lambda one: t(f"counts_file.{one}"),
    )  # fmt: skip
    return None if each == "each" else f"{found.periods[0]} – {found.periods[-1]}"


def _preview(counts: dict[str, dict[str, int]]) -> str:
    model = session.model()
    shown = list(counts)[-_SHOWN:]
    rows = [
        (phase_chip(place, phase.name), *(figure(counts[one][phase.id]) if phase.id in counts[one] else "–" for one in shown))
        for place, phase in enumerate(model.phases)
        if any(phase.id in counts[one] for one in shown)
    ]  # fmt: skip
    head = ("", *(safe(period_words(one)) if one else t("funnel.no_period") for one in shown))
    more = len(counts) - len(shown)
    said = f"<p class='j-quiet'>{safe(t('counts_file.more', count=figure(more)))}</p>" if more else ""
    return table(t("counts_file.heading"), head, rows, wide=len(head) > 4) + said


@session.to_its_end
def _take(counts: dict[str, dict[str, int]]) -> None:
    if session.commit(counts_of_periods(session.workshop(), counts), "paste_counts"):
        _by_hand()


def _by_hand() -> None:
    event_log.forget()
    session.set_value("view-numbers", "funnel")
