"""Spans of time in words."""

from itertools import pairwise

import pytest

from journey.charts.duration import duration, duration_range
from journey.model import Language

DAY = 86_400


@pytest.mark.parametrize(
    ("seconds", "german", "english"),
    [
        (0, "0 s", "0 s"),
        (2.46, "2,5 s", "2.5 s"),
        (45 * 60, "45 min", "45 min"),
        (3_600, "1 Stunde", "1 hour"),
        (5.5 * 3_600, "5,5 Stunden", "5.5 hours"),
        (DAY, "1 Tag", "1 day"),
        (3 * DAY, "3 Tage", "3 days"),
        (13.2 * DAY, "13 Tage", "13 days"),
        (17.5 * DAY, "2,5 Wochen", "2.5 weeks"),
        (100 * DAY, "3,3 Monate", "3.3 months"),
        (4_000 * DAY, "11 Jahre", "11 years"),
    ],
)
def test_a_span_is_told_in_its_largest_unit(seconds, german, english):
    assert (duration(seconds, Language.DE), duration(seconds, Language.EN)) == (german, english)


def test_rounding_never_shows_sixty_minutes_or_twenty_four_hours():
    assert duration(59.6, Language.EN) == "1 min"
    assert duration(3_599, Language.EN) == "1 hour"
    assert duration(23.7 * 3_600, Language.EN) == "1 day"
    assert duration(13.6 * DAY, Language.EN) == "1.9 weeks"


def test_longer_spans_never_sound_shorter():
    units = ["s", "min", "hour", "day", "week", "month", "year"]
    told = [duration(1.07**step, Language.EN).removesuffix("s").split() for step in range(300)]
    ranks = [(units.index(words[1] if len(words) > 1 and words[1] else "s"), float(words[0])) for words in told]
    assert all(one <= other for one, other in pairwise(ranks))


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (DAY, 5 * DAY, "1 – 5 days"),
        (DAY, DAY, "1 day"),
        (3 * DAY, 3 * DAY, "3 days"),
        (1_200, 3 * 3_600, "20 min – 3 hours"),
        (DAY, 20 * DAY, "1 day – 2.9 weeks"),
    ],
)
def test_a_range_names_a_common_unit_once(low, high, told):
    assert duration_range(low, high, Language.EN) == told
