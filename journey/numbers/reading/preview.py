"""A first look at a file: what is in it, and a guess of what is what, for a person to confirm."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from journey.model import Language
from journey.numbers.reading.plan import FileKind, LogPlan, TimeFormat
from journey.texts import text

SHOWN_ROWS = 20


@dataclass(frozen=True)
class ColumnLook:
    """A column as its sample shows it. `filled`: share of rows with a value; `distinct`: different values in the sample.
    `time`: the format that reads its values as times, None where none does; `ambiguous`: day first and month first read
    it equally well, so a person must choose. `number`: its values read as numbers."""

    name: str
    filled: float
    distinct: int
    time: TimeFormat | None = None
    ambiguous: bool = False
    number: bool = False


@dataclass(frozen=True)
class Preview:
    """What a file looks like. `rows` are its first rows as text, one cell a column. `roles` and `milestones` are guesses,
    see LogPlan. `export`: which tool's export it is (a text below log_reading.export), "" where none is recognised.
    `sheets` are the names of a workbook's sheets, `sheet` the one looked at."""

    kind: FileKind
    columns: tuple[ColumnLook, ...]
    rows: tuple[tuple[str, ...], ...]
    roles: Mapping[str, str]
    milestones: tuple[tuple[str, str], ...] = ()
    export: str = ""
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    encoding: str = "utf-8"
    delimiter: str = ","
    header: int = 1
    decimal: str = "."
    times: Mapping[str, TimeFormat] = field(default_factory=dict)

    @property
    def ambiguous(self) -> tuple[str, ...]:
        """Columns in which nobody can tell day from month."""
        return tuple(column.name for column in self.columns if column.ambiguous)

    def export_words(self, language: Language) -> str:
        """The name of the recognised export for people; "" where none is."""
        return text(f"log_reading.export.{self.export}", language) if self.export else ""


def preview(path: Path, *, sheet: str = "", language: Language = Language.DE) -> Preview:
    """Look at the start of a file. `language` names columns without a header and settles which of day and month is
    suggested where both are possible. UnreadableLog says what else the file is. On strangers' files use guarded_preview.
    """
    raise NotImplementedError


def plan_of(
    preview: Preview,
    columns: Mapping[str, str] | None = None,
    milestones: tuple[tuple[str, str], ...] | None = None,
    times: Mapping[str, TimeFormat] | None = None,
) -> LogPlan:
    """The plan that a preview suggests; `columns` (role or attribute -> column name), `milestones` and `times` (column
    name -> format) are what a person chose instead. UnreadableLog("no_such_column", column=…) for an unknown name, and
    "no_case", "no_time" or "no_activity" where that is missing."""
    raise NotImplementedError
