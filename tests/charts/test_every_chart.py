"""What holds for every chart of numbers: they travel as tables of words and numbers, and every word can be read."""

from datetime import date

import pytest

from journey.audit import Colour, Score
from journey.charts import (
    ScoredRound,
    Seen,
    channels_chart,
    courses_chart,
    emotion_curve_chart,
    felt_chart,
    felt_picture,
    flow_chart,
    funnel_chart,
    guesses_chart,
    journey_map_chart,
    phase_scores_chart,
    priorities_chart,
    scores_chart,
    spec,
    trend_chart,
    variants_chart,
    votes_chart,
    waiting_chart,
    what_if_chart,
)  # fmt: skip
from journey.charts.flow.bands import pale
from journey.charts.flow.graph import FlowEdge, Told
from journey.model import Language, MarketEvent
from journey.numbers.guesses import StepGuesses
from journey.palette import PHASES, contrast, ink
from journey.questionnaire import plain_model
from journey.rounds import JourneyCourse, MarkOfCard, RoundScore, placed_events
from tests.charts import test_channels as channels
from tests.charts import test_felt as felt
from tests.charts import test_priorities as priorities
from tests.charts import test_variants as variants
from tests.charts import test_votes as votes
from tests.charts import test_waiting as waits
from tests.charts.flow import test_chart as flows
from tests.charts.funnel.test_chart import a_log_s_funnel
from tests.charts.guesses import test_chart as guesses
from tests.charts.journeys import a_journey
from tests.charts.marks import Drawing
from tests.charts.trend import test_chart as trends
from tests.charts.what_if import test_chart as what_if

TOLD: list[flows.Way] = [("<a", 800), ("ab", 500, Told.CONFIRMED), ("bc", 300, Told.MISSING), ("b>", 500),
        ("cb", 9, Told.CONTRADICTED), ("ad", 0, Told.UNSEEN)]  # fmt: skip
SHOWN = a_journey(8)
EVENTS = [
    MarketEvent(id="1", title="Preis erhöht", day=date(2026, 2, 10)),
    MarketEvent(id="2", title="Neuer Wettbewerber", day=date(2026, 3, 2)),
]
SCORED = [
    ScoredRound("1", date(2026, 1, 10), 41), ScoredRound("2", date(2026, 3, 1), None),
    ScoredRound("3", date(2026, 6, 1), 60), ScoredRound("Heute", date(2026, 8, 1), 72, running=True),
]  # fmt: skip
AUDITED = [
    Score(100, Colour.GREEN, ()), Score(52, Colour.AMBER, ()), Score(0, Colour.RED, ()), Score(None, Colour.GREY, ()),
    Score(7, Colour.RED, ()),
]  # fmt: skip
COURSE = JourneyCourse(
    "w", "Bäckerei", tuple(RoundScore(one.name, one.day, one.score) for one in SCORED), None, tuple(EVENTS)
)

CHARTS: dict[str, Drawing] = {
    "funnel": lambda language, dark: funnel_chart(a_log_s_funnel(entered=100), language, dark=dark),
    "optional": lambda language, dark: funnel_chart(a_log_s_funnel(optional=True), language, dark=dark),
    "map": lambda language, dark: journey_map_chart(
        SHOWN, language, dark=dark, steps=a_log_s_funnel(), measured={next(iter(SHOWN.numbers)): Seen(9, 0.3)}
    ),
    "guesses": lambda language, dark: guesses_chart([guesses.STEP, guesses.BLIND], language, dark=dark),
    "nothing guessed": lambda language, dark: guesses_chart([StepGuesses("", "A", "B", 1, ())], language, dark=dark),
    "flow": lambda language, dark: flow_chart(flows.USUAL, language, dark=dark),
    "flow beside relations": lambda language, dark: flow_chart(flows.a_flow(*TOLD), language, dark=dark),
    "trend": lambda language, dark: trend_chart(trends.YEAR, language, dark=dark),
    "trend with events": lambda language, dark: trend_chart(
        trends.YEAR, language, dark=dark, happened=placed_events(EVENTS, [period.name for period in trends.YEAR])
    ),
    "scores": lambda language, dark: scores_chart(SCORED, language, dark=dark, happened=EVENTS),
    "courses": lambda language, dark: courses_chart([COURSE, COURSE], language, dark=dark),
    "two rounds on one map": lambda language, dark: journey_map_chart(
        SHOWN, language, dark=dark, standing=dict(zip(SHOWN.numbers, MarkOfCard, strict=False))
    ),
    "how two rounds felt": lambda language, dark: emotion_curve_chart(
        {"": SHOWN, "Runde 1": a_journey(9)},
        language,
        dark=dark,
        common="Heute",
        changes=dict.fromkeys(SHOWN.numbers, 1),
    ),
    "waiting": lambda language, dark: waiting_chart(waits.a_waiting_log(), waits.NAMES, language, dark=dark),
    "channels": lambda language, dark: channels_chart(channels.many(14), language, dark=dark),
    "variants": lambda language, dark: variants_chart(variants.USUAL, variants.NAMES, language, dark=dark),
    "felt": lambda language, dark: felt_chart(felt.SPREADS, felt.COMMON, language, dark=dark),
    "felt by many": lambda language, dark: felt_chart(felt.MANY_SPREADS, felt.MANY, language, dark=dark),
    "felt as a file": lambda language, dark: felt_picture(felt.SPREADS, felt.COMMON, language, dark=dark),
    "votes": lambda language, dark: votes_chart(votes.VOTES, votes.NAMES, language, dark=dark),
    "priorities": lambda language, dark: priorities_chart(
        priorities.RATED, language, dark=dark, chosen="r1", may_place=True
    ),
    "phase scores": lambda language, dark: phase_scores_chart(
        {phase.id: AUDITED[place % len(AUDITED)] for place, phase in enumerate(plain_model(language).phases)},
        plain_model(language),
        language,
        dark=dark,
    ),
    "what if": lambda language, dark: what_if_chart(what_if.TODAY, what_if.better(), language, dark=dark),
}
EVERY = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
LOOKS = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


@EVERY
def test_marks_are_tables_of_words_and_numbers_with_one_kind_a_column(chart: Drawing) -> None:
    found = spec(chart(Language.DE, False))
    for table in found["datasets"].values():
        kinds: dict[str, set[bool]] = {}
        for datum in table:
            for field, value in datum.items():
                assert type(value) in {str, int, float}
                kinds.setdefault(field, set()).add(isinstance(value, str))
        assert all(len(kind) == 1 for kind in kinds.values())
    assert found["padding"] == {"left": 0, "top": 0, "right": 0, "bottom": 0}
    assert found["background"] == "transparent"


@EVERY
@LOOKS
@pytest.mark.parametrize("language", Language)
def test_every_word_can_be_read_on_the_page_or_on_a_fill(chart: Drawing, dark: bool, language: Language) -> None:
    """Words on a fill are black or white and tested with the fill; all others stand on the page."""
    found = spec(chart(language, dark))
    fills = {datum["f"] for table in found["datasets"].values() for datum in table if "f" in datum and "z" not in datum}
    for each in found["layer"]:
        for datum in found["datasets"][each["data"]["name"]] if each["mark"]["type"] == "text" else ():
            on_fill = datum["f"] in {"#FFFFFF", "#0E1720"} and any(
                contrast(datum["f"], fill) >= 4.5 for fill in fills - {"transparent"}
            )
            assert contrast(datum["f"], ink(dark).page) >= 4.5 or on_fill, datum


@EVERY
def test_what_has_a_tooltip_has_words_for_it(chart: Drawing) -> None:
    found = spec(chart(Language.EN, False))
    for each in found["layer"]:
        if "tooltip" in each["encoding"]:
            assert all(datum["t"] and datum["d"] for datum in found["datasets"][each["data"]["name"]])


@LOOKS
def test_counts_on_the_bands_of_a_flow_can_be_read(dark: bool) -> None:
    names = tuple(f"Phase {place}" for place in range(8))
    flow = flows.a_flow(("<a", 9), names=names)
    for node in flow.nodes:
        assert contrast(ink(dark).text, pale(FlowEdge(node.id, node.id, 1), flow, dark)) >= 4.5
    assert len(PHASES) >= 8
    assert contrast(ink(dark).text, pale(flow.edges[0], flow, dark)) >= 4.5
