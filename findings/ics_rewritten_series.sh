#!/bin/sh
# ics 0.7.3: a workshop every week at 9:30 in Berlin, from 19 March 2026 to 2 April (DTSTART with TZID=Europe/Berlin and its VTIMEZONE, RRULE with UNTIL), is
# read and written again, as to put a link or a room into its description. Both are unfolded by recurring-ical-events 3.8.2.
# Expected: the same appointments; ics does not unfold series, and keeps the lines that it does not know (RRULE, EXDATE).
# What happens: the start becomes UTC (DTSTART:20260319T083000Z) and the rule stays, so that the series now has the same time of UTC: from
# the end of March on it is at 10:30 in Berlin, and the last appointment, at 9:30 on 2 April, lies behind UNTIL and is gone. In an all-day
# series and in one without summer time between nothing shows. Every file also gets CALSCALE:GEORGIAN (RFC 5545 knows GREGORIAN), so that
# recurring-ical-events refuses it; that word is put right here before the rest is looked at. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ics==0.7.3 icalendar==7.3.2 recurring-ical-events==3.8.2 tzdata==2026.6
cat > "$folder/series.py" <<'PY'
from importlib.metadata import version
from zoneinfo import ZoneInfo
import ics, icalendar, recurring_ical_events
from recurring_ical_events.errors import InvalidCalendar


def calendar(rule):
    return f"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//workshops//EN
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:series@example.org
DTSTAMP:20260101T000000Z
DTSTART;TZID=Europe/Berlin:20260319T093000
DURATION:PT2H
RRULE:{rule}
SUMMARY:Workshop
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def appointments(text):
    events = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between((2026, 3, 1), (2026, 5, 1))
    return [event.start.astimezone(ZoneInfo("Europe/Berlin")).strftime("%d.%m. %H:%M") for event in events]


print("ics", version("ics"), "unfolded by recurring-ical-events", version("recurring-ical-events"))
weeks = ["19.03. 09:30", "26.03. 09:30", "02.04. 09:30"]
said = []
for rule, expected in (("FREQ=WEEKLY;UNTIL=20260402T073000Z", weeks[:2]), ("FREQ=WEEKLY;COUNT=3", [*weeks[:2], "02.04. 10:30"])):
    text = calendar(rule)
    written = ics.Calendar(text).serialize()
    try:
        appointments(written)
        said.append(False)
    except InvalidCalendar as error:
        print("refused as written:", error)
        said.append("CALSCALE:GEORGIAN" in written)
    again = written.replace("CALSCALE:GEORGIAN", "CALSCALE:GREGORIAN")
    kept = [line for line in again.split("\r\n") if line.startswith(("DTSTART", "RRULE"))]
    said.append(appointments(text) == weeks and appointments(again) == expected)
    print(rule, "before", appointments(text), "after", appointments(again), sorted(kept))
    said.append(sorted(kept) == ["DTSTART:20260319T083000Z", f"RRULE:{rule}"])
raise SystemExit(not all(said))
PY
"$folder/venv/bin/python" "$folder/series.py"
