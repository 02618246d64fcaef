#!/bin/sh
# The typst wheel 0.15.2 (the Typst compiler for Python): a report of several files that are given in memory, compile({"main.typ": …, "map.png": …}), as a server has them.
# Expected: what its documentation says, "a dictionary mapping filenames to their content as bytes", or to paths, "which will be read from disk": a picture and data beside
# the text, as image() and cbor() read them, and read(…, encoding: none).
# What happens: every file of the dictionary must be text in UTF-8, used or not, by its bytes as well as by its path; with a PNG or CBOR among them nothing is set, and the
# message ("file is not valid UTF-8") does not say which one. The same files in a folder are set, and an SVG, which is text, works, so that a logo works until
# somebody has a photograph. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2
"$folder/venv/bin/python" - "$folder" <<'PY'
import base64, sys
from pathlib import Path
import typst

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'
CBOR = bytes([0xA1, 0x61, 0x6E, 0x18, 0xFF])  # {"n": 255}
folder = Path(sys.argv[1])
cases = {
    "PNG": (b'#image("a.png")', "a.png", PNG),
    "PNG, unused": (b"Words", "a.png", PNG),
    "CBOR": (b'#cbor("a.cbor").n', "a.cbor", CBOR),
    "SVG": (b'#image("a.svg")', "a.svg", SVG),
}


def is_set(given: object) -> bool | str:
    try:
        return typst.compile(given).startswith(b"%PDF")
    except RuntimeError as error:
        return str(error)


said = {}
for name, (text, file, content) in cases.items():
    (folder / file).write_bytes(content)
    (folder / "main.typ").write_bytes(text)
    ways = {"main.typ": text, file: content}, {"main.typ": text, file: folder / file}, folder / "main.typ"
    said[name] = [is_set(way) for way in ways]
    print("typst", typst.__version__, name, "bytes, path, folder:", said[name])
refused = "file is not valid UTF-8"
sys.exit(said != {name: [True] * 3 if name == "SVG" else [refused, refused, True] for name in cases})
PY
