"""Values in, pictures out: Altair charts with a sentence for each. `spec` makes a chart plain Vega-Lite."""

from journey.charts.alt_compared import cohort_alt, compared_alt
from journey.charts.alt_log import channels_alt, flow_alt, trend_alt, variants_alt, waiting_alt
from journey.charts.alt_numbers import guesses_alt, what_if_alt
from journey.charts.alt_text import emotion_curve_alt, funnel_alt, journey_map_alt
from journey.charts.canvas import SELECTION, spec
from journey.charts.channels_chart import channels_chart
from journey.charts.cohort_chart import CohortLayout, cohort_chart, cohort_layout
from journey.charts.compared_chart import compared_chart
from journey.charts.emotion_chart import emotion_curve_chart
from journey.charts.flow import ENTRY, EXIT, Flow, FlowEdge, FlowNode, Told
from journey.charts.flow_chart import flow_chart
from journey.charts.flow_layout import FlowLayout, flow_layout
from journey.charts.funnel_chart import funnel_chart
from journey.charts.guesses_chart import guesses_chart
from journey.charts.map_cards import PlacedCard
from journey.charts.map_chart import journey_map_chart
from journey.charts.map_layout import Layout, map_layout
from journey.charts.map_measured import Seen
from journey.charts.trend_chart import trend_chart
from journey.charts.trend_layout import Measure, Period
from journey.charts.variants_chart import variants_chart
from journey.charts.waiting_chart import waiting_chart
from journey.charts.what_if_chart import what_if_chart

__all__ = [
    "ENTRY",
    "EXIT",
    "SELECTION",
    "CohortLayout",
    "Flow",
    "FlowEdge",
    "FlowLayout",
    "FlowNode",
    "Layout",
    "Measure",
    "Period",
    "PlacedCard",
    "Seen",
    "Told",
    "channels_alt",
    "channels_chart",
    "cohort_alt",
    "cohort_chart",
    "cohort_layout",
    "compared_alt",
    "compared_chart",
    "emotion_curve_alt",
    "emotion_curve_chart",
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
    "spec",
    "trend_alt",
    "trend_chart",
    "variants_alt",
    "variants_chart",
    "waiting_alt",
    "waiting_chart",
    "what_if_alt",
    "what_if_chart",
]
