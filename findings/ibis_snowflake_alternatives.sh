#!/bin/sh
# Ibis 12.0.0, Snowflake: string.re_search with a pattern of two alternatives. Shown without a Snowflake: the SQL that Ibis
# writes, and what Python makes of that pattern when it has to fit the whole text, as Snowflake's REGEXP_LIKE wants it ("the
# function implicitly anchors a pattern at both ends", Snowflake's documentation of REGEXP_LIKE).
# Expected: re_search("cat|dog") is true for "a dog barks", as in Ibis on DuckDB (run below).
# What happens: Ibis puts ".*" before and behind the pattern as it is, without parentheses, so that it reads as ".*cat" or
# "dog.*": a text is found only where it ends with the first word or begins with the last one; the middle ones of three must be
# the whole text. Nothing fails; rows are missing. "^a|b$" goes wrong in the same way.
# Patterns in parentheses, "(cat|dog)" or "(?:...)", mean the same everywhere.
# Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check 'ibis-framework[duckdb,snowflake]==12.0.0'
"$folder/venv/bin/python" - <<'PY'
import re
import ibis

texts = ["a dog barks", "the cat", "dogs bark", "a cat sleeps", "a cat and a dog"]
table = ibis.table({"said": "string"}, name="said")


def written(pattern):
    """What Ibis writes for Snowflake as the pattern that has to fit the whole text."""
    sql = ibis.to_sql(table.said.re_search(pattern), dialect="snowflake")
    parts = re.search(r"REGEXP_LIKE\(.*?, CONCAT\((.*?)\), 'cs'\)", sql).group(1)
    return "".join(re.findall(r"'([^']*)'", parts))


def on_snowflake(pattern):
    return [bool(re.fullmatch(written(pattern), text)) for text in texts]


held = ibis.memtable({"said": texts, "place": range(len(texts))})
on_duckdb = held.mutate(found=held.said.re_search("cat|dog")).order_by("place").found.to_pyarrow().to_pylist()
print("Ibis", ibis.__version__, "writes for Snowflake:", written("cat|dog"))
for text, here, there, mended in zip(texts, on_duckdb, on_snowflake("cat|dog"), on_snowflake("(cat|dog)")):
    print(f"{text!r}: DuckDB {here}, the whole text as Snowflake's pattern {there}, in parentheses {mended}")
assert written("cat|dog") == ".*cat|dog.*", written("cat|dog")
assert on_duckdb == [True] * 5, on_duckdb
assert on_snowflake("cat|dog") == [False, True, True, False, False]
assert on_snowflake("(cat|dog)") == [True] * 5
PY
