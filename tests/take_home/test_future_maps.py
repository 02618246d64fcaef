"""The map as it shall be goes along in every format that draws today's, where somebody said how it shall be."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from markdown_it import MarkdownIt

from journey.exchange.writing.workbook import write_workbook
from journey.model import Language, Workshop
from journey.take_home import FORMATS
from journey.texts import text
from tests.builders import a_touchpoint, a_workshop
from tests.take_home import decks
from tests.take_home.readers import READERS

CALLED = {
    "html": "Journey-Map: künftig",
    "md": "Journey-Map: künftig",
    "pptx": "Journey-Map: künftig",
    "xlsx": "Karte künftig",
}


def planned() -> Workshop:
    return a_workshop(
        touchpoints=[
            a_touchpoint("Till", id="till", channel="store", emotion=-2, future_channel="app", future_emotion=1),
            a_touchpoint("Poster", id="poster", rank=2, emotion=0, future_gone=True),
            a_touchpoint("Pick-up box", id="box", rank=3, state="to_be", emotion=2),
        ]
    )


@pytest.mark.parametrize("ending", CALLED)
def test_a_format_has_it_where_there_is_a_future_and_else_not(ending: str) -> None:
    today = a_workshop(touchpoints=[a_touchpoint("Till", emotion=-2)])
    for workshop, is_there in ((planned(), True), (today, False)):
        data = FORMATS[ending].write(workshop, Language.DE)
        names = openpyxl.load_workbook(BytesIO(data)).sheetnames if ending == "xlsx" else READERS[ending](data)
        assert any(name.startswith(CALLED[ending]) for name in names) is is_there


def test_words_say_what_is_new_changes_and_goes() -> None:
    page, notes = FORMATS["html"].write(planned(), Language.EN).decode(), FORMATS["pptx"].write(planned(), Language.EN)
    future = page[page.index('id="future"') :]
    future = future[: future.index("</section>")]
    said = MarkdownIt().render(FORMATS["md"].write(planned(), Language.EN).decode()).partition("Journey map: to be")[2]
    told = "\n".join(s.notes_slide.notes_text_frame.text for s in decks.slides(notes) if s.has_notes_slide)
    for words in (future, said, told.partition("Goes: Poster")[0] + "Goes: Poster"):
        assert "Goes: Poster" in words
        for coming in ("changes", "comes"):
            assert coming in words
    assert "Pick-up box" in said
    assert "App" in future
    assert 'href="#t' not in future


def test_the_sheet_says_the_future_and_its_curve_draws_its_own_points() -> None:
    book: Any = openpyxl.load_workbook(BytesIO(write_workbook(planned(), Language.EN)))
    words = {str(cell.value) for row in book["Map to be"] for cell in row if cell.value is not None}
    assert any(one.startswith("Till") and "App" in one for one in words)
    assert not any(one.startswith("Poster") for one in words)
    assert any(one.startswith("Poster") for row in book["Map"] for one in [str(cell.value) for cell in row])
    drawn = []
    for sheet in ("Map", "Map to be"):
        (chart,) = book[sheet]._charts
        cells = book["Lists"][chart.series[0].yVal.numRef.f.partition("!")[2].replace("$", "")]
        drawn.append([cell.value for row in cells for cell in row])
    assert drawn == [[-2, 0, 2], [1, 2]]


def test_the_first_map_of_page_and_slides_is_today_s_and_the_details_have_its_numbers() -> None:
    page = FORMATS["html"].write(planned(), Language.EN).decode()
    first = page[page.index('id="map"') : page.index('id="future"')]
    assert "Poster" in first
    assert "Pick-up box" not in first
    details = page[page.index('id="details"') :]
    for number, title in enumerate(("Till", "Poster", "Pick-up box"), 1):
        assert f"<article id=t{number}><h4>{number} {title}</h4>" in details
    assert 'href="#t2"' in first
    titled: dict[str, list[str]] = {text(key, Language.EN): [] for key in ("map.view_map", "analysis.view_curve")}
    for slide in decks.slides(FORMATS["pptx"].write(planned(), Language.EN)):
        title = slide.shapes.title.text.partition(" (")[0] if slide.shapes.title else ""
        if title in titled and slide.has_notes_slide:
            titled[title].append(slide.notes_slide.notes_text_frame.text)
    assert all(titled.values())
    assert "Pick-up box" not in str(titled)
