"""What calamine 0.9 does not understand of an open document (.ods), said in a way that it does: it stops at white space between cells,
leaves out tabs and line breaks inside a paragraph, and takes the words of a text box, and the white space of a comment, for those of the
cell below."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from journey.lazy_re import lazy_re

_CONTENT = "content.xml"
_REST_OF_TAG = rb"""(?:[^<>"']|"[^"<]*"|'[^'<]*')*>"""
_BETWEEN_CELLS = lazy_re(
    rb"(</?table:(?:table-row|table-cell|covered-table-cell|table|table-column|table-row-group|table-header-rows)\b[^>]*>|</text:p>)"
    rb"\s+(?=</?(?:table|text):)"
)
_BREAK = lazy_re(rb"<text:(tab|line-break)\b(?:[^>]*/>|[^>/]*>\s*</text:\1\s*>)")
_BREAKS = {b"tab": b"\t", b"line-break": b"\n"}
_LAID_ON_CELLS = lazy_re(rb"<(/?)(?:draw:[\w.-]+|office:annotation)\b" + _REST_OF_TAG)


@contextmanager
def readable(path: Path) -> Iterator[Path]:
    """The file; of an open document a copy, where calamine would not read its cells as they are."""
    content = content_of(path)
    plain = content and plain_cells(content)
    if plain == content:
        yield path
        return
    with TemporaryDirectory(prefix="journey-log-") as folder, ZipFile(path) as archive:
        copy = Path(folder) / "log.ods"
        with ZipFile(copy, "w", ZIP_DEFLATED) as written:
            for entry in archive.infolist():
                written.writestr(entry, plain or b"" if entry.filename == _CONTENT else archive.read(entry))
        yield copy


def plain_cells(content: bytes) -> bytes:
    """The XML of an open document's content without comments, shapes and white space between its cells, with tabs and
    line breaks as such; equal to what was given where there is nothing of it."""
    plain = content
    if b"<draw:" in plain or b"<office:annotation" in plain:
        plain = _bare(plain)
    if b"<text:tab" in plain or b"<text:line-break" in plain:
        plain = _BREAK.sub(lambda found: _BREAKS[found[1]], plain)
    return _BETWEEN_CELLS.sub(rb"\1", plain)


def _bare(content: bytes) -> bytes:
    """Without shapes and comments, whatever they hold; as it was where their tags do not pair."""
    kept, depth, begin = [], 0, 0
    for tag in _LAID_ON_CELLS.finditer(content):
        if depth == 0:
            kept.append(content[begin : tag.start()])
        depth += -1 if tag[1] else not tag[0].endswith(b"/>")
        if depth < 0:
            return content
        begin = tag.end()
    return content if depth else b"".join([*kept, content[begin:]])


def content_of(path: Path) -> bytes | None:
    """What stands in an open document; None for any other file."""
    with path.open("rb") as stream:
        if stream.read(4) != b"PK\x03\x04":
            return None
    with ZipFile(path) as archive:
        return archive.read(_CONTENT) if _CONTENT in archive.namelist() else None
