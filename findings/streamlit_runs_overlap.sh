#!/bin/sh
# Streamlit 1.67.0, two messages of one browser tab: a text field was changed, and a button was clicked while the field's
# on_change callback was still at work. Each callback reads a number, works (a slow store; no st call), writes the number plus one.
# Expected: the runs of one session follow each other, a callback that has begun comes to its end, the number is 2.
# What happens:
# 1. With runner.fastReruns=true, the default, the second run starts at once on another thread, and both callbacks work on one
#    session at the same time. Where they write into an object that session_state holds, one update is lost. (The help of the
#    option warns of races, but only where session_state is changed otherwise than by assignment.)
# 2. Where they write by assignment, state["saved"] = ..., the first callback ends there without a word, as every look into
#    session_state is a place where a run can be ended: its update is lost, what stands behind it is not done, and the
#    runs that follow do not call it again, for the field does not count as changed any more.
# 3. With runner.fastReruns=false the callbacks follow each other, and the object has both updates. By assignment the first one is
#    cut off all the same.
# It costs people what they typed when they click soon afterwards, and leaves half done what a callback does in two steps. Known
# upstream as to the overlap: streamlit/streamlit pull request 16763 (open, a design that would end it); issues 10578 and
# 11679 (open) tell of its effects. A real server, and a client that speaks its protocol. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check streamlit==1.67.0 websockets==15.0.1
cat > "$folder/app.py" <<'PY'
import json, pathlib, time
import streamlit as st

state = st.session_state
state.setdefault("saved", 0)
state.setdefault("book", {"saved": 0, "log": []})


def save(who, seconds):
    assigns, book = "assigns" in st.query_params, state["book"]
    number = state["saved"] if assigns else book["saved"]
    book["log"].append(f"{who} begins")
    pathlib.Path(__file__).with_name("began").touch()
    time.sleep(seconds)
    if assigns:
        state["saved"] = number + 1
    else:
        book["saved"] = number + 1
    book["log"].append(f"{who} ends")


st.text_input("field", key="field", on_change=save, args=["field", 2])
st.button("button", key="button", on_click=save, args=["button", 3])
st.text(json.dumps([state["saved"] + state["book"]["saved"], state["book"]["log"]]))
PY
"$folder/venv/bin/python" - "$folder/app.py" <<'PY'
import asyncio, json, pathlib, socket, subprocess, sys, urllib.error, urllib.request
import streamlit
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

began = pathlib.Path(sys.argv[1]).with_name("began")


def healthy(port):
    try:
        return urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5).status == 200
    except (urllib.error.URLError, OSError):
        return False


async def ask(connection, query, **widgets):
    """Sends the message that a browser sends when somebody changes the field or clicks the button."""
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.widget_states.SetInParent()
    for widget, value in widgets.items():
        message.rerun_script.widget_states.widgets.add(id=widget, **value)
    await connection.send(message.SerializeToString())


async def drawn(connection):
    """What the next run that comes to its end has drawn: the widgets' ids and the text."""
    seen = {}
    while True:
        answer = ForwardMsg()
        answer.ParseFromString(await asyncio.wait_for(connection.recv(), 30))
        element = answer.delta.new_element
        kind = element.WhichOneof("type")
        if kind in ("text_input", "button"):
            seen[kind] = getattr(element, kind).id
        if kind == "text":
            seen["text"] = json.loads(element.text.body)
        if answer.WhichOneof("type") == "script_finished" and answer.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            return seen


async def story(port, query):
    began.unlink(missing_ok=True)
    url = f"ws://127.0.0.1:{port}/_stcore/stream"
    async with connect(url, origin=f"http://127.0.0.1:{port}", subprotocols=["streamlit"]) as connection:
        await ask(connection, query)
        ids = await drawn(connection)
        typed = {ids["text_input"]: {"string_value": "typed"}}
        await ask(connection, query, **typed)
        while not began.exists():
            await asyncio.sleep(0.02)
        await ask(connection, query, **typed, **{ids["button"]: {"trigger_value": True}})
        while "button ends" not in (await drawn(connection))["text"][1]:
            pass
        await ask(connection, query, **typed)  # a later run, which could make up for what is missing
        return (await drawn(connection))["text"]


async def main(server, port):
    while not await asyncio.to_thread(healthy, port):
        if server.poll() is not None:
            raise SystemExit("the server ended")
        await asyncio.sleep(0.2)
    return [await story(port, query) for query in ("", "assigns=1")]


def with_fast_reruns(setting):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", sys.argv[1], f"--runner.fastReruns={setting}", f"--server.port={port}",
         "--server.address=127.0.0.1", "--server.headless=true", "--browser.gatherUsageStats=false",
         "--server.fileWatcherType=none"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    try:
        return asyncio.run(asyncio.wait_for(main(server, port), 120))
    finally:
        server.terminate()
        server.wait()


one_by_one = ["field begins", "field ends", "button begins", "button ends"]
at_once = ["field begins", "button begins", "field ends", "button ends"]
cut_off = ["field begins", "button begins", "button ends"]
print("Streamlit", streamlit.__version__)
seen = {setting: with_fast_reruns(setting) for setting in ("true", "false")}
for setting, stories in seen.items():
    for how, (number, log) in zip(("into an object", "by assignment"), stories, strict=True):
        print(f"fastReruns={setting}, written {how}: {', '.join(log)}; the number is {number}")
sys.exit(seen != {"true": [[1, at_once], [1, cut_off]], "false": [[2, one_by_one], [1, cut_off]]})
PY
