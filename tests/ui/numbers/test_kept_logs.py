"""A log that was read is there again when its browser loads the page anew, and nowhere else."""

from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from journey.model import Language, new_id
from journey.store import LastPlace
from journey.texts import text
from tests.builders import a_workshop
from tests.numbers.reading.test_takings import ETSY, SHOPIFY
from tests.ui.app import keys, on_view, pressed, run, seen, started, store, stored
from ui.kit.rooms import named
from ui.state.kept_logs import KeptLog, LogShelf

ROWS = "Bestellnummer;Kundennummer;Bestelldatum;Gesamtbetrag\n" + "".join(
    f"{n};K{n % 3};{n + 1:02}.01.2026;10,00\n" for n in range(5)
)


def _tab(workshop: str, browser: str, cookie: str) -> Any:
    tab = started(Language.DE)
    held = tab.session_state["session"]
    held.browser, held.cookie = browser, cookie
    store().remember(browser, LastPlace(workshop, named("numbers").path, "de"))
    return run(tab)


def _read(tab: AppTest, name: str, rows: str, *, asked: bool = True) -> None:
    """Lay a file down and wait until it is read; `asked`: whether the tab asks how before."""
    tab.file_uploader(key="log-file:0").upload(name, rows.encode())
    run(tab)
    run(tab)
    if asked:
        pressed(tab, "log-read")
    while "log-cancel" in keys(tab):
        run(tab)


def test_a_log_survives_that_the_page_is_loaded_anew_until_it_is_forgotten() -> None:
    workshop, browser = stored(a_workshop()), new_id()
    _read(_tab(workshop, browser, "secret"), "bestellungen.csv", ROWS)
    again = _tab(workshop, browser, "secret")
    assert "log-forget" in keys(again)
    assert "bestellungen.csv" in seen(again)
    on_view(again, "numbers", "orders")
    assert text("orders.repeat", Language.DE) in seen(again)
    assert "log-forget" not in keys(_tab(workshop, new_id(), "secret"))
    assert "log-forget" not in keys(_tab(workshop, browser, "another"))
    assert "log-forget" not in keys(_tab(stored(a_workshop()), browser, "secret"))
    on_view(again, "numbers", "log")
    pressed(again, "log-forget")
    assert "log-forget" not in keys(_tab(workshop, browser, "secret"))


def _kept(name: str, size: int, used: float) -> KeptLog:
    source: Any = SimpleNamespace()
    return KeptLog(name, source, size=size, used=used)


def test_the_shelf_forgets_what_is_old_and_makes_room_for_what_is_new() -> None:
    shelf = LogShelf(most_bytes=100, seconds=60)
    for place, name in enumerate("abc"):
        shelf.put((name, "", ""), _kept(name, 40, float(place)))
    first, second = shelf.get(("a", "", ""), 4.0), shelf.get(("b", "", ""), 4.0)
    assert first is not None
    assert first.source is None
    assert first.name == "a"
    assert second is not None
    assert second.source is not None
    assert shelf.get(("b", "", ""), 63.0) is not None
    assert shelf.get(("c", "", ""), 63.0) is None
    shelf.drop(("b", "", ""))
    assert shelf.get(("b", "", ""), 64.0) is None


def test_a_log_that_made_room_is_read_again_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    workshop, browser = stored(a_workshop()), new_id()
    monkeypatch.setattr("ui.state.kept_logs._SHELF", LogShelf(most_bytes=0))
    _read(_tab(workshop, browser, "secret"), "bestellungen.csv", ROWS)
    again = _tab(workshop, browser, "secret")
    assert text("event_log.gone", Language.DE, name="bestellungen.csv") in seen(again).replace("\\", "")
    _read(again, "bestellungen.csv", ROWS, asked=False)
    assert "log-forget" in keys(again)


def test_the_orders_of_a_shop_say_who_comes_back_beside_their_steps() -> None:
    workshop, browser = stored(a_workshop()), new_id()
    tab = _tab(workshop, browser, "secret")
    _read(tab, "orders_export.csv", SHOPIFY)
    assert text("event_log.by_customer", Language.DE) in seen(tab)
    assert text("log_reading.whose_many.order", Language.DE) in seen(tab)
    again = on_view(_tab(workshop, browser, "secret"), "numbers", "orders")
    assert "65\N{NARROW NO-BREAK SPACE}GBP" in seen(again)
    assert text("orders.funnel", Language.DE) not in seen(again)


def test_orders_of_guests_are_said_to_be_missing_among_the_customers() -> None:
    workshop, browser = stored(a_workshop()), new_id()
    tab = _tab(workshop, browser, "secret")
    guests = "".join(f"01/25/26,Soap,,1,7.50,4.50,7.50,EUR,01/25/2026,,40{n}\n" for n in range(2))
    _read(tab, "etsy.csv", ETSY + guests)
    on_view(tab, "numbers", "orders")
    assert text("orders.nameless.many", Language.DE, count="2") in seen(tab)
