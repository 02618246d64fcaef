"""What stands on the funnel's picture: on the way to a stage who is lost, goes on and comes in; in its bar the share of
the start; the rest where the pointer rests."""

from journey.charts.kit.wording import rate, spread
from journey.model import Language
from journey.numbers import Funnel, Stage
from journey.texts import duration, duration_range, money, number, text


def way_words(stage: Stage, stages: Funnel, language: Language) -> tuple[str, ...]:
    """The lines on the way to a stage: who is lost, the step rate, who enters here, how long it takes."""
    if stage.previous is None:
        return ()
    entered = ""
    if stage.entered:
        entered = f"+ {text('charts.funnel.entered', language, entered=number(stage.entered, language))}"
    return tuple(
        filter(None, (_lost(stage, stages, language), _step(stage, stages, language), entered, _wait(stage, language)))
    )


def share_words(stage: Stage, stages: Funnel, language: Language) -> str:
    """The share of the start (in an open funnel: of all cases), and whether the stage may be skipped."""
    words = ""
    if is_open(stages) and stage.conversion_from_start is not None:
        words = text("charts.funnel.of_all", language, rate=rate(stage.conversion_from_start, language))
    elif stage.previous is None:
        words = text("charts.funnel.start", language)
    elif stage.conversion_from_start is not None:
        words = text("charts.funnel.from_start", language, rate=rate(stage.conversion_from_start, language))
    return " · ".join(filter(None, (words, text("charts.funnel.optional", language) if stage.optional else "")))


def told(stage: Stage, stages: Funnel, language: Language, currency: str) -> str:
    """Everything about a stage in one line."""
    parts = [number(stage.count or 0, language), _step(stage, stages, language)]
    if stage.entered and stage.previous is not None:
        parts.append(text("charts.funnel.entered", language, entered=number(stage.entered, language)))
    if stage.wait:
        middle = duration_range(stage.wait.low, stage.wait.high, language)
        parts.append(f"{_wait(stage, language)} ({text('charts.funnel.quartiles', language, middle=middle)})")
    for name, amount in (("revenue", stage.revenue), ("cost", stage.cost)):
        if amount is not None:
            parts.append(text(f"charts.funnel.{name}", language, amount=money(round(amount), currency, language)))
    parts += [text("charts.funnel.optional", language)] if stage.optional else []
    parts += [text("charts.funnel.few", language)] if stage.few_cases else []
    return " · ".join(filter(None, parts))


def is_open(stages: Funnel) -> bool:
    """Whether cases enter after the first stage too."""
    return any(stage.entered for stage in stages.counted[1:])


def is_biggest(stage: Stage, stages: Funnel) -> bool:
    """Whether most people are lost before this stage."""
    return stages.biggest_loss is not None and stages.biggest_loss.phase_id == stage.phase_id


def _lost(stage: Stage, stages: Funnel, language: Language) -> str:
    people = number(abs(stage.drop_off or 0), language)
    if stage.rises:
        return f"↑ {text('charts.funnel.gained', language, gained=people)}"
    if stage.optional:
        return f"→ {text('charts.funnel.skipped', language, skipped=people)}"
    lost = f"↓ {text('charts.funnel.lost', language, lost=people)}"
    return f"{lost} – {text('charts.funnel.biggest', language)}" if is_biggest(stage, stages) else lost


def _step(stage: Stage, stages: Funnel, language: Language) -> str:
    """The step rate with its interval. Where optional stages lie in between, the stage that it is a share of is named."""
    if stage.conversion_from_previous is None:
        return ""
    shown = rate(stage.conversion_from_previous, language)
    between = _between(stage, stages)
    words = text("charts.funnel.step", language, rate=shown)
    if between is not None:
        words = text("charts.funnel.step_from", language, rate=shown, name=between.name)
    return f"{words} ({spread(stage.interval, language)})" if stage.interval else words


def _between(stage: Stage, stages: Funnel) -> Stage | None:
    """The stage before, if an optional one lies in between."""
    places = [one.phase_id for one in stages.counted]
    here = places.index(stage.phase_id)
    before = stages.counted[here - 1]
    if before.phase_id == stage.previous or not before.optional:
        return None
    return next((one for one in stages.counted if one.phase_id == stage.previous), None)


def _wait(stage: Stage, language: Language) -> str:
    if stage.wait is None:
        return ""
    return text("charts.funnel.wait", language, time=duration(stage.wait.median, language))
