"""Who may do what: roles, invitations, ways back, and a rule for every method of the store."""

from collections.abc import Callable, Mapping
from datetime import date
from inspect import isfunction, unwrap
from typing import Any

import pytest

from journey.editing import change_of
from journey.live import Naming
from journey.model import Language, new_id
from journey.roles import MemberRole, Right
from journey.rounds import CLOSE_ROUND, Kept, closing
from journey.store import (
    LastFacilitator,
    LastPlace,
    NoSuchInvitation,
    NoSuchOwnerLink,
    NoSuchRoom,
    NoSuchVersion,
    NoSuchWorkshop,
    NotAllowed,
    NoWayBack,
    Standing,
    Store,
    is_person,
    read_backup,
)
from journey.store.gate import OWNER, RULE, Gate
from tests.builders import a_workshop
from tests.store.scenes import ID, a_full_workshop, revised, save

LEADER, COLLEAGUE, GUEST, STRANGER = (f"b-{letter * 24}" for letter in "abcd")
PEOPLE = {LEADER: MemberRole.FACILITATOR, COLLEAGUE: MemberRole.TEAM, GUEST: MemberRole.VIEWER, STRANGER: None}


def of(store: Store, person: str) -> Store:
    return store.of_person(person, guarded=True)


@pytest.fixture
def shared(store: Store) -> Store:
    """A store with one workshop that three people share."""
    led = of(store, LEADER)
    led.create(a_full_workshop(), LEADER)
    for person in (COLLEAGUE, GUEST):
        role = PEOPLE[person]
        assert role
        of(store, person).access.accept(led.access.invite(ID, role).secret)
    return store


def parts(store: Store) -> Mapping[str, object]:
    """The store and its parts, by name."""
    found = {name: part for name, part in vars(store).items() if type(part).__module__.startswith("journey.store.")}
    return {"": store} | {name: part for name, part in found.items() if not name.startswith("_")}


def methods(part: object) -> dict[str, Callable[..., object]]:
    return {name: one for name, one in vars(type(part)).items() if isfunction(one) and not name.startswith("_")}


# --- every method, every role ----------------------------------------------------------------------------------------


def test_every_public_method_of_the_store_has_a_rule(store: Store) -> None:
    """A new one without a rule is missed here."""
    without = [f"{name}.{each}" for name, part in parts(store).items() for each, one in methods(part).items()
               if not hasattr(one, RULE)]  # fmt: skip
    assert without == []
    assert len(parts(store)) == 11


def ids(store: Store) -> dict[str, str]:
    """An id of everything that a method may be about, by the name of its first argument."""
    led = of(store, LEADER)
    return {
        "workshop_id": ID,
        "room_id": led.rooms.open_room(ID).id,
        "version_id": led.past.keep_version(ID, 0, "First", LEADER).id,
        "invitation_id": led.access.invite(ID, MemberRole.TEAM).id,
        "link_id": led.owner_links.make(ID, "Anna").id,
    }


MISSING = (NoSuchWorkshop, NoSuchRoom, NoSuchVersion, NoSuchInvitation, NoSuchOwnerLink)


class _ReachedError(Exception):
    """The gate let somebody through."""


@pytest.mark.parametrize(("person", "role"), PEOPLE.items())
def test_the_matrix_of_roles_and_methods(
    shared: Store, person: str, role: MemberRole | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each method that is about a workshop lets through whoever has its right; whoever may not read learns no more than that
    there is no such thing, and whoever may is told that it is not allowed."""
    known = ids(shared)

    through = Gate.ask

    def reached(*given: Any) -> None:
        through(*given)
        raise _ReachedError

    monkeypatch.setattr(Gate, "ask", reached)
    asked = 0
    for part in parts(of(shared, person)).values():
        for each, method in methods(part).items():
            right = getattr(method, RULE)
            if right in (None, OWNER):
                continue
            first = unwrap(method).__code__.co_varnames[1]
            if role is None or not role.may(Right.READ):
                expected: Any = MISSING
            else:
                expected = _ReachedError if role.may(right) else NotAllowed
            with pytest.raises(expected):
                getattr(part, each)(known[first])
            asked += 1
            with pytest.raises(MISSING):
                getattr(part, each)(new_id())
    assert asked > 40


@pytest.mark.parametrize("person", PEOPLE)
def test_a_role_is_no_owner_s_link_and_a_link_is_no_role(shared: Store, person: str) -> None:
    """What owners do asks for a link's secret, whoever asks; and that secret opens nothing else."""
    led, mine = of(shared, LEADER), of(shared, person)
    link = led.owner_links.make(ID, "Anna")
    asked = [each for each, one in methods(mine.owner_links).items() if getattr(one, RULE) == OWNER]
    assert asked == ["which", "page", "keep"]
    given: dict[str, tuple[Any, ...]] = {"page": (Language.DE,), "keep": ((), date(2026, 11, 30))}
    for each in asked:
        getattr(mine.owner_links, each)(link.secret, *given.get(each, ()))
        for guess in ("", ID, link.id, person, "é\udc80", led.access.invite(ID, MemberRole.FACILITATOR).secret):
            with pytest.raises(NoSuchOwnerLink):
                getattr(mine.owner_links, each)(guess, *given.get(each, ()))
    with pytest.raises(NoSuchInvitation):
        mine.access.accept(link.secret)
    assert mine.access.role(ID) is PEOPLE[person]


def test_what_is_not_about_one_workshop_gives_only_ones_own(shared: Store) -> None:
    of(shared, STRANGER).create(a_workshop(frame=a_workshop().frame.model_copy(update={"id": "of-stranger"})), STRANGER)
    listed = {person: {one.id for one in of(shared, person).workshops()} for person in PEOPLE}
    assert listed == {LEADER: {ID}, COLLEAGUE: {ID}, GUEST: {ID}, STRANGER: {"of-stranger"}}
    backed_up = {
        person: [kept.workshop.frame.id for kept in read_backup(of(shared, person).backups.write()).workshops]
        for person in PEOPLE
    }
    assert backed_up == {LEADER: [ID], COLLEAGUE: [], GUEST: [], STRANGER: ["of-stranger"]}
    of(shared, LEADER).delete(ID)
    assert [one.id for one in of(shared, LEADER).workshops(deleted=True)] == [ID]
    assert of(shared, COLLEAGUE).workshops(deleted=True) == of(shared, COLLEAGUE).workshops() == ()


def test_a_backup_tells_a_stranger_nothing_of_what_is_here(shared: Store) -> None:
    led, stranger = of(shared, LEADER), of(shared, STRANGER)
    (kept,) = read_backup(led.backups.write()).workshops
    assert led.backups.standing(kept) is Standing.SAME
    assert stranger.backups.standing(kept) is Standing.OTHER
    led.delete(ID)
    assert stranger.backups.standing(kept) is Standing.OTHER


def test_whoever_restores_leads(shared: Store) -> None:
    (kept,) = read_backup(of(shared, LEADER).backups.write()).workshops
    of(shared, LEADER).purge(ID)
    of(shared, STRANGER).backups.restore(kept, {})
    assert of(shared, STRANGER).access.role(ID) is MemberRole.FACILITATOR
    assert of(shared, LEADER).access.role(ID) is None


def test_an_open_gate_lets_everything_through(shared: Store) -> None:
    somebody = shared.of_person(STRANGER, guarded=False)
    assert somebody.open(ID) == shared.open(ID)
    assert [one.id for one in somebody.workshops()] == [ID]
    made = somebody.create(a_workshop(frame=a_workshop().frame.model_copy(update={"id": "new"})), STRANGER)
    assert of(shared, STRANGER).access.role(made.workshop.frame.id) is MemberRole.FACILITATOR


# --- invitations -----------------------------------------------------------------------------------------------------


def test_a_link_gives_its_role_and_no_less_than_one_has(shared: Store) -> None:
    led = of(shared, LEADER)
    link = led.access.invite(ID, MemberRole.VIEWER)
    assert len(link.secret) * 6 >= 128
    for person in (STRANGER, COLLEAGUE, LEADER):
        assert of(shared, person).access.accept(link.secret) == ID
    roles = {one.person: one.role for one in led.access.members(ID)}
    assert roles == {**PEOPLE, STRANGER: MemberRole.VIEWER}
    assert [(one.role, one.came, one.secret) for one in led.access.invitations(ID)] == [
        (MemberRole.TEAM, 1, ""), (MemberRole.VIEWER, 1, ""), (MemberRole.VIEWER, 1, ""),
    ]  # fmt: skip


def test_a_workshop_is_handed_over_by_a_link(shared: Store) -> None:
    of(shared, STRANGER).access.accept(of(shared, LEADER).access.invite(ID, MemberRole.FACILITATOR).secret)
    of(shared, STRANGER).access.remove(ID, LEADER)
    with pytest.raises(NoSuchWorkshop):
        of(shared, LEADER).open(ID)


def test_a_link_that_was_renewed_or_withdrawn_lets_nobody_in(shared: Store) -> None:
    access = of(shared, LEADER).access
    link = access.invite(ID, MemberRole.TEAM)
    renewed = access.renew(link.id)
    assert renewed.secret != link.secret
    with pytest.raises(NoSuchInvitation):
        of(shared, STRANGER).access.accept(link.secret)
    access.withdraw(link.id)
    for secret in (link.secret, renewed.secret, "", link.id):
        with pytest.raises(NoSuchInvitation):
            of(shared, STRANGER).access.accept(secret)
    with pytest.raises(NoSuchInvitation):
        access.renew(link.id)
    assert of(shared, STRANGER).access.role(ID) is None


def test_a_link_can_be_withdrawn_with_those_who_came_by_it(shared: Store) -> None:
    access = of(shared, LEADER).access
    team, leaders = access.invite(ID, MemberRole.TEAM), access.invite(ID, MemberRole.FACILITATOR)
    of(shared, STRANGER).access.accept(team.secret)
    of(shared, GUEST).access.accept(leaders.secret)
    access.withdraw(team.id, people_too=True)
    access.withdraw(leaders.id, people_too=True)
    assert of(shared, STRANGER).access.role(ID) is None
    assert of(shared, GUEST).access.role(ID) is MemberRole.FACILITATOR


def test_nobody_comes_into_a_deleted_workshop(shared: Store) -> None:
    link = of(shared, LEADER).access.invite(ID, MemberRole.TEAM)
    of(shared, LEADER).delete(ID)
    with pytest.raises(NoSuchInvitation):
        of(shared, STRANGER).access.accept(link.secret)


def test_somebody_always_leads(shared: Store) -> None:
    access = of(shared, LEADER).access
    deeds: tuple[Callable[[], None], ...] = (
        lambda: access.remove(ID, LEADER),
        lambda: access.appoint(ID, LEADER, MemberRole.VIEWER),
        lambda: access.leave(ID),
    )
    for deed in deeds:
        with pytest.raises(LastFacilitator):
            deed()
    access.appoint(ID, COLLEAGUE, MemberRole.FACILITATOR)
    access.leave(ID)
    assert access.role(ID) is None
    assert of(shared, COLLEAGUE).access.role(ID) is MemberRole.FACILITATOR


def test_whoever_is_taken_out_reads_and_saves_nothing_more(shared: Store) -> None:
    colleague = of(shared, COLLEAGUE)
    opened = colleague.open(ID)
    save(colleague, opened, revised(opened, "t0", title="While in"))
    of(shared, LEADER).access.remove(ID, COLLEAGUE)
    opened = shared.open(ID)
    deeds: tuple[Callable[[], object], ...] = (
        lambda: save(colleague, opened, revised(opened, "t0", title="After")),
        lambda: colleague.sequence(ID),
        lambda: colleague.past.page(ID),
    )
    for deed in deeds:
        with pytest.raises(NoSuchWorkshop):
            deed()
    assert shared.open(ID) == opened


def test_a_viewer_closes_no_round(shared: Store) -> None:
    guest = of(shared, GUEST)
    opened = guest.open(ID)
    change = change_of(closing(opened.workshop, "Spring", date(2026, 11, 30), Kept(language=Language.EN)), CLOSE_ROUND)
    assert change
    with pytest.raises(NotAllowed):
        save(guest, opened, change, GUEST)
    assert guest.open(ID) == opened
    save(of(shared, COLLEAGUE), opened, change, COLLEAGUE)
    assert [one.name for one in guest.open(ID).workshop.rounds] == ["Spring"]


# --- a way back ------------------------------------------------------------------------------------------------------


def test_a_lost_browser_comes_back_by_its_link(store: Store) -> None:
    former = store.ways_back.person("former secret")
    mine = of(store, former)
    mine.create(a_full_workshop(), former)
    mine.remember(former, LastPlace(ID, "goals", "de"))
    assert not mine.ways_back.is_there()
    link = mine.ways_back.new()
    assert mine.ways_back.is_there()
    assert store.ways_back.person("new secret") != former
    assert store.ways_back.come_back(link, "new secret") == former
    assert store.ways_back.person("new secret") == store.ways_back.person("former secret") == former
    assert store.ways_back.come_back(link, "new secret") == former


def test_what_the_new_browser_was_in_comes_along(shared: Store) -> None:
    former, new = shared.ways_back.person("former secret"), shared.ways_back.person("new secret")
    access = of(shared, LEADER).access
    of(shared, former).access.accept(access.invite(ID, MemberRole.VIEWER).secret)
    of(shared, new).access.accept(access.invite(ID, MemberRole.TEAM).secret)
    shared.ways_back.come_back(of(shared, former).ways_back.new(), "new secret")
    assert of(shared, former).access.role(ID) is MemberRole.TEAM
    assert of(shared, new).access.role(ID) is None


def test_a_renewed_way_back_and_a_guess_lead_nowhere(store: Store) -> None:
    mine = of(store, store.ways_back.person("secret"))
    former = mine.ways_back.new()
    mine.ways_back.new()
    for guess in (former, "", "secret", store.ways_back.person("secret")):
        with pytest.raises(NoWayBack):
            store.ways_back.come_back(guess, "other")
    assert store.ways_back.person("other") != store.ways_back.person("secret")


def test_a_persons_name_is_no_secret(store: Store) -> None:
    """Whoever reads it in a log or a back-up cannot go on as that person."""
    person = store.ways_back.person("secret")
    assert is_person(person)
    assert store.ways_back.person(person) != person


# --- rooms -----------------------------------------------------------------------------------------------------------


def test_only_the_facilitator_steers_a_room_and_the_team_sees_it(shared: Store) -> None:
    room = of(shared, LEADER).rooms.open_room(ID, naming=Naming.ALIASES)
    assert of(shared, COLLEAGUE).rooms.state(room.id).room == room
    for person in (COLLEAGUE, GUEST):
        with pytest.raises(NotAllowed):
            of(shared, person).rooms.steer(room.id, lambda each: each)
    with pytest.raises(NoSuchRoom):
        of(shared, STRANGER).rooms.state(room.id)
