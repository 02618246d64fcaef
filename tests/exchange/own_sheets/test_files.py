"""Files of every kind that people bring become grids, and what cannot be one is called by its name."""

import zlib
from base64 import b85decode
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from journey.exchange import UnreadableFile
from journey.exchange.own_sheets import sheets_of
from tests.exchange.own_sheets.brought import of_grid
from tests.exchange.own_sheets.old_workbook import OLD_WORKBOOK
from tests.typed import first_sheet

_ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Karte">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""


def _ods(*rows: list[str]) -> bytes:
    """An open document as programs write it, with little in it."""

    def cell(words: str) -> str:
        paragraphs = "".join(f"<text:p>{line}</text:p>" for line in words.split("\n"))
        kind = ' office:value-type="string"' if words else ""
        return f"<table:table-cell{kind}>{paragraphs if words else ''}</table:table-cell>"

    return _open_document("".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows))


def _open_document(body: str) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", _ODS.format(rows=body))
    return target.getvalue()


def _xlsx(*rows: list[Any], merged: str = "") -> bytes:
    book = openpyxl.Workbook()
    sheet = first_sheet(book)
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    book.create_sheet("Empty")
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_merged_heads_of_a_workbook_hold_for_every_column_below_them() -> None:
    rows: list[list[Any]] = [
        ["Phase", "Awareness", None, "Purchase", None],
        ["Touchpoints", "Poster", "Blog", "Shop", "Invoice"],
        ["Emotion", "+1", None, "-2", None],
    ]
    [grid] = sheets_of(_xlsx(*rows, merged="D3:E3"), "map.xlsx")
    brought = of_grid(grid)
    assert list(brought.titles.values()) == ["aida-plus.awareness"] * 2 + ["aida-plus.conversion"] * 2
    assert [card.emotion for card in brought.touchpoints] == [1, None, -2, -2]


def test_an_open_document_is_read_with_its_line_breaks_and_row_numbers() -> None:
    [grid] = sheets_of(
        _ods(["", ""], ["Phase", "Touchpoint", "Pain points"], ["Awareness", "Poster", "loud\nfar"]), "x.ods"
    )
    assert (grid.name, grid.numbers) == ("Karte", (2, 3))
    assert of_grid(grid).touchpoint("Poster").pain_points == "loud\nfar"


def test_merged_cells_of_an_open_document_hold_as_those_of_a_workbook_do() -> None:
    def cell(words: str, spanned: str = "", more: str = "") -> str:
        return (
            f'<table:table-cell office:value-type="string"{spanned}><text:p>{words}</text:p>{more}</table:table-cell>'
        )

    wide, high = ' table:number-columns-spanned="2"', ' table:number-rows-spanned="2"'
    below = "<table:covered-table-cell/>"
    rows = (
        ("", cell("Phase"), cell("Awareness", wide), below, cell("Purchase", wide), below),
        ("", cell("Touchpoints", high), *map(cell, ("Poster", "Blog", "Shop", "Invoice"))),
        ("", below, *map(cell, ("Radio", "", "Cash", ""))),
        (' table:number-rows-repeated="4"', "<table:table-cell/>"),
        ("", cell("Emotion"), cell("+1"), "<table:table-cell/>", cell("-2", wide), below),
        (' table:number-rows-repeated="2"', cell("Doing"), cell("looks", wide), below, cell("buys", wide), below),
    )
    body = "".join(f"<table:table-row{how}>{''.join(cells)}</table:table-row>" for how, *cells in rows)
    [grid] = sheets_of(_open_document(body), "map.ods")
    held = {(grid.numbers[row], column): grid.spanned(row, column) for row, column in grid.covered}
    assert held == {
        (1, 1): "Awareness", (1, 2): "Awareness", (1, 3): "Purchase", (1, 4): "Purchase",
        (2, 0): "Touchpoints", (3, 0): "Touchpoints", (8, 3): "-2", (8, 4): "-2",
        (9, 1): "looks", (9, 2): "looks", (9, 3): "buys", (9, 4): "buys",
        (10, 1): "looks", (10, 2): "looks", (10, 3): "buys", (10, 4): "buys",
    }  # fmt: skip
    brought = of_grid(grid)
    assert list(brought.titles) == ["Poster", "Radio", "Blog", "Shop", "Cash", "Invoice"]
    assert brought.touchpoint("Invoice").emotion == -2


def test_percentages_of_an_open_document_are_percentages() -> None:
    def share(value: float, repeated: str = "") -> str:
        return f'<table:table-cell office:value-type="percentage" office:value="{value}"{repeated}><text:p>x</text:p></table:table-cell>'

    def words(said: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{said}</text:p></table:table-cell>'

    twice = ' table:number-columns-repeated="2"'
    rows = (
        ("", words("Name"), words("Share"), words("Goals")),
        (' table:number-rows-repeated="2"', words("Alma"), share(0.25, twice)),
        ("", words("Bert"), share(0.005), words("all")),
    )
    body = "".join(f"<table:table-row{how}>{''.join(cells)}</table:table-row>" for how, *cells in rows)
    [grid] = sheets_of(_open_document(body), "people.ods")
    half = {"percent": 0.25}
    assert grid.rows[1:] == (("Alma", half, half), ("Alma", half, half), ("Bert", {"percent": 0.005}, "all"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_letters_that_programs_write(encoding: str) -> None:
    [grid] = sheets_of("Phase;Touchpoint\nKauf;Größe wählen\n".encode(encoding), "Größen.csv")
    assert (grid.name, list(of_grid(grid).titles)) == ("Größen", ["Größe wählen"])


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 anything", "no_sheet"),
        (b"\x00\x01\x02\x03", "no_sheet"),
        (b"<!DOCTYPE html><table></table>", "web_page"),
        (b"PK\x03\x04 cut off", "truncated"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "damaged"),
        (_xlsx(), "not_ours"),
        (b"x" * (25 * 1024**2 + 1), "large_file"),
    ],
)
def test_what_is_no_sheet_is_called_by_its_name(data: bytes, key: str) -> None:
    with pytest.raises(UnreadableFile, match=key):
        sheets_of(data, "brought.xlsx")


def test_very_long_and_wide_sheets_are_cut_and_that_is_told() -> None:
    [long] = sheets_of(("Phase;Touchpoint\n" + "Kauf;Kasse\n" * 4_000).encode(), "long.csv")
    assert (len(long.rows), long.cut) == (3_000, 1_001)
    assert ("sheet_rows_cut", 3_000, "A") in of_grid(long).told()
    [wide] = sheets_of((";".join(["x"] * 400) + "\n").encode() * 500, "wide.csv")
    assert (wide.width, len(wide.rows), wide.cut) == (200, 300, 200)


def test_an_old_workbook_is_read_with_its_merged_head() -> None:
    [grid] = sheets_of(zlib.decompress(b85decode(OLD_WORKBOOK)), "karte.xls")
    brought = of_grid(grid)
    assert brought.titles == {
        "Plakat": "aida-plus.awareness", "Anzeige": "aida-plus.awareness", "Blog": "aida-plus.awareness",
        "Kasse": "aida-plus.conversion",
    }  # fmt: skip
    assert [card.emotion for card in brought.touchpoints] == [1, 1, 1, -2]
