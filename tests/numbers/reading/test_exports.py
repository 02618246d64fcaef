"""Exports of common tools are recognised by their headers; two invented rows of each become events."""

from pathlib import Path

import pytest

from journey.model import Language
from journey.numbers.reading import Preview, preview
from tests.numbers.reading.files import a_csv, cases, read, written


def _export(folder: Path, header: str, *rows: str, encoding: str = "utf-8") -> tuple[Path, Preview]:
    path = written(folder, "\n".join((header, *rows)) + "\n", encoding)
    looked = preview(path)
    for language in Language:
        assert looked.export_words(language)
    return path, looked


def _activities(path: Path) -> list[list[object]]:
    return [[event[1] for event in case] for case in cases(read(path).log)]


@pytest.mark.parametrize("dot", [".", "_"])
def test_ga4_in_bigquery_s_flat_export(tmp_path: Path, dot: str) -> None:
    header = "event_date,event_timestamp,event_name,user_pseudo_id,device.category,traffic_source.source,traffic_source.name,ecommerce.purchase_revenue"
    path, looked = _export(
        tmp_path,
        header.replace(".", dot),
        "20260401,1775035365631786,first_visit,1.2,mobile,google,(organic),",
        "20260401,1775035399000000,purchase,1.2,mobile,google,(organic),19.99",
    )
    assert looked.export == "ga4"
    assert cases(read(path).log) == [
        [
            (1775035365631786, "first_visit", "(organic)", "google", "mobile", None),
            (1775035399000000, "purchase", "(organic)", "google", "mobile", 19.99),
        ]
    ]


def test_ga4_s_source_of_the_event_comes_before_the_one_that_first_brought_the_user(tmp_path: Path) -> None:
    _, looked = _export(
        tmp_path,
        "event_timestamp,event_name,user_pseudo_id,traffic_source.source,collected_traffic_source.manual_source",
        "1775035365631786,first_visit,1.2,google,newsletter",
    )
    assert looked.roles["channel"] == "collected_traffic_source.manual_source"


def test_matomo_s_visits_log_with_an_action_in_each_group_of_columns(tmp_path: Path) -> None:
    header = "idSite,idVisit,visitorId,firstActionTimestamp,referrerTypeName,deviceType,actionDetails_0_type,actionDetails_0_pageTitle,actionDetails_0_timestamp,actionDetails_1_type,actionDetails_1_pageTitle,actionDetails_1_timestamp,actionDetails_10_pageTitle,actionDetails_10_timestamp"
    path, looked = _export(
        tmp_path,
        header,
        "1,11,aa,1775035365,Search Engines,Desktop,action,Home,1775035365,action,Shop,1775035400,Basket,1775035500",
        "1,12,bb,1775035365,Websites,Smartphone,action,Home,1775035365,,,,,",
        encoding="utf-16",
    )
    assert looked.export == "matomo_visits"
    assert [column for column, _ in looked.milestones][-1] == "actionDetails_10_timestamp"
    assert _activities(path) == [["Home", "Shop", "Basket"], ["Home"]]


def test_shopify_s_orders_with_a_row_for_each_article(tmp_path: Path) -> None:
    header = "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Total,Discount Code,Created at,Lineitem quantity,Lineitem name,Shipping Country,Cancelled at,Source"
    path, looked = _export(
        tmp_path,
        header,
        "#1001,a@example.com,paid,2026-01-05 10:25:00 +0100,fulfilled,2026-01-06 09:00:00 +0100,EUR,45.50,WINTER,2026-01-05 10:22:33 +0100,1,Tea,DE,,web",
        "#1001,a@example.com,,,,,,,,2026-01-05 10:22:33 +0100,2,Cup,,,",
        "#1002,b@example.com,pending,,unfulfilled,,EUR,9.90,,2026-01-05 11:00:00 +0100,1,Tea,AT,2026-01-07 08:00:00 +0100,pos",
    )
    assert looked.export == "shopify_orders"
    assert looked.roles["case"] == "Name"
    assert "Email" not in looked.roles.values()
    reading = read(path)
    assert _activities(path) == [["Created", "Paid", "Fulfilled"], ["Created", "Cancelled"]]
    assert [event[-1] for case in cases(reading.log) for event in case] == [None, None, 45.5, None, None]
    assert reading.skipped == ()


@pytest.mark.parametrize(
    ("header", "activities"),
    [
        (
            'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Create Date,Close Date,"Date entered ""Appointment Scheduled (Sales Pipeline)""","Date entered ""Closed Won (Sales Pipeline)"""',
            ["Created", "Appointment Scheduled (Sales Pipeline)", "Closed Won (Sales Pipeline)"],
        ),
        (
            "Datensatz-ID,Deal-Name,Deal-Phase,Pipeline,Betrag,Erstellungsdatum,Abschlussdatum,Datum des Eintritts in „Termin vereinbart (Vertrieb)“,Datum des Eintritts in „Gewonnen (Vertrieb)“",
            ["Erstellt", "Termin vereinbart (Vertrieb)", "Gewonnen (Vertrieb)"],
        ),
    ],
)
def test_hubspot_s_deals_with_a_date_for_each_stage(tmp_path: Path, header: str, activities: list[str]) -> None:
    path, looked = _export(
        tmp_path,
        header,
        "501,Roof,won,Sales,9000,2026-01-02 09:00,2026-02-01 12:00,2026-01-09 10:00,2026-02-01 12:00",
        "502,Window,open,Sales,500,2026-01-03 09:00,2027-02-01 12:00,,",
    )
    assert looked.export == "hubspot_deals"
    assert _activities(path) == [activities, activities[:1]]


def test_hubspot_s_deals_without_dates_of_stages_have_a_beginning_and_an_end(tmp_path: Path) -> None:
    path, looked = _export(
        tmp_path,
        "Record ID,Deal Name,Deal Stage,Create Date,Close Date",
        "501,Roof,won,2026-01-02 09:00,2026-02-01 12:00",
        "502,Roof,won,2026-01-02 09:00,",
    )
    assert looked.export == "hubspot_deals"
    assert _activities(path) == [["Created", "Closed won"], ["Created"]]


@pytest.mark.parametrize(
    "header",
    [
        "Activity date,Activity type,Associated contact IDs,Activity assigned to,Body",
        "Aktivitätsdatum,Aktivitätstyp,Kontakt-ID,Team,Notiz",
    ],
)
def test_hubspot_s_activities(tmp_path: Path, header: str) -> None:
    path, looked = _export(tmp_path, header, "2026-01-02 09:00,CALL,77,Nord,x", "2026-01-03 09:00,MEETING,77,Nord,y")
    assert looked.export == "hubspot_activities"
    assert _activities(path) == [["CALL", "MEETING"]]


@pytest.mark.parametrize(
    "header",
    [
        "Opportunity Name,From Stage,To Stage,Last Modified,Amount",
        "OpportunityId,ForecastCategory,StageName,CreatedDate,Amount",
        "Name der Opportunity,Von Phase,Zu Phase,Zuletzt geändert,Betrag",
    ],
)
def test_salesforce_s_opportunity_history(tmp_path: Path, header: str) -> None:
    path, looked = _export(
        tmp_path,
        header,
        '006A,New,Proposal,"31.12.2025, 14:05","100,50"',
        '006A,Proposal,Won,"02.01.2026, 09:00","100,50"',
    )
    assert looked.export == "salesforce_history"
    assert cases(read(path).log) == [[(1767189900000000, "Proposal", 100.5), (1767344400000000, "Won", 100.5)]]


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        (
            "Kundennummer;Zeitpunkt;Ereignis;Kanal;Kampagne;Umsatz;Kosten;Kundengruppe",
            "case time activity channel campaign revenue cost segment",
        ),
        (
            "customer_id;timestamp;event;source;utm_campaign;amount;ad_spend;country",
            "case time activity channel campaign revenue cost segment",
        ),
        (
            "visitorId;eventTime;eventName;Medium;campaignName;orderValue;Kosten;deviceCategory",
            "case time activity channel campaign revenue cost segment",
        ),
        ("case:concept:name;time:timestamp;concept:name;org:resource;x;y;z;w", "case time activity"),
        (
            "Fall-Nr.;Datum;Schritt;Herkunft;Aktionscode;Betrag (EUR);Ausgaben;Region",
            "case time activity channel campaign revenue cost segment",
        ),
    ],
)
def test_roles_are_guessed_from_german_and_english_names(tmp_path: Path, header: str, roles: str) -> None:
    rows = [f"c{n % 3};0{n}.01.2026 10:00;act {n % 2};web;winter;{n},50;0,{n}0;north" for n in range(1, 9)]
    looked = preview(written(tmp_path, "\n".join((header, *rows))))
    names = header.split(";")
    assert looked.export == ""
    assert {role: names.index(column) for role, column in looked.roles.items()} == {
        role: place for place, role in enumerate(roles.split())
    }


def test_without_any_telling_name_the_values_decide(tmp_path: Path) -> None:
    rows = [(f"x{n % 4}", n, f"2026-01-{n:02}", ("buy", "look")[n % 2]) for n in range(1, 20)]
    looked = preview(written(tmp_path, a_csv(("p", "q", "r", "s"), *rows)))
    assert (looked.roles["time"], looked.roles["activity"]) == ("r", "s")
    assert looked.roles["case"] in ("p", "q")


def test_a_column_s_name_does_not_count_against_its_values(tmp_path: Path) -> None:
    text = a_csv(
        ("case", "date", "Zeit", "activity"), ("1", "soon", "2026-01-01", "a"), ("1", "later", "2026-01-02", "b")
    )
    assert preview(written(tmp_path, text)).roles["time"] == "Zeit"
