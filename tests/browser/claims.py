"""What is claimed of every view as it stands there. A claim gives what is wrong, in words that name it."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from playwright.sync_api import Page

from tests.browser.looked_at import crowded_in_the_line, empty_sheets, overhang, violations
from tools.browser import wait_until_still
from tools.screenshots import shown_whole

Claim = Callable[[Page], Iterator[str]]

BEGINS = 160  # px above the content on a phone
HIGHEST = 96  # px of the line at a desk
THUMB = 44  # px
_TAPPED = """least => [...document.querySelectorAll('.stMain :is(.stButton, .stDownloadButton, .stPopover, .stMenuButton, '
  + '.stButtonGroup, .stLinkButton, .stPageLink) :is(button, a), .stMain .stExpander summary')]
  .filter(one => one.checkVisibility({ checkVisibilityCSS: true }) && one.getBoundingClientRect().height < least - .5)
  .map(one => one.innerText.trim().split('\\n').at(-1))"""
_INERT = """() => [document, ...[...document.querySelectorAll('iframe')].map(frame => frame.contentDocument)]
  .filter(Boolean).flatMap(each => [...each.querySelectorAll(
    '#mark, #m, [src*="elsewhere.example"], [href*="elsewhere.example"]')]).map(each => each.outerHTML.slice(0, 80))"""


def inert(page: Page) -> Iterator[str]:
    """No typed tag is an element of the page or its frames, and no picture or link leads away."""
    for element in page.evaluate(_INERT):
        yield f"what was typed became {element}"


def accessible(page: Page) -> Iterator[str]:
    with shown_whole(page):
        yield from violations(page)


def narrow(page: Page) -> Iterator[str]:
    if overhang(page) > 0:
        yield "the page scrolls sideways"


def thumbed(page: Page) -> Iterator[str]:
    """What is tapped has room for a thumb, but for the line, which `begins_soon` looks at, and icons of help."""
    for words in page.evaluate(_TAPPED, THUMB):
        yield f"{words!r} is lower than a thumb"


def begins_soon(page: Page) -> Iterator[str]:
    if page.locator(".st-key-projector").count():  # it has no line, and is for a wall
        return
    above = page.locator(".st-key-map-filters, [class*=st-key-view-], .st-key-line").last.bounding_box()
    if above and above["y"] + above["height"] > BEGINS:
        yield "the content begins late"
    yield from _crowded(page)


def low_line(page: Page, *widths: int) -> Iterator[str]:
    """The line on top is low and holds everything in windows of these widths. The window is as it was afterwards."""
    size = page.viewport_size or {"width": 1440, "height": 900}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 768})
        wait_until_still(page)
        line, name = (page.locator(part).bounding_box() for part in (".st-key-line", ".j-name"))
        if not line or line["y"] < 0 or line["y"] + line["height"] > HIGHEST:
            yield f"the line is not low at {width} px"
        if not name or name["width"] < 100:
            yield f"the line has no room for the workshop's name at {width} px"
        yield from _crowded(page)
    page.set_viewport_size(size)


def _crowded(page: Page) -> Iterator[str]:
    for words in crowded_in_the_line(page):
        yield f"{words} is cut off in the line, or lies over something"


def headed(page: Page) -> Iterator[str]:
    levels: list[int] = page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(each => Number(each.tagName[1]))"
    )
    if levels[0] != 1 or levels.count(1) != 1 or any(b - a > 1 for a, b in pairwise(levels)):
        yield f"the levels of the headings are {levels}"


def titled(page: Page, heading: str) -> Iterator[str]:
    """The page that was gone to is the one that is there."""
    if (found := page.locator("h1").all_text_contents()) != [heading]:
        yield f"the page is {found} and not {heading!r}"


def printable(page: Page) -> Iterator[str]:
    for number in empty_sheets(page):
        yield f"sheet {number} is empty"
    wait_until_still(page)
