#!/bin/sh
# Streamlit 1.67.0, a page with a fragment that runs five times a second, and below it columns with a text field in which somebody
# has typed. A button runs the whole page, which takes 0.3 s. The line to the server is slow: a message takes 0.2 s.
# Expected: whatever the order of the runs, the page ends up as the script has drawn it, and the field keeps what was typed.
# What happens: after a click or a few the columns are gone, with the field, and stay away until the page is run again. Then the
# field has its default, and at the next run the script gets it: what was typed is lost, although nobody touched the field.
# The timer fires after a click and before the browser hears of its run, so the fragment is run right after the page. The server
# then takes the fragment's elements of the first run out of what it has not sent yet (ForwardMsgQueue.clear), but not the word
# that this run has ended well. The browser takes the fragment for gone and closes the gap, and what the second run sends for the
# fragment's place overwrites what has moved there. The slow line makes it frequent; it happens without one as well.
# A fragment that is called in a container of its own does no harm: the container is sent, and keeps the place.
# Exits with 1 if this changes.
# A real server and a real browser: chromium, google-chrome or chromium-headless-shell must be installed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check streamlit==1.67.0 playwright==1.55.0
cat > "$folder/app.py" <<'PY'
import contextlib
import time

import streamlit as st


def clock():
    st.text(f"clock {time.time():.1f}")


if st.button("again"):
    time.sleep(0.3)  # a query
st.button("at once")
st.text("read")
with st.container() if "contained" in st.query_params else contextlib.nullcontext():
    st.fragment(clock, run_every=0.2)()
left, right = st.columns(2)
name = left.text_input("name", "default")
right.text("beside")
st.text(f"hello {name}")
PY
"$folder/venv/bin/python" - "$folder/app.py" <<'PY'
import shutil, socket, subprocess, sys, time, urllib.error, urllib.request
import streamlit
from playwright.sync_api import sync_playwright

SLOW_LINE = """const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (data) { setTimeout(() => this.readyState === WebSocket.OPEN && send.call(this, data), 200); };"""


def clicked(browser, url, most):
    """How many clicks it took until the field was gone, whether it was, and what field and script say when the page is back."""
    page = browser.new_page()
    page.add_init_script(SLOW_LINE)
    field, hello = page.get_by_label("name"), page.get_by_text("hello")
    for _ in range(10):
        page.goto(url)
        hello.wait_for()
        page.wait_for_timeout(1000)
        field.fill("typed")
        field.press("Enter")
        page.wait_for_timeout(1000)
        if field.is_visible() and hello.inner_text() == "hello typed":
            break

    def click(button):
        page.get_by_role("button", name=button).click()
        page.wait_for_timeout(1000)
        if not field.is_visible():
            page.wait_for_timeout(1000)
        return field.is_visible()

    clicks, gone = 0, False
    while clicks < most and not gone:
        clicks += 1
        gone = not click("again")
    for _ in range(30):
        if click("at once") and click("at once"):  # it is back, and the script has run with what it says
            break
    said = field.input_value(), hello.inner_text()
    page.close()
    return clicks, gone, *said


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
        url = f"http://127.0.0.1:{port}"
        bare = [clicked(browser, url, most=60) for _ in range(3)]
        contained = [clicked(browser, f"{url}?contained=1", most=25)]
        browser.close()
finally:
    server.terminate()
    server.wait()
print("Streamlit", streamlit.__version__)
for where, pages in {"in the page itself": bare, "in a container": contained}.items():
    for clicks, gone, *said in pages:
        print(f"fragment {where}: {clicks} clicks, columns {'gone' if gone else 'there'}; later field and script say {said}")
lost, kept = (True, "default", "hello default"), (False, "typed", "hello typed")
sys.exit([page[1:] for page in bare] != [lost] * 3 or contained[0][1:] != kept)
PY
