"""An open document's cells are read as their own program shows them, whatever lies on them."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from journey.numbers.reading.files.excel import workbook
from journey.numbers.reading.files.open_document import plain_cells

_BOX = '<draw:g><draw:custom-shape draw:name="a > b"><text:p>Who owns this?</text:p></draw:custom-shape><draw:line/></draw:g>'
_NOTE = "<office:annotation>\n  <text:p>Ask again</text:p>\n</office:annotation>\n"


def _cell(path: Path, inside: str) -> object:
    """What is read of a cell that has this inside it."""
    parts = {"office": "office", "table": "table", "text": "text", "draw": "drawing"}
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{part}:1.0"' for name, part in parts.items())
    cell = f'<table:table-cell office:value-type="string">{inside}</table:table-cell>'
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f"<office:document-content {names}>"
            '<office:body><office:spreadsheet><table:table table:name="T">'
            f"<table:table-row>{cell}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>",
        )
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    with workbook(path) as book:
        [[read]] = book.get_sheet_by_index(0).to_python()
    return read


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (f"<text:p>Checkout</text:p>{_BOX}", "Checkout"),
        (f"{_BOX}\n<text:p>Checkout</text:p>\n{_BOX}\n", "Checkout"),
        (f"{_NOTE}<text:p>Hotline</text:p>", "Hotline"),
        ("<text:p>Saw the ad<text:line-break/>Clicked</text:p>", "Saw the ad\nClicked"),
        ("<text:p>Shop<text:tab></text:tab>Checkout</text:p>", "Shop\tCheckout"),
        ('<text:p><text:span>Shop<text:tab text:tab-ref="1"/></text:span>Checkout</text:p>', "Shop\tCheckout"),
    ],
)
def test_a_cell_says_its_own_words_alone_and_apart(tmp_path: Path, inside: str, shown: str) -> None:
    assert _cell(tmp_path / "map.ods", inside) == shown


@pytest.mark.parametrize(
    "content", [b"<a/><draw:g><text:p>x</text:p>", b"<text:p>x</text:p></draw:g>", b"<text:p>x</text:p>"]
)
def test_what_does_not_pair_is_left_as_it_is(content: bytes) -> None:
    assert plain_cells(content) == content
