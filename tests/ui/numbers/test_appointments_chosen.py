"""Appointments that are still to come count where a person switches that on, and only where there are some."""

from journey.numbers.read_log import ReadLog
from tests.builders import a_workshop
from tests.numbers.reading.test_appointments import HOTEL
from tests.ui.app import keys, opened, pressed, run, seen, stored
from tests.ui.numbers.test_known_logs import dropped, read_to_its_end
from ui.state.numbers_state import log_state


def test_who_switches_it_on_counts_appointments_that_are_still_to_come_and_is_asked_only_of_such() -> None:
    tab = dropped(opened(stored(a_workshop()), "numbers"), "hotel.csv", HOTEL.encode())
    assert "Anreise, Abreise" in seen(tab)
    all_dates = tab.multiselect(key="map-milestones").value
    tab.multiselect(key="map-milestones").set_value(all_dates[:1])
    assert "map-ahead" not in keys(run(tab))
    tab.multiselect(key="map-milestones").set_value(all_dates)
    run(tab).toggle(key="map-ahead").set_value(True)
    read_to_its_end(pressed(run(tab), "log-read"))
    source = log_state().source
    assert isinstance(source, ReadLog)
    assert (source.reading.plan.ahead, source.reading.log.events) == (True, 7)


def test_events_of_a_file_that_knows_days_alone_are_shown_without_a_clock() -> None:
    rows = b"Kunde;Schritt;Datum\nK1;Anfrage;05.01.2026\nK1;Kauf;06.01.2026\nK2;Anfrage;07.01.2026\n"
    tab = dropped(opened(stored(a_workshop()), "numbers"), "tage.csv", rows)
    assert "05.01.2026" in seen(tab)
    assert "00:00" not in seen(tab)
