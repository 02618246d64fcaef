"""Sheets to print, write on and cut: worksheets, hand-outs, lanes for sticky notes, cards."""

from journey.paper.worksheets.cards import write_cards
from journey.paper.worksheets.lanes import write_lanes
from journey.paper.worksheets.sheets import write_worksheets

__all__ = ["write_cards", "write_lanes", "write_worksheets"]
