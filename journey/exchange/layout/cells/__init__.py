"""The kinds of cells, each with how it is shown, taken, formatted and chosen from: a column asks its kind for all of it."""

from journey.exchange.layout.cells.card import CardCells, StatementCells, statement_of
from journey.exchange.layout.cells.choice import ChoiceCells, ChoicesCells, ClosedCells, DerivedCells
from journey.exchange.layout.cells.day import DayCells
from journey.exchange.layout.cells.emotion import EmotionCells, score
from journey.exchange.layout.cells.kind import CellKind, Noted, Take, in_percent, is_percent, shown
from journey.exchange.layout.cells.number import LevelCells, NumberCells, Percentage
from journey.exchange.layout.cells.packed import PackedCells
from journey.exchange.layout.cells.photo import PhotoCells
from journey.exchange.layout.cells.reference import NamingCells, PersonaEmotionCells, ReferenceCells, ReferencesCells
from journey.exchange.layout.cells.technical import IdCells, RankCells, take_id
from journey.exchange.layout.cells.text import TextCells, take_text
from journey.exchange.layout.cells.yes_no import YesNoCells, yes_no

CARD, DAY, EMOTION, ID, LEVEL, NUMBER, PACKED, PHOTO, RANK, SHARE, STATEMENT, TEXT, WHOLE, YES_NO = (
    CardCells(), DayCells(), EmotionCells(), IdCells(), LevelCells(), NumberCells(), PackedCells(), PhotoCells(), RankCells(), NumberCells(share=True),
    StatementCells(), TextCells(), NumberCells(whole=True), YesNoCells(),
)  # fmt: skip

__all__ = [
    "CARD",
    "DAY",
    "EMOTION",
    "ID",
    "LEVEL",
    "NUMBER",
    "PACKED",
    "PHOTO",
    "RANK",
    "SHARE",
    "STATEMENT",
    "TEXT",
    "WHOLE",
    "YES_NO",
    "CardCells",
    "CellKind",
    "ChoiceCells",
    "ChoicesCells",
    "ClosedCells",
    "DayCells",
    "DerivedCells",
    "EmotionCells",
    "IdCells",
    "LevelCells",
    "NamingCells",
    "Noted",
    "NumberCells",
    "PackedCells",
    "Percentage",
    "PersonaEmotionCells",
    "PhotoCells",
    "RankCells",
    "ReferenceCells",
    "ReferencesCells",
    "StatementCells",
    "Take",
    "TextCells",
    "YesNoCells",
    "in_percent",
    "is_percent",
    "score",
    "shown",
    "statement_of",
    "take_id",
    "take_text",
    "yes_no",
]
