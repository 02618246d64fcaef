#!/bin/sh
# Streamlit 1.67.0, a text field that a script sets itself: st.session_state["name"] = what a shared source holds, before
# st.text_input("name", key="name", on_change=save), as an app does that shows what a colleague saved meanwhile.
# Every message of a browser carries the values of all its widgets. A message that was sent before the browser heard of the
# new value (somebody clicks a button while the answer is on its way; a slow line makes that a second) carries the old one.
# Expected: nobody typed, so the field's on_change is not called, and the field keeps what the script has set.
# What happens: on_change is called with the old value, and the field is set back to it. An app that saves in on_change
# overwrites the colleague's text with the former one, without a word, although nobody touched the field.
# Two tabs, one shared value: tab A is drawn with "old", the shared value becomes "new" and tab A is drawn anew by a run of its
# own, then comes the click that still carries "old". A real server, and a client that speaks its protocol, because a
# browser's order of messages is a matter of chance. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check streamlit==1.67.0 websockets==15.0.1
cat > "$folder/app.py" <<'PY'
import json
import streamlit as st


@st.cache_resource
def shared():
    return {"name": "old", "saved": []}


def save():
    shared()["name"] = st.session_state["name"]
    shared()["saved"].append(st.session_state["name"])


if "colleague" in st.query_params and not shared()["saved"]:
    shared()["name"] = "new"
st.session_state["name"] = shared()["name"]
st.text_input("name", key="name", on_change=save)
st.button("something else", key="button")
st.text(json.dumps(shared()))
PY
"$folder/venv/bin/python" - "$folder/app.py" <<'PY'
import asyncio, json, socket, subprocess, sys, urllib.error, urllib.request
import streamlit
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect


def healthy(port):
    try:
        return urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5).status == 200
    except (urllib.error.URLError, OSError):
        return False


async def run(connection, query, **widgets):
    """One message of a browser, and what its run draws: the ids of field and button, and the shared value."""
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.widget_states.SetInParent()
    for widget, value in widgets.items():
        message.rerun_script.widget_states.widgets.add(id=widget, **value)
    await connection.send(message.SerializeToString())
    seen = {}
    while True:
        answer = ForwardMsg()
        answer.ParseFromString(await asyncio.wait_for(connection.recv(), 30))
        element = answer.delta.new_element
        kind = element.WhichOneof("type")
        if kind in ("text_input", "button"):
            seen[kind] = getattr(element, kind).id
        if kind == "text_input" and element.text_input.set_value:
            seen["set"] = element.text_input.value
        if kind == "text":
            seen["shared"] = json.loads(element.text.body)
        if answer.WhichOneof("type") == "script_finished" and answer.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            return seen


async def story(port):
    url = f"ws://127.0.0.1:{port}/_stcore/stream"
    async with connect(url, origin=f"http://127.0.0.1:{port}", subprotocols=["streamlit"]) as connection:
        first = await run(connection, "")
        holds = {first["text_input"]: {"string_value": "old"}}
        second = await run(connection, "colleague=1", **holds)
        crossing = await run(connection, "colleague=1", **holds, **{first["button"]: {"trigger_value": True}})
        return second, crossing


async def main(server, port):
    while not await asyncio.to_thread(healthy, port):
        if server.poll() is not None:
            raise SystemExit("the server ended")
        await asyncio.sleep(0.2)
    return await story(port)


with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
server = subprocess.Popen(
    [sys.executable, "-m", "streamlit", "run", sys.argv[1], f"--server.port={port}", "--server.address=127.0.0.1",
     "--server.headless=true", "--browser.gatherUsageStats=false", "--server.fileWatcherType=none"],
    stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
)
try:
    given, crossed = asyncio.run(asyncio.wait_for(main(server, port), 120))
finally:
    server.terminate()
    server.wait()
print("Streamlit", streamlit.__version__)
print(f"the colleague's value is drawn: the field is set to {given.get('set')!r}, saved so far: {given['shared']['saved']}")
print(f"a click that crosses it, nobody typed: saved {crossed['shared']['saved']}, the shared value is {crossed['shared']['name']!r}")
sys.exit(given.get("set") != "new" or crossed["shared"] != {"name": "old", "saved": ["old"]})
PY
