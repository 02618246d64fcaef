"""How often Python looks for what nothing uses any more. Its own measure is made for small programs: with forty tabs open a look
through everything stops all of them for a fifth of a second, every two seconds."""

import gc

_NEW, _ROUNDS, _LOOKS = 20_000, 10, 10
"""After so many new objects a look at these, after so many looks one at what they left, after so many of those at all."""


def seek_seldom() -> None:
    """From now on look seldom, and never through what is here already: libraries and the app itself, which stay."""
    gc.freeze()
    gc.set_threshold(_NEW, _ROUNDS, _LOOKS)
