"""What the bench of live rooms counts: acts that went astray, the largest number that fits, the slowest twentieth."""

import os
from pathlib import Path

import pytest

from bench.live_room import astray
from bench.plain_people import largest
from bench.told import peak_mb, peak_mb_of, share
from journey.live import PlayedAct, RoomAct, TickReady, WriteCard

CARDS = [f"card-number-{n}" for n in range(4)]


def _kept(*acts: RoomAct) -> list[PlayedAct]:
    return [PlayedAct(sequence=n, exercise="exercise", key="somebody", act=act) for n, act in enumerate(acts)]


def _written(card: str, act: str) -> WriteCard:
    return WriteCard(id=act, card=card, words="An idea")


def test_a_card_is_astray_when_it_is_missing_or_there_twice() -> None:
    once, twice, missing, never_acknowledged = CARDS
    acts = [_written(once, "a1"), _written(twice, "a2"), _written(twice, "a3"), _written(never_acknowledged, "a4")]
    kept = _kept(*acts, TickReady(id="a5"))

    assert astray([once], kept) == 0
    assert astray([once, twice], kept) == 1
    assert astray([once, twice, missing], kept) == 2


@pytest.mark.parametrize("first", [1, 10, 62, 500])
@pytest.mark.parametrize("bearable", [0, 1, 2, 9, 10, 61, 62, 63, 499, 2_000, 5_000])
def test_the_largest_number_that_fits_is_found_to_an_eighth(bearable: int, first: int) -> None:
    asked: list[int] = []

    def fits(number: int) -> bool:
        asked.append(number)
        assert number <= 2_000
        return number <= bearable

    found = largest(fits, first)

    assert found <= min(bearable, 2_000)
    assert min(bearable, 2_000) - found <= max(1, found // 8)
    assert len(asked) == len(set(asked)) <= 13


def test_one_that_does_not_fit_alone_is_none() -> None:
    assert largest(lambda _number: False, 62) == 0


@pytest.mark.parametrize(("percent", "time"), [(50, 15.0), (95, 29.0), (100, 30.0)])
def test_a_share_of_times_is_of_the_sorted_ones(percent: int, time: float) -> None:
    assert share([float(n) for n in range(30, 0, -1)], percent) == time


def test_one_time_is_every_share_of_itself() -> None:
    assert share([0.25], 50) == share([0.25], 95) == 0.25


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not say it")
def test_the_peak_of_another_process_is_in_megabytes() -> None:
    assert 5 < peak_mb_of(os.getpid()) <= peak_mb() * 1.05
