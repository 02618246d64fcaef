"""An anonymous room: nothing that is stored tells whose anything is, or that two things are of one person."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Row, select

from journey.live import (
    CastDot,
    ExerciseKind,
    ExerciseStage,
    GiveOpinion,
    Naming,
    Opinion,
    Option,
    Refusal,
    ScoreTouchpoint,
    TickReady,
    WithdrawCard,
    results_of,
)
from journey.model import Emotion
from journey.store import ActRefused, InRoom, NotInRoom, Store, open_store
from journey.store.engine import reading
from journey.store.room_tables import acts, participants, rooms
from journey.store.tables import metadata
from tests.store.room_scenes import Meeting, a_card, a_meeting

ANONYMOUS = Naming.ANONYMOUS


def rows_of(store: Store, table: Any) -> list[Row[Any]]:
    with reading(store._engine) as connection:
        return list(connection.execute(select(table)).all())


def everything_stored(store: Store) -> str:
    with reading(store._engine) as connection:
        return repr([connection.execute(select(table)).all() for table in metadata.tables.values()])


def vote(meeting: Meeting, people: list[InRoom]) -> None:
    """Everybody casts two dots, gives a score, an opinion or a card, whatever the exercise takes, and is ready."""
    for number, person in enumerate(people):
        for dot in (1, 2):
            meeting.send(person, CastDot(id=f"{number}-{dot}", dot=dot, option=f"option-{dot}"))
        meeting.send(person, TickReady(id=f"{number}-ready"))


def test_every_row_of_a_running_exercise_has_a_key_of_its_own(store: Store) -> None:
    meeting = a_meeting(store, ANONYMOUS).begun(ExerciseKind.VOTE, budget=2)
    people = [meeting.join(name) for name in ("Petra", "Jonas", "Mehmet")]
    vote(meeting, people)
    keys = [row.key for row in rows_of(store, acts)]
    assert len(keys) == len(set(keys)) == 9
    assert not set(keys) & {row.id for row in rows_of(store, participants)}
    assert len(meeting.now().dots) == 6


def test_no_name_secret_or_name_of_an_act_is_in_any_table(store: Store) -> None:
    meeting = a_meeting(store, ANONYMOUS).begun()
    petra = meeting.join("Petra Müller")
    card = a_card()
    meeting.send(petra, card)
    stored = everything_stored(store)
    for hidden in ("Petra", "Müller", petra.secret, card.id):
        assert hidden not in stored
    assert card.words in stored


def test_scores_count_once_a_person_though_nobody_knows_whose_they_are(store: Store, url: str) -> None:
    meeting = a_meeting(store, ANONYMOUS).begun(ExerciseKind.FEEL)
    petra, jonas = meeting.join(), meeting.join()
    scores = [ScoreTouchpoint(id=f"s{n}", touchpoint="option-0", emotion=Emotion(n - 2)) for n in range(4)]
    for score in scores[:3]:
        meeting.send(petra, score)
    meeting.send(jonas, scores[3])
    again = open_store(url)
    assert sorted(again.rooms.state(meeting.room.id).exercises[meeting.exercise].scores["option-0", ""].values()) == [
        0,
        1,
    ]
    back = again.phones.come_back(petra.secret)
    assert meeting.seen(back).own.scores == {("option-0", ""): Emotion.NEUTRAL}  # type: ignore[union-attr]
    again.close()


def test_dots_are_limited_though_nothing_stored_links_them(store: Store) -> None:
    meeting = a_meeting(store, ANONYMOUS).begun(ExerciseKind.VOTE, budget=3, per_option=2)
    petra, jonas = meeting.join(), meeting.join()
    for dot in (1, 2):
        meeting.send(petra, CastDot(id=f"p{dot}", dot=dot, option="option-0"))
    with pytest.raises(ActRefused) as refused:
        meeting.send(petra, CastDot(id="p3", dot=3, option="option-0"))
    assert refused.value.refusal is Refusal.OVER_LIMIT
    meeting.send(jonas, CastDot(id="j1", dot=1, option="option-0"))
    with pytest.raises(ActRefused, match="over_budget"):
        meeting.send(petra, CastDot(id="p4", dot=4, option="option-1"))
    assert Counter(meeting.now().dots.values()) == {"option-0": 3}


def test_cards_are_changed_and_withdrawn_by_their_author_alone(store: Store) -> None:
    meeting = a_meeting(store, ANONYMOUS).begun()
    petra, jonas = meeting.join(), meeting.join()
    meeting.send(petra, a_card("First", "card-of-petra"))
    meeting.send(jonas, a_card("Hijacked", "card-of-petra"))
    meeting.send(jonas, WithdrawCard(id="take", card="card-of-petra"))
    meeting.send(petra, a_card("Second", "card-of-petra"))
    assert [card.words for card in meeting.now().cards.values()] == ["Second"]
    assert [[card.own for card in meeting.seen(who).cards] for who in (petra, jonas)] == [[True], []]


def test_a_finished_exercise_shows_the_same_and_forgets_even_for_the_phones(store: Store) -> None:
    meeting = a_meeting(store, ANONYMOUS).begun()
    petra, jonas = meeting.join(), meeting.join()
    meeting.send(petra, a_card("Former words", "card-of-petra"))
    meeting.send(petra, a_card("Final words", "card-of-petra"))
    meeting.send(jonas, a_card("Withdrawn words", "card-of-jonas"))
    meeting.send(jonas, WithdrawCard(id="take", card="card-of-jonas"))
    before, known = rows_of(store, acts), store.rooms.state(meeting.room.id)
    meeting.finish()
    after = rows_of(store, acts)
    assert not {row.key for row in before} & {row.key for row in after}
    assert not {row.act for row in before} & {row.act for row in after}
    for gone in ("Former words", "Withdrawn words"):
        assert gone not in everything_stored(store)
    assert [(card.words, card.own) for card in meeting.seen(petra).cards] == [("Final words", False)]
    assert store.rooms.caught_up(known) == store.rooms.state(meeting.room.id)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    sent=st.lists(
        st.tuples(st.integers(0, 2), st.integers(1, 3), st.sampled_from(["", "option-0", "option-1"])), max_size=14
    )
)
def test_the_results_of_an_anonymous_vote_are_those_of_a_named_one(
    sqlite_store: Store, sent: list[tuple[int, int, str]]
) -> None:
    counted = []
    for naming in (Naming.NAMES, ANONYMOUS):
        meeting = a_meeting(sqlite_store, naming).begun(ExerciseKind.VOTE, budget=2)
        people = [meeting.join(f"Person {n}") for n in range(3)]
        for number, (who, dot, option) in enumerate(sent):
            try:
                meeting.send(people[who], CastDot(id=f"a{number}", dot=dot, option=option))
            except ActRefused:
                continue
        meeting.finish()
        counted.append(results_of(meeting.now()).votes)
    assert counted[0] == counted[1]


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(sent=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3), st.integers(-2, 2)), max_size=14))
def test_a_key_tells_that_two_rows_are_of_one_score_and_nothing_else(
    sqlite_store: Store, sent: list[tuple[int, int, int]]
) -> None:
    """Whoever reads the rows of a running exercise knows as much as if every score had been given by somebody else."""
    options = [Option(id=f"option-{n}") for n in range(4)]
    meeting = a_meeting(sqlite_store, ANONYMOUS).begun(ExerciseKind.FEEL, options=options)
    people = [meeting.join() for _ in range(3)]
    owners: dict[str, set[tuple[int, str]]] = {}
    for number, (who, option, score) in enumerate(sent):
        act = ScoreTouchpoint(id=f"a{number}", touchpoint=f"option-{option}", emotion=Emotion(score))
        owners.setdefault(meeting.send(people[who], act).key, set()).add((who, act.slot))
    assert all(len(slots) == 1 for slots in owners.values())
    assert len(owners) == len({(who, option) for who, option, _ in sent})
    assert {row.small_group for row in rows_of(sqlite_store, acts)} <= {""}


def test_a_room_that_becomes_anonymous_forgets_names_and_whose_anything_was(store: Store) -> None:
    meeting = a_meeting(store, Naming.NAMES).begun()
    petra = meeting.join("Petra")
    meeting.send(petra, a_card("Said with a name"))
    meeting.finish()
    known = store.rooms.state(meeting.room.id)
    store.rooms.call(meeting.room.id, ANONYMOUS)
    assert "Petra" not in everything_stored(store)
    assert petra.participant.id not in {row.key for row in rows_of(store, acts)}
    later = store.rooms.caught_up(known)
    assert later == store.rooms.state(meeting.room.id)
    assert [card.words for card in later.exercises[meeting.exercise].cards.values()] == ["Said with a name"]
    assert store.phones.come_back(petra.secret).participant.name == ""


def test_of_a_closed_one_nothing_is_left_of_who_was_in_but_how_many(store: Store) -> None:
    meeting = a_meeting(store, ANONYMOUS).begun(ExerciseKind.CHECK, options=())
    petra, jonas = meeting.join(), meeting.join()
    meeting.send(petra, GiveOpinion(id="opinion", opinion=Opinion.AGREE))
    store.rooms.close_room(meeting.room.id)
    state = store.rooms.state(meeting.room.id)
    assert (rows_of(store, participants), state.people) == ([], 2)
    assert state.exercises[meeting.exercise].exercise.stage is ExerciseStage.DONE
    assert list(state.exercises[meeting.exercise].opinions.values()) == [Opinion.AGREE]
    with pytest.raises(NotInRoom):
        store.phones.come_back(jonas.secret)
    assert "agree" in rows_of(store, acts)[0].body
    assert rows_of(store, rooms)[0].code is None


def test_what_is_taken_away_of_one_tells_nobody_apart_while_it_runs(store: Store) -> None:
    meeting = a_meeting(store, ANONYMOUS).begun(
        ExerciseKind.VOTE, budget=2, options=[Option(id=f"option-{n}") for n in (1, 2)]
    )
    people = [meeting.join() for _ in range(3)]
    vote(meeting, people)
    record = store.rooms.export(meeting.room.id)
    assert (record.participants, record.people) == ((), 3)
    keys = [one.key for one in record.acts]
    assert len(keys) == len(set(keys)) == 9
    assert not set(keys) & {row.key for row in rows_of(store, acts)}
    assert [each.votes for each in results_of(record.state().exercises[meeting.exercise]).votes] == [3, 3]


def test_sqlite_s_files_keep_nothing_of_what_was_overwritten(sqlite_store: Store, sqlite_url: str) -> None:
    meeting = a_meeting(sqlite_store, Naming.NAMES).begun()
    petra = meeting.join("Petronella")
    meeting.send(petra, a_card("Words that were changed", "card-of-petra"))
    meeting.send(petra, a_card("Final", "card-of-petra"))
    meeting.finish()
    sqlite_store.rooms.call(meeting.room.id, ANONYMOUS)
    folder = Path(sqlite_url.removeprefix("sqlite:///")).parent
    files = b"".join(path.read_bytes() for path in folder.iterdir())
    assert b"Final" in files
    assert b"Petronella" not in files
    assert b"Words that were changed" not in files
