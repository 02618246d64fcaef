"""The first rows of a chosen file, and the first events as they would be read, for people to look at before the reading."""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from journey.texts import day, moment
from ui.kit.tables import table
from ui.state import session
from ui.state.words import figure, safe, t

if TYPE_CHECKING:
    from journey.numbers.reading import LogPlan, Preview

_SHOWN, _GLIMPSES = 6, 10
_MIDNIGHT = dt.time()
"""Where all times are midnight, the file knows days alone."""


def called(preview: "Preview", role: str, column: str | None) -> str:
    """What a role is called; a case as what it is."""
    from journey.numbers.reading import Role

    whose = preview.whose(column) if column and role == Role.CASE else ""
    return t(f"log_reading.whose.{whose}") if whose else Role(role).words(session.language())


def first_rows(preview: "Preview", columns: Mapping[str, str], timed: tuple[str, ...]) -> str:
    """The first rows of the file, each column with what it is read as."""
    from journey.numbers.reading import Role

    roles = {column: called(preview, role, column) for role, column in columns.items()}
    roles |= {other: roles[one] for one, others in preview.instead.items() if one in roles for other in others}
    roles |= {column: Role.TIME.words(session.language()) for column in timed}
    if Role.REVENUE in columns:
        read = (name for name in preview.takings.columns if name not in roles)
        roles |= dict.fromkeys(read, Role.REVENUE.words(session.language()))
    for time, options in preview.pairs.items() if timed and timed[0] in preview.pairs else ():
        roles |= {time: Role.TIME.words(session.language())}
        roles |= dict.fromkeys(options, Role.ACTIVITY.words(session.language()))
    head = [
        f"{safe(column.name)}<br>"
        + (f"<span class='j-chip solid'>{safe(roles[column.name])}</span>" if column.name in roles else f"<i class='j-quiet'>{t('log_mapping.not_read')}</i>")
        for column in preview.columns
    ]  # fmt: skip
    rows = (tuple(safe(cell[:80]) for cell in row) for row in preview.rows[:_SHOWN])
    return table(t("log_mapping.first_rows"), head, rows, wide=len(head) > 5)


def first_events_table(preview: "Preview", plan: "LogPlan") -> str:
    """The first events as they would be read, each with the row that it comes from."""
    from journey.numbers.reading import first_events

    head = [t("log_mapping.of_row"), t("log_mapping.event_time"), t("log_mapping.event_activity")]
    found = first_events(preview, plan, _GLIMPSES)
    only_days = all(_wall(each.time, plan.zone).time() == _MIDNIGHT for each in found if each.time is not None)
    rows = (
        (
            figure(each.row),
            t("log_mapping.no_time") if each.time is None else safe(_moment(each.time, plan.zone, only_days=only_days)),
            safe(each.activity or "–"),
        )
        for each in found
    )
    return table(t("log_mapping.first_events"), head, rows)


def _wall(microseconds: int, zone: str) -> dt.datetime:
    from journey.numbers.log.wall_clock import wall_time

    return wall_time(microseconds, zone)


def _moment(microseconds: int, zone: str, *, only_days: bool) -> str:
    when = _wall(microseconds, zone)
    return day(when, session.language()) if only_days else moment(when, session.language(), seconds=when.second > 0)
