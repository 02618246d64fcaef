"""Writes the journey map as a sheet: phases as columns, lanes as rows, the emotion curve as a native chart, one A3 page."""

from dataclasses import dataclass
from typing import Any

from journey.exchange.layout.book import A3, Book, put, runs
from journey.exchange.layout.lean_sheet import column_letters
from journey.exchange.layout.lists import MAP, MAPS
from journey.exchange.writing.curve import draw_curve
from journey.exchange.writing.map_plan import LANE_WIDTH, SCORE_WIDTH, LaneRow, Plan, plan_of
from journey.exchange.writing.measure import TALLEST, fitted_words, wrapped_lines
from journey.journey_map import LANES, Card, Feeling, JourneyMap, Lane, journey_map
from journey.model import Workshop, Zone
from journey.palette import (
    CHANNELS,
    EMOTIONS,
    LIGHT,
    PRIMARY,
    WHITE,
    ZONES,
    phase_colour,
    text_on,
    tint,
)
from journey.phases import PhaseModel, model_of
from journey.texts import choice, text

TITLE, FACTS, ZONE, PHASE, QUESTION, FIRST_LANE = range(6)

_BODY_SIZE, _PHASE_SIZE, _PHASE_LINE, _BOLD = 10, 13, 17, 0.92
_MOST_PHASE_LINES = int((TALLEST - 14) / _PHASE_LINE)


@dataclass(frozen=True)
class _Sheet:
    book: Book
    worksheet: Any
    plan: Plan
    key: str

    def style(self, **properties: object) -> Any:
        return self.book.style(**properties)


def write_map(book: Book, workshop: Workshop, key: str = MAP) -> None:
    """Write a map's sheet, the workshop's or that of another state of it, and keep what it says in the hidden one's column of
    this key (one of MAPS), which has its place already."""
    language = book.language
    model = model_of(workshop, language)
    shown = journey_map(workshop, model)
    plan = plan_of(shown, language)
    worksheet = book.file.add_worksheet(text(f"exchange.sheet.{MAPS[key]}", language))
    sheet = _Sheet(book, worksheet, plan, key)
    _columns(sheet, shown)
    _heading(sheet, shown, model)
    _zones(sheet, shown)
    _phases(sheet, shown, model)
    row = FIRST_LANE
    for lane, rows in plan.lanes:
        _lane_label(sheet, lane, row, len(rows))
        for line in rows:
            worksheet.set_row(row, line.height)
            if lane is not Lane.EMOTION:
                _lane_row(sheet, lane, row, line)
            row += 1
        if lane is Lane.EMOTION:
            draw_curve(book, worksheet, shown, row - 1, plan)
    _page(worksheet, row - 1, 2 * plan.abreast * len(shown.columns))


def _columns(sheet: _Sheet, shown: JourneyMap) -> None:
    sheet.worksheet.set_column(0, 0, LANE_WIDTH)
    for place in range(len(shown.columns) * sheet.plan.abreast):
        sheet.worksheet.set_column(1 + 2 * place, 1 + 2 * place, sheet.plan.width)
        sheet.worksheet.set_column(2 + 2 * place, 2 + 2 * place, SCORE_WIDTH)


def _heading(sheet: _Sheet, shown: JourneyMap, model: PhaseModel) -> None:
    book, frame = sheet.book, sheet.book.labels.workshop.frame
    title = frame.title or text("exchange.map.untitled", book.language)
    if sheet.key != MAP:
        title = text("exchange.map.to_be", book.language, title=title)
    _put(sheet, (TITLE, 0), title, sheet.style(font_size=22, bold=True, font_color=PRIMARY["light"]))
    facts = text("exchange.map.facts", book.language, model=model.name, count=shown.touchpoint_count)
    words = " · ".join(part for part in (frame.organisation, facts) if part)
    _put(sheet, (FACTS, 0), words, sheet.style(font_size=11, font_color=LIGHT.quiet))
    sheet.worksheet.set_row(TITLE, 34)
    sheet.worksheet.set_row(FACTS, 22)
    sheet.worksheet.set_row(ZONE, 18)


def _zones(sheet: _Sheet, shown: JourneyMap) -> None:
    start = 0
    zones = [column.zone if column.phase_id else None for column in shown.columns]
    for place, zone in enumerate(zones):
        if place + 1 < len(zones) and zones[place + 1] is zone:
            continue
        _zone(sheet, start, place, zone)
        start = place + 1


def _zone(sheet: _Sheet, start: int, end: int, zone: Zone | None) -> None:
    colour = ZONES[zone] if zone else LIGHT.quiet
    words = choice(zone, sheet.book.language) if zone else ""
    style = sheet.style(
        font_color=WHITE,
        bg_color=colour,
        align="center",
        valign="vcenter",
        bold=True,
        border=1,
        border_color=WHITE,
    )
    wide = 2 * sheet.plan.abreast
    _merged(sheet, (ZONE, 1 + wide * start, ZONE, wide * (end + 1)), words, style)


def _phases(sheet: _Sheet, shown: JourneyMap, model: PhaseModel) -> None:
    wide = 2 * sheet.plan.abreast
    width = sheet.plan.phase_width
    room = width * _BODY_SIZE / _PHASE_SIZE * _BOLD - 1
    for column in shown.columns:
        phase = model.phase(column.phase_id)
        colour = phase_colour(column.position) if phase else LIGHT.quiet
        name = column.name if phase else text("exchange.map.elsewhere", sheet.book.language)
        left, right = 1 + wide * column.position, wide * (column.position + 1)
        head = {
            "bold": True,
            "align": "center",
            "valign": "vcenter",
            "text_wrap": True,
            "border": 1,
            "border_color": WHITE,
        }
        style = sheet.style(**head, font_size=_PHASE_SIZE, font_color=WHITE, bg_color=colour)
        _merged(sheet, (PHASE, left, PHASE, right), fitted_words(name, room, _MOST_PHASE_LINES), style)
        ask = {**head, "bold": False, "italic": True, "bg_color": tint(colour), "font_color": LIGHT.text}
        _merged(sheet, (QUESTION, left, QUESTION, right), phase.question if phase else "", sheet.style(**ask))
    names = [column.name for column in shown.columns]
    lines = min(max(wrapped_lines(name, room) for name in names), _MOST_PHASE_LINES)
    sheet.worksheet.set_row(PHASE, 14 + _PHASE_LINE * lines)
    asked = max(wrapped_lines(phase.question, width - 1) for phase in model.phases)
    sheet.worksheet.set_row(QUESTION, min(8 + 13.5 * asked, TALLEST))


def _lane_label(sheet: _Sheet, lane: Lane, row: int, count: int) -> None:
    style = sheet.style(
        bold=True,
        bg_color=LIGHT.lane,
        text_wrap=True,
        align="left",
        indent=1,
        top=2,
        top_color=LIGHT.quiet,
        font_color=LIGHT.text,
    )
    words = LANES[lane].words(sheet.book.language)
    if lane is Lane.EMOTION:
        words += "\n\n" + text("exchange.map.scale", sheet.book.language)
    _merged(sheet, (row, 0, row + count - 1, 0), words, style)


def _lane_row(sheet: _Sheet, lane: Lane, row: int, line: LaneRow) -> None:
    edge = {"top": 2, "top_color": LIGHT.quiet} if line.first else {}
    for place, card in enumerate(line.cards):
        left = 1 + 2 * place
        if card is None:
            last = (place + 1) % sheet.plan.abreast == 0
            border = {"right": 1, "right_color": LIGHT.line} if last else {}
            _merged(sheet, (row, left, row, left + 1), "", sheet.style(**edge, **border))
        elif lane is Lane.TOUCHPOINTS:
            _touchpoint(sheet, (row, left), card, line.feelings[place], edge)
        else:
            ground = LANES[lane].colour()
            look = {
                "bg_color": ground,
                "font_color": text_on(ground),
                "italic": card.question,
                "text_wrap": True,
                "align": "left",
                "indent": 1,
            }
            box = {"bottom": 1, "bottom_color": LIGHT.line, "right": 1, "right_color": LIGHT.line}
            _merged(
                sheet,
                (row, left, row, left + 1),
                card.text,
                sheet.style(font_size=9, valign="vcenter", **box, **look, **edge),
            )


def _touchpoint(
    sheet: _Sheet, at: tuple[int, int], card: Card, feeling: Feeling | None, edge: dict[str, object]
) -> None:
    colour = CHANNELS[card.channel] if card.channel else LANES[Lane.TOUCHPOINTS].hue
    box = {"bottom": 1, "bottom_color": WHITE, **edge}
    style = sheet.style(
        bg_color=tint(colour),
        left=5,
        left_color=colour,
        text_wrap=True,
        align="left",
        indent=1,
        valign="vcenter",
        **box,
    )
    title = ("◆ " if card.moment_of_truth else "") + (card.text or text("exchange.map.untitled", sheet.book.language))
    if card.channel:
        words = choice(card.channel, sheet.book.language)
        small = sheet.style(font_size=8, font_color=LIGHT.quiet)
        bold = sheet.style(bold=True)
        named = (part for piece in runs(title) for part in (bold, piece))
        sheet.worksheet.write_rich_string(*at, *named, small, f"\n{words}", style)
        _keep(sheet, at, f"{title}\n{words}")
    else:
        _put(sheet, at, title, style)
    emotion = feeling.emotion if feeling and card.id else None
    if emotion is None:
        sheet.worksheet.write_blank(at[0], at[1] + 1, None, sheet.style(bg_color=tint(colour), **box))
    else:
        fill = EMOTIONS[emotion]
        look = {"bg_color": fill, "font_color": text_on(fill), "bold": True, "align": "center", "valign": "vcenter"}
        sheet.worksheet.write_number(at[0], at[1] + 1, int(emotion), sheet.style(num_format="+0;-0;0", **look, **box))
        _keep(sheet, (at[0], at[1] + 1), str(int(emotion)))


def _merged(sheet: _Sheet, cells: tuple[int, int, int, int], words: str, style: Any) -> None:
    top, left, bottom, right = cells
    if (top, left) != (bottom, right):
        sheet.worksheet.merge_range(top, left, bottom, right, "", style)
    if words:
        _put(sheet, (top, left), words, style)
    else:
        sheet.worksheet.write_blank(top, left, None, style)


def _put(sheet: _Sheet, at: tuple[int, int], words: str, style: Any) -> None:
    put(sheet.book, sheet.worksheet, at, words, style)
    _keep(sheet, at, words)


def _keep(sheet: _Sheet, at: tuple[int, int], words: str) -> None:
    if words.strip():
        sheet.book.lists[sheet.key].append(f"{column_letters(at[1])}{at[0] + 1} {words}")


def _page(worksheet: Any, last_row: int, last_column: int) -> None:
    worksheet.hide_gridlines(2)
    worksheet.freeze_panes(FIRST_LANE, 1)
    worksheet.set_landscape()
    worksheet.set_paper(A3)
    worksheet.set_margins(left=0.3, right=0.3, top=0.3, bottom=0.3)
    worksheet.center_horizontally()
    worksheet.fit_to_pages(1, 1)
    worksheet.print_area(0, 0, last_row, last_column)
    worksheet.set_zoom(80)
