"""Small maps on which much is going on: every card stands in a phase of the model and most of them act on each other."""

from hypothesis import strategies as st

from journey.model import Answer, Channel, Emotion, Measurability, RelationKind, Workshop
from journey.questionnaire import known_questions
from tests.builders import a_workshop
from tests.critic.seen import AIDA

PEOPLE = [f"p{number}" for number in range(3)]
CARDS = [f"t{number}" for number in range(8)]
WORDS = st.lists(
    st.sampled_from(["bread", "early", "queue", "price", "trust", "time", "honest", "fresh"]), max_size=8
).map(" ".join)
TALKED_OF = (Channel.SOCIAL_MEDIA, Channel.WORD_OF_MOUTH, Channel.POSTER, Channel.EMAIL, Channel.OTHER)


def _cards(ids: list[str], **fields: st.SearchStrategy[object]) -> st.SearchStrategy[list[dict[str, object]]]:
    """Some of these ids in this order, each with fields of its own."""
    card = st.fixed_dictionaries({}, optional=fields)
    return st.lists(card, max_size=len(ids)).map(
        lambda found: [{"id": ids[place], "rank": place, **each} for place, each in enumerate(found)]
    )


def crowds() -> st.SearchStrategy[Workshop]:
    """Workshops with up to eight touchpoints, three personas and many effects."""
    phases = st.sampled_from(AIDA)
    touchpoints = _cards(
        CARDS,
        channel=st.sampled_from(TALKED_OF),
        measurability=st.sampled_from(Measurability),
        personas=st.lists(st.sampled_from(PEOPLE), unique=True),
        emotion=st.sampled_from(Emotion),
        content=WORDS,
        call_to_action=WORDS,
    )
    placed = st.lists(phases, min_size=len(CARDS), max_size=len(CARDS))
    personas = _cards(PEOPLE, name=WORDS, goals=WORDS, values=WORDS)
    ends = st.sampled_from(CARDS)
    effect = st.fixed_dictionaries(
        {"source": ends, "target": ends, "kind": st.sampled_from(RelationKind), "next_customer": st.booleans()}
    )
    answer = st.fixed_dictionaries(
        {"question": st.sampled_from(sorted(known_questions())), "answer": st.sampled_from(Answer)},
        optional={"phase": phases},
    )
    return st.builds(
        _workshop, touchpoints, placed, personas, st.lists(effect, max_size=12), st.lists(answer, max_size=4)
    )


def _workshop(
    touchpoints: list[dict[str, object]],
    placed: list[str],
    personas: list[dict[str, object]],
    effects: list[dict[str, object]],
    answers: list[dict[str, object]],
) -> Workshop:
    return a_workshop(
        touchpoints=[{**card, "phase": phase} for card, phase in zip(touchpoints, placed, strict=False)],
        personas=personas,
        relations=[{**effect, "id": f"r{place}", "rank": place} for place, effect in enumerate(effects)],
        audit=[{**answer, "id": f"a{place}", "rank": place} for place, answer in enumerate(answers)],
    )
