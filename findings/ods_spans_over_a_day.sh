#!/bin/sh
# Spans of time in an .ods sheet, 08:30 and 30:15 hours (office:value-type="time", PT08H30M00S and PT30H15M00S), as people who write down
# hours worked or waited have them.
# Expected: two values of one type; openpyxl and python-calamine give a timedelta for spans over a day in an .xlsx.
# What happens: python-calamine 0.9.1 gives a time of day for the first and the text "PT30H15M00S" for the second, so that the longest spans drop
# out of every sum. pandas 3.1.1 with odfpy reads what the cell shows instead of its value, and refuses the whole workbook: "hour
# must be in 0..23". Where 24 hours are not passed, nothing is seen. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 pandas==3.1.1 odfpy==1.4.1
"$folder/venv/bin/python" - "$folder/hours.ods" <<'PY'
import sys
from datetime import time
import pandas
from importlib.metadata import version
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from python_calamine import CalamineWorkbook


def book(*spans):
    written, table = OpenDocumentSpreadsheet(), Table(name="Hours")
    for hours, minutes in spans:
        row, cell = TableRow(), TableCell(valuetype="time", timevalue=f"PT{hours:02}H{minutes:02}M00S")
        cell.addElement(P(text=f"{hours:02}:{minutes:02}"))
        row.addElement(cell)
        table.addElement(row)
    written.spreadsheet.addElement(table)
    written.save(sys.argv[1])


def by_pandas():
    try:
        return pandas.read_excel(sys.argv[1], engine="odf", header=None)[0].tolist()
    except ValueError as error:
        return f"{type(error).__name__}: {error}"


book((8, 30))
short = by_pandas()
book((8, 30), (30, 15))
fast, long = [row[0] for row in CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()], by_pandas()
print("python-calamine", version("python-calamine"), fast)
print("pandas", pandas.__version__, "with odfpy", version("odfpy"), short, "and", long)
sys.exit(not (fast == [time(8, 30), "PT30H15M00S"] and short == [time(8, 30)] and "hour must be in 0..23" in long))
PY
