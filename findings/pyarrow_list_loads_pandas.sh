#!/bin/sh
# pyarrow 26.0.1 beside pandas 3.1.1, and DuckDB 1.5.6. A program that is started for one answer uses pyarrow alone, to be quick.
# Expected: pandas, which it does not use, is not loaded.
# What happens:
# 1. pyarrow.array() of a plain list of strings imports all of pandas, where pandas is installed: a few tenths of a second, more
#    than the rest of such a program takes. The same from a buffer, or by pyarrow.csv, does not.
# 2. DuckDB's register() of an Arrow table imports pyarrow.dataset and pandas, and so does one of an object that has nothing but
#    __arrow_c_stream__ around the same table. Handing it what that method gives, the stream itself, does not.
# So "we have no pandas here" is not what the code says but what the process has loaded. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyarrow==26.0.1 pandas==3.1.1 duckdb==1.5.6
cat > "$folder/steps.py" <<'PY'
import io, sys
import pyarrow
import pyarrow.csv


class Behind:
    """A table behind Arrow's stream interface alone."""

    def __init__(self, table):
        self.table = table

    def __arrow_c_stream__(self, requested_schema=None):
        return self.table.__arrow_c_stream__(requested_schema)


def read():
    return pyarrow.csv.read_csv(io.BytesIO(b"step\nvisit\norder\n"))


def from_a_list():
    return pyarrow.array(["visit", "order"])


def registered(given):
    import duckdb

    connection = duckdb.connect()
    connection.register("log", given)
    return connection.execute("SELECT count(*) FROM log").fetchone()


{"read": read, "list": from_a_list, "table": lambda: registered(read()), "object": lambda: registered(Behind(read())),
 "stream": lambda: registered(read().__arrow_c_stream__())}[sys.argv[1]]()
print("pandas" in sys.modules)
PY
for step in read list table object stream; do
  printf '%s: pandas loaded: %s\n' "$step" "$("$folder/venv/bin/python" "$folder/steps.py" "$step")"
done | tee "$folder/seen"
printf 'read: pandas loaded: False\nlist: pandas loaded: True\ntable: pandas loaded: True\nobject: pandas loaded: True\nstream: pandas loaded: False\n' | cmp -s - "$folder/seen"
