"""The room splits into small groups, at random and by hand."""

from datetime import UTC, datetime

from journey.live import ExerciseKind, gone_to, ready_agendas
from journey.model import Language
from tests.builders import a_persona, a_workshop
from tests.ui.app import chosen, keys, on_view, opened, pressed, seen, store, stored, typed, unfolded
from tests.ui.room.people import Crowd

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
PEOPLE = ("Petra", "Jonas", "Mehmet", "Anna", "Ben")


def test_people_are_split_at_random_into_groups_of_a_size_and_brought_together_again() -> None:
    crowd = Crowd.of(stored(a_workshop()), *PEOPLE)
    tab = unfolded(opened(crowd.room.workshop, "live_room"), "room-groups")
    pressed(chosen(tab, "room-group-size", 2), "room-groups-random")
    assert sorted(crowd.now().sizes.values()) == [1, 2, 2]
    assert [group.name for group in crowd.now().room.groups] == ["Gruppe 1", "Gruppe 2", "Gruppe 3"]
    pressed(tab, "room-groups-none")
    assert crowd.now().room.groups == ()
    assert {one.group for one in crowd.now().participants.values()} == {""}


def test_a_group_gets_a_name_a_subject_and_somebody_else() -> None:
    crowd = Crowd.of(stored(a_workshop(personas=[a_persona("Frau Kruse", id="p0")])), *PEOPLE)
    tab = unfolded(opened(crowd.room.workshop, "live_room"), "room-groups")
    pressed(chosen(tab, "room-group-size", 3), "room-groups-random")
    first, second = crowd.now().room.groups
    typed(tab, f"room-group:{first.id}:name", "Kasse")
    chosen(tab, f"room-group:{first.id}:about", ["p0"])
    held = crowd.now().room.group(first.id)
    assert held is not None
    assert (held.name, held.about) == ("Kasse", ("p0",))
    typed(tab, f"room-group:{first.id}:name", " ")
    assert crowd.now().room.group(first.id) == held
    person = next(one for one in crowd.now().participants.values() if one.group == second.id)
    chosen(tab, "room-group-who", person.id)
    chosen(tab, f"room-group-where:{person.id}:{second.id}", first.id)
    assert crowd.now().participants[person.id].group == first.id


def test_groups_are_made_by_hand_one_after_the_other_before_anybody_comes() -> None:
    crowd = Crowd.of(stored(a_workshop()))
    tab = unfolded(opened(crowd.room.workshop, "live_room"), "room-groups")
    pressed(tab, "room-groups-add")
    [first] = crowd.now().room.groups
    typed(tab, f"room-group:{first.id}:name", "Kasse")
    pressed(pressed(tab, "room-groups-add"), "room-groups-add")
    assert [group.name for group in crowd.now().room.groups] == ["Kasse", "Gruppe 1", "Gruppe 2"]
    for name in ("Petra", "Jonas", "Mehmet"):
        crowd.comes(name)
    assert set(crowd.now().sizes.values()) == {1}


def test_an_item_that_is_for_groups_begins_in_groups() -> None:
    agenda = ready_agendas(Language.DE)[-1].agenda
    item = next(one for one in agenda.items if one.in_groups)
    crowd = Crowd.of(stored(a_workshop()), *PEOPLE, agenda=agenda)
    pressed(unfolded(opened(crowd.room.workshop, "live_room"), "room-groups"), "room-groups-random")
    before = agenda.items[agenda.items.index(item) - 1]
    store().rooms.steer(crowd.room.id, lambda room: room.model_copy(update={"agenda": gone_to(agenda, before.id, NOW)}))
    pressed(opened(crowd.room.workshop, "projector"), "projector-next")
    assert crowd.now().current.exercise.in_groups  # type: ignore[union-attr]


def test_an_exercise_is_worked_on_in_groups_where_there_are_some() -> None:
    crowd = Crowd.of(stored(a_workshop()), *PEOPLE)
    tab = on_view(opened(crowd.room.workshop, "live_room"), "live_room", "exercises")
    assert not [key for key in keys(tab) if key.startswith("room-in-groups:")]
    pressed(unfolded(on_view(tab, "live_room", "entrance"), "room-groups"), "room-groups-random")
    on_view(tab, "live_room", "exercises")
    chosen(tab, next(key for key in keys(tab) if key.startswith("room-in-groups:")), True)
    pressed(tab, "room-start")
    exercise = crowd.now().current.exercise  # type: ignore[union-attr]
    assert (exercise.kind, exercise.in_groups) == (ExerciseKind.COLLECT, True)
    crowd.says(0, "Plakat")
    pressed(tab, "room-reveal")
    assert "Plakat · Petra · Gruppe" in seen(tab)
