"""How sheets were understood: kept by browser and kind of sheet, the last ones used."""

from journey.store import Store, open_store
from journey.store.sheet_plans import MOST


def test_what_was_confirmed_last_is_there_when_the_store_opens_again_and_for_nobody_else(
    store: Store, url: str
) -> None:
    assert store.sheet_plans.of("desk", "kind") is None
    store.sheet_plans.keep("desk", "kind", "first")
    store.sheet_plans.keep("desk", "kind", "second")
    again = open_store(url)
    assert again.sheet_plans.of("desk", "kind") == "second"
    assert again.sheet_plans.of("desk", "another kind") is None
    assert again.sheet_plans.of("phone", "kind") is None
    again.close()


def test_of_many_the_ones_used_last_are_kept(store: Store) -> None:
    store.sheet_plans.keep("phone", "of somebody else", "stays")
    for number in range(MOST + 2):
        store.sheet_plans.keep("desk", f"kind {number}", str(number))
    kept = [store.sheet_plans.of("desk", f"kind {number}") for number in range(MOST + 2)]
    assert kept == [None, None, *map(str, range(2, MOST + 2))]
    assert store.sheet_plans.of("phone", "of somebody else") == "stays"
