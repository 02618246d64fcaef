#!/bin/sh
# Streamlit 1.67.0: the run of a page whose text fields all have a key, as a form over a table of cards has.
# Expected: twice as many fields, twice the time; it is so with check boxes.
# What happens: four times the time. Each text_input, text_area, number_input, selectbox (and radio, date, time) copies the whole
# session state (its `filtered_state`) in order to look up one key, so a page pays fields times keys: with 800 fields most of a
# run, and keys that no widget has pay too. Check boxes and toggles do not do that.
# Prints the seconds of processor time and how they grow with twice the fields; exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check streamlit==1.67.0
"$folder/venv/bin/python" - 2>/dev/null <<'PY'
import sys, time
import streamlit
from streamlit.testing.v1 import AppTest

SQUARE = {"text_input": "'x'", "text_area": "'x'", "number_input": "1", "selectbox": "['x']"}
PLAIN = {"checkbox": "False", "toggle": "False"}


def seconds(widget, argument, fields):
    """Of processor time: the quickest of four runs of a page with so many fields, all alike."""
    page = AppTest.from_string(
        f"import streamlit as st\nfor n in range({fields}):\n    st.{widget}(f'field {{n}}', {argument}, key=f'key {{n}}')\n",
        default_timeout=300,
    ).run()
    assert not page.exception and len(page.get(widget)) == fields
    taken = []
    for _ in range(4):
        begun = time.process_time()
        page.run()
        taken.append(time.process_time() - begun)
    return min(taken)


print("Streamlit", streamlit.__version__)
growth = {}
for widget, argument in (SQUARE | PLAIN).items():
    few, many = seconds(widget, argument, 400), seconds(widget, argument, 800)
    growth[widget] = many / few
    print(f"{widget:13} 400 fields {few:.2f} s, 800 fields {many:.2f} s: {growth[widget]:.1f} times")
sys.exit(not (all(growth[one] > 2.8 for one in SQUARE) and all(growth[one] < 2.8 for one in PLAIN)))
PY
