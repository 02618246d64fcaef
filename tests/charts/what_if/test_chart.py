"""The picture of what a better step brings."""

from itertools import pairwise

import pytest

from journey.charts import spec, what_if_alt, what_if_chart
from journey.charts.kit.text_fit import measure
from journey.charts.what_if.chart import people
from journey.charts.what_if.layout import what_if_rows
from journey.model import Language
from journey.numbers import Funnel
from journey.numbers.what_if import RateChange, WhatIf, what_if
from tests.charts.funnel.test_chart import a_funnel, a_log_s_funnel
from tests.charts.marks import Spec, layer, words

PHONE = 340
TODAY = a_funnel(1_000, 400, 200, 50)
PHASES = [stage.phase_id for stage in TODAY.stages]


def better(points: float = 10.0, step: int = 2, stages: Funnel = TODAY, goal: str = PHASES[3]) -> WhatIf:
    return what_if(stages, RateChange(stages.stages[step].phase_id, points), goal)


def drawn(found: WhatIf, stages: Funnel = TODAY, language: Language = Language.DE, *, dark: bool = False) -> Spec:
    return spec(what_if_chart(stages, found, language, dark=dark))


def test_people_change_from_the_changed_step_on_and_agree_with_the_figure() -> None:
    rows, _ = what_if_rows(TODAY, better())
    assert [(row.now, round(row.then, 9)) for row in rows] == [(1_000, 1_000), (400, 400), (200, 240), (50, 60)]
    assert rows[-1].then == pytest.approx(better().then.value)
    assert [row.changed for row in rows] == [False, False, True, False]


def test_people_who_enter_later_and_optional_stages_are_reckoned_with() -> None:
    for stages, entered in ((a_log_s_funnel(entered=100), 100), (a_log_s_funnel(optional=True), 0)):
        found = what_if(stages, RateChange(stages.stages[2].phase_id, 10.0))
        rows, _ = what_if_rows(stages, found)
        assert rows[-1].then == pytest.approx(found.then.value)
        assert len(rows) == 2 + bool(entered)


def test_bars_of_today_are_pale_and_those_of_then_full() -> None:
    bars = drawn(better())["datasets"]["layer1"]
    assert [round(datum["X"], 3) for datum in bars] == [1, 1, 0.4, 0.4, 0.2, 0.24, 0.05, 0.06]
    assert all(now["f"] != then["f"] for now, then in zip(bars[::2], bars[1::2], strict=True))
    assert bars[5]["d"] == "Heute 200 · Dann 240"


def test_the_changed_step_and_the_interval_at_the_goal_are_told() -> None:
    found = words(drawn(better()))
    assert "50,0\u202f% → 60,0\u202f% der Phase davor – verändert" in found
    assert {"200 → 240", "50 → 60", "400", "Dann 60 (46 bis 77)", "Heute 50 (38 bis 65)"} <= set(found)
    assert found.count("25,0\u202f% der Phase davor") == 1


def test_the_figures_of_the_picture_add_up_and_are_heard_alike() -> None:
    stages = a_funnel(50, 20)
    found = better(5, step=1, stages=stages, goal=PHASES[1])
    seen = words(drawn(found, stages))
    assert "20 → 22,5" in seen
    for told in ("Heute 20 (", "Dann 22,5 (", "2,5 ("):
        assert any(told in line for line in seen)
        assert told in what_if_alt(stages, found, Language.DE)


def test_the_intervals_lie_on_a_scale_of_their_own() -> None:
    then, today = drawn(better())["datasets"]["layer3"]
    figure = better()
    assert then["x"] / today["x"] == pytest.approx(figure.then.low / figure.today.low, rel=1e-3)
    assert max(then["X"], today["X"]) <= 1
    marks = [datum["x"] for datum in layer(drawn(better()), "point") if datum["x"]]
    assert marks[0] / marks[1] == pytest.approx(60 / 50, rel=1e-3)


@pytest.mark.parametrize(
    ("value", "told"), [(1_234.56, "1,235"), (19.96, "20"), (4.06, "4.1"), (0.0, "0"), (-3.21, "−3.2"), (-25.4, "−25")]
)
def test_few_people_are_told_with_a_decimal(value: float, told: str) -> None:
    assert people(value, Language.EN) == told


@pytest.mark.parametrize("language", Language)
def test_rows_stand_below_each_other_and_words_fit_a_phone(language: Language) -> None:
    stages = a_funnel(10**7, 10**6, 10**5, 10**4, 10**3, language=language)
    found = what_if(stages, RateChange(stages.stages[1].phase_id, 33.3))
    rows, bottom = what_if_rows(stages, found)
    assert all(above.bottom < below.name.y - 20 for above, below in pairwise(rows))
    assert rows[-1].bottom < bottom
    shown = drawn(found, stages, language)
    assert all(measure(line, 15) < PHONE and "…" not in line for line in words(shown))
    figures = [datum["t"] for datum in layer(shown, "text") if datum.get("a") == "right" and datum["z"] == 15]
    assert all(row.name.widest + measure(told, 15, bold=True) < PHONE for row, told in zip(rows, figures, strict=True))


def test_the_sentence_tells_step_goal_and_difference() -> None:
    assert what_if_alt(TODAY, better(), Language.EN).startswith(
        "What if the step to “Informationen beschaffen” went from 50.0% to 60.0%? Then 60 (46 to 77). Today 50 (38 to 65). "
        "Difference 10 (7.7 to 12.7)."
    )
