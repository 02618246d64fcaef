"""The blind estimate's picture."""

from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.charts import guesses_alt, guesses_chart, spec
from journey.charts.guesses.chart import guess_rows
from journey.charts.guesses.layout import MOST_LEVELS, RADIUS, initials, levels, placed_dots
from journey.charts.kit.text_fit import measure
from journey.model import Language
from journey.numbers import wilson
from journey.numbers.guesses import StepGuesses
from tests.charts.marks import Spec, layer, words

PHONE = 340
TEAM = (("Anna Meier", 0.6), ("Ben", 0.6), ("Cem", 0.5), ("Dora", 0.3))
STEP = StepGuesses("", "Interesse", "Kauf", 1, TEAM, 0.489, wilson(489, 1_000))
BLIND = StepGuesses("", "Kauf", "Empfehlung", 2, TEAM[:1])
AUTHORS = st.text(max_size=30)
GUESSES = st.lists(st.tuples(AUTHORS, st.floats(0, 1)), max_size=60)


def drawn(*steps: StepGuesses, language: Language = Language.DE, dark: bool = False, **options: Any) -> Spec:
    return spec(guesses_chart(steps, language, dark=dark, **options))


@given(GUESSES)
def test_no_dot_covers_another_on_a_phone_and_every_guess_has_one(guesses: list[tuple[str, float]]) -> None:
    dots = placed_dots(guesses)
    assert levels(dots) <= MOST_LEVELS
    assert sorted(author for dot in dots for author in dot.authors) == sorted(author for author, _ in guesses)
    strip = PHONE - 2 * (RADIUS + 1)
    for one, other in combinations(dots, 2):
        assert one.level != other.level or abs(one.share - other.share) * strip >= 2 * RADIUS
    assert all(measure(dot.label, 12, bold=True) <= 2 * RADIUS for dot in dots)


def test_equal_guesses_share_a_dot_that_counts_them() -> None:
    assert [(dot.share, dot.label) for dot in placed_dots(TEAM)] == [(0.3, "Do"), (0.5, "Ce"), (0.6, "2×")]


@pytest.mark.parametrize(
    ("author", "letters"),
    [("Anna Meier", "AM"), ("ben", "Be"), ("", "?"), ("Anna von der Aue", "AA"), ("MWMW WMWM", "MW"), ("𒀀 𒀀", "?")],
)
def test_initials_are_short(author: str, letters: str) -> None:
    assert initials(author) == letters


def test_after_the_reveal_the_mark_stands_on_its_interval() -> None:
    found = drawn(STEP)
    bar = layer(found, "rect")[1]
    assert (bar["x"], bar["X"]) == pytest.approx(tuple(wilson(489, 1_000)), abs=1e-4)
    assert 0.489 in [datum["x"] for datum in layer(found, "point")]
    assert {
        "Gemessen 48,9\u202f% (46\u202f% bis 52\u202f%)",
        "Schätzung (Median) 55\u202f%: 6 Punkte zu hoch",
    } <= set(words(found))


@pytest.mark.parametrize(
    ("median", "said"), [(0.55, "6 points too high"), (0.48, "matches"), (0.2, "29 points too low")]
)
def test_the_median_guess_is_too_high_too_low_or_matches(median: float, said: str) -> None:
    found = drawn(StepGuesses("", "A", "B", 1, (("x", median),), 0.489, wilson(489, 1_000)), language=Language.EN)
    assert any(line.endswith(said) for line in words(found))


def test_too_few_people_judge_no_guess_and_their_mark_is_hollow() -> None:
    few = StepGuesses("", "A", "B", 1, (("x", 0.9),), 0.25, wilson(2, 8), few_cases=True)
    assert "Schätzung (Median) 90\u202f%: zu wenige Fälle" in words(drawn(few))
    assert "zu wenige Fälle" in words(drawn(replace(few, guesses=())))
    fills = [{mark["f"] for mark in layer(drawn(step), "point")} for step in (few, replace(few, few_cases=False))]
    assert fills[0] != fills[1]


def test_a_step_without_figures_or_guesses_says_so() -> None:
    assert "Nicht gemessen" in words(drawn(BLIND))
    assert "no guess yet" in words(drawn(StepGuesses("", "A", "B", 1, ()), language=Language.EN))
    assert drawn()["height"] > 0


@pytest.mark.parametrize("language", Language)
def test_rows_stand_below_each_other_and_words_fit_a_phone(language: Language) -> None:
    long = StepGuesses("", "Phase mit einem wirklich sehr langen Namen", "Noch eine davon " * 5, 3, TEAM * 9, 1.2)
    rows, height = guess_rows([STEP, long, BLIND], language)
    for above, below in pairwise(rows):
        assert above.bottom < below.title.y
    for row in rows:
        assert all(row.y(dot) - RADIUS > row.title.box.bottom + 15 for dot in row.dots)
        assert all(row.y(dot) + RADIUS < row.top for dot in row.dots)
        assert not any(line.clipped for line in row.lines)
    assert rows[-1].bottom < height
    assert all(measure(line, 13) < PHONE for line in words(drawn(STEP, long, BLIND, language=language)))


def test_the_sentence_tells_guesses_and_figures() -> None:
    assert guesses_alt([STEP, BLIND], Language.DE) == (
        "Geschätzte Schritte: 2. Interesse → Kauf: 4 Schätzungen von 30\u202f% bis 60\u202f%. Gemessen 48,9\u202f% (46\u202f% bis "
        "52\u202f%). Schätzung (Median) 55\u202f%: 6 Punkte zu hoch. Kauf → Empfehlung: 1 Schätzung von 60\u202f% bis "
        "60\u202f%. Nicht gemessen. Schätzung (Median) 60\u202f%."
    )
