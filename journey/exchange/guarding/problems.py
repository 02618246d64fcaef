"""What was wrong with a file: values that name sheet, row and column, worded in the reader's language when they are shown."""

from dataclasses import dataclass
from enum import StrEnum

from journey.live import RoomRecord
from journey.model import Language, Workshop
from journey.texts import text


class ProblemSeverity(StrEnum):
    """ERROR: a row or value is not used. NOTE: understood, but differently from what stands there."""

    ERROR = "error"
    NOTE = "note"


@dataclass(frozen=True)
class Problem:
    """`key` is a text below exchange.problem with `values` for its placeholders, `done` one below exchange.done.
    `row` counts as the spreadsheet does, 0 for a whole sheet; `column` is a header, "" for a whole row."""

    severity: ProblemSeverity
    key: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    values: tuple[tuple[str, str], ...] = ()
    done: str = ""

    def where(self, language: Language) -> str:
        """The place: "Touchpoints, row 5, Phase"; "" for the whole file."""
        row = text("exchange.place.row", language, row=self.row) if self.row else ""
        return ", ".join(part for part in (self.sheet, row, self.column) if part)

    def message(self, language: Language) -> str:
        """What happened and what was done instead."""
        happened = text(f"exchange.problem.{self.key}", language, **dict(self.values))
        return f"{happened} {text(f'exchange.done.{self.done}', language)}" if self.done else happened


class UnreadableFile(ValueError):
    """Nothing in the file can be used. `key` is a text below exchange.unreadable with `values` for its placeholders;
    `seems` among them is one below exchange.seems that says what the file looks like."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values

    def message(self, language: Language) -> str:
        """What the file is, and what to do."""
        values = dict(self.values)
        seems = values.pop("seems", "")
        words = text(f"exchange.unreadable.{self.key}", language, **values)
        return f"{words} {text(f'exchange.seems.{seems}', language, **values)}" if seems else words


@dataclass(frozen=True)
class Reading:
    """What was read: the workshop, what was wrong, and the live rooms that came along."""

    workshop: Workshop
    problems: tuple[Problem, ...] = ()
    rooms: tuple[RoomRecord, ...] = ()
