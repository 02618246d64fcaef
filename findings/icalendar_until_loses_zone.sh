#!/bin/sh
# icalendar 7.3.2: a workshop every Thursday at 9:30 in Berlin, from 19 March 2026 to 2 April, three of them. The last moment is given as a server has it, in New York's zone:
# add("rrule", {"freq": "weekly", "until": datetime(2026, 4, 2, 3, 30, tzinfo=ZoneInfo("America/New_York"))}), which is 9:30 in Berlin.
# Expected: UNTIL=20260402T073000Z: where DTSTART has a zone, UNTIL is "a date with UTC time" (RFC 5545, 3.3.10), and a moment that knows its zone is that moment, as
# it is in DTSTART, DTEND and EXDATE.
# What happens: the zone is left out and the digits stay, UNTIL=20260402T033000, which readers take for Berlin's clock: recurring-ical-events 3.8.2 finds two workshops, the
# third is gone. From Tokyo (16:30) there are hours too many. With Berlin's own zone the digits happen to fit, and dateutil 2.9.0.post0 refuses the rule all the
# same, as not in UTC; only a moment in UTC gets its Z. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2 recurring-ical-events==3.8.2 python-dateutil==2.9.0.post0 tzdata==2026.6
"$folder/venv/bin/python" - <<'PY'
import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo
import icalendar, recurring_ical_events
from dateutil.rrule import rrulestr

START = datetime(2026, 3, 19, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
LAST = START.replace(month=4, day=2)


def written(until: datetime) -> tuple[str, int, bool]:
    """The rule's UNTIL, how many workshops a reader finds, and whether dateutil takes the rule."""
    event, calendar = icalendar.Event(), icalendar.Calendar()
    for name, value in {"uid": "1", "dtstart": START, "duration": timedelta(hours=1), "rrule": {"freq": "weekly", "until": until}}.items():
        event.add(name, value)
    calendar.add_component(event)
    calendar.add_missing_timezones()
    text = calendar.to_ical()
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between((2026, 1, 1), (2027, 1, 1))
    rule = event["rrule"].to_ical().decode()
    try:
        rrulestr(rule, dtstart=START)
    except ValueError:
        return rule.rpartition("UNTIL=")[2], len(found), False
    return rule.rpartition("UNTIL=")[2], len(found), True


said = {zone: written(LAST.astimezone(ZoneInfo(zone))) for zone in ("UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo")}
print("icalendar", icalendar.__version__, *said.items(), sep="\n  ")
sys.exit(
    said
    != {
        "UTC": ("20260402T073000Z", 3, True),
        "Europe/Berlin": ("20260402T093000", 3, False),
        "America/New_York": ("20260402T033000", 2, False),
        "Asia/Tokyo": ("20260402T163000", 3, False),
    }
)
PY
