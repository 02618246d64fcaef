"""What a phone was told is kept stays: through kill -9 at any moment, exactly once, and nothing half."""

import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

from journey.live import Naming
from journey.store import InRoom, Store
from journey.store.engine import reading
from journey.store.room_rows import acts_of
from tests.store.room_scenes import Meeting, a_meeting
from tests.store.scenes import at_once


def _killed_in_the_middle(url: str, meeting: Meeting, person: InRoom, acknowledged: int) -> list[str]:
    """Start a phone, let it write some cards, kill it, and give the ids that it printed."""
    command = [sys.executable, "-m", "tests.store.room_writer", url, person.secret, meeting.exercise]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as phone:
        assert phone.stdout is not None
        printed = [phone.stdout.readline() for _ in range(acknowledged)]
        phone.send_signal(signal.SIGKILL)
        printed += phone.stdout.readlines()
    return [line.strip() for line in printed if line.endswith("\n")]


def test_what_killed_phones_were_told_is_there_exactly_once(store: Store, url: str) -> None:
    meeting = a_meeting(store, Naming.ANONYMOUS).begun()
    known, seen = store.rooms.state(meeting.room.id), list[str]()
    for acknowledged in (2, 15):
        people = [meeting.join() for _ in range(3)]
        phones = (partial(_killed_in_the_middle, url, meeting, person, acknowledged) for person in people)
        seen += [card for printed in at_once(phones) for card in printed]
    with reading(store._engine) as connection:
        kept = acts_of(connection, meeting.exercise)
    assert len(seen) >= 51
    assert set(seen) <= set(meeting.now().cards)
    assert len(kept) == len({one.act.id for one in kept}) == len(meeting.now().cards)
    assert store.rooms.caught_up(known) == store.rooms.state(meeting.room.id)
    # Those who come back go on: the same act is known, another one is taken.
    assert meeting.seen(people[0]).cards
