"""The palette: every pair of colours that stands on another can be read."""

import pytest

from journey.charts.map_layout import map_layout
from journey.charts.map_style import STAR_COLOURS, card_style
from journey.model import Channel, Language
from journey.palette import (
    CHANNELS,
    EMOTIONS,
    PHASES,
    PRIMARY,
    RELATIONS,
    ZONES,
    contrast,
    ink,
    mixed,
    phase_colour,
    readable,
    text_on,
    tint,
)
from tests.charts.journeys import a_journey

TEXT, SHAPE = 4.5, 3.0
BOTH = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


def test_contrast_has_the_digits_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#123456", "#123456") == 1


@BOTH
def test_text_reads_on_every_neutral_ground(dark):
    neutral = ink(dark)
    grounds = (neutral.page, neutral.card, neutral.lane)
    assert min(contrast(text, ground) for text in (neutral.text, neutral.quiet) for ground in grounds) >= TEXT


@BOTH
def test_cards_of_every_lane_and_channel_can_be_read(dark):
    for placed in map_layout(a_journey(60), Language.DE).cards:
        style = card_style(placed, dark)
        assert min(contrast(words, style.fill) for words in (style.body, style.head, style.number)) >= TEXT
        assert not style.accent or contrast(style.accent, style.fill) >= SHAPE


def test_the_test_journey_shows_every_channel():
    shown = {placed.card.channel for placed in map_layout(a_journey(60), Language.DE).cards}
    assert set(Channel) <= shown
    assert set(CHANNELS) == set(Channel)


@pytest.mark.parametrize("place", range(12))
def test_white_words_read_on_every_phase(place):
    assert text_on(phase_colour(place)) == "#FFFFFF"
    assert contrast("#FFFFFF", phase_colour(place)) >= TEXT


def test_neighbouring_phases_differ():
    assert len(set(PHASES)) == 12
    assert phase_colour(12) == phase_colour(0)


@BOTH
def test_words_on_tinted_grounds_read(dark):
    for colour in (*PHASES, *ZONES.values(), *CHANNELS.values()):
        ground = tint(colour, dark)
        assert contrast(ink(dark).text, ground) >= TEXT
        assert contrast(readable(colour, ground), ground) >= TEXT


@BOTH
def test_faces_stars_and_curves_stand_out(dark):
    neutral = ink(dark)
    for colour in EMOTIONS.values():
        assert contrast(text_on(colour), colour) >= SHAPE
        assert contrast(readable(colour, neutral.lane, SHAPE), neutral.lane) >= SHAPE
    assert contrast(STAR_COLOURS[dark], neutral.card) >= SHAPE
    assert contrast(readable(PRIMARY["dark" if dark else "light"], neutral.lane, SHAPE), neutral.lane) >= SHAPE


@BOTH
def test_relations_can_be_seen_on_the_page(dark):
    assert min(contrast(colour, ink(dark).page) for colour in RELATIONS.values()) >= SHAPE


def test_a_readable_colour_is_kept_and_an_unreadable_one_moved_no_further_than_needed():
    assert readable("#000000", "#FFFFFF") == "#000000"
    moved = readable("#9AA5B1", "#FFFFFF")
    assert TEXT <= contrast(moved, "#FFFFFF") < 6


def test_mixing_runs_from_one_colour_to_the_other():
    assert [mixed("#000000", "#FFFFFF", share) for share in (0, 0.5, 1)] == ["#000000", "#808080", "#FFFFFF"]
