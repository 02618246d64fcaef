"""PaidKinds of rows beside their amounts: invoices beside credit notes and offers, sales beside refunds and authorisations."""

import re
from collections.abc import Sequence

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook, values_of
from journey.numbers.reading.columns.role_names import forms_of

_KIND = lazy_re(
    r"(?:transaction |event |document |payment |entry |financial )?(?:type|kind|typ|art)|(?:beleg|buchungs|vorgangs|transaktions|umsatz|dokument|zahlungs)(?:art|typ)|"
    r"vorgang|activity|aktivität|event(?: name)?|ereignis|reporting category"
)
_GIVEN_BACK = r"(?:.*[ _-])?(?:refunds?|refunded|returns?|(?:rück)?erstattung|rückzahlung|gutschrift|rechnungskorrektur|stornorechnung|retoure|rücksendung|credit note|credit memo|charge ?back)(?:[ _-].*)?"
_NOTHING_YET = r"authori[sz]ation|auth|void|quote|offer|angebot|kostenvoranschlag|lieferschein|delivery note|pro ?forma.*|(?:auftrags|bestell)bestätigung|order confirmation"
_PAID = lazy_re(
    r"(?:.*[ _-])?(?:rechnung|invoice|sales?|captured?|payment|zahlung|charge|purchase|kauf|verkauf|bestellung|order)(?:[ _-].*)?"
)
_MOST_KINDS = 20
_BACK, _NOTHING = f"^(?:{_GIVEN_BACK})$", f"^(?:{_NOTHING_YET})$"

PaidKinds = tuple[tuple[str, str], ...]
"""A column with the pattern of some of its kinds; empty where no column has them."""


def kinds_of(
    columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]], amount: ColumnLook
) -> tuple[PaidKinds, PaidKinds]:
    """The kinds of rows whose amounts were given back though they are written without a minus, and those that bring nothing
    (yet). Only where other rows of the column say that something was paid."""
    for place, column in enumerate(columns):
        if column.time or column.number or column.distinct > _MOST_KINDS or not _is_kind(column):
            continue
        words = {value.casefold() for value in values_of(rows, place)}
        if not any(
            _PAID.fullmatch(word) and not re.match(_BACK, word) and not re.match(_NOTHING, word) for word in words
        ):
            continue
        at = columns.index(amount)
        given = [row[at] for row in rows if re.match(_BACK, row[place].strip().casefold()) and row[at].strip()]
        back = (
            ((column.name, _BACK),)
            if given and not any(re.search(r"[-−(]\s?\W?\d|\d\s?-", cell) for cell in given)
            else ()
        )
        nothing = ((column.name, _NOTHING),) if any(re.match(_NOTHING, word) for word in words) else ()
        if back or nothing:
            return back, nothing
    return (), ()


def _is_kind(column: ColumnLook) -> bool:
    return any(_KIND.fullmatch(form) for form in forms_of(column))
