"""What the funnel shows, in sentences for people who hear a page instead of seeing it."""

from journey.charts.funnel.words import told
from journey.model import Language
from journey.numbers import Funnel, Stage
from journey.texts import number, percent, text


def funnel_alt(stages: Funnel, language: Language, *, currency: str = "") -> str:
    """Every counted stage with its step rate, then the biggest loss and the weakest step. `currency` is that of revenue
    and cost."""
    if not stages.counted:
        return text("charts.alt.funnel_empty", language)
    loss, weakest = stages.biggest_loss, stages.weakest
    sentences = [
        text("charts.alt.funnel", language, count=len(stages.counted)),
        "; ".join(_stage(stage, stages, language, currency) for stage in stages.counted) + ".",
    ]
    if loss:
        lost = number(loss.drop_off or 0, language)
        sentences.append(text("charts.alt.funnel_loss", language, lost=lost, name=loss.name))
    if weakest and weakest.conversion_from_previous is not None:
        key = "charts.alt.funnel_weakest_few" if weakest.few_cases else "charts.alt.funnel_weakest"
        rate = percent(weakest.conversion_from_previous, language, 1)
        sentences.append(text(key, language, name=weakest.name, rate=rate))
    return " ".join(sentences)


def _stage(stage: Stage, stages: Funnel, language: Language, currency: str) -> str:
    if stage.entered is not None:
        return f"{stage.name}: {told(stage, stages, language, currency).replace(' · ', ', ')}"
    count = number(stage.count or 0, language)
    if stage.conversion_from_previous is None:
        return text("charts.alt.funnel_stage", language, name=stage.name, count=count)
    rate = percent(stage.conversion_from_previous, language, 1)
    return text("charts.alt.funnel_step", language, name=stage.name, count=count, rate=rate)
