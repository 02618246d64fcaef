"""Letters of one byte: Windows-1252, unless German letters stand where old programs of DOS and Mac OS put them."""

import re

from journey.lazy_re import lazy_re

NAMES = {"cp1252": "Windows-1252", "cp850": "DOS (850)", "mac_roman": "Mac OS Roman"}
"""What people call them."""

_GERMAN = {"cp850": b"\x84\x94\x81\x8e\x99\x9a\xe1", "mac_roman": b"\x8a\x9a\x9f\x80\x85\x86\xa7"}
"""The bytes of ä, ö, ü, Ä, Ö, Ü and ß; most are marks in Windows-1252, which stand in no word."""
_HIGH = lazy_re(rb"[\x80-\xff]")
_MOST, _INSIDE = 0.9, 0.5
"""So many of the letters beyond ASCII are these, and so many stand inside of words."""


def of_one_byte(text: bytes) -> str:
    """The encoding of a text that is not UTF-8."""
    high = len(_HIGH.findall(text))
    for encoding, letters in _GERMAN.items():
        known = b"[" + re.escape(letters) + b"]"
        inside = len(re.findall(b"(?<=[A-Za-z])" + known + b"(?=[a-z])", text))
        if high and len(re.findall(known, text)) >= _MOST * high and inside >= _INSIDE * high:
            return encoding
    return "cp1252"
