"""Links to one owner's actions: what they show, what may be done by them, and when they end."""

from datetime import date

import pytest
from sqlalchemy import select

from journey.actions import OwnersEntry
from journey.actions.own_page import mark_of
from journey.editing import change_of, put, revise
from journey.model import ActionState, Language, Workshop
from journey.store import NoSuchOwnerLink, Store, is_person
from journey.store.engine import reading
from journey.store.tables import owner_links, people
from tests.builders import a_frame, a_workshop, an_action
from tests.store.scenes import ID, save

LEADER = f"b-{'a' * 24}"
TODAY = date(2026, 11, 30)
DONE = ActionState.DONE


def a_shared_workshop() -> Workshop:
    actions = (
        an_action("Mine", id="mine", owner="Anna", note="As agreed"),
        an_action("Mine too", id="too", owner="ANNA "),
        an_action("Yours", id="yours", owner="Ben", note="Secret of Ben"),
    )
    return a_workshop(frame=a_frame(), actions=actions)


@pytest.fixture
def led(store: Store) -> Store:
    mine = store.of_person(LEADER, guarded=True)
    mine.create(a_shared_workshop(), LEADER)
    return mine


def test_a_link_shows_its_owner_s_actions_and_no_others(led: Store) -> None:
    link = led.owner_links.make(ID, " Anna ")
    assert len(link.secret) * 6 >= 128
    shown = led.owner_links.page(link.secret, Language.EN)
    assert {one.title for one in shown.actions} == {"Mine", "Mine too"}
    assert "Ben" not in repr(shown)
    assert [(one.owner, one.secret) for one in led.owner_links.of_workshop(ID)] == [("Anna", "")]
    with reading(led._engine) as connection:
        assert link.secret not in repr(connection.execute(select(owner_links)).all())


def test_what_an_owner_says_is_one_change_of_the_own_actions_under_the_owner_s_name(led: Store) -> None:
    link = led.owner_links.make(ID, "Anna")
    said = (
        OwnersEntry("mine", note="Ordered\r\nyesterday", seen=mark_of("As agreed")),
        OwnersEntry("mine", DONE),
        OwnersEntry("yours", DONE, note="Taken over", seen=mark_of("Secret of Ben")),
        OwnersEntry("nothing", DONE),
    )
    assert led.owner_links.keep(link.secret, said, TODAY) == frozenset()
    held = {one.id: one for one in led.open(ID).workshop.actions}
    assert (held["mine"].note, held["mine"].state, held["mine"].done) == ("Ordered\nyesterday", DONE, TODAY)
    assert (held["yours"].note, held["yours"].state) == ("Secret of Ben", ActionState.OPEN)
    [logged] = led.log(ID)
    assert is_person(logged.author)
    assert led.people.names(ID)[logged.author] == "Anna"
    assert led.owner_links.keep(link.secret, said[1:], TODAY) == frozenset()
    assert len(led.log(ID)) == 1, "the same again changes nothing"


def test_a_note_that_somebody_else_changed_is_left_and_told(led: Store) -> None:
    link = led.owner_links.make(ID, "Anna")
    opened = led.open(ID)
    changed = change_of(put(opened.workshop, revise(opened.workshop.actions[0], note="The team's")))
    assert changed
    save(led, opened, changed, LEADER)
    said = (
        OwnersEntry("mine", DONE, note="Mine", seen=mark_of("As agreed")),
        OwnersEntry("too", note="Kept", seen=mark_of("")),
    )
    assert led.owner_links.keep(link.secret, said, TODAY) == {"mine"}
    held = {one.id: (one.note, one.state) for one in led.open(ID).workshop.actions}
    assert held["mine"] == ("The team's", DONE)
    assert held["too"] == ("Kept", ActionState.OPEN)
    assert (
        led.owner_links.keep(link.secret, (OwnersEntry("mine", note="Mine", seen=mark_of("The team's")),), TODAY)
        == set()
    )
    assert led.open(ID).workshop.actions[0].note == "Mine"


@pytest.mark.parametrize("entry", [OwnersEntry("mine", ActionState.DROPPED), OwnersEntry("mine", note="x" * 5_001)])
def test_what_no_owner_may_say_is_refused(led: Store, entry: OwnersEntry) -> None:
    link = led.owner_links.make(ID, "Anna")
    with pytest.raises(ValueError, match=r"dropped|at most"):
        led.owner_links.keep(link.secret, (entry,), TODAY)
    assert not led.log(ID)


def test_a_link_ends_when_it_is_renewed_or_withdrawn_or_its_workshop_is_gone(led: Store) -> None:
    former = led.owner_links.make(ID, "Anna")
    renewed = led.owner_links.make(ID, "anna")
    other = led.owner_links.make(ID, "Ben")
    assert (renewed.id, len(led.owner_links.of_workshop(ID))) == (former.id, 2)
    _shows_nothing(led, former.secret)
    led.owner_links.withdraw(renewed.id)
    _shows_nothing(led, renewed.secret)
    with pytest.raises(NoSuchOwnerLink):
        led.owner_links.withdraw(renewed.id)
    led.owner_links.which(other.secret)
    led.delete(ID)
    _shows_nothing(led, other.secret)
    led.restore(ID)
    led.owner_links.which(other.secret)
    led.purge(ID)
    _shows_nothing(led, other.secret)


def test_the_history_knows_an_owner_until_the_workshop_is_removed_for_good(led: Store) -> None:
    link = led.owner_links.make(ID, "Anna")
    led.owner_links.keep(link.secret, (OwnersEntry("mine", DONE),), TODAY)
    led.owner_links.withdraw(link.id)
    assert led.owner_links.of_workshop(ID) == ()
    assert list(led.people.names(ID).values()) == ["Anna"]
    assert led.owner_links.make(ID, "Anna").id == link.id
    led.purge(ID)
    with reading(led._engine) as connection:
        assert "Anna" not in repr(connection.execute(select(people)).all())


def test_what_the_team_dropped_stays_dropped(led: Store) -> None:
    opened = led.open(ID)
    change = change_of(put(opened.workshop, revise(opened.workshop.actions[0], state="dropped", reason="Too dear")))
    assert change
    save(led, opened, change, LEADER)
    led.owner_links.keep(led.owner_links.make(ID, "Anna").secret, (OwnersEntry("mine", DONE),), TODAY)
    assert led.open(ID).workshop.actions[0].state is ActionState.DROPPED


def test_nobody_has_no_link(led: Store) -> None:
    with pytest.raises(ValueError, match="somebody"):
        led.owner_links.make(ID, " \n ")


def _shows_nothing(store: Store, secret: str) -> None:
    with pytest.raises(NoSuchOwnerLink):
        store.owner_links.page(secret, Language.DE)
    with pytest.raises(NoSuchOwnerLink):
        store.owner_links.keep(secret, (OwnersEntry("mine", DONE),), TODAY)
