"""Many at once: no save is lost, every loser of a race is told so, and each card's history is one chain."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from journey.model import Entity
from journey.store import Conflict, Logged, Opened, Store, open_store
from tests.store.scenes import ID, a_full_workshop, at_once, revised, save, title

THREADS = 12
ROUNDS = 8


def _chain(log: Sequence[Logged], card: str) -> list[Entity | None]:
    """The values of a card through the log; each change must build on the one before."""
    edits = [edit for entry in log for edit in entry.change.edits if edit.id == card]
    for earlier, later in pairwise(edits):
        assert earlier.after == later.before
    return [edit.after for edit in edits]


def test_saves_on_different_cards_all_land(store: Store) -> None:
    opened = store.create(a_full_workshop(touchpoints=THREADS), "Alma")

    def work(card: str) -> None:
        mine = opened
        for number in range(ROUNDS):
            save(store, mine, revised(mine, card, title=f"{card} {number}"), card)
            mine = store.caught_up(mine)

    at_once(partial(work, f"t{i}") for i in range(THREADS))
    log, after = store.log(ID), store.open(ID)
    assert [entry.sequence for entry in log] == list(range(1, THREADS * ROUNDS + 1))
    for i in range(THREADS):
        assert title(after, f"t{i}") == f"t{i} {ROUNDS - 1}"
        assert len(_chain(log, f"t{i}")) == ROUNDS
    assert store.caught_up(opened) == after


def test_saves_on_one_card_make_one_chain_and_every_loser_a_conflict(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")

    def work(name: str) -> tuple[int, int]:
        mine, lost = opened, 0
        for number in range(ROUNDS):
            while True:
                try:
                    save(store, mine, revised(mine, "t0", title=f"{name} {number}"), name)
                    break
                except Conflict as conflict:
                    (clash,) = conflict.conflicts
                    assert clash.theirs is not None
                    lost += 1
                    mine = store.caught_up(mine)
        return ROUNDS, lost

    results = at_once(partial(work, f"p{i}") for i in range(THREADS))
    log = store.log(ID)
    assert len(_chain(log, "t0")) == len(log) == sum(won for won, _ in results) == THREADS * ROUNDS
    assert sum(lost for _, lost in results) > 0
    assert store.caught_up(opened) == store.open(ID)


def test_only_one_of_many_stale_saves_wins(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")

    def work(name: str) -> str | None:
        try:
            save(store, opened, revised(opened, "t0", title=name), name)
        except Conflict:
            return None
        return name

    winners = [name for name in at_once(partial(work, f"p{i}") for i in range(THREADS)) if name]
    assert len(winners) == 1
    assert title(store.open(ID), "t0") == winners[0]


def test_a_change_that_is_saved_many_times_at_once_is_logged_once(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    change = revised(opened, "t0", title="Double click")
    results = at_once(lambda: save(store, opened, change) for _ in range(THREADS))
    assert {result.sequence for result in results} == {1}
    assert len(store.log(ID)) == 1


def test_readers_see_whole_changes_only(store: Store) -> None:
    opened = store.create(a_full_workshop(touchpoints=2), "Alma")

    def write() -> None:
        mine = opened
        for number in range(30):
            both = [edit for card in ("t0", "t1") for edit in revised(mine, card, title=f"Both {number}").edits]
            change = revised(mine, "t0", title=f"Both {number}").model_copy(update={"edits": tuple(both)})
            save(store, mine, change)
            mine = store.caught_up(mine)

    def read() -> list[Opened]:
        return [store.open(ID) for _ in range(30)]

    _, *seen = at_once([write, read, read])
    for found in (found for reader in seen for found in reader):
        assert found.sequence == 0 or title(found, "t0") == title(found, "t1") == f"Both {found.sequence - 1}"


def test_stores_that_start_together_on_an_empty_database_agree(url: str) -> None:
    stores = at_once(lambda: open_store(url) for _ in range(6))
    stores[0].create(a_full_workshop(), "Alma")
    assert {store.open(ID).sequence for store in stores} == {0}
    for store in stores:
        store.close()
