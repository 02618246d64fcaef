#!/bin/sh
# XlsxWriter 3.3.1: text that looks like an escape (_x0041_). Expected: every such text is escaped once, so that Excel shows
# it as it was written. What happens: in rich strings it is escaped twice, and of two side by side in a plain string only
# the first is escaped (the format resolves "_x005F_x0041_x0042_" to "_x0041B"). Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check XlsxWriter==3.3.1
"$folder/venv/bin/python" - "$folder/book.xlsx" <<'PY'
import re, sys, zipfile
import xlsxwriter

book = xlsxwriter.Workbook(sys.argv[1])
sheet = book.add_worksheet()
sheet.write_string(0, 0, "_x0041_")
sheet.write_string(1, 0, "_x0041_x0042_")
sheet.write_rich_string(2, 0, book.add_format({"bold": True}), "_x0041_", " tail")
book.close()
xml = zipfile.ZipFile(sys.argv[1]).read("xl/sharedStrings.xml").decode()
found = re.findall(r"<t[^>]*>([^<]*)</t>", xml)
print("XlsxWriter", xlsxwriter.__version__, found)
sys.exit(found != ["_x005F_x0041_", "_x005F_x0041_x0042_", "_x005F_x005F_x0041_", " tail"])
PY
