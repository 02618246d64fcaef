"""Text that is no spreadsheet: a block pasted from one, CSV, a table in Markdown, a journey in Mermaid, a list of lines, also
one whose lines stand in quotes, as a board's export without headings has them."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from io import StringIO

from journey.exchange.guarding.problems import UnreadableFile
from journey.exchange.own_sheets.grid import SheetGrid, grid_of_rows
from journey.exchange.own_sheets.sheet_phases import is_phase
from journey.lazy_re import lazy_re
from journey.model import Language
from journey.texts import text

LONGEST = 2_000_000
"""So many letters of text are read."""
_HEADINGS = ("Phase", "Touchpoint")
_MERMAID_HEADINGS = (*_HEADINGS, "Emotion (1–5)", "Persona")
_RULE = lazy_re(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_TASK = lazy_re(r"(?P<task>.*\S)\s*:\s*(?P<score>[-+]?\d(?:\.\d+)?|10)\s*(?::(?P<people>.*))?")
_AS_TYPED = str.maketrans(
    {"＃": "#", "；": ";", "：": ":", "％": "%", "‹": "<", "›": ">", "❴": "{", "❵": "}", "‚": ","}
)
"""Signs that stand in a diagram of this app for those that its grammar does not hold."""
_FENCE = lazy_re(r"^\s*(?:```+|~~~+)\s*\w*\s*$")
_HEADING = lazy_re(r"^\s*(?:#{1,6}\s+(?P<hashed>.+?)\s*#*|(?P<marked>[^\s•*·▪◦‣●–—-].*?)\s*:)\s*$")
_BULLET = lazy_re(r"^\s*(?:[-–—•*·▪◦‣○●■□]\s+|\(?\d{1,3}[.)]\s+)")


def grid_of_text(words: str, name: str, *, of_file: bool = False) -> SheetGrid:
    """The sheet that a text holds, by its form. UnreadableFile for nothing. `of_file`: it comes from a file, where commas part
    cells sooner than in a sentence."""
    text = words[:LONGEST].replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if not text.strip():
        raise UnreadableFile("empty")
    lines = text.split("\n")
    if (start := _mermaid_from(lines)) is not None:
        return _of_mermaid(lines[start:], name)
    if sum(line.strip().startswith("|") for line in lines) >= max(2, len(lines) * 0.6):
        return grid_of_rows(name, _of_markdown(lines))
    mark = _delimiter(text, of_file)
    if mark:
        return grid_of_rows(name, _parted(text, mark))
    if of_file and sum(line.startswith('"') for line in lines) >= len(lines) / 2:
        lines = [" ".join(cells[0].split()) if cells else "" for cells in _parted(text, ",")]
    return _of_lines(lines, name)


def _mermaid_from(lines: Sequence[str]) -> int | None:
    """The line behind the word `journey` with which such a diagram begins; None for any other text."""
    matter = False
    for number, line in enumerate(lines[:60]):
        plain = line.strip()
        if plain == "---":
            matter = not matter
        elif plain and not matter and not plain.startswith("%%") and not _FENCE.match(line):
            return number + 1 if plain.casefold() == "journey" else None
    return None


def _of_mermaid(lines: Iterable[str], name: str) -> SheetGrid:
    """A task a row: its section, name, score from 1 to 5, and who is there. In a section a line with a score is a task, also where
    Mermaid (11.17) takes it for the diagram's title: "Title page: 1: Reader"."""
    section, rows = "", [list(_MERMAID_HEADINGS)]
    for line in lines:
        plain = line.strip()
        word, _, rest = plain.partition(" ")
        if _FENCE.match(line):
            break
        if not plain or plain.startswith(("%%", "accTitle", "accDescr", "#")):
            continue
        if word.casefold() == "title" and rest and not (section and _TASK.fullmatch(plain)):
            name = rest.strip()[:100]
        elif word.casefold() == "section":
            section = rest.strip()
        else:
            rows.append([section, *_task(plain)])
    return grid_of_rows(name, [[cell.translate(_AS_TYPED) for cell in row] for row in rows])


def _task(plain: str) -> tuple[str, str, str]:
    """A task, its score and who is there; a clock time in a task is none, and a task without a score keeps its words. What
    this app writes for a touchpoint that nobody scored has none."""
    found = _TASK.fullmatch(plain.removeprefix("· "))
    task, score, people = found.group("task", "score", "people") if found else (plain, "", "")
    for language in Language:
        before, _, behind = text("takehome.mermaid.unscored", language, title="\0").partition("\0")
        if task.startswith(before) and task.endswith(behind):
            task, score = task.removeprefix(before).removesuffix(behind), ""
    return task, score, "\n".join(f"• {one.strip()}" for one in (people or "").split(",") if one.strip())


def _of_markdown(lines: Iterable[str]) -> list[list[str]]:
    rows = [line.strip().strip("|") for line in lines if line.strip() and not _RULE.fullmatch(line)]
    return [[_without_marks(cell) for cell in re.split(r"(?<!\\)\|", row)] for row in rows]


def _without_marks(cell: str) -> str:
    return re.sub(r"<br\s*/?>", "\n", cell, flags=re.IGNORECASE).replace("\\|", "|").replace("**", "").strip()


def _delimiter(text: str, of_file: bool) -> str:
    """The mark that parts cells: the one by which most rows have the same number of cells; "" for none."""
    if "\t" in text:
        return "\t"
    best, most = "", 0.0
    for mark in (";", ",", "|") if of_file else (";", "|", ","):
        widths = [len(row) for row in _parted(text[:200_000], mark)[:100] if any(cell.strip() for cell in row)]
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        same = widths.count(usual) / max(len(widths), 1)
        needed = 0.5 if of_file else 0.9
        if usual > 1 and same >= needed and len(widths) >= 2 and usual * same > most:
            best, most = mark, usual * same
    return best


def _parted(text: str, mark: str) -> list[list[str]]:
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=mark))
    except csv.Error as error:
        raise UnreadableFile("truncated") from error


def _of_lines(lines: Sequence[str], name: str) -> SheetGrid:
    """An entry a line, below the phases that stand above them: with hashes, with a colon behind them, or known as phases."""
    phase, rows, numbers = "", [list(_HEADINGS)], [0]
    for number, line in enumerate(lines, 1):
        heading = _phase_of(line)
        if heading:
            phase = heading
        elif line.strip():
            mark = _BULLET.match(line)
            rows.append([phase, line[mark.end() if mark else 0 :].strip()])
            numbers.append(number)
    if not any(row[0] for row in rows[1:]):
        rows = [row[1:] for row in rows]
    grid = grid_of_rows(name, rows)
    return replace(grid, numbers=tuple(numbers[: len(grid.rows)]))


def _phase_of(line: str) -> str:
    found = _HEADING.match(line)
    if found:
        return (found["hashed"] or found["marked"] or "").strip(" *")
    return line.strip() if not _BULLET.match(line) and is_phase(line) else ""
