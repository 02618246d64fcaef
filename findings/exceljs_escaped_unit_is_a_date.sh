#!/bin/sh
# ExcelJS 4.4.0: numbers with a unit in their format, 45.5 as 0\d ("46d", days, as Excel keeps a single letter), 0\ \h (hours) or 0_d.
# Expected: numbers, as openpyxl and SheetJS read them: an escaped letter is a letter, and _d is a space as wide as a d.
# What happens: ExcelJS leaves out quoted text and colours before it looks for d, m, h, s, y, but not what is escaped, so all
# three are dates of February 1900; the same unit in quotation marks ("d") is a number. 30 days of waiting become 29 January 1900.
# With [mm] it is the other way round: a span of time is a bare number. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check XlsxWriter==3.3.1 openpyxl==3.1.5
"$folder/venv/bin/python" - "$folder/spans.xlsx" <<'PY'
import sys
import openpyxl, xlsxwriter

with xlsxwriter.Workbook(sys.argv[1]) as book:
    sheet = book.add_worksheet()
    for row, shown in enumerate(('0"d"', "0\\d", "0\\ \\h", "0_d", "[mm]")):
        sheet.write(row, 0, shown)
        sheet.write_number(row, 1, 45.5, book.add_format({"num_format": shown}))
read = [cell.value for cell in openpyxl.load_workbook(sys.argv[1]).active["B"]]
print("openpyxl", openpyxl.__version__, *map(repr, read), sep="  ")
sys.exit(read[:4] != [45.5] * 4)
PY
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund exceljs@4.4.0 xlsx@0.18.5
node - <<'JS'
const XLSX = require("xlsx");
const { Workbook } = require("exceljs");
const kind = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value));
const sheet = XLSX.readFile("spans.xlsx", { cellDates: true }).Sheets.Sheet1;
const others = [1, 2, 3, 4].map((row) => kind(sheet[`B${row}`].v));
const book = new Workbook();
book.xlsx.readFile("spans.xlsx").then(() => {
  const read = [1, 2, 3, 4, 5].map((row) => kind(book.worksheets[0].getCell(row, 2).value));
  console.log("SheetJS", XLSX.version, others.join("  "));
  console.log("ExcelJS 4.4.0", read.join("  "));
  const said = read.join() === "45.5,1900-02-13,1900-02-13,1900-02-13,45.5";
  process.exit(said && others.every((value) => value === "45.5") ? 0 : 1);
});
JS
