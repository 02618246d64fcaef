"""What the charts show, in sentences for people who hear a page instead of seeing it."""

from collections.abc import Mapping, Sequence

from journey.charts.emotion_layout import curve_lines
from journey.charts.funnel_words import told
from journey.charts.map_curve import score
from journey.charts.map_frame import counted
from journey.charts.map_measured import Seen, seen_words
from journey.journey_map import Feeling, JourneyMap
from journey.model import Language
from journey.numbers import Funnel, Stage
from journey.texts import number, percent, text

MOST_NAMED = 3


def journey_map_alt(journey: JourneyMap, language: Language, measured: Mapping[str, Seen] | None = None) -> str:
    """How many phases and touchpoints a map has, its highs and lows, the phases without a touchpoint, and how many
    touchpoints a log has."""
    phases = [column for column in journey.columns if column.phase_id]
    bare = [column.name for column in phases if not column.feelings]
    sentences = [
        text("charts.alt.map", language, phases=counted("phase", len(phases), language),
             touchpoints=counted("touchpoint", journey.touchpoint_count, language)),
        *([_feelings(journey, language)] if journey.touchpoint_count else [text("charts.alt.empty", language)]),
        *([text("charts.alt.bare_phases", language, names=", ".join(bare))] if 0 < len(bare) < len(phases) else []),
        *([_measured(journey, measured, language)] if measured is not None and journey.touchpoint_count else []),
    ]  # fmt: skip
    return " ".join(sentences)


def emotion_curve_alt(curves: Mapping[str, JourneyMap], language: Language) -> str:
    """The highs and lows of each curve that is drawn; the name "" is everyone's."""
    lines = [line.name for line in curve_lines(curves, dark=False)]
    several = text("charts.alt.curve" if len(lines) == 1 else "charts.alt.curves", language, count=len(lines))
    told = [
        text("charts.alt.curve_of", language, name=name or text("charts.curve.everyone", language),
             sentence=_feelings(curves[name], language))
        for name in lines
    ]  # fmt: skip
    return " ".join([several, *told])


def funnel_alt(stages: Funnel, language: Language) -> str:
    """Every counted stage with its step rate, then the biggest loss and the weakest step."""
    if not stages.counted:
        return text("charts.alt.funnel_empty", language)
    loss, weakest = stages.biggest_loss, stages.weakest
    sentences = [
        text("charts.alt.funnel", language, count=len(stages.counted)),
        "; ".join(_stage(stage, stages, language) for stage in stages.counted) + ".",
    ]
    if loss:
        lost = number(loss.drop_off or 0, language)
        sentences.append(text("charts.alt.funnel_loss", language, lost=lost, name=loss.name))
    if weakest and weakest.conversion_from_previous is not None:
        key = "charts.alt.funnel_weakest_few" if weakest.few_cases else "charts.alt.funnel_weakest"
        rate = percent(weakest.conversion_from_previous, language, 1)
        sentences.append(text(key, language, name=weakest.name, rate=rate))
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


def _stage(stage: Stage, stages: Funnel, language: Language) -> str:
    if stage.entered is not None:
        return f"{stage.name}: {told(stage, stages, language, '').replace(' · ', ', ')}"
    count = number(stage.count or 0, language)
    if stage.conversion_from_previous is None:
        return text("charts.alt.funnel_stage", language, name=stage.name, count=count)
    rate = percent(stage.conversion_from_previous, language, 1)
    return text("charts.alt.funnel_step", language, name=stage.name, count=count, rate=rate)


def _feelings(journey: JourneyMap, language: Language) -> str:
    feelings = [feeling for column in journey.columns for feeling in column.feelings]
    scored = [feeling for feeling in feelings if feeling.emotion is not None]
    sentences = []
    if scored:
        ordered = sorted(scored, key=lambda feeling: feeling.emotion or 0)
        sentences.append(_extreme("charts.alt.highs", ordered[-1], scored, language))
        if ordered[0].emotion != ordered[-1].emotion:
            sentences.append(_extreme("charts.alt.lows", ordered[0], scored, language))
    if len(feelings) > len(scored):
        sentences.append(text("charts.alt.unscored", language, count=len(feelings) - len(scored)))
    return " ".join(sentences)


def _extreme(key: str, like: Feeling, scored: Sequence[Feeling], language: Language) -> str:
    untitled = text("charts.map.untitled", language)
    titles = [feeling.title or untitled for feeling in scored if feeling.emotion == like.emotion]
    named = ", ".join(titles[:MOST_NAMED])
    if len(titles) > MOST_NAMED:
        named = text("charts.alt.and_more", language, titles=named, count=len(titles) - MOST_NAMED)
    return text(key, language, score=score(like.emotion, language), titles=named)
