#!/bin/sh
# PM4Py 2.7.23.11: an XES log with boolean attributes written as 1 and 0. XES (IEEE 1849) gives them the type xs:boolean, whose words are
# true, false, 1 and 0; lxml's own validation by such a type takes all four.
# Expected: "1" is true as "true" is.
# What happens: "1" is read as False, in silence; only "true" is True. Every won case of such a log is a lost one, and no column looks
# broken, since all values are booleans. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pm4py==2.7.23.11 lxml==6.1.3
"$folder/venv/bin/python" -W ignore - "$folder/log.xes" 2>/dev/null <<'PY'
import sys
from importlib.metadata import version
import pm4py
from lxml import etree

written = ["true", "1", "false", "0"]
trace = '<trace><string key="concept:name" value="{0}"/><event><string key="concept:name" value="Order"/>' \
    '<date key="time:timestamp" value="2026-03-0{0}T10:00:00Z"/><boolean key="won" value="{1}"/></event></trace>'
with open(sys.argv[1], "w") as file:
    file.write('<?xml version="1.0"?><log xes.version="1849.2016" xmlns="http://www.xes-standard.org/">')
    file.writelines(trace.format(number, value) for number, value in enumerate(written, 1))
    file.write("</log>")
read = pm4py.read_xes(sys.argv[1])["won"].tolist()
schema = etree.XMLSchema(etree.XML('<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema"><s:element name="won" type="s:boolean"/></s:schema>'))
valid = [schema.validate(etree.XML(f"<won>{value}</won>")) for value in written]
print("PM4Py", version("pm4py"), dict(zip(written, read)), "valid:", valid)
sys.exit(not (read == [True, False, False, False] and all(valid)))
PY
