"""Any run of edits by hand gives what the same edits give on a plain list."""

from dataclasses import dataclass, replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_goal, a_workshop
from tests.exchange.hands import column, edited

_TITLES = st.sampled_from(
    ["Mehr", "Weniger", "Besser", "Schneller", "Total egal", "Summensumme", "1. Ziel", "Mehr; Weniger"]
)


@dataclass(frozen=True)
class _Line:
    """A row as the plain list has it; the id of a new one is ""."""

    id: str
    title: str
    target: float | None


_EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("title"), st.integers(0, 9), _TITLES),
        st.tuples(st.just("target"), st.integers(0, 9), st.none() | st.integers(-99, 99)),
        st.tuples(st.just("delete"), st.integers(0, 9), st.none()),
        st.tuples(st.just("insert"), st.integers(0, 9), _TITLES),
        st.tuples(st.just("swap"), st.integers(0, 9), st.integers(0, 9)),
    ),
    max_size=7,
)


def _in_list(lines: list[_Line], what: str, place: int, value: Any) -> None:
    if what == "insert":
        lines.insert(min(place, len(lines)), _Line("", value, None))
    elif not lines:
        return
    elif what == "delete":
        del lines[place % len(lines)]
    elif what == "swap":
        one, two = place % len(lines), value % len(lines)
        lines[one], lines[two] = lines[two], lines[one]
    else:
        lines[place % len(lines)] = replace(lines[place % len(lines)], **{what: value})


def _in_sheet(sheet: Any, rows: int, what: str, place: int, value: Any) -> None:
    """The same in a sheet with so many rows of cards."""
    if what == "insert":
        at = 2 + min(place, rows)
        sheet.insert_rows(at)
        sheet.cell(at, 1).value = value
    elif not rows:
        return
    elif what == "delete":
        sheet.delete_rows(2 + place % rows)
    elif what == "swap":
        for cell in sheet[2 + place % rows]:
            other = sheet.cell(2 + value % rows, cell.column)
            cell.value, other.value = other.value, cell.value
    else:
        header = {"title": "Ziel", "target": "Zielwert"}[what]
        sheet.cell(2 + place % rows, column(sheet, header)).value = value


@settings(max_examples=15)
@given(_EDITS)
def test_any_run_of_edits_gives_what_the_same_edits_give_on_a_plain_list(edits: list[tuple[str, int, Any]]) -> None:
    base = a_workshop(goals=[a_goal(f"Ziel {n}", id=f"g{n}", rank=n, target=n) for n in range(4)])
    lines = [_Line(goal.id, goal.title, goal.target) for goal in base.goals]

    def edit(book: Any) -> None:
        for each in edits:
            _in_sheet(book["Ziele"], len(lines), *each)
            _in_list(lines, *each)

    reading = edited(base, edit, base=base)
    ids = {goal.id for goal in base.goals}
    found = [_Line(g.id if g.id in ids else "", g.title, g.target) for g in reading.workshop.goals]
    assert found == lines
    assert {problem.key for problem in reading.problems} <= {"reordered", "new_or_renamed"}
