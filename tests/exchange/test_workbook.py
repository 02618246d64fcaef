"""The workbook as a thing that people open: real tables, dropdowns, frozen headers, one page of map, and never a formula."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl.utils import get_column_letter

from journey.charts.journey_map.layout import map_layout
from journey.charts.journey_map.style import card_style
from journey.exchange import write_workbook
from journey.exchange.layout.cells import (
    ChoiceCells,
    DerivedCells,
    EmotionCells,
    LevelCells,
    ReferenceCells,
    YesNoCells,
)
from journey.exchange.layout.tables import FORM, TABLES
from journey.journey_map import LANES, Lane, journey_map
from journey.model import Channel, Emotion, Language, Workshop
from journey.phases import model_of
from journey.texts import choice, text
from tests.builders import a_frame, a_goal, a_persona, a_relation, a_touchpoint, a_workshop
from tests.strategies import workshops

PHASES = ("awareness", "favorability", "consideration", "intent", "conversion", "retention", "advocacy")


def _opened(workshop: Workshop, language: Language = Language.DE) -> Any:
    return openpyxl.load_workbook(BytesIO(write_workbook(workshop, language)))


def _journey(count: int) -> Workshop:
    touchpoints = [
        a_touchpoint(
            f"Touchpoint {n}",
            id=f"t{n}",
            rank=n,
            phase=f"aida-plus.{PHASES[n * 7 // count]}",
            channel=list(Channel)[n % 27],
            emotion=Emotion(n % 5 - 2) if n % 4 else None,
            doing="vergleicht drei Anbieter im Netz und fragt nach",
            pain_points="zu langsam\nzu teuer",
        )
        for n in range(count)
    ]
    return a_workshop(frame=a_frame(title="Reise"), touchpoints=touchpoints, personas=[a_persona("Alma", id="p1")])


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(workshops())
def test_no_cell_of_any_export_is_a_formula(workshop: Workshop) -> None:
    for sheet in _opened(workshop).worksheets:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("language", Language)
def test_every_collection_is_a_real_table_with_frozen_headers_even_when_empty(language: Language) -> None:
    book = _opened(a_workshop(), language)
    for layout in TABLES:
        sheet = book[layout.name(language)]
        (table,) = sheet.tables.values()
        assert table.ref.startswith("A1:")
        assert table.ref.endswith("2"), "an empty row to type in"
        assert table.autoFilter is not None
        assert table.tableStyleInfo.showRowStripes
        assert [column.name for column in table.tableColumns] == [c.header(language) for c in layout.columns]
        assert sheet.freeze_panes in ("A2", "B2")
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_every_choice_has_its_dropdown() -> None:
    workshop = _journey(3)
    book = _opened(workshop)
    lists = book[text("exchange.sheet.lists", Language.DE)]
    assert lists.sheet_state == "hidden"
    for layout in TABLES:
        sheet = book[layout.name(Language.DE)]
        offered = {str(v.sqref).split(":")[0].rstrip("0123456789"): v for v in sheet.data_validations.dataValidation}
        for place, column in enumerate(layout.columns):
            offers = ChoiceCells, DerivedCells, YesNoCells, EmotionCells, LevelCells
            one = column.cells
            if isinstance(one, offers) or (isinstance(one, ReferenceCells) and one.target in {"phases", "touchpoints"}):
                validation = offered[get_column_letter(place + 1)]
                assert validation.type == "list"
                assert validation.formula1


def test_dropdowns_offer_the_words_of_the_workbooks_language() -> None:
    book = _opened(_journey(3), Language.EN)
    sheet = book["Touchpoints"]
    source = next(v.formula1 for v in sheet.data_validations.dataValidation if str(v.sqref).startswith("C2"))
    name, _, cells = source.lstrip("=").partition("!")
    offered = [row[0].value for row in book[name.strip("'")][cells.replace("$", "")]]
    assert offered == [choice(channel, Language.EN) for channel in Channel]


def test_dropdowns_of_touchpoints_are_their_own_titles_while_these_tell_them_apart() -> None:
    apart = _opened(a_workshop(touchpoints=[a_touchpoint("A"), a_touchpoint("B")]))
    alike = _opened(a_workshop(touchpoints=[a_touchpoint("A"), a_touchpoint("A")]))
    sources = [book["Wirkungen"].data_validations.dataValidation[0].formula1 for book in (apart, alike)]
    assert sources[0] == "'Touchpoints'!$A$2:$A$3"
    assert sources[1].startswith("'Listen'!")


def test_ids_and_positions_are_narrow_and_grey_at_the_end() -> None:
    sheet = _opened(_journey(3))["Touchpoints"]
    last = sheet.max_column
    assert [sheet.cell(1, place).value for place in (last - 1, last)] == ["Position", "ID"]
    for place in (last - 1, last):
        assert sheet.column_dimensions[get_column_letter(place)].width < 10
        assert sheet.cell(2, place).fill.start_color.rgb.endswith("F3F6F9")


def test_emotions_are_numbers_with_the_colours_of_the_screen() -> None:
    sheet = _opened(_journey(8))["Touchpoints"]
    place = next(cell.column for cell in sheet[1] if cell.value == "Gefühl")
    assert {type(sheet.cell(row, place).value) for row in range(2, 10)} == {int, type(None)}
    coloured = {str(found.sqref).split(":")[0]: len(found.rules) for found in sheet.conditional_formatting}
    places = [cell.column_letter for cell in sheet[1] if cell.value in {"Gefühl", "Gefühl künftig"}]
    assert coloured == {f"{letter}2": 6 for letter in places}


def test_the_frame_stands_on_the_cover_with_every_field() -> None:
    cover = _opened(a_workshop(frame=a_frame(title="Weg zur Bäckerei"))).worksheets[0]
    labels = {cover.cell(row, 2).value: cover.cell(row, 3).value for row in range(1, 30)}
    assert {column.header(Language.DE) for column in FORM.columns} <= labels.keys()
    assert labels["Titel"] == "Weg zur Bäckerei"
    assert cover["B1"].value == "Weg zur Bäckerei"


@pytest.mark.parametrize("count", [0, 3, 60, 500])
def test_the_map_is_set_up_for_one_landscape_a3_page(count: int) -> None:
    sheet = _opened(_journey(count))["Karte"] if count else _opened(a_workshop())["Karte"]
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize) == ("landscape", 8)
    assert {setup.fitToWidth, setup.fitToHeight} <= {None, 1}, "one page wide and high is what nothing means here"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_area


def test_the_map_shows_each_touchpoint_once_with_its_channel_and_score() -> None:
    workshop = _journey(60)
    sheet = _opened(workshop)["Karte"]
    texts = {str(cell.value): cell for row in sheet.iter_rows() for cell in row if cell.value is not None}
    for touchpoint in workshop.touchpoints:
        words = f"{touchpoint.title}\n{choice(touchpoint.channel, Language.DE)}"
        score = sheet.cell(texts[words].row, texts[words].column + 1).value
        assert score == touchpoint.emotion


def test_the_map_has_a_native_curve_only_where_somebody_scored() -> None:
    assert len(_opened(_journey(12))["Karte"]._charts) == 1
    assert _opened(a_workshop(touchpoints=[a_touchpoint()]))["Karte"]._charts == []


def test_a_phase_with_more_cards_than_the_map_holds_says_how_many_more_there_are() -> None:
    sheet = _opened(a_workshop(touchpoints=[a_touchpoint(f"T{n}", rank=n) for n in range(100)]))["Karte"]
    assert "+ 65 weitere in der Tabelle" in {cell.value for row in sheet.iter_rows() for cell in row}


def test_titles_that_look_like_formulas_stay_text_in_every_place_that_shows_them() -> None:
    title = "=SUM(1,2)"
    touchpoints = [a_touchpoint(title, id="t1", emotion=1, owner="+1", doing="@x"), a_touchpoint("-1", id="t2")]
    workshop = a_workshop(
        frame=a_frame(title="=1+1", organisation="=2+2"),
        touchpoints=touchpoints,
        relations=[a_relation("t1", "t2")],
        goals=[a_goal("=1+1"), a_goal("@x", rank=1)],
    )
    found = [
        cell for s in _opened(workshop).worksheets for row in s.iter_rows() for cell in row if cell.value is not None
    ]
    assert title in {cell.value for cell in found}
    assert {cell.data_type for cell in found} == {"s", "n"}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_map_prints_on_one_page(tmp_path: Path) -> None:
    books = [tmp_path / f"{count}.xlsx" for count in (3, 60)]
    for book in books:
        book.write_bytes(write_workbook(_journey(int(book.stem)), Language.DE))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, books)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for book in books:
        pdf = book.with_suffix(".pdf").read_bytes()
        widths = re.findall(rb"/Type/Page/[^>]*?/MediaBox ?\[0 0 (\d+)", pdf, re.DOTALL)
        assert widths.count(b"1190") == 4, "the map, and the tables of personas, touchpoints and actions"


@pytest.mark.parametrize("language", Language)
def test_the_map_s_lanes_have_the_words_and_colours_of_the_screen(language: Language) -> None:
    facts = {"doing": "a", "thinking": "b", "pain_points": "c", "content": "d", "call_to_action": "e"}
    workshop = a_workshop(touchpoints=[a_touchpoint("T", phase=f"aida-plus.{PHASES[0]}", **facts)])
    sheet = _opened(workshop, language).worksheets[1]
    first_lines = [str(row[0].value).split("\n")[0] for row in sheet.iter_rows(max_col=1) if row[0].value]
    assert first_lines[-len(Lane) :] == [LANES[lane].words(language) for lane in Lane]
    drawn = map_layout(journey_map(workshop, model_of(workshop, language)), language)
    on_screen = {
        placed.card.text: card_style(placed, dark=False).fill
        for placed in drawn.cards
        if placed.lane is not Lane.TOUCHPOINTS
    }
    cells = (cell for row in sheet.iter_rows() for cell in row if cell.value in on_screen)
    in_excel = {cell.value: f"#{cell.fill.fgColor.rgb[2:]}" for cell in cells}
    assert set(on_screen) == set(facts.values())
    assert in_excel == on_screen
