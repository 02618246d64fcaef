"""Pictures as files, for tests."""

from io import BytesIO
from typing import Any

from PIL import Image


def a_png(width: int = 6, height: int = 4, colour: str = "red") -> bytes:
    return as_file(Image.new("RGB", (width, height), colour), "PNG")


def as_file(picture: Image.Image, kind: str, **options: Any) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()
