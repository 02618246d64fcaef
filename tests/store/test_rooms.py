"""Rooms: opened, joined, come back to; acts that are kept once; processes that see each other."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from journey.live import (
    Agenda,
    AgendaItem,
    CastDot,
    CountHands,
    ExerciseKind,
    ExerciseStage,
    Naming,
    Refusal,
    RoomLife,
    TickReady,
    Timer,
    WithdrawCard,
    begun,
    fresh_groups,
    ready_agendas,
    timed,
    voted,
)
from journey.model import Language
from journey.store import (
    ActRefused,
    NameNeeded,
    NamingIsSettled,
    NoSuchExercise,
    NoSuchRoom,
    NoSuchWorkshop,
    NotInRoom,
    RoomFull,
    RoomLocked,
    Store,
    StoreError,
    open_store,
    room_people,
    room_writing,
)
from tests.store.room_scenes import Meeting, a_card, a_meeting
from tests.store.scenes import ID, at_once
from tests.strategies import NASTY

NOW = datetime(2026, 11, 29, 9, tzinfo=UTC)


def test_a_room_opens_with_a_code_and_is_there_when_the_store_opens_again(store: Store, url: str) -> None:
    meeting = a_meeting(store, Naming.ALIASES)
    second = store.rooms.open_room(
        ID, title="In the afternoon", language=Language.EN, agenda=ready_agendas(Language.EN)[0].agenda
    )
    again = open_store(url)
    assert again.rooms.of_workshop(ID) == (second, meeting.room)
    assert again.rooms.state(second.id).room == second
    assert (second.title, second.language, second.agenda.minutes) == ("In the afternoon", Language.EN, 90)
    assert second.code != meeting.room.code
    again.close()


def test_a_workshop_that_is_gone_has_no_rooms_and_one_that_is_put_aside_lets_nobody_in(store: Store) -> None:
    with pytest.raises(NoSuchWorkshop):
        store.rooms.open_room("gone")
    meeting = a_meeting(store).begun()
    person = meeting.join()
    store.delete(ID)
    attempts: list[Callable[[], Any]] = [
        meeting.join,
        lambda: store.phones.come_back(person.secret),
        lambda: meeting.send(person, a_card()),
        lambda: store.rooms.state(meeting.room.id),
        lambda: store.rooms.steer(meeting.room.id, lambda room: room),
    ]
    for attempt in attempts:
        with pytest.raises(NoSuchRoom):
            attempt()
    store.restore(ID)
    assert meeting.join("Jonas").participant.name == "Jonas"
    store.purge(ID)
    with pytest.raises(NoSuchRoom):
        store.rooms.sequence(meeting.room.id)
    with pytest.raises(NotInRoom):
        store.phones.come_back(person.secret)


def test_a_phone_comes_in_by_the_code_as_it_is_typed_and_back_by_its_secret(store: Store, url: str) -> None:
    meeting = a_meeting(store)
    code = f" {meeting.room.code[:4].lower()} {meeting.room.code[4:]}"
    petra = store.phones.join(code, "192.0.2.1", name=" Petra\n", language=Language.EN)
    assert (petra.participant.name, petra.participant.language) == ("Petra", Language.EN)
    assert store.phones.find(code, "192.0.2.1") == petra.room
    again = open_store(url)
    assert again.phones.come_back(petra.secret) == petra
    again.close()
    for wrong in ("", "nobody's", petra.secret[:-1], petra.participant.id):
        with pytest.raises(NotInRoom):
            store.phones.come_back(wrong)


def test_names_are_needed_where_they_are_used_and_never_twice_the_same(store: Store) -> None:
    meeting = a_meeting(store)
    names = [meeting.join(name).participant.name for name in ("Petra", "petra", "Jonas", "Petra", "x" * 99, "x" * 99)]
    assert names == ["Petra", "petra 2", "Jonas", "Petra 3", "x" * 60, f"{'x' * 54} 2"]
    with pytest.raises(NameNeeded):
        meeting.join(" \x00 ")
    petra = meeting.join("Mehmet")
    changed = store.phones.change_own(petra.secret, name="Jonas", language=Language.EN)
    assert (changed.participant.name, changed.participant.language) == ("Jonas 2", Language.EN)
    assert store.phones.change_own(petra.secret, name="jonas 2").participant.name == "jonas 2"
    assert store.rooms.state(meeting.room.id).participants[petra.participant.id].name == "jonas 2"


def test_a_locked_room_lets_nobody_in_but_by_the_facilitator_and_back_those_who_were(store: Store) -> None:
    meeting = a_meeting(store).begun()
    petra = meeting.join()
    store.rooms.steer(meeting.room.id, lambda room: room.model_copy(update={"locked": True}))
    with pytest.raises(RoomLocked):
        meeting.join("Late")
    assert store.phones.come_back(petra.secret).room.locked
    by_hand = store.rooms.join_by_hand(meeting.room.id, "Grandma")
    assert by_hand.participant.by_hand
    assert meeting.send(by_hand, a_card()).key == by_hand.participant.id


def test_the_facilitator_acts_for_people_without_a_phone_and_for_nobody_else(store: Store) -> None:
    meeting = a_meeting(store).begun(ExerciseKind.VOTE, budget=1)
    petra, grandma = meeting.join("Petra"), store.rooms.join_by_hand(meeting.room.id, "Grandma")
    dot = CastDot(id="dot", dot=1, option="option-1")
    for _ in range(2):
        kept = store.rooms.act_for(meeting.room.id, grandma.participant.id, meeting.exercise, dot)
    assert kept.key == grandma.participant.id
    with pytest.raises(ActRefused, match="over_budget"):
        store.rooms.act_for(
            meeting.room.id, grandma.participant.id, meeting.exercise, CastDot(id="2", dot=2, option="option-1")
        )
    meeting.steer(CountHands(id="hands", choice="option-1", hands=5))
    assert [(each.dots, each.hands) for each in voted(meeting.now())][:1] == [(1, 5)]
    elsewhere = a_meeting(store)
    for room, person in ((meeting, petra), (elsewhere, grandma)):
        with pytest.raises(NotInRoom):
            store.rooms.act_for(room.room.id, person.participant.id, meeting.exercise, dot)
    nameless = a_meeting(store, Naming.ANONYMOUS).begun(ExerciseKind.VOTE)
    person = store.rooms.join_by_hand(nameless.room.id)
    with pytest.raises(NotInRoom):
        store.rooms.act_for(nameless.room.id, person.participant.id, nameless.exercise, dot)
    assert nameless.send(person, dot).key != person.participant.id


def test_an_act_that_comes_three_times_is_kept_once_and_answered_alike(store: Store) -> None:
    meeting = a_meeting(store).begun()
    petra, jonas = meeting.join("Petra"), meeting.join("Jonas")
    card = a_card("First", "card-of-petra")
    first = meeting.send(petra, card)
    meeting.send(petra, a_card("Second", "card-of-petra"))
    assert meeting.send(petra, card) == first == meeting.send(petra, card)
    meeting.send(jonas, a_card("Hijacked", "card-of-petra"))
    assert [(each.words, each.key) for each in meeting.now().cards.values()] == [("Second", petra.participant.id)]
    assert len(meeting.now().acts) == 3


def test_the_same_act_from_many_threads_at_once_is_kept_once(store: Store) -> None:
    meeting = a_meeting(store).begun()
    petra, card = meeting.join(), a_card()
    kept = at_once([lambda: meeting.send(petra, card)] * 8)
    assert kept == [kept[0]] * 8
    assert store.rooms.sequence(meeting.room.id) == kept[0].sequence


def test_many_people_at_once_lose_nothing_and_numbers_have_no_gaps(store: Store) -> None:
    meeting = a_meeting(store).begun()
    people = at_once([lambda n=n: meeting.join(f"Person {n}") for n in range(8)])  # type: ignore[misc]
    before = store.rooms.sequence(meeting.room.id)
    kept = at_once([lambda who=who: [meeting.send(who, a_card()) for _ in range(4)] for who in people])  # type: ignore[misc]
    numbers = sorted(one.sequence for row in kept for one in row)
    assert numbers == list(range(before + 1, before + 33))
    assert len(meeting.now().cards) == 32


def test_dots_never_exceed_the_budget_though_two_tabs_send_at_once(store: Store) -> None:
    meeting = a_meeting(store).begun(ExerciseKind.VOTE, budget=2, per_option=1)
    petra = meeting.join()
    dots = [
        CastDot(id=f"dot-{n}-{option}", dot=n, option=option) for n in (1, 2, 3) for option in ("option-0", "option-1")
    ]

    def cast(dot: CastDot) -> Refusal | None:
        try:
            meeting.send(petra, dot)
        except ActRefused as refused:
            return refused.refusal
        return None

    answers = at_once([lambda dot=dot: cast(dot) for dot in dots])  # type: ignore[misc]
    assert answers.count(Refusal.OVER_BUDGET) == 2
    assert 1 <= len(meeting.now().dots) <= 2
    assert len(set(meeting.now().dots.values())) == len(meeting.now().dots)


def test_what_is_not_taken_is_told_and_nothing_of_it_is_kept(store: Store) -> None:
    meeting = a_meeting(store).begun(ExerciseKind.VOTE)
    petra, number = meeting.join(), 0
    number = store.rooms.sequence(meeting.room.id)
    with pytest.raises(ActRefused) as refused:
        meeting.send(petra, a_card())
    assert (refused.value.refusal, refused.value.key) == (Refusal.NOT_ASKED, "store.room.refused.not_asked")
    with pytest.raises(NoSuchExercise):
        store.phones.act(petra.secret, "gone", a_card())
    with pytest.raises(NotInRoom):
        store.phones.act("nobody's", meeting.exercise, a_card())
    elsewhere = a_meeting(store).begun()
    with pytest.raises(NoSuchExercise):
        store.phones.act(petra.secret, elsewhere.exercise, a_card())
    assert store.rooms.sequence(meeting.room.id) == number


def test_a_pause_and_the_end_of_an_exercise_take_no_acts(store: Store) -> None:
    meeting = a_meeting(store).begun()
    petra = meeting.join()
    store.rooms.steer(meeting.room.id, lambda room: room.model_copy(update={"life": RoomLife.PAUSED}))
    with pytest.raises(ActRefused, match="room_paused"):
        meeting.send(petra, a_card())
    store.rooms.steer(meeting.room.id, lambda room: room.model_copy(update={"life": RoomLife.OPEN}))
    meeting.send(petra, a_card())
    meeting.finish()
    with pytest.raises(ActRefused, match="not_open"):
        meeting.send(petra, a_card())


def test_a_follower_in_another_process_sees_everything_by_one_number(store: Store, url: str) -> None:
    meeting = a_meeting(store).begun()
    other = open_store(url)
    known = other.rooms.state(meeting.room.id)
    petra = meeting.join()
    written = a_card("Seen elsewhere")
    meeting.send(petra, written)
    meeting.reveal()
    meeting.begun(name="second")
    assert other.rooms.sequence(meeting.room.id) > known.sequence
    news = other.rooms.since(meeting.room.id, known.sequence, known.room.epoch)
    assert (len(news.acts), len(news.participants), len(news.exercises), news.whole) == (1, 1, 2, False)
    later = other.rooms.caught_up(known)
    assert later == other.rooms.state(meeting.room.id) == store.rooms.state(meeting.room.id)
    assert other.rooms.caught_up(later) == later
    assert [card.words for card in later.exercises[f"exercise-{meeting.room.id}"].cards.values()] == ["Seen elsewhere"]
    assert later.current is not None
    assert later.current.exercise.id == meeting.exercise
    other.close()


def test_who_starts_the_next_exercise_finishes_the_one_before(store: Store) -> None:
    meeting = a_meeting(store).begun()
    first = meeting.exercise
    meeting.begun(name="second")
    state = store.rooms.state(meeting.room.id)
    assert [each.exercise.stage for each in state.exercises.values()] == [ExerciseStage.DONE, ExerciseStage.SILENT]
    assert [each.exercise.id for each in state.exercises.values()] == [first, meeting.exercise]


def test_what_acts_rest_on_stays_once_an_exercise_has_begun_and_stages_never_go_back(store: Store) -> None:
    meeting = a_meeting(store).begun(ExerciseKind.VOTE, budget=3)
    change = {"budget": 1, "options": (), "question": "Which one?", "stage": ExerciseStage.PREPARED, "id": "other"}
    changed = store.rooms.revise_exercise(
        meeting.room.id, meeting.exercise, lambda exercise: exercise.model_copy(update=change)
    )
    assert (changed.budget, len(changed.options), changed.question) == (3, 3, "Which one?")
    assert (changed.stage, changed.id) == (ExerciseStage.SILENT, meeting.exercise)
    longer = store.rooms.revise_exercise(
        meeting.room.id, meeting.exercise, lambda each: timed(each, each.timer.longer())
    )
    assert longer.timer.length == changed.timer.length + 60
    assert meeting.now().exercise == longer


def test_steering_changes_what_it_may_and_nothing_else(store: Store) -> None:
    meeting = a_meeting(store)
    groups, agenda = fresh_groups(["North"]), Agenda(items=(AgendaItem(id="a", minutes=10),))
    change = {"groups": groups, "agenda": agenda, "title": "Monday", "id": "x", "code": "", "naming": Naming.ANONYMOUS,
              "life": RoomLife.CLOSED, "epoch": 9}  # fmt: skip
    room = store.rooms.steer(meeting.room.id, lambda room: room.model_copy(update=change))
    assert room == meeting.room.model_copy(update={"groups": groups, "agenda": agenda, "title": "Monday"})
    assert store.rooms.state(meeting.room.id).room == room


def test_people_are_put_into_groups_and_their_cards_carry_the_group(store: Store) -> None:
    meeting = a_meeting(store).begun()
    petra, jonas = meeting.join("Petra"), meeting.join("Jonas")
    north, south = fresh_groups(["North", "South"])
    store.rooms.steer(meeting.room.id, lambda room: room.model_copy(update={"groups": (north, south)}))
    store.rooms.group(meeting.room.id, {petra.participant.id: north.id, jonas.participant.id: "gone"})
    state = store.rooms.state(meeting.room.id)
    assert (state.sizes, state.participants[jonas.participant.id].group) == ({north.id: 1, south.id: 0}, "")
    assert meeting.join("Late").participant.group == south.id
    assert meeting.send(petra, a_card()).group == north.id


def test_who_is_taken_out_is_out_and_what_was_said_stays(store: Store) -> None:
    meeting = a_meeting(store).begun()
    petra = meeting.join()
    known = store.rooms.state(meeting.room.id)
    meeting.send(petra, a_card())
    store.rooms.take_out(meeting.room.id, petra.participant.id)
    with pytest.raises(NotInRoom):
        store.phones.come_back(petra.secret)
    later = store.rooms.caught_up(known)
    assert later == store.rooms.state(meeting.room.id)
    assert (later.people, len(meeting.now().cards)) == (0, 1)


@pytest.mark.parametrize("hostile", [*NASTY, "", "x" * 9_999, "\x00", "' OR '1'='1", "../x"])
def test_whatever_a_link_or_a_phone_brings_is_nobody_s_id_code_or_secret(store: Store, hostile: str) -> None:
    meeting = a_meeting(store).begun()
    petra, room, exercise = meeting.join(), meeting.room.id, meeting.exercise
    attempts: list[tuple[type[StoreError], Callable[[], Any]]] = [
        (NoSuchWorkshop, lambda: store.rooms.open_room(hostile)),
        (NoSuchRoom, lambda: store.rooms.sequence(hostile)),
        (NoSuchRoom, lambda: store.rooms.state(hostile)),
        (NoSuchRoom, lambda: store.rooms.steer(hostile, lambda each: each)),
        (NoSuchRoom, lambda: store.rooms.delete(hostile)),
        (NoSuchRoom, lambda: store.phones.find(hostile, hostile)),
        (NoSuchRoom, lambda: store.phones.join(hostile, hostile, name="Petra")),
        (NotInRoom, lambda: store.phones.come_back(hostile)),
        (NotInRoom, lambda: store.phones.act(hostile, exercise, a_card())),
        (NotInRoom, lambda: store.rooms.act_for(room, hostile, exercise, a_card())),
        (NoSuchExercise, lambda: store.phones.act(petra.secret, hostile, a_card())),
        (NoSuchExercise, lambda: store.rooms.begin(room, hostile)),
        (NoSuchExercise, lambda: store.rooms.remove_exercise(room, hostile)),
    ]
    for expected, attempt in attempts:
        with pytest.raises(expected):
            attempt()
    store.rooms.take_out(room, hostile)
    store.rooms.group(room, {hostile: hostile})
    assert (store.rooms.of_workshop(hostile), store.rooms.state(room).people) == ((), 1)


def test_a_room_takes_so_many_people_and_so_much_and_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = a_meeting(store).begun()
    petra = meeting.join()
    monkeypatch.setattr(room_people, "MOST_PEOPLE", 1)
    with pytest.raises(RoomFull):
        meeting.join("Jonas")
    monkeypatch.setattr(room_writing, "MOST_CHANGES", store.rooms.sequence(meeting.room.id) + 1)
    first = a_card()
    kept = meeting.send(petra, first)
    with pytest.raises(ActRefused, match="too_many"):
        meeting.send(petra, a_card())
    assert meeting.send(petra, first) == kept


def test_a_closed_room_lets_nobody_in_takes_nothing_and_is_still_there_to_read(store: Store) -> None:
    meeting = a_meeting(store).begun()
    petra = meeting.join()
    meeting.send(petra, a_card("Kept"))
    closed = store.rooms.close_room(meeting.room.id, NOW)
    assert (closed.life, closed.code, closed.closed_at, closed.people) == (RoomLife.CLOSED, "", NOW, 1)
    assert store.rooms.close_room(meeting.room.id) == closed
    with pytest.raises(NoSuchRoom):
        meeting.join("Late")
    with pytest.raises(ActRefused, match="room_closed"):
        meeting.send(petra, a_card())
    assert store.phones.come_back(petra.secret).room == closed
    assert [card.words for card in meeting.seen(petra).cards] == ["Kept"]
    open_again = store.rooms.steer(meeting.room.id, lambda room: room.model_copy(update={"life": RoomLife.OPEN}))
    assert open_again.life is RoomLife.CLOSED
    assert store.rooms.renew_code(meeting.room.id).code == ""


def test_a_renewed_code_takes_the_place_of_the_former_one(store: Store) -> None:
    meeting = a_meeting(store)
    renewed = store.rooms.renew_code(meeting.room.id)
    with pytest.raises(NoSuchRoom):
        meeting.join()
    assert Meeting(store, renewed).join().room.id == meeting.room.id


def test_a_deleted_room_or_exercise_is_gone_with_all_that_was_said(store: Store) -> None:
    meeting = a_meeting(store).begun()
    petra, other = meeting.join(), a_meeting(store).begun()
    meeting.send(petra, a_card())
    known = store.rooms.state(meeting.room.id)
    store.rooms.remove_exercise(meeting.room.id, meeting.exercise)
    later = store.rooms.caught_up(known)
    assert (later.exercises, later.current, later.room.current) == ({}, None, None)
    with pytest.raises(NoSuchExercise):
        store.rooms.remove_exercise(meeting.room.id, meeting.exercise)
    store.rooms.delete(meeting.room.id)
    for attempt in (store.rooms.delete, store.rooms.state, store.rooms.sequence):
        with pytest.raises(NoSuchRoom):
            attempt(meeting.room.id)
    assert store.rooms.of_workshop(ID) == (other.room.model_copy(update={"current": other.exercise}),)


def test_a_room_is_taken_away_as_a_value_without_its_code(store: Store) -> None:
    meeting = a_meeting(store).begun()
    petra = meeting.join()
    for act in (a_card("Former", "card-of-petra"), a_card("Final", "card-of-petra"), TickReady(id="ready")):
        meeting.send(petra, act)
    meeting.send(petra, a_card("Withdrawn", "another-card"))
    meeting.send(petra, WithdrawCard(id="withdrawal", card="another-card"))
    record = store.rooms.export(meeting.room.id)
    said = record.model_dump_json()
    assert type(record).model_validate_json(said) == record
    assert meeting.room.code not in said
    assert petra.secret not in said
    assert ("Final" in said, "Former" in said, "Withdrawn" in said) == (True, False, False)
    kept = record.state().exercises[meeting.exercise]
    assert (kept.cards, kept.ready) == (meeting.now().cards, meeting.now().ready)
    assert record.people == 1


def test_what_people_are_called_is_settled_while_an_exercise_runs_and_for_good_when_anonymous(store: Store) -> None:
    meeting = a_meeting(store)
    assert store.rooms.call(meeting.room.id, Naming.ALIASES).naming is Naming.ALIASES
    meeting.begun()
    assert store.rooms.call(meeting.room.id, Naming.ALIASES).naming is Naming.ALIASES
    for naming in (Naming.NAMES, Naming.ANONYMOUS):
        with pytest.raises(NamingIsSettled):
            store.rooms.call(meeting.room.id, naming)
    meeting.finish()
    assert store.rooms.call(meeting.room.id, Naming.ANONYMOUS).naming is Naming.ANONYMOUS
    for naming in (Naming.NAMES, Naming.ALIASES):
        with pytest.raises(NamingIsSettled):
            store.rooms.call(meeting.room.id, naming)


def test_an_exercise_that_nobody_has_begun_can_be_prepared_and_changed(store: Store) -> None:
    meeting = a_meeting(store)
    prepared = store.rooms.add_exercise(meeting.room.id, begun(meeting.begun().now().exercise).exercise.model_copy(
        update={"id": "prepared", "stage": ExerciseStage.PREPARED, "timer": Timer()}
    ))  # fmt: skip
    changed = store.rooms.revise_exercise(
        meeting.room.id, "prepared", lambda each: each.model_copy(update={"minutes": 9, "options": ()})
    )
    assert changed == prepared.model_copy(update={"minutes": 9, "options": ()})
