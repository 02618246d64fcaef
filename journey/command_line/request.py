"""What the funnel command is asked: which phases, which of them may be skipped, and the query itself."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from journey.command_line.app import say, stop
from journey.command_line.phase_file import MOST_PHASES, BadPhases, PhaseListing, Phases, assigned, read_phases
from journey.command_line.workshops import source_of
from journey.lazy_re import lazy_re
from journey.model import Language, clean_line
from journey.numbers.log.funnel_query import BadFunnelQuery, FunnelQuery

if TYPE_CHECKING:
    from journey.model import Workshop

_SPAN = lazy_re(r"\s*(\d{1,6})\s*([smhdw])\s*", re.IGNORECASE)
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


@dataclass(frozen=True)
class FunnelRequest:
    """Where the phases come from (a file's list, a workshop, or neither: each activity is one), the ids or names of those
    that may be skipped, whether phases that the log does not know are left out, and the query."""

    listed: tuple[PhaseListing, ...]
    workshop: "Workshop | None"
    optional: Sequence[str]
    seen: bool
    query: FunnelQuery


def request_of(
    query: FunnelQuery, language: Language, *, file: Path | None, source: str, optional: Sequence[str], seen: bool
) -> FunnelRequest:
    """The same from what the person typed; ends the command where file or workshop cannot be read."""
    if file and source:
        stop("two_phases", language)
    listed = _read(file, language) if file else ()
    return FunnelRequest(listed, source_of(source, language) if source else None, optional, seen, query)


def span(words: str, language: Language) -> timedelta | None:
    """A window: a whole number and s, m, h, d or w; None for ""."""
    found = _SPAN.fullmatch(words)
    if words and not found:
        stop("window", language, window=words)
    return timedelta(**{_UNITS[found[2].casefold()]: int(found[1])}) if found else None


def phases_of(
    request: FunnelRequest, activities: Sequence[str], usual_order: Callable[[], Sequence[str]], language: Language
) -> Phases:
    """The phases for the activities of a log; `usual_order` gives these in order where nobody named phases. Says which
    phases the log does not know."""
    if request.listed:
        phases = assigned(request.listed, activities)
    elif request.workshop:
        phases = _of_workshop(request.workshop, activities, language)
    else:
        return _of_their_own(activities, usual_order, language)
    known = set(phases.phase_of.values())
    unknown = [_line(name) for phase, name in phases.names.items() if phase not in known]
    if request.seen:
        phases = replace(phases, names={phase: name for phase, name in phases.names.items() if phase in known})
    if unknown and known:
        say(
            "command_line.funnel.left_out" if request.seen else "command_line.funnel.unseen",
            language,
            phases=", ".join(unknown),
        )
    if not known:
        say("command_line.funnel.nothing_matches", language)
    return phases


def query_for(request: FunnelRequest, phases: Phases, language: Language) -> FunnelQuery:
    """The query with the places of the optional phases; ends the command where it has no answer."""
    ids, names = list(phases.names), list(phases.names.values())
    for phase in request.optional:
        if phase not in ids and phase not in names:
            stop("no_phase", language, phase=phase, phases=", ".join(map(_line, ids)))
    places = {ids.index(phase) if phase in ids else names.index(phase) for phase in request.optional}
    query = replace(request.query, optional=frozenset(places))
    try:
        query.required(len(ids))
    except BadFunnelQuery:
        stop("optional_ends", language)
    return query


def _read(file: Path, language: Language) -> tuple[PhaseListing, ...]:
    try:
        return read_phases(file)
    except BadPhases as error:
        stop("bad_phases", language, file=file, reason=error.message(language))
    except OSError as error:
        stop("not_readable", language, file=file, reason=error.strerror or error)


def _of_workshop(workshop: "Workshop", activities: Iterable[str], language: Language) -> Phases:
    from journey.numbers.matching import matched
    from journey.phases import model_of

    model = model_of(workshop, language)
    matching = matched(workshop, model, activities)
    return Phases({phase.id: phase.name for phase in model.phases}, matching.phase_of, frozenset(matching.ignored))


def _of_their_own(activities: Sequence[str], usual_order: Callable[[], Sequence[str]], language: Language) -> Phases:
    if len(activities) > MOST_PHASES:
        stop("too_many_activities", language, count=len(activities), most=MOST_PHASES)
    names = {activity: activity for activity in usual_order()}
    say("command_line.funnel.own_phases", language)
    return Phases(names, names)


def _line(name: str) -> str:
    return str(clean_line(name))
