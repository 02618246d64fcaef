"""Amounts that a column holds as text, read as in files: which mark parts their decimals, and what number each of them is."""

import ibis
import ibis.expr.types as ir

from journey.numbers.reading.columns.amounts import EITHER, MEANS_COMMA, MEANS_POINT, MONEY, NO_AMOUNT, THOUSANDS, Marks
from journey.numbers.reading.files.source import NOTHING
from journey.numbers.warehouse.running import rows_of
from journey.numbers.warehouse.texts import text

_PLAIN = r"^\s*[+-]?\d{1,40}(%s\d{1,40})?([eE][+-]?\d{1,2})?\s*$"
_NO_CENTS, _MINUS, _BESIDE = r"[.,](-|–|—)+|[a-z][.]", "[−–]", r"[^0-9.,()+-]|[.,]+$"
"""As amount_sql has them: 5,- has no cents, and Fr. no point."""
_BODY = r"(\d{1,40}|\d{1,3}(%s\d{3}){1,12})?(%s\d{1,40})?"
_MARKS = {"comma": MEANS_COMMA, "point": MEANS_POINT, "marked": ".", "thousands": THOUSANDS, "money": MONEY, "either": EITHER}  # fmt: skip


def is_written(column: ir.Column) -> bool:
    """Whether a column holds its amounts as text."""
    kind = column.type()
    return bool(kind.is_string() or kind.is_unknown())


def marks_of(column: ir.Column) -> Marks:
    """How the different texts of a column are written, counted where they are. QueryFailed."""
    words = column.as_table().select(words=text(column)).distinct()
    marked = words.filter(words.words.re_search("[.,]")).words
    found = {name: ibis.ifelse(marked.re_search(pattern), 1, 0).sum() for name, pattern in _MARKS.items()}
    [row] = rows_of(marked.as_table().agg(**found))
    return Marks(**{name: int(count or 0) for name, count in row.items()})


def written(column: ir.Column, decimal: str) -> ir.FloatingColumn:
    """The amounts that a column's text holds, NULL for everything else: what amount_sql reads in files. Text that cannot be a
    number of the database's is never cast to one: it would stop the whole answer."""
    words = text(column)
    mark, other = (",", "[.]") if decimal == "," else ("[.]", ",")
    quick = ibis.ifelse(words.re_search(_PLAIN % mark), words.replace(",", ".").strip(), None).cast("float64")
    bare = words.re_replace(_NO_CENTS, "").re_replace(_MINUS, "-").re_replace(_BESIDE, "")
    body = _BODY % (other, mark)
    is_amount = (
        bare.re_search(rf"^([+-]?{body}|[(]?{body}[)]|{body}-)$") & bare.re_search(r"\d") & ~words.re_search(NO_AMOUNT)
    )
    digits = bare.re_replace("[()+-]", "").replace("." if decimal == "," else ",", "").replace(",", ".")
    size = ibis.ifelse(is_amount, digits, None).cast("float64")
    is_owed = bare.re_search("(^-|[)-]$)")  # in parentheses: findings/ibis_snowflake_alternatives.sh
    return ibis.coalesce(quick, ibis.ifelse(is_owed, -size, size))


def says_something(column: ir.Column) -> ir.BooleanValue:
    """Whether a text is more than nothing, as files have it."""
    words = text(column)
    return words.re_search(r"[^\s-]") & ~words.strip().isin(NOTHING)
