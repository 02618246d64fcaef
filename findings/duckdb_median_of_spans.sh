#!/bin/sh
# DuckDB 1.5.6 and 2.0.1: median() of waits, spans of time that are the difference of two moments, where their count is even (one hour and three hours).
# Expected: two hours, the middle of both, as the same call gives for their seconds, for moments, days, clock times and numbers, and as avg() does.
# What happens: 1.5.6 gives one hour, the lower of the two, in silence (spans are taken for things that can be ordered and not averaged); with few
# cases, as in a step that ten people reached, that is far off. 2.0.1 gives two hours, so that a report's medians change with the version,
# while quantile_cont(waits, 0.5), of which median is the short name, is refused by both. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/waits.py" <<'PY'
import duckdb

duckdb.sql("""CREATE TABLE steps AS SELECT began::TIMESTAMP AS began, ended::TIMESTAMP AS ended FROM (VALUES
    ('2026-03-02 09:00', '2026-03-02 10:00'), ('2026-03-02 09:00', '2026-03-02 12:00')) AS visits(began, ended)""")
waits = duckdb.sql("SELECT median(ended - began), avg(ended - began), median(epoch(ended - began)), median(ended) FROM steps").fetchall()[0]
try:
    continuous = duckdb.sql("SELECT quantile_cont(ended - began, 0.5) FROM steps").fetchall()
except duckdb.BinderException:
    continuous = "refused"
found = [str(wait) for wait in waits]
print("DuckDB", duckdb.__version__, "median", found[0], "avg", found[1], "of the seconds", found[2], "of moments", found[3], "quantile_cont", continuous)
middle = "1:00:00" if duckdb.__version__ == "1.5.6" else "2:00:00"
raise SystemExit(not (found == [middle, "2:00:00", "7200.0", "2026-03-02 11:00:00"] and continuous == "refused"))
PY
for release in 1.5.6 2.0.1; do
  python3 -m venv "$folder/$release"
  "$folder/$release/bin/pip" install --quiet --disable-pip-version-check duckdb==$release
  "$folder/$release/bin/python" "$folder/waits.py"
done
