"""What a kind of cell can do: show a value, take one back, look like what it is, and say what it offers."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, ClassVar

from journey.exchange.layout.book import Book
from journey.exchange.layout.labels import Labels, folded
from journey.exchange.layout.lean_sheet import Cell
from journey.exchange.layout.meanings import Meanings
from journey.exchange.layout.names import Unfit
from journey.model import Language

Show = Callable[[Any], Cell]
Take = Callable[[Any], Any]
"""From a cell that is not empty to a value or a Noted; raises Unfit."""


@dataclass(frozen=True)
class Noted:
    """A value with what the reader should know of how it was understood; `lost` are parts that could not be used."""

    value: Any
    notes: tuple[Unfit, ...] = ()
    lost: tuple[Unfit, ...] = ()


class CellKind(ABC):
    """A kind of cell. `hint` is the key of the words that appear when one is selected ("" for none). `free`: any text is
    taken as it stands. `technical`: it belongs to the row and says nothing about the card. `blank` is what an empty field
    of the form says, where that is not the field's default. `open`: its dropdown only warns of other words."""

    hint: ClassVar[str] = ""
    free: ClassVar[bool] = False
    technical: ClassVar[bool] = False
    blank: ClassVar[object] = None
    open: ClassVar[bool] = False

    def show(self, field: str, labels: Labels) -> Show:
        """How a field of a row (an entity or a PhaseRow) is shown in a cell."""
        return attrgetter(field)

    def say(self, field: str, labels: Labels) -> Show:
        """How a field of a row is told where changes are."""
        return self.show(field, labels)

    @abstractmethod
    def take(self, meanings: Meanings) -> Take:
        """How a cell is read."""

    def format(self, book: Book) -> Any:
        """What its cells look like."""
        return book.style(text_wrap=True)

    def choices(self, book: Book) -> Any:
        """What its dropdown offers: a list, or a range of the workbook; nothing for no dropdown."""
        return None

    def colours(self, book: Book) -> list[dict[str, Any]]:
        """The rules that colour a cell by what stands in it."""
        return []

    def nothing(self, language: Language) -> Cell:
        """What the form shows where the cell would be empty."""
        return None

    def fits(self, raw: Any, language: Language) -> bool:
        """Whether a cell of a foreign row may hold this; what names something may be called anything."""
        return True

    def moved(self, meanings: Meanings) -> bool:
        """Whether labels now mean something else than when the workbook was written."""
        return False


def takes(take: Take, raw: Any) -> bool:
    """Whether a value is taken; an error in a cell says nothing against it."""
    try:
        take(raw)
    except Unfit as problem:
        return problem.key == "error_value"
    return True


def shown(raw: Any) -> str:
    """A cell's value in a message: short, percentages as they look."""
    words = str(next(iter(raw.values()))) if isinstance(raw, dict) else str(raw)
    if isinstance(raw, dict) and "percent" in raw:
        words = f"{in_percent(raw['percent']):.15g} %"
    return words if len(words) <= 60 else words[:59] + "…"


def in_percent(value: float) -> float:
    """25 for 0.25."""
    return float(f"{value * 100:.15g}")


def is_percent(unit: str) -> bool:
    """Whether a unit says percent."""
    return any(word in folded(unit) for word in _PERCENT)


_PERCENT = ("%", "prozent", "percent", "per cent", "pct")


def no_choice(raw: Any) -> Unfit:
    """That a cell holds nothing of what there is to choose."""
    if isinstance(raw, dict) and "error" in raw:
        return Unfit("error_value", value=shown(raw))
    return Unfit("unknown_choice", value=shown(raw))
