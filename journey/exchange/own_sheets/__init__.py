"""Spreadsheets and boards of strangers: what is on them, how it is meant, and the cards that become of it."""

from journey.exchange.own_sheets.assembly import read_sheet
from journey.exchange.own_sheets.feelings import SCALES, FeelingScale
from journey.exchange.own_sheets.files import ENDINGS, sheets_of
from journey.exchange.own_sheets.grid import SheetGrid
from journey.exchange.own_sheets.guessing import (
    NO_PHASE,
    for_new_workshop,
    guessed,
    headed,
    likeliest,
    phase_words,
    placed,
    reshaped,
    with_kind,
)
from journey.exchange.own_sheets.marks import MarkKind, SheetMark, SheetReading
from journey.exchange.own_sheets.plan import (
    SheetPlan,
    SheetShape,
    kind_of_sheet,
    plan_from_json,
    plan_to_json,
)
from journey.exchange.own_sheets.several import SheetNaming, alike, read_alike
from journey.exchange.own_sheets.targets import KINDS_OF_ROWS, choosable, target_words
from journey.exchange.own_sheets.text_forms import grid_of_text
from journey.exchange.own_sheets.true_kind import TrueKind

__all__ = [
    "ENDINGS",
    "KINDS_OF_ROWS",
    "NO_PHASE",
    "SCALES",
    "FeelingScale",
    "MarkKind",
    "SheetGrid",
    "SheetMark",
    "SheetNaming",
    "SheetPlan",
    "SheetReading",
    "SheetShape",
    "TrueKind",
    "alike",
    "choosable",
    "for_new_workshop",
    "grid_of_text",
    "guessed",
    "headed",
    "kind_of_sheet",
    "likeliest",
    "phase_words",
    "placed",
    "plan_from_json",
    "plan_to_json",
    "read_alike",
    "read_sheet",
    "reshaped",
    "sheets_of",
    "target_words",
    "with_kind",
]
