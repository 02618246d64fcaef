"""The picture of the ways through the journey, and where everything in it stands."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.charts import ENTRY, EXIT, Flow, FlowEdge, FlowNode, Told, flow_alt, flow_chart, flow_layout, spec
from journey.charts.flow.graph import drawn_edges
from journey.charts.flow.layout import PAD, THINNEST
from journey.charts.kit.text_block import Box
from journey.charts.kit.text_fit import measure
from journey.model import Language
from tests.charts.marks import Spec, layer, words

NAMES = ("Interesse wecken", "Informationen beschaffen", "Kundenzufriedenheitsbefragung", "Kauf")


Way = tuple[str, int] | tuple[str, int, Told]


def a_flow(*ways: Way, names: Sequence[str] = NAMES, cases: int = 1_000) -> Flow:
    """Phases a, b, c …; a way is written "ab" with its count and, maybe, what the log says about it."""
    ends = {"<": ENTRY, ">": EXIT}
    edges = [FlowEdge(ends.get(w[0], w[0]), ends.get(w[1], w[1]), count, 86_400.0, *told) for w, count, *told in ways]
    return Flow(tuple(FlowNode("abcdefgh"[i], name, i, cases) for i, name in enumerate(names)), tuple(edges), cases)


USUAL = a_flow(("<a", 800), ("<b", 200), ("ab", 500), ("bc", 300), ("ac", 100), ("cd", 350), ("a>", 300), ("b>", 350),
               ("c>", 100), ("d>", 250), ("cb", 50), ("da", 100), ("aa", 70))  # fmt: skip


def drawn(flow: Flow, language: Language = Language.DE, *, dark: bool = False, **options: Any) -> Spec:
    return spec(flow_chart(flow, language, dark=dark, **options))


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    columns = draw(st.lists(st.integers(0, 5), min_size=1, max_size=9))
    nodes = tuple(FlowNode(str(i), draw(st.text(max_size=30)), column, 9) for i, column in enumerate(sorted(columns)))
    ends = st.sampled_from([ENTRY, *(node.id for node in nodes)]), st.sampled_from([EXIT, *(node.id for node in nodes)])
    pairs = draw(st.lists(st.tuples(*ends), unique=True, max_size=40))
    told = st.sampled_from([None, *Told])
    edges = tuple(FlowEdge(one, other, draw(st.integers(0, 10**6)), told=draw(told)) for one, other in pairs)
    return Flow(nodes, edges, draw(st.integers(0, 10**6)))


@given(flows())
def test_no_card_overlaps_another_and_no_way_runs_over_a_card(flow: Flow) -> None:
    layout = flow_layout(flow, Language.DE)
    wide = layout.narrowest
    boxes = [Box(p.box.x * wide, p.box.y, p.box.w * wide, p.box.h) for p in layout.nodes]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    for placed in layout.nodes:
        assert placed.box.holds(placed.bar, slack=THINNEST)
        for line in placed.words:
            assert line.widest <= line.width + 1e-6
            assert line.width + 2 * PAD <= placed.box.w * wide + 1e-6
            assert placed.box.y <= line.y
            assert line.box.bottom <= placed.box.bottom + 1e-6
    for way in layout.ways:
        assert all(one[0] <= other[0] for one, other in pairwise(way.points))
        for corner in way.points[1:-1]:
            assert corner[2] < min(placed.box.y for placed in layout.nodes)
    assert all(back.low < layout.height for back in layout.backs)
    assert min((corner[1] for way in layout.ways for corner in way.points), default=0) >= 0


@given(flows())
def test_ways_past_a_column_run_beside_each_other(flow: Flow) -> None:
    layout = flow_layout(flow, Language.DE)
    lanes: dict[float, list[tuple[float, float]]] = {}
    for way in layout.ways:
        for x, upper, lower in way.points[1:-1]:
            lanes.setdefault(round(x, 6), []).append((upper, lower))
    for found in lanes.values():
        assert all(above[1] < below[0] for above, below in pairwise(sorted(found)))


def test_of_the_ways_past_a_column_the_one_with_the_nearest_goal_runs_lowest() -> None:
    layout = flow_layout(a_flow(("<c", 100), ("ac", 50), ("a>", 100), ("<d", 60), ("bd", 40)), Language.DE)
    column_b = next(placed.box.x for placed in layout.nodes if placed.node.id == "b")
    lanes = {way.edge.source + way.edge.target: y for way in layout.ways for x, y, _ in way.points[1:] if x == column_b}
    assert sorted(lanes, key=lanes.__getitem__) == [f"a{EXIT}", f"{ENTRY}d", f"{ENTRY}c", "ac"]


def test_a_way_is_as_thick_as_it_is_frequent() -> None:
    ways = {way.edge.target + way.edge.source: way for way in flow_layout(USUAL, Language.DE).ways}
    thick = {key: way.thickness / way.edge.count for key, way in ways.items()}
    assert len({round(each, 9) for each in thick.values()}) == 1
    assert ways["ba"].thickness == pytest.approx(120 * 500 / 1_000)


def test_ways_leave_and_arrive_side_by_side_within_their_card() -> None:
    layout = flow_layout(USUAL, Language.DE)
    for placed in layout.nodes:
        for side, place in (("source", 0), ("target", -1)):
            found = sorted(w.points[place][1:] for w in layout.ways if getattr(w.edge, side) == placed.node.id)
            assert all(above[1] <= below[0] + 1e-6 for above, below in pairwise(found))
            assert all(placed.box.y - 1e-6 <= up and low <= placed.box.bottom + 1e-6 for up, low in found)


def test_ways_back_are_arcs_below_the_cards_and_repeats_are_only_told() -> None:
    layout = flow_layout(USUAL, Language.DE)
    assert {(back.edge.source, back.edge.target) for back in layout.backs} == {("c", "b"), ("d", "a")}
    low = max(placed.box.bottom for placed in layout.nodes)
    assert all(back.low - back.thickness / 2 > low for back in layout.backs)
    told = {datum["t"]: datum["d"] for datum in layer(drawn(USUAL), "rect")}
    assert told["Interesse wecken"] == "1.000 Kunden · 70-mal in sich wiederholt"


def test_rare_ways_are_summed_up_and_contradictions_never_are() -> None:
    ways: list[Way] = [("ab", 900), ("bc", 3), ("cd", 4), ("ca", 2, Told.CONTRADICTED), ("ad", 0, Told.UNSEEN)]
    found = drawn_edges(a_flow(*ways), 30)
    assert [edge.source + edge.target for edge in found.edges] == ["ab", "ca", "ad"]
    assert (found.others, found.other_count) == (2, 7)
    assert "Nicht gezeichnet: 2 weitere Wege, zusammen 7-mal" in words(drawn(a_flow(*ways)))
    assert len(drawn_edges(USUAL, 3).edges) == 3


def test_what_the_log_says_about_drawn_relations_shows_in_lines_signs_and_words() -> None:
    ways = [
        ("ab", 600, Told.CONFIRMED),
        ("bc", 300, Told.MISSING),
        ("cb", 5, Told.CONTRADICTED),
        ("ad", 0, Told.UNSEEN),
    ]
    found = drawn(a_flow(*ways))
    assert {"gezeichnet und gegangen", "oft gegangen, von niemandem gezeichnet", "gezeichnet, nie so gegangen",
            "gezeichnet, meist umgekehrt gegangen"} <= set(words(found))  # fmt: skip
    lines = {datum["g"]: datum["d"] for datum in layer(found, "line")}
    assert (lines["a>bupper"], lines["b>cupper"], lines["a>dmiddle"], lines["c>b"]) == ("1,0", "7,4", "1,5", "1,0")
    assert len({datum["p"] for datum in layer(found, "point") if datum["f"] == "transparent"}) >= 4
    assert not any("gezeichnet" in line for line in words(drawn(USUAL)))


def test_a_band_tells_its_way_its_count_and_its_time() -> None:
    told = {datum["t"]: datum["d"] for datum in layer(drawn(USUAL), "area")}
    assert told["Interesse wecken → Informationen beschaffen"] == "500-mal · Median 1 Tag"
    assert "Einstieg → Interesse wecken" in told


@pytest.mark.parametrize("names", [NAMES, tuple("Phase mit sehr langem Namen" for _ in range(8))])
def test_counts_on_bands_fit_and_nothing_is_empty(names: tuple[str, ...]) -> None:
    ways = [("<a", 10**9), ("ab", 9 * 10**8), ("b>", 9 * 10**8)]
    flow = a_flow(*ways, names=names, cases=10**9)
    gap = 1.1 * flow_layout(flow, Language.EN).narrowest / (len(names) + 1.2)
    assert all(measure(line, 13) < gap or " " in line for line in words(drawn(flow, Language.EN)))
    assert drawn(Flow((), (), 0))["height"] > 0


def test_the_sentence_names_frequent_ways_and_what_differs_from_the_drawing() -> None:
    flow = a_flow(("<a", 800), ("ab", 600), ("ba", 50), ("bc", 300, Told.MISSING), ("cb", 20, Told.CONTRADICTED))
    assert flow_alt(flow, Language.EN) == (
        "Ways of 1,000 customers. Most often onward: Entry → Interesse wecken 800 times; Interesse wecken → Informationen "
        "beschaffen 600 times; Informationen beschaffen → Kundenzufriedenheitsbefragung 300 times. Most often back or "
        "within a phase: Informationen beschaffen → Interesse wecken 50 times; Kundenzufriedenheitsbefragung → "
        "Informationen beschaffen 20 times. Often taken, drawn by nobody: Informationen beschaffen → "
        "Kundenzufriedenheitsbefragung. Drawn, mostly taken the other way round: Kundenzufriedenheitsbefragung → "
        "Informationen beschaffen."
    )
