"""Orders that brought something: a file of orders holds amounts that nobody paid, that were called off or given back. Which
is which stands in columns beside the amount."""

import re
from collections.abc import Mapping, Sequence

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.currencies import only_of
from journey.numbers.reading.columns.looks import ColumnLook, values_of
from journey.numbers.reading.columns.name_signs import is_called_a_number
from journey.numbers.reading.columns.role_names import forms_of
from journey.numbers.reading.plan import Role
from journey.numbers.reading.shapes.paid_kinds import kinds_of
from journey.numbers.reading.shapes.pieces import pieces_of
from journey.numbers.reading.takings import NO_DAY, Takings

_OPEN = (
    r"un[- ]?paid|not[ _-]?paid|unbezahlt|(?:noch )?nicht bezahlt|(?:payment[ _])?pending.*|.*[ _]pending|authori[sz]ed.*|autorisiert|on[- ]?hold|holded|open|"
    r"(?:noch )?offen\w*|ausstehend\w*|due|overdue|überfällig\w*|awaiting.*|wartend\w*|wartet.*|zahlung (?:aus|er|offen|steht).*|payment[ _]review|reminded|"
    r"gemahnt|mahnung.*|incomplete|unvollständig|requires.*|uncaptured|in wartestellung|vorgemerkt"
)
_OFF = (
    r"void(?:ed)?|cancel.*|storn.*|annull\w*|failed|failure|fehlgeschlagen|gescheitert|declined|denied|abgelehnt\w*|verweigert|reject\w*|refused|expired|"
    r"abgelaufen|abgebrochen|abandoned|(?:checkout[ -])?draft|entwurf|trash|gelöscht|deleted|reversed|blocked"
)
_BACK = r"(?:fully |voll(?:ständig)? )?(?:refunded|(?:zurück|rück)?erstattet|zurückgezahlt|gutgeschrieben)|charged?[ _-]?back"
_PAID = (
    r"paid|bezahlt|completed?|abgeschlossen|success\w*|succeeded|erfolgreich|captured|processing|in bearbeitung|settled|beglichen|parti\w+[ _-]?paid|teil\w* bezahlt|"
    r"parti\w*[ _-]?refunded|teil\w* \w*erstattet|shipped|versendet|versandt|delivered|geliefert|erledigt"
)
_BOOKED = (
    r"confirmed|bestätigt|checked[ -]?(?:in|out)|in[ -]?house|(?:ein|aus)gecheckt|an(?:gereist|wesend)|abgereist|arrived|attended|wahrgenommen|stattgefunden|"
    r"durchgeführt|(?:nicht )?erschienen|no[ -]?show"
)
"""States of reservations that count; a seat that stays empty is paid at many places."""
_PARTLY = lazy_re(r"parti\w*[ _-]?(?:refunded|paid)|teil\w* ?\w*(?:erstattet|bezahlt)")
_AGAIN = 0.9
"""So many of all pairs of a customer and a state may differ where states come again."""
_NO = r"nein|no|false|falsch|0|n"
_KNOWN = lazy_re(f"(?:wc-)?(?:{_OPEN}|{_OFF}|{_BACK}|{_PAID}|{_BOOKED})")

_OF_PAYMENT = lazy_re(
    r"(?:financial|payment|paid|pay|invoice|transaction) ?(?:status|state)|(?:zahlungs?|zahl|bezahl|rechnungs|transaktions)(?:status|zustand)"
)
_OF_ORDER = lazy_re(
    r"(?:order |sale |item |booking |reservation |appointment )?(?:status|state)|status der bestellung|"
    r"(?:bestell(?:ungs)?|auftrags|order|buchungs|reservierungs|termin)?(?:status|zustand)"
)
_IS_PAID = lazy_re(r"(?:is |ist )?(?:paid|bezahlt|beglichen)")
_PAID_ON = lazy_re(
    r"paid (?:at|on|date|time)|(?:date|payment) paid|payments? date|paid on date|bezahlt am|bezahldatum|zahlungsdatum|zahldatum|zahlungseingang(?: am)?"
)
_LESS = lazy_re(
    r"(?:total |order )?(?:amount refunded|refunded amount|refund(?:ed)?(?: total| amount| value)?)|total refunded|refunded total|outstanding balance|"
    r"balance due|total due|(?:(?:zurück|rück)?erstatteter |offener )betrag|(?:(?:rück|zurück)?erstattung(?:en|sbetrag|ssumme)?)|(?:zurück|rück)?erstattet|offener saldo"
)
_LESS_ALREADY = lazy_re(
    r"\badjusted\b|\bnet (?:sales|payments?|revenue|total)\b|\bn revenue\b|nach (?:erstattung|abzug)"
)
_TRADE = lazy_re(
    r"\b(?:\w*order\w*|bestell\w*|auftrag\w*|rechnung\w*|invoice\w*|\w*payment\w*|zahlung\w*|financial|transaction\w*|transaktion\w*|sales?|purchase\w*|verkauf\w*|"
    r"beleg\w*|refund\w*|booking\w*|booked|\w*buchung\w*|gebucht|reserv\w*)\b"
)
_SOME = 0.2
"""A day of payment stands in so many rows of a shop that writes it down."""

_Stated = tuple[tuple[str, str], ...]


def states_of_payments(
    columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]], roles: Mapping[str, str], takings: Takings
) -> bool:
    """Whether what was taken for what happened is how far payments are, each of which has a row and an id of its own: customers
    have the same state again, which no history of one order does."""
    stated = {column for column, _ in (*takings.unpaid, *takings.void, *takings.refunded)}
    if roles.get(Role.ACTIVITY) not in stated or Role.CASE not in roles:
        return False
    place = {column.name: number for number, column in enumerate(columns)}
    own = [
        column
        for column in columns
        if not column.repeats and column.filled == 1 and not column.time and not column.people
    ]
    pairs = [(row[place[roles[Role.CASE]]], row[place[roles[Role.ACTIVITY]]]) for row in rows]
    return any(map(is_called_a_number, own)) and len(set(pairs)) <= _AGAIN * len(pairs)


def takings_of(
    columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]], roles: Mapping[str, str]
) -> tuple[Takings, tuple[tuple[str, str], ...]]:
    """How the amounts of the revenue's column are to be taken, and what a person should know of it, as hints."""
    amount = next((column for column in columns if column.name == roles.get(Role.REVENUE)), None)
    if amount is None:
        return Takings(), ()
    currency, only, others = only_of(columns, rows, amount)
    hints = [("currencies", f"{currency} ({', '.join(others)})")] if others else []
    times = pieces_of(columns, rows, amount)
    hints += [("times", " × ".join(times))] if times else []
    free = [
        column for column in columns if column.name not in (roles.get(Role.CASE), roles.get(Role.TIME), amount.name)
    ]
    if not any(_TRADE.search(form) for column in columns for form in forms_of(column)):
        return Takings(currency=currency, only=only, times=times), tuple(hints)
    settled = any(_LESS_ALREADY.search(form) for form in forms_of(amount))
    less = () if settled else tuple(column.name for column in columns if column.number and _is(_LESS, column))
    states = [column for names in (_OF_PAYMENT, _OF_ORDER) if (column := _state(names, free, columns, rows))]
    unpaid = tuple((column.name, f"^(?:wc-)?(?:{_OPEN}|{_OFF})$") for column in states) or _unpaid_else(free)
    back, nothing = kinds_of(columns, rows, amount)
    if told := dict.fromkeys((*less, *(column for column, _ in (*unpaid, *back, *nothing)))):
        hints.append(("takings", ", ".join(told)))
    if not less and (partly := next((one.name for one in states if _is_partly(one, columns, rows)), "")):
        hints.append(("partly_refunded", partly))
    return Takings(
        less,
        unpaid,
        tuple((column.name, _void(column, amount, columns, rows)) for column in states),
        tuple((column.name, f"^(?:wc-)?(?:{_BACK})$") for column in states),
        back,
        nothing,
        currency,
        only,
        times,
    ), tuple(hints)


def _void(state: ColumnLook, amount: ColumnLook, columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> str:
    """What a state is where a row is no order; nothing at all in the further rows of one, which have no amount either."""
    at, paid = columns.index(state), columns.index(amount)
    further = [row[paid].strip() for row in rows if not row[at].strip()]
    return f"^(?:wc-)?(?:{_OFF}{'' if any(further) or not further else '|'})$"


def _state(
    names: re.Pattern[str], free: Sequence[ColumnLook], columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]
) -> ColumnLook | None:
    """The column of that name whose words are mostly known ones of a payment or an order."""
    for column in free:
        if column.time or column.number or not column.filled or not _is(names, column):
            continue
        words = {value.casefold() for value in values_of(rows, columns.index(column))}
        if 2 * sum(_KNOWN.fullmatch(word) is not None for word in words) >= len(words):
            return column
    return None


def _unpaid_else(free: Sequence[ColumnLook]) -> _Stated:
    """Where no column has states: a yes or no, or the day of the payment, which is missing where nobody paid."""
    for column in free:
        if not column.time and column.filled > 2 * _SOME and _is(_IS_PAID, column):
            return ((column.name, f"^(?:{_NO}|{_OPEN}|{_OFF})$"),)
    days = (column for column in free if column.time and column.filled >= _SOME and _is(_PAID_ON, column))
    return tuple((column.name, NO_DAY) for column in days)[:1]


def _is_partly(column: ColumnLook, columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> bool:
    return any(_PARTLY.fullmatch(value.casefold()) for value in values_of(rows, columns.index(column)))


def _is(names: re.Pattern[str], column: ColumnLook) -> bool:
    return any(names.fullmatch(form) for form in forms_of(column))
