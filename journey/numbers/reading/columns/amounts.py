"""Amounts: whether a file writes a decimal comma or point, and how SQL reads its numbers."""

from collections.abc import Iterable, Sequence
from math import nan
from typing import NamedTuple

from journey.lazy_re import lazy_re
from journey.numbers.reading.files.engine import quoted
from journey.numbers.reading.names import normal, parted

MEANS_POINT = r"(\d\.\d{1,2}(\D|$)|\d\.\d{4,}|,\d{3}\.\d|,\d{3},\d{3}|(^|[^\d.,])0\.\d)"
MEANS_COMMA = r"(\d,\d{1,2}(\D|$)|\d,\d{4,}|\.\d{3},\d|\.\d{3}\.\d{3}|(^|[^\d.,])0,\d)"
"""What can only be a decimal point or comma. Databases understand these patterns too: they have no look around."""
THOUSANDS = r"^\D*\d{1,3}(,\d{3})+\D*$"
EITHER = r"^\D*[1-9]\d{0,2}[.,]\d{3}\D*$"
UNREAD = 1.5e308
"""Stands for what is no amount until that is counted; no amount is so large."""
NO_AMOUNT = r"""(\d[^\d]*[^\d.,'’‘´`_\s   ()+−–—-][^\d]*\d|\d\s*([kKTM]|[tT]sd|[mM]io|[mM]rd|TEUR)([\s.€$£]|EUR|$))"""
"""Texts in which more than one number stands (2 von 3), or one in thousands or millions (12 k, 1,5 Mio.)."""
_POINT, _COMMA, _THOUSANDS, _EITHER = map(lazy_re, (MEANS_POINT, MEANS_COMMA, THOUSANDS, EITHER))
_CURRENCY = "EUR|USD|GBP|CHF|JPY|CNY|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|INR|AUD|CAD|NZD|ZAR|BRL|MXN|SGD|HKD|KRW|AED|ILS|THB|UAH|SAR|RUB"
"""Of any three capitals most are no currency: ABC-12 is an id."""
_SIGN = r"[A-Z]{0,2}\$|[€£¥₺₹₽₩₴฿]|[Ee]uro|S?Fr\.?|kr\.?|zł|Kč|Ft|lei"
_AMOUNT = lazy_re(
    rf"[-+−–(]?\s?(?:{_CURRENCY}|{_SIGN})?\s?[-+−–]?\d[\d.,'’ \u00a0\u202f]*(?:[eE][-+]?\d+)?(?:[.,][-–—]{{1,2}})?\s?(?:{_CURRENCY}|{_SIGN}|%)?[)-]?"
)
MONEY = rf"({_SIGN}|(^|[^A-Z])({_CURRENCY})([^A-Z]|$))"
_MONEY = lazy_re(MONEY)

_CLIENT = lazy_re(r"(?:GA\d\.\d\.)?\d{5,10}\.\d{10}")
_TOTAL = lazy_re(
    r"\b(?:total|gesamt\w*|summe|subtotal|order (?:value|amount|total)|bestellwert|bestellsumme|auftragswert|auftragssumme|rechnungsbetrag|endbetrag|invoice amount|grand total)\b"
)
_ARTICLE = lazy_re(
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


class Marks(NamedTuple):
    """Of how many amounts: `comma` and `point` can only be decimals, `marked` have a mark, `thousands` commas before groups of
    three, `money` a mark and a currency, `either` one mark that could be both."""

    comma: int = 0
    point: int = 0
    marked: int = 0
    thousands: int = 0
    money: int = 0
    either: int = 0

    def decimal(self, *, likely_comma: bool = False) -> str:
        """ "," or ".": what more of the numbers can only mean. Where all could be both, a comma where that is likely (a file
        with semicolons), unless each of them stands before a group of three; beside a currency three digits are thousands."""
        if self.comma != self.point:
            return "," if self.comma > self.point else "."
        return "," if (likely_comma or self.money) and not 0 < self.marked == self.thousands else "."

    @property
    def unclear(self) -> bool:
        """Whether nothing tells thousands from decimals: every mark stands once and before three digits."""
        return 0 < self.marked == self.either


def decimal_of(values: Iterable[str], delimiter: str, *, dotted: bool = False) -> str:
    """The decimal mark of a file's amounts; commas are likely in a file with semicolons or `dotted` dates (31.12.2026)."""
    return _marks(values).decimal(likely_comma=delimiter == ";" or dotted)


def is_either(values: Iterable[str]) -> bool:
    """Whether nothing tells thousands from decimals."""
    return _marks(values).unclear


def _marks(values: Iterable[str]) -> Marks:
    marked = [value for value in values if "," in value or "." in value]
    of_each = (_COMMA, _POINT, lazy_re(""), _THOUSANDS, _MONEY, _EITHER)
    return Marks(*(sum(each.search(value) is not None for value in marked) for each in of_each))


def amount_sql(column: str, decimal: str, *, strange: float = nan) -> str:
    """A text column (quoted SQL) as DOUBLE, NaN where it is empty, `strange` where it holds words or something else that is no
    number. Thousands separators, spaces, currencies, (12,50) and 12,50- are understood."""
    plain = f"NOT contains({column}, '.')" if decimal == "," else f"NOT contains({column}, ',')"
    quick = f"try_cast(replace({column}, ',', '.') AS DOUBLE)"
    whole = f"regexp_replace({column}, '[.,](-|–|—)+|[a-z][.]', '', 'g')"  # 5,- has no cents, and Fr. no point
    signs = f"regexp_replace({whole}, '[−–]', '-', 'g')"
    bare = f"regexp_replace({signs}, '[^0-9.,()+-]|[.,]+$', '', 'g')"
    mark, other = (",", r"\.") if decimal == "," else (r"\.", ",")
    shape = rf"^[(+-]*(\d+|\d{{1,3}}({other}\d{{3}})+)?({mark}\d+)?[)-]?$"
    pure = f"replace(replace({bare}, '{other[-1]}', ''), ',', '.')"
    signed = rf"regexp_replace({pure}, '^\(?([0-9.]+)(?:\)|-)$', '-\1')"
    several = f"regexp_matches({column}, {quoted(NO_AMOUNT)})"
    slow = f"CASE WHEN regexp_matches({bare}, '{shape}') AND NOT {several} THEN try_cast({signed} AS DOUBLE) END"
    words = f"CASE WHEN regexp_matches({column}, '[^\\s-]') THEN '{strange}'::DOUBLE END"
    return f"coalesce(CASE WHEN {plain} THEN {quick} END, {slow}, {words}, 'nan'::DOUBLE)"


def native_amount_sql(column: str) -> str:
    """A column that holds numbers already."""
    return f"coalesce(try_cast({column} AS DOUBLE), 'nan'::DOUBLE)"
