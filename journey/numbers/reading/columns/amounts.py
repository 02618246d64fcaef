"""Amounts: whether a file writes a decimal comma or point, and how SQL reads its numbers."""

import re
from collections.abc import Iterable, Sequence

from journey.numbers.reading.names import normal, parted

_POINT = re.compile(r"\d\.\d{1,2}(?:\D|$)|\d\.\d{4,}|,\d{3}\.\d|,\d{3},\d{3}|(?<![\d.,])0\.\d")
_COMMA = re.compile(r"\d,\d{1,2}(?:\D|$)|\d,\d{4,}|\.\d{3},\d|\.\d{3}\.\d{3}|(?<![\d.,])0,\d")
_THOUSANDS = re.compile(r"\D*\d{1,3}(?:,\d{3})+\D*")
_CURRENCY = "EUR|USD|GBP|CHF|JPY|CNY|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|INR|AUD|CAD|NZD|ZAR|BRL|MXN|SGD|HKD|KRW|AED|ILS|THB|UAH|SAR|RUB"
"""Of any three capitals most are no currency: ABC-12 is an id."""
_SIGN = r"[A-Z]{0,2}\$|[€£¥₺₹₽₩₴฿]|[Ee]uro|S?Fr\.?|kr\.?|zł|Kč|Ft|lei"
_AMOUNT = re.compile(
    rf"[-+−–(]?\s?(?:{_CURRENCY}|{_SIGN})?\s?[-+−–]?\d[\d.,'’ \u00a0\u202f]*(?:[eE][-+]?\d+)?(?:[.,][-–—]{{1,2}})?\s?(?:{_CURRENCY}|{_SIGN}|%)?[)-]?"
)
_MONEY = re.compile(rf"{_SIGN}|(?<![A-Z])(?:{_CURRENCY})(?![A-Z])")

_CLIENT = re.compile(r"(?:GA\d\.\d\.)?\d{5,10}\.\d{10}")
_TOTAL = re.compile(
    r"\b(?:total|gesamt\w*|summe|subtotal|order (?:value|amount|total)|bestellwert|bestellsumme|auftragswert|auftragssumme|rechnungsbetrag|endbetrag|invoice amount|grand total)\b"
)
_ARTICLE = re.compile(
    r"\b(?:item|items|line|lineitem|position|positions\w*|artikel\w*|\w*bezeichnung|article|product|produkt\w*|unit|einzel\w*|stück\w*|price|preis|sku|variant)\b"
)
_ORDERS = (
    "order number", "order id", "orderid", "order no", "order", "bestellnummer", "bestell id", "bestell nr", "bestellung",
    "auftragsnummer", "auftrags nr", "auftrag", "rechnungsnummer", "invoice number", "invoice id", "transaction id", "belegnummer",
)  # fmt: skip
_FEW_ORDERS = 3


def order_of(amount: str, names: Sequence[str], rows: Sequence[Sequence[str]], case: str, time: str) -> str | None:
    """The column whose values name the orders that an amount (a column's name) is the total of, where it stands on each of
    their rows; None where it is an article's. A name that says article decides, or one that says total unless the rows of most
    orders differ; else an amount that is the same on all rows of every order is the order's."""
    forms = f"{normal(amount)} {parted(amount)}"
    by_name = {normal(name): name for name in reversed(names)}
    order = next((by_name[name] for name in _ORDERS if name in by_name), case or None)
    if order is None or order == amount or _ARTICLE.search(forms):
        return None
    is_total = _TOTAL.search(forms) is not None
    if not is_total and not any(_ARTICLE.search(normal(name)) for name in names):
        return None
    places = [names.index(name) for name in (order, time) if name in names]
    groups: dict[tuple[str, ...], list[Sequence[str]]] = {}
    for row in rows:
        groups.setdefault(tuple(row[place] for place in places), []).append(row)
    several = [group for group in groups.values() if len(group) > 1]
    at = names.index(amount)
    if is_total:
        lines = sum(len({row[at] for row in group if row[at].strip()}) > 1 for group in several)
        return None if len(several) >= _FEW_ORDERS and lines > len(several) / 2 else order
    same = all(len({row[at] for row in group}) == 1 for group in several)
    differ = len({group[0][at] for group in several}) > 1
    return order if same and differ and len(several) >= _FEW_ORDERS else None


def names_articles(name: str) -> bool:
    """Whether a column's name says that it holds articles."""
    return _ARTICLE.search(f"{normal(name)} {parted(name)}") is not None


def is_amount(value: str) -> bool:
    """Whether a cell reads as a number, with or without separators, sign and currency."""
    return _AMOUNT.fullmatch(value) is not None and not is_client(value)


def is_client(value: str) -> bool:
    """Whether a cell is a client of Google Analytics: a random number, a dot, and the second of the first visit."""
    return _CLIENT.fullmatch(value) is not None


def decimal_of(values: Iterable[str], delimiter: str, *, dotted: bool = False) -> str:
    """ "," or ".": what more of the numbers can only mean. Where all could be both, a file with semicolons or `dotted` dates
    (31.12.2026) has commas, unless each of them stands before a group of three; beside a currency three digits are thousands."""
    comma = point = thousands = marked = money = 0
    for value in values:
        comma += _COMMA.search(value) is not None
        point += _POINT.search(value) is not None
        if "," in value or "." in value:
            marked += 1
            thousands += _THOUSANDS.fullmatch(value) is not None
            money += _MONEY.search(value) is not None
    if comma != point:
        return "," if comma > point else "."
    return "," if (delimiter == ";" or dotted or money) and not (marked and thousands == marked) else "."


def is_either(values: Iterable[str]) -> bool:
    """Whether nothing tells thousands from decimals: every mark stands once and before three digits."""
    marked = [value for value in values if "," in value or "." in value]
    return bool(marked) and all(re.fullmatch(r"\D*(?!0)\d{1,3}[.,]\d{3}\D*", value) for value in marked)


def amount_sql(column: str, decimal: str) -> str:
    """A text column (quoted SQL) as DOUBLE, NaN where it is empty or no number. Thousands separators, spaces, currencies,
    (12,50) and 12,50- are understood."""
    plain = f"NOT contains({column}, '.')" if decimal == "," else f"NOT contains({column}, ',')"
    quick = f"try_cast(replace({column}, ',', '.') AS DOUBLE)"
    whole = f"regexp_replace({column}, '[.,](-|–|—)+|[a-z][.]', '', 'g')"  # 5,- has no cents, and Fr. no point
    signs = f"regexp_replace({whole}, '[−–]', '-', 'g')"
    bare = f"regexp_replace({signs}, '[^0-9.,()+-]|[.,]+$', '', 'g')"
    mark, other = (",", r"\.") if decimal == "," else (r"\.", ",")
    shape = rf"^[(+-]*(\d+|\d{{1,3}}({other}\d{{3}})+)?({mark}\d+)?[)-]?$"
    pure = f"replace(replace({bare}, '{other[-1]}', ''), ',', '.')"
    signed = rf"regexp_replace({pure}, '^\(?([0-9.]+)(?:\)|-)$', '-\1')"
    slow = f"CASE WHEN regexp_matches({bare}, '{shape}') THEN try_cast({signed} AS DOUBLE) END"
    return f"coalesce(CASE WHEN {plain} THEN {quick} END, {slow}, 'nan'::DOUBLE)"


def native_amount_sql(column: str) -> str:
    """A column that holds numbers already."""
    return f"coalesce(try_cast({column} AS DOUBLE), 'nan'::DOUBLE)"
