"""Changes: applied whole or not at all, taken back exactly, stale ones refused with both values."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from journey.editing import (
    Change,
    Edit,
    StaleChange,
    applied,
    change_of,
    difference,
    kind_of,
    next_rank,
    placed,
    put,
    remove,
    reordered,
    revise,
)
from journey.model import NUMBER_LIMIT, Workshop, new_id
from tests.builders import (
    a_citation,
    a_frame,
    a_goal,
    a_persona,
    a_relation,
    a_source,
    a_touchpoint,
    a_workshop,
    an_activity,
    an_opportunity,
)
from tests.strategies import change_on, journeys, workshops


def _change(edits: list[Edit]) -> Change:
    change = change_of(edits)
    assert change is not None
    return change


@given(journeys())
def test_any_sequence_of_changes_undone_in_reverse_gives_the_start(journey: tuple[Workshop, list[Change]]) -> None:
    start, changes = journey
    now = start
    for change in changes:
        now = applied(now, change)
    for change in reversed(changes):
        now = applied(now, change.inverse())
    assert now == start
    assert now.to_json() == start.to_json()


@given(journeys())
def test_every_step_of_a_journey_is_a_valid_document(journey: tuple[Workshop, list[Change]]) -> None:
    now, changes = journey
    for change in changes:
        now = applied(now, change)
        assert Workshop.from_json(now.to_json()) == now


@given(journeys())
def test_a_change_survives_its_json(journey: tuple[Workshop, list[Change]]) -> None:
    for change in journey[1]:
        assert Change.model_validate_json(change.model_dump_json()) == change


@given(workshops(), workshops())
def test_the_difference_of_two_workshops_turns_one_into_the_other(one: Workshop, other: Workshop) -> None:
    change = change_of(difference(one, other))
    assert (applied(one, change) if change else one) == other
    assert difference(one, one) == []


def test_the_difference_keeps_the_id_of_the_frame() -> None:
    mine, theirs = a_workshop(), a_workshop(frame=a_frame(id="theirs", title="Theirs"))
    now = applied(mine, _change(difference(mine, theirs)))
    assert (now.frame.id, now.frame.title) == (mine.frame.id, "Theirs")


def test_an_id_may_move_from_one_kind_to_another_in_one_change() -> None:
    before, after = a_workshop(personas=[a_persona(id="x")]), a_workshop(goals=[a_goal(id="x")])
    assert applied(before, _change(difference(before, after))) == after
    assert applied(after, _change(difference(after, before))) == before


@given(st.data())
def test_changes_on_different_cards_commute(data: st.DataObject) -> None:
    workshop = data.draw(workshops())
    one, other = data.draw(change_on(workshop)), data.draw(change_on(workshop))
    assume(not {edit.id for edit in one.edits} & {edit.id for edit in other.edits})
    assert applied(applied(workshop, one), other) == applied(applied(workshop, other), one)


@given(st.data())
def test_a_change_applied_again_is_stale_or_harmless_and_never_half_done(data: st.DataObject) -> None:
    workshop = data.draw(workshops())
    change = data.draw(change_on(workshop))
    now = applied(workshop, change)
    assume(all(edit.before != now.find(edit.id) for edit in change.edits))
    before = now.to_json()
    with pytest.raises(StaleChange):
        applied(now, change)
    assert now.to_json() == before


def test_a_stale_change_names_what_it_was_based_on_and_both_values() -> None:
    base = a_touchpoint("Newsletter")
    other = a_goal()
    workshop = a_workshop(touchpoints=[base], goals=[other])
    theirs = revise(base, title="Theirs")
    held = applied(workshop, _change(put(workshop, theirs)))
    mine = _change([*put(workshop, revise(other, title="new")), *put(workshop, revise(base, title="Mine"))])
    with pytest.raises(StaleChange) as stale:
        applied(held, mine)
    assert (stale.value.kind, stale.value.id) == ("touchpoints", base.id)
    assert stale.value.base == base
    assert stale.value.theirs == theirs
    assert stale.value.mine == revise(base, title="Mine")
    assert held.find(other.id) == other


def test_a_card_deleted_meanwhile_is_a_conflict_without_their_value() -> None:
    base = a_goal()
    workshop = a_workshop(goals=[base])
    with pytest.raises(StaleChange) as stale:
        applied(a_workshop(), _change(put(workshop, revise(base, title="Mine"))))
    assert stale.value.theirs is None


def test_a_card_may_be_edited_twice_in_one_change_and_is_taken_back_whole() -> None:
    workshop = a_workshop(goals=[goal := a_goal("one")])
    two = revise(goal, title="two")
    three = revise(goal, title="three")
    change = _change(
        [
            Edit(kind="goals", id=goal.id, before=goal, after=two),
            Edit(kind="goals", id=goal.id, before=two, after=three),
        ]
    )
    assert applied(workshop, change).goals == (three,)
    assert applied(applied(workshop, change), change.inverse()) == workshop


def test_a_change_that_alters_nothing_is_no_change() -> None:
    workshop = a_workshop(goals=[goal := a_goal()])
    assert change_of(put(workshop, goal)) is None
    assert change_of([]) is None


def test_an_edit_holds_one_card_of_its_kind() -> None:
    goal, persona = a_goal(), a_persona()
    wrong = [
        {"kind": "goals", "id": goal.id},
        {"kind": "goals", "id": "other", "after": goal},
        {"kind": "goals", "id": persona.id, "after": persona},
        {"kind": "gaols", "id": goal.id, "after": goal},
    ]
    for fields in wrong:
        with pytest.raises(ValidationError):
            Edit.model_validate(fields)


def test_a_change_never_takes_or_doubles_the_frame() -> None:
    workshop = a_workshop()
    gone = Change(id="c", edits=(Edit(kind="frame", id="workshop", before=workshop.frame),))
    second = Change(id="c", edits=(Edit(kind="frame", id="two", after=a_frame(id="two")),))
    for change in (gone, second):
        with pytest.raises(ValueError, match="frame"):
            applied(workshop, change)


def test_a_change_never_uses_an_id_twice() -> None:
    workshop = a_workshop(goals=[a_goal(id="x")])
    with pytest.raises(ValueError, match="the id x is used twice"):
        applied(workshop, Change(id="c", edits=(Edit(kind="personas", id="x", after=a_persona(id="x")),)))


def test_revising_validates_and_names_the_field() -> None:
    assert revise(a_goal(), title=" new\n").title == "new"  # type: ignore[attr-defined]
    for wrong in ({"kind": "fame"}, {"titel": "x"}):
        with pytest.raises(ValidationError, match=next(iter(wrong))):
            revise(a_goal(), **wrong)


def test_every_kind_of_card_knows_its_collection() -> None:
    assert [kind_of(card) for card in (a_goal(), a_frame(), a_touchpoint())] == ["goals", "frame", "touchpoints"]


def _full() -> Workshop:
    alma, ben = a_persona("Alma", id="alma"), a_persona("Ben", id="ben")
    differing = [{"persona": "alma", "emotion": -1}, {"persona": "ben", "emotion": 2}]
    ad = a_touchpoint("Ad", id="ad", personas=["alma", "ben"], persona_emotions=differing)
    shop = a_touchpoint("Shop", id="shop", personas=["ben"])
    return a_workshop(
        personas=[alma, ben],
        touchpoints=[ad, shop],
        sources=[a_source(id="survey")],
        relations=[a_relation("ad", "shop", id="leads"), a_relation("shop", "shop", id="itself")],
        activities=[an_activity("ad_click", id="clicked", touchpoint="ad", events=3)],
        opportunities=[an_opportunity(id="chance", touchpoint="ad")],
        citations=[a_citation("leads", "survey", id="proof"), a_citation("alma", "survey", id="portrait")],
    )


def test_deleting_a_touchpoint_takes_its_relations_their_citations_and_its_mentions() -> None:
    workshop = _full()
    now = applied(workshop, _change(remove(workshop, "ad")))
    assert [t.id for t in now.touchpoints] == ["shop"]
    assert [r.id for r in now.relations] == ["itself"]
    assert [c.id for c in now.citations] == ["portrait"]
    assert now.opportunities[0].touchpoint is None
    assert (now.activities[0].touchpoint, now.activities[0].events) == (None, 3)
    assert len(now.personas) == 2


def test_deleting_a_card_leaves_what_names_another_kind_by_the_same_id() -> None:
    citation, activity = a_citation("t", "s", id="x"), an_activity("Klick", touchpoint="x")
    workshop = a_workshop(
        touchpoints=[a_touchpoint(id="t")], sources=[a_source(id="s")], citations=[citation], activities=[activity]
    )
    assert [edit.id for edit in remove(workshop, "x")] == ["x"]


def test_deleting_a_persona_leaves_the_touchpoints_without_it() -> None:
    workshop = _full()
    now = applied(workshop, _change(remove(workshop, "alma")))
    ad = now.touchpoint("ad")
    assert ad is not None
    assert ad.personas == ("ben",)
    assert [own.persona for own in ad.persona_emotions] == ["ben"]
    assert [c.id for c in now.citations] == ["proof"]


def test_undoing_a_deletion_brings_everything_back() -> None:
    workshop = _full()
    for gone in [["ad"], ["alma"], ["survey"], list(workshop.places)]:
        change = _change(remove(workshop, *gone))
        assert applied(applied(workshop, change), change.inverse()) == workshop


def test_deleting_keeps_the_frame_and_passes_over_ids_that_are_gone() -> None:
    dangling = a_workshop(relations=[a_relation("gone", "lost", id="r")])
    assert remove(dangling, "gone") == []
    assert applied(_full(), _change(remove(_full(), *_full().places))).places.keys() == {"workshop"}


@given(workshops(), st.data())
def test_after_a_deletion_nothing_mentions_what_is_gone(workshop: Workshop, data: st.DataObject) -> None:
    cards = [entity_id for entity_id in workshop.places if entity_id != workshop.frame.id]
    gone = data.draw(st.sampled_from([[]]) if not cards else st.lists(st.sampled_from(cards), max_size=3))
    change = change_of(remove(workshop, *gone))
    now = applied(workshop, change) if change else workshop
    touchpoints = {end for r in now.relations for end in (r.source, r.target)}
    touchpoints |= {o.touchpoint for o in now.opportunities if o.touchpoint}
    personas = {p for t in now.touchpoints for p in (*t.personas, *(own.persona for own in t.persona_emotions))}
    assert not {c.card for c in now.citations} & set(gone)
    for kind, named in {
        "touchpoints": touchpoints,
        "personas": personas,
        "sources": {c.source for c in now.citations},
    }.items():
        assert not named & {entity_id for entity_id in gone if workshop.places[entity_id][0] == kind}
    assert not set(now.places) & set(gone)


@given(workshops(max_size=5), st.data())
def test_cards_stand_in_the_order_asked_for_and_the_others_keep_their_places(
    workshop: Workshop, data: st.DataObject
) -> None:
    held = [touchpoint.id for touchpoint in workshop.touchpoints]
    order = data.draw(st.permutations(held).flatmap(lambda p: st.integers(0, len(p)).map(lambda n: p[:n])))
    change = change_of(reordered(workshop, "touchpoints", order))
    now = [t.id for t in (applied(workshop, change) if change else workshop).touchpoints]
    assert [entity_id for entity_id in now if entity_id in order] == list(order)
    assert [i for i in now if i not in order] == [i for i in held if i not in order]
    assert {place for place, i in enumerate(now) if i in order} == {p for p, i in enumerate(held) if i in order}


def test_ordering_cards_of_different_ranks_touches_only_those_that_move() -> None:
    cards = [a_goal(id=name, rank=rank) for rank, name in enumerate("abcd")]
    edits = reordered(a_workshop(goals=cards), "goals", ["c", "b"])
    assert {edit.id for edit in edits} == {"b", "c"}
    assert reordered(a_workshop(goals=cards), "goals", ["b", "c", "gone", "b"]) == []


@pytest.mark.parametrize("rank", [0.0, -3.5, 7.0, NUMBER_LIMIT, -NUMBER_LIMIT])
def test_a_rank_behind_all_others_stays_a_number_of_the_document(rank: float) -> None:
    behind = next_rank([a_goal(rank=rank)])
    assert behind > rank or rank == NUMBER_LIMIT
    assert a_goal(rank=behind).rank == behind


def test_the_first_card_has_a_rank_of_one() -> None:
    assert next_rank([]) == 1.0


def test_every_change_has_an_id_of_its_own() -> None:
    change = _change(put(a_workshop(), a_goal()))
    assert len({change.id, change.inverse().id, new_id()}) == 3


RANKS = st.lists(st.sampled_from([0.0, 1.0, 1.0 + 2**-52, 2.0, NUMBER_LIMIT, -NUMBER_LIMIT]), min_size=2, max_size=6)


@given(RANKS, st.data())
def test_cards_are_put_between_any_others_of_a_phase(ranks: list[float], data: st.DataObject) -> None:
    points = [a_touchpoint(id=f"t{n}", rank=rank, phase=f"p{n % 2}") for n, rank in enumerate(ranks)]
    workshop = a_workshop(touchpoints=points, opportunities=[an_opportunity(id="o", phase="p0")])
    cards = data.draw(st.lists(st.sampled_from([*(p.id for p in points), "o", "gone"]), unique=True))
    others = [card.id for card in workshop.touchpoints if card.phase == "p1" and card.id not in cards]
    beside, after = data.draw(st.sampled_from([*others, ""])), data.draw(st.booleans())
    change = change_of(placed(workshop, cards, "p1", beside=beside, after=after))
    now = applied(workshop, change) if change else workshop
    place = others.index(beside) + after if beside else len(others)
    moved = [card for card in cards if card.startswith("t")]
    assert [card.id for card in now.touchpoints if card.phase == "p1"] == [*others[:place], *moved, *others[place:]]
    assert now.opportunities[0].phase == ("p1" if "o" in cards else "p0")


def test_a_card_finds_room_between_two_others_without_touching_them() -> None:
    points = [a_touchpoint(id=f"t{n}", rank=n, phase="p1") for n in range(3)]
    [edit] = placed(a_workshop(touchpoints=points), ["t2"], "p1", beside="t1")
    assert edit.id == "t2"
    assert edit.after is not None
    assert 0 < edit.after.rank < 1
