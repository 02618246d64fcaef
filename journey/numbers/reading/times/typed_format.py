"""Formats of times as a person types them."""

import re
from datetime import date, datetime

_TOKENS = (
    ("YYYY", "%Y"), ("JJJJ", "%Y"), ("yyyy", "%Y"), ("jjjj", "%Y"), ("MMMM", "%B"), ("MMM", "%b"), ("YY", "%y"), ("JJ", "%y"),
    ("yy", "%y"), ("TT", "%d"), ("DD", "%d"), ("dd", "%d"), ("MM", "%m"), ("HH", "%H"), ("hh", "%H"), ("mm", "%M"),
    ("SS", "%S"), ("ss", "%S"), ("ffffff", "%f"), ("fff", "%f"), ("T", "T"),
)  # fmt: skip


def pattern_of(words: str) -> str | None:
    """The pattern of strptime that words like TT.MM.JJJJ HH:mm:ss, YYYY/MM/DD or %d.%m.%Y mean; None where there is no
    day, month and year in them. A year that is typed behind them as it is (TTMM 2026, TT.MM. 2026) is that of all dates."""
    pattern = words.strip()
    if "%" not in pattern:
        found, place = "", 0
        while place < len(pattern):
            token = next((pair for pair in _TOKENS if pattern.startswith(pair[0], place)), None)
            found += token[1] if token else pattern[place].replace("%", "%%")
            place += len(token[0]) if token else 1
        pattern = found.replace("%H", "%I") if re.search(r"%p|\ba\b", found) else found
        pattern = re.sub(r"\ba\b", "%p", pattern)
    try:
        datetime.strptime(date(2026, 12, 31).strftime(pattern), pattern)
    except ValueError:
        return None
    has_day = "%s" in pattern or "%c" in pattern or (re.search("%[dj]", pattern) and re.search("%[mbBj]", pattern))
    return pattern if has_day and (re.search("%[yYcs]", pattern) or with_a_year(pattern)) else None


def with_a_year(pattern: str) -> tuple[str, str] | None:
    """A pattern without a year, and the year that stands behind it; None for any other."""
    found = re.fullmatch(r"([^yYcsj]*%[mbB][^yYcsj]*) ((?:19|20)\d\d)", pattern)
    return (found[1], found[2]) if found else None
