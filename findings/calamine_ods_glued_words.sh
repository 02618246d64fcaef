#!/bin/sh
# python-calamine 0.9.1 and an .ods with cells of two lines or with a tab: text:line-break and text:tab inside a paragraph, as odfpy 1.4.1 writes them
# of "\n" and "\t" (teletype.addTextToElement), and LibreOffice Calc a tab.
# Expected: white space between the words, as odfpy itself and ezodf 0.3.2 read them.
# What happens: both elements are left out and the words are one: "Saw the ad\nClicked" is "Saw the adClicked", "Shop\tCheckout" is "ShopCheckout".
# Runs of spaces (text:s) and lines that are paragraphs of their own are kept, so that most files read well. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 odfpy==1.4.1 ezodf==0.3.2 lxml==6.1.3
"$folder/venv/bin/python" -W ignore - "$folder/map.ods" <<'PY'
import sys
from importlib.metadata import version
import ezodf, python_calamine
from odf import opendocument, table, teletype, text

written = ["Saw the ad\nClicked", "Shop\tCheckout", "two  spaces"]
document = opendocument.OpenDocumentSpreadsheet()
sheet = table.Table(name="Map")
for words in written:
    row, cell, line = table.TableRow(), table.TableCell(valuetype="string"), text.P()
    teletype.addTextToElement(line, words)
    cell.addElement(line)
    row.addElement(cell)
    sheet.addElement(row)
document.spreadsheet.addElement(sheet)
document.save(sys.argv[1])
own = [teletype.extractText(line) for line in opendocument.load(sys.argv[1]).getElementsByType(text.P)]
other = [row[0].value for row in ezodf.opendoc(sys.argv[1]).sheets[0].rows()]
read = [row[0] for row in python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()]
print("odfpy", version("odfpy"), own, "ezodf", version("ezodf"), other)
print("python-calamine", version("python-calamine"), read)
sys.exit(not (own == other == written and read == ["Saw the adClicked", "ShopCheckout", "two  spaces"]))
PY
