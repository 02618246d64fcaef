"""Which currency the amounts of a file are in: a column of its own, the amount's name, or the signs beside its numbers."""

import re
from collections import Counter
from collections.abc import Sequence

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook, values_of
from journey.numbers.reading.names import normal, parted

_NAMES = (
    "currency", "währung", "waehrung", "currency code", "währungscode", "order currency", "transaction currency", "presentment currency", "iso currency code",
    "currency iso", "order currency code", "shop currency", "bestellwährung", "transaktionswährung", "währungskürzel", "settlement currency",
)  # fmt: skip
_CODE = lazy_re(r"[A-Z]{3}")
_SIGNS = {"€": "EUR", "£": "GBP", "¥": "JPY", "₺": "TRY", "₹": "INR", "zł": "PLN", "Fr.": "CHF", "SFr": "CHF", "$": "$"}
"""A dollar may be any of a dozen, and stays one."""
_CODES = (
    "EUR", "USD", "GBP", "CHF", "JPY", "CNY", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "TRY", "INR", "AUD", "CAD", "NZD", "ZAR", "BRL", "MXN", "SGD",
    "HKD", "KRW", "AED", "ILS", "THB", "UAH", "SAR",
)  # fmt: skip
_BESIDE = lazy_re("|".join((*(rf"\b{code}\b" for code in _CODES), *map(re.escape, _SIGNS))))
_IN_NAME = lazy_re("|".join(rf"\b{code.casefold()}\b" for code in _CODES))


def only_of(
    columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]], amount: ColumnLook
) -> tuple[str, tuple[tuple[str, str], ...], tuple[str, ...]]:
    """The currency of the amounts in a column ("" where nothing says it), the column and pattern by which amounts of others
    are told from them, and these others, in the order of how often they stand there. Of several the most frequent counts."""
    place = {column.name: number for number, column in enumerate(columns)}
    said = _column(columns)
    if said is not None:
        found = Counter(value.upper() for value in values_of(rows, place[said.name]))
        found = Counter({code: count for code, count in found.items() if _CODE.fullmatch(code)})
        return _of(said.name, found, r"^(?:{}|)$")
    found = Counter(match[0] for value in values_of(rows, place[amount.name]) if (match := _BESIDE.search(value)))
    signs = Counter[str]()
    for sign, count in found.items():
        signs[_SIGNS.get(sign, sign)] += count
    if signs:
        currency, _, others = _of(amount.name, signs, "")
        foreign = [*others, *(sign for sign, code in _SIGNS.items() if code in others)]
        pattern = "|".join(re.escape(word.casefold()) for word in foreign)
        return currency, ((amount.name, f"!{pattern}"),) if others else (), others
    named = _IN_NAME.search(normal(amount.name)) or _IN_NAME.search(parted(amount.name))
    return (named[0].upper(), (), ()) if named else ("", (), ())


def _column(columns: Sequence[ColumnLook]) -> ColumnLook | None:
    """The column of currencies."""
    by_name = {form: column for column in reversed(columns) for form in (parted(column.name), normal(column.name))}
    named = (by_name[name] for name in _NAMES if name in by_name)
    return next((column for column in named if column.filled and not column.number), None)


def _of(column: str, found: Counter[str], pattern: str) -> tuple[str, tuple[tuple[str, str], ...], tuple[str, ...]]:
    if not found:
        return "", (), ()
    currency, *others = (code for code, _ in found.most_common())
    return currency, ((column, pattern.format(currency.casefold())),), tuple(others)
