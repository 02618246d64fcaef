#!/bin/sh
# Babel 2.19.0: format_interval(start, end, "Hm"), a span of clock times as a workshop or a stay has it, that ends on another day; and "MMMd" over New Year.
# Expected: what CLDR's rules for intervals (UTS 35) ask for and ICU does, here in Node: where the two differ in a field larger than those asked for, the
# pattern that has it, "2.3.2026, 09:00 – 3.3.2026, 11:30"; or at least start and end.
# What happens: only the skeleton's own fields are compared. From Monday 9:00 to Tuesday 11:30 is "09:00–11:30 Uhr", two and a half hours for 26 and a half;
# from Monday 9:00 to Tuesday 9:00 the end is not written at all: "09:00", and the English clock writes "9:00 AM" likewise. A year from 2 March 2026 to
# 2 March 2027 is "2. März", and to 4 April 2027 five weeks: "2. März – 4. Apr.". Nothing fails, and nothing shows while a span stays within a day or a year.
# Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0
"$folder/venv/bin/python" - <<'PY'
import sys
from datetime import date, datetime
import babel
from babel.dates import format_interval

cases = [
    (datetime(2026, 3, 2, 9), datetime(2026, 3, 2, 11, 30), "Hm", "de", "09:00–11:30 Uhr"),
    (datetime(2026, 3, 2, 9), datetime(2026, 3, 3, 11, 30), "Hm", "de", "09:00–11:30 Uhr"),
    (datetime(2026, 3, 2, 9), datetime(2026, 3, 3, 9), "Hm", "de", "09:00"),
    (datetime(2026, 3, 2, 9), datetime(2026, 3, 3, 9), "hm", "en", "9:00 AM"),
    (date(2026, 3, 2), date(2027, 3, 2), "MMMd", "de", "2. März"),
    (date(2026, 3, 2), date(2027, 4, 4), "MMMd", "de", "2. März – 4. Apr."),
]
seen = True
for start, end, fields, locale, expected in cases:
    written = format_interval(start, end, fields, locale=locale).replace("\u2009", " ").replace("\u202f", " ").replace("\xa0", " ")
    print("Babel", babel.__version__, locale, fields, start, "to", end, "->", repr(written))
    seen &= written == expected
sys.exit(not seen)
PY
node - <<'JS'
const clock = { hour: "2-digit", minute: "2-digit" }, day = { month: "short", day: "numeric" };
const cases = [
  ["2026-03-02T09:00", "2026-03-03T11:30", clock, ["2.3.2026", "3.3.2026"]],
  ["2026-03-02T09:00", "2026-03-03T09:00", clock, ["2.3.2026", "3.3.2026"]],
  ["2026-03-02T00:00", "2027-03-02T00:00", day, ["2026", "2027"]],
];
let seen = true;
for (const [start, end, options, parts] of cases) {
  const written = new Intl.DateTimeFormat("de", options).formatRange(new Date(start), new Date(end));
  console.log("Node", process.version, "ICU", process.versions.icu, written);
  seen &&= parts.every((part) => written.includes(part));
}
process.exit(seen ? 0 : 1);
JS
