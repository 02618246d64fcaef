"""Amounts with decimal comma or point, with separators, signs and currencies."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from journey.numbers.reading.columns.amounts import amount_sql, decimal_of, is_amount
from journey.numbers.reading.files.engine import connected

COMMA = {"1.234,56": 1234.56, "1234,5": 1234.5, "1.234": 1234.0, "12": 12.0, "-5,5": -5.5, "(12,50)": -12.5, "12,50-": -12.5,
         "€ 1.234,5": 1234.5, "5,00 EUR": 5.0, "1 234,5": 1234.5, "1,5E3": 1500.0, "1.234.567": 1234567.0,
         "−5,00": -5.0, "– 1.234,5 €": -1234.5, "1.234,-": 1234.0, "5,– €": 5.0, "7,-- €": 7.0}  # fmt: skip
POINT = {
    "1,234.56": 1234.56,
    "1234.5": 1234.5,
    "1,234": 1234.0,
    "$1,234.50": 1234.5,
    "1.5E3": 1500.0,
    "1'234.5": 1234.5,
    "CHF 1'234.–": 1234.0,
    "999.-": 999.0,
    "Fr. 1’234.50": 1234.5,
    "SFr. 1’000.–": 1000.0,
    "US$ 5.50": 5.5,
    "₹1,234.50": 1234.5,
}


@cache
def _engine() -> Any:
    return connected(Path(mkdtemp()))


def _amount(text: str, decimal: str) -> float:
    found = _engine().execute(f"SELECT {amount_sql('x', decimal)} FROM (SELECT ? AS x)", [text]).fetchone()
    return float(found[0])


@pytest.mark.parametrize(("text", "amount"), COMMA.items())
def test_amounts_with_a_decimal_comma(text: str, amount: float) -> None:
    assert _amount(text, ",") == amount


@pytest.mark.parametrize(("text", "amount"), POINT.items())
def test_amounts_with_a_decimal_point(text: str, amount: float) -> None:
    assert _amount(text, ".") == amount


@pytest.mark.parametrize("text", ["", "-", "abc", "n/a", "31.12.2026", "1.2.3,4,5"])
def test_what_is_no_amount_is_empty(text: str) -> None:
    assert all((found := _amount(text, decimal)) != found for decimal in ",.")


@pytest.mark.parametrize(
    ("values", "delimiter", "decimal"),
    [
        (["1.234,56", "12"], ";", ","),
        (["1,234.56", "12"], ",", "."),
        (["0.5"], ";", "."),
        (["0,5"], ",", ","),
        (["1.234"], ";", ","),
        (["1,234"], ",", "."),
        (["1.234.567"], ",", ","),
        ([], "\t", "."),
        (["1.234 €", "800 €"], ",", ","),
        (["EUR 1.234"], "\t", ","),
        (["1,234 €"], ";", "."),
        (["0.250 €"], ",", "."),
        (["1.234"], ",", "."),
    ],
)
def test_the_decimal_mark_is_what_more_numbers_can_only_mean(values: list[str], delimiter: str, decimal: str) -> None:
    assert decimal_of(values, delimiter) == decimal


def test_a_column_of_prices_without_cents_holds_amounts() -> None:
    assert all(
        map(
            is_amount,
            (
                "1.234,- €",
                "CHF 999.–",
                "5,–",
                "12,50-",
                "Fr. 5.–",
                "12,50 Euro",
                "1 234,50 zł",
                "99 kr",
                "₺1.234,50",
                "US$ 5",
            ),
        )
    )


@pytest.mark.parametrize("text", ["Fr", "kr.", "A$AP", "3 Frauen", "Frist 5", "v1.2", "5 Eurobonds"])
def test_words_are_no_amounts(text: str) -> None:
    assert not is_amount(text)
