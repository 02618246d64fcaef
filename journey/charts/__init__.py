"""Values in, pictures out: Altair charts with a sentence for each. `spec` makes a chart plain Vega-Lite."""

from journey.charts.channels import channels_alt, channels_chart
from journey.charts.cohort import CohortLayout, cohort_alt, cohort_chart, cohort_layout
from journey.charts.compared.alt_text import compared_alt
from journey.charts.compared.chart import compared_chart
from journey.charts.courses import courses_alt, courses_chart
from journey.charts.emotion.alt_text import emotion_curve_alt
from journey.charts.emotion.chart import emotion_curve_chart
from journey.charts.felt.alt_text import felt_alt
from journey.charts.felt.chart import felt_chart
from journey.charts.felt.chart import hues_of as felt_hues
from journey.charts.felt.chart import is_turned as felt_is_turned
from journey.charts.felt.picture import felt_picture
from journey.charts.flow.alt_text import flow_alt
from journey.charts.flow.chart import flow_chart
from journey.charts.flow.graph import ENTRY, EXIT, Flow, FlowEdge, FlowNode, Told
from journey.charts.flow.layout import FlowLayout, flow_layout
from journey.charts.funnel.alt_text import funnel_alt
from journey.charts.funnel.chart import funnel_chart
from journey.charts.guesses.alt_text import guesses_alt
from journey.charts.guesses.chart import guesses_chart
from journey.charts.journey_map.alt_text import journey_map_alt
from journey.charts.journey_map.cards import PlacedCard
from journey.charts.journey_map.chart import journey_map_chart
from journey.charts.journey_map.layout import Layout, map_layout
from journey.charts.journey_map.log_counts import Seen
from journey.charts.journey_map.on_paper import MapOnPaper, fitted_map
from journey.charts.journey_map.sheets import MapSheet, phase_sheets, whole_map
from journey.charts.kit.canvas import SELECTION, LayeredChart
from journey.charts.kit.vega import spec
from journey.charts.phase_scores import phase_scores_alt, phase_scores_chart
from journey.charts.priorities.alt_text import priorities_alt
from journey.charts.priorities.chart import priorities_chart
from journey.charts.scores import ScoredRound, scores_alt, scores_chart
from journey.charts.trend.alt_text import trend_alt
from journey.charts.trend.chart import trend_chart
from journey.charts.trend.layout import Measure, Period
from journey.charts.variants import variants_alt, variants_chart
from journey.charts.votes import votes_alt, votes_chart
from journey.charts.waiting import waiting_alt, waiting_chart
from journey.charts.what_if.alt_text import what_if_alt
from journey.charts.what_if.chart import what_if_chart

__all__ = [
    "ENTRY",
    "EXIT",
    "SELECTION",
    "CohortLayout",
    "Flow",
    "FlowEdge",
    "FlowLayout",
    "FlowNode",
    "LayeredChart",
    "Layout",
    "MapOnPaper",
    "MapSheet",
    "Measure",
    "Period",
    "PlacedCard",
    "ScoredRound",
    "Seen",
    "Told",
    "channels_alt",
    "channels_chart",
    "cohort_alt",
    "cohort_chart",
    "cohort_layout",
    "compared_alt",
    "compared_chart",
    "courses_alt",
    "courses_chart",
    "emotion_curve_alt",
    "emotion_curve_chart",
    "felt_alt",
    "felt_chart",
    "felt_hues",
    "felt_is_turned",
    "felt_picture",
    "fitted_map",
    "flow_alt",
    "flow_chart",
    "flow_layout",
    "funnel_alt",
    "funnel_chart",
    "guesses_alt",
    "guesses_chart",
    "journey_map_alt",
    "journey_map_chart",
    "map_layout",
    "phase_scores_alt",
    "phase_scores_chart",
    "phase_sheets",
    "priorities_alt",
    "priorities_chart",
    "scores_alt",
    "scores_chart",
    "spec",
    "trend_alt",
    "trend_chart",
    "variants_alt",
    "variants_chart",
    "votes_alt",
    "votes_chart",
    "waiting_alt",
    "waiting_chart",
    "what_if_alt",
    "what_if_chart",
    "whole_map",
]
