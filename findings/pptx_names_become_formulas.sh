#!/bin/sh
# python-pptx 1.0.2 with XlsxWriter 3.3.1: a chart with a category "=> Purchase" and a series "= Buyers".
# Expected: names are words, on the slide as in the workbook behind "Edit data".
# What happens: the slide has the words, but in the workbook both are formulas ("> Purchase", " Buyers") with the result 0; the
# first is none that Excel can parse. The names go through XlsxWriter's write(), which takes any text with "=" in front for one.
# Nothing shows it until somebody opens the numbers. A workbook opened with strings_to_formulas=False has the words.
# Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-pptx==1.0.2 XlsxWriter==3.3.1
"$folder/venv/bin/python" - <<'PY'
import io, re, sys, zipfile
import pptx, xlsxwriter
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

deck = pptx.Presentation()
data = CategoryChartData()
data.categories = ["Search", "=> Purchase"]
data.add_series("= Buyers", [40, 12])
shapes = deck.slides.add_slide(deck.slide_layouts[6]).shapes
chart = shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 0, 999999, 999999, data).chart
book = zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
formulas = re.findall(r'<c r="(\w+)"[^>]*><f>([^<]*)</f><v>([^<]*)</v>', book.read("xl/worksheets/sheet1.xml").decode())
shown = [*chart.plots[0].categories], chart.plots[0].series[0].name
print("python-pptx", pptx.__version__, "XlsxWriter", xlsxwriter.__version__)
print("on the slide:", shown)
print("in the workbook:", formulas)
sys.exit(not (shown == (["Search", "=> Purchase"], "= Buyers") and formulas == [("B1", " Buyers", "0"), ("A3", "&gt; Purchase", "0")]))
PY
