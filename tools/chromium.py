"""The Chromium for tests and pictures. `python -m tools.chromium` installs one where there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

_SHELL = "chromium-headless-shell"
"""Without windows it needs a tenth less time than the whole browser."""
_NAMES = (_SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_PLAYWRIGHT = (sys.executable, "-m", "playwright")
_APT = Path(__file__).with_name("apt.sh")


class NoChromium(RuntimeError):
    """No Chromium on this machine, and none could be installed."""

    def __init__(self) -> None:
        super().__init__("No Chromium found. Install one, or name it: CHROMIUM=/path/to/chromium make test")


class NoDriver(RuntimeError):
    """Playwright's own program does not start here."""

    def __init__(self, said: str) -> None:
        super().__init__(f"Playwright does not start on this machine: {said}")


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
    """A Chromium, installed with apt-get or by Playwright if need be. NoDriver, NoChromium if that does not work."""
    if _trouble_with_driver():
        _install("libatomic1")  # Playwright's Node.js needs it, and a minimal Debian has none
        if said := _trouble_with_driver():
            raise NoDriver(said)
    if found := find():
        return found
    for packages in ((_SHELL, "fonts-liberation"), ("chromium", "fonts-liberation")):
        _install(*packages)
        if found := find():
            return found
    subprocess.run([*_PLAYWRIGHT, "install", "chromium"], check=False)
    if found := find():
        return found
    raise NoChromium


def _install(*packages: str) -> None:
    subprocess.run(["/bin/sh", str(_APT), *packages], check=False)


def _trouble_with_driver() -> str:
    return subprocess.run([*_PLAYWRIGHT, "--version"], check=False, capture_output=True, text=True).stderr.strip()


if __name__ == "__main__":
    try:
        print(f"Browser: {provide()}")
    except (NoChromium, NoDriver) as error:
        sys.exit(str(error))
