"""What a column's name says about its role, in German and English (roles.toml)."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.names import normal, parted
from journey.numbers.reading.plan import AMOUNTS, Role

_FEW = 200
"""So many different values may a channel, campaign or segment have in a sample."""

_OF = "(?:value|wert|status|state|stage|phase)"
"""What may be written together with the words for old and new."""
OLD = lazy_re(
    rf"\b(?:(?:old|alt|alter|prev|previous|from|von){_OF}|alt|alte[rsn]?|old|previous|prev|prior|vorher\w*|vorig\w*|bisher\w*|before|from|von|aus|ursprünglich\w*|original)\b"
)
NEW = lazy_re(
    rf"\b(?:(?:new|neu|neuer|to|nach){_OF}|neu|neue[rsn]?|new|current|nachher|to|zu|nach|after|in|aktuell\w*)\b"
)
PLANNED = lazy_re(
    r"\b(?:expected|erwartet\w*|voraussichtlich\w*|geplant\w*|planned|est|estimated|geschätzt\w*|geschaetzt\w*|anticipated|projected|soll\w*|plantermin|wunschtermin|(?:ship|deliver|dispatch|pay|respond|due|resolve|complete|reply|follow ?up) by|follow ?up (?:date|on)|spätestens|(?:versand|versenden|liefer\w*|zahl\w*|bezahl\w*|antwort\w*|rückgabe|erledig\w*|abhol\w*|zustell\w*) bis|due|fällig\w*|faellig\w*|frist|deadline|target|\w*ziel|ziel\w*|next|nächste\w*|naechste\w*|"
    r"forecast|prognose\w*|scheduled|available on|valid until|renewal (?:date|on|due)|verlängerungsdatum|vertragsende|laufzeitende|contract end|trial ends?|gültig bis|ablauf\w*|expir\w*|reminder|wiedervorlage)\b"
)
REPEATED = lazy_re(
    r"\b(?:last|latest|letzte\w*|zuletzt|recent\w*|modified|updated|aktualisiert|aktualisierung\w*|geändert|geaendert|changed|änderung\w*|aenderung\w*|current stage|current status|"
    r"current lifecycle stage|current period|laufender zeitraum|aktuelle\w*|exited|exit|verlassen\w*|austritt\w*|ausgang\w*|left|birth\w*|geburt\w*|export\w*|import\w*|sync\w*|abgerufen|stand|valuta\w*|wertstellung\w*|value date|(?:reporting|report|period) (?:starts?|ends?)|berichts?(?:start|beginn|ende))\b"
)
STATUS = lazy_re(r"\b(?:status|stage|phase|state|zustand|typ|type|art|priority|priorität|owner)\b")
NO_CASE = lazy_re(
    r"^(?:nr|no|number|nummer)$|\b(?:row|zeile|zeilennummer|index|lfd|step|schritt\w*|hit|laufende|position|pos|seq\w*|sorting|sort\w*|order by|reihenfolge|rank|rang|anzahl|menge|quantity|qty|count|"
    r"betrag|amount|price|preis|umsatz|revenue|total|summe|kosten|cost|probability|wahrscheinlichkeit|rating|score|prozent|percent|"
    r"version|level|year|jahr|month|monat|zip|plz|insert|minutes?|minuten|seconds?|sekunden|hours?|stunden|duration|dauer|time in|transaction|transaktion\w*|txn|event|ereignis|activity|message|batch|handling|log)\b"
)


_GIVEN_BACK = lazy_re(r"\b(?:refund\w*|\w*erstatt\w*|outstanding|returned|gutschrift\w*|due|offene?r?)\b")
_BESIDES = lazy_re(
    r"\b(?:discount\w*|rabatt\w*|gutschein\w*|voucher\w*|tax|taxes|vat|\w*steuer\w*|mwst|ust|shipping|delivery|\w*versand\w*|porto|fees?|\w*gebühr\w*|tips?|trinkgeld\w*)\b"
)
_WITH = lazy_re(r"\b(?:inkl\w*|incl\w*|mit|with|after|nach|brutto\w*|gross|total|gesamt\w*)\b")


def is_besides(column: ColumnLook) -> bool:
    """Whether an amount is none of what an order brings: given back, still owed, or taxes, shipping, discounts alone."""
    forms = forms_of(column)
    return any(_GIVEN_BACK.search(form) or (_BESIDES.search(form) and not _WITH.search(form)) for form in forms)


def forms_of(column: ColumnLook) -> frozenset[str]:
    """A column's name made comparable, as it is written and with joined words taken apart."""
    return _both_forms(column.name)


@cache
def whole_names(role: str) -> dict[str, int]:
    """The whole names that a role has, each with its place among them, the best first."""
    return {name: rank for rank, name in enumerate(_words().get(role, {}).get("names", []))}


def name_rank(role: Role, column: ColumnLook) -> float:
    """How well a column's name fits a role, from 100 for the best whole name; 0 where it does not."""
    words = _words().get(role.value, {})
    forms = forms_of(column)
    names = whole_names(role.value)
    whole = [names[form] for form in forms if form in names]
    if whole:
        return 100 - 50 * min(whole) / max(len(names), 1)
    for place, word in enumerate(words.get("words", [])):
        if any(f" {word} " in f" {form} " for form in forms):
            return 40 - place * 20 / len(words["words"])
    return 0.0


def column_named(role: Role, columns: Sequence[ColumnLook], taken: Mapping[str, str], exact: bool) -> str | None:
    """A column that no role has taken yet, whose name and values fit a role: by its whole name, or by a word in it."""
    words = _words().get(role.value, {})
    free = [column for column in columns if column.name not in taken.values() and _fits(role, column)]
    free = [column for column in free if role is not Role.REVENUE or not is_besides(column)]
    if exact:
        ranks = whole_names(role.value)
        scored = [(min(ranks.get(form, 999) for form in forms_of(column)), column.name) for column in free]
        best = min(scored, default=(999, ""))
        return best[1] if best[0] < 999 else None
    for word in words.get("words", []):
        for column in free:
            if any(f" {word} " in f" {form} " for form in forms_of(column)):
                return column.name
    return None


def _fits(role: Role, column: ColumnLook) -> bool:
    """Whether a column's values can be this role's; an empty column can be anything."""
    if role in (Role.CASE, Role.TIME, Role.ACTIVITY):
        return False
    if not column.filled:
        return True
    if role in AMOUNTS:
        return not column.people and column.number and (column.time is None or not column.ambiguous)
    return column.time is None and not column.people and column.distinct <= _FEW


@lru_cache(1 << 16)
def _both_forms(name: str) -> frozenset[str]:
    return frozenset((normal(name), parted(name)))


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("roles.toml").read_text("utf-8"))
