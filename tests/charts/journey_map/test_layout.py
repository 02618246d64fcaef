"""The journey map's layout: nothing overlaps, nothing leaves its cell, every text fits."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journey.charts import map_layout
from journey.charts.journey_map.cards import MOST_CARDS, PAD
from journey.charts.journey_map.layout import NARROW, NARROWEST, Layout
from journey.charts.kit.text_block import Box
from journey.charts.kit.text_fit import measure
from journey.journey_map import JourneyMap, Lane
from journey.model import Language
from tests.charts.journeys import LONG, a_journey, any_journey

SUBSETS = st.lists(st.sampled_from(Lane), min_size=1, unique=True).map(tuple)


def check(layout: Layout) -> None:
    rows = {row.lane: row.box for row in layout.lanes}
    cards: dict[tuple[Lane, int], list[Box]] = {}
    for placed in layout.cards:
        column = layout.columns[placed.position]
        assert rows[placed.lane].holds(placed.box)
        assert column.room.x <= placed.box.x
        assert placed.box.right <= column.room.right
        for words in filter(None, (placed.head, placed.body)):
            assert placed.box.holds(words.box)
            assert words.widest <= words.width
        top = placed.head or placed.body
        badge = measure(str(placed.number or ""), 12) + (14 if placed.card.moment_of_truth else 0)
        assert top.x + measure(top.lines[0], top.size, top.bold) + badge < placed.box.right - PAD
        cards.setdefault((placed.lane, placed.position), []).append(placed.box)
    for boxes in cards.values():
        assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    for column in layout.columns:
        assert column.header.holds(column.name.box)
        assert column.name.widest <= column.name.width
    for above, below in pairwise(layout.lanes):
        assert above.box.bottom < below.box.y
    for row in layout.lanes:
        assert row.box.holds(row.label.box)
    for hint in layout.hints:
        assert any(row.holds(hint.box) for row in rows.values())
        assert not any(hint.box.overlaps(placed.box) for placed in layout.cards)
    for point in layout.points:
        assert rows[Lane.EMOTION].y < point.y - point.radius
        assert point.y + point.radius < rows[Lane.EMOTION].bottom
        assert 0 < point.x < layout.width


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("count", [1, 3, 12, 60, 200])
def test_a_map_of_any_size_keeps_everything_in_its_cell(count: int, language: Language) -> None:
    check(map_layout(a_journey(count, language), language))


@settings(max_examples=30, deadline=None)
@given(any_journey(), SUBSETS, st.floats(300, 3_000), st.data())
def test_any_workshop_has_a_sound_map(
    journey: JourneyMap, lanes: list[Lane], width: float, data: st.DataObject
) -> None:
    foldable = [*(lane.value for lane in lanes), *(column.phase_id for column in journey.columns if column.phase_id)]
    folded = data.draw(st.sets(st.sampled_from(foldable)))
    layout = map_layout(journey, Language.EN, lanes=lanes, width=width, folded=folded)
    check(layout)
    assert all(column.room.w == NARROW for column in layout.columns if column.column.phase_id in folded)
    assert {row.lane for row in layout.lanes} == set(lanes)


@pytest.mark.parametrize("count", [3, 12])
def test_a_usual_map_fits_a_usual_page(count: int) -> None:
    assert map_layout(a_journey(count), Language.DE, width=1200).width == 1200


def test_columns_are_equally_wide_and_full_phases_get_more_of_them() -> None:
    journey = a_journey(60)
    layout = map_layout(journey, Language.DE)
    assert {column.header.w for column in layout.columns} == {2 * NARROWEST}
    assert {placed.box.w for placed in layout.cards} == {(2 * NARROWEST - 18) / 2}


def test_a_touchpoint_stands_in_the_same_column_in_every_lane_and_columns_follow_the_journey() -> None:
    layout = map_layout(a_journey(60), Language.DE)
    edges: dict[int, set[float]] = {}
    for placed in layout.cards:
        if placed.number is not None:
            edges.setdefault(placed.number, set()).add(placed.box.x)
    assert all(len(found) == 1 for found in edges.values())
    in_order = [edge for _, found in sorted(edges.items()) for edge in found]
    assert in_order == sorted(in_order)


def test_a_folded_phase_leaves_its_room_to_the_others() -> None:
    journey = a_journey(12)
    layout = map_layout(journey, Language.DE, folded={journey.columns[0].phase_id})
    assert layout.width == pytest.approx(1200)
    assert layout.columns[0].room.w == NARROW < layout.columns[1].room.w


def test_every_card_is_drawn_or_counted() -> None:
    journey = a_journey(700)
    layout = map_layout(journey, Language.EN, lanes=(Lane.TOUCHPOINTS,))
    first = [placed for placed in layout.cards if placed.position == 0]
    assert len(first) == MOST_CARDS
    assert layout.hints[0].lines == ("and 40 more",)


def test_the_curve_breaks_where_nobody_scored() -> None:
    points = map_layout(a_journey(12), Language.DE).points
    runs = [point.run for point in points if point.feeling.emotion is not None]
    assert [runs.count(run) for run in sorted(set(runs))] == [5, 5]


def test_curves_of_personas_stand_beside_the_common_one_each_named_above() -> None:
    journey = a_journey(12)
    layout = map_layout(journey, Language.DE, beside={f"{LONG} {n}": journey for n in range(8)})
    lane = next(row.box for row in layout.lanes if row.lane is Lane.EMOTION)
    highest = min(y for curve in layout.curves for _, y, _ in curve.points)
    for curve in layout.curves:
        assert lane.holds(curve.name.box)
        assert curve.name.box.bottom < highest
        assert curve.name.widest <= curve.name.width
        assert [x for x, _, _ in curve.points] == [p.x for p in layout.points if p.feeling.emotion is not None]
    assert not any(one.name.box.overlaps(other.name.box) for one, other in combinations(layout.curves, 2))
    assert len({curve.points for curve in layout.curves}) == 8


def test_touchpoints_are_numbered_in_journey_order_and_their_cards_carry_the_number() -> None:
    layout = map_layout(a_journey(12), Language.DE)
    numbers = [placed.number for placed in layout.cards if placed.lane is Lane.TOUCHPOINTS]
    assert numbers == list(range(1, 13)) == [point.number for point in layout.points]
    owner = {placed.card.id: placed.number for placed in layout.cards if placed.lane is Lane.TOUCHPOINTS}
    assert all(owner[p.card.id] == p.number for p in layout.cards if p.lane is not Lane.OPPORTUNITIES)


def test_an_empty_phase_says_so_in_quiet_words() -> None:
    hints = [hint.lines for hint in map_layout(a_journey(1), Language.DE).hints]
    assert hints.count(("Noch kein Touchpoint",)) == 6


def test_texts_can_be_read_from_the_back_of_a_room() -> None:
    layout = map_layout(a_journey(60), Language.DE)
    assert min(placed.body.size for placed in layout.cards) >= 13
    assert min(words.size for placed in layout.cards if (words := placed.head)) >= 12
