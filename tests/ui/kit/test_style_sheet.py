"""The style sheet asks `:has` so that a change of the page is restyled where it happens, and not all over the page."""

import re
from collections.abc import Iterator
from pathlib import Path

from ui.kit import style

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ON_PAPER = re.compile(r"@media print \{(?:[^{}]*\{[^{}]*\})*\s*\}")
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
