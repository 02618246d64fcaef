#!/bin/sh
# retentioneering 5.2.4: a log whose times know their zone (Europe/Berlin): one customer at 0:30, 12:00 and 23:30 of 2 March 2026.
# Expected: one active day, the 2 March that the log says; or at least one answer wherever the notebook runs.
# What happens: the days are those of the zone that the machine is set to, which DuckDB takes for its session. On a machine in Berlin it is one active day and one
# "new" state; on a server that is set to UTC, or in New York, it is two days, "new" on 1 March and "current" (he came back) on the 2nd. Two colleagues
# with the same file and the same lines get other numbers of returning customers, and nothing warns. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check retentioneering==5.2.4 pandas==3.1.1 duckdb==2.0.1
cat > "$folder/count.py" <<'PY'
import pandas
from retentioneering.eventstream.eventstream import Eventstream

moments = pandas.to_datetime(["2026-03-02 00:30", "2026-03-02 12:00", "2026-03-02 23:30"]).tz_localize("Europe/Berlin")
stream = Eventstream(pandas.DataFrame({"user_id": "Ann", "event": ["look", "buy", "look"], "timestamp": moments}))
states = stream.to_daily_states().df
days = int(stream.get_metrics([{"metric": "active_days"}]).iloc[0, 0])
print(days, *(f"{day:%d.%m.} {state}" for day, state in zip(states.timestamp, states.event)), sep="  ")
PY
seen=0
for case in "Europe/Berlin=1  02.03. new" "UTC=2  01.03. new  02.03. current" "America/New_York=2  01.03. new  02.03. current"; do
  said=$(TZ="${case%%=*}" RETENTIONEERING_NO_TRACK=1 "$folder/venv/bin/python" -W ignore "$folder/count.py")
  echo "retentioneering 5.2.4 on a machine in ${case%%=*}: active days $said"
  [ "$said" = "${case#*=}" ] || seen=1
done
exit "$seen"
