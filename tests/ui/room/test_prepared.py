"""Exercises that were prepared days before: made for an item of the agenda, unseen until its turn, used then as they are."""

from streamlit.testing.v1 import AppTest

from journey.editing import change_of, put
from journey.live import (
    Agenda,
    AgendaItem,
    Collected,
    Exercise,
    ExerciseKind,
    ExerciseStage,
    Onlooker,
    Sender,
    as_seen_by,
    phases_as_options,
)
from journey.model import Language
from journey.texts import text
from tests.builders import PHASE, a_touchpoint, a_workshop
from tests.ui.app import chosen, html, kept, keys, on_page, on_view, opened, pressed, seen, store, stored, unfolded
from tests.ui.room.people import Crowd

DE = Language.DE
COLLECT, VOTE, FEEL, GROUP = ExerciseKind.COLLECT, ExerciseKind.VOTE, ExerciseKind.FEEL, ExerciseKind.GROUP


def _crowd() -> Crowd:
    """A room whose agenda has a talk, a collection and a vote."""
    items = (
        AgendaItem(id="talk", title="Ankommen", minutes=5),
        AgendaItem(id="ideas", title="Chancen", minutes=9, exercise=COLLECT, collects=Collected.OPPORTUNITIES),
        AgendaItem(id="first", title="Was zuerst?", minutes=4, exercise=VOTE),
    )
    return Crowd.of(stored(a_workshop()), "Petra", agenda=Agenda(items=items))


def _agenda(crowd: Crowd) -> AppTest:
    return on_view(opened(crowd.room.workshop, "live_room"), "live_room", "agenda")


def _key(tab: AppTest, start: str) -> str:
    return next(key for key in sorted(keys(tab)) if key.startswith(start))


def _prepared(crowd: Crowd, item: str) -> Exercise:
    held = crowd.now().room.agenda.item(item)
    assert held is not None
    return crowd.now().exercises[held.prepared or ""].exercise


def _prepare(crowd: Crowd, item: str, question: str = "", minutes: int = 0) -> AppTest:
    tab = pressed(_agenda(crowd), f"room-item-prepare:{item}")
    if question:
        tab.text_input(key=_key(tab, "room-question:prepared:")).set_value(question)
    if minutes:
        chosen(tab, _key(tab, "room-minutes:prepared:"), minutes)
    return pressed(tab, f"room-prepare-keep:{item}")


def test_an_exercise_is_prepared_for_an_item_with_its_question_minutes_and_dots() -> None:
    crowd = _crowd()
    _prepare(crowd, "ideas", "Was fehlt unserer Kundschaft?", 12)
    made = _prepared(crowd, "ideas")
    assert (made.kind, made.collects, made.stage) == (COLLECT, Collected.OPPORTUNITIES, ExerciseStage.PREPARED)
    assert (made.question, made.minutes, made.options) == ("Was fehlt unserer Kundschaft?", 12, ())
    tab = pressed(_agenda(crowd), "room-item-prepare:first")
    chosen(tab, _key(tab, "room-budget:prepared:"), 5)
    chosen(tab, _key(tab, "room-per-option:prepared:"), 2)
    pressed(tab, "room-prepare-keep:first")
    vote = _prepared(crowd, "first")
    assert (vote.kind, vote.budget, vote.per_option, vote.options) == (VOTE, 5, 2, ())
    assert text("live_room.prepared.told", DE, what="") in html(_agenda(crowd))
    assert "Was fehlt unserer Kundschaft?" in html(_agenda(crowd))


def test_what_is_prepared_is_changed_and_dropped() -> None:
    crowd = _crowd()
    _prepare(crowd, "ideas", "Erste Frage")
    first = _prepared(crowd, "ideas")
    tab = pressed(_agenda(crowd), "room-item-prepare:ideas")
    assert tab.text_input(key=_key(tab, "room-question:prepared:")).value == "Erste Frage"
    _prepare(crowd, "ideas", "Zweite Frage")
    assert (_prepared(crowd, "ideas").question, _prepared(crowd, "ideas").id) == ("Zweite Frage", first.id)
    tab = pressed(_agenda(crowd), "room-item-prepare:ideas")
    pressed(tab, "room-prepare-drop:ideas")
    assert crowd.now().exercises == {}
    assert "Zweite Frage" not in html(_agenda(crowd))


def test_nobody_sees_what_is_prepared() -> None:
    crowd = _crowd()
    _prepare(crowd, "ideas", "Noch nicht verraten")
    state = crowd.now()
    [prepared] = state.exercises.values()
    assert state.current is None
    for who in (Onlooker.PROJECTOR, Sender("somebody", "a secret", False)):
        assert as_seen_by(prepared, who) is None
    assert "Noch nicht verraten" not in seen(opened(crowd.room.workshop, "projector"))


def test_the_projector_s_next_begins_what_was_prepared_with_what_is_there_then() -> None:
    crowd = _crowd()
    _prepare(crowd, "ideas", "Was fehlt?", 12)
    _prepare(crowd, "first", "Wofür geben Sie Punkte?")
    tab = opened(crowd.room.workshop, "projector")
    pressed(tab, "projector-next")
    assert crowd.now().room.agenda.current == "talk"
    pressed(tab, "projector-next")
    current = crowd.now().current
    assert current is not None
    assert (current.exercise.question, current.exercise.timer.length) == ("Was fehlt?", 12 * 60)
    assert current.exercise.options == phases_as_options(kept(crowd.room.workshop), DE)
    crowd.says(0, "Schneller antworten", "Offen reden", place=PHASE)
    pressed(pressed(tab, "projector-reveal"), "projector-next")
    current = crowd.now().current
    assert current is not None
    assert (current.exercise.question, current.exercise.kind) == ("Wofür geben Sie Punkte?", VOTE)
    assert [option.words for option in current.exercise.options] == ["Schneller antworten", "Offen reden"]


def test_the_facilitator_starts_what_was_prepared_or_asks_something_else() -> None:
    crowd = _crowd()
    pressed(_agenda(crowd), "room-item-go:talk")
    _prepare(crowd, "talk", "Was fehlt?")
    tab = on_view(_agenda(crowd), "live_room", "exercises")
    assert "room-start" not in keys(tab)
    assert "room-start" in keys(unfolded(tab, "room-other"))
    pressed(tab, "room-start-prepared")
    current = crowd.now().current
    assert current is not None
    assert (current.exercise.question, current.exercise.stage) == ("Was fehlt?", ExerciseStage.SILENT)
    assert len(crowd.now().exercises) == 1


def test_what_has_nothing_to_choose_from_yet_waits_and_says_so() -> None:
    crowd = _crowd()
    _prepare(crowd, "first", "Was zuerst?")
    tab = pressed(_agenda(crowd), "room-item-go:first")
    tab = on_view(tab, "live_room", "exercises")
    assert text("live_room.lacks.vote", DE) in seen(tab)
    assert "room-start-prepared" not in keys(tab)
    tab = pressed(on_page(tab, "projector"), "projector-next")
    assert crowd.now().current is None
    assert _prepared(crowd, "first").stage is ExerciseStage.PREPARED


def test_scores_are_prepared_for_each_persona_and_touchpoints_of_then() -> None:
    crowd = _crowd()
    store().rooms.steer(crowd.room.id, lambda room: room.model_copy(update={"agenda": Agenda(items=(
        AgendaItem(id="feel", title="Gefühl", exercise=FEEL),)) }))  # fmt: skip
    _prepare(crowd, "feel", "Wie ist das?")
    assert _prepared(crowd, "feel").options == ()
    workshop = kept(crowd.room.workshop)
    change = change_of(put(workshop, a_touchpoint("Telefon", id="t1")))
    assert change is not None
    held = store().open(crowd.room.workshop)
    store().save(crowd.room.workshop, change, held.versions, "Alma")
    pressed(opened(crowd.room.workshop, "projector"), "projector-next")
    current = crowd.now().current
    assert current is not None
    assert [option.words for option in current.exercise.options] == ["Telefon"]


def test_an_item_that_goes_takes_its_exercise_along_and_so_does_another_agenda() -> None:
    crowd = _crowd()
    _prepare(crowd, "ideas", "Eins")
    _prepare(crowd, "first", "Zwei")
    pressed(_agenda(crowd), "room-item-remove:ideas")
    assert [each.exercise.question for each in crowd.now().exercises.values()] == ["Zwei"]
    tab = _agenda(crowd)
    pressed(tab, _key(tab, "room-ready:"))
    assert crowd.now().exercises == {}


def test_an_item_without_an_exercise_gets_one() -> None:
    crowd = _crowd()
    tab = pressed(_agenda(crowd), "room-item-prepare:talk")
    chosen(tab, _key(tab, "room-kind:prepared:"), GROUP)
    pressed(tab, "room-prepare-keep:talk")
    held = crowd.now().room.agenda.item("talk")
    assert held is not None
    assert (held.exercise, held.collects, _prepared(crowd, "talk").kind) == (GROUP, None, GROUP)
