"""The Chromium for tests and pictures. `python -m tools.chromium` installs one where there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_APT = Path(__file__).with_name("apt.sh")


class NoChromium(RuntimeError):
    """No Chromium on this machine, and none could be installed."""

    def __init__(self) -> None:
        super().__init__("No Chromium found. Install one, or name it: CHROMIUM=/path/to/chromium make test")


def find() -> Path | None:
    """The Chromium that $CHROMIUM names, one on the PATH, or the one that Playwright has downloaded."""
    if named := os.environ.get("CHROMIUM"):
        return Path(named)
    if on_path := next(filter(None, map(shutil.which, _NAMES)), None):
        return Path(on_path)
    with sync_playwright() as playwright:
        downloaded = Path(playwright.chromium.executable_path)
    return downloaded if downloaded.exists() else None


def provide() -> Path:
    """A Chromium, installed with apt-get or by Playwright if need be. NoChromium if neither works."""
    if found := find():
        return found
    by_apt = ["sh", str(_APT), "chromium", "fonts-liberation"]
    by_playwright = [sys.executable, "-m", "playwright", "install", "chromium"]
    for command in (by_apt, by_playwright):
        subprocess.run(command, check=False)
        if found := find():
            return found
    raise NoChromium


if __name__ == "__main__":
    try:
        print(f"Browser: {provide()}")
    except NoChromium as error:
        sys.exit(str(error))
