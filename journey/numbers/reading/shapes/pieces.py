"""Prices of one piece beside how many pieces there are: such a row brings their product."""

from collections.abc import Sequence

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook, values_of
from journey.numbers.reading.columns.role_names import forms_of

_OF_ONE = lazy_re(
    r"(?:\w+ )?(?:einzelpreis|einzel preis|stückpreis|e preis|ep|unit ?price|price each|price per (?:unit|piece|item)|preis pro stück|line ?item price)"
    r"(?: (?:netto|brutto|net|gross|eur|in eur))?"
)
"""Names that say so. A price alone may be a row's."""
_HOW_MANY = lazy_re(
    r"(?:\w+ )?(?:menge|anzahl|stückzahl|stück|stk|quantity|qty|units|line ?item quantity|item quantity|bestellmenge|artikelmenge)"
)


def pieces_of(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]], amount: ColumnLook) -> tuple[str, ...]:
    """The column of the price and that of how many; () where the price is not called one of a piece, or none says how many."""
    if not any(_OF_ONE.fullmatch(form) for form in forms_of(amount)):
        return ()
    for place, column in enumerate(columns):
        named = any(_HOW_MANY.fullmatch(form) for form in forms_of(column))
        if (
            named
            and column.number
            and not column.time
            and set(values_of(rows, place)) - {"1", "1,0", "1.0", "1,00", "1.00"}
        ):
            return amount.name, column.name
    return ()
