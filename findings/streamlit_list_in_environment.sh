#!/bin/sh
# Streamlit 1.67.0: an option that is a list, given by an environment variable. Expected: what stands in config.toml for it,
# ["a.example", "b.example"], means the same there, or is refused. What happens: the value is cut at its spaces and nothing else
# is read, without a word: brackets, quotes and commas become part of the items. A server that is told to allow its own
# name in that way (server.allowedHosts) starts, serves its page, and answers every page's WebSocket with 403, so that
# everybody sees an empty page. Right is STREAMLIT_SERVER_ALLOWED_HOSTS="a.example b.example". Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check streamlit==1.67.0
cd "$folder"
shown() {
  STREAMLIT_SERVER_ALLOWED_HOSTS="$1" "$folder/venv/bin/streamlit" config show 2>/dev/null |
    "$folder/venv/bin/python" -c '
import re, sys
text = re.sub(r"\x1b\[[0-9;]*m", "", sys.stdin.read())
print(re.search(r"^allowedHosts = (\[.*?\])$", text, re.M | re.S)[1].replace("\n", " ").replace("    ", ""))'
}
echo "Streamlit $("$folder/venv/bin/python" -c 'import streamlit; print(streamlit.__version__)')"
as_json=$(shown '["a.example", "b.example"]')
with_spaces=$(shown 'a.example b.example')
echo "as in config.toml:  $as_json"
echo "with spaces:        $with_spaces"
[ "$as_json" = '[ "[\"a.example\",", "\"b.example\"]", ]' ]
[ "$with_spaces" = '[ "a.example", "b.example", ]' ]
