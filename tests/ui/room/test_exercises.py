"""From the question to the workshop: exercises are started, revealed, grouped and taken over, and one undo takes all back."""

import re
from datetime import date

import pytest
from streamlit.runtime.scriptrunner import RerunData, RerunException
from streamlit.testing.v1 import AppTest

from journey.live import (
    CastDot,
    Collected,
    Commit,
    CountHands,
    ExerciseKind,
    ExerciseStage,
    GiveOpinion,
    GuessRate,
    Naming,
    Opinion,
    Option,
    RoomLife,
    ScoreTouchpoint,
    personas_as_options,
    phases_as_options,
    steps_as_options,
    touchpoints_as_options,
)
from journey.model import Emotion, Language, new_id
from journey.texts import text
from tests.builders import PHASE, a_count, a_persona, a_touchpoint, a_workshop
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
    sample,
    seen,
    store,
    stored,
    typed,
    unfolded,
)
from tests.ui.room.people import Crowd
from ui.state import session

DE = Language.DE
COLLECT, GROUP, FEEL, VOTE, CHECK = (
    ExerciseKind.COLLECT, ExerciseKind.GROUP, ExerciseKind.FEEL, ExerciseKind.VOTE, ExerciseKind.CHECK,
)  # fmt: skip


def _steering(crowd: Crowd) -> AppTest:
    return on_view(opened(crowd.room.workshop, "live_room"), "live_room", "exercises")


def _key(tab: AppTest, start: str) -> str:
    return next(key for key in sorted(keys(tab)) if key.startswith(start))


def _phases(workshop: str) -> tuple[str, ...]:
    return tuple(option.id for option in phases_as_options(kept(workshop), DE))


def test_an_exercise_is_started_with_its_question_minutes_and_places() -> None:
    workshop = stored(a_workshop())
    crowd = Crowd.of(workshop, "Petra")
    tab = _steering(crowd)
    question = _key(tab, "room-question:")
    assert tab.text_input(key=question).value == text("live_room.asks.touchpoints", DE)
    tab.text_input(key=question).set_value("Wo begegnen sie uns?")
    chosen(tab, _key(tab, "room-minutes:"), 3)
    pressed(tab, "room-start")
    current = crowd.now().current
    assert current is not None
    exercise = current.exercise
    assert (exercise.kind, exercise.collects, exercise.stage) == (COLLECT, Collected.TOUCHPOINTS, ExerciseStage.SILENT)
    assert (exercise.question, exercise.minutes, exercise.timer.length) == ("Wo begegnen sie uns?", 3, 180)
    assert tuple(option.id for option in exercise.options) == _phases(workshop)
    assert "Wo begegnen sie uns?" in html(tab)


def test_before_the_reveal_the_facilitator_sees_counts_and_no_word() -> None:
    workshop = stored(a_workshop())
    crowd = Crowd.of(workshop, "Petra", "Jonas")
    crowd.asked(COLLECT, *phases_as_options(kept(workshop), DE), collects=Collected.TOUCHPOINTS)
    crowd.says(0, "Geheimnisvolles Plakat", place=PHASE)
    crowd.says(1, "Verstecktes Schaufenster", place=PHASE)
    for page in ("live_room", "projector"):
        tab = _steering(crowd) if page == "live_room" else opened(workshop, "projector")
        assert text("live_room.cards.many", DE, count="2") in html(tab)
        assert text("live_room.ready", DE, ready="0", people="2") in html(tab)
        assert not [word for word in ("Geheimnis", "Versteckt") if word in seen(tab)]
    pressed(_steering(crowd), "room-reveal")
    assert "Geheimnisvolles Plakat" in seen(_steering(crowd))
    assert "Geheimnisvolles Plakat" in seen(opened(workshop, "projector"))


def test_the_timer_stands_goes_on_and_gets_a_minute_more() -> None:
    crowd = Crowd.of(stored(a_workshop()), "Petra")
    crowd.asked(COLLECT, minutes=2)
    tab = pressed(_steering(crowd), "room-timer_pause")
    timer = crowd.now().current.exercise.timer  # type: ignore[union-attr]
    assert timer.running_since is None
    assert text("live_room.stands", DE) in html(tab)
    pressed(pressed(tab, "room-minute"), "room-timer_on")
    timer = crowd.now().current.exercise.timer  # type: ignore[union-attr]
    assert timer.length == 180
    assert timer.running_since is not None


def test_what_is_chosen_is_merged_named_parted_and_all_of_it_taken_over_and_taken_back() -> None:
    workshop = stored(a_workshop())
    crowd = Crowd.of(workshop, "Petra", "Jonas")
    exercise = crowd.asked(COLLECT, *phases_as_options(kept(workshop), DE), collects=Collected.TOUCHPOINTS)
    crowd.says(0, "Plakat", "Anzeige", place=PHASE)
    crowd.says(1, "Plakate", place=PHASE)
    tab = pressed(_steering(crowd), "room-reveal")
    assert text("live_room.proposed.one", DE, count="1") in html(tab)
    pressed(tab, _key(tab, "room-merge-proposed:"))
    [group] = crowd.now().exercises[exercise].groups
    assert len(group.cards) == 2
    assert "Plakat ×2 · Petra · Jonas" in markdown(tab)
    assert text("live_room.waiting.many", DE, count="2") in seen(tab)
    pick = f"room-pick:{exercise}:{PHASE}"
    chosen(tab, pick, [group.cards[0]])
    typed(tab, f"room-group-name:{group.id}", "Werbung draußen")
    assert crowd.now().exercises[exercise].groups[0].name == "Werbung draußen"
    chosen(tab, pick, [group.cards[0]])
    pressed(tab, f"room-part:{exercise}")
    assert crowd.now().exercises[exercise].groups == ()
    pressed(tab, f"room-take:{exercise}")
    assert sorted(card.title for card in kept(workshop).touchpoints) == ["Anzeige", "Plakat", "Plakate"]
    assert tab.button(key=f"room-take:{exercise}").disabled
    pressed(tab, "frame:undo")
    assert kept(workshop).touchpoints == ()
    assert kept(workshop).sources == ()


def test_what_is_grouped_is_shown_from_the_start_and_needs_no_reveal() -> None:
    crowd = Crowd.of(stored(a_workshop()), "Petra")
    cards = [Option(id=f"card-{number:05}", words=words) for number, words in enumerate(("Plakat", "Plakate"))]
    exercise = crowd.asked(GROUP, *cards, collects=Collected.GOALS)
    tab = _steering(crowd)
    assert "room-reveal" not in keys(tab)
    assert "room-timer_pause" in keys(tab)
    assert text("live_room.stage.together", DE) in html(tab)
    pressed(tab, _key(tab, "room-merge-proposed:"))
    assert len(crowd.now().exercises[exercise].groups) == 1
    pressed(tab, f"room-take:{exercise}")
    assert [goal.title for goal in kept(crowd.room.workshop).goals] == ["Plakat"]


def test_a_click_that_crosses_the_clock_is_done_all_the_same_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of the page asks for its next run while the callback of the click is at work: Streamlit ends it there."""
    crowd = Crowd.of(stored(a_workshop()), "Petra")
    cards = [Option(id=f"card-{number:05}", words=words) for number, words in enumerate(("Plakat", "Plakate"))]
    exercise = crowd.asked(GROUP, *cards, collects=Collected.GOALS)
    tab = _steering(crowd)
    ends = iter([RerunException(RerunData())])
    through = session.set_value

    def crossed(key: str, value: object) -> None:
        if key.startswith("room-pick:") and (end := next(ends, None)):
            raise end
        through(key, value)

    monkeypatch.setattr(session, "set_value", crossed)
    pressed(tab, _key(tab, "room-merge-proposed:"))
    assert next(ends, None) is None
    assert len(crowd.now().exercises[exercise].groups) == 1


def test_chosen_cards_alone_are_taken_over() -> None:
    workshop = stored(a_workshop())
    crowd = Crowd.of(workshop, "Petra")
    exercise = crowd.asked(COLLECT, collects=Collected.GOALS)
    crowd.says(0, "Mehr Anfragen", "Mehr Empfehlungen")
    tab = pressed(_steering(crowd), "room-reveal")
    card = next(one.id for one in crowd.now().exercises[exercise].cards.values() if "Anfragen" in one.words)
    chosen(tab, f"room-pick:{exercise}:", [card])
    pressed(tab, f"room-take:{exercise}")
    assert [goal.title for goal in kept(workshop).goals] == ["Mehr Anfragen"]
    assert text("live_room.waiting.one", DE, count="1") in seen(tab)


def test_cards_without_a_phase_come_into_none_by_themselves_and_into_the_one_that_is_chosen() -> None:
    workshop = stored(a_workshop())
    crowd = Crowd.of(workshop, "Petra")
    exercise = crowd.asked(COLLECT, *phases_as_options(kept(workshop), DE), collects=Collected.TOUCHPOINTS)
    crowd.says(0, "Plakat", place=PHASE)
    crowd.says(0, "Irgendwo")
    tab = pressed(pressed(_steering(crowd), "room-reveal"), f"room-take:{exercise}")
    assert [(card.title, card.phase) for card in kept(workshop).touchpoints] == [("Plakat", PHASE)]
    assert text("live_room.others_stay.one", DE, count="1") in [each.value.split(". ", 2)[-1] for each in tab.toast]
    assert tab.button(key=f"room-take:{exercise}").disabled
    assert text("live_room.others.need", DE) in seen(tab)
    last = _phases(workshop)[-1]
    for key in (f"ideas-others:{exercise}", f"room-others:{exercise}"):
        tab = on_view(tab, "live_room", "ideas" if key.startswith("ideas") else "exercises")
        chosen(tab, key, last)
        pressed(tab, f"idea-take:{exercise}" if key.startswith("ideas") else f"room-take:{exercise}")
        assert [card.phase for card in kept(workshop).touchpoints if card.title == "Irgendwo"] == [last]
        tab = pressed(tab, "frame:undo")


def test_feelings_are_drawn_with_their_spread_and_the_median_is_taken_over() -> None:
    workshop = stored(a_workshop(touchpoints=[a_touchpoint("Plakat", id="t0"), a_touchpoint("Anruf", id="t1")]))
    crowd = Crowd.of(workshop, "Petra", "Jonas", "Mehmet")
    exercise = crowd.asked(FEEL, *touchpoints_as_options(kept(workshop)))
    for person, (poster, call) in enumerate([(-2, 1), (2, 1), (1, 1)]):
        for touchpoint, score in (("t0", poster), ("t1", call)):
            crowd.does(person, ScoreTouchpoint(id=new_id(), touchpoint=touchpoint, emotion=Emotion(score)))
    tab = pressed(_steering(crowd), "room-reveal")
    assert text("charts.alt.felt", DE) in seen(tab)
    assert text("live_room.apart", DE, names="Plakat") in seen(tab)
    pressed(tab, f"room-take:{exercise}")
    assert {card.id: card.emotion for card in kept(workshop).touchpoints} == {"t0": Emotion.GOOD, "t1": Emotion.GOOD}
    pressed(tab, "frame:undo")
    assert {card.emotion for card in kept(workshop).touchpoints} == {None}


def test_where_each_persona_has_a_curve_it_is_said_whose_it_is() -> None:
    touchpoint = a_touchpoint("Plakat", id="t0")
    workshop = stored(
        a_workshop(touchpoints=[touchpoint], personas=[a_persona("<b>Alma", id="p0"), a_persona("Bert", id="p1")])
    )
    crowd = Crowd.of(workshop, "Petra")
    personas = personas_as_options(kept(workshop))
    crowd.asked(FEEL, *touchpoints_as_options(kept(workshop)), personas=personas)
    for one in personas:
        crowd.does(0, ScoreTouchpoint(id=new_id(), touchpoint="t0", persona=one.id, emotion=Emotion.GOOD))
    pressed(_steering(crowd), "room-reveal")
    for tab in (_steering(crowd), opened(workshop, "projector")):
        [legend] = re.findall(r"j-whose'>(.*?)</ul>", html(tab))
        assert [*re.findall(r"</i>(.*?)</li>", legend)] == ["&lt;b&gt;Alma", "Bert"]
        assert len(set(re.findall(r"border-color: (#\w+)", legend))) == 2


def test_a_vote_has_the_proposed_dots_and_its_ties_are_shown() -> None:
    workshop = stored(a_workshop())
    crowd = Crowd.of(workshop, "Petra", "Jonas")
    former = crowd.asked(COLLECT, collects=Collected.OPPORTUNITIES)
    crowd.says(0, "A", "B", "C", "D", "E", "F", "G", "H")
    pressed(_steering(crowd), "room-reveal")
    tab = _steering(crowd)
    chosen(tab, _key(tab, "room-kind:"), VOTE)
    assert tab.number_input(key=_key(tab, "room-budget:")).value == 2
    pressed(tab, "room-start")
    state = crowd.now()
    assert state.exercises[former].exercise.stage is ExerciseStage.DONE
    vote = state.current.exercise  # type: ignore[union-attr]
    assert (vote.kind, vote.budget, len(vote.options)) == (VOTE, 2, 8)
    first, second = vote.options[0].id, vote.options[1].id
    crowd.does(0, CastDot(id=new_id(), dot=1, option=first))
    crowd.does(1, CastDot(id=new_id(), dot=1, option=second))
    tab = run(_steering(crowd))
    assert text("live_room.dots.many", DE, count="2") in html(tab)
    pressed(tab, "room-reveal")
    assert text("charts.votes.tied", DE, votes="1", place="1") in seen(tab)


def test_hands_and_people_without_a_phone_count() -> None:
    workshop = sample("b2b-software-de")
    crowd = Crowd.of(workshop, "Petra")
    tab = _steering(crowd)
    chosen(tab, _key(tab, "room-kind:"), CHECK)
    pressed(tab, "room-start")
    exercise = crowd.now().room.current or ""
    tab = unfolded(_steering(crowd), "room-for")
    chosen(tab, f"room-hands:{exercise}:{Opinion.AGREE.value}", 5)
    typed(tab, "room-add-person", "Herr Kruse")
    [by_hand] = [one for one in crowd.now().participants.values() if one.by_hand]
    chosen(tab, f"room-for-opinion:{exercise}:{by_hand.id}", Opinion.DISAGREE)
    current = crowd.now().exercises[exercise]
    assert current.hands == {Opinion.AGREE.value: 5}
    assert dict(current.opinions) == {by_hand.id: Opinion.DISAGREE}
    crowd.does(0, GiveOpinion(id=new_id(), opinion=Opinion.AGREE))
    tab = pressed(_steering(crowd), "room-reveal")
    assert f"{text('live_room.opinion.agree', DE)}: 6." in seen(tab)
    pressed(tab, f"room-take:{exercise}")
    assert len(kept(workshop).answers) == 1


def test_words_that_the_browser_sends_a_second_time_are_one_card_and_one_person() -> None:
    """A part that runs by itself may send the line's former words before the browser has heard that they are used."""
    crowd = Crowd.of(stored(a_workshop()), "Petra")
    exercise = crowd.asked(COLLECT, collects=Collected.GOALS)
    tab = unfolded(_steering(crowd), "room-for")
    for _ in range(2):
        typed(tab, "room-add-person", "Herr Kruse")
        typed(tab, f"room-for-card:{exercise}", "Plakat")
    assert [one.name for one in crowd.now().participants.values() if one.by_hand] == ["Herr Kruse"]
    assert [card.words for card in crowd.now().exercises[exercise].cards.values()] == ["Plakat"]
    typed(tab, f"room-for-card:{exercise}", "Anruf")
    assert len(crowd.now().exercises[exercise].cards) == 2


def test_after_the_reveal_the_facilitator_writes_what_is_said_aloud_and_from_where_it_is_known() -> None:
    crowd = Crowd.of(stored(a_workshop()), "Petra")
    exercise = crowd.asked(COLLECT, collects=Collected.EVIDENCE)
    tab = unfolded(pressed(_steering(crowd), "room-reveal"), "room-for")
    typed(tab, f"room-for-whence:{exercise}", "Umfrage 2026")
    typed(tab, f"room-for-card:{exercise}", "Viele zahlen bar")
    typed(tab, f"room-for-card:{exercise}", "Niemand liest die Tafel")
    said = [(card.words, card.detail) for card in crowd.now().exercises[exercise].cards.values()]
    assert said == [("Viele zahlen bar", "Umfrage 2026"), ("Niemand liest die Tafel", "")]
    pressed(_steering(crowd), "room-finish")
    assert "room-for" not in keys(_steering(crowd))
    crowd.asked(VOTE, Option(id="card-00001", words="Plakat"))
    assert "room-for" not in keys(pressed(_steering(crowd), "room-reveal"))


def test_in_an_anonymous_room_the_facilitator_acts_with_the_guest_s_secret() -> None:
    workshop = stored(a_workshop(touchpoints=[a_touchpoint("Plakat", id="t0")]))
    crowd = Crowd.of(workshop, naming=Naming.ANONYMOUS)
    exercise = crowd.asked(FEEL, *touchpoints_as_options(kept(workshop)))
    tab = unfolded(_steering(crowd), "room-for")
    pressed(tab, "room-add-guest")
    key = _key(tab, f"room-for-score:{exercise}:")
    chosen(tab, key, Emotion.BAD)
    scores = crowd.now().exercises[exercise].scores["t0", ""]
    assert list(scores.values()) == [Emotion.BAD]
    assert set(scores).isdisjoint(crowd.now().participants)


@pytest.mark.parametrize(
    ("kind", "lacks"), [(GROUP, "group"), (FEEL, "feel"), (VOTE, "vote"), (CHECK, "check")], ids=str
)
def test_an_exercise_that_has_nothing_to_be_about_says_what_is_missing(kind: ExerciseKind, lacks: str) -> None:
    tab = _steering(Crowd.of(stored(a_workshop())))
    chosen(tab, _key(tab, "room-kind:"), kind)
    assert text(f"live_room.lacks.{lacks}", DE) in seen(tab)
    assert "room-start" not in keys(tab)


def test_feelings_may_be_asked_for_each_persona() -> None:
    people = [a_persona("Anna", id="p0"), a_persona("Ben", id="p1")]
    crowd = Crowd.of(stored(a_workshop(personas=people, touchpoints=[a_touchpoint("Plakat", id="t0")])))
    tab = _steering(crowd)
    chosen(tab, _key(tab, "room-kind:"), FEEL)
    chosen(tab, _key(tab, "room-each:"), True)
    pressed(tab, "room-start")
    assert [one.words for one in crowd.now().current.exercise.personas] == ["Anna", "Ben"]  # type: ignore[union-attr]


def test_what_was_said_in_a_closed_room_is_still_taken_over() -> None:
    workshop = stored(a_workshop())
    crowd = Crowd.of(workshop, "Petra")
    exercise = crowd.asked(COLLECT, collects=Collected.GOALS)
    crowd.says(0, "Mehr Anfragen")
    store().rooms.close_room(crowd.room.id)
    tab = _steering(crowd)
    assert crowd.now().room.life is RoomLife.CLOSED
    assert "room-start" not in keys(tab)
    pressed(tab, f"room-take:{exercise}")
    assert [goal.title for goal in kept(workshop).goals] == ["Mehr Anfragen"]


def test_hands_of_a_vote_are_told_beside_its_dots() -> None:
    workshop = stored(a_workshop(touchpoints=[a_touchpoint("Plakat", id="t0"), a_touchpoint("Anruf", id="t1")]))
    crowd = Crowd.of(workshop, "Petra")
    exercise = crowd.asked(VOTE, *touchpoints_as_options(kept(workshop)), budget=1)
    crowd.does(0, CastDot(id=new_id(), dot=1, option="t0"))
    store().rooms.act_as_facilitator(crowd.room.id, exercise, CountHands(id=new_id(), choice="t0", hands=3))
    tab = pressed(_steering(crowd), "room-reveal")
    assert text("charts.votes.place", DE, votes="4", place="1") in seen(tab)


@pytest.mark.parametrize(("naming", "told"), [(Naming.NAMES, True), (Naming.ALIASES, False)])
def test_guesses_stand_beside_the_measured_and_who_was_closest_is_told_by_name_alone(
    naming: Naming, told: bool
) -> None:
    phases = _phases(stored(a_workshop()))
    counts = [a_count(100, phases[0], period="Mai"), a_count(40, phases[1], period="Mai")]
    workshop = stored(a_workshop(counts=counts))
    crowd = Crowd.of(workshop, "Petra", "Jonas", naming=naming)
    crowd.asked(ExerciseKind.ESTIMATE, *steps_as_options(kept(workshop), DE))
    for person, share in enumerate((80, 45)):
        crowd.does(person, GuessRate(id=new_id(), phase=phases[1], share=share))
    tab = pressed(_steering(crowd), "room-reveal")
    assert text("charts.alt.guesses", DE, count=1) in seen(tab)
    assert "Gemessen 40,0\u202f%" in seen(tab)
    shown = crowd.now().current.exercise  # type: ignore[union-attr]
    assert [(step.phase, step.share) for step in shown.measured] == [(phases[1], 40.0)]
    assert (text("live_room.closest", DE) in seen(tab)) is told
    if told:
        rows = html(tab)
        assert rows.index("<th scope='row'>Jonas") < rows.index("<th scope='row'>Petra")


def test_commitments_become_actions_with_owner_and_day() -> None:
    workshop = stored(a_workshop())
    crowd = Crowd.of(workshop, "Petra")
    exercise = crowd.asked(ExerciseKind.COMMIT)
    crowd.does(0, Commit(id=new_id(), card=new_id(), what="Plakat prüfen", who="Jonas", until=date(2027, 1, 15)))
    tab = pressed(_steering(crowd), "room-reveal")
    pressed(tab, f"room-take:{exercise}")
    [action] = kept(workshop).actions
    assert (action.title, action.owner, action.due) == ("Plakat prüfen", "Jonas", date(2027, 1, 15))


def test_cards_that_say_the_same_are_told_apart_so_that_both_can_be_chosen_and_merged() -> None:
    crowd = Crowd.of(stored(a_workshop()), "Petra", "Jonas")
    exercise = crowd.asked(COLLECT, collects=Collected.GOALS)
    crowd.says(0, "Wachsen")
    crowd.says(0, "Wachsen")
    tab = pressed(_steering(crowd), "room-reveal")
    offered = tab.get_by_key(f"room-pick:{exercise}:")
    assert len(set(offered.proto.options and [option.content for option in offered.proto.options])) == 2
    chosen(tab, f"room-pick:{exercise}:", list(crowd.now().exercises[exercise].cards))
    pressed(tab, f"room-merge:{exercise}")
    [group] = crowd.now().exercises[exercise].groups
    assert len(group.cards) == 2
