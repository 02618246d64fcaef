"""What a first look at a file found, and the plan of reading that it suggests or that a person made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from journey.lazy_re import lazy_re
from journey.model import Language, clean_line
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.columns.persons import ADDRESS, masked
from journey.numbers.reading.names import normal, parted
from journey.numbers.reading.outcome import UnreadableLog
from journey.numbers.reading.plan import FileKind, FurtherSheet, LogPlan, Role, TimeFormat
from journey.numbers.reading.shapes.whose import whose
from journey.numbers.reading.takings import Takings
from journey.texts import text

_TIMES = lazy_re(
    r"\b(?:time|zeit|date|datum|timestamp|zeitstempel|zeitpunkt|uhrzeit|when|wann|at|am|day|tag|monat|month|woche|week|kw)\b"
)


@dataclass(frozen=True)
class Preview:
    """What a file looks like. `rows` are its first rows as text, one cell a column. `roles` and `milestones` are guesses,
    see LogPlan; a milestone whose column is in `pairs` takes its activity from the first filled of the columns that it names there. `export`:
    which tool's export it is (a text below log_reading.export), "" where none is recognised. `sheets` are the names of a
    workbook's sheets, `sheet` the one looked at. `beside`: for each column of days those of its clock and zone.
    `days`, `given`, `planned`, `instead`, `order`, `once`, `down`, `sides`, `takings`, `zone`, `paid_back`: see LogPlan. `hints`: what a person should know of the file, texts below log_reading.hint with
    what they name. `broken`: some bytes are no text. `is_counts`: it counts what happened and follows nobody; then `rows` are all of them unless `is_cut`. `why`: for
    case, time and activity why that column was taken, a text below log_reading.why."""

    kind: FileKind
    columns: tuple[ColumnLook, ...]
    rows: tuple[tuple[str, ...], ...]
    roles: Mapping[str, str]
    milestones: tuple[tuple[str, str], ...] = ()
    pairs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    export: str = ""
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    encoding: str = "utf-8"
    delimiter: str = ","
    header: int = 1
    decimal: str = "."
    times: Mapping[str, TimeFormat] = field(default_factory=dict)
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    given: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    once: Mapping[str, str] = field(default_factory=dict)
    more_sheets: tuple[FurtherSheet, ...] = ()
    swapped: tuple[str, ...] = ()
    hints: tuple[tuple[str, str], ...] = ()
    is_counts: bool = False
    broken: bool = False
    quote: str = '"'
    escape: str = '"'
    why: Mapping[str, str] = field(default_factory=dict)
    days: tuple[tuple[str, str], ...] = ()
    instead: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    planned: tuple[str, ...] = ()
    down: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    takings: Takings = field(default_factory=Takings)
    zone: str = ""
    is_cut: bool = False
    paid_back: tuple[str, ...] = ()

    @property
    def ambiguous(self) -> tuple[str, ...]:
        """Columns in which nobody can tell day from month."""
        return tuple(column.name for column in self.columns if column.ambiguous)

    @property
    def is_cash_book(self) -> bool:
        """Whether it is a book of cash, which counts money and follows nobody."""
        return any(key == "cash_book" for key, _ in self.hints)

    def whose(self, case: str) -> str:
        """What a case is where this column says it, see LogPlan."""
        return whose(case, self.export, self.roles.get(Role.CASE, ""))

    def hint_words(self, language: Language) -> tuple[str, ...]:
        """What a person should know of the file, a sentence each."""
        return tuple(text(f"log_reading.hint.{key}", language, name=name) for key, name in self.hints)

    def why_words(self, language: Language) -> str:
        """Why case, time and activity are those columns, in one sentence; "" where nothing was guessed."""
        taken = [(key, self.roles[role]) for role, key in self.why.items() if role in self.roles]
        reasons = [text(f"log_reading.why.{key}", language, column=clean_line(column)) for key, column in taken]
        return text("log_reading.why.sentence", language, reasons="; ".join(reasons)) if reasons else ""

    def export_words(self, language: Language) -> str:
        """The name of the recognised export for people; "" where none is."""
        return text(f"log_reading.export.{self.export}", language) if self.export else ""


def plan_of(
    preview: Preview,
    columns: Mapping[str, str] | None = None,
    milestones: tuple[tuple[str, str], ...] | None = None,
    times: Mapping[str, str] | None = None,
    *,
    every_row: str = "",
    ahead: bool = False,
) -> LogPlan:
    """The plan that a preview suggests; `columns` (role or attribute -> column name), `milestones` and `times` (column
    name -> format) are what a person chose instead. `every_row`: what each row is, in place of an activity's column. `ahead`: appointments count that are still to come. UnreadableLog("no_such_column", column=…) for an unknown name, and
    "no_case", "no_time" or "no_activity" where that is missing."""
    names = tuple(column.name for column in preview.columns)
    chosen = dict(preview.roles if columns is None else columns)
    if every_row:
        chosen.pop(Role.ACTIVITY, None)
        milestones = ()
    if milestones is None:
        milestones = () if columns and {Role.TIME, Role.ACTIVITY} & set(columns) else preview.milestones
    visits = {pair for pair in milestones if preview.pairs.get(pair[0], ("",))[0] == pair[1]}
    for name in (*chosen.values(), *(column for column, _ in milestones)):
        if name not in names:
            raise UnreadableLog("no_such_column", column=name)
    day = chosen.get(Role.TIME, "")
    others = [chosen.pop(role) for role in (Role.CLOCK, Role.ZONE) if role in chosen]
    named = {day: tuple(others)} if day and others else {}
    if_named = {column.name: column.if_named for column in preview.columns if column.name == day and column.if_named}
    days = () if milestones or every_row or Role.TIME in chosen else preview.days
    if days and preview.is_counts and not (all(day for _, day in days) and {Role.CASE, Role.ACTIVITY} <= set(chosen)):
        raise UnreadableLog("pivot", first=days[0][0], last=days[-1][0])
    if days and not preview.is_counts and not all(day for _, day in days):
        raise UnreadableLog("no_year", first=days[0][0], last=days[-1][0])
    needed = [Role.CASE] if milestones or days else [Role.CASE, Role.TIME, *([] if every_row else [Role.ACTIVITY])]
    if not milestones:
        _check_people(preview, chosen)
    for role in needed:
        if role not in chosen and preview.is_counts:
            raise UnreadableLog("cash_book" if preview.is_cash_book else "counts")
        if role == Role.TIME and role not in chosen and (strange := _strange_times(preview)):
            raise UnreadableLog("strange_times", column=strange[0], examples=strange[1])
        if role not in chosen:
            raise UnreadableLog(f"no_{role.value}")
    given = {} if every_row else _given_of(preview, chosen, milestones)
    has_refunds = "" in given and chosen[Role.CASE] == preview.roles.get(Role.CASE)
    paid_back = preview.paid_back if has_refunds else ()
    return LogPlan(
        preview.kind,
        names,
        {str(role): name for role, name in chosen.items()},
        tuple(pair for pair in milestones if pair not in visits),
        tuple((column, *preview.pairs[column]) for column, activity in milestones if (column, activity) in visits),
        days,
        preview.sheet,
        preview.encoding,
        preview.delimiter,
        preview.header,
        preview.decimal,
        {**if_named, **preview.times, **(times or {})},
        {**preview.beside, **named},
        given,
        {column: others for column, others in preview.instead.items() if column in chosen.values()},
        preview.order,
        {role: column for role, column in preview.once.items() if chosen.get(role) == preview.roles.get(role)},
        preview.more_sheets,
        preview.swapped,
        preview.broken,
        preview.quote,
        preview.escape,
        every_row,
        tuple(name for name in preview.planned if name in dict(milestones)),
        ahead,
        tuple(name for name in preview.down if name in chosen.values()),
        preview.sides if preview.sides and chosen.get(Role.CASE) == preview.sides[0] else (),
        _takings(preview, chosen, is_apart=bool(paid_back)) if not visits and not days else Takings(),
        preview.zone,
        preview.whose(chosen[Role.CASE]),
        paid_back,
        _are_addresses(preview, chosen[Role.CASE]),
    )


def _are_addresses(preview: Preview, name: str) -> bool:
    """Whether most of a column's first cells are addresses of people."""
    place = next(place for place, column in enumerate(preview.columns) if column.name == name)
    cells = [cell for row in preview.rows if (cell := row[place].strip())]
    return sum(ADDRESS.fullmatch(cell) is not None for cell in cells) > len(cells) / 2


def _check_people(preview: Preview, chosen: Mapping[str, str]) -> None:
    """UnreadableLog("people") where a column about people is to say what happened, or to name groups."""
    people = {column.name for column in preview.columns if column.people}
    for role, name in chosen.items():
        if role not in (Role.CASE, Role.TIME) and name in people:
            raise UnreadableLog("people", column=name)


def _strange_times(preview: Preview) -> tuple[str, str] | None:
    """A column that is called a time and is none that can be read, with some of its cells."""
    for place, column in enumerate(preview.columns):
        forms = {normal(column.name), parted(column.name)}
        if column.filled and not column.time and not column.people and any(_TIMES.search(form) for form in forms):
            cells = dict.fromkeys(masked(row[place].strip())[:40] for row in preview.rows if row[place].strip())
            return column.name, ", ".join(f"„{cell}“" for cell in list(cells)[:3])
    return None


def _takings(preview: Preview, chosen: Mapping[str, str], *, is_apart: bool) -> Takings:
    """What amounts brought, where there are any; `is_apart`: what was given back has rows of its own."""
    if Role.REVENUE not in chosen:
        return Takings()
    takings = replace(preview.takings, refunded=()) if is_apart else preview.takings
    return takings.of(chosen[Role.REVENUE], chosen.get(Role.ACTIVITY, ""))


def _given_of(
    preview: Preview, chosen: Mapping[str, str], milestones: tuple[tuple[str, str], ...]
) -> dict[str, tuple[str, str]]:
    """What must hold for events of a plan: for those of the milestones that were taken over, and for rows where their
    activity is the one that was guessed."""
    found = {activity: preview.given[activity] for _, activity in milestones if activity in preview.given}
    if not milestones and "" in preview.given and chosen.get(Role.ACTIVITY) == preview.roles.get(Role.ACTIVITY):
        found[""] = preview.given[""]
    return found
