"""Wrong join codes: ten a minute and address, a hundred an hour and room, counted by all processes together."""

from collections.abc import Callable

from sqlalchemy import select

from journey.live import CODE_LETTERS
from journey.store import NoSuchRoom, Store, TooManyTries, open_store
from journey.store.engine import reading
from journey.store.room_tables import join_tries
from tests.store.room_scenes import Meeting, a_meeting
from tests.store.scenes import at_once

START = 1_000_000.0
ADDRESS = "192.0.2.7"


def wrong_like(code: str) -> str:
    """A code that begins like another one."""
    return code[:-1] + next(letter for letter in CODE_LETTERS if letter != code[-1])


def wrong_unlike(code: str) -> str:
    """A code that begins like no other one."""
    return next(letter for letter in CODE_LETTERS if letter != code[0]) + code[1:]


def outcome(attempt: Callable[[], object]) -> str:
    try:
        attempt()
    except (NoSuchRoom, TooManyTries) as error:
        return type(error).__name__
    return "in"


def tried(meeting: Meeting, code: str, address: str, now: float) -> str:
    return outcome(lambda: meeting.store.phones.join(code, address, name="Petra", now=now))


def test_after_ten_wrong_codes_an_address_waits_a_minute_and_others_do_not(store: Store) -> None:
    meeting = a_meeting(store)
    code = meeting.room.code
    answers = [tried(meeting, wrong_unlike(code), ADDRESS, START + n) for n in range(11)]
    assert answers == ["NoSuchRoom"] * 10 + ["TooManyTries"]
    assert tried(meeting, code, ADDRESS, START + 11) == "TooManyTries"
    assert tried(meeting, code, "192.0.2.8", START + 11) == "in"
    assert tried(meeting, code, ADDRESS, START + 61) == "in"


def test_any_minute_counts_not_the_clock_s(store: Store) -> None:
    meeting = a_meeting(store)
    wrong = wrong_unlike(meeting.room.code)
    for n in range(10):
        assert tried(meeting, wrong, ADDRESS, START + 55 + n / 10) == "NoSuchRoom"
    assert tried(meeting, wrong, ADDRESS, START + 65) == "TooManyTries"
    assert tried(meeting, wrong, ADDRESS, START + 120) == "NoSuchRoom"


def test_after_a_hundred_codes_like_a_room_s_nobody_gets_into_it_for_an_hour_but_into_others(store: Store) -> None:
    meeting, other = a_meeting(store), a_meeting(store)
    while other.room.code[:2] == meeting.room.code[:2]:
        other = Meeting(store, store.rooms.renew_code(other.room.id))
    wrong = wrong_like(meeting.room.code)
    answers = [tried(meeting, wrong, f"198.51.100.{n}", START + n) for n in range(100)]
    assert set(answers) == {"NoSuchRoom"}
    assert tried(meeting, meeting.room.code, "203.0.113.1", START + 101) == "TooManyTries"
    assert tried(other, other.room.code, "203.0.113.1", START + 101) == "in"
    renewed = store.rooms.renew_code(meeting.room.id)
    if renewed.code[:2] != meeting.room.code[:2]:
        assert tried(meeting, renewed.code, "203.0.113.1", START + 102) == "in"
    assert tried(other, other.room.code, "203.0.113.1", START + 3_701) == "in"


def test_right_codes_are_no_tries_however_many_phones_share_an_address(store: Store) -> None:
    meeting = a_meeting(store)
    assert {tried(meeting, meeting.room.code, ADDRESS, START) for _ in range(30)} == {"in"}
    assert store.rooms.state(meeting.room.id).people == 30


def test_what_is_no_code_at_all_is_a_try_as_well(store: Store) -> None:
    meeting = a_meeting(store)
    answers = [tried(meeting, typed, ADDRESS, START) for typed in ["", "abc", "0" * 8, "' OR 1=1", "é" * 8] * 2 + ["x"]]
    assert answers == ["NoSuchRoom"] * 10 + ["TooManyTries"]


def test_an_ipv6_network_counts_as_one_and_an_ipv4_address_in_disguise_as_itself(store: Store) -> None:
    meeting = a_meeting(store)
    wrong = wrong_unlike(meeting.room.code)
    for n in range(10):
        tried(meeting, wrong, f"2001:db8:1:2::{n}", START)
        tried(meeting, wrong, "::ffff:192.0.2.9", START)
    assert tried(meeting, wrong, "2001:db8:1:2:ffff::1", START) == "TooManyTries"
    assert tried(meeting, wrong, "2001:db8:1:3::1", START) == "NoSuchRoom"
    assert tried(meeting, wrong, "192.0.2.9", START) == "TooManyTries"


def test_processes_count_together_and_at_once(store: Store, url: str) -> None:
    meeting = a_meeting(store)
    other = Meeting(open_store(url), meeting.room)
    wrong = wrong_unlike(meeting.room.code)
    both = [meeting, other] * 10
    answers = at_once([lambda one=one: tried(one, wrong, ADDRESS, START) for one in both])  # type: ignore[misc]
    assert sorted(answers) == ["NoSuchRoom"] * 10 + ["TooManyTries"] * 10
    other.store.close()


def test_to_look_a_room_up_is_to_try_as_well(store: Store) -> None:
    meeting = a_meeting(store)
    wrong = wrong_unlike(meeting.room.code)
    answers = [outcome(lambda: store.phones.find(wrong, ADDRESS, now=START)) for _ in range(11)]
    assert answers == ["NoSuchRoom"] * 10 + ["TooManyTries"]


def test_no_address_is_kept_and_after_an_hour_nothing_is(store: Store) -> None:
    meeting = a_meeting(store)
    tried(meeting, wrong_like(meeting.room.code), ADDRESS, START)
    with reading(store._engine) as connection:
        rows = connection.execute(select(join_tries)).all()
    assert len(rows) == 2
    assert ADDRESS not in repr(rows)
    tried(meeting, meeting.room.code, "192.0.2.8", START + 3_601)
    with reading(store._engine) as connection:
        assert connection.execute(select(join_tries)).all() == []
