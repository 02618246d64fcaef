"""The style sheet asks `:has` so that a change of the page is restyled where it happens, and not all over the page."""

import re
from collections.abc import Iterator
from pathlib import Path

from ui.kit import style

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ON_PAPER = re.compile(r"@media print \{(?:[^{}]*\{[^{}]*\})*\s*\}")
_MEDIA = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}")
_LARGE = re.compile(
    r"(?:body|html|\.stApp|\.stMain|\.stMainBlockContainer|\.stElementContainer)(?::has\(|:not\(:has\()"
)
"""What holds the page or stands in it by the hundred, and is asked for what is in it."""
_STEP_BY_STEP = re.compile(r"(?:\s*[>+~]\s*[^\s>+~]+)+")
_IN_BRACKETS = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")


def selectors() -> Iterator[str]:
    """Every selector for the screen; of what stands in brackets `:has` alone is left."""
    sheet = _ON_PAPER.sub("", _COMMENT.sub("", Path(style.__file__).with_name("style.css").read_text("utf-8")))
    while _IN_BRACKETS.search(sheet):
        sheet = _IN_BRACKETS.sub("", sheet)
    for heads in re.findall(r"([^{}]+)\{", sheet):
        yield from (one.strip() for one in heads.split(",") if not one.strip().startswith("@"))


def test_what_is_styled_by_its_surroundings_has_a_class() -> None:
    """Chromium restyles whatever the end of such a selector may mean, below all that encloses a change: without a class there
    that is the page, some 2,000 elements for every one that comes or goes."""
    asking = [one for one in selectors() if re.search(r":has\b.*[\s>+~]", one)]
    assert asking
    assert [one for one in asking if not re.fullmatch(r"[.#][\w.-]+", re.split(r"[\s>+~]+", one)[-1])] == []


def test_what_encloses_much_is_asked_step_by_step_for_what_is_in_it() -> None:
    """`.stMain:has(.st-key-drawer)` has Chromium look through the whole page, a map of 1,500 marks in it, each time that it
    restyles: of 21 ms of selectors at a change of view three such rules took 6."""
    sheet = _MEDIA.sub("", _COMMENT.sub("", Path(style.__file__).with_name("style.css").read_text("utf-8")))
    asked = [_until_closed(sheet[found.end() :]) for found in _LARGE.finditer(sheet)]
    assert asked
    assert [one for one in asked if not _STEP_BY_STEP.fullmatch(_IN_BRACKETS.sub("", one))] == []


def _until_closed(text: str) -> str:
    """What stands before the bracket that closes one which was opened before."""
    depth = 1
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if not depth:
            return text[:place]
    raise AssertionError(text[:80])
