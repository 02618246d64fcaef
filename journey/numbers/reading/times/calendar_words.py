"""Names of months and weekdays, German and English, long and short."""

import re

from journey.lazy_re import lazy_re

_MONTHS = (
    "january januar jan jän jänner jaenner", "february februar feb feber", "march märz maerz mar mär mrz mae",
    "april apr", "may mai", "june juni jun", "july juli jul", "august aug", "september sep sept",
    "october oktober oct okt", "november nov", "december dezember dec dez",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}

_DAYS = """
monday mon mo montag tuesday tue tues tu dienstag di die wednesday wed we mittwoch mi mit
thursday thu thur thurs th donnerstag do don friday fri fr freitag fre
saturday sat sa samstag sam sonnabend sunday sun su so sonntag son
"""
DAYS = frozenset(_DAYS.split())
_WEEKDAYS = {"mo": 0, "tu": 1, "di": 1, "we": 2, "mi": 2, "th": 3, "do": 3, "fr": 4, "sa": 5, "su": 6, "so": 6}


def weekday_of(text: str) -> int | None:
    """The weekday that a text names, from 0 for Monday; None where it names none."""
    for word in re.findall(r"[^\W\d_]+", text):
        if word.casefold() in DAYS and word.casefold() not in MONTHS:
            return _WEEKDAYS.get(word.casefold()[:2])
    return None


def has_words(text: str) -> bool:
    """Whether a text names a month."""
    return any(word.casefold() in MONTHS for word in re.findall(r"[^\W\d_]+", text))


_NO_DAY = lazy_re(
    r"(?:(?:noch )?(?:offen|ausstehend|nicht|nie|keine?[rs]?)(?: \w+)?|nein|steht aus|entfällt|entfallen|storniert|abgesagt|abgelehnt|abgebrochen|verloren|folgt|läuft|laufend|in arbeit|in klärung|unbekannt|ohne|fehlt|geplant|"
    r"(?:not )?(?:yet|open|pending|none|unknown|missing|planned|cancell?ed|applicable)|lost|rejected|declined|withdrawn|in progress|ongoing|to follow|no|never|not \w+(?: yet)?|no date|tb[adc]|n\.? ?a\.?|n/a|k\. ?a\.?|null|[-–—?.]+)",
    re.IGNORECASE,
)


def says_no_day(text: str) -> bool:
    """Whether a cell says, where days stand, that there is none (yet)."""
    return len(text) < 20 and _NO_DAY.fullmatch(text) is not None
