#!/bin/sh
# dateparser 1.5.0 with languages=["de"], looked at from Wednesday, 4 March 2026, noon: how long ago and when, as people write it into a list.
# Expected: "1,5 Stunden" is what "vor 1,5 Stunden" is, as "1.5 hours" is "1.5 hours ago" in English; "morgen 9 Uhr" is nine o'clock; or None.
# What happens: "1,5 Stunden" is five hours ago and "2,5 Wochen" five weeks (what stands before the comma is dropped; with "vor" or "in" it counts), of
# "morgen 9 Uhr" and "heute um 9 Uhr" the hour is dropped and it is noon, and "Montag 9 Uhr" is the Monday that is a ninth, at midnight.
# "9:00 Uhr" is read rightly in all of them, so that a list in which some write minutes looks well read. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
"$folder/venv/bin/python" -W ignore - <<'PY'
import sys
from datetime import datetime
import dateparser

noon = datetime(2026, 3, 4, 12)


def read(words, language="de"):
    found = dateparser.parse(words, languages=[language], settings={"RELATIVE_BASE": noon})
    print("  ", words, "->", found)
    return str(found)[:16]


print("dateparser", dateparser.__version__)
right = {"vor 1,5 Stunden": "2026-03-04 10:30", "morgen 9:00 Uhr": "2026-03-05 09:00", "Montag 9:00 Uhr": "2026-03-02 09:00"}
wrong = {
    "1,5 Stunden": "2026-03-04 07:00",
    "2,5 Wochen": "2026-01-28 12:00",
    "morgen 9 Uhr": "2026-03-05 12:00",
    "heute um 9 Uhr": "2026-03-04 12:00",
    "Montag 9 Uhr": "2026-03-09 00:00",
}
said = all(read(words) == moment for words, moment in (right | wrong).items())
sys.exit(not (said and read("1.5 hours", "en") == read("1.5 hours ago", "en") == "2026-03-04 10:30"))
PY
