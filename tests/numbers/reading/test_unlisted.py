"""Exports of tools that nobody listed, small and invented, read by what they hold: the course of each case."""

from pathlib import Path

import pytest

from journey.numbers.log.usual_order import course
from journey.numbers.reading import plan_of, preview, read_log
from tests.numbers.reading.files import cases, read, written

SHOP = """increment_id,status,created_at,comment,is_customer_notified
000000101,pending,2026-03-01 10:00:00,,1
000000101,processing,2026-03-01 10:05:00,Paid,0
000000101,complete,2026-03-03 09:00:00,Shipped,1
000000102,pending,2026-03-01 11:00:00,,1
000000102,canceled,2026-03-02 11:00:00,,1
000000103,pending,2026-03-02 11:00:00,,1
"""
ANALYTICS = """timestamp,name,pathname,user_id,session_id
2026-03-01 10:00:00,pageview,/,8123,1
2026-03-01 10:02:00,Signup,/prices,8123,1
2026-03-01 11:00:00,pageview,/,8124,2
2026-03-01 11:05:00,pageview,/prices,8124,2
2026-03-01 12:00:00,pageview,/,8125,3
"""
AUDIT = """documentkey,fieldname,oldvalue,newvalue,sys_created_on,user
INC1,state,,New,2026-03-01 10:00:00,ann
INC1,priority,3,1,2026-03-01 11:10:00,ann
INC1,state,New,Resolved,2026-03-02 11:00:00,bob
INC2,state,,New,2026-03-01 12:00:00,ann
"""
BOARD = """Board,Item,Column,Event,Previous value,New value,Date/Time,User
Sales,Roof,Status,Changed,,New,"01 Mar 2026, 10:00",Anna
Sales,Roof,Status,Changed,New,Offer,"02 Mar 2026, 10:00",Anna
Sales,Roof,Amount,Changed,10,20,"02 Mar 2026, 10:05",Anna
Sales,Bath,Status,Changed,,New,"01 Mar 2026, 12:00",Bert
Sales,Gate,Status,Changed,,New,"03 Mar 2026, 12:00",Bert
Sales,Gate,Status,Changed,New,Offer,"05 Mar 2026, 12:00",Bert
"""
COURSE = """Time,User full name,Event context,Component,Event name,Origin
"9/03/26, 10:05:00",Anna Beispiel,Course: A,System,Course viewed,web
"9/03/26, 10:06:00",Anna Beispiel,Quiz: A,Quiz,Quiz attempt started,web
"23/03/26, 10:05:00",Bert Muster,Course: A,System,Course viewed,web
"24/03/26, 10:05:00",Cara Probe,Course: A,System,Course viewed,web
"24/03/26, 10:15:00",Cara Probe,Quiz: A,Quiz,Quiz attempt started,web
"""
OFFICE = """Aktenzeichen;Antragseingang;Vollständig seit;Bescheid vom;Widerspruch vom
AZ-1;01032026;05032026;31032026;
AZ-2;02032026;;;
AZ-3;15032026;20032026;30032026;02042026
"""
LETTER, STEP = "Antragseingang", "Vollständig seit"


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (SHOP, [["pending"], ["pending", "canceled"], ["pending", "processing", "complete"]]),
        (ANALYTICS, [["pageview"], ["pageview", "Signup"], ["pageview", "pageview"]]),
        (AUDIT, [["New"], ["New", "Resolved"]]),
        (BOARD, [["New"], ["New", "Offer"], ["New", "Offer"]]),
        (COURSE, [["Course viewed"], ["Course viewed", "Quiz attempt started"], ["Course viewed", "Quiz attempt started"]]),
        (OFFICE, [[LETTER], [LETTER, STEP, "Bescheid vom"], [LETTER, STEP, "Bescheid vom", "Widerspruch vom"]]),
    ],
)  # fmt: skip
def test_an_export_that_nobody_listed_is_read_by_what_it_holds(
    tmp_path: Path, text: str, steps: list[list[str]]
) -> None:
    found = [[event[1] for event in case] for case in cases(read(written(tmp_path, text)).log)]
    assert sorted(found, key=repr) == sorted(steps, key=repr)


def test_steps_of_a_sheet_keep_the_order_of_its_columns(tmp_path: Path) -> None:
    text = """Bestellnr;Bestelldatum;Bezahldatum;Versanddatum;Stornodatum;Status
1;01.03.2026 10:00;01.03.2026 10:01;02.03.2026;;Versendet
2;02.03.2026 10:00;02.03.2026 12:01;;;Bezahlt
3;03.03.2026 10:00;;;04.03.2026;Storniert
"""
    path = written(tmp_path, text)
    plan = plan_of(preview(path))
    names = [activity for _, activity in plan.milestones]
    assert course(read_log(path, plan).log, names) == ("Bestelldatum", "Bezahldatum", "Versanddatum", "Stornodatum")


MOVES = """Deal Id,Deal Name,Stage,Moved To,Modified Time,Created Time
D1,Roof,Qualification,Proposal,2026-01-05 10:00,2026-01-01 10:00
D1,Roof,Proposal,Won,2026-01-06 10:00,2026-01-01 10:00
D2,Bath,Qualification,Lost,2026-01-05 10:00,2026-01-02 10:00
D3,Gate,Qualification,Proposal,2026-01-05 10:00,2026-01-02 10:00
D3,Gate,Proposal,Talks,2026-01-06 10:00,2026-01-02 10:00
D3,Gate,Talks,Lost,2026-01-08 10:00,2026-01-02 10:00
"""


def test_of_two_states_that_which_comes_again_in_the_next_row_was_left(tmp_path: Path) -> None:
    found = [[event[1] for event in case] for case in cases(read(written(tmp_path, MOVES)).log)]
    assert sorted(found) == [["Lost"], ["Proposal", "Talks", "Lost"], ["Proposal", "Won"]]


def test_a_field_of_sap_s_changes_is_nobody_s_first_name(tmp_path: Path) -> None:
    rows = ["4711;20260105;091500;LIFSK;;Z1", "4711;20260106;101500;GBSTK;A;C", "4712;20260107;81500;GBSTK;A;B"]
    look = preview(written(tmp_path, "\n".join(["OBJECTID;UDATE;UTIME;FNAME;VALUE_OLD;VALUE_NEW", *rows, ""])))
    assert not any(column.people for column in look.columns)


@pytest.mark.parametrize(
    ("header", "case", "activity"),
    [
        ("Rechnungsnr;Datum;Kunde;Artikelnr;Menge;Betrag", "Kunde", None),
        ("Rechnungsnr;Datum;Kunde;Artikelbezeichnung;Menge;Betrag", "Kunde", "Artikelbezeichnung"),
        ("Bon;Datum;Mitglied;Artikelnr;Menge;Betrag", "Mitglied", None),
    ],
)
def test_the_number_of_an_invoice_or_an_article_is_neither_a_step_nor_a_case(
    tmp_path: Path, header: str, case: str, activity: str | None
) -> None:
    rows = [f"RE-{n // 2};{1 + n // 2:02}.03.2026;K{n // 2 % 3};A-{n % 4};1;{n},50" for n in range(14)]
    roles = preview(written(tmp_path, "\n".join([header, *rows, ""]))).roles
    assert (roles["case"], roles.get("activity")) == (case, activity)


TRACKED = """Document,Date,Field,Old Value Char,New Value Char,Author
Roof,2026-01-05 10:00:00,Stage,New,Qualified,Anna Muster
Roof,2026-01-06 10:00:00,Stage,Qualified,Won,Anna Muster
Roof,2026-01-06 11:00:00,Salesperson,Anna,Bert,Anna Muster
Bath,2026-01-05 10:00:00,Stage,New,Qualified,Bert Probe
"""
STATIONS = """Serial;Station;Result;Start;End
SN1;10;OK;2026-01-05 10:00:00;2026-01-05 10:01:00
SN1;20;OK;2026-01-05 10:02:00;2026-01-05 10:03:00
SN2;10;NOK;2026-01-05 10:00:00;2026-01-05 10:01:00
"""
SALES = """Auftragsnummer;Auftragsdatum;Lieferdatum (geplant);Versanddatum;Kundennummer;Auftragsstatus
A1;05.01.2026;10.01.2026;09.01.2026;K1;Abgeschlossen
A2;06.01.2026;12.01.2026;;K2;Bestätigt
A3;07.01.2026;12.01.2026;11.01.2026;K1;Versendet
"""
PROSPECTS = """Name;Firma;Quelle;Erstkontakt;Angebot;Ergebnis
Anna Muster;A GmbH;Messe;5.1.26;9.1.26;gewonnen
Bert Probe;B GmbH;Web;6.1.26;10.1.26;verloren
Cara Test;C GmbH;Web;7.1.26;;
"""
ORDERED, SENT = "Auftragsdatum", "Versanddatum"
KINDS = """Auftrags-ID;Auftragsdatum;Versanddatum;Auftragstyp;Kontakt-ID
1;05.01.2026;09.01.2026;Auftrag;11
2;06.01.2026;;Auftrag;12
3;07.01.2026;11.01.2026;Auftrag;11
4;08.01.2026;;Retoure;11
"""
STATEMENT = """Buchungstag;Valuta;Auftraggeber/Empfänger;Buchungstext;Verwendungszweck;Betrag
05.01.2026;05.01.2026;Muster GmbH;Gutschrift;RE1;119,00
06.01.2026;06.01.2026;Probe AG;Gutschrift;RE2;238,00
20.01.2026;20.01.2026;Muster GmbH;Gutschrift;RE3;59,50
21.01.2026;22.01.2026;Probe AG;Lastschrift;Miete;-500,00
"""


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (TRACKED, [["Qualified"], ["Qualified", "Won"]]),
        (STATIONS, [["10"], ["10", "20"]]),
        (SALES, [[ORDERED], [ORDERED, SENT], [ORDERED, SENT]]),
        (KINDS, [[ORDERED], [ORDERED], [ORDERED, SENT], [ORDERED, SENT]]),
        (STATEMENT, [["Gutschrift", "Gutschrift"], ["Gutschrift", "Lastschrift"]]),
        (PROSPECTS, [["Erstkontakt"], ["Erstkontakt", "Angebot"], ["Erstkontakt", "Angebot"]]),
    ],
)
def test_neither_values_nor_sources_are_cases_and_neither_people_nor_states_of_today_happen(
    tmp_path: Path, text: str, steps: list[list[str]]
) -> None:
    found = sorted([event[1] for event in case] for case in cases(read(written(tmp_path, text)).log))
    assert found == steps


DUE = """Angebot Nr;Angebotsdatum;Rechnungsdatum;Zahlungsziel;Status
1;05.01.2026;21.01.2026;04.02.2026;bezahlt
2;06.01.2026;;;offen
3;07.01.2026;25.01.2026;08.02.2026;offen
"""


def test_the_day_by_which_to_pay_is_no_step(tmp_path: Path) -> None:
    assert "Zahlungsziel" not in dict(preview(written(tmp_path, DUE)).milestones)


EXPECTED_ONLY = """Deal;Phase;Voraussichtlicher Abschluss;Betrag
D1;Angebot;01.03.2026;100
D2;Gewonnen;01.02.2026;200
D3;Verloren;02.02.2026;300
"""


def test_deals_with_an_expected_date_alone_are_closed_then_only_where_the_stage_says_so(tmp_path: Path) -> None:
    reading = read(written(tmp_path, EXPECTED_ONLY))
    assert sorted([event[1] for event in case] for case in cases(reading.log)) == [["Gewonnen"], ["Verloren"]]


def test_numbers_that_a_spreadsheet_has_shortened_are_no_times_and_staff_does_not_happen(tmp_path: Path) -> None:
    rows = [
        "1.23457E+15;a;05.01.2026 10:00;Anna",
        "1.23457E+15;b;05.01.2026 11:00;Bert",
        "1.23458E+15;a;05.01.2026 10:00;Anna",
    ]
    look = preview(written(tmp_path, "\n".join(["Bestellnr;Ereignis;Zeit;Staff", *rows, ""])))
    assert dict(look.roles) == {"case": "Bestellnr", "time": "Zeit", "activity": "Ereignis"}
    assert "lost_ids" in dict(look.hints)
    assert look.columns[-1].people


FLAGGED = """Deal;Angelegt;Abschlussdatum;Phase;Gewonnen?
D1;05.01.2026;05.02.2026;Abschluss;Ja
D2;06.01.2026;05.03.2026;Abschluss;Nein
D3;07.01.2026;05.03.2026;Angebot;{}
"""


@pytest.mark.parametrize(("of_open", "lost"), [("", ["Verloren"]), ("Nein", [])])
def test_a_yes_or_no_says_which_deals_were_won_and_a_no_that_they_were_lost_where_open_ones_have_none(
    tmp_path: Path, of_open: str, lost: list[str]
) -> None:
    reading = read(written(tmp_path, FLAGGED.format(of_open)))
    found = sorted([event[1] for event in case] for case in cases(reading.log))
    assert found == sorted([["Angelegt", "Gewonnen"], ["Angelegt", *lost], ["Angelegt"]])


NUMBERED = """Kunde;Aktion 1;Datum 1;Aktion 2;Datum 2;Aktion 3;Datum 3
K1;Besuch;05.01.2026;Anfrage;06.01.2026;Kauf;09.01.2026
K2;Besuch;05.01.2026;Anfrage;08.01.2026;;
K3;Anfrage;07.01.2026;;;;
"""


def test_numbered_pairs_of_what_and_when_are_events_of_the_row(tmp_path: Path) -> None:
    found = sorted([event[1] for event in case] for case in cases(read(written(tmp_path, NUMBERED)).log))
    assert found == [["Anfrage"], ["Besuch", "Anfrage"], ["Besuch", "Anfrage", "Kauf"]]
