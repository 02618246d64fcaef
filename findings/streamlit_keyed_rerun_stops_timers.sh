#!/bin/sh
# Streamlit 1.67.0: a page has a fragment that runs every half second, and another one with a key. A button of the page (not of
# a fragment) has a callback that calls st.rerun("part"), which runs the keyed fragment instead of the page.
# Expected: the page was not run, so the fragment with run_every goes on running every half second.
# What happens: it never runs again. The server announces the click as a run of the whole page before it calls the callback, and
# the browser ends all timers at that; the run that follows is the keyed fragment's alone, so nothing starts them anew.
# The same callback on a button inside a fragment leaves the timers alone. A later run of the whole page brings them back.
# It costs whoever looks for news by run_every: after such a click a page stays as it is, without a sign. A timer that shall
# outlive it has to be drawn inside the keyed fragment. Exits with 1 if this changes.
# A real server and a real browser: chromium or google-chrome must be installed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check streamlit==1.67.0 playwright==1.55.0
cat > "$folder/app.py" <<'PY'
import streamlit as st

state = st.session_state
state.setdefault("ticks", 0)


def tick():
    state.ticks += 1
    st.text(f"ticks {state.ticks}")


def part():
    st.text("part")
    st.button("within", on_click=st.rerun, args=["part"])


st.fragment(tick, run_every=0.5)()
st.fragment(part, key="part")()
st.button("outside", on_click=st.rerun, args=["part"])
st.button("whole page")
PY
"$folder/venv/bin/python" - "$folder/app.py" <<'PY'
import shutil, socket, subprocess, sys, time, urllib.error, urllib.request
import streamlit
from playwright.sync_api import sync_playwright

with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
command = [sys.executable, "-m", "streamlit", "run", sys.argv[1], f"--server.port={port}", "--server.headless=true",
           "--browser.gatherUsageStats=false"]
server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
found = {}
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
        page.goto(f"http://127.0.0.1:{port}")
        page.get_by_text("ticks").wait_for()

        def ticks_within(seconds):
            """How often the fragment ran, from a moment on when what was clicked is done."""
            page.wait_for_timeout(1000)
            before = int(page.get_by_text("ticks").inner_text().split()[-1])
            page.wait_for_timeout(seconds * 1000)
            return int(page.get_by_text("ticks").inner_text().split()[-1]) - before

        found["at first"] = ticks_within(4)
        for name in ("within", "outside", "whole page"):
            page.get_by_role("button", name=name).click()
            found[name] = ticks_within(4)
        browser.close()
finally:
    server.terminate()
    server.wait()
print(f"Streamlit {streamlit.__version__}, runs of the fragment in 4 s (run_every=0.5):", found)
goes_on = all(found[name] >= 3 for name in ("at first", "within", "whole page"))
sys.exit(0 if goes_on and found["outside"] == 0 else 1)
PY
