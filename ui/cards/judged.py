"""A judged self-audit, as it stands on the page of a workshop and on the one without: lights, reasons, what to do first."""

from collections.abc import Mapping, Sequence

import streamlit as st

from journey.audit import Score
from journey.audit.first_things import FirstThing
from journey.audit.told import LIGHTS, MOST_REASONS
from journey.phases import PhaseModel
from ui.kit.phase_chips import phase_chip
from ui.kit.tables import table
from ui.state.words import figure, safe, t


def lights(judged: Mapping[str, Score], model: PhaseModel) -> None:
    """A field a phase with its points."""
    fields = "".join(
        f"<li style='background:{LIGHTS[score.colour]};color:#fff'><b>{_points(score)}</b>"
        f"<span>{safe(model.phase_name(phase))}</span></li>"
        for phase, score in judged.items()
    )
    st.html(f"<ol class='j-heat'>{fields}</ol>")


def in_a_table(judged: Mapping[str, Score], model: PhaseModel, plainly: PhaseModel | None = None) -> None:
    """The scores with what speaks against a better one, a row a phase; below its name what it is called `plainly`."""
    rows = (
        (
            _chip(phase, model)
            + (f"<br><span class='j-quiet'>{safe(plainly.phase_name(phase))}</span>" if plainly else ""),
            f"<b style='color:var(--j-text)'>{_colour(score)}</b><br>{_of_100(score)}",
            "<br>".join(map(safe, score.reasons[:MOST_REASONS])),
        )
        for phase, score in judged.items()
    )
    told = table(t("audit.result"), (t("audit.phase"), t("audit.result"), t("audit.reasons")), rows)
    st.html(f"<div class='j-judged'>{told}</div>")


def in_a_list(judged: Mapping[str, Score], model: PhaseModel) -> None:
    """The same below each other, for who reads it on a phone."""
    stages = "".join(
        f"<li>{_light(phase, score, model)} <b>{_colour(score)}</b> <span class='j-quiet'>{_of_100(score)}</span>"
        f"{_bullets(score.reasons[:MOST_REASONS]) if score.score is not None else ''}</li>"
        for phase, score in judged.items()
    )
    st.html(f"<ul class='j-stages'>{stages}</ul>")


def first(things: Sequence[FirstThing], model: PhaseModel) -> None:
    """What to do first, how to begin with it, and why."""
    st.subheader(t("audit.first"), anchor=False)
    if not things:
        st.html(f"<p>{safe(t('audit.first_none'))}</p>")
        return
    st.html(f"<ol class='j-first'>{''.join(_thing(each, model) for each in things)}</ol>")
    st.caption(t("audit.first_rule"))


def _thing(thing: FirstThing, model: PhaseModel) -> str:
    chip = f" <span class='j-chip'>{safe(model.phase_name(thing.phase))}</span>" if thing.phase else ""
    why = t("audit.first_why", why=thing.why)
    taken = f" <span class='j-chip'>{safe(t('audit.first_taken'))}</span>" if thing.taken else ""
    return (
        f"<li><p><b>{safe(thing.title)}</b>{chip}{taken}</p><p>{safe(thing.begin)}</p>"
        f"<p class='j-quiet'>{safe(why)}</p></li>"
    )


def _bullets(lines: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{safe(line)}</li>' for line in lines)}</ul>" if lines else ""


def _chip(phase: str, model: PhaseModel) -> str:
    return phase_chip(model.index(phase) or 0, model.phase_name(phase))


def _light(phase: str, score: Score, model: PhaseModel) -> str:
    style = f"background:{LIGHTS[score.colour]};color:#fff"
    return f"<span class='j-chip solid' style='{style}'>{safe(model.phase_name(phase))}</span>"


def _colour(score: Score) -> str:
    return safe(t(f"audit.colour_{score.colour.value}"))


def _of_100(score: Score) -> str:
    return safe(t("audit.no_score") if score.score is None else t("audit.score", score=figure(score.score)))


def _points(score: Score) -> str:
    return "?" if score.score is None else figure(score.score)
