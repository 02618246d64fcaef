"""The five steps in the line: links with number and tick; the mark of the one that is shown opens the rule by which it
counts as done."""

import streamlit as st

from journey.progress import Need, is_done, needs
from ui.kit.rooms import STEPS, Room
from ui.state import session, worked_out
from ui.state.words import many, safe, t

_DONE, _OPEN = ":material/check_circle:", ":material/radio_button_unchecked:"


def draw(shown: Room) -> None:
    """All steps, the one that is shown marked."""
    with st.container(horizontal=True, vertical_alignment="center", gap=None, width="content", key="steps"):
        for step in STEPS:
            if step is shown:
                _shown(step)
            else:
                # Where the line is narrow, the style sheet leaves the number alone.
                label = f"{step.step} *{step.called}*"
                icon = _DONE if _is_done(step) else ""
                step.link(label=label, icon=icon, help=f"{_called(step)}: {_state(step)}")


def here(room: Room) -> str:
    """The name of the page that is shown."""
    return f"<p class='j-here' aria-current='{'step' if room.step else 'page'}'>{safe(_called(room))}</p>"


def listed(shown: Room) -> None:
    """The steps below each other, with what each still lacks: for phones, whose line has no room for them."""
    with st.container(gap="xsmall", key="menu-steps"):
        for step in STEPS:
            if step is shown:
                st.html(f"{here(step)}<p class='j-lacks'>{safe(_rule(step))} {safe(_state(step))}</p>")
                continue
            is_done = _is_done(step)
            step.link(label=_called(step), icon=_DONE if is_done else _OPEN, width="stretch")
            if not is_done:
                st.html(f"<p class='j-lacks'>{safe(_state(step))}</p>")


def _shown(step: Room) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap=None, width="content", key="here"):
        # Of its own on every page: leaving closes it.
        words = t("progress.ask", step=step.step)
        icon = _DONE if _is_done(step) else _OPEN
        asked = st.popover(words, icon=icon, type="tertiary", key=f"rule-{step.name}", on_change="rerun", help=words)
        if asked.open:
            with asked:
                st.html(f"<p><b>{safe(_rule(step))}</b> {safe(_state(step))}</p>")
                st.caption(t("progress.own"), help=t("goals.articles"))
        st.html(here(step), width="content")


def _called(room: Room) -> str:
    return f"{room.step} {room.called}" if room.step else room.called


def _is_done(step: Room) -> bool:
    return is_done(_needs(step))


def _rule(step: Room) -> str:
    return t(
        "progress.rule", step=step.step, needs=_in_a_row([t(f"progress.when.{need.name}") for need in _needs(step)])
    )


def _state(step: Room) -> str:
    missing = _in_a_row([many(f"progress.missing.{need.name}", need.missing) for need in _needs(step) if need.missing])
    return t("progress.still", missing=missing) if missing else t("progress.met")


def _needs(step: Room) -> tuple[Need, ...]:
    """What a step needs, counted once a version: every page asks for all steps."""
    workshop, model = session.workshop(), session.model()
    return worked_out.kept("needs", (step.name,), lambda: needs(step.name, workshop, model))


def _in_a_row(parts: list[str]) -> str:
    """Parts with commas, and a word before the last."""
    return f" {t('progress.and')} ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
