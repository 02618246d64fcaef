"""Drawn relations beside observed steps, and the sign test against binomial sums."""

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.numbers.log.paths import directly_follows
from journey.numbers.log.relations import DrawnRelation, RelationStanding, against_relations, sign_test
from journey.numbers.log.trail import Trail, activity_trail
from tests.numbers.log.logs import a_log


def _walks(*walks: tuple[int, str]) -> Trail:
    """So many cases that do one activity (a letter each) after the other."""
    numbered = [walk for times, walk in walks for _ in range(times)]
    return activity_trail(
        a_log([(case, at, letter) for case, walk in enumerate(numbered) for at, letter in enumerate(walk)])
    )


def _one(trail: Trail, source: str, target: str) -> DrawnRelation:
    return against_relations(directly_follows(trail), [(source, target)]).drawn[0]


def test_a_relation_that_people_follow_is_confirmed_with_its_share() -> None:
    relation = _one(_walks((3, "ab"), (1, "ac")), "a", "b")
    assert (relation.standing, relation.count, relation.cases, relation.share) == (
        RelationStanding.CONFIRMED,
        3,
        3,
        0.75,
    )


def test_a_relation_is_contradicted_when_most_go_the_other_way() -> None:
    relation = _one(_walks((9, "ba"), (1, "ab")), "a", "b")
    assert (relation.standing, relation.cases, relation.opposite) == (RelationStanding.CONTRADICTED, 1, 9)


def test_six_against_none_contradict_and_five_may_be_chance() -> None:
    assert _one(_walks((6, "ba")), "a", "b").standing is RelationStanding.CONTRADICTED
    assert _one(_walks((5, "ba")), "a", "b").standing is RelationStanding.UNSEEN
    assert _one(_walks((8, "ba"), (2, "ab")), "a", "b").standing is RelationStanding.CONFIRMED


def test_one_person_who_goes_to_and_fro_contradicts_nothing() -> None:
    assert _one(_walks((1, "ba" * 30)), "a", "b").standing is RelationStanding.CONFIRMED


def test_a_relation_by_a_detour_is_unseen() -> None:
    trail = _walks((4, "acb"), (1, "ba"), (1, "bca"))
    assert _one(trail, "a", "b").standing is RelationStanding.UNSEEN


def test_a_relation_with_an_end_outside_the_log_is_absent() -> None:
    relation = _one(_walks((4, "ab")), "z", "b")
    assert (relation.standing, relation.share) == (RelationStanding.ABSENT, None)
    assert _one(_walks((4, "ab")), "a", "z").standing is RelationStanding.ABSENT


def test_frequent_steps_that_nobody_drew_are_missing() -> None:
    graph = directly_follows(_walks((10, "abb"), (6, "cd"), (4, "da")))
    found = against_relations(graph, [("d", "a"), ("d", "a")])
    assert [(edge.source, edge.target) for edge in found.missing] == [("a", "b"), ("c", "d")]
    assert len(found.of(RelationStanding.CONFIRMED)) == len(found.drawn) == 1


def test_the_way_back_of_a_contradicted_relation_is_not_told_twice() -> None:
    graph = directly_follows(_walks((10, "ba")))
    assert against_relations(graph, [("a", "b")]).missing == ()
    assert len(against_relations(graph, []).missing) == 1


def test_few_of_many_cases_are_not_frequent() -> None:
    assert against_relations(directly_follows(_walks((6, "ab"), (115, "c"))), []).missing == ()
    assert len(against_relations(directly_follows(_walks((6, "ab"), (114, "c"))), []).missing) == 1


@given(st.integers(0, 300), st.integers(0, 300))
def test_the_sign_test_is_the_sum_of_binomials(one: int, other: int) -> None:
    fewer, trials = min(one, other), one + other
    exact = min(1, 2 * sum(comb(trials, number) for number in range(fewer + 1)) / 2**trials)
    assert sign_test(fewer, trials) == pytest.approx(exact, rel=1e-9)


def test_the_sign_test_takes_any_number() -> None:
    assert sign_test(500_000, 1_000_000) == 1
    assert sign_test(499_000, 1_000_000) == pytest.approx(0.0456, abs=2e-4)
