#!/bin/sh
# DuckDB 2.0.1 (and 1.5.6): a CSV of orders whose numbers are 1001, #1002 and 1003, as where two shops or two years of one shop are put together
# (some systems write the sign, others do not).
# Expected: three rows, as csv of Python, pandas 3.1.1 and Polars 2.1.0 read them; CSV (RFC 4180) has no comments, and nobody asked for any.
# What happens: two rows. The sniffer takes # for the sign of comments, since the column is then one of numbers, and leaves the row out without a word;
# store_rejects has nothing, and strict_mode does not help. With "#" in all three rows they are all there. comment='' brings the row back,
# though the documentation calls that the default. Upstream knows of errors through the same guess (duckdb/duckdb issue 17744, open).
# Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/read.py" <<'PY'
import csv, sys
import duckdb, pandas, polars

path = f"{sys.argv[1]}/orders.csv"


def write(*numbers):
    with open(path, "w") as file:
        file.write("order,paid,total\n" + "".join(f"{number},2026-02-0{day},10\n" for day, number in enumerate(numbers, 1)))


def numbers(options=""):
    return [str(number) for (number,) in duckdb.sql(f'SELECT "order" FROM read_csv(\'{path}\'{options})').fetchall()]


write("#1001", "#1002", "#1003")
every = numbers()
write("1001", "#1002", "1003")
read, strict, told = numbers(), numbers(", strict_mode = true"), numbers(", comment = ''")
numbers(", store_rejects = true")
rejected = duckdb.sql("FROM reject_errors").fetchall()
sign = duckdb.sql(f"SELECT Comment FROM sniff_csv('{path}')").fetchall()[0][0]
with open(path) as file:
    others = [[row[0] for row in list(csv.reader(file))[1:]]]
others += [[*pandas.read_csv(path)["order"]], [*polars.read_csv(path)["order"]]]
print("DuckDB", duckdb.__version__, read, "sign of comments:", sign, "strict:", strict, "comment='':", told, "rejected:", rejected)
print("csv, pandas", pandas.__version__, "Polars", polars.__version__, others)
whole = ["1001", "#1002", "1003"]
said = read == strict == ["1001", "1003"] and sign == "#" and told == whole and not rejected and len(every) == 3
sys.exit(not (said and others == [whole] * 3))
PY
for release in 1.5.6 2.0.1; do
  python3 -m venv "$folder/$release"
  "$folder/$release/bin/pip" install --quiet --disable-pip-version-check duckdb==$release pandas==3.1.1 polars==2.1.0
  "$folder/$release/bin/python" "$folder/read.py" "$folder"
done
