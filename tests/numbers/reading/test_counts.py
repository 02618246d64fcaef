"""Files that are no log, ids that are lost, and amounts that stand on several rows."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from journey.model import Language
from journey.numbers.reading import UnreadableLog, plan_of, preview, read_log
from tests.numbers.reading.files import a_csv, written


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (("Date", "Event name", "Event count", "Total users"), ("2026040{}", "view_item", "12{}", "11{}")),
        (("Datum", "Ereignis", "Anzahl"), ("0{}.04.2026", "Kauf", "{}")),
        (("Tag", "Kanal", "Sitzungen", "Nutzer", "Conversions"), ("2026-04-0{}", "Suche", "3{}", "2{}", "{}")),
        (("Day", "Sessions", "Conversion rate"), ("2026-04-0{}", "30{}", "0.{}")),
        (("Campaign", "Day", "Impressions", "Clicks", "Cost"), ("winter", "2026-04-0{}", "90{}", "1{}", "3.{}0")),
    ],
)
def test_counts_are_called_counts(tmp_path: Path, header: Sequence[str], row: Sequence[str]) -> None:
    rows = [[cell.format(day) for cell in row] for day in range(1, 9) for _ in range(2)]
    with pytest.raises(UnreadableLog) as caught:
        plan_of(preview(written(tmp_path, a_csv(header, *rows))))
    assert caught.value.key == "counts"
    assert "Zählungen" in caught.value.message(Language.DE)
    assert "counts" in caught.value.message(Language.EN)


def test_a_report_says_from_when_to_when_it_counts_and_these_days_are_no_steps(tmp_path: Path) -> None:
    header = "Berichtsstart;Berichtsende;Name der Kampagne;Auslieferung;Ergebnisse;Reichweite;Ausgegebener Betrag (EUR)"
    rows = [
        f"2026-01-01;2026-01-31;{name};aktiv;{n + 7};{n}99;1{n},50" for n, name in enumerate(("Neu", "Alt", "Zwei"))
    ]
    with pytest.raises(UnreadableLog) as caught:
        plan_of(preview(written(tmp_path, "\n".join([header, *rows, ""]))))
    assert caught.value.key == "counts"


STEPS = ("Besuch", "Angebot", "Kauf")


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (("Datum", *STEPS), [(f"0{day}.04.2026", 90 - day, 40 + day, day) for day in range(1, 9)]),
        (("Datum", "Wochentag", *STEPS), [(f"0{day}.04.2026", "Mo", 90 - day, 40, day) for day in range(1, 9)]),
        (("Monat", *STEPS), [(f"{month} 2026", 90, 40 + n, n) for n, month in enumerate(("Jan", "Feb", "Mrz", "Apr", "Mai", "Jun"))]),
        (("Datum", "Schritt", "Fälle"), [(f"0{day}.04.2026", step, 10 * n + day) for day in range(1, 5) for n, step in enumerate(STEPS)]),
        (("date", "source", "value"), [(f"2026-04-0{day}", source, 7 * day) for day in range(1, 5) for source in ("mail", "ad")]),
        (("Kunde", *STEPS), [(f"K{n}", n, 3, n + 1) for n in range(1, 9)]),
    ],
)  # fmt: skip
def test_totals_are_known_by_what_they_hold(
    tmp_path: Path, header: Sequence[str], rows: Sequence[Sequence[object]]
) -> None:
    with pytest.raises(UnreadableLog) as caught:
        plan_of(preview(written(tmp_path, a_csv(header, *rows, delimiter=";"))))
    assert caught.value.key == "counts"


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (("Kd", "Datum", "Schritt"), [(4711 + n // 2, f"0{n + 1}.04.2026", STEPS[n % 2]) for n in range(8)]),
        (("Datum", "Schritt", "Karte"), [(f"0{1 + n // 3}.04.2026", STEPS[n % 3], 880 + n // 2) for n in range(8)]),
    ],
)
def test_a_log_whose_case_is_a_number_without_a_name_counts_nothing(
    tmp_path: Path, header: Sequence[str], rows: Sequence[Sequence[object]]
) -> None:
    assert plan_of(preview(written(tmp_path, a_csv(header, *rows, delimiter=";")))).columns["case"] in ("Kd", "Karte")


def test_numbers_that_are_called_a_time_are_quoted_and_not_called_counts(tmp_path: Path) -> None:
    rows = [(f"K{n}", f"{n:02}01", n) for n in range(1, 9)]
    with pytest.raises(UnreadableLog, match="strange_times"):
        plan_of(preview(written(tmp_path, a_csv(("Kunde", "Datum", "Besuch"), *rows, delimiter=";"))))


@pytest.mark.parametrize("shortened", ["1.23457E+12", "1,23457E+12", "1234567890123450000"])
def test_ids_that_a_spreadsheet_has_shortened_are_told(tmp_path: Path, shortened: str) -> None:
    rows = [(shortened if n % 3 else shortened.replace("3", "8", 1), f"2026-01-{n:02}", "a") for n in range(1, 12)]
    looked = preview(written(tmp_path, a_csv(("Kunde", "Datum", "Ereignis"), *rows, delimiter=";")))
    assert ("lost_ids", "Kunde") in looked.hints


def test_times_of_which_minutes_are_left_are_told(tmp_path: Path) -> None:
    rows = [(f"K{n % 3}", f"{n:02}:30.0", "a") for n in range(1, 12)]
    assert ("lost_times", "Zeit") in preview(
        written(tmp_path, a_csv(("Kunde", "Zeit", "Ereignis"), *rows, delimiter=";"))
    ).hints


def test_times_that_a_spreadsheet_has_shortened_are_told(tmp_path: Path) -> None:
    rows = [(f"K{n % 3}", f"1.7673{n}E+12", "a") for n in range(1, 10)]
    assert ("lost_digits", "Zeit") in preview(written(tmp_path, a_csv(("Kunde", "Zeit", "Ereignis"), *rows))).hints


def _revenue(folder: Path, header: Sequence[str], rows: Sequence[Sequence[str]], activity: str) -> float:
    path = written(folder, a_csv(header, *rows, delimiter=";"))
    looked = preview(path)
    amounts = read_log(path, plan_of(looked, {**looked.roles, "activity": activity})).log.amounts["revenue"]
    return float(np.nansum(amounts))


def test_whole_amounts_beside_german_dates_are_thousands_also_between_commas(tmp_path: Path) -> None:
    rows = [(f"k{n}", f"{n:02}.02.2026", "Auftrag", f"{n}.200") for n in range(1, 9)]
    path = written(tmp_path, a_csv(("Kunde", "Datum", "Stufe", "Auftragswert"), *rows))
    assert np.nansum(read_log(path, plan_of(preview(path))).log.amounts["revenue"]) == 36 * 1_000 + 8 * 200


ORDERS = [("1", "2026-01-02", "7", "Tea", "35.00", "20.00"), ("1", "2026-01-02", "7", "Cup", "35.00", "15.00"), ("2", "2026-01-03", "8", "Tea", "12.00", "12.00"), ("3", "2026-01-02", "9", "Tea", "35.00", "35.00")]  # fmt: skip


@pytest.mark.parametrize("total", ["Order Total Amount", "Gesamtbetrag", "Bestellwert", "Total"])
@pytest.mark.parametrize("activity", ["Status", "Item Name"])
def test_an_order_s_total_on_each_of_its_rows_counts_once(tmp_path: Path, total: str, activity: str) -> None:
    rows = [(order, day, customer, item, "Completed", amount) for order, day, customer, item, amount, _ in ORDERS]
    header = ("Order Number", "Order Date", "Customer User ID", "Item Name", "Status", total)
    assert _revenue(tmp_path, header, rows, activity) == 82.0


@pytest.mark.parametrize("price", ["Item Price", "Einzelpreis", "Line Total", "Artikelumsatz"])
def test_an_article_s_price_counts_each_time(tmp_path: Path, price: str) -> None:
    rows = [(order, day, customer, item, "Completed", "20.00") for order, day, customer, item, *_ in ORDERS]
    header = ("Order Number", "Order Date", "Customer User ID", "Item Name", "Status", price)
    path = written(tmp_path, a_csv(header, *rows, delimiter=";"))
    plan = plan_of(
        preview(path), {"case": "Customer User ID", "time": "Order Date", "activity": "Status", "revenue": price}
    )
    assert float(read_log(path, plan).log.amounts["revenue"].sum()) == 80.0


@pytest.mark.parametrize("total", ["Gesamt", "Total"])
def test_what_is_called_a_total_is_the_article_s_where_the_rows_of_orders_differ(tmp_path: Path, total: str) -> None:
    rows = [
        (f"RE-{n // 2}", f"{1 + n // 2:02}.01.2026", f"K{n // 2 % 3}", f"Ware {n % 4}", "1,00", f"{n},00")
        for n in range(14)
    ]
    header = ("Rechnungsnummer", "Rechnungsdatum", "Kundennummer", "Artikel", "Einzelpreis", total)
    path = written(tmp_path, a_csv(header, *rows, delimiter=";"))
    log = read_log(path, plan_of(preview(path))).log
    assert float(log.amounts["revenue"].sum()) == sum(range(14))


@pytest.mark.parametrize(
    ("values", "decimal", "asked"),
    [(["1,234", "12,500"], ".", True), (["1,234,567", "12"], ".", False), (["1.234", "2.500"], ",", True), (["1,5", "2,25"], ",", False), (["12", "13"], ",", False)],
)  # fmt: skip
def test_a_comma_may_part_thousands_beside_semicolons_and_a_person_is_asked(
    tmp_path: Path, values: list[str], decimal: str, asked: bool
) -> None:
    rows = [(f"K{n % 3}", f"2026-01-{n:02}", "Kauf", values[n % 2]) for n in range(1, 12)]
    looked = preview(written(tmp_path, a_csv(("Kunde", "Datum", "Ereignis", "Umsatz"), *rows, delimiter=";")))
    assert (looked.decimal, any(key == "decimal" for key, _ in looked.hints)) == (decimal, asked)


@pytest.mark.parametrize(
    "text",
    [
        "Datum;Z-Nr;Bar;EC-Karte;Umsatz brutto\n01.03.2026;400;120,50;80,10;200,60\n02.03.2026;401;99,00;1,00;100,00\n04.03.2026;402;5,00;5,00;10,00\n",
        "Z-Bericht Nr.;Datum;Uhrzeit;Kasse;Umsatz\n7;01.03.2026;22:01;1;900,70\n8;02.03.2026;22:05;1;800,00\n9;03.03.2026;22:00;1;1,00\n",
        "Date,Gross sales,Refunds,Net sales\n2026-03-01,10.50,0.00,10.50\n2026-03-02,7.00,1.00,6.00\n2026-03-05,8.00,0.00,8.00\n",
    ],
)
def test_what_a_till_took_on_each_day_is_counts(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableLog) as refused:
        plan_of(preview(written(tmp_path, text)))
    assert refused.value.key == "counts"


def test_receipts_of_customers_are_no_report_of_a_till(tmp_path: Path) -> None:
    text = "Datum;Kunde;Umsatz;Bar\n01.03.2026;7;12,50;1,00\n02.03.2026;8;9,00;1,00\n04.03.2026;7;5,00;2,00\n"
    assert not preview(written(tmp_path, text)).is_counts
