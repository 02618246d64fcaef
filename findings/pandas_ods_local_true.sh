#!/bin/sh
# pandas 3.1.1 with odfpy 1.4.1: read_excel of an .ods with truth values. Each cell says office:boolean-value="true" or "false", and what it shows, which is
# in the language of whoever saved it: TRUE and FALSE in English, WAHR and FALSCH in German, VRAI and FAUX in French.
# Expected: the values, as python-calamine 0.9.1 gives them, whatever language they are shown in.
# What happens: pandas looks at what is shown and takes everything but "TRUE" for False. All of a German file is False, in a column that is
# boolean and has no gaps: nobody agreed, no case was won. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 pandas==3.1.1 odfpy==1.4.1
"$folder/venv/bin/python" -W ignore - "$folder/won.ods" <<'PY'
import sys
from importlib.metadata import version
import pandas, python_calamine
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

document = OpenDocumentSpreadsheet()
for language, words in {"en": ("TRUE", "FALSE"), "de": ("WAHR", "FALSCH"), "fr": ("VRAI", "FAUX")}.items():
    sheet = Table(name=language)
    for shown, value in zip(words, ("true", "false")):
        row, cell = TableRow(), TableCell(valuetype="boolean", booleanvalue=value)
        cell.addElement(P(text=shown))
        row.addElement(cell)
        sheet.addElement(row)
    document.spreadsheet.addElement(sheet)
document.save(sys.argv[1])
framed = {name: frame[0].tolist() for name, frame in pandas.read_excel(sys.argv[1], None, header=None, engine="odf").items()}
book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
read = {name: [row[0] for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}
print("pandas", pandas.__version__, "odfpy", version("odfpy"), framed)
print("python-calamine", version("python-calamine"), read)
right, wrong = [True, False], [False, False]
sys.exit(not (framed == {"en": right, "de": wrong, "fr": wrong} and read == dict.fromkeys(framed, right)))
PY
