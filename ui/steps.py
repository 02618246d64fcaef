"""The marks of the five steps in the frame, with the rule by which a step counts as done, unfolded by a click."""

from journey.progress import Need, is_done, needs
from ui import session
from ui.rooms import STEPS, Room
from ui.words import many, safe, t


def marks(here: Room) -> str:
    """The marks as HTML; unfolded, the rule of the step that is shown and what the others still lack."""
    done = {step.name: is_done(step.name, session.workshop(), session.model()) for step in STEPS}
    drawn = "".join(f"<i class='{_kinds(step, here, done[step.name])}'></i>" for step in STEPS)
    count = t("frame.step_of", step=here.step) if here.step else ""
    spoken = t("frame.progress", step=here.step or "–", done=sum(done.values()))
    others = "".join(f"<li>{safe(_line(step, done[step.name]))}</li>" for step in STEPS if step is not here)
    return (
        f"<details class='j-over'><summary><span>{count}</span>"
        f"<span class='j-steps' role='img' aria-label='{safe(spoken)}'>{drawn}</span></summary>"
        f"<div class='j-progress'>{_rule(here)}<ul>{others}</ul><p>{safe(t('progress.own'))}</p></div></details>"
    )


def _kinds(step: Room, here: Room, done: bool) -> str:
    return " ".join(["done"] * done + ["here"] * (step is here))


def _rule(here: Room) -> str:
    if not here.step:
        return ""
    found = needs(here.name, session.workshop(), session.model())
    asked = t("progress.rule", step=here.step, needs=_listed([t(f"progress.when.{need.name}") for need in found]))
    lacking = _missing(found)
    state = t("progress.still", missing=lacking) if lacking else t("progress.met")
    return f"<p><b>{safe(asked)}</b> {safe(state)}</p>"


def _line(step: Room, done: bool) -> str:
    page = t(f"frame.page_{step.name}")
    if done:
        return t("progress.step_done", step=step.step, page=page)
    found = needs(step.name, session.workshop(), session.model())
    return t("progress.step_open", step=step.step, page=page, missing=_missing(found))


def _missing(found: tuple[Need, ...]) -> str:
    return _listed([many(f"progress.missing.{need.name}", need.missing) for need in found if need.missing])


def _listed(parts: list[str]) -> str:
    """Parts in a row, with a word before the last."""
    return f" {t('progress.and')} ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
