"""What was booked for a later day has not happened: neither after the newest record of a file nor where it was called off."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journey.model import Language
from journey.numbers.reading import first_events, plan_of, preview, read_log
from journey.numbers.reading_again import choices_of, plan_again
from tests.numbers.reading.files import cases, read, written

HOTEL = """Reservierungsnr;Gebucht am;Anreise;Abreise;Status
R1;01.03.2026 10:00;05.03.2026;07.03.2026;Bestätigt
R2;02.03.2026 10:00;06.03.2026;08.03.2026;Storniert
R3;09.03.2026 10:00;20.03.2026;22.03.2026;Bestätigt
"""
COURSES = """Teilnehmer-ID;Angemeldet am;Kursbeginn
P1;01.03.2026;04.03.2026
P2;02.03.2026;06.03.2026
P3;05.03.2026;06.03.2026
"""
BOOKINGS = """uid,title,createdAt,startTime,canceled
b1,Intro,2026-03-01T09:00:00Z,2026-03-03T10:00:00Z,false
b2,Intro,2026-03-02T09:00:00Z,2026-03-03T11:00:00Z,true
b3,Intro,2026-03-04T09:00:00Z,2026-03-09T10:00:00Z,false
"""


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (HOTEL, [["Gebucht am"], ["Gebucht am"], ["Gebucht am", "Anreise", "Abreise"]]),
        (COURSES, [["Angemeldet am"], ["Angemeldet am"], ["Angemeldet am", "Kursbeginn"]]),
        (BOOKINGS, [["createdAt"], ["createdAt"], ["createdAt", "startTime"]]),
    ],
)
def test_appointments_count_up_to_the_newest_booking_and_where_nobody_called_them_off(
    tmp_path: Path, text: str, steps: list[list[str]]
) -> None:
    look = preview(written(tmp_path, text))
    assert any(look.planned[0] in words for words in look.hint_words(Language.DE))
    found = [[event[1] for event in case] for case in cases(read_log(tmp_path / "log.csv", plan_of(look)).log)]
    assert sorted(found) == sorted(steps)


def test_appointments_that_were_chosen_all_count(tmp_path: Path) -> None:
    plan = plan_of(preview(written(tmp_path, HOTEL)))
    chosen = replace(plan, planned=(), given={})
    assert read_log(tmp_path / "log.csv", chosen).log.events == 9


def test_appointments_that_are_still_to_come_count_where_a_person_says_so_and_those_called_off_never(
    tmp_path: Path,
) -> None:
    days = [(datetime.now(UTC) + timedelta(days=ahead)).date() for ahead in (30, 32)]
    path = written(
        tmp_path, HOTEL.replace("20.03.2026", f"{days[0]:%d.%m.%Y}").replace("22.03.2026", f"{days[1]:%d.%m.%Y}")
    )
    look = preview(path)
    all_of_it = ["Gebucht am", "Anreise", "Abreise"]
    for ahead, steps in (
        (False, [["Gebucht am"], ["Gebucht am"], all_of_it]),
        (True, [["Gebucht am"], all_of_it, all_of_it]),
    ):
        plan = plan_of(look, ahead=ahead)
        found = [[event[1] for event in case] for case in cases(read_log(path, plan).log)]
        assert sorted(found) == sorted(steps)
        assert plan_again(look, choices_of(plan)) == plan


def test_the_first_events_are_shown_without_what_was_called_off(tmp_path: Path) -> None:
    look = preview(written(tmp_path, HOTEL))
    shown = [(each.row, each.activity) for each in first_events(look, plan_of(look))]
    assert shown[:4] == [(1, "Gebucht am"), (1, "Anreise"), (1, "Abreise"), (2, "Gebucht am")]
    assert (2, "Anreise") not in shown


def test_a_step_that_is_later_than_the_newest_letter_is_no_appointment(tmp_path: Path) -> None:
    text = (
        "Aktenzeichen;Eingegangen am;Bescheid vom\nA1;01.03.2026;31.03.2026\nA2;02.03.2026;\nA3;15.03.2026;30.03.2026\n"
    )
    assert preview(written(tmp_path, text)).planned == ()


@pytest.mark.parametrize(
    ("header", "came", "rows"),
    [
        (
            "Order #;Order Date;Attendee Status;Check-In Date",
            "Check-In Date",
            ("Checked In", "Attending", "Checked In"),
        ),
        ("Nr.;Termin erstellt am;Status;Termin am", "Termin am", ("wahrgenommen", "nicht erschienen", "wahrgenommen")),
        ("Nr.;Gebucht am;Status;Abreise", "Abreise", ("ausgecheckt", "eingecheckt", "ausgecheckt")),
    ],
)
def test_an_appointment_of_which_a_status_says_that_somebody_came_has_happened_whenever_it_lies(
    tmp_path: Path, header: str, came: str, rows: tuple[str, ...]
) -> None:
    lines = [f"{n};0{n}.01.2026 10:00;{status};0{n}.02.2026 09:00" for n, status in enumerate(rows, 1)]
    found = sorted(
        [event[1] for event in case] for case in cases(read(written(tmp_path, "\n".join([header, *lines, ""]))).log)
    )
    made = header.split(";")[1]
    assert found == [[made], [made, came], [made, came]]
