"""What the room said in the workshop: as cards and lines, with its evidence, once however often it is taken over."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.critic import findings
from journey.editing import applied
from journey.exchange import read_workbook, write_workbook
from journey.history import describe
from journey.live import (
    FACILITATOR,
    TAKE_OVER,
    CheckedFinding,
    Collected,
    Commit,
    CountHands,
    Exercise,
    ExerciseKind,
    ExerciseStage,
    ExerciseState,
    GiveOpinion,
    GuessRate,
    Opinion,
    Option,
    PersonaFact,
    PlayedAct,
    WriteCard,
    begun,
    played,
    taken_over,
    waiting,
    without_phase,
)
from journey.model import (
    Channel,
    Citation,
    Emotion,
    EvidenceKind,
    Language,
    Verdict,
    Workshop,
    new_id,
)
from journey.phases import model_of
from tests.builders import PHASE, a_frame, a_persona, a_touchpoint, a_workshop, an_opportunity
from tests.live.scenes import CARDS, a_card, a_dot, a_score, after, an_exercise, an_id, by, merged
from tests.strategies import workshops

DAY = date(2026, 11, 29)
EVIDENCE = "Workshop am 29.11.2026, 14 Personen"


def shown(kind: ExerciseKind = ExerciseKind.COLLECT, *rows: list[PlayedAct], **fields: Any) -> ExerciseState:
    return after(an_exercise(kind, stage=ExerciseStage.REVEALED, **fields), *rows)


def collected(collects: Collected, *cards: WriteCard, **fields: Any) -> ExerciseState:
    return shown(ExerciseKind.COLLECT, by("petra", *cards), collects=collects, **fields)


def after_take_over(workshop: Workshop, state: ExerciseState, **fields: Any) -> Workshop:
    """The workshop after one take-over; a second one finds nothing more."""
    change = taken_over(workshop, state, people=14, day=DAY, **fields)
    assert change is not None
    assert change.label == TAKE_OVER
    later = applied(workshop, change)
    assert taken_over(later, state, people=14, day=DAY, **fields) is None
    assert applied(later, change.inverse()) == workshop
    return later


def citations_of(workshop: Workshop, card: str) -> list[Citation]:
    """What is cited for a card, from the one source of the room."""
    (source,) = (source for source in workshop.sources if source.kind is EvidenceKind.ASSUMPTION and source.sample_size)
    assert (source.title, source.collected, source.sample_size) == (EVIDENCE, DAY, 14)
    return [citation for citation in workshop.citations if citation.card == card and citation.source == source.id]


def test_touchpoints_come_in_their_phase_with_a_channel_and_their_evidence() -> None:
    state = collected(Collected.TOUCHPOINTS, a_card("Newsletter", place=PHASE))
    workshop = after_take_over(a_workshop(), state)
    (first,) = workshop.touchpoints
    assert (first.title, first.phase, first.channel) == ("Newsletter", PHASE, Channel.EMAIL)
    assert [citation.field for citation in citations_of(workshop, first.id)] == [""]


@pytest.mark.parametrize(
    "collects", [Collected.TOUCHPOINTS, Collected.OPPORTUNITIES, Collected.PAIN_POINTS, Collected.CONTENT]
)
def test_what_was_put_to_no_phase_waits_until_somebody_says_where_it_belongs(collects: Collected) -> None:
    state = collected(collects, a_card("Newsletter", CARDS[0], place=PHASE), a_card("Somewhere", CARDS[1]))
    later = after_take_over(a_workshop(), state)
    assert "Somewhere" not in repr(later)
    assert without_phase(later, state) == (CARDS[1],)
    assert [card.id for card in waiting(later, state)] == [CARDS[1]]
    phase = model_of(later, Language.DE).phases[2].id
    change = taken_over(later, state, people=14, day=DAY, phase=phase)
    assert change is not None
    whole = applied(later, change)
    there = [card.phase for card in whole.touchpoints if card.title == "Somewhere"]
    there += [card.phase for card in whole.opportunities if card.title == "Somewhere"]
    there += [note.phase for note in whole.phase_notes if "Somewhere" in (note.note, note.content)]
    assert there == [phase]
    assert waiting(whole, state) == ()
    assert without_phase(whole, state) == ()


def test_of_a_group_the_first_place_counts_and_what_was_set_aside_asks_for_no_phase() -> None:
    cards = [a_card("Call", CARDS[0]), a_card("Phone", CARDS[1], place=PHASE), a_card("Odd", CARDS[2])]
    grouped = by(FACILITATOR, merged("group-001", CARDS[0], CARDS[1]))
    state = shown(
        ExerciseKind.COLLECT, by("petra", *cards), grouped, collects=Collected.TOUCHPOINTS, set_aside=(CARDS[2],)
    )
    assert without_phase(a_workshop(), state) == ()
    assert [card.phase for card in after_take_over(a_workshop(), state).touchpoints] == [PHASE]


@pytest.mark.parametrize(
    ("collects", "kind"),
    [
        (Collected.GOALS, "goals"),
        (Collected.OPPORTUNITIES, "opportunities"),
        (Collected.ACTIONS, "actions"),
        (Collected.TOUCHPOINTS, "touchpoints"),
        (Collected.EVIDENCE, "sources"),
    ],
)
def test_a_card_becomes_what_the_exercise_collects(collects: Collected, kind: str) -> None:
    workshop = after_take_over(
        a_workshop(), collected(collects, a_card("=1+1", place=PHASE, detail="Asked 20 of them"))
    )
    assert "=1+1" in [getattr(card, "title") for card in workshop.collection(kind)]  # noqa: B009 (of any kind)
    assert "Asked 20 of them" in repr((workshop.collection(kind), workshop.citations))


def test_an_opportunity_at_a_touchpoint_is_in_its_phase() -> None:
    touchpoint = a_touchpoint(phase="aida-plus.favorability")
    state = collected(Collected.OPPORTUNITIES, a_card("Reply faster", place=touchpoint.id))
    (found,) = after_take_over(a_workshop(touchpoints=[touchpoint]), state).opportunities
    assert (found.touchpoint, found.phase) == (touchpoint.id, "aida-plus.favorability")


def test_pain_points_and_content_are_lines_at_the_touchpoint_or_of_the_phase() -> None:
    touchpoint = a_touchpoint(pain_points="Expensive")
    cards = [
        a_card("Too slow", place=touchpoint.id),
        a_card("expensive", place=touchpoint.id),
        a_card("Nobody knows", place=PHASE),
    ]
    start = a_workshop(touchpoints=[touchpoint])
    pains = after_take_over(start, collected(Collected.PAIN_POINTS, *cards))
    assert pains.touchpoints[0].pain_points == "Expensive\nToo slow"
    assert [citation.field for citation in citations_of(pains, touchpoint.id)] == ["pain_points"]
    assert [(note.phase, note.note) for note in pains.phase_notes] == [(PHASE, "Nobody knows")]
    contents = after_take_over(start, collected(Collected.CONTENT, *cards))
    assert contents.touchpoints[0].content == "Too slow\nexpensive"
    assert [note.content for note in contents.phase_notes] == ["Nobody knows"]


def test_facts_go_to_the_persona_that_they_were_put_to_and_others_wait() -> None:
    alma = a_persona(pains="No time")
    cards = [a_card("Wants a human voice", place=alma.id), a_card("Of nobody")]
    options = [Option(id=alma.id, words="Alma")]
    state = collected(Collected.PERSONA_FACTS, *cards, fact=PersonaFact.MOTIVES, options=options)
    workshop = after_take_over(a_workshop(personas=[alma]), state)
    assert (workshop.personas[0].motives, workshop.personas[0].pains) == ("Wants a human voice", "No time")
    assert [card.words for card in waiting(workshop, state)] == ["Of nobody"]


def test_facts_of_a_workshop_without_personas_make_one() -> None:
    cards = [a_card("Reads at night"), a_card("Pays cash")]
    state = collected(Collected.PERSONA_FACTS, *cards, fact=PersonaFact.MOTIVES, options=())
    workshop = after_take_over(a_workshop(), state)
    (persona,) = workshop.personas
    assert (persona.name, persona.motives) == ("Unsere Kunden", "Reads at night\nPays cash")
    assert waiting(workshop, state) == ()


def test_of_a_group_one_card_comes_with_its_name_and_says_how_many_it_was() -> None:
    written = by("petra", *(a_card(f"Words {n}", card, place=PHASE) for n, card in enumerate(CARDS)))
    grouped = by(FACILITATOR, merged("group-001", CARDS[1], CARDS[0], CARDS[3], name="Waiting"))
    state = shown(ExerciseKind.COLLECT, written, grouped, collects=Collected.TOUCHPOINTS)
    workshop = after_take_over(a_workshop(), state)
    assert sorted(card.title for card in workshop.touchpoints) == ["Waiting", "Words 2", "Words 4"]
    (group,) = (card for card in workshop.touchpoints if card.title == "Waiting")
    assert (group.doing, group.thinking, group.asking) == ("", "", "")
    assert [citation.note for citation in citations_of(workshop, group.id)] == [
        "Zusammengelegte Karten: 3 · Words 1 · Words 0 · Words 3"
    ]
    assert waiting(workshop, state) == ()


@pytest.mark.parametrize("place", [PHASE, ""])
def test_a_named_group_that_became_a_line_waits_no_more(place: str) -> None:
    written = by("petra", *(a_card(f"Words {n}", card, place=place) for n, card in enumerate(CARDS[:2])))
    grouped = by(FACILITATOR, merged("group-001", *CARDS[:2], name="Waiting"))
    state = shown(ExerciseKind.COLLECT, written, grouped, collects=Collected.PAIN_POINTS)
    workshop = after_take_over(a_workshop(), state, phase=PHASE)
    assert [note.note for note in workshop.phase_notes] == ["Waiting"]
    assert waiting(workshop, state) == ()
    assert without_phase(workshop, state) == ()


@pytest.mark.parametrize("collects", [Collected.TOUCHPOINTS, Collected.GOALS])
def test_what_merged_cards_say_nearly_alike_is_kept_nowhere(collects: Collected) -> None:
    said = ("Plakat am Bahnhof", "Plakate am Bahnhof", "Bahnhof", "plakat am bahnhof!")
    written = by("petra", *(a_card(words, card, place=PHASE) for words, card in zip(said, CARDS, strict=False)))
    grouped = by(FACILITATOR, merged("group-001", *CARDS[:4]))
    state = shown(ExerciseKind.COLLECT, written, grouped, collects=collects)
    workshop = after_take_over(a_workshop(), state)
    (card,) = workshop.collection(collects.value)
    [citation] = citations_of(workshop, card.id)
    if collects is Collected.GOALS:
        assert workshop.goals[0].note == "Bahnhof"
    else:
        assert citation.note == "Zusammengelegte Karten: 4 · Bahnhof"


@pytest.mark.parametrize(
    ("collects", "kind", "place"), [(Collected.GOALS, "goals", ""), (Collected.TOUCHPOINTS, "touchpoints", PHASE)]
)
def test_what_two_people_or_the_workshop_say_already_becomes_one_card(
    collects: Collected, kind: str, place: str
) -> None:
    def titles(workshop: Workshop) -> list[str]:
        return [getattr(card, "title", "") for card in workshop.collection(kind)]

    state = collected(collects, *(a_card(words, place=place) for words in ("Newsletter", "newsletter", "Poster")))
    once = after_take_over(a_workshop(), state)
    assert titles(once) == ["Newsletter", "Poster"]
    assert not waiting(once, state)
    again = collected(
        collects, a_card("NEWSLETTER", CARDS[0], place=place), a_card("Newsletter", detail="weekly", place=place)
    )
    assert titles(after_take_over(once, again)) == [
        "Newsletter",
        "Poster",
        "Newsletter",
    ]
    options = [Option(id=CARDS[0], words="NEWSLETTER", place=place)]
    voted = after_take_over(once, shown(ExerciseKind.VOTE, by("petra", a_dot(1, CARDS[0])), options=options))
    assert [one.note for one in voted.citations if one.card == once.collection(kind)[0].id and one.note] == [
        "Punkte: 1, Platz 1 von 1"
    ]


def test_only_chosen_cards_come_and_the_others_wait() -> None:
    cards = [a_card("This", CARDS[0]), a_card("That", CARDS[1])]
    state = collected(Collected.GOALS, *cards)
    workshop = after_take_over(a_workshop(), state, chosen={CARDS[1]})
    assert [goal.title for goal in workshop.goals] == ["That"]
    assert [card.words for card in waiting(workshop, state)] == ["This"]
    assert [card.words for card in waiting(a_workshop(), state)] == ["This", "That"]


def test_the_median_becomes_the_emotion_and_the_spread_stays_with_it() -> None:
    touchpoint = a_touchpoint(emotion=2)
    option = Option(id=touchpoint.id, words=touchpoint.title)
    scores = [
        by(person, a_score(score, touchpoint.id)) for person, score in (("petra", -2), ("jonas", -1), ("mehmet", 2))
    ]
    state = shown(ExerciseKind.FEEL, *scores, options=[option, Option(id="gone")])
    workshop = after_take_over(a_workshop(touchpoints=[touchpoint]), state)
    assert taken_over(a_workshop(touchpoints=[touchpoint]), state, people=3, day=DAY, chosen={"gone"}) is None
    assert workshop.touchpoints[0].emotion is Emotion.BAD
    (citation,) = citations_of(workshop, touchpoint.id)
    assert (citation.field, citation.note) == ("emotion", "Median −1 (−2: 1 · −1: 1 · +2: 1)")


def test_a_persona_s_scores_become_its_own_emotion_beside_the_others() -> None:
    alma, bert = a_persona("Alma"), a_persona("Bert")
    touchpoint = a_touchpoint(emotion=1, persona_emotions=[{"persona": bert.id, "emotion": 2}])
    personas = [Option(id=alma.id, words="Alma"), Option(id=bert.id, words="Bert")]
    scores = by("petra", a_score(-2, touchpoint.id, alma.id)) + by("jonas", a_score(-1, touchpoint.id, alma.id))
    state = shown(ExerciseKind.FEEL, scores, options=[Option(id=touchpoint.id)], personas=personas)
    (card,) = after_take_over(a_workshop(touchpoints=[touchpoint], personas=[alma, bert]), state).touchpoints
    assert card.emotion is Emotion.GOOD
    assert {each.persona: each.emotion for each in card.persona_emotions} == {
        bert.id: Emotion.VERY_GOOD,
        alma.id: Emotion.BAD,
    }


def test_guesses_become_blind_estimates_with_names_where_there_are_names() -> None:
    guess = GuessRate(id=an_id(), phase=PHASE, share=30)
    state = shown(ExerciseKind.ESTIMATE, by("petra", guess), options=[Option(id=PHASE)])
    named = after_take_over(a_workshop(), state, names={"petra": "Petra"})
    assert [(each.author, each.phase, each.share) for each in named.guesses] == [("Petra", PHASE, 30.0)]
    assert [each.author for each in after_take_over(a_workshop(), state).guesses] == [""]


def test_votes_are_a_remark_at_the_card_and_ties_are_told() -> None:
    first, second = an_opportunity("Reply faster"), an_opportunity("Ask for a review")
    options = [Option(id=first.id), Option(id=second.id), Option(id="room-card")]
    state = shown(ExerciseKind.VOTE, by("petra", a_dot(1, first.id), a_dot(2, second.id)), options=options)
    workshop = after_take_over(a_workshop(opportunities=[first, second]), state)
    assert [citation.note for citation in citations_of(workshop, first.id)] == ["Punkte: 1, Platz 1 von 3 (geteilt)"]


def test_votes_on_a_line_of_a_card_are_a_remark_at_its_field() -> None:
    touchpoint = a_touchpoint(pain_points="Too slow\nToo loud")
    options = [
        Option(id="card-slow", words="too slow", place=touchpoint.id),
        Option(id="card-gone", words="Gone", place=PHASE),
    ]
    state = shown(ExerciseKind.VOTE, by("petra", a_dot(1, "card-slow"), a_dot(2, "card-gone")), options=options)
    workshop = after_take_over(a_workshop(touchpoints=[touchpoint]), state)
    (remark,) = workshop.citations
    assert (remark.card, remark.field) == (touchpoint.id, "pain_points")
    assert remark.note == "too slow: Punkte: 1, Platz 1 von 2 (geteilt)"


def test_a_finding_is_accepted_or_dismissed_by_the_room_and_a_tie_leaves_it_open() -> None:
    finding = CheckedFinding(rule="loop-open", subject="No loop", evidence="abc")
    agree, disagree = (GiveOpinion(id=an_id(), opinion=opinion) for opinion in (Opinion.AGREE, Opinion.DISAGREE))
    hands = CountHands(id=an_id(), choice="agree", hands=3)
    won = shown(ExerciseKind.CHECK, by("petra", disagree), by(FACILITATOR, hands), finding=finding)
    (answer,) = after_take_over(a_workshop(), won).answers
    assert (answer.rule, answer.subject, answer.evidence, answer.verdict) == (
        "loop-open",
        "No loop",
        "abc",
        Verdict.ACCEPTED,
    )
    assert answer.reason == "Im Raum abgestimmt. Dafür: 3, dagegen: 1, weiß nicht: 0."
    lost = shown(ExerciseKind.CHECK, by("petra", disagree), finding=finding)
    assert after_take_over(a_workshop(), lost).answers[0].verdict is Verdict.DISMISSED
    tied = shown(ExerciseKind.CHECK, by("petra", agree), by("jonas", disagree), finding=finding)
    assert taken_over(a_workshop(), tied, people=2, day=DAY) is None


def test_a_commitment_becomes_an_action_with_owner_and_day() -> None:
    promise = Commit(id=an_id(), card=CARDS[0], what="Call them", who="Petra", until=date(2026, 12, 24))
    state = shown(ExerciseKind.COMMIT, by("petra", promise))
    (action,) = after_take_over(a_workshop(), state).actions
    assert (action.title, action.owner, action.due) == ("Call them", "Petra", date(2026, 12, 24))


def test_nothing_is_taken_over_before_the_reveal() -> None:
    state = after(an_exercise(collects=Collected.GOALS), by("petra", a_card("Secret")))
    assert taken_over(a_workshop(), state, people=14, day=DAY) is None
    assert waiting(a_workshop(), state) == ()


def test_the_source_speaks_the_workshop_s_language_and_the_change_has_a_name() -> None:
    workshop = a_workshop(frame=a_frame(language="en"))
    change = taken_over(workshop, collected(Collected.GOALS, a_card("Grow")), people=1, day=DAY)
    assert change is not None
    later = applied(workshop, change)
    assert [source.title for source in later.sources] == ["Workshop on 2026-11-29, 1 person"]
    said = {describe(change, later, language, model_of(later, language)) for language in Language}
    assert said == {"Aus dem Live-Raum übernommen", "Taken over from the live room"}


def test_what_was_taken_over_survives_the_workbook() -> None:
    alma, bert, touchpoint = a_persona("Alma"), a_persona("Bert"), a_touchpoint()
    workshop = a_workshop(personas=[alma, bert], touchpoints=[touchpoint])
    personas = [Option(id=alma.id), Option(id=bert.id)]
    scores = by("petra", a_score(-2, touchpoint.id, alma.id), a_score(2, touchpoint.id, bert.id))
    states = [
        shown(ExerciseKind.FEEL, scores, options=[Option(id=touchpoint.id)], personas=personas),
        collected(Collected.PAIN_POINTS, a_card("=1+1", place=touchpoint.id), id="pains"),
        collected(Collected.OPPORTUNITIES, a_card("<b>Reply</b>", place=touchpoint.id), id="ideas"),
    ]
    for state in states:
        change = taken_over(workshop, state, people=14, day=DAY)
        assert change is not None
        workshop = applied(workshop, change)
    assert len(workshop.sources) == 3
    reading = read_workbook(write_workbook(workshop, Language.DE), Language.DE)
    assert (reading.workshop, reading.problems) == (workshop, ())


def test_the_critic_takes_what_a_room_believes_for_an_assumption() -> None:
    touchpoint = a_touchpoint()
    state = shown(ExerciseKind.FEEL, by("petra", a_score(-1, touchpoint.id)), options=[Option(id=touchpoint.id)])
    workshop = after_take_over(a_workshop(touchpoints=[touchpoint]), state)
    assert "assumption-only" in {finding.rule for finding in findings(workshop, Language.DE)}


@given(workshops(), st.sampled_from(Collected), st.data())
def test_whatever_the_workshop_holds_it_is_taken_over_once(
    workshop: Workshop, collects: Collected, data: st.DataObject
) -> None:
    places = ["", PHASE, *(card.id for card in (*workshop.touchpoints, *workshop.personas))]
    drawn = data.draw(
        st.lists(st.tuples(st.sampled_from(places), st.sampled_from(["Too slow", "=1+1", "too SLOW"])), max_size=5)
    )
    cards = [
        WriteCard(id=new_id(), card=f"card-{n:04}", words=words, place=place) for n, (place, words) in enumerate(drawn)
    ]
    exercise = Exercise(id="exercise", kind=ExerciseKind.COLLECT, collects=collects, stage=ExerciseStage.REVEALED)
    state = played(begun(exercise), by("petra", *cards))
    change = taken_over(workshop, state, people=3, day=DAY)
    if change is not None:
        later = applied(workshop, change)
        assert Workshop.from_json(later.to_json()) == later
        assert taken_over(later, state, people=3, day=DAY) is None
        assert set(waiting(later, state)) < set(waiting(workshop, state))
