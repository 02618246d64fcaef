"""A log is read again as it was read: the same plan from what the document remembers, and nothing from what it does not."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.editing import applied, change_of
from journey.model import KnownLog, Workshop
from journey.numbers.log.funnel_query import FunnelQuery, Order, WindowStart
from journey.numbers.reading import UnreadableLog, plan_of, preview
from journey.numbers.reading_again import (
    ReadChoices,
    choices_in,
    choices_of,
    known_for,
    known_table,
    nearest_known,
    plan_again,
    query_again,
    query_said,
    remembered,
)
from tests.builders import a_workshop

LOGS = Path(__file__).parents[2] / "sample_data" / "logs"
ORDERS = ReadChoices({"case": "Kunde", "time": "Wann", "activity": "Was"}, order=("Nr",), decimal=",")


def _kept(workshop: Workshop, name: str, choices: ReadChoices, table: str = "") -> Workshop:
    change = change_of(remembered(workshop, name, choices, table))
    return applied(workshop, change) if change else workshop


def _written(folder: Path, head: str, *rows: str) -> Path:
    file = folder / "log.csv"
    file.write_text("\n".join([head, *rows]) + "\n", "utf-8")
    return file


@pytest.mark.parametrize("name", ["baeckerei-shop-de.csv", "software-ga4-en.csv"])
def test_the_same_export_is_read_by_the_same_plan(name: str) -> None:
    look = preview(LOGS / name)
    plan = plan_of(look)
    [known] = _kept(a_workshop(), name, choices_of(plan)).logs
    held = choices_in(known)
    assert held
    assert plan_again(look, held) == plan


def test_what_a_person_decided_holds_for_the_next_file(tmp_path: Path) -> None:
    look = preview(_written(tmp_path, "A;B;C;D", "1;03/04/2026;x;9", "1;05/04/2026;y;8", "2;03/04/2026;x;7"))
    plan = plan_of(replace(look, order=("D",)), {"case": "A", "time": "B", "activity": "C"}, (), {"B": "month_first"})
    later = preview(_written(tmp_path, "New,D,C,B,A", ",1,x,06/07/2026,5", ",2,y,07/08/2026,5", ",3,x,06/07/2026,6"))
    again = plan_again(later, choices_of(plan))
    assert (again.columns, again.order, again.times["B"]) == (plan.columns, ("D",), "month_first")
    assert (again.delimiter, again.names) == (",", ("New", "D", "C", "B", "A"))


def test_orders_are_read_as_orders_again(tmp_path: Path) -> None:
    look = preview(_written(tmp_path, "Kunde;Tag;Wert", "1;2026-04-03;10", "2;2026-04-04;20", "1;2026-05-03;10"))
    plan = plan_of(look, {"case": "Kunde", "time": "Tag", "revenue": "Wert"}, every_row="Bestellung")
    assert plan_again(look, choices_of(plan)) == plan


def test_a_known_log_is_found_by_its_columns_and_what_is_missing_is_named() -> None:
    small = ReadChoices({"case": "Kunde", "time": "Wann", "activity": "Was"})
    workshop = _kept(_kept(a_workshop(), "large.csv", ORDERS), "small.csv", small)
    workshop = _kept(workshop, "shop.events", small, "shop.events")
    fits = known_for(workshop, ("Kunde", "Wann", "Was", "Nr", "X"))
    assert fits
    assert (fits[0].name, fits[1]) == ("large.csv", ORDERS)
    assert known_for(workshop, ("Kunde", "Wann")) is None
    near = nearest_known(workshop, ("Kunde", "Wann"))
    assert near
    assert (near[0].name, near[1]) == ("small.csv", ("Was",))
    assert nearest_known(workshop, ("something", "else")) is None
    table = known_table(workshop)
    assert table
    assert (table[0].table, known_table(workshop, "other")) == ("shop.events", None)


def test_of_a_kind_of_log_one_is_remembered_the_newest() -> None:
    twice = _kept(_kept(a_workshop(), "january.csv", ORDERS), "february.csv", replace(ORDERS, decimal="."))
    [known] = twice.logs
    assert known.name == "february.csv"
    assert _kept(twice, "february.csv", replace(ORDERS, decimal=".")) == twice


def test_what_does_not_fit_into_the_document_is_not_remembered() -> None:
    assert remembered(a_workshop(), "x", ReadChoices({"case": "x" * 5_000})) == []


def test_a_plan_of_a_column_that_is_gone_cannot_be_made(tmp_path: Path) -> None:
    look = preview(_written(tmp_path, "Kunde;Wann;Nr", "1;2026-04-03;1", "2;2026-04-04;2"))
    with pytest.raises(UnreadableLog):
        plan_again(look, ORDERS)


@given(st.text() | st.recursive(st.none() | st.text(), lambda held: st.dictionaries(st.text(), held)).map(repr))
def test_what_somebody_wrote_into_the_cell_harms_nothing(text: str) -> None:
    held = choices_in(KnownLog.model_construct(id="a", rank=0, name="a", table="", choices=text))
    assert held is None or isinstance(held.needed, tuple)


QUERIES = st.builds(
    FunnelQuery,
    st.sampled_from(Order),
    st.booleans(),
    st.none() | st.integers(1, 10**6).map(lambda seconds: timedelta(seconds=seconds)),
    st.sampled_from(WindowStart),
    st.booleans(),
    st.frozensets(st.integers(1, 3)),
)


@given(QUERIES)
def test_the_funnel_is_asked_the_same_again_also_when_phases_stand_elsewhere(query: FunnelQuery) -> None:
    phases = ("a", "b", "c", "d", "e")
    choices = ReadChoices(query=query_said(query, phases))
    assert query_again(choices, phases) == query
    moved = query_again(choices, ("a", "d", "b", "e"))
    assert {("a", "d", "b", "e")[place] for place in moved.optional} == {phases[p] for p in query.optional} & {"b", "d"}
