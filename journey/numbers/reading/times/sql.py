"""Times in SQL, as microseconds since 1970: a fast expression for what a format usually looks like, and a patient query
for the few values that it leaves NULL.

DuckDB's cast to TIMESTAMP is fast but passes over offsets in silence, so values that may have one take the slower cast
to TIMESTAMPTZ. Expensive steps stand in subqueries: repeated in one expression they would be worked out for all rows."""

# ruff: noqa: S608 - columns are quoted by the caller, everything else is our own

from journey.numbers.reading.plan import TimeFormat
from journey.numbers.reading.times.compact_times import COMPACT, marked_sql
from journey.numbers.reading.times.worded import IMPOSSIBLE, UNREADABLE

_UNITS = {
    TimeFormat.EPOCH_SECONDS: 1_000_000,
    TimeFormat.EPOCH_MILLISECONDS: 1_000,
    TimeFormat.EPOCH_MICROSECONDS: 1,
}
_DAY_ZERO, _DAY = 25_569, 86_400_000_000
"""1970-01-01 counted in Excel's days, and a day."""

_CLOCK = r"[,\sT]*[\d:.,]*\s*([AaPp]\.?[Mm]\.?)?\s*(Z|UTC|GMT|Uhr|[A-Z]{3,4}|[+-][\d:]+)?"
_YEAR_FIRST = rf"^\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}{_CLOCK}$|^\d{{8}}(T?(\d{{4}}|\d{{6}})Z?)?$"
_COMPACT = r"^\d{5,7}(\.0+|\D.*)?$|^\d{9,13}$"
_THREE = rf"^\d{{1,2}}[-/.]\d{{1,2}}[-/.](\d{{4}}|\d{{2}}){_CLOCK}$"
_AFTER = r"(?:,?([\sT].*))?$"
_TIDIED = (
    ("[\u00a0\u202f]+|^\\s+|\\s*(Uhr)?\\s*$", " "),
    (r"^\s+|\s+$", ""),
    (r"^(\d{8})\.0+$", r"\1"),
    (r"^(\d{4})(\d{2})(\d{2})(T?(\d{2})(\d{2})(\d{2})?Z?)?$", r"\1-\2-\3 \5:\6:\7"),
    (r"^(\d{4}-\d{2}-\d{2})[ :]+$", r"\1"),
    (r":$", ":00"),
    (r"^(\d{4})[./](\d{1,2})[./](\d{1,2})", r"\1-\2-\3"),
    (r"^(\d{4}-\d{1,2}-\d{1,2}),\s*", r"\1 "),
    (r"(:\d{2}),(\d+)", r"\1.\2"),
    (r"^(\d{4}-\d{1,2}-\d{1,2}[ T]+\d{1,2})$", r"\1:00"),
    (r"([T ]\d{1,2}:\d{2})\s*([+-])", r"\1:00\2"),
    (r"\s*([+-]\d{2}):?(\d{2})?$", r"\1:\2"),
    (r"([+-]\d{2}):$", r"\1"),
    (r"\s*([AaPp])\.?([Mm])\.?$", r" \1\2"),
)
"""What is put right, in turn: spaces, "Uhr", 20261231, missing seconds, dots in dates, commas, +0100, p.m."""


def in_sql(form: str) -> bool:
    """Whether SQL reads a format at all; names of months, periods and patterns typed by hand are left to worded.py."""
    return form in set(TimeFormat) and form not in (TimeFormat.WORDS, TimeFormat.PERIODS)


def fast_time_sql(column: str, form: str) -> str:
    """Microseconds of a text column (quoted SQL), NULL where this is not enough."""
    if not in_sql(form):
        return "NULL::BIGINT"
    if form in _UNITS:
        return _counted(column, _UNITS[TimeFormat(form)], 0)
    if form == TimeFormat.EPOCH_NANOSECONDS:
        return f"coalesce(try_cast({column} AS BIGINT) // 1000, {_counted(column, 1, 0)} // 1000)"
    if form == TimeFormat.EXCEL_DAYS:
        return _counted(column, _DAY, _DAY_ZERO)
    if form == TimeFormat.ISO:
        return _iso(column)
    if form in COMPACT:
        return _iso(marked_sql(column, form))
    if form == TimeFormat.YEAR_FIRST_SHORT:
        return _iso(_ordered(column, form, _TWO, ""))
    day, month = ("%d", "%m") if form == TimeFormat.DAY_FIRST else ("%m", "%d")
    usual = [(like, f"{day}{mark}{month}{mark}%Y{clock}") for mark in "./" for like, clock in _likes(mark)]
    exact = " ".join(f"WHEN {column} LIKE '{like}' THEN try_strptime({column}, '{clock}')" for like, clock in usual)
    ordered = _ordered(column, form, _FOUR, "")
    return f"coalesce(epoch_us(CASE {exact} END), {_iso(ordered)})"


def _likes(mark: str) -> list[tuple[str, str]]:
    """What a date with a clock looks like most of the time, and how to read it."""
    date = f"__{mark}__{mark}____"
    clocks = (
        ("", ""),
        (" __:__", " %H:%M"),
        (" __:__:__", " %H:%M:%S"),
        (" _:__ _M", " %I:%M %p"),
        (" __:__ _M", " %I:%M %p"),
    )
    return [(date + like, clock) for like, clock in clocks]


def native_time_sql(column: str) -> str:
    """Microseconds of a column that holds dates or timestamps already."""
    return f"epoch_us({column})"


def patient_time_sql(values: str, form: str) -> str:
    """A query over a table with the text column x: `time` in its order, UNREADABLE or IMPOSSIBLE where there is none."""
    if form in (*_UNITS, TimeFormat.EXCEL_DAYS, TimeFormat.EPOCH_NANOSECONDS):
        return f"SELECT coalesce({fast_time_sql('trim(x)', form)}, {UNREADABLE}) AS time FROM {values}"
    shape = _YEAR_FIRST if form == TimeFormat.ISO else f"{_YEAR_FIRST}|{_THREE}"
    query = f"SELECT x, x AS y FROM {values}"
    if form in COMPACT:
        shape, query = _COMPACT, f"SELECT x, {marked_sql('y', form)} AS y FROM ({query})"
    elif form == TimeFormat.YEAR_FIRST_SHORT:
        query = f"SELECT x, {_ordered('y', form, _TWO, '')} AS y FROM ({query})"
    elif form != TimeFormat.ISO:
        old = r"^\s*\d{1,2}[./-]\d{1,2}[./-][789]\d(\D|$)"
        short = f"CASE WHEN regexp_matches(x, '{old}') THEN {_ordered('x', form, _TWO, '19')} ELSE {_ordered('x', form, _TWO, '20')} END"
        query = (
            f"SELECT x, {_ordered(_with_marks('y'), form, _FOUR, '')} AS y FROM (SELECT x, {short} AS y FROM ({query}))"
        )
    for found, instead in _TIDIED:
        option = ", 'g'" if "|" in found else ""
        query = f"SELECT x, regexp_replace(y, '{found}', '{instead}'{option}) AS y FROM ({query})"
    clocks = ("%Y-%m-%d %I:%M:%S %p", "%Y-%m-%d %I:%M %p", "%Y-%m-%d %I %p")
    twelve = ", ".join(f"epoch_us(try_strptime(y, '{clock}'))" for clock in clocks)
    why = f"CASE WHEN regexp_matches(trim(x, E' \\t\u00a0'), '{shape}') THEN {IMPOSSIBLE} ELSE {UNREADABLE} END"
    return f"SELECT coalesce({_iso('y')}, {twelve}, {why}) AS time FROM ({query})"


_TWO, _FOUR = r"\d{2}", r"\d{4}"


def _iso(value: str) -> str:
    """A text with the year in front. Nineteen letters of the usual kind have no room for an offset; elsewhere a plus, or a
    minus after the day, is one."""
    # An offset behind a space (2026-01-31 14:05:09 +0100) is a zone's name to DuckDB 1.5, sought in vain for half a millisecond.
    beside = f"replace(replace({value}, ' +', '+'), ' -', '-')"
    plain, zoned = f"epoch_us(try_cast({value} AS TIMESTAMP))", f"epoch_us(try_cast({beside} AS TIMESTAMPTZ))"
    offset = f"contains({value}, '+') OR {value} LIKE '__________%-%'"
    # Without a year of four digits in front DuckDB would take 1/5/26 for a day of the year 1.
    other = f"WHEN try_cast(left({value}, 4) AS USMALLINT) < 1000 IS NOT false THEN NULL"
    return (
        f"CASE WHEN {value} LIKE '____-__-_____:__:__' THEN {plain} {other} WHEN {offset} THEN {zoned} ELSE {plain} END"
    )


def _ordered(value: str, form: str, year: str, century: str) -> str:
    """Day, month and year in the order of ISO, other texts as they are."""
    if form == TimeFormat.YEAR_FIRST_SHORT:
        found = rf"^\s*({year})[./-](\d{{1,2}})[./-](\d{{1,2}}){_AFTER}"
        return rf"regexp_replace({value}, '{found}', '20\1-\2-\3\4')"
    day, month = (1, 2) if form == TimeFormat.DAY_FIRST else (2, 1)
    found = rf"^\s*(\d{{1,2}})[./-](\d{{1,2}})[./-]({year}){_AFTER}"
    return rf"regexp_replace({value}, '{found}', '{century}\3-\{month}-\{day}\4')"


def _with_marks(value: str) -> str:
    """Eight digits of day, month and year in either order with marks between them, and six or four of a clock behind."""
    date = r"^\s*(\d{1,2})(\d{2})((?:19|20)\d{2})"
    clock = rf"regexp_replace({value}, '{date}(\d{{2}})(\d{{2}})(\d{{2}})?$', '\1/\2/\3 \4:\5:\6')"
    return rf"regexp_replace({clock}, '{date}([\sT].*)?$', '\1/\2/\3\4')"


def _counted(column: str, unit: int, zero: int) -> str:
    """A number of units. Doubles hold every microsecond of our times exactly."""
    return f"try_cast(round((try_cast(replace({column}, ',', '.') AS DOUBLE) - {zero}) * {unit}) AS BIGINT)"
