"""Rows that are a case each: which dates are steps, which are only expected or repeat another, and lists without a history."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from journey.model import Language
from journey.numbers.log.usual_order import usual_order
from journey.numbers.reading import Preview, preview
from tests.numbers.reading.files import a_csv, cases, read, written
from tests.typed import first_sheet

Rows = Sequence[Sequence[str]]


def _funnel(folder: Path, header: Sequence[str], rows: Rows, kind: str = "csv") -> tuple[Preview, dict[str, int]]:
    """How often each activity happened, in the usual order."""
    if kind == "xlsx":
        book = openpyxl.Workbook()
        for row in (header, *rows):
            first_sheet(book).append(tuple(row))
        path = folder / "log.xlsx"
        book.save(path)
    else:
        path = written(
            folder, a_csv([f'"{name.replace(chr(34), chr(34) * 2)}"' for name in header], *rows, delimiter=";")
        )
    log = read(path).log
    counts = {name: sum(event[1] == name for case in cases(log) for event in case) for name in usual_order(log)}
    return preview(path), counts


def _dated(*filled: int, last: int = 9) -> Rows:
    """Rows of a case each with a date in as many columns as are told for it."""
    return [[f"K{n}", *(f"2026-0{step + 1}-{n + 1:02}" if step < count else "" for step in range(max(filled)))] for n, count in enumerate(filled)]  # fmt: skip


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_sheet_with_a_customer_a_row_and_a_column_a_step(tmp_path: Path, kind: str) -> None:
    looked, counts = _funnel(
        tmp_path, ("Kundennr", "Erstkontakt", "Angebot", "Auftrag"), _dated(3, 1, 2, 3, 1, 2), kind
    )
    assert counts == {"Erstkontakt": 6, "Angebot": 4, "Auftrag": 2}
    assert looked.hints == ()


def test_a_status_beside_the_steps_is_no_activity(tmp_path: Path) -> None:
    rows = [[*row, ("offen", "gewonnen")[len(row) % 2]] for row in _dated(3, 1, 2, 3, 1, 2)]
    _, counts = _funnel(tmp_path, ("Kunde", "Anfrage am", "Angebot am", "Auftrag am", "Status"), rows)
    assert counts == {"Anfrage am": 6, "Angebot am": 4, "Auftrag am": 2}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("name", "role"), [("Kanal", "channel"), ("Lead Source", "channel"), ("Kundengruppe", "segment")]
)
def test_a_channel_or_segment_beside_the_steps_is_one(tmp_path: Path, name: str, role: str, kind: str) -> None:
    header = ("Kundennr.", "Firma", name, "Erstkontakt am", "Angebot am", "Auftrag am", "Umsatz")
    rows = [[row[0], f"Firma {row[0]}", ("Messe", "Website", "Empfehlung")[place % 3], *row[1:], "1200"] for place, row in enumerate(_dated(3, 1, 2, 3, 1, 2))]  # fmt: skip
    looked, counts = _funnel(tmp_path, header, rows, kind)
    assert looked.roles == {"case": "Kundennr.", role: name, "revenue": "Umsatz"}
    assert counts == {"Erstkontakt am": 6, "Angebot am": 4, "Auftrag am": 2}


@pytest.mark.parametrize(
    "planned",
    ["Expected close date", "Voraussichtlicher Abschluss", "Fällig am", "Due Date", "Nächster Termin", "Letzte Änderung",
     "Zuletzt geändert", "Est. Close Date", "Geschätztes Abschlussdatum", "Soll-Termin", "Ship By Date", "Current Period End (UTC)", "Last Modified Date", "LAST_CHANGED", "Last stage change", "Geburtsdatum", "Aktualisiert am"],
)  # fmt: skip
def test_dates_that_are_planned_or_say_when_something_was_touched_are_no_steps(tmp_path: Path, planned: str) -> None:
    rows = [[*row, f"2026-08-{number + 1:02}"] for number, row in enumerate(_dated(2, 1, 2, 2, 1, 2))]
    _, counts = _funnel(tmp_path, ("ID", "Created", "Offer", planned), rows)
    assert counts == {"Created": 6, "Offer": 4}


@pytest.mark.parametrize(
    ("header", "won", "lost", "names"),
    [
        (("Create Date", "Close Date", "Deal Stage"), "Closed won", "Closed lost", ("Closed won", "Closed lost")),
        (("createdate", "closedate", "dealstage"), "closedwon", "closedlost", ("Closed won", "Closed lost")),
        (("Erstelldatum", "Abschlussdatum", "Phase"), "Gewonnen", "Verloren", ("Gewonnen", "Verloren")),
        (("Created Time", "Closing Date", "Stage"), "Closed Won", "Closed Lost", ("Closed won", "Closed lost")),
        (
            ("Added on", "Close Date", "Status"),
            "Won (Sales Pipeline)",
            "Lost (Sales Pipeline)",
            ("Closed won", "Closed lost"),
        ),
    ],
)
def test_a_closing_date_counts_where_the_stage_is_closed_won_and_lost_apart(
    tmp_path: Path, header: tuple[str, str, str], won: str, lost: str, names: tuple[str, str]
) -> None:
    created, close, stage = header
    stages = (won, "Negotiation", lost, "Qualified", won, "Negotiation")
    rows = [[str(500 + n), "x", stages[n], f"2026-01-0{n + 1}", f"2026-03-0{n + 1}"] for n in range(6)]
    title = {"Deal Stage": "Deal Name", "dealstage": "dealname"}.get(stage, "Titel")
    looked, counts = _funnel(tmp_path, ("Record ID", title, stage, created, close), rows)
    assert sorted(counts.values()) == [1, 2, 6]
    assert (counts[names[0]], counts[names[1]]) == (2, 1)
    assert [key for key, _ in looked.hints] == ["list"]
    for language in Language:
        assert looked.hint_words(language)


def test_a_stage_is_one_too_where_no_two_rows_have_the_same(tmp_path: Path) -> None:
    rows = [
        ["z1", "A", "Closed Won", "2026-01-02", "2026-02-01"],
        ["z2", "B", "Qualification", "2026-01-03", "2026-03-01"],
        ["z3", "C", "Closed Lost", "2026-01-04", "2026-02-11"],
        ["z4", "D", "Negotiation", "2026-01-05", "2026-04-11"],
    ]
    _, counts = _funnel(tmp_path, ("Record Id", "Deal Name", "Stage", "Created Time", "Closing Date"), rows)
    assert counts == {"Created Time": 4, "Closed won": 1, "Closed lost": 1}


@pytest.mark.parametrize(
    ("states", "closings"),
    [(("Verpackt", "In Wartestellung"), "Abschlussdatum"), (("Fertiggestellt", "offen"), "Abgeschlossen")],
)
def test_a_closing_date_that_only_closed_orders_have_is_no_plan(
    tmp_path: Path, states: tuple[str, str], closings: str
) -> None:
    rows = [[f"B{n}", f"2026-01-0{n + 1}", "" if n % 2 else f"2026-02-0{n + 1}", states[n % 2]] for n in range(6)]
    _, counts = _funnel(tmp_path, ("Bestellnummer", "Bestelldatum", "Abschlussdatum", "Status"), rows)
    assert counts == {"Bestelldatum": 6, closings: 3}


def test_flags_say_whether_a_closing_date_has_come_and_are_no_case(tmp_path: Path) -> None:
    rows = [
        ["006A", "a", "2026-01-02", "2026-02-17", "1", "1"],
        ["006B", "b", "2026-01-05", "2026-03-17", "0", "0"],
        ["006C", "c", "2026-01-06", "2026-02-19", "1", "0"],
    ]
    _, counts = _funnel(tmp_path, ("Opportunity ID", "Name", "Created Date", "Close Date", "Closed", "Won"), rows)
    assert counts == {"Created Date": 3, "Close Date": 2, "Closed won": 1}


def test_dates_after_today_have_not_come(tmp_path: Path) -> None:
    rows = [[f"K{n}", f"2026-01-0{n + 1}", "2027-11-30"] for n in range(6)]
    assert _funnel(tmp_path, ("Kunde", "Angebot", "Auftrag"), rows)[1] == {"Angebot": 6}


@pytest.mark.parametrize(
    "current",
    ["Date entered current stage", "Datum des Eintritts in aktuelle Phase", "hs_v2_date_entered_current_stage"],
)
def test_the_current_stage_and_exits_are_no_entries(tmp_path: Path, current: str) -> None:
    header = (
        "Record ID",
        "Create Date",
        current,
        'Date entered "Demo (Sales)"',
        'Date exited "Demo (Sales)"',
        'Date entered "Won (Sales)"',
    )
    rows = [
        ["1", "2026-01-01", "2026-01-03", "2026-01-01", "2026-01-03", "2026-01-03"],
        ["2", "2026-01-01", "2026-01-01", "2026-01-01", "", ""],
    ]
    looked, counts = _funnel(tmp_path, header, rows)
    assert looked.export == "hubspot_stages"
    assert counts == {"Created": 2, "Demo (Sales)": 2, "Won (Sales)": 1}


def test_a_german_exit_is_no_entry(tmp_path: Path) -> None:
    header = (
        "Datensatz-ID",
        "Erstellungsdatum",
        "Datum des Eintritts in „Termin“",
        "Datum des Austritts aus „Termin“",
        "Datum des Eintritts in „Gewonnen“",
    )
    rows = [["1", "2026-01-01", "2026-01-02", "2026-01-05", "2026-01-05"], ["2", "2026-01-01", "", "", ""]]
    assert _funnel(tmp_path, header, rows)[1] == {"Erstellt": 2, "Termin": 1, "Gewonnen": 1}


def test_a_column_that_only_repeats_one_of_the_others_is_no_step(tmp_path: Path) -> None:
    rows = [
        ["K1", "2026-01-01", "2026-01-05", "2026-01-05"],
        ["K2", "2026-01-02", "", "2026-01-02"],
        ["K3", "2026-01-03", "2026-01-09", "2026-01-09"],
        ["K4", "2026-01-04", "", "2026-01-04"],
    ]
    assert _funnel(tmp_path, ("Kunde", "Anfrage", "Auftrag", "Wert"), rows)[1] == {"Anfrage": 4, "Auftrag": 2}


@pytest.mark.parametrize(
    ("header", "stages"),
    [
        (("Record ID", "First Name", "Lifecycle Stage", "Became a Lead Date", "Became a Marketing Qualified Lead Date", "Became an Opportunity Date"), ["Lead", "Marketing Qualified Lead", "Opportunity"]),
        (("hs_object_id", "firstname", "lifecyclestage", "hs_lifecyclestage_lead_date", "hs_lifecyclestage_marketingqualifiedlead_date", "hs_lifecyclestage_customer_date"), ["lead", "marketingqualifiedlead", "customer"]),
        (("Ticket ID", "Ticket name", "Ticket status", 'Date entered "New (Support)"', 'Date entered "Waiting (Support)"', 'Date entered "Closed (Support)"'), ["New (Support)", "Waiting (Support)", "Closed (Support)"]),
        (("hs_object_id", "hs_lead_name", "hs_pipeline_stage", "hs_v2_date_entered_new", "hs_v2_date_entered_attempting", "hs_v2_date_entered_connected"), ["new", "attempting", "connected"]),
        (("Record ID", "Deal Name", "Deal Stage", 'Date entered "Termin vereinbart (Vertrieb)"', 'Date entered "Angebot (Vertrieb)"', 'Date entered "Gewonnen (Vertrieb)"'), ["Termin vereinbart (Vertrieb)", "Angebot (Vertrieb)", "Gewonnen (Vertrieb)"]),
    ],
)  # fmt: skip
def test_hubspot_under_its_other_names(tmp_path: Path, header: Sequence[str], stages: list[str]) -> None:
    rows = [[row[0], "x", "y", *row[1:]] for row in _dated(3, 1, 2, 3, 1, 2)]
    looked, counts = _funnel(tmp_path, header, rows)
    assert looked.export.startswith("hubspot")
    assert counts == dict(zip(stages, (6, 4, 2), strict=True))


def test_pipedrive_s_deals(tmp_path: Path) -> None:
    header = (
        "Deal - ID",
        "Deal - Title",
        "Deal - Stage",
        "Deal - Status",
        "Deal - Value",
        "Deal - Deal created",
        "Deal - Last stage change",
        "Deal - Won time",
        "Deal - Lost time",
        "Deal - Deal closed on",
        "Deal - Expected close date",
    )
    rows = [["1", "a", "Offer", "Won", "9", "2026-01-01", "2026-01-05", "2026-01-05", "", "2026-01-05", "2026-04-01"],
            ["2", "b", "Offer", "Lost", "9", "2026-01-02", "2026-01-06", "", "2026-01-06", "2026-01-06", "2026-04-01"],
            ["3", "c", "Demo", "Open", "9", "2026-01-03", "2026-01-07", "", "", "", "2026-04-01"]]  # fmt: skip
    looked, counts = _funnel(tmp_path, header, rows)
    assert (looked.export, counts) == ("pipedrive_deals", {"Deal created": 3, "Won": 1, "Lost": 1})


def test_a_history_of_fields_tells_of_stages_and_not_of_other_fields(tmp_path: Path) -> None:
    header = ("Opportunity Name", "Field / Event", "Old Value", "New Value", "Edit Date", "Edited By")
    rows = [
        ["A", "Stage", "New", "Offer", "2026-01-05", "x"],
        ["A", "Amount", "5", "9", "2026-01-06", "x"],
        ["A", "Stage", "Offer", "Won", "2026-01-07", "y"],
        ["B", "Stage", "New", "Offer", "2026-01-05", "y"],
    ]
    path = written(tmp_path, a_csv(header, *rows, delimiter=";"))
    reading = read(path)
    assert preview(path).export == "salesforce_field_history"
    assert [[event[1] for event in case] for case in cases(reading.log)] == [["Offer", "Won"], ["Offer"]]
    assert reading.skipped == ()


@pytest.mark.parametrize(
    ("header", "stage", "other"),
    [
        (("Vorgang", "Feld", "Alter Wert", "Neuer Wert", "Geändert von", "Geändert am"), "Status", "Betreff"),
        (("Ticket", "Eigenschaft", "Alt", "Neu", "Autor", "Datum"), "status_id", "assigned_to"),
        (("entity_id", "attribute", "old_value", "new_value", "user", "changed_at"), "state", "price"),
        (("Key", "Field", "From", "To", "Author", "Date"), "status", "assignee"),
    ],
)
def test_a_history_of_fields_from_any_tool_tells_of_stages_alone(
    tmp_path: Path, header: Sequence[str], stage: str, other: str
) -> None:
    rows = [
        ["9", stage, "New", "Offer", "max", "2026-01-05"],
        ["9", other, "5", "12", "max", "2026-01-06"],
        ["9", stage, "Offer", "Won", "eva", "2026-01-07"],
        ["8", stage, "New", "Offer", "eva", "2026-01-05"],
    ]
    assert _funnel(tmp_path, header, rows)[1] == {"Offer": 2, "Won": 1}


@pytest.mark.parametrize(
    ("header", "stage", "other"),
    [
        (("Record ID", "Property name", "Property value", "Changed by", "Change date"), "dealstage", "amount"),
        (("Vorgang", "Feld", "Wert", "Geändert von", "Geändert am"), "Status", "Betreff"),
        (("entity_id", "attribute", "value", "user", "changed_at"), "lifecycle_stage", "price"),
    ],
)
def test_a_history_that_has_the_new_values_alone_tells_of_stages(
    tmp_path: Path, header: Sequence[str], stage: str, other: str
) -> None:
    rows = [
        ["9", stage, "Offer", "max", "2026-01-05"],
        ["9", other, "12", "max", "2026-01-06"],
        ["9", stage, "Won", "eva", "2026-01-07"],
        ["8", stage, "Offer", "eva", "2026-01-05"],
        ["8", other, "15", "eva", "2026-01-06"],
    ]
    assert _funnel(tmp_path, header, rows)[1] == {"Offer": 2, "Won": 1}


def test_a_history_has_several_rows_an_id_and_stays_one(tmp_path: Path) -> None:
    rows = [
        [f"T{n // 3}", ("offen", "in Arbeit", "gelöst")[n % 3], f"2026-01-{n % 28 + 1:02}", f"2026-02-{n % 28 + 1:02}"]
        for n in range(18)
    ]
    looked, counts = _funnel(tmp_path, ("Ticket", "Status", "Geändert am", "Fällig am"), rows)
    assert (looked.milestones, counts) == ((), {"offen": 6, "in Arbeit": 6, "gelöst": 6})


def test_a_report_with_a_row_an_opportunity_is_no_history_of_its_stages(tmp_path: Path) -> None:
    header = ("Opportunity Name", "Stage", "Forecast Category", "Probability (%)", "Created Date", "Close Date")
    rows = [
        [f"Opp {n}", ("Closed Won", "Proposal")[n % 2], "x", "10", f"2026-01-0{n + 1}", f"2026-03-0{n + 1}"]
        for n in range(6)
    ]
    looked, counts = _funnel(tmp_path, header, rows)
    assert (looked.export, counts) == ("salesforce_opportunities", {"Created": 6, "Closed won": 3})
    again = [
        [f"Opp {n // 2}", ("Proposal", "Closed Won")[n % 2], "x", "10", f"2026-01-0{n + 1}", "2026-03-01"]
        for n in range(6)
    ]
    looked, counts = _funnel(tmp_path, header, again)
    assert (looked.export, counts) == ("salesforce_history", {"Proposal": 3, "Closed Won": 3})


def test_several_orders_of_a_customer_with_dates_of_their_own_are_a_case_each(tmp_path: Path) -> None:
    header = ("Order ID", "Customer", "Ordered", "Shipped", "Delivered", "Estimated delivery", "Status")
    rows = [
        [
            f"O{n}",
            f"C{n % 3}",
            f"2026-01-0{n + 1}",
            f"2026-01-1{n}",
            f"2026-01-2{n}" if n % 2 else "",
            "2026-02-01",
            ("Shipped", "Delivered")[n % 2],
        ]
        for n in range(8)
    ]
    looked, counts = _funnel(tmp_path, header, rows)
    assert (looked.roles["case"], counts) == ("Order ID", {"Ordered": 8, "Shipped": 8, "Delivered": 4})


def test_a_list_with_one_date_and_a_change_says_that_its_history_is_missing(tmp_path: Path) -> None:
    rows = [[f"A{n}", f"2026-01-0{n + 1}", f"2026-02-0{n + 1}", ("Shipped", "Pending")[n % 2]] for n in range(6)]
    looked, counts = _funnel(tmp_path, ("order-id", "purchase-date", "last-updated-date", "order-status"), rows)
    assert (counts, [key for key, _ in looked.hints]) == ({"purchase-date": 6}, ["list"])


def test_a_list_with_one_date_says_that_its_history_is_missing(tmp_path: Path) -> None:
    rows = [[f"Firma {n}", ("New", "Working", "Closed")[n % 3], f"1/{n + 13}/2026"] for n in range(9)]
    looked, counts = _funnel(tmp_path, ("Lead Name", "Lead Status", "Created Date"), rows)
    assert (counts, [key for key, _ in looked.hints]) == ({"Created Date": 9}, ["list"])


@pytest.mark.parametrize("customers", [9, 4])
def test_a_list_of_orders_with_the_status_of_today_has_no_history(tmp_path: Path, customers: int) -> None:
    rows = [[f"B{n}", f"K{n % customers}", f"2026-01-{n + 1:02}", ("offen", "bezahlt", "da")[n % 3]] for n in range(9)]
    looked, _ = _funnel(tmp_path, ("Bestellnummer", "Kunde", "Bestelldatum", "Status"), rows)
    assert [key for key, _ in looked.hints] == ["status_of_today"]
