"""Rounds travel in the workbook byte for byte, and open afterwards as they were, whichever rows somebody deleted."""

from random import Random

import pytest

from journey.editing import revise
from journey.exchange import ProblemSeverity, read_workbook, write_workbook
from journey.exchange.layout.tables import table
from journey.model import Language, Workshop
from tests.builders import a_workshop
from tests.exchange.hands import column, edited
from tests.rounds.test_closing_and_opening import as_opened, closed, three_rounds

SHEET = table("rounds").name(Language.DE)


def test_rounds_come_back_byte_for_byte_and_open_as_they_were() -> None:
    workshop, then = three_rounds()
    reading = read_workbook(write_workbook(workshop, Language.DE), Language.EN)
    assert reading.problems == ()
    assert reading.workshop.to_json() == workshop.to_json()
    assert as_opened(reading.workshop) == then


@pytest.mark.parametrize("base", [True, False], ids=["into the open workshop", "as a new one"])
@pytest.mark.parametrize("row", [3, 4])
def test_a_deleted_row_is_a_removed_round_and_the_others_open(row: int, base: bool) -> None:
    workshop, then = three_rounds()
    del then[str(row - 1)]
    reading = edited(workshop, lambda book: book[SHEET].delete_rows(row), base=workshop if base else None)
    assert as_opened(reading.workshop) == then


def test_what_points_to_nothing_frozen_is_told_and_leaves_what_was_there() -> None:
    workshop, then = three_rounds()
    name = next(c for c in table("rounds").columns if c.field == "state").header(Language.DE)

    def scribble(book: object) -> None:
        sheet = book[SHEET]  # type: ignore[index]
        sheet.cell(3, column(sheet, name)).value = "soon"

    reading = edited(workshop, scribble, base=workshop)
    assert [(p.severity, p.row) for p in reading.problems] == [(ProblemSeverity.ERROR, 3)]
    assert as_opened(reading.workshop) == then


def test_a_state_too_long_for_a_cell_comes_in_pieces() -> None:
    random = Random(1)
    text = "".join(chr(0x4E00 + random.randrange(20_000)) for _ in range(20_000))
    frame = revise(a_workshop().frame, **{name: text[n * 5_000 : (n + 1) * 5_000] for n, name in enumerate(("feelings", "effects", "end_action", "company_values"))})  # fmt: skip
    workshop = closed(Workshop.model_validate({"frame": frame}))
    assert len(workshop.rounds[0].state) > 55_000
    assert read_workbook(write_workbook(workshop, Language.EN), Language.EN).workshop == workshop
