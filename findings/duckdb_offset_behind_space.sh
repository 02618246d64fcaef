#!/bin/sh
# DuckDB 1.5.6 and 2.0.1: TRY_CAST(text AS TIMESTAMPTZ) of a million-row export's times as Ruby, Shopify and git (%ci) write them,
# "2026-01-05 10:11:12 +0100": an offset behind a space.
# Expected: an instant, as of "2026-01-05 10:11:12+0100" (pandas reads both alike), or NULL as quickly as of other text.
# What happens: NULL for every row, so that whoever counts what was read has an empty log; and in 1.5.6 each of them takes several
# hundred times as long as the same text without the space, or as text that is no time: the tail is taken for the
# name of a time zone and looked for. 10,000 rows take seconds, one core, no message. 2.0.1 gives the NULL at once.
# Exits with 1 if this changes: the factor is measured in one run, on the same rows, and asked for far below what it is.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/look.py" <<'PY'
import sys, time
import duckdb

ROWS = 4000
base = duckdb.connect()


def look(tail):
    """How many of the rows are read, and the seconds of processor time for them."""
    base.execute(
        f"CREATE OR REPLACE TABLE rows AS SELECT strftime(TIMESTAMP '2026-01-05' + i * INTERVAL 61 SECOND, "
        f"'%Y-%m-%d %H:%M:%S') || '{tail}' AS words FROM range({ROWS}) AS r(i)"
    )
    began = time.process_time()
    read = base.execute("SELECT count(TRY_CAST(words AS TIMESTAMPTZ)) FROM rows").fetchall()[0][0]
    return read, time.process_time() - began


look("+0100")
attached = look("+0100")
no_time = look(" (no time)")
for tail in (" +0100", " +01:00"):
    behind = look(tail)
    factor = behind[1] / max(attached[1], no_time[1], 1e-4)
    print(f"DuckDB {duckdb.__version__}: '+0100' reads {attached[0]} of {ROWS}, {tail!r} {behind[0]}, taking {factor:.0f} times as long")
    assert attached[0] == ROWS and behind[0] == 0 and no_time[0] == 0, (attached, behind, no_time)
    assert factor > 30 if duckdb.__version__ < "2" else factor < 10, factor
PY
for version in 1.5.6 2.0.1; do
  python3 -m venv "$folder/$version"
  "$folder/$version/bin/pip" install --quiet --disable-pip-version-check "duckdb==$version"
  "$folder/$version/bin/python" "$folder/look.py"
done
python3 -m venv "$folder/others"
"$folder/others/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1
"$folder/others/bin/python" -c "
import pandas
words = ['2026-01-05 10:11:12+0100', '2026-01-05 10:11:12 +0100', '2026-01-05 10:11:12 +01:00']
read = {str(pandas.Timestamp(each).tz_convert('UTC')) for each in words}
assert read == {'2026-01-05 09:11:12+00:00'}, read
print('pandas', pandas.__version__, 'reads all three as', *read)"
