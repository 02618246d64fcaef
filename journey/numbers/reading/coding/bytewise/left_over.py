"""The few cells that bytes do not tell: read by the expressions that DuckDB reads all others with."""

# ruff: noqa: S608 - the expressions are our own

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.amounts import UNREAD, amount_sql
from journey.numbers.reading.times.sql import fast_time_sql, in_sql


def left_over_times(texts: list[str], form: str, strange: dict[str, None]) -> NDArray[np.int64]:
    """Microseconds of texts, UNREADABLE or IMPOSSIBLE. `strange` gets some of those that are no times."""
    from journey.numbers.reading.coding.arrow_columns import texts as arrow_texts
    from journey.numbers.reading.coding.scan import patient_times
    from journey.numbers.reading.files.engine import connected

    met = dict.fromkeys(texts)
    with TemporaryDirectory(prefix="journey-log-") as folder, connected(Path(folder)) as connection:
        fast = _answers(connection, fast_time_sql("x", form), list(met)) if in_sql(form) else [None] * len(met)
        rest = [text for text, time in zip(met, fast, strict=True) if time is None]
        read = patient_times(connection, arrow_texts(rest), form, strange).tolist() if rest else []
    patient = dict(zip(rest, read, strict=True))
    known = {text: patient.get(text, time) for text, time in zip(met, fast, strict=True)}
    return np.array([known[text] for text in texts], np.int64)


def left_over_amounts(texts: list[str], decimal: str) -> NDArray[np.float64]:
    """Amounts of texts, UNREAD for those that are none. Long ones and those with separated thousands need no DuckDB."""
    mark, other = re.escape(decimal), re.escape("." if decimal == "," else ",")
    usual = lazy_re(rf"-?(?:[0-9]+|[0-9]{{1,3}}(?:{other}[0-9]{{3}})+)(?:{mark}[0-9]+)?")
    without = str.maketrans(",.", ".,") if decimal == "," else None
    known: dict[str, float] = {}
    rest: list[str] = []
    for text in dict.fromkeys(texts):
        if usual.fullmatch(text):
            known[text] = float((text.translate(without) if without else text).replace(",", ""))
        else:
            rest.append(text)
    if rest:
        known.update(zip(rest, _asked(rest, decimal), strict=True))
    return np.array([known[text] for text in texts], np.float64)


def _asked(texts: list[str], decimal: str) -> list[float]:
    from journey.numbers.reading.files.engine import connected

    with TemporaryDirectory(prefix="journey-log-") as folder, connected(Path(folder)) as connection:
        return _answers(connection, amount_sql("x", decimal, strange=UNREAD), texts)


def _answers(connection: Any, expression: str, texts: list[str]) -> list[Any]:
    rows = connection.execute(f"SELECT {expression} FROM (SELECT unnest(?::VARCHAR[]) AS x)", [texts]).fetchall()
    return [answer for (answer,) in rows]
