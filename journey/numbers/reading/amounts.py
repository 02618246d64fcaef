"""Amounts: whether a file writes a decimal comma or point, and how SQL reads its numbers."""

import re
from collections.abc import Iterable

_POINT = re.compile(r"\d\.\d{1,2}(?:\D|$)|\d\.\d{4,}|,\d{3}\.\d|,\d{3},\d{3}")
_COMMA = re.compile(r"\d,\d{1,2}(?:\D|$)|\d,\d{4,}|\.\d{3},\d|\.\d{3}\.\d{3}")
_AMOUNT = re.compile(
    r"[-+−(]?\s?(?:[A-Z]{3}|[€$£¥])?\s?[-+−]?\d[\d.,'’ \u00a0\u202f]*(?:[eE][-+]?\d+)?\s?(?:[A-Z]{3}|[€$£¥%])?[)-]?"
)


def is_amount(value: str) -> bool:
    """Whether a cell reads as a number, with or without separators, sign and currency."""
    return _AMOUNT.fullmatch(value) is not None


def decimal_of(values: Iterable[str], delimiter: str) -> str:
    """ "," or ".": what more of the numbers can only mean. Where all could be both, a file with semicolons has commas."""
    comma = point = 0
    for value in values:
        comma += _COMMA.search(value) is not None
        point += _POINT.search(value) is not None
    if comma != point:
        return "," if comma > point else "."
    return "," if delimiter == ";" else "."


def amount_sql(column: str, decimal: str) -> str:
    """A text column (quoted SQL) as DOUBLE, NaN where it is empty or no number. Thousands separators, spaces, currencies,
    (12,50) and 12,50- are understood."""
    plain = f"NOT contains({column}, '.')" if decimal == "," else f"NOT contains({column}, ',')"
    quick = f"try_cast(replace({column}, ',', '.') AS DOUBLE)"
    bare = f"regexp_replace({column}, '[^0-9.,()+-]|[.,]+$', '', 'g')"
    mark, other = (",", r"\.") if decimal == "," else (r"\.", ",")
    shape = rf"^[(+-]*(\d+|\d{{1,3}}({other}\d{{3}})+)?({mark}\d+)?[)-]?$"
    pure = f"replace(replace({bare}, '{other[-1]}', ''), ',', '.')"
    signed = rf"regexp_replace({pure}, '^\(?([0-9.]+)(?:\)|-)$', '-\1')"
    slow = f"CASE WHEN regexp_matches({bare}, '{shape}') THEN try_cast({signed} AS DOUBLE) END"
    return f"coalesce(CASE WHEN {plain} THEN {quick} END, {slow}, 'nan'::DOUBLE)"


def native_amount_sql(column: str) -> str:
    """A column that holds numbers already."""
    return f"coalesce(try_cast({column} AS DOUBLE), 'nan'::DOUBLE)"
