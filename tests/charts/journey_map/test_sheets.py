"""The map cut into sheets: every card is on one, each fits its window, and what shares a sheet can be read from afar."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journey.charts import Layout, MapSheet, fitted_map, map_layout, phase_sheets, whole_map
from journey.charts.journey_map import frame, on_paper
from journey.charts.journey_map.sheets import SMALLEST
from journey.journey_map import JourneyMap, Lane, journey_map
from journey.model import Language
from journey.phases import model_of
from journey.samples import load_sample
from tests.builders import a_touchpoint, a_workshop
from tests.charts.journeys import any_journey, the_model

DE = Language.DE
DESK, NOTEBOOK = (1896, 1016), (1256, 656)
SLACK = 1  # px


def _b2b() -> JourneyMap:
    workshop = load_sample("b2b-software-de")
    return journey_map(workshop, model_of(workshop, DE))


def _fits(sheet: MapSheet, width: float, height: float) -> bool:
    layout = map_layout(sheet.journey, DE, lanes=sheet.lanes, width=sheet.width)
    return layout.width * sheet.zoom <= width + SLACK and layout.height * sheet.zoom <= height + SLACK


def _smallest(sheet: MapSheet) -> float:
    return SMALLEST * sheet.zoom


@settings(deadline=None, max_examples=20)
@given(any_journey(), st.sampled_from([DESK, NOTEBOOK]))
def test_every_card_of_a_phase_is_on_one_sheet(journey: JourneyMap, window: tuple[int, int]) -> None:
    width, height = window
    for place, column in enumerate(journey.columns):
        found = phase_sheets(journey, place, DE, width=width, height=height)
        shown = Counter(card for sheet in found for lane in sheet.lanes for card in column.cells.get(lane, ()))
        assert shown == Counter(card for cards in column.cells.values() for card in cards)
        assert sum(Lane.EMOTION in sheet.lanes for sheet in found) == bool(column.feelings)
        assert [(sheet.number, sheet.of) for sheet in found] == [(n + 1, len(found)) for n in range(len(found))]


@settings(deadline=None, max_examples=20)
@given(any_journey(), st.sampled_from([DESK, NOTEBOOK]))
def test_a_sheet_fits_its_window_and_lanes_share_one_only_where_they_can_be_read(
    journey: JourneyMap, window: tuple[int, int]
) -> None:
    width, height = window
    for place in range(len(journey.columns)):
        for sheet in phase_sheets(journey, place, DE, width=width, height=height):
            assert _fits(sheet, width, height)
            assert len(sheet.lanes) == 1 or _smallest(sheet) >= (20 if window == DESK else 15)


@pytest.mark.parametrize(("window", "letters"), [(DESK, 20), (NOTEBOOK, 15), ((2536, 1376), 26)])
def test_the_sample_can_be_read_from_afar_phase_by_phase(window: tuple[int, int], letters: float) -> None:
    width, height = window
    found = [s for place in range(7) for s in phase_sheets(_b2b(), place, DE, width=width, height=height)]
    assert min(_smallest(sheet) for sheet in found) >= letters


def test_a_phase_with_little_in_it_is_drawn_larger_on_a_single_sheet() -> None:
    column = _b2b().columns[0]
    bare = JourneyMap(
        (type(column)(column.phase_id, column.name, column.zone, dict.fromkeys(column.cells, ()), (), 0),)
    )
    [sheet] = phase_sheets(bare, 0, DE, width=1896, height=1016)
    assert sheet.lanes == (Lane.TOUCHPOINTS,)
    assert _smallest(sheet) >= 25


@pytest.mark.parametrize(("window", "letters"), [(DESK, 20), (NOTEBOOK, 15), ((2536, 1376), 26)])
def test_the_whole_map_can_be_read_or_is_told_in_brief(window: tuple[int, int], letters: float) -> None:
    width, height = window
    sheets = whole_map(_b2b(), DE, width=width, height=height)
    assert all(sheet.in_brief and set(sheet.lanes) == {Lane.TOUCHPOINTS, Lane.EMOTION} for sheet in sheets)
    assert all(_fits(sheet, width, height) and _smallest(sheet) >= letters for sheet in sheets)
    shown = [column.phase_id for sheet in sheets for column in sheet.journey.columns]
    assert shown == [column.phase_id for column in _b2b().columns]
    assert [sheet.start for sheet in sheets] == [shown.index(sheet.journey.columns[0].phase_id) for sheet in sheets]


def test_a_map_whose_lanes_can_be_read_is_shown_with_all_of_them() -> None:
    touchpoints = [a_touchpoint(title, emotion=1, doing="Liest") for title in ("Plakat", "Kasse")]
    small = journey_map(a_workshop(touchpoints=touchpoints), the_model())
    sheets = whole_map(small, DE, width=1896, height=1016)
    assert sum(len(sheet.journey.columns) for sheet in sheets) == 7
    for sheet in sheets:
        assert not sheet.in_brief
        assert Lane.DOING in sheet.lanes
        assert _fits(sheet, 1896, 1016)
        assert _smallest(sheet) >= 20


def test_no_sheet_of_the_whole_map_is_nearly_empty() -> None:
    model = model_of(a_workshop(), DE)
    cards = [a_touchpoint("Empfehlung der Nachbarin", phase=phase.id, rank=n) for n, phase in enumerate(model.phases)]
    journey = journey_map(a_workshop(touchpoints=cards), model)
    found = [whole_map(journey, DE, width=width, height=800) for width in range(900, 1900, 200)]
    assert max(len(sheets) for sheets in found) > 1
    for sheets in found:
        phases = [len(sheet.journey.columns) for sheet in sheets]
        assert sum(phases) == len(model.phases)
        assert max(phases) - min(phases) <= 1


def test_on_a_phone_the_whole_map_and_every_phase_is_one_sheet_that_can_be_read() -> None:
    sheets = [*whole_map(_b2b(), DE, width=366, height=760), *phase_sheets(_b2b(), 2, DE, width=366, height=760)]
    assert [_smallest(sheet) for sheet in sheets] == [15, 15]
    assert len(sheets[0].journey.columns) == 7
    assert len(sheets[0].lanes) == 8
    assert not sheets[0].in_brief


def test_a_phase_that_stands_alone_keeps_its_numbers_and_has_its_cards_side_by_side() -> None:
    journey = _b2b()
    alone = journey.alone(2)
    numbers = journey.numbers
    assert alone.numbers == {feeling.id: numbers[feeling.id] for feeling in journey.columns[2].feelings}
    layout = map_layout(alone, DE, width=1140)
    titles = [placed.box for placed in layout.cards if placed.lane is Lane.TOUCHPOINTS]
    assert len({box.x for box in titles}) == len(titles) == 4
    assert len({box.y for box in titles}) == 1


@pytest.mark.parametrize(("width", "height"), [(1900, 1080), (6000, 1500), (6000, 4000), (900, 4000)])
def test_a_fitted_map_fills_its_sheet(width: int, height: int) -> None:
    journey = _b2b()
    fitted = fitted_map(journey, DE, width=width, height=height)
    assert fitted.layout.width * fitted.zoom <= width + SLACK
    assert fitted.layout.height * fitted.zoom <= height + SLACK
    for larger in (1.04, 1.06, 1.1, 1.2, 1.4, 2):
        layout = map_layout(journey, DE, width=width / fitted.zoom / larger)
        assert min(width / layout.width, height / layout.height) < fitted.zoom * 1.04


def test_a_fitted_map_is_worked_out_once_or_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[float] = []

    def noted(*given: Any, width: float, **how: Any) -> Layout:
        tried.append(width)
        return map_layout(*given, width=width, **how)

    monkeypatch.setattr(on_paper, "map_layout", noted)
    for width, height in ((1900, 1080), (6000, 3700), (6000, 4300)):
        tried.clear()
        fitted_map(_b2b(), DE, width=width, height=height, in_full=True)
        assert len(tried) <= 2


def test_on_paper_a_phase_with_many_touchpoints_has_them_in_columns_that_are_about_as_long() -> None:
    journey = journey_map(
        a_workshop(touchpoints=[a_touchpoint(f"Kontakt {n}", rank=n) for n in range(200)]), the_model()
    )
    layout = map_layout(journey, DE, width=3000, in_full=True)
    columns = Counter(placed.box.x for placed in layout.cards)
    assert len(columns) == 6
    assert max(columns.values()) - min(columns.values()) <= 2


def test_the_corner_of_a_sheet_says_of_how_many_its_phases_and_touchpoints_are() -> None:
    width, height = DESK
    sheets = whole_map(_b2b(), DE, width=width, height=height)
    corners = [_corner(sheet.journey) for sheet in sheets]
    assert len(sheets) > 1
    assert corners[0] == ["4 von 7 Phasen", "14 von 20", "Touchpoints"]
    assert _corner(_b2b()) == ["7 Phasen", "20 Touchpoints"]


def _corner(journey: JourneyMap) -> list[str]:
    return [datum["t"] for datum in frame.summary(journey, DE, dark=False)]
