"""One map of two states: the newer one, and on it the cards that only the older one had."""

from dataclasses import replace
from enum import StrEnum

from journey.journey_map import Card, JourneyMap, Lane, MapColumn, journey_map
from journey.model import Language
from journey.phases import PhaseModel
from journey.rounds.comparing import RoundComparison
from journey.texts import text


class MarkOfCard(StrEnum):
    """What became of a card between two states."""

    NEW = "new"
    GONE = "gone"


_KINDS = ("touchpoints", "opportunities")


def marked_map(
    found: RoundComparison, model: PhaseModel, language: Language
) -> tuple[JourneyMap, dict[str, MarkOfCard]]:
    """The map, whose cards say in words that they are new or gone, and the standing of these cards by their ids."""
    new = {edit.id: MarkOfCard.NEW for edit in found.added if edit.kind in _KINDS}
    gone = {edit.id: MarkOfCard.GONE for edit in found.gone if edit.kind in _KINDS}
    lost = {kind: [e.before for e in found.gone if e.kind == kind and e.before] for kind in _KINDS}
    now = found.newer.workshop
    both = now.exchanged({kind: [*now.collection(kind), *cards] for kind, cards in lost.items()})
    standing = new | gone
    drawn = journey_map(both, model)
    return JourneyMap(tuple(_said(column, standing, language) for column in drawn.columns)), standing


def _said(column: MapColumn, standing: dict[str, MarkOfCard], language: Language) -> MapColumn:
    cells = dict(column.cells)
    for lane in (Lane.TOUCHPOINTS, Lane.OPPORTUNITIES):
        cells[lane] = tuple(_called(card, standing.get(card.id), language) for card in cells[lane])
    return replace(column, cells=cells)


def _called(card: Card, standing: MarkOfCard | None, language: Language) -> Card:
    if standing is None:
        return card
    return replace(card, text=text(f"rounds.map_{standing.value}", language, title=card.text))
