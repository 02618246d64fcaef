"""The room splits into small groups: by hand, at random into so many, or into groups of a size."""

import random
from collections.abc import Mapping, Sequence

from journey.live.exercise import Exercise, Option
from journey.live.room import LiveRoom, Participant, SmallGroup
from journey.model import new_id


def fresh_groups(names: Sequence[str]) -> tuple[SmallGroup, ...]:
    """Groups of these names, about nothing in particular yet."""
    return tuple(SmallGroup(id=new_id(), name=name) for name in names)


def groups_of_size(people: int, size: int) -> int:
    """Into how many groups so many people split so that none has more than `size` and none fewer than half of it."""
    return max(1, -(-people // max(1, size)))


def at_random(
    people: Sequence[Participant], groups: Sequence[SmallGroup], chance: random.Random | None = None
) -> dict[str, str]:
    """The group of each person, by ids, at random, the sizes at most one apart. Without groups nobody has one."""
    order = [person.id for person in people]
    (chance or random.SystemRandom()).shuffle(order)
    return {person: groups[place % len(groups)].id if groups else "" for place, person in enumerate(order)}


def placed_by_hand(
    people: Sequence[Participant], groups: Sequence[SmallGroup], chosen: Mapping[str, str]
) -> dict[str, str]:
    """The group of each person, by ids: the chosen one, else the one that the person is in; "" for groups that are gone."""
    known = {group.id for group in groups}
    wanted = {person.id: chosen.get(person.id, person.group) for person in people}
    return {person: group if group in known else "" for person, group in wanted.items()}


def options_for(exercise: Exercise, group: SmallGroup | None) -> tuple[Option, ...]:
    """What somebody of a small group acts on: the options that the group is about, or that lie where it is about; all where
    it is about nothing in particular, nobody is in groups, or that would leave nothing."""
    about = frozenset(group.about) if group else frozenset()
    theirs = tuple(option for option in exercise.options if {option.id, option.place} & about)
    return theirs if theirs and exercise.in_groups else exercise.options


def smallest(room: LiveRoom, sizes: Mapping[str, int]) -> str:
    """The id of the group with the fewest people, for somebody who comes late; "" where there are no groups."""
    return min((group.id for group in room.groups), key=lambda group: sizes.get(group, 0), default="")
