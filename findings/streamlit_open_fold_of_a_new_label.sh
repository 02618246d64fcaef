#!/bin/sh
# Streamlit 1.67.0: st.expander and st.popover with a key and on_change="rerun". Their label or help tells what is inside, as "Ideas (3)".
# Expected: the key says which fold it is, as for text fields and lists of choices, whose label and help may change under a key without a loss; its documentation says
# that "if this is omitted, a key will be generated for the widget based on the values of the other parameters", so with a key they do not matter.
# What happens: label, icon and type of an expander and label and help of a popover are part of its identity all the same. As soon as the count changes, also because
# of a button inside, or the language, the open one is another one, closed: in the browser, in .open, and in st.session_state[key], which is set back to False although
# nobody closed it. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --no-compile --disable-pip-version-check streamlit==1.67.0
cat > "$folder/page.py" <<'PY'
import streamlit as st

count = st.session_state.setdefault("count", 3)
folds = {
    "told": st.expander(f"Ideas ({count})", key="told", on_change="rerun"),
    "plain": st.expander("Ideas", key="plain", on_change="rerun"),
    "helped": st.popover("Ideas", help=f"{count} so far", key="helped", on_change="rerun"),
}
st.text_input(f"Idea {count + 1}", help=f"{count} so far", key="idea")
st.session_state["open"] = {name: fold.open for name, fold in folds.items()}
PY
"$folder/venv/bin/python" -W ignore - "$folder/page.py" 2>/dev/null <<'PY'
import sys
import streamlit
from streamlit.testing.v1 import AppTest

app = AppTest.from_file(sys.argv[1], default_timeout=60).run()
for name in ("told", "plain", "helped"):
    app.session_state[name] = True
app.session_state["idea"] = "a note at the till"
app.run()
before = dict(app.session_state["open"])
app.session_state["count"] = 4
app.run()
after, kept = dict(app.session_state["open"]), {name: app.session_state[name] for name in ("told", "plain", "helped", "idea")}
print("Streamlit", streamlit.__version__, "open:", before, "with another count:", after, "session_state:", kept)
sys.exit(not (all(before.values()) and after == {"told": False, "plain": True, "helped": False} and kept == after | {"idea": "a note at the till"}))
PY
