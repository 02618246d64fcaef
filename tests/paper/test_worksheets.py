"""Sheets to write on: every phase model, every step; cards whose words stay inside what is cut out."""

from collections.abc import Callable
from datetime import date

import pytest

from journey.journey_map import LANES
from journey.model import Language
from journey.paper import write_cards, write_lanes, write_worksheets
from journey.paper.imprint import imprint
from journey.paper.worksheets.lanes import ACROSS, parted
from journey.paper.worksheets.sheets import STEPS
from journey.phases import built_in, models
from journey.samples import load_sample
from journey.texts import text
from tests.builders import a_frame, a_touchpoint, a_workshop, an_own_model
from tests.paper.hard import HOSTILE, TITLES, empty_workshop, hard_workshop
from tests.paper.reading import bare, inside, outside, pages_of, sizes_of

DAY = date(2026, 3, 5)


@pytest.mark.parametrize("language", list(Language))
def test_every_model_has_a_sheet_with_all_its_phases_and_every_step_one(language: Language) -> None:
    own = an_own_model("Suchen", "Finden", "Bleiben")
    workshop = a_workshop(frame=a_frame(phase_model=own.id), models=[own])
    pages = pages_of(write_worksheets(workshop, language, made_on=DAY))
    every = models(workshop, language)
    assert len(pages) == len(every) + len(STEPS) + 1
    sheets = pages[: len(every)]
    for model in every:
        assert any(
            all(bare(phase.name) in page for phase in model.phases) and bare(model.name) in page for page in sheets
        )
        if model.credit:
            assert any(bare(model.credit) in page for page in sheets)
    assert bare(own.name) in pages[0]
    for page, step in zip(pages[len(every) :], STEPS, strict=False):
        assert bare(text(f"paper.step.{step}.tip", language)) in page


def test_models_with_many_phases_and_long_names_take_more_sheets() -> None:
    workshop = hard_workshop()
    data = write_worksheets(workshop, Language.DE, made_on=DAY)
    pages = pages_of(data)
    assert len(pages) == 2 + len(built_in(Language.DE)) + len(STEPS) + 1
    assert all(bare(phase.name) in pages[0] + pages[1] for phase in workshop.models[0].phases)
    assert outside(data) == []


def test_lanes_have_every_phase_beside_every_lane_on_a3() -> None:
    data = write_lanes(load_sample("b2b-software-de"), Language.DE, made_on=DAY)
    assert set(sizes_of(data)) == {(420, 297)}
    pages = pages_of(data)
    model = next(model for model in built_in(Language.DE) if model.id == "aida-plus")
    for phase in model.phases:
        with_it = "".join(page for page in pages if bare(phase.name) in page)
        assert all(bare(spec.words(Language.DE)) in with_it for spec in LANES.values())
    assert outside(write_lanes(hard_workshop(), Language.DE, made_on=DAY)) == []


def test_groups_are_as_few_as_can_be_and_about_equally_large() -> None:
    for count in range(1, 13):
        groups = parted([{"n": n} for n in range(count)], ACROSS)
        assert [each["n"] for group in groups for each in group] == list(range(count))
        assert len(groups) == -(-count // ACROSS)
        assert max(map(len, groups)) - min(map(len, groups)) <= 1


@pytest.mark.parametrize("write", [write_lanes, write_cards])
def test_the_foot_says_how_many_sheets_there_are(write: Callable[..., bytes]) -> None:
    pages = pages_of(write(load_sample("b2b-software-de"), Language.DE, made_on=DAY))
    assert len(pages) > 2
    assert all(f"Seite{number}/{len(pages)}" in page for number, page in enumerate(pages, 1))


def test_a_foot_has_its_words_beside_each_other_only_where_they_have_room() -> None:
    for title, has_room in (("Kiosk", True), ("W" * 69, False)):
        foot = imprint(a_workshop(frame=a_frame(title=title)), Language.DE, DAY)
        assert foot["in_a_line"] is has_room


def test_words_of_a_card_stay_inside_what_is_cut_out() -> None:
    data = write_cards(hard_workshop(), Language.DE, made_on=DAY)
    for place, title in enumerate(TITLES):
        left, top = 10 + 95 * (place % 2), 10 + 66 * (place // 2)
        said = inside(data, 0, (left, top, left + 95, top + 66))
        if title.isascii() or "Ohne" in title:
            assert bare(title or text("charts.map.untitled", Language.DE)) in said
        assert bare(HOSTILE) not in said or title == HOSTILE
    assert outside(data) == []


@pytest.mark.parametrize("sample", ["b2b-software-en", "baeckerei-de"])
def test_every_touchpoint_of_a_sample_is_on_a_card(sample: str) -> None:
    workshop = load_sample(sample)
    said = "".join(pages_of(write_cards(workshop, Language.EN, made_on=DAY)))
    assert [each.title for each in workshop.touchpoints if bare(each.title) not in said] == []


def test_a_workshop_without_touchpoints_has_a_sheet_of_empty_cards() -> None:
    blank = pages_of(write_cards(empty_workshop(), Language.EN, made_on=DAY))
    assert len(blank) == 1
    assert blank[0].count(bare(text("fields.touchpoints.channel", Language.EN))) == 8
    one = pages_of(write_cards(a_workshop(touchpoints=[a_touchpoint("Kiosk")]), Language.EN, made_on=DAY))
    assert len(one) == 2
    assert "Kiosk" in one[0]
