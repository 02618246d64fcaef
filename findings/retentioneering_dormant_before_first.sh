#!/bin/sh
# retentioneering 5.2.4: to_daily_states(active_events=["buy"]), which day of a customer is of which state where only buying counts.
# Expected: what its documentation says of the states: "dormant — was last active more than 30 days ago", "new — first-ever active day". Who looks on 2 March and
# buys for the first time on the 5th was never active before, and no state of days without activity is his.
# What happens: he is "dormant" on the 2nd, 3rd and 4th and then "new". Whoever only looked is dormant from the very first day, so that visitors of this
# week who have not bought yet are counted among lapsed customers; with all of them new, three of four rows say dormant after four days of data.
# Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check retentioneering==5.2.4 pandas==3.1.1 duckdb==2.0.1
RETENTIONEERING_NO_TRACK=1 "$folder/venv/bin/python" -W ignore - <<'PY'
import sys
from importlib.metadata import version
import pandas
from retentioneering.data_processors.to_daily_states import ToDailyStates
from retentioneering.eventstream.eventstream import Eventstream

log = [("Ann", "look", 2), ("Ann", "look", 3), ("Ann", "buy", 5), ("Ben", "look", 2), ("Ben", "look", 4), ("Cleo", "look", 5)]
frame = pandas.DataFrame(log, columns=["user_id", "event", "day"])
frame["timestamp"] = pandas.to_datetime(frame.pop("day").map("2026-03-{:02d}".format))
states = Eventstream(frame).to_daily_states(active_events=["buy"]).df
said = {name: [f"{day:%d}. {state}" for day, state in zip(rows.timestamp, rows.event)] for name, rows in states.groupby("user_id")}
promised = [line.strip() for line in ToDailyStates.__doc__.splitlines() if "``dormant``" in line or "``new``" in line]
print("retentioneering", version("retentioneering"), said, *promised, sep="\n  ")
dormant = [f"{day:02d}. dormant" for day in range(2, 6)]
kept = any("more than 30 days ago" in line for line in promised)
sys.exit(not (kept and said == {"Ann": [*dormant[:3], "05. new"], "Ben": dormant, "Cleo": dormant[3:]}))
PY
