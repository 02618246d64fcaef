"""What stands on the projector: nothing to steer in sight, nothing private, and what the keys do."""

import pytest
from streamlit.testing.v1 import AppTest

from journey.live import (
    Agenda,
    AgendaItem,
    CastDot,
    Collected,
    ExerciseKind,
    ExerciseStage,
    GuessRate,
    MergeCards,
    Naming,
    Option,
    RoomLife,
    fresh_groups,
    phases_as_options,
    ready_agendas,
    revealed,
)
from journey.model import Language, new_id
from journey.store import StoreUnavailable
from journey.store.rooms import Rooms
from journey.texts import text
from tests.builders import a_count, a_workshop
from tests.ui.app import html, kept, keys, opened, pressed, run, seen, store, stored
from tests.ui.awkward import HTML, TYPED
from tests.ui.room.people import Crowd
from ui.projector import remote
from ui.state import session

DE = Language.DE
KEYS = {"projector-next", "projector-reveal", "projector-pause"}


def _projected(crowd: Crowd) -> AppTest:
    return opened(crowd.room.workshop, "projector")


def test_while_people_join_the_code_and_who_is_there_are_shown() -> None:
    crowd = Crowd.of(stored(a_workshop()), "Petra")
    tab = _projected(crowd)
    code = crowd.room.code
    assert f"{code[:4]} {code[4:]}" in html(tab)
    assert f"/join/{code}" in html(tab)
    assert "<li>Petra</li>" in html(tab)
    assert keys(tab) & KEYS == KEYS
    assert {"frame:undo", "language", "room-start"}.isdisjoint(keys(tab))


def test_a_locked_room_shows_no_code_and_a_closed_one_says_thank_you() -> None:
    crowd = Crowd.of(stored(a_workshop()), "Petra")
    store().rooms.steer(crowd.room.id, lambda room: room.model_copy(update={"locked": True}))
    tab = _projected(crowd)
    assert crowd.room.code not in html(tab)
    assert text("projector.locked", DE) in html(tab)
    store().rooms.close_room(crowd.room.id)
    assert text("projector.closed", DE) in html(run(tab))


def test_the_reveal_and_the_clock_obey_their_keys_in_silence_alone() -> None:
    crowd = Crowd.of(stored(a_workshop()), "Petra")
    tab = _projected(crowd)
    assert tab.button(key="projector-reveal").disabled
    crowd.asked(ExerciseKind.COLLECT, question="Was fehlt?", minutes=2)
    run(tab)
    assert "Was fehlt?" in html(tab)
    assert tab.button(key="projector-next").disabled, "what people write in silence is not cut off by a key"
    pressed(tab, "projector-pause")
    assert crowd.now().current.exercise.timer.running_since is None  # type: ignore[union-attr]
    pressed(tab, "projector-reveal")
    assert crowd.now().current.exercise.stage is ExerciseStage.REVEALED  # type: ignore[union-attr]
    assert tab.button(key="projector-reveal").disabled


def test_what_the_database_refuses_in_the_middle_of_an_act_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> None:
        raise StoreUnavailable("locked")

    items = (AgendaItem(id=new_id(), title="Worum geht es?", exercise=ExerciseKind.COLLECT, collects=Collected.GOALS),)
    crowd = Crowd.of(stored(a_workshop()), "Petra", agenda=Agenda(items=items))
    tab = _projected(crowd)
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Rooms, "add_exercise", locked)
        pressed(tab, "projector-next")
    assert [error.value for error in tab.error] == [text("store.unavailable.locked", DE)]
    assert not run(tab).error


@pytest.mark.parametrize("naming", Naming)
def test_guesses_stand_on_the_wall_beside_the_measured(naming: Naming) -> None:
    phases = phases_as_options(kept(stored(a_workshop())), DE)
    counts = [a_count(100, phases[0].id, period="Mai"), a_count(40, phases[1].id, period="Mai")]
    crowd = Crowd.of(stored(a_workshop(counts=counts)), "Petra", "Jonas", naming=naming)
    crowd.asked(ExerciseKind.ESTIMATE, *phases[1:])
    for person, share in enumerate((80, 45)):
        crowd.does(person, GuessRate(id=new_id(), phase=phases[1].id, share=share))
    tab = _projected(crowd)
    assert "<i style='left:" not in html(tab)
    pressed(tab, "projector-reveal")
    assert text("projector.measured", DE, share="40\u202f%") in html(tab)
    assert html(tab).count("<i style='left:") == 2
    assert (text("projector.closest", DE, names="Jonas") in html(tab)) is (naming is Naming.NAMES)


def test_a_long_vote_is_a_wall_of_rows_with_their_places() -> None:
    crowd = Crowd.of(stored(a_workshop()), "Petra")
    options = [Option(id=f"option-{number}", words=f"Sache {number} {HTML}") for number in range(30)]
    crowd.asked(ExerciseKind.VOTE, *options, budget=2)
    for dot in (1, 2):
        crowd.does(0, CastDot(id=new_id(), dot=dot, option=f"option-{dot}"))
    tab = _projected(crowd)
    assert "Sache" not in html(tab)
    pressed(tab, "projector-reveal")
    shown = html(tab)
    assert shown.count("data-place='1'") == 2
    assert shown.count(text("charts.votes.tied", DE, votes="1", place="1")) == 2
    assert all(f"Sache {number} " in shown for number in range(30))
    assert HTML not in shown


def test_from_grouping_one_goes_on_without_a_reveal() -> None:
    crowd = Crowd.of(stored(a_workshop()), "Petra")
    crowd.asked(ExerciseKind.GROUP, Option(id="card-00001", words="Plakat"))
    tab = _projected(crowd)
    assert (tab.button(key="projector-reveal").disabled, tab.button(key="projector-next").disabled) == (True, False)
    assert "Plakat" in html(tab)


def test_next_walks_through_the_agenda_and_starts_its_exercises() -> None:
    agenda = ready_agendas(DE)[0].agenda
    crowd = Crowd.of(stored(a_workshop()), "Petra", agenda=agenda)
    tab = _projected(crowd)
    for item in agenda.items[:3]:
        pressed(tab, "projector-next")
        assert crowd.now().room.agenda.current == item.id
        current = crowd.now().current
        if item.exercise is ExerciseKind.COLLECT and item.collects is Collected.GOALS:
            assert current is not None
            assert current.exercise.question == text("live_room.asks.goals", DE)
            pressed(tab, "projector-reveal")


def test_words_of_people_come_out_as_letters() -> None:
    crowd = Crowd.of(stored(a_workshop()), "<img src=x>")
    crowd.asked(ExerciseKind.COLLECT, collects=Collected.GOALS, question=HTML)
    crowd.says(0, *TYPED[:3])
    tab = pressed(_projected(crowd), "projector-reveal")
    assert HTML not in html(tab)
    assert "<img src=x" not in html(tab)
    assert HTML in seen(tab) or "<b id=mark>" not in html(tab)
    assert crowd.now().room.life is RoomLife.OPEN


def test_merged_cards_are_one_card_that_counts() -> None:
    crowd = Crowd.of(stored(a_workshop()), "Petra")
    exercise = crowd.asked(ExerciseKind.COLLECT, collects=Collected.GOALS)
    crowd.says(0, "Mehr Anfragen", "Mehr Anfragen!")
    pressed(_projected(crowd), "projector-reveal")
    _merge_all(crowd, exercise)
    shown = html(_projected(crowd))
    assert "×2" in shown
    assert "Anfragen!" not in shown


def _merge_all(crowd: Crowd, exercise: str) -> None:
    cards = tuple(crowd.now().exercises[exercise].cards)
    store().rooms.act_as_facilitator(crowd.room.id, exercise, MergeCards(id=new_id(), group=new_id(), cards=cards))


def test_merged_cards_have_the_names_of_all_the_small_groups_that_wrote_one() -> None:
    crowd = Crowd.of(stored(a_workshop()))
    store().rooms.steer(crowd.room.id, lambda room: room.split(fresh_groups(["Nord", "Süd"])))
    crowd.comes("Petra")
    crowd.comes("Ralf")
    exercise = crowd.asked(ExerciseKind.COLLECT, in_groups=True)
    crowd.says(0, "Niemand ruft zurück", "Keiner ruft zurück")
    crowd.says(1, "Rückruf fehlt")
    store().rooms.revise_exercise(crowd.room.id, exercise, lambda each: revealed(each, crowd.room.opened_at))
    _merge_all(crowd, exercise)
    assert "<small>Nord · Süd</small>" in html(_projected(crowd))


def test_cards_of_small_groups_come_together_with_the_group_s_name() -> None:
    crowd = Crowd.of(stored(a_workshop()))
    store().rooms.steer(crowd.room.id, lambda room: room.split(fresh_groups(["Nord & Süd"])))
    crowd.comes("Petra")
    exercise = crowd.asked(ExerciseKind.COLLECT, in_groups=True)
    crowd.says(0, "Niemand ruft zurück")
    store().rooms.revise_exercise(crowd.room.id, exercise, lambda each: revealed(each, crowd.room.opened_at))
    assert "Niemand ruft zurück<small>Nord &amp; Süd</small>" in html(_projected(crowd))


def test_a_window_that_was_told_while_a_part_ran_is_seen_by_the_next_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit takes such a message in without a run of the page."""
    session.set_value("session", session.TabState(browser="projector"))
    monkeypatch.setattr(remote, "_MOUNT", lambda **_: None)
    session.set_value(remote._KEY, {"room": "1280x720"})
    assert remote.listen() == (1_280, 720)
    assert not remote.is_another()
    session.set_value(remote._KEY, {"room": "1920x1080"})
    assert remote.is_another()
