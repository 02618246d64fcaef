"""PowerPoint: what is on the slides can be edited, stands in its box, and is said to those who do not see it."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from journey.charts.files.formats import svg_as_png
from journey.future import both_maps
from journey.journey_map import Lane
from journey.model import Emotion, Language, Workshop
from journey.portraits.drawing import SIZE, drawing_of
from journey.portraits.looks import face_of
from journey.samples import load_sample
from journey.take_home.slides import slides_of, words, write_slides
from journey.take_home.slides.grid import sheets
from journey.take_home.slides.measuring import SMALLEST, Paragraph, cut_off, wrapped
from journey.take_home.slides.outline import outline
from journey.take_home.slides.shapes import TextShape
from journey.take_home.takeaway import Takeaway
from tests.builders import a_frame, a_persona, a_touchpoint, a_workshop, an_opportunity
from tests.take_home import decks
from tests.take_home.extremes import hostile, sixty


@pytest.fixture(scope="module")
def b2b() -> bytes:
    return write_slides(load_sample("b2b-software-de"), Language.DE)


def _empty() -> Workshop:
    return a_workshop(frame=a_frame(title=""))


def _sample() -> Workshop:
    return load_sample("b2b-software-en")


@pytest.mark.parametrize("made", [_sample, sixty, hostile, _empty])
def test_every_text_fits_its_box_and_is_never_too_small(made: Callable[[], Workshop]) -> None:
    for number, slide in enumerate(decks.slides(write_slides(made(), Language.EN)), start=1):
        for shape in slide.shapes:
            if shape.has_table:
                assert decks.rows_too_high(shape.table) <= 0.5, number
                assert shape.top.pt + sum(row.height.pt for row in shape.table.rows) <= 504
            if not shape.has_text_frame or not shape.text_frame.text:
                continue
            assert decks.too_high(shape) <= 0.5, (number, shape.name, shape.text_frame.text[:60])
            sizes = [
                run.font.size.pt for paragraph in shape.text_frame.paragraphs for run in paragraph.runs if run.font.size
            ]
            assert min(sizes, default=SMALLEST) >= SMALLEST
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left.pt + shape.width.pt <= 960.1
            assert shape.top.pt + shape.height.pt <= 540.1


def test_twelve_phases_and_cards_without_one_stand_on_the_cover() -> None:
    workshop = sixty()
    lost = workshop.opportunities[0].model_copy(update={"phase": "gone"})
    shown = Takeaway(workshop.with_collection("opportunities", (lost,)), Language.DE)
    arrows = [item for item in words.cover(shown).items if isinstance(item, TextShape)]
    assert len(arrows) == 13
    assert max(arrow.box.bottom for arrow in arrows) <= 540
    assert max(arrow.box.right for arrow in arrows) <= 960


def test_cards_of_the_map_do_not_lie_on_each_other() -> None:
    for slide in decks.slides(write_slides(sixty(), Language.DE)):
        cards = [s for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE and "roundRect" in s._element.xml]
        boxes = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in cards]
        for place, one in enumerate(boxes):
            for other in boxes[place + 1 :]:
                apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
                assert apart, (one, other)


@pytest.mark.parametrize("language", list(Language))
def test_touchpoints_that_do_not_fit_one_slide_stand_on_two_rather_than_go_on_below(language: Language) -> None:
    shown = Takeaway(load_sample(f"b2b-software-{language}"), language)
    for copy in (shown, shown.to_be):
        assert copy is not None
        found = list(sheets(copy))
        assert not any(sheet.goes_on for sheet in found)
        numbers = [strip.number for sheet in found for strip in sheet.strips]
        assert numbers == list(range(1, len(copy.workshop.touchpoints) + 1))


def test_phases_without_touchpoints_have_room_for_what_they_say_and_none_where_their_ideas_go_on() -> None:
    ideas = [an_opportunity(f"Idee {n} {'lang ' * 30}", id=f"i{n}", rank=n) for n in range(40)]
    found = list(sheets(Takeaway(a_workshop(opportunities=ideas), Language.DE)))
    assert any(sheet.goes_on for sheet in found)
    assert all(bottom - top >= 12 for sheet in found for top, bottom in sheet.lanes.values())
    assert [Lane.TOUCHPOINTS in sheet.lanes for sheet in found[1:]] == [not before.goes_on for before in found[:-1]]


def test_nothing_is_lost_where_text_goes_on_over_slides() -> None:
    workshop = sixty()
    said = "".join("".join(decks.texts(write_slides(workshop, Language.DE))).split())
    assert said.count("ä" * 20) * 20 <= said.count("ä")
    assert said.count("ä") >= 5_000
    assert said.count("W") >= 3_000
    for action in workshop.actions:
        assert action.title.replace(" ", "") in said


def test_the_master_has_real_titles_bodies_numbers_and_every_slide_a_title_and_notes(b2b: bytes) -> None:
    deck = Presentation(BytesIO(b2b))
    assert [layout.name for layout in deck.slide_layouts] == [
        "Cover",
        "Text",
        "Columns",
        "Persona",
        "Drawing",
        "Chart",
        "Table",
    ]
    assert (deck.slide_width.pt, deck.slide_height.pt) == (960, 540)
    for slide in list(deck.slides)[1:]:
        kinds = {shape.placeholder_format.type for shape in slide.placeholders}
        assert {"TITLE", "SLIDE_NUMBER"} <= {kind.name for kind in kinds}
        assert slide.shapes.title.text_frame.text
        assert slide.notes_slide.notes_text_frame.text
    ids = [[shape.shape_id for shape in slide.shapes] for slide in deck.slides]
    assert all(len(set(each)) == len(each) for each in ids)


def test_below_the_curve_all_stand_that_feel_best_or_worst() -> None:
    felt = {"Plakat": Emotion.VERY_BAD, "Markt": Emotion.VERY_BAD, "Theke": Emotion.GOOD}
    cards = [a_touchpoint(title, emotion=emotion, rank=place) for place, (title, emotion) in enumerate(felt.items())]
    said = list(decks.texts(write_slides(a_workshop(touchpoints=cards), Language.DE)))
    assert {"Gut: 3 Theke", "Sehr schlecht: 1 Plakat, 2 Markt"} <= set(said)


def test_charts_are_native_and_their_numbers_open_in_a_spreadsheet(b2b: bytes) -> None:
    workshop = load_sample("b2b-software-de")
    frames = [shape for slide in decks.slides(b2b) for shape in slide.shapes if shape.has_chart]
    curve, funnel, _ = (frame.chart for frame in frames)
    assert [series.name for series in curve.plots[0].series][:2] == ["Alle", workshop.personas[0].name]
    columns = Takeaway(both_maps(workshop)[0], Language.DE).journey.columns
    count = sum(len(column.feelings) for column in columns)
    assert list(curve.plots[0].categories) == [str(n) for n in range(1, count + 1)]
    assert list(curve.plots[0].series[0].values) == [f.emotion for column in columns for f in column.feelings]
    assert next(iter(funnel.plots[0].series[0].values)) == 5_200
    for frame in frames:
        book = openpyxl.load_workbook(BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob))
        assert book.active is not None
        assert book.active.max_row > 5
        assert len(_alt(frame)) > 40


def test_names_that_look_like_formulas_are_words_in_the_workbook_of_a_chart() -> None:
    workshop = load_sample("b2b-software-en")
    personas = tuple(person.model_copy(update={"name": f"={person.name}"}) for person in workshop.personas)
    deck = write_slides(workshop.model_copy(update={"personas": personas}), Language.EN)
    charts = [shape.chart for slide in decks.slides(deck) for shape in slide.shapes if shape.has_chart]
    book = openpyxl.load_workbook(BytesIO(charts[0].part.chart_workbook.xlsx_part.blob))
    assert book.active is not None
    named = list(book.active[1])[2:]
    assert [cell.value for cell in named] == [series.name for series in charts[0].plots[0].series][1:]
    assert {cell.data_type for cell in named} == {"s"}
    assert str(named[0].value).startswith("=")


def test_whatever_is_no_text_says_what_it_is(b2b: bytes) -> None:
    pictures = [
        s
        for slide in decks.slides(write_slides(sixty(), Language.DE))
        for s in slide.shapes
        if s.shape_type == MSO_SHAPE_TYPE.PICTURE
    ]
    assert pictures
    assert all(_alt(picture) for picture in pictures)
    feelings = [s for slide in decks.slides(b2b) for s in slide.shapes if "ellipse" in s._element.xml and _alt(s)]
    assert {_alt(s).rpartition(": ")[0] for s in feelings} >= {
        t.title for t in load_sample("b2b-software-de").touchpoints if t.emotion is not None
    }


def test_a_persona_s_slide_has_the_portrait_that_the_page_shows() -> None:
    people = [a_persona("Frau Alma Kruse", id="p"), a_persona("Kim", id="q")]
    found = [
        shape.image.blob
        for slide in decks.slides(write_slides(a_workshop(personas=people), Language.DE))
        for shape in slide.shapes
        if hasattr(shape, "image") and _alt(shape) in {"Frau Alma Kruse", "Kim"}
    ]
    assert found == [svg_as_png(drawing_of(persona), *SIZE, 3.0) for persona in people]
    assert face_of(people[0]), "a face, where letters stood"


def _alt(shape: Any) -> str:
    return str(shape._element.xpath(".//p:cNvPr")[0].get("descr", ""))


def test_the_outline_counts_the_slides_of_the_deck(b2b: bytes) -> None:
    workshop = load_sample("b2b-software-de")
    count = len(list(slides_of(Takeaway(workshop, Language.DE))))
    assert len(decks.slides(b2b)) == count
    assert outline(workshop, Language.DE).splitlines()[-1].startswith(str(count))


def test_words_are_wrapped_without_loss_and_headings_stay_with_their_text() -> None:
    words = "Donaudampfschifffahrtsgesellschaft  und 👩‍👩‍👧‍👦 mehr " * 5
    assert "".join(wrapped(words, 60, 12, False)) == words
    head, body = Paragraph("Heading", 20, bold=True), Paragraph("text " * 60, 20)
    taken, rest = cut_off([Paragraph("first", 20), head, body], 200, 60)
    assert ([each.words for each in taken], rest[0]) == (["first"], head)
    taken, rest = cut_off([head, body], 200, 120)
    assert "".join((taken[1].words, " ", rest[0].words)).split() == body.words.split()
