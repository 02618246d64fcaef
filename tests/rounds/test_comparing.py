"""What changed between two states: a comparison with itself is empty, turned round it turns round, and it leads there."""

from hypothesis import given, settings

from journey.editing import applied, change_of, put, revise
from journey.model import Emotion, Language, Workshop
from journey.phases import model_of
from journey.rounds import (
    Kept,
    KeptFinding,
    KeptStep,
    MarkOfCard,
    RoundComparison,
    RoundState,
    compared,
    marked_map,
    without_rounds,
)
from tests.builders import PHASE, a_count, a_touchpoint, a_workshop, an_opportunity
from tests.strategies import journeys

EN = Language.EN
NEXT = "aida-plus.favorability"


def between(older: Workshop, newer: Workshop, was: Kept | None = None, now: Kept | None = None) -> RoundComparison:
    return compared(RoundState(older, was), RoundState(newer, now))


def ids(edits: object) -> set[str]:
    return {edit.id for edit in edits}  # type: ignore[attr-defined]


@settings(max_examples=60)
@given(journeys())
def test_any_two_states_compare_as_they_must(journey: tuple[Workshop, list]) -> None:  # type: ignore[type-arg]
    older = newer = without_rounds(journey[0])
    for change in journey[1]:
        kept = change_of(edit for edit in change.edits if edit.kind != "rounds")
        newer = applied(newer, kept) if kept else newer
    itself, there, back = between(newer, newer), between(older, newer), between(newer, older)
    assert [itself.edits, itself.felt, itself.moved, itself.reworded] == [()] * 4
    change = change_of(there.edits)
    assert (applied(older, change) if change else older) == newer
    assert (ids(there.added), ids(there.gone)) == (ids(back.gone), ids(back.added))
    assert (ids(there.moved), ids(there.reworded)) == (ids(back.moved), ids(back.reworded))
    assert {(f.touchpoint, f.before, f.after) for f in there.felt} == {
        (f.touchpoint, f.after, f.before) for f in back.felt
    }


def test_cards_are_new_gone_moved_and_reworded() -> None:
    older = a_workshop(touchpoints=[a_touchpoint(each, id=each, rank=place) for place, each in enumerate("abcdef")])
    a, b, c, d, e, _ = older.touchpoints
    held = [a, revise(b, title="B"), revise(c, phase=NEXT, emotion=2), revise(d, rank=9), e, a_touchpoint("x", id="x")]
    found = between(older, older.with_collection("touchpoints", held))
    assert (ids(found.added), ids(found.gone)) == ({"x"}, {"f"})
    assert (ids(found.moved), ids(found.reworded)) == ({"c", "d"}, {"b", "c"})
    assert [(f.touchpoint, f.before, f.after, f.points) for f in found.felt] == [("c", None, Emotion.VERY_GOOD, None)]


def test_findings_come_go_and_come_back() -> None:
    def kept(*rules: str) -> Kept:
        return Kept(language=EN, findings=tuple(KeptFinding(rule=r, severity="low", title=r) for r in rules))

    workshop = a_workshop()
    older = RoundState(workshop, kept("a", "b"), kept("c").findings)
    found = compared(older, RoundState(workshop, kept("b", "c", "d"))).findings
    assert found is not None
    assert [[f.rule for f in part] for part in (found.came, found.came_back, found.went)] == [["d"], ["c"], ["a"]]
    assert between(workshop, workshop).findings is None


def test_steps_are_of_the_logs_where_both_have_one_else_of_what_was_counted() -> None:
    counts = [a_count(1_000, id="1"), a_count(300, NEXT, id="2", rank=1)]
    older = a_workshop(counts=counts)
    newer = older.with_collection("counts", [counts[0], revise(counts[1], count=400)])
    assert between(older, older).steps == ()
    (step,) = between(older, newer).steps
    assert (step.difference.first, step.difference.second, step.claimed) == ((300, 1_000), (400, 1_000), True)
    was, now = (
        Kept(language=EN, steps=(KeptStep(previous=PHASE, phase=NEXT, went_on=on, people=20),)) for on in (5, 9)
    )
    (step,) = between(older, newer, was, now).steps
    assert (step.difference.second, step.few, step.claimed) == ((9, 20), True, False)
    assert between(older, newer, was).steps[0].difference.first == (300, 1_000)


def test_one_map_says_in_words_what_is_new_and_what_is_gone() -> None:
    older = a_workshop(
        touchpoints=[a_touchpoint("Old", id="o"), a_touchpoint("Both", id="b")], opportunities=[an_opportunity("Chance", id="c")]
    )  # fmt: skip
    change = change_of(put(older, a_touchpoint("Fresh", id="f", rank=3)))
    assert change is not None
    newer = applied(older, change).with_collection("opportunities", ())
    newer = newer.with_collection("touchpoints", [t for t in newer.touchpoints if t.id != "o"])
    drawn, standing = marked_map(between(older, newer), model_of(newer, EN), EN)
    cards = [card.text for cells in drawn.columns[0].cells.values() for card in cells]
    assert cards == ["Both", "− GONE · Old", "+ NEW · Fresh", "− GONE · Chance"]
    assert standing == {"o": MarkOfCard.GONE, "c": MarkOfCard.GONE, "f": MarkOfCard.NEW}
