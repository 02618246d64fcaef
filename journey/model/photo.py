"""A picture of one's own, as the document holds it: a small square WebP in base64. Anything else is refused, so that no
document can bring a picture that is huge once it is unpacked, or a drawing with a script."""

from base64 import b64decode
from typing import Annotated

from pydantic import AfterValidator, Field

PHOTO_SIDE = 128
"""Width and height in pixels."""
PHOTO_BYTES = 8 * 1024
"""The most that a picture takes: in base64 it fits into one cell of a spreadsheet, three times over."""

_HEAD = slice(8, 16), b"WEBPVP8 "
_START = slice(23, 26), b"\x9d\x01\x2a"
_SIDES = slice(26, 30), PHOTO_SIDE.to_bytes(2, "little") * 2


def checked_photo(value: str) -> str:
    """The value; ValueError unless it is empty or a picture as described above."""
    if not value:
        return value
    data = b64decode(value, validate=True)
    if len(data) > PHOTO_BYTES or not data.startswith(b"RIFF"):
        raise ValueError("no small WebP picture")
    if any(data[place] != there for place, there in (_HEAD, _START, _SIDES)):
        raise ValueError(f"no WebP picture of {PHOTO_SIDE} × {PHOTO_SIDE} pixels")
    return value


Photo = Annotated[str, Field(max_length=PHOTO_BYTES // 3 * 4 + 4), AfterValidator(checked_photo)]
"""A picture in base64; "" for none."""
