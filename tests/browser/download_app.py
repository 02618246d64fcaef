"""A page with a file that takes its time, and one that cannot be made."""

import time

from tests.builders import a_workshop
from ui import download, session, style


def slow() -> bytes:
    time.sleep(2)
    return b"[]"


def broken() -> bytes:
    raise OSError("the disk is full")


session.begin()
style.apply()
download.button("Slow", slow, a_workshop(), "json", key="slow")
download.button("Broken", broken, a_workshop(), "json", key="broken")
