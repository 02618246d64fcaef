"""Text that a card carries packed, because it is long and nobody reads it there: compressed, then in base64."""

import zlib
from base64 import b64decode, b64encode
from typing import Annotated

from pydantic import Field

PACKED_LIMIT = 32 * 1024 * 1024
"""So many characters may a packed text have."""
UNPACKED_LIMIT = 128 * 1024 * 1024
"""So many bytes may come out of one."""

Packed = Annotated[str, Field(max_length=PACKED_LIMIT)]
"""A packed text; "" for none. What it holds is looked at when it is unpacked: a workshop with many opens no slower."""


def packed_text(words: bytes) -> str:
    """UTF-8 text, packed; of the same words always the same."""
    return b64encode(zlib.compress(words, 9)).decode()


def unpacked_text(packed: str) -> bytes:
    """What `packed_text` packed. ValueError where it is something else, broken, or longer than it may be."""
    unpacking = zlib.decompressobj()
    try:
        words = unpacking.decompress(b64decode(packed, validate=True), UNPACKED_LIMIT)
    except zlib.error as error:
        raise ValueError("no packed text") from error
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError("no whole packed text")
    return words
