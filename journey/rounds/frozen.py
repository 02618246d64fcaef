"""A document as a round holds it: whole, or as what differs from another one."""

import json
from collections import defaultdict
from typing import Any

from journey.editing import difference
from journey.model import FORMAT_VERSION, FRAME, KINDS, Entity, Frame, Workshop, packed_text, unpacked_text

_FORMAT, _CARDS, _GONE = "format_version", "cards", "gone"


def whole(workshop: Workshop) -> str:
    """The whole document, packed, without its rounds."""
    return packed_text(workshop.model_dump_json(exclude={"rounds"}).encode())


def from_whole(packed: str) -> Workshop:
    """The document that `whole` packed. ValueError where it is none."""
    return Workshop.from_json(unpacked_text(packed))


def step_to(older: Workshop, newer: Workshop) -> str:
    """What makes the older document of the newer one, packed: the cards that it has otherwise, and those that it has not."""
    cards: dict[str, list[Any]] = defaultdict(list)
    gone = []
    for edit in difference(newer, older):
        if edit.after is None:
            gone.append(edit.id)
        else:
            cards[edit.kind].append(edit.after.model_dump(mode="json"))
    step = {_FORMAT: FORMAT_VERSION, _CARDS: cards, _GONE: gone}
    return packed_text(json.dumps(step, ensure_ascii=False, separators=(",", ":")).encode())


def from_step(packed: str, newer: Workshop) -> Workshop:
    """The older document that `step_to` packed, made of the newer one; cards that both have are the same values. ValueError
    where it is none."""
    step = json.loads(unpacked_text(packed))
    try:
        if step[_FORMAT] > FORMAT_VERSION:
            raise ValueError("made by a newer app")
        cards = {kind: [KINDS[kind].model_validate(card) for card in found] for kind, found in step[_CARDS].items()}
        passing = {*step[_GONE], *(card.id for found in cards.values() for card in found)}
    except (KeyError, TypeError) as error:
        raise ValueError("no step to another document") from error
    frame = next(iter(cards.pop(FRAME, [])), newer.frame)
    assert isinstance(frame, Frame)  # noqa: S101 - by its kind; tells the type checker
    touched = {newer.places[card][0] for card in passing if card in newer.places} | set(cards)
    return newer.exchanged({kind: _after(newer, kind, passing, cards) for kind in touched - {FRAME}}, frame)


def _after(newer: Workshop, kind: str, passing: set[str], cards: dict[str, list[Entity]]) -> list[Entity]:
    return [*(card for card in newer.collection(kind) if card.id not in passing), *cards.get(kind, ())]
