"""What is left of rooms on the page: looked at again, taken over or set aside later, taken away, erased."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from journey.live import (
    CastDot,
    Collected,
    Commit,
    CountHands,
    ExerciseKind,
    GiveOpinion,
    GuessRate,
    Naming,
    Opinion,
    Option,
    RoomRecord,
    ScoreTouchpoint,
    cards_as_options,
    finished,
    fresh_groups,
    phases_as_options,
    revealed,
    steps_as_options,
    touchpoints_as_options,
)
from journey.model import Emotion, Language, new_id
from journey.texts import text
from tests.builders import PHASE, a_touchpoint, a_workshop
from tests.ui.app import (
    chosen,
    html,
    kept,
    keys,
    markdown,
    on_view,
    opened,
    pressed,
    run,
    seen,
    store,
    stored,
    unfolded,
)
from tests.ui.awkward import HTML, MARKDOWN
from tests.ui.room.people import Crowd
from ui.room import keeping

DE, EN = Language.DE, Language.EN
COLLECT, VOTE, FEEL, CHECK = ExerciseKind.COLLECT, ExerciseKind.VOTE, ExerciseKind.FEEL, ExerciseKind.CHECK


def _view(workshop: str, view: str, language: Language = DE) -> AppTest:
    return on_view(opened(workshop, "live_room", language), "live_room", view)


def _done(crowd: Crowd) -> None:
    """The exercise that runs is over, and everybody has seen everything."""
    room, exercise = crowd.room, crowd.now().room.current or ""
    for deed in (revealed, finished):
        store().rooms.revise_exercise(room.id, exercise, lambda held, deed=deed: deed(held, room.opened_at))  # type: ignore[misc]


def _opportunities(crowd: Crowd, *words: str) -> str:
    places = phases_as_options(kept(crowd.room.workshop), DE)
    exercise = crowd.asked(COLLECT, *places, collects=Collected.OPPORTUNITIES, question="Was wäre besser?")
    crowd.says(0, *words, place=PHASE)
    _done(crowd)
    return exercise


def _cards(crowd: Crowd, exercise: str) -> dict[str, str]:
    return {card.words: card.id for card in crowd.now().exercises[exercise].cards.values()}


def _told(tab: AppTest, exercise: str) -> str:
    return html(unfolded(tab, f"room-told:{exercise}"))


def test_every_kind_of_exercise_can_be_looked_at_again() -> None:
    workshop = stored(a_workshop(touchpoints=[a_touchpoint("Telefon", id="t1")]))
    crowd = Crowd.of(workshop, "Petra", "Jonas")
    collected = _opportunities(crowd, "Schneller antworten", "Offen reden")
    first = _cards(crowd, collected)["Schneller antworten"]
    vote = crowd.asked(VOTE, *cards_as_options(crowd.now().exercises[collected], {}), question="Was zuerst?", budget=2)
    crowd.does(0, CastDot(id=new_id(), dot=1, option=first))
    store().rooms.act_as_facilitator(crowd.room.id, vote, CountHands(id=new_id(), choice=first, hands=4))
    _done(crowd)
    feel = crowd.asked(FEEL, *touchpoints_as_options(kept(workshop)))
    for person, score in enumerate((-2, 1)):
        crowd.does(person, ScoreTouchpoint(id=new_id(), touchpoint="t1", emotion=Emotion(score)))
    _done(crowd)
    [step, *_] = steps_as_options(kept(workshop), DE)
    estimate = crowd.asked(ExerciseKind.ESTIMATE, step)
    for person, share in enumerate((20, 40)):
        crowd.does(person, GuessRate(id=new_id(), phase=step.id, share=share))
    _done(crowd)
    check = crowd.asked(CHECK, question="Stimmt das?")
    crowd.does(0, GiveOpinion(id=new_id(), opinion=Opinion.DISAGREE))
    _done(crowd)
    promise = crowd.asked(ExerciseKind.COMMIT)
    crowd.does(1, Commit(id=new_id(), card=new_id(), what="Anrufen", who="Petra"))
    _done(crowd)
    tab = _view(workshop, "said")
    cards = _told(tab, collected)
    for words in ("Schneller antworten", "Offen reden", ">5<", ">Petra<", text("live_room.fates.waits", DE)):
        assert words in cards
    assert ">5<" in _told(tab, vote)
    assert "−0,5" in _told(tab, feel)
    assert "30 %" in _told(tab, estimate)
    assert text("live_room.opinion.disagree", DE) in _told(tab, check)
    assert ">Anrufen<" in _told(tab, promise)


def test_what_a_room_felt_and_voted_can_be_taken_as_a_picture() -> None:
    workshop = stored(a_workshop(touchpoints=[a_touchpoint("Telefon", id="t1")]))
    crowd = Crowd.of(workshop, "Petra", "Jonas")
    feel = crowd.asked(FEEL, *touchpoints_as_options(kept(workshop)))
    crowd.does(0, ScoreTouchpoint(id=new_id(), touchpoint="t1", emotion=Emotion.BAD))
    _done(crowd)
    check = crowd.asked(CHECK, question="Stimmt das?")
    crowd.does(0, GiveOpinion(id=new_id(), opinion=Opinion.DISAGREE))
    _done(crowd)
    tab = _view(workshop, "said")
    for exercise in (feel, check):
        unfolded(tab, f"room-told:{exercise}")
        shown = keys(unfolded(tab, f"picture-room-{exercise}"))
        assert {f"room-{exercise}:{kind}" for kind in ("png", "png_4x", "svg", "pdf")} <= shown


def test_what_a_room_says_stands_in_the_preview_of_tables_as_soon_as_it_is_said() -> None:
    workshop = stored(a_workshop())
    crowd = Crowd.of(workshop, "Petra")
    tab = unfolded(unfolded(_view(workshop, "said"), "take-home"), "export-look-zip")
    name = f"{text('exchange.sheet.scored', DE)}.csv"
    assert name not in html(tab)
    crowd.asked(CHECK, question="Stimmt das?")
    crowd.does(0, GiveOpinion(id=new_id(), opinion=Opinion.DISAGREE))
    _done(crowd)
    assert name in html(run(tab))


def test_a_room_before_the_last_one_can_be_looked_at_as_well() -> None:
    workshop = stored(a_workshop())
    first = Crowd.of(workshop, "Petra")
    exercise = _opportunities(first, "Vom ersten Mal")
    store().rooms.close_room(first.room.id)
    Crowd.of(workshop, "Jonas")
    tab = _view(workshop, "said")
    assert text("live_room.nothing_revealed", DE) in seen(tab)
    key = next(key for key in keys(tab) if key.startswith("room-past"))
    chosen(tab, key, first.room.id)
    assert "Vom ersten Mal" in _told(tab, exercise)


def test_nothing_is_told_before_it_is_revealed() -> None:
    crowd = Crowd.of(stored(a_workshop()), "Petra")
    crowd.asked(COLLECT, collects=Collected.GOALS)
    crowd.says(0, "Noch geheim")
    for view in ("said", "ideas"):
        assert "Noch geheim" not in seen(_view(crowd.room.workshop, view))
    assert b"Noch geheim" not in keeping.as_record(store().rooms, crowd.room.id)
    _done(crowd)
    assert b"Noch geheim" in keeping.as_record(store().rooms, crowd.room.id)


def _pick(tab: AppTest, exercise: str) -> str:
    """The key of the first row of an exercise's ideas to choose from; "" without any."""
    return min((key for key in keys(tab) if key.startswith(f"idea-pick:{exercise}")), default="")


def test_ideas_stand_in_groups_by_where_they_were_said_and_are_taken_together() -> None:
    crowd = Crowd.of(stored(a_workshop()), "Petra")
    places = [PHASE, "aida-plus.conversion"]
    options = [Option(id=each, words=each) for each in places]
    exercise = crowd.asked(COLLECT, *options, collects=Collected.TOUCHPOINTS)
    for place, words in ((places[1], "Anruf"), (places[0], "Plakat"), (places[1], "Brief")):
        crowd.says(0, words, place=place)
    _done(crowd)
    tab = _view(crowd.room.workshop, "ideas")
    rows = [pills.options for pills in tab.pills if (pills.key or "").startswith("idea-pick")]
    assert rows == [["Anruf", "Brief"], ["Plakat"]]
    for row, card in ((f"idea-pick:{exercise}:{places[1]}", "Brief"), (f"idea-pick:{exercise}:{places[0]}", "Plakat")):
        chosen(tab, row, [_cards(crowd, exercise)[card]])
    pressed(tab, f"idea-take:{exercise}")
    assert sorted(one.title for one in kept(crowd.room.workshop).touchpoints) == ["Brief", "Plakat"]
    assert _pick(tab, exercise) == f"idea-pick:{exercise}:{places[1]}"


def test_ideas_of_all_rooms_wait_until_they_are_taken_over_or_set_aside() -> None:
    workshop = stored(a_workshop())
    first, second = Crowd.of(workshop, "Petra"), Crowd.of(workshop, "Jonas")
    one, two = _opportunities(first, "Alt", "Älter"), _opportunities(second, "Neu")
    tab = _view(workshop, "ideas")
    assert _pick(tab, one)
    assert _pick(tab, two)
    chosen(tab, _pick(tab, one), [_cards(first, one)["Alt"]])
    pressed(tab, f"idea-take:{one}")
    assert [card.title for card in kept(workshop).opportunities] == ["Alt"]
    chosen(tab, _pick(tab, one), [_cards(first, one)["Älter"]])
    pressed(tab, f"idea-aside:{one}")
    assert not _pick(tab, one)
    pressed(tab, f"idea-take:{two}")
    assert [card.title for card in kept(workshop).opportunities] == ["Alt", "Neu"]
    assert text("live_room.ideas.none", DE) in seen(tab)
    unfolded(tab, "ideas-aside")
    chosen(tab, "ideas-aside-pick", [_cards(first, one)["Älter"]])
    pressed(tab, "ideas-back")
    assert _pick(tab, one)
    pressed(tab, f"idea-take:{one}")
    assert [card.title for card in kept(workshop).opportunities] == ["Alt", "Neu", "Älter"]


def test_what_was_set_aside_stays_open_while_one_after_the_other_is_brought_back() -> None:
    crowd = Crowd.of(stored(a_workshop()), "Petra")
    exercise = _opportunities(crowd, "Gut", "Unnütz", "Teuer")
    tab = _view(crowd.room.workshop, "ideas")
    cards = _cards(crowd, exercise)
    chosen(tab, _pick(tab, exercise), [cards["Unnütz"], cards["Teuer"]])
    pressed(tab, f"idea-aside:{exercise}")
    unfolded(tab, "ideas-aside")
    chosen(tab, "ideas-aside-pick", [cards["Teuer"]])
    pressed(tab, "ideas-back")
    assert tab.session_state["ideas-aside"]
    chosen(tab, "ideas-aside-pick", [cards["Unnütz"]])
    pressed(tab, "ideas-back")
    assert "ideas-back" not in keys(tab)


def test_taking_over_all_of_an_exercise_leaves_what_was_set_aside() -> None:
    crowd = Crowd.of(stored(a_workshop()), "Petra")
    exercise = _opportunities(crowd, "Gut", "Unnütz")
    tab = _view(crowd.room.workshop, "ideas")
    chosen(tab, _pick(tab, exercise), [_cards(crowd, exercise)["Unnütz"]])
    pressed(tab, f"idea-aside:{exercise}")
    pressed(_view(crowd.room.workshop, "exercises"), f"room-take:{exercise}")
    assert [card.title for card in kept(crowd.room.workshop).opportunities] == ["Gut"]
    assert text("live_room.fates.set_aside", DE) in _told(_view(crowd.room.workshop, "said"), exercise)


def test_an_idea_that_belongs_to_nothing_any_more_says_so_and_stays() -> None:
    crowd = Crowd.of(stored(a_workshop()), "Petra")
    exercise = crowd.asked(COLLECT, Option(id="gone", words="Weg"), collects=Collected.PERSONA_FACTS)
    crowd.says(0, "Niemand weiß, wer", place="gone")
    _done(crowd)
    tab = pressed(_view(crowd.room.workshop, "ideas"), f"idea-take:{exercise}")
    assert text("live_room.ideas.nowhere", DE) in [toast.value for toast in tab.toast]
    assert _pick(run(tab), exercise)


def test_a_closed_room_is_erased_from_here_and_what_was_taken_over_stays() -> None:
    workshop = stored(a_workshop())
    crowd = Crowd.of(workshop, "Petra")
    _opportunities(crowd, "Bleibt")
    tab = _view(workshop, "said")
    assert text("live_room.erase_open", DE) in seen(tab)
    store().rooms.close_room(crowd.room.id)
    pressed(_view(workshop, "ideas"), f"idea-take:{next(iter(crowd.now().exercises))}")
    pressed(_view(workshop, "said"), f"room-erase-now:{crowd.room.id}")
    assert store().rooms.of_workshop(workshop) == ()
    assert [card.title for card in kept(workshop).opportunities] == ["Bleibt"]


def test_a_room_is_taken_away_to_be_read_and_to_be_kept() -> None:
    crowd = Crowd.of(stored(a_workshop()), "Petra")
    _opportunities(crowd, "=1+1")
    tab = _view(crowd.room.workshop, "said", EN)
    assert {f"room-export:{crowd.room.id}", f"room-export_xlsx:{crowd.room.id}"} <= keys(tab)
    record = RoomRecord.model_validate_json(keeping.as_record(store().rooms, crowd.room.id))
    assert [card.words for each in record.state().exercises.values() for card in each.cards.values()] == ["=1+1"]
    data = keeping.as_workbook(store().rooms, crowd.room.id, kept(crowd.room.workshop), EN)
    assert [
        row[6] for row in load_workbook(BytesIO(data))["Said in the room"].iter_rows(min_row=2, values_only=True)
    ] == ["=1+1"]


@pytest.mark.parametrize("language", Language)
def test_an_anonymous_room_tells_nobody_s_name_afterwards(language: Language) -> None:
    crowd = Crowd.of(stored(a_workshop()), "", naming=Naming.ANONYMOUS)
    exercise = _opportunities(crowd, "Von wem auch immer")
    tab = _view(crowd.room.workshop, "said", language)
    assert "Von wem auch immer" in _told(tab, exercise)
    assert f"<th scope='col'>{text('live_room.author', language)}</th>" not in html(tab)


def test_what_people_typed_comes_out_as_letters() -> None:
    crowd = Crowd.of(stored(a_workshop()), MARKDOWN[:60], title=MARKDOWN)
    exercise = _opportunities(crowd, MARKDOWN, HTML)
    said = unfolded(_view(crowd.room.workshop, "said"), f"room-told:{exercise}")
    ideas = _view(crowd.room.workshop, "ideas")
    for tab in (said, ideas):
        live = ("**bold**", ":red[x]", ":material/home:", "http://elsewhere.example", "$a^2$")
        assert [words for words in markdown(tab) if any(mark in words for mark in live)] == []
        assert "<b id=mark" not in html(tab)


def test_votes_stand_with_the_small_group_that_said_what_was_voted_on() -> None:
    crowd = Crowd.of(stored(a_workshop()))
    store().rooms.steer(crowd.room.id, lambda room: room.split(fresh_groups(["Nord"])))
    crowd.comes("Petra")
    collected = _opportunities(crowd, "Schneller antworten")
    state = crowd.now()
    options = cards_as_options(state.exercises[collected], state.room.group_names)
    vote = crowd.asked(VOTE, *options)
    crowd.does(0, CastDot(id=new_id(), dot=1, option=options[0].id))
    _done(crowd)
    store().rooms.steer(crowd.room.id, lambda room: room.split(fresh_groups(["Ost"])))
    tab = unfolded(_view(crowd.room.workshop, "said"), f"room-told:{vote}")
    assert "Schneller antworten · Nord" in seen(tab)
