"""What people and spreadsheets call rows and columns of totals, in German and English."""

from journey.exchange.layout.labels import folded
from journey.lazy_re import lazy_re

TOTALS = {
    "summe", "summen", "gesamt", "gesamtsumme", "gesamtergebnis", "gesamtanzahl", "gesamtmittelwert", "grand sum",
    "grand count", "grand average", "ergebnis", "teilergebnis", "zwischensumme",
    "insgesamt", "mittelwert", "durchschnitt", "schnitt", "anzahl", "minimum", "maximum", "min", "max", "median",
    "sum", "total", "totals", "grand total", "subtotal", "sub total", "overall", "average", "avg", "mean", "count",
    "result", "ø", "σ", "∑",
}  # fmt: skip
_ONLY_LETTERS = lazy_re(r"\([^)]*\)|[^\w∑ ]+|\d+")
_OF_COLUMNS = {
    "summe", "gesamt", "gesamtsumme", "gesamtergebnis", "insgesamt", "durchschnitt", "mittelwert", "total", "totals", "sum",
    "grand total", "overall", "average", "ø", "∑",
}  # fmt: skip
"""What of it stands above a column, where "Result" may be a phase."""


def is_total(words: str, *, counted: bool = False) -> bool:
    """Whether words say that a row is one of totals; where something is `counted` beside them, also with more words."""
    plain = _plain(words)
    if plain in TOTALS or folded(words) in TOTALS:
        return True
    return counted and any(plain.startswith(f"{word} ") or plain.endswith(f" {word}") for word in TOTALS)


def heads_totals(words: str) -> bool:
    """Whether words above a column say that it is one of totals."""
    return _plain(words) in _OF_COLUMNS or folded(words) in _OF_COLUMNS


def _plain(words: str) -> str:
    return " ".join(_ONLY_LETTERS.sub(" ", folded(words)).split())
