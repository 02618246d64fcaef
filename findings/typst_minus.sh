#!/bin/sh
# The typst wheel 0.15.2 (the Typst compiler for Python): numbers below zero that look up words in data, as scores from -2 to 2 do.
# {"-2": "very bad", "2": "very good"} is read by json(), and words.at(str(score)) shall give the word.
# Expected: str(-2) is "-2", as in JSON, in every language that programs are written in, and in Typst's own repr and json.encode.
# What happens: str(-2) is written with the minus sign U+2212, so the key is not there; positive numbers hide it. str(-2.5) too.
# Back it goes all the same: int() takes both signs. repr(-2) and json.encode(-2) are the ones that keep the hyphen.
# Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2
printf '{"-2": "very bad", "2": "very good"}' > "$folder/words.json"
cat > "$folder/scores.typ" <<'TYP'
#let words = json("words.json")
#metadata((
  in_words: (str(2) in words, str(-2) in words, repr(-2) in words, json.encode(-2) in words),
  minus: str(-2).codepoints().map(str.to-unicode).first(),
  back: int(str(-2)),
  fraction: str(-2.5).codepoints().map(str.to-unicode).first(),
)) <said>
TYP
"$folder/venv/bin/python" - "$folder/scores.typ" <<'PY'
import json, sys
import typst

said = json.loads(typst.query(sys.argv[1], "<said>", field="value", one=True))
print("typst", typst.__version__, said)
sys.exit(said != {"in_words": [True, False, True, True], "minus": 0x2212, "back": -2, "fraction": 0x2212})
PY
