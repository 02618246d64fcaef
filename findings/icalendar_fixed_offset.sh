#!/bin/sh
# icalendar 7.3.2: an event at datetime.fromisoformat("2026-03-02T09:00:00+02:00"), as APIs give times.
# Expected: nine o'clock two hours east of Greenwich, 07:00 UTC, whoever reads the file.
# What happens: it is written as TZID="UTC+02:00" without any VTIMEZONE of that name, which RFC 5545 demands; add_missing_timezones()
# adds none. icalendar itself reads it back without a zone, ical.js 2.2.1 as floating (09:00 wherever one is, so in New York
# 14:00 UTC), and ics 0.7.3 as +02:00. Zones of zoneinfo and UTC are fine, so tests with those hide it; .astimezone(UTC) before
# adding keeps the moment. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2 ics==0.7.3
"$folder/venv/bin/python" -W ignore - "$folder/event.ics" <<'PY'
import sys
from datetime import UTC, datetime
from importlib.metadata import version
import ics
from icalendar import Calendar, Event

event, calendar = Event(), Calendar()
event.add("uid", "round-2@journey.example")
event.add("dtstamp", datetime(2026, 1, 1, tzinfo=UTC))
event.add("dtstart", datetime.fromisoformat("2026-03-02T09:00:00+02:00"))
calendar.add("version", "2.0")
calendar.add("prodid", "-//example//EN")
calendar.add_component(event)
calendar.add_missing_timezones()
written = calendar.to_ical()
with open(sys.argv[1], "wb") as file:
    file.write(written)
line = next(line for line in written.decode().splitlines() if line.startswith("DTSTART"))
again = Calendar.from_ical(written).walk("VEVENT")[0].start
other = next(iter(ics.Calendar(written.decode()).events)).begin
print("icalendar", version("icalendar"), line, "VTIMEZONE" in written.decode())
print("  read by icalendar:", again.isoformat(), "by ics", version("ics"), other.isoformat())
same = line == 'DTSTART;TZID="UTC+02:00":20260302T090000' and b"VTIMEZONE" not in written
sys.exit(not (same and again.tzinfo is None and other.isoformat() == "2026-03-02T09:00:00+02:00"))
PY
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund ical.js@2.2.1
TZ=America/New_York node --input-type=module - <<'JS'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
const start = new ICAL.Event(new ICAL.Component(ICAL.parse(readFileSync("event.ics", "utf8"))).getFirstSubcomponent("vevent")).startDate;
console.log("  read by ical.js in New York:", start.zone.tzid, start.toJSDate().toISOString());
process.exit(start.zone.tzid === "floating" && start.toJSDate().toISOString() === "2026-03-02T14:00:00.000Z" ? 0 : 1);
JS
