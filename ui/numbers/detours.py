"""Where cases leave the order: phases that they skip, turn back from or come back to."""

import streamlit as st

from journey.numbers.funnel import FEW_PEOPLE
from ui.kit.phase_chips import phase_chip
from ui.kit.tables import table
from ui.state import event_log, session
from ui.state.words import figure, plain, share, t


def draw() -> None:
    """Article A's question first, then a table of all phases."""
    from journey.numbers.log.skips import skips, turns

    log = event_log.phased_log()
    skipped, turned = event_log.answer("detours", event_log.matches(), lambda: (skips(log), turns(log)))
    _before_the_sale()
    model = session.model()
    passed = {skip.phase: skip for skip in skipped}
    rows = []
    for turn in turned:
        place, skip = model.index(turn.phase) or 0, passed.get(turn.phase)
        rows.append(
            (
                phase_chip(place, model.phase_name(turn.phase)),
                _share(skip.share, skip.skipped, skip.cases) if skip else "–",
                _share(turn.turned_back_share, turn.turned_back, turn.cases),
                _share(turn.reentered_share, turn.reentered, turn.cases),
            )
        )
    head = [t(f"paths.{name}") for name in ("phase", "skipped", "turned_back", "reentered")]
    st.html(table(t("paths.detours"), head, rows))
    st.caption(t("paths.detours_help"))


def _before_the_sale() -> None:
    from journey.numbers.log.skips import skipped_before

    log, sale = event_log.phased_log(), event_log.sale()
    found = event_log.answer("before-sale", (sale, event_log.matches()), lambda: skipped_before(log, sale))
    worst = [skip for skip in found if skip.skipped][:3]
    names = session.model().phase_name
    if any(skip.cases < FEW_PEOPLE for skip in found):
        cases = found[0].cases
        st.info(t("paths.few_at_sale", sale=plain(names(sale)), cases=figure(cases)), icon=":material/hourglass_empty:")
        return
    if not worst:
        st.success(t("paths.nothing_skipped", sale=plain(names(sale))), icon=":material/check:")
        return
    said = " · ".join(f"**{plain(names(skip.phase))}** {share(skip.share or 0.0)}" for skip in worst)
    st.warning(t("paths.most_skipped", sale=plain(names(sale)), said=said), icon=":material/step_over:")


def _share(part: float | None, cases: int, of: int) -> str:
    """A share with its number; of few cases the numbers alone."""
    if part is None:
        return "–"
    if of < FEW_PEOPLE:
        return f"<span class='j-quiet'>{t('paths.of_few', cases=figure(cases), of=figure(of))}</span>"
    return f"<b>{share(part, 1)}</b> <span class='j-quiet'>({figure(cases)})</span>"
