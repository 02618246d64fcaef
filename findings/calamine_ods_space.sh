#!/bin/sh
# python-calamine 0.9.1 on an .ods with white space between the cells of a row. Expected: the same cells as without it, as
# odfpy and LibreOffice read them (white space outside paragraphs means nothing in ODF). What happens: the whole
# workbook is refused, by from_filelike with "Cannot detect file format", which hides the reason that from_path gives.
# It matters because Gnumeric indents every .ods that it writes: none can be read. Exits with 1 if this changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 odfpy==1.4.1
"$folder/venv/bin/python" - "$folder" <<'PY'
import io, sys, zipfile
from importlib.metadata import version
from odf.opendocument import load
from odf.table import TableCell, TableRow
from python_calamine import CalamineError, CalamineWorkbook

KIND = "application/vnd.oasis.opendocument.spreadsheet"
CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def book(gap):
    rows = "".join(
        f"<table:table-row>{gap}{gap.join(CELL.format(text) for text in row)}{gap}</table:table-row>"
        for row in (("a1", "b1"), ("a2", "b2"))
    )
    names = "".join(f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text"))
    content = (f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names} office:version="1.3"><office:body>'
               f'<office:spreadsheet><table:table table:name="A"><table:table-column/>{rows}</table:table></office:spreadsheet>'
               "</office:body></office:document-content>")
    manifest = ('<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.3" '
                'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
                f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
                '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", KIND)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return file.getvalue()


def calamine(opened, source):
    try:
        return opened(source).get_sheet_by_name("A").to_python()
    except CalamineError as error:
        return f"{type(error).__name__}: {error}"


def odfpy(path):
    sheet = load(path).spreadsheet
    return [[str(cell) for cell in row.getElementsByType(TableCell)] for row in sheet.getElementsByType(TableRow)]


print("python-calamine", version("python-calamine"), "odfpy", version("odfpy"))
said = []
for name, gap in (("no white space", ""), ("a space", " "), ("indented", "\n    ")):
    path = f"{sys.argv[1]}/book.ods"
    data = book(gap)
    with open(path, "wb") as file:
        file.write(data)
    said.append((calamine(CalamineWorkbook.from_path, path), calamine(CalamineWorkbook.from_filelike, io.BytesIO(data))))
    print(f"{name}:\n  from_path {said[-1][0]}\n  from_filelike {said[-1][1]}\n  odfpy {odfpy(path)}")
cells = [["a1", "b1"], ["a2", "b2"]]
refused = all("table-cell" in path and "detect" in filelike for path, filelike in said[1:])
sys.exit(not (said[0] == (cells, cells) and refused))
PY
