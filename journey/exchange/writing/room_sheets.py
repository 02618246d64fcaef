"""The sheets of the live rooms: what was said, and what came of scores, votes and guesses. They are there to be read; what
comes back of them is the record in the hidden sheet (`room_records`)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from journey.exchange.layout.book import A3, Book, print_setup
from journey.exchange.layout.lean_sheet import Cell, LeanSheet
from journey.exchange.layout.sealed import ROOM_SHEETS, seal_of, sheet_name
from journey.exchange.writing.measure import lines_of
from journey.exchange.writing.tables import LINE_HEIGHT, MOST_LINES
from journey.live import Exercise, ExerciseKind, RoomState, ToldCard, ToldResult, told_cards, told_results
from journey.model import Emotion, Language, Workshop
from journey.palette import FAINT
from journey.texts import day_pattern, text

SAID, SCORED = ROOM_SHEETS


@dataclass(frozen=True)
class RoomRow:
    """A row with the room that it is of: `number` counts the workshop's rooms from 1."""

    number: int
    room: RoomState
    told: Any


@dataclass(frozen=True)
class RoomColumn:
    """A column: the key of its word below exchange.room, its width, and what a row has there, in a language."""

    word: str
    width: float
    show: Callable[[RoomRow, Language], Cell]
    is_day: bool = False


def rows_of_rooms(workshop: Workshop, rooms: Iterable[RoomState]) -> dict[str, list[RoomRow]]:
    """The rows of both sheets, the rooms in the order in which they are given."""
    numbered = list(enumerate(rooms, 1))
    return {
        SAID: [RoomRow(number, room, told) for number, room in numbered for told in told_cards(workshop, room)],
        SCORED: [RoomRow(number, room, told) for number, room in numbered for told in told_results(workshop, room)],
    }


def table_of(sheet: str, rows: Iterable[RoomRow], language: Language) -> list[list[Cell]]:
    """One of both sheets as plain rows, its head first."""
    columns = _COLUMNS[sheet]
    head: list[Cell] = [text(f"exchange.room.{column.word}", language) for column in columns]
    return [head, *([column.show(row, language) for column in columns] for row in rows)]


def write_room_sheets(book: Book, rows: dict[str, list[RoomRow]]) -> list[str]:
    """Write the sheets, each as a table; one without rows is left out. Gives a line for each: its name among ROOM_SHEETS, and the
    seal of what it says."""
    return [f"{sheet} {_write(book, sheet, _COLUMNS[sheet], rows[sheet])}" for sheet in ROOM_SHEETS if rows[sheet]]


def _write(book: Book, sheet: str, columns: tuple[RoomColumn, ...], rows: list[RoomRow]) -> str:
    worksheet = book.file.add_worksheet(sheet_name(sheet, book.language), LeanSheet)
    worksheet.set_tab_color(FAINT)
    heights, written = dict[int, int](), list[Cell]()
    for place, column in enumerate(columns):
        as_day = {"num_format": day_pattern(book.language).lower()} if column.is_day else {}
        format_ = book.style(text_wrap=True, align="left", **as_day)
        worksheet.set_column(place, place, column.width, format_)
        values = [column.show(row, book.language) for row in rows]
        worksheet.write_column_below(place, values, format_)
        written += values
        for row, value in enumerate(values, 1):
            if isinstance(value, str):
                heights[row] = max(heights.get(row, 1), lines_of(value, column.width))
    for row, lines in heights.items():
        worksheet.heights[row] = LINE_HEIGHT * min(lines, MOST_LINES) + 2, lines > MOST_LINES
    headers = [
        {"header": text(f"exchange.room.{column.word}", book.language), "header_format": book.header(quiet=True)}
        for column in columns
    ]
    worksheet.set_row(0, 32)
    table = {"name": f"journey_room_{sheet}", "style": "Table Style Light 1", "columns": headers}
    worksheet.add_table(0, 0, len(rows), len(columns) - 1, table)
    words = {
        "input_title": text("exchange.room.to_read", book.language)[:32],
        "input_message": text("exchange.room.to_read_what", book.language),
    }
    worksheet.data_validation(1, 0, len(rows), len(columns) - 1, {"validate": "any", **words})
    worksheet.protect("", {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True})
    worksheet.freeze_panes(1, 0)
    print_setup(worksheet, paper=A3, rows=(0, 0))
    return seal_of(written)


def _exercise(exercise: Exercise, language: Language) -> str:
    kind = text(f"live_room.kind.{exercise.kind.value}", language)
    if exercise.kind is not ExerciseKind.COLLECT:
        return kind
    return f"{kind}: {text(f'live_room.collects.{exercise.collects.value}', language)}"


def _said(word: str, width: float, show: Callable[[ToldCard, Language], Cell], *, is_day: bool = False) -> RoomColumn:
    return RoomColumn(word, width, lambda row, language: show(row.told, language), is_day)


def _scored(word: str, width: float, show: Callable[[ToldResult, Language], Cell]) -> RoomColumn:
    return RoomColumn(word, width, lambda row, language: show(row.told, language))


def _subject(told: ToldResult, language: Language) -> str:
    return text(f"live_room.opinion.{told.opinion.value}", language) if told.opinion else told.subject


def _given(score: Emotion) -> RoomColumn:
    words = f"score_{score.name.lower()}"
    return _scored(words, 7, lambda told, _: told.scores[int(score)] if told.scores else None)


_OF_ROOM = (
    RoomColumn("number", 8, lambda row, _: float(row.number)),
    RoomColumn("opened", 12, lambda row, _: row.room.room.opened_at.date(), is_day=True),
    RoomColumn("exercise", 22, lambda row, language: _exercise(row.told.exercise, language)),
    RoomColumn("question", 30, lambda row, _: row.told.exercise.question),
)

_SAID = (
    *_OF_ROOM,
    _said("place", 22, lambda told, _: told.place),
    _said("group", 16, lambda told, _: told.group),
    _said("words", 40, lambda told, _: told.card.words),
    _said("detail", 28, lambda told, _: told.card.detail),
    _said("who", 16, lambda told, _: told.card.who),
    _said("until", 12, lambda told, _: told.card.until, is_day=True),
    _said("merged", 28, lambda told, _: told.merged),
    _said("votes", 9, lambda told, _: None if told.votes is None else float(told.votes)),
    _said("fate", 14, lambda told, language: text(f"exchange.room.fates.{told.fate.value}", language)),
)

_SCORED = (
    *_OF_ROOM,
    _scored("subject", 34, _subject),
    _scored("persona", 18, lambda told, _: told.persona),
    _scored("voices", 9, lambda told, _: told.voices),
    _scored("votes", 9, lambda told, _: told.votes),
    _scored("hands", 13, lambda told, _: told.hands),
    _scored("rank", 8, lambda told, _: told.place),
    _scored("tied", 9, lambda told, language: text("exchange.answer.yes", language) if told.tied else ""),
    _scored("middle", 9, lambda told, _: told.middle),
    _scored("low", 9, lambda told, _: told.low),
    _scored("high", 9, lambda told, _: told.high),
    *(_given(score) for score in Emotion),
    _scored("measured", 11, lambda told, _: None if told.measured is None else round(told.measured, 1)),
)

_COLUMNS = {SAID: _SAID, SCORED: _SCORED}
