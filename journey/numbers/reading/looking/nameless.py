"""Logs that some programs write without a header: names for their columns, where the rows can be nothing else."""

from collections.abc import Sequence

from journey.lazy_re import lazy_re

_CALLS = (
    "accountcode", "src", "dst", "dcontext", "clid", "channel", "dstchannel", "lastapp", "lastdata", "start", "answer", "end",
    "duration", "billsec", "disposition", "amaflags", "uniqueid", "userfield", "peeraccount", "linkedid", "sequence",
)  # fmt: skip
"""Asterisk's Master.csv: the last columns are written only where its settings say so."""
_FEWEST = 16
_BEGAN, _ENDED, _DURATION, _BILLED, _DISPOSITION, _FLAGS = 9, 11, 12, 13, 14, 15
_TIME = lazy_re(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
_OUTCOMES = frozenset(("ANSWERED", "NO ANSWER", "BUSY", "FAILED", "CONGESTION", "UNKNOWN"))
_WHOSE = frozenset(("DOCUMENTATION", "BILLING", "OMIT", "IGNORE", "DEFAULT"))


def names_of_the_nameless(rows: Sequence[Sequence[str]], columns: int) -> tuple[str, ...]:
    """The names of columns that have none, where every row is a call as Asterisk writes it down; () for all others."""
    return _CALLS[:columns] if _FEWEST <= columns <= len(_CALLS) and rows and all(map(_is_call, rows)) else ()


def _is_call(row: Sequence[str]) -> bool:
    times = all(_TIME.fullmatch(row[place].strip()) for place in (_BEGAN, _ENDED))
    lengths = all(row[place].strip().isdecimal() for place in (_DURATION, _BILLED))
    return times and lengths and row[_DISPOSITION].strip() in _OUTCOMES and row[_FLAGS].strip() in _WHOSE
