"""A program that saves until it is killed: `python -m tests.store.writer URL CARD`. It prints a change's id once it is saved."""

import sys

from journey.store import open_store
from tests.store.scenes import ID, revised, save


def main(url: str, card: str) -> None:
    store = open_store(url)
    opened = store.open(ID)
    number = 0
    while True:
        number += 1
        change = revised(opened, card, title=f"{card} {opened.sequence} {number}")
        save(store, opened, change, card)
        print(change.id, flush=True)
        opened = store.caught_up(opened)


main(*sys.argv[1:])
