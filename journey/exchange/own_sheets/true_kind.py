"""What a file truly is, whatever it is called."""

from enum import StrEnum
from pathlib import PurePath

from journey.exchange.own_sheets.files import text_in
from journey.model import Language
from journey.numbers.reading import is_prose
from journey.texts import text

_WORKBOOKS = frozenset((".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"))


class TrueKind(StrEnum):
    """A workbook, a table as text, or a text without one."""

    WORKBOOK = "workbook"
    TABLE = "table"
    TEXT = "text"

    @classmethod
    def of(cls, data: bytes) -> "TrueKind":
        """By what is in it. UnreadableFile for anything else."""
        if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
            return cls.WORKBOOK
        return cls.TEXT if is_prose(text_in(data)) else cls.TABLE

    def is_misnamed(self, name: str) -> bool:
        """Whether a file of this name would be another one."""
        return (PurePath(name).suffix.lower() in _WORKBOOKS) is not (self is TrueKind.WORKBOOK)

    def words(self, language: Language) -> str:
        """What it is, for people."""
        return text(f"import.kind_{self.value}", language)
