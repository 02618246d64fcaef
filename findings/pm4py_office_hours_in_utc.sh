#!/bin/sh
# PM4Py 2.7.23.11: how long cases take in office hours, get_all_case_durations(log, business_hours=True), by itself Monday to Friday, 7 to 17. The log says its
# times in Berlin's clock, as XES has them (+01:00, +02:00): a request at 17:30 that is answered at 7:30 the next morning, once in January, once in July.
# Expected: half an hour each, as the table with these times gives.
# What happens: read_xes and format_dataframe turn all times into UTC, the first step of every lesson, and the office hours are then laid over UTC's clock: the same wait is
# half an hour in January (another one: 16:30 to 17:00 of UTC) and an hour and a half in July. A process looks three times as slow in summer, and what is asked for
# on a Monday at 8:00 of Berlin in July waits an hour for an office that is open. The documentation of the slots says seconds of the week, not whose.
# Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check pm4py==2.7.23.11 pandas==3.1.1
"$folder/venv/bin/python" -W ignore - "$folder/log.xes" 2>/dev/null <<'PY'
import sys
from importlib.metadata import version
import pandas, pm4py

waits = [("2026-01-12T17:30:00+01:00", "2026-01-13T07:30:00+01:00"), ("2026-07-13T17:30:00+02:00", "2026-07-14T07:30:00+02:00")]
event = '<event><string key="concept:name" value="{}"/><date key="time:timestamp" value="{}"/></event>'
with open(sys.argv[1], "w") as file:
    file.write('<?xml version="1.0"?><log xes.version="1849.2016" xmlns="http://www.xes-standard.org/">')
    for number, (asked, answered) in enumerate(waits):
        file.write(f'<trace><string key="concept:name" value="{number}"/>{event.format("Ask", asked)}{event.format("Answer", answered)}</trace>')
    file.write("</log>")
rows = [(str(number), name, moment) for number, wait in enumerate(waits) for name, moment in zip(("Ask", "Answer"), wait)]
table = pandas.DataFrame(rows, columns=["case:concept:name", "concept:name", "time:timestamp"])
table["time:timestamp"] = pandas.to_datetime(table["time:timestamp"], utc=True).dt.tz_convert("Europe/Berlin")


def hours(log: pandas.DataFrame) -> list[float]:
    return [float(pm4py.get_case_duration(log, case, business_hours=True)) / 3600 for case in ("0", "1")]


said = {"table": hours(table), "formatted": hours(pm4py.format_dataframe(table.copy())), "XES": hours(pm4py.read_xes(sys.argv[1]))}
print("PM4Py", version("pm4py"), "office hours in January and July:", said)
sys.exit(said != {"table": [0.5, 0.5], "formatted": [0.5, 1.5], "XES": [0.5, 1.5]})
PY
