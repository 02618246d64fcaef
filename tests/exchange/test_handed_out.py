"""What the workbook asks of other programs: dropdowns of bounded reach, rows that are high enough, and text as it is."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from journey.exchange import read_workbook, write_workbook
from journey.exchange.writing.measure import TALLEST, fitted_words, lines_of, width_of, wrapped_lines
from journey.model import Emotion, Language, Phase, Workshop
from tests.builders import a_citation, a_frame, a_goal, a_persona, a_touchpoint, a_workshop, an_own_model
from tests.exchange.hands import patched


def _opened(workshop: Workshop) -> Any:
    return openpyxl.load_workbook(BytesIO(write_workbook(workshop, Language.DE)))


def test_dropdowns_reach_two_thousand_rows_past_the_table_and_nothing_reaches_further() -> None:
    data = write_workbook(a_workshop(touchpoints=[a_touchpoint(rank=n) for n in range(7)]), Language.DE)
    sheet = openpyxl.load_workbook(BytesIO(data))["Touchpoints"]
    assert {
        str(v.sqref).rpartition(":")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        for v in sheet.data_validations.dataValidation
    } == {"2008"}
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                ends = re.findall(r'sqref="[^"]*?:[A-Z]+(\d+)"', archive.read(name).decode())
                assert all(int(end) <= 2_008 for end in ends), name


@pytest.mark.parametrize("count", [3, 7, 12])
@pytest.mark.parametrize(
    "name", ["Phasenname " * 18, "認知と関心を高める" * 22, "Ｗｅｂ" * 66, "Donaudampfschifffahrt" * 9, "Kauf"]
)
def test_rows_of_phase_names_are_high_enough_or_the_name_ends_in_an_ellipsis(name: str, count: int) -> None:
    name = name.strip()[:198]
    phases = tuple(Phase(id=f"own.{n}", name=name) for n in range(count))
    model = an_own_model(id="m1").model_copy(update={"phases": phases})
    cards = [a_touchpoint(phase=f"own.{n}", rank=n) for n in range(count)]
    sheet = _opened(a_workshop(frame=a_frame(phase_model="m1"), models=[model], touchpoints=cards))["Karte"]
    cell = next(c for row in sheet.iter_rows() for c in row if str(c.value or "").startswith(name[:3]))
    merged = next(m for m in sheet.merged_cells.ranges if cell.coordinate in m)
    width = sum(
        sheet.column_dimensions[get_column_letter(place)].width for place in range(merged.min_col, merged.max_col + 1)
    )
    height = sheet.row_dimensions[cell.row].height
    letters = sum(2 if ord(letter) > 0x2E00 else 1.1 for letter in cell.value)
    assert letters / (width * 10 / 13) * 13 * 1.25 <= height <= TALLEST
    assert 14 + 17 * wrapped_lines(cell.value, width * 10 / 13 * 0.92 - 1) <= height + 1
    assert cell.value == name or cell.value.endswith("…")


def test_letters_of_full_width_count_twice_and_marks_on_letters_nothing() -> None:
    assert [width_of(words) for words in ("abc", "äöü", "認知", "ｗｗ", "e\u0301")] == [3, 3, 4, 4, 1]
    assert (lines_of("a" * 20, 20), lines_of("認" * 20, 20)) == (2, 3)


@given(st.text(alphabet="ab 認-\n", max_size=120), st.integers(5, 40), st.integers(1, 4))
def test_words_are_cut_only_where_they_need_more_lines_and_then_say_so(words: str, width: int, most: int) -> None:
    shown = fitted_words(words, width, most)
    if wrapped_lines(words, width) <= most:
        assert shown == words
    else:
        assert shown.endswith("…")
        assert shown[:-1] == words[: len(shown) - 1]


def test_rows_of_tables_are_high_enough_for_letters_of_full_width() -> None:
    goals = [a_goal("a", rank=1, note="x" * 30), a_goal("b", rank=2, note="認" * 30)]
    sheet = _opened(a_workshop(goals=goals))["Ziele"]
    assert (sheet.row_dimensions[2].height, sheet.row_dimensions[3].height) == (None, 27.5)


_ESCAPES = [
    "_x0041_",
    "_x0041_x0042_",
    "__x0041__",
    "_x005F_x0041_",
    "<r>_x0041_x0042_</r>",
    "a_x000D_b",
    "_x0041",
    "_x",
]


@pytest.mark.parametrize("words", _ESCAPES)
def test_what_looks_like_an_escape_comes_back_from_everywhere(words: str) -> None:
    model = an_own_model(id="m1").model_copy(update={"name": words})
    workshop = a_workshop(
        frame=a_frame(title=words, organisation=words, phase_model="m1"),
        models=[model],
        personas=[a_persona(words, id="p1")],
        touchpoints=[a_touchpoint(words, id="t1", doing=words, personas=["p1"], rank=1)],
        citations=[a_citation("t1", "s", id="c1", field=words)],
    )
    reading = read_workbook(write_workbook(workshop, Language.DE), Language.DE)
    assert (reading.workshop, reading.problems) == (workshop, ())


@given(st.text(alphabet="_xX0041F5Dr<>/", min_size=1, max_size=24))
def test_any_run_of_escapes_comes_back(words: str) -> None:
    workshop = a_workshop(frame=a_frame(title=words), goals=[a_goal(words, id="g1", note=words)])
    assert read_workbook(write_workbook(workshop, Language.DE), Language.DE).workshop == workshop


def test_the_map_shows_what_looks_like_an_escape_as_it_is() -> None:
    """(Excel resolves escapes in each run of rich text by itself.)"""
    data = write_workbook(a_workshop(touchpoints=[a_touchpoint("_x0041_x0042_")]), Language.DE)
    with ZipFile(BytesIO(data)) as archive:
        rich = next(si for si in archive.read("xl/sharedStrings.xml").decode().split("<si>") if "<r>" in si)
    runs = re.findall(r"<t[^>]*>([^<]*)</t>", rich)
    resolved = [re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), run) for run in runs]
    assert "".join(resolved).startswith("_x0041_x0042_\n")


_READING = '<rPh sb="0" eb="2"><t>トウキョウ</t></rPh>'


def test_readings_above_ideographs_are_no_part_of_the_text() -> None:
    workshop = a_workshop(goals=[a_goal("東京", id="g1")])
    inline = f'<c r="A2" t="inlineStr"><is><t>東京</t>{_READING}</is></c>'
    data = patched(write_workbook(workshop, Language.DE), "Ziele", lambda xml: re.sub(r'<c r="A2".*?</c>', inline, xml))
    assert read_workbook(data, Language.DE).workshop == workshop
    shared = _in_shared_strings(write_workbook(workshop, Language.DE), "<t>東京</t>", f"<t>東京</t>{_READING}")
    assert read_workbook(shared, Language.DE).workshop == workshop


def _in_shared_strings(data: bytes, old: str, new: str) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(target, "w") as changed:
        for name in archive.namelist():
            part = archive.read(name)
            changed.writestr(name, part.replace(old.encode(), new.encode()) if "sharedStrings" in name else part)
    return target.getvalue()


def test_labels_of_the_curve_that_are_cut_say_so() -> None:
    cards = [
        a_touchpoint("Beratung im Laden mit anschließender Probe", emotion=Emotion.GOOD, rank=1),
        a_touchpoint("Kasse", rank=2),
    ]
    with ZipFile(BytesIO(write_workbook(a_workshop(touchpoints=cards), Language.DE))) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
    labels = [label.strip("\u200b") for label in re.findall(r"<a:t>([^<]*)</a:t>", chart)]
    assert labels == ["Beratung im Laden mit anschließ…", "Kasse"]
