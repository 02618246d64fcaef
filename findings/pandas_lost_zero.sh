#!/bin/sh
# pandas 3.1.1: to_datetime of whole numbers with format="%d%m%Y". A spreadsheet keeps 01022026 as the number 1022026; pandas
# makes text of it without the zero. Expected: 1 February 2026, or an error as from DuckDB, since %d and %m have two
# digits. What happens: 10 February 2026 in silence (the parser takes "10", "2", "2026"), up to ten days off for the
# first nine days of every month; 1012026 to 9122026 all pass. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 duckdb==1.5.6
"$folder/venv/bin/python" - <<'PY'
import duckdb, pandas, sys

numbers = [31012026, 1022026]
seen = [f"{time:%Y-%m-%d}" for time in pandas.to_datetime(pandas.Series(numbers), format="%d%m%Y")]
try:
    other = str(duckdb.sql("SELECT strptime('1022026', '%d%m%Y')").fetchone()[0])
except duckdb.InvalidInputException:
    other = "refused"
print(f"pandas {pandas.__version__}: {numbers} are {seen}; DuckDB {duckdb.__version__}: 1022026 is {other}")
sys.exit(seen != ["2026-01-31", "2026-02-10"] or other != "refused")
PY
