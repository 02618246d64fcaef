"""Sheets that are built alike: a month or a persona each, read by one plan and taken over together."""

from typing import Any

from journey.editing import applied, change_of
from journey.exchange.own_sheets import (
    SheetGrid,
    SheetNaming,
    SheetReading,
    alike,
    for_new_workshop,
    guessed,
    read_alike,
    read_sheet,
)
from journey.exchange.own_sheets.grid import grid_of_rows
from journey.model import Language, Persona, PhaseCount, Touchpoint, Workshop
from journey.phases import model_of
from tests.builders import a_persona, a_touchpoint, a_workshop

DE = Language.DE
HEAD = ["Phase", "Touchpoint", "Gefühl"]
JUNE = ([*HEAD], ["Aufmerksamkeit", "Plakat", 1], ["Kauf", "Kasse", -1])
JULY = ([*HEAD], ["Aufmerksamkeit", "Radio", 2], ["Kauf", "Kasse", 1])
OTHER = (["Was", "Wer"], ["Farben", "Alma"])


def _grid(name: str, rows: Any) -> SheetGrid:
    return grid_of_rows(name, [list(row) for row in rows])


def _read(grids: list[SheetGrid], workshop: Workshop, naming: SheetNaming = SheetNaming.NOTHING) -> SheetReading:
    plan = guessed(grids[0], model_of(workshop, DE))
    return read_alike(alike(grids, 0, plan), plan, workshop, DE, "seed", naming=naming)


def _after(reading: SheetReading, workshop: Workshop) -> Workshop:
    change = change_of(reading.edits(workshop))
    assert change
    return applied(workshop, change)


def test_only_sheets_with_the_same_headings_are_alike_and_the_one_looked_at_is_first() -> None:
    grids = [_grid("Juni", JUNE), _grid("Farben", OTHER), _grid("Juli", JULY)]
    plan = guessed(grids[2], model_of(a_workshop(), DE))
    assert [grid.name for grid in alike(grids, 2, plan)] == ["Juli", "Juni"]


def test_all_of_them_are_one_change_and_what_two_have_is_there_once() -> None:
    workshop = a_workshop()
    after = _after(_read([_grid("Juni", JUNE), _grid("Juli", JULY)], workshop), workshop)
    assert [card.title for card in after.touchpoints] == ["Plakat", "Kasse", "Radio"]
    assert len({card.id for card in after.touchpoints}) == 3
    assert len({card.rank for card in after.touchpoints}) == 3


def test_one_sheet_is_read_as_ever() -> None:
    workshop, grid = a_workshop(), _grid("Juni", JUNE)
    plan = guessed(grid, model_of(workshop, DE))
    alone = read_sheet(grid, plan, workshop, DE, "seed")
    assert read_alike([grid], plan, workshop, DE, "seed").cards == alone.cards


def test_a_sheet_a_persona_gives_each_persona_touchpoints_of_its_own() -> None:
    workshop = a_workshop(personas=[a_persona("Alma", id="alma")])
    after = _after(_read([_grid("alma", JUNE), _grid("Bert", JULY)], workshop, SheetNaming.PERSONA), workshop)
    assert [persona.name for persona in after.personas] == ["Alma", "Bert"]
    whose = {persona.id: persona.name for persona in after.personas}
    said = [(card.title, card.emotion, [whose[each] for each in card.personas]) for card in after.touchpoints]
    assert said == [("Plakat", 1, ["Alma"]), ("Kasse", -1, ["Alma"]), ("Radio", 2, ["Bert"]), ("Kasse", 1, ["Bert"])]


def test_a_sheet_a_month_gives_counts_of_each_month() -> None:
    workshop = a_workshop()
    sheets = [
        _grid(name, (["Phase", "Anzahl"], ["Aufmerksamkeit", people], ["Kauf", 7]))
        for name, people in (("2026-06", 90), ("2026-07", 120))
    ]
    after = _after(_read(sheets, workshop, SheetNaming.PERIOD), workshop)
    counts = [(each.period, each.count) for each in after.counts if isinstance(each, PhaseCount)]
    assert counts == [("2026-06", 90), ("2026-06", 7), ("2026-07", 120), ("2026-07", 7)]


def test_a_new_workshop_has_one_model_for_all_of_them() -> None:
    def matrix(name: str, *titles: str) -> SheetGrid:
        return _grid(name, (["Phase", "Aufmerksamkeit", "Anprobe", "Kauf"], ["Kontaktpunkte", *titles]))

    grids = [matrix("Alma", "Prospekt", "Zug", "Album"), matrix("Bert", "Karte", "Rad", "Blog")]
    workshop = a_workshop()
    plan, _ = for_new_workshop(grids[0], guessed(grids[0], model_of(workshop, DE)), model_of(workshop, DE), DE, "Reise")
    reading = read_alike(alike(grids, 0, plan), plan, workshop, DE, "seed", naming=SheetNaming.PERSONA)
    assert reading.model
    phases = {phase.id for phase in reading.model.phases}
    made = [card for card in reading.cards if isinstance(card, Touchpoint)]
    assert len(made) == 6
    assert {card.phase for card in made} == phases
    assert {card.name for card in reading.cards if isinstance(card, Persona)} == {"Alma", "Bert"}


def test_begun_again_it_adds_nothing() -> None:
    workshop = a_workshop(touchpoints=[a_touchpoint("Alt")])
    grids = [_grid("Alma", JUNE), _grid("Bert", JULY)]
    for naming in SheetNaming:
        after = _after(_read(grids, workshop, naming), workshop)
        assert change_of(_read(grids, after, naming).edits(after)) is None
