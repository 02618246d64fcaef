"""Attribution: small journeys by hand, published examples, and random logs against one loop a case."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, groupby, pairwise
from math import factorial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.numbers.log.attribution import Model, attribution, by_every_model, credited
from journey.numbers.log.coded import CodedLog, PhasedLog
from journey.numbers.log.markov import MOST_CHANNELS, TooManyChannels, removal_effects
from journey.numbers.log.touches import NoSuchColumn, touches
from tests.numbers.log.logs import a_log, in_phases, one_each
from tests.numbers.log.plainly import Event, events_of

SALE = "e"
CHANNELS = ("ads", "mail", "shop", "social")


@st.composite
def channel_logs(draw: st.DrawFn) -> CodedLog:
    """Any small log with channels and revenue, in which every third event or so is a sale."""
    row = st.tuples(st.integers(0, 3), st.integers(0, 8), st.sampled_from(["a", "noise", SALE]))
    rows = draw(st.lists(row, max_size=30))
    channel = draw(one_each(rows, st.sampled_from(["", *CHANNELS])))
    revenue = draw(one_each(rows, st.none() | st.integers(0, 99)))
    return a_log(rows, channel=channel, revenue=revenue)


def _journeys(*journeys: str) -> PhasedLog:
    """One case a journey: touches by channel (capital letters), and e at the end for a sale, worth 10."""
    rows, channel = [], []
    for case, journey in enumerate(journeys):
        for second, letter in enumerate(journey):
            rows.append((case, second, SALE if letter == SALE else "noise"))
            channel.append("" if letter == SALE else letter)
    return in_phases(a_log(rows, channel=channel, revenue=[10 if row[2] == SALE else None for row in rows]))


def _credits(log: PhasedLog, model: Model) -> dict[str, object]:
    return {credit.channel: pytest.approx(credit.conversions) for credit in attribution(log, SALE, model).credits}


def test_each_model_shares_out_a_journey_of_four_touches_in_its_own_way() -> None:
    log = _journeys("ABCAe")
    assert _credits(log, Model.FIRST) == {"A": 1, "B": 0, "C": 0}
    assert _credits(log, Model.LAST) == {"A": 1, "B": 0, "C": 0}
    assert _credits(log, Model.LINEAR) == {"A": 1 / 2, "B": 1 / 4, "C": 1 / 4}
    assert _credits(log, Model.POSITION) == {"A": 0.8, "B": 0.1, "C": 0.1}
    assert _credits(log, Model.SHAPLEY) == {"A": 1 / 3, "B": 1 / 3, "C": 1 / 3}


def test_the_first_and_the_last_touch_are_told_apart() -> None:
    assert _credits(_journeys("ABCe"), Model.FIRST) == {"A": 1, "B": 0, "C": 0}
    assert _credits(_journeys("ABCe"), Model.LAST) == {"A": 0, "B": 0, "C": 1}


def test_position_gives_one_touch_all_and_two_touches_half_each() -> None:
    assert _credits(_journeys("Ae"), Model.POSITION) == {"A": 1}
    assert _credits(_journeys("ABe"), Model.POSITION) == {"A": 0.5, "B": 0.5}
    assert _credits(_journeys("ABCe"), Model.POSITION) == {"A": 0.4, "B": 0.2, "C": 0.4}


def test_the_largest_credit_comes_first_with_its_share_its_revenue_and_the_note() -> None:
    found = attribution(_journeys("Ae", "Be", "Be", "C"), SALE, Model.LAST)
    assert [(credit.channel, credit.conversions, credit.revenue) for credit in found.credits] == [
        ("B", 2, 20), ("A", 1, 10), ("C", 0, 0),
    ]  # fmt: skip
    assert found.credits[0].share == pytest.approx(2 / 3)


def test_touches_after_the_sale_do_not_count_and_the_touch_of_the_sale_does() -> None:
    log = a_log([("anna", 1, "a"), ("anna", 2, SALE), ("anna", 3, "noise")], channel=["ads", "shop", "mail"])
    found = attribution(in_phases(log), SALE, Model.LINEAR)
    assert [(credit.channel, credit.conversions, credit.revenue) for credit in found.credits] == [
        ("ads", 0.5, None), ("shop", 0.5, None),
    ]  # fmt: skip


def test_a_sale_without_any_touch_before_is_told_apart() -> None:
    found = attribution(_journeys("e", "eA", "Ae"), SALE, Model.FIRST)
    assert (found.conversions, found.untouched) == (1, 2)


def test_the_markov_model_agrees_with_two_channels_worked_out_by_hand() -> None:
    # From ads 1/3 go on to mail and 2/3 to nothing; from mail 2/3 buy and 1/3 go on to ads. One half of all buy.
    # Without ads (1/2)(2/3) = 1/3 buy, a loss of 1/3; without mail nobody, a loss of 1.
    log = _journeys("ABe", "A", "Be", "BA")
    assert removal_effects(touches(log, SALE)) == pytest.approx([1 / 3, 1])
    assert _credits(log, Model.MARKOV) == {"A": 0.5, "B": 1.5}


def test_the_markov_model_agrees_with_the_textbook_example_of_three_channels() -> None:
    log = _journeys("ABCe", "A", "BC")
    assert removal_effects(touches(log, SALE)) == pytest.approx([0.5, 1, 1])
    assert _credits(log, Model.MARKOV) == {"A": 0.2, "B": 0.4, "C": 0.4}


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(NoSuchColumn):
        attribution(in_phases(a_log([])), SALE, Model.FIRST)
    rows = [("anna", second, "a") for second in range(MOST_CHANNELS + 1)]
    log = in_phases(a_log(rows, channel=[f"page {second}" for second, _ in enumerate(rows)]))
    with pytest.raises(TooManyChannels):
        attribution(log, SALE, Model.MARKOV)
    answered = [found.model for found in by_every_model(touches(log, SALE))]
    assert answered == [model for model in Model if model is not Model.MARKOV]


@pytest.mark.parametrize("model", Model)
def test_a_log_without_events_gives_no_credit(model: Model) -> None:
    found = attribution(in_phases(a_log([], channel=[])), SALE, model)
    assert (found.credits, found.conversions, found.untouched) == ((), 0, 0)


@pytest.mark.parametrize("model", Model)
@given(log=channel_logs())
def test_credits_add_up_to_conversions_and_revenue_to_that_of_their_cases(model: Model, log: CodedLog) -> None:
    paths = [path for path in _paths(log) if path.touches and path.sold]
    found = attribution(in_phases(log), SALE, model)
    assert found.conversions == len(paths)
    assert sum(credit.conversions for credit in found.credits) == pytest.approx(len(paths))
    assert all(credit.conversions >= 0 for credit in found.credits)
    if model is not Model.MARKOV:
        assert sum(credit.revenue or 0 for credit in found.credits) == pytest.approx(
            sum(path.revenue for path in paths)
        )


@given(channel_logs())
def test_rule_based_credits_are_those_of_a_loop_over_the_cases(log: CodedLog) -> None:
    touched = touches(in_phases(log), SALE)
    for model, rule in RULES.items():
        conversions: dict[str, float] = defaultdict(float)
        revenue: dict[str, float] = defaultdict(float)
        for path in _paths(log):
            if path.sold and path.touches:
                for channel, share in zip(path.touches, rule(len(path.touches)), strict=True):
                    conversions[channel] += share
                    revenue[channel] += share * path.revenue
        found = credited(touched, model).credits
        assert {credit.channel for credit in found} == {channel for path in _paths(log) for channel in path.touches}
        assert {credit.channel: credit.conversions for credit in found if credit.conversions} == pytest.approx(
            {channel: share for channel, share in conversions.items() if share}
        )
        assert {credit.channel: credit.revenue for credit in found if credit.revenue} == pytest.approx(
            {channel: share for channel, share in revenue.items() if share}
        )


@given(channel_logs())
def test_shapley_is_the_mean_of_what_a_channel_adds_over_all_coalitions(log: CodedLog) -> None:
    sets = Counter(frozenset(path.touches) for path in _paths(log) if path.sold and path.touches)
    found = {credit.channel: credit.conversions for credit in attribution(in_phases(log), SALE, Model.SHAPLEY).credits}
    for channel in CHANNELS:
        others = [other for other in CHANNELS if other != channel]
        expected = 0.0
        for size in range(len(CHANNELS)):
            weight = factorial(size) * factorial(len(CHANNELS) - size - 1) / factorial(len(CHANNELS))
            for coalition in map(frozenset, combinations(others, size)):
                expected += weight * (_worth(sets, coalition | {channel}) - _worth(sets, coalition))
        assert found.get(channel, 0) == pytest.approx(expected)


@given(channel_logs())
def test_markov_effects_are_those_of_the_chain_with_the_channel_sent_to_null(log: CodedLog) -> None:
    touched = touches(in_phases(log), SALE)
    walks = [(path.touches, path.sold) for path in _paths(log) if path.touches]
    effects = dict(zip(touched.channels, removal_effects(touched), strict=True))
    assert effects == pytest.approx(_effects(walks, touched.channels), abs=1e-9)


@given(channel_logs())
def test_collapsing_touches_of_one_channel_in_a_row_changes_no_markov_effect(log: CodedLog) -> None:
    touched = touches(in_phases(log), SALE)
    walks = [([channel for channel, _ in groupby(path.touches)], path.sold) for path in _paths(log) if path.touches]
    effects = dict(zip(touched.channels, removal_effects(touched), strict=True))
    assert effects == pytest.approx(_effects(walks, touched.channels), abs=1e-9)


class _Path:
    def __init__(self, case: list[Event]) -> None:
        sales = [event.time for event in case if event.activity == SALE]
        until = min(sales, default=float("inf"))
        self.sold = bool(sales)
        self.touches = [event.channel for event in case if event.channel and event.time <= until]
        self.revenue = sum(event.revenue or 0 for event in case)


def _paths(log: CodedLog) -> list[_Path]:
    return [_Path(case) for case in events_of(log)]


def _position(many: int) -> list[float]:
    return {1: [1.0], 2: [0.5, 0.5]}.get(many, [0.4, *[0.2 / max(many - 2, 1)] * (many - 2), 0.4])


RULES = {
    Model.FIRST: lambda many: [1, *[0] * (many - 1)],
    Model.LAST: lambda many: [*[0] * (many - 1), 1],
    Model.LINEAR: lambda many: [1 / many] * many,
    Model.POSITION: _position,
}


def _worth(sets: Mapping[frozenset[str], int], coalition: frozenset[str]) -> int:
    return sum(times for members, times in sets.items() if members <= coalition)


def _effects(walks: list[tuple[list[str], bool]], channels: Sequence[str]) -> dict[str, float]:
    """The chain as a plain table of rates, solved once for each channel that is taken out."""
    steps: Counter[tuple[str, str]] = Counter()
    for walk, sold in walks:
        states = ["(start)", *walk, "(conversion)" if sold else "(null)"]
        steps.update(pairwise(states))
    whole = _chance(steps, channels, None)
    return {channel: 1 - _chance(steps, channels, channel) / whole if whole else 0 for channel in channels}


def _chance(steps: Counter[tuple[str, str]], channels: Sequence[str], without: str | None) -> float:
    states = ["(start)", *channels]
    matrix, right = np.eye(len(states)), np.zeros(len(states))
    for row, state in enumerate(states):
        left = sum(times for (source, _), times in steps.items() if source == state)
        for (source, target), times in steps.items():
            if source == state and target == "(conversion)":
                right[row] += times / left
            elif source == state and target not in {"(null)", without}:
                matrix[row, states.index(target)] -= times / left
    return float(np.linalg.solve(matrix, right)[0])
