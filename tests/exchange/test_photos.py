"""A picture from outside becomes small, square and upright, and nothing but its pixels; what is none is refused."""

import random
import struct
import zlib
from base64 import b64decode, b64encode
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from journey.exchange import Reading, UnreadableFile, differences, photos, read_workbook, write_workbook
from journey.exchange.photos import small_photo
from journey.model import PHOTO_BYTES, PHOTO_SIDE, Language, Persona, Workshop
from tests.builders import a_persona, a_workshop
from tests.exchange.hands import column, edited
from tests.exchange.pictures import a_png, as_file

QUARTERS = {"red": (0, 0), "lime": (1, 0), "blue": (0, 1), "white": (1, 1)}
ORIENTATION = 0x0112


def _quartered(size: int = 400) -> Image.Image:
    picture = Image.new("RGB", (size, size))
    for colour, (x, y) in QUARTERS.items():
        picture.paste(Image.new("RGB", (size // 2, size // 2), colour), (x * size // 2, y * size // 2))
    return picture


def _opened(photo: str) -> Image.Image:
    return Image.open(BytesIO(b64decode(photo)))


def _corner(photo: str) -> tuple[int, ...]:
    """The colour in the left upper quarter, roughly."""
    pixel = _opened(photo).convert("RGB").getpixel((PHOTO_SIDE // 4, PHOTO_SIDE // 4))
    assert isinstance(pixel, tuple)
    return tuple(round(value / 255) for value in pixel)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *(("JPEG", mode) for mode in ("RGB", "L", "CMYK")),
        *(("PNG", mode) for mode in ("RGB", "P", "LA", "I;16", "1")),
        *(("WEBP", mode) for mode in ("RGB", "RGBA")),
    ],
)
def test_pictures_of_every_kind_become_small_squares(kind: str, mode: str) -> None:
    small = _opened(small_photo(as_file(Image.new(mode, (300, 200)), kind)))
    assert (small.format, small.mode, small.size) == ("WEBP", "RGB", (PHOTO_SIDE, PHOTO_SIDE))


@pytest.mark.parametrize(("orientation", "corner"), [(1, (1, 0, 0)), (3, (1, 1, 1)), (6, (0, 0, 1)), (8, (0, 1, 0))])
def test_a_picture_stands_upright_and_brings_no_details(orientation: int, corner: tuple[int, ...]) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010E] = "taken at home"
    photo = small_photo(as_file(_quartered(), "JPEG", exif=exif, comment=b"taken at home"))
    assert _corner(photo) == corner
    assert not _opened(photo).getexif()
    assert b"home" not in b64decode(photo)


def test_the_middle_of_a_long_picture_is_kept_and_what_is_seen_through_stands_on_white() -> None:
    long = Image.new("RGBA", (900, 300), (0, 0, 0, 0))
    long.paste((255, 0, 0, 255), (350, 50, 550, 250))
    small = _opened(small_photo(as_file(long, "PNG"))).convert("RGB")
    middle, edge = small.getpixel((PHOTO_SIDE // 2, PHOTO_SIDE // 2)), small.getpixel((4, 4))
    assert isinstance(middle, tuple)
    assert isinstance(edge, tuple)
    assert middle[0] - middle[1] > 150
    assert min(edge) > 240


def test_even_noise_fits_into_the_document() -> None:
    noise = Image.frombytes("RGB", (256, 256), random.Random(7).randbytes(3 * 256 * 256))
    assert len(b64decode(small_photo(as_file(noise, "PNG")))) <= PHOTO_BYTES


def _claiming(side: int) -> bytes:
    """A PNG of a few bytes that says it is huge."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in ((b"IHDR", head), (b"IDAT", b"x"), (b"IEND", b""))
    )
    return b"\x89PNG\r\n\x1a\n" + chunks


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no_picture"),
        (as_file(Image.new("RGB", (9, 9)), "GIF"), "no_picture"),
        (a_png()[:20], "no_picture"),
        (as_file(_quartered(), "JPEG")[:2_000], "damaged_picture"),
        (a_png(300, 300)[:-60], "damaged_picture"),
        (_claiming(8_000), "large_picture"),
        (_claiming(60_000), "large_picture"),
    ],
    ids=["empty", "svg", "gif", "head", "half a jpeg", "half a png", "large", "huge"],
)
def test_what_is_no_picture_is_told_apart(data: bytes, key: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        small_photo(data)
    assert refused.value.key == key
    assert all(refused.value.message(language) for language in Language)


def test_a_file_that_is_too_large_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "LARGEST_PHOTO", 10)
    with pytest.raises(UnreadableFile, match="large_file"):
        small_photo(a_png())


def _people() -> Workshop:
    return a_workshop(personas=[a_persona("Alma", id="p", photo=small_photo(as_file(_quartered(), "PNG")))])


def _typed(words: str | None) -> Reading:
    """The reading after somebody typed into the cell of the picture."""

    def typed(book: Any) -> None:
        sheet = book["Personas"]
        sheet.cell(2, column(sheet, "Eigenes Bild")).value = words

    workshop = _people()
    return edited(workshop, typed, base=workshop)


def test_a_picture_goes_through_a_workbook_byte_for_byte() -> None:
    workshop = _people()
    reading = read_workbook(write_workbook(workshop, Language.DE), Language.DE)
    assert (reading.workshop, reading.problems) == (workshop, ())


def test_letters_in_its_cell_that_are_no_picture_leave_the_one_that_was_there() -> None:
    reading = _typed("a funny face")
    assert reading.workshop.personas == _people().personas
    assert [problem.key for problem in reading.problems] == ["bad_photo"]


def test_a_picture_is_removed_by_clearing_its_cell_and_told_by_its_size() -> None:
    reading = _typed(None)
    [changed] = differences(_people(), reading.workshop, Language.EN)
    [field] = changed.fields
    assert (field.word, field.old, field.new) == ("Own picture", f"picture (bytes: {_bytes()})", "")


def _bytes() -> int:
    return len(b64decode(_people().personas[0].photo))


_GOOD = b64decode(small_photo(a_png()))


@pytest.mark.parametrize(
    "data",
    [
        a_png(),
        b"<svg onload='alert(1)'/>",
        _GOOD[:26] + (5_000).to_bytes(2, "little") + _GOOD[28:],
        _GOOD + b"\0" * PHOTO_BYTES,
        _GOOD.replace(b"VP8 ", b"VP8X"),
    ],
    ids=["png", "svg", "wide", "long", "extended"],
)
def test_a_document_with_any_other_picture_is_refused(data: bytes) -> None:
    Persona(id="p", photo=b64encode(_GOOD).decode())
    with pytest.raises(ValueError, match="photo"):
        Persona(id="p", photo=b64encode(data).decode())


@pytest.mark.parametrize("letters", ["' onerror='alert(1)", "UklGR", "ä"])
def test_a_document_with_letters_that_are_no_picture_is_refused(letters: str) -> None:
    with pytest.raises(ValueError, match="photo"):
        Persona(id="p", photo=letters)
