"""The agenda of a room: it is begun, changed and followed."""

from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

from journey.live import ExerciseKind, ExerciseStage, gone_to, ready_agendas
from journey.model import Language
from journey.texts import text
from tests.builders import a_workshop
from tests.ui.app import chosen, html, keys, on_view, opened, pressed, seen, store, stored, typed, unfolded
from tests.ui.room.people import Crowd

DE = Language.DE


def _room() -> Crowd:
    return Crowd.of(stored(a_workshop()), "Petra", agenda=ready_agendas(DE)[0].agenda)


def _agenda(crowd: Crowd) -> AppTest:
    return on_view(opened(crowd.room.workshop, "live_room"), "live_room", "agenda")


def test_the_agenda_begins_goes_on_and_says_what_comes_next() -> None:
    crowd = _room()
    items = crowd.room.agenda.items
    tab = _agenda(crowd)
    assert text("live_room.agenda.not_begun", DE) in html(tab)
    pressed(tab, "room-agenda-on")
    assert crowd.now().room.agenda.current == items[0].id
    assert text("live_room.agenda.next", DE, title=items[1].title) in html(tab)
    assert text("live_room.agenda.in_time", DE) in html(tab)
    pressed(tab, "room-agenda-on")
    assert crowd.now().room.agenda.current == items[1].id
    begun = crowd.now().current
    assert begun is not None
    assert (begun.exercise.collects, begun.exercise.stage) == (items[1].collects, ExerciseStage.SILENT)
    assert tab.button(key="room-agenda-on").disabled
    steering = on_view(opened(crowd.room.workshop, "live_room"), "live_room", "exercises")
    pressed(steering, "room-reveal")
    on = _agenda(crowd).button(key="room-agenda-on")
    assert on.label == text("live_room.agenda.go_on_to", DE, title=items[2].title)
    assert on.help == text("live_room.agenda.begins", DE, title=items[2].title)
    pressed(tab, "room-agenda-end")
    assert crowd.now().room.agenda.ended_at is not None
    assert "room-agenda-on" not in keys(tab)
    assert text("live_room.agenda.ended", DE) in html(tab)


def test_items_are_moved_written_anew_removed_and_added() -> None:
    crowd = _room()
    first, second, third = crowd.room.agenda.items[:3]
    tab = pressed(_agenda(crowd), f"room-item-down:{first.id}")
    assert [item.id for item in crowd.now().room.agenda.items[:2]] == [second.id, first.id]
    tab = unfolded(tab, f"room-item-open:{first.id}")
    typed(tab, f"room-item:{first.id}:title", "Guten Morgen")
    chosen(unfolded(tab, f"room-item-open:{first.id}"), f"room-item:{first.id}:minutes", 9)
    held = crowd.now().room.agenda.item(first.id)
    assert held is not None
    assert (held.title, held.minutes) == ("Guten Morgen", 9)
    pressed(tab, f"room-item-remove:{third.id}")
    assert crowd.now().room.agenda.item(third.id) is None
    pressed(tab, "room-bring-back")
    assert crowd.now().room.agenda.items[2].id == third.id
    assert "room-bring-back" not in keys(tab)
    pressed(tab, f"room-item-remove:{third.id}")
    count = len(crowd.now().room.agenda.items)
    pressed(tab, "room-agenda-add")
    assert len(crowd.now().room.agenda.items) == count + 1


def test_a_ready_agenda_takes_the_place_of_the_former_one() -> None:
    crowd = Crowd.of(stored(a_workshop()))
    tab = _agenda(crowd)
    assert text("live_room.agenda.empty", DE) in seen(tab)
    ready = ready_agendas(DE)[1]
    pressed(tab, f"room-ready:{ready.id}")
    assert [item.title for item in crowd.now().room.agenda.items] == [item.title for item in ready.agenda.items]


def _at(crowd: Crowd, item: str) -> None:
    """The room at an item whose exercise has not begun."""
    now = datetime.now(UTC)
    store().rooms.steer(
        crowd.room.id,
        lambda held: held.model_copy(update={"agenda": gone_to(held.agenda, item, now), "current": None}),
    )


def test_an_item_that_is_taken_up_begins_its_exercise_and_one_without_is_gone_to_alone() -> None:
    crowd = _room()
    item = next(item for item in crowd.room.agenda.items if item.exercise is ExerciseKind.COLLECT)
    tab = pressed(_agenda(crowd), f"room-item-go:{item.id}")
    state = crowd.now()
    assert state.current is not None
    assert (state.room.agenda.current, state.current.exercise.collects) == (item.id, item.collects)
    welcome = crowd.room.agenda.items[0]
    assert tab.button(key=f"room-item-go:{welcome.id}").help == text(
        "live_room.agenda.moves_on", DE, title=welcome.title
    )
    pressed(tab, f"room-item-go:{welcome.id}")
    assert (crowd.now().room.agenda.current, crowd.now().current) == (welcome.id, None)


def test_the_item_that_the_room_is_at_proposes_its_exercise() -> None:
    crowd = _room()
    item = next(item for item in crowd.room.agenda.items if item.exercise is ExerciseKind.COLLECT)
    _at(crowd, item.id)
    tab = on_view(opened(crowd.room.workshop, "live_room"), "live_room", "exercises")
    assert text("live_room.from_agenda", DE) in seen(tab)
    pressed(tab, "room-start")
    current = crowd.now().current
    assert current is not None
    assert (current.exercise.kind, current.exercise.collects) == (item.exercise, item.collects)
    assert current.exercise.minutes == item.minutes


def test_where_the_question_was_answered_one_click_goes_on_to_the_next_item() -> None:
    crowd = _room()
    welcome, goals, persona = crowd.room.agenda.items[:3]

    def steering() -> AppTest:
        return on_view(opened(crowd.room.workshop, "live_room"), "live_room", "exercises")

    def on_to(tab: AppTest) -> str:
        return tab.button(key="room-go-on").label if "room-go-on" in keys(tab) else ""

    tab = steering()
    assert on_to(tab) == text("live_room.go_on_to", DE, title=welcome.title)
    tab = pressed(tab, "room-go-on")
    assert on_to(tab) == text("live_room.go_on_to", DE, title=goals.title)
    tab = pressed(tab, "room-go-on")
    assert crowd.now().current.exercise.collects is goals.collects  # type: ignore[union-attr]
    assert on_to(unfolded(tab, "room-next-asked")) == ""
    tab = pressed(steering(), "room-reveal")
    assert on_to(tab) == text("live_room.go_on_to", DE, title=persona.title)
    assert text("live_room.from_agenda", DE) not in seen(tab)
    assert tab.button(key="room-start").proto.type == "secondary"
    _at(crowd, persona.id)
    tab = steering()
    assert on_to(tab) == ""
    assert text("live_room.from_agenda", DE) in seen(tab)


def test_a_closed_room_s_agenda_is_read_alone() -> None:
    crowd = _room()
    store().rooms.close_room(crowd.room.id)
    tab = _agenda(crowd)
    assert crowd.room.agenda.items[0].title in html(tab)
    assert not [key for key in keys(tab) if key.startswith("room-item-") and ":" in key]
