#!/bin/sh
# vl-convert-python 1.9.0.post1, svg_to_png: two lines of right-to-left text in one <text>, the second a <tspan x="60" dy="40">.
# Expected: an absolute x starts a new text chunk (SVG 1.1, chapter 10), reordering ends there, and the picture is that of two
# <text> elements, as it is for Latin letters and for tspans with x and y. What happens: letters change places between the
# lines. It matters because Vega writes every multi-line label this way. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check vl-convert-python==1.9.0.post1 pillow==12.0.0
"$folder/venv/bin/python" - <<'PY'
import io, sys
from importlib.metadata import version
import vl_convert
from PIL import Image, ImageChops

LINES = {
    "Latin": ("first line here", "second, longer line"),
    "Arabic": ("\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645", "\u0645\u0646 \u0623\u0648\u0644 \u0632\u064a\u0627\u0631\u0629"),
    "Hebrew": ("\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd", "\u05d1\u05d9\u05e7\u05d5\u05e8 \u05e8\u05d0\u05e9\u05d5\u05df \u05d0\u05e8\u05d5\u05da"),
}


def drawn(body):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80">{body}</svg>'
    return Image.open(io.BytesIO(vl_convert.svg_to_png(svg))).convert("RGBA").getchannel("A")


def ink(picture, top, bottom):
    box = picture.crop((0, top, picture.width, bottom)).getbbox()
    return None if box is None else box[2] - box[0]


FONT = 'font-family="DejaVu Sans" font-size="16"'
two_lines = {
    "texts": '<text {font} x="60" y="20">{0}</text><text {font} x="60" y="60">{1}</text>',
    "x and y": '<text {font}><tspan x="60" y="20">{0}</tspan><tspan x="60" y="60">{1}</tspan></text>',
    "x and dy": '<text {font}><tspan x="60" y="20">{0}</tspan><tspan x="60" dy="40">{1}</tspan></text>',
}
print("vl-convert-python", version("vl-convert-python"))
differs = {}
for name, lines in LINES.items():
    pictures = {kind: drawn(body.format(*lines, font=FONT)) for kind, body in two_lines.items()}
    differs[name] = [ImageChops.difference(each, pictures["texts"]).getbbox() is not None for each in pictures.values()]
    for (kind, picture), other in zip(pictures.items(), differs[name], strict=True):
        widths = ink(picture, 0, 40), ink(picture, 40, 80)
        print(f"{name:<7}{kind:<9} widths of the lines {widths} px: {'DIFFERENT' if other else 'same'}")
sys.exit(differs != {"Latin": [False] * 3, "Arabic": [False, False, True], "Hebrew": [False, False, True]})
PY
