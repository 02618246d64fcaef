"""Opens a file that somebody brings: a workshop's own JSON, a workbook or a zip of CSV tables, told apart by what is in it."""

from journey.exchange.guarding.guard import LARGEST
from journey.exchange.guarding.problems import Reading, UnreadableFile
from journey.exchange.reading.csv_tables import cells_of_tables, holds_tables
from journey.exchange.reading.workbook import read_cells, read_workbook
from journey.model import Language, NewerWorkshop, UnreadableWorkshop, Workshop


def read_document(data: bytes, file_name: str, language: Language, base: Workshop | None = None) -> Reading:
    """The workshop in a file. The name only decides about files that look like neither kind. UnreadableFile says why not."""
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{") or (file_name.lower().endswith(".json") and not data.startswith(b"PK")):
        return Reading(_workshop(data))
    if holds_tables(data):
        return read_cells(cells_of_tables(data), language, base)
    return read_workbook(data, language, base)


def _workshop(data: bytes) -> Workshop:
    if not data.strip():
        raise UnreadableFile("empty")
    if len(data) > LARGEST:
        raise UnreadableFile("large_file", megabytes=str(LARGEST // 1024**2))
    try:
        return Workshop.from_json(data.removeprefix(b"\xef\xbb\xbf"))
    except NewerWorkshop as error:
        raise UnreadableFile("newer") from error
    except UnreadableWorkshop as error:
        raise UnreadableFile("json", reason=str(error)) from error
