"""What a file truly is, whatever it is called."""

import pytest

from journey.exchange.own_sheets import TrueKind
from journey.numbers.reading import is_prose

LETTER = "Hallo, das ist ein Brief.\n\nAn einem Dienstag kam niemand; am Mittwoch, immerhin, drei.\nMehr nicht.\n"
TABLE = "Phase;Touchpoint\nKauf;Kasse, links\nKauf;Beleg\n"
SPACED = "name, date, event\nAnna, 2026-01-01, a visit\nBen, 2026-01-02, a visit\n"


@pytest.mark.parametrize(
    ("data", "name", "kind", "misnamed"),
    [
        (LETTER.encode(), "brief.xlsx", TrueKind.TEXT, True),
        (LETTER.encode(), "brief.txt", TrueKind.TEXT, False),
        (TABLE.encode("cp1252"), "karten.xlsx", TrueKind.TABLE, True),
        (TABLE.encode("utf-16"), "karten.csv", TrueKind.TABLE, False),
        (b"PK\x03\x04rest", "karten.csv", TrueKind.WORKBOOK, True),
        (b"PK\x03\x04rest", "karten.ods", TrueKind.WORKBOOK, False),
    ],
)
def test_a_file_is_what_is_in_it(data: bytes, name: str, kind: TrueKind, misnamed: bool) -> None:
    assert (TrueKind.of(data), TrueKind.of(data).is_misnamed(name)) == (kind, misnamed)


@pytest.mark.parametrize("table", [TABLE, SPACED, "a\tb\nEin langer Satz, der endet.\tund noch einer.\n", ""])
def test_tables_are_no_prose(table: str) -> None:
    assert not is_prose(table)
