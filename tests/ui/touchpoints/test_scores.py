"""Step 3: touchpoints scored in a table of faces, by keys and clicks that the browser tells."""

import re
from itertools import count

import pytest
from streamlit.testing.v1 import AppTest

from journey.editing import change_of, put, revise
from journey.model import Emotion, Entity, Language, PersonaEmotion, Touchpoint, Workshop
from journey.phases import model_of
from journey.texts import text
from tests.builders import a_persona, a_touchpoint, a_workshop
from tests.ui.app import html, kept, keys, on_view, opened, pressed, run, seen, store, stored

DE = Language.DE
_NUMBERS = count(1)


def _workshop() -> str:
    late, early = (model_of(a_workshop(), DE).phases[place].id for place in (3, 0))
    points = [
        a_touchpoint("Kasse", id="t0", rank=0, phase=late),
        a_touchpoint("Plakat", id="t1", rank=1, phase=early, personas=("p",), emotion=1),
    ]
    return stored(a_workshop(touchpoints=points, personas=[a_persona("Alma", id="p"), a_persona("Bert", id="q")]))


def _shown(workshop_id: str) -> AppTest:
    return on_view(opened(workshop_id, "touchpoints"), "touchpoints", "scores")


def _told(*scores: tuple[str, str, int | None]) -> dict[str, object]:
    return {
        "acts": [
            {"row": row, "column": column, "score": score, "number": next(_NUMBERS)} for row, column, score in scores
        ]
    }


def _scored(tab: AppTest, *scores: tuple[str, str, int | None]) -> AppTest:
    """The tab after the browser told of scores at once."""
    return _heard(tab, _told(*scores))


def _heard(tab: AppTest, told: dict[str, object]) -> AppTest:
    """The tab after a message of the browser, and after the run of the page that comes when the person rests."""
    tab.session_state["score-keys-scores"] = told
    return run(run(tab))


def _cells(tab: AppTest) -> list[tuple[str, str, str]]:
    """The cells that can be scored: touchpoint, persona, score."""
    return re.findall(r"data-of='(\w*)' data-at='(\w*)' data-score='([^']*)'", html(tab))


def _found(workshop_id: str, card: str) -> Touchpoint:
    found = kept(workshop_id).find(card)
    assert isinstance(found, Touchpoint)
    return found


def _own(workshop_id: str, card: str) -> dict[str, int]:
    return {each.persona: int(each.emotion) for each in _found(workshop_id, card).persona_emotions}


def test_the_table_has_touchpoints_in_journey_order_and_only_the_personas_that_they_matter_to() -> None:
    tab = _shown(_workshop())
    assert _cells(tab) == [("t1", "", "1"), ("t1", "p", ""), ("t0", "", ""), ("t0", "p", ""), ("t0", "q", "")]
    assert "data-at='p' data-score='' data-common='1'" in html(tab)


def test_a_persona_s_own_score_is_shown_though_the_touchpoint_does_not_matter_to_her() -> None:
    workshop_id = _workshop()
    point = revise(_found(workshop_id, "t1"), persona_emotions=(PersonaEmotion(persona="q", emotion=Emotion.BAD),))
    fresh = stored(kept(workshop_id).with_collection("touchpoints", [point]))
    assert ("t1", "q", "-1") in _cells(_shown(fresh))


def test_scores_that_were_typed_faster_than_the_server_answered_are_changes_of_their_own() -> None:
    workshop_id = _workshop()
    tab = _scored(_shown(workshop_id), ("t0", "", 2), ("t0", "p", -2), ("t0", "q", 0), ("t1", "", None))
    assert (_found(workshop_id, "t0").emotion, _own(workshop_id, "t0")) == (2, {"p": -2, "q": 0})
    assert _found(workshop_id, "t1").emotion is None
    pressed(tab, "frame:undo")
    assert _found(workshop_id, "t1").emotion == 1
    pressed(tab, "frame:undo")
    assert _own(workshop_id, "t0") == {"p": -2}


def test_what_the_browser_tells_again_is_not_saved_again() -> None:
    workshop_id = _workshop()
    tab = _shown(workshop_id)
    told = _told(("t0", "", 2))
    pressed(_heard(tab, told), "frame:undo")
    _heard(tab, told)
    assert _found(workshop_id, "t0").emotion is None


def test_a_persona_s_own_score_can_be_taken_back() -> None:
    workshop_id = _workshop()
    tab = _scored(_shown(workshop_id), ("t0", "p", 1), ("t0", "q", 1), ("t0", "p", None))
    assert _own(workshop_id, "t0") == {"q": 1}
    assert ("t0", "p", "") in _cells(tab)


def test_others_who_score_the_same_touchpoint_keep_their_scores() -> None:
    workshop_id = _workshop()
    tab = _shown(workshop_id)
    theirs = store().open(workshop_id)
    point = theirs.workshop.find("t0")
    assert isinstance(point, Touchpoint)
    own = (PersonaEmotion(persona="q", emotion=Emotion.BAD),)
    _save_theirs(theirs.workshop, revise(point, persona_emotions=own, emotion=Emotion.GOOD), workshop_id)
    _scored(tab, ("t0", "p", 2))
    assert (_found(workshop_id, "t0").emotion, _own(workshop_id, "t0")) == (1, {"p": 2, "q": -1})


def test_of_two_people_who_score_the_same_cell_the_second_is_asked() -> None:
    workshop_id = _workshop()
    tab = _shown(workshop_id)
    point = _found(workshop_id, "t1")
    _save_theirs(kept(workshop_id), revise(point, emotion=Emotion.VERY_BAD), workshop_id)
    told = {"row": "t1", "column": "", "score": 2, "seen": [1], "number": next(_NUMBERS)}
    _heard(tab, {"acts": [told]})
    assert _found(workshop_id, "t1").emotion == Emotion.VERY_BAD
    both = text("touchpoints.scores_met", DE, title="Plakat", who="Alle", theirs="😣 −2", mine="😀 +2")
    assert both in seen(tab)
    pressed(tab, "score-mine:t1-")
    assert _found(workshop_id, "t1").emotion == Emotion.VERY_GOOD
    assert both not in seen(tab)


def test_the_first_one_s_score_can_stay_and_pressing_again_means_it() -> None:
    workshop_id = _workshop()
    tab = _shown(workshop_id)
    _save_theirs(kept(workshop_id), revise(_found(workshop_id, "t1"), emotion=Emotion.BAD), workshop_id)
    act = {"row": "t1", "column": "", "score": 2, "seen": [1]}
    _heard(tab, {"acts": [act | {"number": next(_NUMBERS)}]})
    pressed(tab, "score-theirs:t1-")
    assert _found(workshop_id, "t1").emotion == Emotion.BAD
    assert "score-mine:t1-" not in keys(tab)
    _heard(tab, {"acts": [act | {"seen": [-1], "number": next(_NUMBERS)}]})
    assert _found(workshop_id, "t1").emotion == Emotion.VERY_GOOD


def test_one_s_own_score_that_the_browser_has_not_heard_of_is_no_other_s() -> None:
    workshop_id = _workshop()
    tab = _shown(workshop_id)
    acts = [{"row": "t1", "column": "", "score": score, "seen": [1], "number": next(_NUMBERS)} for score in (2, -2, 0)]
    _heard(_heard(tab, {"acts": acts[:1]}), {"acts": acts})
    assert _found(workshop_id, "t1").emotion == 0


def _save_theirs(workshop: Workshop, point: Entity, workshop_id: str) -> None:
    change = change_of(put(workshop, point))
    assert change is not None
    store().save(workshop_id, change, store().open(workshop_id).versions, "somebody else")


@pytest.mark.parametrize(("row", "column"), [("gone", ""), ("p", ""), ("t0", "gone")])
def test_a_score_of_what_is_gone_changes_nothing(row: str, column: str) -> None:
    workshop_id = _workshop()
    before = kept(workshop_id)
    _scored(_shown(workshop_id), (row, column, 2))
    assert kept(workshop_id) == before


def test_without_touchpoints_the_view_says_what_to_do() -> None:
    assert text("touchpoints.empty", DE) in seen(_shown(stored(a_workshop())))
