"""What tests of the live room say often: an exercise, acts of people, and what became of them."""

from collections.abc import Iterable
from itertools import count
from typing import Any

from hypothesis import strategies as st

from journey.live import (
    FACILITATOR,
    CastDot,
    Commit,
    CountHands,
    Exercise,
    ExerciseKind,
    ExerciseStage,
    ExerciseState,
    GiveOpinion,
    GuessRate,
    MergeCards,
    NameGroup,
    Opinion,
    Option,
    PlayedAct,
    RoomAct,
    ScoreTouchpoint,
    Sender,
    TickReady,
    UndoMerge,
    WithdrawCard,
    WriteCard,
    begun,
    played,
)
from journey.model import Emotion, new_id

OPTIONS = tuple(Option(id=f"option-{n}", words=f"Option {n}") for n in range(4))
PEOPLE = ("petra", "jonas", "mehmet")
CARDS = tuple(f"card-000{n}" for n in range(5))
GROUPS = ("group-001", "group-002", "group-003")


def an_exercise(kind: ExerciseKind = ExerciseKind.COLLECT, **fields: Any) -> Exercise:
    given = {"id": "exercise", "question": "What do we know?", "stage": ExerciseStage.SILENT, "options": OPTIONS}
    return Exercise.model_validate({"kind": kind, **given, **fields})


def a_person(name: str = "petra", *, anonymous: bool = False, group: str = "") -> Sender:
    return Sender(name, f"secret of {name}", anonymous, group)


def by(person: str, *acts: RoomAct, group: str = "") -> list[PlayedAct]:
    """Acts of one person; FACILITATOR is the facilitator."""
    return [PlayedAct(sequence=0, exercise="exercise", key=person, group=group, act=act) for act in acts]


def after(exercise: Exercise, *rows: Iterable[PlayedAct]) -> ExerciseState:
    """What an exercise has come to after these acts."""
    acts = [one for row in rows for one in row]
    return played(begun(exercise), (one.model_copy(update={"sequence": n}) for n, one in enumerate(acts, 1)))


_IDS = count(1)


def an_id() -> str:
    return f"act-{next(_IDS)}"


def a_card(words: str = "Ask for a review", card: str = "", **fields: Any) -> WriteCard:
    card_id = card or f"card-{next(_IDS):04}"
    return WriteCard.model_validate({"id": an_id(), "card": card_id, "words": words, "place": "", **fields})


def a_dot(dot: int, option: str) -> CastDot:
    return CastDot(id=an_id(), dot=dot, option=option)


def a_score(emotion: Emotion | int | None, touchpoint: str = "option-0", persona: str = "") -> ScoreTouchpoint:
    score = None if emotion is None else Emotion(emotion)
    return ScoreTouchpoint(id=an_id(), touchpoint=touchpoint, persona=persona, emotion=score)


def merged(group: str, *cards: str, name: str = "") -> MergeCards:
    return MergeCards(id=an_id(), group=group, cards=cards, name=name)


def unmerged(group: str) -> UndoMerge:
    return UndoMerge(id=an_id(), group=group)


_options = st.sampled_from([option.id for option in OPTIONS])
_cards = st.sampled_from(CARDS)
_groups = st.sampled_from(GROUPS)
_words = st.sampled_from(["Too slow", "Nobody calls back", "=1+1", "<b>bold</b>"])
_fresh = st.builds(new_id)

of_people: st.SearchStrategy[RoomAct] = st.one_of(
    st.builds(WriteCard, id=_fresh, card=_cards, words=_words, place=st.one_of(st.just(""), _options)),
    st.builds(WithdrawCard, id=_fresh, card=_cards),
    st.builds(ScoreTouchpoint, id=_fresh, touchpoint=_options, emotion=st.one_of(st.none(), st.sampled_from(Emotion))),
    st.builds(GuessRate, id=_fresh, phase=_options, share=st.one_of(st.none(), st.integers(0, 100))),
    st.builds(CastDot, id=_fresh, dot=st.integers(1, 6), option=st.one_of(st.just(""), _options)),
    st.builds(GiveOpinion, id=_fresh, opinion=st.one_of(st.none(), st.sampled_from(Opinion))),
    st.builds(Commit, id=_fresh, card=_cards, what=_words, who=st.sampled_from(["", "Petra"])),
    st.builds(TickReady, id=_fresh, ready=st.booleans()),
)
of_facilitators: st.SearchStrategy[RoomAct] = st.one_of(
    st.builds(CountHands, id=_fresh, choice=_options, hands=st.integers(0, 20)),
    st.builds(MergeCards, id=_fresh, group=_groups, cards=st.lists(_cards, min_size=2, max_size=4).map(tuple)),
    st.builds(NameGroup, id=_fresh, group=_groups, name=_words),
    st.builds(UndoMerge, id=_fresh, group=_groups),
    st.builds(WithdrawCard, id=_fresh, card=_cards),
)
rows = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(PEOPLE), of_people),
        st.tuples(st.just(FACILITATOR), of_facilitators),
    ),
    max_size=40,
).map(lambda acts: [one for person, act in acts for one in by(person, act)])
"""Acts of three people and a facilitator in any order, whatever the exercise asks for."""
