"""The picture of two funnels compared."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.charts import compared_alt, compared_chart, spec
from journey.charts.compared.layout import KEY, LANE, ComparedLayout, Named, compared_layout, points
from journey.charts.kit.canvas import Datum
from journey.charts.kit.text_fit import measure
from journey.model import Language
from journey.numbers import wilson
from journey.numbers.comparison import Portion, StepComparison, compare, difference
from journey.palette import contrast, ink
from tests.charts.funnel.test_chart import a_funnel
from tests.charts.marks import Spec, layer, values, words

PHONE = 340
SPRING = ("Frühjahr", a_funnel(1_000, 400, 100))
SUMMER = ("Sommer", a_funnel(1_000, 500, 130))
FEW = ("Messe", a_funnel(10, 5))
LONG = ("Anzeigen in sozialen Netzwerken " * 4, a_funnel(10_000, 60, 60, 1))


def drawn(first: Named, second: Named, language: Language = Language.DE, *, dark: bool = False, **options: Any) -> Spec:
    return spec(compared_chart(first, second, compare(first[1], second[1]), language, dark=dark, **options))


def layout_of(first: Named, second: Named, language: Language = Language.DE) -> ComparedLayout:
    return compared_layout(first, second, compare(first[1], second[1]), language)


def bars(found: Spec) -> list[Datum]:
    return values(found, 2)


def links(found: Spec) -> list[Datum]:
    return values(found, 3)


def marks(found: Spec) -> list[Datum]:
    return values(found, 5)


def test_signs_stand_on_their_rates_and_bars_are_as_long_as_their_intervals() -> None:
    found = drawn(SPRING, SUMMER)
    end = layout_of(SPRING, SUMMER).end
    assert end == 0.6
    assert [mark["x"] for mark in marks(found)] == pytest.approx(
        [0.4 / end, 0.5 / end, 0.25 / end, 0.26 / end], abs=1e-4
    )
    for bar, counts in zip(bars(found), [(400, 1_000), (500, 1_000), (100, 400), (130, 500)], strict=True):
        low, high = wilson(*counts)
        assert (bar["x"], bar["X"]) == pytest.approx((low / end, high / end), abs=2e-4)
    assert {"0\u202f%", "30\u202f%", "60\u202f%"} <= set(words(found))


def test_a_line_joins_both_rates_and_is_dashed_where_no_difference_can_be_claimed() -> None:
    found = drawn(SPRING, SUMMER)
    ends = [(mark["x"], mark["y"]) for mark in marks(found)]
    assert [((link["x"], link["y"]), (link["X"], link["Y"])) for link in links(found)] == list(pairwise(ends))[::2]
    assert [link["d"] for link in links(found)] == ["1,0", "3,3"]


def test_the_verdict_stands_in_words_with_points_and_interval() -> None:
    found = words(drawn(SPRING, SUMMER))
    assert {"40,0\u202f% (37\u202f% bis 43\u202f%)", "50,0\u202f% (47\u202f% bis 53\u202f%)",
            "Ein Unterschied lässt sich behaupten", "+10,0 Punkte (+5,6 bis +14,3)",
            "Ein Unterschied lässt sich nicht behaupten", "+1,0 Punkte (−4,8 bis +6,7)"} <= set(found)  # fmt: skip
    assert "No difference can be claimed" in words(drawn(SPRING, FEW, Language.EN))
    assert any(line.endswith("too few cases") for line in words(drawn(SPRING, FEW, Language.EN)))


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ((500, 1_000), (400, 1_000), "−10.0 points (−14.3 to −5.6)"),
        ((5, 1_000), (5, 1_000), "0.0 points (−0.7 to +0.7)"),
        ((100, 100_000), (150, 100_000), "+0.05 points (+0.02 to +0.08)"),
    ],
)
def test_points_have_signs_and_as_many_decimals_as_they_need(
    first: tuple[int, int], second: tuple[int, int], said: str
) -> None:
    assert points(difference(Portion(*first), Portion(*second)), Language.EN) == said


def test_the_two_funnels_differ_in_shape_and_not_only_in_colour() -> None:
    found = drawn(SPRING, SUMMER)
    round_ones = [("A" in mark["p"], mark["t"]) for mark in marks(found)]
    assert round_ones == [(True, "Frühjahr"), (False, "Sommer")] * 2
    assert ["A" in mark["p"] for mark in layer(found, "point")[:2]] == [True, False]
    assert [mark["d"] for mark in marks(found)][:2] == [
        "Interesse wecken → Interesse konkretisieren: 40,0\u202f% (37\u202f% bis 43\u202f%) · 400 von 1.000",
        "Interesse wecken → Interesse konkretisieren: 50,0\u202f% (47\u202f% bis 53\u202f%) · 500 von 1.000",
    ]


@pytest.mark.parametrize("dark", [False, True])
def test_signs_stand_out_from_page_strip_and_each_other_s_bar(dark: bool) -> None:
    found = drawn(SPRING, SUMMER, dark=dark)
    for mark, bar in zip(marks(found), bars(found), strict=True):
        assert min(contrast(mark["f"], ground) for ground in (ink(dark).page, ink(dark).lane)) >= 3
        assert contrast(bar["f"], ink(dark).lane) > 1.8


def test_small_rates_have_a_scale_of_their_own() -> None:
    assert layout_of(("a", a_funnel(10_000, 60)), ("b", a_funnel(10_000, 90))).end == 0.02
    found = words(drawn(("a", a_funnel(10_000, 60)), ("b", a_funnel(10_000, 90)), Language.EN))
    assert {"0.0%", "1.0%", "2.0%", "0.6% (0.5% to 0.8%)"} <= set(found)


@given(
    st.lists(st.tuples(*[st.integers(1, 10**6), st.floats(0, 1)] * 2), min_size=1, max_size=5), st.text(max_size=80),
    st.sampled_from(Language),
)  # fmt: skip
def test_no_words_cover_others_or_leave_a_phone(
    pairs: list[tuple[int, float, int, float]], name: str, language: Language
) -> None:
    portions = [(Portion(int(n * p), n), Portion(int(m * q), m)) for n, p, m, q in pairs]
    before, step = a_funnel(1).stages[:2]
    steps = [
        StepComparison(before.phase_id, step.phase_id, f"{name} {n}", difference(*both), few_cases=True)
        for n, both in enumerate(portions)
    ]
    layout = compared_layout((name or "?", SPRING[1]), (name * 2 or "??", SUMMER[1]), steps, language)
    assert layout.names[0].box.bottom <= layout.names[1].y
    assert layout.names[1].box.bottom < layout.axis
    y = layout.axis + 17
    for row in layout.rows:
        one, other = row.rates
        assert y < row.title.y
        assert row.title.box.bottom < row.top
        assert row.lane(0) + LANE == row.lane(1)
        assert row.top + 2 * LANE < one.y <= other.y
        assert one.y != other.y or one.x + one.widest + 8 <= other.x - KEY
        assert one.y == other.y or one.box.bottom <= other.y
        for above, below in pairwise([other, *row.verdict]):
            assert above.box.bottom <= below.y
        assert not any(line.clipped for line in (one, other, *row.verdict))
        y = row.bottom
    assert y < layout.note.y
    for line in (*layout.names, layout.note, *(each for row in layout.rows for each in (*row.rates, *row.verdict))):
        assert line.x + line.widest <= PHONE - 18


@pytest.mark.parametrize("language", Language)
def test_words_are_drawn_where_the_layout_has_them(language: Language) -> None:
    found = drawn(SPRING, LONG, language)
    assert all(measure(line, 13) < PHONE for line in words(found))
    assert found["height"] >= max(datum["y"] for datum in layer(found, "text"))
    assert found["width"] == "container"


def test_funnels_without_a_common_step_say_so() -> None:
    found = drawn(("Newsletter", a_funnel(5)), SUMMER)
    assert " ".join(words(found)[-2:]) == "„Newsletter“ und „Sommer“ haben keinen Schritt mit einer Rate gemeinsam."
    assert not marks(found)
    assert compared_alt(SPRING, FEW, (), Language.EN) == "“Frühjahr” and “Messe” have no step with a rate in common."


def test_the_sentence_tells_each_difference_or_that_none_can_be_claimed() -> None:
    assert compared_alt(SPRING, SUMMER, compare(SPRING[1], SUMMER[1]), Language.DE) == (
        "Zwei Funnels im Vergleich: „Frühjahr“ und „Sommer“. Interesse wecken → Interesse konkretisieren: In „Frühjahr“ "
        "gehen 40\u202f% weiter, in „Sommer“ 50\u202f%: 10 Prozentpunkte mehr (6 bis 14). Interesse konkretisieren → "
        "Informationen beschaffen: In „Frühjahr“ gehen 25\u202f% weiter, in „Sommer“ 26\u202f%. Ein Unterschied lässt sich "
        "nicht behaupten: 5 Prozentpunkte weniger bis 7 mehr passen auch dazu."
    )
