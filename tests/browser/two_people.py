"""How two people get in each other's way on purpose."""

from playwright.sync_api import Page, expect

from tools.browser import wait_until_still

SOON = 15_000  # ms; others' changes are looked for every few seconds


def clash(anna: Page, bert: Page) -> None:
    """Both change the organisation, Anna a little earlier: Bert's browser has only just looked for news."""
    entry = anna.get_by_label("Ziel hinzufügen").first
    entry.fill("Mehr Vorbestellungen")
    entry.press("Enter")
    expect(bert.get_by_role("heading", name="Mehr Vorbestellungen")).to_be_visible(timeout=SOON)
    bert.get_by_label("Organisation", exact=True).fill("Berts Backhaus")
    anna.get_by_label("Organisation", exact=True).fill("Annas Backhaus")
    anna.keyboard.press("Tab")
    expect(anna.locator(".j-name")).to_contain_text("Annas Backhaus")
    bert.keyboard.press("Tab")
    wait_until_still(bert)


def undo_clash(anna: Page, bert: Page) -> None:
    """Bert takes back what Anna has changed since."""
    bert.get_by_label("Organisation", exact=True).fill("Berts Backhaus")
    bert.keyboard.press("Tab")
    expect(anna.locator(".j-name")).to_contain_text("Berts Backhaus", timeout=SOON)
    anna.get_by_label("Organisation", exact=True).fill("Annas Backhaus")
    anna.keyboard.press("Tab")
    expect(bert.locator(".j-name")).to_contain_text("Annas Backhaus", timeout=SOON)
    bert.get_by_role("button", name="Rückgängig", exact=True).click()
    wait_until_still(bert)
