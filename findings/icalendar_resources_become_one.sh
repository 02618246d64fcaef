#!/bin/sh
# icalendar 7.3.2: a workshop's RESOURCES, "Room\, big,Beamer": a list of two, a room and a projector (RFC 5545, 3.8.1.10), is read and written again, as to add a link.
# Expected: the two of them, as CATEGORIES ("Team\, south,Journey") beside it are kept, and as ical.js 2.2.1 reads the same line.
# What happens: reading makes one text of the list, "Room, big,Beamer", in which nobody can tell the commas apart any more, and writing escapes them all,
# "Room\, big\,Beamer": for every reader, ical.js as well, the workshop now needs one thing of an odd name, and whoever books the projector by it finds none.
# add("resources", ["Room", "Beamer"]) writes no list but two lines, which do read back. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2
cd "$folder"
npm init --yes > npm.log
npm install --silent --ignore-scripts --no-audit --no-fund ical.js@2.2.1
printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//x//x//EN BEGIN:VEVENT UID:1 DTSTAMP:20260301T100000Z DTSTART:20260319T083000Z \
  'CATEGORIES:Team\, south,Journey' 'RESOURCES:Room\, big,Beamer' END:VEVENT END:VCALENDAR > before.ics
venv/bin/python - <<'PY'
import sys
from pathlib import Path
import icalendar

calendar = icalendar.Calendar.from_ical(Path("before.ics").read_bytes())
(event,) = calendar.walk("VEVENT")
Path("after.ics").write_bytes(calendar.to_ical())
lines = [line for line in calendar.to_ical().decode().splitlines() if line.startswith(("CATEGORIES", "RESOURCES"))]
two = icalendar.Event()
two.add("resources", ["Room", "Beamer"])
print("icalendar", icalendar.__version__, repr(str(event["resources"])), lines, two.to_ical().decode().splitlines()[1:-1])
sys.exit(not (event["resources"] == "Room, big,Beamer" and lines == ["CATEGORIES:Team\\, south,Journey", "RESOURCES:Room\\, big\\,Beamer"]))
PY
cat > read.mjs <<'JS'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
const read = (file, name) => new ICAL.Component(ICAL.parse(readFileSync(file, "utf8"))).getFirstSubcomponent("vevent").getFirstProperty(name).getValues();
const said = ["before.ics", "after.ics"].map((file) => [read(file, "categories").length, read(file, "resources").length]);
console.log("ical.js 2.2.1 categories and resources before and after", JSON.stringify(said));
process.exit(JSON.stringify(said) === "[[2,2],[2,1]]" ? 0 : 1);
JS
node read.mjs
