"""A journey whose numbers are counted again: what the new log says, beside the newest counts of the document."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journey.editing import Edit, applied, change_of
from journey.model import Workshop
from journey.numbers import periods, with_all_phases
from journey.numbers.kept import counts_kept, funnel_kept
from journey.numbers.log_source import PhaseView
from journey.numbers.matching import kept_name, matched
from journey.numbers.reading_again import ReadChoices, query_again
from journey.phases import PhaseModel
from journey.rounds.step_changes import StepChange, rates_counted, step_changes

if TYPE_CHECKING:
    from journey.numbers.log_source import LogSource


class NothingMatches(ValueError):
    """No activity of the log belongs to a phase."""


@dataclass(frozen=True)
class MeasuredAgain:
    """What a new log changes: `edits` that keep its counts as those of `period`; the steps beside those of the period `before`
    (None: nothing was counted before); activities that were matched and that the log does not have, and those that it has
    and that belong to nothing."""

    edits: tuple[Edit, ...]
    period: str
    before: str | None
    changes: tuple[StepChange, ...]
    gone: tuple[str, ...]
    unmatched: tuple[str, ...]

    @property
    def fallen(self) -> tuple[StepChange, ...]:
        """The steps that fewer people take than before, by more than can be chance."""
        return tuple(each for each in self.changes if each.claimed and each.difference.value < 0)


def measured_again(
    workshop: Workshop,
    model: PhaseModel,
    log: "LogSource",
    choices: ReadChoices,
    *,
    period: str = "",
    watched: Collection[str] = (),
) -> MeasuredAgain:
    """Count a log as the document remembers it. `period` names the counts, the log's days do else; `watched` are the phases
    (ids) whose steps are looked at, all where it is empty: the fewer, the smaller the fall that can be told from chance.
    Both sides are the counts that the document keeps, so like is held against like. NothingMatches."""
    matching = matched(workshop, model, (each.name for each in log.tallies))
    view = PhaseView.of_seen(model, matching.phase_of)
    if not view.names:
        raise NothingMatches
    measured = with_all_phases(log.funnel(view, query_again(choices, view.phases)), model)
    named = period or span_of(log)
    edits = (*funnel_kept(workshop, measured, named), *counts_kept(workshop, matching, log.tallies))
    change = change_of(edits)
    after = applied(workshop, change) if change else workshop
    before = _before(workshop, named)
    older, newer = (
        rates_counted(_of_period(each, one), None, logged=False) for each, one in ((workshop, before), (after, named))
    )
    if watched:
        newer = {step: portion for step, portion in newer.items() if step[1] in watched}
    return MeasuredAgain(
        tuple(edit for edit in edits if edit.before != edit.after),
        named,
        before,
        step_changes(older, newer) if before is not None else (),
        _gone(workshop, log),
        matching.unmatched,
    )


def span_of(log: "LogSource") -> str:
    """The days of a log as the name of a period."""
    return f"{log.days[0]} – {log.days[1]}" if log.days else ""


def _before(workshop: Workshop, period: str) -> str | None:
    """The period that was counted last before this one."""
    named = periods(workshop)
    earlier = named[: named.index(period)] if period in named else named
    return earlier[-1] if earlier else None


def _of_period(workshop: Workshop, period: str | None) -> Workshop:
    return workshop.with_collection("counts", [count for count in workshop.counts if count.period == period])


def _gone(workshop: Workshop, log: "LogSource") -> tuple[str, ...]:
    """Activities that were counted or matched by hand and that the log does not have."""
    there = {kept_name(each.name) for each in log.tallies}
    known = (each for each in workshop.activities if each.touchpoint or each.phase or each.events)
    return tuple(dict.fromkeys(each.name for each in known if each.name not in there))
