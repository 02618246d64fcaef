"""Exports of orders without a column that says what happened: recognised, and read as orders of customers."""

from pathlib import Path

import pytest

from journey.numbers.log.orders import Orders, orders
from journey.numbers.reading import is_of_orders, lists_articles, order_roles, plan_of, preview, start_reading
from tests.numbers.reading.files import a_csv, written
from tests.test_command_line_funnel import run

TOTALS = (
    ("Bestellnummer", "Kundennummer", "Bestelldatum", "Gesamtbetrag"),
    ("1001", "K1", "02.01.2026", "35,00"),
    ("1002", "K2", "03.01.2026", "12,50"),
    ("1003", "K1", "20.01.2026", "20,00"),
)
ARTICLES = (
    ("Order ID", "Order Status", "Customer", "Order date", "Product", "Price"),
    ("1", "Completed", "Ann", "2026-01-02", "Tea", "5.00"),
    ("1", "Completed", "Ann", "2026-01-02", "Cup", "8.00"),
    ("2", "Completed", "Bob", "2026-01-03", "Tea", "5.00"),
    ("3", "Completed", "Ann", "2026-02-03", "Tea", "15.00"),
)
TOTALS_ON_EACH_ARTICLE = (
    ("Order Number", "Order Date", "Customer User ID", "Order Total Amount", "Item Name"),
    ("1001", "2026-01-02 09:00", "7", "35.00", "Tea"),
    ("1001", "2026-01-02 09:00", "7", "35.00", "Cup"),
    ("1002", "2026-01-03 09:00", "8", "12.00", "Tea"),
    ("1003", "2026-01-09 09:00", "8", "10.00", "Tea"),
)
TILL = (
    ("Datum", "Uhrzeit", "E-Mail", "Betrag"),
    ("02.01.2026", "09:00", "a@example.com", "12,50"),
    ("02.01.2026", "17:30", "a@example.com", "4,00"),
    ("03.01.2026", "10:00", "b@example.com", "8,00"),
    ("03.01.2026", "11:00", "", "3,00"),
)
POSITIONS = (
    ("Rechnungsnummer", "Rechnungsdatum", "Kunde", "Pos.", "Artikel-Nr.", "Bezeichnung", "Menge", "E-Preis", "G-Preis"),
    ("2026-1", "05.01.2026", "Muster GmbH", "1", "A-1", "Tee", "2", "10,00", "20,00"),
    ("2026-1", "05.01.2026", "Muster GmbH", "2", "A-2", "Tasse", "1", "5,00", "5,00"),
    ("2026-2", "06.01.2026", "Probe AG", "1", "A-1", "Tee", "1", "10,00", "10,00"),
    ("2026-3", "09.01.2026", "Muster GmbH", "1", "A-2", "Tasse", "3", "5,00", "15,00"),
)
INVOICES = (
    ("Rechnungsnummer", "Rechnungsdatum", "Kunde", "Netto", "Brutto"),
    ("R1", "02.01.2026", "Müller GmbH", "100,00", "119,00"),
    ("R2", "05.01.2026", "Meier KG", "50,00", "59,50"),
    ("R3", "09.02.2026", "Müller GmbH", "80,00", "95,20"),
)
KINDS_OF_CUSTOMERS = (
    ("Date", "Order #", "Status", "Customer", "Customer type", "Net Sales"),
    ("2026-01-02 09:00", "101", "completed", "Ann Lee", "new", "12.50"),
    ("2026-01-05 10:00", "102", "completed", "Bob Ray", "new", "8.00"),
    ("2026-02-01 10:00", "103", "completed", "Ann Lee", "returning", "25.00"),
)


def _read(path: Path) -> Orders:
    looked = preview(path)
    plan = plan_of(looked, order_roles(looked), every_row="Bestellung")
    log = start_reading(path, plan).result().log
    assert log.activity.names == ("Bestellung",)
    found = orders(log, log.activity.names)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("rows", "delimiter", "customer", "counted"),
    [
        (TOTALS, ";", "Kundennummer", (2, 3, 1, 67.5)),
        (ARTICLES, ",", "Customer", (2, 3, 1, 33.0)),
        (TOTALS_ON_EACH_ARTICLE, ",", "Customer User ID", (2, 3, 1, 57.0)),
        (TILL, ";", "E-Mail", (2, 3, 1, 24.5)),
        (INVOICES, ";", "Kunde", (2, 3, 1, 273.7)),
        (POSITIONS, ";", "Kunde", (2, 3, 1, 50.0)),
        (KINDS_OF_CUSTOMERS, ",", "Customer", (2, 3, 1, 45.5)),
    ],
    ids=["totals", "articles", "totals on each article", "till", "invoices", "positions", "kinds of customers"],
)
def test_orders_are_recognised_and_read(
    tmp_path: Path, rows: tuple[tuple[str, ...], ...], delimiter: str, customer: str, counted: tuple[object, ...]
) -> None:
    path = written(tmp_path, a_csv(*rows, delimiter=delimiter))
    looked = preview(path)
    assert is_of_orders(looked)
    assert order_roles(looked)["case"] == customer
    found = _read(path)
    assert (found.customers, found.orders, found.repeat, found.revenue) == pytest.approx(counted)


@pytest.mark.parametrize(
    "header",
    [
        ("Kundennummer", "Zeitpunkt", "Ereignis", "Umsatz"),
        ("Kunde", "Datum", "Touchpoint", "Bestellnummer"),
    ],
)
def test_a_log_of_events_is_none(tmp_path: Path, header: tuple[str, ...]) -> None:
    rows = [("K1", "02.01.2026", "Besuch", ""), ("K1", "03.01.2026", "Kauf", "9"), ("K2", "03.01.2026", "Besuch", "")]
    assert not is_of_orders(preview(written(tmp_path, a_csv(header, *rows, delimiter=";"))))


HISTORY = (
    ("Bestellnr", "Kunde", "Status", "Geändert am"),
    *(
        (f"B{order}", f"K{order % 2}", state, f"0{day}.03.2026 1{order}:00")
        for order in range(1, 5)
        for day, state in ((1, "bestellt"), (2, "bezahlt"), (4, "versendet"))[: 1 + order % 3]
    ),
)


def test_a_history_of_states_is_that_of_each_order_and_no_list_of_them(tmp_path: Path) -> None:
    looked = preview(written(tmp_path, a_csv(*HISTORY, delimiter=";")))
    assert (looked.roles["case"], is_of_orders(looked), lists_articles(looked)) == ("Bestellnr", False, False)


def test_articles_that_were_taken_for_steps_are_told_from_them(tmp_path: Path) -> None:
    rows = [("order-id", "purchase-date", "order-status", "product-name")]
    rows += [
        (f"302-{n}", f"2026-03-0{n} 10:00", "Shipped", article) for n in (1, 2, 3) for article in ("Tea", "Cup")[:n]
    ]
    looked = preview(written(tmp_path, a_csv(*rows)))
    assert lists_articles(looked)
    said = run(tmp_path / "log.csv")
    assert (said.exit_code, "look like orders: “product-name”" in said.stderr) == (0, True)
    assert "look like orders" not in run(tmp_path / "log.csv", "--activity", "product-name").stderr
