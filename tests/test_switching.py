"""Switching the phase model loses nothing: no card, no text, no figure, in any direction and back again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journey.editing import applied, change_of
from journey.model import TEXT_LIMIT, Language, PhaseNote, Workshop, lines
from journey.phases import built_in, model_of, models
from journey.switching import NAMING, UnknownPhase, phases_of, switched, unplaced
from tests.builders import (
    a_campaign,
    a_citation,
    a_count,
    a_frame,
    a_guess,
    a_phase_note,
    a_priority,
    a_touchpoint,
    a_workshop,
    an_activity,
    an_opportunity,
    an_own_model,
)
from tests.strategies import workshops

D = "aida-plus."
LEAD = "lead-marketing."


def after_switch(workshop: Workshop, model_id: str, **mapping: str) -> Workshop:
    change = change_of(switched(workshop, model_id, mapping))
    return applied(workshop, change) if change else workshop


def texts_of(notes: tuple[PhaseNote, ...]) -> set[str]:
    return {line for note in notes for text in (note.content, note.note) for line in lines(text)}


def assert_nothing_lost(before: Workshop, after: Workshop) -> None:
    for kind in (
        "touchpoints",
        "campaigns",
        "opportunities",
        "counts",
        "activities",
        "guesses",
        "personas",
        "relations",
        "goals",
    ):
        assert {e.id for e in before.collection(kind)} == {e.id for e in after.collection(kind)}
    assert {(c.id, c.count, c.period) for c in before.counts} == {(c.id, c.count, c.period) for c in after.counts}
    guessed = [{(g.id, g.author, g.share) for g in workshop.guesses} for workshop in (before, after)]
    assert guessed[0] == guessed[1]
    assert texts_of(before.phase_notes) == texts_of(after.phase_notes)
    held = {card.id for card in after.citations if after.find(card.card)}
    assert {card.id for card in before.citations if before.find(card.card)} <= held


@settings(max_examples=30, deadline=None)
@given(workshop=workshops(), data=st.data())
def test_no_card_is_lost_between_any_two_models_and_back_again(workshop: Workshop, data: st.DataObject) -> None:
    start = model_of(workshop, Language.EN)
    other = data.draw(st.sampled_from(models(workshop, Language.EN)))
    there = after_switch(workshop, other.id)
    assert there.frame.phase_model == other.id
    assert_nothing_lost(workshop, there)
    assert_nothing_lost(workshop, after_switch(there, start.id))
    known = {phase.id for phase in start.phases}
    for kind in ("touchpoints", "campaigns", "activities", "opportunities"):
        for card in workshop.collection(kind):
            moved = there.find(card.id)
            assert moved is not None
            for old, new in zip(phases_of(card), phases_of(moved), strict=True):
                assert other.phase(new) is not None if old in known else new == old


@pytest.mark.parametrize("new", [model.id for model in built_in(Language.EN)])
@pytest.mark.parametrize("old", built_in(Language.EN), ids=lambda model: model.id)
def test_everything_that_names_a_phase_moves_into_the_new_model(old: object, new: str) -> None:
    phases = [phase.id for phase in next(m for m in built_in(Language.EN) if m == old).phases]
    workshop = a_workshop(
        frame=a_frame(phase_model=phases[0].split(".")[0]),
        touchpoints=tuple(a_touchpoint(phase=phase, rank=n) for n, phase in enumerate(phases)),
        phase_notes=tuple(a_phase_note(phase=phase, content=f"Content {n}") for n, phase in enumerate(phases)),
        campaigns=(a_campaign(from_phase=phases[0], to_phase=phases[-1]),),
        counts=(a_count(5, phase=phases[0]),),
        activities=(an_activity(phase=phases[1]),),
        guesses=(a_guess(40, phase=phases[1]),),
        opportunities=(an_opportunity(phase=phases[-1]),),
    )
    after = after_switch(workshop, new)
    assert unplaced(after) == ()
    assert_nothing_lost(workshop, after)


def test_notes_that_meet_are_joined_and_their_evidence_moves_along() -> None:
    first = a_phase_note(id="n1", phase=D + "favorability", content="Test reports", note="Ask Mia")
    second = a_phase_note(id="n2", phase=D + "consideration", content="Price list", note="Ask Mia")
    workshop = a_workshop(phase_notes=(second, first), citations=(a_citation("n2", "survey"),))
    after = after_switch(workshop, "lead-marketing")
    assert [(n.id, n.phase, n.content, n.note) for n in after.phase_notes] == [
        ("n1", LEAD + "consideration", "Test reports\nPrice list", "Ask Mia")
    ]
    assert [citation.card for citation in after.citations] == ["n1"]


def test_notes_too_long_to_join_are_kept_apart() -> None:
    workshop = a_workshop(
        phase_notes=(
            a_phase_note(id="n1", phase=D + "favorability", content="a" * TEXT_LIMIT),
            a_phase_note(id="n2", phase=D + "consideration", content="b"),
        )
    )
    after = after_switch(workshop, "lead-marketing")
    assert {note.id: note.phase for note in after.phase_notes} == {
        "n1": LEAD + "consideration",
        "n2": D + "consideration",
    }
    assert [entity.id for entity in unplaced(after)] == ["n2"]


def test_counts_are_never_added_up_and_the_later_phases_figure_stays_findable() -> None:
    workshop = a_workshop(
        counts=(
            a_count(900, id="many", phase=D + "favorability", period="Q1"),
            a_count(300, id="few", phase=D + "consideration", period="Q1"),
            a_count(280, id="next", phase=D + "consideration", period="Q2"),
        )
    )
    after = after_switch(workshop, "lead-marketing")
    assert {count.id: (count.phase, count.count) for count in after.counts} == {
        "many": (LEAD + "consideration", 900),
        "few": (D + "consideration", 300),
        "next": (LEAD + "consideration", 280),
    }
    assert [entity.id for entity in unplaced(after)] == ["few"]
    home = after_switch(after, "aida-plus")
    assert home.find("few") == workshop.find("few")


def test_of_two_guesses_that_meet_the_one_of_the_earlier_phase_goes_along() -> None:
    workshop = a_workshop(
        guesses=(
            a_guess(60, id="first", author="Mia", phase=D + "favorability"),
            a_guess(30, id="second", author="Mia", phase=D + "consideration"),
            a_guess(20, id="other", author="Jo", phase=D + "consideration"),
        )
    )
    after = after_switch(workshop, "lead-marketing")
    assert {guess.id: guess.phase for guess in after.guesses} == {
        "first": LEAD + "consideration",
        "second": D + "consideration",
        "other": LEAD + "consideration",
    }
    assert after_switch(after, "aida-plus").find("second") == workshop.find("second")


def test_an_activity_that_is_matched_to_a_card_names_no_phase() -> None:
    workshop = a_workshop(activities=(an_activity(id="a", touchpoint="t"), an_activity(id="b", phase="gone.phase")))
    assert [phases_of(activity) for activity in workshop.activities] == [(), ("gone.phase",)]
    assert [entity.id for entity in unplaced(workshop)] == ["b"]
    assert after_switch(workshop, "lead-marketing").find("a") == workshop.find("a")


def test_a_count_that_waited_in_its_phase_is_not_pushed_aside_by_a_moved_one() -> None:
    waiting = a_count(40, id="own", phase=LEAD + "purchase", period="Q1")
    workshop = a_workshop(counts=(waiting, a_count(90, id="moved", phase=D + "intent", period="Q1")))
    after = after_switch(workshop, "lead-marketing")
    assert after.find("own") == waiting
    assert [entity.id for entity in unplaced(after)] == ["moved"]


def test_touchpoints_that_meet_keep_the_order_of_their_old_phases() -> None:
    workshop = a_workshop(
        touchpoints=(
            a_touchpoint("Compare", phase=D + "consideration", rank=1),
            a_touchpoint("Search", phase=D + "favorability", rank=5),
            a_touchpoint("Read", phase=D + "favorability", rank=2),
        )
    )
    after = after_switch(workshop, "lead-marketing")
    assert [t.title for t in after.touchpoints] == ["Read", "Search", "Compare"]


def test_the_persons_own_mapping_wins_over_the_proposal() -> None:
    workshop = a_workshop(touchpoints=(a_touchpoint(id="t", phase=D + "intent"),))
    edits = switched(workshop, "lead-marketing", {D + "intent": LEAD + "consideration"})
    moved = next(edit.after for edit in edits if edit.id == "t")
    assert moved is not None
    assert phases_of(moved) == (LEAD + "consideration",)


def test_a_mapping_can_bring_unplaced_cards_home() -> None:
    workshop = a_workshop(touchpoints=(a_touchpoint(id="t", phase="gone.phase"),))
    assert [entity.id for entity in unplaced(workshop)] == ["t"]
    change = change_of(switched(workshop, "aida-plus", {"gone.phase": D + "intent"}))
    assert change is not None
    assert unplaced(applied(workshop, change)) == ()


def test_a_switch_is_undone_by_its_inverse() -> None:
    own = an_own_model()
    workshop = a_workshop(models=(own,), touchpoints=(a_touchpoint(), a_touchpoint(phase=D + "intent")))
    change = change_of(switched(workshop, own.id, {}))
    assert change is not None
    assert applied(applied(workshop, change), change.inverse()) == workshop


def test_an_unknown_model_or_phase_is_refused() -> None:
    with pytest.raises(UnknownPhase):
        switched(a_workshop(), "gone", {})
    with pytest.raises(UnknownPhase):
        switched(a_workshop(), "schuster", {D + "intent": LEAD + "purchase"})


def test_every_collection_that_names_a_phase_is_known() -> None:
    named = {"phase_notes": a_phase_note(), "touchpoints": a_touchpoint(), "campaigns": a_campaign()}
    named |= {"counts": a_count(1), "opportunities": an_opportunity()}
    named |= {"activities": an_activity(phase=D + "intent"), "guesses": a_guess(1)}
    named |= {"priorities": a_priority(phase=D + "intent")}
    assert {kind for kind, entity in named.items() if phases_of(entity)} == set(NAMING)
