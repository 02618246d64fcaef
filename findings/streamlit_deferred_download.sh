#!/bin/sh
# Streamlit 1.67.0: the file of st.download_button(data=function), which is made on the click. Expected: it is kept at least
# until the browser that asked for it has fetched it or its session ends. What happens: no session holds it, and each end of a
# script run in *any* session of the server counts as a round of tidying; the second one deletes it. With many people on one server
# that can come before the browser's GET, which then answers 404 (the click's answer is an address only). A file of
# st.download_button(data=bytes) is held by its session. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check streamlit==1.67.0
"$folder/venv/bin/python" - <<'PY'
import sys
import streamlit
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

storage = MemoryMediaFileStorage("/media")
files = MediaFileManager(storage)
placeholder = files.add_deferred(lambda: b"made on the click", "text/plain", "1.0", "a.txt")
made = files.execute_deferred(placeholder).rsplit("/", 1)[1].split(".")[0]
given = files.add(b"given beforehand", "text/plain", "1.1", "b.txt", True).rsplit("/", 1)[1].split(".")[0]


def kept(file_id):
    return files.read_file(file_id) is not None


print("Streamlit", streamlit.__version__)
seen = [(kept(made), kept(given))]
for runs in (1, 2):
    files.remove_orphaned_files()  # what the end of every script run of every session does
    seen.append((kept(made), kept(given)))
for runs, (deferred, plain) in enumerate(seen):
    print(f"after {runs} runs of another session: deferred file kept {deferred}, plain file kept {plain}")
sys.exit(seen != [(True, True), (True, True), (False, True)])
PY
