#!/usr/bin/env bash
# A server hands out charts as PNG from a thread of its own, so that others go on meanwhile. vl-convert is compiled and needs nothing
# of Python while it draws, so one would guess that it lets Python's other threads run, as zlib, Pillow or the typst wheel do. It does
# not: for as long as svg_to_png takes, no other thread of the process gets a turn; with vl-convert a picture of seconds is a server
# that answers nobody for seconds. (What makes it take long here is 6,000 words, each of which is drawn anew.)
# Seen with vl-convert-python 1.9.0.post1, the typst wheel 0.15.2 beside it, on Python 3.11, Linux.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check vl-convert-python==1.9.0.post1 typst==0.15.2
cd "$folder"
cat > seen.py <<'PY'
import sys, threading, time
from importlib.metadata import version
import typst, vl_convert

words = "".join(f'<text x="{n % 60 * 40}" y="{n // 60 * 20 + 20}">word {n}</text>' for n in range(6000))
svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="2020">{words}</svg>'
open("page.typ", "w").write("#set page(width: 2400pt, height: 2020pt)\n" + " ".join(f"word {n}" for n in range(60000)))

def share_of_the_longest_wait(work):
    """The longest that another thread waits for its turn, as a share of the work's time."""
    waits, done = [], threading.Event()

    def other():
        last = time.perf_counter()
        while not done.is_set():
            time.sleep(0.001)
            now = time.perf_counter()
            waits.append(now - last)
            last = now

    thread = threading.Thread(target=other)
    thread.start()
    began = time.perf_counter()
    work()
    took = time.perf_counter() - began
    done.set()
    thread.join()
    return max(waits) / took

vl_convert.svg_to_png(svg.replace(words, ""))  # warm
vega = share_of_the_longest_wait(lambda: vl_convert.svg_to_png(svg, ppi=144))
other = share_of_the_longest_wait(lambda: typst.compile("page.typ", format="png", ppi=144))
print(f"vl-convert-python {version('vl-convert-python')}: another thread waits {vega:.0%} of the time")
print(f"typst {version('typst')}: {other:.0%}")
sys.exit(0 if vega > 0.8 and other < 0.5 else "no longer so")
PY
"$folder/venv/bin/python" seen.py
