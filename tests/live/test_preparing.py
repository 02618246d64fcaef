"""Exercises made from the workshop and from what was said before."""

from datetime import date

from journey.critic import findings
from journey.live import (
    FACILITATOR,
    Collected,
    Exercise,
    ExerciseKind,
    ExerciseStage,
    Option,
    cards_as_options,
    checking,
    completed,
    exercise_for,
    findings_as_options,
    question_of,
    ready_agendas,
    steps_as_options,
    taken_over,
    touchpoints_as_options,
)
from journey.live.agenda import AgendaItem
from journey.model import Language
from journey.samples import load_sample, samples
from journey.texts import text
from tests.builders import PHASE, a_persona, a_touchpoint, a_workshop, an_opportunity
from tests.live.scenes import CARDS, a_card, after, an_exercise, by, merged

EN = Language.EN


def an_item(kind: ExerciseKind, collects: Collected | None = None) -> AgendaItem:
    return AgendaItem(id="item", title="What hurts?", minutes=7, exercise=kind, collects=collects)


def test_an_item_becomes_an_exercise_with_its_question_minutes_and_places() -> None:
    touchpoint, persona = a_touchpoint(), a_persona()
    workshop = a_workshop(touchpoints=[touchpoint], personas=[persona])
    for collects, first in (
        (Collected.TOUCHPOINTS, PHASE),
        (Collected.PAIN_POINTS, touchpoint.id),
        (Collected.PERSONA_FACTS, persona.id),
    ):
        exercise = exercise_for(an_item(ExerciseKind.COLLECT, collects), workshop, EN)
        assert exercise is not None
        assert (exercise.question, exercise.minutes, exercise.collects) == ("What hurts?", 7, collects)
        assert exercise.options[0].id == first
    goals = exercise_for(an_item(ExerciseKind.COLLECT, Collected.GOALS), workshop, EN)
    assert goals is not None
    assert goals.options == ()


def test_every_item_of_a_ready_agenda_can_be_begun_with_a_sample() -> None:
    workshop = load_sample(samples(EN)[0].id)
    before = after(an_exercise(collects=Collected.PAIN_POINTS), by("petra", a_card("Too slow")))
    for ready in ready_agendas(EN):
        for item in ready.agenda.items:
            exercise = exercise_for(item, workshop, EN, before)
            assert (exercise is None) == (item.exercise is None)
            if exercise and exercise.kind in (
                ExerciseKind.FEEL,
                ExerciseKind.ESTIMATE,
                ExerciseKind.VOTE,
                ExerciseKind.GROUP,
            ):
                assert exercise.options


def test_a_title_that_is_no_question_gives_way_to_the_usual_one() -> None:
    def asked(title: str, kind: ExerciseKind | None, collects: Collected | None = None) -> str:
        return question_of(AgendaItem(id="item", title=title, exercise=kind, collects=collects), EN)

    assert asked("What hurts commuters?", ExerciseKind.COLLECT, Collected.PAIN_POINTS) == "What hurts commuters?"
    assert asked("Goals", ExerciseKind.COLLECT, Collected.GOALS) == text("live_room.asks.goals", EN)
    assert asked("How it feels", ExerciseKind.FEEL) == text("live_room.asks.feel", EN)
    assert asked("Check the findings", ExerciseKind.CHECK) == asked("Break", None) == ""


def test_feelings_are_scored_for_each_persona_where_the_item_says_so_alone() -> None:
    people = [a_persona("Alma", id="p1"), a_persona("Bert", id="p2")]
    workshop = a_workshop(personas=people, touchpoints=[a_touchpoint()])
    item = an_item(ExerciseKind.FEEL)
    for each, personas in ((False, []), (True, ["p1", "p2"])):
        exercise = exercise_for(item.model_copy(update={"each_persona": each}), workshop, EN)
        assert exercise is not None
        assert [one.id for one in exercise.personas] == personas
    said = [item for ready in ready_agendas(EN) for item in ready.agenda.items if item.each_persona]
    assert ["for each persona" in item.text for item in said] == [True]


def test_talk_alone_begins_with_no_exercise() -> None:
    assert exercise_for(AgendaItem(id="item", title="Break"), a_workshop(), EN) is None


def test_what_was_said_is_grouped_card_by_card_and_voted_on_group_by_group() -> None:
    written = by("petra", *(a_card(f"Words {n}", card, place=PHASE) for n, card in enumerate(CARDS[:3])), group="north")
    state = after(
        an_exercise(collects=Collected.PAIN_POINTS),
        written,
        by(FACILITATOR, merged("group-001", CARDS[1], CARDS[0], name="Slow")),
    )
    laid = cards_as_options(state, {"north": "North"}, merged=False)
    assert (laid[0].words, laid[0].place, laid[0].group) == ("Words 0", PHASE, "North")
    assert [option.id for option in laid] == [*CARDS[:3]]
    assert [(option.id, option.words) for option in cards_as_options(state, {})] == [
        (CARDS[1], "Slow"),
        (CARDS[2], "Words 2"),
    ]
    vote = exercise_for(an_item(ExerciseKind.VOTE), a_workshop(), EN, state)
    assert vote is not None
    assert (vote.collects, vote.budget) == (Collected.PAIN_POINTS, 1)


def test_touchpoints_stand_in_the_order_of_the_phases_and_steps_lead_from_somewhere() -> None:
    late, early = a_touchpoint("Late", phase="aida-plus.favorability"), a_touchpoint("Early")
    lost = a_touchpoint("Lost", phase="gone")
    workshop = a_workshop(touchpoints=[lost, late, early])
    assert [option.words for option in touchpoints_as_options(workshop)] == ["Early", "Late", "Lost"]
    assert [option.words for option in touchpoints_as_options(workshop, [PHASE])] == ["Early"]
    steps = steps_as_options(workshop, EN)
    assert PHASE not in {option.id for option in steps}
    assert "aida-plus.favorability" in {option.id for option in steps}


def test_findings_are_voted_on_by_their_evidence_and_checked_one_at_a_time() -> None:
    workshop = load_sample(samples(EN)[0].id)
    found = findings(workshop, EN)
    assert {option.id for option in findings_as_options(found)} == {finding.evidence for finding in found}
    check = checking(found[0])
    assert check.finding is not None
    assert (check.finding.rule, check.finding.evidence) == (found[0].rule, found[0].evidence)
    assert (
        taken_over(
            workshop,
            after(check.model_copy(update={"stage": ExerciseStage.REVEALED})),
            people=1,
            day=date(2026, 11, 29),
        )
        is None
    )


def test_what_was_left_open_of_a_prepared_exercise_is_what_there_is_when_its_turn_comes() -> None:
    prepared = Exercise(id="soon", kind=ExerciseKind.FEEL, question="How is it?", personas=(Option(id="gone"),))
    assert completed(prepared, a_workshop(), Language.DE) is None
    people = [a_persona("Alma", id="p1"), a_persona("Bert", id="p2")]
    workshop = a_workshop(personas=people, touchpoints=[a_touchpoint("Phone", id="t1")])
    ready = completed(prepared, workshop, Language.DE)
    assert ready is not None
    assert (ready.id, ready.question, [one.id for one in ready.options]) == ("soon", "How is it?", ["t1"])
    assert [one.id for one in ready.personas] == ["p1", "p2"]
    common = completed(prepared.model_copy(update={"personas": ()}), workshop, Language.DE)
    assert common is not None
    assert common.personas == ()


def test_what_a_prepared_vote_is_on_stays_where_it_was_chosen() -> None:
    chosen = (Option(id="o1", words="Chosen"),)
    prepared = Exercise(id="soon", kind=ExerciseKind.VOTE, options=chosen, budget=7)
    ready = completed(prepared, a_workshop(opportunities=[an_opportunity(id="o2")]), Language.DE)
    assert ready == prepared
