"""A live room in a prepared workshop, as a workshop of fourteen people left it, for pictures and browser tests: sixty cards, the
touchpoints felt and revealed, what comes next on the agenda. Everything in it is invented, by a seeded generator."""

import random
from datetime import UTC, datetime

from journey.live import (
    AgendaItem,
    Collected,
    Exercise,
    ExerciseKind,
    Naming,
    PersonsAct,
    ScoreTouchpoint,
    TickReady,
    WriteCard,
    exercise_for,
    gone_to,
    ready_agendas,
    revealed,
)
from journey.model import Emotion, Language, Workshop, new_id
from journey.store import InRoom, Store

PEOPLE, CARDS = 14, 60
_NAMES = ("Alma", "Bela", "Cem", "Dora", "Emil", "Finn", "Greta", "Hana", "Ivo", "Jule", "Kai", "Lena", "Mila", "Nils")
_WORDS = {
    Language.DE: ("Niemand ruft zurück", "Preise fehlen", "Das Formular ist zu lang", "Empfehlung aus dem Netzwerk",
                  "Die Demo beginnt zu spät", "Rechnung kommt doppelt", "Schneller Einstieg", "Hilfe ist schwer zu finden"),
    Language.EN: ("Nobody calls back", "Prices are missing", "The form is too long", "Recommended by a colleague",
                  "The demo starts late", "The bill comes twice", "Quick to start with", "Help is hard to find"),
}  # fmt: skip

_QUESTIONS = {
    Language.DE: ("Wo hakt es für unsere Kunden?", "Wie fühlt sich das an?"),
    Language.EN: ("Where does it hurt our customers?", "How does that feel?"),
}


def hold(store: Store, workshop: Workshop, seed: int = 7) -> str:
    """Open a room of a stored workshop and let it work; gives the room's id."""
    language, chance = workshop.frame.language, random.Random(seed)  # noqa: S311 - pictures
    agenda = ready_agendas(language)[0].agenda
    at = next(item for item in agenda.items if item.exercise is ExerciseKind.FEEL)
    room = store.rooms.open_room(
        workshop.frame.id, title=workshop.frame.title, language=language, naming=Naming.NAMES,
        agenda=gone_to(agenda, at.id, datetime.now(UTC)),
    )  # fmt: skip
    people = [store.phones.join(room.code, f"192.0.2.{number + 1}", name=name) for number, name in enumerate(_NAMES)]
    _collect(store, workshop, people, chance)
    _feel(store, workshop, people, chance)
    return room.id


def _collect(store: Store, workshop: Workshop, people: list[InRoom], chance: random.Random) -> None:
    language = workshop.frame.language
    item = AgendaItem(
        id=new_id(), title=_QUESTIONS[language][0], exercise=ExerciseKind.COLLECT, collects=Collected.PAIN_POINTS
    )
    begun = _begun(store, workshop, people, item)
    places = [option.id for option in begun.options]
    for number in range(CARDS):
        words = f"{chance.choice(_WORDS[language])} ({number + 1})"
        card = WriteCard(id=new_id(), card=new_id(), words=words, place=chance.choice(places))
        store.phones.act(people[number % PEOPLE].secret, begun.id, card)
    _reveal(store, people, begun.id)


def _feel(store: Store, workshop: Workshop, people: list[InRoom], chance: random.Random) -> None:
    language = workshop.frame.language
    item = AgendaItem(id=new_id(), title=_QUESTIONS[language][1], exercise=ExerciseKind.FEEL)
    begun = _begun(store, workshop, people, item)
    for person in people:
        for place, touchpoint in enumerate(begun.options):
            middle = (1, 0, -1, 2, 0)[place % 5]
            score = Emotion(max(-2, min(2, middle + chance.choice((-1, 0, 0, 1)))))
            act: PersonsAct = ScoreTouchpoint(id=new_id(), touchpoint=touchpoint.id, emotion=score)
            store.phones.act(person.secret, begun.id, act)
    for person in people[:11]:
        store.phones.act(person.secret, begun.id, TickReady(id=new_id()))
    _reveal(store, people, begun.id)


def _begun(store: Store, workshop: Workshop, people: list[InRoom], item: AgendaItem) -> Exercise:
    """An exercise that has just begun."""
    exercise = exercise_for(item, workshop, workshop.frame.language)
    if exercise is None:
        raise ValueError(f"{item.exercise} is no exercise")
    room = people[0].room.id
    store.rooms.add_exercise(room, exercise)
    store.rooms.begin(room, exercise.id)
    return exercise


def _reveal(store: Store, people: list[InRoom], exercise_id: str) -> None:
    store.rooms.revise_exercise(people[0].room.id, exercise_id, lambda exercise: revealed(exercise, datetime.now(UTC)))
