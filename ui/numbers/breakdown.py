"""The funnel split by an attribute: a row for each value, and any two of them compared step by step."""

from functools import partial

import streamlit as st

from journey.numbers import Funnel, with_all_phases
from journey.numbers.funnel import FEW_PEOPLE
from journey.numbers.log_source import BY_MONTH
from ui.kit import log_picture
from ui.kit.phase_chips import phase_chip
from ui.kit.picture import drawing
from ui.kit.tables import table
from ui.numbers import funnel_controls
from ui.numbers.funnel_controls import SplitQuery
from ui.state import event_log, session
from ui.state.words import apart, figure, plain, safe, share, t

_MOST = 12


def draw(split: SplitQuery) -> None:
    """The most frequent values in a table, then two of them side by side."""
    found = _funnels(split)
    largest = sorted(found, key=lambda name: -(found[name].counted[0].count or 0))
    shown = largest[:_MOST] if split.by != BY_MONTH else sorted(found)[-_MOST:]
    st.header(t("log_funnel.split_by", name=plain(funnel_controls.attribute(split.by))), anchor=False)
    st.html(_table({name: found[name] for name in shown}))
    st.caption(t("log_funnel.slanted"))
    if len(found) > len(shown):
        st.caption(t("log_funnel.others", count=len(found) - len(shown)))
    if len(shown) > 1:
        _compare(split, {name: found[name] for name in shown})


def _funnels(split: SplitQuery) -> dict[str, Funnel]:
    """The funnel of each value; those that nobody entered are left out."""
    key = (split, event_log.matches())
    return event_log.answer("split", key, partial(_worked_out, split))


def _worked_out(split: SplitQuery) -> dict[str, Funnel]:
    source = event_log.source()
    found = source.funnels(event_log.view(), split.query, split.by) if source else {}
    return {name: with_all_phases(stages, session.model()) for name, stages in found.items() if stages.has_people}


def _table(found: dict[str, Funnel]) -> str:
    phases = session.model().phases
    head = [t("log_funnel.value"), t("log_funnel.cases")]
    head += [phase_chip(place, phases[place].name) for place in range(1, len(phases))]
    head.append(t("log_funnel.overall"))
    return table(t("log_funnel.by"), head, (_row(name, stages) for name, stages in found.items()), wide=True)


def _row(name: str, stages: Funnel) -> tuple[str, ...]:
    cells = []
    for stage in stages.stages[1:]:
        rate = stage.conversion_from_previous
        cells.append("–" if rate is None else f"<i>{share(rate)}</i>" if stage.few_cases else f"<b>{share(rate)}</b>")
    people = stages.counted[0].count or 0
    overall = "–" if stages.overall is None else share(stages.overall, 1)
    overall = f"<i>{overall}</i>" if people < FEW_PEOPLE else overall
    return (safe(name or t("log_funnel.without")), figure(people), *cells, overall)


def _compare(split: SplitQuery, found: dict[str, Funnel]) -> None:
    from journey.charts import compared_alt, compared_chart
    from journey.numbers.comparison import compare

    names = apart({name: name or t("log_funnel.without") for name in found})
    st.subheader(t("log_funnel.compare"), anchor=False)
    with st.container(horizontal=True, key="compare"):
        first = st.selectbox(
            t("log_funnel.compare_first"),
            list(names),
            format_func=names.__getitem__,
            key=f"compare-a:{split.by}",
            width=280,
        )
        rest = [name for name in names if name != first]
        second = st.selectbox(
            t("log_funnel.compare_second"),
            rest,
            format_func=names.__getitem__,
            key=f"compare-b:{split.by}",
            width=280,
        )
    one, other = found[str(first)], found[str(second)]
    sides = (names[str(first)], one), (names[str(second)], other)
    steps, language = compare(one, other), session.language()
    log_picture.draw(
        "compared", (split, first, second, event_log.matches()),
        drawing(compared_chart, *sides, steps, language), lambda: compared_alt(*sides, steps, language),
    )  # fmt: skip
    st.caption(t("log_funnel.one_in_twenty"))
