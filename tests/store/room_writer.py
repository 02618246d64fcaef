"""A phone that writes cards until it is killed: `python -m tests.store.room_writer URL SECRET EXERCISE`. It sends each act
twice and prints a card's id once it is acknowledged."""

import sys
from itertools import count

from journey.live import WriteCard
from journey.store import open_store


def main(url: str, secret: str, exercise: str) -> None:
    store = open_store(url)
    for number in count():
        card = f"{secret[:6].replace('-', 'x').replace('_', 'x')}-{number:06}"
        act = WriteCard(id=f"act-{card}", card=f"c{card}", words=f"Card {number}")
        store.phones.act(secret, exercise, act)
        print(act.card, flush=True)
        store.phones.act(secret, exercise, act)


main(*sys.argv[1:])
