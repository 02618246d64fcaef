#!/bin/sh
# python-pptx 1.0.2: a chart with a category that has no name yet (a touchpoint without a title), written and read again, as to carry last year's figures over.
# Expected: the empty name that was written, as the chart's own workbook and its XML (<c:v/>) have it, and as an empty series name comes back.
# What happens: plot.categories gives the word "None", so that a report has a touchpoint of that name, and a chart that is made anew from these categories, or
# changed by replace_data, writes it onto the slide for good. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-pptx==1.0.2 openpyxl==3.1.5
"$folder/venv/bin/python" - "$folder/chart.pptx" <<'PY'
import io, sys
import openpyxl, pptx
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm


def filled(categories: list[str], series: str) -> CategoryChartData:
    data = CategoryChartData()
    data.categories = categories
    data.add_series(series, [3, 5])
    return data


slides = pptx.Presentation()
slide = slides.slides.add_slide(slides.slide_layouts[6])
slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Cm(9), Cm(9), filled(["", "Till"], ""))
slides.save(sys.argv[1])
(shape,) = pptx.Presentation(sys.argv[1]).slides[0].shapes
chart = shape.chart
read, name = list(chart.plots[0].categories), chart.plots[0].series[0].name
book = [row[0].value for row in openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active["A2:A3"]]
chart.replace_data(filled(read, name))
words = [value.text for value in chart._chartSpace.xpath("//c:cat//c:v")]
print("python-pptx", pptx.__version__, "categories", read, "series", repr(name), "workbook", book, "on the slide after replace_data", words)
sys.exit(not (read == ["None", "Till"] and name == "" and book == [None, "Till"] and words == ["None", "Till"]))
PY
