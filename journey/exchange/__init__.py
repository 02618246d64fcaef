"""Files in and out: the Excel workbook and the CSV tables (one layout for both directions), the JSON document, and what an
import changes."""

from journey.exchange.differences import Difference, FieldDifference, differences
from journey.exchange.documents import read_document
from journey.exchange.guarding.problems import Problem, ProblemSeverity, Reading, UnreadableFile
from journey.exchange.reading.workbook import read_workbook
from journey.exchange.writing.workbook import write_room_workbook, write_workbook

__all__ = [
    "Difference",
    "FieldDifference",
    "Problem",
    "ProblemSeverity",
    "Reading",
    "UnreadableFile",
    "differences",
    "read_document",
    "read_workbook",
    "write_room_workbook",
    "write_workbook",
]
