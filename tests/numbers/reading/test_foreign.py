"""JSON, XES, zip and XML spreadsheets are read as tables, or called by their names."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from journey.model import Language
from journey.numbers.reading import SkippedKind, UnreadableLog, preview
from tests.numbers.reading.files import a_csv, cases, read, skipped, written

EVENTS = [(case, step) for case in range(6) for step in range(1 + case % 3)]
NAMES = ("Visit", "Offer", "Order")
START = 1_767_344_400
EXPECTED = sorted([[NAMES[step] for step in range(1 + case % 3)] for case in range(6)])


def _activities(path: Path) -> list[list[object]]:
    return sorted([event[1] for event in case] for case in cases(read(path).log))


def _mixpanel(case: int, step: int) -> dict[str, object]:
    return {
        "event": NAMES[step],
        "properties": {"time": START + case * 60 + step, "distinct_id": f"d{case}", "$city": "Ulm"},
    }


def _ga4(case: int, step: int) -> dict[str, object]:
    return {
        "event_date": "20260102", "event_timestamp": str((START + case * 60 + step) * 1_000_000), "event_name": NAMES[step],
        "event_params": [{"key": "page_title", "value": {"string_value": "Home"}}], "user_pseudo_id": f"{case}.1",
        "device": {"category": "mobile"}, "traffic_source": {"source": "google", "name": None},
    }  # fmt: skip


def _amplitude(case: int, step: int) -> dict[str, object]:
    return {
        "$insert_id": f"i{case}{step}",
        "amplitude_id": 900 + case,
        "user_id": None,
        "event_type": NAMES[step],
        "event_time": f"2026-01-02 0{case}:0{step}:00.000000",
        "event_properties": {"a": 1},
    }


@pytest.mark.parametrize("record", [_mixpanel, _ga4, _amplitude])
@pytest.mark.parametrize("form", ["lines", "array", "data", "packed"])
def test_json_is_read_line_by_line_or_as_a_list(
    tmp_path: Path, record: Callable[[int, int], dict[str, object]], form: str
) -> None:
    records = [record(*event) for event in EVENTS]
    lines = "\n".join(map(json.dumps, records))
    text = {
        "lines": lines,
        "array": json.dumps(records, indent=1),
        "data": json.dumps({"meta": 1, "data": records}),
        "packed": lines,
    }[form]
    path = tmp_path / "log"
    path.write_bytes(gzip.compress(text.encode()) if form == "packed" else text.encode())
    assert _activities(path) == EXPECTED


def _by_case() -> dict[int, list[dict[str, str]]]:
    found: dict[int, list[dict[str, str]]] = {}
    for case, step in EVENTS:
        found.setdefault(case, []).append({"event": NAMES[step], "time": f"2026-01-0{step + 1}T10:00:00Z"})
    return found


RECORDS = [{"user": f"u{case}", **event} for case, events in _by_case().items() for event in events]
JIRA = [
    {
        "id": str(case),
        "key": f"A-{case}",
        "fields": {"summary": "x"},
        "changelog": {
            "histories": [
                {
                    "id": f"{case}{place}",
                    "created": event["time"],
                    "items": [
                        {"field": "status", "fromString": "?", "toString": event["event"]},
                        {"field": "rank", "fromString": "", "toString": "higher"},
                    ],
                }
                for place, event in enumerate(events)
            ]
        },
    }
    for case, events in _by_case().items()
]
MATOMO = [
    {
        "idVisit": case,
        "visitorId": f"v{case}",
        "actionDetails": [
            {"type": "action", "pageTitle": event["event"], "timestamp": START + 60 * place}
            for place, event in enumerate(events)
        ],
    }
    for case, events in _by_case().items()
]
DOCUMENTS = {
    "answer": {"next": None, "data": {"meta": {"n": 1}, "rows": RECORDS}},
    "search": {"took": 1, "hits": {"total": 6, "hits": [{"_id": str(n), "_source": one} for n, one in enumerate(RECORDS)]}},
    "keys": {str(number): one for number, one in enumerate(RECORDS)},
    "columns": {name: [one[name] for one in RECORDS] for name in RECORDS[0]},
    "rows": [list(RECORDS[0]), *(list(one.values()) for one in RECORDS)],
    "nested": [{"user": f"u{case}", "events": events} for case, events in _by_case().items()],
    "jira": {"issues": JIRA},
    "matomo": MATOMO,
}  # fmt: skip


@pytest.mark.parametrize("form", DOCUMENTS)
def test_records_are_found_wherever_json_holds_them(tmp_path: Path, form: str) -> None:
    assert _activities(written(tmp_path, json.dumps(DOCUMENTS[form]))) == EXPECTED


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_json_may_have_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    assert _activities(written(tmp_path, "\n".join(map(json.dumps, RECORDS)), encoding)) == EXPECTED


def test_a_broken_line_of_json_is_counted(tmp_path: Path) -> None:
    lines = [json.dumps(_mixpanel(*event)) for event in EVENTS]
    reading = read(written(tmp_path, "\n".join([*lines[:3], '{"event": "Vis', *lines[3:]])))
    assert skipped(reading)[SkippedKind.UNREADABLE_ROW][0] == 1
    assert reading.log.events == len(EVENTS)


@pytest.mark.parametrize("text", ['{"a": 1', "[1, 2, 3]", '{"version": 3, "name": "x"}', '[{"a": 1}, '])
def test_json_without_events_is_called_by_its_name_or_has_no_case(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableLog) as caught:
        read(written(tmp_path, text))
    assert caught.value.key in {"json", "no_case", "no_rows", "one_column", "no_time", "counts"}


def _xes(space: str = "") -> str:
    traces = "".join(
        f'<trace><string key="concept:name" value="{case}"/>'
        + "".join(
            f'<event><string key="concept:name" value="{NAMES[step]}"/><date key="time:timestamp" value="2026-01-0{step + 1}T09:00:00.000+01:00"/><string key="org:resource" value="r"/></event>'
            for step in range(1 + case % 3)
        )
        + "</trace>"
        for case in range(6)
    )
    head = '<global scope="event"><string key="concept:name" value="UNKNOWN"/></global><classifier name="A" keys="concept:name"/>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n<log xes.version="1.0"{space}>{head}{traces}</log>'


@pytest.mark.parametrize("space", ["", ' xmlns="http://www.xes-standard.org/"'])
@pytest.mark.parametrize("packed", [False, True])
def test_xes_is_read(tmp_path: Path, space: str, packed: bool) -> None:
    path = tmp_path / "log.xes"
    path.write_bytes(gzip.compress(_xes(space).encode()) if packed else _xes(space).encode())
    assert _activities(path) == EXPECTED
    assert preview(path).roles["case"] == "case:concept:name"


def test_xml_with_a_document_type_is_not_opened(tmp_path: Path) -> None:
    path = written(tmp_path, _xes().replace("<!-- made", "<!DOCTYPE log>\n<!-- made"))
    with pytest.raises(UnreadableLog) as caught:
        preview(path)
    assert caught.value.key == "xml"


def test_other_xml_is_called_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableLog) as caught:
        preview(written(tmp_path, '<?xml version="1.0"?><orders><order id="1"/></orders>'))
    assert "XML" in caught.value.message(Language.DE)


def _csv() -> str:
    rows = [(f"k{case}", f"2026-01-0{step + 1}", NAMES[step]) for case, step in EVENTS]
    return a_csv(("Kunde", "Datum", "Ereignis"), *rows)


@pytest.mark.parametrize("more", [(), ("readme.txt",), ("__MACOSX/._log.csv",), ("img/logo.png",)])
def test_a_zip_with_one_table_in_it_is_that_table(tmp_path: Path, more: tuple[str, ...]) -> None:
    with ZipFile(tmp_path / "log.zip", "w") as archive:
        archive.writestr("export/log.csv", _csv())
        for name in more:
            archive.writestr(name, "x")
    assert _activities(tmp_path / "log.zip") == EXPECTED


def test_a_table_without_an_ending_that_is_alone_in_a_zip_is_read(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "log.zip", "w") as archive:
        archive.writestr("export", _csv())
    assert _activities(tmp_path / "log.zip") == EXPECTED


def test_a_zip_with_several_tables_names_them(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "log.zip", "w") as archive:
        archive.writestr("contacts.csv", _csv())
        archive.writestr("orders.csv", _csv())
    with pytest.raises(UnreadableLog) as caught:
        preview(tmp_path / "log.zip")
    assert caught.value.key == "zip_several"
    for language in Language:
        assert "zip" in caught.value.message(language)
        assert "orders.csv" in caught.value.message(language)


def test_an_xml_spreadsheet_is_read(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return "<Row>" + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in cells) + "</Row>"

    rows = "".join(row(f"k{case}", f"2026-01-0{step + 1}T00:00:00.000", NAMES[step]) for case, step in EVENTS)
    text = (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        f'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>{row("Kunde", "Datum", "Ereignis")}{rows}</Table></Worksheet></Workbook>'
    )
    assert _activities(written(tmp_path, text)) == EXPECTED


def test_a_letter_is_called_a_text_whatever_its_name_ends_in(tmp_path: Path) -> None:
    letter = "Hallo, das ist ein Brief.\nAm Dienstag kam niemand; am Mittwoch, immerhin, drei.\nMehr nicht.\n"
    for name in ("brief.txt", "brief.xlsx"):
        with pytest.raises(UnreadableLog) as told:
            preview(written(tmp_path, letter, name=name))
        assert told.value.key == "prose"
    table = a_csv(("Kunde", "Datum", "Schritt"), *((f"K{n % 3}", f"0{n + 1}.01.2026", NAMES[n % 3]) for n in range(6)))
    assert read(written(tmp_path, table, name="log.xlsx")).log.events == 6


OBJECTS = {"o1": "order", "o2": "order", "i1": "item", "i2": "item"}
OBJECT_EVENTS = (("e1", "place", "2026-01-05T10:00:00Z", ("o1", "i1", "i2")), ("e2", "pay", "2026-01-06T10:00:00Z", ("o1",)), ("e3", "place", "2026-01-07T10:00:00Z", ("o2", "i2")))  # fmt: skip
OCEL_1 = {
    "ocel:events": {name: {"ocel:activity": what, "ocel:timestamp": time, "ocel:omap": list(of)} for name, what, time, of in OBJECT_EVENTS},
    "ocel:objects": {name: {"ocel:type": kind, "ocel:ovmap": {}} for name, kind in OBJECTS.items()},
}  # fmt: skip
OCEL_2 = {
    "objectTypes": [{"name": "order", "attributes": []}], "eventTypes": [{"name": "place", "attributes": []}],
    "objects": [{"id": name, "type": kind} for name, kind in OBJECTS.items()],
    "events": [{"id": name, "type": what, "time": time, "relationships": [{"objectId": one, "qualifier": ""} for one in of]} for name, what, time, of in OBJECT_EVENTS],
}  # fmt: skip


@pytest.mark.parametrize("whole", [OCEL_1, OCEL_2])
def test_object_centric_logs_in_json_are_events_of_the_object_that_each_of_them_has(
    tmp_path: Path, whole: dict[str, object]
) -> None:
    reading = read(written(tmp_path, json.dumps(whole), name="log.jsonocel"))
    assert sorted([event[1] for event in case] for case in cases(reading.log)) == [["place"], ["place", "pay"]]


def test_properties_of_records_are_columns_by_their_own_names(tmp_path: Path) -> None:
    records = [
        {"id": str(n), "properties": {"hs_createdate": f"2026-01-0{n}T10:00:00Z", "hs_v2_date_entered_won": won}}
        for n, won in ((1, "2026-02-01T10:00:00Z"), (2, None))
    ]
    look = preview(written(tmp_path, json.dumps({"results": records}), name="deals.json"))
    assert look.export == "hubspot_stages"
    assert [activity for _, activity in look.milestones] == ["Created", "won"]


@pytest.mark.parametrize(
    ("inside", "begins", "called"),
    [
        ("word/document.xml", b"", "document"),
        ("Index/Document.iwa", b"", "apple_numbers"),
        ("", b"SQLite format 3\0", "database_file"),
        ("", b"7z\xbc\xaf\x27\x1c", "archive"),
        ("", b"\x89PNG\r\n", "image"),
    ],
)
def test_what_is_no_table_is_called_by_its_name_and_what_to_do_is_said(
    tmp_path: Path, inside: str, begins: bytes, called: str
) -> None:
    path = tmp_path / "export.csv"
    if inside:
        with ZipFile(path, "w") as archive:
            archive.writestr("[Content_Types].xml", "<x/>")
            archive.writestr(inside, "x")
    else:
        path.write_bytes(begins + bytes(64))
    with pytest.raises(UnreadableLog) as caught:
        preview(path)
    assert caught.value.key == called
    assert "CSV" in caught.value.message(Language.DE) or called == "archive"
