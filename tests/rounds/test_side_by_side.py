"""Two journeys side by side: what is shared is found once, each side keeps the rest, and the other way round is the mirror."""

from hypothesis import given

from journey.model import Language, Workshop
from journey.phases import model_of
from journey.rounds.side_by_side import JourneySide, SideBySide, side_by_side
from tests.builders import a_frame, a_persona, a_touchpoint, a_workshop
from tests.critic.seen import AIDA
from tests.strategies import workshops

EN = Language.EN


def _side(workshop: Workshop, persona: str | None = None) -> JourneySide:
    return JourneySide(workshop, model_of(workshop, EN), persona)


def _pairs(found: SideBySide) -> set[tuple[str, str]]:
    return {(pair.first.id, pair.second.id) for pair in found.shared}


@given(workshops(), workshops())
def test_every_touchpoint_is_told_once_and_the_other_way_round_is_as_many(one: Workshop, other: Workshop) -> None:
    found = side_by_side(_side(one), _side(other))
    back = side_by_side(_side(other), _side(one))
    told = [pair.first.id for pair in found.shared] + [card.id for card in found.only_first]
    assert sorted(told) == sorted(card.id for card in one.touchpoints)
    assert len(found.shared) == len(back.shared)
    assert len(found.only_second) == len(back.only_first)


@given(workshops())
def test_a_journey_beside_itself_has_no_difference(workshop: Workshop) -> None:
    found = side_by_side(_side(workshop), _side(workshop))
    assert (found.only_first, found.only_second, found.changes) == ((), (), {})
    assert found.maps[0].numbers == found.maps[1].numbers


def test_the_same_title_in_the_same_phase_goes_before_one_in_another_and_an_id_before_both() -> None:
    first = a_workshop(
        touchpoints=[a_touchpoint("Shop", id="a", phase=AIDA[2], emotion=1), a_touchpoint("News", id="same")]
    )
    second = a_workshop(
        touchpoints=[
            a_touchpoint("SHOP", id="x", phase=AIDA[0]),
            a_touchpoint("shop!", id="y", phase=AIDA[2], emotion=-1),
            a_touchpoint("Another title", id="same"),
        ]
    )
    found = side_by_side(_side(first), _side(second))
    assert _pairs(found) == {("a", "y"), ("same", "same")}
    assert [card.id for card in found.only_second] == ["x"]
    assert found.changes == {"a": -2}
    assert set(found.maps[1].numbers) == {"a", "same", "second-x"}


def test_cards_without_a_title_are_nobodys_twins() -> None:
    found = side_by_side(*(_side(a_workshop(touchpoints=[a_touchpoint("", id=one)])) for one in ("a", "b")))
    assert found.shared == ()


def test_a_persona_has_its_own_touchpoints_and_feelings() -> None:
    people = [a_persona("Alma", id="p"), a_persona("Ben", id="q")]
    cards = [
        a_touchpoint("Shop", id="a", emotion=1, persona_emotions=[{"persona": "q", "emotion": -2}]),
        a_touchpoint("Yoga", id="b", personas=["p"]),
    ]
    workshop = a_workshop(personas=people, touchpoints=cards)
    found = side_by_side(_side(workshop, "p"), _side(workshop, "q"))
    assert [(pair.first.id, pair.points) for pair in found.shared] == [("a", -3)]
    assert [card.id for card in found.only_first] == ["b"]


def test_other_phases_are_said() -> None:
    fans = a_workshop(frame=a_frame(phase_model="stranger-to-fan"))
    assert not side_by_side(_side(a_workshop()), _side(fans)).same_phases
    assert side_by_side(_side(a_workshop()), _side(a_workshop())).same_phases
