"""Comments on cells: taken over as notes of the card in whose row they stand, where such cards have notes."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from journey.exchange.guarding.guard import CellSheet, Comment
from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.layout.lean_sheet import column_letters
from journey.exchange.layout.recognise import FoundTable
from journey.exchange.layout.report import Job
from journey.exchange.reading.taking import Parsed
from journey.lazy_re import lazy_re
from journey.model import COLLECTIONS

_STAND_IN = lazy_re(r"\[Thread[^\]]*\].*?\n\s*\n[^\n]*:\s*\n", re.IGNORECASE | re.DOTALL)
"""What Excel writes before the text of a thread for programs that know no threads."""


def with_comments(parsed: Sequence[Parsed], table: FoundTable, job: Job) -> None:
    """Put the comments of each row into its card's note; the others are only told."""
    by_row: dict[int, list[Comment]] = {}
    for comment in table.sheet.comments:
        by_row.setdefault(comment.row, []).append(comment)
    if not by_row:
        return
    noted = "note" in COLLECTIONS[table.layout.kind].model_fields
    for each in parsed:
        for comment in by_row.pop(each.row.number, ()):
            if not noted:
                _tell(comment, table.sheet, job, "by_hand")
            elif (words := _said(comment)) not in (note := _note(each)):
                each.values["note"] = f"{note}\n{words}".strip()
                _tell(comment, table.sheet, job, "as_note")
    tell_comments(table.sheet, (comment for comments in by_row.values() for comment in comments), job)


def tell_comments(sheet: CellSheet, comments: Iterable[Comment], job: Job) -> None:
    """Report comments that stand at no card."""
    for comment in comments:
        _tell(comment, sheet, job, "left_out")


def _tell(comment: Comment, sheet: CellSheet, job: Job, done: str) -> None:
    place = f"{column_letters(comment.place)}{comment.row}"
    job.report.add(
        ProblemSeverity.NOTE, "comment", sheet.name, comment.row, value=_said(comment)[:300], cell=place, done=done
    )


def _said(comment: Comment) -> str:
    words = _STAND_IN.sub("", comment.text, count=1).strip()
    author = comment.author.strip()
    nobody = not author or author.startswith("tc=")
    return words if nobody or words.startswith(author) else f"{author}: {words}"


def _note(parsed: Parsed) -> str:
    note: Any = parsed.values.get("note", "")
    return note if isinstance(note, str) else ""
