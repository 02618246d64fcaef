"""Pictures of strangers: what people upload becomes a small square WebP that holds nothing but its pixels.

The file's size and the picture's are looked at before anything is unpacked, one picture is unpacked at a time, and what is
kept is drawn anew: no description, place or preview that the file holds comes along.
"""

import struct
from base64 import b64decode, b64encode
from io import BytesIO
from threading import Lock

from PIL import Image, ImageOps

from journey.exchange.guarding.problems import UnreadableFile
from journey.model import PHOTO_BYTES, PHOTO_SIDE

LARGEST_PHOTO = 10 * 1024 * 1024
MOST_PIXELS = 50_000_000
"""What a telephone's camera takes at most; unpacked it needs some 200 MB."""
FORMATS = ("JPEG", "PNG", "WEBP")

_QUALITIES = (82, 65, 45, 25, 10, 0)
_DAMAGED = (OSError, ValueError, SyntaxError, LookupError, TypeError, ArithmeticError, AttributeError, struct.error)
_ONE_AT_A_TIME = Lock()


def photo_as_png(photo: str) -> bytes:
    """A picture of a document as PNG, for programs that know no WebP."""
    target = BytesIO()
    with _ONE_AT_A_TIME:
        Image.open(BytesIO(b64decode(photo)), formats=("WEBP",)).convert("RGB").save(target, "PNG")
    return target.getvalue()


def small_photo(data: bytes) -> str:
    """The middle of a picture (JPEG, PNG, WebP) as the document holds it: upright, square, small, in base64. UnreadableFile
    says what is wrong with the file."""
    if not data:
        raise UnreadableFile("empty")
    if len(data) > LARGEST_PHOTO:
        raise UnreadableFile("large_file", megabytes=str(LARGEST_PHOTO // 1024**2))
    try:
        picture = Image.open(BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise UnreadableFile("large_picture", most=str(MOST_PIXELS // 1_000_000)) from error
    except _DAMAGED as error:
        raise UnreadableFile("no_picture") from error
    if picture.width * picture.height > MOST_PIXELS:
        raise UnreadableFile("large_picture", most=str(MOST_PIXELS // 1_000_000))
    try:
        with _ONE_AT_A_TIME, picture:
            return _written(_square(picture))
    except _DAMAGED as error:
        raise UnreadableFile("damaged_picture") from error


def _square(picture: Image.Image) -> Image.Image:
    turned = picture.getexif().get(0x0112, 1)
    picture.draft("RGB", (4 * PHOTO_SIDE, 4 * PHOTO_SIDE))
    small = ImageOps.fit(_opaque(picture), (PHOTO_SIDE, PHOTO_SIDE), Image.Resampling.LANCZOS)
    way = _TURNS.get(turned)
    return small if way is None else small.transpose(way)


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What turns a picture upright, by its orientation in EXIF."""


def _opaque(picture: Image.Image) -> Image.Image:
    """A picture's colours; what can be seen through stands on white."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    seen_through = picture.convert("RGBA")
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(seen_through, mask=seen_through.getchannel("A"))
    return ground


def _written(picture: Image.Image) -> str:
    """The best picture that is small enough."""
    for quality in _QUALITIES:
        file = BytesIO()
        Image.frombytes("RGB", picture.size, picture.tobytes()).save(file, "WEBP", quality=quality, method=6)
        if file.tell() <= PHOTO_BYTES:
            return b64encode(file.getvalue()).decode()
    raise ValueError("no quality makes the picture small enough")
