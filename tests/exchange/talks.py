"""A live room in which everything was done once: written, merged, voted, scored, promised, and something nobody revealed."""

from datetime import date

from journey.live import (
    Collected,
    Commit,
    CountHands,
    ExerciseKind,
    MergeCards,
    Naming,
    ScoreTouchpoint,
    TickReady,
    fresh_groups,
    phases_as_options,
)
from journey.model import Emotion, Language, Workshop
from journey.store import Store
from tests.builders import PHASE, a_touchpoint, a_workshop
from tests.live.scenes import a_dot, an_id
from tests.store.room_scenes import Meeting, a_card, a_meeting
from tests.store.scenes import ID

FORMULA = '=HYPERLINK("http://elsewhere.example","x")'


def the_workshop() -> Workshop:
    return a_workshop(frame={"id": ID, "title": "Werkstatt"}, touchpoints=[a_touchpoint("Telefon", id="t1")])


def talked(store: Store, naming: Naming = Naming.NAMES, *words: str) -> Meeting:
    """A room in which two groups wrote, scored and voted, and an exercise that nobody has revealed."""
    store.create(the_workshop(), "Alma")
    meeting = a_meeting(store, naming)
    north, south = fresh_groups(["Nord", "Süd"])
    store.rooms.steer(meeting.room.id, lambda room: room.split((north, south)))
    petra, jonas = meeting.join("Petra Sorgfalt"), meeting.join("Jonas Umsicht")
    places = phases_as_options(the_workshop(), Language.DE)
    meeting.begun(options=places, collects=Collected.OPPORTUNITIES, question="Was wäre besser?")
    for number, each in enumerate(words or ("Schneller antworten", FORMULA, "Schneller antwortn")):
        person = (petra, jonas)[number % 2]
        meeting.send(person, a_card(each, f"card-{number:04}", place=PHASE, detail=f"Beleg {number}"))
    meeting.send(petra, TickReady(id="ready"))
    meeting.reveal()
    if not words:
        meeting.steer(MergeCards(id="merge", group="group-001", cards=("card-0000", "card-0002"), name="Antworten"))
    meeting.finish()
    cards = list(meeting.now().cards.values())[:2]
    options = tuple({"id": card.id, "words": card.words[:200]} for card in cards)
    meeting.begun(ExerciseKind.VOTE, name="vote", options=options, budget=2, per_option=2)
    for person in (petra, jonas):
        meeting.send(person, a_dot(1, cards[0].id))
    meeting.steer(CountHands(id="hands", choice=cards[1].id, hands=3))
    meeting.finish()
    meeting.begun(ExerciseKind.FEEL, name="feel", options=({"id": "t1", "words": "Telefon"},))
    for person, score in ((petra, -2), (jonas, 1)):
        meeting.send(person, ScoreTouchpoint(id=an_id(), touchpoint="t1", emotion=Emotion(score)))
    meeting.finish()
    meeting.begun(ExerciseKind.COMMIT, name="commit")
    act = Commit(id="commit", card="promise-01", what="Anrufen", who="Petra", until=date(2026, 12, 24))
    meeting.send(petra, act)
    meeting.finish()
    meeting.begun(name="hidden", collects=Collected.GOALS)
    meeting.send(petra, a_card("Noch geheim", "card-hidden"))
    return meeting
