#!/bin/sh
# DuckDB 2.0.1 (and 1.5.6) and Polars 2.1.0: a CSV with days as German programs write them short, 27.02.26, 28.02.26 and 31.12.26 (day, month, year).
# Expected: the days of 2026; or text, as days of two digits may be written in several orders; or at least one answer.
# What happens: DuckDB finds a DATE and takes the day for the year: 2027-02-26, 2028-02-26, 2031-12-26. Every day from 1 to 31 is a year too, so no
# row of such a file ever contradicts, and the years that come out (2001 to 2031) look like years. With slashes and hyphens it does the same; with
# 7.2.26 in one row all of them are right, as a year has two digits. strptime with '%d.%m.%y' is right as well.
# Polars (read_csv with try_parse_dates, and str.to_date) takes the order rightly and makes it the year 26 after Christ. One day later is
# a year later in DuckDB. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/read.py" <<'PY'
import sys
import duckdb, polars

days = ["27.02.26", "28.02.26", "31.12.26"]
path = f"{sys.argv[1]}/days.csv"


def found(days):
    with open(path, "w") as file:
        file.write("\n".join(["case,day", *(f"{number},{day}" for number, day in enumerate(days))]) + "\n")
    return [str(day) for (day,) in duckdb.sql(f"SELECT day FROM '{path}'").fetchall()]


mixed, named = found(["7.2.26", *days]), duckdb.sql("SELECT strptime('27.02.26', '%d.%m.%y')::DATE::VARCHAR").fetchall()[0][0]
other = {sign: found([day.replace(".", sign) for day in days]) for sign in "/-"}
read = found(days)
framed = [str(day) for day in polars.read_csv(path, try_parse_dates=True)["day"]]
print("DuckDB", duckdb.__version__, read, "with 7.2.26:", mixed, "named:", named)
print("Polars", polars.__version__, framed)
wrong, right = ["2027-02-26", "2028-02-26", "2031-12-26"], ["2026-02-27", "2026-02-28", "2026-12-31"]
said = read == other["/"] == other["-"] == wrong and mixed == ["2026-02-07", *right] and named == right[0]
sys.exit(not (said and framed == [f"00{day[2:]}" for day in right]))
PY
for release in 1.5.6 2.0.1; do
  python3 -m venv "$folder/$release"
  "$folder/$release/bin/pip" install --quiet --disable-pip-version-check duckdb==$release polars==2.1.0
  "$folder/$release/bin/python" "$folder/read.py" "$folder"
done
