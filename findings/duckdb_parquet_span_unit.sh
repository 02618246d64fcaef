#!/bin/sh
# DuckDB 2.0.1 on Parquet files with spans of time (30 hours), as Polars 2.1.0 writes them in units of ms, us and ns.
# Expected: an INTERVAL, as DuckDB makes of the same three Arrow tables, or an error.
# What happens: a BIGINT without unit, 108000000, 108000000000 and 108000000000000 for one and the same span. The unit stands in the file
# (key ARROW:schema), and PyArrow gives the spans back. Files of two tools that are read together are summed in different
# units in silence. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1 polars==2.1.0 pyarrow==26.0.1
"$folder/venv/bin/python" - "$folder" <<'PY'
import sys
from datetime import timedelta
import duckdb, polars, pyarrow.parquet

said = []
print("DuckDB", duckdb.__version__, "Polars", polars.__version__, "PyArrow", pyarrow.__version__)
for unit in ("ms", "us", "ns"):
    path = f"{sys.argv[1]}/{unit}.parquet"
    polars.DataFrame({"waited": polars.Series([timedelta(hours=30)], dtype=polars.Duration(unit))}).write_parquet(path)
    frame = pyarrow.parquet.read_table(path)
    file = duckdb.sql(f"SELECT typeof(waited), waited FROM '{path}'").fetchall()[0]
    arrow = duckdb.sql("SELECT typeof(waited), waited FROM frame").fetchall()[0]
    said.append((*file, *arrow))
    print(unit, "from Parquet", file, "from Arrow", arrow, frame.schema.field("waited").type)
span = timedelta(hours=30)
sys.exit(said != [("BIGINT", 108 * 10**power, "INTERVAL", span) for power in (6, 9, 12)])
PY
