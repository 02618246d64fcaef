"""Merged cards. Groups are what the merges that stand make of the cards, one after the other: to undo a merge is to leave
it out, so that undoing gives what was before, whatever was merged since."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from journey.live.acts import MergeCards


@dataclass(frozen=True)
class CardGroup:
    """Cards that say the same, at least two, in the order in which they were selected."""

    id: str
    name: str
    cards: tuple[str, ...]


def groups(merges: Iterable[MergeCards], names: Mapping[str, str], there: Collection[str]) -> tuple[CardGroup, ...]:
    """The groups that merges make of the cards that are `there`; what is left of a group with fewer than two cards is none.
    `names` are those given after the merge, by group."""
    home: dict[str, str] = {}
    order: dict[str, list[str]] = {}
    for merge in merges:
        for card in dict.fromkeys(merge.cards):
            if card in home:
                order[home[card]].remove(card)
            home[card] = merge.group
            order.setdefault(merge.group, []).append(card)
    given = {merge.group: merge.name for merge in merges} | dict(names)
    found = ((group, tuple(card for card in cards if card in there)) for group, cards in order.items())
    return tuple(CardGroup(group, given.get(group, ""), cards) for group, cards in found if len(cards) > 1)
