"""The funnel: counts per phase typed in or pasted, the picture and the steps in words."""

from functools import partial
from typing import Any

import streamlit as st

from journey.editing import next_rank, put, remove, revise
from journey.model import LINE_LIMIT, Phase, PhaseCount, keyed_id
from journey.numbers import Funnel, funnel, periods
from journey.numbers.kept import counts_for
from journey.numbers.pasted import parse_counts
from ui.cards import pictures
from ui.kit import controlled, lines, picture
from ui.kit.controlled import Field, Refused
from ui.kit.fields import read_whole
from ui.kit.tables import figure_tiles
from ui.state import session
from ui.state.numbers_state import new_periods
from ui.state.session import Saving
from ui.state.words import figure, plain, safe, share, spoken, t
from ui.state.words import period as period_words


def draw() -> None:
    """Counts at the left, the funnel at the right."""
    typed, right = st.columns([2, 3], gap="large")
    with typed:
        period = _period()
        _counts(period)
        _paste(period)
    with right:
        stages = funnel(session.workshop().counts, session.model(), period=period)
        if len(stages.counted) < 2:
            st.info(t("funnel.empty"), icon=":material/filter_alt:")
        else:
            summary(stages)
            _picture(stages)


def _period() -> str:
    known = list(periods(session.workshop())) or [""]
    added = new_periods()
    options = [*known, *(period for period in added if period not in known)]
    chosen = st.selectbox(
        t("fields.counts.period"), options, index=len(options) - 1, accept_new_options=True, key=session.own("funnel-period"),
        format_func=_called(options).__getitem__, help=t("funnel.period_help"), persist_state="session",
    )  # fmt: skip
    period = str(chosen or "").strip()[:LINE_LIMIT]
    if period not in options:
        added.append(period)
    return period


def _called(options: list[str]) -> "_Names":
    """The periods as people read them; where two would read the same, as they were typed."""
    read = [period_words(name) for name in options]
    return _Names(
        {name: shown if read.count(shown) == 1 else name for name, shown in zip(options, read, strict=True)}
        | {"": t("funnel.no_period")}
    )


class _Names(dict[str, str]):
    """Names by period; one that is being typed is called as it is."""

    def __missing__(self, period: str) -> str:
        return period


def _counts(period: str) -> None:
    with st.container(key="counts"):  # the style sheet puts each phase before its count, in the phase's colour
        for phase in session.model().phases:
            with st.container(gap="xsmall"):  # what is said of a count stands below it
                _count(period, phase)


def _count(period: str, phase: Phase) -> None:
    def widget(value: str, **bound: Any) -> None:
        st.text_input(plain(phase.name), value, max_chars=20, placeholder="–", **bound)

    held = _held(period, phase.id)
    one = Field(
        f"count:{period}:{phase.id}", partial(_shown, period, phase.id), partial(_counted, period, phase.id),
        t("funnel.count_of", phase=spoken(phase.name)), cards=(held.id if held else keyed_id("counts", phase.id, period),), tidy=True,
    )  # fmt: skip
    controlled.draw(one, widget)


def _held(period: str, phase: str) -> PhaseCount | None:
    """The count of a phase in a period; of several, the first one."""
    return next((c for c in session.workshop().counts if (c.phase, c.period) == (phase, period)), None)


def _shown(period: str, phase: str) -> str:
    held = _held(period, phase)
    return figure(held.count) if held else ""


def _counted(period: str, phase: str, typed: str) -> Saving:
    workshop, held, count = session.workshop(), _held(period, phase), read_whole(typed)
    if count is None:
        return session.attempt(remove(workshop, held.id) if held else [])
    if count > 10**12:
        raise Refused(t("frame.not_a_whole_number", typed=plain(typed)))
    if held:
        return session.attempt(put(workshop, revise(held, count=count)))
    fresh, rank = workshop.id_for("counts", phase, period), next_rank(workshop.counts)
    return session.attempt(put(workshop, PhaseCount(id=fresh, rank=rank, phase=phase, period=period, count=count)))


def _paste(period: str) -> None:
    with st.expander(t("funnel.paste"), icon=":material/content_paste:"):
        key = f"paste:{session.generation('paste')}"
        pasted = lines.entry(st.text_area, t("funnel.paste_label"), key, placeholder=t("funnel.paste_hint"), height=140)
        if not pasted:
            return
        read = parse_counts(pasted, session.model(), session.language())
        for problem in read.problems:
            st.warning(plain(t("funnel.line", line=problem.line, what=problem.message)))
        names = session.model().phase_name
        if read.counts:
            st.html("<br>".join(f"{safe(names(phase))}: <b>{figure(count)}</b>" for phase, count in read.counts))
        st.button(
            t("funnel.take", count=len(read.counts)), key="take-counts", type="primary", disabled=not read.counts,
            on_click=_take, args=(period, dict(read.counts)),
        )  # fmt: skip


def _take(period: str, counts: dict[str, int]) -> None:
    session.commit(counts_for(session.workshop(), period, counts), "paste_counts")
    lines.used(f"paste:{session.generation('paste')}")
    session.renew("paste")


def summary(stages: Funnel) -> None:
    """The funnel in three figures."""
    biggest, weak = stages.biggest_loss, stages.weakest
    figures = []
    if stages.overall is not None:
        first, last = stages.counted[0].name, stages.counted[-1].name
        figures.append(("overall", share(stages.overall, 1), t("funnel.from_to", start=first, end=last)))
    if biggest:
        figures.append(("biggest_loss", f"−{figure(biggest.drop_off or 0)}", t("funnel.before", phase=biggest.name)))
    if weak and weak.conversion_from_previous is not None:
        some_few = any(stage.few_cases for stage in stages.counted)
        key = "few" if weak.few_cases else "step_among" if some_few else "step_to"
        figures.append(("weakest", share(weak.conversion_from_previous, 1), t(f"funnel.{key}", phase=weak.name)))
    st.html(figure_tiles((t(f"funnel.{name}"), shown, below) for name, shown, below in figures))


def _picture(stages: Funnel) -> None:
    spec, words = pictures.funnel(stages)
    st.vega_lite_chart(spec, theme=None, width="stretch", alt=words, key="funnel-chart")
    picture.menu(t("funnel.picture"), "funnel", pictures.drawn_funnel(stages), words)
