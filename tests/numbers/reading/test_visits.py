"""Matomo's visits: a row a visit, its actions side by side, from the API and from the page's button."""

import gzip
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from journey.numbers.reading import ColumnLook, SkippedKind, preview
from tests.numbers.reading.files import a_csv, cases, read, skipped, written
from tests.typed import first_sheet

START = 1_775_035_365
PARTS = ("type", "url", "pageTitle", "title", "subtitle", "timestamp", "icon", "pageId")
ACTIONS = [
    [
        ("action", "u", "Home", "Home", ""),
        ("action", "u", "Shop", "Shop", ""),
        ("ecommerceOrder", "", "", "Ecommerce order", ""),
    ],
    [("action", "u", "Home", "Home", ""), ("event", "u", "", "", "Video: play")],
    [("download", "https://example.org/a.pdf", "", "", "")],
    [("outlink", "", "", "", "")],
]
EXPECTED = [["Home", "Shop", "Ecommerce order"], ["Home", "Video: play"], ["https://example.org/a.pdf"], ["outlink"]]


def _name(form: str, number: int, part: str) -> str:
    return f"actionDetails_{number}_{part}" if form == "api" else f"{part} (actionDetails {number})"


def _table(form: str, actions: int = 3) -> list[list[str]]:
    header = [
        "idSite",
        "idVisit",
        "visitorId",
        *(_name(form, number, part) for number in range(actions) for part in PARTS),
        "deviceType",
    ]
    rows = []
    for visit, done in enumerate(ACTIONS):
        cells: list[str] = []
        for number in range(actions):
            if number < len(done):
                kind, url, page, title, subtitle = done[number]
                cells += [kind, url, page, title, subtitle, str(START + 30 * number), "", str(number)]
            else:
                cells += [""] * len(PARTS)
        rows.append(["1", str(10 + visit), f"v{visit}", *cells, "Desktop"])
    return [header, *rows]


def _activities(path: Path) -> list[list[object]]:
    return sorted([[event[1] for event in case] for case in cases(read(path).log)], key=repr)


@pytest.mark.parametrize("form", ["api", "button"])
@pytest.mark.parametrize("kind", ["utf-8", "utf-16", "gzip", "xlsx"])
def test_both_ways_to_export_are_the_same_log(tmp_path: Path, form: str, kind: str) -> None:
    table = _table(form)
    if kind == "xlsx":
        book = openpyxl.Workbook()
        for row in table:
            first_sheet(book).append(row)
        path = tmp_path / "log.xlsx"
        book.save(path)
    elif kind == "gzip":
        path = tmp_path / "log"
        path.write_bytes(gzip.compress(a_csv(*table).encode()))
    else:
        path = written(tmp_path, a_csv(*table), kind)
    assert preview(path).export == "matomo_visits"
    assert _activities(path) == sorted(EXPECTED, key=repr)


def test_an_action_without_anything_to_say_is_counted_as_an_event(tmp_path: Path) -> None:
    table = _table("api")
    table[1] = [("" if cell in ("Home", "action", "u") else cell) for cell in table[1]]
    reading = read(written(tmp_path, a_csv(*table)))
    assert {kind: count for kind, (count, _) in skipped(reading).items()} == {SkippedKind.NO_ACTIVITY: 1}


def test_a_thousand_actions_side_by_side_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, a_csv(*_table("api", 1_000)))
    assert _activities(path) == sorted(EXPECTED, key=repr)


def test_no_column_is_looked_for_among_all_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def counted(_self: object, _other: object) -> bool:
        nonlocal compared
        compared += 1
        return _self is _other

    path = written(tmp_path, a_csv(*_table("api", 100)))
    monkeypatch.setattr(ColumnLook, "__eq__", counted)
    columns = preview(path).columns
    assert compared < 5 * len(columns)


def test_a_visit_is_read_without_pandas_which_would_take_longer_to_load(tmp_path: Path) -> None:
    written(tmp_path, a_csv(*_table("api")))
    program = (
        "import sys; from pathlib import Path; from journey.numbers.reading import plan_of, preview, read_log\n"
        "read_log(Path(sys.argv[1]), plan_of(preview(Path(sys.argv[1])))); print('pandas' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "log.csv"], check=True, capture_output=True, text=True
    )
    assert said.stdout == "False\n"
