#!/bin/sh
# Streamlit 1.67.0: a page in a browser that asks for less motion (prefers-reduced-motion: reduce). A button starts a run that
# takes three seconds before it draws the rest of the page again.
# Expected: nothing is animated; what is out of date changes its look at once or not at all.
# What happens: every element that waits for the run fades over a second, frame by frame, as for everybody else (opacity to 0.33,
# after half a second). It costs people whom movement troubles, and whoever tests on a busy machine: each run that takes longer
# than half a second repaints the page some sixty times. A rule for [data-stale="true"] in the page's own style ends it.
# Exits with 1 if this changes.
# A real server and a real browser: chromium or google-chrome must be installed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check streamlit==1.67.0 playwright==1.55.0
cat > "$folder/app.py" <<'PY'
import time

import streamlit as st

if st.button("again"):
    time.sleep(3)
st.text("below")
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
        page = browser.new_context(reduced_motion="reduce").new_page()
        page.goto(f"http://127.0.0.1:{port}")
        page.get_by_text("below").wait_for()
        asked = page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
        page.get_by_role("button", name="again").click()
        page.locator("[data-stale=true]").first.wait_for(state="attached")
        seconds = page.evaluate(
            """() => Math.max(...document.getAnimations().filter((one) => one.transitionProperty === 'opacity')
                 .filter((one) => one.effect.target.closest('[data-stale=true]'))
                 .map((one) => one.effect.getTiming().duration / 1000))"""
        )
        browser.close()
finally:
    server.terminate()
    server.wait()
print(f"Streamlit {streamlit.__version__}: less motion is asked for: {asked}; what waits fades over {seconds} s")
sys.exit(0 if asked and seconds >= 1 else 1)
PY
