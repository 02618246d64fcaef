"""The marks of the five steps in the frame; the button beside them opens the list of the steps, with what each still
lacks and the way to it."""

import streamlit as st

from journey.progress import Need, is_done, needs
from ui.kit.rooms import STEPS, Room
from ui.state import session
from ui.state.words import many, safe, t


def draw(here: Room) -> None:
    """The button and the marks, above a page's heading."""
    done = {step.name: is_done(step.name, session.workshop(), session.model()) for step in STEPS}
    label = t("frame.step_of", step=here.step) if here.step else t("frame.steps")
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="steps"):
        # Of its own on every page: leaving closes it. What is in it is drawn when it is opened.
        asked = st.popover(label, type="tertiary", key=f"steps-{here.name}", on_change="rerun")
        if asked.open:
            with asked:
                _list(here, done)
        st.html(_marks(here, done), width="content")


def _marks(here: Room, done: dict[str, bool]) -> str:
    drawn = "".join(f"<i class='{_kinds(step, here, done[step.name])}'></i>" for step in STEPS)
    spoken = t("frame.progress", done=sum(done.values()))
    return f"<span class='j-steps' role='img' aria-label='{safe(spoken)}'>{drawn}</span>"


def _kinds(step: Room, here: Room, done: bool) -> str:
    return " ".join(["done"] * done + ["here"] * (step is here))


def _list(here: Room, done: dict[str, bool]) -> None:
    """All steps with links, the one that is shown marked, and the rule by which it counts as done."""
    with st.container(gap="xsmall", key="steps-list"):
        if here.step:
            st.html(f"<p><b>{safe(_rule(here))}</b> {safe(_state(here))}</p>")
        for step in STEPS:
            icon = ":material/check_circle:" if done[step.name] else ":material/radio_button_unchecked:"
            label = f"{step.step} {t(f'frame.page_{step.name}')}" + (f" · {t('frame.here')}" if step is here else "")
            st.page_link(step.page(), label=label, icon=icon, width="stretch")
            if not done[step.name] and step is not here:
                st.html(f"<p class='j-lacks'>{safe(_state(step))}</p>")
        st.caption(t("progress.own"))


def _rule(here: Room) -> str:
    return t("progress.rule", step=here.step, needs=_listed([t(f"progress.when.{need.name}") for need in _needs(here)]))


def _state(step: Room) -> str:
    missing = _listed([many(f"progress.missing.{need.name}", need.missing) for need in _needs(step) if need.missing])
    return t("progress.still", missing=missing) if missing else t("progress.met")


def _needs(step: Room) -> tuple[Need, ...]:
    return needs(step.name, session.workshop(), session.model())


def _listed(parts: list[str]) -> str:
    """Parts in a row, with a word before the last."""
    return f" {t('progress.and')} ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
