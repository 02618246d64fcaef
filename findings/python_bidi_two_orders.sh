#!/usr/bin/env bash
# python-bidi has two halves with the same function: bidi.get_display (compiled) and bidi.algorithm.get_display (Python), of which only
# the second gives the levels that a typesetter needs. Its README says that the compiled one seems to follow a newer version, not what differs. Both run a line of one
# direction alike; brackets around a Hebrew or Arabic word beside a number they order differently: the compiled one follows rule N0 of
# UAX #9 (since Unicode 6.3, 2013: a pair of brackets has one direction), the other one does not, so that its opening bracket stands
# before the number and its closing one behind the word. They also differ in who turns the brackets over: the compiled one does not
# (L4), the other does.
# Seen with python-bidi 0.6.12 on Python 3.11.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-bidi==0.6.12
"$folder/venv/bin/python" - <<'PY'
import sys
from importlib.metadata import version
from bidi import algorithm, get_display

line = "(\u05e2\u05d5\u05dc\u05dd) 12 %"  # a word in brackets, and 12 %
compiled, in_python = get_display(line, base_dir="L"), algorithm.get_display(line, base_dir="L")
turned = get_display("\u05d0(\u05d1)\u05d0", base_dir="R"), algorithm.get_display("\u05d0(\u05d1)\u05d0", base_dir="R")
print("python-bidi", version("python-bidi"))
print("brackets and number, compiled: ", ascii(compiled))
print("the same by bidi.algorithm:    ", ascii(in_python))
print("brackets inside a Hebrew line: ", *map(ascii, turned))
word = "\u05dd\u05dc\u05d5\u05e2"
expected = compiled == f"({word}) 12 %" and in_python == f"(12 ({word} %" and turned == ("\u05d0)\u05d1(\u05d0", "\u05d0(\u05d1)\u05d0")
sys.exit(0 if expected else "no longer so")
PY
