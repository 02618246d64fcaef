#!/bin/sh
# Streamlit 1.67.0: a run sets st.session_state[key] of a text field, draws it and ends with st.rerun(); the run after it does not
# draw the field, a later one does. Expected: the value goes with its widget, as documented and as it does without
# st.rerun(); or it stays, and the browser is told of it. What happens: session_state keeps it, but the message to the browser
# says set_value=False with an empty default: Python has "kept", people see an empty field, and the browser's next message
# overwrites the value with "" and calls on_change, though nobody typed: a form that opens and closes this way loses what
# it stores. (The run after st.rerun() has no widget states, so SessionState is not compacted, and values set by the script
# are not among those that are searched for stale ones.) A real server, and a client that speaks its protocol and
# sends the fields' values as a browser does. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check streamlit==1.67.0 websockets==15.0.1
cat > "$folder/app.py" <<'PY'
import streamlit as st

state = st.session_state
state.run = state.get("run", 0) + 1
if state.run == 2:
    state["field"] = "kept"
if state.run != 3:
    st.text_input("field", key="field", on_change=lambda: state.update(changed=True))
    st.text(f"Python has {state['field']!r}, on_change called: {'changed' in state}")
if state.run == 2 and "rerun" in st.query_params:
    st.rerun()
PY
"$folder/venv/bin/python" - "$folder/app.py" <<'PY'
import asyncio, socket, subprocess, sys, urllib.error, urllib.request
import streamlit
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]


def healthy():
    try:
        return urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5).status == 200
    except (urllib.error.URLError, OSError):
        return False


async def run(connection, query, shown):
    """One run that the browser asks for, and those that st.rerun() adds: what the last one drew. `shown`: field id to value."""
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.widget_states.SetInParent()
    for field, value in shown.items():
        message.rerun_script.widget_states.widgets.add(id=field, string_value=value)
    await connection.send(message.SerializeToString())
    drawn, before = [], {}
    while True:
        answer = ForwardMsg()
        answer.ParseFromString(await asyncio.wait_for(connection.recv(), 30))
        kind = answer.WhichOneof("type")
        if kind == "new_session":
            drawn, before = [], {**before, **shown}
            shown.clear()
        if kind == "script_finished" and answer.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            return drawn
        element = answer.delta.new_element
        if element.WhichOneof("type") == "text_input":
            field = element.text_input
            shown[field.id] = field.value if field.set_value else before.get(field.id, field.default)
            drawn.append(f"set_value={field.set_value}, people see {shown[field.id]!r}")
        if element.WhichOneof("type") == "text":
            drawn.append(element.text.body)


async def story(query, asked):
    shown = {}
    url = f"ws://127.0.0.1:{port}/_stcore/stream"
    async with connect(url, origin=f"http://127.0.0.1:{port}", subprotocols=["streamlit"]) as connection:
        return [await run(connection, query, shown) for _ in range(asked)]


async def main():
    while not await asyncio.to_thread(healthy):
        if server.poll() is not None:
            raise SystemExit("the server ended")
        await asyncio.sleep(0.2)
    return await story("", 5), await story("rerun=1", 4)


server = subprocess.Popen(
    [sys.executable, "-m", "streamlit", "run", sys.argv[1], f"--server.port={port}", "--server.address=127.0.0.1",
     "--server.headless=true", "--browser.gatherUsageStats=false", "--server.fileWatcherType=none"],
    stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
)
try:
    plain, rerun = asyncio.run(asyncio.wait_for(main(), 120))
finally:
    server.terminate()
    server.wait()
print("Streamlit", streamlit.__version__)
for name, runs in (("without st.rerun()", plain), ("with st.rerun()", rerun)):
    print(f"{name}:\n  drawn again: {'; '.join(runs[-2])}\n  next run:    {'; '.join(runs[-1])}")
empty = "set_value=False, people see ''"
sys.exit(plain[-2:] != [[empty, "Python has '', on_change called: False"]] * 2
         or rerun[-2:] != [[empty, "Python has 'kept', on_change called: False"], [empty, "Python has '', on_change called: True"]])
PY
