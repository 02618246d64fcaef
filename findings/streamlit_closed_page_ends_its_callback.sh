#!/bin/sh
# Streamlit 1.67.0, a page with one text field whose callback takes half a second, as one does that speaks to a database: it reads
# the state of the session, works, reads it again and writes the words to a file. A client that speaks the browser's protocol
# types words and closes its connection, as a browser does whose tab is closed right after typing.
# Expected: what the server was told is acted on; the callback of a change that has arrived runs to its end, as a request of any
# other kind does whose client goes away.
# What happens: the closing stops the run. A callback at work ends silently where it next reads st.session_state (a StopException,
# which is no Exception), so that half of it may be done; and words that come right before the closing, while another run is at
# work, are forgotten, since the request to stop takes the place of the request that was waiting (WebsocketSessionManager's
# disconnect_session, ScriptRequests.request_stop). Nothing is logged. That a page which nobody sees is no longer drawn is
# sensible; that what somebody typed is thrown away with it is what one would not guess. A person loses the last words where the
# server is busy. A server of one's own may keep the end of a connection back until the run is over.
# Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check streamlit==1.67.0 websockets==15.0.1
cat > "$folder/app.py" <<'PY'
import pathlib, time
import streamlit as st


def save():
    words = st.session_state["words"]
    pathlib.Path(f"{words}.begun").touch()
    time.sleep(0.5)
    pathlib.Path(f"{words}.saved").write_text(st.session_state["words"])


st.text_input("Words", key="words", on_change=save)
if st.session_state["words"] == "slow":
    pathlib.Path("slow.drawn").touch()
    time.sleep(1)
PY
"$folder/venv/bin/python" - "$folder" <<'PY'
import asyncio, pathlib, socket, subprocess, sys, urllib.error, urllib.request
import streamlit
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

FOLDER = pathlib.Path(sys.argv[1])
LONG = 4  # s; longer than anything here takes


def healthy(port):
    try:
        return urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5).status == 200
    except (urllib.error.URLError, OSError):
        return False


async def there(name):
    for _ in range(LONG * 50):
        if (FOLDER / name).exists():
            return True
        await asyncio.sleep(0.02)
    return False


async def typed(url, *words, seen, stays=False):
    """Type words one after the other, each once a file is there that says so, and close; whether the last ones are saved."""
    async with connect(f"ws{url[4:]}/_stcore/stream", origin=url, subprotocols=["streamlit"]) as connection:
        message, field = BackMsg(), ""
        message.rerun_script.widget_states.SetInParent()
        await connection.send(message.SerializeToString())
        while True:
            told = ForwardMsg()
            told.ParseFromString(await asyncio.wait_for(connection.recv(), 30))
            field = told.delta.new_element.text_input.id or field
            if told.WhichOneof("type") == "script_finished":
                break
        for one, sign in zip(words, seen):
            message = BackMsg()
            message.rerun_script.widget_states.widgets.add(id=field, string_value=one)
            await connection.send(message.SerializeToString())
            if sign:
                assert await there(sign), sign
        if stays:
            return await there(f"{words[-1]}.saved")
    return await there(f"{words[-1]}.saved")


async def main(server, port):
    while not await asyncio.to_thread(healthy, port):
        if server.poll() is not None:
            raise SystemExit("the server ended")
        await asyncio.sleep(0.2)
    url = f"http://127.0.0.1:{port}"
    return (
        await typed(url, "stays", seen=[""], stays=True),
        await typed(url, "at-work", seen=["at-work.begun"]),
        await typed(url, "slow", "waiting", seen=["slow.drawn", ""]),
    )


with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
server = subprocess.Popen(
    [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}", "--server.address=127.0.0.1",
     "--server.headless=true", "--browser.gatherUsageStats=false", "--server.fileWatcherType=none"],
    cwd=FOLDER, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
)
try:
    stays, at_work, waiting = asyncio.run(asyncio.wait_for(main(server, port), 120))
finally:
    server.terminate()
    server.wait()
print("Streamlit", streamlit.__version__)
print(f"saved: {stays} where the page stays open, {at_work} where it is closed while the callback is at work,")
print(f"{waiting} where it is closed while another run is at work")
sys.exit(not (stays and not at_work and not waiting))
PY
