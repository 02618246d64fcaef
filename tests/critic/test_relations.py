"""How touchpoints act on each other: loners, dead ends, single points, circles, blocks."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.critic import Severity
from journey.critic.paths import bottlenecks, circles
from journey.model import Language, Workshop
from tests.builders import a_persona, a_relation, a_touchpoint, a_workshop
from tests.critic.seen import AIDA, found, only


def _map(phases: dict[str, int], *relations: tuple[str, str, str], **fields: dict[str, Any]) -> Workshop:
    """Touchpoints by name with their phase's place, and relations as (source, kind, target)."""
    cards = [
        a_touchpoint(name.upper(), id=name, rank=rank, phase=AIDA[phase], **fields.get(name, {}))
        for rank, (name, phase) in enumerate(phases.items())
    ]
    acts = [
        a_relation(
            source, target, id=f"r{rank}", rank=rank, kind=kind.removesuffix("!"), next_customer=kind.endswith("!")
        )
        for rank, (source, kind, target) in enumerate(relations)
    ]
    return a_workshop(touchpoints=cards, relations=acts)


def test_touchpoints_without_any_effect_are_loners() -> None:
    workshop = _map({"a": 0, "b": 1, "c": 2, "d": 3}, ("a", "leads_to", "b"), ("b", "blocks", "c"))
    finding = only("orphan-touchpoint", workshop)
    assert (finding.severity, finding.cards) == (Severity.LOW, ("d",))
    assert "For 1 of 4 touchpoints (25%)" in finding.why
    assert only("orphan-touchpoint", workshop, Language.DE).title == "Ein Touchpoint steht für sich allein"
    assert only("orphan-touchpoint", _map({"a": 0, "b": 1})).severity is Severity.MEDIUM


def test_joined_touchpoints_and_a_single_one_are_no_loners() -> None:
    assert not found("orphan-touchpoint", _map({"a": 0, "b": 1}, ("a", "reinforces", "b")))
    assert not found("orphan-touchpoint", _map({"a": 0}))


@pytest.mark.parametrize("relation", [("a", "leads_to", "a"), ("a", "leads_to", "gone"), ("gone", "prepares", "b")])
def test_an_effect_on_itself_or_on_what_is_gone_joins_nothing(relation: tuple[str, str, str]) -> None:
    assert only("orphan-touchpoint", _map({"a": 0, "b": 1}, relation)).cards == ("a", "b")


def test_where_something_leads_but_nothing_leads_on_is_a_dead_end() -> None:
    workshop = _map({"a": 0, "b": 1, "z": 6}, ("a", "leads_to", "b"), ("b", "blocks", "z"), ("a", "leads_to", "z"))
    finding = only("dead-end", workshop)
    assert (finding.severity, finding.phase, finding.cards) == (Severity.MEDIUM, AIDA[1], ("b",))
    assert finding.title == "Dead end in “Favorability”: B"
    assert only("dead-end", workshop, Language.DE).title.startswith("Sackgasse in")
    led_on = _map({"a": 0, "b": 1, "z": 6}, ("a", "leads_to", "b"), ("b", "prepares", "z"))
    assert not found("dead-end", led_on)


WAY = {"a": 0, "b": 1, "c": 2, "d": 2, "z": 4}


def test_what_every_way_to_the_purchase_passes_is_a_single_point_of_failure() -> None:
    relations = [("a", "leads_to", "b"), ("b", "leads_to", "c"), ("b", "prepares", "d"), ("c", "leads_to", "z")]
    relations.append(("d", "leads_to", "z"))
    finding = only("single-point-of-failure", _map(WAY, *relations))
    assert (finding.severity, finding.phase, finding.cards) == (Severity.LOW, AIDA[4], ("b",))
    assert "Every noted way from “Awareness” to the purchase passes here: B." in finding.why
    bad = _map(WAY, *relations, b={"emotion": -1})
    assert only("single-point-of-failure", bad).severity is Severity.MEDIUM
    assert only("single-point-of-failure", bad, Language.DE).title == "An einem Touchpoint hängt alles"
    for_all = _map(WAY, *relations, b={"emotion": 0, "persona_emotions": [{"persona": "ben", "emotion": -1}]})
    for_all = for_all.with_collection("personas", [a_persona("Ben", id="ben")])
    assert only("single-point-of-failure", for_all).severity is Severity.MEDIUM, "it names nobody and so concerns Ben"


def test_a_second_way_or_none_at_all_leaves_no_single_point() -> None:
    two = [("a", "leads_to", "b"), ("b", "leads_to", "z"), ("a", "leads_to", "c"), ("c", "leads_to", "z")]
    assert not found("single-point-of-failure", _map(WAY, *two))
    assert not found("single-point-of-failure", _map(WAY, *two[:1]))
    blocked = [("a", "leads_to", "b"), ("b", "leads_to", "z"), ("a", "blocks", "z")]
    assert only("single-point-of-failure", _map(WAY, *blocked)).cards == ("b",), "a block is no way"
    assert not found("single-point-of-failure", _map({"b": 4, "z": 4}, ("b", "leads_to", "z")))


def test_a_circle_with_a_block_in_it_is_found_unless_it_means_the_next_customer() -> None:
    circle = [("a", "leads_to", "b"), ("b", "prepares", "c"), ("c", "blocks", "a")]
    finding = only("blocking-cycle", _map({"a": 0, "b": 1, "c": 2, "d": 3}, *circle, ("c", "leads_to", "d")))
    assert (finding.severity, finding.cards, finding.phase) == (Severity.HIGH, ("a", "b", "c"), AIDA[0])
    assert "3 touchpoints lead to each other in a circle" in finding.why
    assert (
        only("blocking-cycle", _map({"a": 0, "b": 1, "c": 2}, *circle), Language.DE).title
        == "Menschen drehen sich im Kreis"
    )
    harmless = [*circle[:2], ("c", "leads_to", "a")]
    onwards = [*circle[:2], ("c", "blocks!", "a")]
    for relations in (harmless, onwards, circle[1:]):
        assert not found("blocking-cycle", _map({"a": 0, "b": 1, "c": 2}, *relations))


def test_an_effect_on_an_earlier_phase_runs_against_the_order() -> None:
    workshop = _map({"a": 0, "b": 1}, ("b", "leads_to", "a"))
    finding = only("against-the-order", workshop)
    assert (finding.severity, finding.cards) == (Severity.MEDIUM, ("r0", "b", "a"))
    assert "B → A" in finding.why
    assert only("against-the-order", workshop, Language.DE).title == "Eine Wirkung läuft der Reise entgegen"


@pytest.mark.parametrize("kind", ["leads_to!", "reinforces", "removes_objection", "blocks"])
def test_the_next_customer_and_effects_that_lead_nowhere_may_point_back(kind: str) -> None:
    assert not found("against-the-order", _map({"a": 0, "b": 1}, ("b", kind, "a")))
    assert not found("against-the-order", _map({"a": 0, "b": 0}, ("b", "leads_to", "a")))


def test_a_block_that_nobody_eases_is_found() -> None:
    phases = {"a": 0, "b": 1, "c": 2}
    workshop = _map(phases, ("a", "blocks", "c"), ("b", "blocks", "c"))
    finding = only("blocked", workshop)
    assert (finding.severity, finding.phase, finding.cards) == (Severity.HIGH, AIDA[2], ("c", "a", "b"))
    assert finding.title == "“C” is blocked"
    assert finding.why.startswith("2 touchpoints block it (A; B)")
    assert only("blocked", workshop, Language.DE).title == "„C“ ist blockiert"


@pytest.mark.parametrize("eased", ["a", "c"])
def test_a_block_is_eased_where_it_falls_or_where_it_comes_from(eased: str) -> None:
    relations = [("a", "blocks", "c"), ("b", "removes_objection", eased)]
    assert not found("blocked", _map({"a": 0, "b": 1, "c": 2}, *relations))


NODES = [f"n{number}" for number in range(7)]
GRAPHS = st.fixed_dictionaries({node: st.lists(st.sampled_from(NODES), max_size=3, unique=True) for node in NODES})


def _reached(graph: dict[str, list[str]], start: str, without: str = "") -> set[str]:
    seen, front = {start}, [start]
    for node in front:
        fresh = [each for each in graph[node] if each not in seen and each != without]
        seen.update(fresh)
        front.extend(fresh)
    return seen


@given(GRAPHS)
def test_a_bottleneck_is_what_cuts_the_way_when_it_is_taken_out(graph: dict[str, list[str]]) -> None:
    start, goal = NODES[0], NODES[-1]
    connected = goal in _reached(graph, start)
    cuts = {node for node in NODES[1:-1] if connected and goal not in _reached(graph, start, node)}
    assert set(bottlenecks(graph, [start], {goal})) == cuts


@given(GRAPHS)
def test_a_circle_is_what_reaches_each_other(graph: dict[str, list[str]]) -> None:
    groups = circles(graph)
    for one in NODES:
        for other in NODES:
            mutual = other in _reached(graph, one) and one in _reached(graph, other)
            assert (groups[one] == groups[other]) == mutual
