"""Columns that fill each other's gaps: addresses of a customer, ids before and after the sign-up, pages beside events."""

from pathlib import Path

import pytest

from journey.numbers.reading import first_events, guarded_preview, plan_of, preview, start_reading
from tests.numbers.reading.files import a_csv, cases, read, written

MAILS = [
    ("Datum", "Aktion", "E-Mail", "Rechnungs-E-Mail", "Liefer-E-Mail"),
    ("05.01.2026", "Newsletter", "a@example.org", "", ""),
    ("06.01.2026", "Newsletter", "b@example.org", "", ""),
    ("07.01.2026", "Bestellung", " ", "a@example.org", ""),
    ("08.01.2026", "Lieferung", "", "", "a@example.org"),
    ("09.01.2026", "Bestellung", "", "b@example.org", "b@example.org"),
]
GUESTS = [
    ("timestamp", "event", "customer_id", "guest_id"),
    ("2026-01-05 10:00", "visit", "", "g100"),
    ("2026-01-05 10:05", "order", "", "g100"),
    ("2026-01-05 11:00", "visit", "c7", ""),
    ("2026-01-05 11:05", "order", "c7", ""),
    ("2026-01-05 12:00", "visit", "c8", ""),
]
PAGES = [
    ("visitor", "time", "page_url", "event_name", "download", "utm_source"),
    ("v1", "2026-01-05 10:00", "/home", "", "", "mail"),
    ("v1", "2026-01-05 10:01", "/product", "", "", ""),
    ("v1", "2026-01-05 10:02", "", "purchase", "", ""),
    ("v2", "2026-01-05 11:00", "/home", "", "", "ad"),
    ("v2", "2026-01-05 11:01", "", "", "list.pdf", ""),
]


VIEWS = [
    ("visitor", "time", "url_path", "event_name"),
    ("v1", "2026-01-05 10:00", "/home", ""),
    ("v1", "2026-01-05 10:01", "/product", ""),
    ("v1", "2026-01-05 10:02", "/product", "purchase"),
    ("v2", "2026-01-05 11:00", "/home", ""),
    ("v2", "2026-01-05 11:01", "/home", "signup"),
]
KINDS = [
    ("visitor", "time", "type", "url", "title", "event"),
    ("v1", "2026-01-05 10:00", "pageview", "https://ex.org/", "Home", ""),
    ("v1", "2026-01-05 10:01", "pageview", "https://ex.org/shop", "", ""),
    ("v1", "2026-01-05 10:02", "event", "", "", "purchase"),
    ("v2", "2026-01-05 11:00", "pageview", "https://ex.org/", "Home", ""),
    ("v2", "2026-01-05 11:01", "event", "", "", "signup"),
]
ADDRESSES = [
    ("besucher", "zeit", "seitentitel", "adresse", "ereignis"),
    ("v1", "2026-01-05 10:00", "Start", "", ""),
    ("v1", "2026-01-05 10:01", "", "https://ex.org/a", ""),
    ("v1", "2026-01-05 10:02", "", "", "Kauf"),
    ("v2", "2026-01-05 11:00", "Start", "", ""),
    ("v2", "2026-01-05 11:01", "", "https://ex.org/a", ""),
    ("v2", "2026-01-05 11:02", "", "", "Kauf"),
]


@pytest.mark.parametrize(
    ("table", "hint", "steps"),
    [
        (MAILS, "E-Mail, Rechnungs-E-Mail, Liefer-E-Mail", [["Newsletter", "Bestellung"], ["Newsletter", "Bestellung", "Lieferung"]]),
        (GUESTS, "customer_id, guest_id", [["visit"], ["visit", "order"], ["visit", "order"]]),
        (VIEWS, "event_name, url_path", [["/home", "/product", "purchase"], ["/home", "signup"]]),
        (KINDS, "event, title, url, type", [["Home", "https://ex.org/shop", "purchase"], ["Home", "signup"]]),
        (ADDRESSES, "ereignis, seitentitel, adresse", [["Start", "https://ex.org/a", "Kauf"]] * 2),
        (PAGES, "page_url, event_name, download", [["/home", "/product", "purchase"], ["/home", "list.pdf"]]),
    ],
)  # fmt: skip
def test_the_first_filled_of_several_columns_counts_and_is_told(
    tmp_path: Path, table: list[tuple[str, ...]], hint: str, steps: list[list[str]]
) -> None:
    path = written(tmp_path, a_csv(*table, delimiter=";"))
    reading = read(path)
    found = [[event[1] for event in case] for case in cases(reading.log)]
    assert sorted(found, key=repr) == sorted(steps, key=repr)
    assert reading.skipped == ()
    looked = preview(path)
    assert looked.hints == (("instead", hint),)
    assert all(glimpse.activity for glimpse in first_events(looked, plan_of(looked)))
    assert start_reading(path, plan_of(guarded_preview(path))).result().log.cases == len(steps)


@pytest.mark.parametrize(
    "table",
    [
        [("visitor", "time", "event", "url"), *((f"v{n % 3}", f"2026-01-0{n}", ("page_view", "purchase")[n % 2], f"/p{n % 4}") for n in range(1, 9))],
        [("visitor", "time", "type", "url"), *((f"v{n % 3}", f"2026-01-0{n}", ("pageview", "event")[n % 2], f"/p{n % 4}") for n in range(1, 9))],
        [("id", "time", "activity", "reason"), ("1", "2026-01-01", "order", ""), ("1", "2026-01-02", "cancel", "late"), ("2", "2026-01-01", "order", "")],
        [("time", "event", "customer_id", "order_id"), *((f"2026-01-0{n}", "order" if n > 4 else "visit", "" if n > 4 else f"c{n % 2}", f"o{n}" if n > 4 else "") for n in range(1, 9))],
        [("time", "event", "customer_mail", "Bearbeiter"), *((f"2026-01-0{n}", "order", "" if n > 4 else f"c{n % 2}@example.org", "staff@example.org" if n > 4 else "") for n in range(1, 9))],
    ],
)  # fmt: skip
def test_what_is_of_another_kind_stands_in_for_nothing(tmp_path: Path, table: list[tuple[str, ...]]) -> None:
    assert preview(written(tmp_path, a_csv(*table))).instead == {}


def test_a_column_that_says_something_else_stands_in_for_nothing(tmp_path: Path) -> None:
    rows = [
        (
            f"2026-01-{n:02}",
            "visit" if n < 9 else "order",
            f"c{n % 3}@example.org" if n % 4 else "",
            f"d{n % 3}@example.org",
        )
        for n in range(1, 17)
    ]
    looked = preview(written(tmp_path, a_csv(("time", "event", "email", "other_email"), *rows)))
    assert looked.instead == {}
