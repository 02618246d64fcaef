"""The room splits: at random, by size, by hand."""

import random
from collections import Counter
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from journey.live import (
    LiveRoom,
    Option,
    Participant,
    SmallGroup,
    at_random,
    fresh_groups,
    groups_of_size,
    options_for,
    placed_by_hand,
    smallest,
)
from tests.live.scenes import an_exercise

NAMES = ("North", "South", "West")


def people(count: int) -> list[Participant]:
    return [Participant(id=f"p{n}", name=f"Person {n}") for n in range(count)]


@given(st.integers(0, 60), st.integers(1, 7), st.randoms(use_true_random=False))
def test_at_random_everybody_is_in_a_group_and_sizes_differ_by_one_at_most(
    count: int, number: int, chance: random.Random
) -> None:
    groups = fresh_groups([f"Group {n}" for n in range(number)])
    split = at_random(people(count), groups, chance)
    assert set(split) == {person.id for person in people(count)}
    sizes = [Counter(split.values())[group.id] for group in groups]
    assert max(sizes) - min(sizes) <= 1


def test_another_chance_gives_another_split() -> None:
    groups = fresh_groups(NAMES)
    assert len({tuple(sorted(at_random(people(9), groups, random.Random(seed)).items())) for seed in range(5)}) > 1
    assert at_random(people(2), ()) == {"p0": "", "p1": ""}


@given(st.integers(0, 500), st.integers(1, 20))
def test_groups_of_a_size_are_never_larger(count: int, size: int) -> None:
    number = groups_of_size(count, size)
    assert number >= 1
    assert -(-count // number) <= size
    assert number == 1 or -(-count // (number - 1)) > size


def test_by_hand_others_stay_and_groups_that_are_gone_are_left() -> None:
    north, south, _ = fresh_groups(NAMES)
    there = [Participant(id="p0", group=north.id), Participant(id="p1", group="gone"), Participant(id="p2")]
    assert placed_by_hand(there, [north, south], {"p2": south.id}) == {"p0": north.id, "p1": "", "p2": south.id}


def test_a_group_acts_on_what_it_is_about() -> None:
    options = [Option(id="awareness"), Option(id="newsletter", place="awareness"), Option(id="shop", place="purchase")]
    apart = an_exercise(in_groups=True, options=options)
    north = SmallGroup(id="north", name="North", about=("awareness",))
    assert [option.id for option in options_for(apart, north)] == ["awareness", "newsletter"]
    assert [option.id for option in options_for(apart, north.model_copy(update={"about": ("shop",)}))] == ["shop"]
    for group in (None, north.model_copy(update={"about": ()}), north.model_copy(update={"about": ("gone",)})):
        assert options_for(apart, group) == tuple(options)
    assert options_for(an_exercise(options=options), north) == tuple(options)


def test_who_comes_late_goes_to_the_smallest() -> None:
    groups = fresh_groups(NAMES)
    room = LiveRoom(id="room", workshop="workshop", opened_at=datetime(2026, 11, 29, tzinfo=UTC), groups=groups)
    assert smallest(room, {groups[0].id: 3, groups[1].id: 1, groups[2].id: 2}) == groups[1].id
    assert smallest(room.model_copy(update={"groups": ()}), {}) == ""
