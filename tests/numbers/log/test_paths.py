"""The directly-follows graph: a small one by hand, random ones against one loop a case."""

from collections import Counter, defaultdict
from itertools import pairwise
from statistics import median

from hypothesis import given

from journey.numbers.log.coded import CodedLog
from journey.numbers.log.paths import DirectlyFollows, Edge, Node, directly_follows
from journey.numbers.log.trail import activity_trail, phase_trail, touchpoint_trail
from tests.numbers.log.logs import PHASES, a_log, event_logs, in_phases
from tests.numbers.log.plainly import events_of, phase_events_of

SHOP = [
    ("anna", 0, "ad"), ("anna", 60, "shop"), ("anna", 90, "shop"), ("anna", 100, "order"),
    ("ben", 0, "ad"), ("ben", 10, "shop"), ("cleo", 5, "order"),
]  # fmt: skip
TOUCHPOINTS = {"a": "start", "also a": "start", "c": "middle", "noise": "noise", "not in the log": "x"}


def test_edges_have_counts_cases_and_median_times() -> None:
    graph = directly_follows(activity_trail(a_log(SHOP)))
    assert graph.edges == (
        Edge("ad", "shop", 2, 2, 35.0),
        Edge("shop", "order", 1, 1, 10.0),
        Edge("shop", "shop", 1, 1, 30.0),
    )
    assert graph.edge_of["ad", "shop"].count == 2


def test_nodes_have_their_events_cases_starts_and_ends() -> None:
    graph = directly_follows(activity_trail(a_log(SHOP)))
    assert graph.nodes == (Node("shop", 3, 2, 0, 1), Node("ad", 2, 2, 2, 0), Node("order", 2, 2, 1, 2))
    assert graph.cases == 3


def test_activities_without_a_touchpoint_are_passed_over_and_those_of_one_are_one() -> None:
    log = a_log([("anna", 1, "advert"), ("anna", 2, "noise"), ("anna", 4, "shop"), ("ben", 1, "noise")])
    graph = directly_follows(touchpoint_trail(log, {"advert": "t1", "shop": "t2"}))
    assert graph == DirectlyFollows(
        (Node("t1", 1, 1, 1, 0), Node("t2", 1, 1, 0, 1)), (Edge("t1", "t2", 1, 1, 3.0),), cases=1
    )


def test_a_log_without_events_has_an_empty_graph() -> None:
    assert directly_follows(activity_trail(a_log([]))) == DirectlyFollows((), (), 0)
    assert directly_follows(touchpoint_trail(a_log(SHOP), {})) == DirectlyFollows((), (), 0)


@given(event_logs())
def test_the_graph_of_activities_is_that_of_a_loop_over_the_cases(log: CodedLog) -> None:
    cases = [[(event.time, event.activity) for event in case] for case in events_of(log)]
    assert directly_follows(activity_trail(log)) == _graph(cases)


@given(event_logs())
def test_the_graph_of_touchpoints_is_that_of_a_loop_over_the_cases(log: CodedLog) -> None:
    cases = [
        [(event.time, TOUCHPOINTS[event.activity]) for event in case if event.activity in TOUCHPOINTS]
        for case in events_of(log)
    ]
    assert directly_follows(touchpoint_trail(log, TOUCHPOINTS)) == _graph(cases)


@given(event_logs())
def test_the_graph_of_phases_is_that_of_a_loop_over_the_cases(log: CodedLog) -> None:
    cases = [[(time, PHASES[phase]) for time, phase in case] for case in phase_events_of(log)]
    assert directly_follows(phase_trail(in_phases(log))) == _graph(cases)


@given(event_logs())
def test_starts_and_ends_add_up_to_the_cases(log: CodedLog) -> None:
    graph = directly_follows(activity_trail(log))
    assert (
        sum(node.starts for node in graph.nodes) == sum(node.ends for node in graph.nodes) == graph.cases == log.cases
    )
    assert sum(edge.count for edge in graph.edges) == log.events - log.cases


def _graph(cases: list[list[tuple[int, str]]]) -> DirectlyFollows:
    waits: dict[tuple[str, str], list[int]] = defaultdict(list)
    owners: dict[tuple[str, str], set[int]] = defaultdict(set)
    events, seen, starts, ends = (Counter[str]() for _ in range(4))
    for number, case in enumerate(cases):
        for (before, source), (after, target) in pairwise(case):
            waits[source, target].append(after - before)
            owners[source, target].add(number)
        events.update(label for _, label in case)
        seen.update({label for _, label in case})
        starts.update(label for _, label in case[:1])
        ends.update(label for _, label in case[-1:])
    edges = [Edge(*pair, len(times), len(owners[pair]), median(times) / 1e6) for pair, times in waits.items()]
    nodes = [Node(label, events[label], seen[label], starts[label], ends[label]) for label in events]
    return DirectlyFollows(
        tuple(sorted(nodes, key=lambda node: (-node.events, node.label))),
        tuple(sorted(edges, key=lambda edge: (-edge.count, edge.source, edge.target))),
        sum(bool(case) for case in cases),
    )
