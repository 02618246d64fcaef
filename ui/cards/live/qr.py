"""A QR code that every phone reads."""

from html import escape

import segno


def qr(address: str, words: str) -> str:
    """The code of an address as HTML, black on white in either theme. Not a Micro QR code, which common readers cannot read."""
    made = segno.make(address, error="m", micro=False)
    picture = made.svg_data_uri(border=4, dark="#000", light="#fff", scale=8)
    return f'<img class="j-qr" src="{escape(picture)}" alt="{escape(words)}">'
