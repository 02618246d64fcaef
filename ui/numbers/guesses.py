"""The blind estimate: everybody guesses each step before the numbers are shown; then guesses and figures side by side."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import streamlit as st

from journey.editing import change_of, next_rank, put, remove, revise
from journey.model import LINE_LIMIT, Guess, Phase
from journey.numbers import funnel
from ui.kit import fields, lines, log_picture, measured
from ui.kit.controlled import Refused
from ui.kit.phase_chips import phase_chip
from ui.kit.picture import drawing
from ui.kit.tables import table
from ui.state import event_log, session
from ui.state.numbers_state import are_guesses_revealed, reveal_guesses
from ui.state.words import figure, many, plain, safe, spoken, t

if TYPE_CHECKING:
    from journey.numbers.guesses import BlindEstimate


def draw() -> None:
    """Guess at the left, who has guessed at the right; after the reveal the comparison below."""
    if not are_guesses_revealed():
        st.caption(t("guesses.help"))
        typed, room = st.columns([3, 2], gap="large")
        with typed:
            _form()
        with room:
            _who()
    else:
        _comparison()


def _steps() -> Iterator[tuple[int, Phase, Phase]]:
    for place, (before, after) in enumerate(pairwise(session.model().phases)):
        yield place, before, after


def _form() -> None:
    from journey.numbers.guesses import against_guesses

    if stages := measured.funnel_now():
        _without_figure(against_guesses((), stages))
    generation = session.generation("guess")
    author = lines.entry(
        st.text_input, t("fields.guesses.author"), f"guess-author:{generation}", max_chars=LINE_LIMIT,
        placeholder=t("guesses.author_hint"),
    )  # fmt: skip
    is_read = True
    for place, before, after in _steps():
        with st.container(gap="xsmall"):  # what is wrong with a guess stands below its row
            is_read &= _row(generation, place, before, after)
    name = (author or "").strip()
    if name and any(guess.author == name for guess in session.workshop().guesses):
        st.info(t("guesses.again", name=plain(name)), icon=":material/group:")
    st.button(
        t("guesses.submit"), type="primary", icon=":material/how_to_vote:", key="guess-submit", on_click=_submit,
        args=(generation,), disabled=not name or not is_read,
    )  # fmt: skip
    if not name:
        st.caption(t("guesses.needs_name"))


def _without_figure(found: "BlindEstimate") -> None:
    """Which steps nobody counted: a guess of them stays without an answer."""
    if bare := found.without_figure:
        named = "; ".join(f"{plain(step.before)} → {plain(step.name)}" for step in bare)
        st.caption(t("guesses.without_figure", steps=named))


def _row(generation: int, place: int, before: Phase, after: Phase) -> bool:
    """A step with the field of its guess; whether it can be read."""
    row = st.container(horizontal=True, wrap=False, vertical_alignment="center")
    row.html(f"{phase_chip(place, before.name)} → {phase_chip(place + 1, after.name)}", width="stretch")
    typed = lines.entry(
        row.text_input, t("guesses.share_of", before=spoken(before.name), after=spoken(after.name)),
        _key(generation, after), max_chars=20, label_visibility="collapsed", placeholder="%", width=160,
    )  # fmt: skip
    try:
        _share(typed)
    except Refused as error:
        st.error(str(error), icon=":material/error:")
        return False
    return True


def _key(generation: int, step: Phase) -> str:
    return f"guess:{generation}:{step.id}"


def _share(typed: str) -> float | None:
    """The share in a text, in percent; None for nothing. Refused for what is none."""
    share = fields.read_number(typed.replace("%", " "))
    if share is not None and not 0 <= share <= 100:
        raise Refused(t("guesses.no_share", typed=plain(typed)))
    return share


@session.to_its_end
def _submit(generation: int) -> None:
    workshop = session.workshop()
    author = str(session.value(f"guess-author:{generation}") or "").strip()
    try:
        shares = {after.id: _share(str(session.value(_key(generation, after)) or "")) for _, _, after in _steps()}
    except Refused:  # typed and handed in at once: the row says it
        return
    held = {guess.phase: guess for guess in workshop.guesses if guess.author == author}
    rank = next_rank(workshop.guesses)
    cards: list[Any] = []
    for place, _, after in _steps():
        guessed = shares[after.id]
        if guessed is None:
            continue
        if after.id in held:
            cards.append(revise(held[after.id], share=guessed))
        else:
            fresh = workshop.id_for("guesses", author, after.id)
            cards.append(Guess(id=fresh, rank=rank + place, author=author, phase=after.id, share=guessed))
    edits = put(workshop, *cards)
    is_kept = bool(edits) and change_of(edits) is None  # this was begun again
    if is_kept or session.commit(edits, "guess"):
        for key in (f"guess-author:{generation}", *(_key(generation, after) for _, _, after in _steps())):
            lines.used(key)
        session.renew("guess")


def _who() -> None:
    authors = list(dict.fromkeys(guess.author for guess in session.workshop().guesses))
    st.subheader(many("guesses.people", len(authors)), anchor=False)
    if not authors:
        st.caption(t("guesses.nobody"))
        return
    st.html("".join(f"<span class='j-chip'>{safe(author or t('frame.unnamed'))}</span>" for author in authors))
    if measured.funnel_now() is None:
        st.info(t("guesses.nothing_measured"), icon=":material/query_stats:")
    with st.container(horizontal=True, key="guess-ways"):
        st.button(
            t("guesses.reveal"),
            type="primary",
            icon=":material/visibility:",
            key="guess-reveal",
            on_click=reveal_guesses,
            args=(True,),
        )
        st.button(t("guesses.clear"), icon=":material/delete:", key="guess-clear", on_click=_clear)


def _clear() -> None:
    workshop = session.workshop()
    session.commit(remove(workshop, *(guess.id for guess in workshop.guesses)), "clear_guesses")
    reveal_guesses(False)


def _comparison() -> None:
    from journey.charts import guesses_alt, guesses_chart
    from journey.numbers.guesses import against_guesses

    stages = measured.funnel_now() or funnel((), session.model())
    found = against_guesses(session.workshop().guesses, stages)
    with st.container(horizontal=True, vertical_alignment="center", key="guess-ways"):
        st.caption(measured.where_from() or t("guesses.nothing_measured"))
        st.button(
            t("guesses.hide"),
            icon=":material/visibility_off:",
            key="guess-hide",
            on_click=reveal_guesses,
            args=(False,),
        )
    if most := found.most_off:
        off = figure(round(abs(most.off or 0.0) * 100))
        key = "too_high" if (most.off or 0.0) > 0 else "too_low"
        st.info(
            t(f"guesses.{key}", points=off, before=plain(most.before), after=plain(most.name)),
            icon=":material/troubleshoot:",
        )
    _without_figure(found)
    steps = [step for step in found.steps if step.guesses or step.measured is not None]
    language = session.language()
    log_picture.draw(
        "guesses", (event_log.version(), tuple(steps)), drawing(guesses_chart, steps, language),
        lambda: guesses_alt(steps, language),
    )  # fmt: skip
    if found.people:
        st.subheader(t("guesses.calibration"), anchor=False)
        head = (t("guesses.person"), t("guesses.mean_error"))
        rows = ((safe(one.author), figure(round(one.error * 100, 1))) for one in found.people)
        st.html(table(t("guesses.calibration"), head, rows))
