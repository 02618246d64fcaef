"""A program that saves until it is killed: `python -m tests.store.writer URL CARD`. It prints a change's id once it is saved."""

import sys
from itertools import count

from journey.store import open_store
from tests.store.scenes import ID, conflict_or_none, revised


def main(url: str, card: str) -> None:
    store = open_store(url)
    opened = store.open(ID)
    for number in count():
        change = revised(opened, card, title=f"{card} {opened.sequence} {number}")
        if conflict_or_none(store, opened, change) is None:
            print(change.id, flush=True)
        opened = store.caught_up(opened)


main(*sys.argv[1:])
