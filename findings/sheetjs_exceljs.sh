#!/bin/sh
# SheetJS (npm xlsx 0.18.5) and ExcelJS 4.4.0 on valid workbooks.
# 1. SheetJS writes the text "_x0041_" without escaping its underscore, so that every reader shows "A".
# 2. ExcelJS throws a TypeError on a sheet with a chart that openpyxl saved (its relations name parts by absolute paths).
# Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5
"$folder/venv/bin/python" - "$folder/chart.xlsx" <<'PY'
import sys
import openpyxl
from openpyxl.chart import BarChart, Reference

book = openpyxl.Workbook()
for value in (1, 2, 3):
    book.active.append([value])
chart = BarChart()
chart.add_data(Reference(book.active, min_col=1, min_row=1, max_row=3))
book.active.add_chart(chart, "C1")
book.save(sys.argv[1])
PY
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund xlsx@0.18.5 exceljs@4.4.0
node - <<'JS'
const XLSX = require("xlsx");
const { Workbook } = require("exceljs");
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["_x0041_"]]), "A");
XLSX.writeFile(book, "escape.xlsx", { bookSST: true });
const xml = Buffer.from(XLSX.CFB.find(XLSX.CFB.read("escape.xlsx", { type: "file" }), "/xl/sharedStrings.xml").content);
const text = /<t[^>]*>([^<]*)</.exec(xml.toString())[1];
new Workbook().xlsx.readFile("chart.xlsx").then(() => "read", (error) => `${error.name}: ${error.message}`).then((said) => {
  console.log("SheetJS", XLSX.version, JSON.stringify(text));
  console.log("ExcelJS 4.4.0", said);
  process.exit(text === "_x0041_" && said.includes("anchors") ? 0 : 1);
});
JS
