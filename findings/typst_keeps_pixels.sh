#!/usr/bin/env bash
# Somebody who makes pictures with Typst in a server would guess that a picture's pixels are gone once its bytes are there and its
# compiler is thrown away. The wheel keeps them: an SVG that a page shows is drawn into pixels, which stay in the memory of the
# process for the next ten compilations of whatever document, and there is no call that lets them go. Six different pictures of
# 3,000 × 3,000 hold some 36 MB each; ten empty pages later they are gone. As PDF the same pages keep nothing of that size.
# Seen with the wheel typst 0.15.2 on Python 3.11, Linux.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2
cd "$folder"
cat > page.typ <<'TYP'
#set page(width: 1000pt, height: 1000pt, margin: 0pt)
#place(image(bytes(sys.inputs.drawing), format: "svg", width: 1000pt))
TYP
echo '#set page(width: 1pt, height: 1pt)' > empty.typ
cat > seen.py <<'PY'
import resource, sys
import typst

print("typst", typst.__version__)

def megabytes():
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 1e6

def made(ending, number):
    drawing = (f'<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000">'
               f'<rect width="1000" height="1000" fill="#ff88{number:02d}"/></svg>')
    return typst.Compiler("page.typ", sys_inputs={"drawing": drawing}).compile(format=ending, ppi=216)

made("png", 0)
for _ in range(11):
    typst.Compiler("empty.typ").compile(format="pdf")
before = megabytes()
for number in range(10, 16):
    made("pdf", number)
after_pdf = megabytes()
for number in range(20, 26):
    made("png", number)
after_png = megabytes()
for _ in range(11):
    typst.Compiler("empty.typ").compile(format="pdf")
after_empty = megabytes()
print(f"six pages as PDF: {after_pdf - before:+.0f} MB; the same as PNG: {after_png - after_pdf:+.0f} MB; eleven empty pages: {after_empty - after_png:+.0f} MB")
kept = after_pdf - before < 30 and after_png - after_pdf > 150 and after_empty - after_png < -150
sys.exit(0 if kept else "no longer so")
PY
"$folder/venv/bin/python" seen.py
