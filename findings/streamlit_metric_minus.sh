#!/bin/sh
# Streamlit 1.67.0: st.metric with a change as words, below zero, as "−3 pp" (U+2212, the minus sign).
# Expected: red, the arrow down: "if the delta … starts with a minus sign, the arrow points down" (its documentation).
# What happens: only the hyphen of the keyboard counts, and everything else is a rise: "−3 pp" is green and its arrow points up, in silence.
# The minus sign is what makers of numbers write by themselves: Vega's format (vl-convert 1.9.0.post1 and Altair, so the text of a chart
# beside the metric), Intl in Swedish or Norwegian (Node here), and whoever sets text with care. A figure in a frame says a loss in
# words and a gain in colour. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check streamlit==1.67.0 vl-convert-python==1.9.0.post1
swedish=$(node -p 'new Intl.NumberFormat("sv-SE").format(-3)')
cat > "$folder/metrics.py" <<'PY'
import re, sys
import streamlit, vl_convert
from streamlit.proto.Metric_pb2 import Metric
from streamlit.testing.v1 import AppTest

chart = {"data": {"values": [{"change": -3}]}, "mark": "text", "encoding": {"text": {"field": "change", "format": "+d"}}}
vega = re.findall(">([^<]+)</text>", vl_convert.vegalite_to_svg(chart))[0]


def page(deltas):
    import streamlit

    for delta in deltas:
        streamlit.metric("Share", "40 %", delta)


app = AppTest.from_function(page, args=(["-3", vega, sys.argv[1], "\u22123 pp", -3],))
said = [
    (ascii(metric.delta), Metric.MetricColor.Name(metric.proto.color), Metric.MetricDirection.Name(metric.proto.direction))
    for metric in app.run().metric
]
print("Streamlit", streamlit.__version__, "vl-convert", vl_convert.__version__, *said, sep="\n  ")
fall, rise = ("RED", "DOWN"), ("GREEN", "UP")
sys.exit([shown[1:] for shown in said] != [fall, rise, rise, rise, fall] or {vega, sys.argv[1]} != {"\u22123"})
PY
"$folder/venv/bin/python" "$folder/metrics.py" "$swedish" 2> "$folder/log"
