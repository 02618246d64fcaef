#!/bin/sh
# vobject 0.9.9: appointments at 9:30 on 6 July 2026 in zones of zoneinfo (tzdata 2026.6), written with serialize(): workshops of one team in several towns.
# Expected: what is read is the moment that was written, by vobject itself as by icalendar 7.3.2.
# What happens: a zone is written by the short name of its winter, TZID=GMT for Europe/London, EST for America/New_York.
# 1. Zones that share a short name become one: with Chicago before Shanghai in one calendar both are TZID=CST with Chicago's rules, and
#    Shanghai's workshop is 13 hours late, for vobject itself as well; with Dublin before Kolkata (IST) it is four and a half hours.
#    The names stay for as long as the process lives, so a calendar that has Shanghai alone is as wrong after one that had Chicago.
# 2. GMT and EST are zones without summer time of their own in the tables of zones, which icalendar looks up before the rules in the file
#    (those would be right, and govern in RFC 5545): London's and New York's summer is an hour late there. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check vobject==0.9.9 icalendar==7.3.2 tzdata==2026.6
cat > "$folder/towns.py" <<'PY'
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from zoneinfo import ZoneInfo
import icalendar, vobject

towns = sys.argv[1].split()
moments = [datetime(2026, 7, 6, 9, 30, tzinfo=ZoneInfo(town)) for town in towns]
calendar = vobject.iCalendar()
for number, moment in enumerate(moments):
    if sys.argv[3:] == ["apart"]:
        calendar = vobject.iCalendar()
    event = calendar.add("vevent")
    event.add("uid").value = event.add("summary").value = str(number)
    event.add("dtstart").value = moment
    text = calendar.serialize()
names = [line.split("TZID=")[1].split(":")[0] for line in text.split("\r\n") if line.startswith("DTSTART;")]
read = {
    "vobject": {event.summary.value: event.dtstart.value for event in vobject.readOne(text).vevent_list},
    "icalendar": {str(event["SUMMARY"]): event.start for event in icalendar.Calendar.from_ical(text).walk("VEVENT")},
}
late = {
    reader: [(start.astimezone(UTC) - moments[int(number)].astimezone(UTC)).total_seconds() / 3600 for number, start in sorted(starts.items())]
    for reader, starts in read.items()
}
print(*(f"{name} {version(name)}" for name in late), "towns", towns, "written as", names, "hours late", late)
wanted = [[float(hours) for hours in column.split()] for column in sys.argv[2].split(";")]
raise SystemExit([*late.values()] != wanted)
PY
seen() { "$folder/venv/bin/python" "$folder/towns.py" "$@"; }
seen "Europe/Berlin" "0;0"
seen "Europe/London America/New_York" "0 0;1 1"
seen "Asia/Shanghai America/Chicago" "0 -13;0 -13"
seen "America/Chicago Asia/Shanghai" "0 13;0 13"
seen "Europe/Dublin Asia/Kolkata" "0 4.5;0 4.5"
seen "Asia/Shanghai" "0;0"
seen "America/Chicago Asia/Shanghai" "13;13" apart
