"""The figures that stand beside what the team believes: from the log, else from the counts typed last."""

from typing import TYPE_CHECKING

from journey.numbers import Funnel, newest_funnel, periods
from ui.state import event_log, session
from ui.state.numbers_state import log_state
from ui.state.words import period, t

if TYPE_CHECKING:
    from journey.charts import Seen


def funnel_now() -> Funnel | None:
    """The funnel of the log as it was last asked for; without a log, of the newest period with counts; None where
    there are fewer than two figures."""
    stages = event_log.measured(event_log.query())
    if stages:
        return stages if stages.counted and stages.counted[0].count else None
    typed = newest_funnel(session.workshop(), session.model())
    return typed if len(typed.counted) > 1 else None


def where_from() -> str:
    """In words: what these figures are."""
    if event_log.source():
        return t("numbers.from_log", name=log_state().name)
    known = periods(session.workshop())
    return t("numbers.from_counts", period=period(known[-1]) or t("funnel.no_period")) if known else ""


def on_touchpoints() -> "dict[str, Seen] | None":
    """How many cases had each touchpoint: exactly, from the log that was read; else at least, from the counts that the
    workshop keeps of its activities (then as shares of the most frequent one). None where nothing was counted."""
    from journey.charts import Seen

    if event_log.follows_cases():
        from journey.numbers.log.tally import tally

        log = event_log.coded_log()
        group_of = event_log.matching().touchpoint_of
        found = event_log.answer("seen", event_log.touchpoint_matches(), lambda: tally(log, group_of))
        return {one.name: Seen(one.cases, one.cases / max(log.cases, 1)) for one in found}
    counted = {card.name: card.cases for card in session.workshop().activities if card.cases is not None}
    if not any(counted.values()):
        return None
    from journey.numbers.matching import matched

    most = max(counted.values()) or 1
    cases: dict[str, int] = {}
    for name, touchpoint in matched(session.workshop(), session.model(), counted).touchpoint_of.items():
        cases[touchpoint] = max(cases.get(touchpoint, 0), counted[name])
    return {touchpoint: Seen(count, count / most) for touchpoint, count in cases.items()}
