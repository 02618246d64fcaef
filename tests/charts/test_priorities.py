"""The plane of value and effort: nothing overlaps, each mark is in its quarter, and everything is told."""

from hypothesis import given
from hypothesis import strategies as st

from journey.charts import priorities_alt, priorities_chart, spec
from journey.charts.priorities.chart import MARK
from journey.charts.priorities.layout import APART, EDGE, RADIUS, placed, y_of
from journey.model import Language
from journey.priorities import MIDDLE, Quadrant, RatedKind, RatedSubject, Weighed
from journey.texts import text
from tests.builders import a_priority

DE = Language.DE
_NARROWEST = 320 - 34 - 8
_KINDS = (RatedKind.FINDING, RatedKind.PAIN, RatedKind.IDEA)


def rated(place: int, value: float | None, effort: int | None, *, proposed: bool = False) -> Weighed:
    subject = RatedSubject(_KINDS[place % 3], f"Sache {place}", "", ("", "", f"r{place}", ""))
    return Weighed(a_priority(f"Sache {place}", id=f"r{place}"), subject, value, effort, proposed, None)


RATED = [rated(0, 5, 1), rated(1, 3.5, 4, proposed=True), rated(2, 1, 1), rated(3, 2, 5), rated(4, None, 2)]

levels = st.integers(2, 10).map(lambda half: half / 2)


@given(st.lists(st.tuples(levels, st.integers(1, 5)), max_size=12))
def test_no_two_marks_touch_and_each_stands_in_its_quarter(found: list[tuple[float, int]]) -> None:
    marks = placed([rated(place, value, effort) for place, (value, effort) in enumerate(found)])
    assert sorted(mark.number for mark in marks) == list(range(1, len(found) + 1))
    at = [(mark.x * _NARROWEST + mark.dx, mark.y) for mark in marks]
    for place, (x, y) in enumerate(at):
        for other_x, other_y in at[:place]:
            assert max(abs(x - other_x), abs(y - other_y)) >= min(APART, 2 * RADIUS)
    for mark in marks:
        value, effort = mark.weighed.value or 0, mark.weighed.effort or 0
        assert (mark.y < y_of(MIDDLE)) is (value >= MIDDLE)
        assert (mark.x * _NARROWEST + mark.dx < EDGE / 5 * _NARROWEST) is (effort < MIDDLE)


def test_marks_tell_what_and_where_they_are_and_what_has_no_place_is_left_out() -> None:
    drawn = spec(priorities_chart(RATED, DE, dark=False))
    marks = [datum for table in drawn["datasets"].values() for datum in table if datum.get("at") == MARK]
    told = {datum["id"]: (datum["t"], datum["l"], datum["d"]) for datum in marks}
    assert told["r0"] == ("1. Sache 0", "Schnelle Gewinne: Wert 5, Aufwand 1", "Hinweis")
    assert told["r1"] == (
        "2. Sache 1",
        "Große Vorhaben: Wert 3,5, Aufwand 4",
        "Schmerzpunkt · Wert von den Zahlen vorgeschlagen",
    )
    assert set(told) == {"r0", "r1", "r2", "r3"}
    assert len({datum["p"].count("A") for datum in marks}) > 1, "the shape says what it is, not the colour alone"


def test_the_cells_wait_for_a_click_only_while_something_is_chosen() -> None:
    def cells(**given: object) -> int:
        drawn = spec(priorities_chart(RATED, DE, dark=True, **given))  # type: ignore[arg-type]
        return sum(str(one.get("at", "")).startswith("cell:") for table in drawn["datasets"].values() for one in table)

    assert (cells(), cells(chosen="r1"), cells(may_place=True), cells(chosen="r1", may_place=True)) == (0, 0, 0, 25)


def test_a_hollow_mark_is_explained_where_there_is_one() -> None:
    def said(rated: list[Weighed]) -> set[object]:
        drawn = spec(priorities_chart(rated, DE, dark=False))
        return {
            value
            for table in drawn["datasets"].values()
            for datum in table
            for value in datum.values()
            if isinstance(value, str)
        }

    words = text("charts.priorities.proposed", DE)
    assert words in said(RATED)
    assert words not in said([one for one in RATED if not one.proposed])


def test_the_words_for_who_cannot_see_it_name_each_quarter() -> None:
    words = priorities_alt(RATED, DE)
    assert words.startswith("Matrix aus Wert und Aufwand, Punkte: 4. Schnelle Gewinne: 1. Sache 0.")
    assert "Geldgräber: 3. Sache 3." in words
    assert "Sache 4" not in words
    assert set(Quadrant) == {one.quadrant for one in RATED} - {None}
