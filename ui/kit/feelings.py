"""How a touchpoint feels, as fields: to everybody, and to single personas."""

from collections.abc import Container
from functools import partial

from journey.editing import put, revise
from journey.journey_map import matters_to
from journey.model import Emotion, Entity, PersonaEmotion, Touchpoint
from ui.kit import controlled, fields
from ui.kit.controlled import Field
from ui.kit.fields import Slot
from ui.state import session
from ui.state.session import Saving
from ui.state.words import plain, t

_MOST_TRIES = 5
FACES = {-2: "😣", -1: "🙁", 0: "😐", 1: "🙂", 2: "😀"}


def emotion(slot: Slot) -> None:
    """How it feels, from −2 to +2; a second click on the chosen face takes the score back."""
    fields.segments(slot, list(Emotion), face, required=False)


def persona_emotions(slot: Slot) -> None:
    """How single personas feel where they differ from the common score."""
    touchpoint = slot.entity
    if not isinstance(touchpoint, Touchpoint):
        return
    own = {differing.persona for differing in touchpoint.persona_emotions}
    for persona in session.workshop().personas:
        if matters_to(session.workshop(), touchpoint, persona.id) or persona.id in own:
            persona_emotion(slot, persona.id)


def persona_emotion(slot: Slot, persona: str) -> None:
    """How one persona feels where this differs from the common score."""
    known = session.workshop().persona(persona)
    words = t("touchpoints.feels", name=(known.name if known else "") or t("frame.unnamed"))
    one = Field(
        f"{slot.key}:{persona}", partial(_felt, slot, persona), partial(_feels, slot, persona), words,
        cards=(slot.entity.id,), show=face,
    )  # fmt: skip
    controlled.draw(one, fields.segmented(plain(words), list(Emotion), face, None, required=False))


def face(score: Emotion | None) -> str:
    """A score as people see it: a face and the number."""
    return "–" if score is None else f"{FACES[int(score)]} {int(score):+d}".replace("-", "−").replace("+0", "0")


def scored(touchpoint: Touchpoint, persona: str, score: Emotion | None) -> Entity:
    """A touchpoint with another own score of a persona, or another common one for no persona (""); None takes it back."""
    if not persona:
        return revise(touchpoint, emotion=score)
    others = tuple(one for one in touchpoint.persona_emotions if one.persona != persona)
    own = () if score is None else (PersonaEmotion(persona=persona, emotion=score),)
    return revise(touchpoint, persona_emotions=(*others, *own))


def score_of(touchpoint: Touchpoint, persona: str) -> Emotion | None:
    """The own score of a persona at a touchpoint, or the common one for no persona ("")."""
    own = {one.persona: one.emotion for one in touchpoint.persona_emotions}
    return own.get(persona) if persona else touchpoint.emotion


def score(card: str, persona: str, emotion: Emotion | None, known: Container[Emotion | None] | None = None) -> Saving:
    """Save a score of a touchpoint, of a persona or the common one. Others score the same touchpoint at the same time: their
    scores stay. CLASH where the very score is another one than those `known` by now (None: whatever it is). Nothing where
    touchpoint or persona is gone."""
    outcome = Saving.NOTHING
    for _ in range(_MOST_TRIES):
        held = session.workshop().find(card)
        if not isinstance(held, Touchpoint) or (persona and not session.workshop().persona(persona)):
            return Saving.NOTHING
        held_score = score_of(held, persona)
        if known is not None and held_score not in known and held_score != emotion:
            return Saving.CLASH
        outcome = session.attempt(put(session.workshop(), scored(held, persona, emotion)))
        if outcome is not Saving.CLASH:
            break
    return outcome


def _felt(slot: Slot, persona: str) -> Emotion | None:
    held = slot.held
    return score_of(held, persona) if isinstance(held, Touchpoint) else None


def _feels(slot: Slot, persona: str, score: Emotion | None) -> Saving:
    held = slot.held
    if not isinstance(held, Touchpoint):
        return Saving.NOTHING
    return fields.saved(slot, scored(held, persona, score))
