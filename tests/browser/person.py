"""What a person does on a page, by the words that stand there; every act ends when the page stands still again."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.profiles import wear_out
from tools.browser import wait_until_still

Where = Page | Locator
_ROW = 35  # px, the height of a table's header and rows
_TICK, _OPENS = 16, 60  # px from a table's left edge: the tick of a row, and the button that opens its card
_EDGE = 4  # px that a table draws below its last row
_FIRST_TEXT = 200  # px; left of it are a table's own ticks and the button that opens a card


def _still(where: Where) -> None:
    wait_until_still(where if isinstance(where, Page) else where.page)


def _keyboard(where: Where) -> Page:
    return where if isinstance(where, Page) else where.page


def go(page: Page, address: str) -> None:
    """Type an address of the same app, such as /goals."""
    start = "/".join(page.url.split("/")[:3])
    page.goto(start + address)
    wait_until_still(page)


def refresh(page: Page) -> None:
    page.reload()
    wait_until_still(page)


def stop_time(page: Page) -> None:
    """Nothing happens on the page any more because time goes by: it waits as long as a busy machine needs."""
    page.evaluate("() => { const now = Date.now(); Date.now = () => now; }")


def click(where: Where, name: str, role: str = "button", *, exact: bool = True) -> None:
    """Click what is called so: a button, a link, a tab (role="tab"), a menu entry."""
    where.get_by_role(role, name=name, exact=exact).click()  # type: ignore[arg-type]
    _still(where)


def turn_to(page: Page, name: str) -> None:
    """Go to a page by the menu of the line on top."""
    page.locator("[class*=st-key-menu-] button:visible").first.click()
    wait_until_still(page)
    page.get_by_role("dialog").get_by_role("link", name=name, exact=True).click()
    wait_until_still(page)


def take_home(page: Page) -> None:
    """Open the menu with the take-home copy: its own at a desk, the one of the rest on a phone."""
    page.locator(".st-key-line > :is(.st-key-take-home, [class*=st-key-rest-]) button:visible").first.click()
    wait_until_still(page)


def fill(where: Where, label: str, text: str) -> None:
    """Write into a field and leave it with the Tab key, so that it is saved."""
    entry = where.get_by_label(label, exact=True)
    entry.fill(text)
    entry.press("Tab")
    _still(where)


def enter(where: Where, label: str, text: str) -> None:
    """Write into a line that makes a card of it, and press Enter."""
    entry = where.get_by_label(label, exact=True)
    entry.fill(text)
    entry.press("Enter")
    _still(where)


def fill_day(where: Where, label: str, text: str) -> None:
    """Type a date into its parts, in the order in which they stand there: 31.12.2026."""
    parts = where.get_by_role("group", name=label, exact=True).get_by_role("spinbutton")
    parts.first.click()
    _keyboard(where).keyboard.type(text, delay=30)
    parts.last.press("Tab")
    _still(where)


def choose(where: Where, label: str, *options: str) -> None:
    """Choose from a list by typing the option and pressing Enter; several options where the list allows it."""
    entry = where.get_by_role("combobox", name=label, exact=True)
    for option in options:
        entry.click()  # the list would close again when the page scrolls to it only now
        entry.fill(option)
        expect(_keyboard(where).get_by_role("option", name=option).first).to_be_visible()
        _keyboard(where).get_by_role("option", name=option).first.click()
        _still(where)
    if entry.get_attribute("aria-expanded") == "true":  # elsewhere Escape would close the drawer around it
        entry.press("Escape")
        _still(where)


def pick(where: Where, label: str, *options: str) -> None:
    """Pick in a row of choices (segmented control, pills, radio buttons)."""
    group = where.get_by_role("radiogroup", name=label, exact=True).or_(
        where.get_by_role("group", name=label, exact=True)
    )
    for option in options:
        group.locator("button, label").filter(has_text=option).first.click()
        _still(where)


def tick(where: Where, label: str) -> None:
    """Tick or untick a box or switch."""
    where.get_by_text(label, exact=True).click()
    _still(where)


def slide(where: Where, label: str, steps: int) -> None:
    """Move a slider with the arrow keys; negative steps go left."""
    handle = where.get_by_role("group", name=label, exact=True).get_by_role("slider")
    for _ in range(abs(steps)):
        handle.press("ArrowRight" if steps > 0 else "ArrowLeft")
    _still(where)


def upload(where: Where, label: str, path: Path) -> None:
    """Choose a file for an upload field."""
    field = where.get_by_test_id("stFileUploader").filter(has_text=label)
    field.locator("input[type=file]").set_input_files(path)
    expect(field.get_by_test_id("stFileChip")).to_be_visible()  # long names are shortened in the middle
    _still(where)


def download(where: Where, name: str, folder: Path) -> Path:
    """Click a download button and return the saved file."""
    page = _keyboard(where)
    with page.expect_download() as started:
        where.get_by_role("button", name=name, exact=True).click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    wait_until_still(page)
    return path


def headers(table: Locator) -> list[str]:
    """The columns of a table that are in view, in their order."""
    return table.locator("th[aria-colindex]").all_text_contents()


def cell_text(table: Locator, row: int, column: str) -> str:
    """What a cell of a table shows; rows count from 0, the column by its header."""
    return _cell(table, row, _column(table, column)).text_content() or ""


def see_cell(table: Locator, row: int, column: str, text: str) -> None:
    """A cell shows a text, at once or soon: a table tells screen readers a little later what it draws."""
    expect(table.locator("th[aria-colindex]").first).to_be_attached()
    expect(_cell(table, row, _column(table, column))).to_have_text(text)


def edit_cell(table: Locator, row: int, column: str, text: str) -> None:
    """Write into a cell of a table as with mouse and keyboard: click the first row, walk there, Enter, type, Enter."""
    go_to_cell(table, row, column)
    table.page.keyboard.press("Enter")
    _write(table.page, text)


def _write(page: Page, text: str) -> None:
    entry = page.locator("#portal").locator("input, textarea").first
    entry.fill(text)
    entry.press("Enter")
    expect(entry).to_be_hidden()
    wait_until_still(page)


def type_down(table: Locator, row: int, column: str, *texts: str) -> None:
    """Fill cells below each other as fast as a person types, without waiting whether the app keeps up."""
    go_to_cell(table, row, column)
    keyboard, entry = table.page.keyboard, table.page.locator("#portal").locator("input, textarea").first
    for text in texts:
        keyboard.press(text[0])
        expect(entry).to_be_focused()
        keyboard.type(text[1:], delay=30)
        keyboard.press("Enter", delay=30)
        expect(entry).to_be_hidden()
    wait_until_still(table.page)


def choose_cell(table: Locator, row: int, column: str, option: str) -> None:
    """Choose from the list of a cell: open it with Enter, type the option, Enter."""
    go_to_cell(table, row, column)
    table.page.keyboard.press("Enter")
    table.page.keyboard.type(option, delay=30)
    expect(table.page.locator("#portal").get_by_text(option, exact=True).last).to_be_visible()
    table.page.keyboard.press("Enter")
    wait_until_still(table.page)


def add_row(table: Locator, rows: int, text: str) -> None:
    """Click the empty row at the end of a table that has some rows, and write into its first cell, which opens."""
    table.locator(".dvn-scroller").click(position={"x": _FIRST_TEXT, "y": _ROW * (rows + 1.5)})
    _write(table.page, text)


def add_last_row(table: Locator, text: str) -> None:
    """Scroll to the empty row at the end of a table of any length, and write into its first cell."""
    surface = table.locator(".dvn-scroller")
    surface.hover()
    table.page.mouse.wheel(0, 10_000)
    _still(table)
    ends = [surface, surface.locator(".dvn-scroll-inner")]  # a table that rows were deleted from keeps its height
    height = min((one.bounding_box() or {"height": 0})["height"] for one in ends)
    surface.click(position={"x": _FIRST_TEXT, "y": height - _ROW / 2 - _EDGE})
    _write(table.page, text)


def to_top(table: Locator) -> None:
    """Scroll a table back to its first row."""
    table.locator(".dvn-scroller").hover()
    table.page.mouse.wheel(0, -10_000)
    _still(table)


def delete_row(table: Locator, row: int) -> None:
    """Tick a row at its left edge, and press the Delete key."""
    to_top(table)
    tick_row(table, row)
    table.page.keyboard.press("Delete")
    _still(table)


def tick_row(table: Locator, row: int) -> None:
    """Tick a row of a table at its left edge."""
    table.locator(".dvn-scroller").click(position={"x": _TICK, "y": _ROW * (row + 1.5)})


def open_row(table: Locator, row: int) -> None:
    """Press the button that opens a row's card."""
    to_top(table)
    table.locator(".dvn-scroller").click(position={"x": _OPENS, "y": _ROW * (row + 1.5)})
    _still(table)


def unfold(where: Where) -> None:
    """Open every folded part, all that are in sight at once."""
    closed = where.locator("[data-testid=stExpander] details:not([open]) > summary:visible")
    while closed.evaluate_all("all => all.map(one => one.click()).length"):
        _still(where)


def slowly(page: Page, times: float = 6) -> None:
    """The page works so many times as slowly from now on: as on an old phone."""
    wear_out(page)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})


def click_mark(page: Page, card: str, lane: str = "touchpoints") -> None:
    """Click what a card shows in a lane of the map: a small window opens there."""
    page.locator(f"path[data-at='{lane}'][data-of='{card}']").first.click()
    _still(page)


def open_mark(page: Page, card: str, whole: str) -> None:
    """Open the whole card of a touchpoint from the map; `whole` is the name of the button that does."""
    click_mark(page, card)
    click(page.locator(".st-key-spot"), whole)


def _column(table: Locator, name: str) -> int:
    header = table.locator("th[aria-colindex]").filter(has_text=re.compile(f"^{re.escape(name)}$"))
    return int(header.get_attribute("aria-colindex") or 0)


def _cell(table: Locator, row: int, column: int) -> Locator:
    return table.locator(f"tr[aria-rowindex='{row + 2}'] td[aria-colindex='{column}']")


def paste(page: Page, text: str) -> None:
    """Paste a text that was copied elsewhere into the selected cell of a table."""
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("ControlOrMeta+v")
    wait_until_still(page)


def go_to_cell(table: Locator, row: int, column: str) -> None:
    """Click the first row and walk to a cell with the arrow keys."""
    wanted = _column(table, column)
    surface = table.locator(".dvn-scroller")
    width = (surface.bounding_box() or {"width": 0})["width"]
    surface.click(position={"x": min(_FIRST_TEXT, width / 2), "y": _ROW * 1.5})
    at = table.locator("td[id$='-0'][aria-selected=true]").get_attribute("aria-colindex")
    for key in _way(wanted - int(at or 0), row):
        table.page.keyboard.press(key)
    expect(_cell(table, row, wanted)).to_have_attribute("aria-selected", "true")


def _way(across: int, down: int) -> list[str]:
    return ["ArrowRight" if across > 0 else "ArrowLeft"] * abs(across) + ["ArrowDown"] * down
