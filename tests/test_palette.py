"""The palette: every pair of colours that stands on another can be read."""

import re
from pathlib import Path

import pytest

from journey.charts.journey_map.layout import map_layout
from journey.charts.journey_map.style import card_style
from journey.journey_map import LANES, Lane
from journey.model import Channel, Language
from journey.palette import (
    CHANNELS,
    EMOTIONS,
    PHASES,
    PRIMARY,
    RELATIONS,
    STARS,
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
ROOT = Path(__file__).parents[1]
BOTH = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


def test_contrast_has_the_digits_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#123456", "#123456") == 1


@BOTH
def test_text_reads_on_every_neutral_ground(dark: bool) -> None:
    neutral = ink(dark)
    grounds = (neutral.page, neutral.card, neutral.lane)
    assert min(contrast(text, ground) for text in (neutral.text, neutral.quiet) for ground in grounds) >= TEXT


@BOTH
def test_cards_of_every_lane_and_channel_can_be_read(dark: bool) -> None:
    for placed in map_layout(a_journey(60), Language.DE).cards:
        style = card_style(placed, dark)
        assert min(contrast(words, style.fill) for words in (style.body, style.head, style.number)) >= TEXT
        assert not style.accent or contrast(style.accent, style.fill) >= SHAPE


def test_the_test_journey_shows_every_channel() -> None:
    shown = {placed.card.channel for placed in map_layout(a_journey(60), Language.DE).cards}
    assert set(Channel) <= shown
    assert set(CHANNELS) == set(Channel)


@pytest.mark.parametrize("place", range(12))
def test_white_words_read_on_every_phase(place: int) -> None:
    assert text_on(phase_colour(place)) == "#FFFFFF"
    assert contrast("#FFFFFF", phase_colour(place)) >= TEXT


def test_neighbouring_phases_differ() -> None:
    assert len(set(PHASES)) == 12
    assert phase_colour(12) == phase_colour(0)


@BOTH
def test_words_on_tinted_grounds_read(dark: bool) -> None:
    for colour in (*PHASES, *ZONES.values(), *CHANNELS.values()):
        ground = tint(colour, dark)
        assert contrast(ink(dark).text, ground) >= TEXT
        assert contrast(readable(colour, ground), ground) >= TEXT


@BOTH
def test_faces_stars_and_curves_stand_out(dark: bool) -> None:
    neutral = ink(dark)
    for colour in EMOTIONS.values():
        assert contrast(text_on(colour), colour) >= SHAPE
        assert contrast(readable(colour, neutral.lane, SHAPE), neutral.lane) >= SHAPE
    assert contrast(STARS[dark], neutral.card) >= SHAPE
    assert contrast(readable(PRIMARY["dark" if dark else "light"], neutral.lane, SHAPE), neutral.lane) >= SHAPE


@BOTH
def test_relations_can_be_seen_on_the_page(dark: bool) -> None:
    assert min(contrast(colour, ink(dark).page) for colour in RELATIONS.values()) >= SHAPE


def test_a_readable_colour_is_kept_and_an_unreadable_one_moved_no_further_than_needed() -> None:
    assert readable("#000000", "#FFFFFF") == "#000000"
    moved = readable("#9AA5B1", "#FFFFFF")
    assert TEXT <= contrast(moved, "#FFFFFF") < 6


def test_mixing_runs_from_one_colour_to_the_other() -> None:
    assert [mixed("#000000", "#FFFFFF", share) for share in (0, 0.5, 1)] == ["#000000", "#808080", "#FFFFFF"]


@BOTH
def test_words_on_the_ground_of_every_lane_read(dark: bool) -> None:
    assert list(LANES) == list(Lane)
    grounds = [spec.colour(dark) for spec in LANES.values()]
    assert min(contrast(text_on(ground), ground) for ground in grounds) >= TEXT


def test_no_colour_is_mixed_outside_the_palette() -> None:
    sources = [
        path
        for folder in ("journey", "phones", "ui", "pages")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".css")
    ]
    drawn = {ROOT / "journey" / "palette.py", ROOT / "journey" / "portraits" / "drawing.py"}
    found = {
        str(path.relative_to(ROOT)): colours
        for path in sources
        if path not in drawn and (colours := re.findall(r"#[0-9A-Fa-f]{6}\b", path.read_text("utf-8")))
    }
    assert found == {}, (
        "faces are drawn in colours of their own; everything else takes its colours from journey.palette"
    )
