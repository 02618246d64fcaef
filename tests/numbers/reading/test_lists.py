"""Lists as offices and shops keep them, small and invented: totals, groups, two heads, articles, forms that were filled in."""

import gzip
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from journey.model import Language
from journey.numbers.reading import UnreadableLog, pattern_of, plan_of, preview, read_log
from tests.numbers.reading.files import EPOCH, cases, read, written

SHOP = """Order Number,Order Status,Order Date,Paid Date,Completed Date,Email (Billing),Item Name,Order Total Amount
501,Completed,2026-03-01 10:22,2026-03-01 10:23,2026-03-03 09:00,a@example.com,Tea,20.00
501,Completed,2026-03-01 10:22,2026-03-01 10:23,2026-03-03 09:00,a@example.com,Cup,20.00
502,Processing,2026-03-02 10:22,2026-03-02 10:25,,b@example.com,Tea,10.00
503,Pending payment,2026-03-02 12:22,,,c@example.com,Tea,10.00
"""
MARKET = """

"Sales Record Number","Order Number","Item Title","Sale Date","Paid On Date","Ship By Date","Shipped On Date"
"","","","","","",""
"101","11-1","Tea","Mar-01-26","Mar-02-26","Mar-11-26","Mar-11-26"
"102","11-2","Tea","Mar-02-26","","Mar-12-26",""
"103","11-3","Tea","Mar-03-26","Mar-04-26","Mar-13-26",""
"3","record(s) downloaded"
"""
BY = "Rechnungsdatum;Zahlungsdatum"
BILLS = f"""Belegnummer;{BY};Fällig am;Versenden bis;Letzte Aktualisierung;Status;Brutto
RE-1;01.03.2026;11.03.2026;21.03.2026;02.03.2026;12.03.2026;Bezahlt;119,00
RE-2;02.03.2026;;22.03.2026;02.03.2026;12.03.2026;Offen;119,00
Summe;;;;;;;238,00
"""
FORM = """#,What do you need?,Response Type,Start Date (UTC),Submit Date (UTC),Network ID
r1,Tea,completed,2026-03-01 10:00:00,2026-03-01 10:05:00,n1
r2,Coffee,completed,2026-03-02 10:00:00,2026-03-02 10:05:00,n1
r3,Tea,started,2026-03-03 10:00:00,,n2
r4,Coffee,started,2026-03-04 10:00:00,,n2
"""
LEADS = """id,created_time,ad_name,platform,email,lead_status
l:1,2026-03-01T10:22:33+01:00,Spring,fb,a@example.com,CREATED
l:2,2026-03-02T10:22:33+01:00,Spring,ig,b@example.com,CREATED
l:3,2026-03-03T10:22:33+01:00,Spring,fb,c@example.com,CREATED
"""
TWO_HEADS = """Kunde;;Kontakt;;Verkauf;;
Nr.;Firma;Quelle;Erstkontakt;Angebot;Auftrag;Betrag
K1;Firma 1;Messe;01.03.26;11.03.26;21.03.26;1.000,00
K2;Firma 2;Web;02.03.26;12.03.26;;
K3;Firma 3;Web;03.03.26;;;
"""
GROUPS = """Kunde;Datum;Vorgang;Betrag
K100;01.03.26;Anfrage;
;03.03.26;Angebot;100,00
;05.03.26;Auftrag;100,00
Summe K100;;;200,00
K200;02.03.26;Anfrage;
;04.03.26;Angebot;50,00
Summe K200;;;50,00
K300;06.03.26;Anfrage;
Gesamtsumme;;;250,00
"""
PAYMENTS = """id,created_utc,currency,gross,reporting_category,description,customer_id
t1,2026-03-01 10:22:33,eur,11.00,charge,Subscription 1,c1
t2,2026-03-02 10:22:33,eur,12.00,charge,Subscription 2,c2
t3,2026-03-03 10:22:33,eur,-11.00,refund,Too late,c1
"""


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (SHOP, [["Order Date"], ["Order Date", "Paid Date"], ["Order Date", "Paid Date", "Completed Date"]]),
        (MARKET, [["Sale Date"], ["Sale Date", "Paid On Date"], ["Sale Date", "Paid On Date", "Shipped On Date"]]),
        (BILLS, [[BY[:14]], BY.split(";")]),
        (FORM, [["Start Date (UTC)"]] * 2 + [["Start Date (UTC)", "Submit Date (UTC)"]] * 2),
        (LEADS, [["created_time"]] * 3),
        (TWO_HEADS, [["Erstkontakt"], ["Erstkontakt", "Angebot"], ["Erstkontakt", "Angebot", "Auftrag"]]),
        (GROUPS, [["Anfrage"], ["Anfrage", "Angebot"], ["Anfrage", "Angebot", "Auftrag"]]),
        (PAYMENTS, [["charge"], ["charge", "refund"]]),
    ],
)  # fmt: skip
def test_a_list_is_read_as_people_keep_it(tmp_path: Path, text: str, steps: list[list[str]]) -> None:
    found = [[event[1] for event in case] for case in cases(read(written(tmp_path, text)).log)]
    assert sorted(found, key=repr) == sorted(steps, key=repr)


def test_rows_that_lack_an_id_are_no_group_where_ids_come_again(tmp_path: Path) -> None:
    text = "user_id;time;event\nu1;2026-03-01 10:00;visit\n;2026-03-01 10:05;visit\nu2;2026-03-02 10:00;visit\n;2026-03-02 10:05;visit\nu1;2026-03-03 10:00;order\n"
    reading = read(written(tmp_path, text))
    assert reading.log.events == 3
    assert [one.count for one in reading.skipped] == [2]


def test_steps_of_the_same_name_have_their_groups_in_front(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("Nr.", "Offer", None, "Order", None),
        (None, "Sent", "Signed", "Sent", "Paid"),
        ("K1", "2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04"),
        ("K2", "2026-03-02", "2026-03-03", "", ""),
    ):
        sheet.append(row)
    book.save(tmp_path / "log.xlsx")
    plan = plan_of(preview(tmp_path / "log.xlsx"))
    assert [name for _, name in plan.milestones] == ["Offer Sent", "Signed", "Order Sent", "Paid"]
    assert plan.columns["case"] == "Nr."


def test_the_order_of_day_and_month_is_that_of_the_files_other_dates(tmp_path: Path) -> None:
    text = "Order ID,Ordered,Shipped\n1,03/01/26,03/13/26\n2,03/02/26,03/14/26\n3,03/03/26,03/15/26\n"
    look = preview(written(tmp_path, text), language=Language.DE)
    assert (look.ambiguous, {form.value for form in look.times.values()}) == ((), {"month_first"})
    dotted = "Order ID,Ordered,Shipped\n1,03/01/26,13.03.2026\n2,03/02/26,14.03.2026\n3,03/03/26,15.03.2026\n"
    assert preview(written(tmp_path, dotted), language=Language.DE).ambiguous == ("Ordered",)


def test_a_report_with_the_first_and_last_day_of_each_count_is_still_called_counts(tmp_path: Path) -> None:
    rows = [
        f"2026-03-0{day},2026-03-0{day},{name},{day}00,{day}0" for day in range(1, 8) for name in ("Brand", "Spring")
    ]
    text = "Reporting starts,Reporting ends,Campaign name,Impressions,Link clicks\n" + "\n".join(rows)
    with pytest.raises(UnreadableLog, match="counts"):
        plan_of(preview(written(tmp_path, text)))


def test_words_of_what_became_of_it_stand_for_no_day(tmp_path: Path) -> None:
    text = "Kunde;Anfrage;Angebot;Auftrag\nK1;Jan 2 2026;Jan 5 2026;Feb 1 2026\nK2;Jan 3 2026;folgt;abgelehnt\nK3;Jan 4 2026;lost;verloren\n"
    reading = read(written(tmp_path, text))
    assert sorted(len(case) for case in cases(reading.log)) == [1, 1, 3]
    assert reading.skipped == ()


def test_a_column_with_days_in_some_cells_alone_is_told(tmp_path: Path) -> None:
    rows = "".join(
        f"K{n};0{n}.01.2026;0{n}.02.2026;{f'0{n}.03.2026' if n < 3 else 'zu teuer'};0{n}.01.2026 Anruf\n"
        for n in range(1, 7)
    )
    look = preview(written(tmp_path, f"Kunde;Anfrage;Angebot;Auftrag;Notiz\n{rows}"))
    assert ("half_days", "Auftrag") in look.hints
    assert [name for _, name in look.milestones] == ["Anfrage", "Angebot"]


@pytest.mark.parametrize("kind", ["plain", "quoted", "gz", "parquet"])
def test_addresses_are_one_customer_however_they_are_written(tmp_path: Path, kind: str) -> None:
    rows = [("Anna@X.org", "2026-01-02", "a"), ("anna@x.org", "2026-01-03", "b"), ("BO@x.org", "2026-01-03", "a")]
    path = tmp_path / ("log.parquet" if kind == "parquet" else "log.csv")
    if kind == "parquet":
        names = ("mail", "time", "event")
        pq.write_table(pa.table(dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))), path)
    else:
        mark = '"' if kind == "quoted" else ""
        text = "mail,time,event\n" + "".join(",".join(f"{mark}{cell}{mark}" for cell in row) + "\n" for row in rows)
        path.write_bytes(gzip.compress(text.encode()) if kind == "gz" else text.encode())
    assert sorted(len(case) for case in cases(read(path).log)) == [1, 2]
    ids = written(tmp_path, "id,time,event\nK1a,2026-01-02,a\nk1A,2026-01-03,b\nK1a,2026-01-04,b\n", name="ids.csv")
    assert sorted(len(case) for case in cases(read(ids).log)) == [1, 2]


def _days(times: Iterable[object]) -> list[date]:
    return [(EPOCH + timedelta(microseconds=int(str(time)))).date() for time in times]


HEAD = '"EXTF";700;21;"Buchungsstapel";12;20260415103000000;;"RE";"";"";1001;10001;{year};4;{first};{last};"März"'
COLUMNS = "Umsatz;Konto;Gegenkonto;Belegdatum;Belegfeld 1;Buchungstext"


@pytest.mark.parametrize(
    ("year", "first", "days"),
    [("20260101", "20260301", ["2026-03-01", "2026-12-31"]), ("20251001", "", ["2026-03-01", "2025-12-31"])],
)
def test_datev_dates_have_the_year_of_the_files_head(tmp_path: Path, year: str, first: str, days: list[str]) -> None:
    text = (
        "\n".join([HEAD.format(year=year, first=first, last=""), COLUMNS, "119,00;10001;8400;103;RE-1;Rechnung", "119,00;10001;1200;3112;RE-1;Zahlung", "119,00;10002;8400;203;RE-2;Rechnung"]) + "\n"
    )  # fmt: skip
    path = written(tmp_path, text, "cp1252")
    plan = plan_of(preview(path), {"case": "Belegfeld 1", "time": "Belegdatum", "activity": "Buchungstext"})
    found = {event[1]: event[0] for case in cases(read_log(path, plan).log) if len(case) > 1 for event in case}
    told = [found["Rechnung"], found["Zahlung"]]
    assert [str(time)[:10] for time in _days(told)] == days


def test_days_without_a_year_are_read_with_the_year_that_was_typed_behind_them(tmp_path: Path) -> None:
    text = "Fall;Tag;Was\n1;103;a\n1;1203;b\n2;2802;a\n"
    path = written(tmp_path, text)
    columns = {"case": "Fall", "time": "Tag", "activity": "Was"}
    for words in ("TTMM 2026", "DDMM 2026", "%d%m 2026"):
        plan = plan_of(preview(path), columns, times={"Tag": pattern_of(words) or ""})
        assert (
            sorted(map(str, _days(event[0] for case in cases(read_log(path, plan).log) for event in case)))[0][:10]
            == "2026-02-28"
        )
    assert pattern_of("TTMM") is None


def test_lines_that_stand_in_quotes_as_a_whole_are_taken_out_of_them(tmp_path: Path) -> None:
    text = '"Kunde;Zeit;Was"\n"1;01.03.2026;""Tee; groß"""\n"1;02.03.2026;Kauf"\n"2;01.03.2026;Kauf"\n"2;oje;Kauf"\n'
    reading = read(written(tmp_path, text, "cp1252"))
    assert [[event[1] for event in case] for case in cases(reading.log)] == [["Kauf"], ["Tee; groß", "Kauf"]]
    assert [each.lines for each in reading.skipped] == [(5,)]


ARTICLES = (
    "Auftragsnummer;Kundennummer;Erstelldatum;Zahlungsdatum;Lieferdatum geplant;Artikelname;Menge;Gesamtbetrag\n"
    + "\n".join(
        f"AU{order};K{order % 2};0{order}.03.2026;{paid};2{order}.03.2026;Tee {place};1;19,80"
        for order, paid in enumerate(("02.03.2026", "04.03.2026", ""), 1)
        for place in (1, 2)
    )
)


def test_orders_with_a_row_an_article_are_those_of_the_order_where_customers_come_again(tmp_path: Path) -> None:
    plan = plan_of(preview(written(tmp_path, ARTICLES)))
    assert (plan.columns["case"], [column for column, _ in plan.milestones]) == (
        "Auftragsnummer",
        ["Erstelldatum", "Zahlungsdatum"],
    )


def test_how_long_somebody_stayed_is_nobodys_id_and_dashes_are_no_times(tmp_path: Path) -> None:
    head = "Attendee Report\nAttended,Email,Registration Time,Join Time,Time in Session (minutes)\n"
    rows = [
        f'Yes,p{n}@example.com,"03/1{n}/2026 10:22:33 AM",{when},{minutes}'
        for n, (when, minutes) in enumerate(
            (("03/20/2026 06:01:00 PM", 50), ("03/20/2026 06:02:00 PM", 50), ("--", "--"))
        )
    ]
    reading = read(written(tmp_path, head + "\n".join(rows)))
    assert reading.plan.columns["case"] == "Email"
    assert (reading.log.events, reading.skipped) == (5, ())


def test_clients_of_an_analytics_tool_with_counts_beside_them_are_called_counts(tmp_path: Path) -> None:
    rows = [f"123456789{n}.177000000{n},Web,{n * 7},{n}" for n in range(1, 6)]
    with pytest.raises(UnreadableLog, match="counts"):
        plan_of(preview(written(tmp_path, "Effective user ID,Stream name,Event count,Sessions\n" + "\n".join(rows))))


def test_steps_below_each_other_with_a_column_a_customer_are_not_taken_for_customers(tmp_path: Path) -> None:
    text = "Schritt;K1;K2;K3\nErstkontakt;01.03.2026;02.03.2026;03.03.2026\nAngebot;05.03.2026;06.03.2026;\nAuftrag;09.03.2026;;\n"
    with pytest.raises(UnreadableLog):
        plan_of(preview(written(tmp_path, text)))


def test_words_where_a_day_would_stand_say_that_there_is_none(tmp_path: Path) -> None:
    text = """Auftrag;angelegt;bezahlt;versendet
A1;05.01.2026;06.01.2026;ausstehend
A2;05.01.2026;nein;entfällt
A3;06.01.2026;07.01.2026;noch nicht
A4;06.01.2026;n. a.;07.01.2026
"""
    reading = read(written(tmp_path, text))
    found = sorted([event[1] for event in case] for case in cases(reading.log))
    assert found == [["angelegt"], ["angelegt", "bezahlt"], ["angelegt", "bezahlt"], ["angelegt", "versendet"]]
    assert reading.skipped == ()


def test_answers_to_the_questions_of_a_form_are_no_steps(tmp_path: Path) -> None:
    rows = [
        f"2026/01/0{n} 10:00:00 AM MEZ,k{n}@example.org,{('Google', 'Freunde')[n % 2]},{('Schnitt', 'Farbe')[n % 2]}"
        for n in range(1, 7)
    ]
    head = "Zeitstempel,E-Mail-Adresse,Woher kennen Sie uns?,Welche Leistung?"
    assert "activity" not in preview(written(tmp_path, "\n".join([head, *rows, ""]))).roles
