"""Several sessions: what others saved is folded in, and a conflict is settled by choosing."""

import pytest

from journey.store import MissingChange, Opened, Store, folded, settled
from tests.store.scenes import ID, a_full_workshop, conflict_of, created, deleted, revised, save, title


def test_the_log_is_in_order_and_newest_last(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    for number in range(5):
        opened = store.caught_up(opened)
        save(store, opened, revised(opened, "t0", title=f"Title {number}"), f"Person {number}")
    log = store.log(ID)
    assert [entry.sequence for entry in log] == [1, 2, 3, 4, 5]
    assert [entry.author for entry in log] == [f"Person {number}" for number in range(5)]
    assert sorted(entry.at for entry in log) == [entry.at for entry in log]
    assert store.log(ID, limit=2) == log[-2:]
    assert store.since(ID, 3) == log[3:]
    assert store.since(ID, 5) == ()


def test_a_session_that_catches_up_holds_what_is_stored(store: Store) -> None:
    mine = store.create(a_full_workshop(), "Alma")
    hers = store.open(ID)
    save(store, hers, revised(hers, "t0", title="Hers"), "Berta")
    save(store, hers, created(hers, "Fair"), "Berta")
    save(store, mine, deleted(mine, "t1"), "Alma")
    save(store, mine, revised(mine, ID, title="Renamed"), "Alma")
    assert store.caught_up(mine) == store.caught_up(hers) == store.open(ID)


def test_tabs_that_read_the_same_share_what_they_read(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    save(store, opened, revised(opened, "t0", title="Once"))
    before = store.open(ID)
    assert store.open(ID).workshop is before.workshop
    assert store.since(ID, 0)[0].change is store.log(ID)[0].change
    save(store, before, revised(before, "t0", title="Twice"))
    assert store.open(ID).workshop == store.caught_up(opened).workshop != before.workshop


def test_changes_that_a_session_holds_already_are_passed_over(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    save(store, opened, revised(opened, "t0", title="Once"))
    now = store.caught_up(opened)
    assert folded(now, store.log(ID)) == now


def test_a_gap_in_the_changes_is_refused(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    save(store, opened, revised(opened, "t0", title="First"))
    save(store, opened, revised(opened, "t1", title="Second"))
    with pytest.raises(MissingChange):
        folded(opened, store.since(ID, 1))


def _settled(store: Store, mine: Opened, *keep_mine: str) -> Opened:
    """Two cards clash and one does not; keep my value for those named."""
    cards = ("t0", "t1", "t2")
    for card in cards[:2]:
        save(store, store.open(ID), revised(store.open(ID), card, title="Hers"))
    change = revised(mine, "t0", title="Mine")
    edits = [edit for card in cards for edit in revised(mine, card, title="Mine").edits]
    change = change.model_copy(update={"edits": tuple(edits)})
    left = settled(change, conflict_of(store, mine, change), keep_mine)
    assert left is not None
    save(store, store.caught_up(mine), left)
    return store.open(ID)


def test_a_conflict_is_settled_card_by_card(store: Store) -> None:
    after = _settled(store, store.create(a_full_workshop(), "Alma"), "t0")
    assert [title(after, card) for card in ("t0", "t1", "t2")] == ["Mine", "Hers", "Mine"]


def test_a_conflict_settled_for_the_others_keeps_what_did_not_clash(store: Store) -> None:
    after = _settled(store, store.create(a_full_workshop(), "Alma"))
    assert [title(after, card) for card in ("t0", "t1", "t2")] == ["Hers", "Hers", "Mine"]


def test_nothing_is_left_to_save_when_both_wanted_the_same_or_theirs_stays(store: Store) -> None:
    mine = store.create(a_full_workshop(), "Alma")
    save(store, mine, revised(mine, "t0", title="Same"), "Berta")
    same = revised(mine, "t0", title="Same")
    assert settled(same, conflict_of(store, mine, same), {"t0"}) is None
    other = revised(mine, "t0", title="Other")
    assert settled(other, conflict_of(store, mine, other), ()) is None


def test_my_value_can_bring_back_a_card_that_somebody_deleted(store: Store) -> None:
    mine = store.create(a_full_workshop(), "Alma")
    save(store, mine, deleted(mine, "t0"), "Berta")
    change = revised(mine, "t0", title="Still needed")
    again = settled(change, conflict_of(store, mine, change), {"t0"})
    assert again is not None
    save(store, store.caught_up(mine), again)
    assert title(store.open(ID), "t0") == "Still needed"
