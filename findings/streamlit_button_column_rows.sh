#!/bin/sh
# Streamlit 1.67.0, st.data_editor(num_rows="dynamic") with a ButtonColumn, over the rows Ann, Ben, Cleo.
# Ben's row is deleted in the editor, then the button in Cleo's row is pressed.
# Expected: the click names Cleo's row as everything else of that editor does: deleted_rows and edited_rows count the rows of
# the data that the editor was given, where Cleo is row 2; an example in the documentation reads df.iloc[click["row"]].
# What happens: the click's row is 1, the place on the screen, which in the data is the deleted one: whoever follows the
# documentation opens, mails or deletes Ben. (Sorting by a column is undone in the row, deleting is not.)
# A row that was added in the editor has no button at all: its cell is empty, and ButtonColumn takes no default; a "default" put
# into the configuration of the column that it returns gives the row one, and its click counts on from the rows that are left.
# Exits with 1 if this changes. A real server and a real browser: chromium or google-chrome must be installed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check streamlit==1.67.0 playwright==1.55.0
cat > "$folder/app.py" <<'PY'
import json

import pandas as pd
import streamlit as st


def clicked():
    st.session_state.setdefault("clicks", []).append(st.session_state["go"]["row"])


people = pd.DataFrame({"go": ["Go"] * 3, "name": ["Ann", "Ben", "Cleo"]})
button = st.column_config.ButtonColumn("go", key="go", on_click=clicked, alignment="left")
if "default" in st.query_params:
    button.config["default"] = "Go"
st.data_editor(people, key="editor", num_rows="dynamic", hide_index=True, column_config={"go": button})
state = st.session_state["editor"]
st.text(json.dumps([st.session_state.get("clicks", []), state["deleted_rows"], [row.get("name") for row in state["added_rows"]]]))
PY
"$folder/venv/bin/python" - "$folder/app.py" <<'PY'
import json, shutil, socket, subprocess, sys, time, urllib.error, urllib.request
import streamlit
from playwright.sync_api import expect, sync_playwright

ROW, TICK, GO, NAME = 35, 15, 55, 500  # pixels: height of a row, and where the columns are


def told(page, *state):
    """What the page says of clicks, deleted rows and added names is this, at once or soon."""
    expect(page.get_by_test_id("stText")).to_have_text(json.dumps(state))
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def press(page, row, x):
    page.locator(".dvn-scroller").hover(position={"x": x, "y": ROW * (row + 1.5)})
    page.locator(".dvn-scroller").click(position={"x": x, "y": ROW * (row + 1.5)})


def story(page, address):
    page.goto(address)
    told(page, [], [], [])
    press(page, 1, TICK)
    page.keyboard.press("Delete")
    told(page, [], [1], [])
    press(page, 1, GO)  # Cleo's row
    told(page, [1], [1], [])
    press(page, 2, NAME)  # the empty row at the end
    entry = page.locator("#portal input, #portal textarea").first
    entry.fill("Dora")
    entry.press("Enter")
    told(page, [1], [1], ["Dora"])
    press(page, 2, GO)  # Dora's row
    press(page, 0, GO)  # and Ann's, so that something is heard in any case


with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
command = [sys.executable, "-m", "streamlit", "run", sys.argv[1], f"--server.port={port}", "--server.headless=true",
           "--browser.gatherUsageStats=false"]
server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5)
            break
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    with sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chromium-headless-shell"))))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page()
        story(page, f"http://127.0.0.1:{port}")
        told(page, [1, 0], [1], ["Dora"])
        page = browser.new_page()
        story(page, f"http://127.0.0.1:{port}?default")
        told(page, [1, 2, 0], [1], ["Dora"])
        browser.close()
finally:
    server.terminate()
    server.wait()
print("Streamlit", streamlit.__version__)
print("after row 1 was deleted, a click on what was row 2 says row 1")
print("a click on an added row says nothing, or row 2 where the column was given a default")
PY
