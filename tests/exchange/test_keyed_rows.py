"""Rows about what has one card alone, such as the count of a phase in a period."""

from typing import Any

import pytest

from journey.exchange import read_workbook, write_workbook
from journey.model import Language, Workshop, keyed_id
from journey.texts import text
from tests.builders import PHASE, a_count, a_phase_note, a_workshop
from tests.exchange.hands import column, edited, headed

COUNTS, CONTENT = (text(f"fields.plural.{kind}", Language.DE) for kind in ("counts", "phase_notes"))
BASE = a_workshop(
    counts=[a_count(100, id="c1", period="2026-01", days=3)], phase_notes=[a_phase_note(content="Ratgeber", id="n1")]
)


def _typed(book: Any, sheet: str, row: int, **cells: object) -> None:
    headed(book[sheet], row, {"Phase": book[sheet].cell(2, column(book[sheet], "Phase")).value, **cells})


@pytest.mark.parametrize("base", [None, BASE])
def test_a_second_row_of_a_phase_and_period_is_the_count_that_is_there(base: Workshop | None) -> None:
    reading = edited(BASE, lambda book: _typed(book, COUNTS, 3, Zeitraum=" 2026-01 ", Anzahl=120), base=base)
    assert [(c.id, c.count, c.days) for c in reading.workshop.counts] == [("c1", 120, 3)]
    assert [(p.key, p.row, dict(p.values)) for p in reading.problems] == [("same_key", 3, {"other": "2"})]


def test_a_row_that_was_typed_anew_is_the_card_of_before() -> None:
    def edit(book: Any) -> None:
        _typed(book, COUNTS, 2, ID=None, Anzahl=120)
        _typed(book, COUNTS, 3, Zeitraum="2026-02", Anzahl=80)

    assert [(c.id, c.count) for c in edited(BASE, edit, base=BASE).workshop.counts] == [
        ("c1", 120),
        (keyed_id("counts", PHASE, "2026-02"), 80),
    ]


def test_a_new_row_is_the_card_that_somebody_makes_in_the_app() -> None:
    def edit(book: Any) -> None:
        _typed(book, COUNTS, 3, Zeitraum="2026-02", Anzahl=80)
        headed(
            book[CONTENT],
            3,
            {"Phase": "Interesse konkretisieren", text("fields.phase_notes.content", Language.DE): "Video"},
        )

    held = edited(BASE, edit, base=BASE).workshop
    assert [c.id for c in held.counts] == ["c1", keyed_id("counts", PHASE, "2026-02")]
    assert [(n.id, n.content) for n in held.phase_notes] == [
        ("n1", "Ratgeber"),
        (f"note.{held.phase_notes[1].phase}", "Video"),
    ]


def test_two_counts_that_have_ids_stay_apart() -> None:
    twice = a_workshop(counts=[a_count(100, id="c1", period=""), a_count(90, id="c2", period="")])
    reading = read_workbook(write_workbook(twice, Language.DE), Language.DE, twice)
    assert (reading.workshop, reading.problems) == (twice, ())
