"""What people in a room see: their own words until the reveal, everything after it, and the letters that were typed."""

import json
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any

import pytest

from journey.live import (
    CastDot,
    CheckedFinding,
    Commit,
    ExerciseKind,
    GiveOpinion,
    GuessRate,
    LiveRoom,
    MergeCards,
    Naming,
    Opinion,
    Option,
    RoomAct,
    RoomLife,
    ScoreTouchpoint,
    SmallGroup,
    TickReady,
    revealed,
)
from journey.model import Emotion, Language
from journey.store import Store
from journey.texts import text
from tests.phones.conftest import Phone
from tests.store.room_scenes import Meeting, a_card, a_meeting

Another = Callable[[], Phone]

HOSTILE = "<img src=x onerror=alert(1)>\"'{{7*7}}</main>&amp;"
SECRET_WORDS = "Geheim bis zum Aufdecken"

ACTS: dict[ExerciseKind, RoomAct] = {
    ExerciseKind.COLLECT: a_card(SECRET_WORDS),
    ExerciseKind.FEEL: ScoreTouchpoint(id="act-feel", touchpoint="option-0", emotion=Emotion.VERY_GOOD),
    ExerciseKind.ESTIMATE: GuessRate(id="act-estimate", phase="option-0", share=42.5),
    ExerciseKind.VOTE: CastDot(id="act-vote", dot=1, option="option-1"),
    ExerciseKind.CHECK: GiveOpinion(id="act-check", opinion=Opinion.AGREE),
    ExerciseKind.COMMIT: Commit(
        id="act-commit", card="card-commit", what=SECRET_WORDS, who="Petra", until=date(2026, 12, 24)
    ),
}
OWN_MARKS = {
    ExerciseKind.COLLECT: SECRET_WORDS,
    ExerciseKind.FEEL: 'data-emotion="2" aria-pressed="true"',
    ExerciseKind.ESTIMATE: 'value="42,5"',
    ExerciseKind.VOTE: "<output>1</output>",
    ExerciseKind.CHECK: 'data-opinion="agree" aria-pressed="true"',
    ExerciseKind.COMMIT: SECRET_WORDS,
}
RESULTS = {
    ExerciseKind.COLLECT: SECRET_WORDS,
    ExerciseKind.FEEL: "Median +2",
    ExerciseKind.ESTIMATE: "Geschätzt: 42,5 bis 42,5 %, Mitte 42,5 %",
    ExerciseKind.VOTE: "Option 1 1 Punkt Platz 1",
    ExerciseKind.CHECK: "Stimme zu 1",
    ExerciseKind.COMMIT: f"{SECRET_WORDS} Petra · 24.12.2026",
}


@pytest.mark.parametrize("naming", Naming)
@pytest.mark.parametrize("kind", ACTS)
def test_before_the_reveal_only_one_s_own_then_everybody_s(
    phone: Another, store: Store, kind: ExerciseKind, naming: Naming
) -> None:
    meeting = a_meeting(store, naming).begun(kind)
    petra, jonas = phone().join(meeting.room, "Petra"), phone().join(meeting.room, "Jonas")
    empty = jonas.see()
    assert petra.send(meeting.exercise, ACTS[kind]) == [{"id": ACTS[kind].id}]
    assert OWN_MARKS[kind] in unescape(petra.see())
    assert _without_counts(jonas.see()) == _without_counts(empty)
    assert SECRET_WORDS not in jonas.see() + jonas.client.get("/join/room/news").text
    meeting.reveal()
    assert RESULTS[kind] in jonas.words()
    meeting.finish()
    assert RESULTS[kind] in jonas.words()


def _without_counts(page: str) -> str:
    """A page without the counts that everybody may see and the time of day."""
    return re.sub(r'data-(now|standing)="[^"]*"|<b data-(sum|count)[^>]*>\d+</b>', "", page)


def test_what_is_grouped_is_watched(phone: Another, meeting: Meeting, store: Store) -> None:
    meeting.begun(ExerciseKind.GROUP)
    petra = phone().join(meeting.room)
    assert all(f"Option {n}" in petra.words() for n in range(3))
    before = json.loads(petra.client.get("/join/room/news").text)
    meeting.steer(MergeCards(id="merge-1", group="group-0001", cards=("option-0", "option-2"), name="Zwei Wege"))
    assert "Zwei Wege" in petra.words()
    after = json.loads(petra.client.get("/join/room/news").text)
    assert before["look"] == after["look"]
    assert before["shown"] != after["shown"]


def test_what_is_grouped_stands_where_it_was_put(phone: Another, meeting: Meeting) -> None:
    places = (Option(id="late", words="Kauf"), Option(id="early", words="Aufmerksamkeit"))
    meeting.begun(ExerciseKind.COLLECT, options=places[::-1])
    petra = phone().join(meeting.room)
    petra.send(meeting.exercise, a_card("Ladentheke", place="late"), a_card("Plakat", place="early"), a_card("Gerücht"))
    cards = tuple(
        Option(id=card.id, words=card.words, place=card.place) for card in reversed(list(meeting.now().cards.values()))
    )
    meeting.begun(ExerciseKind.GROUP, "grouped", options=cards)
    assert re.findall(r"<h2>(.*?)</h2>", petra.see()) == [
        "Aufmerksamkeit",
        "Kauf",
        text("phone.collect.no_place", Language.DE),
    ]


@pytest.mark.parametrize("kind", ExerciseKind)
def test_words_are_letters_wherever_they_stand(phone: Another, store: Store, kind: ExerciseKind) -> None:
    meeting = a_meeting(store)
    store.rooms.steer(meeting.room.id, lambda room: room.model_copy(update={"title": HOSTILE}))
    option = Option(id="option-0", words=HOSTILE, group=HOSTILE)
    finding = CheckedFinding(rule="rule", subject=HOSTILE)
    meeting.begun(kind, question=HOSTILE, options=(option,), personas=(option,), finding=finding)
    petra = phone().join(meeting.room, HOSTILE[:60])
    if kind in (ExerciseKind.COLLECT, ExerciseKind.COMMIT):
        card = a_card(HOSTILE, place="option-0", detail=HOSTILE)
        promise = Commit(id="act-x", card="card-00x", what=HOSTILE, who=HOSTILE)
        petra.send(meeting.exercise, card if kind is ExerciseKind.COLLECT else promise)
    for is_revealed in (False, True):
        if is_revealed:
            meeting.reveal()
        page = petra.client.get("/join/room").text
        assert HOSTILE in unescape(page)
        assert "<img" not in page
        assert "49" not in petra.words()
        assert page.count("</main>") == 1


def test_small_groups_see_what_they_are_about_and_each_other_s_cards(
    phone: Another, meeting: Meeting, store: Store
) -> None:
    groups = (SmallGroup(id="red", name="Rot", about=("option-0",)), SmallGroup(id="blue", name="Blau"))
    store.rooms.steer(meeting.room.id, lambda room: room.model_copy(update={"groups": groups}))
    petra, jonas = phone().join(meeting.room, "Petra"), phone().join(meeting.room, "Jonas")
    meeting.begun(ExerciseKind.COLLECT, in_groups=True)
    assert "Rot" in petra.words()
    assert ("Option 0" in petra.words(), "Option 1" in petra.words()) == (True, False)
    assert "Option 1" in jonas.words()
    petra.send(meeting.exercise, a_card(SECRET_WORDS))
    meeting.reveal()
    assert SECRET_WORDS in petra.words()
    assert SECRET_WORDS not in jonas.words()


def test_the_page_says_how_the_room_is(phone: Another, meeting: Meeting, store: Store) -> None:
    petra = phone().join(meeting.room)

    def becomes(**fields: Any) -> LiveRoom:
        return store.rooms.steer(meeting.room.id, lambda room: room.model_copy(update=fields))

    assert "Gleich geht es los" in petra.words()
    becomes(locked=True)
    assert "niemand mehr hinein" in petra.words()
    meeting.begun()
    becomes(life=RoomLife.PAUSED)
    assert "macht Pause" in petra.words()
    store.rooms.close_room(meeting.room.id)
    assert "Danke fürs Mitmachen" in petra.words()


def test_who_was_taken_out_is_asked_for_a_code(phone: Another, meeting: Meeting, store: Store) -> None:
    petra = phone().join(meeting.room)
    [person] = store.rooms.state(meeting.room.id).participants
    store.rooms.take_out(meeting.room.id, person)
    assert petra.client.get("/join/room/part").status_code == 401
    answer = petra.client.get("/join/room")
    assert (answer.status_code, "Max-Age=0" in answer.headers["set-cookie"]) == (303, True)
    assert "nicht mehr darin" in petra.client.get(answer.headers["location"]).text


def test_a_ready_tick_is_counted_for_all(phone: Another, meeting: Meeting) -> None:
    meeting.begun()
    petra, jonas = phone().join(meeting.room, "Petra"), phone().join(meeting.room, "Jonas")
    petra.send(meeting.exercise, TickReady(id="act-ready"))
    assert 'data-ready aria-pressed="true"' in petra.see()
    assert 'data-ready aria-pressed="false"' in jonas.see()
    assert "Fertig: 1 / 2" in jonas.words()


def test_one_s_own_name_can_be_changed_and_is_nobody_else_s(phone: Another, meeting: Meeting, store: Store) -> None:
    petra, jonas = phone().join(meeting.room, "Petra"), phone().join(meeting.room, "Jonas")
    assert 'name="name" value="Petra"' in petra.client.get("/join/room").text
    for typed, called in (("Petra K.", "Petra K."), ("  ", "Petra K."), ("jonas", "jonas 2"), (HOSTILE, HOSTILE)):
        answer = petra.client.post("/join/room/me", data={"name": typed})
        assert (answer.status_code, answer.headers["location"]) == (303, "/join/room")
        assert called in petra.words()
    assert "Jonas" in jonas.words()
    stranger = petra.client.post("/join/room/me", data={"name": "Eve"}, headers={"sec-fetch-site": "cross-site"})
    assert stranger.status_code == 403
    assert sorted(store.rooms.state(meeting.room.id).names.values()) == sorted([HOSTILE, "Jonas"])


def test_nobody_has_a_name_to_change_in_an_anonymous_room(phone: Another, anonymous: Meeting, store: Store) -> None:
    petra = phone().join(anonymous.room)
    assert 'name="name"' not in petra.client.get("/join/room").text
    petra.client.post("/join/room/me", data={"name": "Petra"})
    assert store.rooms.state(anonymous.room.id).names == {}


@pytest.mark.parametrize("naming", Naming)
def test_the_measured_stands_beside_the_guesses_and_who_was_closest_where_there_are_names(
    phone: Another, store: Store, naming: Naming
) -> None:
    meeting = a_meeting(store, naming).begun(ExerciseKind.ESTIMATE)
    petra, jonas = phone().join(meeting.room, "Petra"), phone().join(meeting.room, "Jonas")
    for person, share in ((petra, 80), (jonas, 45)):
        person.send(meeting.exercise, GuessRate(id=f"guess-{share}", phase="option-0", share=share))
    now, known = meeting.room.opened_at, {"option-0": 40.5, "elsewhere": 12.0}
    assert "Gemessen" not in petra.words()
    store.rooms.revise_exercise(meeting.room.id, meeting.exercise, lambda one: revealed(one, now, known))
    assert "Gemessen: 40,5 %" in petra.words()
    assert ("Am nächsten dran: Jonas" in petra.words()) is (naming is Naming.NAMES)
    assert petra.words().count("Gemessen") == 1


def test_trouble_with_the_store_is_said_and_passes() -> None:
    from starlette.applications import Starlette
    from starlette.testclient import TestClient

    from journey.store import StoreUnavailable
    from phones import phone_routes
    from tests.phones.conftest import OWN

    def broken() -> Store:
        raise StoreUnavailable("locked", "/home/petra/secret.sqlite3")

    with TestClient(Starlette(routes=phone_routes(broken)), headers=OWN, cookies={"journey_room": "x" * 32}) as client:
        for path in ("/join/room", "/join/22222222"):
            answer = client.get(path)
            assert (answer.status_code, "gleich noch einmal" in answer.text) == (503, True)
            assert "petra" not in answer.text
        assert client.post("/join/room/acts", json={"acts": []}).status_code == 503
