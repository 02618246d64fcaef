"""Cases that are called like staff or like anything, found by the course of their steps, and staff that is not taken for one."""

import json
from pathlib import Path

import pytest

from journey.numbers.reading import plan_of, preview
from tests.numbers.reading.files import a_csv, cases, read, written
from tests.test_command_line_funnel import run

STAGES = ("NEW", "PREPARATION", "INVOICE", "WON")
ROWS = sorted(
    (f"2026-01-{deal + 1:02}T1{step}:00:00+03:00", 7000 + deal, 1 + (deal + step) % 3, STAGES[step])
    for deal in range(8)
    for step in range(1 + deal % 4)
)
HEADS = ("ID", "TYPE_ID", "{}", "CREATED_TIME", "ASSIGNED_BY_ID", "STAGE_ID")
TABLE = [(900 + number, 1, deal, time, staff, stage) for number, (time, deal, staff, stage) in enumerate(ROWS)]


@pytest.mark.parametrize("case", ["OWNER_ID", "ENTITY_ID", "parent_id", "Objekt-ID", "itemId", "Deal ID"])
@pytest.mark.parametrize("packed", ["csv", "json"])
@pytest.mark.parametrize("left_out", ["", "ASSIGNED_BY_ID"])
def test_what_passes_through_the_stages_is_the_case_whatever_it_is_called(
    tmp_path: Path, case: str, packed: str, left_out: str
) -> None:
    kept = [place for place, head in enumerate(HEADS) if head != left_out]
    heads, rows = [HEADS[place].format(case) for place in kept], [[row[place] for place in kept] for row in TABLE]
    items = [dict(zip(heads, map(str, row), strict=True)) for row in rows]
    text = a_csv(heads, *rows) if packed == "csv" else json.dumps({"result": {"items": items}})
    path = written(tmp_path, text, name=f"log.{packed}")
    plan = plan_of(preview(path))
    assert (plan.columns["case"], plan.columns["activity"]) == (case, "STAGE_ID")
    assert {len(events) for events in cases(read(path).log)} == {1, 2, 3, 4}


def test_who_owns_the_deals_of_a_list_is_no_case(tmp_path: Path) -> None:
    rows = [(100 + n, 1 + n % 3, f"2026-01-{n + 1:02}", STAGES[n * 7 % 4], "x") for n in range(20)]
    looked = preview(written(tmp_path, a_csv(("ID", "OWNER_ID", "CREATED", "STAGE_ID", "NOTE"), *rows)))
    assert looked.roles["case"] == "ID"


def test_staff_with_a_number_is_no_case_beside_the_case(tmp_path: Path) -> None:
    rows = [(staff, f"D{deal}", time, stage) for time, deal, staff, stage in ROWS]
    assert preview(written(tmp_path, a_csv(("owner_id", "deal", "time", "stage"), *rows))).roles["case"] == "deal"


def test_a_case_that_is_named_makes_rows_of_a_list_a_history(tmp_path: Path) -> None:
    rows = [(100 + n, 71 + n // 3, f"2026-01-{n + 1:02}", ("NEW", "NEW", "WON")[n % 3]) for n in range(12)]
    path = written(tmp_path, a_csv(("ID", "OWNER_ID", "CREATED", "STAGE_ID"), *rows))
    assert preview(path).roles["case"] == "ID"
    done = run(path, "--case", "OWNER_ID", "--json")
    assert done.exit_code == 0, done.stderr
    assert [(stage["phase"], stage["cases"]) for stage in json.loads(done.stdout)["stages"]] == [("NEW", 4), ("WON", 4)]
