"""How something feels, as people write it: on their own scale, as a face, in stars or in words."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from journey.exchange.layout.labels import folded
from journey.lazy_re import lazy_re
from journey.model import Emotion, Language
from journey.texts import choice


class FeelingScale(NamedTuple):
    """The worst and the best score that somebody gave; the worst is the larger one in school marks and the like."""

    low: int
    high: int


PLAIN_SCALE = FeelingScale(-2, 2)
SCALES = (
    PLAIN_SCALE, FeelingScale(1, 5), FeelingScale(1, 10), FeelingScale(0, 10), FeelingScale(-3, 3), FeelingScale(-5, 5),
    FeelingScale(1, 7), FeelingScale(0, 100), FeelingScale(5, 1), FeelingScale(6, 1),
)  # fmt: skip
"""What can be chosen, the most frequent first; a file's own scale may be another one."""

_NUMBER = lazy_re(r"([-+−–]?\s?\d{1,3}(?:[.,]\d+)?)\s*(?:(?:/|von|of|out of)\s*(\d{1,3}))?\s*%?")
_NAMED = lazy_re(r"([-+−–]?\d{1,3})\s*(?:-|–|—|bis|to|…|\.{2,3})\s*\+?(\d{1,3})")
_ENDS = lazy_re(r"([-+−–]?\d{1,3})\s*(?:=|:|\()\s*([^\W\d][^\d,;:=()/]*)")
_BIS = lazy_re(r"\s+(?:bis|to)\b|\s*[-–—…]|\s+$")
_MARKS = lazy_re(r"\bschulnoten?\b|\bschool (?:marks?|grades?)\b", re.IGNORECASE)
_BESIDE = lazy_re(r"[-+−]?\d{1,3}\s*[-–—=:.)(]+\s*([^\d()]+?)\)?|([^\d()]+?)\s*[-–—=:(]+\s*[-+−]?\d{1,3}\)?")
_STARS = lazy_re(r"([★⭐]*)([☆✩]*)")
_PARTS = lazy_re(r"\s*(?:[,;/\n&]|\bund\b|\band\b)\s*")
_NOT_SEEN = lazy_re("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")


@cache
def _known() -> tuple[dict[str, int], dict[str, int]]:
    """Words and faces with their scores."""
    data = tomllib.loads(Path(__file__).with_name("feelings.toml").read_text("utf-8"))
    words = {folded(word): int(score) for score, known in data["words"].items() for word in known}
    words |= {folded(choice(each, language)): int(each) for language in Language for each in Emotion}
    return words, {face: int(score) for score, known in data["faces"].items() for face in known}


def felt(written: str, scale: FeelingScale) -> Emotion | None:
    """The emotion that somebody wrote; None where it cannot be told."""
    plain = _NOT_SEEN.sub("", written).strip()
    found = _numbered(plain, scale)
    return found if found is not None else _told(plain)


def is_score(written: str) -> bool:
    """Whether this is a number of a scale."""
    return _NUMBER.fullmatch(written.strip()) is not None


def says_it_all(written: str) -> bool:
    """Whether nothing is lost where only the score of these words is kept."""
    plain = _NOT_SEEN.sub("", written).strip()
    parts = [folded(part) for part in _PARTS.split(_unnumbered(plain)) if part]
    _, faces = _known()
    return (
        is_score(plain)
        or _stars(plain) is not None
        or all(_worded(part) is not None or part in faces for part in parts)
    )


def scale_of(written: Iterable[str], heading: str = "") -> FeelingScale:
    """The scale on which these were scored: the one that the heading names, else the smallest that holds them all."""
    if _MARKS.search(heading):
        return FeelingScale(6, 1)
    if ends := _named_ends(heading):
        return ends
    named = _NAMED.search(heading)
    if named and _number(named[1]) < _number(named[2]):
        return FeelingScale(int(_number(named[1])), int(_number(named[2])))
    texts = [text.strip() for text in written if is_score(text)]
    return _smallest([_number(found[1]) for text in texts if (found := _NUMBER.fullmatch(text))], texts)


def _named_ends(heading: str) -> FeelingScale | None:
    """The scale whose ends a heading calls good and bad ("1 = very good, 6 = poor"); None where it does not."""
    ends = [(_number(number), _told(_BIS.split(words)[0])) for number, words in _ENDS.findall(heading)]
    felt_ends = sorted((emotion, int(number)) for number, emotion in ends if emotion is not None)
    if len(felt_ends) < 2 or felt_ends[0][0] == felt_ends[-1][0] or felt_ends[0][1] == felt_ends[-1][1]:
        return None
    return FeelingScale(felt_ends[0][1], felt_ends[-1][1])


def _smallest(scores: Sequence[float], texts: Sequence[str]) -> FeelingScale:
    if not scores:
        return PLAIN_SCALE
    low, high = min(scores), max(scores)
    if any(text.endswith("%") for text in texts) or high > 10:
        return FeelingScale(0, 100)
    signed = low < 0 or any(text.startswith("+") for text in texts)
    if signed or (high <= 2 and low == 0):
        most = max(abs(low), high)
        return next(FeelingScale(-n, n) for n in (2, 3, 5, 10) if most <= n)
    if high <= 5 and low >= 1:
        return FeelingScale(1, 5)
    return FeelingScale(1 if low >= 1 else 0, 10)


def _number(words: str) -> float:
    return float(words.replace("−", "-").replace("–", "-").replace(",", ".").replace(" ", ""))


def _numbered(plain: str, scale: FeelingScale) -> Emotion | None:
    if (stars := _stars(plain)) is not None:
        return stars
    found = _NUMBER.fullmatch(plain)
    if found is None:
        return None
    low, high = (1, int(found[2])) if found[2] and int(found[2]) > 1 else scale
    value = _number(found[1])
    if not min(low, high) <= value <= max(low, high) or low == high:
        return None
    share = (value - low) / (high - low)
    return Emotion(min(2, max(-2, int(share * 4 + 0.5 + 1e-9) - 2)))


def _stars(plain: str) -> Emotion | None:
    found = _STARS.fullmatch(plain)
    if not plain or found is None or not 1 <= len(found[1]) <= 5:
        return None
    return Emotion(len(found[1]) - 3)


def _told(plain: str) -> Emotion | None:
    words, faces = _known()
    plain = _unnumbered(plain)
    parts = [folded(part) for part in _PARTS.split(plain) if part]
    told = map(_worded, parts if folded(plain) not in words else [folded(plain)])
    scores = [score for score in told if score is not None]
    if not scores:
        signs = sorted((face for face in faces if face in plain), key=len, reverse=True)
        scores = [faces[sign] for sign in signs if not any(sign in other for other in signs if other != sign)]
    if not scores:
        return None
    mean = sum(scores) / len(scores)
    return Emotion(int(mean + 0.5) if mean >= 0 else -int(-mean + 0.5))


def _unnumbered(plain: str) -> str:
    """Words without the score that stands beside them ("4 – good", "very good (5)")."""
    found = _BESIDE.fullmatch(plain)
    return (found[1] or found[2]).strip() if found else plain


def _worded(part: str) -> int | None:
    """The score of a word, perhaps after one that makes it more or less, or the opposite."""
    words, _ = _known()
    if part in words:
        return words[part]
    first, _, rest = part.partition(" ")
    score = _worded(rest) if rest else None
    if not score or first not in _how():
        return score if first in _how() else None
    sign = 1 if score > 0 else -1
    return {"more": 2 * sign, "less": sign, "not": -sign}[_how()[first]]


@cache
def _how() -> dict[str, str]:
    """Words before a feeling, with what they make of it."""
    data = tomllib.loads(Path(__file__).with_name("feelings.toml").read_text("utf-8"))
    return {word: how for how, known in data["how"].items() for word in known}
