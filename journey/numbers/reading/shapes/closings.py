"""Closing dates: plans until a stage, or a yes or no beside them, says that something is closed; won and lost apart."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.columns.role_names import forms_of

WON = r"\bwon\b|closedwon|\bgewonnen|\bgewonnene?\b|\berfolgreich|\bsuccess|\bbeauftragt|\berteilt"
LOST = r"\blost\b|closedlost|\bverloren|\babgelehnt|\brejected|\bdeclined|\bcancell?ed|\bstorniert|\babgesagt|\babandoned|\bdisqualified"
CLOSED = r"closed|geschlossen|abgeschlossen|completed?|done|erledigt|solved|gelöst|resolved|fertig|fertiggestellt|beendet|finished|delivered|geliefert"
_TRUE = r"^\s*(?:true|yes|ja|wahr|1|x|y|j)\s*$"
_FALSE = r"^\s*(?:false|no|nein|falsch|0|n)\s*$"
_CLOSING = lazy_re(r"\b(?:close|closing|closed|closes|abschluss\w*|schluss\w*|closedate|completion|geschlossen)\b")
_IS_CLOSED = lazy_re(r"(?:\w+ )?(?:is closed|isclosed|closed|ist geschlossen|geschlossen|abgeschlossen)")
_IS_WON = lazy_re(r"(?:is won|iswon|won|ist gewonnen|gewonnen)")
_GERMAN = lazy_re(r"abschluss|geschlossen|datum|status|phase|stufe|zustand", re.IGNORECASE)
_SOUNDS_CLOSED = lazy_re(f"{WON}|{LOST}|^(?:{CLOSED})$")
_ENDED = lazy_re(r"\b(?:won|lost|gewonnen|verloren)\b")
_PLANNED_FOR_ALL = 0.9
"""A plan stands in nearly all rows."""


@dataclass(frozen=True)
class Shape:
    """Columns with a date and what they stand for, see LogPlan; `is_list`: beside them stands a stage of today, and
    nothing says how it came to be. `case`: the column that names the rows, where another was taken for the case."""

    milestones: tuple[tuple[str, str], ...] = ()
    given: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    is_list: bool = False
    case: str = ""


def closings(date: str, stage: str) -> Shape:
    """What a closing date stands for where a stage says whether it has come: won, lost, or closed in another way."""
    german = bool(_GERMAN.search(date)) and not re.search(r"\b(?:close|closing|closed)\b", date, re.IGNORECASE)
    won, lost, closed = ("Gewonnen", "Verloren", "Abgeschlossen") if german else ("Closed won", "Closed lost", "Closed")
    neither = f"^(?:{CLOSED})$"
    return Shape(
        ((date, won), (date, lost), (date, closed)),
        {won: (stage, WON), lost: (stage, LOST), closed: (stage, neither)},
    )


def is_closing(column: ColumnLook) -> bool:
    """Whether a column is called a closing date."""
    return any(_CLOSING.search(form) for form in forms_of(column))


def with_closings(
    steps: Sequence[ColumnLook],
    stages: Sequence[ColumnLook],
    columns: Sequence[ColumnLook],
    rows: Sequence[Sequence[str]],
) -> Shape:
    """The steps in the order of the columns; a closing date where something says that it has come, and not beside dates
    that say won and lost already. Where no stage sounds closed and only some rows have the date, it is no plan."""
    milestones: list[tuple[str, str]] = []
    given: dict[str, tuple[str, str]] = {}
    ended = any(_ENDED.search(form) for column in steps for form in forms_of(column))
    closed = [
        column for column in columns if not column.time and any(_IS_CLOSED.fullmatch(form) for form in forms_of(column))
    ]
    won, leaves_open = _won_flag(columns, rows)
    if stages and won and not _any_closed(stages[0], columns, rows):
        stages = ()
    for column in steps:
        if not is_closing(column) or not (stages or closed or ended or won):
            milestones.append((column.name, column.name))
        elif ended:
            continue
        elif stages and column.filled < _PLANNED_FOR_ALL and not _any_closed(stages[0], columns, rows):
            milestones.append((column.name, column.name))
        elif stages:
            closing = closings(column.name, stages[0].name)
            milestones += closing.milestones
            given |= closing.given
        else:
            names = [name for _, name in closings(column.name, won).milestones]
            told = [(column.name, closed[0].name, _TRUE) for _ in closed[:1]]
            told += [(names[0], won, _TRUE) for _ in range(bool(won))]
            told += [(names[1], won, _FALSE) for _ in range(leaves_open and not closed)]
            milestones += [(column.name, name) for name, *_ in told]
            given |= {name: (flag, truth) for name, flag, truth in told}
    return Shape(tuple(milestones), given)


def _won_flag(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> tuple[str, bool]:
    """The column that says with a yes or no whether a deal was won, "" where there is none; and whether it says nothing of some,
    which are open then: a no means that all others are lost."""
    for place, column in enumerate(columns):
        if not column.time and any(_IS_WON.fullmatch(form) for form in forms_of(column)):
            values = [row[place].strip().lower() for row in rows]
            filled = [value for value in values if value]
            if filled and all(re.match(_TRUE, value) or re.match(_FALSE, value) for value in filled):
                return column.name, len(filled) < len(values)
    return "", False


def planned_closing(
    dated: Sequence[ColumnLook],
    stages: Sequence[ColumnLook],
    columns: Sequence[ColumnLook],
    rows: Sequence[Sequence[str]],
) -> Shape | None:
    """The only dates of a list, on which everything is to be closed; where the stage says that it is, it was."""
    planned = [column for column in dated if is_closing(column)]
    if len(dated) != 1 or not planned or not stages or not _any_closed(stages[0], columns, rows):
        return None
    found = closings(planned[0].name, stages[0].name)
    return Shape(found.milestones, found.given, is_list=True)


def _any_closed(stage: ColumnLook, columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> bool:
    place = next(place for place, column in enumerate(columns) if column is stage)
    return any(_SOUNDS_CLOSED.search(row[place].lower()) for row in rows)
