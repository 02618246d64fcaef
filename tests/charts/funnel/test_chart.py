"""The funnel's picture."""

from itertools import pairwise
from typing import Any

import pytest

from journey.charts import funnel_alt, funnel_chart, spec
from journey.charts.funnel.chart import funnel_rows
from journey.charts.kit.canvas import Datum
from journey.charts.kit.text_fit import measure
from journey.model import Language
from journey.numbers import Funnel, Stage, funnel, wilson
from journey.numbers.funnel import Quartiles
from journey.phases import built_in, models
from tests.builders import a_count, a_workshop, an_own_model
from tests.charts.journeys import the_model
from tests.charts.marks import Spec, layer, values, words

PHONE = 350
DAY = 86_400
WAIT = Quartiles(DAY, 3 * DAY, 5 * DAY)


def a_funnel(*counts: int | None, language: Language = Language.DE) -> Funnel:
    model = the_model(language)
    entries = [a_count(n, phase=p.id) for p, n in zip(model.phases, counts, strict=False) if n is not None]
    return funnel(entries, model)


def drawn(stages: Funnel, language: Language = Language.DE, *, dark: bool = False, **options: Any) -> Spec:
    return spec(funnel_chart(stages, language, dark=dark, **options))


def bars(found: Spec) -> list[Datum]:
    return values(found, 2)


def test_bars_are_as_long_as_their_counts() -> None:
    found = drawn(a_funnel(1000, 400, None, 100))
    assert [datum["X"] for datum in bars(found)] == [1, 0.4, 0.1]
    assert found["width"] == "container"


def test_every_stage_has_its_count_step_and_overall_rate_in_words() -> None:
    german = words(drawn(a_funnel(12_480, 6_100, 2_210)))
    assert {"12.480", "6.100", "↓ 3.890 verloren", "17,7\u202f% vom Start"} <= set(german)
    assert "36,2\u202f% der Phase davor (35\u202f% bis 37\u202f%)" in german
    english = words(drawn(a_funnel(12_480, 6_100, language=Language.EN), Language.EN))
    assert {"12,480", "48.9% of the phase before (48% to 50%)"} <= set(english)


def test_the_biggest_loss_is_named_once_and_coloured() -> None:
    found = layer(drawn(a_funnel(1000, 400, 100)), "text")
    named = [datum for datum in found if "größter Verlust" in datum["t"]]
    assert [datum["t"] for datum in named] == ["↓ 600 verloren – größter Verlust"]
    assert named[0]["f"] not in {datum["f"] for datum in found if datum not in named}


def test_a_step_with_too_few_cases_is_pale_dashed_and_says_so() -> None:
    found = drawn(a_funnel(1000, 20, 10))
    assert [bool(datum.get("dash")) for datum in bars(found)] == [False, False, True]
    assert words(found).count("zu wenige Fälle") == 1


def test_a_rising_stage_and_an_uncounted_one_say_so() -> None:
    found = words(drawn(a_funnel(100, 150, None)))
    assert "↑ 50 mehr als zuvor" in found
    assert found.count("nicht gezählt") == 5


@pytest.mark.parametrize("count", [3, 12])
@pytest.mark.parametrize("language", Language)
def test_rows_stand_below_each_other_and_fit_a_phone(count: int, language: Language) -> None:
    own = an_own_model(*(f"Phase mit einem wirklich sehr langen Namen {place}" for place in range(count)))
    workshop = a_workshop(
        models=[own], counts=[a_count(10**9 - place * 10**7, phase=f"own.{place}") for place in range(count)]
    )
    stages = funnel(workshop.counts, models(workshop, language)[-1])
    rows, height = funnel_rows(stages, language)
    for above, below in pairwise(rows):
        assert above.bottom < below.name.y
    assert rows[-1].bottom < height
    found = drawn(stages, language)
    for row, count_shown in zip(rows, [d for d in layer(found, "text") if d.get("a") == "right"], strict=False):
        assert row.name.widest + measure(count_shown["t"], 15, bold=True) < PHONE
    assert all(measure(line, 13) < PHONE for line in words(found))


def test_nobody_at_all_is_still_a_picture() -> None:
    assert [datum["X"] for datum in bars(drawn(a_funnel(0, 0)))] == [0.004, 0.004]
    assert drawn(a_funnel())["height"] > 0


def test_the_sentence_tells_stages_loss_and_weakest_step() -> None:
    assert funnel_alt(a_funnel(1000, 400, 100), Language.DE) == (
        "Funnel, gezählte Phasen: 3. Interesse wecken: 1.000; Interesse konkretisieren: 400 (40,0\u202f% der Phase "
        "davor); Informationen beschaffen: 100 (25,0\u202f% der Phase davor). Größter Verlust: vor der Phase "
        "Interesse konkretisieren, 600. Schwächster Schritt: Informationen beschaffen mit 25,0\u202f%."
    )
    assert "too few cases" in funnel_alt(a_funnel(10, 4, language=Language.EN), Language.EN)
    assert funnel_alt(a_funnel(), Language.EN) == "The funnel has no numbers yet."


def test_all_five_models_have_a_funnel() -> None:
    for model in built_in(Language.EN):
        stages = funnel([a_count(100 - place, phase=p.id) for place, p in enumerate(model.phases)], model)
        assert len(bars(drawn(stages, Language.EN))) == len(model.phases)


def a_log_s_funnel(*, optional: bool = False, entered: int = 0) -> Funnel:
    """1000 start, of whom 500 read (with 100 more who enter there), and 200 buy."""
    start, reading, total = 1_000, 500, 1_000 + entered
    return Funnel((
        Stage("a", "Sehen", 0, start, None, None, start / total, entered=start, continued=0),
        Stage("b", "Lesen", 1, reading + entered, "a", 0.5, 0.5, 500, wilson(500, 1_000), entered=entered, continued=500,
              wait=WAIT, optional=optional),
        Stage("c", "Kaufen", 2, 200, "a" if optional else "b", 0.2, 0.2, 800, wilson(200, 1_000), entered=0,
              continued=200, wait=WAIT, revenue=1_234.5, cost=99.0),
    ))  # fmt: skip


def test_the_way_to_a_stage_says_how_long_it_takes() -> None:
    found = drawn(a_log_s_funnel(), currency="EUR")
    assert words(found).count("Median 3 Tage später") == 2
    told = [datum["d"] for datum in bars(found)]
    assert told[1].endswith("Median 3 Tage später (Quartile 1 – 5 Tage)")
    assert told[2].endswith("Umsatz 1.234\u202fEUR · Kosten 99\u202fEUR")
    assert "Median 3 days later" in words(drawn(a_log_s_funnel(), Language.EN))


def test_an_optional_stage_is_hollow_passed_by_and_says_so() -> None:
    found = drawn(a_log_s_funnel(optional=True))
    assert {"→ 500 ohne diese Phase", "50,0\u202f% vom Start · optional"} <= set(words(found))
    assert "20,0\u202f% von „Sehen“ (18\u202f% bis 23\u202f%)" in words(found)
    assert [bool(datum.get("s")) for datum in bars(found)] == [False, True, False]
    assert [(datum["g"], datum["x"]) for datum in layer(found, "area")] == [(2, 1), (2, 0.2)]
    assert words(drawn(a_log_s_funnel())).count("20,0\u202f% der Phase davor (18\u202f% bis 23\u202f%)") == 1


def test_who_enters_later_is_the_pale_end_of_the_bar() -> None:
    found = drawn(a_log_s_funnel(entered=100))
    assert {"+ 100 hier eingestiegen", "90,9\u202f% aller Kunden"} <= set(words(found))
    (end,) = found["datasets"]["layer3"]
    assert (end["x"], end["X"]) == (0.5, 0.6)
    assert not any("steigen" in line for line in words(drawn(a_log_s_funnel())))


def test_the_sentence_of_a_log_s_funnel_tells_times_and_entries() -> None:
    told = funnel_alt(a_log_s_funnel(entered=100), Language.EN)
    assert (
        "Lesen: 600, 50.0% of the phase before (47% to 53%), 100 entered here, Median 3 days later (quartiles 1 – 5 days)"
        in told
    )
    assert "Revenue 1,234\u202fCHF" in funnel_alt(a_log_s_funnel(), Language.EN, currency="CHF")


@pytest.mark.parametrize("language", Language)
def test_a_log_s_words_fit_a_phone_and_stand_below_each_other(language: Language) -> None:
    stages = a_log_s_funnel(entered=100)
    rows, _ = funnel_rows(stages, language)
    for above, below in pairwise(rows):
        assert above.bottom + 17 * len(below.way) < below.name.y
    assert len(rows[1].way) == 4
    assert all(measure(line, 13) < PHONE for line in words(drawn(stages, language)))
