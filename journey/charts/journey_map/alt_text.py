"""What the journey map shows, in sentences for people who hear a page instead of seeing it."""

from collections.abc import Mapping

from journey.charts.journey_map.frame import counted
from journey.charts.journey_map.log_counts import Seen, seen_words
from journey.charts.kit.feelings import highs_and_lows
from journey.journey_map import JourneyMap
from journey.model import Language
from journey.texts import text


def journey_map_alt(
    journey: JourneyMap, language: Language, measured: Mapping[str, Seen] | None = None,
    beside: Mapping[str, JourneyMap] | None = None,
) -> str:  # fmt: skip
    """How many phases and touchpoints a map has, its highs and lows and those of the curves beside, the phases without a
    touchpoint, and how many touchpoints a log has."""
    phases = [column for column in journey.columns if column.phase_id]
    bare = [column.name for column in phases if not column.feelings]
    sentences = [
        text("charts.alt.map", language, phases=counted("phase", len(phases), language),
             touchpoints=counted("touchpoint", journey.touchpoint_count, language)),
        *([highs_and_lows(journey, language)] if journey.touchpoint_count else [text("charts.alt.empty", language)]),
        *(text("charts.alt.curve_of", language, name=name, sentence=highs_and_lows(one, language))
          for name, one in (beside or {}).items()),
        *([text("charts.alt.bare_phases", language, names=", ".join(bare))] if 0 < len(bare) < len(phases) else []),
        *([_measured(journey, measured, language)] if measured is not None and journey.touchpoint_count else []),
    ]  # fmt: skip
    return " ".join(sentences)


def _measured(journey: JourneyMap, measured: Mapping[str, Seen], language: Language) -> str:
    feelings = [feeling for column in journey.columns for feeling in column.feelings]
    seen = [(found, feeling) for feeling in feelings if (found := measured.get(feeling.id)) and found.cases]
    if not seen:
        return text("charts.alt.none_seen", language)
    most, touchpoint = max(seen, key=lambda pair: pair[0].cases)
    title = touchpoint.title or text("charts.map.untitled", language)
    return text("charts.alt.seen", language, seen=len(seen), all=len(feelings), title=title,
                cases=seen_words(most, language))  # fmt: skip
