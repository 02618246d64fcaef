"""What a log adds to the map: badges on touchpoints, a row of measured steps."""

import pytest

from journey.charts import Seen, journey_map_alt, map_layout
from journey.charts.journey_map.log_counts import filling
from journey.charts.kit.text_fit import measure
from journey.journey_map import JourneyMap, Lane
from journey.model import Language
from journey.palette import contrast, ink
from tests.charts.funnel.test_chart import a_funnel
from tests.charts.journey_map.test_chart import drawn
from tests.charts.journey_map.test_layout import check
from tests.charts.journeys import a_journey
from tests.charts.marks import layer, words
from tests.typed import there

STEPS = a_funnel(12_480, 6_100, None, 840)


def seen_in(journey: JourneyMap, *cases: int) -> dict[str, Seen]:
    return {found: Seen(count, count / 12_480) for found, count in zip(journey.numbers, cases, strict=False)}


def test_without_a_log_the_map_is_as_it_was() -> None:
    journey = a_journey(12)
    assert drawn(journey, measured=None, steps=None) == drawn(journey)
    assert not any("Log" in line or line == "Gemessen" for line in words(drawn(journey)))


def test_a_touchpoint_says_how_many_cases_had_it_or_that_the_log_has_none() -> None:
    journey = a_journey(4)
    found = drawn(journey, measured=seen_in(journey, 624, 1, 0))
    assert {"624 Kunden · 5,0\u202f%", "1 Kunde · 0,01\u202f%"} <= set(words(found))
    assert words(found).count("nicht im Log") == 2
    told = [datum["d"] for datum in layer(found, "rect", cursor="pointer") if datum["l"] == "Touchpoints"]
    assert told[0].endswith("· 624 Kunden · 5,0\u202f%")
    assert told[3].endswith("· nicht im Log")


def test_a_badge_is_filled_by_its_share_and_dashed_where_the_log_has_none() -> None:
    journey = a_journey(4)
    layout = map_layout(journey, Language.DE, measured=seen_in(journey, 6_240, 12_480, 3_120))
    room = there(layout.cards[0].badge).box.w
    found = layer(drawn(journey, measured=seen_in(journey, 6_240, 12_480, 3_120)), "rect")
    bars = [datum["X"] - datum["x"] for datum in found if datum["f"] == filling(False)]
    assert bars == pytest.approx([room / 2, room, room / 4], abs=0.1)
    assert len([datum for datum in found if datum.get("dash")]) == 1


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("cases", [1, 12_345, 10**12])
@pytest.mark.parametrize("count", [1, 12, 60])
def test_a_measured_map_keeps_everything_in_its_cell(count: int, cases: int, language: Language) -> None:
    journey = a_journey(count, language)
    half = dict.fromkeys(list(journey.numbers)[::2], Seen(cases, 0.1))
    layout = map_layout(
        journey, language, width=300, measured=half, steps=a_funnel(cases, cases // 2, language=language)
    )
    check(layout)
    for placed in layout.cards:
        assert (placed.badge is not None) == (placed.lane is Lane.TOUCHPOINTS)
        if placed.badge:
            assert placed.box.holds(placed.badge.box)
            assert placed.badge.box.holds(placed.badge.words.box)
            assert not placed.badge.box.overlaps(placed.body.box)
            assert all(measure(line, 12) <= placed.badge.words.width for line in placed.badge.words.lines)
    steps = there(layout.steps)
    assert steps.box.bottom < layout.lanes[0].box.y
    assert steps.box.y > layout.columns[0].header.bottom
    for cell in steps.cells:
        for words_or_bar in (cell.count.box, cell.bar, *([cell.rate.box] if cell.rate else [])):
            assert steps.box.holds(words_or_bar)
        assert not cell.bar.overlaps((cell.rate or cell.count).box)


def test_the_row_of_steps_has_counts_rates_and_bars_of_the_first_phase_s_share() -> None:
    found = drawn(a_journey(12), steps=STEPS)
    assert {"Gemessen", "12.480 Kunden", "48,9\u202f% der Phase davor", "nicht gezählt"} <= set(words(found))
    layout = map_layout(a_journey(12), Language.DE, steps=STEPS)
    assert [cell.share for cell in there(layout.steps).cells[:4]] == [
        1,
        pytest.approx(0.489, abs=0.001),
        None,
        pytest.approx(840 / 12_480),
    ]


@pytest.mark.parametrize("dark", [False, True])
def test_words_on_a_badge_can_be_read(dark: bool) -> None:
    neutral = ink(dark)
    assert min(contrast(neutral.text, ground) for ground in (filling(dark), neutral.lane)) >= 4.5
    assert contrast(neutral.quiet, neutral.card) >= 4.5


def test_the_sentence_says_how_much_of_the_map_the_log_has() -> None:
    journey = a_journey(4)
    measured = seen_in(journey, 100, 6_240)
    assert journey_map_alt(journey, Language.DE, measured).endswith(
        "Gemessen: 2 von 4 Touchpoints kommen im Log vor, am häufigsten Sucht im Netz (6.240 Kunden · 50\u202f%)."
    )
    assert journey_map_alt(journey, Language.EN, {}).endswith("No touchpoint occurs in the log.")
