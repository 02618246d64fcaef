#!/bin/sh
# python-pptx 1.0.2: a chart whose categories are moments (datetime), two on one day, six in the morning and six in the evening.
# Expected: slide and workbook behind it say the same two moments.
# What happens: the slide's own numbers are whole days, so both points say 46023.0 and stand on one spot, while the workbook has
# 46023.25 and 46023.75. So a course by the hour is drawn as one by the day, until somebody opens "Edit data" and the
# picture changes under their hands. In an XY chart the same two numbers of days with fractions are kept. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-pptx==1.0.2 XlsxWriter==3.3.1
"$folder/venv/bin/python" - <<'PY'
import io, re, sys, zipfile
from datetime import datetime
import pptx
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE

shapes = pptx.Presentation().slides
shapes = shapes.add_slide(shapes.part.presentation.slide_layouts[6]).shapes
by_moment = CategoryChartData()
by_moment.categories = [datetime(2026, 1, 1, 6), datetime(2026, 1, 1, 18)]
by_moment.add_series("Visits", [3, 9])
chart = shapes.add_chart(XL_CHART_TYPE.LINE, 0, 0, 999999, 999999, by_moment).chart
sheet = zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).read("xl/worksheets/sheet1.xml").decode()
in_book = re.findall(r'<c r="A\d"[^>]*><v>([^<]*)<', sheet)
by_number = XyChartData()
series = by_number.add_series("Visits")
series.add_data_point(46023.25, 3)
series.add_data_point(46023.75, 9)
scatter = shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, 0, 0, 999999, 999999, by_number).chart
on_slide = [*chart.plots[0].categories]
scattered = [value.text for value in scatter._chartSpace.xpath(".//c:xVal//c:v")]
print("python-pptx", pptx.__version__)
print("on the slide:", on_slide, "in the workbook:", in_book, "in an XY chart:", scattered)
sys.exit(not (on_slide == ["46023.0", "46023.0"] and in_book == scattered == ["46023.25", "46023.75"]))
PY
