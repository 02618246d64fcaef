"""Several app processes on one PostgreSQL: who writes a room, or counts a try, waits for who does so already."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import psycopg
import pytest

from journey.store import open_store
from journey.store.phones import _ONE_JOINS
from tests.postgres import Server
from tests.store.room_scenes import Meeting, a_card, a_meeting

WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


@pytest.fixture
def meeting_at(postgres: Server) -> Iterator[tuple[Meeting, str]]:
    with postgres.database() as url:
        store = open_store(url)
        yield a_meeting(store).begun(), url
        store.close()


def waits_for(url: str, hold: str, given: list[Any], deed: Callable[[], Any]) -> Any:
    """What a deed gives, which must wait until another process lets go of what it holds."""
    with ThreadPoolExecutor(1) as pool, psycopg.connect(url, autocommit=True) as watcher:
        with psycopg.connect(url) as other:
            other.execute(hold, given)
            waiting: Future[Any] = pool.submit(deed)
            while not waiting.done() and watcher.execute(WAITING).fetchone() == (0,):
                pass
            assert not waiting.done()
        return waiting.result()


@pytest.mark.postgres
def test_an_act_waits_for_another_process_that_writes_the_room(meeting_at: tuple[Meeting, str]) -> None:
    meeting, url = meeting_at
    petra = meeting.join()
    number = meeting.store.rooms.sequence(meeting.room.id)
    hold = "UPDATE rooms SET sequence = sequence + 1 WHERE id = %s"
    kept = waits_for(url, hold, [meeting.room.id], lambda: meeting.send(petra, a_card()))
    assert kept.sequence == number + 2


@pytest.mark.postgres
def test_a_try_waits_for_another_process_that_counts_one(meeting_at: tuple[Meeting, str]) -> None:
    meeting, url = meeting_at
    person = waits_for(url, "SELECT pg_advisory_xact_lock(%s)", [_ONE_JOINS], meeting.join)
    assert person.room.id == meeting.room.id
