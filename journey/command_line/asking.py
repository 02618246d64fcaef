"""What the funnel command asks of a log, wherever that is, and what it says on the way."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from journey.command_line.app import say
from journey.command_line.report import FunnelReport
from journey.command_line.request import FunnelRequest, phases_of, query_for
from journey.model import Language
from journey.texts import number, text

if TYPE_CHECKING:
    from journey.numbers.log_source import LogSize, LogSource


def ask(
    log: "LogSource",
    request: FunnelRequest,
    language: Language,
    *,
    usual_order: Callable[[], Sequence[str]],
    by: str,
    by_column: str,
    sequence: Sequence[str],
) -> FunnelReport:
    """The funnel of a log. `usual_order` gives its activities in order, where nobody named phases; `by`: the attribute to
    split by, which comes from the column `by_column` ("" for none); `sequence`: the columns that order what happened at one instant."""
    from journey.numbers.log_source import PhaseView

    size, events = log.size, {each.name: each.events for each in log.tallies}
    phases = phases_of(request, tuple(events), usual_order, language)
    query = query_for(request, phases, language)
    view = PhaseView(phases.names, phases.phase_of)
    if size.unnamed_events:
        say("command_line.funnel.unnamed", language, events=number(size.unnamed_events, language))
    tell_amounts(size, language)
    doubt = log.in_doubt(view, query)
    if doubt:
        say("command_line.funnel.in_doubt", language, cases=number(doubt, language))
    return FunnelReport(
        size.cases,
        size.events,
        phases.unmatched(events),
        size.skipped,
        log.funnel(view, query),
        by_column,
        log.funnels(view, query, by) if by else {},
        doubt,
        sequence,
        size.unread_amounts,
    )


def tell_amounts(size: "LogSize", language: Language) -> None:
    """Say how many amounts are none, and how those that could be read in two ways were."""
    if size.unread_amounts:
        say("command_line.funnel.no_amounts", language, amounts=number(size.unread_amounts, language))
    if size.unclear_decimal:
        mark = text(f"log_reading.mark.{'comma' if size.unclear_decimal == ',' else 'point'}", language)
        say("event_log.unclear_decimal", language, name=mark)
