#!/bin/sh
# Streamlit 1.67.0, a page with a fragment and a line that counts the runs of the whole page. Right after a click, whose run takes
# milliseconds, the timer of the fragment fires (here: a client that speaks the browser's protocol sends both messages one after
# the other, twenty times). To make it frequent on an idle machine, Python's threads hold on to the processor for long, as they do
# by themselves where other people's scripts work.
# Expected: each click's run is shown, and the browser hears that it has ended; then the fragment runs.
# What happens: in a third of the cases nothing of the click's run arrives, neither its elements nor its end, though the script
# ran through. The browser goes on showing the page of the run before, and nothing asks for it again.
# A script's thread hands each element to the server's thread (call_soon_threadsafe). Where the script has ended before the server
# gets to that, and the timer's message comes first, AppSession.request_rerun finds the runner stopped and makes another one;
# from then on all that the first one said is ignored, as "sent by a non-current ScriptRunner". A comment there knows of it and
# mends the case of a fragment that is gone (streamlit/streamlit issue 9921). With four tabs at work and no change to Python's
# threads it took 8 of 34 clicks. What people see: a button that did nothing, a card that stays as it was, "Bad delta path
# index" instead of the page.
# Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check streamlit==1.67.0 websockets==15.0.1
cat > "$folder/app.py" <<'PY'
import sys
import streamlit as st

sys.setswitchinterval(1)
st.session_state["run"] = st.session_state.get("run", 0) + 1


@st.fragment
def part():
    st.text("part")


part()
st.text(f"run {st.session_state['run']}")
print(f"run {st.session_state['run']} was drawn", flush=True)
PY
"$folder/venv/bin/python" - "$folder/app.py" "$folder/log" <<'PY'
import asyncio, pathlib, socket, subprocess, sys, urllib.error, urllib.request
import streamlit
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

CLICKS = 20


def healthy(port):
    try:
        return urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5).status == 200
    except (urllib.error.URLError, OSError):
        return False


async def ask(connection, fragment=""):
    message = BackMsg()
    message.rerun_script.widget_states.SetInParent()
    message.rerun_script.fragment_id = fragment
    message.rerun_script.is_auto_rerun = bool(fragment)
    await connection.send(message.SerializeToString())


async def heard(connection, until):
    """What arrives up to a certain end of a run."""
    messages = []
    while True:
        messages.append(ForwardMsg())
        messages[-1].ParseFromString(await asyncio.wait_for(connection.recv(), 30))
        if messages[-1].WhichOneof("type") == "script_finished" and messages[-1].script_finished == until:
            return messages


async def main(server, port):
    while not await asyncio.to_thread(healthy, port):
        if server.poll() is not None:
            raise SystemExit("the server ended")
        await asyncio.sleep(0.2)
    url = f"http://127.0.0.1:{port}"
    async with connect(f"ws{url[4:]}/_stcore/stream", origin=url, subprotocols=["streamlit"]) as connection:
        await ask(connection)
        messages = await heard(connection, ForwardMsg.FINISHED_SUCCESSFULLY)
        fragment = next(one.delta.fragment_id for one in messages if one.delta.fragment_id)
        for _ in range(CLICKS):
            await ask(connection)
            await ask(connection, fragment)
            messages += await heard(connection, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
    texts = {one.delta.new_element.text.body for one in messages}
    ends = [one.WhichOneof("type") == "script_finished" and one.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY for one in messages]
    return sum(text.startswith("run") for text in texts) - 1, sum(ends) - 1


with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
with open(sys.argv[2], "w") as log:
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", sys.argv[1], f"--server.port={port}", "--server.address=127.0.0.1",
         "--server.headless=true", "--browser.gatherUsageStats=false", "--server.fileWatcherType=none"],
        stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.DEVNULL,
    )
try:
    shown, ended = asyncio.run(asyncio.wait_for(main(server, port), 120))
finally:
    server.terminate()
    server.wait()
ran = pathlib.Path(sys.argv[2]).read_text().count("was drawn") - 1
print("Streamlit", streamlit.__version__)
print(f"{CLICKS} clicks: {ran} runs of the page came to the end of the script, {shown} were shown, {ended} were said to have ended")
sys.exit(not (ran == CLICKS and shown < CLICKS and ended < CLICKS))
PY
