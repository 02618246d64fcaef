#!/bin/sh
# Streamlit 1.67.0, st.pills (st.segmented_control and other groups of buttons are drawn by the same part) with more options than
# fit on the screen, used with a mouse and with a finger: the first option is pressed, then a text field, then an option further
# down, which is in sight.
# Expected: the option that is pressed is chosen, as with st.radio.
# What happens: nothing is chosen, and the page jumps up to the first option. Only a second press of the same option counts.
# Why: the group gives the focus that comes from outside on to the option that had it last (right for the Tab key, which should
# find its place again), also where a press brings it. The browser scrolls that option into sight, so mouse or finger is let go
# above something else. The longer the list or the smaller the screen, the more often: on a phone every time.
# Exits with 1 if this changes. A real server and a real browser: chromium or google-chrome must be installed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check streamlit==1.67.0 playwright==1.55.0
cat > "$folder/app.py" <<'PY'
import streamlit as st

st.text_input("name", key="name")
contacts = [f"contact {n}" for n in range(200)]
if "radio" in st.query_params:
    chosen = st.radio("contact", contacts, key="contact", index=None)
else:
    chosen = st.pills("contact", contacts, key="contact")
st.text(f"chosen: {chosen}")
PY
"$folder/venv/bin/python" - "$folder/app.py" <<'PY'
import shutil, socket, subprocess, sys, time, urllib.error, urllib.request
import streamlit
from playwright.sync_api import expect, sync_playwright


def presses(browser, address, finger):
    """What is chosen after each press, and how far the page is scrolled after the one that should choose number 150."""
    page = browser.new_context(viewport={"width": 390, "height": 700}, has_touch=finger).new_page()
    page.goto(address)
    told = page.get_by_test_id("stText")
    expect(told).to_have_text("chosen: None")

    def press(found):
        found.tap() if finger else found.click()

    def option(number):
        return page.locator("[role=radio], label:has([type=radio])").filter(has_text=f"contact {number}").first

    press(option(0))
    expect(told).to_have_text("chosen: contact 0")
    press(page.get_by_role("textbox"))
    option(150).scroll_into_view_if_needed()
    press(option(150))
    page.wait_for_timeout(3000)  # long enough for any answer: what is shown here is that none comes
    first = told.inner_text(), page.get_by_test_id("stMain").evaluate("main => main.scrollTop > 0")
    press(option(150))
    expect(told).to_have_text("chosen: contact 150")
    return first


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
        address = f"http://127.0.0.1:{port}"
        for finger in (False, True):
            by = "finger" if finger else "mouse"
            pills, radio = presses(browser, address, finger), presses(browser, f"{address}?radio", finger)
            print(f"{by}: pills after the first press: {pills[0]!r}, scrolled: {pills[1]}; radio: {radio[0]!r}")
            assert pills == ("chosen: contact 0", False), pills
            assert radio[0] == "chosen: contact 150", radio
        browser.close()
finally:
    server.terminate()
    server.wait()
print("Streamlit", streamlit.__version__)
PY
