"""XML as records: the events of XES, the rows of XML spreadsheets. Whoever opens a file refuses those with entities before."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from journey.numbers.reading.files.kinds import opened
from journey.numbers.reading.outcome import UnreadableLog

_SPREADSHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"


def xes_events(path: Path) -> Iterator[dict[str, str]]:
    """The events of XES (IEEE 1849), the attributes of their trace with "case:" in front of them."""
    trace: dict[str, str] = {}
    number = 0
    inside: list[str] = []
    with opened(path) as stream:
        for event, element in ElementTree.iterparse(stream, ("start", "end")):  # noqa: S314 - see above
            tag = element.tag.rpartition("}")[2]
            if event == "start":
                inside.append(tag)
                if tag == "trace":
                    number += 1
                    trace = {"case:concept:name": str(number)}
                continue
            inside.pop()
            if inside[-1:] == ["trace"] and tag != "event" and "key" in element.attrib:
                trace[f"case:{element.attrib['key']}"] = element.attrib.get("value", "")
            elif tag == "event" and inside[-1:] == ["trace"]:
                yield trace | {
                    each.attrib["key"]: each.attrib.get("value", "") for each in element if "key" in each.attrib
                }
                element.clear()
            elif tag == "trace":
                element.clear()


def fullest_sheet(path: Path, most_columns: int) -> list[list[str]]:
    """The rows of the fullest sheet of an XML spreadsheet, all as wide as the widest. UnreadableLog("damaged"),
    UnreadableLog("too_many_columns")."""
    sheets: list[list[list[str]]] = []
    try:
        with opened(path) as stream:
            for event, element in ElementTree.iterparse(stream, ("start", "end")):  # noqa: S314 - see above
                if event == "start" and element.tag == f"{_SPREADSHEET}Worksheet":
                    sheets.append([])
                elif event == "end" and element.tag == f"{_SPREADSHEET}Row" and sheets:
                    sheets[-1].append(_cells(element, most_columns))
                    element.clear()
    except ElementTree.ParseError as error:
        raise UnreadableLog("damaged") from error
    rows = max(sheets, key=len, default=[])
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows if any(row)]


def _cells(row: ElementTree.Element, most: int) -> list[str]:
    cells: list[str] = []
    for cell in row.findall(f"{_SPREADSHEET}Cell"):
        place = int(cell.attrib.get(f"{_SPREADSHEET}Index", len(cells) + 1)) - 1
        if place >= most:
            raise UnreadableLog("too_many_columns", most=str(most))
        cells += [""] * (place - len(cells))
        data = cell.find(f"{_SPREADSHEET}Data")
        cells.append("".join(data.itertext()) if data is not None else "")
    return cells
