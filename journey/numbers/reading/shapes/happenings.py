"""Tables of page views with events among them: where an event has a name that is what happened, elsewhere its page is. A kind of
event ("event", "custom", "goal") says nothing where the name stands beside it."""

import re
from collections.abc import Mapping, Sequence

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.columns.role_names import OLD, forms_of
from journey.numbers.reading.names import normal, parted
from journey.numbers.reading.plan import Role

_EVENT = lazy_re(
    r"(?:.* )?(?:event|goal|ereignis|aktion|action|conversion|ziel|custom event|download|outlink|klick|click)(?: (?:name|label|action|title|id))?|"
    r"(?:event|goal|ereignis|ziel)name"
)
_TITLE = lazy_re(r"(?:.* )?(?:title|titel|seitentitel|pagetitle|page name|seitenname)")
_PAGE = lazy_re(
    r"(?:.* )?(?:url|uri|page|seite|path|pfad|pathname|location|adresse|address|page path|screen|screen name)"
)
_KINDS = frozenset(
    (
        "page", "pageview", "page view", "screen", "screenview", "event", "custom", "custom event", "goal", "ereignis", "action", "aktion",
        "search", "suche", "download", "outlink", "link", "click", "klick", "content", "conversion", "ziel", "track", "seite", "seitenaufruf",
    )
)  # fmt: skip
_SAYS_NOTHING = frozenset(
    ("event", "custom", "custom event", "goal", "ereignis", "track", "ziel", "conversion", "aktion", "action")
)
_GAPS, _NAMED, _FEW = 0.9, 0.8, 50


def said_first(
    columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]], roles: Mapping[str, str]
) -> tuple[str, ...]:
    """The columns of which the first filled one says what happened, the first of them in place of the activity that was
    guessed; nothing where that is right alone."""
    by_name = {column.name: column for column in columns}
    activity = by_name.get(roles.get(Role.ACTIVITY, ""))
    if activity is None:
        return ()
    taken = set(roles.values())
    free = [column for column in columns if column.name not in taken and _are_words(column)]
    pages = [column for pattern in (_TITLE, _PAGE) for column in free if _is_called(column, pattern)]
    if activity.filled < _GAPS:
        full = [column.name for column in pages if column.filled >= _GAPS]
        return (activity.name, full[0]) if full and _is_called(activity, _EVENT) else ()
    names = [column for column in free if _is_called(column, _EVENT) and column.filled < _GAPS]
    names = [column for column in names if column.distinct <= max(_FEW, len(rows) / 10)]
    if _is_called(activity, _PAGE) or _is_called(activity, _TITLE):
        return (*(column.name for column in names), activity.name) if names else ()
    if not names:
        return ()
    place = {column.name: number for number, column in enumerate(columns)}
    kinds = [normal(row[place[activity.name]]) for row in rows]
    if not set(kinds) <= _KINDS | {""} or not _SAYS_NOTHING & set(kinds):
        return ()
    bare = [row for row, kind in zip(rows, kinds, strict=True) if kind in _SAYS_NOTHING]
    if sum(any(row[place[column.name]].strip() for column in names) for row in bare) < _NAMED * len(bare):
        return ()
    return tuple(dict.fromkeys(column.name for column in (*names, *pages, activity)))


def _are_words(column: ColumnLook) -> bool:
    plain = not (column.time or column.clock or column.zone or column.people or column.number)
    return plain and column.filled > 0 and not any(OLD.search(form) for form in forms_of(column))


def _is_called(column: ColumnLook, pattern: re.Pattern[str]) -> bool:
    return any(pattern.fullmatch(form) for form in {normal(column.name), parted(column.name)})
