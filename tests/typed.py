"""What a type checker cannot know of a value that a test is sure of."""

from typing import Any, TypeVar

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Value = TypeVar("Value")


def there(value: Value | None) -> Value:
    """A value that is not None here."""
    assert value is not None
    return value


def about(value: float) -> float:
    """`pytest.approx` where a number is asked for, such as in the field of an expected value."""
    nearly: Any = pytest.approx(value)
    number: float = nearly
    return number


def first_sheet(book: Workbook) -> Worksheet:
    """The sheet that a new workbook has."""
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return sheet
