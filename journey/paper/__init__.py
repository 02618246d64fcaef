"""Paper: the report to hand out, the map as a poster, worksheets. A workshop and a language in, PDF out."""

from journey.paper.poster import SIZES, write_poster, write_wall
from journey.paper.report import write_report
from journey.paper.worksheets import write_cards, write_lanes, write_worksheets

__all__ = [
    "SIZES",
    "write_cards",
    "write_lanes",
    "write_poster",
    "write_report",
    "write_wall",
    "write_worksheets",
]
