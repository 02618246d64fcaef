#!/bin/sh
# PM4Py 2.7.23.11, write_xes of an event log whose channel is a category of pandas (as read_csv with dtype="category", Parquet and many lessons give it), in
# an environment without rustxes, and in one with rustxes 0.2.11, PM4Py's quicker reader and writer of XES, which it takes as soon as it is there.
# Expected: the same log, "web" and "shop".
# What happens: with rustxes the channel of every event is a text out of the writer's inside, "Categorical(0, CategoricalMapping { … })", the names are nowhere
# in the file, and spans and days become "Duration(108000000000000, Nanoseconds)" and "Date(20513)". No error, no warning; reading back
# gives a full column. Without rustxes the words are kept. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/write.py" <<'PY'
import re, sys
from datetime import date, timedelta
from importlib.metadata import version
import pandas, pm4py

log = pandas.DataFrame({"case:concept:name": ["1", "1", "2"], "concept:name": ["See", "Buy", "See"]})
log["time:timestamp"] = pandas.to_datetime(["2026-03-01T09:00Z", "2026-03-01T10:00Z", "2026-03-02T09:00Z"])
log["channel"] = pandas.Categorical(["web", "shop", "web"])
log["wait"] = pandas.to_timedelta([30, 30, 30], unit="h")
log["day"] = [date(2026, 3, 1)] * 3
pm4py.write_xes(log, sys.argv[1])
with open(sys.argv[1]) as file:
    text = file.read()
found = {key: re.findall(rf'key="{key}" value="([^"]*)"', text) for key in ("channel", "wait", "day")}
print("PM4Py", version("pm4py"), *sys.argv[2:], *found.items(), sep="\n  ")
if sys.argv[2] == "plain":
    sys.exit(found["channel"] != ["web", "shop", "web"])
inside = [value.split(",")[0] for value in found["channel"]] == ["Categorical(0", "Categorical(1", "Categorical(0"]
lost = found["wait"][0].startswith("Duration(") and found["day"][0] == "Date(20513)"
sys.exit(not (inside and lost and "shop" not in text))
PY
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pm4py==2.7.23.11 pandas==2.3.3
"$folder/venv/bin/python" -W ignore "$folder/write.py" "$folder/plain.xes" plain 2>/dev/null
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rustxes==0.2.11
"$folder/venv/bin/python" -W ignore "$folder/write.py" "$folder/quick.xes" "with rustxes 0.2.11" 2>/dev/null
