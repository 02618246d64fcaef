#!/bin/sh
# PM4Py 2.7.23.11: write_xes of a table as read_csv gives it, with pandas 2.3.3 and with 3.1.1. One event has no channel, one no cost, one case has no segment.
# Expected: an attribute that is not there is not written, as XES (IEEE 1849) has it and as PM4Py does for whole numbers and truth values that are missing (Int64, boolean).
# What happens: each becomes <float key="channel" value="nan"/>. A channel is a string in one event and a number in the next, so that programs that go by the type of
# an attribute (opyenxes 0.3.0 here) have a numeric channel; programs that go by the value have one more channel, called "nan". For a cost, too, the word is
# wrong: xs:double, XES's type, knows "NaN" alone and lxml refuses "nan". PM4Py reads its own file as it was, which hides it. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/write.py" <<'PY'
import io, re, sys
import pandas, pm4py

table = pandas.read_csv(
    io.StringIO(
        "case:concept:name,concept:name,time:timestamp,channel,cost,reached,case:segment\n"
        "a,Order,2026-03-01 10:00,web,1.5,1,new\na,Pay,2026-03-02 10:00,,,,new\nb,Order,2026-03-02 10:00,shop,2,2,\n"
    ),
    dtype={"reached": "Int64"},
)
table["time:timestamp"] = pandas.to_datetime(table["time:timestamp"], utc=True)
pm4py.write_xes(pm4py.format_dataframe(table), sys.argv[1])
text = open(sys.argv[1]).read()
said = {key: re.findall(rf'<(\w+) key="{key}" value="([^"]*)"', text) for key in ("channel", "cost", "reached", "segment")}
print("pandas", pandas.__version__, said)
nan = ("float", "nan")
sys.exit(
    said
    != {
        "channel": [("string", "web"), nan, ("string", "shop")],
        "cost": [("float", "1.5"), nan, ("float", "2.0")],
        "reached": [("int", "1"), ("int", "2")],
        "segment": [("string", "new"), nan],
    }
)
PY
for pandas in 2.3.3 3.1.1; do
  python3 -m venv "$folder/$pandas"
  "$folder/$pandas/bin/pip" install --quiet --no-compile --disable-pip-version-check pm4py==2.7.23.11 pandas=="$pandas" lxml==6.1.3 opyenxes==0.3.0
  "$folder/$pandas/bin/python" -W ignore "$folder/write.py" "$folder/log.xes" 2>/dev/null
done
"$folder/3.1.1/bin/python" -W ignore - "$folder/log.xes" <<'PY'
import sys
from lxml import etree
from opyenxes.data_in.XUniversalParser import XUniversalParser

with open(sys.argv[1]) as file:
    (log,) = XUniversalParser().parse(file)
types = [type(event.get_attributes()["channel"]).__name__ for trace in log for event in trace]
schema = etree.XMLSchema(etree.XML('<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema"><s:element name="cost" type="s:double"/></s:schema>'))
valid = {word: schema.validate(etree.XML(f"<cost>{word}</cost>")) for word in ("1.5", "NaN", "nan")}
print("opyenxes: channels", types, "xs:double", valid)
sys.exit(not (types == ["XAttributeLiteral", "XAttributeContinuous", "XAttributeLiteral"] and valid == {"1.5": True, "NaN": True, "nan": False}))
PY
