"""What can be asked of any page as it stands: whether everybody can use it, whether it fits its screen, how it prints."""

from collections.abc import Iterator, Mapping
from io import BytesIO

import pypdfium2
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from pypdf import PageObject, PdfReader
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
"""All that another theme can change."""

FEWEST_LETTERS = 20  # of a sheet that is not empty

# What Streamlit itself does and the app cannot change: rule and the part of the page where it is accepted.
_STREAMLITS_OWN: dict[str, str] = {}


def violations(page: Page, rules: Mapping[str, object] = WCAG) -> Iterator[str]:
    """Each broken rule with the element that breaks it, apart from what is Streamlit's own."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    for rule in page.evaluate("async rules => (await axe.run(rules)).violations", dict(rules)):
        for node in rule["nodes"]:
            if _STREAMLITS_OWN.get(rule["id"], "\0") not in node["html"]:
                said = "; ".join(check["message"] for check in [*node["any"], *node["all"], *node["none"]])
                yield f"{rule['id']} at {node['target'][0][-60:]}: {node['html'][:80]} {said}"


def overhang(page: Page) -> int:
    """How many pixels the page as a whole is wider than the screen."""
    return int(
        page.evaluate(
            "Math.max(...['html', '[data-testid=stMain]'].map(name => document.querySelector(name))"
            ".map(element => element.scrollWidth - element.clientWidth))"
        )
    )


def crowded_in_the_line(page: Page) -> list[str]:
    """What of the line on top is cut off at an edge of the window, or lies over its neighbour."""
    found: list[str] = page.evaluate(
        """() => {
          const shown = [...document.querySelectorAll('.st-key-line :is(a, button, .j-name, .j-here)')]
            .map(one => [one.textContent, one.getBoundingClientRect()]).filter(([, box]) => box.width > 1);
          return shown.filter(([, box], at) => box.left < 0 || box.right > innerWidth ||
            shown.some(([, other], place) => place !== at && Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1
              && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1)).map(([words]) => words);
        }"""
    )
    return found


def printed(page: Page) -> list[PageObject]:
    """The sheets that the browser's own print command makes."""
    return list(PdfReader(BytesIO(_pdf(page))).pages)


def empty_sheets(page: Page) -> Iterator[int]:
    """The numbers of the sheets on which the browser's own print command leaves neither words nor a picture."""
    document = pypdfium2.PdfDocument(_pdf(page))
    for number, sheet in enumerate(document, 1):
        words = sheet.get_textpage().count_chars()
        if words <= FEWEST_LETTERS and not any(sheet.get_objects(filter=[FPDF_PAGEOBJ_IMAGE])):
            yield number
    document.close()


def _pdf(page: Page) -> bytes:
    return page.pdf(prefer_css_page_size=True, print_background=True)
