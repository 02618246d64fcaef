"""What a log says of itself, in words: the currency of its amounts, the zone of its times, what its cases are."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from journey import texts
from ui.state import event_log, session
from ui.state.words import plain, t

if TYPE_CHECKING:
    from journey.numbers.log_source import LogSource
    from journey.numbers.reading import LogPlan


def currency() -> str:
    """What the amounts of the log are in; where it does not say, or there is none, the workshop's currency."""
    held = event_log.source()
    return (held.currency if held else "") or session.workshop().frame.currency


def money(value: float, escaped: Callable[[str], str]) -> str:
    """An amount of the log; `escaped` as in words.money."""
    return texts.money(value, escaped(currency()), session.language())


def clock(when: datetime) -> str:
    """A moment of the log as the clocks of its zone show it; the day where the log knows days alone."""
    from journey.numbers.log.wall_clock import knows_clocks, wall_time

    held = event_log.source()
    shown = wall_time(round(when.timestamp() * 1e6), held.zone if held else "")
    with_clock = event_log.answer("clocks", (), lambda: knows_clocks(event_log.coded_log()))
    return texts.moment(shown, session.language()) if with_clock else texts.day(shown, session.language())


def cases(held: "LogSource | None" = None) -> str:
    """What the cases of a log are (of the tab's where none is named), as a plural: customers, orders, tickets."""
    held = held or event_log.source()
    return t(f"log_reading.whose_many.{held.whose}" if held and held.whose else "event_log.cases")


def told_cases(held: "LogSource") -> str:
    """A sentence for a log whose cases are no customers; "" for any other."""
    return t("event_log.not_customers", cases=cases(held)) if held.whose else ""


def told_zone(zone: str) -> str:
    """In which zone times are shown."""
    return t("event_log.zone", zone=plain(_zone(zone))) if zone else t("event_log.no_zone")


def told_amounts(plan: "LogPlan") -> str:
    """What counts as revenue; "" where every amount does."""
    takings = plan.takings
    columns = [name for name in takings.columns if name not in {**dict(takings.only), **dict.fromkeys(takings.times)}]
    said = []
    if columns:
        key = "takings" if takings.less or takings.back else "takings_whole"
        names = ", ".join(t("event_log.named", column=plain(name)) for name in columns)
        said.append(t(f"event_log.{key}", columns=names))
    if takings.times:
        said.append(t("event_log.times", price=plain(takings.times[0]), pieces=plain(takings.times[1])))
    if plan.leaves_refunds_out:
        said.append(t("event_log.refunds_apart"))
    if plan.paid_back and "revenue" in plan.columns:
        said.append(t("event_log.refunds_own"))
    return " ".join(said)


def _zone(zone: str) -> str:
    """A region's name as it is; offsets as people know them."""
    return f"UTC{zone}" if zone[:1] in "+-" else zone.replace("_", " ")
