"""Books of cash: what came in and went out on a day and what was left, and of nobody whose it was."""

import re
from collections.abc import Sequence

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.columns.role_names import forms_of

_IN = lazy_re(
    r"\b(?:einnahmen?|einzahlung\w*|zugang|zugänge|eingang|eingänge|receipts?|income|cash in|money in|deposits?)\b"
)
_OUT = lazy_re(
    r"\b(?:ausgaben?|auszahlung\w*|abgang|abgänge|ausgang|ausgänge|payments?|expenses?|expenditure|cash out|money out|withdrawals?)\b"
)
_LEFT = lazy_re(r"\b(?:\w*bestand|\w*saldo|kassenstand|balance|cash on hand)\b")
_SOMEBODY = lazy_re(
    r"\b(?:kunde\w*|kunden\w*|käufer\w*|customer\w*|client\w*|buyer\w*|user\w*|e ?mail\w*|auftraggeber\w*|empfänger\w*|zahler|begünstigter?|payee|payer|"
    r"kontoinhaber|name|iban|patient\w*|mitglied\w*|gast)\b"
)


def is_cash_book(columns: Sequence[ColumnLook]) -> bool:
    """Whether a table is a book of cash: amounts in, out and left, and no column of somebody."""
    numbers = [column for column in columns if column.number and not column.time]
    if not all(any(_says(words, column) for column in numbers) for words in (_IN, _OUT, _LEFT)):
        return False
    return not any(column.filled and (column.people or _says(_SOMEBODY, column)) for column in columns)


def _says(words: re.Pattern[str], column: ColumnLook) -> bool:
    return any(words.search(form) for form in forms_of(column))
